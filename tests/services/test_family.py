"""Tests of the family of a case: its log, the days on which it is left alone, the next step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.answers import Answer, Considered
from sgdesk.domain.family import TOLD_OF_DATE, FamilyContactDraft, FamilyMemberDraft
from sgdesk.domain.publications import PublicationDraft
from sgdesk.errors import RejectedError
from sgdesk.records.family import FamilyStep
from sgdesk.services.case_views import get_case
from sgdesk.services.entries import list_entries, remove_entry, save_entry
from sgdesk.services.family import list_no_contacts, read_family, read_family_steps
from sgdesk.services.history import read_history
from sgdesk.services.reviews import save_publication
from sgdesk.services.today import look_at_today

MOTHER = FamilyMemberDraft(
    name="Planted Name",
    relationship="Mother",
    no_contact_from_on=date(2026, 11, 16),
    no_contact_until_on=date(2026, 12, 4),
    no_contact_reason="The trial is listed",
)
ON_ITS_WAY = PublicationDraft(planned_on=date(2026, 12, 14), copy_sent_on=date(2026, 11, 20))


@pytest.fixture
def case_id(register):
    return make_case(register)


def add(register, case_id, draft):
    save_entry(register, case_id, None, draft, today=TODAY)
    return list_entries(register, type(draft), case_id)[-1]


def lines(register, today=TODAY):
    return look_at_today(register, today=today).no_contacts


def test_the_log_is_read_newest_first_and_of_one_day_the_last_recorded_first(register, case_id):
    for kind, day in (("A", date(2026, 11, 2)), ("B", date(2026, 11, 9)), ("C", date(2026, 11, 2))):
        add(register, case_id, FamilyContactDraft(kind=kind, contacted_on=day))
    add(register, case_id, MOTHER)
    add(register, case_id, FamilyMemberDraft(relationship="Father"))
    family = read_family(register, case_id)
    assert [one.draft.kind for one in family.contacts] == ["B", "C", "A"]
    assert [one.draft.relationship for one in family.members] == ["Mother", "Father"]


def test_a_save_refuses_every_problem_at_once(register, case_id):
    with pytest.raises(RejectedError) as refused:
        save_entry(register, case_id, None, FamilyContactDraft(), today=TODAY)
    assert [one.field for one in refused.value.problems] == ["kind", "contacted_on"]
    assert not read_family(register, case_id).contacts


def test_a_contact_on_a_forbidden_day_can_be_recorded_because_it_happened(register, case_id):
    mother = add(register, case_id, MOTHER)
    add(register, case_id, FamilyContactDraft(mother.entry_id, "Told", TODAY))
    assert len(read_family(register, case_id).contacts) == 1


def test_today_says_whom_to_leave_alone_until_when_and_why(register, case_id):
    add(register, case_id, MOTHER)
    (line,) = lines(register)
    assert line.who == "Family of RIV2026-27-01: mother"
    assert line.words == "Until Fri 4 Dec 2026: The trial is listed."
    assert (line.case_id, line.reference, line.is_today) == (case_id, "RIV2026-27-01", True)
    assert "trial" not in repr(line)
    assert "Planted" not in f"{line.who}{line.words}"
    assert lines(register, date(2026, 12, 5)) == ()


def test_days_that_begin_in_the_next_five_working_days_are_announced(register, case_id):
    add(register, case_id, replace(MOTHER, no_contact_from_on=date(2026, 11, 30)))
    (line,) = lines(register)
    assert not line.is_today
    assert line.words == "From Mon 30 Nov 2026 to Fri 4 Dec 2026: The trial is listed."
    assert lines(register, date(2026, 11, 20)) == ()


def test_what_holds_today_comes_first_then_by_reference(register, case_id):
    other = make_case(register, replace(CASE, reference="RIV2026-27-00", further_references=()))
    add(register, case_id, replace(MOTHER, no_contact_until_on=None, no_contact_reason="Illness"))
    add(register, other, replace(MOTHER, no_contact_from_on=date(2026, 11, 26)))
    add(register, other, MOTHER)
    found = [(line.reference[-2:], line.is_today) for line in lines(register)]
    assert found == [("00", True), ("01", True), ("00", False)]
    assert lines(register)[1].words == "Until further notice: Illness."


def test_a_member_who_was_removed_is_no_longer_held_back(register, case_id):
    mother = add(register, case_id, MOTHER)
    remove_entry(register, case_id, mother)
    assert lines(register) == ()


def test_a_case_that_no_list_knows_is_left_out(register, case_id):
    add(register, case_id, MOTHER)
    assert list_no_contacts(register, {uuid4(): "Other"}, today=TODAY) == ()


def test_the_family_is_told_of_the_date_once_the_full_report_was_sent(register, case_id):
    save_publication(register, case_id, replace(ON_ITS_WAY, copy_sent_on=None), today=TODAY)
    assert "family" not in get_case(register, case_id, today=TODAY).next_step.words
    save_publication(register, case_id, ON_ITS_WAY, today=TODAY)
    step = get_case(register, case_id, today=TODAY).next_step
    assert step.words == "Tell the family of the publication date"
    assert step.dialog == "family:contact"
    assert step.button


def test_on_a_day_of_no_contact_telling_waits_and_the_next_step_says_why(register, case_id):
    save_publication(register, case_id, ON_ITS_WAY, today=TODAY)
    add(register, case_id, MOTHER)
    held = (
        "Telling the family of the date waits. "
        "Do not contact the mother until Fri 4 Dec 2026: The trial is listed."
    )
    step = get_case(register, case_id, today=TODAY).next_step
    assert "family" not in step.words
    assert step.reason.endswith(held)
    (offered,) = [
        one.step
        for one in look_at_today(register, today=TODAY).next_steps
        if one.case_id == case_id
    ]
    assert offered == step
    after = get_case(register, case_id, today=date(2026, 12, 7)).next_step
    assert after.words == "Tell the family of the publication date"


@pytest.mark.parametrize("answer", [Answer.YES, Answer.NOT_APPLICABLE])
def test_a_checklist_that_says_so_is_enough(register, case_id, answer):
    told = replace(ON_ITS_WAY, gates=(Considered("family_told", answer),))
    save_publication(register, case_id, told, today=TODAY)
    assert read_family_steps(register, today=TODAY) == {}
    assert "family" not in get_case(register, case_id, today=TODAY).next_step.words


def test_a_log_that_says_so_is_enough(register, case_id):
    save_publication(register, case_id, ON_ITS_WAY, today=TODAY)
    assert read_family_steps(register, today=TODAY, case_id=case_id) == {
        case_id: FamilyStep(is_untold=True)
    }
    add(register, case_id, FamilyContactDraft(kind=TOLD_OF_DATE.upper(), contacted_on=TODAY))
    assert read_family_steps(register, today=TODAY, case_id=case_id) == {}


def test_the_longest_of_several_days_is_the_one_that_is_told(register, case_id):
    add(register, case_id, MOTHER)
    add(register, case_id, replace(MOTHER, relationship="Father", no_contact_until_on=None))
    held = read_family_steps(register, today=TODAY)[case_id].held_by
    assert held is not None
    assert held.relationship == "Father"
    add(register, case_id, replace(MOTHER, relationship="Sibling"))
    assert read_family_steps(register, today=TODAY)[case_id].held_by == held


def test_history_keeps_the_names_and_wishes_to_itself(register, case_id):
    mother = add(register, case_id, MOTHER)
    renamed = replace(MOTHER, name="Another Name", support="By telephone", note="Quiet")
    save_entry(register, case_id, mother, renamed, today=TODAY)
    said = " ".join(f"{row.what} {row.old} {row.new}" for row in read_history(register))
    assert "Name changed" in said
    for private in ("Planted", "Another", "telephone", "Quiet"):
        assert private not in said
