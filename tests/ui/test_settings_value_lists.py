from __future__ import annotations

import pytest
from case_samples import nameless
from page_registers import empty_context
from page_samples import TODAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sgdesk.domain.cases import CaseDraft
from sgdesk.domain.people import ChildDraft
from sgdesk.domain.value_lists import VALUE_LISTS, ValueListKey
from sgdesk.services.cases import save_case
from sgdesk.services.children import save_child
from sgdesk.services.value_lists import read_value_list, save_value_list
from sgdesk.ui.dialogs.form_editors import make_editor, set_value, value_of
from sgdesk.ui.dialogs.forms import FieldKind, FormField
from sgdesk.ui.pages.settings_value_lists import ValueListsSection

SEXES = ValueListKey.SEXES
FIRST = VALUE_LISTS[SEXES].defaults


@pytest.fixture
def context(qapp, tmp_path):
    yield from empty_context(tmp_path)


@pytest.fixture
def section(context, qtbot):
    made = ValueListsSection(context)
    qtbot.addWidget(made)
    made.resize(800, 640)
    made.show()
    made.list_combo.set_value(SEXES)
    QTest.qWaitForWindowActive(made)
    return made


def press(section, key, modifiers=Qt.KeyboardModifier.NoModifier):
    section.form.editor.list.setFocus()
    QTest.keyClick(section.form.editor.list, key, modifiers)


def test_every_list_can_be_chosen(section):
    assert section.list_combo.count() == len(ValueListKey)
    for key in ValueListKey:
        section.list_combo.set_value(key)
        assert section.form.editor.value() == VALUE_LISTS[key].defaults


def test_lines_are_moved_removed_and_added_by_keyboard_and_saved(section, context):
    editor = section.form.editor
    press(section, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert editor.value()[:2] == (FIRST[1], FIRST[0])
    press(section, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(section, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert editor.value() == FIRST
    press(section, Qt.Key.Key_Delete)
    assert editor.value() == FIRST[1:]
    editor.add_button.click()
    editor.list.currentItem().setText("  Intersex ")
    section.form.foot.save_button.click()
    assert read_value_list(context.register, SEXES) == (FIRST[1], "Intersex", *FIRST[2:])
    assert section.form.foot.said_label.text() == "List saved: Sex."


def test_the_buttons_do_the_same_and_are_off_where_they_can_do_nothing(section):
    editor = section.form.editor
    assert not editor.up_button.isEnabled()
    editor.down_button.click()
    assert editor.value()[1] == FIRST[0]
    editor.up_button.click()
    assert editor.value() == FIRST
    editor.rename_button.click()
    assert editor.list.isPersistentEditorOpen(editor.list.currentItem()) is False
    editor.list.currentItem().setText("Girl")
    assert editor.value()[0] == "Girl"
    for _ in FIRST:
        editor.remove_button.click()
    assert editor.value() == ()
    assert not editor.remove_button.isEnabled()
    assert not editor.rename_button.isEnabled()
    editor.remove()
    editor.rename()
    editor.move_chosen(1)
    assert editor.value() == ()


def test_a_bad_list_is_not_saved_and_says_why(section, context):
    section.form.editor.set_value(("A", "a", ""))
    section.form.foot.save_button.click()
    assert read_value_list(context.register, SEXES) == FIRST
    assert section.form.problem_panel.isVisible()


def test_a_list_is_set_back_to_the_programs(section, context):
    save_value_list(context.register, SEXES, ("Girl", "Boy"))
    section.reload()
    assert section.set_back_button.isEnabled()
    section.set_back_button.click()
    assert section.form.editor.value() == FIRST
    assert not section.set_back_button.isEnabled()
    assert section.is_changed()
    section.form.foot.save_button.click()
    assert read_value_list(context.register, SEXES) == FIRST


def test_another_list_is_shown_when_what_was_typed_is_decided_on(section, context):
    section.form.editor.set_value(("Girl", "Boy"))
    section.list_combo.set_value(ValueListKey.ROUTES)
    assert section.list_combo.value() is SEXES
    assert section.form.foot.is_asking
    section.form.foot.discard_button.click()
    assert section.list_combo.value() is ValueListKey.ROUTES
    assert section.form.editor.value() == VALUE_LISTS[ValueListKey.ROUTES].defaults
    assert read_value_list(context.register, SEXES) == FIRST


def test_the_section_is_left_when_what_was_typed_is_saved(section, context, qtbot):
    section.form.editor.set_value(("Girl", "Boy"))
    with qtbot.waitSignal(section.left):
        section.ask()
        section.form.foot.save_and_leave_button.click()
    assert read_value_list(context.register, SEXES) == ("Girl", "Boy")


def test_a_form_still_offers_the_words_of_a_record_that_are_off_the_list(context, qtbot):
    register = context.register
    case = CaseDraft(reference="ZZSP 1", title="x")
    (case_id,) = save_case(register, None, case, today=TODAY).case_ids
    draft = ChildDraft(pseudonym="Child A", sex="Female")
    save_child(register, case_id, None, draft, today=TODAY)
    save_value_list(register, SEXES, ("Girl", "Boy"))
    editor = make_editor(FormField("sex", "Sex", FieldKind.VALUES, values=SEXES), context, {})
    qtbot.addWidget(editor)
    set_value(editor, draft.sex)
    assert value_of(editor) == "Female"


def test_every_control_has_a_name_for_screen_readers(section):
    assert nameless(section) == []
