"""Tables as PowerPoint tables: a head row, the template's style, no merged cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from sgdesk.exports.deck.naming import describe
from sgdesk.exports.deck.pictures import remove
from sgdesk.exports.deck.tables import INSET_X, INSET_Y, TEXT_SIZE, row_heights
from sgdesk.exports.deck.template import TABLE_STYLE, frame_of
from sgdesk.exports.deck.text_frames import write_cell_line

if TYPE_CHECKING:
    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide

    from sgdesk.exports.deck.content import Table


def add_table(slide: Slide, table: Table, slot: BaseShape) -> None:
    """Put `table` at the top of `slot`, which it replaces."""
    heights = row_heights(table, frame_of(slot))
    frame = slide.shapes.add_table(
        len(table.rows),
        len(table.shares),
        slot.left,
        slot.top,
        slot.width,
        Pt(sum(heights)),
    )
    describe(frame, table.name, table.summary)
    drawn = frame.table
    drawn.first_row = True
    drawn.first_col = True
    drawn.horz_banding = False
    for style in frame.element.iter(qn("a:tableStyleId")):
        style.text = TABLE_STYLE
    for index, share in enumerate(table.shares):
        drawn.columns[index].width = Emu(round(slot.width * share))
    for row, height, texts in zip(list(drawn.rows), heights, table.rows, strict=True):
        row.height = Pt(height)
        for cell, text in zip(row.cells, texts, strict=True):
            cell.margin_left = cell.margin_right = Pt(INSET_X)
            cell.margin_top = cell.margin_bottom = Pt(INSET_Y)
            write_cell_line(cell.text_frame.paragraphs[0], text, TEXT_SIZE)
    remove(slot)
