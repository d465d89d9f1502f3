"""Deadlines by rule, returns of agencies and actions stand in one list, each explained."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from services_samples import TODAY

from sgdesk.domain.agency_requests import OUTSTANDING_STATES
from sgdesk.errors import UserError
from sgdesk.records.date_workings import DateWorking
from sgdesk.records.deadlines import DeadlineDetail, DueKind
from sgdesk.services.actions import list_all_actions
from sgdesk.services.agency_rows import list_requests_of
from sgdesk.services.case_list import list_cases
from sgdesk.services.deadlines import by_date, list_deadlines
from sgdesk.services.due_workings import explain_due
from sgdesk.services.everything_due import list_everything_due
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.return_lines import read_out_returns, return_lines


def of_kind(rows, kind):
    return [row for row in rows if row.kind is kind]


def test_the_deadlines_by_rule_are_those_of_the_other_list(practice):
    rows = list_everything_due(practice, today=TODAY)
    assert of_kind(rows, DueKind.RULE) == list(list_deadlines(practice, today=TODAY))
    assert list(rows) == sorted(rows, key=by_date)


def test_every_outstanding_return_is_a_line_with_its_own_date_and_agency(practice):
    cases = [row.case_id for row in list_cases(practice, today=TODAY)]
    wanted = {
        (row.request_id, row.case_id, row.agency_name, row.due_on, row.standing, row.state_words)
        for row in list_requests_of(practice, cases, today=TODAY)
        if row.state in OUTSTANDING_STATES
    }
    rows = of_kind(list_everything_due(practice, today=TODAY), DueKind.RETURN)
    found = {
        (row.entry_id, row.case_id, row.agency, row.due, row.standing, row.standing_words)
        for row in rows
    }
    assert found == wanted
    assert len(rows) == len(wanted)
    assert len(wanted) > 10
    assert {row.title.partition(":")[0] for row in rows} == {
        "Rapid Review return", "Agency report for the local review",
    }  # fmt: skip


def test_a_return_belongs_to_the_owner_of_its_case(practice):
    owners = {case.case_id: case.owner for case in read_held_cases(practice)}
    for row in of_kind(list_everything_due(practice, today=TODAY), DueKind.RETURN):
        assert row.owner == owners[row.case_id]
        assert row.code == f"RETURN-{row.entry_id.hex}"


def test_every_open_action_is_a_line_with_its_owner_and_agency(practice):
    actions = {row.action_id: row for row in list_all_actions(practice, today=TODAY) if row.is_open}
    rows = of_kind(list_everything_due(practice, today=TODAY), DueKind.ACTION)
    assert {row.entry_id for row in rows} == set(actions)
    for row in rows:
        action = actions[row.entry_id]
        assert (row.owner, row.agency, row.due) == (action.owner, action.agency, action.counts_to)


def test_no_two_lines_have_the_same_case_and_code(practice):
    rows = list_everything_due(practice, today=TODAY)
    assert len({(row.case_id, row.code) for row in rows}) == len(rows)


def test_the_lines_of_today_say_of_what_kind_they_are(practice):
    cases = {case.id: case for case in read_held_cases(practice)}
    lines = return_lines(practice, cases, today=TODAY)
    assert {row.kind for row in lines} == {DueKind.RETURN}
    shared = [row for row in lines if "agency returns" in row.what]
    assert shared
    assert {(row.agency, row.entry_id) for row in shared} == {("", None)}


def test_returns_of_other_cases_are_left_out_and_none_names_an_agency_in_a_log(practice):
    assert read_out_returns(practice, {}, today=TODAY) == []
    cases = {case.id: case for case in read_held_cases(practice)}
    first = read_out_returns(practice, cases, today=TODAY)[0]
    assert first.agency not in repr(first)


def test_every_line_can_show_its_working(practice):
    for row in list_everything_due(practice, today=TODAY):
        working = explain_due(practice, row, today=TODAY)
        if row.kind is DueKind.RULE:
            assert isinstance(working, DeadlineDetail)
            assert working.row == row
        else:
            assert isinstance(working, DateWorking)
            assert working.case_id == row.case_id
            assert row.due is None or row.due_words in working.sentence


@pytest.mark.parametrize("kind", [DueKind.RETURN, DueKind.ACTION])
def test_what_was_removed_meanwhile_is_said_to_be_gone(practice, kind):
    row = of_kind(list_everything_due(practice, today=TODAY), kind)[0]
    with pytest.raises(UserError, match="no longer asked for"):
        explain_due(practice, replace(row, entry_id=UUID(int=7)), today=TODAY)


def test_days_that_are_over_do_not_bring_back_what_is_closed(practice):
    later = list_everything_due(practice, today=date(2027, 6, 1))
    now = list_everything_due(practice, today=TODAY)
    assert {row.entry_id for row in later} == {row.entry_id for row in now}
