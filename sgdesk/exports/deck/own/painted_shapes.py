"""Texts, tables and charts of a slide, painted as its theme and its layout look."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from sgdesk.exports.deck.own.geometry import Box, Matrix, number
from sgdesk.exports.deck.own.painted_text import Line, Piece, TextPainter
from sgdesk.exports.deck.own.places import kind_of
from sgdesk.exports.deck.own.text_styles import (
    INSETS,
    inset,
    length_of,
    marker_of,
    pitch_of,
    space_after,
)
from sgdesk.exports.deck.template import TABLE_STYLE
from sgdesk.exports.deck.xml_names import TITLE_KINDS, A, P

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from sgdesk.exports.deck.colours import Colour, Scheme
    from sgdesk.exports.deck.own.painting import Canvas
    from sgdesk.exports.deck.own.places import LayoutView, Place

_POINT = 12_700
_HUNDREDTHS = 100
_USUAL_SIZE = 18.0
_CELL_INSETS = {"marL": 91_440, "marT": 45_720, "marR": 91_440, "marB": 45_720}
_RULE = 9_525
_LABELS = 0.38
_BAR = 0.55
_CHART_SIZE = 18.0


class _CellLook(NamedTuple):
    is_styled: bool
    is_head: bool
    is_bold: bool


class ShapePainter:
    """Paints what stands on one slide onto the canvas of its layout."""

    def __init__(self, canvas: Canvas, layout: LayoutView, scheme: Scheme, part: Any) -> None:
        self._canvas = canvas
        self._layout = layout
        self._scheme = scheme
        self._part = part
        self._text = TextPainter(canvas.picture, canvas.scale)

    def paint(self, shape: Any) -> None:
        element = shape.element
        if shape.has_chart:
            self._paint_chart(shape)
        elif shape.has_table:
            self._paint_table(shape)
        else:
            self._canvas.paint_shape(
                element, self._scheme, self._part, self._layout.master, Matrix()
            )
            if shape.has_text_frame:
                self._paint_text(shape)

    def _paint_text(self, shape: Any) -> None:
        body = shape.text_frame._txBody  # noqa: SLF001 - read as it is
        place = self._place_of(shape.element)
        box = _box_of(shape)
        own = body.find(f"{A}bodyPr")
        settings = [one for one in (own, *(place.bodies if place else ())) if one is not None]
        room = inset(box, settings, INSETS)
        anchor = next((one.get("anchor", "") for one in settings if "anchor" in one.attrib), "t")
        self._text.paint(list(self._lines(body, place)), room, anchor)

    def _place_of(self, element: etree._Element) -> Place | None:
        kind = kind_of(element)
        if not kind:
            return None
        if kind in TITLE_KINDS:
            return self._layout.title
        place = element.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        index = number(None if place is None else place.get("idx"))
        return next(
            (one for one in self._layout.places if one.index == index and not one.is_title), None
        )

    def _lines(self, body: etree._Element, place: Place | None) -> Iterator[Line]:
        numbered = 0
        for paragraph in body.iterfind(f"{A}p"):
            properties = paragraph.find(f"{A}pPr")
            levels = [
                one for one in (properties, *(place.levels if place else ())) if one is not None
            ]
            marker = marker_of(levels, numbered + 1)
            numbered = numbered + 1 if marker.endswith(".") else 0
            pieces = tuple(
                self._piece(run, place)
                for run in paragraph.iterfind("*")
                if run.tag in {f"{A}r", f"{A}fld"}
            )
            yield Line(
                pieces,
                marker,
                hanging=length_of(levels, "marL"),
                after=space_after(levels),
                pitch=pitch_of(levels),
                align=next((one.get("algn", "") for one in levels if "algn" in one.attrib), "l"),
            )

    def _piece(self, run: etree._Element, place: Place | None) -> Piece:
        properties = run.find(f"{A}rPr")
        size = number(None if properties is None else properties.get("sz")) / _HUNDREDTHS
        is_bold = None if properties is None else properties.get("b")
        if is_bold is None and place is not None:
            is_bold = place.run_setting("b")
        colour = self._scheme.colour_in(run.find(f"{A}rPr/{A}solidFill"))
        if run.find(f"{A}rPr/{A}hlinkClick") is not None:
            colour = self._scheme.named("hlink")
        if colour is None:
            colour = place.colour(self._scheme) if place else self._scheme.named("tx1")
        words = str(run.findtext(f"{A}t") or "")
        if place is not None and place.run_setting("cap") == "all":
            words = words.upper()
        return Piece(
            words,
            size or (place.size if place else _USUAL_SIZE),
            colour,
            is_bold in {"1", "true"},
        )

    def _paint_table(self, shape: Any) -> None:
        is_styled = any(one.text == TABLE_STYLE for one in shape.element.iter(f"{A}tableStyleId"))
        top = float(shape.top)
        for index, row in enumerate(shape.table.rows):
            left = float(shape.left)
            for number_, (column, cell) in enumerate(
                zip(shape.table.columns, row.cells, strict=True)
            ):
                box = Box(left, top, float(column.width), float(row.height))
                look = _CellLook(is_styled, not index, not index or not number_)
                self._paint_cell(cell._tc, box, look)  # noqa: SLF001 - read as it is
                left += column.width
            top += row.height

    def _paint_cell(self, cell: etree._Element, box: Box, look: _CellLook) -> None:
        properties = cell.find(f"{A}tcPr")
        fill = self._scheme.colour_in(cell.find(f"{A}tcPr/{A}solidFill"))
        if look.is_styled:
            fill = fill or self._scheme.named("accent1" if look.is_head else "bg1")
        if fill is not None:
            self._canvas.pour(fill, [_corners(box)])
        if look.is_styled and not look.is_head:
            rule = box._replace(height=_RULE)
            self._canvas.pour(self._scheme.named("accent4"), [_corners(rule)])
        colour = self._scheme.named("bg1" if look.is_styled and look.is_head else "tx1")
        settings = [] if properties is None else [properties]
        anchor = "t" if properties is None else str(properties.get("anchor", "t"))
        lines = [self._cell_line(one, colour, look) for one in cell.iter(f"{A}p")]
        self._text.paint(lines, inset(box, settings, _CELL_INSETS), anchor)

    def _cell_line(self, paragraph: etree._Element, colour: Colour, look: _CellLook) -> Line:
        pieces = []
        for run in paragraph.iterfind(f"{A}r"):
            piece = self._piece(run, None)
            is_coloured = run.find(f"{A}rPr/{A}solidFill") is not None
            pieces.append(
                replace(
                    piece,
                    colour=piece.colour if is_coloured else colour,
                    is_bold=piece.is_bold or look.is_bold,
                )
            )
        properties = paragraph.find(f"{A}pPr")
        return Line(tuple(pieces), align="l" if properties is None else properties.get("algn", "l"))

    def _paint_chart(self, shape: Any) -> None:
        plot = shape.chart.plots[0]
        values = [float(value or 0) for value in plot.series[0].values]
        space = shape.chart.element
        plate = self._scheme.colour_in(space.find(f"{space.tag[:-10]}spPr/{A}solidFill"))
        box = _box_of(shape)
        if plate is not None:
            self._canvas.pour(plate, [_corners(box)])
        names = space.iterfind(f".//{space.tag[:-10]}ser/*/{A}solidFill/{A}schemeClr")
        bar = next((one.get("val", "") for one in names), "accent1")
        height = box.height / max(1, len(values))
        labels = box.width * _LABELS
        longest = max(values, default=0.0) or 1.0
        for index, (label, value) in enumerate(zip(plot.categories, values, strict=True)):
            row = Box(box.left, box.top + index * height, box.width, height)
            self._write(str(label), Box(row.left, row.top, labels - 6 * _POINT, height), "r")
            width = (box.width - labels) * 0.88 * value / longest
            solid = Box(row.left + labels, row.top + height * (1 - _BAR) / 2, width, height * _BAR)
            self._canvas.pour(self._scheme.named(bar), [_corners(solid)])
            self._write(f"{value:g}", Box(solid.right + 6 * _POINT, row.top, labels, height), "l")

    def _write(self, words: str, box: Box, align: str) -> None:
        piece = Piece(words, _CHART_SIZE, self._scheme.named("tx1"))
        self._text.paint([Line((piece,), align=align)], box, "ctr")


def _box_of(shape: Any) -> Box:
    return Box(float(shape.left), float(shape.top), float(shape.width), float(shape.height))


def _corners(box: Box) -> list[tuple[float, float]]:
    return [
        (box.left, box.top),
        (box.right, box.top),
        (box.right, box.bottom),
        (box.left, box.bottom),
    ]
