"""What the tab of the family says, in sections of facts. Names are in the dialogs alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.answers import ANSWER_WORDS, Answer
from sgdesk.domain.dates import long_date, short_date
from sgdesk.domain.family import (
    first_line,
    is_no_contact_day,
    lowered,
    no_contact_words,
    told_so_far,
)
from sgdesk.domain.standings import Standing
from sgdesk.ui.dialogs.fact_list import Fact
from sgdesk.ui.dialogs.family_forms import EVERYBODY, REMOVED, member_titles
from sgdesk.ui.pages.case_sections import Section

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.family import FamilyContactDraft, FamilyMemberDraft
    from sgdesk.records.entries import Entry
    from sgdesk.services.family import Family


def member_sections(family: Family, today: date) -> tuple[Section, ...]:
    """Return a section for each member, titled by the relationship."""
    titles = member_titles(family.members)
    return tuple(
        Section(
            titles[one.entry_id],
            tuple(_member_facts(one.draft, today)),
            "family_member",
            entry_id=one.entry_id,
        )
        for one in family.members
    )


def contact_sections(family: Family) -> tuple[Section, ...]:
    """Return a section for each contact, newest first."""
    titles = member_titles(family.members)
    return tuple(_contact_section(one, titles) for one in family.contacts)


def held_sentences(family: Family, today: date) -> tuple[str, ...]:
    """Return a sentence for each member whom nobody contacts today."""
    titles = member_titles(family.members)
    return tuple(
        f"Do not contact the {lowered(titles[one.entry_id])} {no_contact_words(one.draft)}. "
        f"{first_line(one.draft.no_contact_reason)}"
        for one in family.members
        if is_no_contact_day(one.draft, today)
    )


def told_marks(family: Family) -> tuple[tuple[Standing, str], ...]:
    """Return what the family was told so far, each with its mark: by the log of contacts."""
    told = told_so_far(one.draft for one in family.contacts)
    return tuple(
        (Standing.MET, f"{words} {short_date(day)}")
        if day is not None
        else (Standing.WAITING, f"{words}: not yet")
        for words, day in told.items()
    )


def _member_facts(draft: FamilyMemberDraft, today: date) -> list[Fact]:
    takes_part = "" if draft.takes_part is Answer.BLANK else ANSWER_WORDS[draft.takes_part]
    facts = [
        Fact("Takes part", takes_part),
        Fact("Wishes on naming", draft.naming_wishes),
        Fact("Support", draft.support),
    ]
    words = no_contact_words(draft)
    if words:
        is_now = is_no_contact_day(draft, today)
        state = "Now, " if is_now else ""
        standing = Standing.PAUSED if is_now else None
        facts.append(Fact("Do not contact", f"{state}{words}", draft.no_contact_reason, standing))
    if draft.note:
        facts.append(Fact("Note", draft.note))
    return facts


def _contact_section(entry: Entry[FamilyContactDraft], titles: Mapping[UUID, str]) -> Section:
    draft = entry.draft
    with_whom = EVERYBODY if draft.member_id is None else titles.get(draft.member_id, REMOVED)
    how = ", ".join(
        one
        for one in (draft.route, f"by {draft.contacted_by}" if draft.contacted_by else "")
        if one
    )
    replied = "" if draft.replied is Answer.BLANK else ANSWER_WORDS[draft.replied]
    facts = [Fact("With", with_whom, f"{how[:1].upper()}{how[1:]}"), Fact("Replied", replied)]
    if draft.note:
        facts.append(Fact("Note", draft.note))
    day = f" · {long_date(draft.contacted_on)}" if draft.contacted_on else ""
    title = f"{draft.kind}{day}"
    return Section(title, tuple(facts), "family_contact", entry_id=entry.entry_id)
