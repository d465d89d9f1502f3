"""What is typed and not saved is kept while it is typed, and offered at the next start."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from case_samples import NOW, TODAY, nameless
from page_registers import practice_context
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_samples import WORDS, come_back, form_on_show, kept
from window_steps import activate, dialog_on_show, open_window, trigger

from sgdesk.errors import UserError
from sgdesk.services.cases import save_case
from sgdesk.services.kept_typing import keep_typing
from sgdesk.ui.context import AppContext
from sgdesk.ui.dialogs.form_frame import KEPT, NOT_KEPT_IN_PRACTICE
from sgdesk.ui.dialogs.kept_texts_dialog import KeptTextsDialog
from sgdesk.ui.shell import keeping_typing
from sgdesk.ui.shell.keeping_typing import REST_MS
from sgdesk.ui.tasks import wait_for_work

NOBODY = UUID(int=1)


@pytest.fixture
def window(qtbot, desk):
    made = open_window(qtbot, desk.context)
    made.open_case(desk.full_id)
    return made


@pytest.fixture
def dialog(window):
    window.page.open_step("case")
    made = form_on_show(window)
    activate(made)
    return made


def typed_title(register):
    return [one.typed for form in kept(register) for one in form.fields if one.name == "title"]


def test_what_is_typed_is_kept_without_a_rest_between_the_keys(qtbot, desk, dialog):
    assert REST_MS <= 1500  # the promise is two seconds, and writing takes a moment
    dialog.title_edit.setFocus()
    dialog.title_edit.clear()
    typed = []

    def type_on():
        typed.append("x")
        QTest.keyClick(dialog.title_edit, Qt.Key.Key_X)
        return bool(typed_title(desk.register))

    qtbot.waitUntil(type_on, timeout=5 * REST_MS)
    assert set(typed_title(desk.register)[0]) == {"x"}


def test_leaving_a_field_and_leaving_the_window_keep_at_once(desk, window, dialog, monkeypatch):
    monkeypatch.setattr(window.taking_up.keeping, "_rest", _Never())
    dialog.title_edit.setFocus()
    dialog.title_edit.setText(WORDS)
    assert kept(desk.register) == ()
    dialog.area_edit.setFocus()
    assert typed_title(desk.register) == [WORDS]
    dialog.title_edit.setText("More")
    QGuiApplication.instance().focusWindowChanged.emit(None)
    assert typed_title(desk.register) == ["More"]


class _Never:
    """A timer that does not go off."""

    def start(self):
        """Wait for ever."""

    def stop(self):
        """Go on waiting."""

    def isActive(self):  # noqa: N802 - Qt's own
        return False


def test_flush_keeps_all_that_is_typed_before_it_returns(desk, window, dialog):
    dialog.title_edit.setText(WORDS)
    assert desk.context.typing.flush()
    assert typed_title(desk.register) == [WORDS]


def test_a_lock_takes_the_form_off_the_screen_and_keeps_what_is_in_it(desk, window, dialog):
    dialog.title_edit.setText(WORDS)
    for one in QApplication.topLevelWidgets():
        one.hide()
    assert desk.context.typing.flush()
    window.close()
    assert typed_title(desk.register) == [WORDS]


def test_a_form_in_which_nothing_was_changed_keeps_nothing(desk, dialog):
    before = dialog.title_edit.text()
    dialog.title_edit.setText("Other")
    desk.context.typing.flush()
    dialog.title_edit.setText(before)
    desk.context.typing.flush()
    assert kept(desk.register) == ()
    assert not (desk.register.folder / "register.typing").exists()


def test_saving_takes_away_what_was_kept(desk, dialog):
    dialog.title_edit.setText("Three siblings, neglect")
    desk.context.typing.flush()
    dialog.footer.save_button.click()
    assert not dialog.isVisible()
    assert kept(desk.register) == ()


def test_discarding_takes_away_what_was_kept(desk, dialog):
    dialog.title_edit.setText(WORDS)
    desk.context.typing.flush()
    dialog.reject()
    assert typed_title(desk.register) == [WORDS]  # only asked so far
    dialog.footer.discard_button.click()
    assert kept(desk.register) == ()


@pytest.fixture
def practice(qapp):
    yield from practice_context()


def test_practice_keeps_nothing_and_says_so(qtbot, practice):
    context = practice
    window = open_window(qtbot, context)
    trigger(window, "new_case")
    dialog = form_on_show(window)
    dialog.title_edit.setText(WORDS)
    assert dialog.footer.kept_label.text() == NOT_KEPT_IN_PRACTICE
    assert context.typing.flush()
    assert not list(context.register.folder.glob("*.typing"))


def test_a_disk_that_takes_nothing_is_told_in_the_form_and_tried_again(
    qtbot, desk, window, dialog, monkeypatch
):
    keeping = window.taking_up.keeping
    keeping._again.setInterval(1)
    sentence = "The disk is full, so what you type is not kept at present."

    def fail(*_):
        raise UserError(sentence)

    with monkeypatch.context() as patched:
        patched.setattr(keeping_typing, "keep_typing", fail)
        dialog.title_edit.setText(WORDS)
        assert not desk.context.typing.flush()
        keeping.keep_now()
        dialog.title_edit.setText(f"{WORDS}.")
        keeping.keep_now()
        qtbot.waitUntil(lambda: dialog.footer.kept_label.text() == sentence)
        assert dialog.title_edit.text() == f"{WORDS}."
    qtbot.waitUntil(lambda: dialog.footer.kept_label.text() == KEPT)
    assert typed_title(desk.register) == [f"{WORDS}."]


def test_what_nobody_expected_is_logged_without_the_text_and_told(
    qtbot, desk, window, dialog, monkeypatch, caplog
):
    def fail(*_):
        raise RuntimeError(WORDS)

    monkeypatch.setattr(keeping_typing, "keep_typing", fail)
    with caplog.at_level(logging.ERROR):
        dialog.title_edit.setText(WORDS)
        window.taking_up.keeping.keep_now()
        qtbot.waitUntil(lambda: dialog.footer.kept_label.text().startswith("What you type is not"))
    assert "could not be kept" in caplog.text


def test_an_earlier_state_never_takes_the_place_of_a_later_one(desk, window, dialog):
    keeping = window.taking_up.keeping
    dialog.title_edit.setText("Later")
    desk.context.typing.flush()
    keeping._store(keeping._written, ())
    assert typed_title(desk.register) == ["Later"]


def test_nothing_is_offered_where_nothing_was_kept(window):
    assert window.taking_up.bar.isHidden()


def test_what_was_typed_is_offered_and_put_back_over_the_record_as_it_is_now(
    qtbot, desk, window, dialog
):
    dialog.title_edit.setText(WORDS)
    dialog.area_edit.setText("Riverton North")
    desk.context.typing.flush()
    after = come_back(qtbot, window)
    view = desk.view()
    changed = replace(view.draft, title="Three siblings", owner="Another officer")
    save_case(desk.register, desk.full_id, changed, today=TODAY, revision=view.revision)
    bar = after.taking_up.bar
    assert "was kept: “Case”" in bar.sentence_label.text()
    assert nameless(bar) == []
    bar.continue_button.click()
    again = form_on_show(after)
    assert bar.isHidden()
    assert again.title_edit.text() == WORDS
    assert again.owner_edit.text() == "Another officer"
    note = again.put_back_note.sentence_label.text()
    assert "not saved yet" in note
    assert "the record was changed in: Description." in note
    again.footer.save_button.click()
    assert not again.isVisible()
    assert desk.view().draft.title == WORDS
    assert desk.view().draft.area_of_incident == "Riverton North"
    assert kept(desk.register) == ()


def test_what_was_put_back_is_kept_on_until_it_is_saved_or_given_up(qtbot, desk, window, dialog):
    dialog.title_edit.setText(WORDS)
    desk.context.typing.flush()
    second = come_back(qtbot, window)
    second.taking_up.bar.continue_button.click()
    third = come_back(qtbot, second)
    third.taking_up.bar.continue_button.click()
    again = form_on_show(third)
    assert again.title_edit.text() == WORDS
    assert again.put_back_note.property("role") == "tint"
    again.reject()
    again.footer.discard_button.click()
    assert kept(desk.register) == ()


def test_typing_of_before_stays_kept_while_something_else_is_typed(qtbot, desk, window, dialog):
    dialog.title_edit.setText(WORDS)
    desk.context.typing.flush()
    after = come_back(qtbot, window)
    after.open_case(desk.full_id)
    after.page.open_step("family:member:")
    form_on_show(after).editors["name"].setText("Somebody")
    after.context.typing.flush()
    assert {one.title for one in kept(desk.register)} == {"Case", "Family member"}


def test_several_forms_are_taken_up_one_after_the_other(qtbot, desk, window, dialog):
    dialog.title_edit.setText(WORDS)
    desk.context.typing.flush()
    (one,) = kept(desk.register)
    earlier = replace(one, key="before", title="Before", at=NOW - timedelta(days=1))
    keep_typing(desk.register, [one, earlier])
    after = come_back(qtbot, window)
    bar = after.taking_up.bar
    assert "2 forms, the last of them “Case”" in bar.sentence_label.text()
    bar.continue_button.click()
    assert "on Sun 22 Nov at" in bar.sentence_label.text()
    assert "“Before”" in bar.sentence_label.text()


def test_discarding_is_asked_about_and_can_be_done_by_keyboard(qtbot, desk, window, dialog):
    dialog.title_edit.setText(WORDS)
    desk.context.typing.flush()
    after = come_back(qtbot, window)
    activate(after)
    bar = after.taking_up.bar
    bar.discard_button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(bar.discard_button, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is bar.question.no_button
    QTest.keyClick(bar.question.no_button, Qt.Key.Key_Space)
    assert typed_title(desk.register) == [WORDS]
    assert QApplication.focusWidget() is bar.discard_button
    QTest.keyClick(bar.discard_button, Qt.Key.Key_Space)
    QTest.keyClick(bar.question.no_button, Qt.Key.Key_Escape)
    assert bar.question.isHidden()
    assert typed_title(desk.register) == [WORDS]
    QTest.keyClick(bar.discard_button, Qt.Key.Key_Space)
    QTest.keyClick(bar.question.yes_button, Qt.Key.Key_Space)
    assert bar.isHidden()
    assert kept(desk.register) == ()


def test_all_that_is_kept_can_be_read_and_copied(qtbot, desk, window, dialog):
    dialog.title_edit.setText(WORDS)
    dialog.area_edit.setText("")
    dialog.media_combo.setCurrentIndex(1)
    desk.context.typing.flush()
    after = come_back(qtbot, window)
    after.taking_up.bar.read_button.click()
    reading = dialog_on_show(after)
    assert isinstance(reading, KeptTextsDialog)
    assert nameless(reading) == []
    reading.copy_buttons[0].click()
    assert QGuiApplication.clipboard().text() == WORDS
    reading.all_button.click()
    assert f"Description: {WORDS}\n" in QGuiApplication.clipboard().text()
    assert "Interest of the media: Yes" in QGuiApplication.clipboard().text()
    reading.close_button.click()
    assert not after.taking_up.bar.isHidden()
    assert typed_title(desk.register) == [WORDS]


@pytest.mark.parametrize(
    "changes", [{"case_id": NOBODY}, {"way": f"family:member:{NOBODY}"}], ids=["case", "row"]
)
def test_typing_about_something_that_is_gone_is_shown_to_be_copied(
    qtbot, desk, window, dialog, changes
):
    dialog.title_edit.setText(WORDS)
    desk.context.typing.flush()
    (one,) = kept(desk.register)
    keep_typing(desk.register, [replace(one, place=replace(one.place, **changes))])
    after = come_back(qtbot, window)
    after.taking_up.bar.continue_button.click()
    reading = dialog_on_show(after)
    assert isinstance(reading, KeptTextsDialog)
    assert WORDS in reading.text()
    assert typed_title(desk.register) == [WORDS]


def test_a_form_that_cannot_be_opened_by_itself_is_shown_to_be_copied(qtbot, desk, window, dialog):
    dialog.title_edit.setText(WORDS)
    dialog.kept_as = None
    desk.context.typing.flush()
    after = come_back(qtbot, window)
    after.taking_up.bar.continue_button.click()
    assert "cannot be opened again by itself" in _labels(dialog_on_show(after))


def _labels(widget):
    from PySide6.QtWidgets import QLabel  # noqa: PLC0415

    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_a_form_that_cannot_be_opened_does_not_bar_the_way_to_an_earlier_one(
    qtbot, desk, window, dialog
):
    dialog.title_edit.setText(WORDS)
    desk.context.typing.flush()
    (one,) = kept(desk.register)
    later = replace(one, key="later", at=NOW + timedelta(minutes=1), place=None)
    keep_typing(desk.register, [one, later])
    after = come_back(qtbot, window)
    after.taking_up.bar.continue_button.click()
    assert form_on_show(after).title_edit.text() == WORDS
    assert after.taking_up.keeping.earlier == (later,)


def test_a_choice_that_is_not_offered_any_more_is_told_with_what_it_was(
    qtbot, desk, window, dialog
):
    dialog.title_edit.setText(WORDS)
    dialog.kind_combo.setCurrentIndex(1)
    desk.context.typing.flush()
    (form,) = kept(desk.register)
    fields = tuple(
        replace(one, typed="NO_SUCH_KIND", words="Some kind") if one.name == "kind" else one
        for one in form.fields
    )
    unknown = replace(fields[0], name="no_such_field", title="Gone field", words="Some words")
    keep_typing(desk.register, [replace(form, fields=(*fields, unknown))])
    after = come_back(qtbot, window)
    after.taking_up.bar.continue_button.click()
    again = form_on_show(after)
    note = again.put_back_note.sentence_label.text()
    assert "“Kind” cannot be put back; you had: Some kind." in note
    assert "“Gone field” cannot be put back; you had: Some words." in note
    assert again.title_edit.text() == WORDS


def test_closing_the_window_keeps_what_is_typed(desk, window, dialog):
    dialog.title_edit.setText(WORDS)
    window.close()
    assert typed_title(desk.register) == [WORDS]


def test_a_context_without_a_window_keeps_nothing(qtbot, desk):
    context = AppContext(desk.register, lambda: TODAY)
    assert context.typing.flush()
    wait_for_work()
    assert kept(desk.register) == ()
