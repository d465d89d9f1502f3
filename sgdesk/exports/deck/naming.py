"""Names and alternative text of shapes: what a screen reader says instead of a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from pptx.shapes.base import BaseShape

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECORATIVE_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


def describe(shape: BaseShape, name: str, description: str) -> None:
    """Give `shape` its name and the text that stands for it."""
    shape.name = name
    _properties(shape).set("descr", description)


def mark_decorative(shape: BaseShape, name: str) -> None:
    """Tell screen readers to pass over `shape`."""
    shape.name = name
    extensions = etree.SubElement(_properties(shape), f"{{{_DRAWING}}}extLst")
    extension = etree.SubElement(extensions, f"{{{_DRAWING}}}ext", uri=_DECORATIVE_URI)
    flag = etree.SubElement(extension, f"{{{_DECORATIVE}}}decorative", nsmap={"adec": _DECORATIVE})
    flag.set("val", "1")


def description_of(shape: BaseShape) -> str:
    """Return the alternative text of `shape`, or ""."""
    return str(_properties(shape).get("descr", ""))


def is_decorative(shape: BaseShape) -> bool:
    """Tell whether screen readers pass over `shape`."""
    flags = _properties(shape).iter(f"{{{_DECORATIVE}}}decorative")
    return any(flag.get("val") == "1" for flag in flags)


def _properties(shape: BaseShape) -> etree._Element:
    properties: etree._Element = shape._element._nvXxPr.cNvPr  # noqa: SLF001 - no public way
    return properties
