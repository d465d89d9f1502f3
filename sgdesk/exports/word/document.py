"""An empty Word document: A4, one typeface, British English, and properties that name nobody."""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from sgdesk.exports.brand_colours import INK, readable
from sgdesk.exports.packages import without_clock

if TYPE_CHECKING:
    from datetime import date

    from docx.document import Document as WordDocument
    from docx.styles.style import BaseStyle, ParagraphStyle

LANGUAGE = "en-GB"
_FACE = "Arial"
_BODY, _HEADING, _SMALL_HEADING = Pt(11), Pt(14), Pt(12)
_MARGIN, _A4 = Mm(25), (Mm(210), Mm(297))
_LEFTOVERS = {"thumbnail", "extended-properties", "stylesWithEffects", "customXml"}
"""Kinds of parts, as their relations end."""


def new_document(title: str, *, on: date, status: str = "", ink: str = INK) -> WordDocument:
    """Return a document whose properties say `title`, the day `on` and `status`, no more.

    `ink` is the partnership's main colour, `#RRGGBB`; the program's holds where white paper
    makes it unreadable.
    """
    document = Document()
    _set_page(document)
    _set_styles(document, readable(ink, INK))
    _set_properties(document, title, on, status)
    _drop_leftovers(document)
    return document


def document_bytes(document: WordDocument) -> bytes:
    """Return the document as a .docx file, the same bytes every time."""
    stream = io.BytesIO()
    document.save(stream)
    return without_clock(stream.getvalue(), document.core_properties.created)


def set_face(style: BaseStyle, size: Pt) -> None:
    """Name the typeface for every script; the theme's would win over it."""
    style.font.name = _FACE  # type: ignore[attr-defined]
    style.font.size = size  # type: ignore[attr-defined]
    fonts = style.element.rPr.rFonts
    for script in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{script}"), None)
    fonts.set(qn("w:cs"), _FACE)
    fonts.set(qn("w:eastAsia"), _FACE)


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = _A4
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN


def _set_styles(document: WordDocument, ink: str) -> None:
    """Give every style one typeface and British English, headings the partnership's colour."""
    normal: ParagraphStyle = document.styles["Normal"]
    set_face(normal, _BODY)
    normal.paragraph_format.space_after = Pt(10)
    normal.paragraph_format.line_spacing = 1.15
    for name, size, below in (("Heading 1", _HEADING, 10), ("Heading 2", _SMALL_HEADING, 6)):
        heading: ParagraphStyle = document.styles[name]
        set_face(heading, size)
        heading.font.color.rgb = RGBColor.from_string(ink.lstrip("#"))
        heading.paragraph_format.space_before = Pt(12)
        heading.paragraph_format.space_after = Pt(below)
    for name in ("List Bullet", "List Number"):
        items: ParagraphStyle = document.styles[name]
        items.element.pPr.remove(items.element.pPr.find(qn("w:contextualSpacing")))
        items.paragraph_format.space_after = Pt(5)  # air between the items
    for part in (document.styles.element, document.settings.element):
        for name in ("w:lang", "w:themeFontLang"):
            for language in part.iter(qn(name)):
                for script in ("w:val", "w:eastAsia"):
                    language.set(qn(script), LANGUAGE)


def _set_properties(document: WordDocument, title: str, on: date, status: str) -> None:
    """Set every property, so that none speaks of the template or of another author."""
    properties = document.core_properties
    for name in (
        "author", "category", "comments", "identifier", "keywords",
        "last_modified_by", "subject", "version",
    ):  # fmt: skip
        setattr(properties, name, "")
    properties.title = title[:_LONGEST_PROPERTY]
    properties.content_status = status[:_LONGEST_PROPERTY]
    properties.language = LANGUAGE
    properties.revision = 1
    properties.created = properties.modified = datetime.combine(on, time())


_LONGEST_PROPERTY = 255
"""The longest text that a property takes."""


def _drop_leftovers(document: WordDocument) -> None:
    """Leave out the parts of the library's own template that speak of where it was made."""
    for relations in (document.part.package.rels, document.part.rels):
        for key, one in list(relations.items()):
            if one.reltype.rpartition("/")[2] in _LEFTOVERS:
                del relations[key]
