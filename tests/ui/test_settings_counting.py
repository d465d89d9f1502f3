"""Tests of the settings that dates depend on: counting, calendar, rules; and the agencies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from case_samples import TODAY
from settings_samples import (
    form_of,
    links,
    show_settings,
)

from sgdesk.domain.counting import Counting
from sgdesk.domain.partnerships import AgencyDraft, CalendarChangeKind
from sgdesk.services.deadlines import list_deadlines
from sgdesk.services.settings import list_agencies, list_calendar, save_agency
from sgdesk.ui.pages.settings_counting import day_off_before


@pytest.fixture
def desk(settings_desk):
    return settings_desk


@pytest.fixture
def page(qtbot, desk):
    return show_settings(qtbot, desk)


# Counting


def test_each_reading_shows_what_it_makes_of_the_example(page, desk):
    form = form_of(page, "Counting")
    assert form.example_field.value() == date(2026, 11, 22)
    form.example_field.set_value(date(2026, 11, 7))
    form.example_field.value_changed.emit(date(2026, 11, 7))
    said = {one: label.text() for one, label in form.choice.examples.items()}
    assert said[Counting.DAY_AFTER].endswith("day 15 of the Rapid Review is Fri 27 Nov 2026")
    assert said[Counting.DEEMED_NEXT].endswith("day 15 of the Rapid Review is Mon 30 Nov 2026")
    assert not form.is_changed()


def test_without_an_example_or_outside_the_calendar_the_form_says_so(page):
    form = form_of(page, "Counting")
    for day, words in (
        (None, "Give an example date below."),
        (date(2055, 1, 1), "The working-day calendar runs from"),
    ):
        form.example_field.set_value(day)
        form._show_examples()
        assert form.choice.examples[Counting.DAY_AFTER].text().startswith(words)


def test_another_reading_dates_the_deadlines_anew_at_once(qtbot, page, desk):
    def due():
        rows = list_deadlines(desk.register, today=TODAY)
        return next(row.due for row in rows if row.code == "RR-15")

    assert due() == date(2026, 12, 1)
    form = form_of(page, "Counting")
    form.choice.buttons[Counting.TRIGGER_IS_DAY_1].click()
    with qtbot.waitSignal(desk.context.changed):
        form.save()
    assert due() == date(2026, 11, 30)


def test_the_example_begins_with_a_day_off(desk):
    calendar = desk.register.calendar
    assert day_off_before(date(2026, 11, 20), calendar) == date(2026, 11, 15)


# Calendar


def calendar_rows(page):
    model = page.section.table.model()
    return [(row.day, row.name) for row in model.records()]


def test_the_bank_holidays_of_a_year_are_listed_and_later_ones_may_change(page):
    page.show_section("Calendar")
    assert (date(2026, 12, 25), "Christmas Day") in calendar_rows(page)
    assert page.section.message.isHidden()
    page.section.after_button.click()
    assert (date(2027, 3, 26), "Good Friday") in calendar_rows(page)
    page.section.year_combo.set_value(2030)
    assert page.section.message.text() == (
        "Bank holidays after 2028 are not announced yet and may change."
    )
    page.section.year_combo.set_value(2049)
    page.section.after_button.click()
    assert page.section.year_combo.value() == 2049
    page.section.before_button.click()
    assert page.section.year_combo.value() == 2048


def test_a_proclaimed_day_is_added_and_taken_back(qtbot, page, desk):
    form = form_of(page, "Calendar")
    form.day_field.set_value(date(2026, 11, 27))
    form.name_edit.setText("State Funeral")
    with qtbot.waitSignal(desk.context.changed):
        form.save()
    assert not desk.register.calendar.is_working_day(date(2026, 11, 27))
    assert (date(2026, 11, 27), "State Funeral") in calendar_rows(page)
    assert not form.is_changed()
    section = page.section
    section.table.choose((date(2026, 12, 25), "Christmas Day"))
    assert not section.take_back_button.isEnabled()
    section.take_back()
    section.table.choose((date(2026, 11, 27), "State Funeral"))
    section.take_back_button.click()
    assert desk.register.calendar.is_working_day(date(2026, 11, 27))


def test_a_bank_holiday_is_taken_out_under_its_own_name(page, desk):
    form = form_of(page, "Calendar")
    form.kind_combo.set_value(CalendarChangeKind.REMOVED)
    form.day_field.set_value(date(2026, 12, 25))
    form.day_field.value_changed.emit(date(2026, 12, 25))
    assert form.name_edit.text() == "Christmas Day"
    form.save()
    assert desk.register.calendar.is_working_day(date(2026, 12, 25))
    (row,) = [one for one in list_calendar(desk.register, 2026) if one.change]
    column = page.section.table.model().columns[2]
    assert column.text(row) == "Taken out: counted"


def test_a_change_without_a_day_or_name_is_refused(page):
    form = form_of(page, "Calendar")
    form.name_edit.setText("State Funeral")
    form.save()
    assert links(form) == ["Day: Give the day."]
    form.day_field.set_value(date(2026, 12, 25))
    form.save()
    assert links(form) == ["Day: Fri 25 Dec 2026 is a bank holiday already."]
    page.show_section("Rules")
    assert form.foot.is_asking
    form.foot.discard_button.click()
    assert page.key == "Rules"


def test_a_change_that_is_gone_already_is_reported(qtbot, page, desk, monkeypatch):
    form = form_of(page, "Calendar")
    form.day_field.set_value(date(2026, 11, 27))
    form.name_edit.setText("State Funeral")
    form.save()
    section = page.section
    section.table.choose((date(2026, 11, 27), "State Funeral"))
    row = section.table.chosen_record()
    monkeypatch.setattr(
        section.table, "chosen_record", lambda: replace(row, change_id=desk.full_id)
    )
    with qtbot.waitSignal(desk.context.troubled):
        section.take_back()


# Agencies


def test_agencies_are_added_edited_and_set_aside(page, desk):
    form = form_of(page, "Agencies")
    form.name_edit.setText("Riverton Health")
    form.kind_combo.setCurrentText("Health")
    form.save()
    section = page.section
    assert section.table.chosen_record().draft.name == "Riverton Health"
    assert section.form_title.text() == "Riverton Health"
    form.active_check.setChecked(False)
    form.email_edit.setText("safeguarding@example.org")
    form.save()
    (row,) = list_agencies(desk.register)
    assert row.draft == AgencyDraft(
        "Riverton Health", "Health", "", "safeguarding@example.org", is_active=False
    )


def test_two_agencies_cannot_have_one_name(page, desk):
    save_agency(desk.register, None, AgencyDraft(name="Police"))
    form = form_of(page, "Agencies")
    page.section.new_button.click()
    form.name_edit.setText("police")
    form.save()
    assert links(form) == ["Agency: Police is in the directory already."]
    form.name_edit.setText("Fire service")
    form.save()
    assert [row.draft.name for row in list_agencies(desk.register)] == ["Fire service", "Police"]
    assert page.section.table.chosen_record().draft.name == "Fire service"


def test_going_to_another_agency_asks_about_what_is_typed(page, desk):
    for name in ("Health", "Police"):
        save_agency(desk.register, None, AgencyDraft(name=name))
    form = form_of(page, "Agencies")
    section = page.section
    health, police = list_agencies(desk.register)
    assert form.name_edit.text() == "Health"
    form.contact_edit.setText("Named nurse")
    section.table.choose(police.agency_id)
    assert form.foot.is_asking
    assert section.table.chosen_record() == health
    form.foot.discard_button.click()
    assert form.name_edit.text() == "Police"
    assert section.table.chosen_record() == police
    form.contact_edit.setText("Desk sergeant")
    page.show_section("Rules")
    form.foot.save_and_leave_button.click()
    assert page.key == "Rules"
    assert list_agencies(desk.register)[1].draft.contact == "Desk sergeant"


# Rules


def test_the_rules_of_each_edition_are_shown_with_what_stands_to_be_confirmed(page):
    page.show_section("Rules")
    section = page.section
    assert section.chips.chosen_key == "2026"
    columns = section.table.model().columns
    rules = {rule.code: rule for rule in section.table.model().records()}
    assert [column.text(rules["RR-15"]) for column in columns] == [
        "RR-15",
        "Rapid Review to the Panel",
        "Panel expectation",
        "Yes",
    ]
    assert columns[3].text(rules["PUB-7"]) == "To be confirmed"
    section.table.choose("RR-15")
    assert "an expectation of the Panel, not a duty in law" in section.rule_label.text()
    section.chips.choose("2018")
    assert "CL-5" not in {rule.code for rule in section.table.model().records()}
    assert section.edition_label.text().startswith("Working Together 2018: ")
    section.table.choose("CL-5")
    assert section.rule_label.text().startswith("Rapid Review completed")
