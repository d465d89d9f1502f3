"""How far the history of each register had come when it was last open on this computer.

It stands outside the register, so that an older file in its place, or one whose end was cut off,
does not pass for the newest.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sgdesk.files import write_atomically
from sgdesk.outside.reading import read_own_file

if TYPE_CHECKING:
    from pathlib import Path

_FILE_NAME = "seen-history.json"
_MOST = 50
"""Registers that are remembered; the one seen longest ago is forgotten for another."""
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class SeenHead:
    """The last entry of a history, as it was seen."""

    seq: int
    digest: str = field(repr=False)
    at: datetime
    """When, UTC."""
    restores: int = 0
    """How often a backup had taken the register's place by then."""


def read_seen(folder: Path, mark: str) -> SeenHead | None:
    """Return what was last seen of the register with that mark; None where nothing is kept."""
    return _read(folder).get(mark)


def keep_seen(folder: Path, mark: str, head: SeenHead) -> None:
    """Keep `head` as what was last seen. Raises `OSError` where the disk refuses.

    `mark` tells registers apart and says nothing about them.
    """
    kept = _read(folder) | {mark: head}
    newest = sorted(kept.items(), key=lambda one: one[1].at, reverse=True)[:_MOST]
    content = {
        name: {
            "entries": one.seq,
            "head": one.digest,
            "at": one.at.astimezone(UTC).isoformat(),
            "restores": one.restores,
        }
        for name, one in newest
    }
    write_atomically(folder / _FILE_NAME, json.dumps(content, indent=1).encode("ascii"))


def _read(folder: Path) -> dict[str, SeenHead]:
    try:
        content = json.loads(read_own_file(folder / _FILE_NAME))
        pairs = [(str(name), _head(one)) for name, one in content.items()]
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}
    return {name: one for name, one in pairs if _DIGEST.fullmatch(one.digest) and one.seq > 0}


def _head(content: Any) -> SeenHead:
    at = datetime.fromisoformat(content["at"]).astimezone(UTC)
    return SeenHead(int(content["entries"]), str(content["head"]), at, int(content["restores"]))
