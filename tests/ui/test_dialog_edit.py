"""Tests of what every edit dialog does, shown on the form of the notification."""

from __future__ import annotations

from dataclasses import replace

import pytest
from case_samples import NOTIFICATION
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from sgdesk.errors import Problem, RejectedError, UserError
from sgdesk.ui.dialogs.editors import connect_edits
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.notification_forms import NOTIFICATION_FORM, notification_setting
from sgdesk.ui.dialogs.rapid_review_forms import SENDING_FORM
from sgdesk.ui.dialogs.rapid_review_notes import rapid_review_setting


class Saver:
    """Stands for the page: keeps what was offered, or refuses it."""

    def __init__(self) -> None:
        self.drafts = []
        self.error = None

    def __call__(self, draft):
        if self.error is not None:
            raise self.error
        self.drafts.append(draft)


@pytest.fixture
def save():
    return Saver()


@pytest.fixture
def dialog(qtbot, desk, save):
    setting = notification_setting(desk.context, desk.view())
    made = FormDialog(desk.context, NOTIFICATION_FORM, NOTIFICATION, save, setting)
    qtbot.addWidget(made)
    made.open()
    QTest.qWaitForWindowActive(made)
    return made


def type_date(field, text):
    field.line_edit.selectAll()
    QTest.keyClicks(field.line_edit, text)


def shown_problems(dialog):
    return [link.accessibleName() for link in dialog.problem_panel.links()]


def test_save_offers_the_draft_and_closes(dialog, save):
    dialog.editors["receipt"].setText("R 18")
    dialog.footer.save_button.click()
    assert save.drafts == [replace(NOTIFICATION, receipt="R 18")]
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_form_that_opens_starts_in_its_first_field_with_nothing_wrong(dialog):
    assert dialog.focusWidget() is dialog.editors["kind"]
    assert dialog.problem_panel.isHidden()
    assert not dialog.is_changed()


def test_save_shows_every_problem_at_once_on_top_and_under_the_fields(dialog, save):
    type_date(dialog.editors["notified_on"], "31/11/2026")
    type_date(dialog.editors["partners_told_on"], "1/12/2026")
    dialog.editors["resubmitted_reason"].setPlainText("The wrong form")
    assert dialog.footer.save_button.isEnabled()
    dialog.footer.save_button.click()
    assert save.drafts == []
    assert shown_problems(dialog) == [
        "Notified date: 31 November 2026 is not a date: November has 30 days.",
        "Partners told: Tue 1 Dec 2026 is in the future. Give the day it happened.",
        "First sent: Give the day, or clear the reason.",
    ]
    under = dialog.fields.row("partners_told_on").message.text()
    assert under == "Tue 1 Dec 2026 is in the future. Give the day it happened."
    assert "November has 30 days" in dialog.editors["notified_on"].message.text()
    assert dialog.focusWidget() is dialog.editors["notified_on"].line_edit


def test_what_cannot_be_read_stays_as_it_was_typed(dialog):
    type_date(dialog.editors["notified_on"], "31/11/2026")
    dialog.save()
    assert dialog.editors["notified_on"].line_edit.text() == "31/11/2026"
    assert dialog.isVisible()


def test_a_link_on_top_leads_to_its_field(dialog):
    dialog.editors["resubmitted_reason"].setPlainText("The wrong form")
    dialog.save()
    dialog.editors["kind"].setFocus()
    dialog.problem_panel.links()[0].click()
    assert dialog.focusWidget() is dialog.editors["first_notified_on"].line_edit


def test_problems_go_as_soon_as_they_are_mended(qtbot, dialog, save):
    dialog.editors["resubmitted_reason"].setPlainText("The wrong form")
    dialog.save()
    type_date(dialog.editors["first_notified_on"], "9/11/2026")
    qtbot.waitUntil(dialog.problem_panel.isHidden)
    dialog.save()
    assert len(save.drafts) == 1


def test_a_field_that_was_edited_says_what_is_wrong_before_save_and_the_others_do_not(
    qtbot, dialog
):
    type_date(dialog.editors["copy_received_on"], "1/12/2026")
    row = dialog.fields.row("copy_received_on")
    qtbot.waitUntil(lambda: "in the future" in row.message.text())
    assert dialog.problem_panel.isHidden()


def test_a_warning_is_shown_at_once_and_never_stops_saving(qtbot, desk, save):
    early = replace(NOTIFICATION, notified_on=NOTIFICATION.notified_on.replace(month=10))
    view = replace(desk.view(), notification=early)
    setting = rapid_review_setting(desk.context, view)
    dialog = FormDialog(desk.context, SENDING_FORM, view.rapid_review, save, setting)
    qtbot.addWidget(dialog)
    dialog.open()
    type_date(dialog.editors["sent_on"], "23/11/2026")
    row = dialog.fields.row("late_reason")
    qtbot.waitUntil(lambda: "after day 15" in row.message.text())
    assert row.editor.property("state") == "warning"
    dialog.save()
    assert len(save.drafts) == 1


def test_a_rejected_save_shows_the_reasons_and_keeps_what_was_typed(dialog, save):
    save.error = RejectedError([Problem("receipt", "Receipt number: it is known already.")])
    dialog.editors["receipt"].setText("R 18")
    dialog.save()
    assert shown_problems(dialog) == ["Receipt number: It is known already."]
    assert dialog.editors["receipt"].text() == "R 18"
    assert dialog.focusWidget() is dialog.editors["receipt"]
    assert dialog.isVisible()


def test_a_save_that_fails_otherwise_says_why_and_keeps_what_was_typed(dialog, save):
    save.error = UserError("Somebody else changed this meanwhile.")
    dialog.editors["receipt"].setText("R 18")
    dialog.save()
    assert shown_problems(dialog) == ["Somebody else changed this meanwhile."]
    assert dialog.isVisible()
    dialog.problem_panel.links()[0].click()
    assert dialog.editors["receipt"].text() == "R 18"


def test_escape_closes_an_unchanged_form_at_once(dialog):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_escape_asks_inside_the_dialog_if_something_would_be_lost(dialog, save):
    dialog.editors["receipt"].setFocus()
    dialog.editors["receipt"].setText("R 18")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.footer.is_asking
    assert dialog.focusWidget() is dialog.footer.keep_button
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.footer.is_asking
    assert dialog.focusWidget() is dialog.editors["receipt"]
    dialog.footer.cancel_button.click()
    dialog.footer.discard_button.click()
    assert not dialog.isVisible()
    assert save.drafts == []


def test_unreadable_text_alone_counts_as_something_to_lose(dialog):
    type_date(dialog.editors["first_notified_on"], "sometime")
    assert dialog.is_changed()
    dialog.close()
    assert dialog.isVisible()
    dialog.footer.keep_button.click()
    assert not dialog.footer.is_asking


def test_the_form_can_be_filled_and_saved_by_keyboard_alone(dialog, save):
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    for name in ("decided_to_notify_on", "notified_on"):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is dialog.editors[name].line_edit
    QTest.keyClicks(dialog.focusWidget(), "12/11/2026")
    for name in ("notified_by", "receipt"):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is dialog.editors[name]
    QTest.keyClicks(dialog.focusWidget(), "R 19")
    dialog.editors["resubmitted_reason"].setFocus()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [draft.receipt for draft in save.drafts] == ["R 19"]
    assert save.drafts[0].notified_on.day == 12


def test_enter_in_a_field_does_not_save_but_presses_the_button_that_has_the_keyboard(dialog, save):
    dialog.editors["receipt"].setFocus()
    QTest.keyClick(dialog.editors["receipt"], Qt.Key.Key_Return)
    assert save.drafts == []
    dialog.footer.save_button.setFocus()
    QTest.keyClick(dialog.footer.save_button, Qt.Key.Key_Return)
    assert len(save.drafts) == 1


def test_the_title_bar_names_neither_case_nor_child(dialog):
    assert dialog.windowTitle() == "Edit notification"
    assert dialog.accessibleName() == "Notification"


def test_the_form_scrolls_where_the_screen_is_low_and_keeps_its_footer(dialog):
    dialog.resize(dialog.width(), 300)
    assert dialog.scroll_area.verticalScrollBar().maximum() > 0
    assert dialog.footer.geometry().bottom() <= dialog.rect().bottom()
    assert dialog.footer.save_button.isVisible()


def test_an_unknown_kind_of_editor_is_a_mistake_of_the_programmer(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    with pytest.raises(TypeError):
        connect_edits(widget, lambda: None)
