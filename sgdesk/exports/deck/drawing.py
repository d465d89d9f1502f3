"""Planned slides put on the template's layouts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pptx.enum.shapes import PP_PLACEHOLDER

from sgdesk.domain.dates import full_date
from sgdesk.exports.deck.charts import add_theme_chart
from sgdesk.exports.deck.content import Look, Marker, Run, TextBlock
from sgdesk.exports.deck.drawn_tables import add_table
from sgdesk.exports.deck.measuring import LINE_PITCH, largest_size, shorten
from sgdesk.exports.deck.pictures import add_code, add_logo, remove
from sgdesk.exports.deck.template import CONTENTS, TITLES, frame_of, shapes_of
from sgdesk.exports.deck.text_frames import write_block, write_lines

if TYPE_CHECKING:
    from pptx.shapes.autoshape import Shape
    from pptx.slide import Slide as DrawnSlide

    from sgdesk.exports.deck.content import Slide
    from sgdesk.records.briefing import Briefing

_TITLE_SIZES = (44, 40, 36, 32, 28, 24)
_OPENING_SIZE, _OPENING_GAP = 20, 10


def draw(drawn: DrawnSlide, slide: Slide, briefing: Briefing) -> None:
    """Fill the placeholders of the new slide `drawn`; those left over are taken away."""
    if slide.look is Look.OPENING:
        _draw_opening(drawn, slide.title, briefing)
    else:
        _draw_content(drawn, slide)


def _draw_content(drawn: DrawnSlide, slide: Slide) -> None:
    title = shapes_of(drawn.placeholders, TITLES)[0]
    write_lines(title.text_frame, ((Run(slide.title),),))
    slots = shapes_of(drawn.placeholders, CONTENTS)
    if slide.text:
        write_block(slots.pop(0).text_frame, slide.text)
    if slide.table:
        add_table(drawn, slide.table, slots.pop(0))
    if slide.chart:
        add_theme_chart(drawn, slide.chart, slots.pop(0))
    if slide.code_address:
        add_code(drawn, slide.code_address, slots.pop(0))


def _draw_opening(drawn: DrawnSlide, title: str, briefing: Briefing) -> None:
    places = drawn.placeholders
    _write_title(shapes_of(places, TITLES)[0], title)
    kicker = shapes_of(places, {PP_PLACEHOLDER.BODY})[0]
    subtitle = shapes_of(places, {PP_PLACEHOLDER.SUBTITLE})[0]
    _write_or_remove(kicker, (Run(briefing.kicker), Run(briefing.mark, is_bold=True)), lines=1)
    published = f"Published {full_date(briefing.published)}" if briefing.published else ""
    facts = "   |   ".join(filter(None, (briefing.reference, published)))
    audience = f"For: {briefing.audience}" if briefing.audience else ""
    _write_or_remove(subtitle, (Run(briefing.subtitle), Run(facts), Run(audience)), lines=2)
    slot = shapes_of(places, {PP_PLACEHOLDER.PICTURE})[0]
    if briefing.brand.logo_png:
        add_logo(drawn, briefing.brand.logo_png, briefing.brand.partnership, slot)
    else:
        remove(slot)


def _write_title(shape: Shape, title: str) -> None:
    frame = frame_of(shape)
    size = largest_size(title, frame, _TITLE_SIZES, is_bold=True)
    if size is None:
        size = _TITLE_SIZES[-1]
        lines = int(frame.height / (size * LINE_PITCH))
        title = shorten(title, frame.width, size, lines=lines, is_bold=True)
    write_lines(shape.text_frame, ((Run(title),),), size)


def _write_or_remove(shape: Shape, runs: tuple[Run, ...], *, lines: int) -> None:
    """Write `runs` that are not empty as paragraphs of at most `lines` lines each."""
    width = frame_of(shape).width
    kept = tuple(
        (replace(run, text=shorten(run.text, width, _OPENING_SIZE, lines=lines, is_bold=True)),)
        for run in runs
        if run.text
    )
    if kept:
        write_block(shape.text_frame, TextBlock(kept, _OPENING_SIZE, _OPENING_GAP, Marker.NONE))
    else:
        remove(shape)
