"""khal, a calendar program of others: what it holds after it took files in."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

from icalendar import Calendar

if TYPE_CHECKING:
    from pathlib import Path

_SETTINGS = """[calendars]
[[desk]]
path = {folder}/events
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
default_timezone = Europe/London
local_timezone = Europe/London
[default]
default_calendar = desk
[sqlite]
path = {folder}/khal.db
"""
_FORMAT = "{uid}|{start-date}|{title}|{status}"


class Held(NamedTuple):
    day: str
    title: str
    status: str
    sequence: int


class CalendarReader:
    """A calendar of its own in `folder`, empty at first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir()
        (folder / "settings").write_text(_SETTINGS.format(folder=folder), "utf-8")

    def take_in(self, content: bytes) -> None:
        """Import a calendar file, as a second program would."""
        file = self._folder / "import.ics"
        file.write_bytes(content)
        self._run("import", "--batch", str(file))

    def held(self) -> dict[str, Held]:
        """Return each event that it shows from 2020 on, by its identity."""
        printed = self._run("list", "--format", _FORMAT, "--day-format", "", "2020-01-01", "15000d")
        found: dict[str, Held] = {}
        for line in printed.splitlines():
            uid, day, title, status = line.split("|")
            assert uid not in found, "an event is shown twice"
            found[uid] = Held(day, title, status.strip(), self._sequence(uid))
        return found

    def _sequence(self, uid: str) -> int:
        (kept,) = (self._folder / "events").glob(f"{uid}.ics")
        (event,) = Calendar.from_ical(kept.read_bytes()).walk("VEVENT")
        return int(event["SEQUENCE"])

    def _run(self, *words: str) -> str:
        command = [sys.executable, "-m", "khal", "--config", str(self._folder / "settings")]
        run = subprocess.run(  # noqa: S603 - the words are our own
            [*command, *words], check=True, capture_output=True, text=True, encoding="utf-8"
        )
        return run.stdout
