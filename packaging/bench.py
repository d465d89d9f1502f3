"""Measures the program's speed as ratios within one run: `dev.py bench [NAME…]`."""

from __future__ import annotations

import compileall
import gc
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench_case import bench_case
from bench_installed import bench_installed
from bench_matrix import bench_matrix
from bench_preview import bench_preview
from bench_report import bench_report
from bench_safekeeping import bench_safekeeping
from bench_today import bench_today

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from sgdesk.services.register import Register
    from sgdesk.ui.models.record_table import RecordTableModel

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 23)
STARTS = 9
WINDOW_CASES = 2_000
MANY_CASES = 10_000


def main(names: list[str]) -> int:
    """Run the named measurements, all of them without names; print a line or two for each."""
    compileall.compile_dir(ROOT / "sgdesk", quiet=2)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory(prefix="sgdesk-bench-") as folder:
        for name, measure in BENCHES.items():
            if not names or name in names:
                for line in measure(Path(folder)):
                    print(f"{name:<10} {line}", flush=True)
    return 0


def bench_start(folder: Path) -> list[str]:
    """From process start to the first window, and to its rows, against a bare window."""
    register = str(_register(folder, WINDOW_CASES))
    runs = [(_start(register), _start("bare")) for _ in range(STARTS)]  # in turns: both meet noise
    shown, today, cases = zip(*(ours for ours, _ in runs), strict=True)
    bare = [moments[0] for _, moments in runs]
    one = statistics.median(bare)
    clicked = [after - before for before, after in zip(today, cases, strict=True)]
    return [
        (
            f"first window over {WINDOW_CASES} cases {_ms(shown)}, bare window {_ms(bare)}: "
            f"{statistics.median(shown) / one:.2f} times (aim 1.6)"
        ),
        f"rows of Today {_ms(today)}: {statistics.median(today) / one:.2f} times",
        f"rows of the case list {_ms(clicked)} after a click",
    ]


def bench_days(_folder: Path) -> list[str]:
    """One addition of working days, against numpy's and the holidays library's own."""
    import holidays
    import numpy as np

    from sgdesk.config.calendars import working_calendar

    calendar = working_calendar()
    days = [date(2020, 1, 1) + timedelta(days=n) for n in range(2_000)]
    busy = np.busdaycalendar(holidays=[np.datetime64(day) for day in calendar.bank_holidays])
    array = np.array(days, dtype="datetime64[D]")
    england = holidays.country_holidays("GB", subdiv="ENG", years=range(2019, 2028))
    ours = _best(lambda: [calendar.add_working_days(day, 15) for day in days]) / len(days)
    one = _best(
        lambda: [np.busday_offset(day, 15, roll="backward", busdaycal=busy) for day in days]
    ) / len(days)
    many = _best(lambda: np.busday_offset(array, 15, roll="backward", busdaycal=busy)) / len(days)
    theirs = _best(lambda: [england.get_nth_working_day(day, 15) for day in days[:100]]) / 100
    return [
        (
            f"one addition {ours * 1e6:.2f} us; numpy one at a time {one * 1e6:.2f} us: "
            f"{one / ours:.1f} times faster (aim 5)"
        ),
        (
            f"the holidays library's own {theirs * 1e6:.0f} us: {theirs / ours:.0f} times faster "
            "(aim 100)"
        ),
        f"numpy over an array of {len(days)} {many * 1e6:.2f} us each: {many / ours:.2f} of ours",
    ]


def bench_deadlines(folder: Path) -> list[str]:
    """All deadlines of 10,000 cases, and what it takes to read the cases."""
    register = _opened(folder, MANY_CASES)
    from sgdesk.services.case_list import list_cases
    from sgdesk.services.deadlines import case_deadlines
    from sgdesk.services.held_cases import read_held_cases
    from sgdesk.services.today import look_at_today

    def anew(work: Callable[[], object]) -> object:
        register.held = None
        return work()

    gc.disable()  # as in the program, which collects garbage between two events
    cases = read_held_cases(register)
    computed = _best(lambda: [case_deadlines(register, case, TODAY) for case in cases])
    count = sum(len(case_deadlines(register, case, TODAY)) for case in cases)
    read = _best(lambda: anew(lambda: read_held_cases(register)))
    works = (
        lambda: list_cases(register, today=TODAY),
        lambda: look_at_today(register, today=TODAY),
    )
    listed, looked = (_best(partial(anew, work)) for work in works)
    relisted, relooked = map(_best, works)
    gc.enable()
    register.close()
    return [
        f"{count} deadlines of {len(cases)} cases {computed:.2f} s (aim 0.5)",
        (
            f"reading the cases {read:.2f} s; the case list whole {listed:.2f} s, after a save "
            f"{relisted:.2f} s; Today whole {looked:.2f} s, after a save {relooked:.2f} s"
        ),
    ]


def bench_filter(folder: Path) -> list[str]:
    """A keystroke in the filter of the case list over 10,000 cases, repainted."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    register = _opened(folder, MANY_CASES)
    from PySide6.QtTest import QTest

    from sgdesk.app.window import make_application
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.look.theme import Scheme, Theme
    from sgdesk.ui.models.record_table import RecordTableModel
    from sgdesk.ui.pages.cases_page import CasesPage
    from sgdesk.ui.widgets.record_table import RecordTable

    app = make_application()
    Theme(app, Scheme.LIGHT)
    page = CasesPage(AppContext(register, lambda: TODAY))
    page.resize(1240, 820)
    page.show()
    table = page.findChild(RecordTable)
    if table is None:
        raise SystemExit("the case list is not on its page")
    model = table.model()
    if not isinstance(model, RecordTableModel):
        raise SystemExit("the case list is no table of records")
    while model.rowCount() < MANY_CASES:
        QTest.qWait(20)
    gc.disable()  # as above
    times = [*_keystrokes(model, table.viewport())]
    gc.enable()
    page.close()
    register.close()
    worst = statistics.quantiles(times, n=20)[-1]
    return [
        (
            f"{len(times)} keystrokes over {MANY_CASES} cases: median "
            f"{statistics.median(times) * 1000:.1f} ms, 95th percentile {worst * 1000:.1f} ms "
            "(aim 16)"
        )
    ]


def _keystrokes(model: RecordTableModel[Any], view: QWidget) -> Iterator[float]:
    """Type words letter by letter into the filter; give the seconds each letter takes."""
    for word in ("neglect", "riv2010", "violence published", "review 17"):
        for end in range(1, len(word) + 1):
            start = time.perf_counter()
            model.set_filter(word[:end])
            view.repaint()
            yield time.perf_counter() - start


def bench_memory(folder: Path) -> list[str]:
    """Peak memory of the program with 10,000 cases on its list, against a bare window."""
    register = _register(folder, MANY_CASES)
    ours = _peak(str(register))
    bare = _peak("bare")
    return [f"{ours:.0f} MiB with {MANY_CASES} cases; a bare window {bare:.0f} MiB"]


def bench_documents(folder: Path) -> list[str]:
    """Briefing and deck, against LibreOffice turning their Word copy and slides into PDF."""
    from bench_documents import sample_briefing

    from sgdesk.exports.deck.slides import briefing_deck
    from sgdesk.exports.pdf.briefing import briefing_pdf
    from sgdesk.exports.word.briefing import briefing_document

    briefing = sample_briefing()
    page = _best(lambda: briefing_pdf(briefing))
    deck = _best(lambda: briefing_deck(briefing))
    lines = [f"briefing PDF {page * 1000:.0f} ms, deck {deck * 1000:.0f} ms"]
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return [*lines, "LibreOffice is not installed: no comparison"]
    (folder / "deck.pptx").write_bytes(briefing_deck(briefing))
    (folder / "copy.docx").write_bytes(briefing_document(briefing))
    for name, ours, aim in (("copy.docx", page, 8), ("deck.pptx", deck, 25)):
        theirs = _best(partial(_convert, office, folder / name))
        lines.append(
            f"LibreOffice with {name} {theirs * 1000:.0f} ms: {theirs / ours:.1f} times (aim {aim})"
        )
    return lines


def bench_pack(_folder: Path) -> list[str]:
    """A pack of 30 reviews while a window has to answer; in a process of its own."""
    command = [sys.executable, str(ROOT / "packaging" / "bench_pack.py")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    told = json.loads(run.stdout)
    return [
        (
            f"{told['reviews']} reviews, {told['files']} files in {told['seconds']} s (aim 15), "
            f"{told['in_briefings']} briefings' time; the window waited {told['longest_gap_ms']} "
            f"ms at the longest, 99 of 100 times under {told['gap_99_ms']} ms"
        )
    ]


def _convert(office: str, file: Path) -> None:
    command = [office, "--headless", "--convert-to", "pdf", "--outdir", str(file.parent), str(file)]
    subprocess.run(command, check=True, capture_output=True)


def _register(folder: Path, count: int) -> Path:
    from bench_register import make_register

    path = folder / f"cases-{count}" / "register.sgdesk"
    if not path.exists():
        path.parent.mkdir()
        make_register(path, count)
    return path


def _opened(folder: Path, count: int) -> Register:
    from datetime import UTC, datetime

    from bench_register import KEY

    from sgdesk.services.register import Register
    from sgdesk.store.engine import Store

    path = _register(folder, count)
    return Register(Store.open(path, KEY), path.parent, now=lambda: datetime.now(UTC))


def _start(word: str) -> list[float]:
    """Return the seconds from a process's start to each step that it tells of."""
    start = time.perf_counter()
    process = _window(word)
    lines = process.stdout or ()
    moments = [time.perf_counter() - start for line in lines if not line.strip().isdigit()]
    if process.wait() != 0 or not moments:
        raise SystemExit(f"the window did not come up: {word}")
    return moments


def _peak(word: str) -> float:
    """Return the peak memory in MiB that a window's process tells when it ends."""
    output, _ = _window(word).communicate()
    return float(output.split()[-1])


def _window(word: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(ROOT / "packaging" / "bench_window.py"), word]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment["QT_LOGGING_RULES"] = "*.warning=false"  # what a screen that is none cannot do
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def _best(work: Callable[[], object], times: int = 5) -> float:
    """Return the shortest of several runs, seconds."""
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def _ms(seconds: Sequence[float]) -> str:
    return f"{statistics.median(seconds) * 1000:.0f} ms"


BENCHES: dict[str, Callable[[Path], list[str]]] = {
    "start": bench_start,
    "days": bench_days,
    "deadlines": bench_deadlines,
    "filter": bench_filter,
    "memory": bench_memory,
    "documents": bench_documents,
    "pack": bench_pack,
    "report": bench_report,
    "case": bench_case,
    "preview": bench_preview,
    "matrix": bench_matrix,
    "today": bench_today,
    "safekeeping": bench_safekeeping,
    "installed": bench_installed,
}

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
