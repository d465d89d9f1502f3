"""Decks of many shapes pass the gate of validators; decks broken on purpose do not."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from deck_samples import (
    BARE,
    EMBARGO,
    FULL,
    logo,
    point,
    rewritten,
    slides_of,
    with_brand,
)
from pptx.enum.shapes import PP_PLACEHOLDER

from sgdesk.exports.deck.accessibility import check_deck
from sgdesk.exports.deck.slides import briefing_deck
from sgdesk.records.briefing import FurtherReading, LearningPoint, ThemeCount

ODD = "Łódź ŵyneb শিশু طفل 👩\u200d👧 <b>&amp; “quoted” =1+1"


def _points(count, words=12):
    return tuple(replace(point(words), lead=f"Point {number}.") for number in range(count))


def _learning(count, words=12):
    return replace(FULL, key_learning=_points(count, words))


SHAPES = {
    "bare": BARE,
    "full": with_brand(FULL, logo_png=logo()),
    "without a mark": replace(FULL, mark=""),
    "embargo": replace(FULL, mark=EMBARGO),
    "one point": _learning(1),
    "two points": _learning(2),
    "six points": _learning(6),
    "seven points": _learning(7),
    "twelve points": _learning(12),
    "twelve long points": _learning(12, 90),
    "no learning": replace(FULL, key_learning=()),
    "no story": replace(FULL, background=(), timeline=()),
    "timeline of one": replace(FULL, timeline=FULL.timeline[:1]),
    "timeline of thirteen": replace(FULL, timeline=_points(13)),
    "long timeline": replace(FULL, timeline=_points(3, 200)),
    "many recommendations": replace(FULL, recommendations=_points(14, 30)),
    "no questions": replace(FULL, questions=(), themes=()),
    "many themes": replace(FULL, themes=tuple(ThemeCount(f"Theme {n}", 9) for n in range(12))),
    "many questions": replace(FULL, questions=tuple(one.text for one in _points(15, 30))),
    "long title": replace(FULL, title="Never assume that somebody has told them. " * 4),
    "long names": with_brand(FULL, partnership="Partnership " * 20, short_name="Short " * 20),
    "huge logo": with_brand(FULL, logo_png=logo(3000, 120)),
    "tall logo": with_brand(FULL, logo_png=logo(90, 1500)),
    "other colours": with_brand(FULL, ink="#5B1A3A", accent="#8A4B00"),
    "pale colours": with_brand(FULL, ink="#767676", accent="#757575"),
    "contacts of many lines": with_brand(FULL, contacts=tuple(f"Line {n}" for n in range(14))),
    "own words for staff": replace(FULL, staff_support=("Talk to someone.", point(40).text)),
    "long support": replace(FULL, staff_support=(point(300).text,)),
    "links of all kinds": replace(
        FULL,
        web_address="",
        find_out_more=(
            FurtherReading("https://www.example.org/a?b=c&d=e"),
            FurtherReading("", "", "mailto:reviews@example.org"),
            FurtherReading("Not a link", "", "javascript:alert(1)"),
        ),
    ),
    "odd scripts": replace(
        FULL,
        title=ODD,
        audience=ODD,
        key_learning=(LearningPoint(ODD, ODD), LearningPoint("", ODD), LearningPoint(ODD, "")),
        timeline=(LearningPoint(ODD, ODD), LearningPoint("", ODD), LearningPoint(ODD, "")),
        themes=(ThemeCount(ODD, 2),),
    ),
}


@cache
def _deck(shape):
    return briefing_deck(SHAPES[shape])


def _gate(deck, openxml_audit, folder):
    """Everything that any of the checks says against `deck`."""
    target = folder / "deck.pptx"
    target.write_bytes(deck)
    try:
        own = check_deck(deck)
    except Exception as error:  # noqa: BLE001 - whatever the library says is a finding
        own = (f"it does not open: {error}",)
    return [*own, *openxml_audit(target)]


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_a_deck_of_any_shape_passes_every_check(shape, openxml_audit, tmp_path):
    deck = _deck(shape)
    assert _gate(deck, openxml_audit, tmp_path) == []
    for number, slide in enumerate(slides_of(deck), start=1):
        shapes = list(slide.shapes)
        assert slide.shapes.title is shapes[0] or slide.shapes.title.shape_id == shapes[0].shape_id
        assert shapes[-1].placeholder_format.type is PP_PLACEHOLDER.SLIDE_NUMBER
        assert shapes[-1].text_frame.text == str(number)
        if SHAPES[shape].mark:
            assert shapes[-2].placeholder_format.type is PP_PLACEHOLDER.FOOTER
            assert shapes[-2].text_frame.text.endswith(SHAPES[shape].mark)
        assert len({one.shape_id for one in shapes}) == len(shapes)


@pytest.mark.parametrize("shape", ["full", "long title", "odd scripts", "pale colours"])
def test_a_deck_names_no_typeface_but_its_theme_s(shape):
    for slide in slides_of(_deck(shape)):
        faces = {
            face.get("typeface")
            for tag in ("latin", "ea", "cs", "buFont")
            for face in slide.element.iter(f"{{{slide.element.nsmap['a']}}}{tag}")
        }
        assert faces <= {"+mn-lt", "+mj-lt"}


def _part(name, old, new):
    return lambda deck: rewritten(deck, name, lambda text: text.replace(old, new, 1))


BREAKAGES = {
    "negative axis": _part("ppt/charts/chart1.xml", '<c:axId val="1"/>', '<c:axId val="-1"/>'),
    "wrong content type": _part(
        "[Content_Types].xml",
        'slides/slide2.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        "presentationml.slide+xml",
        'slides/slide2.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        "presentationml.slideLayout+xml",
    ),
    "no such attribute": _part("ppt/slides/slide4.xml", "<a:bodyPr", '<a:bodyPr wrong="1"'),
    "no such picture": _part(
        "ppt/slides/_rels/slide1.xml.rels", "../media/image1.png", "../media/image99.png"
    ),
    "row without a cell": _part("ppt/slides/slide4.xml", "<a:gridCol ", "<a:gridRow "),
    "no title": _part("ppt/slides/slide5.xml", 'type="title"', 'type="body"'),
    "no alternative text": _part("ppt/slides/slide4.xml", ' descr="', ' title="'),
    "no notes": _part(
        "ppt/slides/_rels/slide5.xml.rels", "relationships/notesSlide", "relationships/other"
    ),
    "twelve points": _part("ppt/slides/slide5.xml", 'sz="3', 'sz="1'),
    "another language": _part("ppt/slides/slide5.xml", 'lang="en-GB"', 'lang="en-US"'),
    "a title twice": _part("ppt/slides/slide3.xml", "What happened", "Timeline by age"),
    "pale words": _part("ppt/slides/slide5.xml", 'schemeClr val="accent1"', 'schemeClr val="bg2"'),
}


@pytest.mark.parametrize("breakage", BREAKAGES, ids=str)
def test_a_deck_broken_on_purpose_does_not_pass(breakage, openxml_audit, tmp_path):
    broken = BREAKAGES[breakage](_deck("full"))
    assert _gate(broken, openxml_audit, tmp_path) != []
