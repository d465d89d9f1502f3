"""What marks on a page say of the text that they hold: its language, and its very letters."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sgdesk.exports.pdf.fallbacks import language_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sgdesk.exports.pdf.fonts import Stretch


def in_language(stretches: Sequence[Stretch]) -> str:
    """Return the language of what is drawn, as an entry of a mark; "" for that of the document."""
    script = next((one.face.family for one in stretches if one.face.is_script), "")
    code = language_of(script, "".join(one.meant for one in stretches)) if script else ""
    return f" /Lang ({code})" if code else ""


def groups_of(stretches: Sequence[Stretch]) -> Iterator[tuple[str, tuple[Stretch, ...]]]:
    """Yield what is marked together, with what its mark says: "" for plain text.

    The glyphs of a script do not follow its letters one by one, so its mark holds the letters.
    """
    if not any(one.face.is_script for one in stretches):
        yield "", tuple(stretches)
        return
    for _, group in groupby(_with_number(stretches), key=lambda pair: pair[0]):
        together = tuple(stretch for _, stretch in group)
        said = ""
        if any(one.face.is_script for one in together):
            text = "".join(one.meant for one in together)
            said = f"{in_language(together)} /ActualText <{_utf_16(text)}>"
        yield said, together


def _with_number(stretches: Sequence[Stretch]) -> Iterator[tuple[int, Stretch]]:
    """Number the groups: spaces belong to the words of a script before them."""
    number, script = 0, ""
    for stretch in stretches:
        own = str(stretch.face.family) if stretch.face.is_script else ""
        if own != script and not (script and stretch.meant == " "):
            number, script = number + 1, own
        yield number, stretch


def _utf_16(text: str) -> str:
    return f"\ufeff{text}".encode("utf-16-be").hex().upper()
