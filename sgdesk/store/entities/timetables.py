"""The partnership's local timetables, and the years whose bank holidays it has confirmed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sgdesk.store.base import Record, live_unique, refers_to


class TimetableEntity(Record, kw_only=True):
    """Milestones that hold for cases notified from a day on, until the next timetable."""

    __tablename__ = "timetable"
    __table_args__ = (live_unique("timetable", "starts_on"),)

    starts_on: Mapped[date]
    note: Mapped[str] = mapped_column(default="")


class MilestoneEntity(Record, kw_only=True):
    """One step of a timetable: of the program's own rules, or added by the partnership."""

    __tablename__ = "milestone"
    __table_args__ = (live_unique("milestone", "timetable_id", "code"),)

    timetable_id: Mapped[UUID] = mapped_column(refers_to("timetable"))
    position: Mapped[int] = mapped_column(default=0)
    code: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    count: Mapped[int] = mapped_column(default=0)
    is_used: Mapped[bool] = mapped_column(default=True)
    owner: Mapped[str] = mapped_column(default="")


class AnnouncedYearEntity(Record, kw_only=True):
    """A year whose bank holidays the partnership has checked against the official list."""

    __tablename__ = "announced_year"
    __table_args__ = (live_unique("announced_year", "year"),)

    year: Mapped[int]
    checked_on: Mapped[date]


class SavedViewEntity(Record, kw_only=True):
    """A list as the officer likes to see it: its filter, grouping and search, under a name."""

    __tablename__ = "saved_view"
    __table_args__ = (live_unique("saved_view", "page", "name"),)

    page: Mapped[str]
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    filter_key: Mapped[str] = mapped_column(default="")
    what: Mapped[str] = mapped_column(default="")
    grouping: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    is_default: Mapped[bool] = mapped_column(default=False)
