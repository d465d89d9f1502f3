"""Paints the pages of a deadline report: for the printer, for the preview and for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGlyphRun, QPainter, QPen, QTextLayout

from sgdesk.ui.look.current import Look
from sgdesk.ui.look.fonts import Weight, load_typeface, make_font
from sgdesk.ui.look.standings import PILLS, paint_shape
from sgdesk.ui.printing.lettering import SMALL_STRONG, STRONG, SUMMARY, Line, Style
from sgdesk.ui.printing.page_furniture import RULE_GAP, SIDE, TOP
from sgdesk.ui.printing.page_plan import NOTHING, PADDING, PagePlan, PlannedPage, PlannedRow
from sgdesk.ui.printing.paper import MM, POINT
from sgdesk.ui.printing.report_columns import COLUMNS, GAP, MARK, MARK_ROOM

if TYPE_CHECKING:
    from sgdesk.domain.standings import Standing
    from sgdesk.records.reports import DeadlineReport
    from sgdesk.ui.printing.paper import Paper

_LOOK = Look()
"""Paper is light, whatever the windows wear."""
_STANDING = len(COLUMNS) - 1
_ENDLESS = 1e6


class ReportPainter:
    """Paints in tenths of a point: the caller scales the painter to the paper."""

    def __init__(self, report: DeadlineReport, paper: Paper) -> None:
        self._lettering = _Lettering()
        self.plan = PagePlan(report, paper, self._lettering.width)
        self._lefts = [left + GAP / 2 for left in self.plan.lefts()]

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
            line = Line(NOTHING, SUMMARY)
            self._paint_lines(painter, (line,), SIDE, self.plan.furniture.first_table_top)
        else:
            self._paint_head(painter, page.table_top)
            self._paint_rows(painter, page)
        painter.restore()

    def _paint_furniture(self, painter: QPainter, page: PlannedPage) -> None:
        around, right = self.plan.furniture, SIDE + self.plan.room
        self._paint_lines(painter, around.head_left, SIDE, TOP)
        self._paint_right(painter, around.mark, right, TOP)
        if page.number == 1:
            self._paint_lines(painter, around.title, SIDE, around.title_top)
        self._paint_lines(painter, around.foot_left, SIDE, around.foot_top)
        words = f"{around.foot_mark}Page {page.number} of {self.page_count}"
        self._paint_right(painter, (Line(words, SMALL_STRONG),), right, around.foot_top)
        painter.setPen(QPen(_LOOK.color("edge"), 0.25 * MM))
        for y in (around.head_rule, around.foot_top - RULE_GAP):
            painter.drawLine(QLineF(SIDE, y, right, y))

    def _paint_head(self, painter: QPainter, top: float) -> None:
        plan = self.plan
        painter.fillRect(QRectF(SIDE, top, plan.room, plan.head_height), _LOOK.color("ink"))
        for left, lines in zip(self._lefts, plan.head, strict=True):
            self._paint_lines(painter, lines, left, top + PADDING)

    def _paint_rows(self, painter: QPainter, page: PlannedPage) -> None:
        for row in page.rows:
            top = row.top + PADDING
            for left, lines in zip(self._lefts, row.cells[:_STANDING], strict=False):
                self._paint_lines(painter, lines, left, top)
            if row.standing is not None:
                self._paint_standing(painter, row, row.standing)
        right = SIDE + self.plan.room
        ends = [row.top + row.height for row in page.rows]
        painter.setPen(QPen(_LOOK.color("line"), 0.15 * MM))
        painter.drawLines([QLineF(SIDE, end, right, end) for end in ends])

    def _paint_standing(self, painter: QPainter, row: PlannedRow, standing: Standing) -> None:
        """Paint shape and words, on a pill where somebody has to act."""
        lines = row.cells[_STANDING]
        left, top, leading = self._lefts[_STANDING], row.top + PADDING, STRONG.leading
        if standing in PILLS:
            widest = max(map(self._lettering.line_width, lines), default=0.0)
            width, height = MARK_ROOM + widest + 2.6 * MM, len(lines) * leading + 0.8 * MM
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_LOOK.color(PILLS[standing]))
            pill = QRectF(left - MM, top - 0.4 * MM, width, height)
            painter.drawRoundedRect(pill, 2.2 * MM, 2.2 * MM)
        paint_shape(painter, standing, QRectF(left, top + (leading - MARK) / 2, MARK, MARK), _LOOK)
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
