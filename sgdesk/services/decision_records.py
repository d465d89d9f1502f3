"""The decision record of a Rapid Review: one paper for the three partners to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.answers import ANSWER_WORDS, Answer, considered
from sgdesk.domain.dates import long_date
from sgdesk.domain.rapid_reviews import DECISION_WORDS, Decision, RapidReviewDraft
from sgdesk.domain.review_questions import CIRCUMSTANCES, CRITERIA, PURPOSES
from sgdesk.records.papers import PaperColumn, PaperRow, PaperTable, PaperText
from sgdesk.services.case_views import get_case
from sgdesk.services.deadline_workings import worked_rows
from sgdesk.services.papers import new_paper

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.answers import Considered
    from sgdesk.records.cases import CaseView
    from sgdesk.records.papers import Paper
    from sgdesk.services.register import Register

SIGNATORIES = (
    ("Local authority", "authority"),
    ("Integrated care board", "health"),
    ("Police", "police"),
)
"""The three safeguarding partners, with what their fields of the draft begin with."""


def decision_record(register: Register, case_id: UUID, *, today: date) -> Paper:
    """Return the paper. Children stand in it by pseudonym. Raises `UserError` if it is gone."""
    view = get_case(register, case_id, today=today)
    draft = view.rapid_review or RapidReviewDraft()
    parts: tuple[PaperTable | PaperText, ...] = (
        _facts(view, draft, _day_15(register, view, today)),
        _questions("Purposes of the Rapid Review", PURPOSES, draft.considered),
        _questions("Criteria of a local review", CRITERIA, draft.considered),
        _questions("Circumstances to have regard to", CIRCUMSTANCES, draft.considered),
        _decision(draft),
        *([_again(draft)] if draft.is_reconsidered else []),
        _signatures(draft),
    )
    return new_paper(
        register,
        "Decision record of the Rapid Review",
        parts,
        today=today,
        file_stem="decision-record",
        summary=f"{view.reference}: {DECISION_WORDS[draft.standing_decision]}.",
    )


def _day_15(register: Register, view: CaseView, today: date) -> str:
    """Return day 15 with its working below, and the agreed date where there is one."""
    due = [row for row in view.deadlines if row.code == "RR-15" and row.due is not None]
    if not due:
        return _day(view.rapid_review_due)
    (worked,) = worked_rows(register, due, today=today)
    row = worked.row
    agreed = f"Agreed: {long_date(row.agreed_on)}" if row.agreed_on else ""
    return "\n".join(part for part in (_day(row.due), worked.working, agreed) if part)


def _facts(view: CaseView, draft: RapidReviewDraft, day_15: str) -> PaperTable:
    notified_on = view.notification.notified_on if view.notification else None
    children = (f"{row.draft.pseudonym}, {row.age_words}" for row in view.children)
    meeting = (_day(draft.meeting_on), draft.meeting_time, draft.meeting_place)
    told = (
        ("Reference", view.draft.reference or view.reference),
        ("Description", view.draft.title),
        ("Children", "\n".join(children)),
        ("Incident", view.draft.incident.words()),
        ("Notified", _day(notified_on)),
        ("Day 15", day_15),
        ("Meeting", ", ".join(one for one in meeting if one)),
        ("Chair", draft.chair),
        ("Attended", draft.attended),
    )
    rows = tuple(PaperRow((label, words or "Not recorded")) for label, words in told)
    return PaperTable((PaperColumn("", 1), PaperColumn("", 4)), rows, title="The case")


def _questions(
    title: str, questions: Mapping[str, str], held: tuple[Considered, ...]
) -> PaperTable:
    rows = []
    for code, question in questions.items():
        one = considered(held, code)
        rows.append(PaperRow((question, ANSWER_WORDS[Answer(one.answer)], one.text)))
    columns = (PaperColumn("Question", 5), PaperColumn("Answer", 2), PaperColumn("Why", 6))
    return PaperTable(columns, tuple(rows), title=title)


def _decision(draft: RapidReviewDraft) -> PaperText:
    made = f", {long_date(draft.decided_on)}" if draft.decided_on else ""
    reasons = draft.reasons or "No reasons are recorded."
    dissent = draft.dissent or "None recorded: the three partners agree."
    if draft.decision is Decision.NOT_MADE:
        dissent = draft.dissent or "The decision is not yet made."
    return PaperText(
        "Decision",
        (
            f"{DECISION_WORDS[draft.decision]}{made}.",
            *f"Reasons: {reasons}".split("\n"),
            *f"Dissent: {dissent}".split("\n"),
        ),
    )


def _again(draft: RapidReviewDraft) -> PaperText:
    made = f", {long_date(draft.reconsidered_on)}" if draft.reconsidered_on else ""
    return PaperText(
        "Reconsidered after the Panel’s reply",
        (
            f"{DECISION_WORDS[draft.reconsidered]}{made}.",
            *f"Reasons: {draft.reconsidered_reasons}".split("\n"),
        ),
    )


def _signatures(draft: RapidReviewDraft) -> PaperTable:
    columns = (
        PaperColumn("Safeguarding partner", 3),
        PaperColumn("Name and role", 3),
        PaperColumn("Signature", 4),
        PaperColumn("Date", 2),
    )
    rows = tuple(
        PaperRow(
            (
                words,
                getattr(draft, f"{key}_signed_by") or "\n",
                "\n\n",
                _day(getattr(draft, f"{key}_signed_on")),
            )
        )
        for words, key in SIGNATORIES
    )
    return PaperTable(columns, rows, title="Signed by the three safeguarding partners")


def _day(day: date | None) -> str:
    return long_date(day) if day else ""
