"""Slides, layouts and masters painted as pictures: backgrounds, shapes, logos, not yet text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PIL import Image, ImageChops, ImageDraw

from sgdesk.exports.deck.colours import WHITE, blended
from sgdesk.exports.deck.own.fills import Gradient, Pattern, fill_in, pattern_in, theme_fill
from sgdesk.exports.deck.own.geometry import (
    Matrix,
    inside_group,
    number,
    outlines,
    placed,
)
from sgdesk.exports.deck.xml_names import A, P

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from sgdesk.exports.deck.colours import Scheme
    from sgdesk.exports.deck.own.fills import Fill
    from sgdesk.exports.deck.own.geometry import Box, Point
    from sgdesk.exports.deck.own.places import LayoutView, MasterView

_HOLLOW = frozenset(
    {"arc", "frame", "halfFrame", "donut", "blockArc", "corner", "diagStripe", "leftBracket"}
    | {"rightBracket", "bracketPair", "leftBrace", "rightBrace", "bracePair", "none"}
)
"""Outlines that are not drawn: a full rectangle in their place would hide the rest."""
_PAINTED = frozenset({f"{P}sp", f"{P}pic", f"{P}cxnSp"})
_TWICE = 2
"""Drawn at twice the size and then made smaller, for smooth edges."""
_MOST_SHAPES = 3_000


class Canvas:
    """A slide on its way to a picture, `width` pixels wide when it is finished."""

    def __init__(self, size: Box, width: int) -> None:
        self.scale = width * _TWICE / size.width
        high = max(1, round(size.height * self.scale))
        self.picture = Image.new("RGB", (width * _TWICE, high), "white")
        self._left = _MOST_SHAPES

    def finished(self) -> Image.Image:
        """Return the picture at its own size."""
        wide, high = self.picture.size
        return self.picture.resize((wide // _TWICE, high // _TWICE), Image.Resampling.LANCZOS)

    def paint_background(self, fill: Fill | None) -> None:
        wide, high = self.picture.size
        if fill is not None:
            self._pour(fill, [[(0, 0), (wide, 0), (wide, high), (0, high)]])

    def paint_shapes(
        self, tree: etree._Element, scheme: Scheme, part: Any, master: MasterView
    ) -> None:
        """Paint what stands in a shape tree or group, but no placeholder."""
        self._paint_tree(tree, scheme, part, master, Matrix())

    def pour(self, fill: Fill, lines: Sequence[Sequence[Point]]) -> None:
        """Fill outlines that are given in EMU."""
        self._pour(fill, [[(x * self.scale, y * self.scale) for x, y in line] for line in lines])

    def _paint_tree(
        self, tree: etree._Element, scheme: Scheme, part: Any, master: MasterView, at: Matrix
    ) -> None:
        for shape in tree:
            self._left -= 1
            if self._left < 0:
                return
            if shape.tag == f"{P}grpSp":
                frame = shape.find(f"{P}grpSpPr/{A}xfrm")
                self._paint_tree(shape, scheme, part, master, inside_group(frame, at))
            elif shape.tag in _PAINTED and shape.find(f"*/{P}nvPr/{P}ph") is None:
                self.paint_shape(shape, scheme, part, master, at)

    def paint_shape(
        self,
        shape: etree._Element,
        scheme: Scheme,
        part: Any,
        master: MasterView,
        at: Matrix,
    ) -> None:
        """Paint fill and line of one shape or picture."""
        properties = shape.find(f"{P}spPr")
        frame = None if properties is None else properties.find(f"{A}xfrm")
        matrix = None if frame is None else placed(frame, at)
        if properties is None or matrix is None:
            return
        preset = properties.find(f"{A}prstGeom")
        if preset is not None and preset.get("prst") in _HOLLOW:
            return
        lines = [[matrix.at(point) for point in line] for line in outlines(properties)]
        fill: Fill | None
        if shape.tag == f"{P}pic":
            held = shape.find(f"{P}blipFill")
            fill = None if held is None else pattern_in(held, part)
        else:
            is_said, fill = fill_in(properties, scheme, part)
            if not is_said:
                style = shape.find(f"{P}style/{A}fillRef")
                fill = theme_fill(master.theme, master.theme_part, style, scheme)
        if fill is not None and shape.tag != f"{P}cxnSp":
            self.pour(fill, lines)
        self._draw_line(shape, properties, scheme, lines)

    def _draw_line(
        self,
        shape: etree._Element,
        properties: etree._Element,
        scheme: Scheme,
        lines: Sequence[Sequence[Point]],
    ) -> None:
        own, style = properties.find(f"{A}ln"), shape.find(f"{P}style/{A}lnRef")
        colour = None if own is None else scheme.colour_in(own.find(f"{A}solidFill"))
        if colour is None and (own is None or own.find(f"{A}noFill") is None) and style is not None:
            colour = scheme.colour_in(style) if number(style.get("idx")) else None
        if colour is None or not colour[3]:
            return
        wide = number(None if own is None else own.get("w", "9525")) or 9525
        pen = ImageDraw.Draw(self.picture)
        seen = blended(colour, WHITE)[:3]
        for line in lines:
            points = [(x * self.scale, y * self.scale) for x, y in line]
            is_open = len(points) == 2  # noqa: PLR2004 - a straight line
            pen.line(
                points if is_open else [*points, points[0]],
                fill=seen,
                width=max(1, round(wide * self.scale)),
            )

    def _pour(self, fill: Fill, lines: Sequence[Sequence[Point]]) -> None:
        spots = [point for line in lines for point in line]
        if not spots:
            return
        wide, high = self.picture.size
        columns, rows = ([_near(one, wide) for one in axis] for axis in zip(*spots, strict=True))
        left, top, right, bottom = min(columns), min(rows), max(columns) + 1, max(rows) + 1
        if right <= 0 or bottom <= 0 or left >= wide or top >= high:
            return
        size = (right - left, bottom - top)
        mask = _inside(lines, (left, top), size)
        if isinstance(fill, Gradient | Pattern):
            picture = fill.picture(size)
            if picture is None:
                return
            mask = ImageChops.multiply(mask, picture.getchannel("A"))
            self.picture.paste(picture.convert("RGB"), (left, top), mask)
        else:
            alpha = fill[3]
            if alpha < 1:
                mask = mask.point(lambda value: round(value * alpha))
            self.picture.paste(fill[:3], (left, top, right, bottom), mask)


def paint_layout(layout: LayoutView, size: Box, width: int) -> Canvas:
    """Return a canvas with all that `layout` and its master draw behind the text."""
    canvas = Canvas(size, width)
    master = layout.master
    canvas.paint_background(_background(layout))
    if layout.root.get("showMasterSp", "1") not in {"0", "false"}:
        canvas.paint_shapes(
            master.root.find(f"{P}cSld/{P}spTree"),  # type: ignore[arg-type]
            master.scheme,
            master.part,
            master,
        )
    tree: Any = layout.root.find(f"{P}cSld/{P}spTree")
    canvas.paint_shapes(tree, layout.scheme, layout.layout.part, master)
    return canvas


def _background(layout: LayoutView) -> Fill | None:
    master = layout.master
    for root, part, scheme in (
        (layout.root, layout.layout.part, layout.scheme),
        (master.root, master.part, layout.scheme),
    ):
        ground = root.find(f"{P}cSld/{P}bg")
        if ground is None:
            continue
        style = ground.find(f"{P}bgRef")
        if style is not None:
            return theme_fill(master.theme, master.theme_part, style, scheme)
        return fill_in(ground.find(f"{P}bgPr"), scheme, part)[1]
    return layout.scheme.named("bg1")


def _inside(
    lines: Sequence[Sequence[Point]], corner: tuple[int, int], size: tuple[int, int]
) -> Image.Image:
    """Return a mask of what the outlines hold; one inside another is a hole in it."""
    whole = Image.new("L", size, 0)
    for line in lines:
        if len(line) > 2:  # noqa: PLR2004 - two points have no inside
            one = Image.new("L", size, 0)
            points = [(x - corner[0], y - corner[1]) for x, y in line]
            ImageDraw.Draw(one).polygon(points, fill=255)
            whole = ImageChops.difference(whole, one)
    return whole


def _near(place: float, side: int) -> int:
    """Return a place in whole pixels, brought near the picture where it is far outside."""
    return int(min(max(place, -side), 2 * side))
