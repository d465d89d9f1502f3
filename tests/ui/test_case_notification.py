"""Tests of the tab of a notification: its sections, who is told, and the copy-out sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from case_samples import NOTIFICATION, TODAY, nameless, opened, part_tab, texts
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from sgdesk.domain.answers import Answer
from sgdesk.domain.notifications import (
    PARTNERS,
    NotificationOutcome,
    RecipientAbout,
    RecipientDraft,
)
from sgdesk.domain.people import ChildDraft
from sgdesk.records.copy_out import CopyAnswer, CopyOutSheet, CopyPart
from sgdesk.services.children import save_child
from sgdesk.services.entries import list_entries, remove_entry
from sgdesk.services.recipients import save_recipient
from sgdesk.services.reviews import save_notification
from sgdesk.store.entities.cases import CaseEntity
from sgdesk.store.queries.find import get_live
from sgdesk.ui.dialogs.copy_out_dialog import CopyOutDialog
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.pages.case_notification_tab import NotificationTab
from sgdesk.ui.printing.paper_preview import PaperPreview


def tell(desk, name, day=date(2026, 11, 10), **values):
    draft = RecipientDraft(recipient=name, told_on=day, **values)
    save_recipient(desk.register, desk.full_id, None, draft, today=TODAY)


def left_buttons(tab):
    return {one.text(): one for one in tab.left_card.findChildren(type(tab.card.link_button))[1:]}


@pytest.fixture
def tab(open_case_page):
    return part_tab(open_case_page(), "notification")


def test_the_incident_for_the_national_form_has_a_form_of_its_own(open_case_page, desk):
    page = open_case_page()
    tab = part_tab(page, "notification")
    tab.card.parts()[2].edit_button.click()
    dialog = opened(page, FormDialog)
    dialog.editors["nature"].setCurrentText("Serious harm")
    dialog.editors["known_to_agencies"].set_value(Answer.YES)
    dialog.save()
    assert desk.view().notification == replace(
        NOTIFICATION, nature="Serious harm", known_to_agencies=Answer.YES
    )
    assert {"Serious harm", "Yes"} <= set(texts(tab))


def test_two_forms_of_one_notification_do_not_undo_each_other(open_case_page, desk):
    page = open_case_page()
    tab = part_tab(page, "notification")
    tab.open_step("")
    first = opened(page, FormDialog)
    tab.open_step("incident")
    second = next(one for one in page.findChildren(FormDialog) if one is not first)
    first.editors["receipt"].setText("R 18")
    first.save()
    second.editors["cause"].setCurrentText("Neglect")
    second.save()
    held = desk.view().notification
    assert (held.receipt, held.cause) == ("R 18", "Neglect")


def test_a_second_submission_is_told_with_the_day_from_which_the_clocks_run(open_case_page, desk):
    again = replace(
        NOTIFICATION,
        decided_to_notify_on=date(2026, 11, 9),
        first_notified_on=date(2026, 11, 9),
        resubmitted_reason="The wrong form.",
    )
    save_notification(desk.register, desk.full_id, again, today=TODAY)
    said = texts(part_tab(open_case_page(), "notification"))
    assert "It was sent again. All clocks run from Tue 10 Nov 2026." in said
    assert {"The wrong form.", "Decided to notify"} <= set(said)


def test_a_notification_that_no_longer_stands_says_what_follows(open_case_page, desk):
    ended = replace(
        NOTIFICATION,
        outcome=NotificationOutcome.WITHDRAWN,
        withdrawn_on=date(2026, 11, 20),
        withdrawn_reason="An accident.",
    )
    save_notification(desk.register, desk.full_id, ended, today=TODAY)
    tab = part_tab(open_case_page(), "notification")
    said = texts(tab)
    assert "All clocks of this case have stopped, and it counts as closed." in said
    assert {"Withdrawn", "Fri 20 Nov 2026", "An accident."} <= set(said)
    assert tab.left_card.isHidden()


def test_who_still_has_to_be_told_stands_ready_to_be_recorded(open_case_page, desk):
    page = open_case_page()
    tab = part_tab(page, "notification")
    assert tuple(left_buttons(tab)) == PARTNERS
    left_buttons(tab)[PARTNERS[1]].click()
    dialog = opened(page, FormDialog)
    assert dialog.editors["recipient"].currentText() == PARTNERS[1]
    assert dialog.editors["told_on"].value() == TODAY
    dialog.save()
    assert tuple(left_buttons(tab)) == (PARTNERS[0], PARTNERS[2])
    assert PARTNERS[1] in texts(tab.recipients)
    (entry,) = list_entries(desk.register, RecipientDraft, desk.full_id)
    assert entry.draft.told_on == TODAY


def test_somebody_on_the_list_who_waits_is_told_in_place_and_stands_first(open_case_page, desk):
    tell(desk, PARTNERS[0])
    tell(desk, PARTNERS[2], None, note="Away.")
    page = open_case_page()
    tab = part_tab(page, "notification")
    assert [part.section.title for part in tab.recipients.parts()] == [PARTNERS[2], PARTNERS[0]]
    assert {"Still to be told", "Away."} <= set(texts(tab.recipients))
    left_buttons(tab)[PARTNERS[2]].click()
    opened(page, FormDialog).save()
    entries = list_entries(desk.register, RecipientDraft, desk.full_id)
    assert [one.draft.told_on for one in entries] == [date(2026, 11, 10), TODAY]


def test_a_list_that_contradicts_the_date_of_partners_told_says_so(open_case_page, desk):
    tell(desk, PARTNERS[2], None)
    note = "Met · The list below says otherwise: Police (safeguarding partner) still to be told."
    assert note in texts(part_tab(open_case_page(), "notification").card)


def test_nobody_is_left_when_all_partners_are_told(open_case_page, desk):
    for name in PARTNERS:
        tell(desk, name)
    assert part_tab(open_case_page(), "notification").left_card.isHidden()


def test_recipients_are_added_edited_by_f2_and_removed(open_case_page, desk, qtbot):
    page = open_case_page()
    tab = part_tab(page, "notification")
    tab.recipients.link_button.click()
    dialog = opened(page, FormDialog)
    dialog.editors["recipient"].setCurrentText("Ofsted")
    dialog.save()
    tab.recipients.parts()[0].edit_button.setFocus()
    page.edit_chosen()
    dialog = opened(page, FormDialog)
    assert dialog.editors["recipient"].currentText() == "Ofsted"
    dialog.editors["route"].setCurrentText("Letter")
    dialog.save()
    assert any("Letter" in words for words in texts(tab.recipients))
    part = tab.recipients.parts()[0]
    entry = list_entries(desk.register, RecipientDraft, desk.full_id)[0]
    remove_entry(desk.register, desk.full_id, entry)
    with qtbot.waitSignal(desk.context.troubled):
        part.confirm_button.click()
    tab.show_case(desk.view())
    tell(desk, "Ofsted")
    tab.show_case(desk.view())
    tab.recipients.parts()[0].confirm_button.click()
    assert list_entries(desk.register, RecipientDraft, desk.full_id) == ()


def test_what_was_told_of_something_else_says_of_what(open_case_page, desk):
    tell(desk, "The Panel", about=RecipientAbout.DELAY)
    assert "The delay" in texts(part_tab(open_case_page(), "notification").recipients)


def test_f2_edits_the_section_with_the_keyboard_else_the_notification(open_case_page):
    page = open_case_page()
    tab = part_tab(page, "notification")
    tab.card.parts()[1].edit_button.setFocus()
    page.edit_chosen()
    dialog = opened(page, FormDialog)
    assert dialog.focusWidget() is dialog.editors["partners_told_on"].line_edit
    dialog.reject()
    tab.card.link_button.setFocus()
    page.edit_chosen()
    dialog = opened(page, FormDialog)
    assert dialog.focusWidget() is dialog.editors["kind"]


def test_a_tab_without_a_case_does_nothing(desk, qtbot):
    tab = NotificationTab(desk.context)
    qtbot.addWidget(tab)
    tab.open_step("")
    tab.open_recipient(None)
    tab.card.link_button.click()
    tab.recipients.remove_asked.emit(desk.full_id)
    assert not tab.findChildren(FormDialog)


def test_every_control_of_the_tab_has_a_name(tab):
    assert nameless(tab) == []


@pytest.fixture
def sheet(open_case_page, desk):
    page = open_case_page()
    part_tab(page, "notification").card.link_button.click()
    return opened(page, CopyOutDialog)


def test_each_answer_is_copied_by_its_own_button(sheet):
    button = next(one for one in sheet.copy_buttons if one.accessibleName().endswith(", Name"))
    assert button.accessibleName() == "Copy Child 1 of the form, Name"
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "Planted Name"
    assert sheet.said_label.text() == "Name is on the clipboard."


def test_a_blank_answer_has_no_button_and_says_where_it_is_recorded(sheet):
    said = texts(sheet)
    assert "Missing. Record it under Notification." in said
    assert any(
        words.endswith("answers are missing. Each says where it is recorded.") for words in said
    )
    assert not any(one.accessibleName().endswith("Sex") for one in sheet.copy_buttons)
    assert "Not recorded" in said
    assert nameless(sheet) == []


def test_everything_is_copied_at_once(sheet):
    sheet.all_button.click()
    text = QGuiApplication.clipboard().text()
    assert text == sheet.sheet.text()
    assert "Child B in this register" in text


def test_the_sheet_is_printed_with_its_mark(sheet):
    sheet.print_button.click()
    assert opened(sheet, PaperPreview)


def test_the_title_bar_of_the_sheet_names_nobody_and_escape_closes_it(sheet):
    assert sheet.windowTitle() == "Copy-out sheet"
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_single_gap_is_told_as_one(open_case_page, desk, monkeypatch):
    one = CopyOutSheet((CopyPart("Part", (CopyAnswer("Label", ""), CopyAnswer("Said", "x"))),))
    monkeypatch.setattr("sgdesk.ui.dialogs.copy_out_dialog.copy_out_sheet", lambda *_, **__: one)
    page = open_case_page()
    part_tab(page, "notification").card.link_button.click()
    said = texts(opened(page, CopyOutDialog))
    assert "1 answer is missing. Each says where it is recorded." in said
    assert "Missing." in said


def test_a_case_that_is_gone_has_neither_sheet_nor_form(open_case_page, desk, qtbot):
    page = open_case_page()
    tab = part_tab(page, "notification")
    with desk.register.write() as session:
        get_live(session, CaseEntity, desk.full_id).deleted_at = desk.register.now()
    with qtbot.waitSignal(desk.context.troubled):
        tab.card.link_button.click()
    with qtbot.waitSignal(desk.context.troubled):
        tab.open_step("")


def test_a_child_who_died_is_also_told_to_the_child_death_overview_panel(open_case_page, desk):
    child = ChildDraft(pseudonym="Child C", died_on=date(2026, 11, 5))
    save_child(desk.register, desk.full_id, None, child, today=TODAY)
    tab = part_tab(open_case_page(), "notification")
    assert tuple(left_buttons(tab)) == (*PARTNERS, "Child death overview panel")
