"""Briefing titles and the reviews they speak of: suggested with a reason, or left alone."""

from __future__ import annotations

from sgdesk.imports.briefing_pairs import paired
from sgdesk.imports.page_lines import LineKind, PageLine
from sgdesk.records.public_list import ListedReview


def make_review(reference: str = "", *, title: str = "", summary: str = "") -> ListedReview:
    return ListedReview(reference, title, None, "", summary, "", 1)


REVIEWS = (
    make_review("PRAC2030-31/04", summary="Called ‘Lost on the Night Bus’, about six girls."),
    make_review("PRAC2029-30-01", summary="A toddler drowned in a pond while adults slept."),
    make_review(title="National review of care in the Harbour homes"),
)


def suggested(title: str, reviews: tuple[ListedReview, ...] = REVIEWS) -> tuple[int | None, str]:
    (briefing,) = paired([PageLine(9, LineKind.BULLET, title)], reviews)
    assert (briefing.title, briefing.line) == (title, 9)
    return briefing.suggested_review, briefing.reason


def test_a_title_that_the_review_names_is_certain_whatever_the_quotation_marks():
    assert suggested("“Lost on the night bus”") == (0, "The review names this title.")
    assert suggested("Care in the Harbour Homes") == (2, "The review names this title.")


def test_a_title_that_names_the_reference_is_certain_in_either_spelling():
    assert suggested("PRAC2029-30/01 briefing") == (1, "The title names PRAC2029-30-01.")


def test_a_longer_reference_is_another_one():
    assert suggested("PRAC2029-30-012 briefing") == (None, "")


def test_half_of_the_telling_words_suggest_a_review_and_are_named():
    assert suggested("Drowning: ponds and fences") == (
        1,
        "Words in common: drowning, ponds.",
    )


def test_words_of_every_review_suggest_nothing():
    assert suggested("The importance of planning care for children and families") == (None, "")


def test_one_word_in_common_suggests_nothing():
    assert suggested("Toddlers") == (None, "")


def test_less_than_half_of_the_words_suggest_nothing():
    assert suggested("Toddlers, ponds, gates, locks, fences, neighbours") == (None, "")


def test_two_reviews_that_fit_alike_suggest_nothing():
    twins = (REVIEWS[1], REVIEWS[1])

    assert suggested("Toddlers and ponds", twins) == (None, "")


def test_without_reviews_nothing_is_suggested():
    assert suggested("Toddlers and ponds", ()) == (None, "")


def test_two_words_alone_are_not_taken_for_a_quoted_title():
    assert suggested("Six girls") == (None, "")
