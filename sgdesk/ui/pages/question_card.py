"""A fixed list of questions with the answers to them, as a table to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sgdesk.domain.answers import ANSWER_WORDS, Answer, considered
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_link
from sgdesk.ui.widgets.labels import make_label, make_rule
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QLabel

    from sgdesk.domain.answers import Considered

_SHARES = ((5, 140), (3, 84), (6, 120))
"""Of question, answer and text: the share of the width, and the pixels that each needs."""


class QuestionTable(QWidget):
    """Question, answer and text beside each other, below each other where it is narrow."""

    def __init__(self, title: str, questions: Mapping[str, str]) -> None:
        super().__init__()
        look = current()
        self._questions = questions
        self.edit_button: QPushButton = make_link("Edit", "pencil")
        self.edit_button.setAccessibleName(f"Edit {title}")
        self.edit_button.setToolTip("F2")
        self.count_label = make_label("", "second")
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(make_label(title, "strong", wraps=True), 1)
        head.addWidget(self.edit_button)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(look.px(6))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, look.px(4), 0, look.px(8))
        box.setSpacing(look.px(8))
        box.addLayout(head)
        box.addWidget(self.count_label)
        box.addLayout(self._lines)

    def show_answers(self, held: tuple[Considered, ...]) -> None:
        """Show what is held instead of what was shown before."""
        clear(self._lines)
        asked = [considered(held, code) for code in self._questions]
        answered = sum(one.answer != Answer.BLANK for one in asked)
        self.count_label.setText(f"{answered} of {len(asked)} answered")
        for at, (one, question) in enumerate(zip(asked, self._questions.values(), strict=True)):
            if at:
                self._lines.addWidget(make_rule())
            self._lines.addWidget(_line(question, one))


def _line(question: str, one: Considered) -> SideBySide:
    answer = ANSWER_WORDS[Answer(one.answer)]
    is_blank = one.answer == Answer.BLANK
    words: tuple[QLabel, ...] = (
        make_label(question, wraps=True),
        make_label(answer, "muted" if is_blank else "strong", wraps=True),
        make_label(one.text or "—", "" if one.text else "muted", wraps=True),
    )
    words[1].setAccessibleName(f"{question}: {answer}")
    line = SideBySide(gap=12)
    for label, (stretch, least) in zip(words, _SHARES, strict=True):
        line.add(label, stretch=stretch, least=least)
    return line
