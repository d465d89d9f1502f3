"""What a check found in one or more documents: in red what stops, in amber what to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sgdesk.domain.standings import Standing
from sgdesk.ui.look.current import current
from sgdesk.ui.look.standings import paint_shape
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from sgdesk.records.exports import Check


class FindingCard(QFrame):
    """All failures of one check. `checks` share their title and are not empty."""

    briefing_asked = Signal(object)
    """The id of the briefing to edit."""

    def __init__(self, checks: Sequence[Check]) -> None:
        super().__init__()
        look, first = current(), checks[0]
        self.is_blocking = first.is_blocking
        self.setProperty("role", "problems" if first.is_blocking else "warnings")
        self.edit_buttons: list[QPushButton] = []
        title, advice = first.finding, first.advice
        mark = (
            IconLabel("shield-alert", "overdue", size=20)
            if first.is_blocking
            else IconLabel("triangle-alert", "due_today", size=20)
        )
        words = QVBoxLayout()
        words.setSpacing(look.px(4))
        words.addWidget(make_label(title, "strong", wraps=True))
        details = {check.detail for check in checks}
        shared = details.pop() if len(details) == 1 and len(checks) > 1 else ""
        words.addWidget(make_label(f"{shared} {advice}".strip(), wraps=True))
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(make_label(documents(len(checks))), 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        layout.setSpacing(look.px(8))
        layout.addLayout(head)
        for own in _by_review(checks):
            said = "\n".join(dict.fromkeys(check.detail for check in own))
            layout.addWidget(self._row(own[0], "" if shared else said))
        self.setAccessibleName(f"{title}, {documents(len(checks))}. {advice}")

    def _row(self, check: Check, detail: str) -> QWidget:
        look = current()
        row = QWidget()
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        words.addWidget(make_label(check.document, "strong", wraps=True))
        if detail:
            words.addWidget(make_label(detail, wraps=True))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(look.px(32), look.px(4), 0, look.px(4))
        layout.setSpacing(look.px(16))
        layout.addLayout(words, 1)
        if check.briefing_id is not None:
            button = make_button("Edit the briefing…", "pencil")
            button.setAccessibleDescription(f"{check.document}: {detail or check.detail}")
            button.clicked.connect(
                lambda _=False, asked=check.briefing_id: self.briefing_asked.emit(asked)
            )
            self.edit_buttons.append(button)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row


class PassedRow(QWidget):
    """A check that every document passed."""

    def __init__(self, title: str, detail: str, count: int) -> None:
        super().__init__()
        look = current()
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        words.addWidget(make_label(title, "strong", wraps=True))
        words.addWidget(make_label(detail, "second", wraps=True))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        layout.setSpacing(look.px(12))
        layout.addWidget(_Tick(), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(make_label(documents(count), "second"))
        self.setAccessibleName(f"Passed: {title}. {detail}")


class _Tick(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        size = current().px(20)
        return QSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_shape(QPainter(self), Standing.MET, QRectF(self.rect()), current())


def _by_review(checks: Sequence[Check]) -> list[list[Check]]:
    """Return the findings in groups, each of the documents of one review."""
    groups: dict[object, list[Check]] = {}
    for check in checks:
        groups.setdefault(check.briefing_id or check.document, []).append(check)
    return list(groups.values())


def documents(count: int) -> str:
    return "1 document" if count == 1 else f"{count} documents"
