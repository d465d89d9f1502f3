"""What every slide carries besides its content: footer, slide number, speaker notes."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, cast

from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

from sgdesk.exports.deck.content import Run, plain
from sgdesk.exports.deck.measuring import shorten, text_width
from sgdesk.exports.deck.template import frame_of
from sgdesk.exports.deck.text_frames import LANGUAGE, write_lines

if TYPE_CHECKING:
    from pptx.shapes.autoshape import Shape
    from pptx.shapes.placeholder import LayoutPlaceholder
    from pptx.slide import Slide
    from pptx.text.text import TextFrame

    from sgdesk.exports.deck.content import Paragraph
    from sgdesk.records.briefing import Briefing

_FOOTER_SIZE = 12
_LEAST_ROOM = 60
"""Points below which a cut name says nothing."""
_SEPARATOR = "   |   "
_NUMBER_FIELD = "{2C0B9B0F-2E6F-4C53-8C35-6C7C54B5D0A1}"


def add_furniture(slide: Slide, briefing: Briefing, number: int) -> None:
    """Add footer and slide number as the layout has them, last in the reading order."""
    for place in _places(slide, PP_PLACEHOLDER.FOOTER):
        if words := _footer(briefing, frame_of(place).width):
            footer = _clone(slide, place)
            write_lines(footer.text_frame, (words,))
            _take_over_style(place, footer)
    for place in _places(slide, PP_PLACEHOLDER.SLIDE_NUMBER):
        shape = _clone(slide, place)
        _write_number(shape, number)
        _take_over_style(place, shape)


def add_notes(slide: Slide, notes: tuple[str, ...]) -> None:
    """Write the speaker notes of `slide`, one paragraph each."""
    frame = cast("TextFrame", slide.notes_slide.notes_text_frame)
    write_lines(frame, tuple(plain(line) for line in notes))


def _footer(briefing: Briefing, width: float) -> Paragraph:
    """Return reference, partnership and mark on one line; the mark is never cut for the others."""
    mark = shorten(briefing.mark, width, _FOOTER_SIZE, lines=1, is_bold=True)
    tail = f"{_SEPARATOR}{mark}" if mark else ""
    room = width - text_width(tail, is_bold=True) * _FOOTER_SIZE
    full, short = (
        _SEPARATOR.join(filter(None, (briefing.reference, name)))
        for name in (briefing.brand.partnership, briefing.brand.short_name)
    )
    chosen = full if text_width(full) * _FOOTER_SIZE <= room else short or full
    head = shorten(chosen, room, _FOOTER_SIZE, lines=1) if room > _LEAST_ROOM else ""
    marked = Run(tail if head else mark, is_bold=True)
    return tuple(run for run in (Run(head), marked) if run.text)


def _places(slide: Slide, kind: PP_PLACEHOLDER) -> list[LayoutPlaceholder]:
    places: Any = slide.slide_layout.placeholders
    return [place for place in places if place.placeholder_format.type == kind]


def _clone(slide: Slide, place: LayoutPlaceholder) -> Shape:
    slide.shapes.clone_placeholder(place)
    return cast("Shape", slide.placeholders[place.placeholder_format.idx])


def _take_over_style(place: LayoutPlaceholder, shape: Shape) -> None:
    """Write the layout's style of `place` into `shape`: not every program looks it up there."""
    for style in place.element.iter(qn("a:lvl1pPr")):
        for paragraph in shape.text_frame.paragraphs:
            properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - no public way
            properties.set("algn", style.get("algn", "l"))
        for run in shape.element.iter(qn("a:rPr")):
            for defaults in style.iter(qn("a:defRPr")):
                run.attrib.update({**defaults.attrib, **run.attrib})
                run.extend(deepcopy(child) for child in defaults)
            etree.SubElement(run, qn("a:latin"), typeface="+mn-lt")


def _write_number(shape: Shape, number: int) -> None:
    paragraph = shape.text_frame.paragraphs[0]._p  # noqa: SLF001 - no public way to add a field
    field = etree.SubElement(paragraph, qn("a:fld"), id=_NUMBER_FIELD, type="slidenum")
    etree.SubElement(field, qn("a:rPr"), lang=LANGUAGE)
    etree.SubElement(field, qn("a:t")).text = str(number)
