"""The facts of a case that its deadlines and its stage are computed from."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.editions import Edition, edition_on
from sgdesk.domain.panel_views import is_national, is_open_question
from sgdesk.domain.rapid_reviews import Decision, PanelView
from sgdesk.domain.timetables import STANDARD, Timetable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sgdesk.domain.notifications import NotificationKind
    from sgdesk.domain.partnerships import AgreedDate
    from sgdesk.domain.standings import Standing


_NONE: Mapping[Any, Any] = MappingProxyType({})


class Pause(NamedTuple):
    """What holds a review up, such as "criminal trial", and when somebody looks again."""

    by: str
    next_check_on: date | None = None
    authority: str = ""
    """Who agreed to it; "" where that is not recorded."""


class KeptResult(NamedTuple):
    """How a deadline was met, kept when what it was computed from changed afterwards."""

    trigger_on: date | None
    due_on: date
    done_on: date
    standing: Standing
    days: int
    """Working days late."""
    working: str
    """The sentence that explained the date then."""


class CaseFacts(NamedTuple):
    """What the deadlines of one case are computed from. `dates` holds only known dates."""

    dates: Mapping[CaseDate, date] = _NONE
    kind: NotificationKind | None = None
    """None while no notification is recorded: the clocks of a serious incident apply."""
    edition: Edition | None = None
    decision: Decision = Decision.NOT_MADE
    """The decision in force: the reconsidered one, where there is one."""
    is_reconsidered: bool = False
    """Whether the partners decided again after the Panel's reply."""
    panel_view: PanelView = PanelView.NOT_RECEIVED
    is_withdrawn: bool = False
    is_closed: bool = False
    pauses: Mapping[str, Pause] = _NONE
    """Standing clocks by rule code."""
    agreed: Mapping[str, AgreedDate] = _NONE
    """Agreed dates by rule code."""
    delay: Pause | None = None
    """An agreed delay that lets all clocks run: the reason why they are late."""
    timetable: Timetable = STANDARD
    """The local timetable that the case began under."""
    milestones_done: Mapping[str, date] = _NONE
    """When the partnership's own milestones were met, by code."""
    kept: Mapping[str, KeptResult] = _NONE
    """Results of met deadlines that later changes must not move, by rule code."""

    @property
    def has_national_review(self) -> bool:
        """Return whether a national review takes the place of a local one."""
        return is_national(self.decision, self.panel_view, is_reconsidered=self.is_reconsidered)

    @property
    def is_asked_for_more(self) -> bool:
        """Return whether the Panel waits for an answer before it gives its view."""
        return self.panel_view is PanelView.ASKS_MORE and not self.is_reconsidered

    @property
    def asks_to_reconsider(self) -> bool:
        """Return whether the Panel's view asks for another look at the decision."""
        return is_open_question(
            self.decision, self.panel_view, is_reconsidered=self.is_reconsidered
        )


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
