from datetime import date

from store_samples import AT, DAY, add

from sgdesk.domain.counting import Counting
from sgdesk.domain.partnerships import (
    CalendarChange,
    CalendarChangeKind,
    PartnershipDraft,
    ReadingLine,
)
from sgdesk.store.entities.partnerships import CalendarChangeEntity, PartnershipEntity
from sgdesk.store.queries.profile import read_calendar_changes, read_profile


def test_the_profile_comes_back_as_the_draft_it_was(store):
    draft = PartnershipDraft(
        name="Ashford Partnership",
        short_name="AP",
        prefix="PRAC",
        officer="Business support",
        handling_mark="OFFICIAL",
        counting=Counting.TRIGGER_IS_DAY_1,
        ink="#111111",
        accent="#222222",
        logo_png=b"\x89PNG",
        reading=(ReadingLine("Read", "Guide", "https://example.org"), ReadingLine("More")),
        last_yearly_report_on=DAY,
    )
    with store.rows() as rows:
        assert read_profile(rows) is None
    add(store, PartnershipEntity(**{name: getattr(draft, name) for name in draft.__slots__}))
    with store.rows() as rows:
        assert read_profile(rows) == draft


def test_a_short_profile_leaves_the_rest_as_a_new_draft_has_it(store):
    add(store, PartnershipEntity(name="Ashford", prefix="PRAC"))
    with store.rows() as rows:
        assert read_profile(rows) == PartnershipDraft(name="Ashford", prefix="PRAC")


def test_calendar_changes_come_by_day(store):
    changes = [
        CalendarChange(date(2026, 12, 24), CalendarChangeKind.CLOSURE, "Office shut"),
        CalendarChange(date(2026, 6, 5), CalendarChangeKind.ADDED, "Extra day"),
    ]
    entities = [
        CalendarChangeEntity(day=change.day, kind=change.kind, name=change.name)
        for change in changes
    ]
    removed = CalendarChangeEntity(
        day=DAY, kind=CalendarChangeKind.ADDED, name="Gone", deleted_at=AT
    )
    add(store, *entities, removed)
    with store.rows() as rows:
        assert read_calendar_changes(rows) == changes[::-1]
