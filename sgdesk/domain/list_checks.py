"""What a list of values needs before it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.agency_requests import RAPID_REVIEW_RETURN
from sgdesk.domain.family import TELLINGS
from sgdesk.domain.jargon import jargon_entry
from sgdesk.domain.notifications import ADDRESSEES, DEATH_PANEL, OTHER_AREA, PARTNERS
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

NEEDED: dict[ValueListKey, tuple[str, ...]] = {
    ValueListKey.REQUEST_PURPOSES: (RAPID_REVIEW_RETURN,),
    ValueListKey.RECIPIENTS: (
        *dict.fromkeys(office for offices in ADDRESSEES.values() for office in offices),
        *PARTNERS,
        OTHER_AREA,
        DEATH_PANEL,
    ),
    ValueListKey.FAMILY_CONTACTS: TELLINGS,
}
"""Values that the rules go by: a list keeps them, word for word."""

_LONGEST = 120
_LONGEST_QUESTION = 200
_JARGON = (
    "Values: line {} needs a colon. "
    "Write the word, a colon, and what to say instead, as in utilise: use."
)


def check_value_list(key: ValueListKey, values: Sequence[str]) -> list[Problem]:
    """Return every problem of the values of a list at once; they are cleaned already."""
    problems: list[Problem] = []
    longest = _LONGEST_QUESTION if key is ValueListKey.QUESTIONS else _LONGEST
    if not values:
        problems.append(Problem("values", "Values: a list needs one value at least. Add one."))
    seen: set[str] = set()
    for number, value in enumerate(values, start=1):
        if not value:
            problems.append(
                Problem("values", f"Values: line {number} is empty. Write the value, or remove it.")
            )
            continue
        if value.casefold() in seen:
            problems.append(
                Problem("values", f"Values: {value} is on the list twice. Remove one of the two.")
            )
        if len(value) > longest:
            problems.append(
                Problem(
                    "values",
                    f"Values: line {number} has {len(value)} characters. Shorten it to {longest}.",
                )
            )
        seen.add(value.casefold())
        if key is ValueListKey.JARGON and jargon_entry(value) is None:
            problems.append(Problem("values", _JARGON.format(number)))
    missing = [value for value in NEEDED.get(key, ()) if value not in values]
    problems += [
        Problem("values", f"Values: dates are computed from {value}. Put it back as it is written.")
        for value in missing
    ]
    return problems
