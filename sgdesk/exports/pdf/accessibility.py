"""What would keep people from reading a PDF: checked on the finished file, whoever made it."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, Object, Pdf

from sgdesk.exports.pdf.metadata import LANGUAGE
from sgdesk.records.packs import Inspection

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADING = "/H"


def inspect_pdf(data: bytes) -> Inspection:
    """Return how many pages `data` has and what is wrong with it.

    A quick look at what matters most to a screen reader; veraPDF looks at all of PDF/UA.
    Raises whatever the library raises if `data` is no PDF.
    """
    with Pdf.open(BytesIO(data)) as pdf:
        return Inspection(len(pdf.pages), "page", tuple(_problems(pdf)))


def _problems(pdf: Pdf) -> Iterator[str]:
    root = pdf.Root
    if not bool(root.get("/MarkInfo", Dictionary()).get("/Marked", False)):
        yield "It is not tagged for screen readers."
    if str(root.get("/Lang", "")) != LANGUAGE:
        yield "Its language is not marked as British English."
    if not str(pdf.docinfo.get("/Title", "")).strip():
        yield "It has no title in its properties."
    if not bool(root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False)):
        yield "Its window would show the file name in place of the title."
    for number, page in enumerate(pdf.pages, start=1):
        yield from _page_problems(page.obj, number)
    yield from _tree_problems(root.get("/StructTreeRoot", Dictionary()))


def _page_problems(page: Object, number: int) -> Iterator[str]:
    if page.get("/Tabs") != Name.S:
        yield f"Page {number}: the keyboard does not follow the reading order."
    for note in page.get("/Annots", Array()):
        if not str(note.get("/Contents", "")).strip():
            yield f"Page {number}: a link does not say where it leads."


def _tree_problems(tree: Object) -> Iterator[str]:
    tags = list(_tags(tree))
    headings = [int(role[2:]) for role, _ in tags if role[:2] == _HEADING and role[2:].isdigit()]
    if not headings or headings[0] != 1:
        yield "It does not begin with a main heading."
    if any(after - before > 1 for before, after in pairwise(headings)):
        yield "A level of headings is skipped."
    without = sum(role == "/Figure" and not alt for role, alt in tags)
    if without:
        pictures = "A picture has" if without == 1 else f"{without} pictures have"
        yield f"{pictures} no alternative text."


def _tags(tree: Object) -> Iterator[tuple[str, str]]:
    """Yield the role and the alternative text of each tag, in reading order."""
    waiting = [tree]
    while waiting:
        element = waiting.pop()
        if "/S" in element:
            yield str(element.S), str(element.get("/Alt", ""))
        kids = element.get("/K", Array())
        found = list(kids) if isinstance(kids, Array) else [kids]
        waiting += [kid for kid in reversed(found) if isinstance(kid, Dictionary) and "/S" in kid]
