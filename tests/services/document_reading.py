"""The text of a finished document of any kind, read with other libraries than made it."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook
from pptx import Presentation

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")
_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)


def text_of_document(name: str, content: bytes) -> str:
    """All text that the file `name` says, in the order in which it says it."""
    return _READERS[name.rsplit(".", 1)[-1]](content)


def _pdf(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        assert all(page.get_textpage().get_text_bounded() for page in document)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.check_pdf_syntax() == []
        return "".join(part for page in pdf.pages for part in _page(page))


def _page(page: pikepdf.Page) -> Iterator[str]:
    """The letters of a page in the order of its content, as the fonts say what glyphs mean."""
    letters = {
        name: _meanings(font.ToUnicode.read_bytes())
        for name, font in page.Resources.get("/Font", {}).items()
    }
    current: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page, "Tf TJ"):
        if str(operator) == "Tf":
            current = letters[str(operands[0])]
            continue
        for part in operands[0]:
            if isinstance(part, pikepdf.String):
                codes = bytes(part)
                for at in range(0, len(codes), 2):
                    yield current[int.from_bytes(codes[at : at + 2], "big")]


def _meanings(table: bytes) -> dict[int, str]:
    """The letters of each code of a font, from its table."""
    found = {}
    for kind, block in _BLOCK.findall(table):
        for line in block.strip().splitlines():
            first, *last, letters = _HEX.findall(line)
            assert (kind == b"range") == bool(last)
            for code in range(int(first, 16), int((last or [first])[0], 16) + 1):
                found[code] = bytes.fromhex(letters.decode()).decode("utf-16-be")
    return found


def _pptx(content: bytes) -> str:
    deck = Presentation(io.BytesIO(content))
    parts = []
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                parts.append(shape.text_frame.text)
            if shape.has_table:
                parts += [cell.text for row in shape.table.rows for cell in row.cells]
        parts.append(slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "")
    return "\n".join(parts)


def _docx(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    return "".join(one.text or "" for one in document.element.iter(qn("w:t")))


def _html(content: bytes) -> str:
    parser = _Words()
    parser.feed(content.decode("utf-8"))
    parser.close()
    assert parser.names.isdisjoint({"script", "svg", "b", "object", "iframe"})
    return "".join(parser.texts)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        assert not any(name.startswith("on") for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def _xlsx(content: bytes) -> str:
    book = load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    return "\n".join(str(cell.value) for cell in cells if cell.value is not None)


def _csv(content: bytes) -> str:
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert not any(
        cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row
    )
    return "\n".join(cell for row in rows for cell in row)


_READERS = {
    "pdf": _pdf,
    "pptx": _pptx,
    "docx": _docx,
    "html": _html,
    "xlsx": _xlsx,
    "csv": _csv,
}
