"""Every paper as it is printed: few rows and many, upright and on its side, in colour and grey."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QImage, QPainter, QPixmap

from sgdesk.app.scenes.stage import find_case
from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.notifications import NotificationDraft
from sgdesk.domain.partnerships import AgreedDate
from sgdesk.records.deadline_reports import ReportOptions, ReportOrder
from sgdesk.records.papers import PaperTable
from sgdesk.services.agreed_dates import save_agreed_date
from sgdesk.services.chase_papers import chase_list
from sgdesk.services.deadline_reports import deadline_report
from sgdesk.services.everything_due import list_everything_due
from sgdesk.services.review_plans import review_plan
from sgdesk.services.reviews import save_notification
from sgdesk.services.today import look_at_today
from sgdesk.services.today_papers import today_sheet
from sgdesk.services.wall_sheets import wall_sheet
from sgdesk.services.what_if import what_if
from sgdesk.services.what_if_papers import what_if_paper
from sgdesk.ui.printing.paper_painter import PaperPainter
from sgdesk.ui.printing.sheet_sizes import A4_LANDSCAPE, A4_PORTRAIT, PER_INCH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sgdesk.app.scenes.stage import Stage
    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.records.papers import Paper, PaperRow
    from sgdesk.ui.printing.sheet_sizes import SheetSize

NAME = "papers"
"""So the name of every picture of a printed page begins."""
ROWS = (5, 64, 500)
_SHEETS = {"portrait": A4_PORTRAIT, "landscape": A4_LANDSCAPE}
_DPI = 150
_REPORTS = {
    "deadlines": ReportOptions(),
    "deadlines-by-owner": ReportOptions(ReportOrder.OWNER),
    "deadlines-with-working": ReportOptions(ReportOrder.CASE, with_working=True),
}
_RUNNING, _NOT_NOTIFIED, _REVIEW = "27-07", "27-11", "27-02"
_BEFORE_CHRISTMAS, _AFTER = date(2026, 12, 14), date(2027, 1, 20)

ItemT = TypeVar("ItemT")


def printed_pages(stage: Stage, counts: Sequence[int] = ROWS) -> Iterator[tuple[str, QPixmap]]:
    """Yield the first, second and last page of each paper, as printed and in grey."""
    for what, paper in _papers(stage, counts):
        for way, sheet in _SHEETS.items():
            pages = PaperPainter(paper, sheet)
            for number in sorted({1, min(2, pages.page_count), pages.page_count}):
                name, page = f"{NAME}-{what}-{way}-{number}", _drawn(pages, sheet, number)
                yield name, QPixmap.fromImage(page)
                grey = page.convertToFormat(QImage.Format.Format_Grayscale8)
                yield f"{name}-grey", QPixmap.fromImage(grey)


def _papers(stage: Stage, counts: Sequence[int]) -> Iterator[tuple[str, Paper]]:
    """Yield each paper under its name."""
    register, today = stage.context.register, stage.today
    rows = [row for row in list_everything_due(register, today=today) if row.is_open]
    view = look_at_today(register, today=today)
    chased = chase_list(register, today=today)
    planned = review_plan(register, stage.case(_REVIEW).case_id, today=today)
    dates = {CaseDate.NOTIFIED: today}
    tried = what_if(register, stage.case(_NOT_NOTIFIED).case_id, dates, today=today)
    supposed = what_if_paper(register, tried, today=today)
    for count in counts:
        for name, options in _REPORTS.items():
            held = _invented(rows, count)
            yield f"{name}-{count}", deadline_report(register, held, today=today, options=options)
        late, soon = _repeated(view.overdue, count // 2), _repeated(view.due_soon, -(-count // 2))
        full = replace(view, overdue=late, due_today=(), due_soon=soon)
        yield f"today-{count}", today_sheet(register, full, today=today)
        for name, paper in (("chases", chased), ("plan", planned), ("what-if", supposed)):
            yield f"{name}-{count}", _with_rows(paper, count)
    yield from _wall_sheets(stage)


def _wall_sheets(stage: Stage) -> Iterator[tuple[str, Paper]]:
    """Yield the sheets of a week, of four weeks, and of six over Christmas."""
    register, today = stage.new_practice(), stage.today
    running, other = (find_case(register, end).case_id for end in (_RUNNING, _NOT_NOTIFIED))
    yield "wall-sheet-5-days", wall_sheet(register, other, today=today)
    yield "wall-sheet-4-weeks", wall_sheet(register, running, today=today)
    later = _BEFORE_CHRISTMAS
    save_notification(register, other, NotificationDraft(notified_on=later), today=later)
    yield "wall-sheet-christmas", wall_sheet(register, other, today=later)
    agreed = AgreedDate(_AFTER, "The meeting had to wait", "Safeguarding partners")
    save_agreed_date(register, other, "RR-15", agreed)
    yield "wall-sheet-6-weeks", wall_sheet(register, other, today=later)
    register.close()


def _repeated(items: Sequence[ItemT], count: int) -> tuple[ItemT, ...]:
    return tuple(islice(cycle(items), count))


def _invented(rows: Sequence[DeadlineRow], count: int) -> list[DeadlineRow]:
    """Return so many rows; those that come again are of other cases."""
    return [
        row if at < len(rows) else replace(row, reference=f"PRAC{2026 + at // 99}-{at % 99 + 1:02}")
        for at, row in enumerate(_repeated(rows, count))
    ]


def _with_rows(paper: Paper, count: int) -> Paper:
    """Return the paper with so many rows in its tables: cut, or the last table repeated."""
    tables = [part for part in paper.parts if isinstance(part, PaperTable) and part.rows]
    parts, left = [], count
    for part in paper.parts:
        if not isinstance(part, PaperTable) or not part.rows:
            parts.append(part)
            continue
        own = left if part is tables[-1] else min(left, sum(map(_is_row, part.rows)))
        if own:
            parts.append(replace(part, rows=_filled(part.rows, own)))
        left -= own
    return replace(paper, parts=tuple(parts))


def _filled(rows: Sequence[PaperRow], count: int) -> tuple[PaperRow, ...]:
    """Return so many rows, with the headings over them and what stands below them."""
    filled: list[PaperRow] = []
    for row in cycle(rows):
        if count == 0 and not row.is_below:
            break
        filled.append(row)
        count -= _is_row(row)
    return tuple(filled)


def _is_row(row: PaperRow) -> bool:
    return not (row.is_heading or row.is_below)


def _drawn(pages: PaperPainter, sheet: SheetSize, number: int) -> QImage:
    scale = _DPI / PER_INCH
    size = (round(sheet.width * scale), round(sheet.height * scale))
    picture = QImage(*size, QImage.Format.Format_RGB32)
    picture.fill("white")
    painter = QPainter(picture)
    painter.scale(scale, scale)
    pages.paint_page(painter, number)
    painter.end()
    return picture
