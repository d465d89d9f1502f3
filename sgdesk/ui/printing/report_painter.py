"""Paints the pages of a deadline report: for the printer, for the preview and for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from sgdesk.domain.standings import Standing
from sgdesk.ui.look.current import Look
from sgdesk.ui.look.fonts import Weight, load_typeface, make_font
from sgdesk.ui.look.palette import LIGHT
from sgdesk.ui.look.standings import PILLS, paint_shape
from sgdesk.ui.printing.lettering import Line, Style
from sgdesk.ui.printing.page_plan import NOTHING, PADDING, SIDE, TOP, PagePlan, PlannedPage, PlannedRow
from sgdesk.ui.printing.paper import MM
from sgdesk.ui.printing.report_columns import COLUMNS, GAP, MARK, MARK_ROOM

if TYPE_CHECKING:
    from sgdesk.records.reports import DeadlineReport
    from sgdesk.ui.printing.paper import Paper

_LOOK = Look()
"""Paper is light, whatever the windows wear."""
_WEIGHTS = {
    Style.TITLE: Weight.BOLD,
    Style.SMALL_STRONG: Weight.SEMIBOLD,
    Style.HEAD: Weight.SEMIBOLD,
    Style.STRONG: Weight.SEMIBOLD,
}
_COLORS = {
    Style.TITLE: LIGHT.ink,
    Style.SMALL: LIGHT.muted,
    Style.SMALL_STRONG: LIGHT.ink,
    Style.HEAD: LIGHT.surface,
    Style.STRONG: LIGHT.ink,
    Style.QUIET: LIGHT.muted,
}
_STANDING = len(COLUMNS) - 1


class ReportPainter:
    """Paints in tenths of a point: the caller scales the painter to the paper."""

    def __init__(self, report: DeadlineReport, paper: Paper) -> None:
        self._family = load_typeface()
        self._fonts = {style: self._font(style) for style in Style}
        self._metrics = {style: QFontMetricsF(font) for style, font in self._fonts.items()}
        self._pens = {style: QPen(QColor(_COLORS.get(style, LIGHT.text))) for style in Style}
        self._ascents = {
            style: (style.leading - metrics.height()) / 2 + metrics.ascent()
            for style, metrics in self._metrics.items()
        }
        self.plan = PagePlan(report, paper, self._width)
        self._lefts = self.plan.lefts()

    @property
    def page_count(self) -> int:
        return len(self.plan.pages)

    def paint_page(self, painter: QPainter, number: int) -> None:
        """Paint page `number`, counted from 1, on white paper."""
        page = self.plan.pages[number - 1]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_furniture(painter, page)
        if self.plan.is_empty:
            line = Line(NOTHING, Style.SUMMARY)
            self._paint_lines(painter, (line,), SIDE, self.plan.furniture.first_table_top)
        else:
            self._paint_table(painter, page)
        painter.restore()

    def _paint_furniture(self, painter: QPainter, page: PlannedPage) -> None:
        around, right = self.plan.furniture, SIDE + self.plan.room
        self._paint_lines(painter, around.head_left, SIDE, TOP)
        self._paint_right(painter, around.mark, right, TOP)
        if page.number == 1:
            self._paint_lines(painter, around.title, SIDE, around.title_top)
        self._paint_lines(painter, around.foot_left, SIDE, around.foot_top)
        words = f"Page {page.number} of {self.page_count}"
        if around.foot_mark:
            words = f"{around.foot_mark} · {words}"
        self._paint_right(painter, (Line(words, Style.SMALL_STRONG),), right, around.foot_top)
        painter.setPen(QPen(QColor(LIGHT.edge), 0.25 * MM))
        for y in (around.head_rule, around.foot_top - 1.6 * MM):
            painter.drawLine(QLineF(SIDE, y, right, y))

    def _paint_table(self, painter: QPainter, page: PlannedPage) -> None:
        plan = self.plan
        head = QRectF(SIDE, page.table_top, plan.room, plan.head_height)
        painter.fillRect(head, QColor(LIGHT.ink))
        for left, lines in zip(self._lefts, plan.head, strict=True):
            self._paint_lines(painter, lines, left + GAP / 2, page.table_top + PADDING)
        for row in page.rows:
            if row.standing is not None:
                self._paint_standing(painter, row, row.standing)
            for number, lines in enumerate(row.cells[:_STANDING]):
                self._paint_lines(painter, lines, self._lefts[number] + GAP / 2, row.top + PADDING)
        painter.setPen(QPen(QColor(LIGHT.line), 0.15 * MM))
        painter.drawLines(
            [
                QLineF(SIDE, row.top + row.height, SIDE + plan.room, row.top + row.height)
                for row in page.rows
            ]
        )

    def _paint_standing(self, painter: QPainter, row: PlannedRow, standing: Standing) -> None:
        """Paint shape and words, on a pill where somebody has to act."""
        lines = row.cells[_STANDING]
        left, top = self._lefts[_STANDING] + GAP / 2, row.top + PADDING
        leading = Style.STRONG.leading
        if standing in PILLS:
            widest = max(self.plan.ruler.width(line.text, line.style) for line in lines)
            pill = QRectF(
                left - 1 * MM,
                top - 0.4 * MM,
                MARK_ROOM + widest + 2.6 * MM,
                len(lines) * leading + 0.8 * MM,
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(_LOOK.color(PILLS[standing])))
            painter.drawRoundedRect(pill, 2.2 * MM, 2.2 * MM)
        shape = QRectF(left, top + (leading - MARK) / 2, MARK, MARK)
        paint_shape(painter, standing, shape, _LOOK)
        pen = QPen(_LOOK.standing_color(standing))
        self._paint_lines(painter, lines, left + MARK_ROOM, top, pen)

    def _paint_lines(
        self,
        painter: QPainter,
        lines: tuple[Line, ...],
        left: float,
        top: float,
        pen: QPen | None = None,
    ) -> None:
        for text, style in lines:
            painter.setFont(self._fonts[style])
            painter.setPen(pen or self._pens[style])
            painter.drawText(QPointF(left, top + self._ascents[style]), text)
            top += style.leading

    def _paint_right(
        self, painter: QPainter, lines: tuple[Line, ...], right: float, top: float
    ) -> None:
        for line in lines:
            left = right - self._width(line.text, line.style)
            self._paint_lines(painter, (line,), left, top)
            top += line.style.leading

    def _font(self, style: Style) -> QFont:
        weight = _WEIGHTS.get(style, Weight.REGULAR)
        font = make_font(self._family, 1.0, weight, is_tabular=True)
        font.setPixelSize(round(style.size))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def _width(self, text: str, style: Style) -> float:
        return self._metrics[style].horizontalAdvance(text)
