"""The tables of the deck: running order, facts at a glance, actions to fill in."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from sgdesk.domain.dates import full_date
from sgdesk.exports.deck.content import Run, Table
from sgdesk.exports.deck.measuring import LINE_PITCH, lines_of, shorten

if TYPE_CHECKING:
    from sgdesk.exports.deck.measuring import Frame
    from sgdesk.records.briefing import Briefing

TEXT_SIZE = 18
"""Points."""

INSET_X, INSET_Y = 7.2, 5.0
"""Space around the text of a cell, in points."""

_MOST_LINES = 3
_ACTION_ROWS = 5
_LONGEST_SUMMARY = 250


def running_order(rows: tuple[tuple[str, str, str], ...]) -> Table:
    """Return the table of parts, each with its minutes and slide numbers."""
    return Table(
        "Running order",
        "Running order: the parts of the session with their minutes and slide numbers.",
        (("Part", "Minutes", "Slides"), *rows),
        (0.52, 0.26, 0.22),
    )


def at_a_glance(briefing: Briefing, frame: Frame) -> tuple[Table | None, tuple[str, ...]]:
    """Return a table of the facts that are known, or None, and those it cuts, in full."""
    published = full_date(briefing.published) if briefing.published else ""
    facts = (
        ("Reference", briefing.reference),
        ("Published", published),
        ("Review type", briefing.review_type),
        ("For", briefing.audience),
    )
    known = [(label, value) for label, value in facts if value]
    if not known:
        return None, ()
    summary = "Facts at a glance: " + "; ".join(f"{label}, {value}" for label, value in known)
    shares = (0.36, 0.64)
    width = frame.width * shares[1] - 2 * INSET_X
    rows = [(label, shorten(value, width, TEXT_SIZE, lines=_MOST_LINES)) for label, value in known]
    cut = [
        f"{label} in full: {value}"
        for (label, value), row in zip(known, rows, strict=True)
        if row[1] != value
    ]
    table = Table(
        "At a glance",
        textwrap.shorten(f"{summary}.", _LONGEST_SUMMARY, placeholder="…"),
        (("At a glance", "This review"), *rows),
        shares,
    )
    return table, tuple(cut)


def actions() -> Table:
    """Return an empty table for what the team agrees."""
    blank = ("", "", "")
    return Table(
        "Actions",
        "Table to fill in: what we will do, who does it, and by when.",
        (("What we will do", "Who", "By when"), *[blank] * _ACTION_ROWS),
        (0.6, 0.2, 0.2),
        fills_frame=True,
    )


def row_heights(table: Table, frame: Frame) -> tuple[float, ...]:
    """Return the height of each row in points; rows to write in share the room of `frame`."""
    heights = [
        max(
            lines_of(
                (Run(cell, is_bold=index == 0 or column == 0),),
                frame.width * share - 2 * INSET_X,
                TEXT_SIZE,
            )
            for column, (cell, share) in enumerate(zip(row, table.shares, strict=True))
        )
        * TEXT_SIZE
        * LINE_PITCH
        + 2 * INSET_Y
        for index, row in enumerate(table.rows)
    ]
    if table.fills_frame:
        each = (frame.height - heights[0]) / (len(heights) - 1)
        heights[1:] = [each] * (len(heights) - 1)
    return tuple(heights)
