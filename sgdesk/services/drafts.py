"""Drafts on their way into entities and back: same field names, cleaned text."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from sgdesk.domain.prose import is_prose
from sgdesk.text import clean_block, clean_line

if TYPE_CHECKING:
    from collections.abc import Collection

DraftT = TypeVar("DraftT")


def cleaned(draft: DraftT) -> DraftT:
    """Return `draft` with every text in it passed through the cleaning gate."""
    if not is_dataclass(draft) or isinstance(draft, type):
        raise TypeError("only drafts are cleaned")
    changes = {
        item.name: _clean(getattr(draft, item.name), is_block=is_prose(item))
        for item in fields(draft)
    }
    return replace(draft, **changes)


def _clean(value: Any, *, is_block: bool) -> Any:
    if isinstance(value, str) and not isinstance(value, Enum):
        return clean_block(value) if is_block else clean_line(value)
    if isinstance(value, tuple):
        return tuple(_clean(item, is_block=is_block) for item in value)
    is_text_holder = is_dataclass(value) and not isinstance(value, (type, date))
    return cleaned(value) if is_text_holder else value


def fill(entity: object, draft: object, *, skip: Collection[str] = ()) -> None:
    """Set each attribute of `entity` that differs from the draft's field of the same name."""
    for item in fields(draft):  # type: ignore[arg-type]
        if item.name not in skip:
            value = getattr(draft, item.name)
            if getattr(entity, item.name) != value:
                setattr(entity, item.name, value)


def values_of(draft: object, *, skip: Collection[str] = ()) -> dict[str, Any]:
    """Return the fields of `draft` by name, to build an entity of."""
    return {
        item.name: getattr(draft, item.name)
        for item in fields(draft)  # type: ignore[arg-type]
        if item.name not in skip
    }


def draft_from(kind: type[DraftT], entity: object, *, skip: Collection[str] = ()) -> DraftT:
    """Return a draft of `kind` with the values that `entity` holds under the same names."""
    names = (item.name for item in fields(kind))  # type: ignore[arg-type]
    return kind(**{name: getattr(entity, name) for name in names if name not in skip})
