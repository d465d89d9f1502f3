"""What the register of proceedings and delay reads: open entries first, each in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date
from sgdesk.domain.deadline_words import dated_words
from sgdesk.domain.deadlines import open_standing
from sgdesk.domain.rule_packs import RULE_PACKS
from sgdesk.domain.standings import Standing
from sgdesk.ui.dialogs.fact_list import Fact
from sgdesk.ui.pages.case_sections import Act, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sgdesk.domain.calendar import WorkingCalendar
    from sgdesk.domain.delays import DelayDraft
    from sgdesk.domain.editions import Edition
    from sgdesk.records.entries import Entry

LOOK, END, TELL = "look", "end", "tell"
_ACTS = (
    Act(LOOK, "Look again…", "eye"),
    Act(END, "End it today", "circle-check"),
    Act(TELL, "Write to the Panel…", "mail"),
)


def in_order(delays: Iterable[Entry[DelayDraft]]) -> tuple[Entry[DelayDraft], ...]:
    """Return open entries first, the next look first among them; then those that ended."""
    return tuple(sorted(delays, key=_place))


def _place(one: Entry[DelayDraft]) -> tuple[bool, int]:
    draft = one.draft
    if draft.ended_on is not None:
        return True, -draft.ended_on.toordinal()
    return False, (draft.next_check_on or date.max).toordinal()


def delay_sections(
    delays: Iterable[Entry[DelayDraft]],
    edition: Edition,
    *,
    today: date,
    calendar: WorkingCalendar,
) -> tuple[Section, ...]:
    """Return a section for each entry, in the order given."""
    return tuple(
        Section(
            one.draft.kind,
            delay_facts(one.draft, edition, today=today, calendar=calendar),
            "delay",
            entry_id=one.entry_id,
            acts=_ACTS if one.draft.is_open else (),
        )
        for one in delays
    )


def delay_facts(
    draft: DelayDraft, edition: Edition, *, today: date, calendar: WorkingCalendar
) -> tuple[Fact, ...]:
    """Return what is said of one entry; what nothing is recorded of is left out but for told."""
    since = f"Since {long_date(draft.started_on)}" if draft.started_on else ""
    agreed = f"On {long_date(draft.agreed_on)}" if draft.agreed_on else ""
    facts = (
        _state_fact(draft, since),
        _look_fact(draft, today, calendar),
        Fact("Reason", draft.reason),
        Fact("Agreed by", draft.authority, agreed),
        Fact("Clocks that stand", paused_words(draft, edition)),
        Fact("Next date of the proceedings", _day(draft.key_date_on), _ask(draft.contact)),
        Fact("Review goes on", _day(draft.expected_on)),
        Fact("Effect on the publication", draft.effect),
        _told_fact(draft),
    )
    return tuple(fact for fact in facts if fact.words)


def paused_words(draft: DelayDraft, edition: Edition) -> str:
    """Return the rules whose clocks an entry pauses, as the deadlines beside them are called."""
    rules = RULE_PACKS[edition]
    names = [rules[code].name if code in rules else code for code in draft.pauses]
    return "\n".join(names) or "None: every clock runs"


def _state_fact(draft: DelayDraft, since: str) -> Fact:
    if draft.ended_on is not None:
        return Fact("State", f"Ended {long_date(draft.ended_on)}", since, Standing.MET)
    standing = Standing.PAUSED if draft.pauses else None
    return Fact("State", draft.state or "Open", since, standing)


def _look_fact(draft: DelayDraft, today: date, calendar: WorkingCalendar) -> Fact:
    day = draft.next_check_on
    if not draft.is_open or day is None:
        return Fact("Next look", "")
    standing, days = open_standing(day, today, calendar)
    note = "" if standing is Standing.ON_TRACK else dated_words(standing, days, day)
    return Fact("Next look", long_date(day), note, standing)


def _told_fact(draft: DelayDraft) -> Fact:
    if draft.told_on is not None:
        return Fact("Panel told", long_date(draft.told_on), standing=Standing.MET)
    return Fact("Panel told", "Not told yet", standing=Standing.WAITING)


def _ask(contact: str) -> str:
    return f"Ask: {contact}" if contact else ""


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def register_note(delays: Sequence[Entry[DelayDraft]]) -> str:
    """Return how many entries are open and how many ended, for beside the title."""
    ended = sum(not one.draft.is_open for one in delays)
    parts = []
    if len(delays) > ended:
        parts.append(f"{len(delays) - ended} open")
    if ended:
        parts.append(f"{ended} ended")
    return ", ".join(parts)
