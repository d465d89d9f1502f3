"""Pictures of finished slides, drawn without PowerPoint: their frames, colours, logos, texts."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from sgdesk.exports.deck.own_colours import override_in
from sgdesk.exports.deck.own_geometry import Box, Matrix, box_in, number
from sgdesk.exports.deck.own_names import TITLE_KINDS, A, P
from sgdesk.exports.deck.own_painting import paint_layout
from sgdesk.exports.deck.own_places import kind_of, open_cleaned
from sgdesk.exports.deck.own_text import Line, Piece, TextPainter
from sgdesk.exports.deck.template import TABLE_STYLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from sgdesk.exports.deck.own_colours import Colour, Scheme
    from sgdesk.exports.deck.own_painting import Canvas
    from sgdesk.exports.deck.own_places import LayoutView, OpenedTemplate, Place

_POINT = 12_700
_HUNDREDTHS = 100
_USUAL_SIZE = 18.0
_INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}
_CELL_INSETS = {"marL": 91_440, "marT": 45_720, "marR": 91_440, "marB": 45_720}
_QUESTIONS = "Questions"
_RULE = 9_525
_LABELS = 0.38
_BAR = 0.55
_CHART_SIZE = 18.0


class _CellLook(NamedTuple):
    is_styled: bool
    is_head: bool
    is_bold: bool


class SlidePainter:
    """Paints slides of one finished deck."""

    def __init__(self, deck: bytes) -> None:
        self._opened: OpenedTemplate = open_cleaned(deck)
        self.slides: tuple[Any, ...] = tuple(self._opened.presentation.slides)

    def typical(self) -> tuple[Any, ...]:
        """Return the slides that show opening, one part, two parts and discussion, in this order.

        The one of a single part has the chart of themes.
        """
        charts = [one for one in self.slides if any(shape.has_chart for shape in one.shapes)]
        questions = [one for one in self.slides if _title(one).startswith(_QUESTIONS)]
        return (self.slides[0], *charts[:1], self.slides[1], *questions[:1])

    def words(self, slide: Any) -> str:
        """Return what stands on a slide, in words."""
        texts = [
            shape.text_frame.text.replace("\n", " ")
            for shape in slide.shapes
            if shape.has_text_frame and shape.text_frame.text.strip()
        ]
        return ". ".join(text.strip().removesuffix(".") for text in texts)

    def png(self, slide: Any, width: int) -> bytes:
        """Return one slide as a PNG picture, `width` pixels wide."""
        layout = self._opened.layout(str(slide.slide_layout.part.partname))
        if layout is None:
            raise ValueError("a slide without its layout")
        scheme = layout.scheme.mapped(override_in(slide.element))
        canvas = paint_layout(layout, self._opened.size, width)
        for shape in slide.shapes:
            _ShapePainter(canvas, layout, scheme, slide.part).paint(shape)
        stream = io.BytesIO()
        canvas.finished().save(stream, "PNG", compress_level=3)
        return stream.getvalue()


class _ShapePainter:
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
            if element.tag == f"{P}sp":
                self._paint_text(element)

    def _paint_text(self, element: etree._Element) -> None:
        body = element.find(f"{P}txBody")
        place = self._place_of(element)
        box = box_in(element.find(f"{P}spPr")) or (None if place is None else place.box)
        if body is None or box is None:
            return
        own = body.find(f"{A}bodyPr")
        settings = [one for one in (own, *(place.bodies if place else ())) if one is not None]
        room = _inside(box, settings, _INSETS)
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
            marker = _marker(levels, numbered + 1)
            numbered = numbered + 1 if marker.endswith(".") else 0
            pieces = tuple(
                self._piece(run, place)
                for run in paragraph.iterfind("*")
                if run.tag in {f"{A}r", f"{A}fld"}
            )
            yield Line(
                pieces,
                marker,
                hanging=_setting(levels, "marL"),
                after=_points_after(levels),
                pitch=_pitch(levels),
                align=next((one.get("algn", "") for one in levels if "algn" in one.attrib), "l"),
            )

    def _piece(self, run: etree._Element, place: Place | None) -> Piece:
        properties = run.find(f"{A}rPr")
        size = number(None if properties is None else properties.get("sz")) / _HUNDREDTHS
        is_bold = None if properties is None else properties.get("b")
        if is_bold is None and place is not None:
            is_bold = place.run_setting("b")
        colour = None
        if properties is not None:
            colour = self._scheme.colour_in(properties.find(f"{A}solidFill"))
            if properties.find(f"{A}hlinkClick") is not None:
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
        fill = None
        if properties is not None:
            fill = self._scheme.colour_in(properties.find(f"{A}solidFill"))
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
        self._text.paint(lines, _inside(box, settings, _CELL_INSETS), anchor)

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
        box = Box(float(shape.left), float(shape.top), float(shape.width), float(shape.height))
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


def _title(slide: Any) -> str:
    return slide.shapes.title.text_frame.text if slide.shapes.title is not None else ""


def _marker(levels: Sequence[etree._Element], number_: int) -> str:
    for level in levels:
        if level.find(f"{A}buNone") is not None:
            return ""
        numbers = level.find(f"{A}buAutoNum")
        if numbers is not None:
            return f"{number_ - 1 + int(number(numbers.get('startAt', '1')))}."
        if level.find(f"{A}buChar") is not None:
            return "•"
    return ""


def _setting(levels: Sequence[etree._Element], name: str) -> float:
    return next((number(one.get(name)) for one in levels if name in one.attrib), 0.0)


def _points_after(levels: Sequence[etree._Element]) -> float:
    for level in levels:
        points = level.find(f"{A}spcAft/{A}spcPts")
        if points is not None:
            return number(points.get("val")) / _HUNDREDTHS * _POINT
    return 0.0


def _pitch(levels: Sequence[etree._Element]) -> float:
    for level in levels:
        share = level.find(f"{A}lnSpc/{A}spcPct")
        if share is not None:
            return number(share.get("val")) / 100_000 or 1.0
    return 1.0


def _inside(box: Box, settings: Sequence[etree._Element], usual: dict[str, int]) -> Box:
    left, top, right, bottom = (
        next((number(one.get(name)) for one in settings if name in one.attrib), float(width))
        for name, width in usual.items()
    )
    return Box(box.left + left, box.top + top, box.width - left - right, box.height - top - bottom)


def _corners(box: Box) -> list[tuple[float, float]]:
    return [
        (box.left, box.top),
        (box.right, box.top),
        (box.right, box.bottom),
        (box.left, box.bottom),
    ]
