"""Everything that is wrong with a form, at once and on top, as links to the fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sgdesk.errors import Problem


class ProblemPanel(QWidget):
    """Hidden while there is nothing to say. `titles` gives each field's label."""

    field_asked = Signal(str)
    """The officer wants to go to this field."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        super().__init__()
        self._titles = titles
        self.problem_frame = _ProblemFrame("problems", "octagon-alert", "overdue")
        self.warning_frame = _ProblemFrame("warnings", "triangle-alert", "due_today")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().px(8))
        layout.addWidget(self.problem_frame)
        layout.addWidget(self.warning_frame)
        self.hide()

    def show_problems(self, problems: Sequence[Problem], *, title: str = "") -> None:
        """Show all problems, and warnings below them; with none of either, hide.

        `title` replaces the words "3 things to put right before this can be saved".
        """
        grave = [problem for problem in problems if not problem.is_warning]
        mild = [problem for problem in problems if problem.is_warning]
        self._fill(self.problem_frame, title or _grave_title(len(grave)), grave)
        self._fill(self.warning_frame, _mild_title(len(mild)), mild)
        self.setVisible(bool(problems))

    def links(self) -> list[QPushButton]:
        """Return the links in the order shown."""
        return self.problem_frame.links + self.warning_frame.links

    def focus_first(self) -> None:
        """Move the keyboard to the first link."""
        for link in self.links()[:1]:
            link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, frame: _ProblemFrame, title: str, problems: Sequence[Problem]) -> None:
        frame.fill(title, [(self._titles.get(one.field, ""), one.message) for one in problems])
        for link, problem in zip(frame.links, problems, strict=True):
            link.clicked.connect(lambda _=False, name=problem.field: self.field_asked.emit(name))


class _ProblemFrame(QFrame):
    def __init__(self, role: str, icon_name: str, color_role: str) -> None:
        super().__init__()
        self.setProperty("role", role)
        self._kind = "strong-link" if role == "problems" else "warning-link"
        self.links: list[QPushButton] = []
        self.title_label = make_label("", "strong", wraps=True)
        self._lines = QGridLayout()
        look = current()
        self._lines.setHorizontalSpacing(look.px(8))
        self._lines.setVerticalSpacing(look.px(4))
        self._lines.setColumnStretch(1, 1)
        words = QVBoxLayout()
        words.setSpacing(look.px(4))
        words.addWidget(self.title_label)
        words.addLayout(self._lines)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        layout.setSpacing(look.px(12))
        mark = IconLabel(icon_name, color_role, size=20)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    def fill(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show one line for each pair of label and message."""
        clear(self._lines)
        self.links = []
        self.title_label.setText(title)
        self.setAccessibleName(title)
        for number, (label, message) in enumerate(lines):
            link = make_button(label or "Show", kind=self._kind)
            link.setAccessibleName(f"{label}: {message}" if label else message)
            self.links.append(link)
            self._lines.addWidget(link, number, 0, _TOP_LEFT)
            words = make_label(message, wraps=True)
            words.setContentsMargins(0, 2, 0, 0)
            self._lines.addWidget(words, number, 1)
        self.setVisible(bool(lines))


_TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


def _grave_title(count: int) -> str:
    things = "1 thing" if count == 1 else f"{count} things"
    return f"{things} to put right before this can be saved"


def _mild_title(count: int) -> str:
    things = "1 thing" if count == 1 else f"{count} things"
    return f"{things} to look at. You can save as it is."
