"""The columns of a printed deadline report, and how they share the width of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.ui.printing.lettering import Line, Ruler, Style
from sgdesk.ui.printing.paper import MM

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sgdesk.records.reports import ReportRow

GAP = 4 * MM
"""Between the texts of two columns."""
MARK = 3.4 * MM
"""Width and height of the shape of a standing."""
MARK_ROOM = MARK + 1.6 * MM


class PaperColumn(NamedTuple):
    heading: str
    lines: Callable[[ReportRow], tuple[Line, ...]]
    indent: float = 0.0
    """Room before the text, for the shape of the standing."""


def _with_second(text: str, second: str) -> tuple[Line, ...]:
    lines = (Line(text, Style.TEXT), Line(second, Style.QUIET))
    return tuple(line for line in lines if line.text)


def _due(row: ReportRow) -> tuple[Line, ...]:
    agreed = Line(row.agreed, Style.STRONG)
    return (Line(row.due, Style.TEXT), agreed) if row.agreed else (Line(row.due, Style.TEXT),)


COLUMNS = (
    PaperColumn("Case", lambda row: (Line(row.reference, Style.STRONG),)),
    PaperColumn("What is due", lambda row: _with_second(row.what, row.weight)),
    PaperColumn("Started", lambda row: (Line(row.started, Style.TEXT),)),
    PaperColumn("Due by the rule", _due),
    PaperColumn("Owner", lambda row: (Line(row.owner, Style.TEXT),)),
    PaperColumn("Standing", lambda row: (Line(row.standing_words, Style.STRONG),), MARK_ROOM),
)


def column_widths(rows: Sequence[ReportRow], ruler: Ruler, room: float) -> tuple[float, ...]:
    """Return the width of each column with its gap, `room` in sum."""
    needs = [_needs(column, rows, ruler) for column in COLUMNS]
    return _shared([least for least, _ in needs], [natural for _, natural in needs], room)


def _needs(
    column: PaperColumn, rows: Sequence[ReportRow], ruler: Ruler
) -> tuple[float, float]:
    """Return the width that breaks no word, and the one that breaks no line."""
    lines = {line for row in rows for line in column.lines(row)}
    lines.add(Line(column.heading, Style.HEAD))
    least = max(ruler.longest_word(line) for line in lines)
    natural = max(ruler.width(line.text, line.style) for line in lines)
    return least + column.indent + GAP, natural + column.indent + GAP


def _shared(least: list[float], natural: list[float], room: float) -> tuple[float, ...]:
    """Return widths from least to natural in one proportion, stretched or squeezed to `room`."""
    spare, wish = room - sum(least), sum(natural) - sum(least)
    if spare < 0:
        return tuple(width * room / sum(least) for width in least)
    if wish <= spare:
        more = (spare - wish) / len(natural)
        return tuple(width + more for width in natural)
    share = spare / wish
    return tuple(
        low + (high - low) * share for low, high in zip(least, natural, strict=True)
    )
