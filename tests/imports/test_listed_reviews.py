"""The reviews of a public page: references, titles and dates, wherever they stand."""

from __future__ import annotations

from datetime import date

import pytest
from public_pages import listed, messages, read


def test_the_one_month_that_a_summary_names_is_a_hint_to_the_incident():
    hints = [
        read("Ref: PRAC2031-32-02", summary).reviews[0].incident_hint
        for summary in (
            "Hurt in March 2032.",
            "Hurt on 3 Mar 2032, in March 2032.",
            "Hurt in March 2032, dead in April 2032.",
            "Hurt in Spring 2032, or Marching 2032.",
        )
    ]

    assert hints == ["March 2032", "March 2032", "", ""]


@pytest.mark.parametrize(
    ("line", "reference"),
    [
        ("Case reference: PRAC2031-32-02", "PRAC2031-32-02"),
        ("CASE REFERENCE – PRAC2031-32/02", "PRAC2031-32/02"),
        ("Case Ref. No.: PRAC2031/32/02", "PRAC2031/32/02"),
        ("Review reference number = 12/2031", "12/2031"),
        ("Our ref PRAC2031-32-02", "PRAC2031-32-02"),
        ("Ref Child R (2020)", "Child R (2020)"),
        ("**Reference:** Case AE, AG and AH", "Case AE, AG and AH"),
        ("## LCSPR reference: CSPR 14", "CSPR 14"),
        ("• Case number: NC50543", "NC50543"),
        ("Case no. : The “Harbour” review", "The “Harbour” review"),
        ("Case: Child R", "Child R"),
        ("1. PRAC2031-32-02", "PRAC2031-32-02"),
        ("\u200bCase reference:\u00a0PRAC2031-32-02\u200b", "PRAC2031-32-02"),
        ("LCSPR 7", "LCSPR 7"),
        ("SCR B12", "SCR B12"),
        ("Baby J", "Baby J"),
        ("PRAC 2031-32 / 02", "PRAC 2031-32 / 02"),
    ],
)
def test_references_are_kept_as_typed_whatever_leads_to_them(line, reference):
    found = read("Reviews of ours", "", line, "Published: 3 May 2032", "A boy was hurt.")

    assert listed(found) == [(reference, "", "A boy was hurt.")]
    assert found.reviews[0].published_on == date(2032, 5, 3)
    assert found.problems == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Reference was made to the panel.",
        "Reference: the panel had referred the family on to three services in one single week.",
        "Case conferences were held in 2031.",
        "Published reports had warned of it.",
        "Published: this is what three earlier reviews in other areas had said of it as well.",
        "Publication of the report took a year.",
        "Title deeds were sold.",
        "Child A: a boy who liked trains.",
    ],
)
def test_sentences_that_begin_like_labels_stay_in_the_summary(sentence):
    found = read(
        "Case reference: PRAC2031-32-02", "Published: 3 May 2032", "He was hurt.", sentence
    )

    assert listed(found) == [("PRAC2031-32-02", "", f"He was hurt.\n{sentence}")]


def test_a_summary_label_is_dropped_and_its_text_kept():
    found = read(
        "Ref: PRAC2031-32-02", "Published: 3 May 2032", "Summary: He was hurt.", "Overview"
    )

    assert listed(found) == [("PRAC2031-32-02", "", "He was hurt.")]


@pytest.mark.parametrize(
    "lines",
    [
        ["Case reference: PRAC2031-32-02 Publication date: 03.05.2032"],
        ["Case reference: PRAC2031-32-02, published 3 May 2032"],
        ["Case reference: PRAC2031-32-02 | Publication date: 03.05.2032"],
        ["| PRAC2031-32-02 | 3 May 2032 |"],
        ["PRAC2031-32-02 (published 3 May 2032)"],
        ["PRAC2031-32-02 – Published on 3 May 2032"],
        ["PRAC2031-32-02", "3 May 2032"],
        ["Publication date: 3 May 2032", "Case reference: PRAC2031-32-02"],
        ["Case reference: PRAC2031-32-02", "He was hurt.", "Date published: 3 May 2032"],
        ["Case reference:", "PRAC2031-32-02", "Published:", "3 May 2032"],
    ],
)
def test_the_date_is_found_beside_and_below_and_above_the_reference(lines):
    found = read("Reviews of ours.", *lines, *([] if "He was hurt." in lines else ["He was hurt."]))

    assert listed(found) == [("PRAC2031-32-02", "", "He was hurt.")]
    assert found.reviews[0].published_on == date(2032, 5, 3)
    assert found.problems == ()


def test_a_date_within_a_sentence_is_left_there():
    sentence = "Her report was published 3 May 2032"
    found = read(
        "Case reference: PRAC2031-32-02", "Published: 4 May 2033", f"{sentence}.", sentence
    )

    assert found.reviews[0].summary == f"{sentence}.\n{sentence}"


def test_a_title_may_stand_between_reference_and_date_or_carry_a_label():
    found = read(
        "Reference: PRAC2031-32-02",
        "The boy in the boat",
        "Published: 3 May 2032",
        "He was hurt.",
        "Name of review: The girl at sea",
        "Reference: PRAC2031-32-03",
        "Published: 4 May 2032",
        "She was hurt.",
        "Reference: PRAC2031-32-04",
        "Title: The child ashore",
        "Published: 5 May 2032",
        "It was hurt.",
    )

    assert listed(found) == [
        ("PRAC2031-32-02", "The boy in the boat", "He was hurt."),
        ("PRAC2031-32-03", "The girl at sea", "She was hurt."),
        ("PRAC2031-32-04", "The child ashore", "It was hurt."),
    ]


def test_headings_above_references_are_titles_where_the_page_heads_its_reviews():
    found = read(
        "The boy in the boat",
        "Reference: PRAC2031-32-02",
        "He was hurt.",
        "The girl at sea",
        "Reference: PRAC2031-32-03",
        "She was hurt.",
    )

    assert [review.title for review in found.reviews] == ["The boy in the boat", "The girl at sea"]


def test_the_heading_of_the_page_is_not_the_title_of_its_first_review():
    found = read(
        "Our reviews",
        "Reference: PRAC2031-32-02",
        "He was hurt.",
        "Reference: PRAC2031-32-03",
        "She was hurt.",
    )

    assert [review.title for review in found.reviews] == ["", ""]


def test_a_year_between_reviews_is_no_title():
    found = read(
        "Reference: PRAC2031-32-02", "He was hurt.", "Reviews published in 2031", "Ref: 31-1"
    )

    assert [review.title for review in found.reviews] == ["", ""]


def test_a_national_review_follows_a_review_with_neither_date_nor_summary():
    found = read(
        "Reference: PRAC2031-32-02",
        "Published:",
        "He was hurt.",
        "National review of the Harbour homes",
        "Publication date: 3 May 2032",
        "Reference: PRAC2031-32-03",
        "Publication date: 4 May 2032",
    )

    assert listed(found) == [
        ("PRAC2031-32-02", "", "He was hurt."),
        ("", "National review of the Harbour homes", ""),
        ("PRAC2031-32-03", "", ""),
    ]
    assert messages(found) == [
        (1, "PRAC2031-32-02 has no publication date; give it."),
        (4, "“National review of the Harbour homes” has no summary."),
        (6, "PRAC2031-32-03 has no summary."),
    ]


def test_a_heading_before_a_second_date_begins_another_review():
    found = read(
        "Reference: PRAC2031-32-02",
        "He was hurt.",
        "The boy in the boat",
        "Published: 3 May 2032",
        "Another was hurt.",
    )

    assert listed(found) == [
        ("PRAC2031-32-02", "", "He was hurt."),
        ("", "The boy in the boat", "Another was hurt."),
    ]
    assert (
        3,
        "“The boy in the boat” has no reference; type one, unless it is a national review.",
    ) in messages(found)


@pytest.mark.parametrize("given", ["n/a", "N/A", "None", "not applicable", "–"])
def test_a_reference_that_is_said_to_be_none_is_none(given):
    found = read("Title: National review of homes", f"Reference: {given}", "Published: 3 May 2032")

    assert listed(found) == [("", "National review of homes", "")]


def test_a_second_date_without_a_heading_is_a_review_without_a_name():
    found = read(
        "Ref: PRAC2031-32-02", "Date: 3 May 2032", "He was hurt.", "Date: 4 May 2032", "So."
    )

    assert listed(found) == [("PRAC2031-32-02", "", "He was hurt."), ("", "", "So.")]
    assert messages(found) == [
        (4, "This review has neither a reference nor a title; give one."),
    ]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31.11.2032", "PRAC2031-32-02: “31.11.2032” is not a date that exists"),
        ("December 2032", "PRAC2031-32-02: “December 2032” gives no day"),
        ("3/5/32", "PRAC2031-32-02: “3/5/32” gives two digits of the year"),
        ("2.1.2035", "PRAC2031-32-02: “2.1.2035” is in the future"),
        ("to be confirmed", "PRAC2031-32-02: “to be confirmed” cannot be read as a date"),
        ("", "PRAC2031-32-02 has no publication date; give it."),
    ],
)
def test_a_date_that_is_missing_or_not_plain_is_asked_about_and_kept_as_typed(typed, sentence):
    found = read("Ref: PRAC2031-32-02", f"Publication date: {typed}", "He was hurt.")

    assert found.reviews[0].published_on is None
    assert found.reviews[0].published_as_typed == typed
    ((line, message),) = messages(found)
    assert line == 1
    assert message.startswith(sentence)


def test_a_review_that_stands_twice_is_told_of_in_either_spelling():
    found = read(
        "Ref: PRAC2031-32-02", "Published: 3 May 2032", "He was hurt.",
        "Ref: prac2031-32/02", "Published: 3 May 2032", "He was hurt.",
        "National review of homes", "Published: 3 May 2032", "They were hurt.",
        "National Review of homes", "Published: 3 May 2032", "They were hurt.",
    )  # fmt: skip

    assert len(found.reviews) == 4
    assert messages(found) == [
        (4, "prac2031-32/02 stands on this page twice, first at line 1; import one of the two."),
        (
            10,
            (
                "“National Review of homes” stands on this page twice, first at line 7; "
                "import one of the two."
            ),
        ),
    ]


def test_a_table_of_contents_lists_nothing_twice():
    found = read(
        "CSPR 14", "CSPR 15",
        "CSPR 14", "Published: 3 May 2032", "He was hurt.",
        "CSPR 15", "Published: 4 May 2032", "She was hurt.",
    )  # fmt: skip

    assert [review.reference for review in found.reviews] == ["CSPR 14", "CSPR 15"]
    assert found.problems == ()
