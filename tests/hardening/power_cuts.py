"""Cuts the power at any moment of saving, backing up and going back, by replay of one recording.

Under "normal" SQLite is told not to wait for the disk at each COMMIT, under "unsynced" the program
does not wait for it where it writes files itself; either has to show.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from disk_calls import NotRecordedError, record
from disk_replay import Disk
from figures import Figure, Hardening
from store_samples import ACTOR, AT, CHEAP, make_case

from sgdesk.files import make_folder
from sgdesk.store import cipher
from sgdesk.store.backup_sets import BackupSet, list_sets
from sgdesk.store.backups import check_set, copy_set, make_set
from sgdesk.store.engine import Store
from sgdesk.store.entities.cases import CaseEntity, ChildEntity
from sgdesk.store.errors import StoreError
from sgdesk.store.keys import holds_key, new_key_file
from sgdesk.store.restoring import finish_restore, stage_restore

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from disk_calls import Call

FOLDER = "register"
WORDS = "acorn ferry lilac"
STARTED = 3
"""So many saves are in the set that is gone back to."""
KINDS = {"saving": 3, "folding": 3, "backing up": 2, "going back": 2}
"""What is cut, and how many of ten images it gets; folding is saving with a log that is short."""


def never() -> None:
    """Go on."""


def say(words: str) -> None:
    os.write(1, words.encode("ascii"))


class Saver:
    """Does what the program does, and says what it would tell the officer to be done."""

    def __init__(self, folder: Path) -> None:
        make_folder(folder)
        self.path, self.keys = folder / "register.sgdesk", folder / "register.keys"
        self.first: UUID | None = None
        self.number = 0
        dek = new_key_file(self.keys, WORDS, cost=CHEAP).dek
        (folder.parent.parent / f"{folder.parent.name}.dek").write_bytes(dek)
        self.store = Store.create(self.path, dek)
        say("made")

    def save(self, times: int) -> None:
        for _ in range(times):
            with self.store.write(ACTOR, AT) as session:
                case = make_case(self.number)
                session.add_all([case, ChildEntity(case_id=case.id, pseudonym="Child A")])
                if self.first is None:
                    self.first = case.id
                else:
                    session.get_one(CaseEntity, self.first).owner = f"Officer {self.number}"
            self.number += 1
            say("saved")

    def back_up(self) -> BackupSet:
        made = make_set(self.store, self.keys, self.path.parent / "backups", AT, never)
        say("set")
        return made

    def copy(self, one: BackupSet) -> None:
        copy_set(one, self.path.parent / "second", never)
        say("copied")

    def go_back(self, one: BackupSet) -> None:
        stage_restore(one, self.path.parent, never, with_keys=False)
        say("due")
        self.store.close()
        finish_restore(self.path.parent)
        say("back")
        Store.open(self.path, self.store.key).close()


def work(kind: str, place: str, sabotage: str) -> None:
    """Be the program that is recorded."""
    if sabotage == "normal":
        cipher._SETTINGS["synchronous"] = 1
    elif sabotage == "unsynced":
        os.fsync = never_sync
    if kind == "folding":
        cipher._SETTINGS["wal_autocheckpoint"] = 40
    saver = Saver(Path(place) / FOLDER)
    if kind == "backing up":
        for _ in range(4):
            saver.save(2)
            saver.copy(saver.back_up())
    elif kind == "going back":
        saver.save(STARTED)
        one = saver.back_up()
        saver.save(4)
        saver.go_back(one)
    else:
        saver.save(60)
        saver.store.close()


def never_sync(_descriptor: int) -> None:
    """Do not wait for the disk."""


def problems_of(folder: Path, key: bytes, said: Counter[str]) -> set[str]:
    """Return what is wrong with what a power cut left: "lost", "torn", "damaged", "unreadable"."""
    path = folder / "register.sgdesk"
    if not said["made"] and not path.exists():
        return set()
    try:
        finish_restore(folder)
        problems = _problems_of_register(path, key, said)
    except (StoreError, OSError):
        problems = {"unreadable"}
    try:
        if not holds_key(folder / "register.keys", key):
            problems.add("unreadable")
    except StoreError:
        problems.add("unreadable")
    for name, word in (("backups", "set"), ("second", "copied")):
        problems |= _problems_of_sets(folder / name, key, said[word])
    return problems


def _problems_of_register(path: Path, key: bytes, said: Counter[str]) -> set[str]:
    with Store.open(path, key) as store:
        problems = {"damaged"} if store.integrity_problems() else set()
        with store.rows() as rows:
            cases, children, entries = (
                rows.all(f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608
                for table in ("case_file", "child", "audit")
            )
            owners = rows.all("SELECT owner FROM case_file ORDER BY reference_key LIMIT 1")
    last = f"Officer {cases - 1}" if cases > 1 else ""
    if cases != children or entries != max(0, cases * 3 - 1) or owners not in ([], [(last,)]):
        problems.add("torn")
    is_back = cases == STARTED and path.parent.joinpath("replaced-1").exists()
    if is_back:
        problems |= _problems_of_replaced(path.parent / "replaced-1" / "old", key, said["saved"])
    elif cases < said["saved"] or said["due"]:
        problems.add("lost")
    return problems


def _problems_of_replaced(old: Path, key: bytes, saved: int) -> set[str]:
    """What went out is the officer's as well."""
    with Store.open(old / "register.sgdesk", key) as store, store.rows() as rows:
        ((cases,),) = rows.all("SELECT count(*) FROM case_file")
    return {"lost"} if cases < saved else set()


def _problems_of_sets(folder: Path, key: bytes, told: int) -> set[str]:
    problems = set()
    whole = {one.folder: one for one in list_sets(folder)}
    for place in folder.glob("backup-*"):
        try:
            check_set(whole[place], key, never)
        except (KeyError, StoreError):
            problems.add("set torn")
    if max((one.number for one in whole.values()), default=0) < told:
        problems.add("set lost")
    return problems


def cut(kind: str, folder: Path, images: int, sabotage: str) -> Counter[str]:
    """Record one run, cut it at many moments, and count the images with each problem."""
    source = random.Random(f"{kind} {images}")  # noqa: S311
    place, image = folder / kind.replace(" ", "-"), folder / "image"
    place.mkdir()
    program = "import sys, power_cuts; power_cuts.work(*sys.argv[1:])"
    command = [sys.executable, "-c", program, kind, str(place), sabotage]
    trace = folder / "trace"
    calls = record(command, place, trace, PYTHONPATH=os.pathsep.join(sys.path))
    trace.unlink()
    key = (folder / f"{place.name}.dek").read_bytes()
    cuts = Counter(_moments(calls, images, source))
    found, said, disk = Counter[str](), Counter[str](), Disk(place)
    for number, call in enumerate(calls, start=1):
        disk.replay(call)
        said[call.content.decode("ascii") if call.name == "said" else ""] += 1
        for _ in range(cuts[number]):
            disk.image(image, source)
            problems = problems_of(image / FOLDER, key, said)
            found.update(problems)
            found["bad"] += bool(problems)
            shutil.rmtree(image)
    if wrong := disk.difference():
        raise NotRecordedError(f"the replay left another {wrong} than the program did")
    found["told"] = said["saved"]
    return found


def _moments(calls: Sequence[Call], images: int, source: random.Random) -> Iterator[int]:
    """Give after how many calls to cut: anywhere, and as often near a change of names."""
    naming = [
        number for number, call in enumerate(calls, start=1) if call.name in {"rename", "unlink"}
    ]
    for image in range(images):
        anywhere = source.randrange(1, len(calls) + 1)
        near = min(len(calls), source.choice(naming) + source.randrange(4))
        yield near if image % 2 else anywhere


def run(folder: Path, rounds: int, sabotage: str) -> Figure:
    found = Counter[str]()
    try:
        for kind, share in KINDS.items():
            found += cut(kind, folder, max(1, rounds * share // 10), sabotage)
    except NotRecordedError as reason:
        return Figure(False, str(reason))
    told, bad = found.pop("told"), found.pop("bad", 0)
    details = ", ".join(f"{times} {word}" for word, times in sorted(found.items())) or "0 lost"
    words = f"{rounds} images of {told} saves told as saved: {bad} bad; {details}"
    # Waiting for nothing has to show plainly: in every tenth image at least.
    return Figure(bad < rounds / 10 if sabotage == "normal" else not bad, words)


HARDENING = Hardening(2, "power cut", 1000, run, {"normal": 100, "unsynced": 100})
