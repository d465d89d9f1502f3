"""Rows that a case has any number of, such as requests to agencies."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from uuid import UUID

DraftT = TypeVar("DraftT")


@dataclass(frozen=True, slots=True)
class Entry(Generic[DraftT]):
    """One row as it is held; `revision` guards against saving over another change."""

    entry_id: UUID
    revision: int
    draft: DraftT = field(repr=False)
