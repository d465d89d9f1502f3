"""Where everything stands in the boxes of a calendar: one rule for screen, printer and PDF."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.records.calendar_lines import lines_of_day
from sgdesk.records.paper_calendars import SKIPPED, WEEKDAYS, BoxSize, DayKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sgdesk.domain.standings import Standing
    from sgdesk.records.paper_calendars import PaperCalendar, PaperDay, PaperWeek

    Measure = Callable[[str, "Lettering"], float]
    """Returns how wide a text is, in the unit of the typesetter."""

_PT = 25.4 / 72
"""Millimetres in a point."""
_WEEKEND, _WEEKEND_WITH_NOTES = 0.42, 0.8
"""Width of a weekend day against that of a weekday."""
_FRAME = 0.9
"""Thickness of the frame around a strong day."""
_HEAD_PADDING = 1.3
_MARK = 3.0
"""Side of the shape of a standing."""
_MARK_ROOM = _MARK + 1.1


class Tone(Enum):
    INK = "ink"
    TEXT = "text"
    MUTED = "muted"
    WHITE = "white"


class Lettering(NamedTuple):
    """One kind of text in a calendar: its size and the height of a line, in points."""

    points: float
    line_points: float
    tone: Tone = Tone.INK
    is_bold: bool = True

    @property
    def leading(self) -> float:
        """The height of a line, in mm."""
        return self.line_points * _PT


class PlacedText(NamedTuple):
    """A line of text from its upper left corner, which counts from that of its calendar row."""

    text: str
    lettering: Lettering
    left: float
    top: float
    width: float


class PlacedMark(NamedTuple):
    """The shape of a standing, from the upper left corner of its square."""

    standing: Standing
    left: float
    top: float
    side: float


class DayBox(NamedTuple):
    """One box of a row, as high as the row. `texts` are in reading order."""

    day: PaperDay | None
    """None for the label of the week."""
    left: float
    width: float
    texts: tuple[PlacedText, ...]
    marks: tuple[PlacedMark, ...] = ()

    @property
    def is_hatched(self) -> bool:
        return self.day is not None and self.day.kind in SKIPPED

    @property
    def is_strong(self) -> bool:
        return self.day is not None and self.day.is_strong

    @property
    def begins_month(self) -> bool:
        return self.day is not None and self.day.day.day == 1

    @property
    def is_in_first_week(self) -> bool:
        """Whether the box above it is of another month."""
        return self.day is not None and self.day.day.day <= len(WEEKDAYS)


class WeekBoxes(NamedTuple):
    boxes: tuple[DayBox, ...]
    height: float


class _Sizes(NamedTuple):
    """The letters of a calendar, by its kind."""

    day: Lettering
    number: Lettering
    label: Lettering
    note: Lettering
    inset: float
    """Between the edge of a box and its texts, in mm."""
    above: float
    """Above the first line of a box, in mm."""
    below: float


_HEAD = Lettering(9.5, 11.5, Tone.WHITE)
_SIZES = {
    BoxSize.SMALL: _Sizes(
        day=Lettering(8, 9.2),
        number=Lettering(8, 9.2),
        label=Lettering(8, 9.2),
        note=Lettering(8, 9.2, Tone.TEXT, is_bold=False),
        inset=1.2,
        above=0.6,
        below=0.7,
    ),
    BoxSize.PLAIN: _Sizes(
        day=Lettering(12, 13.5),
        number=Lettering(9.5, 13.5),
        label=Lettering(9.5, 11.5),
        note=Lettering(9.5, 11.5, Tone.TEXT, is_bold=False),
        inset=1.6,
        above=1.2,
        below=1.4,
    ),
    BoxSize.LARGE: _Sizes(
        day=Lettering(16, 18),
        number=Lettering(11, 18),
        label=Lettering(11, 13.5),
        note=Lettering(11.5, 13.5, Tone.TEXT, is_bold=False),
        inset=1.8,
        above=1.4,
        below=1.6,
    ),
}


class CalendarLayout:
    """One calendar, `room` wide. Lengths are in the unit of `measure`: `mm` of them make one mm."""

    def __init__(
        self, calendar: PaperCalendar, room: float, measure: Measure, mm: float = 1.0
    ) -> None:
        self.calendar = calendar
        self._measure = measure
        self._mm = mm
        self._sizes = _SIZES[calendar.size]
        self.lefts, self.widths = self._columns(room)
        self.head_height = (_HEAD.leading + 2 * _HEAD_PADDING) * mm
        self.head = self._head()
        self.weeks = tuple(map(self._week, calendar.weeks))

    def texts(self) -> Iterator[str]:
        """Yield every text of every week as it is shown."""
        for week in self.weeks:
            for box in week.boxes:
                yield from (text.text for text in box.texts)

    def _columns(self, room: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Return the left edge and the width of the label and of each weekday."""
        labels = [line for week in self.calendar.weeks for line in week.label.split("\n")]
        widest = max((self._measure(line, self._sizes.label) for line in labels), default=0.0)
        heading = self._measure("Week", _HEAD)
        label = max(widest, heading) + 2 * self._inset
        days = [day for week in self.calendar.weeks for day in week.days[5:]]
        weekend = _WEEKEND_WITH_NOTES if any(day.notes or day.name for day in days) else _WEEKEND
        weekday = (room - label) / (5 + 2 * weekend)
        widths = (label, *[weekday] * 5, *[weekday * weekend] * 2)
        lefts = tuple(sum(widths[:at]) for at in range(len(widths)))
        return lefts, widths

    def _head(self) -> tuple[PlacedText, ...]:
        top = _HEAD_PADDING * self._mm
        return tuple(
            self._placed(text, _HEAD, self.lefts[at] + self._inset, top)
            for at, text in enumerate(("Week", *WEEKDAYS))
        )

    def _week(self, week: PaperWeek) -> WeekBoxes:
        boxes = [self._label_box(week.label)]
        boxes += [self._day_box(day, at) for at, day in enumerate(week.days, start=1)]
        ends = [text.top + text.lettering.leading * self._mm for box in boxes for text in box.texts]
        marks = [mark.top + mark.side for box in boxes for mark in box.marks]
        height = max(max([*ends, *marks]) + self._sizes.below * self._mm, self._least)
        return WeekBoxes(tuple(boxes), height)

    @property
    def _least(self) -> float:
        return self.calendar.least_height * self._mm

    @property
    def _inset(self) -> float:
        return self._sizes.inset * self._mm

    def _label_box(self, label: str) -> DayBox:
        left, top = self.lefts[0] + self._inset, self._sizes.above * self._mm
        leading = self._sizes.label.leading * self._mm
        texts = tuple(
            self._placed(line, self._sizes.label, left, top + number * leading)
            for number, line in enumerate(label.split("\n"))
        )
        return DayBox(None, self.lefts[0], self.widths[0], texts)

    def _day_box(self, day: PaperDay, at: int) -> DayBox:
        place = self._small_box if self.calendar.size is BoxSize.SMALL else self._plain_box
        texts, marks = place(day, self.lefts[at], self.widths[at])
        return DayBox(day, self.lefts[at], self.widths[at], tuple(texts), tuple(marks))

    def _plain_box(
        self, day: PaperDay, left: float, width: float
    ) -> tuple[list[PlacedText], list[PlacedMark]]:
        """Return the day with its number in one line, and what happens below."""
        inset, mm = self._inset, self._mm
        top = self._sizes.above * mm
        texts = [self._placed(day.words, self._day_lettering(day), left + inset, top)]
        if day.number_words:
            wide = self._measure(day.number_words, self._sizes.number)
            right = max(left + width - inset - wide, texts[0].left + texts[0].width + inset)
            texts.append(self._placed(day.number_words, self._sizes.number, right, top))
        top += self._sizes.day.leading * mm + 0.4 * mm
        return self._below(day, (left + inset, top, width - 2 * inset), texts)

    def _below(
        self, day: PaperDay, place: tuple[float, float, float], texts: list[PlacedText]
    ) -> tuple[list[PlacedText], list[PlacedMark]]:
        left, top, room = place
        has_marks = day.standing is not None
        indent = _MARK_ROOM * self._mm if has_marks else 0.0
        marks = []
        leading = self._sizes.note.leading * self._mm
        for line in lines_of_day(
            day, self._fits(room), self._fits(room - indent), self.calendar.most_lines
        ):
            is_indented = has_marks and not line.is_name
            lettering = self._sizes.label if line.is_name else self._sizes.note
            x = left + (indent if is_indented else 0.0)
            texts.append(self._placed(line.text, lettering, x, top))
            if line.standing is not None:
                side = _MARK * self._mm
                marks.append(PlacedMark(line.standing, left, top + (leading - side) / 2, side))
            top += leading
        return texts, marks

    def _small_box(
        self, day: PaperDay, left: float, width: float
    ) -> tuple[list[PlacedText], list[PlacedMark]]:
        """Return the day with the shape of its most pressing standing, what happens beside it."""
        mm, leading = self._mm, self._sizes.day.leading * self._mm
        inset, top = self._inset, self._sizes.above * mm
        head = self._placed(day.words, self._day_lettering(day), left + inset, top)
        texts, marks = [head], []
        if day.standing is not None:
            side = _MARK * mm
            marks.append(PlacedMark(day.standing, left + inset, top + leading + 0.1 * mm, side))
        beside = max(head.width, _MARK * mm if marks else 0.0) + inset + mm
        room = width - beside - _FRAME * mm
        name = ", ".join(one for one in (day.number_words, day.name) if one)
        named, fits = replace(day, name=name), self._fits(room)
        lines = lines_of_day(named, fits, fits, self.calendar.most_lines)
        for number, line in enumerate(lines):
            lettering = self._sizes.label if line.is_name else self._sizes.note
            texts.append(self._placed(line.text, lettering, left + beside, top + number * leading))
        return texts, marks

    def _day_lettering(self, day: PaperDay) -> Lettering:
        lettering = self._sizes.day
        if day.is_today:
            return lettering._replace(tone=Tone.WHITE)
        if day.kind is DayKind.OUTSIDE:
            return lettering._replace(tone=Tone.MUTED, is_bold=False)
        return lettering

    def _fits(self, room: float) -> Callable[[str, bool], bool]:
        """Return what tells whether a text has room on a line; names are bold."""
        return lambda text, is_name: (
            self._measure(text, self._sizes.label if is_name else self._sizes.note) <= room
        )

    def _placed(self, text: str, lettering: Lettering, left: float, top: float) -> PlacedText:
        return PlacedText(text, lettering, left, top, self._measure(text, lettering))
