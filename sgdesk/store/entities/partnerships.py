"""The partnership itself, its agencies and its changes to the calendar."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sgdesk.domain.counting import Counting
from sgdesk.domain.partnerships import CalendarChangeKind, PartnershipDraft, ReadingLine
from sgdesk.domain.typefaces import DocumentFont
from sgdesk.store.base import Record, Records, live_unique

PARTNERSHIP_ID = UUID(int=1)
"""The key of the one row: a register belongs to one partnership."""

_NEW = PartnershipDraft()


class PartnershipEntity(Record, kw_only=True):
    """The profile of the partnership; there is one row at most."""

    __tablename__ = "partnership"

    id: Mapped[UUID] = mapped_column(
        primary_key=True, init=False, default=PARTNERSHIP_ID, sort_order=-3
    )
    name: Mapped[str]
    short_name: Mapped[str] = mapped_column(default="")
    prefix: Mapped[str]
    officer: Mapped[str] = mapped_column(default="")
    handling_mark: Mapped[str] = mapped_column(default=_NEW.handling_mark)
    counting: Mapped[Counting] = mapped_column(default=_NEW.counting)
    ink: Mapped[str] = mapped_column(default=_NEW.ink)
    accent: Mapped[str] = mapped_column(default=_NEW.accent)
    logo_png: Mapped[bytes | None] = mapped_column(default=None)
    reading: Mapped[tuple[ReadingLine, ...]] = mapped_column(Records(ReadingLine), default=())
    last_yearly_report_on: Mapped[date | None] = mapped_column(default=None)
    contacts: Mapped[tuple[str, ...]] = mapped_column(default=())
    typeface: Mapped[DocumentFont] = mapped_column(default=_NEW.typeface)


class AgencyEntity(Record, kw_only=True):
    """An agency of the directory. `name_key` is the name casefolded."""

    __tablename__ = "agency"
    __table_args__ = (live_unique("agency", "name_key"),)

    name: Mapped[str]
    name_key: Mapped[str]
    kind: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    is_active: Mapped[bool] = mapped_column(default=True)
    phone: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class CalendarChangeEntity(Record, kw_only=True):
    """A day that is, or is not, a working day against the calendar the program ships."""

    __tablename__ = "calendar_change"
    __table_args__ = (live_unique("calendar_change", "day", "kind"),)

    day: Mapped[date]
    kind: Mapped[CalendarChangeKind]
    name: Mapped[str]


class ListValueEntity(Record, kw_only=True):
    """One value of a list that the partnership has changed; such a list is held whole."""

    __tablename__ = "list_value"
    __table_args__ = (live_unique("list_value", "list_key", "words"),)

    list_key: Mapped[str]
    words: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)


class LetterTemplateEntity(Record, kw_only=True):
    """A letter template that the partnership has changed; the others are the program's."""

    __tablename__ = "letter_template"
    __table_args__ = (live_unique("letter_template", "key"),)

    key: Mapped[str]
    subject: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="")
