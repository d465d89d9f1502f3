"""The partnership's own profile, agencies, agreed dates and calendar changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from sgdesk.domain.contrast import READABLE, contrast
from sgdesk.domain.counting import Counting
from sgdesk.domain.dates import date_problems, long_date
from sgdesk.domain.prose import IS_PROSE, prose
from sgdesk.domain.references import reference_key
from sgdesk.domain.typefaces import DocumentFont
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from datetime import date

_WHITE = (255, 255, 255)
_ADDRESSES = ("https://", "http://", "mailto:")
"""What a link in a document may begin with; others would be left out of it."""


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """A line of "Find out more" that every briefing carries: text, then a link if any."""

    text: str
    label: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class PartnershipDraft:
    name: str = ""
    short_name: str = ""
    prefix: str = ""
    """What new references begin with."""
    officer: str = ""
    """The role that the audit trail and the status bar name, such as "Business support"."""
    handling_mark: str = "OFFICIAL-SENSITIVE"
    counting: Counting = Counting.DAY_AFTER
    ink: str = "#12344D"
    accent: str = "#0B7A75"
    logo_png: bytes | None = field(default=None, repr=False)
    reading: tuple[ReadingLine, ...] = ()
    last_yearly_report_on: date | None = None
    contacts: tuple[str, ...] = ()
    """Lines that say how the partnership is reached, for public documents."""
    typeface: DocumentFont = DocumentFont.SOURCE_SANS


def check_partnership(draft: PartnershipDraft, *, today: date) -> list[Problem]:
    """Return every problem of `draft` at once."""
    problems: list[Problem] = []
    if not draft.name.strip():
        problems.append(Problem("name", "Partnership: give its full name."))
    if not reference_key(draft.prefix):
        problems.append(
            Problem("prefix", "Reference prefix: give the letters that new references begin with.")
        )
    for name, words, colour in (
        ("ink", "Main colour", draft.ink),
        ("accent", "Second colour", draft.accent),
    ):
        ratio = contrast_with_white(colour)
        if ratio is None:
            problems.append(Problem(name, f"{words}: write it as # and six digits, as #12344D."))
        elif ratio < READABLE:
            problems.append(
                Problem(
                    name,
                    f"{words}: its contrast with white is {ratio:.1f} to 1 and text needs "
                    f"{READABLE} to 1. Choose a darker one.",
                )
            )
    problems += [
        Problem(
            "reading",
            f"Find out more: begin the address {line.address.strip()} with https:// or mailto:.",
        )
        for line in draft.reading
        if line.address.strip() and not line.address.strip().startswith(_ADDRESSES)
    ]
    last = draft.last_yearly_report_on
    problems += date_problems([("last_yearly_report_on", "Last yearly report", last)], today=today)
    return problems


def contrast_with_white(colour: str) -> float | None:
    """Return the WCAG contrast of `#RRGGBB` with white, 1 to 21, or None if it is no colour."""
    digits = colour.strip().removeprefix("#")
    try:
        channels = [int(digits[at : at + 2], 16) for at in (0, 2, 4)]
    except ValueError:
        return None
    if len(digits) != 6:  # noqa: PLR2004 - three channels of two digits
        return None
    return contrast(channels, _WHITE)


@dataclass(frozen=True, slots=True)
class AgencyDraft:
    name: str = ""
    kind: str = ""
    contact: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    is_active: bool = True
    note: str = prose()


@dataclass(frozen=True, slots=True)
class AgencyContactDraft:
    """A further contact of an agency, such as the deputy. Never removed: `left_on` is set."""

    name: str = field(default="", repr=False)
    role: str = ""
    email: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class FormerNameDraft:
    """What an agency was called until and including `until_on`."""

    name: str = ""
    until_on: date | None = None


def check_agency(draft: AgencyDraft, *, taken_names: frozenset[str]) -> list[Problem]:
    """Return every problem of `draft`; `taken_names` are the other agencies', casefolded."""
    name = draft.name.strip()
    if not name:
        return [Problem("name", "Agency: give its name.")]
    if name.casefold() in taken_names:
        return [Problem("name", f"Agency: {name} is in the directory already.")]
    return []


@dataclass(frozen=True, slots=True)
class AgreedDate:
    """A date agreed beside the date by the rule, which stays in view."""

    agreed_on: date
    reason: str = field(repr=False, metadata=IS_PROSE)
    authority: str


def check_agreed_date(draft: AgreedDate) -> list[Problem]:
    """Return every problem of `draft` at once."""
    problems = date_problems([("agreed_on", "Agreed date", draft.agreed_on)])
    if not draft.reason.strip():
        problems.append(Problem("reason", "Reason: say why another date was agreed."))
    if not draft.authority.strip():
        problems.append(Problem("authority", "Authority: say who agreed it."))
    return problems


class CalendarChangeKind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CLOSURE = "closure"


CALENDAR_CHANGE_WORDS = {
    CalendarChangeKind.ADDED: "Extra bank holiday",
    CalendarChangeKind.REMOVED: "Not a bank holiday after all",
    CalendarChangeKind.CLOSURE: "Office closed (still a working day)",
}


@dataclass(frozen=True, slots=True)
class CalendarChange:
    day: date
    kind: CalendarChangeKind
    name: str


def check_calendar_change(
    draft: CalendarChange,
    *,
    bank_holidays: frozenset[date],
    closures: frozenset[date] = frozenset(),
) -> list[Problem]:
    """Return every problem of `draft`.

    `bank_holidays` are the days that hold without it, `closures` those noted already.
    """
    problems = date_problems([("day", "Day", draft.day)])
    if not draft.name.strip():
        problems.append(Problem("name", "Name: say what day this is, as in State Funeral."))
    is_holiday = draft.day in bank_holidays
    if draft.kind is CalendarChangeKind.REMOVED and not is_holiday:
        problems.append(Problem("day", f"Day: {long_date(draft.day)} is no bank holiday."))
    if draft.kind is CalendarChangeKind.ADDED and is_holiday:
        problems.append(Problem("day", f"Day: {long_date(draft.day)} is a bank holiday already."))
    if draft.kind is CalendarChangeKind.CLOSURE and draft.day in closures:
        problems.append(
            Problem("day", f"Day: a closure on {long_date(draft.day)} is noted already.")
        )
    return problems
