"""Verifying the history: the whole register, and a seal from a printed paper."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from sgdesk.errors import Problem, RejectedError
from sgdesk.progress import Progress, silent
from sgdesk.records.history_checks import Verification
from sgdesk.services.seen_history import compare_with_seen, find_seal

if TYPE_CHECKING:
    from sgdesk.records.history_checks import SealFinding
    from sgdesk.services.register import Register

_PAGES = "Reading every page of the register…"
_ENTRIES = "Following the history entry by entry…"
_SEAL = re.compile(r"(?:history seal)?\s*([0-9][0-9, ]{0,15})/([0-9a-fol ]{8,80})\.?")
_SHORTEST = 8
_MISREAD = str.maketrans("ol", "01")
"""Letters that no seal has, and the digits that they were taken for."""
_NO_SEAL = (
    "Type the number and the seal as they are printed, with the stroke between them, such as "
    "12,345 / 3fa92b41. The seal has eight digits and letters from a to f."
)


def verify_history(register: Register, progress: Progress = silent) -> Verification:
    """Read the whole register and follow its history from the first entry; change nothing.

    Passes on what `progress` raises.
    """
    step = (0, 0)

    def tell(done: int, length: int) -> None:
        nonlocal step
        step = (done, length)
        stop()

    def stop() -> None:
        progress(*step, _ENTRIES if step[1] else _PAGES)

    found = register.store.check(tell, stop)
    chain = found.chain
    return Verification(
        at=register.now(),
        problems=tuple(found.problems),
        entries=chain.head.seq if chain else 0,
        first_at=_moment(chain.first_at) if chain else None,
        last_at=_moment(chain.last_at) if chain else None,
        head=chain.head.words() if chain else "",
        seen=compare_with_seen(register) if chain else None,
    )


def compare_seal(register: Register, typed: str) -> SealFinding:
    """Return whether the history still holds an entry whose number and seal were printed.

    Spaces, commas, capitals and the words before them do not count. Raises `RejectedError` if
    it is no number with a seal.
    """
    match = _SEAL.fullmatch(" ".join(typed.lower().split()))
    entry = int(re.sub(r"[, ]", "", match[1])) if match else 0
    digest = match[2].replace(" ", "").translate(_MISREAD) if match else ""
    if not entry or len(digest) < _SHORTEST:
        raise RejectedError([Problem("seal", _NO_SEAL)])
    return find_seal(register, entry, digest)


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
