"""Reads a register and its backup with a library of another make, table by table."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING
from unittest.mock import patch

import apsw
from figures import Figure, Hardening
from services_samples import NOW, TODAY
from store_samples import AT, CHEAP

from sgdesk.services.practice import open_practice
from sgdesk.store.backups import make_set
from sgdesk.store.keys import new_key_file
from sgdesk.store.stopping import never_stop

if TYPE_CHECKING:
    from pathlib import Path

    from sgdesk.store.engine import Rows

TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
LEAST_TABLES = 20


def rows_here(rows: Rows) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table, as the program reads them."""
    names = [name for (name,) in rows.all(TABLES)]
    return {name: rows.all(f'SELECT * FROM "{name}" ORDER BY rowid') for name in names}  # noqa: S608


def rows_there(path: Path, key: bytes) -> dict[str, list[tuple[object, ...]]]:
    """Return what the other library reads; raises what it raises where it finds damage."""
    reader = apsw.Connection(f"file:{path}?mode=ro&immutable=1", flags=apsw.SQLITE_OPEN_URI | 1)
    try:
        for pragma in ("cipher = 'sqlcipher'", "legacy = 4", f"key = 'raw:{key.hex()}'"):
            reader.execute(f"PRAGMA {pragma}").fetchall()
        if reader.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise apsw.CorruptError("the other library finds damage")
        names = [name for (name,) in reader.execute(TABLES)]
        return {
            name: reader.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall()  # noqa: S608
            for name in names
        }
    finally:
        reader.close()


def run(folder: Path, _rounds: int, _sabotage: str) -> Figure:
    keys = folder / "register.keys"
    key = new_key_file(keys, "acorn ferry lilac", cost=CHEAP).dek
    with patch("sgdesk.services.practice.secrets.token_bytes", return_value=key):
        practice = open_practice(today=TODAY, now=lambda: NOW)
    with practice.store.rows() as rows:
        here = rows_here(rows)
    backup = make_set(practice.store, keys, folder / "backups", AT, never_stop).register
    practice.store.close()
    # Copies: two libraries must never have one file open in one process.
    copies = [shutil.copy(one, folder / one.parent.name) for one in (practice.store.path, backup)]
    practice.close()
    equal = sum(rows_there(one, key) == here for one in copies)
    filled, count = sum(map(bool, here.values())), sum(map(len, here.values()))
    words = f"{len(here)} tables, {filled} with rows, {count} rows: {equal} of 2 files read alike"
    return Figure(equal == 2 and filled >= LEAST_TABLES, words)


HARDENING = Hardening(17, "second reader", 1, run)
