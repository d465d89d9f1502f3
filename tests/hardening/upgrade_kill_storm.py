"""Opens registers of older versions, is killed while they are brought up to date, and looks.

The rows are counted before and after, of every table that both versions have. Under "parted"
each step is committed by itself, which has to show as a version in between; under "keys on"
foreign keys stay on while steps run, which has to show as rows that are gone.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from figures import Figure, Hardening
from store_samples import AT

from sgdesk.services.opening import open_store
from sgdesk.store import copies, engine, schema
from sgdesk.store.backup_sets import KEYS, REGISTER, list_sets
from sgdesk.store.backups import check_set
from sgdesk.store.cipher import APPLICATION_ID, connect
from sgdesk.store.engine import Store
from sgdesk.store.errors import RegisterTooNewError, StoreError
from sgdesk.store.keys import open_with_passphrase
from sgdesk.store.stopping import never_stop

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from sgdesk.store.backup_sets import BackupSet
    from sgdesk.store.cipher import Connection

RELEASED = Path(__file__).parents[1] / "files" / "registers"
OPENED_BY = "lamp orbit gravel seventeen"
FIRST = ("version-1", "version-3")
"""Registers that released versions have made."""
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"


def counts(connection: Connection) -> dict[str, int]:
    tables = [name for (name,) in connection.execute(_TABLES)]
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
        for name in tables
    }


def state(folder: Path, key: bytes) -> tuple[int, dict[str, int], list[str]]:
    connection = connect(folder / REGISTER, key)
    try:
        return schema.version_of(connection), counts(connection), _broken(connection)
    finally:
        connection.close()


def _broken(connection: Connection) -> list[str]:
    return [str(row[0]) for row in connection.execute("PRAGMA foreign_key_check")]


@cache
def key_of(name: str) -> bytes:
    return open_with_passphrase(RELEASED / name / KEYS, OPENED_BY)


def older(folder: Path, version: int) -> bytes:
    """Put a register of `version` into `folder`; return its key.

    What no release has left behind is made of the release before by its own steps.
    """
    name = FIRST[0] if version < 3 else FIRST[1]
    shutil.copytree(RELEASED / name, folder)
    with patch.object(schema, "STEPS", schema.STEPS[:version]):
        copies.run_steps(folder / REGISTER, key_of(name))
    return key_of(name)


def cascading(connection: Connection) -> None:
    """Stand in for a coming version with rows that go when the row that they hang on goes."""
    connection.execute("CREATE TABLE trial_parent (id INTEGER PRIMARY KEY, words TEXT)")
    connection.execute(
        "CREATE TABLE trial_child (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL "
        "REFERENCES trial_parent (id) ON DELETE CASCADE)"
    )
    for number in range(40):
        connection.execute("INSERT INTO trial_parent VALUES (?, ?)", (number, "x" * 200))
        children = [(number,)] * 50
        connection.executemany("INSERT INTO trial_child (parent_id) VALUES (?)", children)


def rebuilding(connection: Connection) -> None:
    """Stand in for the version after: rebuild the table that those rows hang on."""
    connection.execute("CREATE TABLE new_parent (id INTEGER PRIMARY KEY, words TEXT, more TEXT)")
    connection.execute("INSERT INTO new_parent SELECT id, words, NULL FROM trial_parent")
    connection.execute("DROP TABLE trial_parent")
    connection.execute("ALTER TABLE new_parent RENAME TO trial_parent")


def parted(connection: Connection) -> None:
    """Commit each step by itself, as a careless program would."""
    for version in range(schema.version_of(connection), len(schema.STEPS)):
        connection.execute("BEGIN IMMEDIATE")
        schema.STEPS[version](connection)
        connection.execute(f"PRAGMA user_version = {version + 1}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")


def open_it(folder: Path, key: bytes) -> None:
    open_store(folder, key, AT).close()


def open_telling(folder: Path, key: bytes, told: int) -> None:
    """Open, and write a byte to `told` when the steps begin."""

    def run_steps(path: Path, key: bytes) -> None:
        os.write(told, b".")
        copies.run_steps(path, key)

    with patch.object(engine, "run_steps", run_steps):
        open_it(folder, key)


def kill_one(folder: Path, key: bytes, *, in_steps: bool, longest: float) -> None:
    """Begin to open, and kill after `longest` seconds: of the steps alone, or of everything."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            open_telling(folder, key, writing)
        finally:
            os._exit(1)
    os.close(writing)
    if in_steps:
        os.read(reading, 1)
    time.sleep(longest)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)


def refuses_newer(folder: Path, key: bytes) -> bool:
    """Return whether a register of a version that is still to come is refused, unchanged."""
    connection = connect(folder / REGISTER, key)
    connection.execute(f"PRAGMA user_version = {len(schema.STEPS) + 1}")
    connection.close()
    before = (folder / REGISTER).read_bytes()
    try:
        Store.open(folder / REGISTER, key).close()
    except RegisterTooNewError:
        return (folder / REGISTER).read_bytes() == before
    return False


class Trial:
    """Counts what went wrong."""

    def __init__(self) -> None:
        self.lost = self.between = self.without_backup = self.unopened = 0
        self.old = self.newer = 0

    def judge(self, folder: Path, key: bytes, version: int, before: dict[str, int]) -> None:
        found, rows, broken = state(folder, key)
        self.between += found not in (version, len(schema.STEPS)) or bool(broken)
        self.old += found == version
        kept = list_sets(folder / "backups")
        if found != version:
            self.without_backup += not self._is_backed_up(kept, key, version)
        self._count_lost(before, rows)
        try:
            open_it(folder, key)
        except StoreError:
            self.unopened += 1
            return
        found, rows, broken = state(folder, key)
        self.between += found != len(schema.STEPS) or bool(broken)
        self._count_lost(before, rows)

    def _count_lost(self, before: dict[str, int], rows: dict[str, int]) -> None:
        self.lost += sum(max(0, number - rows.get(name, 0)) for name, number in before.items())

    def _is_backed_up(self, kept: Sequence[BackupSet], key: bytes, version: int) -> bool:
        for one in kept:
            if one.manifest.version == version:
                check_set(one, key, never_stop)
                return True
        return False


def run(folder: Path, rounds: int, sabotage: str) -> Figure:
    schema.STEPS = (*schema.STEPS, cascading, rebuilding)
    source = random.Random(rounds)  # noqa: S311
    trial, versions = Trial(), range(len(schema.STEPS) - 1, 0, -1)
    times: dict[int, tuple[float, float]] = {}
    for number in range(rounds):
        version = versions[number % len(versions)]
        place = folder / f"round-{number}"
        key = older(place, version)
        _, before, _ = state(place, key)
        if version not in times:
            times[version] = seconds_of(folder, place, key)
        in_steps = number % 4 != 0
        with sabotaged(sabotage):
            kill_one(
                place, key, in_steps=in_steps, longest=source.uniform(0, times[version][in_steps])
            )
            trial.judge(place, key, version, before)
        trial.newer += not refuses_newer(place, key)
        shutil.rmtree(place)
    return _told(trial, rounds, len(versions))


def seconds_of(folder: Path, place: Path, key: bytes) -> tuple[float, float]:
    """Return how long opening takes here when nobody kills it, and how long its steps do."""
    tried = folder / "tried"
    shutil.copytree(place, tried)
    reading, writing = os.pipe()
    start = time.monotonic()
    child = os.fork()
    if not child:
        open_telling(tried, key, writing)
        os._exit(0)
    os.read(reading, 1)
    steps = time.monotonic()
    os.waitpid(child, 0)
    end = time.monotonic()
    for descriptor in (reading, writing):
        os.close(descriptor)
    shutil.rmtree(tried)
    return end - start, end - steps


@contextmanager
def sabotaged(how: str) -> Generator[None]:
    """Take one guard away while the block runs."""
    with ExitStack() as patches:
        if how == "parted":
            patches.enter_context(patch.object(copies, "upgrade", parted))
        if how == "keys on":
            patches.enter_context(patch.object(schema, "_refuse_keys_on", lambda _: None))
            patches.enter_context(patch.object(copies, "connect", lambda *who, **_: connect(*who)))
        yield


def _told(trial: Trial, rounds: int, versions: int) -> Figure:
    faults = trial.lost, trial.between, trial.without_backup, trial.unopened, trial.newer
    words = (
        f"{rounds} kills over {versions} older versions, {trial.old} still of the older one: "
        f"{trial.lost} rows lost, {trial.between} in between, {trial.without_backup} without a "
        f"backup, {trial.unopened} not opened, {trial.newer} newer ones not refused"
    )
    return Figure(not any(faults), words)


HARDENING = Hardening(7, "killed while upgrading", 60, run, {"parted": 20, "keys on": 5})
