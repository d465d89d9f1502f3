"""Every wizard: one page at a time, reasons for what is off, work that can be stopped."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from sgdesk.errors import UserError
from sgdesk.ui.wizards.wizard_frame import WizardFrame, Work
from sgdesk.ui.wizards.wizard_page import WizardPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from sgdesk.progress import Progress


class NamePage(WizardPage):
    def __init__(self) -> None:
        super().__init__("Name", "Give a name", "Any will do.", "Help for names.")
        self.name_edit = QLineEdit()
        self.name_edit.textChanged.connect(self.changed)
        self.name_edit.returnPressed.connect(self.next_asked)
        self.body.addWidget(self.name_edit)

    def missing(self) -> str:
        return "" if self.name_edit.text() else "Type a name."

    def focus_first(self) -> None:
        self.name_edit.setFocus()


class AskingWizard(WizardFrame):
    question = ""

    def loss(self) -> tuple[str, str]:
        return self.question, "Close it"


@pytest.fixture
def wizard(qtbot: QtBot) -> Iterator[AskingWizard]:
    wizard = AskingWizard("Trial", (NamePage(), WizardPage("End", "The end")))
    qtbot.addWidget(wizard)
    wizard.open()
    qtbot.waitUntil(lambda: wizard.focusWidget() is name_edit(wizard))
    yield wizard
    wizard.question = ""


def name_edit(wizard: WizardFrame) -> QLineEdit:
    page = wizard.stack.widget(0)
    assert isinstance(page, NamePage)
    return page.name_edit


def start(wizard: WizardFrame, run: Callable[[Progress], object], **others: object) -> list[object]:
    answers: list[object] = []
    wizard.run(Work("At work", run, answers.append, **others))
    return answers


def idle(qtbot: QtBot, wizard: WizardFrame) -> None:
    qtbot.waitUntil(lambda: not wizard.is_working)


def test_next_is_off_and_says_what_is_missing(wizard: AskingWizard) -> None:
    assert not wizard.footer.next_button.isEnabled()
    assert wizard.status.label.text() == "Type a name."
    assert wizard.footer.next_button.accessibleDescription() == "Type a name."

    name_edit(wizard).setText("x")

    assert wizard.footer.next_button.isEnabled()
    assert wizard.status.label.text() == ""


def test_going_on_with_something_missing_leads_to_it(wizard: AskingWizard, qtbot: QtBot) -> None:
    wizard.footer.help_button.setFocus()
    qtbot.keyClick(wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert wizard.place == 0
    assert wizard.focusWidget() is name_edit(wizard)


def test_the_keyboard_goes_on_and_back(wizard: AskingWizard, qtbot: QtBot) -> None:
    name_edit(wizard).setText("x")
    assert wizard.footer.back_button.isHidden()

    qtbot.keyClick(wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wizard.place == 1
    assert not wizard.footer.back_button.isHidden()

    qtbot.keyClick(wizard, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    assert wizard.place == 0

    qtbot.keyClick(wizard, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert wizard.place == 1
    assert wizard.step_list.accessibleName() == "Step 2 of 2: End"


def test_a_page_that_allows_no_way_back_keeps_it(wizard: AskingWizard) -> None:
    name_edit(wizard).setText("x")
    wizard.next()
    wizard.page.can_go_back = False
    wizard.renew()

    wizard.back()

    assert wizard.place == 1
    assert wizard.footer.back_button.isHidden()


def test_enter_in_the_last_field_goes_on_once(wizard: AskingWizard, qtbot: QtBot) -> None:
    name_edit(wizard).setText("x")
    qtbot.keyClick(name_edit(wizard), Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: wizard.place == 1)
    assert wizard.isVisible()


def test_enter_presses_the_button_that_has_the_keyboard(wizard: AskingWizard, qtbot: QtBot) -> None:
    name_edit(wizard).setText("x")
    wizard.footer.next_button.setFocus()

    qtbot.keyClick(wizard.footer.next_button, Qt.Key.Key_Return)

    assert wizard.place == 1


def test_the_last_page_closes(wizard: AskingWizard, qtbot: QtBot) -> None:
    name_edit(wizard).setText("x")
    wizard.next()
    with qtbot.waitSignal(wizard.accepted):
        wizard.footer.next_button.click()


def test_f1_shows_the_help_of_the_step_and_hides_it_on_the_next(
    wizard: AskingWizard, qtbot: QtBot
) -> None:
    qtbot.keyClick(wizard, Qt.Key.Key_F1)
    first = wizard.page
    assert first.help_notice.text() == "Help for names."

    name_edit(wizard).setText("x")
    wizard.next()

    assert first.help_notice.isHidden()
    assert not wizard.footer.help_button.isChecked()


def test_escape_closes_when_nothing_is_lost(wizard: AskingWizard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(wizard.rejected):
        qtbot.keyClick(wizard, Qt.Key.Key_Escape)


def test_escape_asks_inside_the_window_when_something_would_be_lost(
    wizard: AskingWizard, qtbot: QtBot
) -> None:
    wizard.question = "What you typed is lost."
    before = wizard.focusWidget()

    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.footer.question_label.text() == "What you typed is lost."
    assert wizard.footer.leave_button.text() == "Close it"
    assert wizard.focusWidget() is wizard.footer.keep_button
    wizard.next()
    assert wizard.place == 0

    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.isVisible()
    assert not wizard.footer.is_asking
    assert wizard.focusWidget() is before

    wizard.footer.cancel_button.click()
    with qtbot.waitSignal(wizard.rejected):
        wizard.footer.leave_button.click()


def test_work_shows_how_far_it_is_and_hands_over_its_answer(
    wizard: AskingWizard, qtbot: QtBot
) -> None:
    gate = threading.Event()

    def work(progress: Progress) -> str:
        progress(1, 4, "first")
        gate.wait(5)
        return "answer"

    answers = start(wizard, work)
    qtbot.waitUntil(lambda: wizard.status.count_label.text() == "1 of 4")
    assert wizard.status.label.text() == "first"
    assert wizard.status.progress_bar.value() == 1
    assert not wizard.page.isEnabled()
    assert not wizard.footer.next_button.isEnabled()
    wizard.next()
    gate.set()
    idle(qtbot, wizard)

    assert answers == ["answer"]
    assert wizard.page.isEnabled()
    assert wizard.place == 0


def test_cancel_stops_the_work_and_not_the_wizard(wizard: AskingWizard, qtbot: QtBot) -> None:
    gate, stopped = threading.Event(), []

    def work(progress: Progress) -> None:
        gate.wait(5)
        progress(1, 2, "second")

    answers = start(wizard, work, stopped=lambda: stopped.append(True))
    wizard.footer.cancel_button.click()
    assert wizard.status.label.text() == "Stopping…"
    gate.set()
    idle(qtbot, wizard)

    assert stopped == [True]
    assert answers == []
    assert wizard.isVisible()


def test_work_stopped_without_a_sequel_leaves_the_page_as_it_was(
    wizard: AskingWizard, qtbot: QtBot
) -> None:
    gate = threading.Event()

    def work(progress: Progress) -> None:
        gate.wait(5)
        progress(1, 2, "second")

    start(wizard, work)
    wizard.reject()
    gate.set()
    idle(qtbot, wizard)

    assert wizard.status.label.text() == "Type a name."


def test_work_that_cannot_stop_keeps_the_window_open(wizard: AskingWizard, qtbot: QtBot) -> None:
    gate = threading.Event()
    answers = start(wizard, lambda _progress: gate.wait(5), can_stop=False)
    assert not wizard.footer.cancel_button.isEnabled()

    wizard.reject()
    gate.set()
    idle(qtbot, wizard)

    assert answers == [True]
    assert wizard.isVisible()


def test_an_expected_failure_is_told_on_the_page(wizard: AskingWizard, qtbot: QtBot) -> None:
    def work(_progress: Progress) -> None:
        raise UserError("The disk is full.")

    start(wizard, work)
    idle(qtbot, wizard)

    assert wizard.page.notice.text() == "The disk is full."
    assert not wizard.page.notice.isHidden()


def test_an_unexpected_failure_gives_a_reference_and_no_detail(
    wizard: AskingWizard, qtbot: QtBot
) -> None:
    def work(_progress: Progress) -> None:
        raise ValueError("a secret")

    start(wizard, work)
    idle(qtbot, wizard)

    assert "Reference" in wizard.page.notice.text()
    assert "secret" not in wizard.page.notice.text()


def test_a_narrow_window_says_its_step_in_one_line(wizard: AskingWizard) -> None:
    wizard.resize(700, 500)
    assert wizard.step_list.isHidden()
    assert wizard.step_label.text() == "Step 1 of 2: Name"

    wizard.resize(1000, 500)
    assert not wizard.step_list.isHidden()


def test_a_low_window_scrolls_to_the_field_that_has_the_keyboard(
    wizard: AskingWizard, qtbot: QtBot
) -> None:
    page = wizard.page
    page.body.insertSpacing(0, 900)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    wizard.footer.help_button.setFocus()
    name_edit(wizard).setFocus()
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0)
    page.show_field(QLineEdit(wizard))  # a field elsewhere moves nothing
