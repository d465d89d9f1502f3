"""What stands in a Word document: headings, lists, links, a logo, the foot with page numbers."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from sgdesk.exports.brand_colours import readable_accent, readable_ink
from sgdesk.exports.briefing_words import Shape
from sgdesk.exports.logos import normalise_logo, open_logo
from sgdesk.exports.word.document import document_bytes, new_document, set_face
from sgdesk.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

    from sgdesk.exports.briefing_words import Line, WordSection
    from sgdesk.records.briefing import Brand

_TITLE, _HEADING, _FOOT = Pt(22), Pt(14), Pt(9)
_MUTED = "#4A5966"
_MARGIN, _TO_THE_EDGE = Mm(20), Mm(9)
_LOGO_WIDTH, _LOGO_HEIGHT = Mm(45), Mm(22)
_LINK = "Hyperlink"
_STYLES = {
    Shape.PARAGRAPHS: "Normal",
    Shape.BULLETS: "List Bullet",
    Shape.NUMBERS: "List Number",
}


class Head(NamedTuple):
    """Whose the document is, what its properties say, and the mark on each of its pages."""

    title: str
    brand: Brand
    mark: str
    made_on: date


class Flow:
    """A Word document that is written from top to bottom."""

    def __init__(self, head: Head) -> None:
        mark, ink = clean_line(head.mark), readable_ink(head.brand)
        self._document: WordDocument = new_document(
            head.title, on=head.made_on, status=mark, ink=ink
        )
        self._set_styles(ink, readable_accent(head.brand))
        self._write_margins(mark, clean_line(head.brand.partnership))

    def finished(self) -> bytes:
        """Return the document as a .docx file."""
        return document_bytes(self._document)

    def logo(self, brand: Brand) -> None:
        """Show the logo with its words for screen readers; nothing where there is none."""
        picture = open_logo(brand.logo_png)
        if picture is None:
            return
        share = min(_LOGO_WIDTH / picture.width, _LOGO_HEIGHT / picture.height)
        shown = (
            self._document.add_paragraph()
            .add_run()
            .add_picture(
                BytesIO(normalise_logo(brand.logo_png or b"")), width=round(picture.width * share)
            )
        )
        name = clean_line(brand.short_name) or clean_line(brand.partnership)
        properties = shown._inline.docPr  # noqa: SLF001 - there is no other way to alt text
        properties.set("name", "Logo")
        properties.set("descr", f"Logo of {name}" if name else "Logo")

    def title(self, text: str) -> None:
        """Write the heading of the whole document."""
        self._document.add_heading(text, level=1)

    def heading(self, text: str) -> None:
        """Write the heading of a section."""
        self._document.add_heading(text, level=2)

    def paragraph(self, text: str, *, is_muted: bool = False) -> None:
        """Write a paragraph, unless it says nothing."""
        if text:
            run = self._document.add_paragraph().add_run(text)
            if is_muted:
                run.font.color.rgb = _rgb(_MUTED)

    def labelled(self, facts: Iterable[tuple[str, str]]) -> None:
        """Write lines such as "Case reference: RIV2026-27-01", close together."""
        lines = list(facts)
        for at, (label, value) in enumerate(lines, start=1):
            paragraph = self._document.add_paragraph()
            if at < len(lines):
                paragraph.paragraph_format.space_after = Pt(0)
            paragraph.add_run(f"{label}:").bold = True
            paragraph.add_run(f" {value}")

    def section(self, section: WordSection) -> None:
        """Write a section with its heading; one with links stays on one page."""
        self.heading(section.heading)
        written = [self._line(line, _STYLES[section.shape]) for line in section.lines]
        if any(line.address for line in section.lines):
            for paragraph in written[:-1]:
                paragraph.paragraph_format.keep_with_next = True

    def _line(self, line: Line, style: str) -> Paragraph:
        paragraph = self._document.add_paragraph(style=style)
        if line.lead:
            paragraph.add_run(line.lead).bold = True
        if line.text:
            paragraph.add_run(f" {line.text}" if line.lead else line.text)
        if line.address:
            if line.lead or line.text:
                paragraph.add_run(" ")
            self._link(paragraph, line)
        return paragraph

    def _link(self, paragraph: Paragraph, line: Line) -> None:
        key = paragraph.part.relate_to(line.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), key)
        paragraph._p.append(link)  # noqa: SLF001 - the library reads links and writes none
        run = paragraph.add_run(line.link, style=_LINK)
        link.append(run._r)  # noqa: SLF001 - as above

    def _set_styles(self, ink: str, accent: str) -> None:
        styles = self._document.styles
        for name, size, above, below in (
            ("Heading 1", _TITLE, 2, 6),
            ("Heading 2", _HEADING, 12, 4),
        ):
            style = styles[name]
            set_face(style, size)
            style.font.color.rgb = _rgb(ink)
            style.paragraph_format.space_before = Pt(above)
            style.paragraph_format.space_after = Pt(below)
        for name in (_STYLES[Shape.BULLETS], _STYLES[Shape.NUMBERS]):
            styles[name].paragraph_format.space_after = Pt(3)
        normal = styles["Normal"].paragraph_format
        normal.space_after, normal.line_spacing = Pt(6), 1.1
        link = styles.add_style(_LINK, WD_STYLE_TYPE.CHARACTER)
        link.font.color.rgb = _rgb(accent)
        link.font.underline = True

    def _write_margins(self, mark: str, owner: str) -> None:
        """Put the mark on the head, and the mark, the owner and the page on the foot."""
        section = self._document.sections[0]
        section.top_margin = section.bottom_margin = _MARGIN
        section.left_margin = section.right_margin = _MARGIN
        section.header_distance = section.footer_distance = _TO_THE_EDGE
        head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
        head.alignment = foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
        head.add_run(mark).bold = True
        if mark:
            foot.add_run(mark).bold = True
            foot.add_run().add_break()
        if owner:
            foot.add_run(f"{owner} · ")
        foot.add_run("Page ")
        _field(foot, "PAGE")
        foot.add_run(" of ")
        _field(foot, "NUMPAGES")
        for run in foot.runs:
            run.font.size = _FOOT


def _field(paragraph: Paragraph, code: str) -> None:
    """Add a number that Word works out; "1" stands there until it does."""
    for kind in ("begin", "", "separate", "1", "end"):
        run = paragraph.add_run()
        if kind == "1":
            run.text = kind
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)  # noqa: SLF001 - the library writes no fields
        else:
            words = OxmlElement("w:instrText")
            words.set(qn("xml:space"), "preserve")
            words.text = f" {code} "
            run._r.append(words)  # noqa: SLF001 - as above


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.lstrip("#"))
