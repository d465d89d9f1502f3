"""Tables as PowerPoint tables: a head row, the template's style, no merged cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.exports.deck.content import Run
from sgdesk.exports.deck.table_rows import Cell, Grid, Row, add_grid
from sgdesk.exports.deck.tables import INSET_X, INSET_Y, TEXT_SIZE, row_heights

if TYPE_CHECKING:
    from pptx.slide import Slide

    from sgdesk.exports.deck.boxes import Place
    from sgdesk.exports.deck.content import Table

_INSETS = (INSET_X, INSET_Y, INSET_X, INSET_Y)


def add_table(slide: Slide, table: Table, place: Place, style: str) -> None:
    """Put `table` in the table style `style` at the top of `place`."""
    room = place.frame
    rows = [
        Row(height, tuple(Cell((Run(text),), TEXT_SIZE, _INSETS) for text in texts))
        for height, texts in zip(row_heights(table, room), table.rows, strict=True)
    ]
    widths = [room.width * share for share in table.shares]
    add_grid(slide, Grid(table.name, table.summary, widths, rows, style), place)
