"""What is kept beside the cases is what would be worked out now: nothing of it is ever stale."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from kept_registers import copied_register
from services_samples import CASE, CHEAP, NOW, OPENING_WORDS, PROFILE, TODAY, make_case

from sgdesk.domain.counting import Counting
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.rules import Unit
from sgdesk.services import pending_cases
from sgdesk.services.cases import save_case
from sgdesk.services.deadlines import deadline_row, pending_deadlines
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.pending_cases import PRESSING, Shown, read_pending_cases
from sgdesk.services.reviews import put_part
from sgdesk.store.entities.cases import CaseEntity
from sgdesk.store.entities.publications import PublicationEntity

DAY = timedelta(days=1)


def numbered(number, **changes):
    reference = f"RIV2026-27-{number:02d}"
    return replace(CASE, reference=reference, further_references=(), **changes)


def told(register, today):
    """Return what is kept, by case: the deadlines, and the rows of those that press."""
    found = read_pending_cases(register, today=today)
    return {one.case.id: (list(one.deadlines), one.shown) for one in found}


def worked_out(register, today):
    """Return the same, worked out case by case and kept nowhere."""
    found = {}
    for case in read_held_cases(register):
        deadlines = pending_deadlines(register, case, today)
        pressing = [one for one in deadlines if one.standing in PRESSING]
        rows = [deadline_row(case, one, today, register.calendar) for one in pressing]
        open_days = [(one.counts_to, one.rule.weight) for one in deadlines if one.is_open]
        shown = Shown(
            tuple(rows),
            tuple(row for row, one in zip(rows, pressing, strict=True) if one.rule.owner),
            tuple(load for load in open_days if load[0] is not None),
            min((one.counts_to for one in pressing), default=None),
            max(
                (
                    one.counts_to
                    for one in deadlines
                    if one.rule.unit is Unit.WORKING_DAYS and one.counts_to is not None
                ),
                default=None,
            ),
        )
        found[case.id] = (deadlines, shown)
    return found


def use_counting(register, counting):
    """Put a way of counting in force as a saved setting would."""
    register.profile = replace(register.profile, counting=counting)


def add_holiday(register, day):
    """Put another calendar in force as a saved change would."""
    calendar = register.calendar
    register.calendar = calendar.with_changes(
        added={day: "One more"}, removed=frozenset(), closures={}
    )


@pytest.fixture
def computed(monkeypatch):
    """The facts that deadlines were worked out from, in order."""
    asked = []

    def pending_deadlines_of(facts, *, compute=pending_cases.pending_deadlines_of, **frame):
        asked.append(facts)
        return compute(facts, **frame)

    monkeypatch.setattr(pending_cases, "pending_deadlines_of", pending_deadlines_of)
    return asked


def test_what_did_not_change_is_not_worked_out_again(register, computed):
    make_case(register)
    first = read_pending_cases(register, today=TODAY)
    assert all(one.shown.pressing for one in first)
    again = read_pending_cases(register, today=TODAY)
    assert all(one is other for one, other in zip(first, again, strict=True))
    assert len(computed) == 1


def test_a_save_works_out_its_own_case_and_no_other(register, computed):
    first, _second = (make_case(register, numbered(number)) for number in (1, 2))
    read_pending_cases(register, today=TODAY)
    del computed[:]
    draft = numbered(1, aware_on=date(2026, 11, 9))
    save_case(register, first, draft, today=TODAY)

    assert told(register, TODAY) == worked_out(register, TODAY)
    assert len(computed) == 1


def test_a_case_read_again_without_a_change_of_its_own_is_kept(register, computed):
    make_case(register)
    before = read_pending_cases(register, today=TODAY)
    register.held = register.held._replace(last=-1)  # as after a save that is no case's
    with register.write() as session:
        session.add(CaseEntity(reference="RIV2", reference_key="riv2", title="Another"))
    after = read_pending_cases(register, today=TODAY)
    assert after[0] is before[0]
    assert len(computed) == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda register: use_counting(register, Counting.TRIGGER_IS_DAY_1),
        lambda register: add_holiday(register, date(2026, 11, 25)),
    ],
)
def test_another_calendar_or_counting_works_out_everything(register, change):
    make_case(register)
    before = told(register, TODAY)
    change(register)
    after = told(register, TODAY)
    assert after != before
    assert after == worked_out(register, TODAY)


def test_another_day_never_shows_the_deadlines_of_the_day_before(register):
    make_case(register)
    for offset in (0, 1, 0, 30, -5):
        today = TODAY + offset * DAY
        assert told(register, today) == worked_out(register, today)


def test_what_is_kept_of_a_case_says_nothing_of_it(register):
    case_id = make_case(register)
    (one,) = read_pending_cases(register, today=TODAY)
    assert repr(one) == f"<PendingCase {case_id}>"


def test_threads_that_read_different_days_at_once_each_get_their_own(register):
    for number in range(1, 9):
        make_case(register, numbered(number))
    days = [TODAY + number * DAY for number in range(4)]
    expected = {day: worked_out(register, day) for day in days}

    with ThreadPoolExecutor(len(days)) as pool:
        asked = days * 25
        answers = list(pool.map(lambda day: (day, told(register, day)), asked))

    assert all(answer == expected[day] for day, answer in answers)


class KeptAnswers(RuleBasedStateMachine):
    """Saves, nights, calendars and countings in any order."""

    def __init__(self):
        super().__init__()
        self.folder = TemporaryDirectory()
        self.register, _ = copied_register(
            Path(self.folder.name), PROFILE, OPENING_WORDS, now=lambda: NOW, cost=CHEAP
        )
        self.today = TODAY
        self.cases = []
        self.number = 0

    @rule(days_ago=st.integers(0, 17))
    def add(self, days_ago):
        notified_on = TODAY - days_ago * DAY
        self.number += 1
        draft = numbered(self.number, aware_on=notified_on)
        self.cases.append(make_case(self.register, draft, notified_on=notified_on))

    @rule(data=st.data(), days_ago=st.integers(0, 1200))
    def publish(self, data, days_ago):
        if self.cases:
            case_id = data.draw(st.sampled_from(self.cases))
            draft = PublicationDraft(title="T", published_on=TODAY - days_ago * DAY)
            with self.register.write() as session:
                put_part(session, PublicationEntity, case_id, draft)

    @rule(data=st.data())
    def remove(self, data):
        if self.cases:
            case_id = data.draw(st.sampled_from(self.cases))
            self.cases.remove(case_id)
            with self.register.write() as session:
                session.get_one(CaseEntity, case_id).deleted_at = NOW

    @rule(days=st.integers(-3, 40))
    def sleep(self, days):
        self.today = TODAY + days * DAY

    @rule(counting=st.sampled_from(Counting))
    def count_otherwise(self, counting):
        use_counting(self.register, counting)

    @rule(days=st.integers(0, 40))
    def close_a_day(self, days):
        add_holiday(self.register, TODAY + days * DAY)

    @invariant()
    def nothing_is_stale(self):
        assert told(self.register, self.today) == worked_out(self.register, self.today)

    def teardown(self):
        self.register.close()
        self.folder.cleanup()


KeptAnswers.TestCase.settings = settings(max_examples=12, stateful_step_count=10, deadline=None)
TestKeptAnswers = KeptAnswers.TestCase
