"""The briefing editor while an officer types: how far its picture of the page is behind."""

from __future__ import annotations

import gc
import os
import random
import statistics
import time
from datetime import UTC, date, datetime
from itertools import cycle, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from sgdesk.domain.briefings import BriefingDraft
    from sgdesk.ui.dialogs.briefing_dialog import BriefingDialog
    from sgdesk.ui.dialogs.briefing_page_reader import PageChecks

TODAY = date(2026, 11, 23)
WORDS, BURSTS, KEYS = 300, 40, 7
_LONGEST_MS, _BEAT_MS = 150, 2
"""Keys follow each other after 40 to 150 ms, as under the hands of a fast typist."""
_TEXT = """
Agencies each held a part of the picture and nobody put the parts beside each other in time so
that the family was seen by many people and known by none of them well enough to ask what life
was like for the children at home and at school
"""


def bench_preview(_folder: Path) -> list[str]:
    """Type 40 bursts into a briefing of 300 words in the real dialog; wait for each picture."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from sgdesk.app.offscreen import offscreen_application
    from sgdesk.services.practice import open_practice
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.dialogs.briefing_dialog import BriefingDialog
    from sgdesk.ui.look.theme import Scheme, Theme
    from sgdesk.ui.tasks import wait_for_work

    app = offscreen_application()
    Theme(app, Scheme.LIGHT)
    register = open_practice(today=TODAY, now=lambda: datetime.now(UTC))
    context = AppContext(register, lambda: TODAY)
    dialog = BriefingDialog(context, None, None)
    dialog.resize(1376, 860)
    dialog.show()
    _fill(dialog, _draft())
    typist = _Typist(app, dialog)
    gc.disable()  # as in the program, which collects garbage between two events
    typist.type_burst("warm-up")
    typist.forget()
    behind = [typist.type_burst(_word(number)) for number in range(BURSTS)]
    checked = typist.checked
    gc.enable()
    wait_for_work()
    dialog.hide()
    register.close()
    dialog.deleteLater()
    app.processEvents()
    median, worst = statistics.median(behind) * 1000, max(behind) * 1000
    meter = statistics.median(checked) * 1000
    return [
        (
            f"picture of a page of {typist.words} words behind the last key: median "
            f"{median:.0f} ms, worst of {BURSTS} {worst:.0f} ms (aim 120)"
        ),
        f"fit and checks behind the last key: median {meter:.0f} ms",
        (
            f"longest time that the window answered to nothing while typing: {typist.block:.0f} "
            f"ms, of which its own work at most {typist.work:.0f} ms"
        ),
    ]


class _Typist:
    """Presses keys in the field Background, and looks at the picture until it shows them."""

    def __init__(self, app: QApplication, dialog: BriefingDialog) -> None:
        from PySide6.QtCore import QEvent, QObject, Qt, QTimer

        outer = self

        class Watch(QObject):
            """Notes that the picture was painted after another one had come."""

            def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
                outer.is_painted |= outer.is_drawn and event.type() is QEvent.Type.Paint
                return False

        self._app = app
        self._dialog = dialog
        self._random = random.Random(7)  # noqa: S311 - the same typing at each run
        self.is_drawn = self.is_painted = False
        self.block = self.work = 0.0
        """Milliseconds between two beats: by the clock, and of the window's own thread."""
        self.words = 0
        """On the page when all is typed."""
        self.checked: list[float] = []
        view = dialog.preview.page_view
        self._view = view
        self._watch = Watch()
        view.sheet.installEventFilter(self._watch)
        view.drawn.connect(self._on_drawn)
        dialog.preview.reader.page_checked.connect(self._on_checked)
        self._wanted = "never"
        self._checked_at = self._beat_at = self._worked_at = 0.0
        self._beat = QTimer()
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._on_beat)
        self._beat.setInterval(_BEAT_MS)

    def forget(self) -> None:
        """Count from now on: the first burst also opened typefaces and laid out the window."""
        self.block = self.work = 0.0
        self.checked.clear()

    def type_burst(self, word: str) -> float:
        """Return the seconds from the last key of `word` until its picture is painted."""
        from PySide6.QtTest import QTest

        edit = self._dialog.content.background_edit
        edit.moveCursor(edit.textCursor().MoveOperation.End)
        self._wanted, self.is_drawn, self.is_painted = f" {word}", False, False
        self._beat_at, self._worked_at = time.perf_counter(), time.thread_time()
        self._beat.start()
        for letter in f" {word}":
            self._wait(self._random.uniform(40, _LONGEST_MS) / 1000)
            start = time.perf_counter()
            QTest.keyClicks(edit, letter)
        self._checked_at = 0.0
        while not self.is_painted:
            self._app.processEvents()
            time.sleep(0.0005)
        end = time.perf_counter()
        self._beat.stop()
        while not self._checked_at:
            self._app.processEvents()
            time.sleep(0.0005)
        self.checked.append(self._checked_at - start)
        self._wait(0.3)
        return end - start

    def _wait(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self._app.processEvents()
            time.sleep(0.0005)

    def _on_drawn(self) -> None:
        self.is_drawn = self._wanted in self._view.words()

    def _on_checked(self, checks: PageChecks) -> None:
        if self.is_drawn:
            self._checked_at = time.perf_counter()
            self.words = checks.fit.words

    def _on_beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.block = max(self.block, (now - self._beat_at) * 1000 - _BEAT_MS)
        self.work = max(self.work, (worked - self._worked_at) * 1000)
        self._beat_at, self._worked_at = now, worked


def _fill(dialog: BriefingDialog, draft: BriefingDraft) -> None:
    dialog.content.title_edit.setText(draft.title)
    dialog.content.background_edit.setPlainText(draft.background)
    for name, items in dialog.content.point_lists.items():
        items.set_items([(point.lead, point.text) for point in getattr(draft, name)])


def _draft() -> BriefingDraft:
    """Return a briefing whose page has about 300 words with its headings and questions."""
    from sgdesk.domain.briefings import BriefingDraft, Point

    words = cycle(_TEXT.split())

    def take(count: int) -> str:
        return " ".join(islice(words, count)).capitalize() + "."

    def points(count: int) -> tuple[Point, ...]:
        return tuple(Point(take(2), take(11)) for _ in range(count))

    return BriefingDraft(
        title="Seeing the whole child",
        background=f"{take(35)}\n{take(30)}",
        key_learning=points(5),
        good_practice=points(2),
        improvements=points(5),
    )


def _word(number: int) -> str:
    """Return a word that the page does not have yet."""
    return "".join(chr(ord("a") + (number // 26**place) % 26) for place in range(3)) + "zqxw"
