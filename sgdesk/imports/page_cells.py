"""A public page cut into cells: its lines, table cells, and bullets that were run together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060]|\\*\\*|__")
_BORDERS = re.compile(r"\t+| +\| +|^\||\|$")
_SOLID = "•▪●\uf0a7\uf0b7"
"""Bullets that mark nothing else, so that they may be told within a line."""
_RUN_TOGETHER = re.compile(rf"\s*[{_SOLID}]\s*")
_LONE_MARK = re.compile(rf"[{_SOLID}◦‣○■□*·–-]|[0-9]{{1,3}}[.)]")
_BULLET = re.compile(
    rf"(?:[{_SOLID}◦‣○■□]\s*|[-–—*·]\s+|o\s+(?=[A-Z‘“'\"])|\(?[0-9]{{1,3}}[.)]\s+)(?P<text>\S.*)"
)


class Cell(NamedTuple):
    """A piece of one line, cleaned; never blank."""

    number: int
    text: str
    is_bullet: bool
    is_after_blank: bool


def page_cells(text: str) -> Iterator[Cell]:
    """Give the pieces of `text` in their order, without bullet signs and invisible signs.

    A bullet sign that stands alone belongs to the piece after it.
    """
    is_after_blank = is_marked = False
    for number, line in enumerate(clean(text).split("\n"), start=1):
        for piece in _pieces(_INVISIBLE.sub("", line).lstrip("# ")):
            if _LONE_MARK.fullmatch(piece):
                is_marked = True
                continue
            match = _BULLET.fullmatch(piece)
            is_bullet = is_marked or match is not None
            yield Cell(number, match["text"] if match else piece, is_bullet, is_after_blank)
            is_after_blank = is_marked = False
        is_after_blank = is_after_blank or not line.strip()


def _pieces(line: str) -> Iterator[str]:
    for border_to_border in _BORDERS.split(line):
        head, *bullets = _RUN_TOGETHER.split(clean_line(border_to_border))
        if head:
            yield head
        for bullet in bullets:
            yield f"• {bullet}".strip()
