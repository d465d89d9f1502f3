"""Damages a register in every way a disk or a hand may, and tells whether anything goes unnoticed.

Under "plain" the checks of the pages are left out, under "rows" that of the rows beside the trail,
and under "headless" nothing is kept outside the register; each has to show.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from typing import TYPE_CHECKING

from figures import Figure, Hardening
from services_samples import CHEAP, NOW, OPENING_WORDS, PROFILE
from store_samples import ACTOR, AT, make_case

from sgdesk.config.calendars import working_calendar
from sgdesk.errors import UserError
from sgdesk.records.history_checks import SealState
from sgdesk.services import register as register_services
from sgdesk.services.register import create_register, open_register
from sgdesk.services.seen_history import compare_with_seen, note_history
from sgdesk.store import checks
from sgdesk.store.entities.cases import CaseEntity, ChildEntity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from sgdesk.services.register import Register

PAGE = 4096
CASES = 40
REFUSED_BELOW = PAGE
LONG = "What the agencies knew, and when. " * 130
"""Longer than a page: it goes on in pages that hold nothing else."""
TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"


class Bench:
    """A register with two ages, whose file can be damaged and asked what it shows."""

    def __init__(self, folder: Path, sabotage: str) -> None:
        self._folder, self._seen = folder / "register", folder / "seen"
        self._is_headless = sabotage == "headless"
        self.path = self._folder / "register.sgdesk"
        for one in (self._folder, self._seen):
            one.mkdir()
        register, _ = create_register(
            self._folder, PROFILE, OPENING_WORDS, now=lambda: NOW, cost=CHEAP
        )
        ids = [self._add(register, number) for number in range(CASES)]
        # The first change makes each row a little longer, the second writes over it in its place.
        self._change(register, ids, "agencies")
        register.close()
        self.older = self.path.read_bytes()
        register = self._open()
        self._change(register, ids[::2], "services")
        for number in range(CASES, CASES + 10):
            self._add(register, number)
        self.rows = rows_of(register)
        note_history(register)
        register.close()
        self.sound = self.path.read_bytes()

    def _open(self) -> Register:
        register = open_register(self._folder, OPENING_WORDS, now=lambda: NOW)
        register.seen_in = None if self._is_headless else self._seen
        return register

    def _add(self, register: Register, number: int) -> UUID:
        case = make_case(number, area_of_incident=LONG if number >= CASES // 2 else "Riverton")
        with register.store.write(ACTOR, AT) as session:
            session.add_all([case, ChildEntity(case_id=case.id, pseudonym="Child A")])
        return case.id

    def _change(self, register: Register, ids: list[UUID], word: str) -> None:
        for one in ids:
            with register.store.write(ACTOR, AT) as session:
                case = session.get_one(CaseEntity, one)
                case.owner = f"Officer of {word}"
                if len(case.area_of_incident) == len(LONG):
                    case.area_of_incident = LONG.replace("agencies", word)

    def shows(self, content: bytes) -> str:
        """Return how a damaged file shows: "refused", "named", or "unnamed" and "silent"."""
        self.path.write_bytes(content)
        try:
            register = self._open()
        except UserError:
            return "refused"
        try:
            try:
                is_right = rows_of(register) == self.rows
            except UserError:
                is_right = True
            problems = register.store.integrity_problems()
            if not problems:
                problems = self._behind(register)
        except UserError:
            return "named"
        finally:
            register.close()
        if problems:
            return "named"
        return "unnamed" if is_right else "silent"

    def _behind(self, register: Register) -> list[str]:
        found = compare_with_seen(register)
        is_whole = found is None or found.state is SealState.HELD
        return [] if is_whole else ["The history is not the one that was seen."]


def rows_of(register: Register) -> dict[str, list[tuple[object, ...]]]:
    with register.store.rows() as rows:
        names = [name for (name,) in rows.all(TABLES)]
        return {name: rows.all(f'SELECT * FROM "{name}" ORDER BY rowid') for name in names}  # noqa: S608


def flips(sound: bytes, times: int, source: random.Random) -> Iterator[tuple[str, bytes]]:
    for _ in range(times):
        content = bytearray(sound)
        content[source.randrange(len(content))] ^= 1 << source.randrange(8)
        yield "flip", bytes(content)


def cuts(sound: bytes, times: int, source: random.Random) -> Iterator[tuple[str, bytes]]:
    """Cut at any byte, and every second time between two pages."""
    yield "empty", b""
    yield "stump", sound[: REFUSED_BELOW - 1]
    for number in range(times):
        size = source.randrange(REFUSED_BELOW, len(sound))
        yield "cut", sound[: size - size % PAGE if number % 2 else size]


def old_pages(sound: bytes, older: bytes) -> Iterator[tuple[str, bytes]]:
    """Put each page back that is another now, alone, as a disk does that loses one write."""
    for start in range(0, min(len(sound), len(older)), PAGE):
        page = older[start : start + PAGE]
        if page != sound[start : start + PAGE]:
            yield "old page", sound[:start] + page + sound[start + PAGE :]


def run(folder: Path, rounds: int, sabotage: str) -> Figure:
    if sabotage == "plain":
        checks._page_problems = lambda _connection: []
    elif sabotage == "rows":
        checks.trail_problems = lambda *_: []
    calendar = working_calendar()
    register_services.working_calendar = lambda _cache: calendar  # the same for each opening
    source = random.Random(rounds)  # noqa: S311
    bench = Bench(folder, sabotage)
    sound = bench.sound
    found: Counter[tuple[str, str]] = Counter()
    for kind, content in (
        ("none", sound),
        *flips(sound, rounds, source),
        *cuts(sound, rounds // 5, source),
        *old_pages(sound, bench.older),
        ("old file", bench.older),
    ):
        found[kind, bench.shows(content)] += 1
    shutil.rmtree(folder / "register")
    times = Counter[str]()
    for (kind, _), count in found.items():
        times[kind] += count
    unseen = {kind: found[kind, "silent"] + found[kind, "unnamed"] for kind in times}
    silent = sum(found[kind, "silent"] for kind in times)
    is_held = (
        unseen.pop("none") == 1
        and not any(unseen.values())
        and times["old page"] > 0
        and found["empty", "refused"] == found["stump", "refused"] == 1
    )
    words = ", ".join(f"{times[kind]} {kind}" for kind in unseen)
    missed = ", ".join(f"{count} {kind}" for kind, count in unseen.items() if count) or "none"
    return Figure(is_held, f"{words}: {silent} silently wrong, not named: {missed}")


HARDENING = Hardening(3, "damaged file", 1000, run, {"plain": 100, "rows": 1, "headless": 1})
