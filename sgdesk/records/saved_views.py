"""Saved views as the menu of a page lists them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.domain.saved_views import SavedViewDraft


@dataclass(frozen=True, slots=True)
class SavedView:
    view_id: UUID
    draft: SavedViewDraft
