"""What is private in the register, for the check that none of it stands in a document."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sgdesk.store.engine import Rows


class PersonRow(NamedTuple):
    """Somebody of a case; `kind` is "child", "family" or "staff"."""

    case_id: UUID
    kind: str
    name: str
    other_names: str = ""
    born_on: date | None = None
    died_on: date | None = None
    places: tuple[str, ...] = ()
    pseudonym: str = ""

    def __repr__(self) -> str:
        return f"<PersonRow {self.kind}>"


class DayRow(NamedTuple):
    """A day of a case; `name` is the column it stands in."""

    case_id: UUID
    name: str
    day: date


class WordsRow(NamedTuple):
    """A text of a case that others know it by, or that anybody may know."""

    case_id: UUID
    name: str
    text: str


class ContactRow(NamedTuple):
    """Somebody at an agency."""

    name: str
    email: str
    phone: str

    def __repr__(self) -> str:
        return "<ContactRow>"


_CHILDREN = (
    "SELECT case_id, 'child', name, other_names, born_on, died_on, address, school, gp, pseudonym "
    "FROM child WHERE deleted_at IS NULL"
)
_HOUSEHOLD = (
    "SELECT case_id, 'family', name, '', born_on, NULL, address, '', '', '' "
    "FROM household_member WHERE deleted_at IS NULL"
)
_FAMILY = (
    "SELECT case_id, 'family', name, '', NULL, NULL, '', '', '', '' "
    "FROM family_member WHERE deleted_at IS NULL"
)
_STAFF_COLUMNS = (
    ("agency_request", ("contact", "author", "signatory", "checked_by")),
    ("panel_member", ("name",)),
    ("delay", ("contact",)),
    ("recipient", ("recipient", "told_by")),
    ("family_contact", ("contacted_by",)),
    ("action", ("owner", "closed_by")),
    ("impact", ("assessed_by",)),
    ("monitoring", ("monitored_by",)),
    ("notification", ("notified_by",)),
)
"""Where the names of professionals stand; often a role stands there instead."""
_DAY_COLUMNS = (
    ("notification", ("notified_on", "first_notified_on", "decided_to_notify_on")),
    ("rapid_review", ("meeting_on", "decided_on", "sent_on")),
    ("local_review", ("initiated_on",)),
    ("delay", ("started_on", "key_date_on", "ended_on")),
    ("review_event", ("held_on",)),
    ("family_contact", ("contacted_on",)),
    (
        "publication",
        (
            "published_on", "planned_on", "released_on", "embargo_on", "web_slot_on", "webinar_on",
            "deposited_on", "archived_on",
        ),
    ),
)  # fmt: skip
_WORD_COLUMNS = (
    ("notification", ("receipt",)),
    ("local_review", ("reviewer", "reviewer_organisation", "chair")),
    ("publication", ("spokesperson", "web_address")),
)
_INCIDENT = (
    "SELECT id, incident_precision, incident_start_on, incident_end_on, aware_on, "
    "area_of_incident, area_of_residence FROM case_file WHERE deleted_at IS NULL"
)
_TO_THE_DAY = {"exact", "approximate", "period"}


def read_people(rows: Rows) -> Iterator[PersonRow]:
    """Yield the children, the family and the named professionals of every case."""
    for sql in (_CHILDREN, _HOUSEHOLD, _FAMILY):
        for key, kind, name, other_names, born, died, *places, pseudonym in rows.all(sql):
            yield PersonRow(
                UUID(key),
                kind,
                name,
                other_names,
                date.fromisoformat(born) if born else None,
                date.fromisoformat(died) if died else None,
                tuple(place for place in places if place),
                pseudonym,
            )
    for key, _, name in _of_columns(rows, _STAFF_COLUMNS):
        yield PersonRow(UUID(key), "staff", name)


def read_days(rows: Rows) -> Iterator[DayRow]:
    """Yield the days of every case that are known to the day."""
    for key, precision, start, end, aware, *_ in rows.all(_INCIDENT):
        case_id = UUID(key)
        known = (start, end) if precision in _TO_THE_DAY else ()
        for name, day in (*(("incident_on", day) for day in known), ("aware_on", aware)):
            if day:
                yield DayRow(case_id, name, date.fromisoformat(day))
    for key, name, day in _of_columns(rows, _DAY_COLUMNS):
        yield DayRow(UUID(key), name, date.fromisoformat(day))


def read_words(rows: Rows) -> Iterator[WordsRow]:
    """Yield the areas of every case, who reviews it, and the number of its notification."""
    for key, _, _, _, _, *areas in rows.all(_INCIDENT):
        for area in areas:
            if area:
                yield WordsRow(UUID(key), "area", area)
    for key, name, text in _of_columns(rows, _WORD_COLUMNS):
        yield WordsRow(UUID(key), name, text)


def read_contacts(rows: Rows) -> list[ContactRow]:
    """Return everybody whom the directory of agencies names."""
    found = rows.all(
        "SELECT contact, email, phone FROM agency WHERE deleted_at IS NULL "
        "UNION ALL SELECT name, email, phone FROM agency_contact WHERE deleted_at IS NULL"
    )
    return [ContactRow(*row) for row in found]


def read_agency_names(rows: Rows) -> list[str]:
    """Return what the agencies are and were called."""
    found = rows.all(
        "SELECT name FROM agency WHERE deleted_at IS NULL "
        "UNION SELECT name FROM former_name WHERE deleted_at IS NULL"
    )
    return [name for (name,) in found]


def _of_columns(
    rows: Rows, tables: tuple[tuple[str, tuple[str, ...]], ...]
) -> Iterator[tuple[str, str, str]]:
    for table, columns in tables:
        named = ", ".join(columns)
        sql = f"SELECT case_id, {named} FROM {table} WHERE deleted_at IS NULL"  # noqa: S608
        for case_id, *values in rows.all(sql):
            for name, value in zip(columns, values, strict=True):
                if value:
                    yield case_id, name, value
