"""Names of XML elements in a presentation, and what its placeholders are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

NAMESPACES = {
    "a": A[1:-1],
    "p": P[1:-1],
    "r": R[1:-1],
}

TITLE_KINDS = frozenset({"title", "ctrTitle"})
FURNITURE_KINDS = frozenset({"dt", "ftr", "sldNum", "hdr"})
CONTENT_KINDS = frozenset({"body", "obj"})
OTHER_KINDS = frozenset({"subTitle", "chart", "tbl", "clipArt", "dgm", "media", "pic", "sldImg"})
ALL_KINDS = TITLE_KINDS | FURNITURE_KINDS | CONTENT_KINDS | OTHER_KINDS


def drop(element: etree._Element, name: str) -> None:
    """Take the attribute `name` off `element` if it is there."""
    if name in element.attrib:
        del element.attrib[name]


def remove(element: etree._Element) -> None:
    """Take `element` out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
