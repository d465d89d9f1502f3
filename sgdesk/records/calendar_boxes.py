"""Where everything stands in the boxes of a calendar: one rule for screen, printer and PDF."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.records.calendar_letters import HEAD, LETTERS, Lettering, Tone
from sgdesk.records.calendar_lines import lines_of_day
from sgdesk.records.paper_calendars import SKIPPED, WEEKDAYS, BoxSize, DayKind
from sgdesk.records.shares import filled_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sgdesk.domain.standings import Standing
    from sgdesk.records.paper_calendars import PaperCalendar, PaperDay, PaperWeek

    Measure = Callable[[str, "Lettering"], float]
    """Returns how wide a text is, in the unit of the typesetter."""

_WEEKEND, _WEEKEND_WITH_NOTES = 0.42, 0.8
"""Width of a weekend day against that of a weekday."""
_FRAME = 0.9
"""Thickness of the frame around a strong day."""
_BESIDE = frozenset({BoxSize.SMALL, BoxSize.MEDIUM})
"""Sizes in which what happens stands beside the day."""
_LEAST_FOR_LARGEST = 230.0
"""Narrower calendars, in mm, have the next smaller letters: long words would be cut."""
_HEAD_PADDING = 1.3
_SPARE = 1.5
"""Left free at the end of a page that weeks fill, in mm."""
_MARK = 3.0
"""Side of the shape of a standing."""
_MARK_ROOM = _MARK + 1.1


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


class CalendarLayout:
    """One calendar, `room` wide. Lengths are in the unit of `measure`: `mm` of them make one mm."""

    def __init__(
        self, calendar: PaperCalendar, room: float, measure: Measure, mm: float = 1.0
    ) -> None:
        self.calendar = calendar
        self._measure = measure
        self._mm = mm
        is_narrow = calendar.size is BoxSize.LARGEST and room < _LEAST_FOR_LARGEST * mm
        self._sizes = LETTERS[BoxSize.LARGE if is_narrow else calendar.size]
        self.lefts, self.widths = self._columns(room)
        self.head_height = (HEAD.leading + 2 * _HEAD_PADDING) * mm
        self.head = self._head()
        self.weeks = tuple(map(self._week, calendar.weeks))

    def fill(self, free: float) -> None:
        """Share `free` out among the weeks: the lowest grow first, to one height."""
        room = max(0.0, free - _SPARE * self._mm)
        heights = filled_up([week.height for week in self.weeks], room)
        pairs = zip(self.weeks, heights, strict=True)
        self.weeks = tuple(week._replace(height=height) for week, height in pairs)

    def texts(self) -> Iterator[str]:
        """Yield every text of every week as it is shown."""
        for week in self.weeks:
            for box in week.boxes:
                yield from (text.text for text in box.texts)

    def _columns(self, room: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Return the left edge and the width of the label and of each weekday."""
        labels = [line for week in self.calendar.weeks for line in week.label.split("\n")]
        widest = max((self._measure(line, self._sizes.label) for line in labels), default=0.0)
        heading = self._measure("Week", HEAD)
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
            self._placed(text, HEAD, self.lefts[at] + self._inset, top)
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
        place = self._small_box if self.calendar.size in _BESIDE else self._plain_box
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
            right = max(left + width - inset - wide, texts[0].left + texts[0].width + inset / 2)
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


def fill_calendars(calendars: Iterable[CalendarLayout], free: float) -> bool:
    """Give the height that a page leaves free to the first calendar made to fill it, if any."""
    filling = next((one for one in calendars if one.calendar.fills_page), None)
    if filling is None or not free:
        return False
    filling.fill(free)
    return True
