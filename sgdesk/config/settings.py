"""The officer's own choices on this computer: looks and reminders, never what a case holds."""

from __future__ import annotations

import json
import os
import re
from dataclasses import asdict, dataclass, fields
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from sgdesk.files import write_atomically
from sgdesk.outside.reading import read_own_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SCHEMES = ("system", "light", "dark")
TEXT_SCALES = (1.0, 1.25, 1.5, 2.0)
REMINDER_TIMES = ("", *(f"{hour:02d}:{half}" for hour in range(7, 18) for half in ("00", "30")))
"""When a reminder may come back in the course of a day; "" for at no set time."""
LOCK_AFTER_MINUTES = (2, 5, 10, 15, 30)
_FILE_NAME = "settings.json"
_CHOICES = {"scheme": SCHEMES, "remind_at": REMINDER_TIMES}
_KINDS = re.compile(r"[a-z,-]{0,200}")
_LONGEST_PATH = 4096


@dataclass(frozen=True, slots=True)
class Settings:
    scheme: str = "system"
    """One of SCHEMES."""
    text_scale: float = 1.0
    """One of TEXT_SCALES; 1.0 is the designed size."""
    is_comfortable: bool = False
    """Rows of lists are 8 px higher."""
    window_geometry: str = ""
    """Where the main window was, in the toolkit's own form as hexadecimal digits."""
    is_reminding: bool = True
    """A notice counts what presses, at the start and on each new day."""
    remind_at: str = "09:00"
    """One of REMINDER_TIMES: the notice comes then too."""
    reminds_outside: bool = True
    """It is told outside the window too, while that is not in front."""
    quiet_on: str = ""
    """The day on which the officer wants no more notices, as in "2026-11-23"."""
    pack_kinds: str = ""
    """The kinds of documents in the last pack, as in "briefing,deck"."""
    pack_is_zip: bool = False
    """The last pack was one ZIP file."""
    second_place: str = ""
    """The folder that backups are copied to as well, or "" for none."""
    second_copied_at: str = ""
    """When a backup last came to be there, UTC, as in "2026-11-23T09:00:00+00:00"."""
    tried_at: str = ""
    """When a backup was last tried and found good, UTC."""
    verified_at: str = ""
    """When the history was last verified and found whole, UTC."""
    backup_failed_at: str = ""
    """When closing could not make its backup, UTC; "" once one was made since."""
    lock_after: int = 10
    """One of LOCK_AFTER_MINUTES: the register locks when nobody has used it for so long."""


def load_settings(folder: Path) -> Settings:
    """Return what was kept in `folder`; a choice that is missing or broken is as at first."""
    try:
        read = json.loads(read_own_file(folder / _FILE_NAME))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(read, dict):
        return Settings()
    kept = {field.name: read[field.name] for field in fields(Settings) if field.name in read}
    return Settings(**{name: value for name, value in kept.items() if _is_sound(name, value)})


def save_settings(folder: Path, settings: Settings) -> None:
    """Keep `settings` in `folder`, whole. Raises `OSError` where the disk refuses."""
    text = json.dumps(asdict(settings), indent=2)
    write_atomically(folder / _FILE_NAME, text.encode())


def _is_sound(name: str, value: Any) -> bool:
    if name in _CHOICES:
        return value in _CHOICES[name]
    match name:
        case "text_scale":
            return isinstance(value, float) and value in TEXT_SCALES
        case "lock_after":
            return isinstance(value, int) and value in LOCK_AFTER_MINUTES
        case "is_comfortable" | "is_reminding" | "reminds_outside" | "pack_is_zip":
            return isinstance(value, bool)
        case _:
            return isinstance(value, str) and _TEXTS.get(name, _is_hexadecimal)(value)


def _is_path(text: str) -> bool:
    try:
        os.fsencode(text)
    except ValueError:
        return False
    return "\0" not in text and len(text) <= _LONGEST_PATH


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_moment(text: str) -> bool:
    try:
        moment = datetime.fromisoformat(text)
        moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return False
    return moment.tzinfo is not None


def _is_hexadecimal(text: str) -> bool:
    try:
        bytes.fromhex(text)
    except ValueError:
        return False
    return True


_TEXTS: dict[str, Callable[[str], bool]] = {
    "quiet_on": lambda text: not text or _is_day(text),
    "pack_kinds": lambda text: bool(_KINDS.fullmatch(text)),
    "second_place": _is_path,
    "second_copied_at": lambda text: not text or _is_moment(text),
    "tried_at": lambda text: not text or _is_moment(text),
    "verified_at": lambda text: not text or _is_moment(text),
    "backup_failed_at": lambda text: not text or _is_moment(text),
}
"""How a choice that is text is told to be sound; any other holds hexadecimal digits."""
