"""Brings in broken and harmful files by every way in, each in a process that is measured.

Every other file was built to do harm, each of those in its turn; the rest are sound ones broken at
random. The plan asks for 2,000, which take longer than the five minutes of a trial: these are half.
Under "ungated" packages are opened as they come, and under "pixels" pictures of any size are:
either has to show as memory or as a crash.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import traceback
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from itertools import cycle, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from figures import Figure, Hardening
from import_ways import ENDINGS, SPECIAL, Way, all_ways, put_special
from kept_registers import KeptRegister
from services_samples import CHEAP, NOW, OPENING_WORDS, PROFILE

from sgdesk.errors import UserError
from sgdesk.exports import foreign_pictures
from sgdesk.outside import packages
from sgdesk.services.register import create_register

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MOST_MIB = 200
"""Above what the same process takes with the register open and nothing brought in."""
MOST_S = 5
"""Of the processor: what else this machine does is not the program's fault."""
LONGEST_WAIT_S = 120
ROOM = 1 << 31
"""Bytes of memory that a process gets at all, so that a bomb harms nobody else."""
USUAL = 0.8
AT_REST = 8
"""Bytes that tell how much memory there was."""
TAKEN, REFUSED, CRASHED, HALF, HEAVY = 0, 10, 11, 12, 13
BAD = {CRASHED: "crashes", HALF: "half brought in", HEAVY: "too heavy"}


class Cost(NamedTuple):
    """What a file took: memory above that at rest, and time of the processor."""

    mib: float
    seconds: float


def take_one(kept: KeptRegister, way: Way, path: Path, telling: int) -> int:
    """Bring in the file at `path`; return what came of it, and tell of a crash."""
    resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
    signal.alarm(LONGEST_WAIT_S)
    try:
        outcome, told = brought_in(kept, way, path, telling)
    except BaseException:  # noqa: BLE001 - this is what is looked for
        outcome, told = CRASHED, traceback.format_exc()[-600:]
    os.write(telling, told.encode(errors="backslashreplace"))
    return outcome


def brought_in(kept: KeptRegister, way: Way, path: Path, telling: int) -> tuple[int, str]:
    """Return what came of a file, and what there is to say of that. Raises on a crash."""
    register = kept.open(path.parent / "register", lambda: NOW)
    os.write(telling, most_kib().to_bytes(AT_REST, "big"))
    head = register.store.audit_head()
    before = names_in(path.parent)
    try:
        way.take(register, path)
    except UserError as error:
        if not str(error).endswith(".") or path.parent.name in str(error):
            return CRASHED, f"no sentence: {error}"
        return (REFUSED if register.store.audit_head() == head else HALF), str(error)
    strays = names_in(path.parent) - before - {"stick", "own"}
    if strays or register.store.integrity_problems():
        return HALF, f"left: {strays}"
    return TAKEN, ""


def most_kib() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def names_in(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir() if one.name != "file"}


def try_one(kept: KeptRegister, way: Way, path: Path) -> tuple[int, str, Cost]:
    """Return what came of a file, what was told of it, and what it cost."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os._exit(take_one(kept, way, path, writing))
    os.close(writing)
    told = b""
    while part := os.read(reading, 4096):
        told += part
    os.close(reading)
    _, status, used = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    mib = (used.ru_maxrss - int.from_bytes(told[:AT_REST], "big")) / 1024
    cost = Cost(mib, used.ru_utime + used.ru_stime)
    outcome = code if code in {TAKEN, REFUSED, HALF} else CRASHED
    return outcome, told[AT_REST:].decode(errors="replace"), cost


def open_the_gate(sabotage: str) -> None:
    if sabotage == "ungated":
        packages._is_bomb = lambda _entries: False
        packages._overlap = lambda _entries, _end: False
        packages.Package.read = lambda self, name: self._archive.read(name)
        packages._METHODS = frozenset({0, 8, 12, 14})
    elif sabotage == "pixels":
        foreign_pictures.MOST_PIXELS = 10**9
        foreign_pictures.Image.MAX_IMAGE_PIXELS = None


@dataclass
class Tally:
    """What came of all files so far."""

    counts: Counter[int] = field(default_factory=Counter)
    most_mib: float = 0
    most_s: float = 0
    first: str = ""
    """Of the first that was not taken or refused as it should."""

    def add(self, outcome: int, about: str, cost: Cost) -> None:
        mib, seconds = cost
        is_heavy = mib > MOST_MIB or seconds > MOST_S
        outcome = HEAVY if is_heavy and outcome in {TAKEN, REFUSED} else outcome
        self.counts[outcome] += 1
        self.most_mib, self.most_s = max(self.most_mib, mib), max(self.most_s, seconds)
        if not self.first and outcome not in {TAKEN, REFUSED}:
            self.first = f"; first: {about}, {mib:.0f} MiB, {seconds:.1f} s"

    def figure(self) -> Figure:
        bad = {name: self.counts[code] for code, name in BAD.items()}
        words = (
            f"{self.counts.total()} files: {self.counts[TAKEN]} taken, {self.counts[REFUSED]} "
            f"refused in words, {', '.join(f'{number} {name}' for name, number in bad.items())}; "
            f"at most {self.most_mib:.0f} MiB more than at rest, and {self.most_s:.1f} s"
        )
        is_held = not any(bad.values()) and bool(self.counts[TAKEN] and self.counts[REFUSED])
        return Figure(is_held, words + self.first)


def run(folder: Path, rounds: int, sabotage: str) -> Figure:
    made = folder / "made"
    made.mkdir()
    register, _ = create_register(made, PROFILE, OPENING_WORDS, now=lambda: NOW, cost=CHEAP)
    ways = all_ways(register, folder)
    kept = KeptRegister.of(register)
    open_the_gate(sabotage)
    chance = random.Random(rounds)  # noqa: S311 - a game, not a secret
    sound = [way.sound for way in ways.values()]
    harmful = cycle(
        in_turn([[(way, one) for one in (*ways[way].harmful, *SPECIAL)] for way in ways])
    )
    tally = Tally()
    for number in range(rounds):
        name, special = next(harmful) if number % 2 == 0 else (chance.choice(list(ways)), "")
        way = ways[name]
        place = folder / f"round-{number}"
        place.mkdir()
        path = place / f"file{way.ending if chance.random() < USUAL else chance.choice(ENDINGS)}"
        if special in SPECIAL:
            put_special(path, special)
        else:
            mutated = partial(way.mutated, random.Random(number), sound)  # noqa: S311 - as above
            write_apart(path, way.harmful[special] if special else mutated)
        outcome, told, cost = try_one(kept, way, path)
        tally.add(outcome, f"{name} {special}: {told}", cost)
        clear(place)
    return tally.figure()


def write_apart(path: Path, make: Callable[[], bytes]) -> None:
    """Write what `make` gives, in a process of its own: what that takes is not to be measured."""
    child = os.fork()
    if not child:
        path.write_bytes(make())
        os._exit(0)
    os.waitpid(child, 0)
    if not path.is_file():
        raise RuntimeError("the file was not made")


def in_turn(lists: list[list[tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    """Return the first of each list, then the second of each, and so on."""
    return (one for row in zip_longest(*lists) for one in row if one is not None)


def clear(place: Path) -> None:
    """Remove a round, whatever lies in it."""
    for one in sorted(place.rglob("*"), reverse=True):
        if one.is_dir() and not one.is_symlink():
            one.rmdir()
        else:
            one.unlink()
    place.rmdir()


HARDENING = Hardening(10, "files from outside", 1000, run, {"ungated": 15, "pixels": 15})
