"""Tests of the web page of a review: what it says, to whom, and that no text becomes markup."""

from __future__ import annotations

from dataclasses import replace

import pytest
from briefing_samples import BRIEFING, PARTNERSHIP, WELL_WRITTEN, make_briefing
from hypothesis import given
from hypothesis import strategies as st
from web_reading import SAFE, read_page

from sgdesk.exports.web.review import review_page
from sgdesk.records.briefing import Brand, FurtherReading, LearningPoint
from sgdesk.text import clean_line

FULL = replace(
    WELL_WRITTEN,
    recommendations=(
        LearningPoint("One chronology.", "The partners agree who keeps it."),
        LearningPoint("", "Health files follow the child within ten days."),
    ),
    brand=replace(BRIEFING.brand, contacts=("Eastmarsh SCP", "reviews@escp.example")),
)
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt;\u202e\x00'


def test_the_page_says_what_the_briefing_says_in_its_order(golden):
    golden("web/review.txt", read_page(review_page(FULL)).text)


def test_the_page_is_read_as_british_english_with_landmarks_and_one_main_heading():
    page = read_page(review_page(FULL))
    attributes = dict(page.elements)
    assert attributes["html"]["lang"] == "en-GB"
    assert {"header", "main", "footer", "title"} <= page.names
    names = [name for name, _ in page.elements]
    assert names.count("h1") == names.count("main") == 1
    assert names.index("h1") < names.index("h2")


def test_what_is_copied_into_a_website_has_no_class_style_or_identifier():
    content = review_page(FULL).decode()
    main = content.partition("<main>")[2].partition("</main>")[0]
    for attribute in ("class=", "style=", "id="):
        assert attribute not in main
    assert "user-select: none" in content  # the head and foot of the page are not copied along


def test_the_page_needs_no_other_file_and_runs_nothing():
    content = review_page(FULL).decode()
    page = read_page(content.encode())
    pictures = [found for name, found in page.elements if name == "img"]
    assert [found["src"][:22] for found in pictures] == ["data:image/png;base64,"]
    assert pictures[0]["alt"] == "Logo of Eastmarsh SCP"
    assert page.names <= SAFE
    assert "default-src 'none'" in content
    assert "url(" not in content


def test_a_page_without_a_logo_names_the_partnership_alone():
    page = read_page(review_page(replace(FULL, brand=Brand(PARTNERSHIP))))
    assert "img" not in page.names
    assert PARTNERSHIP in page.whole


def test_a_mark_stands_first_and_in_the_title_and_goes_with_the_release():
    marked = read_page(review_page(replace(FULL, mark="OFFICIAL-SENSITIVE: not yet published")))
    assert marked.blocks[0] == ("p", "OFFICIAL-SENSITIVE: not yet published")
    assert marked.whole.strip().startswith("OFFICIAL-SENSITIVE: not yet published: Out of Sight")
    assert ("meta", {"name": "robots", "content": "noindex"}) in marked.elements
    released = read_page(review_page(FULL))
    assert "OFFICIAL" not in released.whole
    assert ("meta", {"name": "robots", "content": "noindex"}) not in released.elements


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://a b.example", "//x"],
)
def test_only_web_and_mail_addresses_become_links(address):
    given_address = make_briefing(find_out_more=(FurtherReading("Look:", "here", address),))
    page = read_page(review_page(given_address))
    assert page.links == []
    assert "Look: here" in page.whole


def test_the_web_address_stands_under_find_out_more_where_nothing_else_does():
    alone = make_briefing(find_out_more=(), web_address="www.escp.example/out-of-sight")
    assert read_page(review_page(alone)).links == ["https://www.escp.example/out-of-sight"]


def test_hostile_text_stays_text_wherever_it_stands():
    point = LearningPoint(HOSTILE, HOSTILE)
    briefing = replace(
        FULL,
        title=HOSTILE,
        reference=HOSTILE,
        mark=HOSTILE,
        background=(HOSTILE,),
        key_learning=(point,),
        recommendations=(point,),
        find_out_more=(FurtherReading(HOSTILE, HOSTILE, f"https://x.example/{HOSTILE}"),),
        brand=Brand(HOSTILE, HOSTILE, ink="red;}</style>", contacts=(HOSTILE,)),
        statement=HOSTILE,
    )
    content = review_page(briefing)
    page = read_page(content)
    assert page.names <= SAFE
    assert all(not name.startswith("on") for _, found in page.elements for name in found)
    assert page.all_of("h1") == [clean_line(HOSTILE)]
    assert b"<script" not in content
    assert b"red;" not in content


@given(st.text(), st.text())
def test_any_text_is_read_back_as_it_was_cleaned(title, sentence):
    page = read_page(review_page(make_briefing(title=title, background=(sentence,))))
    assert page.all_of("h1") == [clean_line(title) or "Untitled briefing"]
    assert page.names <= SAFE


def test_colours_that_cannot_be_read_on_white_are_left_to_the_program():
    content = review_page(replace(FULL, brand=Brand(PARTNERSHIP, ink="#FFD700", accent="#8a4b08")))
    assert b"#12344D" in content
    assert b"#FFD700" not in content
    assert b"#8A4B08" in content
