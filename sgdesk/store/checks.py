"""Is the register sound? Asked at the start, and after anything that could have hurt it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from sgdesk.store.audit_chain import SEALED_COLUMNS, chain_key, chain_problem

if TYPE_CHECKING:
    from sgdesk.store.cipher import Connection

_CHAIN = f"SELECT {', '.join(SEALED_COLUMNS)}, digest FROM audit ORDER BY seq"  # noqa: S608


def integrity_problems(connection: Connection, key: bytes) -> list[str]:
    """Return a sentence for each kind of damage found, none if the register is sound.

    Nothing is changed. The log is folded into the file first: the page check reads the file
    alone and would raise false alarms.
    """
    try:
        fold_log(connection)
        return [*_page_problems(connection), *_content_problems(connection, key)]
    except dbapi2.DatabaseError:
        return ["The register cannot be read to its end: it is damaged."]


def _page_problems(connection: Connection) -> list[str]:
    problems: list[str] = []
    if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        problems.append("The register's structure is damaged.")
    if pages := connection.execute("PRAGMA cipher_integrity_check").fetchall():
        problems.append(f"{len(pages)} pages of the register were altered on the disk.")
    return problems


def _content_problems(connection: Connection, key: bytes) -> list[str]:
    problems: list[str] = []
    if broken := connection.execute("PRAGMA foreign_key_check").fetchall():
        problems.append(f"{len(broken)} entries refer to something that is gone.")
    if problem := chain_problem(chain_key(key), connection.execute(_CHAIN)):
        problems.append(problem)
    return problems


def fold_log(connection: Connection) -> None:
    """Write everything saved into the main file and empty its log, as far as nobody reads."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
