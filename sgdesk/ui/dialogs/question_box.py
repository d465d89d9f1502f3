"""A fixed list of questions, each with an answer and a line or two of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.domain.answers import ANSWER_WORDS, Answer, Considered, considered
from sgdesk.ui.dialogs.editors import ChoiceCombo, TextArea
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from collections.abc import Mapping


class QuestionBox(QWidget):
    """Holds a `Considered` for each question that was answered or written to."""

    value_changed = Signal(object)

    def __init__(self, questions: Mapping[str, str]) -> None:
        super().__init__()
        self._others: tuple[Considered, ...] = ()
        self.answers: dict[str, ChoiceCombo[Answer]] = {}
        self.texts: dict[str, TextArea] = {}
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(current().px(12))
        for code, question in questions.items():
            lines.addWidget(self._question(code, question))
        if self.answers:
            self.setFocusProxy(next(iter(self.answers.values())))

    def value(self) -> tuple[Considered, ...]:
        """Return what was answered, in the order of the questions."""
        found = (
            Considered(code, combo.value(), self.texts[code].toPlainText())
            for code, combo in self.answers.items()
        )
        said = tuple(one for one in found if one.answer != Answer.BLANK or one.text.strip())
        return said + self._others

    def set_value(self, held: tuple[Considered, ...]) -> None:
        """Show the answers in `held`; one to a question of another form stays as it is."""
        self._others = tuple(one for one in held if one.code not in self.answers)
        for code, combo in self.answers.items():
            one = considered(held, code)
            combo.set_value(Answer(one.answer))
            self.texts[code].setPlainText(one.text)

    def _question(self, code: str, question: str) -> QWidget:
        combo, text = ChoiceCombo(ANSWER_WORDS), TextArea(2)
        combo.setAccessibleName(question)
        text.setAccessibleName(f"{question}: text")
        combo.currentIndexChanged.connect(lambda _at: self.value_changed.emit(None))
        text.textChanged.connect(lambda: self.value_changed.emit(None))
        self.answers[code], self.texts[code] = combo, text
        whole = QWidget()
        lines = QVBoxLayout(whole)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(current().px(4))
        lines.addWidget(make_label(question, wraps=True))
        line = SideBySide()
        line.add(combo, stretch=1, least=150)
        line.add(text, stretch=3, least=220)
        lines.addWidget(line)
        return whole
