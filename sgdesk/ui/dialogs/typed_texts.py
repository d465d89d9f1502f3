"""What editors hold as text: taken, put back, and said in words. Nothing typed gets lost on it."""

from __future__ import annotations

import json
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, runtime_checkable

from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from sgdesk.ui.dialogs.editors import ChoiceCombo
from sgdesk.ui.widgets.date_field import DateField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@runtime_checkable
class KeepsTyping(Protocol):
    """An editor that holds more than its parts show, such as a list that grows."""

    def typed(self) -> str: ...

    def take_typed(self, typed: str) -> bool: ...

    def typed_words(self) -> str: ...


def typed_in(editor: QWidget) -> str:
    """Return what `editor` holds, as `put_back` takes it; also what it cannot read.

    Passphrases are left out, whatever was typed.
    """
    if (way := _way_of(editor)) is not None:
        return way.read(editor)
    parts = [typed_in(part) for part in _parts(editor)]
    return json.dumps(parts) if any(parts) else ""


def put_back(editor: QWidget, typed: str) -> bool:
    """Let `editor` hold what it held; return False where it cannot, as for a choice now gone."""
    if (way := _way_of(editor)) is not None:
        return way.write(editor, typed) is not False
    parts = list(_parts(editor))
    held: list[str] = json.loads(typed) if typed else [""] * len(parts)
    if len(held) != len(parts):
        return False
    done = [put_back(part, one) for part, one in zip(parts, held, strict=True)]
    return all(done)


def words_in(editor: QWidget) -> str:
    """Return what `editor` holds, to be read and copied."""
    if (way := _way_of(editor)) is not None:
        return (way.say or way.read)(editor)
    shown = [part for part in _parts(editor) if not part.isHidden()]
    if len(shown) == 1:
        return words_in(shown[0])
    return "\n".join(filter(None, map(_said, shown)))


def _parts(editor: QWidget) -> Iterator[QWidget]:
    """Give the editors that `editor` is made of, in the order in which they were put there."""
    for child in editor.children():
        if not isinstance(child, QWidget) or child.isWindow():
            continue
        if _way_of(child) is not None:
            yield child
        else:
            yield from _parts(child)


def _date_in(field: DateField) -> str:
    """Return the day, which "tomorrow" may not mean any more when it is put back, or the text."""
    value = field.value()
    return field.line_edit.text() if value is None else value.isoformat()


def _put_date(field: DateField, typed: str) -> None:
    try:
        field.set_value(date.fromisoformat(typed) if typed else None)
    except ValueError:
        field.set_value(None)
        field.line_edit.setText(typed)
        field.settle()


def _choose(combo: ChoiceCombo[Any], typed: str) -> bool:
    for choice in combo.choices():
        if _key(choice) == typed:
            combo.set_value(choice)
            return True
    return False


def _key(choice: object) -> str:
    """Return a text that stands for a choice, also after the next start."""
    if isinstance(choice, Enum):
        return choice.name
    return "" if choice is None else str(choice)


def _said(part: QWidget) -> str:
    name, words = part.accessibleName(), words_in(part)
    is_named = name and words and not isinstance(part, QCheckBox | QRadioButton)
    return f"{name}: {words}" if is_named else words


def _is_plain(edit: QLineEdit) -> bool:
    return edit.echoMode() is QLineEdit.EchoMode.Normal


class _Way(NamedTuple):
    """How one kind of editor is read, filled and said; where `say` is None, as it is read."""

    kind: type[Any]
    read: Callable[[Any], str]
    write: Callable[[Any, str], object]
    say: Callable[[Any], str] | None = None


def _tick(button: QAbstractButton, typed: str) -> None:
    button.setChecked(bool(typed))


_WAYS = (
    _Way(
        KeepsTyping,
        lambda editor: editor.typed(),
        lambda editor, typed: editor.take_typed(typed),
        lambda editor: editor.typed_words(),
    ),
    _Way(DateField, _date_in, _put_date, lambda field: field.line_edit.text()),
    _Way(ChoiceCombo, lambda combo: _key(combo.value()), _choose, QComboBox.currentText),
    _Way(QComboBox, QComboBox.currentText, QComboBox.setCurrentText),
    _Way(QPlainTextEdit, QPlainTextEdit.toPlainText, QPlainTextEdit.setPlainText),
    _Way(QLineEdit, lambda edit: edit.text() if _is_plain(edit) else "", QLineEdit.setText),
    _Way(
        QCheckBox,
        lambda box: "1" if box.isChecked() else "",
        _tick,
        lambda box: f"{box.text()}: {'yes' if box.isChecked() else 'no'}",
    ),
    _Way(
        QRadioButton,
        lambda button: "1" if button.isChecked() else "",
        _tick,
        lambda button: button.text() if button.isChecked() else "",
    ),
    _Way(
        QSpinBox,
        lambda box: str(box.value()),
        lambda box, typed: box.setValue(int(typed)),
    ),
)


def _way_of(editor: QWidget) -> _Way | None:
    return next((way for way in _WAYS if isinstance(editor, way.kind)), None)
