"""How working days are counted from a trigger: one setting, printed on every report."""

from __future__ import annotations

from enum import StrEnum


class Counting(StrEnum):
    """What the trigger day is. Statute does not say; the setting is the partnership's.

    It bears on periods of working days after a trigger. A period before a date always
    counts backwards from that date as day 0, and months do not depend on it.
    """

    DAY_AFTER = "day_after"
    """The trigger day is day 0; day 1 is the next working day."""
    DEEMED_NEXT = "deemed_next"
    """A trigger on a non-working day is taken as received on the next working day, day 0."""
    TRIGGER_IS_DAY_1 = "trigger_is_day_1"
    """The trigger day itself is day 1, if it is a working day."""


COUNTING_WORDS = {
    Counting.DAY_AFTER: "the day after the trigger is day 1",
    Counting.DEEMED_NEXT: (
        "a trigger on a non-working day counts from the next working day as day 0"
    ),
    Counting.TRIGGER_IS_DAY_1: "the trigger day is day 1",
}


def counting_sentence(counting: Counting) -> str:
    """Return the sentence that every report carries."""
    return (
        "Working days leave out weekends and bank holidays in England and Wales; "
        f"{COUNTING_WORDS[counting]}."
    )
