"""Goes back to a backup after a crash that left the register's log beside it, and compares all.

Under "stale" the exchange leaves that log where it is, which has to show.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from typing import TYPE_CHECKING

from backup_samples import opened, second_case
from figures import Figure, Hardening
from kept_registers import copied_register
from services_samples import CHEAP, NOW, OPENING_WORDS, PROFILE, make_case

from sgdesk.errors import UserError
from sgdesk.services.backups import back_up, list_backups, own_key, prepare_restore
from sgdesk.store import restoring
from sgdesk.store.backups import list_sets, rows_of_set
from sgdesk.store.stopping import never_stop

if TYPE_CHECKING:
    from pathlib import Path

    from sgdesk.services.register import Register
    from sgdesk.store.engine import Rows

TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"


def all_rows(rows: Rows) -> dict[str, list[tuple[object, ...]]]:
    names = [name for (name,) in rows.all(TABLES)]
    return {name: rows.all(f'SELECT * FROM "{name}" ORDER BY rowid') for name in names}  # noqa: S608


def live(register: Register, source: random.Random) -> None:
    """Save and back up by luck; at least one set is made, and something is saved after it."""
    make_case(register)
    number = 2
    for _ in range(source.randrange(1, 4)):
        for _ in range(source.randrange(1, 4)):
            second_case(register, number)
            number += 1
        back_up(register)
    for _ in range(source.randrange(1, 20)):
        second_case(register, number)
        number += 1


def crash_before_going_back(folder: Path, chosen: int) -> None:
    """Prepare to go back to a set, and end without closing anything, in a process of its own."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        if status:
            raise RuntimeError("going back was not prepared")
        return
    try:
        register = opened(folder)
        second_case(register, 900)
        row = next(row for row in list_backups(register) if row.number == chosen)
        key = own_key(register, row)
        if key is not None:
            prepare_restore(register, row, key)
            second_case(register, 901)
            os._exit(0)
    finally:
        os._exit(1)


def drill(folder: Path, source: random.Random, *, is_crash: bool) -> str:
    """Return what is wrong after one restore, "" if nothing is."""
    folder.mkdir()
    register, _ = copied_register(folder, PROFILE, OPENING_WORDS, now=lambda: NOW, cost=CHEAP)
    live(register, source)
    register.close()
    one = source.choice(list_sets(folder / "backups"))
    crash_before_going_back(folder, one.number)
    if not is_crash:
        for name in ("register.sgdesk-wal", "register.sgdesk-shm"):
            (folder / name).unlink()
    with rows_of_set(one, register.store.key, never_stop) as rows:
        expected = all_rows(rows)
    try:
        back = opened(folder)
    except (UserError, RuntimeError):
        return "not opened"
    try:
        with back.store.rows() as rows:
            is_equal = all_rows(rows) == expected
        is_sound = not back.store.integrity_problems()
        is_headed = back.store.audit_head() == one.manifest.head
    except UserError:
        return "not read"
    finally:
        back.close()
    return "" if is_equal and is_sound and is_headed else "not equal"


def run(folder: Path, rounds: int, sabotage: str) -> Figure:
    if sabotage == "stale":
        restoring.LOGS = ()
    source = random.Random(rounds)  # noqa: S311
    results = [
        drill(folder / str(number), source, is_crash=number % 4 != 3) for number in range(rounds)
    ]
    stale = rounds - rounds // 4
    problems = Counter(filter(None, results))
    equal = rounds - problems.total()
    words = f"{rounds} restores, {stale} beside the log of a crash: {equal} equal"
    details = (f"{times} {problem}" for problem, times in sorted(problems.items()))
    return Figure(not problems, ", ".join([words, *details]))


HARDENING = Hardening(6, "restore drill", 20, run, {"stale": 6})
