"""Types into a form of the real window until killed, and tells how much of the typing is kept.

Under "no_rest" what is typed is kept only when a field is left; under "in_place" the file is
written where it stands instead of whole. Both have to show.
"""

from __future__ import annotations

import os
import random
import signal
import struct
import time
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from figures import Figure, Hardening
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from store_samples import CHEAP

from sgdesk.domain.cases import CaseDraft
from sgdesk.domain.partnerships import PartnershipDraft
from sgdesk.services.cases import save_case
from sgdesk.services.kept_typing import read_kept_typing
from sgdesk.services.register import create_register, open_register
from sgdesk.store import kept_typing
from sgdesk.ui.context import AppContext
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.main_window import MainWindow
from sgdesk.ui.shell import keeping_typing

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
OPENING_WORDS = "acorn ferry lilac stone"
PROFILE = PartnershipDraft(name="Riverton SCP", prefix="RIV", officer="Business support")
PROMISE_S = 2.0
"""No typing older than this may be missing."""
MARK = "Zaunkoenig "
TYPED = MARK * 100
"""What is typed, letter by letter."""
_KEY_MS = 8
_ACKNOWLEDGED = struct.Struct("dI")


def write_in_place(path: Path, content: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(content[: len(content) // 2])
        stream.flush()
        time.sleep(0.8)
        stream.write(content[len(content) // 2 :])


def open_form(folder: Path, case_id: UUID) -> FormDialog:
    """Return a form over a new member of the family, open in the real window."""
    register = open_register(folder, OPENING_WORDS, now=lambda: NOW)
    window = MainWindow(AppContext(register, lambda: TODAY))
    window.show()
    window.open_case(case_id)
    window.page.open_step("family:member:")
    (dialog,) = window.findChildren(FormDialog)
    return dialog


def type_until_killed(folder: Path, case_id: UUID, acknowledge: int, sabotage: str) -> None:
    if sabotage == "no_rest":
        keeping_typing.REST_MS = 1_000_000
    if sabotage == "in_place":
        kept_typing.write_atomically = write_in_place
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication([])
    editor = open_form(folder, case_id).editors["note"]
    editor.setFocus()
    left = list(enumerate(TYPED, 1))[::-1]

    def strike() -> None:
        count, letter = left.pop()
        QTest.keyClicks(editor, letter)
        os.write(acknowledge, _ACKNOWLEDGED.pack(time.monotonic(), count))

    timer = QTimer()
    timer.timeout.connect(strike)
    timer.start(_KEY_MS)
    app.exec()


def kill_one(folder: Path, case_id: UUID, sabotage: str, after_s: float) -> tuple[int, int]:
    """Kill one who types; return how many letters were old enough to be kept, and how many."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            type_until_killed(folder, case_id, writing, sabotage)
        finally:
            os._exit(1)
    os.close(writing)
    told = os.read(reading, _ACKNOWLEDGED.size)
    time.sleep(after_s)
    killed_at = time.monotonic()
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 65536):
        told += more
    os.close(reading)
    strokes = [*_ACKNOWLEDGED.iter_unpack(told)]
    old = [count for at, count in strokes if at <= killed_at - PROMISE_S]
    return max(old, default=0), max((count for _at, count in strokes), default=0)


def run(folder: Path, rounds: int, sabotage: str) -> Figure:
    register, _key = create_register(folder, PROFILE, OPENING_WORDS, now=lambda: NOW, cost=CHEAP)
    draft = CaseDraft(reference="RIV-1", title="One child")
    (case_id,) = save_case(register, None, draft, today=TODAY).case_ids
    register.close()
    kept_file = folder / "register.typing"
    source = random.Random(rounds)  # noqa: S311
    letters = lost = torn = other = clear = 0
    for number in range(rounds):
        after_s = 0.2 + 2.6 * (number + source.random()) / rounds
        old, typed = kill_one(folder, case_id, sabotage, after_s)
        letters += typed
        was_there = kept_file.exists()
        clear += sum(MARK.encode() in one.read_bytes() for one in folder.iterdir() if one.is_file())
        with_register = open_register(folder, OPENING_WORDS, now=lambda: NOW)
        forms = read_kept_typing(with_register)
        with_register.close()
        kept = next((field.typed for form in forms for field in form.fields), "")
        lost += len(kept) < old
        torn += was_there and not forms
        other += not TYPED.startswith(kept)
        kept_file.unlink(missing_ok=True)
    is_held = letters > rounds and not (lost or torn or other or clear)
    words = (
        f"{rounds} kills, {letters} letters typed: {lost} times more than {PROMISE_S:.0f} s lost"
    )
    return Figure(is_held, f"{words}, {torn} torn, {other} changed, {clear} in clear text")


HARDENING = Hardening(1, "killed while typing", 30, run, {"no_rest": 3, "in_place": 5})
