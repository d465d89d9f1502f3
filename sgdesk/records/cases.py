"""Cases as the list, the case page and the calendar of publications show them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sgdesk.domain.timetables import STANDARD

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from sgdesk.domain.cases import CaseDraft, CaseKind
    from sgdesk.domain.editions import Edition
    from sgdesk.domain.local_reviews import LocalReviewDraft
    from sgdesk.domain.notifications import NotificationDraft, NotificationKind
    from sgdesk.domain.people import ChildDraft
    from sgdesk.domain.publications import PublicationDraft
    from sgdesk.domain.rapid_reviews import RapidReviewDraft
    from sgdesk.domain.stages import Stage
    from sgdesk.domain.standings import Standing
    from sgdesk.domain.timetables import Timetable
    from sgdesk.records.deadlines import DeadlineRow


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the case list."""

    case_id: UUID
    reference: str
    """As typed, or the title of a national review without one."""
    title: str
    stage: Stage
    stage_words: str
    next_code: str
    """The rule code of the next deadline, "" if nothing is due."""
    next_what: str
    next_due: date | None
    next_due_words: str
    standing: Standing
    standing_words: str
    owner: str
    children: int
    kind: NotificationKind | None
    themes: tuple[str, ...]
    published_on: date | None
    changed_on: date
    is_open: bool
    haystack: str = field(repr=False)
    """Casefolded text that the filter searches."""


@dataclass(frozen=True, slots=True)
class ChildRow:
    child_id: UUID
    draft: ChildDraft
    age_words: str
    """Age at the incident in words, or what is missing to say it."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """What the case needs now, why, and the dialog that does it."""

    words: str
    reason: str
    dialog: str
    """What `CasePage.open_step` takes: notification, rapid_review, publication, briefing, case;
    or the key of another tab, after a colon the dialog in it: "local_review:monitoring"; or ""."""
    button: str
    rule: str = ""
    """The rule that asks for it and how binding it is, "" where none does."""
    code: str = ""
    """The code of that rule, whose working explains the date; "" where there is none."""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    at: datetime
    """UTC."""
    actor: str
    what: str
    """Which record and field, in words."""
    old: str = field(repr=False)
    new: str = field(repr=False)
    seq: int = 0
    """The number of the entry in the audit trail."""
    field: str = ""
    """Which field it is, as the register names it; "" for a record that came or went."""
    record: str = ""
    """The kind of record, in words."""
    can_restore: bool = False
    """Whether the value before may be put back."""
    can_bring_back: bool = False
    """Whether the record, which went, may be brought back."""


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Part of the history of a case, newest first."""

    rows: tuple[HistoryRow, ...]
    older: int | None
    """The entry before which the next part begins; None where this is the last."""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    made_at: datetime
    """UTC."""
    kind: str
    file_name: str
    actor: str
    override_by: str = field(default="", repr=False)
    """Who answered for what the identity check found in it."""
    override_reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class BriefingRow:
    briefing_id: UUID
    title: str
    references: tuple[str, ...]
    """References of the reviews it speaks of, or their titles; none for a theme."""


@dataclass(frozen=True, slots=True)
class CaseStep:
    """A milestone of the case's timeline."""

    label: str
    date_words: str
    note: str
    standing: Standing
    day: date | None
    code: str = ""
    """The rule whose working explains it; "" for a day on which something happened."""


@dataclass(frozen=True, slots=True)
class CaseSpan:
    """Proceedings or a delay on the case's timeline."""

    words: str
    started_on: date
    ended_on: date | None
    """None while it lasts."""


@dataclass(frozen=True, slots=True)
class CaseMeeting:
    """The next meeting that a case has to be ready for."""

    title: str
    """Such as "Rapid Review meeting"."""
    day: date
    time: str
    place: str
    words: str
    """As the heading of what is missing: "Before Thursday’s Rapid Review meeting"."""


@dataclass(frozen=True, slots=True)
class MissingItem:
    """Something that a case still lacks, and where it is filled in."""

    words: str
    """As the middle of a sentence says it: "the chair of the meeting"."""
    dialog: str
    """As `NextStep.dialog`."""


@dataclass(frozen=True, slots=True)
class CaseView:
    """Everything that the case page shows. Drafts are None where nothing is recorded."""

    case_id: UUID
    revision: int
    reference: str
    kind: CaseKind
    draft: CaseDraft
    edition: Edition
    stage: Stage
    stage_words: str
    stage_reason: str
    children: tuple[ChildRow, ...]
    notification: NotificationDraft | None
    rapid_review: RapidReviewDraft | None
    rapid_review_due: date | None
    """Day 15, where it can be computed."""
    local_review: LocalReviewDraft | None
    publication: PublicationDraft | None
    briefings: tuple[BriefingRow, ...]
    deadlines: tuple[DeadlineRow, ...]
    steps: tuple[CaseStep, ...]
    next_step: NextStep
    missing: tuple[MissingItem, ...]
    """What is still missing before the next meeting, or at all where none is booked."""
    documents: tuple[DocumentRow, ...]
    next_steps: tuple[NextStep, ...] = ()
    """What must happen next, in order, `next_step` first; none where nothing is due."""
    meeting: CaseMeeting | None = None
    spans: tuple[CaseSpan, ...] = ()
    """Proceedings and delays, earliest first."""
    timetable: Timetable = STANDARD
    """The local timetable that the case began under."""


@dataclass(frozen=True, slots=True)
class PublicationRow:
    """One review on the way to publication, on the public list, or in the archive."""

    case_id: UUID
    reference: str
    title: str
    review_type: str
    state: str
    """Planned, On the public list, Leaves the list soon, or Archived."""
    planned_on: date | None
    published_on: date | None
    leaves_on: date | None
    """Three years after publication: the local window of the public list."""
    removable_from: date | None
    """One year after publication: the earliest day of removal."""
    standing: Standing
    standing_words: str
    briefings: int
    summary: str = field(repr=False)
    archived_on: date | None = None
    deposited_on: date | None = None
    """With the national repository."""
