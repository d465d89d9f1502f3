"""A PDF: the text of its pages, what is spoken instead, links, bookmarks, properties."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pikepdf
import pypdfium2
from lxml import etree

from sgdesk.exports.reading.found import Inside, Placed

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPOKEN = {
    "/Alt": "alt text",
    "/ActualText": "text for screen readers",
    "/E": "expansion",
    "/T": "name of a heading or part",
    "/Contents": "alt text of a link",
}
_MOST_ELEMENTS = 100_000
_STAMPS = re.compile(r"date$|^/?(?:producer|creatortool|part|conformance)$", re.IGNORECASE)
"""Properties that every file has and that say nothing of a case."""


def read(content: bytes) -> Iterator[Placed | Inside]:
    """Yield every text of the PDF, page by page, then what belongs to the whole."""
    yield from _page_texts(content)
    with pikepdf.open(io.BytesIO(content)) as document:
        for number, page in enumerate(document.pages, start=1):
            yield from _notes(page, f"page {number}")
        yield from _spoken(document)
        yield from _bookmarks(document)
        yield from _properties(document)
        for name, attached in document.attachments.items():
            yield Inside("attached file", name, attached.get_file().read_bytes())


def _page_texts(content: bytes) -> Iterator[Placed]:
    document = pypdfium2.PdfDocument(content)
    try:
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage().get_text_range()
            yield Placed(f"page {number + 1}", text)
    finally:
        document.close()


def _notes(page: pikepdf.Page, where: str) -> Iterator[Placed]:
    """Yield what links, notes and form fields of a page say and lead to."""
    annotations: Any = page.get("/Annots", ())
    for note in annotations:
        for key, what in (
            ("/Contents", "alt text of a link or note"),
            ("/T", "author of a note"),
            ("/TU", "hint on a field"),
            ("/V", "content of a field"),
        ):
            if isinstance(note.get(key), pikepdf.String):
                yield Placed(f"{where}, {what}", str(note[key]))
        action = note.get("/A")
        if action is not None and "/URI" in action:
            yield Placed(f"{where}, link", unquote(str(action["/URI"])))
    for stream in _streams(page):
        for spoken in re.findall(
            rb"/(?:ActualText|Alt|E)\s*(\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f\s]*>)", stream
        ):
            yield Placed(f"{where}, text for screen readers", _string(spoken))


def _streams(page: pikepdf.Page) -> Iterator[bytes]:
    held: Any = page.obj.get("/Contents", ())
    for stream in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(stream, pikepdf.Stream):
            content = stream.read_bytes()
            if b"/ActualText" in content or b"/Alt" in content:
                yield content


def _string(written: bytes) -> str:
    return str(pikepdf.Object.parse(written))


def _spoken(document: pikepdf.Pdf) -> Iterator[Placed]:
    pages: dict[object, int] = {page.objgen: n for n, page in enumerate(document.pages, start=1)}
    pending: list[Any] = [document.Root.get("/StructTreeRoot")]
    for _ in range(_MOST_ELEMENTS):
        if not pending:
            return
        element = pending.pop()
        if not isinstance(element, pikepdf.Dictionary):
            continue
        number = pages.get(element["/Pg"].objgen) if "/Pg" in element else None
        where = f"page {number}" if number else "tags of the document"
        for key, what in _SPOKEN.items():
            if isinstance(element.get(key), pikepdf.String):
                yield Placed(f"{where}, {what}", str(element[key]))
        kids: Any = element.get("/K", ())
        pending += list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _bookmarks(document: pikepdf.Pdf) -> Iterator[Placed]:
    if "/Outlines" not in document.Root:
        return
    with document.open_outline() as outline:
        pending = list(outline.root)
        while pending:
            item = pending.pop()
            yield Placed("bookmark", item.title)
            pending += item.children


def _properties(document: pikepdf.Pdf) -> Iterator[Placed]:
    info: Any = document.trailer.get("/Info", {})
    for key, value in info.items():
        if not _STAMPS.search(key):
            yield Placed(f"properties: {key[1:].lower()}", str(value))
    held: Any = document.Root.get("/Metadata")
    if held is None:
        return
    for element in etree.fromstring(held.read_bytes().strip()).iter("{*}*"):
        name = _local(element.tag)
        for text in (element.text or "", *element.attrib.values()):
            if not _STAMPS.search(name):
                yield Placed(f"properties: {name.lower()}", str(text))


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]
