from __future__ import annotations

from dataclasses import replace

import pytest
from page_registers import TROUBLE, empty_context
from page_samples import TODAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_steps import cases_page, open_window, trigger

from sgdesk.domain.cases import CaseDraft
from sgdesk.domain.people import ChildDraft
from sgdesk.errors import UserError
from sgdesk.services import undo as undo_module
from sgdesk.services.case_views import get_case
from sgdesk.services.cases import save_case
from sgdesk.services.children import save_child
from sgdesk.services.settings import save_profile
from sgdesk.ui.pages.case_page import CasePage

CASE = CaseDraft(reference="ZZSP 1", title="Two siblings")


@pytest.fixture
def context(qapp, tmp_path):
    yield from empty_context(tmp_path)


@pytest.fixture
def window(qtbot, context):
    return open_window(qtbot, context)


def add_case(context):
    changes = save_case(context.register, None, CASE, today=TODAY)
    context.apply(changes)
    (case_id,) = changes.case_ids
    return case_id


def action(window):
    return window.commands.action("undo")


def test_the_command_is_off_until_something_is_saved(window, context):
    assert not action(window).isEnabled()
    assert action(window).text() == "&Undo"
    add_case(context)
    assert action(window).isEnabled()
    assert action(window).text() == "Undo: Case added"


def test_ctrl_z_takes_the_last_save_back_and_does_it_again(window, context, qtbot):
    case_id = add_case(context)
    child = ChildDraft(pseudonym="Child A & B")
    context.apply(save_child(context.register, case_id, None, child, today=TODAY))
    assert action(window).text() == "Undo: Child A && B added"
    window.open_case(case_id)
    page = window.page
    assert isinstance(page, CasePage)
    assert len(page.view.children) == 1
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(page.view.children) == 0
    assert "Undone: Child A & B added" in window.status_line.saved_label.text()
    assert action(window).text() == "Redo: Child A && B added"
    trigger(window, "undo")
    assert len(page.view.children) == 1
    assert "Redone: Child A & B added" in window.status_line.saved_label.text()


def test_a_case_that_was_just_recorded_goes_and_the_list_is_shown(window, context):
    case_id = add_case(context)
    window.open_case(case_id)
    trigger(window, "undo")
    assert window.stack.place.key == "cases"
    assert window.stack.place.case_id is None
    trigger(window, "undo")
    window.open_case(case_id)
    assert window.page.view.draft == CASE


def test_a_case_taken_back_from_another_page_leaves_that_page(window, context):
    add_case(context)
    window.go("deadlines")
    trigger(window, "undo")
    assert window.stack.place.key == "deadlines"


def test_what_is_not_taken_back_is_not_offered(window, context):
    add_case(context)
    profile = replace(context.register.profile, officer="Quality lead")
    context.apply(save_profile(context.register, profile, today=TODAY))
    assert not action(window).isEnabled()
    window.undoing.undo()
    assert context.register.profile.officer == "Quality lead"


def test_an_undo_that_is_refused_says_why(window, context, monkeypatch):
    context.setProperty(TROUBLE, True)
    case_id = add_case(context)

    def refuse(*_args):
        raise UserError("Something else was saved since.")

    monkeypatch.setattr(undo_module, "undo", refuse)
    trigger(window, "undo")
    assert window.notice_bar.sentence_label.text() == "Something else was saved since."
    assert get_case(context.register, case_id, today=TODAY).draft == CASE


def test_in_a_text_field_ctrl_z_takes_typing_back_and_no_save(window, context, qtbot):
    add_case(context)
    page = cases_page(qtbot, window)
    with qtbot.waitActive(window):
        window.activateWindow()
    page.search_field.setFocus()
    QTest.keyClicks(page.search_field, "neglect")
    QTest.keyClick(page.search_field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.search_field.text() != "neglect"
    assert action(window).text() == "Undo: Case added"
