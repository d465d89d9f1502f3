"""Steps that tests of kept typing share: type into forms, let the program go, and come back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from case_samples import TODAY
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget
from window_steps import open_window

from sgdesk.services.kept_typing import read_kept_typing
from sgdesk.ui.context import AppContext
from sgdesk.ui.dialogs.edit_dialog import EditDialog
from sgdesk.ui.dialogs.typed_texts import typed_in
from sgdesk.ui.tasks import wait_for_work
from sgdesk.ui.widgets.date_field import DateField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from sgdesk.records.kept_typing import KeptForm
    from sgdesk.services.register import Register
    from sgdesk.ui.main_window import MainWindow

WORDS = "What was typed ✓ – Zoë"
UNREADABLE = "31/11/2026"


def kept(register: Register) -> tuple[KeptForm, ...]:
    """Return what lies on the disk, once all writing has ended."""
    wait_for_work()
    return read_kept_typing(register)


def form_on_show(window: QWidget) -> EditDialog[Any]:
    (dialog,) = [one for one in window.findChildren(EditDialog) if one.isVisible()]
    return dialog


def type_into_all(editor: QWidget) -> bool:
    """Type something else into every part of an editor; return whether any could be changed."""
    match editor:
        case DateField():
            editor.line_edit.setText(UNREADABLE)
            editor.line_edit.textEdited.emit(UNREADABLE)
        case QComboBox() if editor.isEditable():
            editor.setCurrentText(WORDS)
        case QComboBox():
            editor.setCurrentIndex((editor.currentIndex() + 1) % editor.count())
            return editor.count() > 1
        case QPlainTextEdit():
            editor.setPlainText(f"{WORDS}\n{WORDS}")
        case QLineEdit():
            editor.setText(WORDS)
        case QCheckBox():
            editor.toggle()
            return editor.isEnabled()
        case QSpinBox():
            editor.setValue(editor.value() + 1)
        case _:
            parts = [one for one in editor.children() if isinstance(one, QWidget)]
            done = [type_into_all(part) for part in parts]
            return any(done)
    return True


def held_in(dialog: EditDialog[Any]) -> dict[str, str]:
    """Return what every field of a form holds."""
    return {name: typed_in(dialog.fields.row(name).editor) for name in dialog.fields.titles}


def come_back(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """Let a window go with its forms open, as a crash does, and open another on the register."""
    wait_for_work()
    register = window.context.register
    window.hide()
    return open_window(qtbot, AppContext(register, lambda: TODAY))
