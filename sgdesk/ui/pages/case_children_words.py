"""What the tab of the children reads. Real names, addresses and schools are in the forms alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.answers import Answer
from sgdesk.domain.people import ROLE_WORDS, ChildDraft, HouseholdMemberDraft
from sgdesk.ui.dialogs.fact_list import Fact
from sgdesk.ui.pages.case_facts import answered, dated
from sgdesk.ui.pages.case_sections import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.records.cases import CaseView, ChildRow
    from sgdesk.records.entries import Entry

_FORM_ALONE = "Shown in the form and on the copy-out sheet alone."
_PRIVATE = (
    ("name", "name"),
    ("other_names", "other names"),
    ("address", "address"),
    ("school", "school"),
    ("gp", "GP"),
    ("carer", "whereabouts at the time"),
    ("note", "note"),
)


def child_sections(view: CaseView) -> tuple[Section, ...]:
    """Return a section for each child, by pseudonym."""
    return tuple(_child(row) for row in view.children)


def household_sections(entries: Sequence[Entry[HouseholdMemberDraft]]) -> tuple[Section, ...]:
    """Return a section for each member of the household, by relationship."""
    return tuple(_member(one) for one in entries)


def _child(row: ChildRow) -> Section:
    draft = row.draft
    facts = [Fact("Role", ROLE_WORDS[draft.role]), Fact("Age at the incident", row.age_words)]
    if draft.died_on:
        facts.append(dated("Died", draft.died_on))
    if draft.is_first_listed:
        facts.append(Fact("Returns", "First-listed child"))
    facts += _told("Identity", draft.sex, draft.ethnicity)
    facts += _told("Disability", draft.disability)
    facts += _told("Language and religion", draft.language, draft.religion)
    facts += _told("Legal status", draft.legal_status)
    facts += _told("Lived", draft.placement)
    facts += [
        answered(words, answer)
        for words, answer in (
            ("Looked after", draft.looked_after),
            ("Child protection plan", draft.protection_plan),
            ("Child in need plan", draft.need_plan),
            ("Known to agencies", draft.known_to_agencies),
        )
        if answer is not Answer.BLANK
    ]
    facts += _told("Death or harm", draft.harm)
    facts.append(_private(draft))
    return Section(draft.pseudonym, tuple(facts), "child", entry_id=row.child_id)


def _member(entry: Entry[HouseholdMemberDraft]) -> Section:
    draft = entry.draft
    facts = [answered("Lives with the child", draft.lives_with_child)]
    if draft.protection_plan is not Answer.BLANK:
        facts.append(answered("Child protection plan", draft.protection_plan))
    facts.append(_private(draft))
    return Section(draft.relationship, tuple(facts), "household", entry_id=entry.entry_id)


def _told(label: str, *words: str) -> list[Fact]:
    said = " · ".join(one for one in words if one)
    return [Fact(label, said)] if said else []


def _private(draft: ChildDraft | HouseholdMemberDraft) -> Fact:
    """Say what is recorded of what is not shown."""
    held = [words for name, words in _PRIVATE if getattr(draft, name, "")]
    if draft.born_on:
        held.insert(0, "date of birth")
    if not held:
        return Fact("In the form", "")
    said = ", ".join(held)
    return Fact("In the form", f"{said[:1].upper()}{said[1:]}", _FORM_ALONE)
