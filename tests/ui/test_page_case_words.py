"""Tests of what the case page says, without its widgets: timeline, sections, groups."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from case_samples import CASE
from page_samples import make_deadline

from sgdesk.domain.editions import Edition
from sgdesk.domain.people import ChildDraft
from sgdesk.domain.standings import Standing
from sgdesk.records.cases import CaseStep, ChildRow
from sgdesk.ui.pages.case_editing import next_pseudonym
from sgdesk.ui.pages.case_sections import case_sections
from sgdesk.ui.pages.case_tables import deadline_groups, due_line, local_time, most_pressing
from sgdesk.ui.pages.case_timeline import milestones, timeline_note, today_after

TODAY = date(2026, 11, 23)


def steps(*days):
    return [CaseStep("Step", "", "", Standing.MET, day) for day in days]


@pytest.mark.parametrize(
    ("days", "place"),
    [
        ((), None),
        ((None, None), None),
        ((date(2026, 12, 1),), -0.5),
        ((None, date(2026, 12, 1)), 0.5),
        ((date(2026, 11, 1),), 0.5),
        ((date(2026, 11, 23), date(2026, 11, 30)), 0.0),
        ((date(2026, 11, 13), date(2026, 12, 3)), 0.5),
        ((date(2026, 11, 13), None, date(2026, 12, 3)), 1.0),
        ((date(2026, 11, 13), None), 0.5),
    ],
)
def test_today_stands_between_the_steps_in_proportion(days, place):
    assert today_after(steps(*days), TODAY) == place


def test_the_timeline_tells_the_day_of_the_fifteen_and_what_is_overdue(desk):
    view = desk.view()
    assert timeline_note(view) == "Rapid Review · day 9 of 15 · nothing overdue"
    late = replace(view, deadlines=(make_deadline(), make_deadline(code="RR-SIGN")))
    assert timeline_note(late) == "Rapid Review · 2 overdue"


def test_milestones_are_done_when_they_are_met_early_or_late(desk):
    done = [one.is_done for one in milestones(desk.view())]
    assert done[:3] == [True, True, True]
    assert not any(done[3:])


def test_a_case_tells_its_closing_and_the_reason_of_its_edition(desk):
    draft = replace(
        CASE,
        edition=Edition.WT2018,
        edition_reason="It began under it.",
        closed_on=date(2026, 11, 20),
        closed_reason="All done.",
    )
    sections = case_sections(replace(desk.view(), draft=draft))
    guidance = {fact.label: fact for fact in sections[2].facts}
    assert guidance["Edition"].note == "It began under it."
    assert (guidance["Closed"].words, guidance["Closed"].note) == ("Fri 20 Nov 2026", "All done.")


def test_deadlines_are_grouped_by_what_they_ask_of_a_person():
    rows = [
        make_deadline(code="A", standing=Standing.MET),
        make_deadline(code="B", standing=Standing.PAUSED),
        make_deadline(code="C", standing=Standing.WAITING, counts_to=None),
        make_deadline(code="D", standing=Standing.OVERDUE),
        make_deadline(code="E", standing=Standing.NOT_APPLICABLE, counts_to=None),
    ]
    groups = {group.title: [row.code for row in group.records] for group in deadline_groups(rows)}
    assert groups == {"Open": ["D"], "Waiting": ["B", "C"], "Done": ["A"], "Does not apply": ["E"]}


def test_a_line_names_both_dates_or_why_there_is_none():
    assert due_line(make_deadline()) == "Thu 19 Nov 2026"
    agreed = make_deadline(agreed_on=date(2026, 11, 25))
    assert due_line(agreed) == "Thu 19 Nov 2026, agreed Wed 25 Nov"
    none = make_deadline(standing=Standing.NOT_APPLICABLE, note="the case is closed")
    assert due_line(none) == "The case is closed"


def test_the_most_pressing_deadline_is_the_open_one_that_is_latest():
    met = make_deadline(code="MET", standing=Standing.MET, is_open=False)
    soon = make_deadline(code="SOON", standing=Standing.DUE_SOON)
    late = make_deadline(code="LATE")
    assert most_pressing([met, soon, late]) is late
    assert most_pressing([met]) is met
    assert most_pressing([]) is None


def test_times_are_told_on_the_officers_clock():
    moment = datetime(2026, 11, 23, 14, 32, tzinfo=UTC)
    assert local_time(moment).endswith(f"{moment.astimezone():%H:%M}")


def test_the_next_child_gets_the_first_letter_that_is_free(desk):
    view = desk.view()
    assert next_pseudonym(view) == "Child C"
    row = ChildRow(uuid4(), ChildDraft(pseudonym=" child c"), "")
    assert next_pseudonym(replace(view, children=(*view.children, row))) == "Child D"
    letters = [chr(ord("A") + number) for number in range(26)]
    rows = tuple(ChildRow(uuid4(), ChildDraft(pseudonym=f"Child {one}"), "") for one in letters)
    assert next_pseudonym(replace(view, children=rows)) == "Child"
