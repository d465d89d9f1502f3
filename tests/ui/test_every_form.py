"""What every form of the program keeps to, however it is told."""

from __future__ import annotations

import pkgutil
from dataclasses import fields, is_dataclass
from importlib import import_module
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

import sgdesk.domain
import sgdesk.ui.dialogs
from sgdesk.services.drafts import cleaned
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.form_editors import set_value
from sgdesk.ui.dialogs.forms import FieldKind, Form, FormSetting

PASTED = (
    "\u201cSmart\u201d quotes \u2013 a dash,\x0b a tab\tand\x07 a bell,\r\n"
    "\uf0b7\ta bullet, a soft\xadhyphen, \u202ehidden\u202c, na\u00efve, \U0001f476"
)
"""As text comes out of a word processor, with what must not get into the register."""
CLEAN = (
    "\u201cSmart\u201d quotes \u2013 a dash,\na tab and a bell,\n"
    "\u2022 a bullet, a softhyphen, hidden, na\u00efve, \U0001f476"
)
TAB = Qt.FocusPolicy.TabFocus
LONG = "safeguarding children " * 5_000


def modules(package: Any) -> list[Any]:
    found = pkgutil.iter_modules(package.__path__)
    return [import_module(f"{package.__name__}.{one.name}") for one in found]


DRAFTS = [
    value
    for module in modules(sgdesk.domain)
    for name, value in vars(module).items()
    if name.endswith("Draft") and is_dataclass(value) and value.__module__ == module.__name__
]


def draft_of(form: Form) -> Any:
    """Return a new draft of the smallest kind that has every field of `form`."""
    asked = {one.name for one in form.fields()}
    fitting = [kind for kind in DRAFTS if asked <= {item.name for item in fields(kind)}]
    return min(fitting, key=lambda kind: len(fields(kind)))()


FORMS = sorted(
    {
        f"{module.__name__.rpartition('.')[2]}.{name}": value
        for module in modules(sgdesk.ui.dialogs)
        for name, value in vars(module).items()
        if isinstance(value, Form) and "forms" in module.__name__
    }.items()
)


def _key(kind: FieldKind, value: Any) -> Any:
    return "code" if kind is FieldKind.CODES else value


class Given(dict[str, Any]):
    """The choices that a form is given when it opens: here one value for each."""

    def __init__(self, form: Form, draft: Any) -> None:
        super().__init__(
            {
                one.name: {_key(one.kind, getattr(draft, one.name)): "The only one"}
                for one in form.fields()
                if one.kind in (FieldKind.CHOICE, FieldKind.CODES) and not one.words
            }
        )


@pytest.fixture(params=FORMS, ids=lambda param: param[0])
def form(request):
    return request.param[1]


@pytest.fixture
def saved():
    return []


@pytest.fixture
def dialog(qtbot, desk, form, saved):
    draft = draft_of(form)
    setting = FormSetting(about="ZZSP2026-27-05", choices=Given(form, draft))
    made = FormDialog(desk.context, form, draft, saved.append, setting)
    qtbot.addWidget(made)
    made.open()
    QTest.qWaitForWindowActive(made)
    return made


def test_there_are_forms():
    assert len(FORMS) > 20


def reached_by_tab(dialog: QWidget) -> set[QWidget]:
    """Return every widget that the Tab key comes to, once around."""
    found: set[QWidget] = set()
    while dialog.focusWidget() not in found:
        found.add(dialog.focusWidget())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    return found


def test_the_tab_key_comes_to_every_field_and_to_both_buttons(dialog):
    reached = reached_by_tab(dialog)
    for name, editor in dialog.editors.items():
        assert any(one is editor or editor.isAncestorOf(one) for one in reached), name
    assert {dialog.footer.save_button, dialog.footer.cancel_button} <= reached


def test_every_field_is_named_for_who_cannot_see_it(dialog):
    for name, editor in dialog.editors.items():
        inputs = [one for one in (editor, *editor.findChildren(QWidget)) if one.focusPolicy() & TAB]
        named = [one for one in inputs if one.accessibleName() or one.focusProxy()]
        assert named, name


def test_nothing_says_that_it_is_changed_before_anybody_typed(dialog):
    assert not dialog.is_changed()
    dialog.reject()
    assert not dialog.isVisible()


def typed_editor(dialog: FormDialog[Any]) -> QWidget:
    """Return an editor that text can be typed into, or one that can be changed otherwise."""
    editors = list(dialog.editors.values())
    typed = [one for one in editors if isinstance(one, (QPlainTextEdit, QLineEdit))]
    return next(iter([*typed, *editors]))


def change(dialog: FormDialog[Any]) -> None:
    editor = typed_editor(dialog)
    if isinstance(editor, (QPlainTextEdit, QLineEdit)):
        QTest.keyClicks(editor, "typed")
    elif isinstance(editor, QComboBox) and not editor.isEditable():
        editor.setCurrentIndex((editor.currentIndex() + 1) % editor.count())
    else:
        for combo in editor.findChildren(QComboBox)[:1]:
            combo.setCurrentIndex(1)
        for line in editor.findChildren(QLineEdit)[:1]:
            QTest.keyClicks(line, "1/11/2026")


def test_escape_asks_before_anything_is_lost_and_keeps_it_when_the_answer_is_no(dialog):
    change(dialog)
    assert dialog.is_changed()
    before = dialog.draft()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.footer.is_asking
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.footer.is_asking
    assert dialog.draft() == before
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.footer.discard_button.click()
    assert not dialog.isVisible()


def texts(form: Form) -> list[tuple[str, FieldKind]]:
    kinds = (FieldKind.LINE, FieldKind.PROSE, FieldKind.VALUES)
    return [(one.name, one.kind) for one in form.fields() if one.kind in kinds]


def test_pasted_text_comes_clean_through_the_gate(dialog, form, saved):
    for name, _kind in texts(form):
        set_value(dialog.editors[name], PASTED)
    dialog.save()
    (draft,) = saved
    for name, kind in texts(form):
        expected = CLEAN if kind is FieldKind.PROSE else " ".join(CLEAN.split())
        assert getattr(cleaned(draft), name) == expected, name


def test_an_over_long_text_is_taken_whole(dialog, form, saved):
    for name, _kind in texts(form):
        set_value(dialog.editors[name], LONG)
    dialog.save()
    for name, kind in texts(form):
        least = len(LONG) if kind is FieldKind.PROSE else 32_767
        assert len(getattr(saved[0], name)) >= least, name


def test_ctrl_enter_saves(dialog, saved):
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(saved) == 1
    assert not dialog.isVisible()
