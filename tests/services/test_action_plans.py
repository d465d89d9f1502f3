"""The action plan on paper, and the actions among the deadlines of the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from learning_samples import ACTION, EVIDENCE, IMPACT, make_chain
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.learning import ActionDraft, ActionPlan
from sgdesk.domain.partnerships import AgencyDraft
from sgdesk.domain.rules import Phase, Weight
from sgdesk.domain.standings import Standing
from sgdesk.services.action_plans import action_plan
from sgdesk.services.actions import list_all_actions
from sgdesk.services.entries import save_entry
from sgdesk.services.settings import list_agencies, save_agency
from sgdesk.services.today import look_at_today

OTHER_CASE = replace(CASE, reference="RIV2026-27-02", further_references=())


@pytest.fixture
def chain(register):
    """A case with an overdue action of the partnership and one of the hospitals."""
    chain = make_chain(register, make_case(register, notified_on=None))
    save_agency(register, None, AgencyDraft(name="Hospitals"))
    agency_id = list_agencies(register)[0].agency_id
    chain.save(
        replace(
            ACTION,
            number="1.2",
            plan=ActionPlan.SINGLE_AGENCY,
            agency_id=agency_id,
            revised_on=date(2027, 1, 4),
            revised_reason="The supplier is late.",
            revised_by="Review group",
        )
    )
    return chain


def plan_of(chain, **words):
    return action_plan(
        chain.register, list_all_actions(chain.register, today=TODAY), today=TODAY, **words
    )


def test_the_plan_has_a_table_for_each_agency_the_partnership_first(chain):
    paper = plan_of(chain)
    assert [table.title for table in paper.parts] == ["The partnership", "Hospitals"]
    assert [table.note for table in paper.parts] == ["1 in all, 1 overdue", "1 in all"]
    assert paper.summary == "2 actions as at Mon 23 Nov 2026: 1 overdue, 0 closed."
    assert (paper.title, paper.file_stem) == ("Action plan by agency", "action-plan")
    assert paper.is_landscape


def test_a_line_says_all_and_the_first_date_stands_below_the_revised_one(chain):
    action = chain.one(ActionDraft)
    chain.save(replace(EVIDENCE, action_id=action.entry_id))
    chain.save(replace(IMPACT, action_id=action.entry_id))
    ours, theirs = (table.rows for table in plan_of(chain).parts)
    (line,) = ours
    assert line.standing is Standing.OVERDUE
    assert line.cells == (
        "1.1",
        "Write the questions.\nMulti-agency plan",
        "Named nurse",
        "Thu 19 Nov 2026",
        "1 held, impact known",
        "Overdue by 2 working days\nNot started",
    )
    assert theirs[0].cells[3:5] == ("Mon 4 Jan 2027\nfirst Thu 19 Nov 2026", "None yet")


def test_actions_of_several_cases_stand_under_their_references(chain):
    other = make_case(chain.register, OTHER_CASE, None)
    for number in ("10", "9"):
        save_entry(chain.register, other, None, replace(ACTION, number=number), today=TODAY)
    paper = plan_of(chain, title="Open actions", summary="Those that hold “x”.")
    assert set(paper.case_ids) == {chain.case_id, other}
    lines = paper.parts[0].rows
    assert [(line.is_heading, line.cells[0]) for line in lines] == [
        (True, "RIV2026-27-01"),
        (False, "1.1"),
        (True, "RIV2026-27-02"),
        (False, "9"),
        (False, "10"),
    ]


def test_a_plan_without_actions_says_so(register):
    paper = action_plan(register, (), today=TODAY, summary="Nothing is filtered.")
    assert paper.parts == ()
    assert paper.summary.startswith("0 actions as at Mon 23 Nov 2026: 0 overdue")
    assert paper.summary.endswith("Nothing is filtered.")


def test_an_action_without_a_date_says_so_on_paper(chain):
    (row, *_) = list_all_actions(chain.register, today=TODAY)
    undated = replace(row, counts_to=None, due_on=None)
    paper = action_plan(chain.register, [undated], today=TODAY)
    assert paper.parts[0].rows[0].cells[3] == "No date"
    assert paper.summary.startswith("1 action as at")


def test_a_pressing_action_is_a_line_of_the_day(chain):
    view = look_at_today(chain.register, today=TODAY)
    (line,) = [row for row in view.overdue if row.phase is Phase.ACTION]
    assert (line.reference, line.owner) == ("RIV2026-27-01", "Named nurse")
    assert line.what == line.title == "Action 1.1: Write the questions."
    assert (line.counts_to, line.standing_words) == (
        date(2026, 11, 19),
        "Overdue by 2 working days",
    )
    assert (view.overdue_actions, view.due_today, view.due_soon) == (1, (), ())
    assert view.deadlines == len(view.overdue) - 1


def test_actions_of_a_case_that_press_alike_are_one_line(chain):
    for number, due_on in (("2", date(2026, 11, 2)), ("3", TODAY), ("4", date(2026, 11, 24))):
        chain.save(replace(ACTION, number=number, due_on=due_on))
    view = look_at_today(chain.register, today=TODAY)
    (late,) = [row for row in view.overdue if row.phase is Phase.ACTION]
    assert (late.what, late.owner) == ("2 actions overdue", "Several owners")
    assert late.title == "2 actions overdue: the oldest is action 2"
    assert late.standing_words == "Overdue by 15 working days"
    assert [row.what[:9] for row in view.due_today] == ["Action 3:"]
    assert [row.what[:9] for row in view.due_soon if row.phase is Phase.ACTION] == ["Action 4:"]
    loads = {load.day: load.weights for load in view.weeks}
    assert Weight.LOCAL_PRACTICE in loads[TODAY]
    assert len({row.code for row in (late, *view.due_today, *view.due_soon)}) >= 3
    assert view.overdue_actions == 2
