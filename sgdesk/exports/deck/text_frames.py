# mypy: untyped-calls-exclude="pptx"
"""Text on slides: British English on every run, sizes that were fitted, links and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.util import Pt

from sgdesk.exports.deck.content import Marker, Run
from sgdesk.exports.deck.fitting import INDENTS, KICKER_GAP, KICKER_SIZE

if TYPE_CHECKING:
    from pptx.text.text import TextFrame, _Paragraph

    from sgdesk.exports.deck.content import Paragraph, TextBlock

LANGUAGE = "en-GB"


def write_block(frame: TextFrame, block: TextBlock) -> None:
    """Replace the text of `frame` by `block`."""
    frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    paragraph = frame.paragraphs[0]
    if block.kicker:
        write_heading(paragraph, block.kicker)
        paragraph = frame.add_paragraph()
    for index, content in enumerate(block.paragraphs):
        paragraph = paragraph if index == 0 else frame.add_paragraph()
        _space_after(paragraph, block.gap)
        _mark(paragraph, block, is_continued=block.continues and index == 0)
        write_runs(paragraph, content, block.size)


def write_heading(paragraph: _Paragraph, words: str) -> None:
    """Write a line that names what follows it, in the theme's own colour for such words."""
    _space_after(paragraph, KICKER_GAP)
    _unmark(paragraph)
    write_runs(paragraph, (Run(words, is_bold=True),), KICKER_SIZE, "accent1")


def write_lines(frame: TextFrame, lines: tuple[Paragraph, ...], size: int | None = None) -> None:
    """Replace the text of `frame` by `lines` in the layout's own paragraph style."""
    for index, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        write_runs(paragraph, line, size)


def write_runs(
    paragraph: _Paragraph, runs: Paragraph, size: int | None = None, colour: str = ""
) -> None:
    """Add `runs` to `paragraph`; without `size` or theme `colour` they take the layout's."""
    for content in runs:
        run = etree.SubElement(paragraph._p, qn("a:r"))  # noqa: SLF001 - ten times as fast
        about = etree.SubElement(run, qn("a:rPr"), lang=LANGUAGE)
        if size is not None:
            about.set("sz", str(size * 100))
        if content.is_bold:
            about.set("b", "1")
        if colour:
            fill = etree.SubElement(about, qn("a:solidFill"))
            etree.SubElement(fill, qn("a:schemeClr"), val=colour)
        etree.SubElement(run, qn("a:t")).text = content.text
        if content.address:
            paragraph.runs[-1].hyperlink.address = content.address


def _space_after(paragraph: _Paragraph, points: float) -> None:
    """Set the gap below a new paragraph: first of all, for the schema has an order."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - the public way takes its time
    after = etree.SubElement(properties, qn("a:spcAft"))
    etree.SubElement(after, qn("a:spcPts"), val=str(round(points * 100)))


def _mark(paragraph: _Paragraph, block: TextBlock, *, is_continued: bool) -> None:
    """Set the list marker where it is not the bullet that the template gives."""
    if block.marker is Marker.NONE:
        _unmark(paragraph)
    elif is_continued:
        _unmark(paragraph, INDENTS[block.marker])
    elif block.marker is Marker.NUMBER:
        _number(paragraph, block.first_number)


def _unmark(paragraph: _Paragraph, indent: float = 0) -> None:
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - no public way to set markers
    properties.set("marL", str(Pt(indent)))
    properties.set("indent", "0")
    etree.SubElement(properties, qn("a:buNone"))


def _number(paragraph: _Paragraph, first: int) -> None:
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - no public way to set markers
    indent = Pt(INDENTS[Marker.NUMBER])
    properties.set("marL", str(indent))
    properties.set("indent", str(-indent))
    colour = etree.SubElement(properties, qn("a:buClr"))
    etree.SubElement(colour, qn("a:schemeClr")).set("val", "tx2")
    etree.SubElement(properties, qn("a:buFont")).set("typeface", "+mj-lt")
    numbers = etree.SubElement(properties, qn("a:buAutoNum"))
    numbers.set("type", "arabicPeriod")
    if first > 1:
        numbers.set("startAt", str(first))
