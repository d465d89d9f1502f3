"""A letter as a plain Word document that can be read aloud, edited and sent."""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from sgdesk.domain.dates import full_date
from sgdesk.domain.letters import LETTER_KINDS, LetterKey
from sgdesk.domain.partnerships import contrast_with_white
from sgdesk.text import clean_letter, clean_line

if TYPE_CHECKING:
    from datetime import date

    from docx.document import Document as WordDocument
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

    from sgdesk.records.letters import Letter

LANGUAGE = "en-GB"
_FACE = "Arial"
_INK = "#12344D"
_LEAST_CONTRAST = 4.5
_BODY, _HEADING, _HEAD = Pt(11), Pt(14), Pt(13)
_MARGIN, _A4 = Mm(25), (Mm(210), Mm(297))
_LEFTOVERS = {"thumbnail", "extended-properties", "stylesWithEffects", "customXml"}
"""Kinds of parts, as their relations end."""


def letter_document(letter: Letter, *, on: date, ink: str = _INK) -> bytes:
    """Return `letter`, dated `on`, as a .docx file.

    `ink` is the partnership's main colour, `#RRGGBB`; the program's holds where white paper
    makes it unreadable. The properties of the file name nobody and no case.
    """
    document = Document()
    _set_page(document)
    _set_styles(document, ink)
    _set_properties(document, letter, on)
    _drop_leftovers(document)
    _write_mark(document, clean_line(letter.mark))
    _write_head(document, clean_letter(letter.sender))
    document.add_paragraph(full_date(on))
    if recipient := clean_line(letter.recipient):
        document.add_paragraph(recipient)
    document.add_heading(clean_line(letter.subject), level=1)
    for block in clean_letter(letter.body).split("\n\n"):
        document.add_paragraph(block)  # a line end within becomes a line break
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _write_mark(document: WordDocument, mark: str) -> None:
    """Put the handling mark on the head and the foot of every page."""
    section = document.sections[0]
    for place in (section.header, section.footer):
        paragraph = place.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(mark).bold = True


def _write_head(document: WordDocument, sender: str) -> None:
    first, *rest = sender.split("\n")
    if first:
        name = document.add_paragraph()
        run = name.add_run(first)
        run.bold = True
        run.font.size = _HEAD
        _keep_close(name, more=bool(rest))
    for at, line in enumerate(rest, start=1):
        _keep_close(document.add_paragraph(line), more=at < len(rest))


def _keep_close(paragraph: Paragraph, *, more: bool) -> None:
    if more:
        paragraph.paragraph_format.space_after = Pt(0)


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = _A4
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN


def _set_styles(document: WordDocument, ink: str) -> None:
    """Give every style one typeface and British English, headings the partnership's colour."""
    ratio = contrast_with_white(ink)
    colour = ink if ratio is not None and ratio >= _LEAST_CONTRAST else _INK
    normal: ParagraphStyle = document.styles["Normal"]
    _set_face(normal, _BODY)
    normal.paragraph_format.space_after = Pt(10)
    normal.paragraph_format.line_spacing = 1.15
    heading: ParagraphStyle = document.styles["Heading 1"]
    _set_face(heading, _HEADING)
    heading.font.color.rgb = RGBColor.from_string(colour.lstrip("#"))
    heading.paragraph_format.space_before = Pt(12)
    heading.paragraph_format.space_after = Pt(10)
    for part in (document.styles.element, document.settings.element):
        for name in ("w:lang", "w:themeFontLang"):
            for language in part.iter(qn(name)):
                for script in ("w:val", "w:eastAsia"):
                    language.set(qn(script), LANGUAGE)


def _set_face(style: ParagraphStyle, size: Pt) -> None:
    """Name the typeface for every script; the theme's would win over it."""
    style.font.name = _FACE
    style.font.size = size
    fonts = style.element.rPr.rFonts
    for script in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{script}"), None)
    fonts.set(qn("w:cs"), _FACE)
    fonts.set(qn("w:eastAsia"), _FACE)


def _set_properties(document: WordDocument, letter: Letter, on: date) -> None:
    """Set every property, so that none speaks of the template or of another author."""
    properties = document.core_properties
    for name in (
        "author", "category", "comments", "content_status", "identifier", "keywords",
        "last_modified_by", "subject", "version",
    ):  # fmt: skip
        setattr(properties, name, "")
    properties.title = LETTER_KINDS[LetterKey(letter.key)].title
    properties.content_status = letter.mark
    properties.language = LANGUAGE
    properties.revision = 1
    properties.created = properties.modified = datetime.combine(on, time())


def _drop_leftovers(document: WordDocument) -> None:
    """Leave out the parts of the library's own template that speak of where it was made."""
    for relations in (document.part.package.rels, document.part.rels):
        for key, one in list(relations.items()):
            if one.reltype.rpartition("/")[2] in _LEFTOVERS:
                del relations[key]
