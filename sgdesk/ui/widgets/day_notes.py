"""The notes under a strip of days, such as names of bank holidays: none lies over another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPen

from sgdesk.domain.dates import day_and_month
from sgdesk.records.strips import StripKind
from sgdesk.ui.look.fonts import Size, Weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QPainter

    from sgdesk.ui.look.current import Look
    from sgdesk.ui.widgets.day_boxes import PlacedDay

_STEM, _FIRST, _ROW, _TEXT = 20, 24, 16, 18
"""Where stems and the first row of notes begin under a box, and how high rows and texts are."""
_GAP, _LEAN = 12, 2


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note in pixels: its text lies in `row` from `left` on, its stem stands at `middle`."""

    placed: PlacedDay
    text: str
    middle: float
    left: float
    width: float
    row: int = 0
    has_stem: bool = True


def place_notes(line: Sequence[PlacedDay], room: float, look: Look) -> list[PlacedNote]:
    """Return the notes of one line of days, which has `room` pixels.

    They stand centred under their boxes. Where those would meet, all of them hang at their
    stems as flags do, to the right or to the left, in as many rows as it takes: so no stem goes
    through a text. Where there is no room for that either, they are a list, each with its date.
    """
    gap = look.px(_GAP)
    notes = [_centred(placed, room, look) for placed in line if placed.strip_day.note]
    if all(one.left + one.width + gap <= two.left for one, two in pairwise(notes)):
        return notes
    to_right = [replace(one, left=one.middle - _LEAN) for one in notes]
    if all(one.left + one.width <= room for one in to_right):
        return _in_rows(to_right[::-1], gap)[::-1]
    to_left = [replace(one, left=one.middle - one.width + _LEAN) for one in notes]
    if all(one.left >= 0 for one in to_left):
        return _in_rows(to_left, gap)
    return [_listed(one, row) for row, one in enumerate(notes)]


def _centred(placed: PlacedDay, room: float, look: Look) -> PlacedNote:
    text, middle = placed.strip_day.note, placed.box.center().x()
    width = QFontMetricsF(_font(look)).horizontalAdvance(text) + 2
    left = max(0.0, min(middle - width / 2, room - width))
    return PlacedNote(placed, text, middle, left, width)


def _in_rows(notes: Sequence[PlacedNote], gap: float) -> list[PlacedNote]:
    """Return `notes`, each below all before it whose stems its text would cross."""
    found: list[PlacedNote] = []
    for note in notes:
        start, end = note.left - gap, note.left + note.width + gap
        crossed = (one.row for one in found if start < one.middle < end)
        found.append(replace(note, row=max(crossed, default=-1) + 1))
    return found


def _listed(note: PlacedNote, row: int) -> PlacedNote:
    text = f"{day_and_month(note.placed.strip_day.day)}, {note.text}"
    return replace(note, text=text, left=0.0, row=row, has_stem=False)


def notes_height(rows: int, look: Look) -> int:
    """Return the height that `rows` rows of notes take under the dates."""
    return look.px(_GAP + rows * _ROW) if rows else look.px(4)


def paint_notes(painter: QPainter, notes: Sequence[PlacedNote], look: Look) -> None:
    """Draw the notes of one line, each joined to its box by a stem if it has one."""
    painter.setFont(_font(look))
    for note in notes:
        bottom = note.placed.box.bottom()
        top = bottom + look.px(_FIRST + note.row * _ROW)
        is_holiday = note.placed.strip_day.kind is StripKind.BANK_HOLIDAY
        painter.setPen(QPen(look.color("due_today" if is_holiday else "muted"), 1.5))
        if note.has_stem:
            start = QPointF(note.middle, bottom + look.px(_STEM))
            painter.drawLine(start, QPointF(note.middle, top))
        width = painter.fontMetrics().horizontalAdvance(note.text) + 2
        box = QRectF(note.left, top, max(note.width, width), look.px(_TEXT))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, note.text)


def _font(look: Look) -> QFont:
    return look.font(Size.SMALLEST, Weight.SEMIBOLD)
