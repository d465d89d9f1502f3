"""Tests of the standing texts in the settings: texts, wordings, days, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest
from case_samples import TODAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from settings_samples import links, show_settings

from sgdesk.domain.boilerplate import BOILERPLATE_WORDS, BoilerplateDraft, BoilerplateKey
from sgdesk.services.boilerplate import (
    list_wordings,
    remove_wording,
    save_wording,
    shipped_wording,
    standing_text,
)

KEY = "Standing texts"
FIRST = BoilerplateKey.LIST_OPENING
NEXT = date(2027, 1, 1)


@pytest.fixture
def desk(settings_desk):
    return settings_desk


@pytest.fixture
def page(qtbot, desk):
    return show_settings(qtbot, desk)


@pytest.fixture
def section(page):
    page.show_section(KEY)
    return page.section


def wordings(section):
    combo = section.wording_combo
    return [combo.itemText(at) for at in range(combo.count())]


def hold(desk, section, *drafts):
    for draft in drafts:
        changes = save_wording(desk.register, None, draft)
    desk.context.apply(changes)


def text_of(section):
    return section.form.text_edit.toPlainText()


def test_every_standing_text_can_be_chosen_and_the_program_s_own_is_locked(section):
    assert section.text_combo.count() == len(BOILERPLATE_WORDS)
    for key in BoilerplateKey:
        section.text_combo.set_value(key)
        assert text_of(section) == shipped_wording(key)
        assert wordings(section) == ["The program’s own wording · in force today"]
    assert section.form.text_edit.isReadOnly()
    assert not section.remove_button.isEnabled()
    assert not section.form.foot.isVisible()
    assert "cannot be changed" in section.effect_label.text()


def test_a_new_wording_begins_with_the_words_in_force_and_is_saved(section, desk):
    section.new_button.click()
    assert text_of(section) == shipped_wording(FIRST)
    assert section.form.starts_field.value() == TODAY
    assert section.form.text_edit.hasFocus()
    assert wordings(section)[-1] == "New wording, not saved yet"
    assert section.is_changed()
    assert not section.new_button.isEnabled()
    section.form.text_edit.setPlainText("Our reviews.\nAll of them.")
    QTest.keyClick(section.form.text_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert standing_text(desk.register, FIRST, on=TODAY) == ("Our reviews.", "All of them.")
    assert wordings(section) == [
        "The program’s own wording",
        "From Mon 23 Nov 2026 · in force today",
    ]
    assert section.effect_label.text() == "In force today."
    assert not section.is_changed()
    assert section.remove_button.isEnabled()


def test_a_wording_for_later_is_told_and_the_one_in_force_stays_on_show(section, desk):
    hold(desk, section, BoilerplateDraft(FIRST.value, NEXT, "Next."))
    assert text_of(section) == shipped_wording(FIRST)
    assert section.effect_label.text().startswith(
        "In force today. The next wording begins on Fri 1 Jan 2027."
    )
    section.wording_combo.set_value(1)
    assert text_of(section) == "Next."
    assert section.effect_label.text() == "It begins on Fri 1 Jan 2027."
    assert section.form.starts_row.isVisible()


def test_an_earlier_wording_says_until_when_it_held(section, desk):
    hold(
        desk,
        section,
        BoilerplateDraft(FIRST.value, date(2026, 1, 5), "Old."),
        BoilerplateDraft(FIRST.value, date(2026, 6, 1), "Now."),
    )
    section.wording_combo.set_value(1)
    assert section.effect_label.text() == "It held until Sun 31 May 2026."
    section.wording_combo.set_value(0)
    assert section.effect_label.text().startswith("It held until Sun 4 Jan 2026. It comes with")


def test_what_is_missing_is_said_all_at_once(section, desk):
    section.new_button.click()
    section.form.text_edit.setPlainText(" ")
    section.form.starts_field.set_value(None)
    section.form.save()
    assert links(section.form) == [
        "In use from: Give the day from which it holds.",
        "Text: Write something, or remove this wording.",
    ]
    assert list_wordings(desk.register) == ()


def test_two_wordings_cannot_begin_on_one_day(section, desk):
    hold(desk, section, BoilerplateDraft(FIRST.value, TODAY, "Held."))
    section.new_button.click()
    section.form.save()
    assert links(section.form) == ["In use from: Another wording of this text begins that day."]
    section.form.starts_field.set_value(NEXT)
    section.form.save()
    assert [entry.draft.starts_on for entry in list_wordings(desk.register)] == [TODAY, NEXT]


def test_a_held_wording_is_changed_in_place(section, desk):
    hold(desk, section, BoilerplateDraft(FIRST.value, TODAY, "Held."))
    section.wording_combo.set_value(1)
    section.form.text_edit.setPlainText("Better.")
    section.form.save()
    (entry,) = list_wordings(desk.register)
    assert (entry.draft.text, entry.revision) == ("Better.", 2)


def test_a_wording_is_removed_after_a_question(section, desk):
    hold(desk, section, BoilerplateDraft(FIRST.value, TODAY, "Held."))
    section.wording_combo.set_value(1)
    section.remove_button.click()
    assert section.confirm_line.sentence_label.text() == (
        "Remove the wording from Mon 23 Nov 2026? The one before it holds in its place."
    )
    section.confirm_line.yes_button.click()
    assert list_wordings(desk.register) == ()
    assert text_of(section) == shipped_wording(FIRST)
    assert wordings(section) == ["The program’s own wording · in force today"]


def test_a_wording_that_was_removed_elsewhere_is_told(section, desk):
    hold(desk, section, BoilerplateDraft(FIRST.value, TODAY, "Held."))
    section.wording_combo.set_value(1)
    section.remove_button.click()
    remove_wording(desk.register, list_wordings(desk.register)[0])
    section.confirm_line.yes_button.click()
    assert section.confirm_line.isVisible()
    assert not section.confirm_line.yes_button.isVisible()


def test_what_is_typed_is_asked_about_before_another_text_is_shown(section, desk):
    section.new_button.click()
    section.text_combo.set_value(BoilerplateKey.STATEMENT)
    assert section.form.foot.is_asking
    assert section.text_combo.value() == FIRST
    section.form.foot.discard_button.click()
    assert section.text_combo.value() == BoilerplateKey.STATEMENT
    assert text_of(section) == shipped_wording(BoilerplateKey.STATEMENT)


def test_a_new_wording_that_is_given_up_leaves_the_one_in_force(section):
    section.new_button.click()
    section.form.foot.undo_button.click()
    assert wordings(section) == ["The program’s own wording · in force today"]
    assert section.form.text_edit.isReadOnly()


def test_leaving_the_section_asks_about_a_new_wording(page, section, desk):
    section.new_button.click()
    section.form.text_edit.setPlainText("Ours.")
    page.show_section("Counting")
    assert page.key == KEY
    section.form.foot.save_and_leave_button.click()
    assert page.key == "Counting"
    assert standing_text(desk.register, FIRST, on=TODAY) == ("Ours.",)


def test_a_change_elsewhere_leaves_alone_what_is_typed(section, desk):
    section.new_button.click()
    section.form.text_edit.setPlainText("Being written.")
    hold(desk, section, BoilerplateDraft(FIRST.value, NEXT, "Next."))
    assert text_of(section) == "Being written."
    assert wordings(section)[-1] == "New wording, not saved yet"


def test_a_removed_wording_leaves_the_one_in_force_on_show(section, desk):
    hold(desk, section, BoilerplateDraft(FIRST.value, NEXT, "Next."))
    section.wording_combo.set_value(1)
    changes = remove_wording(desk.register, list_wordings(desk.register)[0])
    desk.context.apply(changes)
    assert text_of(section) == shipped_wording(FIRST)
