"""Lists of values that the partnership may change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.value_lists import VALUE_LISTS

if TYPE_CHECKING:
    from sgdesk.domain.value_lists import ValueListKey
    from sgdesk.services.register import Register

_SELECT = "SELECT words FROM list_value WHERE list_key = ? AND deleted_at IS NULL ORDER BY position"


def read_value_list(register: Register, key: ValueListKey) -> tuple[str, ...]:
    """Return the values of a list in order: the partnership's own, else the program's."""
    with register.store.rows() as rows:
        own = tuple(words for (words,) in rows.all(_SELECT, (key.value,)))
    return own or VALUE_LISTS[key].defaults
