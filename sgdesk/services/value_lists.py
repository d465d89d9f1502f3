"""Lists of values that the partnership may change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.value_lists import VALUE_LISTS
from sgdesk.errors import RejectedError
from sgdesk.services.outcomes import Changes
from sgdesk.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.domain.value_lists import ValueListKey
    from sgdesk.services.register import Register

_SELECT = "SELECT words FROM list_value WHERE list_key = ? AND deleted_at IS NULL ORDER BY position"


def read_value_list(register: Register, key: ValueListKey) -> tuple[str, ...]:
    """Return the values of a list in order: the partnership's own, else the program's."""
    with register.store.rows() as rows:
        own = tuple(words for (words,) in rows.all(_SELECT, (key.value,)))
    return own or VALUE_LISTS[key].defaults


def save_value_list(register: Register, key: ValueListKey, values: Sequence[str]) -> Changes:
    """Store a list whole, or raise `RejectedError` with every problem at once.

    The program's own values, in their order, set the list back to them. Records keep the words
    that they have, on the list or not.
    """
    from sqlalchemy import select  # noqa: PLC0415 - reading a list goes without the mapper

    from sgdesk.domain.list_checks import check_value_list  # noqa: PLC0415 - as above
    from sgdesk.store.entities.partnerships import ListValueEntity  # noqa: PLC0415 - as above

    wanted = tuple(map(clean_line, values))
    if problems := check_value_list(key, wanted):
        raise RejectedError(problems)
    if wanted == VALUE_LISTS[key].defaults:
        wanted = ()
    with register.write() as session:
        found = session.scalars(
            select(ListValueEntity).where(
                ListValueEntity.list_key == key.value, ListValueEntity.deleted_at.is_(None)
            )
        )
        held = {row.words: row for row in found}
        for words, row in held.items():
            if words not in wanted:
                row.deleted_at = register.now()
        for position, words in enumerate(wanted):
            if words in held:
                held[words].position = position
            else:
                session.add(ListValueEntity(list_key=key.value, words=words, position=position))
    return Changes(f"List saved: {VALUE_LISTS[key].title}")
