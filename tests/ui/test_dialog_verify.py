from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from settings_samples import NOW, make_settings_desk

from sgdesk.records.history_checks import SealFinding, SealState, Verification
from sgdesk.services import verifying
from sgdesk.services.seen_history import compare_with_seen
from sgdesk.ui.dialogs import history_words
from sgdesk.ui.dialogs.verify_dialog import VerifyDialog
from sgdesk.ui.tasks import wait_for_work

AT = datetime(2026, 11, 20, 17, 5, tzinfo=UTC)
SOUND = Verification(
    at=AT,
    problems=(),
    entries=12_345,
    first_at=AT.replace(month=1),
    last_at=AT,
    head="12,345 / 3fa92b41",
    seen=SealFinding(SealState.HELD, 12_300, 12_345, AT),
)
OLDER = SealFinding(SealState.SHORTENED, 530, 512, AT)


@pytest.fixture
def desk(qapp, tmp_path):
    made = make_settings_desk(tmp_path / "register")
    made.register.seen_in = tmp_path / "seen"
    made.register.seen_in.mkdir()
    yield made
    wait_for_work()
    made.register.close()


@pytest.fixture
def show(qtbot, desk):
    def show_it():
        dialog = VerifyDialog(desk.context)
        qtbot.addWidget(dialog)
        with qtbot.waitSignal(dialog.shown_now):
            dialog.show()
        QTest.qWaitForWindowActive(dialog)
        return dialog

    return show_it


def facts_of(dialog):
    found = dialog.parts.result.fact_list
    return " | ".join(label.text() for label in found.findChildren(type(dialog.parts.last_label)))


def test_it_begins_by_itself_and_says_what_was_checked(desk, show):
    dialog = show()
    head = desk.register.store.audit_head()
    assert dialog.parts.result.heading_label.text().startswith("The history is whole")
    told = facts_of(dialog)
    assert f"{head.seq} entries in an unbroken chain" in told
    assert head.words() in told
    assert "Nothing noted yet" in told
    assert not dialog.parts.result.backups_button.isVisible()
    assert not dialog.parts.cancel_button.isVisible()
    assert dialog.parts.again_button.isVisible()


def test_when_it_was_last_verified_is_kept_and_shown(desk, show):
    assert desk.context.settings.verified_at == ""
    dialog = show()
    assert datetime.fromisoformat(desk.context.settings.verified_at) == NOW
    assert dialog.parts.last_label.text().startswith("Last verified and found whole: Mon 23 Nov")
    again = show()
    assert again.parts.last_label.text() == dialog.parts.last_label.text()


def test_it_can_be_cancelled_and_then_nothing_is_known(qtbot, desk, show, monkeypatch):
    dialog = show()
    desk.context.change_settings(verified_at="")
    go_on = threading.Event()

    def wait(_register, progress):
        while True:
            progress(1, 2, "Following the history entry by entry…")
            go_on.wait(0.01)

    monkeypatch.setattr(verifying, "verify_history", wait)
    QTest.mouseClick(dialog.parts.again_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "1 of 2" in dialog.parts.result.progress_label.text())
    assert dialog.parts.cancel_button.isVisible()
    dialog.parts.cancel_button.setFocus()
    with qtbot.waitSignal(dialog.shown_now):
        QTest.keyClick(dialog.parts.cancel_button, Qt.Key.Key_Return)
    assert "nothing is known" in dialog.parts.result.heading_label.text()
    assert dialog.parts.close_button.hasFocus()
    assert desk.context.settings.verified_at == ""


def test_closing_it_stops_the_work(qtbot, show, monkeypatch):
    dialog = show()
    stopped = threading.Event()

    def wait(_register, progress):
        try:
            while True:
                progress(0, 0, "Reading…")
        finally:
            stopped.set()

    monkeypatch.setattr(verifying, "verify_history", wait)
    dialog.verify()
    dialog.reject()
    qtbot.waitUntil(stopped.is_set)


def test_what_cannot_be_read_is_told(qtbot, show, monkeypatch):
    dialog = show()

    def fail(_register, _progress):
        raise OSError

    monkeypatch.setattr(verifying, "verify_history", fail)
    with qtbot.waitSignal(dialog.shown_now):
        dialog.verify()
    assert "did not expect" in dialog.parts.result.heading_label.text()


def test_a_problem_is_named_with_the_way_out(desk, show):
    dialog = show()
    result = dialog.parts.result
    problem = "Entry 7 of the history was altered."
    result.show_result(replace(SOUND, problems=(problem,), entries=6))
    assert result.heading_label.text() == "Something is wrong with this register."
    assert problem in result._problems.text()
    assert "6 entries from the first on, up to the fault" in facts_of(dialog)
    assert "Every page" not in facts_of(dialog)
    assert result.backups_button.isVisible()
    assert not result.accept_button.isVisible()


def test_a_printed_seal_is_compared_by_the_enter_key(desk, show):
    dialog = show()
    parts = dialog.parts
    assert parts.seal_edit.hasFocus()
    parts.seal_edit.setText(f"History seal {desk.register.store.audit_head().words()}.")
    QTest.keyClick(parts.seal_edit, Qt.Key.Key_Return)
    assert "is in the history and has this seal" in parts.compared_message.text()
    parts.seal_edit.setText("9,999 / 3fa92b41")
    QTest.mouseClick(parts.compare_button, Qt.MouseButton.LeftButton)
    assert "cut short" in parts.compared_message.text()
    parts.seal_edit.setText("1 / 3fa92b41")
    dialog.compare()
    assert "has another seal" in parts.compared_message.text()
    parts.seal_edit.setText("some words")
    dialog.compare()
    assert parts.compared_message.text() == ""
    assert "12,345 / 3fa92b41" in parts.seal_row.message.text()


def test_the_history_of_now_is_taken_for_the_right_one_after_a_question(
    qtbot, desk, show, monkeypatch
):
    monkeypatch.setattr("sgdesk.services.verifying.compare_with_seen", lambda _register: OLDER)
    dialog = show()
    result = dialog.parts.result
    assert result.heading_label.text().startswith("The history is not the one")
    assert "ends with entry 512 and lacks entry 530" in facts_of(dialog)
    assert desk.context.settings.verified_at == ""
    QTest.mouseClick(result.accept_button, Qt.MouseButton.LeftButton)
    assert dialog.parts.question_line.isVisible()
    monkeypatch.setattr("sgdesk.services.verifying.compare_with_seen", compare_with_seen)
    with qtbot.waitSignals([dialog.accepted_now, dialog.shown_now]):
        QTest.mouseClick(dialog.parts.question_line.yes_button, Qt.MouseButton.LeftButton)
    assert result.heading_label.text().startswith("The history is whole")
    assert compare_with_seen(desk.register).state is SealState.HELD


def test_a_disk_that_refuses_is_told_and_nothing_is_taken(qtbot, desk, show, monkeypatch):
    dialog = show()

    def refuse(_register):
        raise OSError(28, "full")

    monkeypatch.setattr("sgdesk.services.seen_history.accept_history", refuse)
    with qtbot.waitSignal(desk.context.troubled), qtbot.assertNotEmitted(dialog.accepted_now):
        dialog._accept_history()


def test_backups_are_one_step_away(qtbot, show):
    dialog = show()
    dialog.parts.result.show_result(replace(SOUND, problems=("Page 3.",)))
    with qtbot.waitSignal(dialog.backups_asked):
        QTest.mouseClick(dialog.parts.result.backups_button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (SOUND, "The history is whole, and so is the register around it."),
        (replace(SOUND, entries=0, seen=None), "so there is no history to verify"),
        (replace(SOUND, problems=("Page 3.",)), "Something is wrong with this register."),
        (replace(SOUND, seen=OLDER), "not the one that was last open on this computer"),
    ],
    ids=["whole", "empty", "damaged", "older"],
)
def test_the_result_is_one_sentence(found, words):
    assert words in history_words.heading(found)


def test_an_empty_history_has_no_length():
    empty = replace(SOUND, entries=0, first_at=None, last_at=None, head="", seen=None)
    labels = [fact.label for fact in history_words.verification_facts(empty)]
    assert labels == ["Register", "Records", "References", "This computer"]


def test_one_entry_is_one_and_its_span_may_be_unknown():
    one = replace(SOUND, entries=1, first_at=None, seen=replace(SOUND.seen, seen_at=None))
    length, *_, seen = history_words.verification_facts(one)
    assert (length.words, length.note) == ("1 entry in an unbroken chain", "")
    assert seen.words == "The history still holds entry 12,300, the last one seen here"


def test_another_seal_than_seen_is_told_as_altered():
    words = history_words.noted_words(replace(OLDER, state=SealState.ALTERED))
    assert words.startswith("The history of this register was altered since it was last open here")
    assert "entry 530" in words
    assert "entry 530" in history_words.noted_words(replace(OLDER, seen_at=None))
