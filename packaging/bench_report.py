"""The deadline report of 500 rows: laid out for paper, as a PDF, and its other files."""

from __future__ import annotations

import gc
import os
import time
from datetime import UTC, date, datetime
from functools import partial
from itertools import cycle, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TODAY = date(2026, 11, 23)
ROWS = 500


def bench_report(_folder: Path) -> list[str]:
    """Return how long each way out takes, the shortest of several runs."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from sgdesk.app.offscreen import offscreen_application
    from sgdesk.records.deadline_reports import ReportOptions, ReportOrder
    from sgdesk.services.deadline_calendars import deadline_calendar
    from sgdesk.services.deadline_files import deadline_workbook
    from sgdesk.services.deadline_reports import deadline_report
    from sgdesk.services.deadlines import list_deadlines
    from sgdesk.services.papers import paper_bytes
    from sgdesk.services.practice import open_practice
    from sgdesk.ui.printing.paper_painter import PaperPainter
    from sgdesk.ui.printing.sheet_sizes import A4_PORTRAIT

    app = offscreen_application()
    register = open_practice(today=TODAY, now=lambda: datetime.now(UTC))
    rows = tuple(islice(cycle(list_deadlines(register, today=TODAY)), ROWS))
    worked = ReportOptions(ReportOrder.CASE, with_working=True)
    make = partial(deadline_report, register, rows, today=TODAY)
    papers = (make(), make(options=worked))
    gc.disable()  # as in the program, which collects garbage between two events
    laid = [_best(partial(PaperPainter, paper, A4_PORTRAIT)) for paper in papers]
    printed = [_best(partial(paper_bytes, paper)) for paper in papers]
    made = _best(partial(make, options=worked))
    book = _best(partial(deadline_workbook, register, rows, today=TODAY))
    events = _best(partial(deadline_calendar, register, rows, today=TODAY))
    gc.enable()
    register.close()
    app.processEvents()
    return [
        (
            f"{ROWS} rows laid out for paper {laid[0]:.0f} ms (aim 60), PDF {printed[0]:.0f} ms "
            "(aim 350)"
        ),
        f"by case with working: laid out {laid[1]:.0f} ms, PDF {printed[1]:.0f} ms",
        f"worked out {made:.0f} ms, workbook {book:.0f} ms, calendar file {events:.0f} ms",
    ]


def _best(work: Callable[[], object], times: int = 7) -> float:
    """Return the shortest of several runs, milliseconds."""
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds) * 1000
