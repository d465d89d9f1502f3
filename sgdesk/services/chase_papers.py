"""The chase list on paper: whom to ring today, for what, since when, and room for the answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.agency_requests import CHASE_WORDS, ReturnState
from sgdesk.domain.agency_states import count_words
from sgdesk.domain.dates import day_and_month, long_date
from sgdesk.records.papers import PaperColumn, PaperRow, PaperTable
from sgdesk.services.agency_rows import list_requests_of
from sgdesk.services.chases import read_next_steps
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.papers import new_paper
from sgdesk.services.request_workings import read_workings
from sgdesk.services.settings import list_agencies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.chases import NextStep
    from sgdesk.domain.partnerships import AgencyContactDraft
    from sgdesk.domain.request_explanations import RequestWorking
    from sgdesk.records.agencies import RequestRow
    from sgdesk.records.papers import Paper
    from sgdesk.records.settings import AgencyRow
    from sgdesk.services.register import Register

_COLUMNS = (
    PaperColumn("Case", 15, is_quiet_below=True),
    PaperColumn("Asked", 11, is_quiet_below=True),
    PaperColumn("Due, and why", 19, is_quiet_below=True),
    PaperColumn("Standing", 13, is_quiet_below=True),
    PaperColumn("Last chase", 11, is_quiet_below=True),
    PaperColumn("Next step", 12, is_quiet_below=True),
    PaperColumn("Note of the call", 19),
)
_ROOM_TO_WRITE = "\n\n"
_TITLE = "Agency chase list"
_NONE = "Nothing is outstanding: no agency has to be chased."
_NONE_OVERDUE = "Nothing is overdue: no agency has to be chased today."
_NO_CONTACT = "The directory names no contact. Settings, Agencies takes one."


class ChaseChoice(NamedTuple):
    """What is on the list: every agency where `agency_id` is None."""

    agency_id: UUID | None = None
    only_overdue: bool = False


EVERYTHING = ChaseChoice()


class _Line(NamedTuple):
    row: RequestRow
    working: RequestWorking
    step: NextStep | None


class OutstandingAgency(NamedTuple):
    """An agency that owes something, for the choice of one."""

    agency_id: UUID
    name: str
    outstanding: int
    overdue: int


def list_outstanding(register: Register, *, today: date) -> tuple[RequestRow, ...]:
    """Return the requests of all cases in which something is still to come."""
    return tuple(row for row in _all_requests(register, today) if row.is_outstanding)


def agencies_of(rows: Iterable[RequestRow]) -> tuple[OutstandingAgency, ...]:
    """Return the agencies of the outstanding requests `rows`, in order of name.

    A request without an agency is of none of them.
    """
    found: dict[UUID, list[RequestRow]] = {}
    for row in rows:
        if row.agency_id is not None:
            found.setdefault(row.agency_id, []).append(row)
    listed = [
        OutstandingAgency(key, held[0].agency_name, len(held), sum(map(_is_overdue, held)))
        for key, held in found.items()
    ]
    return tuple(sorted(listed, key=lambda one: one.name.casefold()))


def passes(row: RequestRow, choice: ChaseChoice) -> bool:
    """Return whether an outstanding request is on the list that was chosen."""
    if choice.agency_id is not None and row.agency_id != choice.agency_id:
        return False
    return _is_overdue(row) or not choice.only_overdue


def chase_list(register: Register, choice: ChaseChoice = EVERYTHING, *, today: date) -> Paper:
    """Return the list: a table for each agency, those most late first, and so within each.

    Contacts are those of the directory as it is now. No child and no case title is named.
    """
    rows = _all_requests(register, today)
    shown = [row for row in rows if row.is_outstanding and passes(row, choice)]
    workings = read_workings(register, rows, today=today)
    steps = read_next_steps(register, shown, today=today)
    directory = {one.agency_id: one for one in list_agencies(register)}
    lines = [
        line
        for held in _by_agency(shown)
        for line in _group(
            [_Line(row, workings[row.request_id], steps[row.request_id]) for row in held],
            directory,
            today,
        )
    ]
    nothing = _NONE_OVERDUE if choice.only_overdue else _NONE
    paper = new_paper(
        register,
        _TITLE,
        [PaperTable(_COLUMNS, tuple(lines), note="" if lines else nothing)],
        today=today,
        file_stem="agency-chase-list",
        summary=_summary(shown, choice, today),
    )
    case_ids = tuple(dict.fromkeys(row.case_id for row in shown))
    return replace(paper.in_landscape(), case_ids=case_ids)


def _all_requests(register: Register, today: date) -> tuple[RequestRow, ...]:
    case_ids = [case.id for case in read_held_cases(register)]
    return list_requests_of(register, case_ids, today=today) if case_ids else ()


def _is_overdue(row: RequestRow) -> bool:
    return row.state is ReturnState.OVERDUE


def _urgency(row: RequestRow) -> tuple[int, bool, str, str, str]:
    """Sort key: the most late first, then the next to be due; those without a date come last."""
    due = row.due_on.isoformat() if row.due_on else ""
    return -row.late_days, not due, due, row.reference.casefold(), row.purpose


def _by_agency(rows: Sequence[RequestRow]) -> list[list[RequestRow]]:
    found: dict[tuple[UUID | None, str], list[RequestRow]] = {}
    for row in sorted(rows, key=_urgency):
        found.setdefault((row.agency_id, row.agency_name), []).append(row)
    return sorted(found.values(), key=lambda held: (_urgency(held[0])[:3], _name(held[0])))


def _name(row: RequestRow) -> str:
    return row.agency_name.casefold()


def _group(
    lines: Sequence[_Line], directory: Mapping[UUID, AgencyRow], today: date
) -> Iterator[PaperRow]:
    """Yield the heading of an agency and its rows; it may go on overleaf, so each names it."""
    first = lines[0].row
    agency = directory.get(first.agency_id) if first.agency_id else None
    who = _contact_words(agency, today) if agency else ""
    counts = _counts([line.row for line in lines])
    yield PaperRow((f"{first.agency_name} · {counts}\n{who or _NO_CONTACT}",), is_heading=True)
    for at, line in enumerate(lines):
        yield PaperRow(_cells(line, today, first.agency_name if at else ""))


def _contact_words(agency: AgencyRow, today: date) -> str:
    """Return whom to ring and how, the agency's own contact first; "" where nobody is named."""
    draft = agency.draft
    main = _listed(draft.contact, "", draft.phone, draft.email)
    others = [
        _listed(one.draft.name, one.draft.role, one.draft.phone, one.draft.email)
        for one in agency.contacts
        if _is_there(one.draft, today)
    ]
    return "; ".join(part for part in (main, *others) if part)


def _is_there(contact: AgencyContactDraft, today: date) -> bool:
    return contact.left_on is None or contact.left_on > today


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _cells(line: _Line, today: date, agency: str) -> tuple[str, ...]:
    row = line.row
    return (
        _lines(
            row.reference, row.purpose + (f", round {row.round}" if row.round > 1 else ""), agency
        ),
        _asked(row),
        _due(row, line.working),
        _standing(row),
        _last_chase(row),
        _next_step(line.step, today),
        _ROOM_TO_WRITE,
    )


def _asked(row: RequestRow) -> str:
    """Return when it was asked, and whom, where that is not the contact of the heading."""
    asked = row.request
    day = long_date(asked.asked_on) if asked.asked_on else ""
    is_another = asked.contact not in ("", row.contact)
    return _lines(day, f"to {asked.contact}" if is_another else "")


def _due(row: RequestRow, working: RequestWorking) -> str:
    return _lines(long_date(row.due_on) if row.due_on else "No date", working.short)


def _standing(row: RequestRow) -> str:
    """Return how late it is, and what the agency said last."""
    said = ""
    promised = row.request.promised_on
    if _is_overdue(row) and promised is not None:
        said = f"promised for {day_and_month(promised)}"
    elif row.days_left and row.state is not ReturnState.QUERIED:
        said = f"due in {count_words(row.days_left)}"
    return _lines(row.state_words, said)


def _last_chase(row: RequestRow) -> str:
    if row.last_step is None or row.last_chased_on is None:
        return "None yet"
    return _lines(long_date(row.last_chased_on), CHASE_WORDS[row.last_step].lower())


def _next_step(step: NextStep | None, today: date) -> str:
    return _lines(CHASE_WORDS[step.step], step.words(today)) if step else ""


def _lines(*lines: str) -> str:
    return "\n".join(line for line in lines if line)


def _counts(rows: Sequence[RequestRow]) -> str:
    overdue = sum(map(_is_overdue, rows))
    noun = "return" if len(rows) == 1 else "returns"
    return f"{len(rows)} {noun} out, {overdue} overdue" if overdue else f"{len(rows)} {noun} out"


def _summary(rows: Sequence[RequestRow], choice: ChaseChoice, today: date) -> str:
    agencies = len({(row.agency_id, row.agency_name) for row in rows})
    noun = "agency" if agencies == 1 else "agencies"
    counts = f"{_counts(rows)} as at {long_date(today)}, {agencies} {noun}."
    overdue = "Only what is overdue." if choice.only_overdue else ""
    order = "Most late first." if rows else ""
    return " ".join(part for part in (counts, overdue, order) if part)
