"""The program in processes of its own: its folders, its orders, and what it remembers."""

from __future__ import annotations

import ctypes
import json
import os
import re
import secrets
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sgdesk.domain.cases import CaseDraft
from sgdesk.domain.partnerships import PartnershipDraft
from sgdesk.services.cases import save_case
from sgdesk.services.register import create_register

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sgdesk.store.wrapping import Cost

CHILD = Path(__file__).with_name("lock_child.py")
OPENED_BY = "lamp orbit gravel seventeen"
DAY = date(2026, 11, 3)
ENDED_S = 20.0
BEGINNING = f"Zq{secrets.token_hex(6)}"
"""Of every marker: one search finds them all."""
CODES = ("utf-8", "utf-16-le", "utf-32-le")
PR_SET_CHILD_SUBREAPER = 36
NOT_MEMORY = ("[vvar", "[vsyscall", "[vdso")


def now() -> datetime:
    return datetime.now(UTC)


def new_marker() -> str:
    return f"{BEGINNING}{secrets.token_hex(8)}"


@dataclass
class Home:
    """The program's folders, and the folder through which its processes are told what to do."""

    folder: Path
    markers: list[str] = field(default_factory=list)
    key: bytes = b""
    case: str = ""

    @property
    def orders(self) -> Path:
        return self.folder / "orders"

    @property
    def register(self) -> Path:
        return self.folder / "home" / "register"

    def make(self, cost: Cost | None = None) -> None:
        """Make the register with one case; without a `cost`, at the program's own."""
        self.orders.mkdir()
        self.register.mkdir(parents=True)
        profile = PartnershipDraft(name="Test partnership", prefix="ZZTS", officer="Support")
        register, _key = create_register(self.register, profile, OPENED_BY, now=now, cost=cost)
        self.markers = [new_marker(), new_marker()]
        draft = CaseDraft(
            reference="ZZTS2026-27-01",
            title=f"Infant {self.markers[0]}",
            owner=f"Worker {self.markers[1]}",
            aware_on=DAY,
        )
        (case_id,) = save_case(register, None, draft, today=DAY).case_ids
        self.case, self.key = str(case_id), register.store.key
        register.close()

    def order(self, name: str, **what: Any) -> None:
        part = self.orders / f"{name}.part"
        part.write_text(json.dumps(what), "ascii")
        part.replace(self.orders / f"{name}.json")

    def told(self, name: str) -> dict[str, Any] | None:
        try:
            return dict(json.loads((self.orders / f"{name}.json").read_text("ascii")))
        except (OSError, ValueError):
            return None

    def forget(self) -> None:
        for file in self.orders.iterdir():
            file.unlink()

    def start(self, sabotage: str = "", *more: str) -> subprocess.Popen[bytes]:
        environment = {
            **os.environ,
            "SGDESK_HOME": str(self.folder / "home"),
            "SGDESK_TRIAL": str(self.orders),
            "SGDESK_SABOTAGE": sabotage,
        }
        for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
            environment.pop(name, None)
        return subprocess.Popen(  # noqa: S603
            [sys.executable, str(CHILD), *more],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def processes(self) -> list[int]:
        """Return every process of the program over this register."""
        wanted = f"SGDESK_TRIAL={self.orders}".encode()
        numbers = [int(one.name) for one in Path("/proc").iterdir() if one.name.isdigit()]
        return [pid for pid in numbers if wanted in environment(pid) and is_alive(pid)]

    def end_all(self) -> None:
        for pid in self.processes():
            os.kill(pid, signal.SIGKILL)
        wait_for(lambda: not self.processes(), ENDED_S)


def adopt_orphans() -> None:
    """Become the parent of what the program starts: a user may look into those alone."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def environment(pid: int) -> list[bytes]:
    return _read(Path(f"/proc/{pid}/environ")).split(b"\0")


def is_alive(pid: int) -> bool:
    """Return whether `pid` runs still; one that has ended and was not fetched does not."""
    state = _read(Path(f"/proc/{pid}/stat")).rpartition(b")")[2].split()
    return bool(state) and state[0] != b"Z"


def wait_for(what: Callable[[], object], limit_s: float) -> bool:
    end = time.monotonic() + limit_s
    while not what():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def hits(pid: int, markers: Iterable[str]) -> Counter[str]:
    """Return how often the memory of `pid` holds each of `markers`, however it is written."""
    found: Counter[str] = Counter()
    wanted = {mark.encode(code): mark for mark in markers for code in CODES}
    starts = [re.compile(re.escape(BEGINNING.encode(code))) for code in CODES]
    lengths = {len(written) for written in wanted}
    for chunk in _memory(pid):
        for start in starts:
            for place in start.finditer(chunk):
                for length in lengths:
                    mark = wanted.get(chunk[place.start() : place.start() + length])
                    if mark is not None:
                        found[mark] += 1
    return found


def _memory(pid: int) -> Iterator[bytes]:
    lines = _read(Path(f"/proc/{pid}/maps")).decode().splitlines()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in lines:
            place, rights, *_rest = line.split(maxsplit=5)
            if not rights.startswith("r") or any(name in line for name in NOT_MEMORY):
                continue
            begin, end = (int(part, 16) for part in place.split("-"))
            try:
                memory.seek(begin)
                yield memory.read(end - begin)
            except (OSError, ValueError):
                continue


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
