"""Tries every part of the installed program on invented cases, and says what held."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sgdesk.app.clock import current_day, current_moment
from sgdesk.config.calendars import working_calendar
from sgdesk.config.resources import resource
from sgdesk.domain.counting import Counting
from sgdesk.domain.deadlines import due_date
from sgdesk.domain.editions import Edition
from sgdesk.domain.rule_packs import RULE_PACKS
from sgdesk.records.exports import DocumentKind
from sgdesk.records.imports import ImportState
from sgdesk.services.case_list import list_cases
from sgdesk.services.deadlines import list_deadlines
from sgdesk.services.exports import list_choices, run_export
from sgdesk.services.imports import plan_import_file
from sgdesk.services.practice import open_practice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sgdesk.services.register import Register

_PLAIN = b"SQLite format 3\0"
_FEWEST_COLOURS = 4


class SelfTestError(Exception):
    """A step did not give what it should."""


@dataclass
class _Trial:
    """What the steps share: the place for files, and the register once it is open."""

    folder: Path
    today: date
    register: Register | None = None

    @property
    def opened(self) -> Register:
        if self.register is None:
            raise SelfTestError("the practice register did not open")
        return self.register


def print_self_test(folder: Path) -> int:
    """Print one JSON object with each step's result; return 0 only if all of them held.

    Files go into `folder`.
    """
    trial = _Trial(folder, current_day())
    results = [_tried(name, step, trial) for name, step in _STEPS]
    is_well = all(result["ok"] for result in results)
    print(json.dumps({"ok": is_well, "steps": results}, ensure_ascii=False, indent=2))
    return 0 if is_well else 1


def _tried(name: str, step: Callable[[_Trial], str], trial: _Trial) -> dict[str, object]:
    start = time.perf_counter()
    try:
        detail, is_well = step(trial), True
    except Exception as error:  # noqa: BLE001 - a self-test reports whatever went wrong
        detail, is_well = f"{type(error).__name__}: {error}", False
    milliseconds = round((time.perf_counter() - start) * 1000, 1)
    return {"name": name, "ok": is_well, "ms": milliseconds, "detail": detail}


def _expect(held: bool, otherwise: str) -> None:  # noqa: FBT001 - reads as a sentence
    if not held:
        raise SelfTestError(otherwise)


def _open_register(trial: _Trial) -> str:
    register = open_practice(today=trial.today, now=current_moment)
    trial.register = register
    with register.store.path.open("rb") as stream:
        _expect(stream.read(len(_PLAIN)) != _PLAIN, "the register is not encrypted")
    return f"{len(list_cases(register, today=trial.today))} cases, encrypted"


def _import_list(trial: _Trial) -> str:
    page = resource("practice", "public-list.txt")
    plan = plan_import_file(trial.opened, page, today=trial.today)
    known = [review for review in plan.reviews if review.state is ImportState.KNOWN]
    _expect(bool(known), "no review of the practice list was recognised")
    _expect(len(known) == len(plan.reviews), "a review that is in the register was not known")
    return f"{len(plan.reviews)} reviews and {len(plan.briefings)} briefings recognised"


def _count_days(trial: _Trial) -> str:
    rule = RULE_PACKS[Edition.WT2018]["RR-15"]
    due = due_date(rule, date(2022, 9, 9), working_calendar(), Counting.DAY_AFTER)
    _expect(due == date(2022, 10, 3), "day 15 after 9 Sep 2022 is not 3 Oct 2022")
    return f"{len(list_deadlines(trial.opened, today=trial.today))} deadlines computed"


def _make(kind: DocumentKind) -> Callable[[_Trial], str]:
    def step(trial: _Trial) -> str:
        choices = [item for item in list_choices(trial.opened) if item.references]
        chosen = [choices[0].briefing_id] if kind is not DocumentKind.DEADLINES else []
        result = run_export(trial.opened, chosen, {kind}, trial.folder, today=trial.today)
        file = result.files[0]
        _expect(file.path.stat().st_size == file.size, "the file is not whole")
        return f"{file.path.name}, {file.size} bytes"

    return step


def _print_report(trial: _Trial) -> str:
    from sgdesk.app.pictures import print_to_file  # noqa: PLC0415 - Qt comes with it

    target = trial.folder / "paper.pdf"
    pages = print_to_file(trial.opened, target, today=trial.today)
    _expect(target.stat().st_size > 0, "the paper is empty")
    return f"{pages} pages on paper, through the printing system"


def _open_window(trial: _Trial) -> str:
    from sgdesk.app.pictures import picture_of_main_window  # noqa: PLC0415 - Qt comes with it

    picture = picture_of_main_window(trial.opened, today=trial.today)
    colours = {
        picture.pixel(x, y)
        for x in range(0, picture.width(), 16)
        for y in range(0, picture.height(), 16)
    }
    _expect(len(colours) >= _FEWEST_COLOURS, "the main window stayed blank")
    _expect(picture.save(str(trial.folder / "main-window.png")), "the picture was not saved")
    return f"{picture.width()} x {picture.height()} pixels, {len(colours)} colours seen"


def _close_register(trial: _Trial) -> str:
    problems = trial.opened.store.integrity_problems()
    _expect(not problems, " ".join(problems))
    place = trial.opened.folder
    trial.opened.close()
    _expect(not place.exists(), "the practice register was not removed")
    return "sound, closed and removed"


_STEPS: tuple[tuple[str, Callable[[_Trial], str]], ...] = (
    ("encrypted register", _open_register),
    ("import of a public list", _import_list),
    ("working days and deadlines", _count_days),
    ("briefing PDF", _make(DocumentKind.BRIEFING)),
    ("deck", _make(DocumentKind.DECK)),
    ("deadline report PDF", _make(DocumentKind.DEADLINES)),
    ("paper", _print_report),
    ("main window", _open_window),
    ("integrity and removal", _close_register),
)
