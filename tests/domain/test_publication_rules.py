"""Tests of the rules on publications: dates, times, gates, embargo, pack, decision."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.domain.answers import Answer, Considered
from sgdesk.domain.publication_checks import check_pack_file, check_publication, pack_warnings
from sgdesk.domain.publication_gates import (
    GateState,
    embargo_words,
    evidence_of,
    gates_of,
    open_gates,
    open_words,
    stop_words,
)
from sgdesk.domain.publications import PackFileDraft, PackFileKind, PublicationDraft
from sgdesk.domain.review_questions import PUBLICATION_GATES

TODAY = date(2026, 11, 23)
PAST = date(2026, 11, 9)
LATER = date(2026, 12, 7)
PASSED = tuple(Considered(code, Answer.YES) for code in PUBLICATION_GATES)


def problems(**values):
    return check_publication(PublicationDraft(**values), today=TODAY)


def fields(found):
    return [problem.field for problem in found]


def test_a_publication_on_its_way_has_no_problem():
    assert not problems(
        planned_on=LATER,
        embargo_on=LATER,
        embargo_time="9:30",
        web_slot_on=LATER,
        web_slot_time="10:00",
        webinar_on=LATER + timedelta(days=40),
        webinar_address="https://learning.example.org/w?id=1",
        web_address="http://example.org",
    )


@given(st.times())
def test_every_time_of_the_clock_is_readable(time):
    assert not problems(embargo_on=LATER, embargo_time=f"{time:%H:%M}")


@pytest.mark.parametrize("time", ["10.00", "24:00", "10", "noon", "10:60", "10:00:00"])
def test_a_time_that_cannot_be_read_is_refused(time):
    assert fields(problems(embargo_on=LATER, embargo_time=time)) == ["embargo_time"]
    assert fields(problems(web_slot_on=LATER, web_slot_time=time)) == ["web_slot_time"]


def test_a_time_needs_its_day():
    found = problems(embargo_time="10:00", web_slot_time="10:00")
    assert fields(found) == ["embargo_time", "web_slot_time"]


@pytest.mark.parametrize("address", ["example.org", "https://", "https://nowhere", "https://a b.c"])
def test_an_address_must_be_one(address):
    found = problems(web_address=address, webinar_address=address, webinar_on=LATER)
    assert fields(found) == ["web_address", "webinar_address"]


def test_a_webinar_has_a_day_and_comes_after_the_report():
    assert fields(problems(webinar_address="https://example.org/w")) == ["webinar_on"]
    (early,) = problems(published_on=date(2026, 6, 3), webinar_on=date(2026, 6, 1))
    assert (early.field, early.is_warning) == ("webinar_on", True)


def test_what_comes_after_publication_is_not_before_it():
    found = problems(
        published_on=date(2026, 6, 3),
        deposited_on=date(2026, 6, 2),
        archived_on=date(2026, 6, 1),
        deposit_acknowledged_on=date(2026, 6, 1),
    )
    assert fields(found) == ["archived_on", "deposited_on", "deposit_acknowledged_on"]
    assert "before the deposit" in found[-1].message
    (unsent,) = problems(published_on=date(2026, 6, 3), deposit_acknowledged_on=PAST)
    assert "give the day of the deposit" in unsent.message
    assert not problems(
        published_on=date(2026, 6, 3), deposited_on=PAST, deposit_acknowledged_on=PAST
    )


def test_nothing_is_archived_or_deposited_before_it_is_published():
    found = problems(archived_on=PAST, deposited_on=PAST)
    assert fields(found) == ["archived_on", "deposited_on"]
    assert all("publication date first" in one.message for one in found)


def test_a_decision_not_to_publish_needs_reasons_and_no_day():
    found = problems(not_published=Answer.YES, published_on=PAST, planned_on=LATER, gates=PASSED)
    assert [(one.field, one.is_warning) for one in found] == [
        ("not_published_reason", False),
        ("published_on", False),
        ("planned_on", True),
    ]
    assert not problems(not_published=Answer.YES, not_published_reason="A child would be known.")
    assert not problems(not_published=Answer.NO)


def test_publishing_with_open_gates_is_a_warning_that_names_them():
    gates = tuple(one for one in PASSED if one.code not in ("legal_check", "staff_told"))
    (warning,) = problems(published_on=PAST, gates=gates, planned_on=PAST)
    assert warning.is_warning
    assert warning.message == (
        "Publication date: 2 gates are open: Legal check of the report; Practitioners who were "
        "involved told of the date. You can save; put the record right."
    )
    assert not problems(published_on=PAST, gates=PASSED)


def test_publishing_before_the_embargo_ends_is_a_warning():
    (warning,) = problems(published_on=PAST, gates=PASSED, embargo_on=TODAY, embargo_time="10:00")
    assert warning.is_warning
    assert "the embargo lasts until Mon 23 Nov 2026, 10:00" in warning.message


def test_an_old_review_from_the_public_list_is_not_asked_for_a_checklist():
    assert not problems(published_on=date(2024, 6, 3))
    assert fields(problems(published_on=TODAY - timedelta(days=31))) == ["published_on"]
    assert not problems(published_on=TODAY - timedelta(days=32))


def test_what_the_record_holds_passes_a_gate_that_nobody_answered():
    draft = PublicationDraft(copy_sent_on=PAST, copy_sent_route="Secure e-mail", web_slot_on=LATER)
    by_code = {gate.code: gate for gate in gates_of(draft)}
    assert by_code["copy_sent"].state is GateState.PASSED
    assert by_code["copy_sent"].evidence == "Sent Mon 9 Nov 2026, Secure e-mail"
    assert by_code["web_slot"].evidence == "Agreed for Mon 7 Dec 2026"
    assert by_code["legal_check"].state is GateState.OPEN
    answered = replace(draft, gates=(Considered("copy_sent", Answer.NO, "It came back."),))
    (back,) = [gate for gate in gates_of(answered) if gate.code == "copy_sent"]
    assert back.state is GateState.OPEN
    assert back.evidence == "It came back.\nSent Mon 9 Nov 2026, Secure e-mail"


def test_a_gate_that_does_not_apply_stops_nothing():
    waived = tuple(Considered(code, Answer.NOT_APPLICABLE) for code in PUBLICATION_GATES)
    gates = gates_of(PublicationDraft(gates=waived))
    assert {gate.state for gate in gates} == {GateState.NOT_APPLICABLE}
    assert not open_gates(gates)
    assert open_words(gates) == ""


def test_family_pack_and_local_review_prove_their_gates():
    pack = [
        PackFileDraft(PackFileKind.PRESS_STATEMENT, ready_on=PAST, approved_by="The council"),
        PackFileDraft(PackFileKind.BRIEFING_NOTE, ready_on=PAST),
        PackFileDraft(PackFileKind.PRESENTATION, ready_on=TODAY),
    ]
    proved = evidence_of(
        PublicationDraft(),
        family_told_on=PAST,
        pack=pack,
        legal_checked_on=PAST,
        signed_off_on=TODAY,
    )
    assert proved == {
        "legal_check": "Checked Mon 9 Nov 2026, by the local review",
        "final_sign_off": "Signed Mon 23 Nov 2026, by all three",
        "family_told": "Told Mon 9 Nov 2026, by the log of contacts",
        "press_statement": "Approved by The council, Mon 9 Nov 2026",
        "briefing_ready": "Ready Mon 23 Nov 2026",
    }
    assert set(proved) <= set(PUBLICATION_GATES)
    half = [replace(pack[0], approved_by=" "), pack[1]]
    assert evidence_of(PublicationDraft(), pack=half) == {}


@given(st.lists(st.sampled_from(list(Answer)), min_size=10, max_size=10))
def test_each_gate_is_passed_open_or_not_asked(answers):
    gates = tuple(Considered(*one) for one in zip(PUBLICATION_GATES, answers, strict=True))
    found = gates_of(PublicationDraft(gates=gates))
    assert [gate.code for gate in found] == list(PUBLICATION_GATES)
    for gate, answer in zip(found, answers, strict=True):
        assert (gate.state is GateState.PASSED) == (answer is Answer.YES)
        assert (gate.state is GateState.NOT_APPLICABLE) == (answer is Answer.NOT_APPLICABLE)


def test_one_line_says_what_stops_publication():
    draft = PublicationDraft(gates=PASSED[1:], embargo_on=TODAY, embargo_time="10:00")
    assert stop_words(draft, gates_of(draft), today=TODAY) == (
        "1 gate is open: Legal check of the report. Embargo until Mon 23 Nov 2026, 10:00."
    )
    over = replace(draft, gates=PASSED)
    assert stop_words(over, gates_of(over), today=LATER) == ""
    decided = replace(draft, not_published=Answer.YES)
    assert "not to publish" in stop_words(decided, gates_of(decided), today=TODAY)


def test_an_embargo_without_a_time_is_its_day():
    assert embargo_words(PublicationDraft()) == ""
    assert embargo_words(PublicationDraft(embargo_on=LATER)) == "Mon 7 Dec 2026"


def test_a_file_of_the_pack_is_checked():
    assert not check_pack_file(PackFileDraft(ready_on=PAST, approved_by="The chair"), today=TODAY)
    assert fields(check_pack_file(PackFileDraft(ready_on=LATER), today=TODAY)) == ["ready_on"]
    assert fields(check_pack_file(PackFileDraft(approved_by="The chair"), today=TODAY)) == [
        "ready_on"
    ]


def test_a_second_file_of_a_kind_is_a_warning():
    report = PackFileDraft()
    (warning,) = pack_warnings(report, [PackFileDraft(PackFileKind.PRESENTATION), report])
    assert (warning.field, warning.is_warning) == ("kind", True)
    assert not pack_warnings(report, [PackFileDraft(PackFileKind.PRESENTATION)])
