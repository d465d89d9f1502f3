from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from exact_dates import exactly
from services_samples import CASE, PROFILE, TODAY, make_case

from sgdesk.domain.agency_requests import AgencyRequestDraft
from sgdesk.domain.dates import Precision, UncertainDate
from sgdesk.domain.family import FamilyMemberDraft
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.notifications import NotificationDraft
from sgdesk.domain.partnerships import AgencyContactDraft, AgencyDraft, ReadingLine
from sgdesk.domain.people import ChildDraft, HouseholdMemberDraft
from sgdesk.domain.private_facts import PersonRole, PrivatePerson
from sgdesk.domain.publications import PublicationDraft
from sgdesk.services.agency_directory import save_contact
from sgdesk.services.agency_requests import save_request
from sgdesk.services.children import save_child
from sgdesk.services.entries import save_entry
from sgdesk.services.identity_checks import held_private_facts, read_private_facts
from sgdesk.services.private_facts import english_words, read_facts
from sgdesk.services.reviews import save_local_review, save_notification, save_publication
from sgdesk.services.settings import list_agencies, save_agency, save_profile
from sgdesk.store.entities.cases import ChildEntity
from sgdesk.store.queries.private_facts import ContactRow, PersonRow

CHILD = ChildDraft(
    pseudonym="Child A",
    name="Zarbel Quenby",
    other_names="Zee",
    born_on=date(2020, 6, 3),
    died_on=date(2026, 11, 4),
    address="14 Larch Row",
    school="Larch School",
)


@pytest.fixture
def case_id(register):
    return make_case(register)


def facts_of(register, case_id):
    return read_facts(register).cases[case_id]


def test_children_household_and_family_are_private_with_all_their_names(register, case_id):
    save_child(register, case_id, None, CHILD, today=TODAY)
    mother = HouseholdMemberDraft("Ilva Quenby", "Mother", date(1999, 5, 2), address="9 Birch Lane")
    save_entry(register, case_id, None, mother, today=TODAY)
    aunt = FamilyMemberDraft(name="Osla Tolle", relationship="Aunt or uncle")
    save_entry(register, case_id, None, aunt, today=TODAY)
    assert facts_of(register, case_id).people == (
        PrivatePerson(
            "Zarbel Quenby",
            PersonRole.CHILD,
            "Zee",
            date(2020, 6, 3),
            date(2026, 11, 4),
            ("14 Larch Row", "Larch School"),
            pseudonym="Child A",
        ),
        PrivatePerson(
            "Ilva Quenby", PersonRole.FAMILY, born_on=date(1999, 5, 2), places=("9 Birch Lane",)
        ),
        PrivatePerson("Osla Tolle", PersonRole.FAMILY),
    )


def test_named_professionals_are_private_and_roles_are_not(register, case_id):
    request = AgencyRequestDraft(contact="Dr Corvin Asterley", asked_on=date(2026, 11, 11))
    save_agency(register, None, AgencyDraft(name="Larch School", contact="Named nurse"))
    (agency_id,) = [row.agency_id for row in list_agencies(register)]
    save_request(register, case_id, None, replace(request, agency_id=agency_id), today=TODAY)
    contact = AgencyContactDraft("Mirela Tansley", "Deputy", "m@x.example", "01632 960121")
    save_contact(register, agency_id, None, contact, today=TODAY)
    (person,) = facts_of(register, case_id).people
    assert (person.name, person.role) == ("Corvin Asterley", PersonRole.STAFF)
    (staff,) = read_facts(register).staff
    assert staff.contacts == ("m@x.example", "01632 960121")
    assert "Larch School" in read_facts(register).public_phrases


def test_days_tell_which_case_it_is_and_the_days_of_publication_do_not(register, case_id):
    publication = PublicationDraft(title="Doors", published_on=date(2026, 11, 20))
    save_publication(register, case_id, publication, today=TODAY)
    case = facts_of(register, case_id)
    days = {one.day: one.what for one in case.days if one.is_certain}
    assert days[date(2026, 11, 5)] == "the exact date of the incident"
    assert days[date(2026, 11, 10)] == "the exact date of the notification"
    assert case.public_days == {date(2026, 11, 20)}


def test_a_day_of_the_review_itself_is_a_warning(register, case_id):
    review = LocalReviewDraft(initiated_on=date(2026, 11, 18), reviewer="Ada Tolle")
    save_local_review(register, case_id, review, today=TODAY)
    (day,) = [one for one in facts_of(register, case_id).days if not one.is_certain]
    assert day.what == "the exact date on which the review began"
    assert "Ada Tolle" in read_facts(register).public_phrases


def test_an_incident_known_to_the_month_has_no_exact_date(register):
    month = UncertainDate(Precision.MONTH, date(2026, 11, 1))
    case_id = make_case(register, replace(CASE, incident=month), notified_on=None)
    assert [one.day for one in facts_of(register, case_id).days] == [CASE.aware_on]
    period = UncertainDate(Precision.PERIOD, date(2026, 10, 1), date(2026, 11, 2))
    draft = replace(CASE, reference="RIV 9", further_references=(), incident=period)
    other = make_case(register, replace(draft, aware_on=None), notified_on=None)
    assert [one.day for one in facts_of(register, other).days] == [period.start, period.end]


def test_the_number_of_the_notification_and_the_areas_are_read(register):
    areas = replace(CASE, area_of_incident="Northbank", incident=exactly(date(2026, 11, 5)))
    case_id = make_case(register, areas, notified_on=None)
    notification = NotificationDraft(notified_on=date(2026, 11, 10), receipt="SIN-4471-2093")
    save_notification(register, case_id, notification, today=TODAY)
    facts = read_facts(register)
    assert facts.cases[case_id].numbers == ("SIN-4471-2093",)
    assert {"Northbank", PROFILE.name, PROFILE.short_name} <= set(facts.public_phrases)
    assert "" not in facts.public_phrases


def test_how_the_partnership_is_reached_is_public(register):
    reading = (ReadingLine("The report:", "Our page", "https://x.example"),)
    profile = replace(PROFILE, contacts=("Ring 01632 960100",), reading=reading)
    save_profile(register, profile, today=TODAY)
    public = read_facts(register).public_phrases
    assert {"Ring 01632 960100", "Our page", "https://x.example"} <= set(public)


def test_facts_are_held_while_nothing_is_saved_and_read_anew_afterwards(register, case_id):
    first = held_private_facts(register)
    assert held_private_facts(register) is first
    assert first.find([("Text", "Zarbel was seen")], (case_id,)) == ()
    save_child(register, case_id, None, CHILD, today=TODAY)
    for finder in (held_private_facts(register), read_private_facts(register)):
        (found,) = finder.find([("Text", "Zarbel was seen")], (case_id,))
        assert found.sentence == "Text: a child’s real name stands here."


def test_what_was_removed_is_private_no_more(register, case_id):
    (added,) = save_child(register, case_id, None, CHILD, today=TODAY).case_ids
    assert added == case_id
    assert facts_of(register, case_id).people
    with register.write() as session:
        session.delete(session.query(ChildEntity).one())
    assert facts_of(register, case_id).people == ()


def test_the_words_of_english_are_there_once():
    assert english_words() is english_words()
    assert {"will", "amber", "pip"} <= english_words().words
    assert {"maria", "bolton"} <= english_words().names


def test_rows_of_private_facts_say_nothing_in_a_log(case_id):
    assert repr(PersonRow(case_id, "child", "Zarbel")) == "<PersonRow child>"
    assert repr(ContactRow("Zarbel", "", "")) == "<ContactRow>"
