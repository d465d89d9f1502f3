"""Tests of the painted strips: days counted, coming weeks, timeline."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from sgdesk.domain.standings import Standing
from sgdesk.records.strips import Milestone, StripDay, StripKind, WeekDay
from sgdesk.ui.look.current import Look, put_in_force
from sgdesk.ui.look.palette import LIGHT
from sgdesk.ui.widgets import day_strip, six_weeks, week_boxes
from sgdesk.ui.widgets.day_strip import DayStrip
from sgdesk.ui.widgets.six_weeks import SixWeeks
from sgdesk.ui.widgets.timeline import Timeline
from sgdesk.ui.widgets.week_boxes import WeightLegend, weeks_in_words

NOTIFIED = date(2022, 9, 9)
FUNERAL = date(2022, 9, 19)
MONDAY = date(2026, 11, 23)


def _strip_days(count: int = 15) -> list[StripDay]:
    days, number, day = [StripDay(NOTIFIED, StripKind.TRIGGER, 0)], 0, NOTIFIED
    while number < count:
        day += timedelta(days=1)
        if day.weekday() > 4:
            days.append(StripDay(day, StripKind.WEEKEND))
        elif day == FUNERAL:
            note = "State Funeral: not counted"
            days.append(StripDay(day, StripKind.BANK_HOLIDAY, note=note))
        else:
            number += 1
            kind = StripKind.DUE if number == count else StripKind.COUNTED
            note = "Office closed: counted" if number in (5, 7) else ""
            kind = StripKind.CLOSURE if note else kind
            days.append(StripDay(day, kind, number, note))
    return days


@pytest.fixture
def strip(qtbot):
    made = DayStrip()
    qtbot.addWidget(made)
    made.set_days(_strip_days())
    made.resize(1000, made.heightForWidth(1000))
    return made


def _box_of(strip: DayStrip, day: date):
    for line in strip.lines(strip.width()):
        for placed in line:
            if placed.strip_day.day == day:
                return placed.box
    raise AssertionError(day)


def _at(image: QImage, box) -> str:
    corner = box.topLeft() + QPointF(5, 5)
    return image.pixelColor(corner.toPoint()).name().upper()


def test_days_lie_one_after_the_other_with_narrow_weekends(strip):
    (line,) = strip.lines(1000)
    assert [placed.strip_day for placed in line] == _strip_days()
    assert all(one.box.right() <= two.box.left() for one, two in pairwise(line))
    assert line[1].box.width() < line[0].box.width()
    assert line[-1].box.right() <= 1000


def test_a_narrow_strip_breaks_before_mondays(strip):
    lines = strip.lines(400)
    assert len(lines) > 1
    assert all(line[0].strip_day.day.weekday() == 0 for line in lines[1:])
    assert all(placed.box.right() <= 400 for line in lines for placed in line)
    assert strip.heightForWidth(400) % len(lines) == 0
    assert strip.heightForWidth(400) > 2 * strip.heightForWidth(1000)
    assert strip.hasHeightForWidth()
    strip.resize(400, strip.heightForWidth(400))
    assert strip.grab().toImage().height() == strip.heightForWidth(400)


def test_each_kind_of_day_has_its_own_box(strip):
    image = strip.grab().toImage()
    assert _at(image, _box_of(strip, NOTIFIED)) == LIGHT.ink
    assert _at(image, _box_of(strip, date(2022, 10, 3))) == LIGHT.accent_fill
    assert _at(image, _box_of(strip, date(2022, 9, 12))) == LIGHT.tint


def test_every_day_is_said_to_screen_readers(strip):
    said = strip.accessibleDescription()
    assert said.startswith("Fri 9 Sep, day 0. Sat 10 Sep, weekend, not counted. ")
    assert "Mon 19 Sep, State Funeral: not counted" in said
    assert said.endswith("Mon 3 Oct, day 15, due")


def test_a_day_is_named_under_the_mouse(strip, monkeypatch):
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda _point, text, *_: shown.append(text))
    over = _box_of(strip, FUNERAL).center().toPoint()
    strip.event(QHelpEvent(QEvent.Type.ToolTip, over, QPoint()))
    strip.event(QHelpEvent(QEvent.Type.ToolTip, QPoint(-5, -5), QPoint()))
    assert shown == ["Mon 19 Sep, State Funeral: not counted", ""]


def test_an_empty_strip_is_allowed(qtbot):
    strip = DayStrip()
    qtbot.addWidget(strip)
    assert strip.lines(300) == []
    assert strip.sizeHint().height() > 0
    assert strip.minimumSizeHint().height() > 0
    strip.grab()


def test_an_office_closure_still_counts_in_words():
    day = StripDay(date(2022, 9, 15), StripKind.CLOSURE, 4, "Office closed: counted")
    assert day_strip.day_in_words(day) == "Thu 15 Sep, day 4, Office closed: counted"


def _week_days() -> list[WeekDay]:
    loads = {0: (0, 1, 1), 15: (1, 1, 2), 30: (2, 2, 3)}
    holidays = {32: "Christmas Day", 35: "Boxing Day", 39: "New Year’s Day"}
    return [
        WeekDay(MONDAY + timedelta(place), *loads.get(place, (0, 0, 0)), holidays.get(place, ""))
        for place in range(42)
    ]


@pytest.fixture
def weeks(qtbot):
    made = SixWeeks()
    qtbot.addWidget(made)
    made.set_days(_week_days(), MONDAY)
    made.resize(1200, made.sizeHint().height())
    made.show()
    made.setFocus()
    QTest.qWaitForWindowActive(made)
    yield made
    put_in_force(Look())


def test_today_is_ringed_in_the_warm_colour(weeks):
    image = weeks.grab().toImage()
    warm = QColor(LIGHT.warm).rgb()
    assert any(image.pixel(x, 30) == warm for x in range(40))


def test_the_ring_moves_from_day_to_day_and_enter_chooses(weeks, qtbot):
    assert weeks.accessibleDescription() == "Mon 23 Nov: 1 Panel expectation, 1 local date"
    QTest.keyClick(weeks, Qt.Key.Key_Right)
    assert weeks.accessibleDescription() == "Tue 24 Nov: nothing due"
    with qtbot.waitSignal(weeks.day_chosen) as chosen:
        QTest.keyClick(weeks, Qt.Key.Key_Return)
    assert chosen.args == [date(2026, 11, 24)]
    QTest.keyClick(weeks, Qt.Key.Key_End)
    QTest.keyClick(weeks, Qt.Key.Key_Right)
    assert weeks.accessibleDescription().startswith("Sun 3 Jan")
    QTest.keyClick(weeks, Qt.Key.Key_Home)
    QTest.keyClick(weeks, Qt.Key.Key_Left)
    assert weeks.accessibleDescription().startswith("Mon 23 Nov")
    QTest.keyClick(weeks, Qt.Key.Key_A)


def test_up_and_down_lead_to_the_same_day_of_another_week(weeks):
    QTest.keyClick(weeks, Qt.Key.Key_Up)
    assert weeks.accessibleDescription().startswith("Mon 23 Nov")
    QTest.keyClick(weeks, Qt.Key.Key_Down)
    assert weeks.accessibleDescription().startswith("Mon 30 Nov")
    QTest.keyClick(weeks, Qt.Key.Key_Up)
    assert weeks.accessibleDescription().startswith("Mon 23 Nov")


def test_each_step_is_spoken_and_a_new_reading_is_not(weeks, monkeypatch):
    spoken = []
    monkeypatch.setattr(
        six_weeks, "QAccessible", SimpleNamespace(updateAccessibility=spoken.append)
    )
    QTest.keyClick(weeks, Qt.Key.Key_Right)
    weeks.set_days(_week_days(), MONDAY)
    assert [event.message() for event in spoken] == ["Tue 24 Nov: nothing due"]


def test_a_new_reading_leaves_the_ring_where_it_is(weeks):
    QTest.keyClick(weeks, Qt.Key.Key_Right)
    weeks.set_days(_week_days(), MONDAY)
    assert weeks.accessibleDescription().startswith("Tue 24 Nov")
    later = [WeekDay(one.day + timedelta(70)) for one in _week_days()]
    weeks.set_days(later, later[2].day)
    assert weeks.accessibleDescription().startswith("Wed 3 Feb")


def test_the_day_on_show_is_framed(weeks):
    day = _week_days()[3].day
    before = weeks.grab().toImage()
    weeks.set_chosen(day)
    chosen = weeks.grab().toImage()
    box = weeks._box(3)
    edge = QPoint(round(box.left()), round(box.center().y()))
    assert chosen.pixelColor(edge).name() == LIGHT.accent.lower()
    weeks.set_chosen(None)
    assert weeks.grab().toImage() == before != chosen


def test_weights_differ_in_shape_without_any_colour():
    black = LIGHT._replace(ink="#000000", accent="#000000", surface="#FFFFFF")
    shapes = {_shape(weight, Look(black)) for weight in ("duty", "expectation", "local")}
    assert len(shapes) == 3


def _shape(weight: str, look: Look) -> bytes:
    image = QImage(24, 10, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    try:
        week_boxes.paint_weight(painter, QRectF(1, 1, 22, 8), weight, look)
    finally:
        painter.end()
    return bytes(image.constBits())


def test_a_click_chooses_the_day_under_it(weeks, qtbot):
    box = weeks._box(1)
    with qtbot.waitSignal(weeks.day_chosen) as chosen:
        QTest.mouseClick(weeks, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert chosen.args == [date(2026, 11, 24)]
    with qtbot.assertNotEmitted(weeks.day_chosen):
        QTest.mouseClick(weeks, Qt.MouseButton.LeftButton, pos=QPoint(2, weeks.height() - 1))


def test_days_and_bank_holidays_are_named_under_the_mouse(weeks, monkeypatch):
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda _point, text, *_: shown.append(text))
    weeks.event(QHelpEvent(QEvent.Type.ToolTip, weeks._box(32).center().toPoint(), QPoint()))
    weeks.event(QHelpEvent(QEvent.Type.ToolTip, QPoint(-9, -9), QPoint()))
    assert shown == ["Fri 25 Dec: bank holiday, Christmas Day", ""]


def test_the_weeks_can_be_drawn_narrow_and_at_twice_the_text_size(weeks):
    put_in_force(Look(text_scale=2.0))
    weeks.resize(weeks.minimumSizeHint())
    image = weeks.grab().toImage()
    assert len({image.pixel(x, 100) for x in range(image.width())}) > 3


def test_a_holiday_before_today_leaves_the_words_of_today_their_own_room(weeks, monkeypatch):
    areas = []
    paint = SixWeeks._paint_today

    def paint_today(self, painter, box, day, free):
        areas.append((free, paint(self, painter, box, day, free)))
        return areas[-1][1]

    monkeypatch.setattr(SixWeeks, "_paint_today", paint_today)
    days = [WeekDay(MONDAY, bank_holiday="Day of national mourning"), *_week_days()[1:]]
    weeks.set_days(days, MONDAY + timedelta(1))
    weeks.grab()
    free, ended = areas[-1]
    assert free > weeks._box(1).left(), "the name of the holiday reaches under today"
    assert ended > free


def test_empty_weeks_are_allowed(qtbot):
    weeks = SixWeeks()
    qtbot.addWidget(weeks)
    weeks.set_days([], MONDAY)
    QTest.keyClick(weeks, Qt.Key.Key_Return)
    weeks.grab()
    assert weeks.accessibleDescription() == ""


def test_the_folded_weeks_say_total_busiest_days_and_bank_holidays():
    words = weeks_in_words(_week_days())
    assert words == "13 deadlines · busiest Wed 23 Dec, 7 · bank holidays 25 Dec, 28 Dec, 1 Jan"
    two = [WeekDay(MONDAY, 1), WeekDay(MONDAY + timedelta(1), 1), WeekDay(MONDAY + timedelta(2), 1)]
    assert (
        weeks_in_words(two) == "3 deadlines · busiest Mon 23 Nov and Tue 24 Nov and others, 1 each"
    )
    assert weeks_in_words(two[:1]) == "1 deadline · busiest Mon 23 Nov, 1"
    assert weeks_in_words([WeekDay(MONDAY)]) == "Nothing due in the coming weeks"


def test_a_busy_day_is_said_with_its_weights():
    day = WeekDay(MONDAY, 1, 2, 3)
    assert day.total == 6
    assert week_boxes.day_in_words(day) == "Mon 23 Nov: 1 duty, 2 Panel expectations, 3 local dates"


def test_the_legend_draws_every_mark(qtbot):
    legend = WeightLegend()
    qtbot.addWidget(legend)
    image = legend.grab().toImage()
    row = {image.pixel(x, image.height() // 2) for x in range(image.width())}
    assert QColor(LIGHT.ink).rgb() in row
    assert QColor(LIGHT.accent).rgb() in row


MILESTONES = (
    Milestone("Notified", "Tue 10 Nov 2026", "day 0 of 15", Standing.MET, is_done=True),
    Milestone("Meeting", "Thu 26 Nov 2026", "", Standing.MET_LATE, is_done=True),
    Milestone("Day 15", "Tue 1 Dec 2026", "in 6 working days", Standing.ON_TRACK),
    Milestone("Decision", "Waiting for a date", "", Standing.WAITING),
)


@pytest.fixture
def timeline(qtbot):
    made = Timeline()
    qtbot.addWidget(made)
    made.set_milestones(MILESTONES, 1.5)
    made.resize(800, made.heightForWidth(800))
    return made


def test_the_timeline_says_its_milestones(timeline):
    assert timeline.accessibleDescription() == (
        "Notified, Tue 10 Nov 2026, day 0 of 15. Meeting, Thu 26 Nov 2026. "
        "Day 15, Tue 1 Dec 2026, in 6 working days. Decision, Waiting for a date"
    )


def test_today_stands_between_its_neighbours(timeline):
    image = timeline.grab().toImage()
    warm = [x for x in range(800) if image.pixelColor(x, 30).name().upper() == LIGHT.warm]
    assert warm
    assert all(395 <= x <= 405 for x in warm)


def test_the_way_gone_is_solid_and_the_way_to_come_is_not(timeline):
    image = timeline.grab().toImage()
    gone = [image.pixelColor(x, 40).name().upper() for x in range(120, 280)]
    to_come = [image.pixelColor(x, 40).name().upper() for x in range(520, 680)]
    assert gone.count(LIGHT.accent) == len(gone)
    assert LIGHT.surface not in gone
    assert len(set(to_come)) > 1


def test_a_narrow_timeline_wraps_its_words_and_cuts_none(timeline):
    assert timeline.hasHeightForWidth()
    assert timeline.heightForWidth(timeline.minimumSizeHint().width()) > timeline.height()


def test_a_compact_timeline_leaves_the_notes_out(qtbot):
    compact = Timeline(is_compact=True)
    qtbot.addWidget(compact)
    compact.set_milestones(MILESTONES)
    full = Timeline()
    qtbot.addWidget(full)
    full.set_milestones(MILESTONES)
    assert compact.sizeHint().height() < full.heightForWidth(compact.sizeHint().width())
    compact.grab()


def test_an_empty_timeline_is_allowed(qtbot):
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.set_milestones([], 0.5)
    timeline.grab()
    assert timeline.heightForWidth(300) > 0
