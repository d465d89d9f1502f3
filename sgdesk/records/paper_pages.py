"""How the pieces of a paper fall on pages: one rule for the screen, the printer and the PDF."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HARD_SPACE = "\u00a0"
_KEPT = re.compile(
    r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2}(?: \d{4})?\b"
    r"|\b\d{1,2} [A-Z][a-z]{2} \d{4}\b"
    r"|\b\d+ working days?\b"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """What is never split: a title, a paragraph, the head of a table, a row.

    A piece higher than a page is the exception. All lengths are in the unit of the typesetter.
    """

    lines: int
    leading: float
    """Height of a line."""
    padding: float = 0.0
    """Above and below the lines, in sum."""
    above: float = 0.0
    """Room before it, unless it begins a page."""
    table: int = -1
    """Number of the table whose head stands again over it where it begins a page."""
    keeps_next: bool = False
    """Whether it never is the last on a page, such as a heading."""

    @property
    def height(self) -> float:
        return self.lines * self.leading + self.padding


class Placed(NamedTuple):
    """Lines `first` to `end` of piece `number` on a page, with its upper edge."""

    number: int
    first: int
    end: int
    top: float
    height: float


class Page(NamedTuple):
    placed: tuple[Placed, ...]
    table: int
    """Number of the table whose head stands again at the top of the page; -1 for none."""


class _Part(NamedTuple):
    number: int
    first: int
    end: int
    height: float
    piece: Piece


def pages_of(
    pieces: Sequence[Piece],
    heads: Sequence[float],
    first_top: float,
    top: float,
    end: float,
) -> tuple[Page, ...]:
    """Return the pieces on pages, each once and in order; there is always one page.

    `heads` are the heights of the tables' heads. Pieces stand between `first_top` and `end`
    on the first page, between `top` and `end` on the others.
    """
    filling = _Filling(heads, first_top, top, end)
    for chain in _chains(pieces, end - top, heads):
        filling.add(chain)
    filling.turn()
    return tuple(filling.pages)


def room_left(pages: Sequence[Page], end: float) -> float:
    """Return the height above `end` that a paper leaves free on its one page; 0 if it has more."""
    if len(pages) > 1:
        return 0.0
    return max(0.0, end - max((one.top + one.height for one in pages[0].placed), default=0.0))


class _Filling:
    """The page that is being filled, and those before it."""

    def __init__(self, heads: Sequence[float], first_top: float, top: float, end: float) -> None:
        self.pages: list[Page] = []
        self._heads = heads
        self._top = top
        self._end = end
        self._y = first_top
        self._placed: list[Placed] = []
        self._table = -1

    def add(self, chain: list[_Part]) -> None:
        """Place parts that stay together, on the next page where this one has no room."""
        if self._is_begun and not self._fits(chain):
            self.turn()
        for part in chain:
            if self._is_begun and not self._fits([part]):
                self.turn()
            self._place(part)

    def turn(self) -> None:
        """End the page."""
        self.pages.append(Page(tuple(self._placed), self._table))
        self._placed = []
        self._y = self._top
        self._table = -1

    @property
    def _is_begun(self) -> bool:
        """Whether turning the page wins room."""
        return bool(self._placed) or (not self.pages and self._y > self._top)

    def _fits(self, chain: list[_Part]) -> bool:
        above = chain[0].piece.above if self._placed else 0.0
        between = sum(part.piece.above for part in chain[1:])
        height = sum(part.height for part in chain)
        return self._y + above + between + height <= self._end

    def _place(self, part: _Part) -> None:
        if self._placed:
            self._y += part.piece.above
        elif part.piece.table >= 0 and self.pages:
            self._table = part.piece.table
            self._y += self._heads[self._table]
        placed = Placed(part.number, part.first, part.end, self._y, part.height)
        self._placed.append(placed)
        self._y += part.height


def _chains(pieces: Sequence[Piece], room: float, heads: Sequence[float]) -> Iterator[list[_Part]]:
    """Yield parts that stay together: headings with what they head."""
    chain: list[_Part] = []
    for number, piece in enumerate(pieces):
        head = heads[piece.table] if piece.table >= 0 else 0.0
        parts = list(_parts(number, piece, room - head))
        chain.append(parts[0])
        if len(parts) > 1 or not piece.keeps_next:
            yield chain
            yield from ([part] for part in parts[1:])
            chain = []
    if chain:
        yield chain


def _parts(number: int, piece: Piece, room: float) -> Iterator[_Part]:
    """Yield the piece, cut where it is higher than a page."""
    most = piece.lines
    if piece.height > room:
        most = max(1, int((room - piece.padding) / piece.leading))
    for first in range(0, max(1, piece.lines), max(1, most)):
        end = min(first + most, piece.lines)
        height = (end - first) * piece.leading + piece.padding
        yield _Part(number, first, end, height, piece)


def kept_together(text: str) -> str:
    """Return `text` with "Mon 3 Oct 2022" and "5 working days" as one word each."""
    return _KEPT.sub(lambda found: found[0].replace(" ", _HARD_SPACE), text)


def whole_words(text: str) -> list[str]:
    """Return the words of a line with single spaces; a date and a number of days are one each."""
    words = kept_together(text).split(" ")
    return [word.replace(_HARD_SPACE, " ") for word in words if word]
