"""Looks for what an officer typed in everything that a working day leaves on the disk.

Words that exist nowhere else stand in every text; then all is done that might leave something:
saving, documents of every kind, printing, opening a file, a backup, typing that nobody saves, an
error, a kill. Outside the folder that the officer chose no file, name, title or argument of the
process may hold them, in any way of writing; after the next start nothing is left in the clear.
A round is one edit.
"""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote
from xml.sax.saxutils import escape

from figures import Figure, Hardening
from marked_register import WORDS

WORKER = Path(__file__).with_name("marked_work.py")
PLAIN = b"SQLite format 3"
PRIVATE = ("sgdesk-opened-", "sgdesk-practice-")
"""What the folders are called that hold something for a while."""
LONGEST_S = 600


def writings() -> dict[str, bytes]:
    """Return every way in which one of the words may stand in a file."""
    found = {}
    for word in WORDS:
        ways = {
            "utf-8": word.encode(),
            "utf-16": word.encode("utf-16-le"),
            "utf-16-be": word.encode("utf-16-be"),
            "latin-1": word.encode("latin-1", "xmlcharrefreplace"),
            "json": json.dumps(word).strip('"').encode(),
            "percent": quote(word).encode(),
            "hexadecimal": word.encode().hex().encode(),
            "hexadecimal utf-16": word.encode("utf-16-be").hex().encode(),
            "references": escape(word).encode("ascii", "xmlcharrefreplace"),
            "toolkit": word.encode("unicode_escape"),
        }
        found |= {f"{word[:4]} {name}": way.lower() for name, way in ways.items()}
    return found


@dataclass
class Findings:
    """What was found where, without what it says."""

    scanned: int = 0
    hits: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    modes: list[str] = field(default_factory=list)


def look_through(root: Path, own: Path, left_out: tuple[Path, ...]) -> Findings:
    """Read every file below `root`, save those below `left_out`."""
    findings, ways = Findings(), writings()
    for place, folders, names in os.walk(root):
        folders[:] = [one for one in folders if Path(place, one) not in left_out]
        for name in (*folders, *names):
            path = Path(place, name)
            if any(way in os.fsencode(name).lower() for way in ways.values()):
                findings.hits.append(f"a name in {Path(place).name}")
            is_own = path.is_relative_to(own) or name.startswith(PRIVATE)
            if is_own and stat.S_IMODE(path.lstat().st_mode) & 0o077:
                findings.modes.append(name)
        for name in names:
            path = Path(place, name)
            if not stat.S_ISREG(path.lstat().st_mode):
                continue
            content = path.read_bytes()
            findings.scanned += 1
            if content.startswith(PLAIN):
                findings.plain.append(name)
            lowered = content.lower()
            findings.hits += [f"{way} in {name}" for way, what in ways.items() if what in lowered]
    return findings


class Day:
    """The processes of one working day, and the folders that they know."""

    def __init__(self, folder: Path) -> None:
        self.root = folder
        self.home, self.exports = folder / "home", folder / "exports"
        self.temporary, self.output = folder / "tmp", folder / "output"
        for one in (self.home, self.exports, self.temporary, self.output, folder / "run"):
            one.mkdir(mode=0o700)
        self.own = self.home / "sgdesk"
        self.titles: set[str] = set()
        self.written: set[str] = set()
        self.marked = 0
        self.of_the_process: list[str] = []

    def start(self, way: str, rounds: int, sabotage: str) -> subprocess.Popen[bytes]:
        environment = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        environment |= {
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / ".config"),
            "XDG_DATA_HOME": str(self.home / ".local/share"),
            "XDG_CACHE_HOME": str(self.home / ".cache"),
            "XDG_STATE_HOME": str(self.home / ".local/state"),
            "XDG_RUNTIME_DIR": str(self.root / "run"),
            "SGDESK_HOME": str(self.own),
            "TMPDIR": str(self.temporary),
            "QT_QPA_PLATFORM": "offscreen",
        }
        words = [sys.executable, "-B", str(WORKER), way, str(self.home), str(self.exports)]
        with (
            (self.output / f"{way}.out").open("wb") as out,
            (self.output / f"{way}.err").open("wb") as err,
        ):
            return subprocess.Popen(  # noqa: S603
                [*words, str(rounds), sabotage], env=environment, stdout=out, stderr=err
            )

    def work_until_killed(self, rounds: int, sabotage: str) -> bool:
        """Return whether all was done before the kill."""
        process = self.start("work", rounds, sabotage)
        end = time.monotonic() + LONGEST_S
        while process.poll() is None and time.monotonic() < end and not self.is_done():
            time.sleep(0.05)
        is_done = self.is_done()
        if process.poll() is None:
            time.sleep(0.2)
            self.look_at_process(process.pid)
            process.send_signal(signal.SIGKILL)
        process.wait()
        self.read_output("work")
        return is_done

    def is_done(self) -> bool:
        return b'"done": true' in (self.output / "work.out").read_bytes()

    def look_at_process(self, pid: int) -> None:
        for name in ("cmdline", "environ", "comm"):
            content = Path(f"/proc/{pid}/{name}").read_bytes().lower()
            found = [way for way, what in writings().items() if what in content]
            self.of_the_process += [f"{way} in {name}" for way in found]

    def start_again(self, sabotage: str) -> bool:
        process = self.start("again", 0, sabotage)
        code = process.wait(LONGEST_S)
        self.read_output("again")
        return code == 0

    def read_output(self, way: str) -> None:
        for line in (self.output / f"{way}.out").read_text("utf-8").splitlines():
            told = json.loads(line)
            self.titles |= {told["title"]} if "title" in told else set()
            self.written |= {told["written"]} if "written" in told else set()
            self.marked = told.get("marked", self.marked)


def run(folder: Path, rounds: int, sabotage: str) -> Figure:
    day = Day(folder)
    if not day.work_until_killed(rounds, sabotage):
        error = (day.output / "work.err").read_text("utf-8", "replace")
        return Figure(False, f"broke off: {error[-1500:]}")
    opened = tuple(day.temporary.glob("sgdesk-opened-*"))
    killed = look_through(folder, day.own, (day.exports, *opened))
    is_started = day.start_again(sabotage)
    after = look_through(folder, day.own, (day.exports,))
    left = [one.name for one in day.temporary.iterdir() if one.name.startswith("sgdesk-")]
    left += [one.name for one in day.exports.glob(".sgdesk-*")]
    stray = [one for one in day.written if not one.startswith(PRIVATE)]
    told = len(day.titles)
    problems = (
        *(f"{one} after the kill" for one in killed.hits),
        *(f"{one} after the next start" for one in after.hits),
        *day.of_the_process,
        *(f"plain {one}" for one in (*killed.plain, *after.plain)),
        *(f"open to others: {one}" for one in {*killed.modes, *after.modes}),
        *(f"left: {one}" for one in left),
        *(f"written on the way: {one}" for one in stray),
    )
    is_kept = any(day.own.glob("register/*.typing"))
    is_held = (
        is_kept
        and is_started
        and not problems
        and bool(opened)
        and told > 0
        and day.marked > rounds
    )
    words = (
        f"{rounds} edits of {day.marked} texts, {len(list(day.exports.iterdir()))} files made; "
        f"{killed.scanned} files looked through after a kill and {after.scanned} after the next "
        f"start, {told} window titles: {len(problems)} findings"
    )
    shown = "; ".join(sorted(set(problems))[:4])
    return Figure(is_held, f"{words} {shown}".strip())


HARDENING = Hardening(
    12, "nothing in clear", 200, run, {"telling log": 5, "files on the way": 5, "no sweep": 5}
)
