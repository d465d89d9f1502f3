"""How much room text takes in Arial, which every machine with PowerPoint has."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from sgdesk.config.resources import resource
from sgdesk.exports.deck.content import Paragraph, Run

LINE_PITCH = 1.26
"""Line height in type sizes: 1.2, which PowerPoint takes at most, at 105 % spacing."""

_WORD = re.compile(r"\s*\S+\s*")
_ELLIPSIS = "…"
_NARROW, _WIDE = 0.6, 1.0
_FEW_WORDS, _SHORT = 3, 0.3


@dataclass(frozen=True, slots=True)
class Frame:
    """Room for text, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Frames:
    """The room that a template's layouts give."""

    body: Frame
    left: Frame
    right: Frame
    title: Frame


@dataclass(frozen=True, slots=True)
class Word:
    """A word with the space after it; widths in type sizes, without and with that space."""

    run: Run
    width: float
    advance: float


def text_width(text: str, *, is_bold: bool = False) -> float:
    """Return the width of `text` on one line, in type sizes."""
    table = _widths()["bold" if is_bold else "regular"]
    return sum(table.get(character) or _guess(character) for character in text)


def words_of(paragraph: Paragraph, *, longest: float) -> list[Word]:
    """Return the words of `paragraph`, those wider than `longest` cut into pieces."""
    words, widest = _whole_words(paragraph)
    if widest <= longest:
        return list(words)
    return [piece for word in words for piece in _pieces(word, longest)]


def widest_word(paragraph: Paragraph) -> float:
    """Return the width of the widest word of `paragraph`, in type sizes; 0 if there is none."""
    return _whole_words(paragraph)[1]


def count_lines(words: list[Word], width: float) -> int:
    """Return on how many lines of `width` type sizes `words` stand; none take one line."""
    lines, used = 1, 0.0
    for word in words:
        if used and used + word.width > width:
            lines, used = lines + 1, 0.0
        used += word.advance
    return lines


def ends_lonely(paragraph: Paragraph, width: float, size: float) -> bool:
    """Tell whether the last of several lines is one short word, in `width` points at `size`."""
    room = width / size
    words = words_of(paragraph, longest=room)
    if len(words) < _FEW_WORDS or words[-1].width > room * _SHORT:
        return False
    return count_lines(words[:-1], room) < count_lines(words, room)


def lines_of(paragraph: Paragraph, width: float, size: float) -> int:
    """Return how many lines `paragraph` takes in `width` points at `size` points."""
    room = width / size
    return count_lines(words_of(paragraph, longest=room), room)


def largest_size(text: str, frame: Frame, sizes: tuple[int, ...], *, is_bold: bool) -> int | None:
    """Return the first of `sizes` at which `text` fits `frame`, or None."""
    paragraph = (Run(text, is_bold),)
    for size in sizes:
        if lines_of(paragraph, frame.width, size) * size * LINE_PITCH <= frame.height:
            return size
    return None


def shorten(text: str, width: float, size: float, *, lines: int, is_bold: bool = False) -> str:
    """Return `text`, cut at a word and ended with "…" where it takes more than `lines`."""
    room = width / size
    words = words_of((Run(text, is_bold),), longest=room)
    if count_lines(words, room) <= lines:
        return text
    end = Word(Run(_ELLIPSIS), _WIDE, _WIDE)
    while words and count_lines([*words, end], room) > lines:
        words.pop()
    return "".join(word.run.text for word in words).rstrip(" ,;:–-") + _ELLIPSIS


@lru_cache(maxsize=256)
def _whole_words(paragraph: Paragraph) -> tuple[tuple[Word, ...], float]:
    """Return the words of `paragraph`, and the width of the widest: asked at many sizes."""
    words = []
    for run in paragraph:
        for text in _WORD.findall(run.text):
            width = text_width(text.rstrip(), is_bold=run.is_bold)
            advance = text_width(text, is_bold=run.is_bold)
            words.append(Word(Run(text, run.is_bold, run.address), width, advance))
    return tuple(words), max((word.width for word in words), default=0.0)


def _pieces(word: Word, longest: float) -> list[Word]:
    if word.width <= longest:
        return [word]
    run = word.run
    pieces, part, used = [], "", 0.0
    for character in run.text:
        step = text_width(character, is_bold=run.is_bold)
        if part and used + step > longest:
            pieces.append(Word(Run(part, run.is_bold, run.address), used, used))
            part, used = "", 0.0
        part, used = part + character, used + step
    return [*pieces, Word(Run(part, run.is_bold, run.address), used, used)]


@cache
def _widths() -> dict[str, dict[str, float]]:
    table = json.loads(resource("deck", "arial-widths.json").read_text(encoding="utf-8"))
    return {
        style: {chr(int(code)): width / 1000 for code, width in widths.items()}
        for style, widths in table.items()
    }


def _guess(character: str) -> float:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0.0
    wide = unicodedata.east_asian_width(character) in "WF"
    return _WIDE if wide or not character.isalpha() else _NARROW
