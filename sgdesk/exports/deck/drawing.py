"""Planned slides put on the template's layouts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pptx.enum.shapes import PP_PLACEHOLDER

from sgdesk.domain.dates import full_date
from sgdesk.exports.deck.charts import add_theme_chart
from sgdesk.exports.deck.content import Look, Marker, Run
from sgdesk.exports.deck.drawn_panels import add_panel
from sgdesk.exports.deck.drawn_tables import add_table
from sgdesk.exports.deck.drawn_timeline import add_timeline
from sgdesk.exports.deck.fitting import GAP, TITLE_SIZES, fit_text, title_size
from sgdesk.exports.deck.measuring import LINE_PITCH, largest_size, lines_of, shorten
from sgdesk.exports.deck.pictures import add_code, add_logo, remove
from sgdesk.exports.deck.slots import slots_of
from sgdesk.exports.deck.template import CONTENTS, TITLES
from sgdesk.exports.deck.text_frames import write_block, write_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.slide import Slide as DrawnSlide

    from sgdesk.exports.deck.content import Paragraph, Slide
    from sgdesk.exports.deck.measuring import Frame
    from sgdesk.exports.deck.slots import Slot
    from sgdesk.exports.deck.template import DeckStyle
    from sgdesk.records.briefing import Briefing

_OPENING_TITLE_SIZES = (44, 40, 36, 32, 28, 24)
_OPENING_SIZES, _OPENING_GAP = (20, 18, 16), 10


def draw(
    drawn: DrawnSlide,
    slots: Sequence[Slot],
    slide: Slide,
    briefing: Briefing,
    style: DeckStyle,
) -> None:
    """Fill the `slots` of the new slide `drawn`; those left over are taken away."""
    if slide.look is Look.OPENING:
        _draw_opening(drawn, slots, slide.title, briefing)
    else:
        _draw_content(drawn, slots, slide, style)


def _draw_content(drawn: DrawnSlide, slots: Sequence[Slot], slide: Slide, style: DeckStyle) -> None:
    title = slots_of(slots, TITLES)[0]
    size = title_size(slide.title, title.place.frame) or TITLE_SIZES[-1]
    write_lines(title.shape.text_frame, ((Run(slide.title),),), size)
    bodies = slots_of(slots, CONTENTS)
    if slide.text:
        write_block(bodies.pop(0).shape.text_frame, slide.text)
    if slide.panel:
        add_panel(drawn, slide.panel, bodies[0].place, style.panel)
    if slide.timeline:
        add_timeline(drawn, slide.timeline, bodies[0].place)
    if slide.table:
        add_table(drawn, slide.table, bodies[0].place, style.table_style)
    if slide.chart:
        add_theme_chart(drawn, slide.chart, bodies[0].place)
    if slide.code_address:
        add_code(drawn, slide.code_address, bodies[0].place, style.panel)
    for slot in bodies:
        remove(slot.shape)


def _draw_opening(drawn: DrawnSlide, slots: Sequence[Slot], title: str, briefing: Briefing) -> None:
    _write_title(slots_of(slots, TITLES)[0], title)
    kicker: tuple[Run, ...] = (Run(briefing.kicker), Run(briefing.mark, is_bold=True))
    under, over = slots_of(slots, {PP_PLACEHOLDER.SUBTITLE}), slots_of(slots, CONTENTS)
    if under and over:
        _write_or_remove(over[0], kicker)
        kicker = ()  # else, on a template of another make, it leads what stands under the title
    published = f"Published {full_date(briefing.published)}" if briefing.published else ""
    facts = "   |   ".join(filter(None, (briefing.reference, published)))
    audience = f"For: {briefing.audience}" if briefing.audience else ""
    for place in (under or over)[:1]:
        _write_or_remove(place, (*kicker, Run(briefing.subtitle), Run(facts), Run(audience)))
    for logo in slots_of(slots, {PP_PLACEHOLDER.PICTURE}):
        if briefing.brand.logo_png:
            add_logo(drawn, briefing.brand.logo_png, briefing.brand.partnership, logo.place)
        remove(logo.shape)


def _write_title(slot: Slot, title: str) -> None:
    frame = slot.place.frame
    size = largest_size(title, frame, _OPENING_TITLE_SIZES, is_bold=True)
    if size is None:
        size = _OPENING_TITLE_SIZES[-1]
        lines = int(frame.height / (size * LINE_PITCH))
        title = shorten(title, frame.width, size, lines=lines, is_bold=True)
    write_lines(slot.shape.text_frame, ((Run(title),),), size)


def _write_or_remove(slot: Slot, runs: tuple[Run, ...]) -> None:
    """Write `runs` that are not empty as paragraphs, cut where they cannot fit `slot`."""
    kept = [(run,) for run in runs if run.text]
    if not kept:
        remove(slot.shape)
        return
    frame = slot.place.frame
    blocks = fit_text(kept, frame, Marker.NONE, sizes=_OPENING_SIZES)
    if len(blocks) > 1:
        shares = _lines_for(kept, frame)
        cut = [_shortened(one, frame, lines) for one, lines in zip(kept, shares, strict=True)]
        blocks = fit_text(cut, frame, Marker.NONE, sizes=_OPENING_SIZES[-1:])
    block = blocks[0]
    write_block(slot.shape.text_frame, replace(block, gap=min(block.gap, _OPENING_GAP)))


def _lines_for(paragraphs: Sequence[Paragraph], frame: Frame) -> list[int]:
    """Return how many lines each of `paragraphs` may take: one, and more while there is room."""
    size = _OPENING_SIZES[-1]
    wanted = [lines_of(one, frame.width, size) for one in paragraphs]
    lines = [1] * len(wanted)
    spare = int((frame.height - len(lines) * GAP * size) / (size * LINE_PITCH)) - len(lines)
    for _ in range(spare):
        place = max(range(len(lines)), key=lambda index: wanted[index] - lines[index])
        lines[place] += 1
    return lines


def _shortened(paragraph: Paragraph, frame: Frame, lines: int) -> Paragraph:
    size = _OPENING_SIZES[-1]
    return tuple(
        replace(run, text=shorten(run.text, frame.width, size, lines=lines, is_bold=run.is_bold))
        for run in paragraph
    )
