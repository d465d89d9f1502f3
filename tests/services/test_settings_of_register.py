from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from services_samples import PROFILE, TODAY

from sgdesk.domain.partnerships import AgencyDraft, CalendarChange, CalendarChangeKind
from sgdesk.errors import RejectedError
from sgdesk.services.settings import (
    list_agencies,
    list_calendar,
    remove_calendar_change,
    save_agency,
    save_calendar_change,
    save_profile,
)


def test_the_profile_is_changed_and_in_force_at_once(register):
    changed = replace(PROFILE, name="Riverton and Vale SCP", accent="#086B66")
    assert save_profile(register, changed, today=TODAY).what == "Settings saved"
    assert register.profile == changed
    with pytest.raises(RejectedError):
        save_profile(register, replace(changed, name=""), today=TODAY)
    assert register.profile == changed


def test_agencies_are_listed_by_name_and_never_doubled(register):
    save_agency(register, None, AgencyDraft("riverton police"))
    save_agency(register, None, AgencyDraft("Acute hospital trust", kind="Health"))
    rows = list_agencies(register)
    assert [row.draft.name for row in rows] == ["Acute hospital trust", "riverton police"]
    renamed = replace(rows[1].draft, name="Riverton Police", is_active=False)
    save_agency(register, rows[1].agency_id, renamed)
    assert list_agencies(register)[1].draft == renamed
    with pytest.raises(RejectedError):
        save_agency(register, None, AgencyDraft("RIVERTON POLICE"))


def test_the_calendar_shows_official_days_and_the_officers_changes(register):
    official = list_calendar(register, 2026)
    assert [row.name for row in official][:2] == ["New Year's Day", "Good Friday"]
    assert all(row.change_id is None and row.is_announced for row in official)
    assert not list_calendar(register, 2030)[0].is_announced
    christmas = date(2026, 12, 25)
    save_calendar_change(
        register, CalendarChange(christmas, CalendarChangeKind.REMOVED, "Moved by proclamation")
    )
    rows = {row.day: row for row in list_calendar(register, 2026)}
    assert rows[christmas].name == "Moved by proclamation"
    assert register.calendar.is_working_day(christmas)
    remove_calendar_change(register, rows[christmas].change_id)
    assert list_calendar(register, 2026) == official
    assert not register.calendar.is_working_day(christmas)
    with pytest.raises(RejectedError):
        save_calendar_change(register, CalendarChange(TODAY, CalendarChangeKind.REMOVED, "x"))
