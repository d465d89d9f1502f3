"""What a change would do, or did, to due dates: what the officer sees before applying it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import date
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class MovedDate:
    """An open deadline whose date by the rule moves."""

    case_id: UUID
    reference: str
    code: str
    what: str
    """The rule's short name."""
    before: date | None
    """None for a milestone that comes in."""
    after: date | None
    """None for a deadline that goes, or whose date is no longer known."""
    cause: str
    agreed_on: date | None = None
    """The agreed date beside it, which stays."""
    working_days: int | None = None
    """By how many it moves, negative for earlier; None where one of its ends is missing."""


@dataclass(frozen=True, slots=True)
class KeptDate:
    """A met deadline that would be judged otherwise now; its result stays."""

    case_id: UUID
    reference: str
    code: str
    what: str
    due: date
    standing_words: str


@dataclass(frozen=True, slots=True)
class EarlierDate:
    """What a due date was until a save moved it."""

    until: date
    """The day of that save, in local time."""
    due: date | None
    """None where it had no date before."""
    cause: str


@dataclass(frozen=True, slots=True)
class Recalculation:
    """What one save does to due dates. Empty for most."""

    moved: tuple[MovedDate, ...] = ()
    kept: tuple[KeptDate, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.moved or self.kept)

    @property
    def done_words(self) -> str:
        """Return "7 due dates moved", or "" where none did."""
        return _counted(len(self.moved), "due date", "due dates") + " moved" if self.moved else ""

    @property
    def sentence(self) -> str:
        """Return "7 due dates move in 3 cases; 2 met deadlines keep their result."."""
        cases = len({one.case_id for one in self.moved})
        dates = _counted(len(self.moved), "due date moves", "due dates move")
        moved = f"{dates} in {_counted(cases, 'case', 'cases')}" if self.moved else "No date moves"
        kept = _counted(
            len(self.kept), "met deadline keeps its result", "met deadlines keep their result"
        )
        return f"{moved}; {kept}." if self.kept else f"{moved}."


class MovesDatesError(UserError):
    """A save would move due dates, and nobody has agreed to that yet; nothing was saved."""

    def __init__(
        self,
        recalculation: Recalculation,
        agreeing: Callable[[Recalculation], AbstractContextManager[None]],
    ) -> None:
        super().__init__(f"{recalculation.sentence} Nothing is saved yet.")
        self.recalculation = recalculation
        self._agreeing = agreeing

    def agreed(self) -> AbstractContextManager[None]:
        """Return the block within which the same save goes through."""
        return self._agreeing(self.recalculation)


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
