"""What the tab of a notification reads, in sections of facts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date
from sgdesk.domain.notifications import (
    ABOUT_WORDS,
    ADDRESSEES,
    KIND_WORDS,
    OUTCOME_WORDS,
    PARTNERS,
    NotificationDraft,
    NotificationKind,
    NotificationOutcome,
    RecipientAbout,
    RecipientDraft,
    has_other_area,
    still_to_tell,
)
from sgdesk.domain.standings import Standing
from sgdesk.ui.dialogs.fact_list import Fact
from sgdesk.ui.pages.case_facts import answered, dated, due_fact
from sgdesk.ui.pages.case_sections import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.records.cases import CaseView
    from sgdesk.records.entries import Entry

INCIDENT = "incident"
"""The section, and the form, of what the national form asks about the incident."""
_SHARED = "The Panel shares it with the Department for Education and Ofsted."
_STOPPED = "All clocks of this case have stopped, and it counts as closed."
_TELL_AGAIN = "Tell those below who were told of the notification."


def notification_sections(
    view: CaseView, draft: NotificationDraft, entries: Sequence[Entry[RecipientDraft]]
) -> tuple[Section, ...]:
    """Return what was notified, who was told, the incident, and whether it stands.

    `entries` are the recipients; where they say otherwise than a date, both are told.
    """
    told = (
        _partners_fact(view, draft, entries),
        due_fact(view, "Copy received", draft.copy_received_on, ("RR-COPY",)),
    )
    sections = [
        Section("What was sent", _sent(view, draft), "notification", "notified_on"),
        Section("Partners and the business unit", told, "notification", "partners_told_on"),
        Section("The incident, for the national form", _incident(draft), INCIDENT),
    ]
    if draft.outcome is not NotificationOutcome.STANDS:
        sections.insert(0, Section("It no longer stands", _ended(draft), "notification", "outcome"))
    return tuple(sections)


def recipient_sections(entries: Sequence[Entry[RecipientDraft]]) -> tuple[Section, ...]:
    """Return a section for each recipient; those who still have to be told come first."""
    in_order = sorted(entries, key=lambda one: one.draft.told_on is not None)
    return tuple(_recipient(one) for one in in_order)


def left_to_tell(view: CaseView, entries: Sequence[Entry[RecipientDraft]]) -> tuple[str, ...]:
    """Return who should be told of the notification and is not on the list as told."""
    draft = view.notification or NotificationDraft()
    if draft.outcome is not NotificationOutcome.STANDS:
        return ()
    return still_to_tell(
        draft,
        (one.draft for one in entries),
        is_other_area=has_other_area(view.draft.area_of_incident, view.draft.area_of_residence),
        is_death=any(row.draft.died_on for row in view.children),
    )


def _partners_fact(
    view: CaseView, draft: NotificationDraft, entries: Sequence[Entry[RecipientDraft]]
) -> Fact:
    fact = due_fact(view, "Partners told", draft.partners_told_on, ("SIN-P",))
    waiting = [
        one.draft.recipient
        for one in entries
        if one.draft.recipient in PARTNERS and one.draft.told_on is None
    ]
    if draft.partners_told_on is None or not waiting:
        return fact
    otherwise = f"The list below says otherwise: {', '.join(waiting)} still to be told."
    return replace(fact, note=" · ".join(one for one in (fact.note, otherwise) if one))


def _sent(view: CaseView, draft: NotificationDraft) -> tuple[Fact, ...]:
    to = " and ".join(ADDRESSEES[draft.kind])
    facts = [
        Fact("Type", KIND_WORDS[draft.kind]),
        dated("Authority aware", view.draft.aware_on),
        due_fact(view, "Notified", draft.notified_on, ("SIN-5", "LAC-5", "CL-5")),
        Fact("Goes to", to, _SHARED if draft.kind is NotificationKind.SERIOUS_INCIDENT else ""),
        Fact("Sent by", draft.notified_by),
        Fact("Receipt number", draft.receipt),
    ]
    if draft.decided_to_notify_on:
        facts.insert(2, dated("Decided to notify", draft.decided_to_notify_on))
    if draft.first_notified_on and draft.notified_on:
        valid = f"It was sent again. All clocks run from {long_date(draft.notified_on)}."
        facts.append(Fact("First sent", long_date(draft.first_notified_on), valid))
        facts.append(Fact("Why sent again", draft.resubmitted_reason))
    return tuple(facts)


def _incident(draft: NotificationDraft) -> tuple[Fact, ...]:
    return (
        Fact("Nature", draft.nature),
        Fact("Cause", draft.cause),
        Fact("Time", draft.incident_time),
        Fact("Place", draft.location),
        answered("Known to agencies", draft.known_to_agencies),
        Fact("Description", draft.description),
    )


def _ended(draft: NotificationDraft) -> tuple[Fact, ...]:
    return (
        Fact("Outcome", OUTCOME_WORDS[draft.outcome], _STOPPED, Standing.PAUSED),
        dated("Since", draft.withdrawn_on),
        Fact("Reason", draft.withdrawn_reason),
        Fact("What to do", _TELL_AGAIN),
    )


def _recipient(entry: Entry[RecipientDraft]) -> Section:
    draft = entry.draft
    told = long_date(draft.told_on) if draft.told_on else "Still to be told"
    standing = Standing.MET if draft.told_on else Standing.WAITING
    how = " · ".join(one for one in (draft.route, draft.told_by) if one)
    facts = [Fact("Told", told, how, standing)]
    if draft.about is not RecipientAbout.NOTIFICATION:
        facts.append(Fact("Of", ABOUT_WORDS[draft.about]))
    if draft.note:
        facts.append(Fact("Note", draft.note))
    return Section(draft.recipient, tuple(facts), "recipient", entry_id=entry.entry_id)
