"""Takes the disk away from a working program in many ways, and tells what of its work is left.

A round is one trouble at some moment of saving, backing up and exporting, in a process of its own:
the program has to say what is wrong, stay readable, lose nothing that it told to be saved, and go
on when the trouble is over. Under "swallow" a refused save is told as saved.
"""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
from collections import Counter
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from figures import Figure, Hardening
from kept_registers import copied_register
from office_work import SQLITE_CODES, Office
from services_samples import CHEAP, NOW, OPENING_WORDS, PROFILE, make_case
from without_rights import NotPossibleError, obey_modes, small_disk

from sgdesk.errors import UserError
from sgdesk.services.backups import back_up
from sgdesk.services.register import Register, open_register
from sgdesk.store import cipher
from sgdesk.store.engine import Store
from sgdesk.store.errors import (
    CannotOpenError,
    DamagedRegisterError,
    DiskFaultError,
    DiskFullError,
    OpenToReadError,
    ReadOnlyError,
    RegisterBusyError,
    RegisterMovedError,
    WrongKeyError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from sqlalchemy.orm import Session

    from sgdesk.store.errors import StoreError

MOST_STEPS = 60
DISK = 12 << 20
PAGE = 4096


def refused(office: Office, work: Callable[[], object]) -> None:
    """Do what has to be refused."""
    try:
        work()
    except UserError as refusal:
        office.note(refusal)
    else:
        office.wrong["nothing was refused"] += 1


@contextmanager
def full(office: Office) -> Generator[None]:
    """Leave little room on the disk."""
    ballast = office.folder / "ballast"
    room = shutil.disk_usage(office.folder).free
    ballast.write_bytes(bytes(max(0, room - office.source.randrange(300_000))))
    yield
    ballast.unlink()


@contextmanager
def limited(office: Office) -> Generator[None]:
    """Let no file grow much further."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    largest = max(path.stat().st_size for path in office.folder.iterdir())
    limit = largest + office.source.randrange(200_000)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def rights_lost(office: Office) -> Generator[None]:
    """Take the right to write in the folder away; what is open stays open."""
    obey_modes()
    every = [office.folder, *office.folder.rglob("*")]
    for path in every:
        path.chmod(0o500 if path.is_dir() else 0o400)
    yield
    for path in every:
        path.chmod(0o700 if path.is_dir() else 0o600)


@contextmanager
def read_only(office: Office) -> Generator[None]:
    """Start the program anew over a folder that may only be read."""
    path, key = office.register.store.path, office.register.store.key
    office.register.close()
    obey_modes()
    path.chmod(0o400)
    refused(office, lambda: Store.open(path, key).close())
    path.chmod(0o600)
    with rights_lost(office):
        office.register = opened(office.folder)
        yield
        office.register.close()
    office.register = opened(office.folder)


@contextmanager
def moved(office: Office) -> Generator[None]:
    """Take the folder away, and put it back in the end."""
    elsewhere = office.folder.with_name("elsewhere")
    office.folder.rename(elsewhere)
    refused(office, lambda: back_up(office.register, is_asked=True))
    yield
    if office.folder.exists():
        office.wrong["another folder made in its place"] += 1
        shutil.rmtree(office.folder)
    elsewhere.rename(office.folder)


@contextmanager
def busy(office: Office) -> Generator[None]:
    """Hold the register's own lock, as another program would."""
    other = cipher.connect(office.register.store.path, office.register.store.key)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.rollback()
    other.close()


@contextmanager
def damaged(office: Office) -> Generator[None]:
    """Open the register with its first page damaged, and with all but that."""
    path = office.folder / "register.sgdesk"
    office.register.close()
    sound = path.read_bytes()
    for content in (os.urandom(PAGE) + sound[PAGE:], sound[:PAGE] + os.urandom(len(sound) - PAGE)):
        path.write_bytes(content)
        refused(office, lambda: opened(office.folder).close())
    path.write_bytes(sound)
    office.register = opened(office.folder)
    yield


TROUBLES: dict[Callable[[Office], AbstractContextManager[None]], set[type[StoreError]]] = {
    full: {DiskFullError},
    limited: {DiskFaultError},
    moved: {RegisterMovedError, CannotOpenError},
    rights_lost: {ReadOnlyError, CannotOpenError},
    read_only: {OpenToReadError, ReadOnlyError, CannotOpenError},
    busy: {RegisterBusyError},
    damaged: {WrongKeyError, DamagedRegisterError},
}
"""Each with the sentences that may be said of it; the first two come more often."""
ORDER = [full, limited, moved, full, limited, rights_lost, full, limited, busy, read_only, damaged]


def opened(folder: Path) -> Register:
    return open_register(folder, OPENING_WORDS, now=lambda: NOW)


def work_until_refused(office: Office) -> None:
    times = 0
    for _ in range(MOST_STEPS):
        times += not office.step()
        if times == 3:
            return


def one_round(folder: Path, number: int) -> dict[str, dict[str, int]]:
    """Go through one trouble and return what was refused and what was wrong, with its count."""
    trouble, source = ORDER[number % len(ORDER)], random.Random(number)  # noqa: S311
    place = folder / "register"
    folder.mkdir()
    if trouble is full:
        small_disk(folder, DISK)
    register, _ = copied_register(place, PROFILE, OPENING_WORDS, now=lambda: NOW, cost=CHEAP)
    office = Office(place, register, make_case(register), source)
    back_up(register)
    for _ in range(source.randrange(4)):
        office.step()
    with trouble(office):
        work_until_refused(office)
        office.look("meanwhile")
    if not office.refusals:
        office.wrong["nothing was refused"] += 1
    for kind in office.kinds - TROUBLES[trouble]:
        office.wrong[f"{kind.__name__} said of {trouble.__name__}"] += 1
    before = office.refusals.total()
    for _ in range(4):
        office.step()
    if office.refusals.total() > before:
        office.wrong["does not go on afterwards"] += 1
    office.end()
    told = len(office.titles) + len(office.agencies) + len(office.backups) + bool(office.chair)
    return {"refused": office.refusals, "wrong": office.wrong, "told": {"": told}}


def in_child(folder: Path, number: int) -> dict[str, dict[str, int]]:
    """Do a round in a process of its own, as limits and rights do not come back."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        told: dict[str, dict[str, int]] = {"wrong": {"broke off": 1}}
        try:
            told = one_round(folder, number)
        except NotPossibleError as reason:
            told = {"not tried": {str(reason): 1}}
        except Exception as failure:  # noqa: BLE001 - told by the parent
            told = {"wrong": {f"broke off: {type(failure).__name__} {failure}"[:300]: 1}}
        finally:
            os.write(writing, json.dumps(told).encode())
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        told = json.loads(stream.read())
    os.waitpid(child, 0)
    return told


@contextmanager
def swallow(register: Register) -> Generator[Session]:
    """Save, and say nothing if that failed."""
    with suppress(UserError), usual_write(register) as session:
        yield session


usual_write = Register.write


def run(folder: Path, rounds: int, sabotage: str) -> Figure:
    if sabotage == "swallow":
        Register.write = swallow
    cipher._SETTINGS["busy_timeout"] = 50  # not five seconds for each refusal
    sums: dict[str, Counter[str]] = {
        name: Counter() for name in ("refused", "wrong", "told", "not tried")
    }
    for number in range(rounds):
        for name, counts in in_child(folder / str(number), number).items():
            sums[name].update(counts)
        shutil.rmtree(folder / str(number), ignore_errors=True)
    codes = [name for name in SQLITE_CODES.values() if sums["refused"][name]]
    words = (
        f"{rounds} troubles, {sums['told'].total()} things told as saved, "
        f"{sums['refused'].total()} refused ({', '.join(codes)}): "
    )
    wrong = ", ".join(f"{count} {what}" for what, count in sums["wrong"].items())
    untried = ", ".join(f"not tried: {what}" for what in sums["not tried"])
    is_held = not wrong and (bool(untried) or len(codes) == len(SQLITE_CODES))
    return Figure(is_held, "; ".join(filter(None, [words + (wrong or "0 lost"), untried])))


HARDENING = Hardening(4, "disk trouble", 110, run, {"swallow": 11})
