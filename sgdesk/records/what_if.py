"""What the deadlines of a case would be if some of its dates were others: nothing is saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.case_dates import CaseDate
    from sgdesk.domain.explanations import CountedDay
    from sgdesk.domain.standings import Standing


@dataclass(frozen=True, slots=True)
class TriedDate:
    """A date of a case that may be tried: as it is, and as it is tried."""

    trigger: CaseDate
    now: date | None
    then: date | None
    """None where the date is left as it is."""


@dataclass(frozen=True, slots=True)
class WhatIfSide:
    """A deadline as it is now, or as it would be."""

    due: date | None
    due_words: str
    """The date by the rule, or what stands in its place."""
    standing: Standing
    standing_words: str


@dataclass(frozen=True, slots=True)
class WhatIfLine:
    code: str
    what: str
    """The rule's short name."""
    title: str
    now: WhatIfSide
    then: WhatIfSide
    agreed_on: date | None
    """The agreed date, which stays."""
    is_changed: bool
    change: str
    """What happens to it, such as "3 working days later"; "" where nothing does."""
    working: str
    """How the date would come about, in sentences."""
    days: tuple[CountedDay, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The deadlines that apply now or would apply then, in the order of the process."""

    case_id: UUID
    reference: str
    case_title: str = field(repr=False)
    tried: tuple[TriedDate, ...]
    """Every date that the rules of the case start from."""
    as_on: date
    """The day that the standings are judged on: today, or the last of the tried dates."""
    lines: tuple[WhatIfLine, ...]

    @property
    def changed(self) -> tuple[WhatIfLine, ...]:
        return tuple(line for line in self.lines if line.is_changed)

    @property
    def unchanged(self) -> tuple[WhatIfLine, ...]:
        return tuple(line for line in self.lines if not line.is_changed)

    @property
    def assumed(self) -> tuple[TriedDate, ...]:
        """The dates that are tried."""
        return tuple(one for one in self.tried if one.then is not None)
