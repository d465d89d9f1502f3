"""What would keep people from reading a Word document: checked on the finished file."""

from __future__ import annotations

import io
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn

from sgdesk.exports.word.document import LANGUAGE
from sgdesk.records.packs import Inspection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_TITLE = "Title"


def inspect_word(data: bytes) -> Inspection:
    """Return what is wrong with the document `data`. Its pages are only known to Word.

    Raises whatever the library raises if `data` is no Word document.
    """
    return Inspection(problems=tuple(_problems(Document(io.BytesIO(data)))))


def _problems(document: WordDocument) -> Iterator[str]:
    if not document.core_properties.title.strip():
        yield "It has no title in its properties."
    languages = {
        str(one.get(qn("w:val")))
        for part in (document.styles.element, document.element)
        for one in part.iter(qn("w:lang"))
        if one.get(qn("w:val"))
    }
    if languages != {LANGUAGE}:
        yield "Its language is not marked as British English everywhere."
    yield from _heading_problems(document)
    pictures = list(document.element.iter(qn("wp:docPr")))
    without = sum(not str(one.get("descr") or "").strip() for one in pictures)
    if without:
        yield f"{_count(without, 'picture')} without alternative text."
    headless = sum(not _has_head(table) for table in document.tables)
    if headless:
        yield f"{_count(headless, 'table')} without a head row."


def _heading_problems(document: WordDocument) -> Iterator[str]:
    names = {style.style_id: style.name or "" for style in document.styles}
    levels = []
    for style in document.element.body.iter(qn("w:pStyle")):
        name = names.get(str(style.get(qn("w:val"))), "")
        if found := _HEADING.fullmatch(name):
            levels.append(int(found[1]))
        elif name == _TITLE:
            levels.append(0)
    if not levels or levels[0] > 1:
        yield "It does not begin with a main heading."
    if any(after - before > 1 for before, after in pairwise(levels)):
        yield "A level of headings is skipped."


def _has_head(table: object) -> bool:
    rows = getattr(table, "rows")  # noqa: B009 - left out of the stubs
    return bool(rows) and rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None  # noqa: SLF001 - the library has no other way


def _count(number: int, what: str) -> str:
    return f"1 {what} is" if number == 1 else f"{number} {what}s are"
