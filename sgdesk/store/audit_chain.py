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
        """Return a short form to print, such as "400 / 3fa92b41"."""
        return f"{self.seq} / {self.digest[:8]}"


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


def chain_problem(key: bytes, rows: Iterable[Sequence[object]]) -> str:
    """Return a sentence on the first row out of place, or "" if the chain holds.

    `rows` are the sealed columns and the digest of every row, by number. Rows missing at the
    end are not seen here: compare the head with one printed earlier.
    """
    last = AuditHead(0, START)
    for *sealed, digest in rows:
        seq, previous = sealed[0], sealed[-1]
        if seq != last.seq + 1 or previous != last.digest:
            return f"The audit trail is broken after entry {last.seq}."
        if not hmac.compare_digest(seal(key, sealed), str(digest)):
            return f"Entry {seq} of the audit trail was altered."
        last = AuditHead(last.seq + 1, str(digest))
    return ""
