"""A letter as a plain Word document that can be read aloud, edited and sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from sgdesk.domain.dates import full_date
from sgdesk.domain.letters import LETTER_KINDS, LetterKey
from sgdesk.exports.brand_colours import INK
from sgdesk.exports.word.document import document_bytes, new_document
from sgdesk.text import clean_letter, clean_line

if TYPE_CHECKING:
    from datetime import date

    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

    from sgdesk.records.letters import Letter

_HEAD = Pt(13)
_HEADING, _ITEM = "# ", "- "


def letter_document(letter: Letter, *, on: date, ink: str = INK) -> bytes:
    """Return `letter`, dated `on`, as a .docx file.

    `ink` is the partnership's main colour, `#RRGGBB`; the program's holds where white paper
    makes it unreadable. The properties of the file name nobody and no case.
    """
    title = LETTER_KINDS[LetterKey(letter.key)].title
    document = new_document(title, on=on, status=clean_line(letter.mark), ink=ink)
    _write_mark(document, clean_line(letter.mark))
    _write_head(document, clean_letter(letter.sender))
    document.add_paragraph(full_date(on))
    if recipient := clean_line(letter.recipient):
        document.add_paragraph(recipient)
    document.add_heading(clean_line(letter.subject), level=1)
    for block in clean_letter(letter.body).split("\n\n"):
        _write_block(document, block)
    return document_bytes(document)


def _write_block(document: WordDocument, block: str) -> None:
    """Write a paragraph; "# " makes it a heading, "- " before each of its lines a list."""
    lines = block.split("\n")
    if len(lines) == 1 and block.startswith(_HEADING):
        document.add_heading(block.removeprefix(_HEADING), level=2)
    elif all(line.startswith(_ITEM) for line in lines):
        for line in lines:
            document.add_paragraph(line.removeprefix(_ITEM), style="List Bullet")
    else:
        document.add_paragraph(block)  # a line end within becomes a line break


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
