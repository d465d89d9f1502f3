"""The bank holidays of England and Wales, from the `holidays` library."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import TYPE_CHECKING

from sgdesk.domain.calendar import WorkingCalendar
from sgdesk.files import write_atomically
from sgdesk.outside.reading import read_own_file

if TYPE_CHECKING:
    from pathlib import Path

FIRST = date(2004, 1, 1)
"""Nothing that the Children Act 2004 governs is older."""
LAST = date(2049, 12, 31)
ANNOUNCED_TO = date(2028, 12, 31)
"""The official list of bank holidays ends with this year; later ones follow the rules."""

LIBRARY = "0.109"
"""The release of the library that kept days come from; asking for it would slow each start."""
_OFFICIAL_NAMES = (
    ("Late Summer Bank Holiday", "Summer bank holiday"),
    ("Spring Bank Holiday", "Spring bank holiday"),
    ("May Day", "Early May bank holiday"),
    ("(observed)", "(substitute day)"),
)


def working_calendar(cache: Path | None = None) -> WorkingCalendar:
    """Return the calendar of England and Wales from 2004 to 2049, without local changes.

    Computing it takes the library a third of a second, so `cache` (a folder) keeps the
    days for the next start; a damaged or outdated copy there is made anew.
    """
    return WorkingCalendar(_bank_holidays(cache), first=FIRST, last=LAST, announced_to=ANNOUNCED_TO)


def _bank_holidays(cache: Path | None) -> dict[date, str]:
    if cache is None:
        return _from_library()
    kept = cache / f"bank-holidays-{LIBRARY}.json"
    try:
        return _days_in(read_own_file(kept))
    except (OSError, ValueError, LookupError, AttributeError, TypeError, RecursionError):
        days = _from_library()
        text = json.dumps({day.isoformat(): name for day, name in sorted(days.items())})
        write_atomically(kept, f"{_seal(text)}\n{text}".encode())
        return days


def _days_in(kept: str) -> dict[date, str]:
    """Return the days of a kept copy. Raises `ValueError` where a bit of it is not as written.

    A day that had moved by one would move due dates, and nobody would see it.
    """
    seal, _, text = kept.partition("\n")
    if seal != _seal(text):
        raise ValueError("the kept bank holidays are not as they were written")
    return {date.fromisoformat(day): str(name) for day, name in json.loads(text).items()}


def _seal(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _from_library() -> dict[date, str]:
    from holidays.countries.united_kingdom import UnitedKingdom  # noqa: PLC0415 - slow import

    years = range(FIRST.year, LAST.year + 1)
    found = UnitedKingdom(subdiv="ENG", years=years)  # type: ignore[no-untyped-call]
    return {day: _official_name(found[day]) for day in sorted(found)}


def _official_name(name: str) -> str:
    """Return the name as GOV.UK writes it."""
    for library, official in _OFFICIAL_NAMES:
        name = name.replace(library, official)
    return name
