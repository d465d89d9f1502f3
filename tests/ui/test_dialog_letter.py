"""Tests of letters on screen: edited, handed over, and logged only when they were sent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from case_samples import nameless
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog
from return_samples import LATE, ask, receive, request

from sgdesk.errors import UserError
from sgdesk.services import letters as letter_services
from sgdesk.services.chases import list_chases
from sgdesk.services.letters import write_letter
from sgdesk.ui.context import AppContext
from sgdesk.ui.dialogs.chase_dialog import open_chase
from sgdesk.ui.dialogs.letter_dialog import LetterDialog
from sgdesk.ui.dialogs.mail_links import LONGEST_LINK, mail_link

FIELDS = {
    "reference": "ZZSP2026-27-05",
    "agency": "Housing",
    "purpose": "Rapid Review return",
    "officer": "Business support",
    "partnership": "Test partnership",
}


class Log:
    """Stands for the page: keeps what was said to be sent, or refuses it."""

    def __init__(self):
        self.sent = []
        self.error = None

    def __call__(self, letter, route):
        if self.error is not None:
            raise self.error
        self.sent.append((letter, route))


@pytest.fixture
def log():
    return Log()


@pytest.fixture
def letter(desk):
    return write_letter(
        desk.register, "reminder", FIELDS, to="lead@housing.test", recipient="Tenancy lead"
    )


@pytest.fixture
def dialog(qtbot, desk, letter, log):
    made = LetterDialog(desk.context, letter, log)
    qtbot.addWidget(made)
    made.open()
    QTest.qWaitForWindowActive(made)
    return made


@pytest.fixture
def links(monkeypatch):
    """Stand for the mail program; answers the links that it was handed."""
    opened = []

    def open_url(url):
        opened.append(bytes(url.toEncoded()).decode())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(open_url))
    return opened


def choose_route(dialog, route="Secure e-mail"):
    dialog.route_combo.setCurrentText(route)


def test_the_letter_stands_ready_to_edit_with_the_keyboard_in_its_text(dialog, letter):
    assert dialog.to_edit.text() == letter.to
    assert dialog.recipient_edit.text() == letter.recipient
    assert dialog.subject_edit.text() == letter.subject
    assert dialog.body_edit.toPlainText() == letter.body
    assert dialog.focusWidget() is dialog.body_edit
    assert dialog.title_label.text() == "Reminder"
    assert "ZZSP" not in dialog.windowTitle()
    assert nameless(dialog) == []


def test_what_was_only_looked_at_or_copied_is_not_logged(dialog, log):
    dialog.copy_button.click()
    dialog.reject()
    assert log.sent == []
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_copy_puts_subject_and_text_on_the_clipboard(dialog, letter):
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == f"{letter.subject}\n\n{letter.body}"
    assert "log it below" in dialog.done_message.text()


def test_gaps_are_told_under_the_field_that_has_them(dialog):
    message = dialog.fields.row("body").message.text()
    assert message == "Fill in [asked date], [due date] before you send it."
    assert dialog.fields.row("subject").message.text().startswith("Fill in [due date]")


def test_a_gap_that_is_filled_in_is_no_longer_told(qtbot, dialog):
    dialog.subject_edit.setText("Reminder")
    qtbot.waitUntil(lambda: dialog.fields.row("subject").message.text() == "")


def test_gaps_do_not_stop_the_log(dialog, log):
    choose_route(dialog)
    dialog.footer.save_button.click()
    assert len(log.sent) == 1


def test_log_as_sent_hands_over_the_letter_as_edited_and_the_way(dialog, log, letter):
    dialog.subject_edit.setText("Another subject")
    dialog.body_edit.setPlainText("Dear all,\n\nplease.")
    choose_route(dialog)
    assert dialog.footer.save_button.text() == "Log as sent"
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    edited = replace(letter, subject="Another subject", body="Dear all,\n\nplease.")
    assert log.sent == [(edited, "Secure e-mail")]
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_without_a_way_of_sending_nothing_is_logged(dialog, log):
    dialog.subject_edit.clear()
    dialog.body_edit.clear()
    dialog.footer.save_button.click()
    assert [link.accessibleName() for link in dialog.problem_panel.links()] == [
        "Subject: Say what it is about.",
        "Text: Write something here.",
        "Way of sending: Choose how it was sent.",
    ]
    assert log.sent == []


def test_a_log_that_is_refused_keeps_the_letter(dialog, log):
    log.error = UserError("This case is no longer in the register.")
    choose_route(dialog)
    dialog.footer.save_button.click()
    assert dialog.isVisible()
    assert "no longer in the register" in dialog.problem_panel.links()[0].accessibleName()


def test_changed_words_are_asked_about_before_they_are_lost(dialog):
    dialog.body_edit.setPlainText("My own words")
    dialog.reject()
    assert dialog.isVisible()
    assert dialog.footer.is_asking
    dialog.footer.discard_button.click()
    assert not dialog.isVisible()


def test_the_mail_program_gets_address_subject_and_text(dialog, links):
    dialog.body_edit.setPlainText("Dear all,\n\n5 % & more?")
    dialog.mail_button.click()
    (link,) = links
    assert link.startswith("mailto:lead@housing.test?subject=ZZSP2026-27-05%3A%20reminder")
    assert link.endswith("&body=Dear%20all%2C%0D%0A%0D%0A5%20%25%20%26%20more%3F")
    assert dialog.done_message.text().startswith("The mail program has the message.")


def test_a_text_too_long_for_the_mail_program_goes_to_the_clipboard(dialog, links):
    long = "word " * 600
    dialog.body_edit.setPlainText(long)
    dialog.mail_button.click()
    assert "body=" not in links[0]
    assert len(links[0]) < LONGEST_LINK
    assert QGuiApplication.clipboard().text() == long.strip()
    assert "about 2,000 characters" in dialog.done_message.text()


def test_without_a_mail_program_the_way_out_is_told(dialog, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda _url: False))
    dialog.mail_button.click()
    assert dialog.done_message.text().startswith("No mail program answered.")


def test_several_addresses_are_parted_as_mail_programs_want_it(letter):
    link = mail_link(replace(letter, to="a@b.test; c@d.test"))
    assert link.startswith("mailto:a@b.test,c@d.test?")


def test_the_word_letter_is_saved_where_the_officer_wants_it(qtbot, dialog, tmp_path):
    dialog.word_button.click()
    (chooser,) = dialog.findChildren(QFileDialog)
    (suggested,) = chooser.selectedFiles()
    assert Path(suggested).name == "Reminder 2026-11-23.docx"
    target = tmp_path / "letter.docx"
    with qtbot.waitSignal(dialog.saving.saved):
        chooser.fileSelected.emit(str(target))
    chooser.reject()
    assert dialog.subject_edit.text() in [one.text for one in Document(str(target)).paragraphs]
    assert dialog.done_message.text().startswith("Saved as letter.docx.")


def test_a_word_letter_that_cannot_be_saved_says_why(qtbot, dialog, letter, tmp_path):
    with qtbot.waitSignal(dialog.saving.failed):
        dialog.saving.save(letter, tmp_path / "no" / "letter.docx")
    assert dialog.done_message.text().startswith("The letter could not be written.")


def test_an_unexpected_trouble_is_reported_to_the_main_window(
    qtbot, desk, dialog, letter, tmp_path, monkeypatch
):
    def fail(*_args, **_kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr(letter_services, "save_letter_file", fail)
    with qtbot.waitSignal(desk.context.troubled):
        dialog.saving.save(letter, tmp_path / "letter.docx")


# Chasing


@pytest.fixture
def late(desk):
    """Return a context on a day on which the returns are overdue."""
    ask(desk, desk.full_id)
    return AppContext(desk.register, lambda: LATE)


@pytest.fixture
def chase(qtbot, desk, late, dialog):
    made = open_chase(late, request(desk, "Housing", today=LATE), dialog)
    qtbot.addWidget(made)
    return made


def test_the_ladder_says_what_was_done_and_what_comes_next(chase):
    assert [(one.title, one.note) for one in chase.ladder_view.rungs()] == [
        ("Request", "Wed 11 Nov 2026"),
        ("Chase", "suggested since Thu 26 Nov"),
    ]
    assert "Request: Wed 11 Nov 2026" in chase.ladder_view.accessibleDescription()
    assert chase.title_label.text() == "Chase"
    assert nameless(chase) == []


def test_a_chase_that_is_logged_stands_on_the_ladder(qtbot, desk, late, chase):
    choose_route(chase, "Telephone")
    with qtbot.waitSignal(late.changed) as told:
        chase.footer.save_button.click()
    assert told.args[0].what == "Chase logged"
    (step,) = list_chases(desk.register, request(desk, "Housing").request_id)
    assert (step.route, step.made_on, step.recipient) == ("Telephone", LATE, "Housing lead")
    assert step.subject.startswith("ZZSP2026-27-05: Rapid Review return overdue")


def test_a_request_without_anything_outstanding_is_said_to_be_so(qtbot, desk, late, dialog):
    receive(desk, "Housing")
    made = open_chase(late, request(desk, "Housing", today=LATE), dialog)
    qtbot.addWidget(made)
    assert made.step_row.message.text() == "Nothing is outstanding for this request."
    assert [one.title for one in made.ladder_view.rungs()] == ["Request"]


def test_steps_taken_before_stand_on_the_ladder_with_their_day_and_way(qtbot, desk, late, chase):
    choose_route(chase, "Telephone")
    chase.footer.save_button.click()
    again = open_chase(late, request(desk, "Housing", today=LATE), chase.parentWidget())
    qtbot.addWidget(again)
    assert [(one.title, one.note) for one in again.ladder_view.rungs()][1:] == [
        ("Chase", "Fri 27 Nov 2026, Telephone"),
        ("Escalation", "suggested from Tue 1 Dec 2026"),
    ]


def test_another_step_drafts_another_letter(chase):
    chase.step_combo.set_value("escalation")
    assert chase.title_label.text() == "Escalation"
    assert "senior lead" in chase.body_edit.toPlainText()
    assert not chase.is_changed()


def test_words_of_the_officer_s_own_stay_when_another_step_is_chosen(desk, late, chase):
    chase.body_edit.setPlainText("My own words")
    chase.step_combo.set_value("escalation")
    assert chase.body_edit.toPlainText() == "My own words"
    assert "stays as it is" in chase.step_row.message.text()
    choose_route(chase)
    chase.footer.save_button.click()
    (step,) = list_chases(desk.register, request(desk, "Housing").request_id)
    assert (step.step, step.body) == ("escalation", "My own words")
