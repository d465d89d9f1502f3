"""Whether the text on a slide can be told from what is behind it, as far as one colour is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RELATION
from pptx.oxml.ns import qn

from sgdesk.domain.contrast import READABLE, VISIBLE, contrast
from sgdesk.exports.deck.colours import WHITE, blended, override_in, scheme_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide

    from sgdesk.exports.deck.colours import Colour, Scheme

_LARGE, _LARGE_BOLD = 1800, 1400
"""WCAG 2.2: what large text is, in hundredths of a point."""

_USUAL_SIZE = "1800"
_TITLES = {"title", "ctrTitle"}
_OTHERS = {"ftr", "sldNum", "dt"}


def low_contrasts(slide: Slide) -> Iterator[tuple[str, float]]:
    """Yield the name of each shape of `slide` with text of too little contrast, and how little.

    Text over a picture or a gradient is passed over: it has no one colour behind it.
    """
    colours = _Colours(slide)
    for shape in slide.shapes:
        seen = [
            ratio
            for run, ground, styles in colours.runs(shape)
            if (ratio := contrast(colours.of(run, styles), ground)) < _least(run, styles)
        ]
        if seen:
            yield shape.name, min(seen)


class _Colours:
    """What the runs of one slide, and the grounds they stand on, look like."""

    def __init__(self, slide: Slide) -> None:
        layout, master = slide.slide_layout, slide.slide_layout.slide_master
        self._roots = [slide.element, layout.element, master.element]
        theme = etree.fromstring(master.part.part_related_by(RELATION.THEME).blob)
        scheme = scheme_of(theme, master.element.find(qn("p:clrMap")))
        self.scheme: Scheme = scheme.mapped(override_in(layout.element)).mapped(
            override_in(slide.element)
        )
        package = slide.part.package.presentation_part
        self._tables = etree.fromstring(package.part_related_by(RELATION.TABLE_STYLES).blob)
        self._ground = self._slide_ground()

    def of(self, run: etree._Element, styles: list[etree._Element]) -> Colour:
        """Return the colour of `run`: its own, that of a link, or the first of `styles`."""
        own = run.find(qn("a:rPr"))
        if own is not None and own.find(qn("a:hlinkClick")) is not None:
            return self.scheme.named("hlink")
        for style in ([own] if own is not None else []) + styles:
            colour = self.scheme.colour_in(style.find(qn("a:solidFill")))
            if colour:
                return colour
        return self.scheme.named("tx1")

    def runs(
        self, shape: BaseShape
    ) -> Iterator[tuple[etree._Element, Colour, list[etree._Element]]]:
        """Yield each run with the colour behind it and the styles it takes after."""
        element = shape.element
        if element.tag == qn("p:graphicFrame"):
            yield from self._cell_runs(element)
        elif (ground := self._shape_ground(element)) is not None:
            styles = self._styles(element)
            for run in element.iter(qn("a:r"), qn("a:fld")):
                yield run, ground, styles

    def _slide_ground(self) -> Colour | None:
        for root in self._roots:
            if (behind := root.find(f"{qn('p:cSld')}/{qn('p:bg')}")) is not None:
                held = behind.find(f"{qn('p:bgPr')}/{qn('a:solidFill')}")
                reference = behind.find(qn("p:bgRef"))
                return self.scheme.colour_in(held if held is not None else reference)
        return WHITE

    def _shape_ground(self, element: etree._Element) -> Colour | None:
        looks = element.find(qn("p:spPr"))
        fill = looks.find(qn("a:solidFill")) if looks is not None else None
        colour = self.scheme.colour_in(fill)
        if colour is None or self._ground is None:
            return colour or self._ground
        return blended(colour, self._ground)

    def _styles(self, element: etree._Element) -> list[etree._Element]:
        """Return the first-level styles of `element`, of its layout's place and its master's."""
        place = element.find(f".//{qn('p:nvPr')}/{qn('p:ph')}")
        kind = place.get("type", "obj") if place is not None else ""
        found = _level(element.iter(qn("a:lstStyle")))
        if place is not None:
            for root in self._roots[1:]:
                for other in root.iter(qn("p:ph")):
                    if (other.get("type", "obj"), other.get("idx")) == (kind, place.get("idx")):
                        found += _level(_shape_of(other).iter(qn("a:lstStyle")))
        style = "p:titleStyle" if kind in _TITLES else "p:bodyStyle"
        if not kind or kind in _OTHERS:
            style = "p:otherStyle"
        return found + _level(self._roots[-1].iter(qn(style)))

    def _cell_runs(
        self, frame: etree._Element
    ) -> Iterator[tuple[etree._Element, Colour, list[etree._Element]]]:
        for table in frame.iter(qn("a:tbl")):
            name = table.findtext(f"{qn('a:tblPr')}/{qn('a:tableStyleId')}")
            style = self._tables.find(f"{qn('a:tblStyle')}[@styleId='{name}']")
            for number, row in enumerate(table.iter(qn("a:tr"))):
                parts = ["a:wholeTbl"] if number else ["a:firstRow", "a:wholeTbl"]
                looks = [style.find(qn(part)) for part in parts] if style is not None else []
                held = [one for one in looks if one is not None]
                ground = self._first(
                    one.find(f"{qn('a:tcStyle')}/{qn('a:fill')}/{qn('a:solidFill')}")
                    for one in held
                )
                words = self._first(one.find(qn("a:tcTxStyle")) for one in held)
                yield from self._row_runs(row, ground or self._ground, words)

    def _row_runs(
        self, row: etree._Element, ground: Colour | None, words: Colour | None
    ) -> Iterator[tuple[etree._Element, Colour, list[etree._Element]]]:
        written = [_as_style(words)] if words else []
        for cell in row.iter(qn("a:tc")):
            own = self.scheme.colour_in(cell.find(f"{qn('a:tcPr')}/{qn('a:solidFill')}"))
            behind = own or ground
            if behind is not None:
                for run in cell.iter(qn("a:r")):
                    yield run, behind, written

    def _first(self, holders: Iterable[etree._Element | None]) -> Colour | None:
        return next(filter(None, map(self.scheme.colour_in, holders)), None)


def _level(lists: Iterable[etree._Element]) -> list[etree._Element]:
    path = f"{qn('a:lvl1pPr')}/{qn('a:defRPr')}"
    return [one for styles in lists if (one := styles.find(path)) is not None]


def _shape_of(place: etree._Element) -> etree._Element:
    return next(place.iterancestors(qn("p:sp"), qn("p:pic"), qn("p:graphicFrame")))


def _as_style(colour: Colour) -> etree._Element:
    """Return run properties that hold `colour`."""
    style = etree.Element(qn("a:defRPr"))
    fill = etree.SubElement(style, qn("a:solidFill"))
    digits = "".join(f"{channel:02X}" for channel in colour[:3])
    etree.SubElement(fill, qn("a:srgbClr"), val=digits)
    return style


def _least(run: etree._Element, styles: list[etree._Element]) -> float:
    """Return the contrast that `run` needs at its size."""
    own = run.find(qn("a:rPr"))
    chain = ([own] if own is not None else []) + styles
    size = int(next(filter(None, (one.get("sz") for one in chain)), _USUAL_SIZE))
    is_bold = next(filter(None, (one.get("b") for one in chain)), "0") in {"1", "true"}
    return VISIBLE if size >= (_LARGE_BOLD if is_bold else _LARGE) else READABLE
