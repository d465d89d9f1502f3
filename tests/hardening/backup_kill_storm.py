"""Makes backups until killed, over and over, and tells what the sets are worth each time.

Under "direct" sets are filled in their own place instead of under another name, which has to show.
"""

from __future__ import annotations

import os
import random
import signal
import time
from itertools import count
from typing import TYPE_CHECKING

from figures import Figure, Hardening
from store_samples import ACTOR, AT, CHEAP, make_case

from sgdesk.store import backups
from sgdesk.store.backup_sets import BackupSet, Manifest
from sgdesk.store.backups import check_set, make_set
from sgdesk.store.engine import Store
from sgdesk.store.errors import StoreError
from sgdesk.store.keys import new_key_file

if TYPE_CHECKING:
    from pathlib import Path


def never() -> None:
    """Go on."""


def fill_in_place(folder: Path) -> Path:
    """Return the place of the next set itself, as a careless program would."""
    folder.mkdir(exist_ok=True)
    numbers = [int(one.name[7:]) for one in folder.glob("backup-*")]
    place = folder / f"backup-{max(numbers, default=0) + 1:06d}"
    place.mkdir()
    return place


def leave_in_place(stage: Path, manifest: Manifest) -> BackupSet:
    return BackupSet(stage, int(stage.name[7:]), manifest)


def back_up_until_killed(path: Path, keys: Path, key: bytes, begun: int) -> None:
    with Store.open(path, key) as store:
        for number in count(random.randrange(10**9)):  # noqa: S311
            with store.write(ACTOR, AT) as session:
                session.add(make_case(number))
            os.write(begun, b".")
            make_set(store, keys, path.parent / "backups", AT, never)


def kill_one(path: Path, keys: Path, key: bytes, source: random.Random) -> None:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            back_up_until_killed(path, keys, key, writing)
        finally:
            os._exit(1)
    os.close(writing)
    os.read(reading, 1)
    time.sleep(source.uniform(0, 0.3))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)


def worth_of(folder: Path, key: bytes) -> tuple[int, int]:
    """Return the number of the newest folder of a set, and how many such are not whole."""
    found = {int(place.name[7:]): place for place in folder.glob("backup-*")}
    whole = {one.number: one for one in backups.list_sets(folder)}
    torn = len(found.keys() - whole.keys())
    for number in sorted(whole)[-2:]:
        try:
            check_set(whole[number], key, never)
        except StoreError:
            torn += 1
    return max(found, default=0), torn


def run(folder: Path, rounds: int, sabotage: str) -> Figure:
    if sabotage == "direct":
        backups.new_stage, backups.publish = fill_in_place, leave_in_place
    source = random.Random(rounds)  # noqa: S311
    path, keys = folder / "register.sgdesk", folder / "register.keys"
    key = new_key_file(keys, "acorn ferry lilac", cost=CHEAP).dek
    with Store.create(path, key) as store:
        make_set(store, keys, folder / "backups", AT, never)
    newest, all_torn, gone_back = 1, 0, 0
    for _ in range(rounds):
        kill_one(path, keys, key, source)
        now, torn = worth_of(folder / "backups", key)
        all_torn += torn
        gone_back += now < newest
        newest = now
    is_held = newest > 1 and not (all_torn or gone_back)
    words = f"{rounds} kills, {newest} sets: {all_torn} torn, {gone_back} times the newest went"
    return Figure(is_held, words)


HARDENING = Hardening(6, "killed while backing up", 100, run, {"direct": 10})
