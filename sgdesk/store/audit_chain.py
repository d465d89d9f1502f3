"""The audit's chain: each row sealed together with the seal of the row before."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sgdesk.store.cipher import Connection

SEALED_COLUMNS = (
    "seq", "at", "actor", "action", "table_name", "row_id", "case_id", "changes", "previous",
)  # fmt: skip
"""The columns of the audit table that `digest` covers, in order."""

LAST_ROW = "SELECT seq, digest FROM audit ORDER BY seq DESC LIMIT 1"

START = ""
"""What the first row has before it."""


@dataclass(frozen=True, slots=True)
class AuditHead:
    """The last row's number and seal. Kept outside the register, it shows a cut-off end."""

    seq: int
    digest: str

    def words(self) -> str:
        """Return a short form to print, such as "12,400 / 3fa92b41"."""
        return f"{self.seq:,} / {self.digest[:8]}"


@dataclass(frozen=True, slots=True)
class Chain:
    """What following the chain from its first row has shown."""

    head: AuditHead
    """The last row that is in its place, and every one before it."""
    first_at: str
    last_at: str
    """When these rows were written, as they say; "" without any."""
    problem: str
    """A sentence on the first row out of place; "" if the chain holds."""


def chain_key(key: bytes) -> bytes:
    """Return the key of the seals, derived from the register's."""
    return hmac.digest(key, b"sgdesk audit chain", hashlib.sha256)


def seal(key: bytes, sealed: Sequence[object]) -> str:
    """Return the digest of one row's sealed columns, in their order."""
    message = json.dumps(sealed, ensure_ascii=True, separators=(",", ":"))
    return hmac.new(key, message.encode("ascii"), hashlib.sha256).hexdigest()


def read_head(connection: Connection) -> AuditHead:
    """Return the head of the chain; 0 and START where nothing was audited yet."""
    row = connection.execute(LAST_ROW).fetchone()
    return AuditHead(*row) if row else AuditHead(0, START)


def follow_chain(key: bytes, rows: Iterable[Sequence[object]]) -> Chain:
    """Return how far the chain holds. `key` is that of the seals.

    `rows` are the sealed columns and the digest of every row, by number. Rows missing at the
    end are not seen here: compare the head with one printed earlier.
    """
    head, first_at, last_at, problem = AuditHead(0, START), "", "", ""
    for *sealed, digest in rows:
        seq, at, previous = sealed[0], sealed[1], sealed[-1]
        if seq != head.seq + 1 or previous != head.digest:
            problem = f"The history is broken after entry {head.seq:,}."
            break
        if not _is_sealed(key, sealed, str(digest)):
            problem = f"Entry {head.seq + 1:,} of the history was altered."
            break
        head = AuditHead(head.seq + 1, str(digest))
        first_at, last_at = first_at or str(at), str(at)
    return Chain(head, first_at, last_at, problem)


def _is_sealed(key: bytes, sealed: Sequence[object], digest: str) -> bool:
    """Return whether the row has its own seal; values that the program never writes have none."""
    try:
        return hmac.compare_digest(seal(key, sealed), digest)
    except TypeError:
        return False
