"""Starts the program over and over where it runs already, kills it, and has two edit one case.

Every start beside a running program must end with 0 and bring that one to the front; after a kill
the next start must open the register at once. Then two editors read the same case before either
saves. Under "no lock" the locks are taken away, under "no revision" nobody says which state of the
case was read; both have to show.
"""

from __future__ import annotations

import os
import re
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from threading import Barrier
from typing import TYPE_CHECKING
from uuid import UUID

from figures import Figure, Hardening
from program_home import DAY, ENDED_S, OPENED_BY, Home, now, wait_for
from store_samples import CHEAP

from sgdesk.services.case_views import get_case
from sgdesk.services.cases import save_case
from sgdesk.services.register import open_with_key
from sgdesk.store.errors import ChangedMeanwhileError

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from sgdesk.services.register import Register

WAIT_S = 60.0
EDITS = 4
"""So many times two editors meet for each round of programs."""


@dataclass
class Tally:
    doubles: int = 0
    """A second program had the register open, or was still there when it should have ended."""
    unshown: int = 0
    """The first did not come to the front, or the other did not end with 0."""
    shut_out: int = 0
    """After a kill the next start did not open the register."""
    restart_s: float = 0.0


def opened(home: Home) -> list[int]:
    """Return the programs that have the register open."""
    return [pid for pid in home.processes() if home.told(f"MainWindow-{pid}")]


def start_first(home: Home, sabotage: str, tally: Tally) -> subprocess.Popen[bytes]:
    begun = time.monotonic()
    first = home.start(sabotage)
    if wait_for(lambda: home.told(f"MainWindow-{first.pid}"), WAIT_S):
        tally.restart_s = max(tally.restart_s, time.monotonic() - begun)
    else:
        tally.shut_out += 1
    return first


def start_both(home: Home, sabotage: str, tally: Tally) -> subprocess.Popen[bytes]:
    """Start two in one moment; one must open the register and the other end."""
    both = [home.start(sabotage) for _ in range(2)]
    wait_for(lambda: opened(home) and any(one.poll() is not None for one in both), WAIT_S)
    kept = [one for one in both if one.poll() is None]
    tally.doubles += len(kept) > 1
    tally.shut_out += not opened(home)
    tally.unshown += any(one.poll() not in {None, 0} for one in both)
    for extra in kept[1:]:
        extra.kill()
        extra.wait()
    return (kept or both)[0]


def start_second(home: Home, first: int, sabotage: str, tally: Tally) -> None:
    asked = home.orders / f"asked-{first}.json"
    asked.unlink(missing_ok=True)
    second = home.start(sabotage)
    has_ended = wait_for(lambda: second.poll() is not None or len(opened(home)) > 1, ENDED_S)
    tally.doubles += len(opened(home)) > 1 or not has_ended
    tally.unshown += second.poll() != 0 or not wait_for(asked.exists, 2.0)
    if second.poll() is None:
        second.kill()
        second.wait()


def run_programs(home: Home, rounds: int, sabotage: str) -> Tally:
    tally = Tally()
    home.order("open", passphrase=OPENED_BY)
    first = start_first(home, sabotage, tally)
    for number in range(rounds):
        start_second(home, first.pid, sabotage, tally)
        if number % 2 == 0:
            first.send_signal(signal.SIGKILL)
            first.wait()
            start = start_both if number % 4 == 0 else start_first
            first = start(home, sabotage, tally)
    home.end_all()
    with suppress(ProcessLookupError):
        os.kill(first.pid, signal.SIGKILL)
    first.wait()
    return tally


def add_one(register: Register, case_id: UUID, meet: Barrier, *, blindly: bool) -> int:
    """Add one to the number in the title; return how often that was refused."""
    refusals = 0
    while True:
        view = get_case(register, case_id, today=DAY)
        if not refusals:
            meet.wait(WAIT_S)
        revision = None if blindly else view.revision
        draft = replace(view.draft, title=f"Infant {number_in(view.draft.title) + 1}")
        try:
            save_case(register, case_id, draft, today=DAY, revision=revision)
        except ChangedMeanwhileError:
            refusals += 1
        else:
            return refusals


def number_in(title: str) -> int:
    return int(re.sub(r"\D", "", title) or 0)


def run_editors(home: Home, rounds: int, *, blindly: bool) -> tuple[int, int]:
    """Return how many saves were told as saved and are lost, and how many were refused."""
    register = open_with_key(home.register, home.key, now=now)
    case_id, refused = UUID(home.case), 0
    view = get_case(register, case_id, today=DAY)
    draft = replace(view.draft, title="Infant 0")
    save_case(register, case_id, draft, today=DAY, revision=view.revision)
    with ThreadPoolExecutor(2) as editors:
        for _ in range(rounds):
            meet = Barrier(2)
            both = [
                editors.submit(add_one, register, case_id, meet, blindly=blindly) for _ in range(2)
            ]
            refused += sum(one.result() for one in both)
    held = number_in(get_case(register, case_id, today=DAY).draft.title)
    register.close()
    return 2 * rounds - held, refused


def run(folder: Path, rounds: int, sabotage: str) -> Figure:
    home = Home(folder)
    home.make(CHEAP)
    try:
        tally = run_programs(home, rounds, sabotage)
    finally:
        home.end_all()
    edits = rounds * EDITS
    lost, refused = run_editors(home, edits, blindly=sabotage == "no revision")
    is_held = not (tally.doubles or tally.unshown or tally.shut_out or lost) and refused >= edits
    return Figure(
        is_held,
        f"{rounds} second starts: {tally.doubles} opened as well, {tally.unshown} did not show the "
        f"first; {(rounds + 1) // 2} kills, every other time two starts at once: {tally.shut_out} "
        f"shut out, at most {tally.restart_s:.1f} s to open again; {2 * edits} edits of one case "
        f"by two: {lost} lost, {refused} refused as outdated",
    )


HARDENING = Hardening(15, "two programs", 50, run, {"no lock": 1, "no revision": 1})
