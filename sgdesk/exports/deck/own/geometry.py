"""Where shapes stand on a slide: boxes, turned and mirrored frames, groups, outlines."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.exports.deck.xml_names import A

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from lxml import etree

    Point: TypeAlias = tuple[float, float]

_DEGREE = 60_000
_STEPS = 12
_WHOLE = 100_000
_CORNER = 0.16667
_ROUND = 40


class Box(NamedTuple):
    """A rectangle in EMU from the slide's top left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def area(self) -> float:
        return max(0.0, self.width) * max(0.0, self.height)

    def overlap(self, other: Box) -> float:
        """Return the area that both cover."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width * height if width > 0 and height > 0 else 0.0


class Matrix(NamedTuple):
    """Takes a point of a shape or group to its place on the slide."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    x: float = 0
    y: float = 0

    def at(self, point: Point) -> Point:
        across, down = point
        return (
            self.a * across + self.c * down + self.x,
            self.b * across + self.d * down + self.y,
        )

    def after(self, first: Matrix) -> Matrix:
        """Return what first `first` and then this one does."""
        x, y = self.at((first.x, first.y))
        return Matrix(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            x,
            y,
        )


def box_in(properties: etree._Element | None) -> Box | None:
    """Return the box that `a:xfrm` in `properties` gives, or None."""
    frame = None if properties is None else properties.find(f"{A}xfrm")
    return None if frame is None else _box(frame, "off", "ext")


def placed(frame: etree._Element, outer: Matrix) -> Matrix | None:
    """Return the matrix from the unit square to the place that `a:xfrm` gives, or None."""
    box = _box(frame, "off", "ext")
    if box is None:
        return None
    unit = Matrix(box.width, 0, 0, box.height, box.left, box.top)
    if frame.get("flipH") == "1":
        unit = unit.after(Matrix(-1, 0, 0, 1, 1, 0))
    if frame.get("flipV") == "1":
        unit = unit.after(Matrix(1, 0, 0, -1, 0, 1))
    return outer.after(_turned(frame, box).after(unit))


def inside_group(frame: etree._Element | None, outer: Matrix) -> Matrix:
    """Return the matrix for what stands in a group with that `a:xfrm`."""
    if frame is None:
        return outer
    unit = placed(frame, outer)
    inner = _box(frame, "chOff", "chExt")
    if unit is None or inner is None or not inner.width or not inner.height:
        return outer
    across, down = 1 / inner.width, 1 / inner.height
    return unit.after(Matrix(across, 0, 0, down, -inner.left * across, -inner.top * down))


def outlines(properties: etree._Element) -> list[list[Point]]:
    """Return the shape's outlines in the unit square; what is not known is its rectangle."""
    own = properties.find(f"{A}custGeom")
    if own is not None:
        drawn = [line for path in own.iter(f"{A}path") for line in _lines(path)]
        return [line for line in drawn if len(line) > 1]
    preset = properties.find(f"{A}prstGeom")
    name = "" if preset is None else preset.get("prst", "")
    box = box_in(properties)
    if name == "roundRect" and preset is not None and box is not None and box.area:
        return [_rounded(preset, box)]
    return [_PRESETS.get(name, _RECTANGLE)]


def _turned(frame: etree._Element, box: Box) -> Matrix:
    turn = math.radians(number(frame.get("rot")) / _DEGREE)
    if not turn:
        return Matrix()
    x, y = box.left + box.width / 2, box.top + box.height / 2
    sine, cosine = math.sin(turn), math.cos(turn)
    return Matrix(cosine, sine, -sine, cosine, x - cosine * x + sine * y, y - sine * x - cosine * y)


def _box(frame: etree._Element, corner: str, size: str) -> Box | None:
    off, ext = frame.find(f"{A}{corner}"), frame.find(f"{A}{size}")
    if off is None or ext is None:
        return None
    return Box(
        number(off.get("x")), number(off.get("y")), number(ext.get("cx")), number(ext.get("cy"))
    )


def number(text: str | None) -> float:
    """Return a whole number of the file, or 0 where it is none or beyond all measure."""
    digits = (text or "").removeprefix("-")
    is_sound = digits.isascii() and digits.isdigit() and len(digits) <= 12  # noqa: PLR2004
    return float(text or 0) if is_sound else 0.0


def _lines(path: etree._Element) -> Iterator[list[Point]]:
    wide, high = number(path.get("w")) or 1, number(path.get("h")) or 1
    line: list[Point] = []
    for step in path:
        kind = str(step.tag).removeprefix(A)
        points = [
            (number(point.get("x")) / wide, number(point.get("y")) / high)
            for point in step.iter(f"{A}pt")
        ]
        if kind == "moveTo":
            if line:
                yield line
            line = points[:1]
        elif kind in {"lnTo", "cubicBezTo", "quadBezTo"} and points and line:
            line += _bent([line[-1], *points])
        elif kind == "arcTo" and line:
            line += _arc(line[-1], step, wide, high)
    yield line


def _arc(start: Point, step: etree._Element, wide: float, high: float) -> list[Point]:
    """Return points along a piece of an ellipse that begins at `start`."""
    across, down = number(step.get("wR")) / wide, number(step.get("hR")) / high
    first = math.radians(number(step.get("stAng")) / _DEGREE)
    sweep = math.radians(number(step.get("swAng")) / _DEGREE)
    middle = (start[0] - across * math.cos(first), start[1] - down * math.sin(first))
    turns = (first + sweep * part / _STEPS for part in range(1, _STEPS + 1))
    return [
        (middle[0] + across * math.cos(turn), middle[1] + down * math.sin(turn)) for turn in turns
    ]


def _rounded(preset: etree._Element, box: Box) -> list[Point]:
    """Return a rectangle with round corners, a sixth of its shorter side unless it says else."""
    guide = preset.find(f"{A}avLst/{A}gd")
    words = "" if guide is None else guide.get("fmla", "")
    share = min(0.5, number(words.removeprefix("val ")) / _WHOLE) if words else _CORNER
    radius = share * min(box.width, box.height)
    across, down = radius / box.width, radius / box.height
    corners = (
        (1 - across, down, -90),
        (1 - across, 1 - down, 0),
        (across, 1 - down, 90),
        (across, down, 180),
    )
    points = []
    for x, y, turn in corners:
        for part in range(_STEPS + 1):
            angle = math.radians(turn + 90 * part / _STEPS)
            points.append((x + across * math.cos(angle), y + down * math.sin(angle)))
    return points


def _bent(points: Sequence[Point]) -> list[Point]:
    """Return points along the curve with those control points, the first left out."""
    steps = 1 if len(points) == 2 else _STEPS  # noqa: PLR2004 - a straight line
    return [_along(points, step / steps) for step in range(1, steps + 1)]


def _along(points: Sequence[Point], share: float) -> Point:
    while len(points) > 1:
        points = [
            (one[0] + (two[0] - one[0]) * share, one[1] + (two[1] - one[1]) * share)
            for one, two in pairwise(points)
        ]
    return points[0]


def _ellipse() -> list[Point]:
    turns = [2 * math.pi * step / _ROUND for step in range(_ROUND)]
    return [(0.5 + math.cos(turn) / 2, 0.5 + math.sin(turn) / 2) for turn in turns]


_RECTANGLE: list[Point] = [(0, 0), (1, 0), (1, 1), (0, 1)]
_PRESETS: dict[str, list[Point]] = {
    "ellipse": _ellipse(),
    "flowChartConnector": _ellipse(),
    "triangle": [(0.5, 0), (1, 1), (0, 1)],
    "rtTriangle": [(0, 0), (1, 1), (0, 1)],
    "diamond": [(0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)],
    "parallelogram": [(0.25, 0), (1, 0), (0.75, 1), (0, 1)],
    "hexagon": [(0.25, 0), (0.75, 0), (1, 0.5), (0.75, 1), (0.25, 1), (0, 0.5)],
    "line": [(0, 0), (1, 1)],
    "straightConnector1": [(0, 0), (1, 1)],
}
