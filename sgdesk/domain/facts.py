"""The facts of a case that its deadlines and its stage are computed from."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.editions import Edition, edition_on
from sgdesk.domain.rapid_reviews import Decision

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sgdesk.domain.notifications import NotificationKind
    from sgdesk.domain.partnerships import AgreedDate


_NONE: Mapping[Any, Any] = MappingProxyType({})


class Pause(NamedTuple):
    """Why a clock stands, such as "criminal trial", and when somebody looks again."""

    by: str
    next_check_on: date | None = None


class CaseFacts(NamedTuple):
    """What the deadlines of one case are computed from. `dates` holds only known dates."""

    dates: Mapping[CaseDate, date] = _NONE
    kind: NotificationKind | None = None
    """None while no notification is recorded: the clocks of a serious incident apply."""
    edition: Edition | None = None
    decision: Decision = Decision.NOT_MADE
    """The decision in force: the reconsidered one, where there is one."""
    is_withdrawn: bool = False
    is_closed: bool = False
    pauses: Mapping[str, Pause] = _NONE
    """Standing clocks by rule code."""
    agreed: Mapping[str, AgreedDate] = _NONE
    """Agreed dates by rule code."""


def edition_of(facts: CaseFacts, today: date) -> Edition:
    """Return the edition that holds for a case: chosen, or in force on its trigger date.

    The trigger date is the first known of the aware, notified, initiated and published
    dates; a case with none of them is under the edition in force today.
    """
    if facts.edition is not None:
        return facts.edition
    for name in (CaseDate.AWARE, CaseDate.NOTIFIED, CaseDate.INITIATED, CaseDate.PUBLISHED):
        if day := facts.dates.get(name):
            return edition_on(day)
    return edition_on(today)
