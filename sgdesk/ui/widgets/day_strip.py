"""The strip that explains a date: one box for each day, numbers only on days that count."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from sgdesk.domain.dates import day_and_month
from sgdesk.records.strips import StripDay, StripKind
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.day_boxes import PlacedDay, paint_box, paint_date, paint_letter
from sgdesk.ui.widgets.day_notes import notes_height, paint_notes, place_notes
from sgdesk.ui.widgets.hinting import HintingWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.ui.look.current import Look

_BOX, _NARROW, _GAP = 40, 20, 4
_LETTER, _HEIGHT, _DATE = 20, 56, 22
_LEAST_BOX = 30
_MOST_SHARE = 1.25
_MONDAY = 0


class DayStrip(HintingWidget):
    """As wide as it may be; too many days for one line break before a Monday."""

    def __init__(self) -> None:
        super().__init__()
        self._days: tuple[StripDay, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Day by day")

    def set_days(self, days: Sequence[StripDay]) -> None:
        """Show `days`, which follow each other without gaps."""
        self._days = tuple(days)
        self.setAccessibleDescription(". ".join(day_in_words(day) for day in self._days))
        self.updateGeometry()
        self.update()

    def lines(self, width: int) -> list[list[PlacedDay]]:
        """Return the days as they lie in a widget of `width` pixels, line by line."""
        look = current()
        flat = self._flat_lines(width, look)
        height = _line_height(flat, width, look)
        return [
            [replace(day, box=day.box.translated(0, number * height)) for day in line]
            for number, line in enumerate(flat)
        ]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        look = current()
        flat = self._flat_lines(width, look)
        return _line_height(flat, width, look) * max(1, len(flat))

    def sizeHint(self) -> QSize:
        look = current()
        width = _natural_width(self._days, look)
        return QSize(width, self.heightForWidth(max(width, 1)))

    def minimumSizeHint(self) -> QSize:
        look = current()
        return QSize(look.px(7 * _LEAST_BOX), self.heightForWidth(max(self.width(), 1)))

    def hint_at(self, point: QPointF) -> str:
        placed = self._placed_at(point)
        return day_in_words(placed.strip_day) if placed else ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in self.lines(self.width()):
            for number, placed in enumerate(line):
                if placed.strip_day.kind is not StripKind.WEEKEND:
                    paint_letter(painter, placed, look)
                    paint_date(painter, placed, look, has_month=number == 0)
                paint_box(painter, placed, look)
            paint_notes(painter, place_notes(line, self.width(), look), look)

    def _placed_at(self, point: QPointF) -> PlacedDay | None:
        for line in self.lines(self.width()):
            for placed in line:
                if placed.box.contains(point):
                    return placed
        return None

    def _flat_lines(self, width: int, look: Look) -> list[list[PlacedDay]]:
        """Return the days line by line, every line as if it were the first."""
        broken = _broken(self._days, width, look)
        share = max((_natural_width(line, look) for line in broken), default=1)
        factor = max(_LEAST_BOX / _BOX, min(_MOST_SHARE, width / share))
        return [_placed(line, factor, look) for line in broken]


def _line_height(flat: Sequence[Sequence[PlacedDay]], width: int, look: Look) -> int:
    """Return the height of a line: all are as high as the one with the most rows of notes."""
    notes = [note for line in flat for note in place_notes(line, width, look)]
    rows = max((note.row + 1 for note in notes), default=0)
    return look.px(_LETTER + _HEIGHT + _DATE) + notes_height(rows, look)


def day_in_words(day: StripDay) -> str:
    """Return "Mon 19 Sep, State Funeral: not counted" and the like."""
    parts = [day_and_month(day.day)]
    if day.number is not None:
        parts.append(f"day {day.number}")
    if day.kind is StripKind.WEEKEND:
        parts.append("weekend, not counted")
    if day.kind is StripKind.DUE:
        parts.append("due")
    if day.note:
        parts.append(day.note)
    return ", ".join(parts)


def _broken(days: Sequence[StripDay], width: int, look: Look) -> list[list[StripDay]]:
    """Return the days in lines; a line breaks before a Monday once boxes would be too narrow."""
    least = _LEAST_BOX / _BOX
    lines: list[list[StripDay]] = [[]]
    for week in _weeks(days):
        tried = [*lines[-1], *week]
        if lines[-1] and _natural_width(tried, look) * least > width:
            lines.append(week)
        else:
            lines[-1] = tried
    return [line for line in lines if line]


def _weeks(days: Sequence[StripDay]) -> list[list[StripDay]]:
    weeks: list[list[StripDay]] = []
    for day in days:
        if not weeks or day.day.weekday() == _MONDAY:
            weeks.append([])
        weeks[-1].append(day)
    return weeks


def _natural_width(days: Sequence[StripDay], look: Look) -> int:
    return sum(look.px(_box_width(day) + _GAP) for day in days)


def _box_width(day: StripDay) -> int:
    return _NARROW if day.kind is StripKind.WEEKEND else _BOX


def _placed(line: Sequence[StripDay], factor: float, look: Look) -> list[PlacedDay]:
    left, placed = 0.0, []
    for day in line:
        width = look.px(_box_width(day)) * factor
        inset = look.px(8) if day.kind is StripKind.WEEKEND else 0
        height = look.px(_HEIGHT) - 2 * inset
        box = QRectF(left, look.px(_LETTER) + inset, width, height)
        placed.append(PlacedDay(day, box))
        left += width + look.px(_GAP) * factor
    return placed
