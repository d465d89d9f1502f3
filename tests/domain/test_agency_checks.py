"""What stops a request, a return, a contact or a former name from being saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from sgdesk.domain.agency_checks import check_agency_request, check_agency_return
from sgdesk.domain.agency_names import check_agency_contact, check_former_name, name_on
from sgdesk.domain.agency_requests import AgencyRequestDraft, AgencyReturnDraft
from sgdesk.domain.answers import Answer
from sgdesk.domain.partnerships import AgencyContactDraft, FormerNameDraft

TODAY = date(2026, 11, 23)
TOMORROW = date(2026, 11, 24)
ASKED_ON, BEFORE = date(2026, 11, 3), date(2026, 11, 2)
REQUEST = AgencyRequestDraft(agency_id=UUID(int=7), asked_on=ASKED_ON)
RETURN = AgencyReturnDraft(received_on=date(2026, 11, 12))


def of_request(**changes):
    found = check_agency_request(replace(REQUEST, **changes), today=TODAY)
    return [problem.field for problem in found]


def of_return(asked_on=ASKED_ON, **changes):
    found = check_agency_return(replace(RETURN, **changes), today=TODAY, asked_on=asked_on)
    return [problem.field for problem in found]


def test_a_request_that_was_filled_in_well_has_no_problem():
    assert of_request() == []
    assert of_request(
        due_on=TOMORROW,
        due_reason="Added late",
        acknowledged_on=ASKED_ON,
        promised_on=TOMORROW,
        queried_on=TODAY,
        query="Which school?",
        answered_on=TODAY,
        not_needed_reason="Merged",
    ) == []  # fmt: skip


def test_every_problem_of_a_request_is_told_at_once():
    assert of_request(
        agency_id=None,
        purpose=" ",
        round=0,
        asked_on=TOMORROW,
        due_on=TODAY,
        query="Which school?",
    ) == ["agency_id", "purpose", "round", "asked_on", "due_reason", "due_on", "queried_on"]


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"due_on": BEFORE, "due_reason": "x"}, ["due_on"]),
        ({"due_reason": "x"}, ["due_on"]),
        ({"due_on": TOMORROW}, ["due_reason"]),
        ({"due_on": TOMORROW, "due_reason": "x", "asked_on": None}, []),
        ({"acknowledged_on": BEFORE}, ["acknowledged_on"]),
        ({"acknowledged_on": TOMORROW}, ["acknowledged_on"]),
        ({"promised_on": BEFORE}, ["promised_on"]),
        ({"asked_on": None, "promised_on": TODAY, "acknowledged_on": TODAY}, ["asked_on"]),
        ({"asked_on": None, "promised_on": TODAY}, ["asked_on"]),
        ({"asked_on": None}, []),
        ({"queried_on": TODAY}, ["query"]),
        ({"queried_on": BEFORE, "query": "x"}, ["queried_on"]),
        ({"asked_on": None, "queried_on": BEFORE, "query": "x"}, []),
        ({"answered_on": TODAY}, ["queried_on"]),
        ({"queried_on": TODAY, "query": "x", "answered_on": ASKED_ON}, ["answered_on"]),
        ({"due_on": date(1826, 1, 1), "due_reason": "x"}, ["due_on", "due_on"]),
    ],
)
def test_the_dates_of_a_request_stand_in_their_order(changes, fields):
    assert of_request(**changes) == fields


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({}, []),
        ({"received_on": TOMORROW}, ["received_on"]),
        ({"received_on": BEFORE}, ["received_on"]),
        ({"received_on": BEFORE, "asked_on": None}, []),
        ({"received_on": None}, []),
        ({"received_on": None, "is_nil": True}, ["received_on"]),
        ({"received_on": None, "author": "Deputy lead"}, ["received_on"]),
        (
            {
                "received_on": None,
                "checked_on": TODAY,
                "checked_by": "Business support",
                "found_sound": Answer.YES,
            },
            ["received_on"],
        ),
        ({"checked_on": TODAY}, ["checked_by", "found_sound"]),
        ({"checked_by": "Business support"}, ["checked_on"]),
        ({"found_sound": Answer.NO}, ["checked_on"]),
        ({"check_note": "No dates"}, ["checked_on"]),
        (
            {"checked_on": TODAY, "checked_by": "Business support", "found_sound": Answer.NO},
            ["check_note"],
        ),
        (
            {
                "checked_on": date(2026, 11, 11),
                "checked_by": "Business support",
                "found_sound": Answer.YES,
            },
            ["checked_on"],
        ),
    ],
)
def test_what_does_not_fit_in_a_return_is_told(changes, fields):
    assert of_return(**changes) == fields


TRUST = FormerNameDraft("Vale Community Trust", date(2024, 3, 31))
OLDER = FormerNameDraft("Vale Primary Care Trust", date(2013, 3, 31))
NAME = "Riverton and Vale NHS Trust"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (None, NAME),
        (date(2026, 1, 1), NAME),
        (date(2024, 4, 1), NAME),
        (date(2024, 3, 31), TRUST.name),
        (date(2013, 4, 1), TRUST.name),
        (date(2013, 3, 31), OLDER.name),
        (date(1999, 1, 1), OLDER.name),
    ],
)
def test_an_agency_is_called_as_it_was_on_the_day(day, name):
    assert name_on(NAME, [TRUST, FormerNameDraft("No day"), OLDER], day) == name


@pytest.mark.parametrize(
    ("draft", "fields"),
    [
        (FormerNameDraft("Vale Trust", date(2020, 1, 1)), []),
        (FormerNameDraft(), ["name", "until_on"]),
        (FormerNameDraft(NAME, TOMORROW), ["until_on", "name"]),
        (FormerNameDraft("Vale Trust", TRUST.until_on), ["until_on"]),
    ],
)
def test_a_former_name_needs_another_name_and_its_last_day(draft, fields):
    found = check_former_name(draft, name=NAME, others=[TRUST], today=TODAY)
    assert [problem.field for problem in found] == fields


def test_a_contact_needs_a_name_or_at_least_a_role():
    problems = check_agency_contact(AgencyContactDraft(left_on=TOMORROW), today=TODAY)
    assert [problem.field for problem in problems] == ["left_on", "name"]
    assert check_agency_contact(AgencyContactDraft(role="Deputy"), today=TODAY) == []
