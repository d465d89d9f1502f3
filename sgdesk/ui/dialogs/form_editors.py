"""The editors of a form by the kind of its fields: made, filled and read in one way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QLineEdit

from sgdesk.domain.answers import ANSWER_WORDS
from sgdesk.services.value_lists import read_value_list
from sgdesk.ui.dialogs.age_box import AgeBox
from sgdesk.ui.dialogs.code_checks import CodeChecks
from sgdesk.ui.dialogs.date_fields import make_date_field
from sgdesk.ui.dialogs.editors import ChoiceCombo, CountBox, SuggestingCombo, TextArea
from sgdesk.ui.dialogs.forms import FieldKind
from sgdesk.ui.dialogs.question_box import QuestionBox
from sgdesk.ui.widgets.date_field import DateField

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from sgdesk.ui.context import AppContext
    from sgdesk.ui.dialogs.forms import FormField

_MOST = 999


def make_editor(
    field: FormField,
    context: AppContext,
    words: Mapping[Any, str],
    due: Callable[[], date | None] = lambda: None,
    due_words: str = "Due",
) -> QWidget:
    """Return the editor of `field`; `words` are its choices where it has any.

    The calendars of dates ring the day that `due` gives when they open.
    """
    if field.kind is FieldKind.DATE:
        return make_date_field(context, due, due_words)
    if field.kind is FieldKind.VALUES and field.values is not None:
        return SuggestingCombo(("", *read_value_list(context.register, field.values)))
    return _MAKERS[field.kind](field, words)


_MAKERS: dict[FieldKind, Callable[[FormField, Mapping[Any, str]], QWidget]] = {
    FieldKind.LINE: lambda _field, _words: QLineEdit(),
    FieldKind.PROSE: lambda field, _words: TextArea(field.lines),
    FieldKind.CHOICE: lambda _field, words: ChoiceCombo(words),
    FieldKind.VALUES: lambda _field, words: SuggestingCombo(tuple(words.values())),
    FieldKind.ANSWER: lambda _field, _words: ChoiceCombo(ANSWER_WORDS),
    FieldKind.FLAG: lambda field, _words: QCheckBox(field.hint or field.title),
    FieldKind.COUNT: lambda _field, _words: CountBox(_MOST),
    FieldKind.AGE: lambda _field, _words: AgeBox(),
    FieldKind.CODES: lambda _field, words: CodeChecks(words),
    FieldKind.QUESTIONS: lambda _field, words: QuestionBox(words),
}


def value_of(editor: QWidget) -> Any:
    """Return what `editor` holds, as the draft holds it."""
    match editor:
        case TextArea():
            return editor.toPlainText()
        case DateField() | ChoiceCombo() | CountBox() | CodeChecks() | QuestionBox() | AgeBox():
            return editor.value()
        case SuggestingCombo():
            return editor.currentText()
        case QCheckBox():
            return editor.isChecked()
        case QLineEdit():
            return editor.text()
        case _:
            raise TypeError(type(editor).__name__)


def set_value(editor: QWidget, value: Any) -> None:
    """Show `value` of a draft in `editor`."""
    match editor:
        case TextArea():
            editor.setPlainText(value)
        case CountBox():
            editor.setValue(value)
        case DateField() | ChoiceCombo() | CodeChecks() | QuestionBox() | AgeBox():
            editor.set_value(value)
        case SuggestingCombo():
            editor.setCurrentText(value)
        case QCheckBox():
            editor.setChecked(value)
        case QLineEdit():
            editor.setText(value)
        case _:
            raise TypeError(type(editor).__name__)
