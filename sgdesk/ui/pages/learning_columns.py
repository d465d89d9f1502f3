"""The columns of the chain of a case, for wide tabs and for narrow ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date
from sgdesk.ui.models.columns import CellKind, Column
from sgdesk.ui.models.deadline_columns import in_days
from sgdesk.ui.pages.learning_lines import LineKind
from sgdesk.ui.pages.learning_words import agency_words, due_words, first_due_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sgdesk.domain.standings import Standing
    from sgdesk.ui.pages.learning_lines import LearningLine


_SHOWN = frozenset({LineKind.EVIDENCE, LineKind.IMPACT})
_PROSE = {
    LineKind.FINDING: CellKind.STRONG_PROSE,
    LineKind.EVIDENCE: CellKind.MUTED_PROSE,
    LineKind.IMPACT: CellKind.MUTED_PROSE,
}


def wide_columns(today: Callable[[], date]) -> tuple[Column[LearningLine], ...]:
    """Return one column for each fact."""
    return (
        *_what(),
        Column(
            "Agency, owner",
            _agency,
            second=lambda line: line.row.owner if line.row else "",
            width=150,
            elides=True,
        ),
        Column(
            "Due date",
            lambda line: due_words(line.row, today()) if line.row else "",
            second=lambda line: first_due_words(line.row) if line.row else "",
            tooltip=_due_tooltip,
            width=90,
        ),
        *_state(),
    )


def narrow_columns(today: Callable[[], date]) -> tuple[Column[LearningLine], ...]:
    """Return the columns with agency and owner under the due date."""

    def due(line: LearningLine) -> str:
        return due_words(line.row, today()) if line.row else _agency(line)

    return (
        *_what(),
        Column(
            "Due, owner",
            due,
            second=lambda line: f"{line.row.owner}, {agency_words(line.row)}" if line.row else "",
            tooltip=_due_tooltip,
            width=100,
            elides=True,
        ),
        *_state(),
    )


def _what() -> tuple[Column[LearningLine], ...]:
    return (
        Column(
            "Number",
            lambda line: line.number or line.name,
            second=lambda line: line.name if line.number else "",
            spoken=lambda line: line.title,
            indent=lambda line: line.depth,
            kind_of=lambda line: CellKind.MUTED if line.kind in _SHOWN else CellKind.STRONG,
            width=96,
        ),
        Column(
            "What it says",
            lambda line: line.text,
            tooltip=lambda line: line.text,
            kind_of=lambda line: _PROSE.get(line.kind, CellKind.PROSE),
            width=170,
            stretches=True,
            elides=True,
        ),
    )


def _state() -> tuple[Column[LearningLine], ...]:
    return (
        Column(
            "Standing (working days)",
            lambda line: in_days(line.row.standing_words) if line.row else "",
            standing=_standing,
            spoken=lambda line: line.row.standing_words if line.row else "",
            kind=CellKind.STANDING,
            width=130,
        ),
        Column(
            "Status, evidence",
            lambda line: line.status,
            second=lambda line: line.second,
            width=150,
            elides=True,
        ),
    )


def _agency(line: LearningLine) -> str:
    if line.row is not None:
        return agency_words(line.row)
    return str(getattr(line.entry.draft, "addressed_to", ""))


def _standing(line: LearningLine) -> Standing | None:
    return line.row.standing if line.row else None


def _due_tooltip(line: LearningLine) -> str:
    row = line.row
    if row is None or row.counts_to is None:
        return ""
    owner = f"{row.owner}, {agency_words(row)}"
    first = f" (first {long_date(row.due_on)})" if row.revised_on and row.due_on else ""
    return f"{long_date(row.counts_to)}{first}: {owner}"
