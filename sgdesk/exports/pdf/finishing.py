"""Writes the tree of tags into a drawn PDF, so that it is PDF/UA-1 and PDF/A-2a at once."""

from __future__ import annotations

from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, String

from sgdesk.exports.pdf.metadata import PRODUCER, Facts
from sgdesk.exports.pdf.tagging import Element, Hotspot, Marked

_PRINTED = 4
"""The annotation flag that PDF/A asks for."""


def finish(drawn: bytes, document: Element, facts: Facts) -> bytes:
    """Return `drawn` with its tags, links and properties. The same input gives the same bytes."""
    with Pdf.open(BytesIO(drawn)) as pdf:
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        _Tree(pdf, root).write(document)
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        _write_properties(pdf, facts)
        result = BytesIO()
        pdf.save(result, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
        return result.getvalue()


class _Tree:
    """Turns elements into PDF objects and keeps the way back from a mark to its element."""

    def __init__(self, pdf: Pdf, root: Object) -> None:
        self._pdf = pdf
        self._root = root
        self._pages = [page.obj for page in pdf.pages]
        self._owners: list[list[Object]] = [[] for _ in self._pages]
        self._links: list[Object] = []

    def write(self, document: Element) -> None:
        self._root.K = Array([self._written(document, self._root)])
        numbers: list[Object | int] = []
        for key, (page, owners) in enumerate(zip(self._pages, self._owners, strict=True)):
            page.StructParents = key
            page.Tabs = Name.S
            numbers += [key, self._pdf.make_indirect(Array(owners))]
        for key, link in enumerate(self._links, start=len(self._pages)):
            numbers += [key, link]
        self._root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        self._root.ParentTreeNextKey = len(self._pages) + len(self._links)

    def _written(self, element: Element, parent: Object) -> Object:
        entry = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name("/" + element.role), P=parent)
        )
        if element.alt:
            entry.Alt = String(element.alt)
        if attributes := _attributes(element):
            entry.A = attributes
        home = next((kid.page for kid in element.kids if isinstance(kid, Marked)), 0)
        if home:
            entry.Pg = self._pages[home - 1]
        entry.K = Array([self._kid(kid, entry, home) for kid in element.kids])
        return entry

    def _kid(self, kid: Element | Marked | Hotspot, entry: Object, home: int) -> Object | int:
        if isinstance(kid, Element):
            return self._written(kid, entry)
        if isinstance(kid, Hotspot):
            return self._link(kid, entry)
        self._owners[kid.page - 1].append(entry)
        if kid.page == home:
            return kid.number
        return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page - 1], MCID=kid.number)

    def _link(self, hotspot: Hotspot, entry: Object) -> Object:
        page = self._pages[hotspot.page - 1]
        annotation = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(edge, 2) for edge in hotspot.box]),
                Border=Array([0, 0, 0]),
                F=_PRINTED,
                Contents=String(hotspot.words),
                StructParent=len(self._pages) + len(self._links),
                A=Dictionary(S=Name.URI, URI=String(hotspot.address)),
            )
        )
        self._links.append(entry)
        if Name.Annots not in page:
            page.Annots = Array()
        page.Annots.append(annotation)
        return Dictionary(Type=Name.OBJR, Pg=page, Obj=annotation)


def _attributes(element: Element) -> Dictionary | None:
    if element.scope or element.columns > 1:
        cell = Dictionary(O=Name.Table)
        if element.scope:
            cell.Scope = Name("/" + element.scope)
        if element.columns > 1:
            cell.ColSpan = element.columns
        return cell
    if element.numbering:
        return Dictionary(O=Name.List, ListNumbering=Name("/" + element.numbering))
    if element.box:
        box = Array([round(edge, 2) for edge in element.box])
        return Dictionary(O=Name.Layout, BBox=box, Placement=Name.Block)
    return None


def _write_properties(pdf: Pdf, facts: Facts) -> None:
    """Say in the old properties, too, what the metadata packet says."""
    moment = facts.moment.strftime("D:%Y%m%d%H%M%SZ")
    pdf.docinfo = pdf.make_indirect(
        Dictionary(
            Title=String(facts.title),
            Author=String(facts.author),
            Subject=String(facts.subject),
            Creator=String(PRODUCER),
            Producer=String(PRODUCER),
            CreationDate=String(moment),
            ModDate=String(moment),
        )
    )
