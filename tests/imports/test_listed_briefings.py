"""Briefing titles and page talk: what belongs to no review is kept apart from it."""

from __future__ import annotations

from public_pages import listed, messages, read


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


def test_a_heading_above_a_date_is_a_title_though_it_sounds_like_the_briefings():
    found = read(
        "Ref: PRAC2031-32-02", "Published: 3 May 2032", "He was hurt.",
        "Learning lessons: a national review", "Published: 4 May 2032", "They were hurt.",
    )  # fmt: skip

    assert listed(found) == [
        ("PRAC2031-32-02", "", "He was hurt."),
        ("", "Learning lessons: a national review", "They were hurt."),
    ]


def test_menus_and_lists_outside_reviews_are_ignored():
    found = read("- Home", "- About us", "* Reviews", "Ref: PRAC2031-32-02", "He was hurt.")

    assert listed(found) == [("PRAC2031-32-02", "", "He was hurt.")]


def test_what_stands_between_two_reviews_is_told_of_where_it_says_something():
    found = read(
        "Ref: PRAC2031-32-02", "Published: 3 May 2032", "He was hurt.",
        "The full report can be found on our website.",
        "His brother was seen by three services in that week.",
        "Ref: PRAC2031-32-03", "Published: 4 May 2032", "She was hurt.",
        "Older reviews are available from the archive.",
        "Go up.",
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


def test_links_and_headings_of_sections_are_no_part_of_a_summary():
    found = read(
        "Ref: PRAC2031-32-02", "Published: 3 May 2032", "He was hurt.",
        "7-minute briefing", "Download the full report (PDF, 1 MB)", "Press statement",
        "Reviews published in 2031",
        "Ref: PRAC2031-32-03", "Published: 4 May 2031", "She was hurt.",
        "Learning resources",
        "The briefings below are for teams:",
        "- Who lives here?",
    )  # fmt: skip

    assert listed(found) == [
        ("PRAC2031-32-02", "", "He was hurt."),
        ("PRAC2031-32-03", "", "She was hurt."),
    ]
    assert [briefing.title for briefing in found.briefings] == ["Who lives here?"]
