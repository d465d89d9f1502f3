"""The front sheet of a case: who and when, what comes next, its deadlines, what is missing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date
from sgdesk.domain.notifications import KIND_WORDS, NotificationKind
from sgdesk.domain.people import ROLE_WORDS
from sgdesk.domain.rapid_reviews import DECISION_WORDS, PANEL_VIEW_WORDS, Decision, PanelView
from sgdesk.domain.rules import WEIGHT_WORDS
from sgdesk.domain.standings import Standing
from sgdesk.records.papers import PaperColumn, PaperRow, PaperTable, PaperText
from sgdesk.services.case_views import get_case
from sgdesk.services.deadline_workings import worked_rows
from sgdesk.services.deadlines import by_date
from sgdesk.services.meetings import meeting_words
from sgdesk.services.papers import new_paper

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sgdesk.records.cases import CaseView
    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.records.papers import Paper
    from sgdesk.services.register import Register

_MET = frozenset({Standing.MET, Standing.MET_LATE})
_FACTS = (PaperColumn("", 1.0), PaperColumn("", 3.6))
_DEADLINES = (
    PaperColumn("What is due", 2.2),
    PaperColumn("Rule", 1.1),
    PaperColumn("Due", 1.4),
    PaperColumn("Standing", 1.7),
)


def front_sheet(register: Register, case_id: UUID, *, today: date) -> Paper:
    """Return the front sheet of a case: children by their pseudonyms, nobody by name.

    Raises `UserError` if the case is gone.
    """
    view = get_case(register, case_id, today=today)
    parts: list[PaperTable | PaperText] = [PaperTable(_FACTS, _facts(view))]
    if view.next_steps:
        lines = tuple(f"{step.words}. {step.reason} {step.rule}" for step in view.next_steps)
        parts.append(PaperText("What must happen next, and why", lines, is_list=True))
    parts.append(_deadlines(register, view, today))
    if view.missing:
        title = f"{view.meeting.words} still missing" if view.meeting else "Still missing"
        lines = tuple(f"{item.words[:1].upper()}{item.words[1:]}" for item in view.missing)
        parts.append(PaperText(title, lines, is_list=True))
    paper = new_paper(
        register,
        f"Case {view.reference}" if view.draft.reference else view.reference,
        parts,
        today=today,
        file_stem="case-front-sheet",
        summary=f"{view.stage_words}. {view.stage_reason}",
    )
    return replace(paper, case_ids=(case_id,))


def _facts(view: CaseView) -> tuple[PaperRow, ...]:
    draft, notification, rapid = view.draft, view.notification, view.rapid_review
    decided = rapid is not None and rapid.standing_decision is not Decision.NOT_MADE
    is_other = notification and notification.kind is not NotificationKind.SERIOUS_INCIDENT
    replied = rapid is not None and rapid.panel_view is not PanelView.NOT_RECEIVED
    facts = {
        "Description": draft.title,
        "Further references": ", ".join(draft.further_references),
        "Kind": KIND_WORDS[notification.kind] if notification and is_other else "",
        "Children": "\n".join(
            f"{row.draft.pseudonym}: {ROLE_WORDS[row.draft.role].lower()}, {row.age_words}"
            for row in view.children
        ),
        "Incident": ", ".join(
            one for one in (draft.incident.words(), draft.area_of_incident) if one
        ),
        "Authority aware": _day(draft.aware_on),
        "Notified": _day(notification.notified_on if notification else None),
        "Meeting": _meeting(view),
        "Decision": DECISION_WORDS[rapid.standing_decision] if rapid and decided else "",
        "Panel’s view": PANEL_VIEW_WORDS[rapid.panel_view] if rapid and replied else "",
        "Proceedings": "\n".join(span.words for span in view.spans),
        "Themes": ", ".join(draft.themes),
        "Case owner": draft.owner,
        "Guidance": view.edition.label,
    }
    return tuple(PaperRow((label, words)) for label, words in facts.items() if words)


def _meeting(view: CaseView) -> str:
    if view.meeting is None:
        return ""
    return f"{long_date(view.meeting.day)}: {meeting_words(view.meeting)}"


def _deadlines(register: Register, view: CaseView, today: date) -> PaperTable:
    """Return what is not met yet, each with the working of its date; how many are is said."""
    applying = [row for row in view.deadlines if row.standing is not Standing.NOT_APPLICABLE]
    rows = [row for row in applying if row.standing not in _MET]
    met = len(applying) - len(rows)
    note = f"{met} met already." if met else ""
    if not rows:
        note = f"{note} None is left.".strip()
    lines: list[PaperRow] = []
    for worked in worked_rows(register, sorted(rows, key=by_date), today=today):
        lines.append(_deadline(worked.row))
        if worked.row.due is not None:
            lines.append(PaperRow((worked.working,), is_below=True))
    return PaperTable(_DEADLINES, tuple(lines), title="Deadlines", note=note)


def _deadline(row: DeadlineRow) -> PaperRow:
    agreed = f"\nAgreed: {long_date(row.agreed_on)}" if row.agreed_on else ""
    words = row.standing_words if row.look_words else row.short_words
    cells = (row.what, WEIGHT_WORDS[row.weight], f"{row.due_words}{agreed}", words)
    return PaperRow(cells, row.standing)


def _day(day: date | None) -> str:
    return long_date(day) if day else ""
