"""Tests of the columns, filters and groups of the Deadlines page, on records made by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from page_samples import TODAY, make_deadline

from sgdesk.domain.rules import Weight
from sgdesk.domain.standings import Standing
from sgdesk.records.deadlines import DueKind
from sgdesk.ui.pages.deadlines_columns import all_columns, folded_columns, who_words
from sgdesk.ui.pages.deadlines_filters import sort_deadlines
from sgdesk.ui.pages.deadlines_groups import Grouping, grouped
from sgdesk.ui.pages.group_heads import worst_of

if TYPE_CHECKING:
    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.ui.models.columns import Column
    from sgdesk.ui.models.record_table import Group, GroupHead


def heads(groups: list[Group[DeadlineRow]]) -> list[GroupHead]:
    return [group.head(group.records) for group in groups]


def column(header: str) -> Column[DeadlineRow]:
    return next(one for one in all_columns() if one.header.startswith(header))


def test_columns_keep_both_dates_in_sight() -> None:
    row = make_deadline(agreed_on=date(2026, 12, 7), counts_to=date(2026, 12, 7))
    due = next(one for one in folded_columns() if one.header == "Due date")

    assert column("Due").text(row) == "Thu 19 Nov 2026"
    assert column("Agreed").text(row) == "7 Dec 2026"
    assert column("Agreed").text(make_deadline()) == ""
    assert due.second(row) == "Agreed Mon 7 Dec 2026"
    assert due.said(row) == "Thu 19 Nov 2026, Agreed Mon 7 Dec 2026"
    waiting = make_deadline(
        due=None, counts_to=None, due_words="Aware date missing", standing=Standing.WAITING
    )
    assert column("Due").text(waiting) == "No date yet"
    assert column("Due").said(waiting) == "Aware date missing"


def test_columns_show_the_day_and_sort_by_what_presses() -> None:
    early, late = make_deadline(day=(-2, 15)), make_deadline(day=(17, 15))

    assert column("Day").text(late) == "Day 17 of 15"
    assert column("Day").progress(early) == (0, 15)
    assert column("Day").text(make_deadline(day=None)) == ""
    assert column("Day").progress(make_deadline(day=None)) is None
    assert column("Standing").text(late) == "Overdue by 2 days"
    assert column("Standing").sort_key(late) < column("Standing").sort_key(
        make_deadline(standing=Standing.MET)
    )
    duty, local = (make_deadline(weight=one) for one in (Weight.DUTY, Weight.LOCAL_PRACTICE))
    assert column("Weight").sort_key(duty) < column("Weight").sort_key(local)


def test_a_title_in_place_of_a_reference_is_shortened_but_said_in_full() -> None:
    row = make_deadline(reference="National review of the deaths of two young children")

    assert column("Case").text(row) == "National review of…"
    assert column("Case").said(row) == row.reference
    assert column("Case").text(make_deadline()) == "ZZSP2026-27-04"


def test_groups_by_date_follow_what_presses() -> None:
    rows = [
        make_deadline(standing=Standing.OVERDUE),
        make_deadline(standing=Standing.DUE_TODAY),
        make_deadline(standing=Standing.ON_TRACK, counts_to=date(2026, 12, 21)),
        make_deadline(standing=Standing.ON_TRACK, counts_to=date(2026, 12, 22)),
        make_deadline(standing=Standing.DUE_SOON),
        make_deadline(standing=Standing.ON_TRACK, counts_to=None),
        make_deadline(standing=Standing.MET),
    ]
    groups = grouped(rows, Grouping.DATE, TODAY)

    assert [group.title for group in groups] == [
        "Overdue", "Due today", "Next 5 working days", "Within 4 weeks", "Later",
        "No day is set", "Met",
    ]  # fmt: skip
    assert groups[0].standing is Standing.OVERDUE
    assert groups[3].standing is None


def test_groups_by_week_name_the_weeks_around_today() -> None:
    days = [date(2026, 11, 16), date(2026, 11, 29), date(2026, 11, 30), date(2027, 1, 4), None]
    groups = grouped([make_deadline(counts_to=day) for day in days], Grouping.WEEK, TODAY)

    assert [(head.title, head.note) for head in heads(groups)] == [
        ("Week of Mon 16 Nov 2026", "last week, 1 overdue"),
        ("Week of Mon 23 Nov 2026", "this week, 1 overdue"),
        ("Week of Mon 30 Nov 2026", "next week, 1 overdue"),
        ("Week of Mon 4 Jan 2027", "1 overdue"),
        ("No date", "1 overdue"),
    ]


def test_groups_by_case_and_owner_have_names_of_their_own() -> None:
    other = make_deadline(case_id=UUID(int=2), reference="A title", case_title="A title", owner="")
    rows = [make_deadline(), other, make_deadline(code="SIN-5", owner="Agencies")]
    cases = grouped(rows, Grouping.CASE, TODAY)
    owners = grouped(rows, Grouping.OWNER, TODAY)

    assert [(head.title, head.note, head.count) for head in heads(cases)] == [
        ("ZZSP2026-27-04", "Young person, injury, 2 overdue", 2),
        ("A title", "1 overdue", 1),
    ]
    assert [group.title for group in owners] == ["Agencies", "Business support", "No owner"]
    assert [group.title for group in grouped(rows, Grouping.NONE, TODAY)] == [""]


def test_groups_by_agency_hold_returns_and_actions_of_the_same_agency_together() -> None:
    rows = [
        make_deadline(standing=Standing.ON_TRACK),
        make_deadline(kind=DueKind.RETURN, agency="Police", standing=Standing.DUE_SOON),
        make_deadline(kind=DueKind.ACTION, agency="Police", standing=Standing.DUE_TODAY),
        make_deadline(kind=DueKind.ACTION, agency="Hospitals", standing=Standing.PAUSED),
    ]
    groups = grouped(rows, Grouping.AGENCY, TODAY)

    assert [(head.title, head.count, head.note, head.standing) for head in heads(groups)] == [
        ("The partnership", 1, "on track", None),
        ("Hospitals", 1, "paused", None),
        ("Police", 2, "1 due today", Standing.DUE_TODAY),
    ]


def test_a_head_speaks_of_the_rows_that_the_search_lets_through() -> None:
    late, soon = make_deadline(), make_deadline(standing=Standing.DUE_SOON)
    (group,) = grouped([late, soon], Grouping.OWNER, TODAY)

    assert (group.head([late, soon]).note, group.head([late, soon]).standing) == (
        "1 overdue", Standing.OVERDUE,
    )  # fmt: skip
    assert group.head([soon]).note == "1 due in 5 days"
    assert worst_of([]) == ("", None)


def test_the_agency_of_an_action_stands_beside_its_owner() -> None:
    action = make_deadline(kind=DueKind.ACTION, agency="Police", owner="Head of learning")
    returned = make_deadline(kind=DueKind.RETURN, agency="Police")

    assert who_words(action) == "Head of learning, Police"
    assert who_words(returned) == "Business support"


def test_one_open_deadline_is_one() -> None:
    held = sort_deadlines([make_deadline(standing=Standing.ON_TRACK)])

    assert held.sentence() == "1 open deadline in 1 case · none overdue, none due today"
