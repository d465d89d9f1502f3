"""The tables of a paper: how wide their columns are, and where the texts of a row break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.records.paper_bits import BitKind
from sgdesk.ui.printing.lettering import HEAD, QUIET, STRONG, TEXT, Line, Ruler, Style
from sgdesk.ui.printing.sheet_sizes import MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.records.paper_bits import Bit
    from sgdesk.records.papers import PaperTable

GAP = 3.2 * MM
"""Between the texts of two columns."""
_PADDING, _TIGHT = 1.3 * MM, 0.65 * MM
"""Above and below the text of a row, and of one of a table that is set tightly."""
MARK = 3.4 * MM
"""Width and height of the shape of a standing."""
MARK_ROOM = MARK + 1.4 * MM

Lines = tuple[Line, ...]
Cells = tuple[Lines, ...]


class TableLayout:
    """One table between margins `room` apart. `bits` are its rows."""

    def __init__(
        self, table: PaperTable, bits: Sequence[Bit], ruler: Ruler, room: float, left: float
    ) -> None:
        self.table = table
        self.padding = _TIGHT if table.is_tight else _PADDING
        self._ruler = ruler
        self._room = room
        self._left = left
        self.has_marks = any(bit.standing is not None for bit in bits)
        self.widths = table.widths(room, self._least(bits))

    @property
    def lefts(self) -> tuple[float, ...]:
        """The left edge of each column."""
        return tuple(self._left + sum(self.widths[:at]) for at in range(len(self.widths)))

    def indent(self, at: int) -> float:
        """Return the room before the text of column `at`, for the shape of a standing."""
        return MARK_ROOM if self.has_marks and at == len(self.table.columns) - 1 else 0.0

    def broken(self, bit: Bit) -> Cells:
        """Return the lines of each cell of a row, or those of a heading over all columns."""
        if bit.goes_across:
            style = QUIET if bit.kind is BitKind.BELOW else STRONG
            return (self._broken(_lines(bit.cells[0], style, style), self._room - GAP),)
        return tuple(
            self._broken(self._cell(bit, at), width - GAP - self._indent(bit, at))
            for at, width in enumerate(self.widths)
        )

    def _broken(self, lines: Lines, room: float) -> Lines:
        """Return `lines` in lines of at most `room`; an empty one keeps its place."""
        return tuple(part for line in lines for part in self._ruler.broken(line, room) or (line,))

    def _cell(self, bit: Bit, at: int) -> Lines:
        text = bit.cells[at]
        if bit.kind is BitKind.HEAD:
            return _lines(text, HEAD, HEAD)
        is_last = at == len(bit.cells) - 1
        first = STRONG if at == 0 or (is_last and bit.standing is not None) else TEXT
        is_quiet = self.table.columns[at].is_quiet_below
        return _lines(text, first, QUIET if is_quiet else first)

    def _indent(self, bit: Bit, at: int) -> float:
        return 0.0 if bit.kind is BitKind.HEAD else self.indent(at)

    def _least(self, bits: Sequence[Bit]) -> list[float]:
        """Return what each column needs so that no word is cut."""
        least = [GAP] * len(self.table.columns)
        for bit in bits:
            if bit.goes_across:
                continue
            for at in range(len(least)):
                words = [self._ruler.longest_word(line) for line in self._cell(bit, at)]
                around = GAP + self._indent(bit, at)
                least[at] = max(least[at], max(words, default=0.0) + around)
        return least


def _lines(text: str, first: Style, below: Style) -> Lines:
    """Return the lines of a cell; an empty one among others keeps its place."""
    if not text.strip(" "):
        return ()
    one, *others = text.split("\n")
    return (Line(one, first), *(Line(other, below) for other in others))
