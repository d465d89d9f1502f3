"""Paints the pages of a paper: for the printer, for the preview and for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGlyphRun, QPainter, QPen, QTextLayout

from sgdesk.records.paper_bits import BitKind
from sgdesk.ui.look.current import Look
from sgdesk.ui.look.fonts import Weight, load_typeface, make_font
from sgdesk.ui.look.standings import PILLS, paint_shape
from sgdesk.ui.printing.calendar_painter import CalendarPainter
from sgdesk.ui.printing.lettering import SMALL_STRONG, STRONG, Line, Style
from sgdesk.ui.printing.page_furniture import RULE_GAP, SIDE, TOP
from sgdesk.ui.printing.page_plan import ITEM_INDENT, PagePlan, PlannedBit, PlannedPage
from sgdesk.ui.printing.page_tables import GAP, MARK, MARK_ROOM
from sgdesk.ui.printing.sheet_sizes import MM, POINT

if TYPE_CHECKING:
    from sgdesk.domain.standings import Standing
    from sgdesk.records.papers import Paper
    from sgdesk.ui.printing.sheet_sizes import SheetSize

_LOOK = Look()
"""Paper is light, whatever the windows wear."""
_BULLET = 1.3 * MM
"""Side of the square before an item of a list."""
_ENDLESS = 1e6


class PaperPainter:
    """Paints in tenths of a point: the caller scales the painter to the sheet."""

    def __init__(self, paper: Paper, sheet: SheetSize) -> None:
        self._lettering = _Lettering()
        self.plan = PagePlan(paper, sheet, self._lettering.width)
        self._right = SIDE + self.plan.room
        self._calendars = CalendarPainter(_LOOK, self._paint_lines)

    @property
    def page_count(self) -> int:
        return len(self.plan.pages)

    def paint_page(self, painter: QPainter, number: int) -> None:
        """Paint page `number`, counted from 1, on white paper."""
        page = self.plan.pages[number - 1]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_furniture(painter, page)
        if page.head is not None:
            height = self.plan.head_height(page.head)
            bit, cells = self.plan.bits[page.head], self.plan.cells[page.head]
            top = self.plan.furniture.top
            self._paint_bit(painter, PlannedBit(page.head, bit, top, height, cells, is_first=True))
        for planned in page.bits:
            self._paint_bit(painter, planned)
        painter.restore()

    def _paint_furniture(self, painter: QPainter, page: PlannedPage) -> None:
        around = self.plan.furniture
        self._paint_lines(painter, around.head_left, SIDE, TOP)
        self._paint_right(painter, around.mark, self._right, TOP)
        if page.number == 1:
            self._paint_lines(painter, around.title, SIDE, around.title_top)
        self._paint_lines(painter, around.foot_left, SIDE, around.foot_top)
        words = f"{around.foot_mark}Page {page.number} of {self.page_count}"
        self._paint_right(painter, (Line(words, SMALL_STRONG),), self._right, around.foot_top)
        painter.setPen(QPen(_LOOK.color("edge"), 0.25 * MM))
        for y in (around.head_rule, around.foot_top - RULE_GAP):
            painter.drawLine(QLineF(SIDE, y, self._right, y))

    def _paint_bit(self, painter: QPainter, planned: PlannedBit) -> None:
        match planned.bit.kind:
            case BitKind.WEEKDAYS | BitKind.WEEK:
                layout = self.plan.calendars[planned.bit.part]
                self._calendars.paint(painter, layout, planned)
            case BitKind.HEAD:
                self._paint_head(painter, planned)
            case BitKind.GROUP:
                self._paint_group(painter, planned)
            case BitKind.BELOW:
                self._paint_across(painter, planned)
            case BitKind.ROW:
                self._paint_row(painter, planned)
            case BitKind.ITEM:
                self._paint_item(painter, planned)
            case _:
                self._paint_lines(painter, planned.cells[0], SIDE, planned.top)

    def _paint_head(self, painter: QPainter, planned: PlannedBit) -> None:
        ground = QRectF(SIDE, planned.top, self.plan.room, planned.height)
        painter.fillRect(ground, _LOOK.color("ink"))
        for at in range(len(planned.cells)):
            self._paint_cell(painter, planned, at)

    def _paint_group(self, painter: QPainter, planned: PlannedBit) -> None:
        ground = QRectF(SIDE, planned.top, self.plan.room, planned.height)
        painter.fillRect(ground, _LOOK.color("tint"))
        self._paint_across(painter, planned)

    def _paint_across(self, painter: QPainter, planned: PlannedBit) -> None:
        top = planned.top + self.plan.tables[planned.bit.part].padding
        self._paint_lines(painter, planned.cells[0], SIDE + GAP / 2, top)
        self._paint_rule(painter, planned)

    def _paint_row(self, painter: QPainter, planned: PlannedBit) -> None:
        last = len(planned.cells) - 1
        standing = planned.bit.standing
        for at in range(last + 1):
            if at == last and standing is not None:
                self._paint_standing(painter, planned, standing)
            else:
                self._paint_cell(painter, planned, at)
        if not planned.bit.keeps_next:
            self._paint_rule(painter, planned)

    def _paint_item(self, painter: QPainter, planned: PlannedBit) -> None:
        lines = planned.cells[0]
        if planned.is_first and lines:
            middle = planned.top + lines[0].style.leading / 2
            bullet = QRectF(SIDE + _BULLET, middle - _BULLET / 2, _BULLET, _BULLET)
            painter.fillRect(bullet, _LOOK.color("accent"))
        self._paint_lines(painter, lines, SIDE + ITEM_INDENT, planned.top)

    def _paint_rule(self, painter: QPainter, planned: PlannedBit) -> None:
        end = planned.top + planned.height
        painter.setPen(QPen(_LOOK.color("line"), 0.15 * MM))
        painter.drawLine(QLineF(SIDE, end, self._right, end))

    def _paint_cell(self, painter: QPainter, planned: PlannedBit, at: int) -> None:
        table, lines = self.plan.tables[planned.bit.part], planned.cells[at]
        is_head = planned.bit.kind is BitKind.HEAD
        left = table.lefts[at] + GAP / 2 + (0.0 if is_head else table.indent(at))
        top = planned.top + table.padding
        if not table.table.columns[at].is_centred:
            self._paint_lines(painter, lines, left, top)
            return
        middle = table.lefts[at] + table.widths[at] / 2
        for line in lines:
            shifted = middle - self._lettering.line_width(line) / 2
            self._paint_lines(painter, (line,), shifted, top)
            top += line.style.leading

    def _paint_standing(self, painter: QPainter, planned: PlannedBit, standing: Standing) -> None:
        """Paint shape and words, on a pill where somebody has to act."""
        table = self.plan.tables[planned.bit.part]
        lines = planned.cells[-1]
        left, top = table.lefts[-1] + GAP / 2, planned.top + table.padding
        leading = STRONG.leading
        if standing in PILLS and lines:
            widest = max(map(self._lettering.line_width, lines))
            width, height = MARK_ROOM + widest + 2.6 * MM, len(lines) * leading + 0.8 * MM
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_LOOK.color(PILLS[standing]))
            pill = QRectF(left - MM, top - 0.4 * MM, width, height)
            painter.drawRoundedRect(pill, 2.2 * MM, 2.2 * MM)
        if planned.is_first:
            mark = QRectF(left, top + (leading - MARK) / 2, MARK, MARK)
            paint_shape(painter, standing, mark, _LOOK)
        color = _LOOK.standing_color(standing)
        self._paint_lines(painter, lines, left + MARK_ROOM, top, color)

    def _paint_lines(
        self,
        painter: QPainter,
        lines: tuple[Line, ...],
        left: float,
        top: float,
        color: QColor | None = None,
    ) -> None:
        style = None
        for line in lines:
            if line.style is not style:
                style = line.style
                painter.setPen(color or _LOOK.color(style.role))
            for run in self._lettering.glyphs(line):
                painter.drawGlyphRun(QPointF(left, top), run)
            top += line.style.leading

    def _paint_right(
        self, painter: QPainter, lines: tuple[Line, ...], right: float, top: float
    ) -> None:
        for line in lines:
            left = right - self._lettering.line_width(line)
            self._paint_lines(painter, (line,), left, top)
            top += line.style.leading


class _Lettering:
    """The typeface on paper. Keeps the shaped glyphs of each text: many stand on every page."""

    def __init__(self) -> None:
        self._family = load_typeface()
        self._fonts: dict[Style, QFont] = {}
        self._metrics: dict[Style, QFontMetricsF] = {}
        self._glyphs: dict[Line, list[QGlyphRun]] = {}

    def width(self, text: str, style: Style) -> float:
        if style not in self._metrics:
            self._metrics[style] = QFontMetricsF(self._font(style))
        return self._metrics[style].horizontalAdvance(text)

    def line_width(self, line: Line) -> float:
        return self.width(line.text, line.style)

    def glyphs(self, line: Line) -> list[QGlyphRun]:
        """Return the glyphs of a line, placed from its top left corner."""
        if line not in self._glyphs:
            layout = QTextLayout(line.text, self._font(line.style))
            layout.beginLayout()
            placed = layout.createLine()
            placed.setLineWidth(_ENDLESS)
            placed.setPosition(QPointF(0, (line.style.leading - placed.height()) / 2))
            layout.endLayout()
            self._glyphs[line] = layout.glyphRuns()
        return self._glyphs[line]

    def _font(self, style: Style) -> QFont:
        """Return a font of a size in whole pixels, alike on every screen and printer."""
        if style not in self._fonts:
            font = make_font(self._family, 1.0, Weight(style.weight), is_tabular=True)
            font.setPixelSize(round(style.points * POINT))
            font.setFeature(QFont.Tag("liga"), 0)  # printed to a file, "ft" must stay two letters
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[style] = font
        return self._fonts[style]
