"""A hard case run through the window: late, abroad, disputed, paused, and taken up elsewhere."""

from __future__ import annotations

from datetime import date

import pytest
from officer import an_officer
from whole_case_steps import AGENCIES, BEGIN, ask, hold_rapid_review, record_case, standing

from sgdesk.domain.stages import Stage
from sgdesk.domain.standings import Standing


@pytest.fixture
def officer(qtbot, tmp_path):
    with an_officer(qtbot, tmp_path, BEGIN) as one:
        one.add_agencies(*AGENCIES)
        yield one


def record_what_happened_abroad(officer):
    """Two children, one of them unborn."""
    record_case(
        officer,
        "Two children, injured on holiday abroad",
        aware_on=BEGIN,
        incident=date(2026, 2, 20),
        area_of_incident="Coast of another country",
        outside_england="Yes",
        media_interest="Unknown",
    )
    tab = officer.tab("children")
    officer.do("Add a child", tab, name="Orsel Invented", stated_age=(7, "years"), harm="Neglect")
    officer.do("Add child", tab, name="Unborn Invented", born_on=date(2026, 6, 1), role="Sibling")
    assert [row.age_words for row in officer.view.children] == ["7 years", "unborn"]


def notify_twice_and_late(officer):
    """The first notification named one child."""
    officer.go_on_to(date(2026, 3, 10))
    tab = officer.tab("notification")
    officer.do(
        "Record the notification",
        tab,
        notified_on=officer.day,
        first_notified_on=date(2026, 3, 9),
        resubmitted_reason="The first one named one child.",
        partners_told_on=date(2026, 3, 9),
    )
    assert standing(officer, "SIN-5") is Standing.MET_LATE
    officer.look("hard-1-notified-late")


def gather_returns_from_one_added_late(officer):
    """A fair date, a chase, three returns."""
    officer.go_on_to(date(2026, 3, 11))
    tab = officer.tab("agencies")
    ask(officer, tab, "Riverton Police", "Riverton Hospitals")
    officer.go_on_to(date(2026, 3, 19))
    ask(officer, tab, "Riverton Schools")
    due = {row.agency_name: row.due_on for row in tab.table.model().records()}
    assert due["Riverton Police"] == date(2026, 3, 24)
    assert due["Riverton Schools"] > due["Riverton Police"]
    officer.go_on_to(date(2026, 3, 26))
    officer.choose(tab.table, "Riverton Hospitals")
    officer.press("Ctrl+M", tab.table)
    officer.look("hard-2-chase")
    officer.fill(route="E-mail")
    officer.push("Log as sent")
    for name in ("Riverton Police", "Riverton Hospitals", "Riverton Schools"):
        officer.choose(tab.table, name)
        officer.press("R", tab.table)
        officer.push("Log the return", tab)
    officer.look("hard-3-returns")
    assert standing(officer, "RR-RETURN") is Standing.MET_LATE


def decide_with_dissent_and_send_late(officer):
    """The Panel disagrees."""
    tab = officer.tab("rapid_review")
    hold_rapid_review(officer, tab)
    officer.do(
        "Edit Decision",
        tab,
        decision="No local review: learning captured in the Rapid Review",
        decided_on=officer.day,
        reasons="The Rapid Review holds the learning.",
        dissent="Health asked for a local review.",
    )
    officer.do(
        "Edit Partners’ sign-off",
        tab,
        authority_signed_on=officer.day,
        health_signed_on=officer.day,
        police_signed_on=officer.day,
    )
    officer.go_on_to(date(2026, 4, 2))
    officer.do("Edit Sending", tab, sent_on=officer.day, late_reason="A return came late.")
    assert standing(officer, "RR-15") is Standing.MET_LATE
    officer.go_on_to(date(2026, 4, 16))
    officer.do(
        "Edit The Panel’s view",
        tab,
        panel_view="Disagrees with the decision",
        panel_replied_on=officer.day,
        panel_comments="The two areas should learn together.",
    )
    officer.look("hard-4-panel-disagrees")


def decide_again(officer):
    """A local review after all."""
    assert officer.view.next_step.words == "Reconsider the decision"
    officer.do(
        "Edit Decision and view side by side",
        officer.tab("rapid_review"),
        reconsidered="Local review (LCSPR)",
        reconsidered_on=officer.day,
        reconsidered_reasons="The Panel’s reasons convinced the partners.",
    )
    assert officer.view.stage is Stage.LOCAL_REVIEW


def wait_for_a_trial(officer):
    """The clocks stand, and somebody looks again."""
    tab = officer.tab("local_review")
    officer.do("Record the local review", tab, initiated_on=officer.day, reviewer="Reviewer")
    officer.go_on_to(date(2026, 9, 1))
    officer.do(
        "Record the publication",
        officer.tab("publication"),
        planned_on=date(2026, 10, 16),
    )
    officer.go_on_to(date(2026, 9, 10))
    tab = officer.tab("delays")
    officer.do(
        "Add an entry",
        tab,
        kind="Criminal trial",
        state="Under way",
        reason="Family and staff are witnesses.",
        authority="Lead safeguarding partners",
        agreed_on=officer.day,
        started_on=officer.day,
        key_date_on=date(2026, 11, 2),
        next_check_on=date(2026, 11, 9),
        pauses=("LR-6M", "PUB-7"),
        told_on=officer.day,
    )
    assert standing(officer, "LR-6M") is Standing.PAUSED
    assert standing(officer, "PUB-7") is Standing.PAUSED
    officer.go_on_to(date(2026, 10, 19))
    officer.look("hard-5-paused")
    words = {row.code: row.standing_words for row in officer.view.deadlines}
    assert words["LR-6M"] == "Late, agreed: criminal trial; next look Mon 9 Nov"
    officer.do("Edit The review", officer.tab("local_review"), decision_told_on=date(2026, 4, 20))
    officer.go_on_to(date(2026, 11, 12))
    steps = [step.words for step in officer.view.next_steps]
    assert steps[:2] == ["Monitor the local review", "See what holds the review up"]
    tab = officer.tab("delays")
    officer.do(
        "Look again…: Criminal trial", tab, next_check_on=date(2027, 1, 18), state="Adjourned"
    )
    officer.look("hard-6-looked-again")


def let_the_panel_take_over(officer):
    """The trial ends, and the Panel chooses a national review."""
    officer.go_on_to(date(2027, 1, 18))
    officer.push("End it today: Criminal trial", officer.tab("delays"))
    assert standing(officer, "LR-6M") is Standing.OVERDUE
    officer.do(
        "Edit Before and on the day", officer.tab("publication"), planned_on=date(2027, 3, 16)
    )
    assert standing(officer, "PUB-7") is Standing.ON_TRACK

    officer.go_on_to(date(2027, 2, 2))
    tab = officer.tab("rapid_review")
    officer.do("Edit The Panel’s view", tab, panel_view="Chooses a national review")
    officer.do(
        "Link a case",
        tab,
        relation="Taken up in the national review",
        other_reference="National review of injuries abroad",
        linked_on=officer.day,
    )
    officer.do(
        "Edit Decision and view side by side",
        tab,
        reconsidered="Referred as a possible national review",
        reconsidered_on=officer.day,
        reconsidered_reasons="The Panel reviews the case itself.",
    )
    officer.look("hard-7-national-review")
    assert standing(officer, "LR-6M") is Standing.NOT_APPLICABLE
    officer.do(
        "Edit Stage and guidance",
        officer.tab("overview"),
        closed_on=officer.day,
        closed_reason="Taken up in the national review.",
    )
    assert officer.view.stage is Stage.CLOSED
    assert not [row for row in officer.view.deadlines if row.is_open]
    officer.tab("history")
    officer.look("hard-8-history")


def test_a_hard_case_with_an_unborn_child_a_trial_and_a_panel_that_disagrees(officer):
    record_what_happened_abroad(officer)
    notify_twice_and_late(officer)
    gather_returns_from_one_added_late(officer)
    decide_with_dissent_and_send_late(officer)
    decide_again(officer)
    wait_for_a_trial(officer)
    let_the_panel_take_over(officer)
