"""The timeline as a table of ages and moments; its line is the border between the two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.util import Pt

from sgdesk.exports.deck.boxes import Place, add_dot
from sgdesk.exports.deck.content import Run
from sgdesk.exports.deck.table_rows import Cell, Grid, Row, add_grid
from sgdesk.exports.deck.timeline import (
    AGE_INSET,
    EDGE,
    HEAD,
    HEAD_HEIGHT,
    HEAD_SIZE,
    TEXT_INSET,
)

if TYPE_CHECKING:
    from pptx.slide import Slide

    from sgdesk.exports.deck.content import Paragraph, Timeline

_DOT = Pt(16)
_LINE = "accent1"
_CLEAR_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own "No Style, No Grid": the table takes the colours of the slide."""


def add_timeline(slide: Slide, timeline: Timeline, place: Place) -> None:
    """Put `timeline` at the top of `place`.

    The dots on the line are decoration over the table: all that they say stands in its cells.
    """
    head = (Run(word, is_bold=True) for word in HEAD)
    first, second = ((word,) for word in head)
    rows = [_row(HEAD_HEIGHT, first, second, HEAD_SIZE, "")]
    rows.extend(
        _row(moment.height, (Run(moment.age, is_bold=True),), moment.text, timeline.size, _LINE)
        for moment in timeline.moments
    )
    ages = timeline.age_width
    widths = (ages, place.width / Pt(1) - ages)
    add_grid(slide, Grid("Timeline", timeline.summary, widths, rows, _CLEAR_STYLE), place)
    left, top = place.left + Pt(ages) - _DOT // 2, place.top + Pt(HEAD_HEIGHT)
    for moment in timeline.moments:
        height = Pt(moment.height)
        dot = Place(left, top + (height - _DOT) // 2, _DOT, _DOT)
        add_dot(slide, dot, "accent2")
        top += height


def _row(height: float, age: Paragraph, text: Paragraph, size: int, line: str) -> Row:
    return Row(
        height,
        (
            Cell(age, size, (0, EDGE, AGE_INSET, EDGE), "r", "ctr", "tx2", line),
            Cell(text, size, (TEXT_INSET, EDGE, 0, EDGE), "l", "ctr", "" if line else "tx2"),
        ),
    )
