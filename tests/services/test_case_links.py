from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.cases import CaseDraft, CaseKind, CaseLinkDraft, LinkRelation
from sgdesk.errors import RejectedError
from sgdesk.services.case_links import linkable_cases, linked_cases, save_link
from sgdesk.services.entries import list_entries
from sgdesk.store.entities.cases import CaseEntity
from sgdesk.store.queries.find import get_live

OTHER = replace(CASE, reference="RIV2026-27-02", further_references=(), title="Infant, injury")


@pytest.fixture
def pair(register):
    return make_case(register), make_case(register, OTHER, None)


def link(register, case_id, **values):
    return save_link(register, case_id, None, CaseLinkDraft(**values), today=TODAY)


def test_a_link_is_seen_from_both_sides(register, pair):
    one, other = pair
    day = date(2026, 11, 20)
    changes = link(
        register, one, relation=LinkRelation.JOINED, other_case_id=other, linked_on=day, note="Why"
    )
    assert changes.case_ids == {one, other}
    (own,) = linked_cases(register, one)
    assert own.words == "Joined to the review of RIV2026-27-02"
    assert (own.title, own.stage_words, own.case_id) == ("Infant, injury", "Notification", other)
    assert (own.linked_words, own.note) == ("Fri 20 Nov 2026", "Why")
    (back,) = linked_cases(register, other)
    assert back.words == "RIV2026-27-01 was joined to this review"
    assert (back.case_id, back.entry) == (one, None)


def test_a_link_elsewhere_has_only_what_was_written(register, pair):
    one, _ = pair
    link(register, one, relation=LinkRelation.NATIONAL_REVIEW, other_reference="NAT 7")
    (own,) = linked_cases(register, one)
    assert own.words == "Taken up in the national review NAT 7"
    assert (own.title, own.stage_words, own.case_id, own.linked_words) == ("", "", None, "")
    assert linked_cases(register, pair[1]) == ()


def test_a_case_that_is_gone_is_said_to_be(register, pair):
    one, _ = pair
    link(register, one, other_case_id=pair[1])
    with register.write() as session:
        get_live(session, CaseEntity, pair[1]).deleted_at = register.now()
    (own,) = linked_cases(register, one)
    assert own.words == "Related to a case that was removed"
    assert list_entries(register, CaseLinkDraft, one)[0].entry_id == own.entry.entry_id


def test_a_case_is_not_linked_to_itself(register, pair):
    with pytest.raises(RejectedError) as caught:
        link(register, pair[0], other_case_id=pair[0])
    assert [problem.field for problem in caught.value.problems] == ["other_case_id"]
    assert linked_cases(register, pair[0]) == ()


def test_every_other_case_can_be_chosen_under_its_reference(register, pair):
    national = make_case(
        register, CaseDraft(title="A national review", kind=CaseKind.NATIONAL), None
    )
    assert linkable_cases(register, pair[0]) == {
        national: "A national review",
        pair[1]: "RIV2026-27-02 · Infant, injury",
    }
    assert pair[0] in linkable_cases(register, uuid4())
