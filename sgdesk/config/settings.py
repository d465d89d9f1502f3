"""The officer's own choices on this computer: looks and reminders, never what a case holds."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from sgdesk.files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

SCHEMES = ("system", "light", "dark")
TEXT_SCALES = (1.0, 1.25, 1.5, 2.0)
REMINDER_TIMES = ("", *(f"{hour:02d}:{half}" for hour in range(7, 18) for half in ("00", "30")))
"""When a reminder may come back in the course of a day; "" for at no set time."""
_FILE_NAME = "settings.json"


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


def load_settings(folder: Path) -> Settings:
    """Return what was kept in `folder`; a choice that is missing or broken is as at first."""
    try:
        read = json.loads((folder / _FILE_NAME).read_text(encoding="utf-8"))
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
    match name:
        case "scheme":
            return value in SCHEMES
        case "text_scale":
            return isinstance(value, float) and value in TEXT_SCALES
        case "remind_at":
            return value in REMINDER_TIMES
        case "quiet_on":
            return isinstance(value, str) and (not value or _is_day(value))
        case "is_comfortable" | "is_reminding" | "reminds_outside":
            return isinstance(value, bool)
        case _:
            return isinstance(value, str) and _is_hexadecimal(value)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_hexadecimal(text: str) -> bool:
    try:
        bytes.fromhex(text)
    except ValueError:
        return False
    return True
