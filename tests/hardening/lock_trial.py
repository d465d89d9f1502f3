"""Lets open registers lock, and looks into the memory of every process that is there afterwards.

Each round opens the register in the program itself, shows a case, types into a form over it, opens
a menu, and moves a clock. What the case says and what was typed must be in the memory of the
process before, or the round counts for nothing, and in that of no process afterwards. Under
"overlay" and "closed" the process goes on, which has to show.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from figures import Figure, Hardening
from program_home import ENDED_S, OPENED_BY, Home, adopt_orphans, hits, new_marker, now, wait_for

from sgdesk.services.kept_typing import read_kept_typing
from sgdesk.services.register import open_with_key

if TYPE_CHECKING:
    from pathlib import Path

WAIT_S = 60.0
CLOCKS = {
    "idle": {"step": 20.0},
    "sleep": {"wall": 3_600.0},
    "clock back": {"wall": -3_600.0},
}


@dataclass
class Tally:
    void: int = 0
    """Rounds in which the texts were not there before, or no fresh window came."""
    open_still: int = 0
    left: int = 0
    typing_lost: int = 0
    unlock_s: float = 0.0
    window_s: float = 0.0
    gone_s: float = 0.0


def lock_once(home: Home, reason: str, sabotage: str) -> Tally:
    tally, typed = Tally(), new_marker()
    home.forget()
    home.order("open", passphrase=OPENED_BY, case=home.case, typed=typed)
    child = home.start(sabotage)
    markers = [*home.markers, typed]
    is_ready = wait_for(lambda: home.told("ready"), WAIT_S)
    if not is_ready or len(hits(child.pid, markers)) < len(markers):
        tally.void = 1
        return tally
    tally.unlock_s = at(home, f"MainWindow-{child.pid}") - at(home, "unlocking")
    home.order("clocks", **CLOCKS[reason])
    if not wait_for(lambda: home.told("locking"), ENDED_S):
        tally.open_still = 1
        return tally
    begun = at(home, "locking")
    if wait_for(lambda: child.poll() is not None, 3.0 if sabotage else ENDED_S):
        tally.gone_s = time.monotonic() - begun
        tally.void = not wait_for(lambda: unlock_window(home), WAIT_S)
        tally.window_s = (unlock_window(home) or {"at": begun})["at"] - begun
    else:
        tally.open_still = 1
    tally.left = sum(hits(pid, markers).total() for pid in home.processes())
    home.end_all()
    child.wait()
    tally.typing_lost = not is_kept(home, typed)
    return tally


def at(home: Home, name: str) -> float:
    """Return when a process told of something, by the clock that all processes share."""
    told = home.told(name)
    return float(told["at"]) if told else 0.0


def unlock_window(home: Home) -> dict[str, Any] | None:
    """Return what a process told of its unlock window, if one did."""
    found = [home.told(f"UnlockWindow-{pid}") for pid in home.processes()]
    return next((one for one in found if one), None)


def is_kept(home: Home, typed: str) -> bool:
    """Return whether what was typed and not saved is offered at the next opening."""
    register = open_with_key(home.register, home.key, now=now)
    kept = [one.typed for form in read_kept_typing(register) for one in form.fields]
    register.close()
    return any(typed in one for one in kept)


def run(folder: Path, rounds: int, sabotage: str) -> Figure:
    adopt_orphans()
    home = Home(folder)
    home.make()
    tallies = []
    for number in range(rounds):
        try:
            tallies.append(lock_once(home, list(CLOCKS)[number % len(CLOCKS)], sabotage))
        finally:
            home.end_all()
    void, still, left, lost = (
        sum(getattr(one, name) for one in tallies)
        for name in ("void", "open_still", "left", "typing_lost")
    )
    unlock, window, gone = (
        f"{max(getattr(one, name) for one in tallies):.1f} s"
        for name in ("unlock_s", "window_s", "gone_s")
    )
    return Figure(
        not (void or still or left or lost),
        f"{rounds} locks by idleness, sleep, clock: {left} texts left in memory, {still} processes "
        f"went on, {lost} times typing lost, {void} void; at most {unlock} to unlock, {window} to "
        f"the fresh window, {gone} until the process is gone",
    )


HARDENING = Hardening(14, "locked", 30, run, {"overlay": 1, "closed": 1})
