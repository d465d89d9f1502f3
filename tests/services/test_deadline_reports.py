"""The deadline report: its orders, its headings, the working under each date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.standings import Standing
from sgdesk.records.deadline_reports import REPORT_ORDER_WORDS, ReportOptions, ReportOrder
from sgdesk.services.deadline_reports import deadline_report
from sgdesk.services.deadlines import list_deadlines


@pytest.fixture
def rows(register):
    make_case(register)
    second = replace(
        CASE, reference="ABC2025-26-01", further_references=(), owner="", title="Other"
    )
    make_case(register, second, notified_on=date(2026, 11, 12))
    return list_deadlines(register, today=TODAY)


def table_of(register, rows, *options, **choices):
    paper = deadline_report(register, rows, today=TODAY, options=ReportOptions(*options, **choices))
    (table,) = paper.parts
    return table


def headings(table):
    return [row.cells[0] for row in table.rows if row.is_heading]


def under(table):
    """Return the rows under each heading, the working left out."""
    groups = []
    for row in table.rows:
        if row.is_heading:
            groups.append([])
        elif not row.is_below:
            groups[-1].append(row.cells)
    return groups


def test_as_shown_and_by_date_have_no_headings(register, rows):
    turned = tuple(reversed(rows))
    shown = table_of(register, turned, ReportOrder.SHOWN)
    assert [row.cells[0] for row in shown.rows] == [row.reference for row in turned]
    dated = table_of(register, turned, ReportOrder.DATE)
    assert [row.cells for row in dated.rows] == [
        row.cells for row in table_of(register, rows, ReportOrder.SHOWN).rows
    ]
    assert headings(dated) == []


def test_by_case_every_case_stands_together_the_partnership_last(register, rows):
    table = table_of(register, rows, ReportOrder.CASE)
    names = [heading.split(" · ")[0] for heading in headings(table)]
    assert names == ["ABC2025-26-01", "RIV2026-27-01", "Partnership"]
    for name, held in zip(names, under(table), strict=True):
        assert {cells[0] for cells in held} == {name}
    assert headings(table)[-1] == "Partnership · 1 deadline"
    assert " deadlines" in headings(table)[0]


def test_by_owner_what_nobody_owns_comes_last(register, rows):
    nobodys = tuple(replace(row, owner="") if row.code == "SIN-5" else row for row in rows)
    table = table_of(register, nobodys, ReportOrder.OWNER)
    names = [heading.split(" · ")[0] for heading in headings(table)]
    assert names[-1] == "No owner"
    assert names[:-1] == sorted(names[:-1], key=str.casefold)
    assert {cells[4] for cells in under(table)[-1]} == {""}


def test_by_agency_what_the_partnership_does_itself_comes_first(register, rows):
    table = table_of(register, rows, ReportOrder.AGENCY)
    names = [heading.split(" · ")[0] for heading in headings(table)]
    assert names[0] == "The partnership"
    assert names[1:] == sorted({row.agency for row in rows if row.agency}, key=str.casefold)
    own = [row for row in rows if not row.agency]
    assert len(under(table)[0]) == len(own)
    returns = under(table)[names.index("Agencies")]
    assert {cells[1].split("\n")[0] for cells in returns} >= {"Agency returns in"}


def test_by_week_every_date_lies_in_its_week_and_no_date_comes_last(register, rows):
    table = table_of(register, rows, ReportOrder.WEEK)
    assert headings(table)[0].startswith("Week of Mon 9 Nov 2026")
    assert headings(table)[-1].startswith("No date")
    counted = [row.counts_to for row in rows if row.counts_to]
    weeks = {day - timedelta(days=day.weekday()) for day in counted}
    assert len(headings(table)) == len(weeks) + 1


def test_by_rule_the_process_gives_the_order_and_headings_say_the_weight(register, rows):
    table = table_of(register, rows, ReportOrder.RULE)
    said = headings(table)
    assert said[0].startswith("Notify the Panel of the serious incident (duty)")
    place = {heading.split(" (")[0]: at for at, heading in enumerate(said)}
    assert place["Agency returns in"] < place["Rapid Review completed and sent to the Panel"]
    for held in under(table):
        assert len({cells[1] for cells in held}) == 1


@pytest.mark.parametrize("order", ReportOrder)
def test_no_order_loses_or_doubles_a_row(register, rows, order):
    table = table_of(register, rows, order)
    shown = [row.cells for row in table.rows if not row.is_heading]
    plain = [row.cells for row in table_of(register, rows).rows]
    assert sorted(shown) == sorted(plain)
    assert order in REPORT_ORDER_WORDS


def test_the_working_stands_under_each_date(register, rows):
    table = table_of(register, rows, ReportOrder.CASE, with_working=True)
    for before, row in zip(table.rows, table.rows[1:], strict=False):
        assert row.is_below == (not before.is_heading and not before.is_below)
    sentences = {row.cells[0] for row in table.rows if row.is_below}
    assert any("Day 15 = Tue 1 Dec 2026. Skipped: 6 weekend days." in one for one in sentences)


def test_the_same_row_twice_is_worked_out_twice(register, rows):
    table = table_of(register, (rows[0], rows[0]), with_working=True)
    assert [row.is_below for row in table.rows] == [False, True, False, True]


def test_what_no_rule_gives_a_date_to_has_no_working(register, rows):
    row = replace(rows[0], code="ACT-overdue", standing=Standing.OVERDUE)
    table = table_of(register, (row,), with_working=True)
    assert len(table.rows) == 1


def test_a_paper_lies_as_asked_and_knows_its_cases(register, rows):
    options = ReportOptions(is_landscape=True)
    paper = deadline_report(register, rows, today=TODAY, options=options)
    assert paper.is_landscape
    assert set(paper.case_ids) == {row.case_id for row in rows if row.case_id}
    assert not deadline_report(register, rows, today=TODAY).is_landscape
