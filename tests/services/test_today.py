from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from services_samples import TODAY, make_case

from sgdesk.domain.partnerships import CalendarChange, CalendarChangeKind
from sgdesk.domain.standings import Standing
from sgdesk.services.settings import save_calendar_change
from sgdesk.services.today import look_at_today


def test_an_empty_register_has_an_empty_day(register):
    view = look_at_today(register, today=TODAY)
    assert (view.overdue, view.due_today, view.due_soon, view.next_steps) == ((), (), (), ())
    assert (view.all_cases, view.is_working_day, view.holiday) == (0, True, "")
    assert view.opened_before is None
    assert len(view.weeks) == 42
    assert view.weeks[0].day.weekday() == 0


def test_the_day_groups_what_is_due_and_says_the_next_step(register):
    make_case(register)
    register.opened_before = datetime(2026, 11, 20, 17, 5, tzinfo=UTC)
    view = look_at_today(register, today=TODAY)
    assert [row.code for row in view.overdue] == ["RR-COPY", "RR-ISSUE", "SIN-P"]
    assert {row.standing for row in view.due_soon} == {Standing.DUE_SOON}
    assert view.soon_until == date(2026, 11, 30)
    assert [item.step.words for item in view.next_steps] == ["Get the copy of the notification"]
    assert {row.code for row in view.waiting_on_others} >= {"RR-COPY", "RR-RETURN", "RR-SIGN"}
    assert len(view.since) == 3 + 1  # settings, case, further reference, notification
    assert view.became_overdue == 0
    loads = {load.day: load.weights for load in view.weeks if load.weights}
    assert date(2026, 11, 24) in loads


def test_a_holiday_or_closure_is_named(register):
    christmas = look_at_today(register, today=date(2026, 12, 25))
    assert (christmas.is_working_day, christmas.holiday) == (False, "Christmas Day")
    eve = date(2026, 12, 24)
    save_calendar_change(register, CalendarChange(eve, CalendarChangeKind.CLOSURE, "Closed"))
    assert look_at_today(register, today=eve).holiday == "Closed"


def test_practice_shows_every_kind_of_day_whatever_day_it_is():
    from sgdesk.services.practice import open_practice  # noqa: PLC0415 - several of them

    for offset in (0, 5, 32, 33, 200):  # a Monday, a Saturday, Christmas, Boxing Day, summer
        today = TODAY + timedelta(days=offset)
        opened = open_practice(today=today, now=lambda: datetime(2026, 11, 23, tzinfo=UTC))
        view = look_at_today(opened, today=today)
        opened.close()
        assert view.overdue
        assert view.due_soon
        assert view.open_cases >= 10
        if view.is_working_day:
            assert view.due_today
