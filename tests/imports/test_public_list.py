"""Public pages of reviews, whole: each common shape is recognised, and any text is survived."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from public_pages import PAGES, TODAY, listed, load, messages, read

from sgdesk.imports.public_list import read_public_list
from sgdesk.records.public_list import public_list_as_json
from sgdesk.text import clean


def test_a_page_in_the_common_shape_is_read_whole():
    found = load("riverton.txt")

    assert [
        (review.reference, review.title, review.published_on, review.line)
        for review in found.reviews
    ] == [
        ("PRAC2031-32-02", "", date(2034, 11, 5), 4),
        ("PRAC2030-31/04", "", date(2034, 6, 18), 7),
        ("PRAC2029-30/01", "", date(2034, 1, 9), 10),
        (
            "",
            "National Review into the care of children in the Harbour homes",
            date(2033, 9, 30),
            13,
        ),
    ]
    assert found.reviews[0].published_as_typed == "05.11.2034"
    assert found.reviews[0].summary.startswith("This review looks at a five-week-old boy")
    assert found.reviews[0].summary.endswith("there. It’s a family that had moved four times.")
    assert found.problems == ()


def test_the_paragraph_before_the_briefings_is_no_part_of_the_last_review():
    found = load("riverton.txt")

    assert found.reviews[-1].summary == (
        "The national Panel asked how children with disabilities came to harm in three homes "
        "run by one company."
    )


def test_briefing_titles_are_read_to_the_last_though_no_line_end_follows():
    found = load("riverton.txt")

    assert [
        (briefing.title, briefing.line, briefing.suggested_review) for briefing in found.briefings
    ] == [
        ("Who lives here, and who visits?", 17, None),
        ("‘Nobody asked me twice’", 18, 0),
        ("Lost on the Night Bus – Children Out Of Sight", 19, 1),
        ("Ponds, fences and sleeping adults", 20, 2),
    ]


def test_headings_that_are_references_begin_reviews():
    found = load("headed.txt")

    assert [(review.reference, review.title, review.published_on) for review in found.reviews] == [
        ("CSPR 14", "", date(2031, 2, 3)),
        ("Child R (2020)", "", date(2030, 10, 14)),
        ("CSPR 15 and 16", "Two brothers", date(2030, 4, 1)),
    ]
    assert found.reviews[0].summary == (
        "A baby of ten days was found cold in a tent.\n"
        "The family had been told to leave their flat the week before."
    )
    assert found.reviews[1].summary == "Child R was twelve and carried knives for older boys."
    assert found.reviews[2].summary.endswith(
        "eat from bins:\n• one took food from others;\n• the other fainted."
    )
    assert found.problems == ()


def test_a_table_is_read_without_its_column_heads():
    found = load("table.txt")

    assert listed(found) == [
        ("PRAC2030-31-07", "", "A girl of six died after she was left in a car."),
        ("PRAC2030-31-08", "", "A boy of nine was burned by hot oil."),
    ]
    assert [review.published_on for review in found.reviews] == [
        date(2031, 3, 5),
        date(2031, 4, 6),
    ]
    assert found.problems == ()


def test_hard_wrapped_paragraphs_and_titles_are_put_together():
    found = load("wrapped.txt")

    assert listed(found) == [
        (
            "PRAC2028-29-03",
            "",
            (
                "A girl of four was brought to hospital with bruises of several ages in the last "
                "week of term. The nursery had written to nobody, because each of three workers "
                "believed that another one had done so already.\n"
                "Her mother asked for help twice. The letters were sent to an address the family "
                "had left."
            ),
        )
    ]
    assert [briefing.title for briefing in found.briefings] == [
        "Three people thought that someone else had written the letter to the duty team",
        "Letters that never arrive",
    ]


def test_a_reference_after_a_full_line_of_a_wrapped_page_begins_a_review():
    full = "He was seen by three services in one week and not one of them wrote"
    found = read("CSPR 14", full, full, full, "CSPR 15", "She was hurt.")

    assert [review.reference for review in found.reviews] == ["CSPR 14", "CSPR 15"]


def test_labels_without_values_are_no_headings_in_a_wrapped_page():
    full = "He was seen by three services in one week and not one of them wrote"
    found = read("Reference:", "Published:", "3 May 2032", full, full, full)

    assert listed(found) == [("", "", f"{full} {full} {full}")]


def test_labels_without_values_beside_them_and_titles_without_bullets_are_read():
    found = load("pasted.txt")

    assert listed(found) == [
        (
            "PRAC2032-33-01",
            "",
            "A young woman who had left care died alone in a hostel.\nThe contact plan had lapsed.",
        ),
        ("PRAC2032-33-02", "", "Twins of seven months were shaken by a carer."),
    ]
    assert [briefing.title for briefing in found.briefings] == [
        "Alone after eighteen",
        "Two cots, one carer?",
    ]
    assert found.problems == ()


@pytest.mark.parametrize("text", ["", "\n \n", (PAGES / "no_list.txt").read_text("utf-8")])
def test_a_page_without_a_list_gives_nothing_and_says_so(text):
    found = read_public_list(text, today=TODAY)

    assert (found.reviews, found.briefings) == ((), ())
    ((line, sentence),) = messages(found)
    assert line == 0
    assert sentence.startswith("No review was recognised on this page.")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\n\n", "\r\n\r\n"])
def test_any_line_ends_give_the_same_list(end):
    text = (PAGES / "riverton.txt").read_text("utf-8")
    plain = read_public_list(text, today=TODAY)
    other = read_public_list(text.replace("\n", end), today=TODAY)

    assert listed(other) == listed(plain)
    assert [briefing.title for briefing in other.briefings] == [
        briefing.title for briefing in plain.briefings
    ]


def test_text_passes_the_cleaning_gate():
    found = read_public_list("Ref: PRAC\u202e2031-32-02\nHe \x07was  hurt\ufffe.", today=TODAY)

    assert listed(found) == [("PRAC2031-32-02", "", "He was hurt\ufffd.")]


def test_the_list_is_plain_data_for_json():
    found = read("Ref: PRAC2031-32/02", "Published: 3 May 2032", "Hurt in March 2031.",
                 "Title: National review", "Briefings:", "- Who lives here?")  # fmt: skip

    assert json.loads(json.dumps(public_list_as_json(found))) == {
        "reviews": [
            {
                "reference": "PRAC2031-32/02",
                "title": "",
                "published_on": "2032-05-03",
                "published_as_typed": "3 May 2032",
                "summary": "Hurt in March 2031.",
                "incident_hint": "March 2031",
                "line": 1,
            },
            {
                "reference": "",
                "title": "National review",
                "published_on": None,
                "published_as_typed": "",
                "summary": "",
                "incident_hint": "",
                "line": 4,
            },
        ],
        "briefings": [
            {"title": "Who lives here?", "line": 6, "suggested_review": None, "reason": ""}
        ],
        "problems": [
            {"line": 4, "message": "“National review” has no publication date; give it."},
            {"line": 4, "message": "“National review” has no summary."},
        ],
    }


PIECES = st.sampled_from(
    [
        "Case reference: PRAC2031-32/02", "Ref", "Reference:", "PRAC2031-32-02", "CSPR 14 – Boat",
        "Publication date: 03.05.2032", "Published", "Published: May 2032", "3 May 2032",
        "National Review into homes", "He was hurt in March 2031.", "• Who lives here?", "- Baby J",
        "Briefings", "Slides are available below.", "Contact us", "Full report", "Title: X",
        "of a family that had moved on and had not been seen since that day in the autumn",
        "\t", "|", "•", "1.", "", "\r\n", "\u2028", "–", "(",
    ]
)  # fmt: skip


@settings(max_examples=400)
@given(
    text=st.one_of(
        st.text(),
        st.lists(PIECES, max_size=12).map("\n".join),
        st.lists(st.one_of(PIECES, st.text(max_size=9)), max_size=12).map(" ".join),
    )
)
def test_any_text_is_read_and_reads_the_same_once_cleaned(text):
    found = read_public_list(text, today=TODAY)

    assert read_public_list(clean(text), today=TODAY) == found
    assert json.dumps(public_list_as_json(found))
    assert found.reviews or found.problems
    for review in found.reviews:
        assert review.line >= 1
        assert clean(review.summary) == review.summary
    for briefing in found.briefings:
        assert briefing.title
        assert briefing.suggested_review in (None, *range(len(found.reviews)))
