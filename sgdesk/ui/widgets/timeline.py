"""A case's milestones on one line or several, what held it up over it, today between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.timeline_painting import TimelinePainting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.records.strips import Milestone, TimelineSpan

_LEAST_CELL, _CELL = 72, 140
_WHY = "Why this date?"


class Timeline(QWidget):
    """Milestones stand equally far apart, and the line says how much time lies between them.

    Days and years share it: a scale by days would pile the days up. Where it is too narrow for
    all of them they stand in rows. `is_compact` leaves notes and times out, for side panes.
    """

    why_asked = Signal(str)
    """The rule of the milestone that was clicked: why this date?"""

    def __init__(self, *, is_compact: bool = False) -> None:
        super().__init__()
        self._is_compact = is_compact
        self._milestones: tuple[Milestone, ...] = ()
        self._spans: tuple[TimelineSpan, ...] = ()
        self._today_after: float | None = None
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Timeline")

    def set_milestones(
        self,
        milestones: Sequence[Milestone],
        today_after: float | None = None,
        spans: Sequence[TimelineSpan] = (),
    ) -> None:
        """Show `milestones`; today stands at `today_after`, 2.5 being midway from the third on.

        `spans` are drawn over the line, from place to place.
        """
        self._milestones = tuple(milestones)
        self._spans = tuple(spans)
        self._today_after = today_after
        self.setAccessibleDescription(". ".join(self._said()))
        self.updateGeometry()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        code = self._code_at(event.position())
        if code and event.button() is Qt.MouseButton.LeftButton:
            self.why_asked.emit(code)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        code = self._code_at(event.position())
        self.setToolTip(_WHY if code else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor if code else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def _code_at(self, place: QPointF) -> str:
        """Return the rule of the milestone at a place; "" where there is none."""
        if not self._milestones:
            return ""
        number = self._painting(self.width()).milestone_at(place)
        return self._milestones[number].code if number is not None else ""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._painting(width).height

    def sizeHint(self) -> QSize:
        cell = _LEAST_CELL if self._is_compact else _CELL
        width = current().px(cell) * max(1, len(self._milestones))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = self._painting(1).least_cell * max(1, min(2, len(self._milestones)))
        return QSize(least, self.heightForWidth(max(least, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._milestones:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._painting(self.width()).paint(painter, self._today_after)

    def _painting(self, width: int) -> TimelinePainting:
        return TimelinePainting(
            self._milestones, self._spans, width, current(), is_compact=self._is_compact
        )

    def _said(self) -> list[str]:
        """Return what is drawn, in words: milestones, where today is, what held the case up."""
        said = [
            ", ".join(part for part in (one.label, one.day_text, one.note) if part)
            for one in self._milestones
        ]
        return said + [span.words for span in self._spans]
