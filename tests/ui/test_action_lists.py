"""How actions are filtered, grouped and told in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from action_samples import ROW, make_action
from page_samples import TODAY

from sgdesk.domain.answers import Answer
from sgdesk.domain.learning import (
    ActionDraft,
    ActionPlan,
    ActionStatus,
    EvidenceDraft,
    ImpactDraft,
    RecommendationDraft,
)
from sgdesk.domain.standings import Standing
from sgdesk.records.entries import Entry
from sgdesk.records.learning import ActionNode
from sgdesk.ui.pages.action_facts import action_facts, numbered
from sgdesk.ui.pages.actions_columns import middle_columns, narrow_columns, wide_columns
from sgdesk.ui.pages.actions_filters import filter_of, is_coming, sort_actions
from sgdesk.ui.pages.actions_groups import Grouping, grouped
from sgdesk.ui.pages.learning_words import (
    acceptance_words,
    counts_sentence,
    due_words,
    evidence_line,
    evidence_words,
    first_due_words,
    impact_line,
    status_words,
)

LATE = make_action()
NOW = make_action(TODAY)
SOON = make_action(date(2026, 11, 25), agency="Hospitals", plan=ActionPlan.SINGLE_AGENCY)
COMING = make_action(date(2026, 12, 21), case_id=UUID(int=2), reference="ZZSP2026-27-05")
LATER = make_action(date(2026, 12, 22), agency="Acute care")
UNDATED = make_action(None)
AWAITED = make_action(status=ActionStatus.AWAITING_EVIDENCE)
DONE = make_action(status=ActionStatus.EVIDENCED, evidence=2)
ROWS = (LATE, NOW, SOON, COMING, LATER, UNDATED, AWAITED, DONE)


def test_each_filter_lets_its_own_through():
    by_key = sort_actions(ROWS).by_key
    assert by_key["open"] == (LATE, NOW, SOON, COMING, LATER, UNDATED, AWAITED)
    assert by_key["overdue"] == (LATE, AWAITED)
    assert by_key["coming"] == (NOW, SOON, COMING)
    assert by_key["awaited"] == (AWAITED,)
    assert by_key["closed"] == (DONE,)
    assert by_key["all"] == ROWS
    assert sort_actions(ROWS).counts()["open"] == 7


def test_twenty_working_days_are_counted_over_weekends():
    assert is_coming(COMING)
    assert COMING.days == 20
    assert not is_coming(LATER)
    assert not is_coming(LATE)


def test_the_sentence_sums_up_what_is_open():
    assert sort_actions(ROWS).sentence() == (
        "7 open actions in 2 cases · 2 overdue, evidence awaited for 1"
    )
    assert sort_actions(()).sentence() == (
        "no open actions in no cases · none overdue, evidence awaited for none"
    )


def test_every_filter_has_a_title_for_paper():
    for key in sort_actions(()).by_key:
        assert filter_of(key).paper_title


def test_groups_by_date_go_from_overdue_to_closed():
    groups = grouped(ROWS, Grouping.DATE)
    assert [(one.title, len(one.records)) for one in groups] == [
        ("Overdue", 2),
        ("Due today", 1),
        ("Next 5 working days", 1),
        ("Next 20 working days", 1),
        ("Later", 1),
        ("No due date", 1),
        ("Closed", 1),
    ]
    assert groups[0].standing is Standing.OVERDUE
    assert groups[5].standing is None


def test_groups_by_agency_begin_with_the_partnership_and_say_how_many_are_late():
    groups = grouped(ROWS, Grouping.AGENCY)
    assert [(one.title, one.note) for one in groups] == [
        ("The partnership", "2 overdue"),
        ("Acute care", ""),
        ("Hospitals", ""),
    ]


def test_groups_by_case_and_by_plan_and_none():
    cases = grouped(ROWS, Grouping.CASE)
    assert [one.title for one in cases] == ["ZZSP2026-27-04", "ZZSP2026-27-05"]
    plans = grouped(ROWS, Grouping.PLAN)
    assert [one.title for one in plans] == ["Single-agency plan", "Multi-agency plan"]
    (everything,) = grouped(ROWS, Grouping.NONE)
    assert (everything.title, everything.records) == ("", ROWS)


def test_dates_are_short_in_this_year_and_whole_in_another():
    assert due_words(LATE, TODAY) == "Thu 19 Nov"
    assert due_words(make_action(date(2027, 1, 4)), TODAY) == "4 Jan 2027"
    assert due_words(UNDATED, TODAY) == "No date"
    moved = make_action(revised_on=date(2026, 12, 1))
    assert (due_words(moved, TODAY), first_due_words(moved)) == ("Tue 1 Dec", "first 19 Nov 2026")
    assert first_due_words(LATE) == ""


def test_status_and_evidence_are_short_in_lists():
    assert status_words(AWAITED) == "Evidence awaited"
    assert status_words(LATE) == "In progress"
    assert evidence_words(LATE) == "No evidence"
    assert evidence_words(DONE) == "Evidence 2, impact no"
    assert evidence_words(make_action(evidence=1, impacts=1)) == "Evidence 1, impact yes"


def test_counts_are_told_in_words():
    assert counts_sentence(ROWS) == "8 actions: 2 overdue, 1 closed"
    assert counts_sentence([LATER]) == "1 action: none overdue, none closed"
    assert counts_sentence([]) == "no actions yet"


def test_evidence_and_impact_are_lines_with_their_day():
    dated = EvidenceDraft(kind="Audit", what="40 records", dated_on=date(2026, 11, 20))
    assert evidence_line(dated) == "Audit, Fri 20 Nov 2026: 40 records"
    assert evidence_line(replace(dated, dated_on=None)) == "Audit: 40 records"
    attached = replace(dated, attachment_id=UUID(int=3))
    assert evidence_line(attached) == "Audit, Fri 20 Nov 2026 (file attached): 40 records"
    impact = ImpactDraft(assessed_on=TODAY, assessed_by="Group", change="Asked")
    assert impact_line(impact) == "Mon 23 Nov 2026, Group: Asked"
    assert impact_line(replace(impact, assessed_on=None)) == "Group: Asked"


@pytest.mark.parametrize("answer", Answer)
def test_every_answer_to_a_recommendation_has_its_words(answer):
    assert acceptance_words(RecommendationDraft(accepted=answer))


def said(columns, row):
    return [column.said(row) for column in columns]


def test_every_list_says_number_case_text_date_and_standing():
    for columns in (wide_columns, middle_columns, narrow_columns):
        words = " ".join(said(columns(lambda: TODAY), SOON))
        for part in ("1.1", "ZZSP2026-27-04", "Write the", "Wed 25 Nov", "Due in 2 working days"):
            assert part in words
        assert "Named nurse" in words
        assert "Hospitals" in words
    assert "No evidence" in said(wide_columns(lambda: TODAY), SOON)[-1]


def test_every_column_sorts_and_has_a_tooltip_for_what_it_elides():
    nameless = make_action(None, number="", evidence=1)
    for columns in (wide_columns, middle_columns, narrow_columns):
        for column in columns(lambda: TODAY):
            key = column.sort_key or column.text
            assert sorted([key(LATE), key(nameless), key(SOON)])
            for row in (LATE, nameless):
                assert not column.elides or column.value(row, 3)  # Qt's role of tooltips
    first = wide_columns(lambda: TODAY)[0]
    assert first.text(nameless) == "No number"
    assert first.tooltip(LATE) == "ZZSP2026-27-04, multi-agency plan"


def node(row=ROW, **fields):
    draft = ActionDraft(owner=row.owner, due_on=row.due_on, status=row.status, **fields)
    return ActionNode(Entry(row.action_id, 1, draft), row, (), ())


def facts_of(action):
    return {fact.label: (fact.words, fact.note) for fact in action_facts(action)}


def test_the_facts_of_an_action_leave_out_what_was_never_needed():
    facts = facts_of(node())
    assert facts["Agency"] == ("The partnership", "")
    assert facts["Due date"] == ("Thu 19 Nov 2026", "")
    assert facts["Measure"] == ("", "")
    assert not {"Progress", "Escalated", "Closed"} & set(facts)


def test_the_facts_tell_of_a_moved_date_an_escalation_and_the_end():
    row = replace(make_action(revised_on=date(2026, 12, 1)), status=ActionStatus.EVIDENCED)
    facts = facts_of(
        node(
            row,
            revised_on=date(2026, 12, 1),
            revised_by="Review group",
            revised_reason="The supplier is late.",
            success_measure="All are asked",
            baseline="None is",
            progress="Half of it",
            escalated_on=TODAY,
            escalated_to="Executive",
            closed_on=TODAY,
            closed_by="Review group",
            closing_note="Well done",
        )
    )
    assert facts["Due date"] == (
        "Tue 1 Dec 2026",
        "First Thu 19 Nov 2026. Review group agreed: The supplier is late.",
    )
    assert facts["Measure"] == ("All are asked", "Now: None is")
    assert facts["Progress"] == ("Half of it", "")
    assert facts["Escalated"] == ("Mon 23 Nov 2026", "to Executive")
    assert facts["Closed"] == ("Mon 23 Nov 2026", "By Review group. Well done")
    assert facts_of(node(make_action(None, set_on=None)))["Set on"] == ("", "")


def test_what_has_no_number_is_called_by_its_kind():
    assert numbered("Action", "1.2") == "Action 1.2"
    assert numbered("Action", "") == "Action"
