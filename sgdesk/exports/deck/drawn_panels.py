"""Panels: text set off beside the body, in a box that can be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.enum.text import MSO_ANCHOR
from pptx.util import Pt

from sgdesk.exports.deck.boxes import add_decoration, add_text_box
from sgdesk.exports.deck.pages import PANEL_INSET_X, PANEL_INSET_Y
from sgdesk.exports.deck.text_frames import write_block

if TYPE_CHECKING:
    from pptx.slide import Slide

    from sgdesk.exports.deck.boxes import Place
    from sgdesk.exports.deck.content import TextBlock

_BAR = Pt(5)


def add_panel(slide: Slide, panel: TextBlock, place: Place, fill: str) -> None:
    """Put `panel` at `place`; `fill` is a theme colour or ""."""
    box = add_text_box(slide, panel.kicker, place, fill)
    frame = box.text_frame
    is_one = len(panel.paragraphs) == 1
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if is_one else MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = Pt(PANEL_INSET_X)
    frame.margin_top = frame.margin_bottom = Pt(PANEL_INSET_Y)
    write_block(frame, panel)
    add_decoration(slide, "Panel bar", place._replace(width=_BAR), "accent2")
