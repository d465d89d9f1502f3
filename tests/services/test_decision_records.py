from __future__ import annotations

from dataclasses import replace
from datetime import date

from services_samples import CASE, TODAY, make_case

from sgdesk.domain.answers import Answer, Considered
from sgdesk.domain.partnerships import AgreedDate
from sgdesk.domain.people import ChildDraft
from sgdesk.domain.rapid_reviews import Decision, RapidReviewDraft
from sgdesk.services.agreed_dates import save_agreed_date
from sgdesk.services.children import save_child
from sgdesk.services.decision_records import decision_record
from sgdesk.services.reviews import save_rapid_review

DRAFT = RapidReviewDraft(
    meeting_on=date(2026, 11, 18),
    meeting_time="10:00",
    meeting_place="Council House",
    chair="Independent scrutineer",
    considered=(Considered("recurrent_themes", Answer.YES, "Fathers unseen."),),
    police_signed_on=date(2026, 11, 20),
    police_signed_by="Detective superintendent",
    decision=Decision.NO_LOCAL_REVIEW,
    decided_on=date(2026, 11, 20),
    reasons="Learnt already.\nNothing to add.",
    dissent="The police would have preferred one.",
)


def record(register, draft=DRAFT, case=CASE):
    case_id = make_case(register, case)
    child = ChildDraft(pseudonym="Child A", name="Planted Name", born_on=date(2026, 8, 1))
    save_child(register, case_id, None, child, today=TODAY)
    if draft is not None:
        save_rapid_review(register, case_id, draft, today=TODAY)
    return decision_record(register, case_id, today=TODAY)


def test_the_record_tells_the_case_by_reference_and_pseudonym(register):
    paper = record(register)
    cells = {row.cells[0]: row.cells[1] for row in paper.parts[0].rows}
    assert cells["Reference"] == "RIV2026-27-01"
    assert cells["Children"] == "Child A, 3 months"
    assert cells["Day 15"] == (
        "Tue 1 Dec 2026\nNotified Tue 10 Nov 2026 (day 0). Day 15 = Tue 1 Dec 2026. "
        "Skipped: 6 weekend days."
    )
    assert cells["Meeting"] == "Wed 18 Nov 2026, 10:00, Council House"
    assert cells["Attended"] == "Not recorded"
    assert "Planted" not in str(paper)
    assert paper.summary == (
        "RIV2026-27-01: No local review: learning captured in the Rapid Review."
    )


def test_an_agreed_date_stands_below_day_15_and_a_case_without_it_says_so(register):
    case_id = make_case(register)
    agreed = AgreedDate(date(2026, 12, 4), "A trial", "The partners")
    save_agreed_date(register, case_id, "RR-15", agreed)
    paper = decision_record(register, case_id, today=TODAY)
    cells = {row.cells[0]: row.cells[1] for row in paper.parts[0].rows}
    assert cells["Day 15"].endswith("\nAgreed: Fri 4 Dec 2026")
    other = make_case(register, replace(CASE, reference="RIV 7", further_references=()), None)
    paper = decision_record(register, other, today=TODAY)
    cells = {row.cells[0]: row.cells[1] for row in paper.parts[0].rows}
    assert cells["Day 15"] == "Not recorded"


def test_every_question_stands_with_its_answer(register):
    parts = {part.title: part for part in record(register).parts}
    criteria = {row.cells[0]: row.cells[1:] for row in parts["Criteria of a local review"].rows}
    asked = "It shows recurrent themes in safeguarding children"
    assert criteria[asked] == ("Yes", "Fathers unseen.")
    assert set(criteria.values()) == {("Yes", "Fathers unseen."), ("Not answered yet", "")}


def test_decision_reasons_and_dissent_are_told(register):
    parts = {part.title: part for part in record(register).parts}
    assert parts["Decision"].lines == (
        "No local review: learning captured in the Rapid Review, Fri 20 Nov 2026.",
        "Reasons: Learnt already.",
        "Nothing to add.",
        "Dissent: The police would have preferred one.",
    )
    other = replace(CASE, reference="RIV 9", further_references=())
    agreed = record(register, replace(DRAFT, dissent=""), other)
    parts = {part.title: part for part in agreed.parts}
    assert parts["Decision"].lines[-1] == "Dissent: None recorded: the three partners agree."


def test_a_case_without_a_rapid_review_has_a_record_to_fill_by_hand(register):
    parts = {part.title: part for part in record(register, None).parts}
    assert parts["Decision"].lines == (
        "Not yet made.",
        "Reasons: No reasons are recorded.",
        "Dissent: The decision is not yet made.",
    )
    assert "Reconsidered after the Panel’s reply" not in parts


def test_a_decision_made_again_stands_below_the_first(register):
    again = replace(
        DRAFT,
        reconsidered=Decision.LOCAL_REVIEW,
        reconsidered_on=date(2026, 11, 23),
        reconsidered_reasons="The Panel disagreed.",
    )
    paper = record(register, again)
    parts = {part.title: part for part in paper.parts}
    assert parts["Reconsidered after the Panel’s reply"].lines == (
        "Local review (LCSPR), Mon 23 Nov 2026.",
        "Reasons: The Panel disagreed.",
    )
    assert paper.summary.endswith("Local review (LCSPR).")


def test_three_partners_have_a_line_to_sign_on(register):
    rows = record(register).parts[-1].rows
    assert [row.cells[0] for row in rows] == ["Local authority", "Integrated care board", "Police"]
    assert rows[2].cells[1] == "Detective superintendent"
    assert rows[2].cells[3] == "Fri 20 Nov 2026"
    assert {row.cells[2].strip() for row in rows} == {""}
