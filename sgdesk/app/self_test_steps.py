"""The steps of the self-test. Each returns what it saw, or raises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sgdesk.app.clock import current_moment
from sgdesk.config.calendars import working_calendar
from sgdesk.config.resources import resource
from sgdesk.domain.attachments import AttachmentDraft
from sgdesk.domain.counting import Counting
from sgdesk.domain.deadlines import due_date
from sgdesk.domain.editions import Edition
from sgdesk.domain.partnerships import PartnershipDraft
from sgdesk.domain.rule_packs import RULE_PACKS
from sgdesk.errors import UserError
from sgdesk.records.deadline_files import file_name
from sgdesk.records.exports import DocumentKind
from sgdesk.records.imports import ImportState
from sgdesk.records.packs import PackPlace
from sgdesk.services.attachments import chosen_file, keep_file, list_attachments
from sgdesk.services.backups import (
    BackupKey,
    back_up_twice,
    compare_backup,
    list_backups,
    try_backup,
)
from sgdesk.services.case_list import list_cases
from sgdesk.services.deadlines import list_deadlines
from sgdesk.services.exports import list_choices
from sgdesk.services.imports import plan_import_file, save_import
from sgdesk.services.letters import save_letter_file, write_letter
from sgdesk.services.opened_copies import opened_copies
from sgdesk.services.packs import run_pack
from sgdesk.services.passphrases import suggest_passphrase
from sgdesk.services.practice import open_practice
from sgdesk.services.register import create_register, open_register
from sgdesk.store.wrapping import COST

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.services.register import Register

_PROFILE = PartnershipDraft(name="Self-test (invented)", prefix="TEST", officer="Self-test")
_PLAIN = b"SQLite format 3\0"
_ZIPPED = b"PK"
_FEWEST_COLOURS = 4


class SelfTestError(Exception):
    """A step did not give what it should."""


@dataclass
class Trial:
    """What the steps share: places for files, and the registers once they are open."""

    folder: Path
    """Where the documents stay."""
    place: str
    """A folder that is gone after the test."""
    today: date
    own: Register | None = None
    practice: Register | None = None

    def close(self) -> None:
        """Let go of registers that a step which failed has left open."""
        for register in (self.own, self.practice):
            if register is not None:
                register.close()


def _is_open(register: Register | None) -> Register:
    if register is None:
        raise SelfTestError("the register of this step did not open")
    return register


def _expect(held: bool, otherwise: str) -> None:  # noqa: FBT001 - reads as a sentence
    if not held:
        raise SelfTestError(otherwise)


def _lock_and_unlock(trial: Trial) -> str:
    folder, passphrase = Path(trial.place), suggest_passphrase()
    made, _key = create_register(folder, _PROFILE, passphrase, now=current_moment, cost=COST)
    made.close()
    try:
        open_register(folder, f"{passphrase} not", now=current_moment).close()
    except UserError:
        trial.own = open_register(folder, passphrase, now=current_moment)
        return "the passphrase opens the register, another one does not"
    raise SelfTestError("a wrong passphrase opened the register")


def _import_list(trial: Trial) -> str:
    register, page = _is_open(trial.own), resource("practice", "public-list.txt")
    plan = plan_import_file(register, page, today=trial.today)
    save_import(register, plan, today=trial.today)
    cases = list_cases(register, today=trial.today)
    _expect(len(cases) == len(plan.reviews) > 0, "not every review became a case")
    again = plan_import_file(register, page, today=trial.today)
    known = [review for review in again.reviews if review.state is ImportState.KNOWN]
    _expect(len(known) == len(cases), "a review that is in the register was not known")
    return f"{len(plan.reviews)} reviews and {len(plan.briefings)} briefings, known the second time"


def _open_practice(trial: Trial) -> str:
    register = trial.practice = open_practice(today=trial.today, now=current_moment)
    cases = list_cases(register, today=trial.today)
    content = b"".join(file.read_bytes() for file in sorted(register.folder.iterdir()))
    _expect(_PLAIN not in content, "the register is not encrypted")
    _expect(cases[0].reference.encode() not in content, "a reference stands in clear text")
    return f"{len(cases)} cases, encrypted"


def _count_days(trial: Trial) -> str:
    rule = RULE_PACKS[Edition.WT2018]["RR-15"]
    due = due_date(rule, date(2022, 9, 9), working_calendar(), Counting.DAY_AFTER)
    _expect(due == date(2022, 10, 3), "day 15 after 9 Sep 2022 is not 3 Oct 2022")
    rows = list_deadlines(_is_open(trial.practice), today=trial.today)
    return f"{len(rows)} deadlines computed"


def _make(kind: DocumentKind) -> Callable[[Trial], str]:
    def step(trial: Trial) -> str:
        register = _is_open(trial.practice)
        choices = [item for item in list_choices(register) if item.references]
        chosen = [choices[0].briefing_id] if kind is not DocumentKind.DEADLINES else []
        place = PackPlace(trial.folder)
        result = run_pack(register, chosen, {kind}, place, today=trial.today)
        file = result.files[0]
        _expect(file.path.stat().st_size == file.size, "the file is not whole")
        return f"{file.path.name}, {file.size} bytes"

    return step


def _make_others(trial: Trial) -> str:
    register = _is_open(trial.practice)
    chosen = [item.briefing_id for item in list_choices(register) if item.references][:1]
    kinds = set(DocumentKind) - {DocumentKind.BRIEFING, DocumentKind.DECK, DocumentKind.DEADLINES}
    place = PackPlace(trial.folder / "documents")
    result = run_pack(register, chosen, kinds, place, today=trial.today)
    _expect(all(one.path.stat().st_size == one.size for one in result.files), "one is not whole")
    return f"{len(kinds)} kinds made"


def _write_workbook(trial: Trial) -> str:
    from sgdesk.services.deadline_files import save_deadline_workbook  # noqa: PLC0415 - slow

    register = _is_open(trial.practice)
    rows = list_deadlines(register, today=trial.today)
    target = trial.folder / file_name(trial.today, "xlsx")
    made = save_deadline_workbook(register, rows, target, today=trial.today)
    _expect(made.path.read_bytes()[:2] == _ZIPPED, "the workbook is none")
    return f"{made.path.name}, {len(rows)} lines, {made.size} bytes"


def _write_calendar(trial: Trial) -> str:
    from sgdesk.services.deadline_calendars import save_deadline_calendar  # noqa: PLC0415 - slow

    register = _is_open(trial.practice)
    target = trial.folder / file_name(trial.today, "ics")
    made = save_deadline_calendar(register, None, target, today=trial.today)
    content = made.path.read_bytes()
    events = content.count(b"BEGIN:VEVENT")
    identities = {line for line in content.splitlines() if line.startswith(b"UID:")}
    _expect(len(identities) == events > 0, "the events do not have an identity each")
    named = [row.title.encode() for row in list_cases(register, today=trial.today) if row.reference]
    _expect(not any(title in content for title in named), "a title stands in the calendar")
    return f"{made.path.name}, {events} events, no names"


def _write_letter(trial: Trial) -> str:
    register = _is_open(trial.practice)
    letter = write_letter(register, "reminder", {}, recipient="Safeguarding lead")
    target = trial.folder / "letter.docx"
    save_letter_file(register, letter, target, today=trial.today)
    _expect(target.stat().st_size > 0, "the letter is empty")
    return f"{target.name}, {target.stat().st_size} bytes"


def _keep_attachment(trial: Trial) -> str:
    register = _is_open(trial.own)
    case_id = list_cases(register, today=trial.today)[0].case_id
    put_in = chosen_file("self-test.txt", b"What is kept comes back as it was.")
    keep_file(register, case_id, put_in, AttachmentDraft(title="Self-test"))
    (row,) = list_attachments(register, case_id)
    copies = opened_copies(register)
    copy = copies.open(case_id, row.attachment_id).path
    _expect(copy.read_bytes() == put_in.content, "the attachment came back changed")
    copies.close()
    _expect(not copy.exists(), "the opened copy was not wiped")
    return f"{row.size} bytes kept, opened and wiped"


def _back_up(trial: Trial) -> str:
    register, second = _is_open(trial.own), Path(trial.place, "second")
    second.mkdir()
    outcome = back_up_twice(register, second, is_asked=True)
    _expect(outcome.is_second_current, "the second place has no backup")
    for row in list_backups(register, second):
        compared = compare_backup(register, row, BackupKey(register.store.key, is_own=True))
        _expect(compared.is_same, "a backup differs from the register")
    tried = try_backup(register)
    cases = list_cases(register, today=trial.today)
    _expect(tried.cases == len(cases), "the backup does not have every case")
    return f"made, copied, opened again: {tried.cases} cases, {tried.entries} entries"


def _print_report(trial: Trial) -> str:
    from sgdesk.app.pictures import print_to_file  # noqa: PLC0415 - Qt comes with it

    target = trial.folder / "paper.pdf"
    pages = print_to_file(_is_open(trial.practice), target, today=trial.today)
    _expect(target.stat().st_size > 0, "the paper is empty")
    return f"{pages} pages on paper, through the printing system"


def _show_window(trial: Trial) -> str:
    from sgdesk.app.pictures import picture_of_main_window  # noqa: PLC0415 - Qt comes with it
    from sgdesk.ui.look.fonts import FAMILY, load_typeface  # noqa: PLC0415 - as above

    picture = picture_of_main_window(_is_open(trial.practice), today=trial.today)
    colours = {
        picture.pixel(x, y)
        for x in range(0, picture.width(), 16)
        for y in range(0, picture.height(), 16)
    }
    _expect(len(colours) >= _FEWEST_COLOURS, "the main window stayed blank")
    _expect(load_typeface() == FAMILY, "the typeface is missing")
    _expect(picture.save(str(trial.folder / "main-window.png")), "the picture was not saved")
    return f"{picture.width()} x {picture.height()} pixels, {len(colours)} colours seen"


def _close_registers(trial: Trial) -> str:
    practice = _is_open(trial.practice)
    for register in (_is_open(trial.own), practice):
        problems = register.store.integrity_problems()
        _expect(not problems, " ".join(problems))
    trial.close()
    _expect(not practice.folder.exists(), "the practice register was not removed")
    return "sound, closed and removed"


STEPS: tuple[tuple[str, Callable[[Trial], str]], ...] = (
    ("passphrase", _lock_and_unlock),
    ("import of a public list", _import_list),
    ("encrypted register", _open_practice),
    ("working days and deadlines", _count_days),
    ("briefing PDF", _make(DocumentKind.BRIEFING)),
    ("deck", _make(DocumentKind.DECK)),
    ("deadline report PDF", _make(DocumentKind.DEADLINES)),
    ("Word, web and register documents", _make_others),
    ("deadline workbook", _write_workbook),
    ("calendar file", _write_calendar),
    ("letter in Word", _write_letter),
    ("attachment", _keep_attachment),
    ("backup", _back_up),
    ("paper", _print_report),
    ("main window", _show_window),
    ("integrity and removal", _close_registers),
)
