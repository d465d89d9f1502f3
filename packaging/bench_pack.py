"""A pack of 30 reviews, made, checked and saved while a window has to answer.

Prints one JSON object: the seconds that it took, the longest and the 99th gap in milliseconds
of a timer that fires every 10 ms in the window's thread, and how many briefings alone could
have been made in that time.
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
import time
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from bench_documents import TODAY

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QApplication

    from sgdesk.services.register import Register

_REVIEWS = 30
_TICK_MS = 10
_PUBLIC = ("briefing", "deck", "word", "web")


def main() -> int:
    """Make the pack and print what it took."""
    from PySide6.QtWidgets import QWidget

    from sgdesk.app.collecting import Collector
    from sgdesk.app.window import make_application
    from sgdesk.services.practice import open_practice
    from sgdesk.ui.look.theme import Scheme, Theme

    app = make_application()
    collector = Collector(app)
    Theme(app, Scheme.LIGHT)
    window = QWidget()
    window.show()
    register = open_practice(today=TODAY, now=lambda: datetime.now(UTC))
    ids = _thirty_reviews(register)
    one = _seconds_of_a_briefing(register, ids[0])
    with tempfile.TemporaryDirectory() as folder:
        seconds, gaps = _measure(app, register, ids, Path(folder) / "pack")
        files = sum(1 for _ in (Path(folder) / "pack").iterdir())
    collector.stop()
    register.close()
    print(
        json.dumps(
            {
                "reviews": len(ids),
                "files": files,
                "seconds": round(seconds, 2),
                "longest_gap_ms": round(max(gaps)),
                "gap_99_ms": round(sorted(gaps)[int(len(gaps) * 0.99)]),
                "in_briefings": round(seconds / one, 1),
            }
        )
    )
    return 0


def _thirty_reviews(register: Register) -> list[UUID]:
    """Return briefings of the practice register, copied under other titles until there are 30."""
    from dataclasses import replace

    from sgdesk.services.briefings import get_briefing, list_briefings, save_briefing

    ids = [row.briefing_id for row in list_briefings(register) if row.references]
    for number in range(_REVIEWS - len(ids)):
        draft = get_briefing(register, ids[number])
        title = f"{draft.title} ({number + 2})"
        saved = save_briefing(register, None, replace(draft, title=title)).briefing_id
        if saved is not None:
            ids.append(saved)
    return ids


def _seconds_of_a_briefing(register: Register, briefing_id: UUID) -> float:
    """Return how long one briefing page takes once everything is loaded: the best of five."""
    from sgdesk.records.exports import DocumentKind
    from sgdesk.services.documents import plan_documents

    (planned,) = plan_documents(register, [briefing_id], {DocumentKind.BRIEFING}, today=TODAY)
    planned.content()
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        planned.content()
        times.append(time.perf_counter() - begun)
    return min(times)


def _measure(
    app: QApplication, register: Register, ids: list[UUID], folder: Path
) -> tuple[float, list[float]]:
    """Return the seconds of the pack, and the milliseconds between the ticks meanwhile."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    from sgdesk.records.exports import DocumentKind
    from sgdesk.records.packs import PackPlace
    from sgdesk.services.packs import run_pack
    from sgdesk.ui.tasks import Job

    kinds = {DocumentKind(name) for name in _PUBLIC}
    gc.collect()  # as in a window that has stood for a while
    ticks: list[float] = []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start(_TICK_MS)
    loop = QEventLoop()
    job = Job(
        lambda progress: run_pack(
            register, ids, kinds, PackPlace(folder), today=TODAY, progress=progress
        ),
        app,
    )
    job.failed.connect(lambda error: print(repr(error), file=sys.stderr))
    for end in (job.succeeded, job.failed, job.cancelled):
        end.connect(loop.quit)
    begun = time.perf_counter()
    job.start()
    loop.exec()
    seconds = time.perf_counter() - begun
    timer.stop()
    gaps = [1000 * (after - before) for before, after in pairwise(ticks)]
    return seconds, gaps


if __name__ == "__main__":
    raise SystemExit(main())
