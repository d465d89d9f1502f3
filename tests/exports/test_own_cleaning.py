"""A template rebuilt: its look stays, its authors, samples, links and programs do not."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from deck_samples import BRIEFING, package_text
from lxml import etree
from own_samples import (
    LAYOUT,
    MASTER,
    NAME,
    OFFICE,
    SAMPLED,
    SHIPPED,
    THEME,
    changed,
    edited,
    part_of,
    planted,
    python_default,
    signed_jpeg,
    signed_png,
    with_parts,
)
from PIL import Image
from pptx import Presentation
from pptx.util import Emu, Inches

from sgdesk.errors import UserError
from sgdesk.exports.deck.own.cleaning import clean_template
from sgdesk.exports.deck.own.pictures import NOT_DRAWN
from sgdesk.exports.deck.slides import briefing_deck
from sgdesk.exports.deck.template_reading import read_template

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATIONS = "ppt/slideLayouts/_rels/slideLayout2.xml.rels"


def opened(data):
    return Presentation(io.BytesIO(clean_template(data).content))


def in_layout(xml, package=SHIPPED):
    """A template with `xml` at the end of its second layout's shapes."""
    return changed(package, LAYOUT, "</p:spTree>", f"{xml}</p:spTree>")


def related(package, number, kind, target, *, external=False):
    mode = ' TargetMode="External"' if external else ""
    line = f'<Relationship Id="{number}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    return changed(package, RELATIONS, "</Relationships>", f"{line}</Relationships>")


def picture(number, place="embed"):
    return (
        '<p:pic><p:nvPicPr><p:cNvPr id="90" name="x"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:{place}="{number}"/><a:stretch/></p:blipFill>'
        '<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900" cy="900"/></a:xfrm></p:spPr></p:pic>'
    )


def test_nothing_of_samples_and_authors_is_in_any_part_of_a_deck_made_on_it():
    report = read_template("Template.pptx", planted())
    assert report.is_fit
    deck = briefing_deck(replace(BRIEFING, deck_template=report.deck))
    for package in (report.deck.content, deck):
        text = package_text(package)
        for words in (NAME, SAMPLED, "Wilhelmina", "Zanzibar", "customXml"):
            assert words not in text
        assert package.count(NAME.encode()) == 0
    assert NAME in package_text(planted())
    assert SAMPLED in package_text(planted())


def test_slides_notes_comments_and_embedded_files_are_not_taken_over():
    with zipfile.ZipFile(io.BytesIO(clean_template(planted()).content)) as package:
        names = package.namelist()
    kinds = {name.split("/")[1] for name in names if name.startswith("ppt/") and "/" in name[4:]}
    assert kinds == {"slideMasters", "slideLayouts", "theme", "notesMasters", "media", "_rels"}
    assert not any("thumbnail" in name or "custom" in name for name in names)


def test_the_layouts_that_samples_used_are_known():
    assert clean_template(planted()).sampled[0] == "ppt/slideLayouts/slideLayout1.xml"
    assert clean_template(SHIPPED).sampled == ()


def test_a_sample_slide_that_is_not_sound_is_passed_over():
    data = with_parts(planted(), {"ppt/slides/_rels/slide2.xml.rels": b"<broken"})
    assert len(clean_template(data).sampled) == len(clean_template(planted()).sampled) - 1


def test_the_look_stays():
    cleaned = opened(SHIPPED)
    before = Presentation(io.BytesIO(SHIPPED))
    assert [one.name for one in cleaned.slide_layouts] == [one.name for one in before.slide_layouts]
    for new, old in zip(cleaned.slide_layouts, before.slide_layouts, strict=True):
        assert [(s.left, s.top, s.width, s.height) for s in new.shapes] == [
            (s.left, s.top, s.width, s.height) for s in old.shapes
        ]


def test_a_cleaned_template_is_sound_and_cleaning_it_again_changes_nothing(openxml_audit, tmp_path):
    for data in (SHIPPED, python_default(), planted()):
        content = clean_template(data).content
        file = tmp_path / "template.pptx"
        file.write_bytes(content)
        assert openxml_audit(file) == []
        assert clean_template(content).content == content


def test_every_placeholder_of_a_layout_gets_a_number_of_its_own():
    data = changed(SHIPPED, "ppt/slideLayouts/slideLayout3.xml", 'idx="2"', 'idx="0"')
    data = changed(data, "ppt/slideLayouts/slideLayout3.xml", 'idx="1"', 'idx="0"')
    data = changed(data, "ppt/slideLayouts/slideLayout3.xml", 'idx="11"', 'idx="99999999999"')
    places = opened(data).slide_layouts[2].placeholders
    numbers = [place.placeholder_format.idx for place in places]
    assert sorted(set(numbers)) == sorted(numbers)
    assert len(numbers) == 5


def test_a_second_title_becomes_text_and_an_unknown_kind_any_content():
    data = changed(
        SHIPPED, "ppt/slideLayouts/slideLayout3.xml", 'sz="half" idx="2"', 'type="title"'
    )
    data = changed(data, "ppt/slideLayouts/slideLayout3.xml", 'idx="1"', 'type="hologram" idx="1"')
    kinds = [
        place.element.find(f".//{{{_P}}}ph").get("type")
        for place in opened(data).slide_layouts[2].placeholders
    ]
    assert kinds.count("title") == 1
    assert "body" in kinds
    assert None in kinds


_P = "http://schemas.openxmlformats.org/presentationml/2006/main"


def test_pictures_are_drawn_anew_each_once():
    data = SHIPPED
    for number, content in enumerate((signed_png(), signed_jpeg(), signed_png()), start=1):
        data = with_parts(data, {f"ppt/media/{NAME}{number}.bin": content})
        data = related(data, f"P{number}", "image", f"../media/{NAME}{number}.bin")
        data = in_layout(picture(f"P{number}"), data)
    with zipfile.ZipFile(io.BytesIO(clean_template(data).content)) as package:
        media = [name for name in package.namelist() if "media" in name]
        assert media == ["ppt/media/image1.png", "ppt/media/image2.jpeg"]
        assert all(NAME.encode() not in package.read(name) for name in media)


def test_a_picture_with_transparency_keeps_it_and_a_wide_one_is_made_smaller():
    stream = io.BytesIO()
    Image.new("RGBA", (4000, 100), (1, 2, 3, 40)).save(stream, "PNG")
    data = with_parts(SHIPPED, {"ppt/media/a.png": stream.getvalue()})
    data = in_layout(picture("P1"), related(data, "P1", "image", "../media/a.png"))
    content = clean_template(data).content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        kept = Image.open(io.BytesIO(package.read("ppt/media/image1.png")))
    assert (kept.mode, kept.size) == ("RGBA", (2560, 64))


@pytest.mark.parametrize("side", [7000, 14000])
def test_a_huge_picture_is_refused(side):
    stream = io.BytesIO()
    Image.new("1", (side, side)).save(stream, "PNG")
    data = with_parts(SHIPPED, {"ppt/media/a.png": stream.getvalue()})
    data = in_layout(picture("P1"), related(data, "P1", "image", "../media/a.png"))
    with pytest.raises(UserError, match="40 megapixels"):
        clean_template(data)


def test_a_picture_that_cannot_be_read_is_left_out_and_told():
    data = with_parts(SHIPPED, {"ppt/media/a.emf": b"\x01\x00\x00\x00 not drawn here"})
    data = in_layout(picture("P1"), related(data, "P1", "image", "../media/a.emf"))
    cleaned = clean_template(data)
    assert cleaned.notes == (NOT_DRAWN,)
    assert "p:pic" not in part_of(cleaned.content, LAYOUT)


def test_a_picture_that_is_only_linked_is_left_out_and_told():
    data = related(SHIPPED, "P1", "image", "file:///C:/Users/logo.png", external=True)
    for place in ("link", "embed"):
        cleaned = clean_template(in_layout(picture("P1", place), data))
        assert "only links to" in cleaned.notes[0]
        assert "logo.png" not in package_text(cleaned.content)


def test_what_was_filled_with_a_lost_picture_is_plain():
    fill = f'<a:blipFill><a:blip xmlns:r="{OFFICE}" r:embed="P1"/><a:stretch/></a:blipFill>'
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="91" name="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        f"{fill}</p:spPr></p:sp>"
    )
    text = part_of(clean_template(in_layout(shape)).content, LAYOUT)
    assert "blip" not in text
    assert "noFill" in text
    ground = "<p:bg><p:bgPr>" + fill + "<a:effectLst/></p:bgPr></p:bg>"
    data = changed(SHIPPED, LAYOUT, "<p:spTree>", f"{ground}<p:spTree>")
    assert "<p:bg>" not in part_of(clean_template(data).content, LAYOUT)
    bullet = f'<a:lvl1pPr><a:buBlip><a:blip xmlns:r="{OFFICE}" r:embed="P1"/></a:buBlip>'
    data = changed(SHIPPED, MASTER, '<a:lvl1pPr marL="342900"', f"{bullet}</a:lvl1pPr><a:lvl1pPr")
    assert "buBlip" not in part_of(clean_template(data).content, MASTER)
    theme = changed(SHIPPED, THEME, "<a:bgFillStyleLst>", f"<a:bgFillStyleLst>{fill}")
    assert "blip" not in part_of(clean_template(theme).content, THEME)


def test_charts_and_embedded_objects_on_a_layout_are_left_out_and_told():
    frame = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="92" name="x"/><p:cNvGraphicFramePr/>'
        "<p:nvPr/></p:nvGraphicFramePr><p:xfrm/><a:graphic><a:graphicData>"
        '<p:oleObj r:id="P1" name="Secret"/></a:graphicData></a:graphic></p:graphicFrame>'
    )
    cleaned = clean_template(in_layout(frame))
    assert "embedded object" in cleaned.notes[0]
    assert "oleObj" not in part_of(cleaned.content, LAYOUT)


def test_of_alternatives_the_one_that_all_can_draw_stays():
    space = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="93" name="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        '<p:spPr><a:prstGeom prst="heart"/></p:spPr></p:sp>'
    )
    both = (
        f'<mc:AlternateContent xmlns:mc="{space}"><mc:Choice Requires="x"><p:new/></mc:Choice>'
        f"<mc:Fallback>{shape}</mc:Fallback></mc:AlternateContent>"
        f'<mc:AlternateContent xmlns:mc="{space}"/>'
    )
    text = part_of(clean_template(in_layout(both)).content, LAYOUT)
    assert "heart" in text
    assert "AlternateContent" not in text


def test_slides_of_another_height_are_drawn_to_the_usual_one():
    def shrink(presentation):
        presentation.slide_width, presentation.slide_height = Emu(6096000), Emu(3429000)

    cleaned = opened(edited(shrink))
    assert (cleaned.slide_width, cleaned.slide_height) == (12192000, 6858000)
    before = Presentation(io.BytesIO(SHIPPED)).slide_layouts[1].placeholders[0]
    after = cleaned.slide_layouts[1].placeholders[0]
    assert after.width == before.width * 2
    master = etree.fromstring(part_of(clean_template(edited(shrink)).content, MASTER).encode())
    sizes = {one.get("sz") for one in master.iter(f"{{{A}}}defRPr")}
    assert "6400" in sizes


def test_a_path_without_a_size_of_its_own_grows_with_its_shape():
    path = (
        '<p:sp><p:nvSpPr><p:cNvPr id="94" name="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        '<a:custGeom><a:pathLst><a:path><a:moveTo><a:pt x="700" y="0"/></a:moveTo></a:path>'
        "</a:pathLst></a:custGeom></p:spPr></p:sp>"
    )

    def shrink(presentation):
        presentation.slide_width, presentation.slide_height = Emu(6096000), Emu(3429000)

    text = part_of(clean_template(edited(shrink, in_layout(path))).content, LAYOUT)
    assert 'x="1400"' in text


def test_a_master_without_layouts_is_left_out():
    with pytest.raises(UserError, match="slide master"):
        clean_template(changed(SHIPPED, MASTER, "p:sldLayoutId ", "p:other "))


def test_a_master_that_lists_its_layouts_in_no_list_gets_one():
    def two_sizes(presentation):
        presentation.slide_layouts[0].placeholders[0].width = Inches(5)

    content = clean_template(edited(two_sizes)).content
    assert part_of(content, MASTER).count("<p:sldLayoutId ") == 5
