"""Who was asked for what in which case: agencies down, cases across."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sgdesk.domain.agency_requests import OUTSTANDING_STATES, ReturnState
from sgdesk.domain.dates import day_and_month

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class MatrixCase:
    case_id: UUID
    reference: str
    """As typed, or the title of a case without one."""
    stand: str
    """Such as "day 9 of 15", or the stage of a case beyond its Rapid Review."""
    due_on: date | None
    """When its returns are due, while the Rapid Review is under way."""

    @property
    def due(self) -> str:
        """Return when its returns are due, such as "due Tue 24 Nov"; or ""."""
        return f"due {day_and_month(self.due_on)}" if self.due_on else ""


@dataclass(frozen=True, slots=True)
class MatrixAgency:
    agency_id: UUID | None
    name: str


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One request."""

    request_id: UUID
    case_id: UUID
    agency_id: UUID | None
    purpose: str
    round: int
    state: ReturnState
    words: str
    """Such as "Overdue by 2 working days"."""
    note: str
    """What the mark says beside its letter, such as "24 Nov" or "by 5 days"."""

    @property
    def is_outstanding(self) -> bool:
        return self.state in OUTSTANDING_STATES

    @property
    def is_overdue(self) -> bool:
        return self.state is ReturnState.OVERDUE


@dataclass(frozen=True, slots=True)
class HeldReturns:
    """Every request of the open cases, as read at one moment."""

    cases: tuple[MatrixCase, ...]
    """In the order of their columns."""
    agencies: tuple[MatrixAgency, ...]
    """In order of name."""
    cells: tuple[MatrixCell, ...]
    """In the order in which they were made."""


@dataclass(frozen=True, slots=True)
class ReturnMatrix:
    """What is on show: the rows and columns with a cell, after filters."""

    cases: tuple[MatrixCase, ...] = ()
    agencies: tuple[MatrixAgency, ...] = ()
    cells: Mapping[tuple[UUID | None, UUID], tuple[MatrixCell, ...]] = field(default_factory=dict)
    """By agency and case, the request to look at first in front; never empty."""
    outstanding: tuple[int, ...] = ()
    """How many requests to each agency are outstanding, in the order of `agencies`."""

    def cells_at(self, row: int, column: int) -> tuple[MatrixCell, ...]:
        """Return the requests of a row and a column; () where nobody was asked."""
        return self.cells.get((self.agencies[row].agency_id, self.cases[column].case_id), ())

    def outstanding_of(self, row: int) -> int:
        """Return how many requests to the agency of `row` are outstanding."""
        return self.outstanding[row]

    def place_of(self, request_id: UUID) -> tuple[int, int] | None:
        """Return row and column of a request, or None if it is not on show."""
        for (agency_id, case_id), held in self.cells.items():
            if any(one.request_id == request_id for one in held):
                agencies = [one.agency_id for one in self.agencies]
                cases = [one.case_id for one in self.cases]
                return agencies.index(agency_id), cases.index(case_id)
        return None

    def sentence(self) -> str:
        """Return how much is out, as in "6 returns out in 3 cases, 2 overdue"."""
        shown = [one for held in self.cells.values() for one in held]
        out = [one for one in shown if one.is_outstanding]
        if not out:
            return "Nothing is outstanding" if shown else ""
        cases = len({one.case_id for one in out})
        words = f"{_counted(len(out), 'return')} out in {_counted(cases, 'case')}"
        overdue = sum(one.is_overdue for one in out)
        return f"{words}, {overdue} overdue" if overdue else words


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
