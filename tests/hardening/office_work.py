"""A program at work: it saves, backs up and exports, and knows what it was told to be done."""

from __future__ import annotations

import errno
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from services_samples import NOW, OPENING_WORDS, TODAY

from sgdesk.domain.cases import CaseDraft
from sgdesk.domain.partnerships import AgencyDraft
from sgdesk.domain.rapid_reviews import RapidReviewDraft
from sgdesk.errors import UserError
from sgdesk.services.backups import back_up
from sgdesk.services.case_list import list_cases
from sgdesk.services.cases import save_case
from sgdesk.services.deadline_files import save_deadline_workbook
from sgdesk.services.deadlines import list_deadlines
from sgdesk.services.register import Register, open_register
from sgdesk.services.reviews import save_rapid_review
from sgdesk.services.settings import save_agency
from sgdesk.store.backup_sets import list_sets
from sgdesk.store.backups import check_set
from sgdesk.store.errors import StoreError
from sgdesk.store.stopping import never_stop

if TYPE_CHECKING:
    import random
    from pathlib import Path
    from uuid import UUID

SQLITE_CODES = {
    5: "BUSY",
    8: "READONLY",
    10: "IOERR",
    11: "CORRUPT",
    13: "FULL",
    14: "CANTOPEN",
    26: "NOTADB",
}


@dataclass
class Office:
    """A program at work on a register, and what it was told to be saved."""

    folder: Path
    register: Register
    case_id: UUID
    source: random.Random
    titles: set[str] = field(default_factory=set)
    agencies: set[str] = field(default_factory=set)
    chair: str = ""
    backups: set[int] = field(default_factory=set)
    number: int = 0
    refusals: Counter[str] = field(default_factory=Counter)
    """By what the system said behind the sentence."""
    kinds: set[type[StoreError]] = field(default_factory=set)
    wrong: Counter[str] = field(default_factory=Counter)

    def step(self) -> bool:
        """Do one thing that the officer does; return whether it was told as done."""
        self.number += 1
        save = self.source.choices(
            (self._save_case, self._save_review, self._save_settings, self._back_up, self._export),
            (6, 3, 3, 1, 1),
        )[0]
        try:
            save()
        except UserError as refusal:
            self.note(refusal)
            return False
        except Exception as failure:  # noqa: BLE001 - what the officer would see as a crash
            self.wrong[f"{type(failure).__name__} not told"] += 1
            return False
        return True

    def note(self, refusal: UserError) -> None:
        """Note a sentence of the store; those of exports are of their own kinds."""
        if isinstance(refusal, StoreError):
            self.kinds.add(type(refusal))
        self.refusals[_code_of(refusal)] += 1

    def _save_case(self) -> None:
        title = f"Case {self.number} " + "x" * self.source.randrange(3000)
        draft = CaseDraft(reference=f"RIV2026-28-{self.number:03d}", title=title)
        save_case(self.register, None, draft, today=TODAY)
        self.titles.add(title)

    def _save_review(self) -> None:
        chair = f"Chair {self.number}"
        draft = RapidReviewDraft(chair=chair)
        save_rapid_review(self.register, self.case_id, draft, today=TODAY)
        self.chair = chair

    def _save_settings(self) -> None:
        name = f"Agency {self.number}"
        save_agency(self.register, None, AgencyDraft(name=name))
        self.agencies.add(name)

    def _back_up(self) -> None:
        made = back_up(self.register, is_asked=True)
        if made is not None:
            self.backups.add(made.number)

    def _export(self) -> None:
        rows = list_deadlines(self.register, today=TODAY)
        place = self.folder.parent / "dates.xlsx"
        save_deadline_workbook(self.register, rows, place, today=TODAY)

    def look(self, when: str) -> None:
        """Read as the officer does, and note what is not as it was told."""
        try:
            titles = {row.title for row in list_cases(self.register, today=TODAY)}
            with self.register.store.rows() as rows:
                agencies = {name for (name,) in rows.all("SELECT name FROM agency")}
                chairs = rows.all("SELECT chair FROM rapid_review")
        except Exception as failure:  # noqa: BLE001 - as above
            self.wrong[f"not readable {when}: {type(failure).__name__}"] += 1
            return
        is_lost = self.titles - titles or self.agencies - agencies
        if is_lost or (self.chair and chairs != [(self.chair,)]):
            self.wrong[f"lost {when}"] += 1

    def end(self) -> None:
        """Close, open again, and look at everything."""
        self.register.close()
        self.register = open_register(self.folder, OPENING_WORDS, now=lambda: NOW)
        self.look("when opened again")
        if self.register.store.integrity_problems():
            self.wrong["damaged"] += 1
        place = self.folder / "backups"
        sets = {one.number: one for one in list_sets(place)}
        try:
            for number in sorted(self.backups)[-5:]:
                check_set(sets[number], self.register.store.key, never_stop)
        except (KeyError, UserError):
            self.wrong["backup lost"] += 1
        if list(place.glob(".sgdesk-*")) or list(self.folder.parent.rglob(".sgdesk-*")):
            self.wrong["half of something left"] += 1
        self.register.close()


def _code_of(refusal: BaseException) -> str:
    """Return SQLite's name for what is behind a sentence, or the system's."""
    cause: BaseException | None = refusal
    while cause is not None:
        origin: Any = getattr(cause, "orig", None) or cause
        code = getattr(origin, "sqlite_errorcode", 0) & 0xFF
        if code:
            return SQLITE_CODES.get(code, f"code {code}")
        if isinstance(origin, OSError) and origin.errno:
            return errno.errorcode.get(origin.errno, "")
        cause = cause.__cause__ or cause.__context__
    return ""
