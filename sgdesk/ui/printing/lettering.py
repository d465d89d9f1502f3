"""Text on paper: its styles, and where its lines break."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Measure = Callable[[str, "Style"], float]
    """Returns how wide a text is in a style, in tenths of a point."""

_WORDS = re.compile(r"[^ \t\r\n]+")
_DATE = re.compile(r"\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?\d{1,2} [A-Z][a-z]{2} \d{4}\b")
_HARD_SPACE = "\u00a0"


class Style(Enum):
    """Kinds of text, each with its size and the height of its lines in points."""

    TITLE = ("title", 20, 24)
    SUMMARY = ("summary", 11, 15)
    SMALL = ("small", 9, 12)
    SMALL_STRONG = ("small strong", 9, 12)
    HEAD = ("head", 9.5, 12)
    TEXT = ("text", 9.5, 12)
    STRONG = ("strong", 9.5, 12)
    QUIET = ("quiet", 9.5, 12)

    def __init__(self, _name: str, size: float, leading: float) -> None:
        self.size = size * 10
        self.leading = leading * 10


class Line(NamedTuple):
    text: str
    style: Style


class Ruler:
    """Measures each word once in each style, and breaks texts to a width."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._widths: dict[Style, dict[str, float]] = {style: {} for style in Style}

    def width(self, text: str, style: Style) -> float:
        """Return the width of `text` on one line."""
        known = self._widths[style]
        if text not in known:
            known[text] = self._measure(text, style)
        return known[text]

    def longest_word(self, line: Line) -> float:
        """Return the width below which a word of the text would have to be broken."""
        words = _WORDS.findall(kept_together(line.text))
        return max((self.width(word, line.style) for word in words), default=0.0)

    def broken(self, line: Line, room: float) -> tuple[Line, ...]:
        """Return the text in lines of at most `room`; a word too long for one is cut."""
        space = self.width(" ", line.style)
        lines: list[str] = []
        left = 0.0
        for word in self._pieces(line, room):
            width = self.width(word, line.style)
            if lines and width + space <= left:
                lines[-1] = f"{lines[-1]} {word}"
                left -= width + space
            else:
                lines.append(word)
                left = room - width
        return tuple(Line(text, line.style) for text in lines)

    def all_broken(self, lines: Sequence[Line], room: float) -> tuple[Line, ...]:
        """Return all texts, one below the other, in lines of at most `room`."""
        return tuple(part for line in lines for part in self.broken(line, room))

    def _pieces(self, line: Line, room: float) -> list[str]:
        pieces: list[str] = []
        for word in _WORDS.findall(kept_together(line.text)):
            pieces.extend(self._cut(word, line.style, room))
        return pieces

    def _cut(self, word: str, style: Style, room: float) -> list[str]:
        pieces = []
        while len(word) > 1 and self.width(word, style) > room:
            end = len(word) - 1
            while end > 1 and self._measure(word[:end], style) > room:
                end -= 1
            pieces.append(word[:end])
            word = word[end:]
        return [*pieces, word]


def kept_together(text: str) -> str:
    """Return `text` with dates such as "Mon 3 Oct 2022" as one word each."""
    return _DATE.sub(lambda found: found[0].replace(" ", _HARD_SPACE), text)
