"""Makes backups while the clock jumps and hands take sets away, and tells what thinning removed.

Under "clock" the sets are thinned by the time at which they were made, as most programs do.
Nothing waits for the disk: what a power cut leaves is another trial's business.
"""

from __future__ import annotations

import os
import random
import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

from figures import Figure, Hardening
from store_samples import AT

from sgdesk.store import backup_sets
from sgdesk.store.audit_chain import AuditHead
from sgdesk.store.backup_sets import (
    MANIFEST,
    Manifest,
    StoredFile,
    list_sets,
    new_stage,
    publish,
)

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

NEWEST = 5
NOTHING = StoredFile(0, "0" * 64)
JUMPS = (1, 1, 1, 7, 30, 400, -1, -7, -200, -4000)
"""Days from one backup to the next: most go on, some are years back."""


def make_one(folder: Path, at: datetime) -> Path:
    """Make a set that was found good, and thin the others; what is in it does not matter."""
    manifest = Manifest(at, 1, AuditHead(1, "0" * 64), NOTHING, NOTHING)
    made = publish(new_stage(folder), manifest)
    backup_sets.thin(folder)
    return made.folder


def thin_by_clock(folder: Path) -> list[int]:
    """Keep as many as the program would, the latest by the clock, as a careless program would."""
    by_clock = sorted(list_sets(folder), key=lambda one: one.manifest.made_at, reverse=True)
    for one in by_clock[10:]:
        shutil.rmtree(one.folder)
    return [one.number for one in by_clock[10:]]


def hurt(whole: list[Path], source: random.Random) -> list[Path]:
    """Let a hand remove sets, or the disk damage what they say of themselves; return the others.

    Often it is one, sometimes most of the newest.
    """
    hurt_ones = source.sample(whole[:12], min(len(whole) - 1, source.choice((1, 1, 1, 9))))
    for one in hurt_ones:
        if source.random() < 0.5:
            shutil.rmtree(one)
        else:
            (one / MANIFEST).write_bytes(b"")
    return [one for one in whole if one not in hurt_ones]


def live_one(folder: Path, source: random.Random) -> tuple[int, int, int]:
    """Go through one history; return how many sets it made, lost of the newest, and misplaced."""
    clock, lost, misplaced = AT, 0, 0
    times = source.randrange(8, 24)
    whole: list[Path] = []
    for _ in range(times):
        clock += timedelta(days=source.choice(JUMPS), minutes=source.randrange(1000))
        made = make_one(folder, clock)
        after = [one.folder for one in list_sets(folder)]
        misplaced += after[:1] != [made]
        lost += len({made, *whole[: NEWEST - 1]} - {*after})
        whole = hurt(after, source) if source.random() < 0.1 and len(after) > 1 else after
    return times, lost, misplaced


def run(folder: Path, rounds: int, sabotage: str) -> Figure:
    source = random.Random(rounds)  # noqa: S311
    os.fsync = lambda _descriptor: None
    if sabotage == "clock":
        backup_sets.thin = thin_by_clock
    made = lost = misplaced = losing = 0
    for _ in range(rounds):
        times, gone, wrong = live_one(folder / "backups", source)
        made, lost, misplaced = made + times, lost + gone, misplaced + wrong
        losing += gone > 0
        shutil.rmtree(folder / "backups")
    words = f"{rounds} histories, {made} sets: {losing} lost one of the newest {NEWEST}"
    return Figure(not (lost or misplaced), f"{words}, {misplaced} out of order")


HARDENING = Hardening(8, "thinning under a wrong clock", 3000, run, {"clock": 100})
