"""What `export --practice` makes beside the documents of a review: papers and deadline files."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.references import reference_key
from sgdesk.domain.stages import stage_of
from sgdesk.errors import UserError
from sgdesk.records.deadline_files import file_name
from sgdesk.records.exports import PaperKind
from sgdesk.services.case_list import OVER
from sgdesk.services.held_cases import read_held_cases

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from sgdesk.records.exports import MadeFile
    from sgdesk.records.papers import Paper
    from sgdesk.services.held_facts import HeldCase
    from sgdesk.services.register import Register


class _Clock(NamedTuple):
    """What begins a sheet of one case, and for how many working days it is asked for most."""

    begins: CaseDate
    days: int | None
    missing: str


_CLOCKS = {
    PaperKind.TIMETABLE: _Clock(CaseDate.NOTIFIED, 15, "No case has a notified date."),
    PaperKind.PLAN: _Clock(CaseDate.INITIATED, None, "No local review is under way."),
}


def make_papers(
    register: Register, kinds: Collection[PaperKind], reference: str | None, today: date
) -> tuple[Paper, ...]:
    """Return the papers of `kinds`, of the case `reference` where one is asked for.

    Without a reference: the timetable of every open case in its first 15 working days, the
    plan of every local review under way; where there is none, of the case begun last. Raises
    `UserError` for a reference that no case has.
    """
    case = _case_called(register, reference) if reference else None
    return tuple(paper for kind in kinds for paper in _papers(register, kind, case, today))


def save_files(
    register: Register, kinds: Collection[PaperKind], folder: Path, today: date
) -> Iterator[MadeFile]:
    """Write workbook and calendar file of all deadlines, those that `kinds` names, to `folder`."""
    if PaperKind.WORKBOOK in kinds:
        from sgdesk.services.deadline_files import (  # noqa: PLC0415 - each kind loads its own
            save_deadline_workbook,
        )
        from sgdesk.services.everything_due import (  # noqa: PLC0415 - as above
            list_everything_due,
        )

        rows = list_everything_due(register, today=today)
        target = folder / file_name(today, "xlsx")
        yield save_deadline_workbook(register, rows, target, today=today)
    if PaperKind.CALENDAR in kinds:
        from sgdesk.services.deadline_calendars import (  # noqa: PLC0415 - as above
            save_deadline_calendar,
        )

        yield save_deadline_calendar(register, None, folder / file_name(today, "ics"), today=today)


def paper_names(papers: Sequence[Paper]) -> Iterator[str]:
    """Yield the name of each paper's file; a second one of its kind has a number."""
    seen: dict[str, int] = {}
    for paper in papers:
        number = seen[paper.file_name] = seen.get(paper.file_name, 0) + 1
        stem = paper.file_name.removesuffix(".pdf")
        yield paper.file_name if number == 1 else f"{stem} ({number}).pdf"


def _papers(
    register: Register, kind: PaperKind, case: HeldCase | None, today: date
) -> Iterator[Paper]:
    if kind is PaperKind.TODAY:
        from sgdesk.services.today import look_at_today  # noqa: PLC0415 - as above
        from sgdesk.services.today_papers import today_sheet  # noqa: PLC0415

        yield today_sheet(register, look_at_today(register, today=today), today=today)
    elif kind is PaperKind.CHASES:
        from sgdesk.services.chase_papers import chase_list  # noqa: PLC0415 - as above

        yield chase_list(register, today=today)
    elif kind in _CLOCKS:
        for one in [case.id] if case else _begun(register, _CLOCKS[kind], today):
            yield _sheet(register, kind, one, today)


def _sheet(register: Register, kind: PaperKind, case_id: UUID, today: date) -> Paper:
    if kind is PaperKind.PLAN:
        from sgdesk.services.review_plans import review_plan  # noqa: PLC0415 - as above

        return review_plan(register, case_id, today=today)
    from sgdesk.services.wall_sheets import wall_sheet  # noqa: PLC0415 - as above

    return wall_sheet(register, case_id, today=today)


def _case_called(register: Register, reference: str) -> HeldCase:
    wanted = reference_key(reference)
    cases = read_held_cases(register)
    for case in cases:
        if wanted in {reference_key(name) for name in (case.local_reference, *case.further)}:
            return case
    known = ", ".join(sorted(case.local_reference for case in cases if case.local_reference))
    raise UserError(f"No case is called {reference}. There are: {known}.")


def _begun(register: Register, clock: _Clock, today: date) -> list[UUID]:
    """Return the open cases whose clock runs, the last begun first; or the one begun last."""
    begun = [
        (day, case)
        for case in read_held_cases(register)
        if (day := case.facts.dates.get(clock.begins)) is not None and day <= today
    ]
    if not begun:
        raise UserError(clock.missing)
    begun.sort(key=lambda pair: (pair[0], pair[1].reference), reverse=True)
    since = None
    if clock.days is not None:
        since = register.calendar.working_days_before(today, clock.days)
    running = [
        case.id
        for day, case in begun
        if stage_of(case.facts).stage not in OVER and (since is None or day >= since)
    ]
    return running or [begun[0][1].id]
