"""An officer at the window: opens, types, ticks and presses as a person with a keyboard does."""

from __future__ import annotations

import os
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)
from window_steps import activate, open_window

from sgdesk.domain.dates import PRECISION_WORDS, Precision
from sgdesk.domain.partnerships import PartnershipDraft
from sgdesk.services.case_views import get_case
from sgdesk.services.register import create_register, open_register
from sgdesk.services.settings import save_agency
from sgdesk.store.wrapping import Cost
from sgdesk.ui.context import AppContext
from sgdesk.ui.dialogs.age_box import AgeBox
from sgdesk.ui.dialogs.code_checks import CodeChecks
from sgdesk.ui.dialogs.edit_dialog import EditDialog
from sgdesk.ui.dialogs.moved_dates_dialog import MovedDatesDialog
from sgdesk.ui.dialogs.question_box import QuestionBox
from sgdesk.ui.dialogs.uncertain_date_field import UncertainDateField
from sgdesk.ui.look.theme import Scheme, Theme
from sgdesk.ui.pages.case_page import CasePage
from sgdesk.ui.widgets.date_field import DateField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sgdesk.domain.partnerships import AgencyDraft
    from sgdesk.records.cases import CaseView
    from sgdesk.services.register import Register
    from sgdesk.ui.widgets.fields import FieldSet
    from sgdesk.ui.widgets.record_table import RecordTable

DialogT = TypeVar("DialogT", bound=QDialog)
CHEAP = Cost(memory_kib=64, rounds=1, lanes=1)
PICTURES = os.environ.get("SGDESK_PICTURES", "")
"""A folder for pictures of the window at every stage; "" takes none."""
_CONTROL = Qt.KeyboardModifier.ControlModifier
OPENING_WORDS = "lamp orbit gravel seventeen"
PROFILE = PartnershipDraft(
    name="Riverton partnership (invented)", prefix="RIVT", officer="Business support"
)


class Officer:
    """One window over an empty register. `day` is today, and moves on as the case does."""

    def __init__(self, qtbot: Any, folder: Path, day: date) -> None:
        self.day = day
        self._bot = qtbot
        self._folder = folder
        register, _key = create_register(folder, PROFILE, OPENING_WORDS, now=self._now, cost=CHEAP)
        if PICTURES:
            Theme(QApplication.instance(), Scheme.LIGHT)
        self._open(register)

    def close(self) -> None:
        self.window.close()
        self.register.close()

    def add_agencies(self, *agencies: AgencyDraft) -> None:
        for agency in agencies:
            save_agency(self.register, None, agency)

    @property
    def page(self) -> CasePage:
        """The page of the case on show."""
        page = self.window.page
        assert isinstance(page, CasePage)
        return page

    @property
    def view(self) -> CaseView:
        """The case as the register has it now."""
        return get_case(self.register, self.page.case_id, today=self.day)

    @property
    def dialog(self) -> EditDialog[Any]:
        """The form on top."""
        self._bot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), EditDialog))
        found = QApplication.activeModalWidget()
        assert isinstance(found, EditDialog)
        activate(found)
        return found

    def go_on_to(self, day: date) -> None:
        """Let the days pass until the morning of `day`."""
        assert day >= self.day
        self.day = day
        if isinstance(self.window.page, CasePage):
            self.page.reload()

    def look(self, name: str) -> None:
        """Keep a picture of the window as it is now, where pictures are asked for."""
        if PICTURES:
            for _ in range(10):  # what is shown anew is laid out in turns
                QApplication.processEvents()
            shown = QApplication.activeModalWidget() or self.window
            shown.grab().save(str(Path(PICTURES) / f"{name}.png"))

    def press(self, keys: str, on: QWidget | None = None) -> None:
        """Press keys written as in "Ctrl+N"."""
        target = on or self.window
        activate(target.window())
        *held, key = keys.split("+")
        modifier = _CONTROL if "Ctrl" in held else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(target, getattr(Qt.Key, f"Key_{key}"), modifier)

    def tab(self, key: str) -> QWidget:
        """Go to a tab of the case and return what it holds."""
        self.page.tabs.show_tab(key)
        shown = self.page.tabs.stack.currentWidget()
        self._bot.waitUntil(shown.isVisible)
        return getattr(shown, "tab", shown)

    def push(self, words: str, within: QWidget | None = None) -> None:
        """Push the visible button that says `words`, from the keyboard."""
        button = self._button(words, within or QApplication.activeModalWidget() or self.window)
        activate(button.window())
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, Qt.Key.Key_Space)

    def pushes(self, within: QWidget | None = None) -> list[str]:
        """Return what the visible buttons say."""
        inside = within or QApplication.activeModalWidget() or self.window
        shown = [one for one in inside.findChildren(QAbstractButton) if one.isVisible()]
        return [one.accessibleName() or _said(one) for one in shown]

    def fill(self, **values: Any) -> None:
        """Type `values` into the fields of the form on top, by the names of its draft."""
        self.type_into(self.dialog.fields, **values)

    def type_into(self, fields: FieldSet, **values: Any) -> None:
        """Type `values` into the fields of any form, by the names of its draft."""
        for name, value in values.items():
            _type(fields.row(name).editor, value)

    def type_day(self, field: DateField, day: date | None) -> None:
        """Type a day into a field that stands in no form."""
        _type(field, day)

    def type_text(self, editor: QLineEdit | QSpinBox, text: str) -> None:
        """Type into an editor that stands in no form, in place of what it holds."""
        editor.setFocus(Qt.FocusReason.TabFocusReason)
        editor.selectAll()
        _strike(editor, text)

    def choose_in(self, combo: QComboBox, words: str) -> None:
        """Choose what says `words` with the arrow keys."""
        _choose(combo, words)

    def on_top(self, kind: type[DialogT]) -> DialogT:
        """Return the window of `kind` in front of all others, with the keyboard in it."""
        self._bot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        activate(found)
        self._bot.waitUntil(lambda: found.focusWidget() is not None)
        return found

    def leave(self) -> None:
        """Close the window on top with Escape."""
        shown = QApplication.activeModalWidget()
        assert shown is not None
        QTest.keyClick(shown.focusWidget() or shown, Qt.Key.Key_Escape)
        self._bot.waitUntil(lambda: QApplication.activeModalWidget() is not shown)
        activate(QApplication.activeModalWidget() or self.window)

    def come_back(self, day: date) -> None:
        """Close the program, and open it on the morning of `day`."""
        self.close()
        before, self.day = self._now(), day
        register = open_register(self._folder, OPENING_WORDS, now=self._now)
        register.opened_before = before
        self._open(register)

    def save(self) -> None:
        """Save the form on top, which has to close; dates that would move may."""
        dialog = self.dialog
        QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return, _CONTROL)
        moves = QApplication.activeModalWidget()
        if isinstance(moves, MovedDatesDialog):
            activate(moves)
            QTest.keyClick(moves, Qt.Key.Key_Return, _CONTROL)
            activate(dialog.window() if dialog.isVisible() else self.window)
        said = [link.accessibleName() for link in dialog.problem_panel.links()]
        assert not dialog.isVisible(), said

    def do(self, words: str, within: QWidget | None = None, **values: Any) -> None:
        """Push a button, fill the form that it opens, and save it."""
        self.push(words, within)
        self.fill(**values)
        self.save()

    def choose(self, table: RecordTable, words: str) -> None:
        """Go down a table with the arrow key to the first row that says `words`."""
        activate(table.window())
        table.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(table, Qt.Key.Key_Home, _CONTROL)
        model = table.model()
        for _ in range(model.rowCount() + 1):
            row = table.currentIndex().row()
            if any(words in str(model.index(row, at).data()) for at in range(model.columnCount())):
                return
            QTest.keyClick(table, Qt.Key.Key_Down)
        raise AssertionError(words)

    def _button(self, words: str, inside: QWidget) -> QAbstractButton:
        def found() -> list[QAbstractButton]:
            return [
                one
                for one in inside.findChildren(QAbstractButton)
                if one.isVisible() and words in (_said(one), one.accessibleName())
            ]

        try:
            self._bot.waitUntil(lambda: bool(found()), timeout=3000)
        except Exception as error:
            raise AssertionError(f"no button says {words!r}: {self.pushes(inside)}") from error
        return found()[0]

    def _open(self, register: Register) -> None:
        self.register = register
        self.context = AppContext(register, lambda: self.day)
        self.window = open_window(self._bot, self.context)

    def _now(self) -> datetime:
        return datetime.combine(self.day, time(9, 30), tzinfo=UTC)


def _said(button: QAbstractButton) -> str:
    return button.text().replace("&", "").removesuffix("…")


def _type(editor: QWidget, value: Any) -> None:
    """Type `value` as a person does; the whole content of the editor is replaced."""
    editor.setFocus(Qt.FocusReason.TabFocusReason)
    way = next(way for kind, way in _WAYS if isinstance(editor, kind))
    way(editor, value)


def _strike(editor: QWidget, text: str) -> None:
    """Strike a key for each character, also for one that no keyboard of the tests has."""
    for character in text:
        key = Qt.Key.Key_Return if character == "\n" else Qt.Key.Key_unknown
        typed = "\r" if character == "\n" else character
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, typed)
        QApplication.sendEvent(editor, event)


def _type_day(field: DateField, day: date | None) -> None:
    _type_line(field.line_edit, day.strftime("%d/%m/%Y") if day else "")
    field.settle()


def _type_text(editor: QPlainTextEdit, text: str) -> None:
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    _strike(editor, text)


def _type_or_choose(combo: QComboBox, words: str) -> None:
    if combo.isEditable():
        _type_line(combo.lineEdit(), words)
    else:
        _choose(combo, words)


def _tick(box: QCheckBox, is_on: bool) -> None:
    if box.isChecked() != is_on:
        box.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(box, Qt.Key.Key_Space)


def _count(box: QSpinBox, number: int) -> None:
    box.selectAll()
    _strike(box, str(number))


def _state_age(box: AgeBox, age: tuple[int, str]) -> None:
    _choose(box.unit_combo, age[1])
    _count(box.count_box, age[0])


def _tick_codes(checks: CodeChecks, codes: tuple[str, ...]) -> None:
    for code, box in checks.boxes.items():
        _tick(box, code in codes)


def _answer(box: QuestionBox, answers: dict[str, tuple[str, str]]) -> None:
    for code, (answer, text) in answers.items():
        _choose(box.answers[code], answer)
        _type_text(box.texts[code], text)


def _type_line(line: QLineEdit, text: str) -> None:
    line.setFocus(Qt.FocusReason.TabFocusReason)
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    _strike(line, text)


def _choose(combo: QComboBox, words: str) -> None:
    """Go through a list with the arrow keys until it says `words`."""
    combo.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(combo, Qt.Key.Key_Home)
    for _ in range(combo.count()):
        if combo.currentText() == words:
            return
        QTest.keyClick(combo, Qt.Key.Key_Down)
    raise AssertionError([combo.itemText(at) for at in range(combo.count())])


def _type_uncertain(field: UncertainDateField, day: date) -> None:
    _choose(field.precision_combo, PRECISION_WORDS[Precision.EXACT])
    _type_day(field.start_field, day)


_WAYS: tuple[tuple[type[QWidget], Any], ...] = (
    (DateField, _type_day),
    (UncertainDateField, _type_uncertain),
    (AgeBox, _state_age),
    (CodeChecks, _tick_codes),
    (QuestionBox, _answer),
    (QLineEdit, _type_line),
    (QPlainTextEdit, _type_text),
    (QComboBox, _type_or_choose),
    (QCheckBox, _tick),
    (QSpinBox, _count),
)


@contextmanager
def an_officer(qtbot: Any, folder: Path, day: date) -> Iterator[Officer]:
    """Give an officer at an empty register; everything is closed when the block ends."""
    officer = Officer(qtbot, folder, day)
    try:
        yield officer
    finally:
        for dialog in officer.window.findChildren(QDialog):
            dialog.close()
        officer.close()
