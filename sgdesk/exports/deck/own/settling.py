"""A slide drawn on a foreign template, settled: sizes that fit, colours that can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree
from pptx.util import Length, Pt

from sgdesk.domain.contrast import READABLE, VISIBLE, contrast
from sgdesk.exports.deck.colours import hexadecimal
from sgdesk.exports.deck.measuring import LINE_PITCH, Frame, largest_size, shorten
from sgdesk.exports.deck.own.fitness import ground_colour
from sgdesk.exports.deck.own.typefaces import wideness
from sgdesk.exports.deck.template import TABLE_STYLE, TITLES, shapes_of
from sgdesk.exports.deck.xml_names import A

if TYPE_CHECKING:
    from PIL import Image
    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide as DrawnSlide

    from sgdesk.exports.deck.colours import Colour
    from sgdesk.exports.deck.own.geometry import Box
    from sgdesk.exports.deck.own.layouts import Used

_LEAST_TITLE = 20
_MOST_TITLE = 54
_SMALL_TITLE, _USUAL_TITLE = 24, 32
"""Headings below the first are set at the second: they must stand above their text."""

_STEP = 2
_TEXTS = ("tx1", "tx2", "bg1", "bg2")
_HEADS = ("accent1", "tx1", "tx2", "accent2", "accent3", "accent4", "accent5", "accent6")
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_C = f"{{{_CHART}}}"


class Settling:
    """Knows the ground and the text colour of one layout, and mends slides drawn on it."""

    def __init__(self, used: Used, size: Box, ground: Image.Image) -> None:
        self._used = used
        self._scheme = used.layout.scheme
        place = next(iter(used.contents), used.title)
        self._under = ground_colour(ground, place, size) or self._scheme.named("bg1")
        self._text = place.colour(self._scheme)
        face = used.layout.master.typeface(used.title.typeface())
        self._title_size = used.title.size
        self._title_wide = wideness(face) * used.title.widening
        self._title_runs: list[Any] = []
        self._smallest = float("inf")

    def settle_links(self) -> None:
        """Give links the colour of the text where the theme's own cannot be read."""
        part = self._used.layout.master.theme_part
        theme = etree.fromstring(part.blob)
        for name in ("hlink", "folHlink"):
            colour = self._scheme.theme.get(name, self._text)
            if contrast(colour, self._under) < READABLE:
                for slot in theme.iter(f"{A}{name}"):
                    slot[:] = [etree.Element(f"{A}srgbClr", val=hexadecimal(self._text))]
        part.blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)

    def settle(self, drawn: DrawnSlide) -> None:
        """Fit the title, and give all that was drawn colours that stand out from the ground."""
        for title in shapes_of(drawn.placeholders, TITLES):
            self._fit_title(title)
        for shape in drawn.shapes:
            if shape.has_chart:
                self._settle_chart(shape)
            elif shape.has_table:
                self._settle_table(shape)
            else:
                self._settle_text(shape)

    def _fit_title(self, title: Any) -> None:
        frame = Frame(Length(title.width).pt / self._title_wide, Length(title.height).pt)
        own = self._title_size if self._title_size >= _SMALL_TITLE else _USUAL_TITLE
        largest = int(min(own, _MOST_TITLE))
        sizes = tuple(range(max(largest, _LEAST_TITLE), _LEAST_TITLE - 1, -_STEP))
        words = title.text_frame.text
        size = largest_size(words, frame, sizes, is_bold=True)
        if size is None:
            size = sizes[-1]
            lines = max(1, int(frame.height / (size * LINE_PITCH)))
            words = shorten(words, frame.width, size, lines=lines, is_bold=True)
        runs = [run for paragraph in title.text_frame.paragraphs for run in paragraph.runs]
        for run in runs[:1]:
            run.text = words
            if self._title_size < _SMALL_TITLE:
                run.font.bold = True
            self._title_runs.append(run)
        self._smallest = min(self._smallest, size)
        for run in self._title_runs:  # headings of one layout have one size
            run.font.size = Pt(self._smallest)

    def _settle_text(self, shape: BaseShape) -> None:
        for mark in list(shape.element.iter(f"{A}buClr")):
            mark.getparent().remove(mark)  # type: ignore[union-attr]
        for fill in shape.element.iter(f"{A}solidFill"):
            holder = fill.getparent()
            if holder is not None and holder.tag == f"{A}rPr":
                self._mend(fill)

    def _mend(self, fill: etree._Element) -> None:
        """Give a run the layout's own text colour where its colour cannot be read."""
        colour = self._scheme.colour_in(fill)
        if colour is not None and contrast(colour, self._under) < READABLE:
            fill[:] = [_colour(self._name_of(self._text))]

    def _settle_table(self, shape: Any) -> None:
        styles = {one.text for one in shape.element.iter(f"{A}tableStyleId")}
        if TABLE_STYLE in styles:
            self._settle_head(shape)
            return
        for properties in shape.element.iter(f"{A}rPr", f"{A}endParaRPr"):
            if properties.find(f"{A}solidFill") is None:
                fill = etree.Element(f"{A}solidFill")
                fill.append(_colour(self._name_of(self._text)))
                properties.insert(len(properties.findall(f"{A}ln")), fill)
        self._settle_text(shape)

    def _settle_head(self, shape: Any) -> None:
        """Fill the head row with a colour of the theme on which its text can be read."""
        head = self._standing_out(READABLE)
        if head == _HEADS[0]:
            return
        for cell in shape.table.rows[0].cells:
            properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - fills by slot name
            fill = etree.SubElement(properties, f"{A}solidFill")
            fill.append(_colour(head))

    def _settle_chart(self, shape: Any) -> None:
        space = shape.chart.element
        bars = self._standing_out(VISIBLE)
        for fill in space.iter(f"{A}solidFill"):
            for colour in fill.iterfind(f"{A}schemeClr"):
                holder = fill.getparent()
                is_text = holder is not None and holder.tag in {f"{A}defRPr", f"{A}rPr"}
                ratio = contrast(self._scheme.named(colour.get("val", "")), self._paper)
                if ratio < (READABLE if is_text else VISIBLE):
                    colour.set("val", "tx1" if is_text else bars)
        if contrast(self._paper, self._under) > 1.1:  # noqa: PLR2004 - not the same colour
            plate = etree.Element(f"{_C}spPr")
            etree.SubElement(plate, f"{A}solidFill").append(_colour("bg1"))
            etree.SubElement(etree.SubElement(plate, f"{A}ln"), f"{A}noFill")
            space.find(f"{_C}chart").addnext(plate)

    @property
    def _paper(self) -> Colour:
        return self._scheme.named("bg1")

    def _standing_out(self, least: float) -> str:
        """Return the first name of a colour that stands out from the theme's background."""
        return next(
            (name for name in _HEADS if contrast(self._scheme.named(name), self._paper) >= least),
            "tx1",
        )

    def _name_of(self, colour: Colour) -> str:
        """Return the theme's name of `colour`, or its digits."""
        for name in _TEXTS:
            if self._scheme.named(name)[:3] == colour[:3]:
                return name
        return hexadecimal(colour)


def _colour(name: str) -> etree._Element:
    is_digits = name not in {*_TEXTS, *_HEADS}
    return etree.Element(f"{A}{'srgbClr' if is_digits else 'schemeClr'}", val=name)
