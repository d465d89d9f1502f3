"""Edits of everything that dates are computed from, in any order, over a real register."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from dates_seen import Moves, Seen, expected_moves, is_met, moves_written, seen_in
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from kept_registers import copied_register
from services_samples import CASE, CHEAP, NOW, OPENING_WORDS, PROFILE, TODAY

from sgdesk.domain.counting import Counting
from sgdesk.domain.dates import UncertainDate
from sgdesk.domain.editions import Edition
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.milestones import MilestoneDraft
from sgdesk.domain.notifications import NotificationDraft, NotificationKind, NotificationOutcome
from sgdesk.domain.partnerships import AgreedDate, CalendarChange, CalendarChangeKind
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.rapid_reviews import Decision, PanelView, RapidReviewDraft
from sgdesk.domain.review_parts import MonitoringDraft
from sgdesk.domain.timetables import Milestone, standard_milestones
from sgdesk.errors import UserError
from sgdesk.records.moved_dates import MovesDatesError, Recalculation
from sgdesk.services import kept_dates
from sgdesk.services.agreed_dates import save_agreed_date
from sgdesk.services.case_views import get_case
from sgdesk.services.cases import save_case
from sgdesk.services.entries import list_entries, remove_entry, save_entry
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.judging import judge_anew
from sgdesk.services.milestones import save_milestone_done
from sgdesk.services.reviews import (
    save_local_review,
    save_notification,
    save_publication,
    save_rapid_review,
)
from sgdesk.services.settings import (
    list_calendar,
    remove_calendar_change,
    save_calendar_change,
    save_profile,
)
from sgdesk.services.timetables import list_timetables, new_timetable_draft, save_timetable
from sgdesk.services.undo import last_change, undo

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID


_CASES = 3
_OWN = "LOCAL-1"

DAYS = st.integers(0, 45).map(lambda back: TODAY - timedelta(days=back))
OLDER = st.sampled_from([0, 30, 200, 400]).map(lambda back: TODAY - timedelta(days=back))
BOTH = st.one_of(DAYS, st.integers(1, 60).map(lambda on: TODAY + timedelta(days=on)))
MAYBE = st.one_of(st.none(), DAYS)
WHICH = st.integers(0, _CASES - 1)
NOTIFICATION = {
    "notified_on": MAYBE,
    "partners_told_on": MAYBE,
    "copy_received_on": MAYBE,
    "kind": st.sampled_from(NotificationKind),
    "outcome": st.sampled_from(
        [NotificationOutcome.STANDS, NotificationOutcome.STANDS, NotificationOutcome.WITHDRAWN]
    ),
}
RAPID_REVIEW = {
    "first_request_on": MAYBE,
    "last_return_on": MAYBE,
    "meeting_on": st.one_of(MAYBE, BOTH),
    "sent_on": MAYBE,
    "panel_replied_on": MAYBE,
    "decided_on": MAYBE,
}
LOCAL_REVIEW = {"initiated_on": st.one_of(st.none(), OLDER), "decision_told_on": MAYBE}
PUBLICATION = {
    "planned_on": st.one_of(st.none(), BOTH),
    "copy_sent_on": MAYBE,
    "published_on": st.one_of(st.none(), OLDER),
    "archived_on": MAYBE,
}


def one_of_each(fields: dict[str, Any]) -> st.SearchStrategy[tuple[str, Any]]:
    """Draw a field with a value for it."""
    return st.sampled_from(sorted(fields)).flatmap(
        lambda name: st.tuples(st.just(name), fields[name])
    )


class Recalculating(RuleBasedStateMachine):
    """Each step is a save that first asks, is agreed to or not, and is then looked at whole."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.register, _ = copied_register(
            Path(self._folder.name), PROFILE, OPENING_WORDS, now=lambda: NOW, cost=CHEAP
        )
        self.case_ids: list[UUID] = []

    def teardown(self) -> None:
        self.register.close()
        self._folder.cleanup()

    @initialize()
    def begin(self) -> None:
        register = self.register
        for number in range(_CASES):
            began = date(2026, 10, 12) + timedelta(days=9 * number)
            draft = replace(
                CASE,
                reference=f"RIV {number}",
                further_references=(),
                incident=UncertainDate(),
                aware_on=began,
            )
            (case_id,) = save_case(register, None, draft, today=TODAY).case_ids
            notified = NotificationDraft(
                notified_on=began + timedelta(days=3),
                partners_told_on=began + timedelta(days=3),
                copy_received_on=began + timedelta(days=4),
            )
            save_notification(register, case_id, notified, today=TODAY)
            if number == 0:
                review = RapidReviewDraft(
                    first_request_on=date(2026, 10, 16),
                    meeting_on=date(2026, 11, 2),
                    sent_on=date(2026, 11, 6),
                )
                save_rapid_review(register, case_id, review, today=TODAY)
            self.case_ids.append(case_id)
        draft = new_timetable_draft(register, today=date(2026, 10, 18))
        own = Milestone(_OWN, "Chronology read", 4)
        save_timetable(register, None, replace(draft, milestones=(own, *draft.milestones)))
        met = MilestoneDraft(date(2026, 10, 28))
        save_milestone_done(register, self.case_ids[1], _OWN, met, today=TODAY)
        register.asks_before_moving = True

    @rule(which=WHICH, day=MAYBE, agrees=st.booleans())
    def aware(self, which: int, day: date | None, agrees: bool) -> None:
        self._edit_case(which, agrees, aware_on=day)

    @rule(which=WHICH, edition=st.one_of(st.none(), st.sampled_from(Edition)))
    def edition(self, which: int, edition: Edition | None) -> None:
        self._edit_case(which, True, edition=edition, edition_reason="Agreed with the Panel")

    @rule(which=WHICH, day=MAYBE)
    def closed(self, which: int, day: date | None) -> None:
        self._edit_case(which, True, closed_on=day, closed_reason="Over")

    @rule(which=WHICH, edit=one_of_each(NOTIFICATION), agrees=st.booleans())
    def notification(self, which: int, edit: tuple[str, Any], agrees: bool) -> None:
        draft = self._view(which).notification or NotificationDraft()
        changed = replace(draft, **dict([edit]))
        stands = changed.outcome is NotificationOutcome.STANDS
        changed = replace(
            changed,
            withdrawn_on=None if stands else TODAY,
            withdrawn_reason="" if stands else "The criteria were not met",
        )
        self._save(
            lambda register, one: save_notification(register, one, changed, today=TODAY),
            which,
            agrees,
        )

    @rule(which=WHICH, edit=one_of_each(RAPID_REVIEW), agrees=st.booleans())
    def rapid_review(self, which: int, edit: tuple[str, Any], agrees: bool) -> None:
        draft = self._view(which).rapid_review or RapidReviewDraft()
        changed = replace(draft, **dict([edit]))
        changed = replace(
            changed,
            decision=Decision.LOCAL_REVIEW if changed.decided_on else Decision.NOT_MADE,
            panel_view=PanelView.AGREES if changed.panel_replied_on else PanelView.NOT_RECEIVED,
        )
        self._save(
            lambda register, one: save_rapid_review(register, one, changed, today=TODAY),
            which,
            agrees,
        )

    @rule(which=WHICH, edit=one_of_each(LOCAL_REVIEW), agrees=st.booleans())
    def local_review(self, which: int, edit: tuple[str, Any], agrees: bool) -> None:
        draft = self._view(which).local_review or LocalReviewDraft()
        changed = replace(draft, **dict([edit]))
        self._save(
            lambda register, one: save_local_review(register, one, changed, today=TODAY),
            which,
            agrees,
        )

    @rule(which=WHICH, edit=one_of_each(PUBLICATION), agrees=st.booleans())
    def publication(self, which: int, edit: tuple[str, Any], agrees: bool) -> None:
        draft = self._view(which).publication or PublicationDraft()
        changed = replace(draft, **dict([edit]))
        self._save(
            lambda register, one: save_publication(register, one, changed, today=TODAY),
            which,
            agrees,
        )

    @rule(which=WHICH, day=DAYS)
    def monitored(self, which: int, day: date) -> None:
        draft = MonitoringDraft(monitored_on=day, progress="Read the draft")
        self._save(
            lambda register, one: save_entry(register, one, None, draft, today=TODAY), which, True
        )

    @rule(which=WHICH)
    def not_monitored(self, which: int) -> None:
        held = list_entries(self.register, MonitoringDraft, self.case_ids[which])
        if held:
            self._save(lambda register, one: remove_entry(register, one, held[-1]), which, True)

    @rule(which=WHICH, code=st.sampled_from(["RR-15", "LR-6M"]), day=BOTH)
    def agreed(self, which: int, code: str, day: date) -> None:
        draft = AgreedDate(day, "The partners asked for it", "Chair")
        self._save(lambda register, one: save_agreed_date(register, one, code, draft), which, True)

    @rule(counting=st.sampled_from(Counting), agrees=st.booleans())
    def counting(self, counting: Counting, agrees: bool) -> None:
        draft = replace(self.register.profile, counting=counting)
        self._save(lambda register, _one: save_profile(register, draft, today=TODAY), 0, agrees)

    @rule(day=BOTH, agrees=st.booleans())
    def calendar(self, day: date, agrees: bool) -> None:
        is_holiday = day in self.register.calendar.bank_holidays
        kind = CalendarChangeKind.REMOVED if is_holiday else CalendarChangeKind.ADDED
        draft = CalendarChange(day, kind, "Proclaimed")
        self._save(lambda register, _one: save_calendar_change(register, draft), 0, agrees)

    @rule(agrees=st.booleans())
    def calendar_back(self, agrees: bool) -> None:
        rows = [
            row
            for year in (2026, 2027)
            for row in list_calendar(self.register, year)
            if row.change_id is not None
        ]
        if rows:
            change_id = rows[-1].change_id
            self._save(
                lambda register, _one: remove_calendar_change(register, change_id), 0, agrees
            )

    @rule(day=DAYS, count=st.integers(0, 15), agrees=st.booleans())
    def timetable(self, day: date, count: int, agrees: bool) -> None:
        draft = new_timetable_draft(self.register, today=day)
        if all(step.code != _OWN for step in draft.milestones):
            own = Milestone(_OWN, "Chronology read", count)
            draft = replace(draft, milestones=(*draft.milestones, own))
        self._save(lambda register, _one: save_timetable(register, None, draft), 0, agrees)

    @rule(
        code=st.sampled_from([_OWN, *(step.code for step in standard_milestones())]),
        count=st.integers(1, 12),
        is_used=st.booleans(),
        agrees=st.booleans(),
    )
    def corrected(self, code: str, count: int, is_used: bool, agrees: bool) -> None:
        row = list_timetables(self.register)[-1]
        if row.timetable_id is not None:
            steps = tuple(
                replace(step, count=count, is_used=is_used) if step.code == code else step
                for step in row.timetable.milestones
            )
            draft = replace(row.timetable, milestones=steps)
            self._save(lambda register, _one: save_timetable(register, row, draft), 0, agrees)

    @rule(which=WHICH, day=MAYBE)
    def milestone(self, which: int, day: date | None) -> None:
        draft = MilestoneDraft(day)
        self._save(
            lambda register, one: save_milestone_done(register, one, _OWN, draft, today=TODAY),
            which,
            True,
        )

    @rule(agrees=st.booleans())
    def undone(self, agrees: bool) -> None:
        offer = last_change(self.register)
        if offer is not None:
            judges = offer.what.endswith("judged anew")
            save = partial(undo, offer=offer)
            self._save(lambda register, _one: save(register), 0, agrees, judges=judges)

    @rule(which=WHICH)
    def judged_anew(self, which: int) -> None:
        (case,) = read_held_cases(self.register, self.case_ids[which])
        if case.facts.kept:
            code = min(case.facts.kept)
            before = seen_in(self.register)
            assert judge_anew(self.register, case.id, code).case_ids == {case.id}
            after = seen_in(self.register)
            rest = {key: one for key, one in before.deadlines.items() if key != (case.id, code)}
            assert all(after.deadlines.get(key) == one for key, one in rest.items())

    @invariant()
    def what_is_kept_is_met(self) -> None:
        for deadline in seen_in(self.register).deadlines.values():
            assert not deadline.is_kept or deadline.done_on is not None

    def _edit_case(self, which: int, agrees: bool, **values: Any) -> None:
        changed = replace(self._view(which).draft, **values)
        self._save(
            lambda register, one: save_case(register, one, changed, today=TODAY), which, agrees
        )

    def _view(self, which: int) -> Any:
        return get_case(self.register, self.case_ids[which], today=TODAY)

    def _save(
        self, save: Callable[[Any, UUID], object], which: int, agrees: bool, *, judges: bool = False
    ) -> None:
        """Save once to see the preview, and once more, agreeing, if it moves dates."""
        register, case_id = self.register, self.case_ids[which]
        before, told = seen_in(self.register), Recalculation()
        try:
            save(register, case_id)
        except MovesDatesError as error:
            assert seen_in(self.register) == before
            if not agrees:
                return
            told = error.recalculation
            with register.agreeing(told):
                save(register, case_id)
        except UserError:
            assert seen_in(self.register) == before
            return
        assert register.recalculation == told
        self._compare(before, seen_in(self.register), told, judges=judges)

    def _compare(self, before: Seen, after: Seen, told: Recalculation, *, judges: bool) -> None:
        moved = {Moves(one.case_id, one.code, one.before, one.after) for one in told.moved}
        assert moved == expected_moves(before, after)
        assert len(moved) == len(told.moved)
        written, taken_back = moves_written(self.register, before.entries)
        assert written <= moved <= written | taken_back
        for key, old in before.deadlines.items():
            new = after.deadlines.get(key)
            is_same = new is not None and new.done_on == old.done_on
            if is_met(old) and is_same and not judges:
                assert (new.due, new.standing, new.days) == (old.due, old.standing, old.days)
        kept = {(one.case_id, one.code) for one in told.kept}
        assert all(after.deadlines[key].is_kept for key in kept)


SETTINGS = settings(
    max_examples=25,
    stateful_step_count=20,
    suppress_health_check=list(HealthCheck),
    deadline=None,
)


def test_no_met_deadline_changes_every_move_is_in_history_and_the_preview_is_what_happens():
    run_state_machine_as_test(Recalculating, settings=SETTINGS)


QUICK = settings(SETTINGS, phases=[Phase.generate], derandomize=True, print_blob=False)


class Everything(set[Any]):
    def __contains__(self, _one: object) -> bool:
        return True


def test_the_machine_finds_out_when_results_are_not_kept(monkeypatch):
    monkeypatch.setattr(kept_dates, "_keep", lambda *_: None)
    with pytest.raises(AssertionError):
        run_state_machine_as_test(Recalculating, settings=QUICK)


def test_the_machine_finds_out_when_moves_are_not_written_down(monkeypatch):
    monkeypatch.setattr(kept_dates, "told_moves", lambda *_: Everything())
    with pytest.raises(AssertionError):
        run_state_machine_as_test(Recalculating, settings=QUICK)
