"""The slide template: its colours, its layouts by kind, and the room they give."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

from sgdesk.config.resources import resource
from sgdesk.exports.deck.content import Look
from sgdesk.exports.deck.measuring import Frame, Frames

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pptx.presentation import Presentation as PresentationType
    from pptx.shapes.autoshape import Shape
    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide, SlideLayout

TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
CONTENTS = {PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY}

_NAMES = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
_KINDS = {Look.OPENING: "title", Look.CONTENT: "obj", Look.TWO_PARTS: "twoObj"}
_DISCUSSION = "Discussion"

TABLE_STYLE = "{6F0C3C52-3D0B-4B7E-9A55-5D8C0F7A41E6}"
"""The one table style of the built-in template."""


@dataclass(frozen=True, slots=True)
class DeckStyle:
    """What is drawn on slides beside their placeholders, in words of the template's theme."""

    table_style: str
    """The id of the table style that tables take."""
    panel: str = ""
    """The theme colour behind a panel of text, on which `tx1` can be read; "" leaves it clear."""


BUILT_IN = DeckStyle(TABLE_STYLE, panel="accent5")


class DeckTemplate:
    """An open presentation without slides, and where its layouts put things."""

    def __init__(self, presentation: PresentationType, style: DeckStyle = BUILT_IN) -> None:
        self.presentation = presentation
        self.style = style
        self._layouts = {look: self._layout(kind) for look, kind in _KINDS.items()}
        named = presentation.slide_layouts.get_by_name(_DISCUSSION)
        self._layouts[Look.DISCUSSION] = named or self._layouts[Look.CONTENT]

    @property
    def frames(self) -> Frames:
        """Return the room for text of each layout that the plan needs."""
        two_parts = self.layout(Look.TWO_PARTS).placeholders
        left, right = shapes_of(two_parts, CONTENTS)
        body = shapes_of(self.layout(Look.CONTENT).placeholders, CONTENTS)[0]
        return Frames(
            body=frame_of(body),
            left=frame_of(left),
            right=frame_of(right),
            title=frame_of(shapes_of(two_parts, TITLES)[0]),
        )

    def layout(self, look: Look) -> SlideLayout:
        """Return the layout for `look`."""
        return self._layouts[look]

    def add_slide(self, look: Look) -> Slide:
        """Return a new slide for `look`, with the places that it may fill."""
        slide: Slide = self.presentation.slides.add_slide(self.layout(look))
        return slide

    def settle(self, drawn: Slide, look: Look) -> None:
        """Put right on a slide that is drawn what this template cannot carry; here nothing."""

    def _layout(self, kind: str) -> SlideLayout:
        return next(
            layout
            for layout in self.presentation.slide_layouts
            if layout.element.get("type") == kind
        )


def open_template(colours: Mapping[str, str]) -> DeckTemplate:
    """Return the built-in template with the theme slots of `colours` set to their `RRGGBB`."""
    return DeckTemplate(Presentation(io.BytesIO(_recoloured(tuple(sorted(colours.items()))))))


def shapes_of(placeholders: Iterable[BaseShape], kinds: set[PP_PLACEHOLDER]) -> list[Shape]:
    """Return those of `placeholders` that are of one of `kinds`, in their order."""
    return [cast("Shape", shape) for shape in placeholders if kind_of(shape) in kinds]


def kind_of(shape: BaseShape) -> PP_PLACEHOLDER:
    """Return what kind of placeholder `shape` is, sooner than the library does."""
    kind = next(shape.element.iter(qn("p:ph"))).get("type", "obj")
    return PP_PLACEHOLDER.from_xml(kind)


def frame_of(shape: BaseShape) -> Frame:
    """Return the size of `shape` in points."""
    return Frame(shape.width.pt, shape.height.pt)


@lru_cache(maxsize=4)
def _recoloured(colours: tuple[tuple[str, str], ...]) -> bytes:
    """Return the shipped package in other colours; those of a pack are mostly the same."""
    package = resource("deck", "sgdesk-16x9.pptx").read_bytes()
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as source,
        zipfile.ZipFile(target, "w") as copy,
    ):
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename.startswith("ppt/theme/"):
                content = _recoloured_theme(content, dict(colours))
            copy.writestr(entry.filename, content)
    return target.getvalue()


def _recoloured_theme(content: bytes, colours: Mapping[str, str]) -> bytes:
    theme = etree.fromstring(content)
    for slot, colour in colours.items():
        for value in theme.iterfind(f".//a:clrScheme/a:{slot}/a:srgbClr", _NAMES):
            value.set("val", colour)
    return etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)
