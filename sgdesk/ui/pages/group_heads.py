"""What the head of a group says of its rows: how many press most, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from sgdesk.domain.standings import URGENCY, Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Judged(Protocol):
    """A row that stands somehow."""

    @property
    def standing(self) -> Standing: ...


_WORDS = {
    Standing.OVERDUE: "{} overdue",
    Standing.DUE_TODAY: "{} due today",
    Standing.DUE_SOON: "{} due in 5 days",
    Standing.ON_TRACK: "on track",
    Standing.PAUSED: "paused",
    Standing.WAITING: "waiting for a date",
    Standing.MET_LATE: "{} met late",
    Standing.MET: "met",
}
_MARKED = frozenset({Standing.OVERDUE, Standing.DUE_TODAY, Standing.DUE_SOON})
_PLACES = {standing: place for place, standing in enumerate(URGENCY)}


def worst_of(rows: Sequence[Judged]) -> tuple[str, Standing | None]:
    """Return the worst standing among `rows` in words, such as "3 overdue", and its mark.

    Only what is due within 5 working days has a mark.
    """
    worst = min((row.standing for row in rows), key=_PLACES.__getitem__, default=None)
    if worst is None:
        return "", None
    number = sum(row.standing is worst for row in rows)
    words = _WORDS.get(worst, "").format(number)
    return words, worst if worst in _MARKED else None


def judged(note: str = "") -> Callable[[Sequence[Judged]], tuple[str, Standing | None]]:
    """Return a judge for the head of a group that says `note` before the worst standing."""

    def judge(rows: Sequence[Judged]) -> tuple[str, Standing | None]:
        words, mark = worst_of(rows)
        return ", ".join(part for part in (note, words) if part), mark

    return judge
