"""The columns of a printed deadline report, and how they share the width of the page."""

from __future__ import annotations

from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.ui.printing.lettering import HEAD, QUIET, STRONG, TEXT, Line, Ruler
from sgdesk.ui.printing.paper import MM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sgdesk.records.reports import ReportRow

GAP = 4 * MM
"""Between the texts of two columns."""
MARK = 3.4 * MM
"""Width and height of the shape of a standing."""
MARK_ROOM = MARK + 1.6 * MM


_HALF = 0.6
"""A text in two lines needs a little more than half of its width."""
_MOST = 0.85


class PaperColumn(NamedTuple):
    heading: str
    lines: Callable[[ReportRow], tuple[Line, ...]]
    indent: float = 0.0
    """Room before the text, for the shape of the standing."""


def _with_second(text: str, second: str) -> tuple[Line, ...]:
    lines = (Line(text, TEXT), Line(second, QUIET))
    return tuple(line for line in lines if line.text)


def _due(row: ReportRow) -> tuple[Line, ...]:
    agreed = Line(row.agreed, STRONG)
    return (Line(row.due, TEXT), agreed) if row.agreed else (Line(row.due, TEXT),)


COLUMNS = (
    PaperColumn("Case", lambda row: (Line(row.reference, STRONG),)),
    PaperColumn("What is due", lambda row: _with_second(row.what, row.weight)),
    PaperColumn("Started", lambda row: (Line(row.started, TEXT),)),
    PaperColumn("Due by the rule", _due),
    PaperColumn("Owner", lambda row: (Line(row.owner, TEXT),)),
    PaperColumn("Standing", lambda row: (Line(row.standing_words, STRONG),), MARK_ROOM),
)


class Needs(NamedTuple):
    """Widths of a column with its gap, each at least as wide as the one before."""

    least: float
    """Cuts no word."""
    two_lines: float
    """Leaves most cells in two lines."""
    one_line: float
    """Breaks next to no text."""


def column_widths(rows: Sequence[ReportRow], ruler: Ruler, room: float) -> tuple[float, ...]:
    """Return the width of each column with its gap, `room` in sum."""
    stages = tuple(zip(*(_needs(column, rows, ruler) for column in COLUMNS), strict=True))
    if room <= sum(stages[0]):
        return tuple(width * room / sum(stages[0]) for width in stages[0])
    for low, high in pairwise(stages):
        if room <= sum(high):
            return _between(low, high, room)
    spare = (room - sum(stages[-1])) / len(COLUMNS)
    return tuple(width + spare for width in stages[-1])


def _between(low: tuple[float, ...], high: tuple[float, ...], room: float) -> tuple[float, ...]:
    """Return widths that all lie at the same share of the way from `low` to `high`."""
    share = (room - sum(low)) / (sum(high) - sum(low))
    return tuple(one + (other - one) * share for one, other in zip(low, high, strict=True))


def _needs(column: PaperColumn, rows: Sequence[ReportRow], ruler: Ruler) -> Needs:
    cells = {column.lines(row) for row in rows} or {()}
    around = column.indent + GAP
    head = ruler.longest_word(Line(column.heading, HEAD))
    words = {line for cell in cells for line in cell}
    least = max([head, *(ruler.longest_word(line) for line in words)])
    two_lines = max(least, _most(_two_line_width(cell, ruler) for cell in cells))
    one_line = max(two_lines, _most(max(map(ruler.width, cell), default=0.0) for cell in cells))
    return Needs(least + around, two_lines + around, one_line + around)


def _two_line_width(cell: tuple[Line, ...], ruler: Ruler) -> float:
    if len(cell) == 1:
        return ruler.width(cell[0]) * _HALF
    return max(map(ruler.width, cell), default=0.0)


def _most(widths: Iterable[float]) -> float:
    """Return the width that is enough for most cells: a few long ones take more lines."""
    ordered = sorted(widths)
    return ordered[ceil((len(ordered) - 1) * _MOST)]
