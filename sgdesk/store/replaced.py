"""Registers that gave way to a backup: the older ones go, once their history is whole elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.store.audit_chain import AuditHead, read_head
from sgdesk.store.backup_sets import REGISTER, remove_whole
from sgdesk.store.backups import open_set
from sgdesk.store.cipher import check_file, connect_unchanging, has_log
from sgdesk.store.errors import StoreError
from sgdesk.store.restoring import OLD, replaced_in
from sgdesk.store.stopping import never_stop

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sgdesk.store.backup_sets import BackupSet
    from sgdesk.store.engine import Store

_NEWEST = 3
_DIGEST = "SELECT digest FROM audit WHERE seq = ?"


def thin_replaced(store: Store, folder: Path, sets: Iterable[BackupSet]) -> list[int]:
    """Remove older replaced registers whose history is whole elsewhere; return their numbers.

    The newest three stay. So does each that cannot be read, is of another key, has a log, or
    holds an entry that neither the open register nor one of `sets` holds.
    """
    places = replaced_in(folder)
    gone = []
    kept = list(sets)
    for number in sorted(places)[:-_NEWEST]:
        head = _head_of(places[number] / OLD / REGISTER, store.key)
        if head is not None and (_is_in(store, head) or _is_in_any(kept, head, store.key)):
            remove_whole(places[number])
            gone.append(number)
    return gone


def _head_of(path: Path, key: bytes) -> AuditHead | None:
    try:
        check_file(path)
        if has_log(path):
            return None
        connection = connect_unchanging(path, key)
        try:
            return read_head(connection)
        finally:
            connection.close()
    except StoreError:
        return None


def _is_in(store: Store, head: AuditHead) -> bool:
    """Return whether the open register went through `head`: each seal depends on all before."""
    with store.rows() as rows:
        return not head.seq or rows.all(_DIGEST, (head.seq,)) == [(head.digest,)]


def _is_in_any(sets: Iterable[BackupSet], head: AuditHead, key: bytes) -> bool:
    return any(_holds(one, head, key) for one in sets if one.manifest.head.seq >= head.seq)


def _holds(one: BackupSet, head: AuditHead, key: bytes) -> bool:
    try:
        with open_set(one, key, never_stop) as connection:
            found: list[tuple[str]] = connection.execute(_DIGEST, (head.seq,)).fetchall()
            return found == [(head.digest,)]
    except StoreError:
        return False
