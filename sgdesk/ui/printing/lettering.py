"""Text on paper: its styles, and where its lines break."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.records.paper_pages import kept_together
from sgdesk.ui.printing.sheet_sizes import POINT

if TYPE_CHECKING:
    from collections.abc import Callable

    Measure = Callable[[str, "Style"], float]
    """Returns how wide a text is in a style, in tenths of a point."""

_WORDS = re.compile(r"[^ \t\r\n]+")


@dataclass(frozen=True, eq=False)
class Style:
    """One kind of text: size and height of a line in points, weight, role in the palette."""

    points: float
    line_points: float
    weight: int = 400
    role: str = "text"

    @property
    def leading(self) -> float:
        """The height of a line in tenths of a point."""
        return self.line_points * POINT


TITLE = Style(20, 24, 700, "ink")
SUMMARY = Style(11, 15)
SMALL = Style(9, 12, role="muted")
SMALL_STRONG = Style(9, 12, 600, "ink")
HEAD = Style(9.5, 11.5, 600, "surface")
TEXT = Style(9.5, 11.5)
STRONG = Style(9.5, 11.5, 600, "ink")
QUIET = Style(9.5, 11.5, role="muted")
HEADING = Style(12.5, 16, 700, "ink")
PROSE = Style(10, 14)
ASIDE = Style(9.5, 13, role="muted")


class Line(NamedTuple):
    text: str
    style: Style


class Ruler:
    """Measures each text once in each style, and breaks texts to a width."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._widths: dict[Line, float] = {}
        self._lines: dict[tuple[Line, float], tuple[Line, ...]] = {}

    def width(self, line: Line) -> float:
        """Return the width of the text on one line."""
        if line not in self._widths:
            self._widths[line] = self._measure(line.text, line.style)
        return self._widths[line]

    def longest_word(self, line: Line) -> float:
        """Return the width below which a word of the text would have to be cut."""
        return max((self.width(word) for word in _words(line)), default=0.0)

    def broken(self, line: Line, room: float) -> tuple[Line, ...]:
        """Return the text in lines of at most `room`; a word too long for one is cut."""
        key = (line, room)
        if key not in self._lines:
            self._lines[key] = self._broken(line, room)
        return self._lines[key]

    def _broken(self, line: Line, room: float) -> tuple[Line, ...]:
        space = self.width(Line(" ", line.style))
        texts: list[str] = []
        left = 0.0
        pieces = [piece for word in _words(line) for piece in self._cut(word, room)]
        for word in pieces:
            width = self.width(word)
            if texts and width + space <= left:
                texts[-1] = f"{texts[-1]} {word.text}"
                left -= width + space
            else:
                texts.append(word.text)
                left = room - width
        return tuple(Line(text, line.style) for text in texts)

    def _cut(self, word: Line, room: float) -> list[Line]:
        text, style = word
        pieces = []
        while len(text) > 1 and self.width(Line(text, style)) > room:
            end = len(text) - 1
            while end > 1 and self._measure(text[:end], style) > room:
                end -= 1
            pieces.append(Line(text[:end], style))
            text = text[end:]
        return [*pieces, Line(text, style)]


def _words(line: Line) -> list[Line]:
    return [Line(word, line.style) for word in _WORDS.findall(kept_together(line.text))]
