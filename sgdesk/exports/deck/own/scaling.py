"""Slides of any size drawn to one height, so that a point of type is the same on all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.exports.deck.own.geometry import number
from sgdesk.exports.deck.xml_names import A

if TYPE_CHECKING:
    from lxml import etree

HEIGHT = 6_858_000
"""EMU of the slides of every deck: 7.5 inches, as PowerPoint makes them."""

_TOLERANCE = 0.01
_LENGTHS: dict[str, tuple[str, ...]] = {
    "off": ("x", "y"),
    "ext": ("cx", "cy"),
    "chOff": ("x", "y"),
    "chExt": ("cx", "cy"),
    "ln": ("w",),
    "bodyPr": ("lIns", "tIns", "rIns", "bIns", "spcCol"),
    "tab": ("pos",),
    "gridCol": ("w",),
    "tr": ("h",),
    "tcPr": ("marL", "marR", "marT", "marB"),
    "spcPts": ("val",),
    "outerShdw": ("blurRad", "dist"),
    "innerShdw": ("blurRad", "dist"),
    "softEdge": ("rad",),
    "glow": ("rad",),
    "blur": ("rad",),
    **{f"lvl{level}pPr": ("marL", "marR", "indent", "defTabSz") for level in range(1, 10)},
    "pPr": ("marL", "marR", "indent", "defTabSz"),
    "defPPr": ("marL", "marR", "indent", "defTabSz"),
}
_SIZED = ("rPr", "defRPr", "endParaRPr")
_LEAST_SIZE = 100


def factor_for(height: int) -> float:
    """Return by how much slides of that height grow; 1 where they are as high already."""
    factor = HEIGHT / height
    return 1.0 if abs(factor - 1) < _TOLERANCE else factor


def scale_drawing(root: etree._Element, factor: float) -> None:
    """Make every length and type size of a master, layout or text style `factor` times as large."""
    if factor == 1:
        return
    for element in root.iter():
        name = str(element.tag).removeprefix(A)
        if name in _LENGTHS:
            _scale(element, _LENGTHS[name], factor)
        elif name in _SIZED:
            _scale(element, ("sz",), factor, least=_LEAST_SIZE)
            _scale(element, ("spc",), factor)
    for path in root.iter(f"{A}path"):
        if "w" not in path.attrib and "h" not in path.attrib:  # its points are lengths as well
            for point in path.iter(f"{A}pt"):
                _scale(point, ("x", "y"), factor)


def _scale(
    element: etree._Element, attributes: tuple[str, ...], factor: float, least: int | None = None
) -> None:
    for name in attributes:
        if name in element.attrib:
            scaled = round(number(element.get(name)) * factor)
            element.set(name, str(scaled if least is None else max(least, scaled)))
