"""Actions among the deadlines of the day: one line for each case and standing."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.dates import long_date
from sgdesk.domain.rules import Phase, Weight
from sgdesk.domain.standings import Standing
from sgdesk.records.deadlines import DeadlineRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from sgdesk.records.learning import ActionRow

ACTION_CODE = "ACT"
"""What the codes of these lines begin with: the code of the rule."""

_MANY = {
    Standing.OVERDUE: "{} actions overdue",
    Standing.DUE_TODAY: "{} actions due today",
    Standing.DUE_SOON: "{} actions due soon",
}


def action_lines(rows: Iterable[ActionRow], titles: Mapping[UUID, str]) -> list[DeadlineRow]:
    """Return a line for the actions of each case that press alike; `titles` are the cases'.

    A plan has dozens of actions: one by one they would hide the deadlines of the law.
    """
    pressing = sorted(
        (row for row in rows if row.standing in _MANY),
        key=lambda row: (row.case_id.hex, row.standing, row.counts_to, row.number),
    )
    groups = groupby(pressing, key=lambda row: (row.case_id, row.standing))
    return [_line(list(held), titles[case_id]) for (case_id, _), held in groups]


def _line(rows: Sequence[ActionRow], title: str) -> DeadlineRow:
    """Return the line of actions of one case and standing, the oldest of them first."""
    first = rows[0]
    is_single = len(rows) == 1
    number = f"Action {first.number}".strip()
    many = _MANY[first.standing].format(len(rows))
    what = f"{number}: {' '.join(first.text.split())}" if is_single else many
    return DeadlineRow(
        case_id=first.case_id,
        reference=first.reference,
        case_title=title,
        code=f"{ACTION_CODE}-{first.standing}",
        what=what,
        title=what if is_single else f"{many}: the oldest is {number.lower()}",
        trigger=CaseDate.ACTION_SET,
        trigger_on=first.set_on,
        due=first.counts_to,
        due_words=long_date(first.counts_to) if first.counts_to else "",
        agreed_on=None,
        counts_to=first.counts_to,
        day=None,
        standing=first.standing,
        standing_words=first.standing_words,
        short_words=first.standing_words,
        note="",
        weight=Weight.LOCAL_PRACTICE,
        phase=Phase.ACTION,
        owner=first.owner if is_single else "Several owners",
        is_open=True,
    )
