"""Templates from outside for the tests: sound, planted with names, and broken on purpose."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

from deck_samples import BRIEFING, logo, with_brand
from PIL import Image, PngImagePlugin
from pptx import Presentation
from pptx.util import Inches

from sgdesk.config.resources import resource
from sgdesk.exports.deck.slides import briefing_deck
from sgdesk.exports.deck.template_reading import read_template

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sgdesk.records.briefing import Briefing

NAME = "Wilhelmina Planter"
"""Stands wherever PowerPoint keeps names; must be nowhere in a deck."""

SAMPLED = "Zanzibar sample sentence"
"""Stands wherever a sample may say something."""

SHIPPED = resource("deck", "sgdesk-16x9.pptx").read_bytes()
LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"
THEME = "ppt/theme/theme1.xml"
TYPES = "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def with_parts(package: bytes, parts: Mapping[str, bytes | None]) -> bytes:
    """Return `package` with parts replaced or added, and without those that are None."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        held = {name: source.read(name) for name in source.namelist()}
    held = {name: content for name, content in {**held, **parts}.items() if content is not None}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in held.items():
            target.writestr(name, content)
    return stream.getvalue()


def changed(package: bytes, part: str, old: str, new: str) -> bytes:
    """Return `package` with `old` replaced in a part, where it must stand."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        text = source.read(part).decode()
    assert old in text
    return with_parts(package, {part: text.replace(old, new).encode()})


def part_of(package: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        return source.read(name).decode()


def edited(change: Callable[..., None], package: bytes = SHIPPED) -> bytes:
    """Return a template as the library saves it after `change` was made to its presentation."""
    presentation = Presentation(io.BytesIO(package))
    change(presentation)
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def python_default() -> bytes:
    """Return a template of another maker: 4:3, eleven layouts, Calibri."""
    stream = io.BytesIO()
    Presentation().save(stream)
    return stream.getvalue()


def deck_on(data: bytes, briefing: Briefing = BRIEFING) -> bytes:
    """Return the deck of `briefing` on the template `data`, which must fit."""
    report = read_template("Own.potx", data)
    assert report.is_fit, report.problems
    return briefing_deck(replace(briefing, deck_template=report.deck))


def as_kind(package: bytes, kind: str) -> bytes:
    """Return `package` saved as another kind, such as "template.main"."""
    return changed(package, TYPES, "presentation.main", kind)


def signed_png(size: tuple[int, int] = (60, 40), colour: str = "#0B7A75") -> bytes:
    """Return a picture that names who drew it."""
    about = PngImagePlugin.PngInfo()
    about.add_text("Author", NAME)
    stream = io.BytesIO()
    Image.new("RGB", size, colour).save(stream, "PNG", pnginfo=about)
    return stream.getvalue()


def signed_jpeg() -> bytes:
    stream = io.BytesIO()
    picture = Image.new("RGB", (80, 40), "#12344D")
    exif = picture.getexif()
    exif[0x013B] = NAME
    picture.save(stream, "JPEG", exif=exif)
    return stream.getvalue()


def planted() -> bytes:
    """Return a deck of samples with NAME and SAMPLED in every place that keeps such things."""
    sample = briefing_deck(with_brand(BRIEFING, logo_png=logo(), partnership=NAME))
    deck = edited(_plant_shapes, sample)
    deck = changed(deck, THEME, 'name="SGDesk"', f'name="{NAME}"')
    master = part_of(deck, MASTER)
    inner = (
        f'<p:extLst><p:ext uri="{{1}}"><x:who xmlns:x="urn:x" name="{NAME}"/></p:ext></p:extLst>'
    )
    deck = with_parts(
        deck,
        {
            MASTER: master.replace("</p:sldMaster>", f"{inner}</p:sldMaster>").encode(),
            "ppt/commentAuthors.xml": _comments().encode(),
            "docProps/custom.xml": f"<Properties>{NAME} {SAMPLED}</Properties>".encode(),
            "customXml/item1.xml": f"<x>{SAMPLED}</x>".encode(),
            "ppt/tags/tag1.xml": f"<t>{NAME}</t>".encode(),
            "ppt/embeddings/oleObject1.bin": NAME.encode(),
            "ppt/fonts/font1.fntdata": NAME.encode(),
            "docProps/thumbnail.jpeg": signed_jpeg(),
        },
    )
    return changed(
        deck,
        TYPES,
        "</Types>",
        '<Default Extension="bin" ContentType="application/octet-stream"/></Types>',
    )


def _plant_shapes(presentation) -> None:
    properties = presentation.core_properties
    properties.author = properties.last_modified_by = NAME
    properties.comments = properties.title = SAMPLED
    layout = presentation.slide_layouts[1]
    layout.placeholders[0].text_frame.text = SAMPLED
    for shape in layout.shapes:
        shape.name = f"{NAME} box"
        shape._element._nvXxPr.cNvPr.set("descr", f"C:/Users/{NAME}/logo.png")
    slide = presentation.slides[0]
    slide.shapes.title.text_frame.text = SAMPLED
    slide.notes_slide.notes_text_frame.text = f"{NAME}: {SAMPLED}"
    picture = slide.shapes.add_picture(io.BytesIO(signed_png()), 0, 0, Inches(1), Inches(0.5))
    element = picture._element
    element.getparent().remove(element)
    _, number = layout.part.get_or_add_image_part(io.BytesIO(signed_jpeg()))
    for blip in element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip"):
        blip.set(f"{{{OFFICE}}}embed", number)
    layout.shapes._spTree.append(element)
    run = layout.placeholders[0].text_frame.paragraphs[0].runs[0]
    run._r.get_or_add_rPr().add_hlinkClick(
        layout.part.relate_to(
            f"https://example.org/{NAME}", f"{OFFICE}/hyperlink", is_external=True
        )
    )


def _comments() -> str:
    return f'<p:cmAuthorLst xmlns:p="urn:p"><p:cmAuthor name="{NAME}"/></p:cmAuthorLst>'
