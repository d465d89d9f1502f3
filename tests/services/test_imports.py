from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.cases import CaseKind
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.stages import Stage
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.errors import RejectedError, UserError
from sgdesk.imports.text_files import LARGEST
from sgdesk.records.imports import ImportState
from sgdesk.services.briefings import get_briefing, list_briefings
from sgdesk.services.case_list import list_cases
from sgdesk.services.case_views import get_case
from sgdesk.services.imports import (
    check_plan,
    plan_import,
    plan_import_file,
    replan,
    save_import,
)
from sgdesk.services.reviews import save_publication
from sgdesk.services.value_lists import save_value_list

PAGE = """Learning from reviews
Reviews published in the last three years are listed below.
Case reference: RIV2026-27/01
Publication date: 03.06.2026
This review, entitled ‘Behind the door’, looks at two siblings who lived with neglect in May 2024.
Case reference: RIV2024-25-02
Publication date: 10.02.2026
This review looks at a young person who was hurt by another child.
National review into an invented matter
Publication date: 26.05.2025
A national panel looked at services in several places.
Learning Lessons Briefing Notes can be downloaded here.
- Behind the door
- A theme that belongs to no review
"""


def plan(register, page=PAGE):
    return plan_import(register, page, today=TODAY)


def test_nothing_is_saved_before_the_officer_says_so(register):
    planned = plan(register)
    assert [review.state for review in planned.reviews] == [ImportState.NEW] * 3
    assert [item.review for item in planned.briefings] == [0, None]
    assert list_cases(register, today=TODAY) == ()


def test_the_list_becomes_cases_publications_and_briefings(register):
    saved = save_import(register, plan(register), today=TODAY)
    assert saved.what == "Imported: 3 reviews, 2 briefings"
    rows = {row.reference: row for row in list_cases(register, today=TODAY)}
    assert rows["RIV2026-27/01"].stage is Stage.PUBLISHED
    assert rows["RIV2026-27/01"].title == "Behind the door"
    assert rows["RIV2024-25-02"].title == "Published review"
    national = get_case(
        register, rows["National review into an invented matter"].case_id, today=TODAY
    )
    assert national.kind is CaseKind.NATIONAL
    assert national.publication.review_type == "National review"
    first, theme = list_briefings(register)[1], list_briefings(register)[0]
    assert first.references == ("RIV2026-27/01",)
    assert get_briefing(register, first.briefing_id).background.startswith("This review")
    assert theme.references == ()


def test_imported_briefings_begin_with_the_partnerships_own_questions(register):
    save_value_list(register, ValueListKey.QUESTIONS, ("What would you have done?",))
    save_import(register, plan(register), today=TODAY)
    found = [get_briefing(register, row.briefing_id) for row in list_briefings(register)]
    assert {one.questions for one in found} == {("What would you have done?",)}


def test_a_second_run_recognises_what_it_has_in_either_spelling(register):
    save_import(register, plan(register), today=TODAY)
    again = plan(register, PAGE.replace("27/01", "27-01"))
    assert {review.state for review in again.reviews} == {ImportState.KNOWN}
    assert {item.state for item in again.briefings} == {ImportState.KNOWN}
    assert not any(item.is_chosen for item in (*again.reviews, *again.briefings))
    save_import(register, again, today=TODAY)
    assert len(list_cases(register, today=TODAY)) == 3
    assert len(list_briefings(register)) == 2


def test_a_difference_is_said_and_taken_over_only_when_chosen(register):
    save_import(register, plan(register), today=TODAY)
    case_id = next(
        row.case_id for row in list_cases(register, today=TODAY) if row.reference.endswith("02")
    )
    held = get_case(register, case_id, today=TODAY).publication
    save_publication(register, case_id, replace(held, deposited_on=TODAY), today=TODAY)
    changed = PAGE.replace("10.02.2026", "11.02.2026").replace("hurt", "badly hurt")
    again = plan(register, changed)
    assert again.reviews[1].state is ImportState.CHANGED
    assert "Tue 10 Feb 2026" in again.reviews[1].difference
    assert "summary" in again.reviews[1].difference
    chosen = replace(again.reviews[1], is_chosen=True)
    reviews = (again.reviews[0], chosen, again.reviews[2])
    save_import(register, replace(again, reviews=reviews), today=TODAY)
    now = get_case(register, case_id, today=TODAY).publication
    assert (now.published_on, now.deposited_on) == (date(2026, 2, 11), TODAY)
    assert "badly hurt" in now.summary


def test_a_list_that_says_less_takes_nothing_away(register):
    case_id = make_case(register, replace(CASE, reference="RIV2024-25-02"))
    draft = PublicationDraft(title="Kept", summary="Kept summary")
    save_publication(register, case_id, draft, today=TODAY)
    planned = plan(register, "Case reference: RIV2024-25-02\nPublication date: 10.02.2026\n")
    assert "no date" in planned.reviews[0].difference
    review = replace(planned.reviews[0], is_chosen=True, summary="")
    save_import(register, replace(planned, reviews=(review,)), today=TODAY)
    held = get_case(register, case_id, today=TODAY).publication
    assert (held.title, held.summary, held.published_on) == (
        "Kept", "Kept summary", date(2026, 2, 10),
    )  # fmt: skip


def test_corrections_are_compared_anew(register):
    case_id = make_case(register)
    planned = plan(register, PAGE.replace("RIV2026-27/01", "RIV2026-27-99"))
    assert planned.reviews[0].state is ImportState.NEW
    corrected = replace(planned.reviews[0], reference="COV-7")
    again = replan(register, replace(planned, reviews=(corrected, *planned.reviews[1:])))
    assert again.reviews[0].case_id == case_id


def test_problems_stop_everything_and_are_told_at_once(register):
    planned = plan(register)
    first, second, third = planned.reviews
    broken = replace(
        planned,
        reviews=(
            replace(first, published_on=date(2027, 1, 1)),
            replace(second, reference="RIV2026-27-01"),
            replace(third, title=" "),
        ),
    )
    problems = check_plan(broken, today=TODAY)
    assert [problem.field for problem in problems] == ["review 1", "review 2", "review 3"]
    with pytest.raises(RejectedError):
        save_import(register, broken, today=TODAY)
    assert list_cases(register, today=TODAY) == ()
    left_out = replace(planned, reviews=tuple(replace(r, is_chosen=False) for r in broken.reviews))
    assert check_plan(left_out, today=TODAY) == []


def test_a_briefing_whose_review_is_left_out_stands_alone(register):
    planned = plan(register)
    reviews = (replace(planned.reviews[0], is_chosen=False), *planned.reviews[1:])
    save_import(register, replace(planned, reviews=reviews), today=TODAY)
    assert all(row.references == () for row in list_briefings(register))


def test_a_briefing_finds_a_review_that_was_there_before(register):
    save_import(register, replace(plan(register), briefings=()), today=TODAY)
    again = plan(register)
    save_import(register, again, today=TODAY)
    assert ("RIV2026-27/01",) in [row.references for row in list_briefings(register)]


def test_files_are_read_and_what_is_no_list_is_said(register, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(PAGE.replace("\n", "\r\n"), encoding="utf-8")
    assert len(plan_import_file(register, page, today=TODAY).reviews) == 3
    empty = plan(register, "Nothing of the kind")
    assert empty.reviews == ()
    assert empty.problems
    page.write_bytes(b"%PDF-1.7")
    with pytest.raises(UserError):
        plan_import_file(register, page, today=TODAY)


def test_a_review_that_stands_twice_on_the_page_is_chosen_once(register):
    again = "Case reference: RIV2026-27-01\nPublication date: 03.06.2026\nThe same review.\n"
    planned = plan(register, PAGE.replace("National review", again + "National review"))
    assert [review.is_chosen for review in planned.reviews] == [True, True, False, True]
    assert planned.problems


def test_a_suggested_pair_says_why(register):
    assert plan(register).briefings[0].reason


def test_a_text_that_is_far_too_long_is_refused_in_words(register):
    with pytest.raises(UserError, match="too long for a page of reviews"):
        plan_import(register, "a" * (LARGEST + 1), today=TODAY)
