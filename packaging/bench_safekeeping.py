"""What safe keeping costs: a save, a list, unlocking, the check at opening, a backup set.

Saves and lists are compared with the same ones on a copy that is neither encrypted nor audited,
made with the same library and the same care for the disk, in turns within one run.
"""

from __future__ import annotations

import gc
import statistics
import time
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy.orm import Session

    from sgdesk.services.register import Register

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CASES = 10_000
_SAVES, _RUNS, _UNLOCKINGS = 200, 9, 5
_PLAIN_KEY = bytes(32)
"""Stands for no key at all while measuring."""
_MIB = 1 << 20


def bench_safekeeping(folder: Path) -> list[str]:
    """Compare with plain files; see the module."""
    from bench_register import KEY, make_register

    from sgdesk.services.register import Register
    from sgdesk.store.engine import Store

    path = folder / "safe" / "register.sgdesk"
    path.parent.mkdir()
    make_register(path, CASES)
    plain_path = _plain_copy(path, KEY, folder / "plain.db")
    with (
        _unencrypted(),
        Store.open(path, KEY) as store,
        Store.open(plain_path, _PLAIN_KEY) as plain,
    ):
        registers = [
            Register(one, one.path.parent, now=lambda: datetime.now(UTC)) for one in (store, plain)
        ]
        gc.disable()  # as in the program, which collects garbage between two events
        lists = _in_turns([partial(_list_cold, one) for one in registers], _RUNS)
        _without_audit(registers[1])
        ids = _case_ids(registers[0])
        saves = _in_turns([_save_case(one, ids) for one in registers], _SAVES)
        rows = _in_turns([_save_rows(one, ids) for one in registers], _SAVES)
        gc.enable()
        size = path.stat().st_size / _MIB
        checked = _seconds(store.integrity_problems)
        made = _seconds(lambda: _back_up(registers[0], folder))
    unlocked = [_unlock(folder, number) for number in range(_UNLOCKINGS)]
    return [
        _compared("a case saved as its form does", saves, 1.5),
        _compared("of that the store alone, two rows", rows),
        _compared(f"a cold list of {CASES} cases", lists, 1.7),
        f"unlocking {statistics.median(unlocked):.2f} s (aim 1.0)",
        (
            f"a full check of {size:.0f} MiB {checked:.2f} s: {checked / size * 1000:.0f} ms for "
            f"each MiB; a backup set {made:.2f} s"
        ),
    ]


def _plain_copy(path: Path, key: bytes, target: Path) -> Path:
    """Return a copy without encryption, made by SQLCipher."""
    from sgdesk.store.cipher import connect

    connection = connect(path, key, foreign_keys=False)
    connection.execute("ATTACH ? AS plain KEY ''", (str(target),))
    connection.execute("SELECT sqlcipher_export('plain')")
    for name in ("user_version", "application_id"):
        ((value,),) = connection.execute(f"PRAGMA main.{name}")
        connection.execute(f"PRAGMA plain.{name} = {value}")
    connection.close()
    return target


@contextmanager
def _unencrypted() -> Generator[None]:
    """Let the store open a plain file where `_PLAIN_KEY` is its key."""
    from sgdesk.store import cipher, engine

    usual_unlock, usual_check = cipher._unlock, cipher.check_file  # noqa: SLF001 - measured

    def unlock(connection: Any, key: bytes) -> None:
        if key != _PLAIN_KEY:
            usual_unlock(connection, key)

    def check(path: Path) -> None:
        if path.suffix != ".db":
            usual_check(path)

    with patch.object(cipher, "_unlock", unlock), patch.object(engine, "check_file", check):
        yield


def _without_audit(register: Register) -> None:
    """Let a register save with no audit row beside what it saves."""
    from sqlalchemy import create_engine, event
    from sqlalchemy.orm import sessionmaker
    from sqlcipher3 import dbapi2

    from sgdesk.store.cipher import connect

    path = register.store.path
    bare = create_engine(
        "sqlite+pysqlite://", module=dbapi2, creator=lambda: connect(path, _PLAIN_KEY)
    )
    event.listen(bare, "begin", lambda one: one.exec_driver_sql("BEGIN IMMEDIATE"))
    sessions = sessionmaker(bare, expire_on_commit=False)
    patch.object(register.store, "write", lambda _actor, _at: sessions.begin()).start()


def _save_case(register: Register, ids: list[UUID]) -> Callable[[], None]:
    """Return a save of a case as its form does it: checked, stored, its dates worked out."""
    from sgdesk.domain.cases import CaseDraft
    from sgdesk.services.cases import save_case

    numbers = count(1)

    def save() -> None:
        number = next(numbers)
        draft = CaseDraft(
            reference=f"RIV2100-{number}",
            title=f"Invented case {number}",
            aware_on=TODAY,
            owner=f"Officer {number}",
        )
        save_case(register, ids[number * 37 % len(ids)], draft, today=TODAY)

    return save


def _save_rows(register: Register, ids: list[UUID]) -> Callable[[], None]:
    """Return the least save there is: one row changed and one added, by the store alone."""
    numbers = count(1)

    def save() -> None:
        with register.store.write("Business support", AT) as session:
            _change(session, ids, next(numbers))

    return save


def _change(session: Session, ids: list[UUID], number: int) -> None:
    """Change three fields of a case and add a child, as a form does."""
    from sgdesk.store.entities.cases import CaseEntity, ChildEntity

    case = session.get_one(CaseEntity, ids[number * 37 % len(ids)])
    case.owner, case.title = f"Officer {number}", f"Invented case {number}"
    case.area_of_incident = f"Ward {number}"
    session.add(ChildEntity(case_id=case.id, pseudonym=f"Child {number}"))


def _case_ids(register: Register) -> list[UUID]:
    from sqlalchemy import select

    from sgdesk.store.entities.cases import CaseEntity

    with register.store.read() as session:
        return list(session.scalars(select(CaseEntity.id).order_by(CaseEntity.reference_key)))


def _list_cold(register: Register) -> None:
    """Read the case list on a new connection, with nothing held from before."""
    from sgdesk.services.case_list import list_cases

    register.held = None
    idle = register.store._idle  # noqa: SLF001 - what it keeps ready would be warm
    while idle:
        idle.pop().close()
    list_cases(register, today=TODAY)


def _back_up(register: Register, folder: Path) -> None:
    from sgdesk.store.backups import make_set
    from sgdesk.store.stopping import never_stop

    keys = folder / "none.keys"
    keys.write_bytes(b"")  # the register was made without a key file
    with patch("sgdesk.store.backups.holds_key", lambda *_: True):
        make_set(register.store, keys, folder / "backups", AT, never_stop)


def _unlock(folder: Path, number: int) -> float:
    """Return the seconds it takes to get the key from the passphrase, at the real cost."""
    from sgdesk.store.keys import new_key_file, open_with_passphrase

    path = folder / f"unlock-{number}.keys"
    new_key_file(path, "ripe lantern over seven hills")
    return _seconds(lambda: open_with_passphrase(path, "ripe lantern over seven hills"))


def _in_turns(works: list[Callable[[], None]], times: int) -> list[float]:
    """Return the median seconds of each work; they take turns, so that all meet the same noise."""
    found: list[list[float]] = [[] for _ in works]
    for work in works:
        work()
    for _ in range(times):
        for seconds, work in zip(found, works, strict=True):
            seconds.append(_seconds(work))
    return [statistics.median(seconds) for seconds in found]


def _compared(what: str, seconds: list[float], aim: float = 0) -> str:
    ours, plain = seconds
    times = f"{ours / plain:.2f} times" + (f" (aim {aim})" if aim else "")
    return f"{what} {ours * 1000:.1f} ms, plain {plain * 1000:.1f} ms: {times}"


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
