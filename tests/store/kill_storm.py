"""Saves until killed, over and over, and tells what of the acknowledged saves is still there.

Run as `kill_storm.py FOLDER KILLS [early]`. Prints one JSON object. With `early`, each save is
acknowledged before it is made: a sabotage that has to show as losses.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from store_samples import ACTOR, AT, KEY, make_case

from sgdesk.store.engine import Store
from sgdesk.store.entities.cases import ChildEntity


def save_until_killed(path: Path, first: int, acknowledge: int, *, early: bool) -> None:
    with Store.open(path, KEY) as store:
        number = first
        while True:
            if early:
                os.write(acknowledge, b".")
            with store.write(ACTOR, AT) as session:
                case = make_case(number)
                session.add_all([case, ChildEntity(case_id=case.id, pseudonym=str(number))])
            if not early:
                os.write(acknowledge, b".")
            number += 1


def kill_one(path: Path, first: int, *, early: bool, source: random.Random) -> int:
    """Start one saver, kill it at some moment, and return how many saves it acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            save_until_killed(path, first, writing, early=early)
        finally:
            os._exit(1)
    os.close(writing)
    acknowledged = len(os.read(reading, 1))
    time.sleep(source.uniform(0, 0.02))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while found := os.read(reading, 4096):
        acknowledged += len(found)
    os.close(reading)
    return acknowledged


def storm(path: Path, kills: int, *, early: bool) -> dict[str, int]:
    told = {"kills": 0, "acknowledged": 0, "lost": 0, "torn": 0, "unsound": 0}
    source = random.Random(kills)  # noqa: S311
    Store.create(path, KEY).close()
    held = 0
    for _ in range(kills):
        acknowledged = kill_one(path, held, early=early, source=source)
        with Store.open(path, KEY) as store:
            with store.rows() as rows:
                cases, children, trail = (
                    rows.all(f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608
                    for table in ("case_file", "child", "audit")
                )
            told["unsound"] += bool(store.integrity_problems())
        told["kills"] += 1
        told["acknowledged"] += acknowledged
        told["lost"] += max(0, held + acknowledged - cases)
        told["torn"] += not (cases == children == trail / 2)
        held = cases
    return told


if __name__ == "__main__":
    result = storm(Path(sys.argv[1], "r"), int(sys.argv[2]), early="early" in sys.argv)
    print(json.dumps(result))  # noqa: T201
