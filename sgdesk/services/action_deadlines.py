"""Actions among the deadlines of the day: one line for each case and standing."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.dates import long_date
from sgdesk.domain.rules import Phase, Weight
from sgdesk.domain.standings import Standing
from sgdesk.records.deadlines import DeadlineRow, DueKind

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
    return [_shared_line(list(held), titles[case_id]) for (case_id, _), held in groups]


def _shared_line(rows: Sequence[ActionRow], title: str) -> DeadlineRow:
    """Return the line of actions of one case and standing, the oldest of them first."""
    first = rows[0]
    code = f"{ACTION_CODE}-{first.standing}"
    if len(rows) == 1:
        return _line(first, title, code, _alone(first))
    many = _MANY[first.standing].format(len(rows))
    oldest = f"action {first.number}".strip()
    said = _Said(many, f"{many}: the oldest is {oldest}", "Several owners")
    return _line(first, title, code, said)


def action_line(action: ActionRow, title: str) -> DeadlineRow:
    """Return one action among deadlines; `title` is that of its case."""
    return _line(action, title, f"{ACTION_CODE}-{action.action_id.hex}", _alone(action))


class _Said(NamedTuple):
    """What a line says of one action, or of several."""

    what: str
    title: str
    owner: str
    agency: str = ""
    entry_id: UUID | None = None


def _alone(action: ActionRow) -> _Said:
    words = f"{f'Action {action.number}'.strip()}: {' '.join(action.text.split())}"
    return _Said(words, words, action.owner, action.agency, action.action_id)


def _line(action: ActionRow, case_title: str, code: str, said: _Said) -> DeadlineRow:
    return DeadlineRow(
        case_id=action.case_id,
        reference=action.reference,
        case_title=case_title,
        code=code,
        what=said.what,
        title=said.title,
        trigger=CaseDate.ACTION_SET,
        trigger_on=action.set_on,
        due=action.counts_to,
        due_words=long_date(action.counts_to) if action.counts_to else "",
        agreed_on=None,
        counts_to=action.counts_to,
        day=None,
        standing=action.standing,
        standing_words=action.standing_words,
        short_words=action.standing_words,
        note="",
        weight=Weight.LOCAL_PRACTICE,
        phase=Phase.ACTION,
        owner=said.owner,
        is_open=True,
        kind=DueKind.ACTION,
        agency=said.agency,
        entry_id=said.entry_id,
    )
