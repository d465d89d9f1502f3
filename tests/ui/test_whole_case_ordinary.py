"""An ordinary case run through the window, from the first telephone call to the closed plan."""

from __future__ import annotations

from datetime import date

import pytest
from officer import an_officer
from whole_case_steps import AGENCIES, BEGIN, hold_rapid_review, record_case, standing

from sgdesk.domain.review_questions import PUBLICATION_GATES
from sgdesk.domain.stages import Stage
from sgdesk.domain.standings import Standing
from sgdesk.services.actions import list_all_actions


@pytest.fixture
def officer(qtbot, tmp_path):
    with an_officer(qtbot, tmp_path, BEGIN) as one:
        one.add_agencies(*AGENCIES)
        yield one


def record_the_first_call(officer):
    """The case and its child."""
    record_case(officer, "Infant, unexplained injury", aware_on=BEGIN, incident=date(2026, 2, 28))
    officer.look("1-recorded")
    assert officer.view.stage is Stage.NOTIFICATION
    assert officer.view.next_step.dialog == "notification"

    tab = officer.tab("children")
    officer.do(
        "Add a child",
        tab,
        name="Petra Invented",
        born_on=date(2026, 1, 10),
        sex="Female",
        ethnicity="White: British",
        protection_plan="No",
    )
    officer.do("Add a person", tab, name="Mara Invented", relationship="Mother")


def notify(officer):
    """Two days later."""
    officer.go_on_to(date(2026, 3, 4))
    tab = officer.tab("notification")
    officer.do(
        "Record the notification",
        tab,
        notified_on=officer.day,
        receipt="R-1",
        partners_told_on=officer.day,
        copy_received_on=officer.day,
    )
    officer.do("Police (safeguarding partner)", tab, told_on=officer.day, route="Secure e-mail")
    officer.look("2-notified")
    assert officer.view.stage is Stage.RAPID_REVIEW
    assert standing(officer, "SIN-5") is Standing.MET


def gather_returns(officer):
    """One round, one nil return, two in full."""
    officer.go_on_to(date(2026, 3, 5))
    tab = officer.tab("agencies")
    officer.push("Ask agencies", tab)
    officer.push("Tick all shown")
    officer.fill(route="Secure e-mail")
    officer.save()
    assert standing(officer, "RR-ISSUE") is Standing.MET
    officer.choose(tab.table, "Riverton Police")
    officer.press("A", tab.table)
    officer.push("Log it", tab)
    officer.go_on_to(date(2026, 3, 12))
    officer.choose(tab.table, "Riverton Schools")
    officer.press("N", tab.table)
    officer.push("Log the nil return", tab)
    for name in ("Riverton Police", "Riverton Hospitals"):
        officer.choose(tab.table, name)
        officer.press("Ctrl+R", tab.table)
        officer.fill(
            received_on=officer.day,
            author="Safeguarding lead",
            documents_secured="Yes",
            involvement="Known since the birth.",
            learning="Home visits were missed.",
            review_view="Would help.",
        )
        officer.save()
    officer.look("3-returns")
    assert standing(officer, "RR-RETURN") is Standing.MET


def decide_and_send(officer):
    """Meeting, decision, sending, the Panel’s reply."""
    tab = officer.tab("rapid_review")
    officer.go_on_to(date(2026, 3, 18))
    hold_rapid_review(officer, tab)
    officer.do(
        "Edit Decision",
        tab,
        decision="Local review (LCSPR)",
        decided_on=officer.day,
        reasons="Three agencies each held a part of the picture.",
        authority_signed_on=officer.day,
        health_signed_on=officer.day,
        police_signed_on=officer.day,
    )
    officer.go_on_to(date(2026, 3, 20))
    officer.do("Edit Sending", tab, sent_on=officer.day, sent_route="Secure e-mail")
    assert officer.view.stage is Stage.LOCAL_REVIEW
    assert standing(officer, "RR-15") is Standing.MET
    officer.look("4-sent")
    officer.go_on_to(date(2026, 4, 1))
    officer.do(
        "Edit The Panel’s view",
        tab,
        panel_view="Agrees with the decision",
        panel_replied_on=officer.day,
    )


def commission_the_local_review(officer):
    """Reviewer, terms, panel, events, versions, monitoring."""
    tab = officer.tab("local_review")
    officer.do(
        "Record the local review",
        tab,
        initiated_on=date(2026, 3, 18),
        decision_told_on=date(2026, 3, 24),
        reviewer="Independent reviewer",
        independence="Has worked for none of the agencies.",
        commissioned_on=officer.day,
    )
    for words, values in (
        ("Add a line", {"number": "1", "question": "Who knew of the injuries?"}),
        ("Add a member", {"name": "Invented Member", "role": "Designated nurse"}),
        ("Add an event", {"kind": "Practitioner event", "held_on": date(2026, 5, 6)}),
        ("Add a version", {"version": "0.1", "dated_on": officer.day, "author": "Reviewer"}),
    ):
        officer.do(words, tab, **values)
    officer.go_on_to(date(2026, 4, 20))
    officer.do(
        "Log monitoring",
        tab,
        monitored_on=officer.day,
        monitored_by="Review group",
        progress="On plan.",
        quality="Meets the terms.",
    )
    officer.look("5-local-review")


def meet_the_family_and_set_actions(officer):
    """The family is told; a finding leads to an action."""
    tab = officer.tab("family")
    officer.do("Add a member", tab, name="Mara Invented", relationship="Mother")
    officer.do("Log a contact", tab, kind="Told of the review", route="Letter")

    officer.go_on_to(date(2026, 8, 3))
    tab = officer.tab("learning")
    officer.do("Add a finding", tab, number="1", text="Visits were missed.", source="Local review")
    officer.do(
        "Add recommendation",
        tab,
        number="1",
        text="Tell each other of missed visits.",
        accepted="Yes",
    )
    officer.choose(tab.table, "Tell each other")
    officer.do(
        "Add action",
        tab,
        number="1.1",
        text="A shared list of missed visits.",
        agency_id="Riverton Hospitals",
        owner="Named nurse",
        set_on=officer.day,
        due_on=date(2026, 10, 30),
        success_measure="Nine of ten are followed up within a week.",
    )
    officer.look("6-action")


def publish(officer):
    """Gates, pack, copy to the Panel, the day itself."""
    officer.go_on_to(date(2026, 8, 17))
    tab = officer.tab("publication")
    officer.do(
        "Record the publication",
        tab,
        planned_on=date(2026, 9, 15),
        embargo_on=date(2026, 9, 15),
        embargo_time="10:00",
    )
    officer.go_on_to(date(2026, 9, 3))
    officer.do(
        "Edit Before and on the day", tab, copy_sent_on=officer.day, copy_sent_route="Secure e-mail"
    )
    assert standing(officer, "PUB-7") is Standing.MET
    for kind in ("Report", "Press statement", "Briefing note", "Presentation"):
        officer.do("Add a file", tab, kind=kind, ready_on=officer.day, approved_by="Chair")
    officer.do(
        "Edit the checklist",
        tab,
        gates=dict.fromkeys(PUBLICATION_GATES, ("Yes", "Seen in the minutes.")),
    )
    officer.do("Edit The report", tab, title="Every visit counts", summary="A baby was hurt.")
    officer.look("7-before-publication")
    officer.go_on_to(date(2026, 9, 15))
    officer.do(
        "Edit Before and on the day",
        tab,
        published_on=officer.day,
        web_address="https://riverton.example/1",
    )
    officer.go_on_to(date(2026, 9, 21))
    officer.do("Edit Afterwards", tab, deposited_on=officer.day)
    assert officer.view.stage is Stage.PUBLISHED


def close_the_plan(officer):
    """Evidence and impact, then the case, then the public list."""
    officer.go_on_to(date(2026, 10, 29))
    tab = officer.tab("learning")
    officer.choose(tab.table, "A shared list")
    officer.push("Close action", tab)
    officer.fill(
        status="Embedded, impact audited",
        closed_on=officer.day,
        closed_by="Review group",
        evidence_kind="Dip sample",
        evidence_on=officer.day,
        evidence="Ten records read, nine followed up.",
        impact_on=officer.day,
        impact_by="Quality group",
        impact="Missed visits are seen within a week.",
        impact_measure="Dip sample of October.",
    )
    officer.save()
    officer.look("8-action-closed")
    (action,) = list_all_actions(officer.register, today=officer.day)
    assert (action.standing, action.evidence, action.impacts) == (Standing.MET, 1, 1)

    tab = officer.tab("overview")
    officer.do("Edit Stage and guidance", tab, closed_on=officer.day, closed_reason="Plan closed.")
    assert officer.view.stage is Stage.CLOSED
    officer.go_on_to(date(2029, 9, 15))
    assert standing(officer, "PUB-3Y") is Standing.DUE_TODAY
    officer.do("Edit Afterwards", officer.tab("publication"), archived_on=officer.day)
    assert not [row for row in officer.view.deadlines if row.is_open]
    officer.look("9-archived")


def test_an_ordinary_case_from_the_first_call_to_the_closed_plan(officer):
    record_the_first_call(officer)
    notify(officer)
    gather_returns(officer)
    decide_and_send(officer)
    commission_the_local_review(officer)
    meet_the_family_and_set_actions(officer)
    publish(officer)
    close_the_plan(officer)
