"""What this computer last saw of the history, kept outside the register and compared with it."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING

from sgdesk.config.seen_heads import SeenHead, keep_seen, read_seen
from sgdesk.records.history_checks import SealFinding, SealState
from sgdesk.store.queries.trail import read_seal
from sgdesk.store.restoring import count_restores

if TYPE_CHECKING:
    from sgdesk.services.register import Register


def compare_with_seen(register: Register) -> SealFinding | None:
    """Return how the history stands to what was last seen of it on this computer.

    None where nothing was kept of it, or where a backup has taken its place since: then it is
    meant to be older.
    """
    kept = _kept(register)
    if kept is None:
        return None
    return find_seal(register, kept.seq, kept.digest, kept)


def note_history(register: Register) -> bool:
    """Keep the end of the history as seen, and return whether it is kept now.

    Nothing is kept where the history does not hold what was seen before: that would put the
    evidence away. Raises `OSError` where the disk refuses.
    """
    found = compare_with_seen(register)
    if found is not None and found.state is not SealState.HELD:
        return False
    return accept_history(register)


def accept_history(register: Register) -> bool:
    """Keep the end of the history as seen whatever was seen before, as `note_history` does."""
    head = register.store.audit_head()
    if register.seen_in is None or not head.seq:
        return False
    restores = count_restores(register.folder)
    seen = SeenHead(head.seq, head.digest, register.now(), restores)
    keep_seen(register.seen_in, _mark(register), seen)
    return True


def find_seal(
    register: Register, entry: int, digest: str, seen: SeenHead | None = None
) -> SealFinding:
    """Return how the history stands to an entry's number and seal, or its first digits."""
    with register.store.rows() as rows:
        entries, held = read_seal(rows, entry)
    if entry > entries:
        state = SealState.SHORTENED
    else:
        state = SealState.HELD if held.startswith(digest) else SealState.ALTERED
    return SealFinding(state, entry, entries, seen.at if seen else None)


def _kept(register: Register) -> SeenHead | None:
    if register.seen_in is None:
        return None
    kept = read_seen(register.seen_in, _mark(register))
    is_meant = kept is not None and kept.restores != count_restores(register.folder)
    return None if is_meant else kept


def _mark(register: Register) -> str:
    """Return what tells this register from others and says nothing about it."""
    return hmac.new(register.store.key, b"sgdesk seen history", hashlib.sha256).hexdigest()[:16]
