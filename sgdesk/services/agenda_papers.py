"""The agenda of a meeting on paper: what is decided, and what stands around each case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.agency_states import outstanding_words
from sgdesk.domain.dates import day_and_month, long_date
from sgdesk.domain.standings import OPEN_STANDINGS, Standing
from sgdesk.records.papers import PaperColumn, PaperRow, PaperTable
from sgdesk.records.shares import shown_of
from sgdesk.services.actions import list_all_actions
from sgdesk.services.agency_rows import list_requests_of
from sgdesk.services.case_views import get_case
from sgdesk.services.deadline_workings import worked_rows
from sgdesk.services.deadlines import by_date
from sgdesk.services.family import list_no_contacts
from sgdesk.services.meetings import RAPID_REVIEW_MEETING, meeting_words, read_meetings
from sgdesk.services.papers import new_paper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sgdesk.records.agencies import RequestRow
    from sgdesk.records.cases import CaseMeeting, CaseView
    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.records.family import NoContactLine
    from sgdesk.records.learning import ActionRow
    from sgdesk.records.papers import Paper
    from sgdesk.services.register import Register

_AROUND = 10
"""Working days after the meeting up to which a deadline stands on its agenda."""
_MOST_MISSING = 4
_COLUMNS = (
    PaperColumn("What is decided", 1.5),
    PaperColumn("Deadlines around it", 1.7),
    PaperColumn("Still open", 2.6),
    PaperColumn("Presses most", 1.3),
)
_DECIDED = {
    RAPID_REVIEW_MEETING: (
        "What happened, and what keeps children safe now",
        "Whether the criteria of a local review are met",
        "Local review or not, with the reasons",
    ),
    "Panel meeting": ("Progress and quality of the local review",),
    "Sign-off meeting": ("Sign-off of the report by the three partners",),
    "Managers’ event": ("What the agencies change after the findings",),
}
"""By the kind of meeting. Practitioner, family and learning events hear and decide nothing."""


class _Row(NamedTuple):
    """One case of an agenda with everything that its row says."""

    view: CaseView
    meetings: Sequence[CaseMeeting]
    """Those on the day of the agenda."""
    deadlines: Sequence[DeadlineRow]
    returns: Sequence[RequestRow]
    actions: Sequence[ActionRow]
    """Those that are overdue."""
    no_contacts: Sequence[NoContactLine]


def agenda_paper(register: Register, case_ids: Sequence[UUID], day: date, *, today: date) -> Paper:
    """Return the agenda of a meeting on `day` as a paper, the cases in the order given.

    Raises `UserError` if one of them is no longer in the register.
    """
    rows: list[PaperRow] = []
    for number, row in enumerate(_read(register, case_ids, day, today), start=1):
        rows += [PaperRow((_heading(number, row),), is_heading=True), _paper_row(row, day)]
        if (pressing := _pressing(row, day)) is not None and pressing.due is not None:
            (worked,) = worked_rows(register, [pressing], today=today)
            rows.append(PaperRow((f"{pressing.what}: {worked.working}",), is_below=True))
    cases = "1 case" if len(case_ids) == 1 else f"{len(case_ids)} cases"
    paper = new_paper(
        register,
        f"Agenda for {long_date(day)}",
        [PaperTable(_COLUMNS, tuple(rows), note="" if rows else "No case is on this agenda.")],
        today=today,
        file_stem="agenda",
        summary=f"{cases}. For each: what is decided, what is due around it, what is still open.",
    )
    return replace(paper, case_ids=tuple(case_ids))


def _read(register: Register, case_ids: Sequence[UUID], day: date, today: date) -> list[_Row]:
    views = [get_case(register, case_id, today=today) for case_id in case_ids]
    references = {view.case_id: view.reference for view in views}
    meetings = read_meetings(register, today=today)
    returns = list_requests_of(register, case_ids, today=today)
    actions = list_all_actions(register, today=today)
    no_contacts = list_no_contacts(register, references, today=today)
    until = register.calendar.add_working_days(day, _AROUND)
    return [
        _Row(
            view,
            [one for one in meetings.get(view.case_id, ()) if one.day == day],
            sorted((one for one in view.deadlines if _is_around(one, until)), key=by_date),
            [one for one in returns if one.case_id == view.case_id],
            [
                one
                for one in actions
                if one.case_id == view.case_id and one.standing is Standing.OVERDUE
            ],
            [one for one in no_contacts if one.case_id == view.case_id],
        )
        for view in views
    ]


def _is_around(row: DeadlineRow, until: date) -> bool:
    if row.standing is Standing.PAUSED:
        return True
    return row.is_open and row.counts_to is not None and row.counts_to <= until


def _heading(number: int, row: _Row) -> str:
    view = row.view
    held = "; ".join(meeting_words(one) for one in row.meetings)
    title = "" if view.draft.title == view.reference else view.draft.title
    parts = (view.reference, title, view.stage_words, held or "no meeting booked on this day")
    return f"{number}. {' · '.join(part for part in parts if part)}"


def _paper_row(row: _Row, day: date) -> PaperRow:
    pressing = _pressing(row, day)
    deadlines = [_deadline_words(one) for one in row.deadlines]
    cells = (
        _bulleted(_decided(row)),
        _bulleted(deadlines or [f"None within {_AROUND} working days"]),
        "\n".join(_still_open(row)) or "Nothing",
        f"{pressing.short_words}: {pressing.what}" if pressing else "Nothing is due",
    )
    return PaperRow(cells, pressing.standing if pressing else None)


def _pressing(row: _Row, day: date) -> DeadlineRow | None:
    """Return the open deadline that comes first, else the first that is paused, or None."""
    return min(
        (one for one in row.deadlines if one.standing in OPEN_STANDINGS and one.counts_to),
        key=lambda one: one.counts_to or day,
        default=next(iter(row.deadlines), None),
    )


def _decided(row: _Row) -> list[str]:
    words = [one for held in row.meetings for one in _DECIDED.get(held.title, ())]
    words += [f"{held.title}: heard, nothing is decided" for held in row.meetings if not words]
    if not row.meetings:
        words.append(f"Next: {row.view.next_step.words}")
    looks = {one.standing_words for one in row.deadlines if one.standing is Standing.PAUSED}
    return words + [f"Whether it stays so: {one[:1].lower()}{one[1:]}" for one in sorted(looks)]


def _deadline_words(row: DeadlineRow) -> str:
    if row.standing is Standing.PAUSED or row.counts_to is None:
        return f"{row.what}: {_lowered(row.standing_words)}"
    rule = f", by the rule {day_and_month(row.due)}" if row.has_other_date and row.due else ""
    dates = f"{'agreed ' if rule else ''}{day_and_month(row.counts_to)}{rule}"
    return f"{row.what}: {dates}, {_lowered(row.short_words)}"


def _still_open(row: _Row) -> list[str]:
    lines = []
    if returns := outstanding_words([one.state for one in row.returns]):
        lines.append(f"Returns: {_lowered(returns)}")
    if row.actions:
        numbers = ", ".join(one.number for one in row.actions if one.number)
        lines.append(f"Actions overdue: {len(row.actions)}{f' ({numbers})' if numbers else ''}")
    lines += [f"Delay: {span.words}" for span in row.view.spans if span.ended_on is None]
    lines += [f"Do not contact: {_no_contact_words(one)}" for one in row.no_contacts]
    missing = [item.words for item in row.view.missing if item.dialog != "agencies"]
    if missing:
        shown = shown_of(len(missing), _MOST_MISSING)
        named = "; ".join(missing[:shown])
        more = len(missing) - shown
        lines.append(f"Missing: {named}{f'; and {more} more' if more > 0 else ''}")
    return lines


def _no_contact_words(line: NoContactLine) -> str:
    """Return who and until when. The reason stays in the register: an agenda goes to many."""
    who, days = line.who.rpartition(": ")[2], line.words.partition(": ")[0]
    return f"{who}, {_lowered(days)}"


def _bulleted(lines: Sequence[str]) -> str:
    return "\n".join(f"• {line}" for line in lines) if len(lines) > 1 else "".join(lines)


def _lowered(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
