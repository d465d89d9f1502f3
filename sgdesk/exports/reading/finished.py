"""Every text of a finished file, from its bytes: what is seen, spoken, linked and hidden."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from sgdesk.exports.reading import (
    office,
    packed,
    pages,
    pictures,
    plain,
    slides,
    web,
    word,
    workbook,
)
from sgdesk.exports.reading.found import Inside, Placed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_DEEPEST = 3
"""A workbook in a deck in a zip lies as deep as anything may."""
_OFFICE = {"ppt": slides.read, "word": word.read, "xl": workbook.read}
_BY_START = (
    (b"%PDF", pages.read),
    (b"\x89PNG", pictures.read),
    (b"\xff\xd8\xff", pictures.read),
    (b"GIF8", pictures.read),
    (b"BEGIN:VCALENDAR", plain.read_calendar),
)
_BY_NAME = {
    ".csv": plain.read_rows,
    ".ics": plain.read_calendar,
    ".html": web.read,
    ".htm": web.read,
    ".svg": web.read,
    ".xml": web.read,
}


def read_texts(name: str, content: bytes) -> tuple[Placed, ...]:
    """Return every text of the file with its place, beginning with its own name.

    Texts that are split into runs, cells or lines come whole. A kind of file that is not known
    is read as plain text.
    """
    found: dict[Placed, None] = {Placed("file name", PurePath(name).stem): None}
    found.update(dict.fromkeys(_texts(name, content, depth=0)))
    return tuple(found)


def _texts(name: str, content: bytes, depth: int) -> Iterator[Placed]:
    for item in _reader(name, content)(content):
        if isinstance(item, Placed):
            if item.text and not item.text.isspace():
                yield item
            continue
        if item.name:
            yield Placed(f"{item.where}, file name", PurePath(item.name).stem)
        if depth < _DEEPEST:
            for where, text in _texts(item.name, item.content, depth + 1):
                yield Placed(f"{item.where}, {where}", text)


def _reader(name: str, content: bytes) -> Callable[[bytes], Iterable[Placed | Inside]]:
    if content.startswith(b"PK\x03\x04"):
        return _OFFICE.get(office.main_folder(content), packed.read)
    for start, reader in _BY_START:
        if content.startswith(start):
            return reader
    return _BY_NAME.get(PurePath(name).suffix.casefold(), plain.read_text)
