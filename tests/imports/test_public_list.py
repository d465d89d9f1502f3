"""Public pages of reviews: what is recognised, what is asked about, what is left alone."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.imports.public_list import load_public_list, read_public_list
from sgdesk.records.public_list import PublicList, public_list_as_json
from sgdesk.text import clean

TODAY = date(2035, 1, 1)
PAGES = Path(__file__).parents[1] / "files" / "public_lists"


def load(name: str) -> PublicList:
    return load_public_list(PAGES / name, today=TODAY)


def read(*lines: str) -> PublicList:
    return read_public_list("\n".join(lines), today=TODAY)


def listed(found: PublicList) -> list[tuple[str, str, str]]:
    return [(review.reference, review.title, review.summary) for review in found.reviews]


def messages(found: PublicList) -> list[tuple[int, str]]:
    return [(problem.line, problem.message) for problem in found.problems]


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


def test_what_stands_between_two_reviews_is_told_of_where_it_says_something():
    found = read(
        "Ref: PRAC2031-32-02", "Published: 3 May 2032", "He was hurt.",
        "The full report can be found on our website.",
        "His brother was seen by three services in that week.",
        "Ref: PRAC2031-32-03", "Published: 4 May 2032", "She was hurt.",
        "Older reviews are available from the archive.",
        "Go up",
        "Ref: PRAC2031-32-04", "Published: 5 May 2032", "It was hurt.",
    )  # fmt: skip

    assert [review.summary for review in found.reviews] == [
        "He was hurt.",
        "She was hurt.",
        "It was hurt.",
    ]
    assert messages(found) == [
        (
            5,
            (
                "Line 5 belongs to no review that was recognised; "
                "add the text by hand if it is needed."
            ),
        )
    ]


def test_page_talk_before_a_summary_does_not_end_the_review():
    found = read("Ref: PRAC2031-32-02", "The report is available here.", "He was hurt.")

    assert found.reviews[0].summary == "He was hurt."


def test_titles_without_bullets_between_reviews_are_told_of():
    found = read(
        "Briefings:", "Who lives here?", "Who visits?", "Reviews",
        "Ref: PRAC2031-32-02", "Published: 3 May 2032", "He was hurt.",
    )  # fmt: skip

    assert found.briefings == ()
    assert messages(found) == [
        (
            2,
            (
                "Lines 2 to 3 belong to no review that was recognised; "
                "add the text by hand if it is needed."
            ),
        )
    ]


def test_bulleted_titles_may_stand_above_the_reviews():
    found = read(
        "Briefings",
        "• Who lives here? • Who visits?",
        "•",
        "Who left?",
        "Our reviews",
        "Ref: PRAC2031-32-02",
        "Published: 3 May 2032",
        "He was hurt.",
    )

    assert [briefing.title for briefing in found.briefings] == [
        "Who lives here?",
        "Who visits?",
        "Who left?",
    ]
    assert listed(found) == [("PRAC2031-32-02", "", "He was hurt.")]
    assert found.problems == ()


def test_what_follows_the_titles_is_none_of_them():
    found = read(
        "The presentations can be downloaded below.",
        "They last twenty minutes each and come with notes for the speaker.",
        "- Who lives here? (PPTX)",
        "- (pdf)",
        "Tell us what you made of them.",
        "- Our address",
    )
    unmarked = read(
        "The presentations can be downloaded below.",
        "Who lives here?",
        "Slides (PDF)",
        "Tell us what you made of them.",
        "Our address",
    )

    assert [briefing.title for briefing in found.briefings] == ["Who lives here?"]
    assert [briefing.title for briefing in unmarked.briefings] == ["Who lives here?"]


def test_a_later_paragraph_on_the_briefings_does_not_end_their_list_before_it_begins():
    found = read(
        "Briefing notes", "Slides are available to download below.", "- Who lives here?",
        "Slides are also available in the archive.", "- Archive of slides",
    )  # fmt: skip

    assert [briefing.title for briefing in found.briefings] == ["Who lives here?"]


def test_menus_and_lists_outside_reviews_are_ignored():
    found = read("- Home", "- About us", "* Reviews", "Ref: PRAC2031-32-02", "He was hurt.")

    assert listed(found) == [("PRAC2031-32-02", "", "He was hurt.")]


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
