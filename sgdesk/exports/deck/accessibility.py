"""What would keep people from reading a deck: checked on the finished file, whoever made it."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.picture import Picture
from pptx.util import Pt

from sgdesk.exports.deck.contrast_check import low_contrasts
from sgdesk.exports.deck.links import is_address
from sgdesk.exports.deck.naming import description_of, is_decorative
from sgdesk.exports.deck.text_frames import LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree
    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide

_LEAST_SIZE = Pt(16)
_LEAST_FURNITURE_SIZE = Pt(12)
_TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.VERTICAL_TITLE}
_FURNITURE = {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.DATE}
_PICTURE_ENDINGS = {".png", ".jpg", ".jpeg", ".gif", ".bmp", ".svg", ".emf", ".wmf", ".tif"}
_HUNDREDTHS = 127
"""English Metric Units in a hundredth of a point, the unit of text sizes."""


def check_deck(data: bytes) -> tuple[str, ...]:
    """Return a sentence for each thing that is wrong with the deck `data`; none if it is sound.

    Raises whatever the library raises if `data` is no presentation.
    """
    slides = list(Presentation(io.BytesIO(data)).slides)
    problems = [
        f"Slide {number}: {problem}"
        for number, slide in enumerate(slides, start=1)
        for problem in _check_slide(slide)
    ]
    titles = Counter(_title(slide).casefold() for slide in slides)
    problems.extend(
        f"Several slides have the title “{title}”."
        for title, count in titles.items()
        if title and count > 1
    )
    return tuple(problems)


def _check_slide(slide: Slide) -> Iterator[str]:
    if not _title(slide):
        yield "it has no title."
    if not _notes(slide):
        yield "it has no speaker notes."
    for shape in slide.shapes:
        yield from _check_description(shape)
        yield from _check_table(shape)
        yield from _check_text(shape)
        yield from _check_size(shape)
    for name, ratio in low_contrasts(slide):
        yield f"text of “{name}” has a contrast of {ratio:.1f} to 1, which is too little."
    if slide.has_notes_slide:
        yield from _check_language(slide.notes_slide.element, "the notes have")


def _title(slide: Slide) -> str:
    shape = slide.shapes.title
    if shape is None or shape.placeholder_format.type not in _TITLES:
        return ""
    return str(shape.text_frame.text).strip()


def _notes(slide: Slide) -> str:
    frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    return frame.text.strip() if frame is not None else ""


def _check_description(shape: BaseShape) -> Iterator[str]:
    if not isinstance(shape, Picture | GraphicFrame) or is_decorative(shape):
        return
    description = description_of(shape).strip()
    if not description:
        yield f"“{shape.name}” has no alternative text."
    elif _is_file_name(description, shape):
        yield f"the alternative text of “{shape.name}” is a file name."


def _is_file_name(description: str, shape: BaseShape) -> bool:
    if PurePath(description).suffix.lower() in _PICTURE_ENDINGS:
        return True
    return isinstance(shape, Picture) and description == shape.image.filename


def _check_table(shape: BaseShape) -> Iterator[str]:
    if not isinstance(shape, GraphicFrame) or not shape.has_table:
        return
    table = shape.table
    head = list(table.rows[0].cells)
    if not table.first_row:
        yield f"the table “{shape.name}” has no head row."
    elif not all(cell.text_frame.text.strip() for cell in head):
        yield f"the head row of the table “{shape.name}” has an empty cell."
    if any(cell.is_merge_origin for row in table.rows for cell in row.cells):
        yield f"the table “{shape.name}” has merged cells."


def _check_text(shape: BaseShape) -> Iterator[str]:
    yield from _check_language(shape.element, f"“{shape.name}” has")
    for run in shape.element.iter(qn("a:r")):
        is_link = run.find(f"{qn('a:rPr')}/{qn('a:hlinkClick')}") is not None
        if is_link and is_address(_words(run)):
            yield f"a link in “{shape.name}” shows its address instead of words."


def _check_language(element: etree._Element, whose: str) -> Iterator[str]:
    for run in element.iter(qn("a:r"), qn("a:fld")):
        properties = run.find(qn("a:rPr"))
        if properties is None or properties.get("lang") != LANGUAGE:
            yield f"{whose} text that is not marked as British English."
            return


def _check_size(shape: BaseShape) -> Iterator[str]:
    is_furniture = shape.is_placeholder and shape.placeholder_format.type in _FURNITURE
    least = _LEAST_FURNITURE_SIZE if is_furniture else _LEAST_SIZE
    properties = _text_root(shape).iter(qn("a:rPr"), qn("a:defRPr"), qn("a:endParaRPr"))
    sizes = [int(size) * _HUNDREDTHS for one in properties if (size := one.get("sz"))]
    if sizes and min(sizes) < least:
        yield f"the text of “{shape.name}” is smaller than {least.pt:.0f} points."


def _text_root(shape: BaseShape) -> etree._Element:
    if isinstance(shape, GraphicFrame) and shape.has_chart:
        space: etree._Element = shape.chart.element
        return space
    return shape.element


def _words(run: etree._Element) -> str:
    return str(run.findtext(qn("a:t")) or "")
