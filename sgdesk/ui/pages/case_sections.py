"""What the overview of a case reads, in sections of facts, and what a section is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.cases import KIND_WORDS as CASE_KIND_WORDS
from sgdesk.domain.dates import long_date
from sgdesk.ui.dialogs.fact_list import Fact
from sgdesk.ui.pages.case_facts import answered, dated

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.records.cases import CaseView


@dataclass(frozen=True, slots=True)
class Act:
    """What can be done with a section beside editing it, offered as a link under its facts."""

    key: str
    words: str
    icon: str


@dataclass(frozen=True, slots=True)
class Section:
    """Facts that one dialog edits; `field` is where the keyboard goes in it."""

    title: str
    facts: tuple[Fact, ...]
    dialog: str
    field: str = ""
    entry_id: UUID | None = None
    acts: tuple[Act, ...] = ()


def case_sections(view: CaseView) -> tuple[Section, ...]:
    """Return what identifies the case."""
    draft = view.draft
    identity = (
        Fact("Reference", draft.reference),
        Fact("Further references", "\n".join(draft.further_references)),
        Fact("Description", draft.title),
        Fact("Kind", CASE_KIND_WORDS[draft.kind]),
        Fact("Themes", ", ".join(draft.themes)),
        Fact("Case owner", draft.owner),
    )
    incident = (
        Fact("Incident", draft.incident.words()),
        dated("Authority aware", draft.aware_on),
        Fact("Area of the incident", draft.area_of_incident),
        Fact("Area of residence", draft.area_of_residence),
        answered("Outside England", draft.outside_england),
        answered("Interest of the media", draft.media_interest),
    )
    chosen = draft.edition_reason if draft.edition else "In force on the trigger date"
    guidance = [Fact("Stage", view.stage_words, view.stage_reason)]
    guidance.append(Fact("Edition", view.edition.label, chosen))
    if draft.closed_on:
        guidance.append(Fact("Closed", long_date(draft.closed_on), draft.closed_reason))
    return (
        Section("The case", identity, "case", "reference"),
        Section("When and where", incident, "case", "incident"),
        Section("Stage and guidance", tuple(guidance), "case", "edition"),
    )


def timeline_facts(view: CaseView) -> tuple[Fact, ...]:
    """Return the milestones as facts, for windows too low for the drawn timeline."""
    return tuple(Fact(step.label, step.date_words, step.note, why=step.code) for step in view.steps)
