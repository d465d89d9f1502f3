"""Tests of the Word copy of a briefing and of the abstract: their words, and what they hide."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from briefing_samples import BRIEFING, PARTNERSHIP, SHORT, WELL_WRITTEN, logo_png
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_reading import spoken
from word_reading import links_of, margins_of, opened, parts, pictures_of, text_of, words_of

from sgdesk.exports.pdf.briefing import briefing_pdf
from sgdesk.exports.word.abstract import abstract_document
from sgdesk.exports.word.briefing import briefing_document
from sgdesk.records.briefing import Brand, Briefing, LearningPoint
from sgdesk.records.repository_abstracts import RepositoryAbstract
from sgdesk.text import clean_line

COPY = briefing_document(WELL_WRITTEN)
ABSTRACT = RepositoryAbstract(
    as_of=date(2025, 3, 14),
    brand=replace(BRIEFING.brand, contacts=("reviews@escp.example",)),
    mark="",
    title="Out of Sight",
    reference="ESCP2024-25/03",
    review_type="Local Child Safeguarding Practice Review",
    published=date(2025, 3, 12),
    abstract=("Three children and nine addresses.", "Nobody saw the whole picture."),
    keywords=("Neglect", "Information sharing"),
    key_learning=(LearningPoint("A move is a risk.", "Ask what the family is leaving."),),
    recommendations=(LearningPoint("", "The partners keep one chronology."),),
    web_address="https://escp.example/out-of-sight",
)
BARE = replace(
    ABSTRACT, title="", reference="", published=None, keywords=(), recommendations=(),
    web_address="", brand=Brand(PARTNERSHIP), abstract=(), key_learning=(),
)  # fmt: skip


def test_the_copy_says_what_the_briefing_says(golden):
    golden("word/briefing.txt", text_of(COPY))


def test_the_copy_has_the_words_of_the_page_in_the_order_of_the_page(tmp_path):
    page = tmp_path / "page.pdf"
    page.write_bytes(briefing_pdf(WELL_WRITTEN))
    texts = [line.strip('"') for line in spoken(page) if line.startswith('"')]
    on_the_page = iter(" ".join(texts).split())
    of_the_copy = [word for one in opened(COPY).paragraphs for word in words_of(one).split()]
    missing = [word for word in of_the_copy if word not in on_the_page]
    assert missing == []
    assert len(of_the_copy) > 200


def test_the_abstract_says_what_a_catalogue_needs(golden):
    golden("word/abstract.txt", text_of(abstract_document(ABSTRACT)))


def test_an_abstract_leaves_out_what_is_not_known():
    assert text_of(abstract_document(BARE)) == (
        "p   Abstract for the national case review repository\n"
        "h1  Untitled briefing\n"
        f"p   Publisher: {PARTNERSHIP}\n"
        "p   Type: Local Child Safeguarding Practice Review\n"
    )


def test_a_copy_of_next_to_nothing_holds_next_to_nothing():
    bare = Briefing(
        "", "", "", None, BRIEFING.as_of, Brand(""), subtitle="", kicker="", audience=""
    )
    copy = briefing_document(replace(bare, statement=""))
    assert text_of(copy) == "h1  Untitled briefing\n"
    assert margins_of(copy) == ["", "Page 1 of 1"]


def test_links_open_what_they_say():
    assert links_of(COPY) == {
        "Eastmarsh reviews page": "https://escp.example/reviews",
        "Case review library": "https://library.example/",
    }
    assert links_of(abstract_document(ABSTRACT)) == {
        "https://escp.example/out-of-sight": "https://escp.example/out-of-sight",
        "reviews@escp.example": "mailto:reviews@escp.example",
    }


def test_the_copy_says_how_the_partnership_is_reached_as_the_page_does():
    brand = replace(BRIEFING.brand, contacts=("Business support reviews@escp.example",))
    copy = briefing_document(replace(WELL_WRITTEN, brand=brand))
    assert text_of(copy).splitlines()[-2].endswith("Business support reviews@escp.example")
    assert links_of(copy)["reviews@escp.example"] == "mailto:reviews@escp.example"


def test_a_section_with_links_stays_on_one_page():
    kept = [
        paragraph.text
        for paragraph in opened(COPY).paragraphs
        if paragraph.paragraph_format.keep_with_next
    ]
    assert len(kept) == len(WELL_WRITTEN.find_out_more) - 1
    assert kept[0].startswith(WELL_WRITTEN.find_out_more[0].text)


def test_the_logo_has_words_and_no_file_name():
    assert pictures_of(COPY) == [("Logo", "Logo of Eastmarsh SCP")]
    assert pictures_of(briefing_document(SHORT)) == []
    unnamed = replace(BRIEFING, brand=Brand("", logo_png=logo_png()))
    assert pictures_of(briefing_document(unnamed)) == [("Logo", "Logo")]


def test_a_tall_logo_keeps_its_shape_and_its_room():
    brand = replace(BRIEFING.brand, logo_png=logo_png(700, 500))
    (shape,) = opened(briefing_document(replace(BRIEFING, brand=brand))).inline_shapes
    assert shape.height.mm == pytest.approx(22, abs=0.1)
    assert shape.width.mm == pytest.approx(22 * 700 / 500, abs=0.1)


def test_the_mark_stands_on_every_page_until_it_is_released():
    marked = briefing_document(replace(BRIEFING, mark="OFFICIAL: not yet published"))
    head, foot = margins_of(marked)
    assert head == "OFFICIAL: not yet published"
    assert foot == f"OFFICIAL: not yet published{PARTNERSHIP} · Page 1 of 1"
    assert opened(marked).core_properties.content_status == "OFFICIAL: not yet published"
    head, foot = margins_of(COPY)
    assert (head, foot) == ("", f"{PARTNERSHIP} · Page 1 of 1")
    assert b"OFFICIAL" not in b"".join(parts(COPY).values())


def test_pages_are_numbered_by_fields():
    foot = opened(COPY).sections[0].footer
    assert [one.text for one in foot._element.iter(qn("w:instrText"))] == [" PAGE ", " NUMPAGES "]


def test_the_properties_are_the_briefing_s_own():
    properties = opened(COPY).core_properties
    assert properties.title == BRIEFING.title
    assert properties.author == properties.last_modified_by == properties.comments == ""
    assert properties.created.date() == properties.modified.date() == BRIEFING.as_of
    assert properties.language == "en-GB"
    whole = b"".join(parts(COPY).values())
    for stranger in (b"python-docx", b"Steve Canny", b"2013-12-23", b"en-US"):
        assert stranger not in whole


def test_a_title_longer_than_a_property_takes_is_cut_there_alone():
    long = briefing_document(replace(BRIEFING, title="word " * 80))
    assert len(opened(long).core_properties.title) == 255
    assert "word " * 79 + "word" in text_of(long)


@pytest.mark.parametrize(("ink", "shown"), [("#5B2A86", "5B2A86"), ("#F2A541", "12344D")])
def test_headings_take_the_partnership_s_colour_where_it_can_be_read(ink, shown):
    document = opened(briefing_document(replace(BRIEFING, brand=Brand(PARTNERSHIP, ink=ink))))
    for name in ("Heading 1", "Heading 2"):
        assert str(document.styles[name].font.color.rgb) == shown
        assert document.styles[name].font.name == "Arial"


def test_hostile_text_comes_out_clean():
    hostile = "A\x00\x0b\ud800b <w:p>&amp;</w:p>"
    point = LearningPoint(hostile, hostile)
    copy = briefing_document(replace(BRIEFING, title=hostile, key_learning=(point,), mark=hostile))
    assert f"h1  {clean_line(hostile)}\n" in text_of(copy)
    assert f"-   {clean_line(hostile)} {clean_line(hostile)}\n" in text_of(copy)


@settings(max_examples=30)
@given(st.text())
def test_any_title_is_read_back_as_it_was_cleaned(title):
    copy = briefing_document(replace(SHORT, title=title))
    (heading,) = [one for one in opened(copy).paragraphs if one.style.name == "Heading 1"]
    assert words_of(heading) == (clean_line(title) or "Untitled briefing")


@pytest.mark.parametrize("briefing", [WELL_WRITTEN, SHORT], ids=["long", "short"])
def test_the_validator_finds_nothing(briefing, openxml_audit, tmp_path):
    target = tmp_path / "copy.docx"
    target.write_bytes(briefing_document(replace(briefing, mark="OFFICIAL")))
    assert openxml_audit(target) == []


@pytest.mark.parametrize("held", [ABSTRACT, BARE], ids=["full", "bare"])
def test_the_validator_finds_nothing_in_an_abstract(held, openxml_audit, tmp_path):
    target = tmp_path / "abstract.docx"
    target.write_bytes(abstract_document(held))
    assert openxml_audit(target) == []
