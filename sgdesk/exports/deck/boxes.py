"""Boxes drawn on a slide beside its placeholders: one fill, no line, no shadow."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.util import Emu

from sgdesk.exports.deck.measuring import Frame
from sgdesk.exports.deck.naming import mark_decorative

if TYPE_CHECKING:
    from lxml import etree
    from pptx.slide import Slide

_NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_NO_LINE = "<a:ln><a:noFill/></a:ln>"
_NO_TEXT = '<a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p>'
_RING = '<a:ln w="38100"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:ln>'


class Place(NamedTuple):
    """Where a shape stands, in English Metric Units."""

    left: int
    top: int
    width: int
    height: int

    @property
    def frame(self) -> Frame:
        """Its size in points."""
        return Frame(Emu(self.width).pt, Emu(self.height).pt)


def add_text_box(slide: Slide, name: str, place: Place, fill: str) -> Shape:
    """Add an empty box for text; `fill` is a theme colour, or "" for a clear box."""
    looks = f"{_geometry('rect')}{_fill(fill)}{_NO_LINE}"
    body = '<a:bodyPr wrap="square" rtlCol="0"/><a:lstStyle/><a:p/>'
    return _add(slide, name, place, looks, body, ' txBox="1"')


def add_decoration(slide: Slide, name: str, place: Place, fill: str) -> None:
    """Add a bar in the theme colour `fill` that screen readers pass over."""
    looks = f"{_geometry('rect')}{_fill(fill)}{_NO_LINE}"
    mark_decorative(_add(slide, name, place, looks, _NO_TEXT), name)


def add_dot(slide: Slide, place: Place, fill: str) -> None:
    """Add a disc, ringed against what it covers, that screen readers pass over."""
    looks = f"{_geometry('ellipse')}{_fill(fill)}{_RING}"
    mark_decorative(_add(slide, "Dot", place, looks, _NO_TEXT), "Dot")


def next_id(tree: etree._Element) -> int:
    """Return an id that no shape in `tree` has."""
    return max(int(properties.get("id", 0)) for properties in tree.iter(qn("p:cNvPr"))) + 1


def _add(slide: Slide, name: str, place: Place, looks: str, body: str, kind: str = "") -> Shape:
    left, top, width, height = place
    tree = slide.shapes
    element = parse_xml(
        f'<p:sp {_NAMES}><p:nvSpPr><p:cNvPr id="{next_id(tree.element)}" name=""/>'
        f'<p:cNvSpPr{kind}/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm>{looks}</p:spPr>'
        f"<p:txBody>{body}</p:txBody></p:sp>"
    )
    tree.element.append(element)
    shape = Shape(element, tree)
    shape.name = name
    return shape


def _geometry(shape: str) -> str:
    return f'<a:prstGeom prst="{shape}"><a:avLst/></a:prstGeom>'


def _fill(colour: str) -> str:
    solid = f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
    return solid if colour else "<a:noFill/>"
