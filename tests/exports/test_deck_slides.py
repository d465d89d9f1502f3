"""The finished deck: what it says, what validators say of it, and what it must not hold."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from deck_samples import (
    BARE,
    BRIEFING,
    FULL,
    logo,
    outline,
    package_text,
    rewritten,
    shape_named,
    slide_titled,
    slides_of,
    titles_of,
    with_brand,
)
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from written import write_briefing_deck

from sgdesk.errors import CancelledError, UserError
from sgdesk.exports.deck.accessibility import check_deck
from sgdesk.exports.deck.slides import briefing_deck

DECK = briefing_deck(with_brand(FULL, logo_png=logo()))


def test_a_deck_says_what_its_briefing_says(golden):
    golden("deck/briefing.txt", outline(DECK))


def test_a_national_review_without_reference_gives_a_short_deck(golden):
    golden("deck/national-review.txt", outline(briefing_deck(BARE)))


def test_validators_and_our_own_check_find_nothing(openxml_audit, tmp_path):
    target = tmp_path / "deck.pptx"
    target.write_bytes(DECK)
    assert openxml_audit(target) == []
    assert check_deck(DECK) == ()


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("ppt/charts/chart1.xml", '<c:axId val="1"/>', '<c:axId val="-1"/>'),
        ("ppt/slides/slide4.xml", "<a:bodyPr", '<a:bodyPr wrong="1"'),
    ],
)
def test_the_validator_sees_a_broken_part(openxml_audit, tmp_path, part, old, new):
    target = tmp_path / "deck.pptx"
    target.write_bytes(rewritten(DECK, part, lambda text: text.replace(old, new)))
    assert openxml_audit(target) != []


def test_the_deck_is_written_whole(tmp_path):
    target = tmp_path / "deck.pptx"
    assert write_briefing_deck(BRIEFING, target) == target
    assert titles_of(target.read_bytes())[0] == "Listen twice"
    assert list(tmp_path.iterdir()) == [target]


def test_progress_hears_of_every_slide():
    steps = []
    deck = briefing_deck(BRIEFING, lambda done, total, label: steps.append((done, total, label)))
    titles = titles_of(deck)
    assert steps == [(n, len(titles), title) for n, title in enumerate(titles, start=1)]


def test_a_cancelled_export_leaves_the_old_file(tmp_path):
    target = tmp_path / "deck.pptx"
    target.write_bytes(b"before")

    def stop_at_three(done: int, total: int, label: str) -> None:
        if done == 3:
            raise CancelledError

    with pytest.raises(CancelledError):
        write_briefing_deck(BRIEFING, target, stop_at_three)
    assert target.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [target]


def test_every_property_is_ours():
    properties = Presentation(io.BytesIO(DECK)).core_properties
    assert properties.title == "Listen twice"
    assert properties.subject == BRIEFING.subtitle
    assert properties.author == properties.last_modified_by == BRIEFING.brand.partnership
    assert properties.language == "en-GB"
    assert properties.created.isoformat() == "2026-03-02T00:00:00"
    assert properties.modified == properties.created
    assert properties.keywords == properties.identifier == BRIEFING.reference
    assert properties.content_status == "PRACTICE"
    assert properties.revision == 1


def test_the_package_names_nobody_and_holds_no_leftovers():
    text = package_text(DECK)
    for stranger in ("Steve", "Canny", "Macintosh", "Wilhelmina", "python-pptx", "Microsoft Off"):
        assert stranger not in text
    for leftover in ("thumbnail", "printerSettings", "/home/", "/Users/", "en-US"):
        assert leftover not in text


def test_every_slide_carries_reference_partnership_mark_and_number_last():
    for number, slide in enumerate(slides_of(DECK), start=1):
        footer, page = list(slide.shapes)[-2:]
        words = footer.text_frame.text
        assert words.startswith("PRSCP2025-26/03   |   Practice Region")
        assert words.endswith("   |   PRACTICE")
        assert page.text_frame.text == str(number)


def test_without_reference_partnership_and_mark_there_is_no_footer():
    for slide in slides_of(briefing_deck(BARE)):
        assert not any("Footer" in shape.name for shape in slide.shapes)


def test_a_mark_stands_alone_where_nothing_else_is_known():
    deck = briefing_deck(replace(BARE, mark="EMBARGOED"))
    assert all(list(s.shapes)[-2].text_frame.text == "EMBARGOED" for s in slides_of(deck))


@pytest.mark.parametrize(
    ("name", "short", "expected"),
    [
        ("Partnership " * 20, "PPP", "PRSCP2025-26/03   |   PPP   |   PRACTICE"),
        ("Partnership " * 20, "PPP " * 60, "…   |   PRACTICE"),
    ],
)
def test_a_long_name_gives_way_before_the_mark(name, short, expected):
    deck = briefing_deck(with_brand(partnership=name, short_name=short))
    assert list(slides_of(deck)[2].shapes)[-2].text_frame.text.endswith(expected)


def test_a_mark_as_wide_as_the_slide_leaves_no_room_for_the_name():
    deck = briefing_deck(replace(BRIEFING, mark="EMBARGOED UNTIL NOON " * 30))
    words = list(slides_of(deck)[2].shapes)[-2].text_frame.text
    assert words.startswith("EMBARGOED")
    assert words.endswith("…")


def test_a_section_without_content_gives_no_slide():
    assert titles_of(briefing_deck(BARE)) == [
        "A national look at neglect",
        "How to use this deck in 20 minutes",
        "What will we do differently?",
        "Support for staff",
    ]


def test_tables_charts_and_pictures_stay_inside_the_body_of_their_layout():
    for slide in slides_of(DECK)[1:]:
        places = [p for p in slide.slide_layout.placeholders if p.placeholder_format.idx in (1, 2)]
        left, top = min(p.left for p in places), min(p.top for p in places)
        right = max(p.left + p.width for p in places)
        bottom = max(p.top + p.height for p in places)
        for shape in slide.shapes:
            if not shape.is_placeholder:
                assert left <= shape.left <= shape.left + shape.width <= right
                assert top <= shape.top <= shape.top + shape.height <= bottom


@pytest.mark.parametrize(("width", "height"), [(900, 90), (90, 900), (300, 300)])
def test_a_logo_keeps_its_shape_on_its_plate(width, height):
    slide = slides_of(briefing_deck(with_brand(logo_png=logo(width, height))))[0]
    plate, picture = shape_named(slide, "Logo plate"), shape_named(slide, "Logo")
    assert picture.width / picture.height == pytest.approx(width / height, rel=0.01)
    assert plate.left < picture.left
    assert picture.left + picture.width < plate.left + plate.width
    assert plate.top < picture.top
    assert picture.top + picture.height < plate.top + plate.height


def test_a_logo_of_a_nameless_partnership_still_has_words():
    slide = slides_of(briefing_deck(with_brand(BARE, logo_png=logo())))[0]
    description = shape_named(slide, "Logo")._element._nvXxPr.cNvPr.get("descr")
    assert description == "Logo of the partnership"


def _huge_png() -> bytes:
    stream = io.BytesIO()
    Image.new("1", (8000, 5001)).save(stream, "PNG")
    return stream.getvalue()


@pytest.mark.parametrize("picture", [b"not a picture", logo()[:60], _huge_png()])
def test_a_logo_that_is_no_picture_is_refused_in_words(picture, tmp_path):
    with pytest.raises(UserError, match="logo cannot be used"):
        write_briefing_deck(with_brand(logo_png=picture), tmp_path / "deck.pptx")
    assert list(tmp_path.iterdir()) == []


def test_a_slide_heading_that_is_also_the_title_is_numbered():
    deck = briefing_deck(replace(BRIEFING, title="Good practice"))
    assert "Good practice (2)" in titles_of(deck)
    assert check_deck(deck) == ()


def test_without_a_title_the_kind_of_briefing_stands_in():
    assert titles_of(briefing_deck(replace(BRIEFING, title=" ")))[0] == "Learning lessons briefing"
    bare = replace(BARE, title="", kicker="", subtitle="", audience="")
    first = slides_of(briefing_deck(bare))[0]
    assert [shape.placeholder_format.type for shape in first.shapes] == [
        PP_PLACEHOLDER.CENTER_TITLE,
        PP_PLACEHOLDER.SLIDE_NUMBER,
    ]


def test_without_an_address_there_is_no_code_and_the_text_has_the_whole_width():
    deck = briefing_deck(replace(BRIEFING, web_address="javascript:alert(1)"))
    slide = slide_titled(deck, "Find out more")
    assert slide.slide_layout.name == "Title and Content"
    assert not any(shape.name == "QR code" for shape in slide.shapes)


def test_the_partnership_s_colours_are_the_theme_s():
    deck = briefing_deck(with_brand(ink="#5B1A3A", accent="#8A4B00"))
    with zipfile.ZipFile(io.BytesIO(deck)) as package:
        theme = package.read("ppt/theme/theme1.xml").decode()
    assert '<a:dk2><a:srgbClr val="5B1A3A"/></a:dk2>' in theme
    assert '<a:accent1><a:srgbClr val="8A4B00"/></a:accent1>' in theme
    assert "0B7A75" not in theme


def test_a_folder_that_is_not_there_is_an_error_and_makes_nothing(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_briefing_deck(BRIEFING, tmp_path / "missing" / "deck.pptx")
    assert Path(tmp_path / "missing").exists() is False
