"""Learning briefings and the reviews they speak of."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sgdesk.domain.briefings import Point
from sgdesk.store.base import Record, Records, live_unique, refers_to


class BriefingEntity(Record, kw_only=True):
    """What the officer wrote for one briefing."""

    __tablename__ = "briefing"

    title: Mapped[str]
    subtitle: Mapped[str] = mapped_column(default="")
    background: Mapped[str] = mapped_column(default="")
    key_learning: Mapped[tuple[Point, ...]] = mapped_column(Records(Point), default=())
    good_practice: Mapped[tuple[Point, ...]] = mapped_column(Records(Point), default=())
    improvements: Mapped[tuple[Point, ...]] = mapped_column(Records(Point), default=())
    questions: Mapped[tuple[str, ...]] = mapped_column(default=())
    timeline: Mapped[tuple[Point, ...]] = mapped_column(Records(Point), default=())
    recommendations: Mapped[tuple[Point, ...]] = mapped_column(Records(Point), default=())


class BriefingCaseEntity(Record, kw_only=True):
    """A briefing speaks of a case."""

    __tablename__ = "briefing_case"
    __table_args__ = (live_unique("briefing_case", "briefing_id", "case_id"),)

    briefing_id: Mapped[UUID] = mapped_column(refers_to("briefing"))
    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
