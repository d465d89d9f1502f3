from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.cases import CaseDraft, CaseKind
from sgdesk.domain.editions import Edition
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.notifications import NotificationDraft
from sgdesk.domain.people import Age, AgeUnit, ChildDraft
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.rapid_reviews import Decision, RapidReviewDraft
from sgdesk.domain.stages import Stage
from sgdesk.domain.standings import Standing
from sgdesk.errors import RejectedError, UserError
from sgdesk.services.case_list import list_cases
from sgdesk.services.case_views import get_case
from sgdesk.services.cases import check_case_draft, new_case_draft, save_case
from sgdesk.services.children import remove_child, save_child
from sgdesk.services.reviews import (
    save_local_review,
    save_notification,
    save_publication,
    save_rapid_review,
)


def view(register, case_id):
    return get_case(register, case_id, today=TODAY)


def test_a_case_is_read_back_as_it_was_saved(register):
    case_id = make_case(register)
    held = view(register, case_id)
    assert held.draft == CASE
    assert held.reference == "RIV2026-27-01"
    assert held.edition is Edition.WT2026
    assert held.stage is Stage.RAPID_REVIEW
    assert held.stage_reason == "Notified 10 Nov 2026."
    assert held.rapid_review_due == date(2026, 12, 1)
    assert held.next_step.dialog == "notification"
    assert [step.label for step in held.steps][:3] == ["Incident", "Authority aware", "Notified"]


def test_an_edit_changes_what_it_names_and_nothing_else(register):
    case_id = make_case(register)
    revision = view(register, case_id).revision
    draft = replace(CASE, title="Three siblings, neglect", further_references=("COV/7", "SOL 2"))
    save_case(register, case_id, draft, today=TODAY, revision=revision)
    held = view(register, case_id)
    assert held.draft == draft
    assert held.notification.notified_on == date(2026, 11, 10)
    save_case(register, case_id, replace(draft, further_references=()), today=TODAY)
    assert view(register, case_id).draft.further_references == ()


def test_two_edits_of_the_same_state_do_not_overwrite_each_other(register):
    case_id = make_case(register)
    seen = view(register, case_id).revision
    save_case(register, case_id, replace(CASE, title="First"), today=TODAY, revision=seen)
    with pytest.raises(UserError):
        save_case(register, case_id, replace(CASE, title="Second"), today=TODAY, revision=seen)
    assert view(register, case_id).draft.title == "First"


def test_a_rejected_case_changes_nothing_and_says_everything(register):
    case_id = make_case(register)
    with pytest.raises(RejectedError) as caught:
        save_case(register, case_id, CaseDraft(), today=TODAY)
    assert len(caught.value.problems) == 2
    assert view(register, case_id).draft == CASE


def test_a_reference_in_another_spelling_is_noticed(register):
    case_id = make_case(register)
    other = replace(CASE, reference="riv2026/27/01", further_references=())
    problems = check_case_draft(register, None, other, today=TODAY)
    assert [problem.field for problem in problems] == ["reference"]
    assert not check_case_draft(register, case_id, other, today=TODAY)
    further = replace(CASE, reference="cov-7", further_references=())
    assert check_case_draft(register, None, further, today=TODAY)


def test_a_new_draft_has_the_next_free_reference_of_the_financial_year(register):
    make_case(register)
    draft = new_case_draft(register, today=TODAY)
    assert draft.reference == "RIV2026-27-02"
    assert draft.owner == "Business support"


def test_text_passes_the_cleaning_gate_on_its_way_in(register):
    draft = replace(
        CASE, title="  Two\u202e \x00siblings\r\n", closed_reason="a\r\nb", closed_on=TODAY
    )
    held = view(register, make_case(register, draft)).draft
    assert held.title == "Two siblings"
    assert held.closed_reason == "a\nb"


def test_a_case_that_is_gone_is_told_in_a_sentence(register):
    with pytest.raises(UserError, match="no longer in the register"):
        view(register, uuid4())
    with pytest.raises(UserError):
        save_case(register, uuid4(), CASE, today=TODAY)


def test_every_part_of_a_case_is_stored_and_changed(register):
    case_id = make_case(register)
    rapid = RapidReviewDraft(
        meeting_on=date(2026, 11, 20),
        authority_signed_on=date(2026, 11, 20),
        health_signed_on=date(2026, 11, 20),
        police_signed_on=date(2026, 11, 23),
        decision=Decision.LOCAL_REVIEW,
        decided_on=date(2026, 11, 20),
        reasons="First line\nSecond line",
        sent_on=date(2026, 11, 23),
    )
    local = LocalReviewDraft(initiated_on=date(2026, 11, 23), reviewer="Independent reviewer")
    publication = PublicationDraft(title="Behind the door", planned_on=date(2027, 3, 1))
    assert save_rapid_review(register, case_id, rapid, today=TODAY).what == "Rapid Review saved"
    save_local_review(register, case_id, local, today=TODAY)
    save_publication(register, case_id, publication, today=TODAY)
    save_publication(register, case_id, replace(publication, title="Open doors"), today=TODAY)
    held = view(register, case_id)
    assert (held.rapid_review, held.local_review) == (rapid, local)
    assert held.publication.title == "Open doors"
    by_code = {row.code: row for row in held.deadlines}
    assert by_code["RR-SIGN"].standing is Standing.MET
    assert by_code["LR-6M"].due == date(2027, 5, 23)


@pytest.mark.parametrize(
    ("save", "draft"),
    [
        (save_notification, NotificationDraft(notified_on=date(2026, 12, 1))),
        (save_rapid_review, RapidReviewDraft(sent_on=date(2026, 12, 1))),
        (save_local_review, LocalReviewDraft(reviewer="Somebody")),
        (save_publication, PublicationDraft(published_on=date(2026, 12, 1))),
    ],
)
def test_a_rejected_part_is_not_stored(register, save, draft):
    case_id = make_case(register)
    before = view(register, case_id)
    with pytest.raises(RejectedError):
        save(register, case_id, draft, today=TODAY)
    assert view(register, case_id) == before


def test_a_rapid_review_without_a_notification_is_checked_without_one(register):
    case_id = make_case(register, notified_on=None)
    save_rapid_review(register, case_id, RapidReviewDraft(meeting_on=TODAY), today=TODAY)
    assert view(register, case_id).rapid_review.meeting_on == TODAY


def test_children_are_added_changed_and_removed_with_one_first_listed(register):
    case_id = make_case(register)
    first = ChildDraft(pseudonym="Child A", name="Planted Name", born_on=date(2026, 8, 1))
    second = ChildDraft(pseudonym="Child B", stated_age=Age(3, AgeUnit.YEARS))
    save_child(register, case_id, None, first, today=TODAY)
    save_child(register, case_id, None, second, today=TODAY)
    rows = view(register, case_id).children
    assert [(row.draft.pseudonym, row.age_words) for row in rows] == [
        ("Child A", "3 months"), ("Child B", "3 years"),
    ]  # fmt: skip
    assert [row.draft.is_first_listed for row in rows] == [True, False]
    marked = replace(second, is_first_listed=True, stated_age=None)
    save_child(register, case_id, rows[1].child_id, marked, today=TODAY)
    rows = view(register, case_id).children
    assert [row.draft.is_first_listed for row in rows] == [False, True]
    assert rows[1].age_words == "Age unknown: date of birth missing"
    remove_child(register, case_id, rows[1].child_id)
    (left,) = view(register, case_id).children
    assert left.draft.is_first_listed
    remove_child(register, case_id, left.child_id)
    assert view(register, case_id).missing[0].words == "the children of the case"


def test_a_child_with_problems_is_refused_and_one_without_incident_has_no_age(register):
    case_id = make_case(register, CaseDraft(reference="RIV 2", title="x"), notified_on=None)
    with pytest.raises(RejectedError):
        save_child(register, case_id, None, ChildDraft(), today=TODAY)
    child = ChildDraft(pseudonym="Child A", born_on=date(2020, 1, 1))
    save_child(register, case_id, None, child, today=TODAY)
    save_child(register, case_id, None, replace(child, pseudonym="Child B"), today=TODAY)
    rows = view(register, case_id).children
    assert rows[0].age_words == "Age unknown: incident date missing"
    remove_child(register, case_id, rows[1].child_id)
    assert len(view(register, case_id).children) == 1


def test_the_list_has_a_row_for_each_case_newest_reference_first(register):
    make_case(register)
    national = CaseDraft(title="A national review", kind=CaseKind.NATIONAL)
    make_case(register, national, notified_on=None)
    make_case(register, replace(CASE, reference="RIV2026-27-02", further_references=()), None)
    rows = list_cases(register, today=TODAY)
    assert [row.reference for row in rows] == [
        "RIV2026-27-02", "RIV2026-27-01", "A national review",
    ]  # fmt: skip
    assert rows[1].next_what == "Copy of the notification"
    assert rows[1].standing_words == "Overdue by 9 working days"
    assert rows[2].next_due_words == "aware date missing"
    assert all(row.is_open for row in rows)
    assert "cov 7" in rows[1].haystack


def test_a_case_with_nothing_due_says_so(register):
    closed = replace(CASE, closed_on=TODAY, closed_reason="Entered twice")
    make_case(register, closed, notified_on=None)
    (row,) = list_cases(register, today=TODAY)
    assert (row.next_what, row.next_due_words, row.is_open) == ("Nothing due", "", False)
