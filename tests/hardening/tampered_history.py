"""Changes the history as the key's holder could, and tells which changes a verification finds.

Under "unkeyed" the seals need no key, under "not compared" nobody looks at the end that was noted
outside the register, and under "unguarded" sessions may write what they like: each has to show.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING
from unittest.mock import patch

from figures import Figure, Hardening
from kept_registers import KeptRegister
from services_samples import CHEAP, OPENING_WORDS, PROFILE
from sqlcipher3 import dbapi2
from store_samples import ACTOR, make_case
from ways_past import WAYS_PAST_THE_ENTITIES

from sgdesk.services.register import Register, create_register
from sgdesk.services.seen_history import note_history
from sgdesk.services.verifying import verify_history
from sgdesk.store.audit_chain import SEALED_COLUMNS, chain_key, seal
from sgdesk.store.cipher import Connection, connect
from sgdesk.store.errors import UnauditedWriteError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SAVES = 40
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
COLUMNS = ", ".join(SEALED_COLUMNS)
SABOTAGES: dict[str, dict[str, Callable[..., object]]] = {
    "": {},
    "unkeyed": {
        "sgdesk.store.checks.chain_key": lambda _key: b"",
        "sgdesk.store.engine.chain_key": lambda _key: b"",
    },
    "not compared": {"sgdesk.services.verifying.compare_with_seen": lambda _register: None},
    "unguarded": {"sgdesk.store.sessions.refuse_writes": lambda _connection: None},
}
THROUGH_TRIGGERS = (
    "UPDATE audit SET actor = 'x' WHERE seq = {at}",
    "DELETE FROM audit WHERE seq = {at}",
    "REPLACE INTO audit SELECT * FROM audit WHERE seq = {at}",
    "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE seq = {at}",
    "UPDATE OR REPLACE audit SET seq = {at} WHERE seq = {at} + 1",
)


def set_column(connection: Connection, source: random.Random, column: str) -> None:
    at = source.randint(1, SAVES)
    connection.execute(f"UPDATE audit SET {column} = {column} || '0' WHERE seq = ?", (at,))  # noqa: S608


def delete_row(connection: Connection, source: random.Random) -> None:
    connection.execute("DELETE FROM audit WHERE seq = ?", (source.randint(1, SAVES - 1),))


def cut_tail(connection: Connection, source: random.Random) -> None:
    connection.execute("DELETE FROM audit WHERE seq > ?", (source.randint(1, SAVES - 1),))


def forge_tail(connection: Connection, source: random.Random, key: bytes) -> None:
    """Add an entry with a seal, as somebody could who knows the program and has `key`."""
    *last, digest = connection.execute(
        f"SELECT {COLUMNS}, digest FROM audit ORDER BY seq DESC LIMIT 1"  # noqa: S608
    ).fetchone()
    put(connection, key, (last[0] + 1, *last[1:-1], digest), actor=f"x{source.random()}")
    connection.execute("UPDATE case_file SET revision = 2 WHERE id = ?", (last[5],))


def write_anew(connection: Connection, source: random.Random, key: bytes) -> None:
    """Change an entry and seal all after it again, which needs the key itself."""
    at = source.randint(1, SAVES)
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM audit WHERE seq >= ? ORDER BY seq",  # noqa: S608
        (at,),
    ).fetchall()
    connection.execute("DELETE FROM audit WHERE seq >= ?", (at,))
    previous = rows[0][-1]
    for row in rows:
        previous = put(connection, key, (*row[:-1], previous), actor="x")


def put(connection: Connection, key: bytes, row: tuple[object, ...], *, actor: str) -> str:
    sealed = (*row[:2], actor, *row[3:])
    digest = seal(key, sealed)
    marks = ", ".join("?" * (len(sealed) + 1))
    connection.execute(f"INSERT INTO audit VALUES ({marks})", (*sealed, digest))  # noqa: S608
    return digest


def tampers(key: bytes) -> dict[str, Callable[[Connection, random.Random], None]]:
    return {
        "payload": partial(set_column, column="changes"),
        "time": partial(set_column, column="at"),
        "actor": partial(set_column, column="actor"),
        "deleted row": delete_row,
        "forged tail": partial(forge_tail, key=b""),
        "cut tail": cut_tail,
        "written anew": partial(write_anew, key=chain_key(key)),
    }


def is_found(register: Register, tamper: Callable[[Connection], None]) -> bool:
    """Return whether a verification finds what was done to a closed register; it is then open."""
    path, key = register.store.path, register.store.key
    register.store.close()
    connection = connect(path, key)
    rules = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    for name in rules:
        connection.execute(f"DROP TRIGGER {name}")
    tamper(connection)
    for sql in rules.values():
        connection.execute(sql)
    connection.close()
    store = type(register.store).open(path, key)
    with store:
        again = Register(store, register.folder, now=register.now)
        again.seen_in = register.seen_in
        return not verify_history(again).is_sound


def writes_past(register: Register, at: int) -> int:
    """Try every way past the entities and past the triggers; return how many got through."""
    through = 0
    connection = connect(register.store.path, register.store.key)
    for way in THROUGH_TRIGGERS:
        try:
            connection.execute(way.format(at=at))
            through += 1
        except dbapi2.IntegrityError:
            pass
    connection.close()
    for statement in WAYS_PAST_THE_ENTITIES.values():
        try:
            with register.store.write(ACTOR, NOW) as session:
                session.execute(statement)
            through += 1
        except UnauditedWriteError:
            pass
        except Exception:  # noqa: BLE001 - refused by something else than the guard
            through += 1
    return through


def make_history(folder: Path, seen: Path) -> KeptRegister:
    """Return a closed register with a history, the end of which was seen."""
    for place in (folder, seen):
        place.mkdir()
    made, _ = create_register(folder, PROFILE, OPENING_WORDS, now=lambda: NOW, cost=CHEAP)
    for number in range(SAVES):
        with made.store.write(ACTOR, NOW) as session:
            session.add(make_case(number))
    made.seen_in = seen
    note_history(made)
    return KeptRegister.of(made)


def run(folder: Path, rounds: int, sabotage: str) -> Figure:
    with ExitStack() as stack:
        for name, instead in SABOTAGES[sabotage].items():
            stack.enter_context(patch(name, instead))
        return try_all(folder, rounds)


def try_all(folder: Path, rounds: int) -> Figure:
    source = random.Random(rounds)  # noqa: S311
    seen, place = folder / "seen", folder / "copy"
    kept = make_history(folder / "first", seen)
    missed: Counter[str] = Counter()
    alarms = through = tried = 0

    def copy() -> Register:
        shutil.rmtree(place, ignore_errors=True)
        register = kept.open(place, lambda: NOW)
        register.seen_in = seen
        return register

    for _ in range(rounds):
        alarms += is_found(copy(), lambda _connection: None)
        for name, tamper in tampers(kept.key).items():
            tried += 1
            missed[name] += not is_found(copy(), partial(tamper, source=source))
        register = copy()
        through += writes_past(register, source.randint(1, SAVES - 1))
        register.close()
    lost = {name: count for name, count in missed.items() if count}
    ways = rounds * (len(WAYS_PAST_THE_ENTITIES) + len(THROUGH_TRIGGERS))
    told = f" {lost}" if lost else ""
    words = f"{tried} tampers: {missed.total()} not found{told}, {alarms} false alarms"
    return Figure(
        not (lost or alarms or through),
        f"{words}; {ways} writes past the history: {through} got through",
    )


HARDENING = Hardening(
    16, "tampered history", 100, run, {"unkeyed": 2, "not compared": 2, "unguarded": 1}
)
