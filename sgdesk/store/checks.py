"""Is the register sound? Asked at the start, and after anything that could have hurt it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from sgdesk.store.audit_chain import SEALED_COLUMNS, Chain, chain_key, follow_chain
from sgdesk.store.migrations.step_0001 import AUDIT_TRIGGERS
from sgdesk.store.trail_checks import ToldRows, trail_problems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sgdesk.store.cipher import Connection

_CHAIN = f"SELECT {', '.join(SEALED_COLUMNS)}, digest FROM audit ORDER BY seq"  # noqa: S608
_LENGTH = "SELECT count(*) FROM audit"
_TRIGGERS = "SELECT sql FROM sqlite_master WHERE type = 'trigger'"
_BETWEEN = 500
"""So many entries are read before it is said how far the reading is."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check of the whole register has shown."""

    problems: list[str]
    """A sentence for each kind of damage, none if the register is sound."""
    chain: Chain | None
    """How far the audit trail holds; None where it could not be read at all."""


def integrity_problems(connection: Connection, key: bytes) -> list[str]:
    """Return a sentence for each kind of damage found, none if the register is sound.

    Nothing is changed. The log is folded into the file first: the page check reads the file
    alone and would raise false alarms.
    """
    return check_register(connection, key, _say_nothing).problems


def check_register(
    connection: Connection, key: bytes, tell: Callable[[int, int], None]
) -> Findings:
    """Check pages, references and the audit trail, as `integrity_problems` does.

    `tell` is called with how many entries of the trail are read and how many there are, with
    zeros before. It may raise, and nothing is changed then.
    """
    try:
        tell(0, 0)
        fold_log(connection)
        problems = [*_page_problems(connection), *_content_problems(connection)]
        ((length,),) = connection.execute(_LENGTH)
        told = ToldRows()
        rows = _counted(connection.execute(_CHAIN), length, tell)
        chain = follow_chain(chain_key(key), told.counted(rows))
        if chain.problem:
            problems.append(chain.problem)
        # What is damaged itself is no witness.
        problems = problems or trail_problems(connection, told)
    except dbapi2.DatabaseError:
        return Findings(["The register cannot be read to its end: it is damaged."], None)
    return Findings(problems, chain)


def _page_problems(connection: Connection) -> list[str]:
    problems: list[str] = []
    if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        problems.append("The register's structure is damaged.")
    if count := len(connection.execute("PRAGMA cipher_integrity_check").fetchall()):
        pages = "page of the register was" if count == 1 else "pages of the register were"
        problems.append(f"{count:,} {pages} altered on the disk.")
    return problems


def _content_problems(connection: Connection) -> list[str]:
    problems: list[str] = []
    if count := len(connection.execute("PRAGMA foreign_key_check").fetchall()):
        refer = "entry refers" if count == 1 else "entries refer"
        problems.append(f"{count:,} {refer} to something that is gone.")
    found = sorted(_words(sql) for (sql,) in connection.execute(_TRIGGERS))
    if found != sorted(_words(sql) for sql in AUDIT_TRIGGERS):
        problems.append("What keeps the history from being changed was taken away or altered.")
    return problems


def _words(sql: str) -> str:
    return " ".join(sql.split())


def _counted(
    rows: Iterator[Sequence[object]], length: int, tell: Callable[[int, int], None]
) -> Iterator[Sequence[object]]:
    for number, row in enumerate(rows):
        if number % _BETWEEN == 0:
            tell(number, length)
        yield row


def _say_nothing(_done: int, _length: int) -> None:
    """Go on."""


def fold_log(connection: Connection) -> None:
    """Write everything saved into the main file and empty its log, as far as nobody reads."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
