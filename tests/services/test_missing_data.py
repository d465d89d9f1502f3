"""What a case still lacks is named in order, with the place where it is filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from exact_dates import exactly
from services_samples import TODAY, make_case

from sgdesk.domain.agency_requests import AgencyRequestDraft
from sgdesk.domain.answers import Answer, Considered
from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.cases import CaseDraft
from sgdesk.domain.dates import Precision, UncertainDate
from sgdesk.domain.facts import CaseFacts
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.partnerships import AgencyDraft
from sgdesk.domain.people import ChildDraft
from sgdesk.domain.publication_gates import gates_of
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.rapid_reviews import Decision, RapidReviewDraft
from sgdesk.domain.review_questions import CIRCUMSTANCES, CRITERIA, PURPOSES
from sgdesk.records.cases import ChildRow
from sgdesk.services.case_views import get_case
from sgdesk.services.entries import save_entry
from sgdesk.services.missing_data import CaseParts, missing_items
from sgdesk.services.publications import list_publications
from sgdesk.services.reviews import save_publication, save_rapid_review
from sgdesk.services.settings import list_agencies, save_agency

PAST = date(2026, 11, 10)
TOLD = {"aware": PAST, "notified": PAST}
CHILD = ChildDraft(
    pseudonym="Child A",
    sex="Female",
    ethnicity="Not known",
    disability="None",
    address="1 Invented Road",
    placement="At home",
    legal_status="None",
    looked_after=Answer.NO,
    protection_plan=Answer.NO,
    need_plan=Answer.NO,
    known_to_agencies=Answer.YES,
    harm="Neglect",
)
ANSWERED = tuple(
    Considered(code, Answer.YES, "Said.") for code in (*PURPOSES, *CRITERIA, *CIRCUMSTANCES)
)
WHOLE = RapidReviewDraft(
    meeting_on=PAST,
    meeting_place="Town hall",
    chair="Scrutineer",
    considered=ANSWERED,
    authority_signed_on=PAST,
    health_signed_on=PAST,
    police_signed_on=PAST,
    decision=Decision.LOCAL_REVIEW,
)


def child(**changes):
    age = changes.pop("age_words", "3 months")
    return ChildRow(UUID(int=7), replace(CHILD, **changes), age)


def items(draft=None, children=None, **held):
    dates = {CaseDate(name): day for name, day in held.pop("dates", {}).items()}
    parts = {name: held.pop(name) for name in ("rapid", "local", "publication") if name in held}
    gates = held.pop("gates", ())
    facts = CaseFacts(dates=dates, **held)
    case = draft or CaseDraft(incident=exactly(PAST))
    rows = (child(),) if children is None else children
    return missing_items(facts, CaseParts(case, rows, gates=gates, **parts))


def words(*args, **held):
    return [item.words for item in items(*args, **held)]


def test_an_empty_case_lacks_children_and_dates():
    assert [(item.words, item.dialog) for item in items(CaseDraft(), children=())] == [
        ("the children of the case", "child"),
        ("the incident date, or that it is unknown", "case"),
        ("aware date", "case"),
        ("notified date", "notification"),
    ]
    unknown = CaseDraft(incident=UncertainDate(Precision.UNKNOWN))
    assert words(unknown, dates=TOLD) == ["the requests to agencies"]


def test_what_the_national_form_asks_of_a_child_is_named_until_the_rapid_review_is_sent():
    (item, *_) = items(children=(child(sex="", ethnicity="", need_plan=Answer.BLANK),), dates=TOLD)
    assert item.words == ("details of Child A: sex, ethnicity and child in need plan or not")
    assert item.dialog == f"child:{UUID(int=7)}"
    blank = ChildRow(UUID(int=7), ChildDraft(pseudonym="Child B"), "3 months")
    (item, *_) = items(children=(blank,), dates=TOLD)
    assert item.words == "details of Child B: sex, ethnicity, disability and 8 more"
    sent = TOLD | {"rapid_review_sent": PAST}
    assert words(children=(blank,), dates=sent) == []


def test_of_an_unborn_child_nothing_is_asked_that_nobody_can_know():
    unborn = child(sex="", ethnicity="", disability="", age_words="unborn")
    assert words(children=(unborn,), dates=TOLD) == ["the requests to agencies"]


def test_a_rapid_review_lacks_its_meeting_its_answers_and_its_signatures():
    told = items(dates=TOLD, rapid=RapidReviewDraft())
    assert [(item.words, item.dialog) for item in told] == [
        ("the requests to agencies", "agencies:ask"),
        ("a date for the Rapid Review meeting", "rapid_review:meeting"),
        ("answers to all 5 purposes", "rapid_review:purposes"),
        ("answers to all 4 criteria", "rapid_review:criteria"),
        ("answers to all 4 circumstances", "rapid_review:circumstances"),
        ("sign-off by the local authority, health and the police", "rapid_review:decision"),
        ("the decision", "rapid_review:decision"),
    ]
    booked = words(dates=TOLD, rapid=RapidReviewDraft(meeting_on=PAST))
    assert booked[1:3] == ["the chair of the meeting", "the place of the meeting"]
    asked = TOLD | {"first_request": PAST}
    assert words(dates=asked, rapid=WHOLE) == []
    assert words(dates=asked, rapid=replace(WHOLE, police_signed_on=None)) == [
        "sign-off by the police"
    ]
    assert words(dates=asked, rapid=replace(WHOLE, considered=ANSWERED[1:])) == [
        "an answer to 1 of the 5 purposes"
    ]
    assert words(dates=asked, rapid=replace(WHOLE, considered=ANSWERED[2:])) == [
        "answers to 2 of the 5 purposes"
    ]
    sent = asked | {"rapid_review_sent": PAST}
    assert words(dates=sent, rapid=RapidReviewDraft()) == ["the decision"]


def test_returns_that_are_out_are_named(register):
    case_id = make_case(register)
    save_rapid_review(register, case_id, replace(WHOLE, decision=Decision.NOT_MADE), today=TODAY)
    for name in ("Hospital", "Police"):
        save_agency(register, None, AgencyDraft(name=name))
    hospital, police = (
        AgencyRequestDraft(row.agency_id, asked_on=date(2026, 11, 11))
        for row in list_agencies(register)
        if row.draft.name in ("Hospital", "Police")
    )

    def told():
        missing = get_case(register, case_id, today=TODAY).missing
        return [(item.words, item.dialog) for item in missing if item.dialog.startswith("agencies")]

    assert told() == [("the requests to agencies", "agencies:ask")]
    save_entry(register, case_id, None, hospital, today=TODAY)
    assert told() == [("the return of Hospital", "agencies")]
    save_entry(register, case_id, None, police, today=TODAY)
    assert told() == [("2 agency returns: Hospital and Police", "agencies")]


def test_a_local_review_lacks_what_the_panel_asks_after():
    decided = {"dates": TOLD | {"rapid_review_sent": PAST}, "decision": Decision.LOCAL_REVIEW}
    (item,) = items(**decided)
    assert item.words == "the date of the decision to initiate the local review"
    assert item.dialog == "local_review:initiated_on"
    assert words(dates=decided["dates"], decision=Decision.NO_LOCAL_REVIEW) == []
    running = LocalReviewDraft(initiated_on=PAST)
    assert [item.dialog for item in items(local=running, **decided)] == [
        "local_review:reviewer",
        "local_review:terms",
        "local_review:forecast_on",
    ]
    written = replace(running, reviewer="Somebody", terms="As agreed.", forecast_on=PAST)
    assert words(local=written, **decided) == ["the day the terms of reference were agreed"]
    assert words(local=replace(written, terms_agreed_on=PAST), **decided) == []


def test_gates_that_are_open_are_named_before_publication():
    dates = TOLD | {"rapid_review_sent": PAST, "planned_publication": TODAY}
    gates = gates_of(PublicationDraft())
    (item,) = items(dates=dates, gates=gates)
    assert item.words.startswith("10 gates before publication: legal check of the report; Signed")
    assert item.words.endswith(" and 7 more")
    assert item.dialog == "publication:checklist"
    (one,) = words(dates=dates, gates=gates[:1])
    assert one == "1 gate before publication: legal check of the report"


def test_a_planned_publication_brings_its_gates(register):
    case_id = make_case(register)
    planned = PublicationDraft(planned_on=date(2026, 12, 7))
    save_publication(register, case_id, planned, today=TODAY)
    missing = get_case(register, case_id, today=TODAY).missing
    assert "10 gates" in missing[-1].words
    assert list_publications(register, today=TODAY)


def test_of_a_published_review_the_summary_is_asked_and_of_a_closed_case_nothing():
    published = {"published": PAST}
    (item,) = items(dates=published, publication=PublicationDraft())
    assert (item.words, item.dialog) == ("the summary for the public list", "publication:report")
    assert words(dates=published, publication=PublicationDraft(summary="Said.")) == []
    assert words(dates=published) == []
    assert words(CaseDraft(), children=(), is_closed=True) == []
    assert words(CaseDraft(), children=(), is_withdrawn=True) == []
