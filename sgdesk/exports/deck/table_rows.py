"""Tables written row by row as XML: cell by cell they would take ten times as long."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from sgdesk.exports.deck.naming import describe
from sgdesk.exports.deck.text_frames import LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.slide import Slide

    from sgdesk.exports.deck.boxes import Place
    from sgdesk.exports.deck.content import Paragraph

_NAME = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


class Cell(NamedTuple):
    """What stands in a cell. Insets in points: left, top, right, bottom."""

    text: Paragraph
    size: int
    insets: tuple[float, float, float, float]
    align: str = "l"
    anchor: str = "t"
    colour: str = ""
    """The theme colour of its text; "" for the table style's."""
    right_line: str = ""
    """The theme colour of a line along its right side; "" for none."""


class Row(NamedTuple):
    """Cells of one height, in points."""

    height: float
    cells: tuple[Cell, ...]


class Grid(NamedTuple):
    """A table; the first row is its head."""

    name: str
    summary: str
    """What a screen reader says of the table as a whole."""
    widths: Sequence[float]
    """Of the columns, in points."""
    rows: Sequence[Row]
    style: str
    """The id of its table style."""


def add_grid(slide: Slide, grid: Grid, place: Place) -> None:
    """Add `grid` at the top left corner of `place`; it is as high as its rows."""
    high = Emu(sum(Pt(row.height) for row in grid.rows))
    left, top, width, _ = map(Emu, place)
    frame = slide.shapes.add_table(1, len(grid.widths), left, top, width, high)
    describe(frame, grid.name, grid.summary)
    table = frame.table
    table.first_row, table.first_col, table.horz_banding = True, True, False
    for element in frame.element.iter(qn("a:tableStyleId")):
        element.text = grid.style
    for number, points in enumerate(grid.widths):
        table.columns[number].width = Pt(points)
    for blank in list(frame.element.iter(qn("a:tr"))):
        for row in grid.rows:
            blank.addprevious(parse_xml(_row(row)))
        next(blank.iterancestors()).remove(blank)


def _row(row: Row) -> str:
    cells = "".join(map(_cell, row.cells))
    return f'<a:tr {_NAME} h="{Pt(row.height)}">{cells}</a:tr>'


def _cell(cell: Cell) -> str:
    fill = _fill(cell.colour) if cell.colour else ""
    runs = "".join(
        f"<a:r>{_properties('a:rPr', cell, is_bold=run.is_bold, fill=fill)}"
        f"<a:t>{escape(run.text)}</a:t></a:r>"
        for run in cell.text
        if run.text
    )
    end = _properties("a:endParaRPr", cell, is_bold=False, fill=fill)
    left, top, right, bottom = map(Pt, cell.insets)
    line = ""
    if cell.right_line:
        line = f'<a:lnR w="38100">{_fill(cell.right_line)}</a:lnR>'
    return (
        f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="{cell.align}"/>{runs}{end}'
        f'</a:p></a:txBody><a:tcPr marL="{left}" marR="{right}" marT="{top}" marB="{bottom}" '
        f'anchor="{cell.anchor}">{line}</a:tcPr></a:tc>'
    )


def _properties(name: str, cell: Cell, *, is_bold: bool, fill: str) -> str:
    bold = ' b="1"' if is_bold else ""
    return f'<{name} lang="{LANGUAGE}" sz="{cell.size * 100}"{bold}>{fill}</{name}>'


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
