"""Calendars are planned and painted for the printer as the PDF has them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from calendar_samples import START, make_calendar, make_day, make_notes
from kept_registers import copied_practice
from page_samples import TODAY
from printing_samples import half_square, make_paper, make_row, make_table
from PySide6.QtGui import QImage, QPainter
from test_printing_painter import printed

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.standings import Standing
from sgdesk.exports.pdf.fonts import FontSet
from sgdesk.exports.pdf.paper_layout import PaperLayout
from sgdesk.records.paper_bits import BitKind
from sgdesk.records.paper_calendars import BoxSize, DayKind, PaperCalendar, PaperNote, PaperWeek
from sgdesk.records.papers import PaperText
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.review_plans import review_plan
from sgdesk.services.today import look_at_today
from sgdesk.services.today_papers import today_sheet
from sgdesk.services.wall_sheets import wall_sheet
from sgdesk.ui.printing.page_plan import PagePlan, page_words
from sgdesk.ui.printing.paper_painter import PaperPainter
from sgdesk.ui.printing.sheet_sizes import A4_LANDSCAPE, A4_PORTRAIT, MM, PER_INCH

if TYPE_CHECKING:
    from pathlib import Path

    from sgdesk.records.paper_calendars import PaperDay
    from sgdesk.ui.printing.sheet_sizes import SheetSize

pytestmark = pytest.mark.usefixtures("qapp")
SHEETS = (A4_PORTRAIT, A4_LANDSCAPE)


def plan_of(calendar: PaperCalendar, sheet: SheetSize = A4_LANDSCAPE) -> PagePlan:
    return PagePlan(make_paper(0, parts=(calendar,)), sheet, half_square)


@pytest.mark.parametrize("sheet", SHEETS, ids=["portrait", "landscape"])
@pytest.mark.parametrize("size", BoxSize)
def test_whole_weeks_stand_once_and_below_their_head(sheet: SheetSize, size: BoxSize) -> None:
    plan = plan_of(make_calendar(60, 3, size=size), sheet)

    weeks = [one for page in plan.pages for one in page.bits if one.bit.kind is BitKind.WEEK]
    assert [one.bit.week for one in weeks] == list(range(60))
    assert len(plan.pages) > 1
    for page in plan.pages:
        assert page.bits[-1].top + page.bits[-1].height <= plan.furniture.end
        if page.number > 1:
            assert plan.bits[page.head].kind is BitKind.WEEKDAYS
            top = plan.furniture.top + plan.head_height(page.head)
            assert page.bits[0].top == pytest.approx(top)


@pytest.mark.parametrize("size", BoxSize)
@pytest.mark.parametrize("notes", [0, 1, 5, 64])
def test_screen_printer_and_pdf_tell_the_same_of_every_day(size: BoxSize, notes: int) -> None:
    calendar = make_calendar(6, notes, size=size, least_height=12)
    paper = make_paper(0, parts=(calendar,), is_landscape=True)
    screen = PaperPainter(paper, A4_LANDSCAPE).plan.calendars[0]
    pdf = PaperLayout(paper, FontSet()).calendars[0]

    assert list(screen.texts()) == list(pdf.texts())
    heights = [week.height / MM for week in screen.weeks]
    assert heights == pytest.approx([week.height for week in pdf.weeks])


@pytest.mark.parametrize("sheet", SHEETS, ids=["portrait", "landscape"])
def test_weeks_made_to_fill_their_page_end_at_its_foot_on_screen_and_in_the_pdf(
    sheet: SheetSize,
) -> None:
    words = PaperText("", ("Who does what.",))
    calendar = make_calendar(3, fills_page=True)
    paper = make_paper(0, parts=(calendar, words), is_landscape=sheet.is_landscape)
    plan = PaperPainter(paper, sheet).plan
    pdf = PaperLayout(paper, FontSet())

    (page,), (sheet_of_pdf,) = plan.pages, pdf.pages
    last, placed = page.bits[-1], sheet_of_pdf.placed[-1]
    assert plan.furniture.end - last.top - last.height == pytest.approx(1.5 * MM)
    assert pdf.furniture.body_end - placed.top - placed.height == pytest.approx(1.5)
    for week in (plan.calendars[0].weeks, pdf.calendars[0].weeks):
        assert len({round(one.height, 3) for one in week}) == 1


def test_weeks_of_several_pages_are_as_high_as_they_need() -> None:
    plan = plan_of(make_calendar(60, 3, fills_page=True))
    usual = plan_of(make_calendar(60, 3))
    assert plan.calendars[0].weeks == usual.calendars[0].weeks


def test_what_a_calendar_says_is_printed_and_heard(tmp_path: Path) -> None:
    paper = make_paper(0, parts=(make_calendar(4, 20),))
    text = " ".join(printed(paper, tmp_path / "paper.pdf", is_landscape=True))

    for words in ("Week Mon Tue", "Day 0", "Notified", "Milestone 7", "and 13 more"):
        assert words in text
    for words in ("Christmas Day", "Boxing Day (substitute day)", "Office closed"):
        assert words in text
    plan = plan_of(make_calendar(4, 20))
    heard = page_words(plan, plan.pages[0])
    assert "Week 1 07 Dec, 7, Day 0: Notified, 8, 9, Day 2: Milestone 1; " in heard
    assert "Week, Mon" not in heard


def test_the_head_is_printed_again_on_the_next_page(tmp_path: Path) -> None:
    paper = make_paper(0, parts=(make_calendar(30),))
    texts = printed(paper, tmp_path / "paper.pdf", is_landscape=True)

    assert len(texts) > 2
    assert all("Week Mon Tue Wed Thu Fri Sat Sun" in text for text in texts)


def test_a_calendar_and_a_tight_table_share_a_page(tmp_path: Path) -> None:
    table = replace(make_table(*(make_row() for _ in range(5))), is_tight=True)
    parts = (make_calendar(2), table)
    texts = printed(make_paper(0, parts=parts), tmp_path / "paper.pdf", is_landscape=True)

    assert len(texts) == 1
    wide = PagePlan(
        make_paper(0, parts=(replace(table, is_tight=False),)), A4_PORTRAIT, half_square
    )
    tight = PagePlan(make_paper(0, parts=(table,)), A4_PORTRAIT, half_square)
    assert tight.head_height(0) < wide.head_height(0)
    assert tight.pages[0].bits[-1].top < wide.pages[0].bits[-1].top


PLAIN = make_day()


@pytest.mark.parametrize(
    "day",
    [
        make_day(kind=DayKind.BANK_HOLIDAY),
        make_day(is_strong=True),
        make_day(is_today=True),
        make_day(kind=DayKind.OUTSIDE),
        make_day(notes=(PaperNote("", Standing.MET),)),
        make_day(number=3),
        make_day(kind=DayKind.CLOSURE, name="Office closed"),
    ],
    ids=["holiday", "strong", "today", "outside", "note", "number", "closure"],
)
@pytest.mark.parametrize("size", BoxSize)
def test_each_kind_of_day_can_be_told_in_grey(day: PaperDay, size: BoxSize) -> None:
    if day.notes and size is not BoxSize.SMALL:
        day = replace(day, notes=make_notes(1))
    assert grey_page(day, size) != grey_page(PLAIN, size)


def grey_page(day: PaperDay, size: BoxSize) -> bytes:
    days = (day, *(make_day(START.replace(day=8 + at)) for at in range(6)))
    calendar = PaperCalendar((PaperWeek("7 Dec", days),), size=size)
    pages = PaperPainter(make_paper(0, parts=(calendar,)), A4_PORTRAIT)
    scale, sheet = 100 / PER_INCH, pages.plan.sheet
    size = round(sheet.width * scale), round(sheet.height * scale)
    picture = QImage(*size, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFFFF)
    painter = QPainter(picture)
    painter.scale(scale, scale)
    pages.paint_page(painter, 1)
    painter.end()
    turned = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(turned.constBits())


@pytest.fixture(scope="module")
def practice():
    opened = copied_practice(today=TODAY, now=lambda: datetime(2026, 11, 23, 9, tzinfo=UTC))
    yield opened
    opened.close()


def test_papers_made_for_one_page_stand_on_one_at_the_printer_too(practice) -> None:
    for case in read_held_cases(practice):
        if CaseDate.AWARE in case.facts.dates:
            sheet = wall_sheet(practice, case.id, today=TODAY)
            assert PaperPainter(sheet, A4_LANDSCAPE).page_count == 1
    view = look_at_today(practice, today=TODAY)
    for rows in (view.overdue, view.overdue * 100):
        sheet = today_sheet(practice, replace(view, overdue=rows), today=TODAY)
        assert PaperPainter(sheet, A4_PORTRAIT).page_count == 1


def test_half_a_year_stands_on_one_page_at_the_printer_too(practice) -> None:
    for case in read_held_cases(practice):
        if CaseDate.INITIATED not in case.facts.dates:
            continue
        plan = review_plan(practice, case.id, today=TODAY)
        pages = PaperPainter(replace(plan, parts=plan.parts[:1]), A4_PORTRAIT).page_count
        assert (pages == 1) == (len(plan.parts[0].weeks) < 30)
