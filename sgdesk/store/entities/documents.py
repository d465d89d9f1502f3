"""What the partnership's documents share: standing texts, and its own PowerPoint template."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from sgdesk.domain.deck_templates import LayoutChoice
from sgdesk.store.base import Record, Records, live_unique


class BoilerplateEntity(Record, kw_only=True):
    """One wording of a standing text; the one begun last on a day holds on it."""

    __tablename__ = "boilerplate"
    __table_args__ = (live_unique("boilerplate", "key", "starts_on"),)

    key: Mapped[str]
    starts_on: Mapped[date]
    text: Mapped[str]


class DeckTemplateEntity(Record, kw_only=True):
    """A PowerPoint template of the partnership's own, cleaned and checked; one holds at most."""

    __tablename__ = "deck_template"

    name: Mapped[str]
    content: Mapped[bytes]
    layouts: Mapped[tuple[LayoutChoice, ...]] = mapped_column(Records(LayoutChoice), default=())
    is_used: Mapped[bool] = mapped_column(default=True)
