# mypy: untyped-calls-exclude="pptx"
"""The chart of themes, native so that PowerPoint can edit it."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Any

from lxml import etree
from pptx.chart.data import ChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from sgdesk.exports.deck.facilitation import reviews_in_words
from sgdesk.exports.deck.naming import describe
from sgdesk.exports.deck.text_frames import LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.chart.chart import Chart
    from pptx.slide import Slide

    from sgdesk.exports.deck.boxes import Place
    from sgdesk.records.briefing import ThemeCount

_TEXT, _FIGURES = Pt(18), Pt(20)
_BAR, _MARGIN = Pt(76), Pt(24)
_LONGEST_LABEL, _LONGEST_DESCRIPTION = 60, 400
_GAP_IN_PER_CENT = 55
_FORMULA_STARTS = "={"


def add_theme_chart(slide: Slide, themes: Sequence[ThemeCount], place: Place) -> None:
    """Put a bar chart of `themes` into `place`; most frequent on top."""
    data = ChartData(number_format="0")
    data.categories = [_label(theme.theme) for theme in themes]
    data.add_series("Reviews", [theme.reviews for theme in themes])
    height = Emu(min(place.height, _BAR * len(themes) + _MARGIN))
    frame: Any = slide.shapes.add_chart(
        XL_CHART_TYPE.BAR_CLUSTERED,
        Emu(place.left),
        Emu(place.top),
        Emu(place.width),
        height,
        data,
    )
    figures = "; ".join(f"{theme.theme}, {reviews_in_words(theme.reviews)}" for theme in themes)
    description = shorten(
        f"Bar chart of themes in published reviews. {figures}.",
        _LONGEST_DESCRIPTION,
        placeholder="…",
    )
    describe(frame, "Chart of themes", description)
    _style(frame.chart)
    _mend(frame.chart)


def _label(theme: str) -> str:
    """Return `theme` short enough for an axis, and never a formula in the chart's workbook."""
    words = theme.lstrip(_FORMULA_STARTS) or "Theme"
    cut = shorten(words, _LONGEST_LABEL, placeholder="…")
    return cut if cut != "…" else f"{words[:_LONGEST_LABEL]}…"


def _style(chart: Chart) -> None:
    chart.has_legend = False
    chart.has_title = False
    chart.font.size = _TEXT
    plot = chart.plots[0]
    plot.gap_width = _GAP_IN_PER_CENT
    plot.vary_by_categories = False
    plot.has_data_labels = True
    plot.data_labels.font.size = _FIGURES
    plot.data_labels.font.bold = True
    plot.data_labels.font.color.theme_color = MSO_THEME_COLOR.TEXT_2
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    fill = plot.series[0].format.fill
    fill.solid()
    fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
    values, categories = chart.value_axis, chart.category_axis
    values.visible = False
    values.has_major_gridlines = False
    values.minimum_scale = 0
    categories.reverse_order = True
    categories.major_tick_mark = XL_TICK_MARK.NONE
    categories.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_4


def _mend(chart: Chart) -> None:
    """Put right what the library writes against the schema, and say the language."""
    space = chart.element
    numbers: dict[str, str] = {}
    for axis in space.iter(qn("c:axId"), qn("c:crossAx")):
        axis.set("val", numbers.setdefault(axis.get("val"), str(len(numbers) + 1)))
    language = etree.Element(qn("c:lang"), val=LANGUAGE)
    space.find(qn("c:date1904")).addnext(language)
    for properties in space.iter(qn("a:defRPr"), qn("a:endParaRPr")):
        properties.set("lang", LANGUAGE)
