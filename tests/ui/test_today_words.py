"""What Today says of a day: its date, its figures, its groups and its weeks."""

from __future__ import annotations

from datetime import date

import pytest
from page_samples import TODAY, make_deadline, make_load, make_view

from sgdesk.domain.rules import Weight
from sgdesk.domain.standings import Standing
from sgdesk.ui.models.week_loads import week_days
from sgdesk.ui.pages.today_words import (
    day_sentence,
    groups_of,
    tile_details,
)

DUTY, PANEL, LOCAL = Weight.DUTY, Weight.PANEL_EXPECTATION, Weight.LOCAL_PRACTICE


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "Monday 23 November 2026 · working day"),
        (
            {"today": date(2026, 11, 22), "is_working_day": False},
            "Sunday 22 November 2026 · not a working day",
        ),
        (
            {"today": date(2026, 12, 25), "is_working_day": False, "holiday": "Christmas Day"},
            "Friday 25 December 2026 · Christmas Day (not a working day)",
        ),
    ],
)
def test_the_day_is_written_out(changes: dict[str, object], sentence: str) -> None:
    assert day_sentence(make_view(**changes)) == sentence


def test_an_empty_day_says_so_in_every_tile() -> None:
    assert tile_details(make_view()) == {
        "overdue": (0, "none"),
        "due_today": (0, "nothing"),
        "soon": (0, "to Mon 30 Nov"),
        "others": (0, "nobody"),
    }


def test_the_tiles_say_what_presses_most() -> None:
    late = make_deadline()
    later = make_deadline(short_words="Overdue by 1 working day")
    duty = make_deadline(standing=Standing.DUE_TODAY, weight=DUTY)
    view = make_view(overdue=(late, later), due_today=(duty,), waiting_on_others=(late, duty))

    details = tile_details(view)

    assert details["overdue"] == (2, "oldest by 2 working days")
    assert details["due_today"] == (1, "1 statutory")
    assert details["others"] == (2, "1 overdue")


def test_a_single_overdue_deadline_is_not_called_the_oldest() -> None:
    view = make_view(
        overdue=(make_deadline(),),
        due_today=(make_deadline(weight=LOCAL),),
        waiting_on_others=(make_deadline(standing=Standing.DUE_SOON),),
    )

    details = tile_details(view)

    assert details["overdue"] == (1, "by 2 working days")
    assert details["due_today"] == (1, "none statutory")
    assert details["others"] == (1, "none overdue")


def test_the_list_has_the_three_groups_that_press_or_the_one_asked_for() -> None:
    view = make_view(overdue=(make_deadline(),), waiting_on_others=(make_deadline(),))

    titles = [group.title for group in groups_of(view)]

    assert titles == ["Overdue", "Due today", "Next 5 working days"]
    assert groups_of(view)[2].note == "to Mon 30 Nov"
    looking = make_view(looks=(make_deadline(standing=Standing.PAUSED),))
    assert [group.title for group in groups_of(looking)][1:] == [
        "Due today",
        "Look again at a pause",
        "Next 5 working days",
    ]
    (others,) = groups_of(view, "others")
    assert (others.title, len(others.records)) == ("Waiting on others", 1)


def test_the_strip_counts_deadlines_by_weight() -> None:
    load = make_load(TODAY, DUTY, Weight.STATUTORY_GUIDANCE, PANEL, LOCAL, LOCAL, holiday="A day")

    (day,) = week_days([load])

    assert (day.duties, day.expectations, day.local) == (2, 1, 2)
    assert day.bank_holiday == "A day"
