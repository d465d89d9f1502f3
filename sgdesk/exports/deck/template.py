"""The slide template: its colours, its layouts by kind, and the room they give."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, cast

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from sgdesk.config.resources import resource
from sgdesk.exports.deck.content import Look
from sgdesk.exports.deck.measuring import Frame
from sgdesk.exports.deck.plan import Frames

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pptx.presentation import Presentation as PresentationType
    from pptx.shapes.autoshape import Shape
    from pptx.shapes.base import BaseShape
    from pptx.slide import SlideLayout

TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
CONTENTS = {PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY}

_NAMES = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
_KINDS = {Look.OPENING: "title", Look.CONTENT: "obj", Look.TWO_PARTS: "twoObj"}
_DISCUSSION = "Discussion"

TABLE_STYLE = "{6F0C3C52-3D0B-4B7E-9A55-5D8C0F7A41E6}"
"""The one table style of the built-in template."""


class DeckTemplate:
    """An open presentation without slides, and where its layouts put things."""

    def __init__(self, presentation: PresentationType) -> None:
        self.presentation = presentation
        self._layouts = {look: self._layout(kind) for look, kind in _KINDS.items()}
        named = presentation.slide_layouts.get_by_name(_DISCUSSION)
        self._layouts[Look.DISCUSSION] = named or self._layouts[Look.CONTENT]

    @property
    def frames(self) -> Frames:
        """Return the room for text of each layout that the plan needs."""
        left, right = shapes_of(self.layout(Look.TWO_PARTS).placeholders, CONTENTS)
        body = shapes_of(self.layout(Look.CONTENT).placeholders, CONTENTS)[0]
        return Frames(
            body=frame_of(body),
            left=frame_of(left),
            right=frame_of(right),
        )

    def layout(self, look: Look) -> SlideLayout:
        """Return the layout for `look`."""
        return self._layouts[look]

    def _layout(self, kind: str) -> SlideLayout:
        return next(
            layout
            for layout in self.presentation.slide_layouts
            if layout.element.get("type") == kind
        )


def open_template(colours: Mapping[str, str]) -> DeckTemplate:
    """Return the built-in template with the theme slots of `colours` set to their `RRGGBB`."""
    shipped = resource("deck", "sgdesk-16x9.pptx").read_bytes()
    return DeckTemplate(Presentation(io.BytesIO(_recoloured(shipped, colours))))


def shapes_of(placeholders: Iterable[BaseShape], kinds: set[PP_PLACEHOLDER]) -> list[Shape]:
    """Return those of `placeholders` that are of one of `kinds`, in their order."""
    return [
        cast("Shape", shape) for shape in placeholders if shape.placeholder_format.type in kinds
    ]


def frame_of(shape: BaseShape) -> Frame:
    """Return the size of `shape` in points."""
    return Frame(shape.width.pt, shape.height.pt)


def _recoloured(package: bytes, colours: Mapping[str, str]) -> bytes:
    """Return `package` with the colours of its themes replaced."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename.startswith("ppt/theme/"):
                content = _recoloured_theme(content, colours)
            copy.writestr(entry, content)
    return target.getvalue()


def _recoloured_theme(content: bytes, colours: Mapping[str, str]) -> bytes:
    theme = etree.fromstring(content)
    for slot, colour in colours.items():
        for value in theme.iterfind(f".//a:clrScheme/a:{slot}/a:srgbClr", _NAMES):
            value.set("val", colour)
    return etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)
