"""Whole files in place or none: new registers, and checked copies of an open one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from sgdesk.store.checks import integrity_problems
from sgdesk.store.cipher import connect, make_empty
from sgdesk.store.errors import DamagedRegisterError, told
from sgdesk.store.schema import upgrade
from sgdesk.store.stopping import never_stop, stoppable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sgdesk.store.cipher import Connection


def make_register(target: Path, key: bytes) -> None:
    """Make an empty register of this version at `target`, whole or not at all."""
    part = _part_of(target)
    make_empty(part)
    run_steps(part, key)
    _move(part, target)


def copy_register(
    connection: Connection, key: bytes, target: Path, stop: Callable[[], None] = never_stop
) -> None:
    """Copy the register as it stands to `target`, encrypted with the same key.

    `stop` is called now and then while the copy is checked, and may raise.

    An older `target` gives way only to a sound copy; raise DamagedRegisterError if this one
    is not.
    """
    part = _part_of(target)
    make_empty(part)
    with told(dbapi2.Error):
        connection.execute("VACUUM INTO ?", (str(part),))
    copy = connect(part, key)
    try:
        with stoppable(copy, stop):
            problems = integrity_problems(copy, key)
    finally:
        copy.close()
    if problems:
        part.unlink()
        raise DamagedRegisterError
    _move(part, target)


def run_steps(path: Path, key: bytes) -> None:
    """Run the steps that the register lacks, on a connection of their own."""
    connection = connect(path, key, foreign_keys=False)
    try:
        upgrade(connection)
    finally:
        connection.close()


def _part_of(target: Path) -> Path:
    return target.with_name(f"{target.name}.part")


def _move(part: Path, target: Path) -> None:
    with told(OSError):
        _sync(part, os.O_RDWR)
        part.replace(target)
        if os.name == "posix":  # pragma: no branch - Windows cannot open a folder
            _sync(target.parent, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
