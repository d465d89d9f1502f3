"""What is typed into the settings and not saved comes back too."""

from __future__ import annotations

from datetime import date

import pytest
from case_samples import TODAY
from settings_samples import form_of
from typing_samples import WORDS, come_back, form_on_show, kept
from window_steps import dialog_on_show, open_window

from sgdesk.domain.partnerships import (
    AgencyContactDraft,
    AgencyDraft,
    CalendarChange,
    CalendarChangeKind,
    FormerNameDraft,
)
from sgdesk.errors import UserError
from sgdesk.services.agency_directory import save_contact, save_earlier_name
from sgdesk.services.settings import list_agencies, save_agency, save_calendar_change
from sgdesk.ui.dialogs.edit_dialog import EditDialog
from sgdesk.ui.dialogs.kept_texts_dialog import KeptTextsDialog
from sgdesk.ui.shell import keeping_typing


@pytest.fixture
def desk(settings_desk):
    return settings_desk


@pytest.fixture
def window(qtbot, desk):
    save_agency(desk.register, None, AgencyDraft(name="Harbour Health"))
    save_agency(desk.register, None, AgencyDraft(name="Riverton Police"))
    made = open_window(qtbot, desk.context)
    made.go("settings")
    return made


def back(qtbot, window):
    """Lose the window with what is typed, continue, and return the page of settings."""
    assert window.context.typing.flush()
    after = come_back(qtbot, window)
    after.taking_up.bar.continue_button.click()
    return after.page


def test_the_partnership_comes_back(qtbot, desk, window):
    form = form_of(window.page, "Partnership")
    form.name_edit.setText(WORDS)
    again = back(qtbot, window).section.form
    assert again.name_edit.text() == WORDS
    assert again.is_changed()
    assert (
        "not saved yet"
        in again.findChildren(type(again._note.itemAt(0).widget()))[0].sentence_label.text()
    )
    again.foot.discard_asked.emit()
    assert kept(desk.register) == ()
    assert again._note.count() == 0


def test_the_documents_come_back_with_their_lists(qtbot, window):
    form = form_of(window.page, "Documents")
    form.contacts_edit.setPlainText("A team\nA line")
    form.reading_list.add()
    form.reading_list.rows[-1].edits[0].setPlainText(WORDS)
    items = form.reading_list.items()
    again = back(qtbot, window).section.form
    assert again.contacts_edit.entries() == ("A team", "A line")
    assert again.reading_list.items() == items


@pytest.mark.parametrize("name", ["Riverton Police", ""])
def test_an_agency_comes_back_as_the_one_that_was_typed_into(qtbot, desk, window, name):
    window.page.show_section("Agencies")
    section = window.page.section
    row = next((one for one in section.rows() if one.draft.name == name), None)
    section._go_to(row)
    section.form.note_edit.setPlainText(WORDS)
    page = back(qtbot, window)
    assert page.key == "Agencies"
    shown = page.section.form.row
    assert (shown.draft.name if shown else "") == name
    assert page.section.form.note_edit.toPlainText() == WORDS


@pytest.mark.parametrize("what", ["contacts", "names"])
@pytest.mark.parametrize("is_new", [True, False])
def test_what_hangs_on_an_agency_comes_back(qtbot, desk, window, what, is_new):
    agency = list_agencies(desk.register)[1]
    draft = (
        AgencyContactDraft(name="A deputy")
        if what == "contacts"
        else FormerNameDraft(name="Riverton Health", until_on=date(2020, 4, 1))
    )
    save = save_contact if what == "contacts" else save_earlier_name
    save(desk.register, agency.agency_id, None, draft, today=TODAY)
    window.page.show_section("Agencies")
    section = window.page.section
    section.reload()
    section._go_to(next(one for one in section.rows() if one.agency_id == agency.agency_id))
    card = getattr(section.lists, what)
    if is_new:
        card.link_button.click()
    else:
        section.lists.open_again(what[:-1], _held(section.lists, what))
    form = form_on_show(window)
    form.editors["name"].setText(WORDS)
    place = form.kept_as
    assert place.is_new == is_new
    window.context.typing.flush()
    after = come_back(qtbot, window)
    after.taking_up.bar.continue_button.click()
    again = form_on_show(after)
    assert again.kept_as == place
    assert again.editors["name"].text() == WORDS


def _held(lists, what):
    row = lists._row
    return (row.contacts if what == "contacts" else row.former_names)[0].entry_id


def test_nothing_opens_on_an_agency_that_is_not_on_show(qtbot, window):
    window.page.show_section("Agencies")
    section = window.page.section
    section._go_to(None)
    section.lists.open_again("contact", None)
    section.form.name_edit.setText(WORDS)
    section.open_again(f"{section.rows()[0].agency_id}:contact:")
    assert not [one for one in window.findChildren(EditDialog) if one.isVisible()]


def test_a_letter_a_list_and_a_standing_text_come_back(qtbot, desk, window):
    form = form_of(window.page, "Letters")
    window.page.section.letter_combo.setCurrentIndex(2)
    key = form.key
    form.subject_edit.setText(WORDS)
    page = back(qtbot, window)
    assert page.section.form.key is key
    assert page.section.form.subject_edit.text() == WORDS
    page.section.form.foot.discard_asked.emit()
    page.show_section("Lists of values")
    page.section.list_combo.setCurrentIndex(3)
    lists = page.section.form
    lists.editor.set_value((*lists.editor.value(), WORDS))
    page = back(qtbot, page.window())
    assert page.section.form.key is lists.key
    assert page.section.form.editor.value()[-1] == WORDS
    assert page.section.form.is_changed()
    page.section.form.foot.discard_asked.emit()
    page.show_section("Standing texts")
    page.section.text_combo.setCurrentIndex(1)
    page.section.begin()
    text_key = page.section.form.key
    page.section.form.text_edit.setPlainText(WORDS)
    page = back(qtbot, page.window())
    assert page.section.form.key is text_key
    assert page.section.form.is_new
    assert page.section.form.text_edit.toPlainText() == WORDS


def test_a_wording_that_is_held_comes_back_over_itself(qtbot, window):
    page = window.page
    page.show_section("Standing texts")
    page.section.begin()
    page.section.form.text_edit.setPlainText("The first words.")
    page.section.form.save()
    held = page.section.form.row.entry.entry_id
    page.section.form.text_edit.setPlainText(WORDS)
    page = back(qtbot, window)
    assert page.section.form.row.entry.entry_id == held
    assert page.section.form.text_edit.toPlainText() == WORDS


def test_a_timetable_comes_back_with_its_steps(qtbot, window):
    window.page.show_section("Local timetable")
    section = window.page.section
    section.begin()
    section.form.note_edit.setText(WORDS)
    section.form.steps.add()
    section.form.steps.name_edit.setText("Our own step")
    steps = section.form.steps.value()
    page = back(qtbot, window)
    assert page.section.form.is_new
    assert page.section.form.note_edit.text() == WORDS
    assert page.section.form.steps.value() == steps


def test_the_way_of_counting_comes_back(qtbot, window):
    form = form_of(window.page, "Counting")
    other = next(one for one, button in form.choice.buttons.items() if not button.isChecked())
    form.choice.buttons[other].click()
    page = back(qtbot, window)
    assert page.key == "Counting"
    assert page.section.form.choice.value() is other
    assert page.section.form.is_changed()


def test_a_change_of_the_calendar_comes_back(qtbot, desk, window):
    day = date(2026, 12, 24)
    change = CalendarChange(day, CalendarChangeKind.CLOSURE, "Office closed")
    save_calendar_change(desk.register, change)
    window.page.show_section("Calendar")
    window.page.section.open_day(day)
    window.page.section.form.name_edit.setText(WORDS)
    page = back(qtbot, window)
    assert page.section.form.row.day == day
    assert page.section.form.name_edit.text() == WORDS
    page.section.form.foot.discard_asked.emit()
    page.section.form.name_edit.setText("New one")
    page = back(qtbot, page.window())
    assert page.section.form.row is None
    assert page.section.form.name_edit.text() == "New one"


def test_what_is_typed_here_by_now_is_not_written_over(qtbot, desk, window):
    form_of(window.page, "Partnership").name_edit.setText(WORDS)
    window.context.typing.flush()
    after = come_back(qtbot, window)
    after.go("settings")
    form_of(after.page, "Partnership").name_edit.setText("Typed just now")
    after.taking_up.bar.continue_button.click()
    assert after.page.section.form.name_edit.text() == "Typed just now"
    assert isinstance(dialog_on_show(after), KeptTextsDialog)


def test_a_disk_that_takes_nothing_is_told_over_the_buttons(qtbot, window, monkeypatch):
    form = form_of(window.page, "Partnership")

    def fail(*_):
        raise UserError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(keeping_typing, "keep_typing", fail)
        form.name_edit.setText(WORDS)
        window.taking_up.keeping.keep_now()
        qtbot.waitUntil(lambda: form.foot.keeping_line.text() == "The disk is full.")
    window.context.typing.flush()


def test_saving_takes_away_what_was_kept(qtbot, desk, window):
    form = form_of(window.page, "Partnership")
    form.short_name_edit.setText("Riverton SCP")
    window.context.typing.flush()
    assert [one.about for one in kept(desk.register)] == ["Partnership"]
    form.save()
    qtbot.waitUntil(lambda: not form.is_changed())
    assert kept(desk.register) == ()
    assert len(list_agencies(desk.register)) == 2
    assert desk.context.today() == TODAY
