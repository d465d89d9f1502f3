# mypy: untyped-calls-exclude="pptx"
"""Text on slides: British English on every run, sizes that were fitted, links and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.util import Pt

from sgdesk.exports.deck.content import Marker, Run
from sgdesk.exports.deck.fitting import INDENTS

if TYPE_CHECKING:
    from pptx.text.text import TextFrame, _Paragraph

    from sgdesk.exports.deck.content import Paragraph, TextBlock

LANGUAGE = "en-GB"


def write_block(frame: TextFrame, block: TextBlock) -> None:
    """Replace the text of `frame` by `block`."""
    frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    for index, content in enumerate(block.paragraphs):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(block.gap)
        _mark(paragraph, block)
        write_runs(paragraph, content, block.size)


def write_lines(frame: TextFrame, lines: tuple[Paragraph, ...], size: int | None = None) -> None:
    """Replace the text of `frame` by `lines` in the layout's own paragraph style."""
    for index, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        write_runs(paragraph, line, size)


def write_runs(paragraph: _Paragraph, runs: Paragraph, size: int | None = None) -> None:
    """Add `runs` to `paragraph`; without `size` they take the layout's."""
    for content in runs:
        run = paragraph.add_run()
        run.text = content.text
        run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK
        if size is not None:
            run.font.size = Pt(size)
        if content.is_bold:
            run.font.bold = True
        if content.address:
            run.hyperlink.address = content.address


def write_cell_line(paragraph: _Paragraph, text: str, size: int) -> None:
    """Write one line of a table cell; what is typed after it, or instead, looks the same."""
    if text:
        write_runs(paragraph, (Run(text),), size)
    end = etree.SubElement(paragraph._p, qn("a:endParaRPr"))  # noqa: SLF001 - no public way
    end.set("lang", LANGUAGE)
    end.set("sz", str(size * 100))


def _mark(paragraph: _Paragraph, block: TextBlock) -> None:
    """Set the list marker where it is not the bullet that the template gives."""
    if block.marker is Marker.BULLET:
        return
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - no public way to set markers
    indent = Pt(INDENTS[block.marker])
    properties.set("marL", str(indent))
    properties.set("indent", str(-indent))
    if block.marker is Marker.NONE:
        etree.SubElement(properties, qn("a:buNone"))
        return
    colour = etree.SubElement(properties, qn("a:buClr"))
    etree.SubElement(colour, qn("a:schemeClr")).set("val", "tx2")
    etree.SubElement(properties, qn("a:buFont")).set("typeface", "+mj-lt")
    numbers = etree.SubElement(properties, qn("a:buAutoNum"))
    numbers.set("type", "arabicPeriod")
    if block.first_number > 1:
        numbers.set("startAt", str(block.first_number))
