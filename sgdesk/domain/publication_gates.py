"""The checklist before publication: which gates are passed, which are open, what stops it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sgdesk.domain.answers import Answer, considered
from sgdesk.domain.dates import long_date
from sgdesk.domain.review_questions import PUBLICATION_GATES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from sgdesk.domain.publications import PackFileDraft, PublicationDraft


class GateState(StrEnum):
    PASSED = "passed"
    OPEN = "open"
    NOT_APPLICABLE = "not_applicable"


GATE_WORDS = {
    GateState.PASSED: "Passed",
    GateState.OPEN: "Open",
    GateState.NOT_APPLICABLE: "Not applicable",
}


@dataclass(frozen=True, slots=True)
class Gate:
    code: str
    words: str
    state: GateState
    evidence: str
    """What was written to it, or what the record holds already; may be empty."""


def gates_of(
    draft: PublicationDraft, evidence: Mapping[str, str] | None = None
) -> tuple[Gate, ...]:
    """Return every gate in the order of the checklist.

    A gate that nobody has answered counts as passed where the record holds the proof of it:
    `evidence`, or what `evidence_of` finds in `draft` alone. An answer outweighs the record.
    """
    known = evidence_of(draft) if evidence is None else evidence
    return tuple(_gate(draft, code, known.get(code, "")) for code in PUBLICATION_GATES)


def open_gates(gates: Iterable[Gate]) -> tuple[Gate, ...]:
    """Return those of `gates` that still have to be passed."""
    return tuple(gate for gate in gates if gate.state is GateState.OPEN)


def evidence_of(
    draft: PublicationDraft,
    *,
    family_told_on: date | None = None,
    pack: Collection[PackFileDraft] = (),
    legal_checked_on: date | None = None,
    signed_off_on: date | None = None,
) -> dict[str, str]:
    """Return what the record proves of the gates, in words, by the code of the gate.

    `family_told_on` comes from the log of contacts, `pack` from the files of the review, and
    the last two from the local review.
    """
    found = {
        "legal_check": _happened("Checked", legal_checked_on, "by the local review"),
        "final_sign_off": _happened("Signed", signed_off_on, "by all three"),
        "copy_sent": _happened("Sent", draft.copy_sent_on, draft.copy_sent_route),
        "web_slot": _happened("Agreed for", draft.web_slot_on, draft.web_slot_time),
        "family_told": _happened("Told", family_told_on, "by the log of contacts"),
        "press_statement": _approved(pack),
        "briefing_ready": _ready(pack),
    }
    return {code: words for code, words in found.items() if words}


def embargo_words(draft: PublicationDraft) -> str:
    """Return "Mon 7 Dec 2026, 10:00", the day alone without a time, "" without an embargo."""
    if draft.embargo_on is None:
        return ""
    time = draft.embargo_time.strip()
    return f"{long_date(draft.embargo_on)}, {time}" if time else long_date(draft.embargo_on)


def open_words(gates: Iterable[Gate]) -> str:
    """Return "2 gates are open: Legal check of the report; …", or "" where none is."""
    waiting = open_gates(gates)
    if not waiting:
        return ""
    count = "1 gate is open" if len(waiting) == 1 else f"{len(waiting)} gates are open"
    return f"{count}: {'; '.join(gate.words for gate in waiting)}"


def stop_words(draft: PublicationDraft, gates: Iterable[Gate], *, today: date) -> str:
    """Return in one line what stops publication on `today`, or "" where nothing does."""
    if draft.not_published is Answer.YES:
        return "The partners decided not to publish."
    stops = [open_words(gates)]
    if draft.embargo_on is not None and draft.embargo_on >= today:
        stops.append(f"Embargo until {embargo_words(draft)}")
    said = [one for one in stops if one]
    return f"{'. '.join(said)}." if said else ""


def _gate(draft: PublicationDraft, code: str, known: str) -> Gate:
    held = considered(draft.gates, code)
    written = held.text.strip()
    if held.answer == Answer.NOT_APPLICABLE:
        state = GateState.NOT_APPLICABLE
    elif held.answer == Answer.YES or (held.answer == Answer.BLANK and known):
        state = GateState.PASSED
    else:
        state = GateState.OPEN
    said = "\n".join(one for one in (written, known) if one)
    return Gate(code, PUBLICATION_GATES[code], state, said)


def _happened(words: str, day: date | None, more: str) -> str:
    if day is None:
        return ""
    return ", ".join(one for one in (f"{words} {long_date(day)}", more.strip()) if one)


def _approved(pack: Collection[PackFileDraft]) -> str:
    statements = (one for one in pack if one.kind == "press_statement")
    done = next((one for one in statements if one.ready_on and one.approved_by.strip()), None)
    return _happened(f"Approved by {done.approved_by.strip()},", done.ready_on, "") if done else ""


def _ready(pack: Collection[PackFileDraft]) -> str:
    """Return when the later of briefing and presentation was ready; "" while one is missing."""
    days = []
    for kind in ("briefing_note", "presentation"):
        ready = [one.ready_on for one in pack if one.kind == kind and one.ready_on]
        if not ready:
            return ""
        days.append(min(ready))
    return _happened("Ready", max(days), "")
