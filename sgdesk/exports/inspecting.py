"""A look at a finished file of any format: how long it is, and who can read it."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath
from typing import TYPE_CHECKING

from sgdesk.records.packs import Inspection

if TYPE_CHECKING:
    from collections.abc import Callable

_SLIDE = "ppt/slides/slide"


def inspect_file(name: str, data: bytes) -> Inspection:
    """Return what a look at `data` found; the ending of `name` tells the format.

    A format without anything to check, such as CSV, is told as not checked.
    """
    inspect = _INSPECTIONS.get(PurePath(name).suffix.lower())
    return inspect(data) if inspect else Inspection(is_checked=False)


def _inspect_pdf(data: bytes) -> Inspection:
    from sgdesk.exports.pdf.accessibility import inspect_pdf  # noqa: PLC0415 - slow import

    return inspect_pdf(data)


def _inspect_deck(data: bytes) -> Inspection:
    from sgdesk.exports.deck.accessibility import check_deck  # noqa: PLC0415 - slow import

    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        slides = sum(name.startswith(_SLIDE) for name in parts.namelist())
    return Inspection(slides, "slide", check_deck(data))


def _inspect_word(data: bytes) -> Inspection:
    from sgdesk.exports.word.accessibility import inspect_word  # noqa: PLC0415 - slow import

    return inspect_word(data)


def _inspect_web(data: bytes) -> Inspection:
    from sgdesk.exports.web.accessibility import inspect_web  # noqa: PLC0415 - seldom needed

    return inspect_web(data)


def _inspect_workbook(data: bytes) -> Inspection:
    from sgdesk.exports.sheets.accessibility import inspect_workbook  # noqa: PLC0415 - slow import

    return inspect_workbook(data)


_INSPECTIONS: dict[str, Callable[[bytes], Inspection]] = {
    ".pdf": _inspect_pdf,
    ".pptx": _inspect_deck,
    ".docx": _inspect_word,
    ".html": _inspect_web,
    ".xlsx": _inspect_workbook,
}
