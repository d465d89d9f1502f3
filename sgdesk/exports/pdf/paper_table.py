"""The tables of a paper in a PDF: how wide their columns are, and the cells of each row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.exports.pdf.fonts import FontSet, Weight
from sgdesk.exports.pdf.standing_marks import MARK_SIDE
from sgdesk.exports.pdf.wrapping import PT, Block, Paragraph, Run, measured
from sgdesk.records.paper_bits import BitKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sgdesk.records.paper_bits import Bit
    from sgdesk.records.papers import PaperTable

SIZE = 9.5
LEADING = 1.25
LINE_HEIGHT = SIZE * PT * LEADING
CELL_GAP = 3.2
_PADDING, _TIGHT = 1.5, 0.65
"""Above and below the text of a row, in mm, and of one of a table that is set tightly."""
MARK_ROOM = MARK_SIDE + 1.4
_SLACK = 0.01
"""Keeps a cell that is exactly as wide as its text from breaking for a rounding error."""


class Cell(NamedTuple):
    """The lines of a cell: one block for each line of its text, an empty one takes a line too."""

    blocks: tuple[Block, ...]

    @property
    def lines(self) -> int:
        return sum(max(1, block.lines) for block in self.blocks)

    @property
    def has_text(self) -> bool:
        return any(block.lines for block in self.blocks)

    @property
    def widest(self) -> float:
        """The width of its longest line, in mm."""
        return max(span.x + span.width for block in self.blocks for span in block.spans())

    def placed(self) -> Iterator[tuple[int, Block]]:
        """Yield each block with the number of its first line."""
        line = 0
        for block in self.blocks:
            yield line, block
            line += max(1, block.lines)


class TableLayout:
    """One table, `width` mm wide. `bits` are its rows and its head."""

    def __init__(
        self, table: PaperTable, bits: Sequence[Bit], fonts: FontSet, width: float
    ) -> None:
        self.columns = table.columns
        self.padding = _TIGHT if table.is_tight else _PADDING
        self.width = width
        self._fonts = fonts
        self._measured: dict[tuple[str, Weight], Paragraph] = {}
        self.has_marks = any(bit.standing is not None for bit in bits)
        self.widths = table.widths(width, self._least(bits))

    def indent(self, bit: Bit, at: int) -> float:
        """Return the room in mm before the text of column `at`, for the shape of a standing."""
        is_marked = self.has_marks and at == len(self.columns) - 1
        return MARK_ROOM if is_marked and bit.kind is BitKind.ROW else 0.0

    def cells(self, bit: Bit) -> tuple[Cell, ...]:
        """Return the cells of a row, or the one of a line over all columns."""
        if bit.goes_across:
            return (self._cell(bit, 0, self.width - CELL_GAP),)
        return tuple(
            self._cell(bit, at, width - CELL_GAP - self.indent(bit, at) + _SLACK)
            for at, width in enumerate(self.widths)
        )

    def _cell(self, bit: Bit, at: int, width: float) -> Cell:
        lines = _lines(bit.cells[at])
        return Cell(
            tuple(
                Block(
                    self._paragraph(line, _weight(bit, at)),
                    width,
                    SIZE,
                    LEADING,
                    goes_on=number < len(lines) - 1,
                )
                for number, line in enumerate(lines)
            )
        )

    def _paragraph(self, text: str, weight: Weight) -> Paragraph:
        key = (text, weight)
        if key not in self._measured:
            self._measured[key] = measured(self._fonts, [Run(text, weight)], keeps_dates=True)
        return self._measured[key]

    def _least(self, bits: Sequence[Bit]) -> list[float]:
        """Return what each column needs so that no word is cut."""
        least = [CELL_GAP] * len(self.columns)
        for bit in bits:
            if bit.goes_across:
                continue
            for at in range(len(least)):
                longest = max(
                    (
                        word.width
                        for line in _lines(bit.cells[at])
                        for word in self._paragraph(line, _weight(bit, at)).words
                    ),
                    default=0.0,
                )
                needed = longest * SIZE * PT + CELL_GAP + self.indent(bit, at)
                least[at] = max(least[at], needed)
        return least


def _lines(text: str) -> list[str]:
    return text.split("\n") if text.strip(" ") else []


def _weight(bit: Bit, at: int) -> Weight:
    if bit.kind is BitKind.BELOW:
        return Weight.REGULAR
    if bit.kind is not BitKind.ROW:
        return Weight.SEMIBOLD
    if bit.standing is not None and at == len(bit.cells) - 1:
        return Weight.BOLD
    return Weight.REGULAR if at else Weight.SEMIBOLD
