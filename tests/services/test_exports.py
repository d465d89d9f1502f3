from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from services_samples import TODAY, make_case

from sgdesk.domain.briefings import BriefingDraft, Point
from sgdesk.domain.family import FamilyMemberDraft
from sgdesk.domain.people import ChildDraft, HouseholdMemberDraft
from sgdesk.records.exports import DocumentKind
from sgdesk.services.briefings import briefing_of, get_briefing, save_briefing
from sgdesk.services.children import save_child
from sgdesk.services.documents import document_bytes
from sgdesk.services.entries import save_entry
from sgdesk.services.export_checks import found_identities
from sgdesk.services.exports import list_choices
from sgdesk.services.made_files import field_prints

DRAFT = BriefingDraft(
    title="Behind the door",
    background="One.\nTwo.",
    key_learning=(Point("See the child.", "Ask who has seen the child alone."),),
    improvements=(Point("Ask again.", "One question is not enough."),),
    questions=("What will we do?",),
)


@pytest.fixture
def case_id(register):
    return make_case(register)


@pytest.fixture
def briefing_id(register, case_id):
    return save_briefing(register, None, replace(DRAFT, case_ids=(case_id,))).briefing_id


def test_choices_are_all_briefings_and_say_what_is_published(register, briefing_id, practice):
    (choice,) = list_choices(register)
    assert (choice.briefing_id, choice.is_published) == (briefing_id, False)
    states = {item.is_published for item in list_choices(practice) if item.references}
    assert states == {True}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Sprat was seen", "Background: a child’s real name stands here."),
        ("On Larch Row", "Background: a child’s address, school or surgery stands here."),
        ("Larch School", "Background: a child’s address, school or surgery stands here."),
        ("Larch Surgery", "Background: a child’s address, school or surgery stands here."),
        ("Ilva came", "Background: a family member’s real name stands here."),
        ("2 May 1999", "Background: a family member’s date of birth stands here."),
        ("9 Birch Lane", "Background: a family member’s address, school or surgery stands here."),
        ("Osla came", "Background: a family member’s real name stands here."),
    ],
)
def test_other_names_places_and_the_household_block_too(register, case_id, text, sentence):
    child = ChildDraft(
        pseudonym="Child A",
        other_names="Sprat",
        address="14 Larch Row\nNorth",
        school="Larch School",
        gp="Larch Surgery",
    )
    save_child(register, case_id, None, child, today=TODAY)
    member = HouseholdMemberDraft(
        name="Ilva Quellish",
        relationship="Mother",
        born_on=date(1999, 5, 2),
        address="9 Birch Lane",
    )
    save_entry(register, case_id, None, member, today=TODAY)
    family = FamilyMemberDraft(name="Osla", relationship="Grandparent")
    save_entry(register, case_id, None, family, today=TODAY)
    briefing = briefing_of(register, replace(DRAFT, background=text), today=TODAY)
    assert [one.sentence for one in found_identities(register, briefing)] == [sentence]


def test_the_fingerprint_follows_the_fields_and_not_the_day(register, briefing_id):
    draft = get_briefing(register, briefing_id)
    today = briefing_of(register, draft, today=TODAY)
    later = briefing_of(register, draft, today=TODAY.replace(day=24))
    assert field_prints(today) == field_prints(later)
    other = briefing_of(register, replace(draft, title="Open doors"), today=TODAY)
    assert field_prints(other) != field_prints(today)
    assert document_bytes(today, DocumentKind.DECK).startswith(b"PK")
