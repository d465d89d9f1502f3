"""What the tab of the publication says: its record, its checklist, its pack, what stops it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.answers import ANSWER_WORDS, Answer
from sgdesk.domain.dates import long_date
from sgdesk.domain.publication_gates import GATE_WORDS, GateState, embargo_words, stop_words
from sgdesk.domain.publications import PACK_FILE_WORDS, PackFileKind
from sgdesk.domain.standings import Standing
from sgdesk.ui.dialogs.fact_list import Fact
from sgdesk.ui.pages.case_facts import dated, due_fact, rule_fact
from sgdesk.ui.pages.case_sections import Section

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sgdesk.domain.publication_gates import Gate
    from sgdesk.domain.publications import PackFileDraft, PublicationDraft
    from sgdesk.records.cases import CaseView
    from sgdesk.records.entries import Entry
    from sgdesk.records.publications import PublicationParts

_MARKS = {
    GateState.PASSED: Standing.MET,
    GateState.OPEN: Standing.WAITING,
    GateState.NOT_APPLICABLE: Standing.NOT_APPLICABLE,
}


def publication_sections(view: CaseView, draft: PublicationDraft) -> tuple[Section, ...]:
    """Return the report, the dates around publication, what comes after, and the decision."""
    report = (
        Fact("Title", draft.title),
        Fact("Type of review", draft.review_type),
        Fact("Summary", draft.summary),
    )
    copy = due_fact(view, "Full report sent", draft.copy_sent_on, ("PUB-7",))
    dates = [
        dated("Planned", draft.planned_on),
        copy,
        Fact("Embargo until", embargo_words(draft)),
        _timed("Place on the website", draft.web_slot_on, draft.web_slot_time),
        Fact("Spokesperson", draft.spokesperson),
        dated("Published", draft.published_on),
        Fact("Web address", draft.web_address),
    ]
    if draft.copy_sent_route:
        dates.insert(2, Fact("Sent by", draft.copy_sent_route))
    return (
        Section("The report", report, "report", "title"),
        Section("Before and on the day", tuple(dates), "dates", "planned_on"),
        Section("Afterwards", _after(view, draft), "after", "deposited_on"),
        Section("Decision not to publish", _decision(draft), "decision", "not_published"),
    )


@dataclass(frozen=True, slots=True)
class GateLine:
    """As in "Legal check of the report: passed"."""

    words: str
    standing: Standing
    evidence: str


def gate_lines(gates: Sequence[Gate]) -> tuple[GateLine, ...]:
    """Return each gate with its mark, its state in words, and its evidence."""
    return tuple(
        GateLine(
            f"{gate.words}: {GATE_WORDS[gate.state].lower()}", _MARKS[gate.state], gate.evidence
        )
        for gate in gates
    )


def gates_note(gates: Sequence[Gate]) -> str:
    """Return "7 of 10 passed": of those that apply."""
    asked = [gate for gate in gates if gate.state is not GateState.NOT_APPLICABLE]
    passed = sum(gate.state is GateState.PASSED for gate in asked)
    return f"{passed} of {len(asked)} passed"


def stop_line(draft: PublicationDraft, gates: Sequence[Gate], today: date) -> tuple[str, Standing]:
    """Return in one line what stops publication, or that nothing does, or that it is done."""
    if draft.published_on is not None:
        return f"Published {long_date(draft.published_on)}.", Standing.MET
    words = stop_words(draft, gates, today=today)
    if draft.not_published is Answer.YES:
        return words, Standing.NOT_APPLICABLE
    if words:
        return words, Standing.PAUSED
    return "Nothing: every gate is passed.", Standing.MET


def pack_sections(parts: PublicationParts) -> tuple[Section, ...]:
    """Return a section for each file of the pack, in the order in which a pack is listed."""
    order = list(PackFileKind)
    held = sorted(parts.pack, key=lambda one: order.index(one.draft.kind))
    return tuple(_pack_section(one, parts) for one in held)


def missing_files(parts: PublicationParts) -> tuple[PackFileKind, ...]:
    """Return the kinds of file that the pack does not have yet."""
    held = {one.draft.kind for one in parts.pack}
    return tuple(kind for kind in PackFileKind if kind not in held)


def missing_words(parts: PublicationParts) -> str:
    """Return "Still missing: Presentation, Briefing note.", or "" where nothing is."""
    missing = missing_files(parts)
    listed = ", ".join(PACK_FILE_WORDS[kind].lower() for kind in missing)
    return f"Still missing: {listed}." if missing else ""


def _after(view: CaseView, draft: PublicationDraft) -> tuple[Fact, ...]:
    acknowledged = draft.deposit_acknowledged_on
    note = f"Acknowledged {long_date(acknowledged)}" if acknowledged else ""
    deposited = long_date(draft.deposited_on) if draft.deposited_on else ""
    facts = [
        Fact("Deposited", deposited, note or ("Not acknowledged yet" if deposited else "")),
        rule_fact(view, "Keep until", "PUB-1Y"),
        due_fact(view, "Archived", draft.archived_on, ("PUB-3Y",)),
    ]
    webinar = long_date(draft.webinar_on) if draft.webinar_on else ""
    facts.append(Fact("Webinar", webinar, draft.webinar_address))
    return tuple(facts)


def _decision(draft: PublicationDraft) -> tuple[Fact, ...]:
    if draft.not_published is Answer.BLANK and not draft.not_published_reason:
        return (Fact("Not published", "No such decision"),)
    return (
        Fact("Not published", ANSWER_WORDS[draft.not_published]),
        Fact("Reasons", draft.not_published_reason),
    )


def _timed(label: str, day: date | None, time: str) -> Fact:
    words = long_date(day) if day else ""
    return Fact(label, f"{words}, {time}" if words and time else words)


def _pack_section(entry: Entry[PackFileDraft], parts: PublicationParts) -> Section:
    draft = entry.draft
    ready = f"Ready {long_date(draft.ready_on)}" if draft.ready_on else "Not ready yet"
    approved = f"Approved by {draft.approved_by}" if draft.approved_by else ""
    standing = Standing.MET if draft.ready_on else Standing.WAITING
    facts = [Fact("State", ready, approved, standing)]
    if draft.attachment_id is not None:
        kept = parts.attachments.get(draft.attachment_id, "An attachment that was removed")
        facts.append(Fact("Attachment", kept))
    if draft.note:
        facts.append(Fact("Note", draft.note))
    words = PACK_FILE_WORDS[draft.kind]
    title = f"{words}: {draft.title}" if draft.title else words
    return Section(title, tuple(facts), "pack_file", entry_id=entry.entry_id)
