"""Deadlines as a workbook: a line each with real dates, and everything that explains them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.calendar import OutsideCalendarError
from sgdesk.domain.case_dates import WORDS
from sgdesk.domain.counting import counting_sentence
from sgdesk.domain.rules import WEIGHT_WORDS
from sgdesk.domain.standings import OPEN_STANDINGS, Standing
from sgdesk.progress import Progress, silent
from sgdesk.records.deadline_files import DeadlineBook, DeadlineLine, RuleLine
from sgdesk.records.deadlines import DueKind
from sgdesk.services.deadline_workings import Worked, worked_rows
from sgdesk.services.made_files import MadeDocument, field_prints, log_documents, write_document
from sgdesk.services.papers import handling_mark, seal_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from sgdesk.domain.calendar import WorkingCalendar
    from sgdesk.domain.rules import Rule
    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.records.exports import MadeFile
    from sgdesk.services.register import Register

WORKBOOK_KIND = "deadline-workbook"
_COUNTED = OPEN_STANDINGS | {Standing.MET_LATE}
_OTHERS = {DueKind.RETURN: "Agency return", DueKind.ACTION: "Action of a plan"}
"""What stands in place of the rule where none gives the date."""
_LATE = frozenset({Standing.OVERDUE, Standing.MET_LATE})


def deadline_book(
    register: Register,
    rows: Sequence[DeadlineRow],
    *,
    today: date,
    title: str = "Deadlines",
    summary: str = "",
) -> DeadlineBook:
    """Return what a workbook of `rows` says, in the order given."""
    worked = worked_rows(register, rows, today=today)
    profile = register.profile
    return DeadlineBook(
        title=title,
        partnership=profile.name,
        mark=handling_mark(register),
        as_at=today,
        made_at=register.now(),
        counting=counting_sentence(register.counting),
        seal=seal_words(register),
        ink=profile.ink,
        lines=tuple(_line(one, today, register.calendar) for one in worked),
        rules=tuple(_rule_line(rule) for rule in _rules_of(worked)),
        summary=summary,
    )


def deadline_workbook(
    register: Register,
    rows: Sequence[DeadlineRow],
    *,
    today: date,
    title: str = "Deadlines",
    progress: Progress = silent,
) -> bytes:
    """Return `rows` as an XLSX workbook. Passes on what `progress` raises."""
    return workbook_bytes(deadline_book(register, rows, today=today, title=title), progress)


def workbook_bytes(book: DeadlineBook, progress: Progress = silent) -> bytes:
    """Return the workbook, the same bytes every time."""
    from sgdesk.exports.sheets.deadlines import deadline_sheets  # noqa: PLC0415 - slow import

    return deadline_sheets(book, progress)


def save_deadline_workbook(
    register: Register,
    rows: Sequence[DeadlineRow],
    target: Path,
    *,
    today: date,
    title: str = "Deadlines",
    progress: Progress = silent,
) -> MadeFile:
    """Write `rows` as a workbook to `target` and log it, as `save_book` does."""
    book = deadline_book(register, rows, today=today, title=title)
    return save_book(register, book, case_ids_of(rows), target, progress)


def save_book(
    register: Register,
    book: DeadlineBook,
    case_ids: tuple[UUID, ...],
    target: Path,
    progress: Progress = silent,
) -> MadeFile:
    """Write a workbook to `target` and log it, with the cases it speaks of.

    Raises `UserError` where it cannot be written, or what `progress` raises; nothing is left
    behind then.
    """
    made = MadeDocument(
        target.name,
        WORKBOOK_KIND,
        book.title,
        workbook_bytes(book, progress),
        field_prints(book),
        case_ids=case_ids,
    )
    file = write_document(register, target.parent, made)
    log_documents(register, [made], (file,))
    return file


def case_ids_of(rows: Iterable[DeadlineRow]) -> tuple[UUID, ...]:
    """Return the cases of `rows`, each once, in order."""
    return tuple(dict.fromkeys(row.case_id for row in rows if row.case_id is not None))


def _line(worked: Worked, today: date, calendar: WorkingCalendar) -> DeadlineLine:
    row, deadline, working = worked
    rule = deadline.rule if deadline else None
    agreed = deadline.agreed if deadline else None
    return DeadlineLine(
        reference=row.reference,
        what=row.what,
        rule=f"{_called(rule)}: {rule.period}" if rule else _OTHERS.get(row.kind, ""),
        weight=WEIGHT_WORDS[row.weight],
        trigger=WORDS[row.trigger],
        trigger_on=row.trigger_on,
        due=row.due if rule else None,
        agreed_on=row.agreed_on,
        agreed_why=f"{agreed.reason} ({agreed.authority})" if agreed else "",
        counts_to=row.counts_to,
        standing=row.standing,
        standing_words=row.standing_words,
        days=_days(worked, today, calendar),
        owner=row.owner,
        source=rule.source if rule else "",
        edition=rule.edition.label if rule else "",
        working=working,
    )


def _days(worked: Worked, today: date, calendar: WorkingCalendar) -> int | None:
    """Return the working days left; late ones are below 0."""
    row, deadline, _ = worked
    if row.counts_to is None or (deadline is not None and row.standing not in _COUNTED):
        return None
    if deadline is not None:
        return -deadline.days if row.standing in _LATE else deadline.days
    try:
        return calendar.working_days_between(today, row.counts_to)
    except OutsideCalendarError:
        return None


def _rules_of(worked: Iterable[Worked]) -> list[Rule]:
    """Return each rule that stands behind a line once, edition by edition.

    One that local timetables count in different ways is there in each of them.
    """
    found = (one.deadline.rule for one in worked if one.deadline is not None)
    rules = {(rule.edition, rule.code, rule.count, rule.source): rule for rule in found}
    return [rules[key] for key in sorted(rules)]


def _called(rule: Rule) -> str:
    """Return the code of a rule; own milestones of the partnership have none to show."""
    return "Local timetable" if rule.is_own else rule.code


def _rule_line(rule: Rule) -> RuleLine:
    return RuleLine(
        _called(rule),
        rule.title,
        rule.period,
        WEIGHT_WORDS[rule.weight],
        rule.source,
        rule.edition.label,
    )
