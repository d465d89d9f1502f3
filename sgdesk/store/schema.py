"""The register's version, and the way from an older one to this."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.store.cipher import APPLICATION_ID
from sgdesk.store.errors import NotARegisterError, RegisterTooNewError
from sgdesk.store.migrations import step_0001, step_0002, step_0003, step_0004

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from sgdesk.store.cipher import Connection

    Step: TypeAlias = Callable[[Connection], None]

STEPS: Sequence[Step] = (
    step_0001.upgrade,
    step_0002.upgrade,
    step_0003.upgrade,
    step_0004.upgrade,
)
"""The first makes version 1 of an empty file. A released step is never changed."""


THIS_VERSION = len(STEPS)
"""The version that this program makes and writes."""


def version_of(connection: Connection) -> int:
    """Return the register's version; 0 for an empty file."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def needs_upgrade(connection: Connection) -> bool:
    """Return whether steps are missing; raise for a file of something else or too new."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise NotARegisterError
    if version_of(connection) > len(STEPS):
        raise RegisterTooNewError
    return version_of(connection) < len(STEPS)


def upgrade(connection: Connection) -> None:
    """Run the missing steps as one transaction, all or none.

    Foreign keys must be off on `connection`: a step that rebuilds a table drops the old one,
    and that would erase the rows that refer to it. They are checked before the commit.
    """
    _refuse_keys_on(connection)
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in STEPS[version_of(connection) :]:
            step(connection)
        _check_references(connection)
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _refuse_keys_on(connection: Connection) -> None:
    if connection.execute("PRAGMA foreign_keys").fetchone() != (0,):
        raise ValueError("foreign keys must be off while steps run")


def _check_references(connection: Connection) -> None:
    if broken := connection.execute("PRAGMA foreign_key_check").fetchall():
        raise RuntimeError(f"a step broke {len(broken)} references")
