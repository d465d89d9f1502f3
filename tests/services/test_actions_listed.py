"""The actions of all cases and of one, as lists have them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from learning_samples import ACTION, make_chain
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.learning import ActionDraft, ActionPlan, ActionStatus
from sgdesk.domain.standings import Standing
from sgdesk.services.actions import list_all_actions, list_immediate_actions
from sgdesk.services.entries import remove_entry, save_entry
from sgdesk.services.learning_guards import chain_problems
from sgdesk.store.queries.actions import read_actions

OTHER_CASE = replace(CASE, reference="RIV2026-27-02", further_references=())


@pytest.fixture
def chain(register):
    return make_chain(register, make_case(register))


def test_actions_of_all_cases_are_listed_by_the_date_that_counts(chain):
    other = make_case(chain.register, OTHER_CASE, None)
    early = replace(ACTION, number="3", due_on=date(2026, 11, 2))
    moved = replace(
        ACTION,
        number="4",
        revised_on=date(2026, 12, 21),
        revised_reason="The supplier is late.",
        revised_by="Review group",
    )
    undated = replace(
        ACTION,
        number="5",
        due_on=None,
        status=ActionStatus.NOT_ACCEPTED,
        closed_on=TODAY,
        closed_by="Partners",
        closing_note="The law changed.",
    )
    for draft in (undated, moved, early):
        save_entry(chain.register, other, None, draft, today=TODAY)
    rows = list_all_actions(chain.register, today=TODAY)
    assert [(row.reference[-2:], row.number) for row in rows] == [
        ("02", "3"),
        ("01", "1.1"),
        ("02", "4"),
        ("02", "5"),
    ]
    assert rows[2].counts_to == date(2026, 12, 21)
    assert rows[2].due_on == date(2026, 11, 19)
    assert rows[3].standing is Standing.NOT_APPLICABLE


def test_removed_actions_are_listed_no_more(chain):
    remove_entry(chain.register, chain.case_id, chain.one(ActionDraft))
    assert list_all_actions(chain.register, today=TODAY) == ()


def test_the_immediate_safety_actions_of_a_case_are_listed_by_number(chain):
    for number in ("S2", "S10", "S1"):
        chain.save(replace(ACTION, number=number, plan=ActionPlan.IMMEDIATE))
    rows = list_immediate_actions(chain.register, chain.case_id, today=TODAY)
    assert [row.number for row in rows] == ["S1", "S2", "S10"]
    assert {row.reference for row in rows} == {"RIV2026-27-01"}


def test_the_chains_of_the_practice_register_hold(practice):
    rows = list_all_actions(practice, today=TODAY)
    cases = {row.case_id for row in rows}
    assert len(cases) >= 2
    with practice.store.read() as session:
        assert [one for case_id in cases for one in chain_problems(session, case_id)] == []
    assert {row.standing for row in rows} >= {
        Standing.OVERDUE,
        Standing.DUE_SOON,
        Standing.ON_TRACK,
        Standing.MET,
        Standing.MET_LATE,
        Standing.NOT_APPLICABLE,
    }
    assert {row.plan for row in rows} == set(ActionPlan)
    assert any(row.status is ActionStatus.AWAITING_EVIDENCE for row in rows)
    assert any(row.status is ActionStatus.EMBEDDED and row.impacts for row in rows)


def test_what_was_read_of_an_action_does_not_show_in_logs(chain):
    with chain.register.store.rows() as rows:
        (facts,) = read_actions(rows)
    assert repr(facts) == f"<ActionFacts {facts.action_id}>"
    assert facts.text not in repr(list_all_actions(chain.register, today=TODAY))
