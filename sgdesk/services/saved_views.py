"""Views of a list under a name: the officer's own filters, groupings and searches."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sgdesk.domain.saved_views import SavedViewDraft, check_view
from sgdesk.errors import RejectedError
from sgdesk.records.saved_views import SavedView
from sgdesk.services.drafts import cleaned, fill, values_of
from sgdesk.services.outcomes import Changes

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from sgdesk.services.register import Register
    from sgdesk.store.entities.timetables import SavedViewEntity

_SELECT = (
    "SELECT id, page, name, filter_key, what, grouping, text, is_default FROM saved_view "
    "WHERE page = ? AND deleted_at IS NULL ORDER BY position"
)


def list_views(register: Register, page: str) -> tuple[SavedView, ...]:
    """Return the views of the page with the key `page`, in the order in which they were saved."""
    with register.store.rows() as rows:
        found = rows.all(_SELECT, (page,))
    return tuple(SavedView(UUID(key), _draft(*values)) for key, *values in found)


def save_view(register: Register, view_id: UUID | None, draft: SavedViewDraft) -> Changes:
    """Store a view, a new one if `view_id` is None, or raise `RejectedError`.

    One view of a page at most is shown first: the last that was saved so.
    """
    draft = cleaned(draft)
    with register.write() as session:
        others = [one for one in _live_views(session, draft.page) if one.id != view_id]
        if problems := check_view(draft, taken_names=[one.name for one in others]):
            raise RejectedError(problems)
        if view_id is None:
            place = max((one.position for one in others), default=-1) + 1
            session.add(_entity()(**values_of(draft), position=place))
        else:
            fill(_get(session, view_id), draft)
        if draft.is_default:
            for other in others:
                other.is_default = False
    return Changes(f"View saved: {draft.name}")


def remove_view(register: Register, view_id: UUID) -> Changes:
    """Remove a view. Raises `UserError` if it is gone."""
    with register.write() as session:
        held = _get(session, view_id)
        held.deleted_at = register.now()
        name = held.name
    return Changes(f"View removed: {name}")


def _draft(*values: Any) -> SavedViewDraft:
    """Return a view from its columns, in the order of the draft's fields."""
    *texts, is_default = values
    return replace(SavedViewDraft(*texts), is_default=bool(is_default))


def _live_views(session: Session, page: str) -> list[SavedViewEntity]:
    from sqlalchemy import select  # noqa: PLC0415 - reading views goes without the mapper

    view = _entity()
    return list(session.scalars(select(view).where(view.page == page, view.deleted_at.is_(None))))


def _get(session: Session, view_id: UUID) -> SavedViewEntity:
    from sgdesk.store.queries.find import get_live  # noqa: PLC0415 - as above

    return get_live(session, _entity(), view_id)


def _entity() -> type[SavedViewEntity]:
    from sgdesk.store.entities.timetables import SavedViewEntity  # noqa: PLC0415 - as above

    return SavedViewEntity
