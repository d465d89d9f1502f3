from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.notifications import NotificationDraft
from sgdesk.domain.partnerships import CalendarChange, CalendarChangeKind
from sgdesk.errors import RejectedError, UserError
from sgdesk.services.calendar_years import (
    calendar_notice,
    closures_to_copy,
    confirm_year,
    copy_closures,
    known_years,
    take_back_year,
)
from sgdesk.services.history import read_history
from sgdesk.services.reviews import save_notification
from sgdesk.services.settings import (
    list_calendar,
    remove_calendar_change,
    save_calendar_change,
)
from sgdesk.services.today import look_at_today
from sgdesk.services.undo import last_change

ADDED, REMOVED, CLOSURE = CalendarChangeKind
LATE = date(2028, 12, 22)


def test_a_further_year_is_known_once_the_officer_has_checked_it(register):
    before = known_years(register, today=TODAY)
    assert (before.official, before.known, before.can_take_back) == (2028, 2028, None)
    changes = confirm_year(register, 2029, today=TODAY)
    assert changes.what == "Checked: bank holidays of 2029 agree with the official list"
    after = known_years(register, today=TODAY)
    assert (after.official, after.known) == (2028, 2029)
    assert after.checked == ((2029, TODAY),)
    assert register.calendar.is_announced(date(2029, 12, 31))
    assert all(row.is_announced for row in list_calendar(register, 2029))
    assert read_history(register)[0].what == "Bank holidays checked, 2029: added"


def test_what_was_checked_is_taken_back_by_its_own_button_not_by_undo(register):
    confirm_year(register, 2029, today=TODAY)
    confirm_year(register, 2030, today=TODAY)
    assert last_change(register) is None
    with pytest.raises(UserError, match="not the last"):
        take_back_year(register, 2029)
    take_back_year(register, 2030)
    assert known_years(register, today=TODAY).known == 2029
    take_back_year(register, 2029)
    assert not register.calendar.is_announced(date(2029, 1, 1))
    with pytest.raises(UserError, match="not the last"):
        take_back_year(register, 2029)
    confirm_year(register, 2029, today=TODAY)


@pytest.mark.parametrize(("year", "words"), [(2028, "known already"), (2030, "Check 2029 first")])
def test_years_are_checked_one_after_the_other(register, year, words):
    with pytest.raises(UserError, match=words):
        confirm_year(register, year, today=TODAY)


def test_no_year_is_checked_that_the_calendar_does_not_reach(register):
    for year in range(2029, 2050):
        confirm_year(register, year, today=TODAY)
    with pytest.raises(UserError, match="ends with 2049"):
        confirm_year(register, 2050, today=TODAY)


def test_open_dates_beyond_the_known_years_are_told_of_until_the_year_is_checked(register):
    register.now = lambda: datetime(2028, 12, 22, 9, tzinfo=UTC)
    make_case(register, notified_on=None)
    assert calendar_notice(register, today=LATE) == ""
    draft = replace(CASE, reference="RIV 2", further_references=(), aware_on=LATE)
    case_id = make_case(register, replace(draft, aware_on=None), notified_on=None)
    save_notification(register, case_id, NotificationDraft(notified_on=LATE), today=LATE)
    found = known_years(register, today=LATE)
    assert (found.dates_beyond, found.cases_beyond) == (4, 1)
    assert calendar_notice(register, today=LATE) == (
        "4 open due dates fall after 2028, the last year whose bank holidays are known. Check "
        "the next year in Settings, Calendar."
    )
    assert look_at_today(register, today=LATE).calendar_notice == calendar_notice(
        register, today=LATE
    )
    confirm_year(register, 2029, today=LATE)
    assert calendar_notice(register, today=LATE) == ""


def test_closures_of_the_year_before_are_offered_where_they_are_working_days(register):
    for day, name in (
        (date(2027, 6, 15), "Office move"),
        (date(2027, 12, 29), "Between the years"),
        (date(2027, 12, 30), "A Saturday in 2028"),
        (date(2027, 7, 1), "Staff day"),
        (date(2026, 6, 16), "Of an older year"),
    ):
        save_calendar_change(register, CalendarChange(day, CLOSURE, name))
    save_calendar_change(register, CalendarChange(date(2028, 12, 29), CLOSURE, "Noted already"))
    offered = CalendarChange(date(2028, 6, 15), CLOSURE, "Office move")
    assert closures_to_copy(register, 2028) == (offered,)
    changes = copy_closures(register, 2028)
    assert changes.what == "1 closure of 2027 noted for 2028"
    assert register.calendar.closures[offered.day] == "Office move"
    assert closures_to_copy(register, 2028) == ()
    with pytest.raises(UserError, match="no closures of 2027"):
        copy_closures(register, 2028)


def test_the_29th_of_february_is_not_copied(register):
    save_calendar_change(register, CalendarChange(date(2028, 2, 29), CLOSURE, "Leap day"))
    assert closures_to_copy(register, 2029) == ()


def test_a_change_is_corrected_in_place_and_told_as_one(register):
    day = date(2027, 5, 10)
    save_calendar_change(register, CalendarChange(day, ADDED, "Coronation"))
    (row,) = [one for one in list_calendar(register, 2027) if one.change_id]
    moved = CalendarChange(date(2027, 5, 11), ADDED, "Coronation of the King")
    save_calendar_change(register, moved, row.change_id)
    assert [one.change for one in list_calendar(register, 2027) if one.change_id] == [moved]
    assert register.calendar.is_working_day(day)
    renamed = replace(moved, name="Coronation")
    save_calendar_change(register, renamed, row.change_id)
    assert register.calendar.bank_holidays[moved.day] == "Coronation"


def test_a_change_is_held_against_the_calendar_as_it_is_without_it(register):
    christmas = date(2026, 12, 25)
    save_calendar_change(register, CalendarChange(christmas, REMOVED, "Moved"))
    row = next(one for one in list_calendar(register, 2026) if one.change_id)
    assert row.official == "Christmas Day"
    save_calendar_change(
        register, CalendarChange(christmas, REMOVED, "Moved by law"), row.change_id
    )
    with pytest.raises(RejectedError, match="no bank holiday"):
        save_calendar_change(register, CalendarChange(TODAY, REMOVED, "Moved"), row.change_id)
    remove_calendar_change(register, row.change_id)
    closed = CalendarChange(TODAY, CLOSURE, "Office move")
    save_calendar_change(register, closed)
    with pytest.raises(RejectedError, match="noted already"):
        save_calendar_change(register, closed)
