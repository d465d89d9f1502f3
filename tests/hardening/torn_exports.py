"""Kills the program while it saves files, and lets the disk end in the middle of one.

Each format goes through the service that saves it, over an older file. A round is a kill and a
limit for each format. Afterwards the older or the new file stands there whole, and when the
register is opened next nothing is left beside it. Under "direct" files are written straight to
their places; under "no sweep" nobody looks for what is left.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import time
import zipfile
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING

from figures import Figure, Hardening
from kept_registers import copied_register
from pack_samples import DRAFT
from services_samples import CHEAP, NOW, OPENING_WORDS, PROFILE, TODAY, make_case

from sgdesk import files
from sgdesk.domain.attachments import AttachmentDraft
from sgdesk.errors import UserError
from sgdesk.files import FileBatch
from sgdesk.records.exports import DocumentKind
from sgdesk.records.packs import PackPlace
from sgdesk.services import attachments, left_parts, letters, made_files
from sgdesk.services.attachments import chosen_file, keep_file, list_attachments, save_copy
from sgdesk.services.briefings import save_briefing
from sgdesk.services.deadline_calendars import save_deadline_calendar
from sgdesk.services.deadline_files import save_deadline_workbook
from sgdesk.services.deadline_reports import deadline_report
from sgdesk.services.deadlines import list_deadlines
from sgdesk.services.letters import save_letter_file, write_letter
from sgdesk.services.packs import run_pack
from sgdesk.services.papers import save_paper
from sgdesk.services.register import open_register

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sgdesk.services.register import Register

OLD = b"What stood there before. " * 40
PACKED = {
    "pptx": DocumentKind.DECK,
    "docx": DocumentKind.WORD,
    "csv": DocumentKind.REGISTER_CSV,
}
LONGEST_S = 0.1
SLOW_DISK_S = 0.01
SAID = 3
"""How a child ends that was told in a sentence why its file cannot be saved."""


@dataclass
class Desk:
    """A register with one review, and the ways in which its files are saved."""

    register: Register
    folder: Path
    out: Path

    def __post_init__(self) -> None:
        case_id = make_case(self.register)
        draft = replace(DRAFT, case_ids=(case_id,))
        self.briefing_id = save_briefing(self.register, None, draft).briefing_id
        keep_file(
            self.register,
            case_id,
            chosen_file("minutes.txt", b"What was said at the meeting. " * 3000),
            AttachmentDraft(title="Minutes"),
        )
        (kept,) = list_attachments(self.register, case_id)
        self.attachment_id = kept.attachment_id
        self.rows = list_deadlines(self.register, today=TODAY)
        self.report = deadline_report(self.register, self.rows, today=TODAY)
        self.letter = write_letter(self.register, "reminder", {}, recipient="Safeguarding lead")

    def ways(self) -> dict[str, Callable[[], object]]:
        """Open the register, and return how each format is saved into the folder."""
        self.register = register = self.opened()
        out = self.out
        return {
            "pdf": lambda: save_paper(register, self.report, out / "paper.pdf"),
            "xlsx": lambda: save_deadline_workbook(
                register, self.rows, out / "dates.xlsx", today=TODAY
            ),
            "ics": lambda: save_deadline_calendar(register, None, out / "dates.ics", today=TODAY),
            "letter": lambda: save_letter_file(
                register, self.letter, out / "letter.docx", today=TODAY
            ),
            "txt": lambda: save_copy(register, self.attachment_id, out / "copy.txt"),
            "zip": partial(self._pack, DocumentKind.DECK, "pack.zip"),
            **{ending: partial(self._pack, kind) for ending, kind in PACKED.items()},
        }

    def opened(self) -> Register:
        return open_register(self.folder, OPENING_WORDS, now=lambda: NOW)

    def _pack(self, kind: DocumentKind, zip_name: str = "") -> None:
        place = PackPlace(self.out, zip_name)
        run_pack(self.register, [self.briefing_id], {kind}, place, today=TODAY)


@dataclass
class Tally:
    kills: int = 0
    limits: int = 0
    torn: int = 0
    parts: int = 0
    """What a program that ended in the middle left in the clear, until the next opening."""
    left: int = 0
    unsaid: int = 0
    """How often a full disk was told in no sentence, or left something at once."""


def slowly(sync: Callable[[int], None]) -> Callable[[int], None]:
    """Return a way to bring a file on to a disk that takes its time."""

    def wait_and_sync(descriptor: int) -> None:
        time.sleep(SLOW_DISK_S)
        sync(descriptor)

    return wait_and_sync


def in_child(work: Callable[[], object]) -> int:
    child = os.fork()
    if child:
        return child
    try:
        work()
        os._exit(0)
    except UserError:
        os._exit(SAID)
    finally:
        os._exit(1)


def is_whole(path: Path, wholes: set[bytes]) -> bool:
    """Return whether a file is one of `wholes`, or whole although made at another moment."""
    content = path.read_bytes() if path.exists() else b""
    if content in wholes:
        return True
    if path.suffix == ".ics":
        return content.endswith(b"END:VCALENDAR\r\n")
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            return packed.testzip() is None
    except zipfile.BadZipFile:
        return False


def parts_in(folder: Path) -> int:
    return len(list(folder.glob(".sgdesk-*.part")))


class Trial:
    """Saves one format after the other into a folder that holds an older file of that name."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk = desk
        self.source = random.Random(seed)  # noqa: S311
        self.tally = Tally()

    def try_format(self, ending: str, rounds: int) -> None:
        for old in self.desk.out.iterdir():
            old.unlink()
        self.desk.ways()[ending]()
        self.desk.register.close()
        (path,) = self.desk.out.iterdir()
        whole = path.read_bytes()
        for _ in range(rounds):
            self._kill(ending, path, {OLD, whole})
            self._limit(ending, path, {OLD, whole})

    def _kill(self, ending: str, path: Path, wholes: set[bytes]) -> None:
        path.write_bytes(OLD)
        reading, writing = os.pipe()

        def save_again_and_again() -> None:
            save = self.desk.ways()[ending]
            os.fsync = slowly(os.fsync)  # so that more kills hit the middle of a file
            os.write(writing, b".")
            for _ in count():
                save()

        child = in_child(save_again_and_again)
        os.close(writing)
        os.read(reading, 1)
        time.sleep(self.source.uniform(0, LONGEST_S))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(reading)
        self.tally.kills += 1
        self._look(path, wholes)

    def _limit(self, ending: str, path: Path, wholes: set[bytes]) -> None:
        path.write_bytes(OLD)
        most = self.source.randrange(1, max(map(len, wholes)))

        def save() -> None:
            way = self.desk.ways()[ending]
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
            way()

        _pid, status = os.waitpid(in_child(save), 0)
        self.tally.limits += 1
        is_old = path.exists() and path.read_bytes() == OLD
        is_said = os.waitstatus_to_exitcode(status) == SAID
        self.tally.unsaid += not (is_said and is_old) or parts_in(self.desk.out) > 0
        self._look(path, wholes)

    def _look(self, path: Path, wholes: set[bytes]) -> None:
        """Count what is torn, open the register as the next start does, and count what is left."""
        self.tally.torn += not is_whole(path, wholes)
        self.tally.parts += parts_in(self.desk.out)
        register = self.desk.opened()
        left_parts.sweep_noted(register)
        register.close()
        left = [one for one in self.desk.out.iterdir() if one != path]
        left += self.desk.folder.glob("writing-*")
        self.tally.left += len(left)
        for one in left:
            one.unlink()


def write_directly(target: Path, content: bytes) -> Path:
    target.write_bytes(content)
    return target


class DirectBatch(FileBatch):
    """Files written straight to their places."""

    def stage(self, name: str, content: bytes) -> None:
        (self._folder / name).write_bytes(content)

    def place(self, name: str) -> Path:
        return self._folder / name


def run(folder: Path, rounds: int, sabotage: str) -> Figure:
    if sabotage == "direct":
        for module in (made_files, letters, attachments):
            module.write_atomically = write_directly
        files.FileBatch.stage, files.FileBatch.place = DirectBatch.stage, DirectBatch.place
    if sabotage == "no sweep":
        left_parts.sweep_noted = lambda _register: 0
    own, out = folder / "register", folder / "out"
    own.mkdir()
    out.mkdir()
    register, _key = copied_register(own, PROFILE, OPENING_WORDS, now=lambda: NOW, cost=CHEAP)
    desk = Desk(register, own, out)
    register.close()
    endings = list(desk.ways())
    desk.register.close()
    trial = Trial(desk, rounds)
    for ending in endings:
        trial.try_format(ending, rounds)
    tally = trial.tally
    is_held = not (tally.torn or tally.left or tally.unsaid)
    words = (
        f"{len(endings)} formats, {tally.kills} kills and {tally.limits} full disks: "
        f"{tally.torn} torn, {tally.unsaid} untold, {tally.parts} parts in the clear until the "
        f"next start, {tally.left} after it"
    )
    return Figure(is_held, words)


HARDENING = Hardening(
    5, "killed, or out of room, while saving files", 40, run, {"direct": 1, "no sweep": 4}
)
