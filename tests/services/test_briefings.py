from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from services_samples import CASE, PROFILE, TODAY, make_case

from sgdesk.domain.briefings import DEFAULT_QUESTIONS, BriefingDraft, Point
from sgdesk.domain.cases import CaseKind
from sgdesk.domain.partnerships import ReadingLine
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.errors import RejectedError, UserError
from sgdesk.records.briefing import ThemeCount
from sgdesk.services.briefings import (
    briefing_of,
    get_briefing,
    list_briefings,
    new_briefing_draft,
    save_briefing,
    theme_counts,
)
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.held_facts import HeldCase
from sgdesk.services.previews import fit_of, preview_pdf, preview_picture
from sgdesk.services.reviews import save_publication
from sgdesk.services.settings import save_profile
from sgdesk.services.value_lists import save_value_list

PUBLICATION = PublicationDraft(
    title="Behind the door",
    summary="First paragraph.\nSecond paragraph.",
    published_on=date(2026, 6, 3),
    web_address="https://example.org/review",
    released_on=date(2026, 6, 3),
)
DRAFT = BriefingDraft(
    title="Behind the door",
    background="One.\nTwo.",
    key_learning=(Point("See the child.", "Ask who has seen the child alone."),),
    improvements=(Point("Ask again.", "One question is not enough."),),
    questions=DEFAULT_QUESTIONS,
)


def test_a_new_briefing_begins_with_the_public_summary(register):
    case_id = make_case(register)
    save_publication(register, case_id, PUBLICATION, today=TODAY)
    draft = new_briefing_draft(register, case_id)
    assert (draft.title, draft.background) == (PUBLICATION.title, PUBLICATION.summary)
    assert draft.case_ids == (case_id,)
    assert new_briefing_draft(register, None) == BriefingDraft(questions=DEFAULT_QUESTIONS)


def test_a_briefing_is_read_back_as_saved_and_speaks_of_many_reviews(register):
    first = make_case(register)
    other = replace(CASE, reference="RIV2026-27-02", further_references=())
    second = make_case(register, other)
    draft = replace(DRAFT, case_ids=(first, second))
    saved = save_briefing(register, None, draft)
    assert get_briefing(register, saved.briefing_id) == draft
    (row,) = list_briefings(register)
    assert row.references == ("RIV2026-27-01", "RIV2026-27-02")
    changed = replace(draft, title="Open doors", case_ids=(second,))
    save_briefing(register, saved.briefing_id, changed)
    assert get_briefing(register, saved.briefing_id) == changed
    with pytest.raises(RejectedError):
        save_briefing(register, None, BriefingDraft())
    with pytest.raises(UserError):
        get_briefing(register, uuid4())


def test_a_new_briefing_begins_with_the_partnerships_own_questions(register):
    own = ("What did we learn?", "Who will tell us?")
    save_value_list(register, ValueListKey.QUESTIONS, own)
    assert new_briefing_draft(register, None).questions == own
    assert new_briefing_draft(register, make_case(register)).questions == own


def test_reviews_keep_the_order_in_which_they_were_chosen(register):
    ends = ("27-02", "27-03", "27-04")
    first, second, third = (
        make_case(register, replace(CASE, reference=f"RIV2026-{end}", further_references=()))
        for end in ends
    )
    saved = save_briefing(register, None, replace(DRAFT, case_ids=(first, second, third)))
    for order in ((second, third), (second, third, first), (third, first, second), ()):
        save_briefing(register, saved.briefing_id, replace(DRAFT, case_ids=order))
        assert get_briefing(register, saved.briefing_id).case_ids == order


def test_a_review_may_have_several_briefings_and_each_is_listed_with_it(register):
    case_id = make_case(register)
    for title in ("Behind the door", "Babies under one"):
        save_briefing(register, None, replace(DRAFT, title=title, case_ids=(case_id,)))
    save_briefing(register, None, replace(DRAFT, title="Fathers"))
    assert [(row.title, row.references) for row in list_briefings(register)] == [
        ("Babies under one", ("RIV2026-27-01",)),
        ("Behind the door", ("RIV2026-27-01",)),
        ("Fathers", ()),
    ]


def test_the_type_is_a_theme_unless_all_reviews_are_of_one_type(register):
    def printed(*case_ids):
        return briefing_of(register, replace(DRAFT, case_ids=case_ids), today=TODAY)

    unknown, national = (
        make_case(register, replace(CASE, reference=number, further_references=()))
        for number in ("RIV2026-27-01", "RIV2026-27-02")
    )
    publication = replace(PUBLICATION, review_type="National review")
    save_publication(register, national, publication, today=TODAY)
    assert printed().review_type == "Theme"
    assert printed().subtitle == "Theme: what we learned and what to do next"
    assert printed(national).review_type == "National review"
    both = printed(national, unknown)
    assert both.review_type == "Theme"
    assert both.reference == "RIV2026-27-02, RIV2026-27-01"
    assert printed(unknown).review_type == ""
    assert printed(unknown).subtitle == "What we learned and what to do next"


def test_the_documents_say_what_the_record_says(register):
    case_id = make_case(register)
    save_publication(register, case_id, PUBLICATION, today=TODAY)
    reading = (ReadingLine("All reviews:", "Our website", "https://example.org"),)
    save_profile(register, replace(PROFILE, reading=reading), today=TODAY)
    briefing = briefing_of(register, replace(DRAFT, case_ids=(case_id,)), today=TODAY)
    assert briefing.reference == "RIV2026-27-01"
    assert briefing.published == date(2026, 6, 3)
    assert briefing.background == ("One.", "Two.")
    assert briefing.web_address == "https://example.org/review"
    assert briefing.mark == ""
    assert briefing.subtitle.startswith("Local Child Safeguarding Practice Review: ")
    assert briefing.themes == (ThemeCount("Neglect", 1),)
    assert briefing.find_out_more[0].label == "Our website"


def test_a_day_is_told_where_all_reviews_were_published_on_one_day(register):
    first = make_case(register)
    other = replace(CASE, reference="RIV2026-27-02", further_references=())
    second = make_case(register, other)
    draft = replace(DRAFT, case_ids=(first, second))
    save_publication(register, first, PUBLICATION, today=TODAY)
    assert briefing_of(register, draft, today=TODAY).published is None
    save_publication(register, second, PUBLICATION, today=TODAY)
    assert briefing_of(register, draft, today=TODAY).published == PUBLICATION.published_on
    earlier = replace(PUBLICATION, published_on=date(2026, 6, 2))
    save_publication(register, second, earlier, today=TODAY)
    assert briefing_of(register, draft, today=TODAY).published is None


def test_what_is_not_published_is_marked_and_a_theme_is_not(register):
    case_id = make_case(register)
    unpublished = briefing_of(register, replace(DRAFT, case_ids=(case_id,)), today=TODAY)
    assert unpublished.mark == "OFFICIAL-SENSITIVE: not yet published"
    assert unpublished.published is None
    theme = briefing_of(register, replace(DRAFT, subtitle="A theme"), today=TODAY)
    assert (theme.mark, theme.review_type, theme.subtitle) == ("", "Theme", "A theme")
    assert theme.web_address == ""


def test_practice_documents_are_marked_as_practice(practice):
    row = next(row for row in list_briefings(practice) if row.references)
    briefing = briefing_of(practice, get_briefing(practice, row.briefing_id), today=TODAY)
    assert briefing.mark.startswith("PRACTICE")


def test_themes_count_published_local_reviews(practice):
    counts = theme_counts(read_held_cases(practice))
    assert counts == tuple(sorted(counts, key=lambda item: (-item.reviews, item.theme)))
    national = HeldCase(None, "x", kind=CaseKind.NATIONAL, themes=("Only national",))
    assert theme_counts([national]) == ()


def test_the_preview_is_the_page_itself(register):
    briefing = briefing_of(register, DRAFT, today=TODAY)
    assert fit_of(briefing).fits
    pdf = preview_pdf(briefing)
    assert pdf.startswith(b"%PDF")
    picture = preview_picture(pdf, width=200)
    assert (picture.width, picture.height) == (200, 283)
    assert len(picture.pixels) == picture.stride * picture.height
