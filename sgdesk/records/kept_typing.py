"""What an officer typed into a form and has not saved: as text, so that it can be put back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class FormPlace:
    """Where a form is opened: a page, or the page of one case, and the step to do there."""

    page: str
    """The key of a page; "" for a form that belongs to the window itself."""
    way: str
    """What the page's `open_step` takes, with the id of the row where it edits one."""
    case_id: UUID | None = None
    is_new: bool = False
    """Whether the form adds a row."""

    @classmethod
    def of_row(cls, case_id: UUID, step: str, row_id: UUID | None) -> FormPlace:
        """Return the place of a form over a row of a case; over a new one for None.

        `step` names the tab and the form, as in "family:contact".
        """
        return cls("cases", f"{step}:{row_id or ''}", case_id, is_new=row_id is None)


def row_of(way: str) -> tuple[str, UUID | None]:
    """Return the form and the row that the last parts of a way name, as "contact:" and its id."""
    name, _, row = way.partition(":")
    return name, UUID(row) if row else None


@dataclass(frozen=True, slots=True)
class TypedField:
    """One field that was changed. `before` and `typed` are what `put_back` takes."""

    name: str
    title: str = field(repr=False)
    before: str = field(repr=False)
    """What the field held when the form was opened."""
    typed: str = field(repr=False)
    words: str = field(repr=False)
    """The same to be read and copied."""


@dataclass(frozen=True, slots=True)
class KeptForm:
    """The unsaved typing of one form; only the fields that were changed."""

    key: str
    """Names this opening of the form, so that a later state takes the place of an earlier one."""
    title: str = field(repr=False)
    about: str = field(repr=False)
    """Whose form it is, such as the reference of the case."""
    at: datetime
    """When it was kept, UTC."""
    place: FormPlace | None
    """None for a form that cannot be opened again by itself."""
    fields: tuple[TypedField, ...] = field(repr=False)
