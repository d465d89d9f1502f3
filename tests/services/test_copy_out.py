"""The copy-out sheet: the order of the national form, four children, and what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.agency_requests import AgencyRequestDraft
from sgdesk.domain.answers import Answer
from sgdesk.domain.notifications import NotificationDraft
from sgdesk.domain.partnerships import AgencyDraft
from sgdesk.domain.people import Age, AgeUnit, ChildDraft, ChildRole, HouseholdMemberDraft
from sgdesk.services.children import save_child
from sgdesk.services.copy_out import copy_out_paper, copy_out_sheet
from sgdesk.services.entries import save_entry
from sgdesk.services.reviews import save_notification
from sgdesk.services.settings import list_agencies, save_agency

NOTIFICATION = NotificationDraft(
    notified_on=date(2026, 11, 10),
    notified_by="Head of safeguarding",
    nature="Serious harm",
    cause="Neglect",
    location="At home",
    incident_time="21:40",
    description="What happened.\nAnd then.",
    known_to_agencies=Answer.YES,
)
FULL = ChildDraft(
    pseudonym="Child A",
    name="Planted Name",
    other_names="Planted Other",
    born_on=date(2026, 8, 1),
    sex="Female",
    ethnicity="Not known",
    disability="None",
    language="English",
    legal_status="Child in need",
    placement="At home with parents",
    looked_after=Answer.NO,
    protection_plan=Answer.NO,
    need_plan=Answer.YES,
    known_to_agencies=Answer.YES,
    harm="Neglect",
    address="4 Planted Row\nNorth",
    carer="With the mother.",
)


@pytest.fixture
def case_id(register):
    draft = replace(
        CASE,
        area_of_incident="North",
        area_of_residence="North",
        outside_england=Answer.NO,
        media_interest=Answer.UNKNOWN,
    )
    made = make_case(register, draft)
    save_notification(register, made, NOTIFICATION, today=TODAY)
    return made


def answers(sheet, title):
    part = next(one for one in sheet.parts if one.title == title)
    return {answer.label: answer for answer in part.answers}


def sheet_of(register, case_id, *children):
    for child in children:
        save_child(register, case_id, None, child, today=TODAY)
    return copy_out_sheet(register, case_id, today=TODAY)


def test_the_parts_stand_in_the_order_of_the_form(register, case_id):
    sheet = sheet_of(register, case_id, FULL)
    assert [part.title for part in sheet.parts] == [
        "Who notifies",
        "The incident",
        "Child 1 of the form",
        "Further information",
        "Agencies",
        "Description",
    ]
    incident = answers(sheet, "The incident")
    assert incident["Time of the incident"].text == "21:40"
    assert incident["Authority became aware"].text == "06/11/2026"
    assert incident["Interest of the media"].text == "Unknown"
    child = answers(sheet, "Child 1 of the form")
    assert child["Name"].text == "Planted Name"
    assert child["Date of birth"].text == "01/08/2026"
    assert child["Age at the incident"].text == "3 months"
    assert answers(sheet, "Description")["What happened"].text == "What happened.\nAnd then."


def test_what_is_needed_and_blank_is_missing_and_says_where_to_record_it(register, case_id):
    full = sheet_of(register, case_id, FULL)
    assert {
        label
        for part in full.parts
        for label, one in answers(full, part.title).items()
        if one.is_missing
    } == {"Household and others", "Agencies involved"}
    bare = copy_out_sheet(
        register,
        make_case(register, replace(CASE, reference="RIV 9", further_references=()), None),
        today=TODAY,
    )
    nature = answers(bare, "The incident")["Nature of the incident"]
    assert (nature.is_missing, nature.where) == (True, "Notification")
    assert bare.missing > full.missing


def test_the_form_takes_four_children_the_first_listed_one_first(register, case_id):
    names = ["Child A", "Child B", "Child C", "Child D", "Child E"]
    children = [replace(FULL, pseudonym=name, name=f"Planted {name[-1]}") for name in names]
    children[4] = replace(children[4], is_first_listed=True)
    children[3] = replace(
        children[3],
        died_on=date(2026, 11, 6),
        role=ChildRole.SIBLING,
        born_on=None,
        stated_age=Age(4, AgeUnit.YEARS),
    )
    sheet = sheet_of(register, case_id, *children)
    parts = [part for part in sheet.parts if part.title.startswith("Child ")]
    assert [part.answers[0].text for part in parts] == [
        "Planted E", "Planted A", "Planted B", "Planted C",
    ]  # fmt: skip
    assert parts[0].note == (
        "Child E in this register, the first-listed child. The form takes 4 of 5."
    )
    further = next(part for part in sheet.parts if part.title == "Further information")
    assert "The 1 below go into its further information" in further.note
    assert further.answers[0].text == (
        "Planted D, 4 years, died 06/11/2026, sibling, Female, Not known, Child in need, "
        "4 Planted Row, North"
    )


def test_an_unborn_child_has_an_expected_date_and_needs_no_name(register, case_id):
    unborn = ChildDraft(pseudonym="Unborn C", born_on=date(2027, 3, 1))
    child = answers(sheet_of(register, case_id, unborn), "Child 1 of the form")
    assert child["Expected date of delivery"].text == "01/03/2027"
    assert not child["Name"].is_missing
    assert not child["Sex"].is_missing


def test_a_stated_age_stands_in_for_the_date_of_birth_and_an_unknown_one_is_missing(
    register, case_id
):
    stated = ChildDraft(pseudonym="Child A", stated_age=Age(4, AgeUnit.YEARS))
    sheet = sheet_of(register, case_id, stated, ChildDraft(pseudonym="Child B"))
    assert not answers(sheet, "Child 1 of the form")["Date of birth"].is_missing
    second = answers(sheet, "Child 2 of the form")
    assert second["Date of birth"].is_missing
    assert second["Age at the incident"].is_missing


def test_harm_is_asked_only_of_a_child_who_was_harmed(register, case_id):
    sibling = ChildDraft(pseudonym="Child A", role=ChildRole.SIBLING)
    sheet = sheet_of(register, case_id, sibling, replace(sibling, role=ChildRole.BOTH))
    asked = ("Death or harm", "Whereabouts and carer at the time")
    first = answers(sheet, "Child 1 of the form")
    second = answers(sheet, "Child 2 of the form")
    assert [first[label].is_missing for label in asked] == [False, False]
    assert [second[label].is_missing for label in asked] == [True, True]


def test_the_household_and_the_agencies_are_told_in_lines(register, case_id):
    members = (
        HouseholdMemberDraft(
            name="Planted Mother",
            relationship="Mother",
            born_on=date(1999, 5, 2),
            lives_with_child=Answer.YES,
            protection_plan=Answer.YES,
            address="4 Planted Row\nNorth",
        ),
        HouseholdMemberDraft(relationship="Father", lives_with_child=Answer.NO),
    )
    for member in members:
        save_entry(register, case_id, None, member, today=TODAY)
    for name in ("Health trust", "Police force", "School"):
        save_agency(register, None, AgencyDraft(name=name))
    for row in list_agencies(register):
        refused = "Not known there" if row.draft.name == "School" else ""
        request = AgencyRequestDraft(agency_id=row.agency_id, not_needed_reason=refused)
        save_entry(register, case_id, None, request, today=TODAY)
    sheet = copy_out_sheet(register, case_id, today=TODAY)
    assert answers(sheet, "Further information")["Household and others"].text == (
        "Mother, Planted Mother, born 02/05/1999, lives with the child, child protection plan, "
        "4 Planted Row, North\nFather, lives elsewhere"
    )
    assert answers(sheet, "Agencies")["Agencies involved"].text == "Health trust\nPolice force"


def test_the_whole_sheet_is_copied_with_its_gaps_named(register, case_id):
    text = sheet_of(register, case_id, FULL).text()
    assert text.startswith("WHO NOTIFIES\n")
    assert "Name: Planted Name" in text
    assert "Agencies involved: MISSING" in text
    assert "Date of death" not in text


def test_the_paper_says_that_it_holds_personal_data_and_its_file_names_nobody(register, case_id):
    sheet = sheet_of(register, case_id, FULL)
    paper = copy_out_paper(register, sheet, today=TODAY)
    assert paper.summary.startswith("Holds personal data")
    assert "2 answers are missing" in paper.summary
    assert paper.mark == "OFFICIAL-SENSITIVE"
    assert paper.file_stem == "copy-out-sheet"
    rows = [row.cells for table in paper.parts for row in table.rows]
    assert ("Name", "Planted Name") in rows
    assert ("Agencies involved", "MISSING") in rows
    assert "Date of death" not in [label for label, _ in rows]
    assert "Planted" not in repr(sheet)
