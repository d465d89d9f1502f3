from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.config.calendars import working_calendar
from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.counting import Counting
from sgdesk.domain.deadlines import deadlines_of, rules_for
from sgdesk.domain.editions import Edition
from sgdesk.domain.facts import CaseFacts
from sgdesk.domain.milestones import MilestoneDraft, check_milestone
from sgdesk.domain.notifications import NotificationKind
from sgdesk.domain.rule_packs import RULE_PACKS
from sgdesk.domain.rules import Unit, Weight
from sgdesk.domain.standings import Standing
from sgdesk.domain.timetables import (
    EDITABLE,
    INSIDE_15,
    OTHER_LOCAL,
    STANDARD,
    Milestone,
    Timetable,
    check_timetable,
    in_order,
    next_own_code,
    own_milestone,
    rule_under,
    rule_words,
    standard_milestones,
    timetable_of,
)

CALENDAR = working_calendar()
EDITION = Edition.WT2026
INCIDENT = NotificationKind.SERIOUS_INCIDENT
NOTIFIED = date(2026, 11, 10)
VISIT = Milestone("LOCAL-1", "Minutes of the strategy meeting", 3, owner="Social care")
SINCE = date(2026, 11, 1)


def timetable(*steps, since=SINCE):
    """Return the standard steps with others in place of them, or further ones."""
    codes = {step.code for step in steps}
    kept = (step for step in standard_milestones() if step.code not in codes)
    return Timetable(since, in_order((*kept, *steps)))


def rules(table, kept=frozenset()):
    found = rules_for(EDITION, INCIDENT, timetable=table, kept=kept)
    return {rule.code: rule for rule in found}


def deadlines(table, **facts):
    found = deadlines_of(
        CaseFacts({CaseDate.NOTIFIED: NOTIFIED}, INCIDENT, EDITION, timetable=table, **facts),
        calendar=CALENDAR,
        counting=Counting.DAY_AFTER,
        today=date(2026, 11, 23),
    )
    return {one.rule.code: one for one in found}


def fields(draft, taken=frozenset()):
    return [problem.field for problem in check_timetable(draft, taken=taken)]


def test_the_programs_steps_as_they_are_change_no_rule():
    assert rules(timetable()) == rules(STANDARD)


def test_a_changed_day_moves_the_date_and_names_the_timetable_as_its_source():
    changed = timetable(Milestone("RR-PANEL", "Rapid Review meeting", 11, owner="Chair"))
    rule = rules(changed)["RR-PANEL"]
    assert rule.period == "11 working days after the notified date"
    assert rule.source == "Local timetable of the partnership, in force from Sun 1 Nov 2026"
    assert rule.owner == "Chair"
    assert deadlines(changed)["RR-PANEL"].due == date(2026, 11, 25)
    assert rules(STANDARD)["RR-PANEL"].count == 12


def test_day_0_is_the_day_of_the_notification():
    table = timetable(Milestone("RR-ISSUE", "Requests to agencies", 0), replace(VISIT, count=0))
    assert rules(table)["RR-ISSUE"].unit is Unit.SAME_DAY
    assert deadlines(table)["RR-ISSUE"].due == deadlines(table)["LOCAL-1"].due == NOTIFIED
    back = timetable(Milestone("RR-COPY", "Copy of the notification", 1))
    assert rules(back)["RR-COPY"].unit is Unit.WORKING_DAYS


def test_what_makes_a_step_a_duty_is_still_named_when_its_period_changes():
    rule = rules(timetable(Milestone("LR-MON", "Monitoring (regulation 14)", 2)))["LR-MON"]
    assert rule.weight is Weight.DUTY
    assert "regulation 14; period: local timetable of the partnership, in force" in rule.source


def test_other_local_periods_keep_their_unit():
    table = timetable(
        Milestone("PUB-3Y", "Leave the public list", 5),
        Milestone("PANEL-RESP", "Panel’s reply expected", 15),
    )
    assert rules(table)["PUB-3Y"].period == "5 years after the publication date"
    assert rules(table)["PANEL-RESP"].count == 15


def test_a_step_that_is_not_used_has_no_deadline_unless_it_was_met_before():
    unused = timetable(Milestone("RR-SIGN", "Partners’ sign-off", 14, is_used=False))
    assert "RR-SIGN" not in rules(unused)
    assert "RR-SIGN" in rules(unused, kept=frozenset({"RR-SIGN"}))
    assert "LOCAL-1" not in rules(timetable(replace(VISIT, is_used=False)))


def test_an_own_milestone_stands_where_its_day_puts_it():
    codes = list(rules(timetable(VISIT)))
    assert codes.index("RR-ISSUE") < codes.index("LOCAL-1") < codes.index("RR-RETURN")
    last = list(rules(timetable(replace(VISIT, count=15))))
    assert last.index("RR-15") < last.index("LOCAL-1") < last.index("PANEL-RESP")


def test_an_own_milestone_is_met_by_the_day_that_is_recorded_for_it():
    table = timetable(VISIT)
    assert deadlines(table)["LOCAL-1"].standing is Standing.OVERDUE
    met = deadlines(table, milestones_done={"LOCAL-1": date(2026, 11, 13)})["LOCAL-1"]
    assert (met.standing, met.due) == (Standing.MET, date(2026, 11, 13))
    late = deadlines(table, milestones_done={"LOCAL-1": date(2026, 11, 16)})["LOCAL-1"]
    assert (late.standing, late.days) == (Standing.MET_LATE, 1)


@pytest.mark.parametrize(
    ("dates", "since"),
    [
        ({CaseDate.NOTIFIED: date(2026, 10, 31)}, None),
        ({CaseDate.NOTIFIED: SINCE}, SINCE),
        ({CaseDate.NOTIFIED: date(2026, 12, 1), CaseDate.AWARE: SINCE}, date(2026, 12, 1)),
        ({CaseDate.AWARE: SINCE}, SINCE),
        ({CaseDate.PUBLISHED: date(2020, 1, 1)}, None),
        ({}, date(2026, 12, 1)),
    ],
)
def test_a_case_keeps_the_timetable_that_it_began_under(dates, since):
    held = (timetable(), timetable(VISIT, since=date(2026, 12, 1)))
    assert timetable_of(held, dates).starts_on == since


def test_what_a_case_met_under_another_timetable_comes_with_it_and_is_not_asked_again():
    held = (timetable(), timetable(VISIT, since=date(2026, 12, 1)))
    dates = {CaseDate.NOTIFIED: NOTIFIED}
    found = timetable_of(held, dates, {"LOCAL-1", "LOCAL-9"})
    assert found.milestone("LOCAL-1") == replace(VISIT, is_used=False)
    assert found.milestone("LOCAL-9") is None
    assert timetable_of(held, dates, {"RR-PANEL"}) == held[0]


def test_the_newest_timetable_says_what_a_step_is_called():
    held = (timetable(VISIT), timetable(replace(VISIT, name="Minutes"), since=date(2027, 1, 1)))
    assert own_milestone(held, "LOCAL-1").name == "Minutes"
    assert own_milestone(held, "LOCAL-2") is None


def test_all_problems_are_found_at_once():
    steps = (
        Milestone("LOCAL-1", " ", 16),
        Milestone("LOCAL-2", "copy of the notification", 2),
        Milestone("LOCAL-3", "x" * 61, 2),
        Milestone("LR-MON", "Monitoring (regulation 14)", 0, is_used=False),
        Milestone("PUB-3Y", "Leave the public list", 21),
    )
    found = check_timetable(replace(timetable(), starts_on=None), taken=frozenset())
    assert [problem.message for problem in found] == ["In force from: give the first day it holds."]
    assert sorted(fields(timetable(*steps))) == [
        "LOCAL-1", "LOCAL-1", "LOCAL-2", "LOCAL-3", "LR-MON", "LR-MON", "PUB-3Y",
    ]  # fmt: skip
    assert fields(timetable(), taken=frozenset({SINCE})) == ["starts_on"]
    assert fields(timetable(since=date(1870, 1, 1))) == ["starts_on"]
    assert fields(timetable(since=date(2031, 1, 1))) == [], "it may begin on a day to come"


def test_codes_of_own_milestones_count_up():
    assert next_own_code([]) == "LOCAL-1"
    assert next_own_code(["RR-PANEL", "LOCAL-3", "LOCAL-10"]) == "LOCAL-11"


def test_an_own_milestone_has_no_code_to_be_shown():
    assert rule_words("RR-15") == "rule RR-15"
    assert rule_words("LOCAL-1") == "local timetable"


def test_one_rule_is_asked_for_under_a_timetable():
    reply = RULE_PACKS[EDITION]["PANEL-RESP"]
    assert rule_under(reply, STANDARD) is reply
    table = timetable(Milestone("PANEL-RESP", "Panel’s reply expected", 15))
    assert rule_under(reply, table).count == 15


def test_the_steps_that_may_be_changed_are_those_that_no_law_fixes():
    assert {step.code for step in standard_milestones()} == set(EDITABLE)
    assert set(EDITABLE) == {*INSIDE_15, *OTHER_LOCAL}
    for code in INSIDE_15:
        assert RULE_PACKS[EDITION][code].weight is Weight.LOCAL_PRACTICE


@given(
    days=st.lists(st.integers(0, 15), min_size=5, max_size=5),
    own=st.lists(st.integers(0, 15), max_size=4),
)
def test_any_sound_timetable_gives_each_step_the_date_of_its_day(days, own):
    steps = [
        replace(step, count=day)
        for step, day in zip(standard_milestones()[: len(INSIDE_15)], days, strict=True)
    ]
    steps += [Milestone(f"LOCAL-{n}", f"Own {n}", day) for n, day in enumerate(own)]
    table = timetable(*steps)
    assert fields(table) == []
    found = deadlines(table)
    for step in steps:
        assert found[step.code].due == CALENDAR.add_working_days(NOTIFIED, step.count)
    assert found["RR-15"].due == date(2026, 12, 1)
    inside = [step.count for step in table.milestones if step.code not in OTHER_LOCAL]
    assert inside == sorted(inside)


def test_a_milestone_is_met_between_the_notification_and_today():
    dates = {CaseDate.NOTIFIED: NOTIFIED}

    def problems(day, known=dates):
        return check_milestone(MilestoneDraft(day), known, today=date(2026, 11, 23))

    assert problems(None) == problems(NOTIFIED) == problems(date(2026, 11, 23)) == []
    assert problems(date(2026, 11, 9), {}) == []
    assert "before the notification" in problems(date(2026, 11, 9))[0].message
    assert "in the future" in problems(date(2026, 11, 24))[0].message
