"""What every slide carries besides its content: footer, slide number, speaker notes."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, cast

from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import CONTENT_TYPE
from pptx.opc.constants import RELATIONSHIP_TYPE as RELATION
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.parts.slide import NotesSlidePart
from pptx.text.text import TextFrame

from sgdesk.exports.deck.boxes import next_id
from sgdesk.exports.deck.content import Run, plain
from sgdesk.exports.deck.measuring import shorten, text_width
from sgdesk.exports.deck.pictures import remove
from sgdesk.exports.deck.template import frame_of, kind_of
from sgdesk.exports.deck.text_frames import LANGUAGE, write_lines

if TYPE_CHECKING:
    from pptx.oxml.slide import CT_NotesSlide
    from pptx.shapes.autoshape import Shape
    from pptx.shapes.placeholder import LayoutPlaceholder
    from pptx.slide import Slide

    from sgdesk.exports.deck.content import Paragraph
    from sgdesk.records.briefing import Briefing

_FOOTER_SIZE = 12
_LEAST_ROOM = 60
"""Points below which a cut name says nothing."""
_SEPARATOR = "   |   "
_NUMBER_FIELD = "{2C0B9B0F-2E6F-4C53-8C35-6C7C54B5D0A1}"


class Furniture:
    """Footer, slide number and notes of one deck: made once for each layout, then copied."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._made: dict[str, list[etree._Element]] = {}
        self._blank_notes: CT_NotesSlide | None = None

    def add(self, slide: Slide, number: int) -> None:
        """Add footer and slide number as the layout has them, last in the reading order."""
        layout = str(slide.slide_layout.part.partname)
        if layout not in self._made:
            self._made[layout] = _make(slide, self._briefing)
        tree = slide.shapes.element
        for made in self._made[layout]:
            shape, own_id = deepcopy(made), next_id(tree)
            properties = next(shape.iter(qn("p:cNvPr")))
            properties.set("id", str(own_id))
            name = properties.get("name", "").rstrip("0123456789")
            properties.set("name", f"{name}{own_id - 1}")
            tree.append(shape)
            for words in shape.iterfind(f".//{qn('a:fld')}/{qn('a:t')}"):
                words.text = str(number)

    def add_notes(self, slide: Slide, number: int, notes: tuple[str, ...]) -> None:
        """Write the speaker notes of `slide`, one paragraph each."""
        if self._blank_notes is None:
            page = slide.notes_slide.element
            self._blank_notes = deepcopy(page)
        else:
            page = deepcopy(self._blank_notes)
            _add_notes_page(slide, page, number)
        for place in page.iter(qn("p:ph")):
            if place.get("type") == "body":
                shape = next(place.iterancestors(qn("p:sp")))
                body: Any = shape.find(qn("p:txBody"))
                frame = TextFrame(body, slide.shapes)
                write_lines(frame, tuple(plain(line) for line in notes))


def _make(slide: Slide, briefing: Briefing) -> list[etree._Element]:
    """Return the furniture of the layout of `slide`, which does not keep it."""
    made = []
    for place in _places(slide, PP_PLACEHOLDER.FOOTER):
        if words := _footer(briefing, frame_of(place).width):
            footer = _clone(slide, place)
            write_lines(footer.text_frame, (words,))
            _take_over_style(place, footer)
            made.append(footer)
    for place in _places(slide, PP_PLACEHOLDER.SLIDE_NUMBER):
        shape = _clone(slide, place)
        _write_number(shape)
        _take_over_style(place, shape)
        made.append(shape)
    for shape in made:
        remove(shape)
    return [shape.element for shape in made]


def _add_notes_page(slide: Slide, page: CT_NotesSlide, number: int) -> None:
    """Give `slide` the notes `page`, which the library would look up and make anew each time."""
    package = slide.part.package
    name = PackURI(f"/ppt/notesSlides/notesSlide{number}.xml")
    part = NotesSlidePart(name, CONTENT_TYPE.PML_NOTES_SLIDE, package, page)
    part.relate_to(package.presentation_part.notes_master_part, RELATION.NOTES_MASTER)
    part.relate_to(slide.part, RELATION.SLIDE)
    slide.part.relate_to(part, RELATION.NOTES_SLIDE)


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
    return [place for place in places if kind_of(place) == kind]


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


def _write_number(shape: Shape) -> None:
    paragraph = shape.text_frame.paragraphs[0]._p  # noqa: SLF001 - no public way to add a field
    field = etree.SubElement(paragraph, qn("a:fld"), id=_NUMBER_FIELD, type="slidenum")
    etree.SubElement(field, qn("a:rPr"), lang=LANGUAGE)
    etree.SubElement(field, qn("a:t"))
