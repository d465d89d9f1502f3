"""Saves until killed, over and over, and tells what of the acknowledged saves is still there.

Under "early" each save is acknowledged before it is made, which has to show as losses.
"""

from __future__ import annotations

import os
import random
import signal
import time
from typing import TYPE_CHECKING

from figures import Figure, Hardening
from store_samples import ACTOR, AT, KEY, make_case

from sgdesk.store.engine import Store
from sgdesk.store.entities.cases import ChildEntity

if TYPE_CHECKING:
    from pathlib import Path


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


def run(folder: Path, rounds: int, sabotage: str) -> Figure:
    path = folder / "register.sgdesk"
    saves = lost = torn = unsound = held = 0
    source = random.Random(rounds)  # noqa: S311
    Store.create(path, KEY).close()
    for _ in range(rounds):
        acknowledged = kill_one(path, held, early=sabotage == "early", source=source)
        with Store.open(path, KEY) as store:
            with store.rows() as rows:
                cases, children, trail = (
                    rows.all(f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608
                    for table in ("case_file", "child", "audit")
                )
            unsound += bool(store.integrity_problems())
        saves += acknowledged
        lost += max(0, held + acknowledged - cases)
        torn += not (cases == children == trail / 2)
        held = cases
    is_held = saves > rounds and not (lost or torn or unsound)
    words = f"{rounds} kills, {saves} saves told as saved: {lost} lost, {torn} torn"
    return Figure(is_held, f"{words}, {unsound} damaged")


HARDENING = Hardening(1, "killed while saving", 1000, run, {"early": 20})
