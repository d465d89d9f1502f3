"""The editors that forms are made of, beside those of the widget box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, runtime_checkable

from PySide6.QtGui import QFontMetrics, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.text_edit import PlainEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QWidget

ChoiceT = TypeVar("ChoiceT")


@runtime_checkable
class HoldsValue(Protocol):
    """An editor made of several, which tells of any change by one signal."""

    value_changed: Any


@runtime_checkable
class ReadsText(HoldsValue, Protocol):
    """An editor that may hold text which cannot be read, such as "31/11/2026".

    It says so itself, under its own line.
    """

    def settle(self) -> None: ...

    def is_sound(self) -> bool: ...

    def problem(self) -> str: ...


class ChoiceCombo(QComboBox, Generic[ChoiceT]):
    """A drop-down list over a few values, such as an enumeration, each with its words.

    The mouse wheel scrolls the form and never changes the choice.
    """

    def __init__(self, words: Mapping[ChoiceT, str]) -> None:
        super().__init__()
        self._choices = tuple(words)
        self.addItems(list(words.values()))
        _let_shrink(self)

    def set_words(self, words: Mapping[ChoiceT, str]) -> None:
        """Offer other values; the first of them is chosen."""
        self._choices = tuple(words)
        self.clear()
        self.addItems(list(words.values()))
        _let_shrink(self)

    def choices(self) -> tuple[ChoiceT, ...]:
        """Return the values on offer, in their order."""
        return self._choices

    def value(self) -> ChoiceT:
        return self._choices[self.currentIndex()]

    def set_value(self, choice: ChoiceT) -> None:
        self.setCurrentIndex(self._choices.index(choice))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class SuggestingCombo(QComboBox):
    """A line that suggests what was used before and takes anything else too."""

    def __init__(self, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(suggestions)
        _let_shrink(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class TextArea(PlainEdit):
    """Several lines of plain text. Tab goes on to the next field."""

    def __init__(self, lines: int = 4) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        look = current()
        height = QFontMetrics(look.font()).lineSpacing() * lines + look.px(24)
        self.setMinimumHeight(height)
        self.setMaximumHeight(2 * height)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        hint.setHeight(self.minimumHeight())
        return hint


class LineList(TextArea):
    """A list with one entry on each line; empty lines do not count."""

    def entries(self) -> tuple[str, ...]:
        """Return the entries in their order, without the spaces around them."""
        lines = (line.strip() for line in self.toPlainText().splitlines())
        return tuple(line for line in lines if line)

    def set_entries(self, entries: tuple[str, ...]) -> None:
        self.setPlainText("\n".join(entries))


class CountBox(QSpinBox):
    """A whole number from 0. The mouse wheel scrolls the form and never changes it."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.setRange(0, most)
        self.lineEdit().setTextMargins(current().px(8), 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _let_shrink(combo: QComboBox) -> None:
    """Let the box be narrower than its longest entry; the open list still shows it whole."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    longest = max((combo.itemText(at) for at in range(combo.count())), key=len, default="")
    look = current()
    words = QFontMetrics(look.font()).horizontalAdvance(longest)
    combo.view().setMinimumWidth(words + look.px(36))


def connect_edits(editor: QWidget, edited: Callable[[], None]) -> None:
    """Call `edited` whenever the content of `editor` changes. Raises `TypeError` if unknown."""
    match editor:
        case QLineEdit():
            editor.textChanged.connect(lambda _text: edited())
        case QPlainTextEdit():
            editor.textChanged.connect(edited)
        case QComboBox():
            editor.currentTextChanged.connect(lambda _text: edited())
        case QCheckBox():
            editor.toggled.connect(lambda _is_on: edited())
        case QSpinBox():
            editor.valueChanged.connect(lambda _value: edited())
        case HoldsValue():
            editor.value_changed.connect(lambda _value: edited())
        case _:
            raise TypeError(type(editor).__name__)
