"""Tests of the settings: each section saves on its own, and nothing typed is lost unasked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from case_samples import CASE, NOTIFICATION, NOW, TODAY, Desk
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog, QFileDialog, QLabel

from sgdesk.domain.counting import Counting
from sgdesk.domain.partnerships import AgencyDraft, CalendarChangeKind, PartnershipDraft
from sgdesk.errors import UserError
from sgdesk.services.cases import save_case
from sgdesk.services.deadlines import list_deadlines
from sgdesk.services.register import create_register, open_register
from sgdesk.services.reviews import save_notification
from sgdesk.services.settings import list_agencies, list_calendar, save_agency, save_profile
from sgdesk.store.wrapping import Cost
from sgdesk.ui.context import AppContext
from sgdesk.ui.pages.settings_colour import contrast_words
from sgdesk.ui.pages.settings_counting import day_off_before
from sgdesk.ui.pages.settings_page import SettingsPage
from sgdesk.ui.tasks import wait_for_work

PROFILE = PartnershipDraft(
    name="Riverton Safeguarding Children Partnership", prefix="RIV", officer="Business support"
)
OPENING_WORDS = "ripe lantern over seven hills"
NEW_WORDS = "violet harbour under nine stars"
CHEAP = Cost(64, 1, 1)
DARKER = "Choose a darker one."


@pytest.fixture
def desk(qapp, tmp_path):
    """A register that a passphrase opens, with one notified case."""
    register, _ = create_register(tmp_path, PROFILE, OPENING_WORDS, now=lambda: NOW, cost=CHEAP)
    changes = save_case(register, None, CASE, today=TODAY)
    (case_id,) = changes.case_ids
    save_notification(register, case_id, NOTIFICATION, today=TODAY)
    yield Desk(register, AppContext(register, lambda: TODAY), case_id, case_id)
    wait_for_work()
    register.close()


@pytest.fixture
def page(qtbot, desk):
    made = SettingsPage(desk.context)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    QTest.qWaitForWindowActive(made)
    yield made
    wait_for_work()


@pytest.fixture
def opened(page):
    """The page with its section on security."""
    page.show_section("Security")
    return page


def form_of(page, key):
    page.show_section(key)
    return page.section.form


def links(form):
    return [link.accessibleName() for link in form.problem_panel.links()]


def png(size=(300, 200)):
    stream = BytesIO()
    Image.new("RGB", size, "teal").save(stream, "PNG")
    return stream.getvalue()


# Partnership


def test_the_partnership_is_saved_and_told(qtbot, page, desk):
    form = form_of(page, "Partnership")
    form.short_name_edit.setText("Riverton SCP")
    form.report_field.set_value(date(2025, 12, 1))
    assert form.is_changed()
    with qtbot.waitSignal(desk.context.changed):
        form.foot.save_button.click()
    assert desk.register.profile == replace(
        PROFILE, short_name="Riverton SCP", last_yearly_report_on=date(2025, 12, 1)
    )
    assert form.foot.said_label.text() == "Settings saved."
    assert not form.is_changed()


def test_all_problems_of_a_form_are_shown_at_once_and_nothing_is_saved(page, desk):
    form = form_of(page, "Partnership")
    form.name_edit.clear()
    form.prefix_edit.setText("–")
    form.report_field.line_edit.setText("31/11/2026")
    form.report_field.line_edit.textEdited.emit("31/11/2026")
    form.save()
    said = links(form)
    assert said[0].startswith("Last yearly report published: ")
    assert said[1:] == [
        "Partnership: Give its full name.",
        "Reference prefix: Give the letters that new references begin with.",
    ]
    assert "Give its full name." in form.fields.row("name").message.text()
    assert desk.register.profile == PROFILE
    form.problem_panel.links()[1].click()
    assert page.focusWidget() is form.name_edit


def test_undo_brings_back_what_is_held(page):
    form = form_of(page, "Partnership")
    form.name_edit.setText("Another")
    assert form.foot.undo_button.isVisible()
    form.foot.undo_button.click()
    assert form.name_edit.text() == PROFILE.name
    assert not form.foot.undo_button.isVisible()


def test_a_save_that_fails_says_why_and_keeps_what_was_typed(page, monkeypatch):
    form = form_of(page, "Partnership")
    form.name_edit.setText("Another")

    def refuse(_draft):
        raise UserError("The disk is full.")

    monkeypatch.setattr(form, "store", refuse)
    form.save()
    assert links(form) == ["The disk is full."]
    assert form.name_edit.text() == "Another"


def test_what_another_section_cannot_hold_is_shown_too(page, desk, monkeypatch):
    form = form_of(page, "Partnership")
    broken = replace(PROFILE, ink="#FFFFFF")
    monkeypatch.setattr(desk.register, "profile", broken)
    form.save()
    assert links(form)[0].startswith("Main colour: its contrast with white is 1.0 to 1")


# Leaving a section


def test_leaving_asks_inside_the_page_and_keep_editing_stays(page):
    form = form_of(page, "Partnership")
    form.name_edit.setText("Another")
    page.show_section("Rules")
    assert page.key == "Partnership"
    assert page.section_list.currentItem().text() == "Partnership"
    assert form.foot.is_asking
    form.foot.keep_button.click()
    assert not form.foot.is_asking
    assert form.name_edit.text() == "Another"


def test_leaving_can_discard_or_save_and_then_goes_on(qtbot, page, desk):
    form = form_of(page, "Partnership")
    form.name_edit.setText("Another")
    page.show_section("Rules")
    form.foot.discard_button.click()
    assert page.key == "Rules"
    assert page.section_list.currentItem().text() == "Rules"
    assert form.name_edit.text() == PROFILE.name
    page.show_section("Partnership")
    form.name_edit.setText("Another")
    page.show_section("Counting")
    form.foot.save_and_leave_button.click()
    assert page.key == "Counting"
    assert desk.register.profile.name == "Another"


def test_saving_while_asked_stays_if_something_is_wrong(page):
    form = form_of(page, "Partnership")
    form.name_edit.clear()
    page.show_section("Rules")
    form.foot.save_and_leave_button.click()
    assert page.key == "Partnership"
    assert not form.foot.is_asking
    assert links(form) == ["Partnership: Give its full name."]


def test_what_is_typed_stays_when_the_register_changes_elsewhere(page, desk):
    form = form_of(page, "Partnership")
    form.name_edit.setText("Another")
    desk.context.apply(save_agency(desk.register, None, AgencyDraft(name="Health")))
    assert form.name_edit.text() == "Another"
    form.foot.undo_button.click()
    desk.context.apply(save_profile(desk.register, replace(PROFILE, name="Renamed"), today=TODAY))
    assert form.name_edit.text() == "Renamed"


# Documents


def test_colours_show_their_contrast_and_pale_ones_are_refused(page, desk):
    form = form_of(page, "Documents")
    form.ink_field.set_value("#F2A541")
    assert form.ink_field.contrast_label.text() == (
        "Contrast with white 2.1 to 1, too little: text needs 4.5"
    )
    form.accent_field.set_value("teal")
    form.save()
    assert links(form) == [
        f"Main colour: Its contrast with white is 2.1 to 1 and text needs 4.5 to 1. {DARKER}",
        "Second colour: Write it as # and six digits, as #12344D.",
    ]
    assert contrast_words(12.94) == "Contrast with white 12.9 to 1, enough for text"
    form.ink_field.set_value("#5B2C6F")
    form.accent_field.set_value("#0B5345")
    form.save()
    assert (desk.register.profile.ink, desk.register.profile.accent) == ("#5B2C6F", "#0B5345")


def test_a_colour_can_be_chosen_from_a_palette(page):
    form = form_of(page, "Documents")
    form.ink_field.choose_button.click()
    (dialog,) = form.ink_field.findChildren(QColorDialog)
    dialog.colorSelected.emit(QColor("#5b2c6f"))
    assert form.ink_field.value() == "#5B2C6F"
    dialog.reject()


def test_a_logo_is_read_shown_saved_and_removed(qtbot, page, desk, tmp_path):
    form = form_of(page, "Documents")
    (tmp_path / "logo.png").write_bytes(png())
    with qtbot.waitSignal(form.logo_field.settled):
        form.logo_field.read_file(str(tmp_path / "logo.png"))
    assert form.logo_field.note_label.text() == "300 by 200 pixels"
    middle = form.logo_field.picture.grab().toImage().pixelColor(84, 50)
    assert middle == QColor("teal")
    form.save()
    assert desk.register.profile.logo_png.startswith(b"\x89PNG")
    form.logo_field.remove_button.click()
    form.save()
    assert desk.register.profile.logo_png is None
    assert "name the partnership" in form.logo_field.note_label.text()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<svg/>", "cannot be read as a picture"),
        (None, "This file cannot be read"),
        (b"0" * 25_000_001, "too large"),
    ],
)
def test_what_is_no_logo_is_refused_in_words(qtbot, page, tmp_path, content, words):
    form = form_of(page, "Documents")
    if content is not None:
        (tmp_path / "logo.png").write_bytes(content)
    with qtbot.waitSignal(form.logo_field.settled):
        form.logo_field.read_file(str(tmp_path / "logo.png"))
    assert words in form.logo_field.message.text()
    assert form.logo_field.value() is None


def test_the_logo_is_chosen_in_a_dialog_of_pictures(page):
    form = form_of(page, "Documents")
    form.logo_field.choose_button.click()
    (dialog,) = form.logo_field.findChildren(QFileDialog)
    assert "*.png" in dialog.nameFilters()[0]
    dialog.reject()


def test_the_lines_of_find_out_more_are_edited_in_place(page, desk):
    form = form_of(page, "Documents")
    form.reading_list.add()
    form.reading_list.rows[0].edits[0].setPlainText("All reviews:")
    form.reading_list.rows[0].edits[2].setPlainText("https://example.org")
    form.reading_list.add()
    form.save()
    (line,) = desk.register.profile.reading
    assert (line.text, line.label, line.address) == ("All reviews:", "", "https://example.org")


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
    assert column.text(row) == "Not a bank holiday after all"


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


# Security


def test_the_passphrase_is_changed_and_opens_the_register(qtbot, opened):
    form = opened.section.form
    form.old_edit.setText(OPENING_WORDS)
    form.new_passphrase.first_edit.setText(NEW_WORDS)
    form.new_passphrase.second_edit.setText(NEW_WORDS)
    assert opened.section.is_changed()
    with qtbot.waitSignal(form.settled, timeout=20_000):
        form.foot.save_button.click()
    assert form.foot.said_label.text() == "Passphrase changed."
    assert not opened.section.is_changed()
    register = opened._context.register
    register.close()
    open_register(register.folder, NEW_WORDS, now=register.now).close()


def test_a_wrong_passphrase_is_said_so_and_nothing_changes(qtbot, opened):
    form = opened.section.form
    form.old_edit.setText("not the right words at all")
    form.new_passphrase.first_edit.setText(NEW_WORDS)
    form.new_passphrase.second_edit.setText(NEW_WORDS)
    with qtbot.waitSignal(form.settled, timeout=20_000):
        form.save()
    assert form.old_row.message.text()
    assert form.new_passphrase.passphrase() == NEW_WORDS
    form.old_edit.textEdited.emit("x")
    assert form.old_row.message.text() == ""


def test_what_is_missing_for_a_new_passphrase_is_pointed_out(opened):
    form = opened.section.form
    form.save()
    assert form.old_row.message.text() == "Type the passphrase that opens the register now."
    form.old_edit.setText(OPENING_WORDS)
    form.save()
    assert form.new_passphrase.first_row.message.text()


def test_leaving_a_half_typed_passphrase_asks_and_forgets_it(opened):
    form = opened.section.form
    form.old_edit.setText(OPENING_WORDS)
    opened.show_section("Rules")
    assert form.foot.is_asking
    assert form.foot.save_and_leave_button.isHidden()
    form.foot.discard_button.click()
    assert opened.key == "Rules"
    assert form.old_edit.text() == ""
    form.old_edit.setText(OPENING_WORDS)
    form._on_discarded()
    assert form.old_edit.text() == ""


def test_security_says_where_the_register_lies_and_that_the_key_is_on_paper(opened):
    folder = str(opened._context.register.folder)
    shown = [label.text() for label in opened.section.findChildren(QLabel)]
    assert folder in shown
    assert any(words.startswith("The recovery key was shown once") for words in shown)
    opened.section.copy_folder()
    assert QGuiApplication.clipboard().text() == folder


def test_in_practice_there_is_no_passphrase_to_change(qtbot, desk, monkeypatch):
    monkeypatch.setattr(desk.register, "is_practice", True)
    page = SettingsPage(desk.context)
    qtbot.addWidget(page)
    page.show_section("Security")
    assert page.section.form is None
    assert not page.section.is_changed()
    page.section.ask()
    page.show_section("Rules")
    assert page.key == "Rules"
    page.section.ask()
    page.section.reload()


# Appearance


def test_the_appearance_holds_at_once_and_follows_the_menu(qtbot, page, desk):
    page.show_section("Appearance")
    section = page.section
    section.scheme_buttons["dark"].click()
    section.size_combo.set_value(1.5)
    section.rows_check.click()
    settings = desk.context.settings
    assert (settings.scheme, settings.text_scale, settings.is_comfortable) == ("dark", 1.5, True)
    desk.context.change_settings(scheme="light", text_scale=1.0, is_comfortable=False)
    assert section.scheme_buttons["light"].isChecked()
    assert section.size_combo.value() == 1.0
    assert not section.rows_check.isChecked()
    assert not section.is_changed()


# The page


def test_the_page_fits_narrow_windows_and_goes_through_its_parts(page):
    wide = page.section_list.width()
    page.fit(QSize(600, 500))
    assert page.section_list.width() < wide
    assert page.panes() == [page.section_list, page.section]


def test_the_buttons_of_a_form_stay_in_sight_in_a_low_window(page):
    form = form_of(page, "Documents")
    page.resize(900, 420)
    foot = form.foot
    assert foot.mapTo(page, foot.rect().bottomLeft()).y() <= page.height()
    assert page.section.scroll_area.verticalScrollBar().maximum() > 0
