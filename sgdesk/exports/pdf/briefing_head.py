"""The top of a briefing: handling mark, band with title and logo, strip of facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.exports.pdf.briefing_style import LEFT, WIDTH
from sgdesk.exports.pdf.briefing_text import title_of
from sgdesk.exports.pdf.colours import MUTED, WARM, WHITE, Palette
from sgdesk.exports.pdf.fonts import FontSet, Weight, printable
from sgdesk.exports.pdf.setting import set_block
from sgdesk.exports.pdf.wrapping import PT, Block, Run, measured
from sgdesk.records.shares import shared_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.Image import Image

    from sgdesk.exports.pdf.sheet import Sheet
    from sgdesk.records.briefing import Briefing

_PAGE_WIDTH = 210.0


class MarkBar:
    """A handling mark over the whole width of the page, or nothing where there is none."""

    _PADDING = 1.1

    def __init__(self, mark: str, fonts: FontSet) -> None:
        paragraph = measured(fonts, [Run(mark, Weight.BOLD)])
        self._block = Block(paragraph, WIDTH, 11, 1.3)
        self.height = self._block.height + 2 * self._PADDING if paragraph.words else 0.0

    def draw(self, sheet: Sheet, palette: Palette) -> None:
        if not self.height:
            return
        with sheet.artifact():
            sheet.fill(0, 0, _PAGE_WIDTH, self.height, WARM)
        left = max(LEFT, (_PAGE_WIDTH - self._block.natural_width) / 2)
        with sheet.element("P"):
            set_block(sheet, self._block, (left, self._PADDING), (palette.on_warm, WHITE))


class Band:
    """Kicker, title and subtitle on ink, with the logo or the short name at the right."""

    _TOP = 9.4
    _NARROW = 132.0
    _SIZES = tuple(range(26, 16, -1))
    _LEAST = 38.0
    _SLOT = (42.0, 25.0)
    _LOGO = (37.0, 20.0)
    _BAR = 1.4

    def __init__(self, briefing: Briefing, logo: Image | None, fonts: FontSet) -> None:
        self._logo = logo
        self._partnership = printable(briefing.brand.partnership) or "the partnership"
        width = self._NARROW if logo else WIDTH
        name = "" if logo else briefing.brand.short_name
        self._name = Block(measured(fonts, [Run(name, Weight.SEMIBOLD)]), WIDTH, 11, 1.3)
        beside = width - self._name.natural_width - 8
        self._kicker = Block(measured(fonts, [Run(briefing.kicker, Weight.BOLD)]), beside, 11, 1.3)
        title = measured(fonts, [Run(title_of(briefing), Weight.BOLD)])
        self._title = first_within(2, [Block(title, width, s, 1.1) for s in self._SIZES])
        subtitle = measured(fonts, [Run(briefing.subtitle)])
        self._subtitle = first_within(1, [Block(subtitle, width, s, 1.29) for s in (11, 10.5, 10)])
        self._title_top = self._TOP + self._kicker.height + 1.5
        self._subtitle_top = self._title_top + self._title.height + 2.0
        text = self._subtitle_top + self._subtitle.height + 4.4
        self._band = max(self._LEAST, text)
        self.height = self._band + self._BAR

    def draw(self, sheet: Sheet, top: float, palette: Palette) -> None:
        with sheet.artifact():
            sheet.fill(0, top, _PAGE_WIDTH, self._band, palette.ink)
            sheet.fill(0, top + self._band, _PAGE_WIDTH, self._BAR, WARM)
        for role, block, y, colour in (
            ("P", self._kicker, self._TOP, palette.kicker),
            ("H1", self._title, self._title_top, WHITE),
            ("P", self._subtitle, self._subtitle_top, palette.subtitle),
        ):
            if block.paragraph.words:
                with sheet.element(role):
                    set_block(sheet, block, (LEFT, top + y), (colour, colour))
        if self._logo:
            self._draw_logo(sheet, self._logo, top)
        elif self._name.paragraph.words:
            left = LEFT + WIDTH - self._name.natural_width
            with sheet.element("P"):
                set_block(sheet, self._name, (left, top + self._TOP), (WHITE, WHITE))

    def _draw_logo(self, sheet: Sheet, logo: Image, top: float) -> None:
        slot_width, slot_height = self._SLOT
        left, upper = LEFT + WIDTH - slot_width, top + (self._band - slot_height) / 2
        with sheet.artifact():
            sheet.fill_rounded((left, upper, slot_width, slot_height), 2, WHITE)
        scale = min(self._LOGO[0] / logo.width, self._LOGO[1] / logo.height)
        width, height = logo.width * scale, logo.height * scale
        box = (left + (slot_width - width) / 2, upper + (slot_height - height) / 2, width, height)
        with sheet.element("Figure", alt=f"Logo of {self._partnership}") as figure:
            figure.box = sheet.in_points(box)
            with sheet.content():
                sheet.image(logo, *box)


class FactStrip:
    """What the review is: labels over values in columns on a tint."""

    _TOP = 2.0
    _BOTTOM = 2.2
    _SIZES = (10.0, 9.5, 9.0)
    _LEAST_GAP = 6.0
    _MOST_GAP = 30.0

    def __init__(self, facts: list[tuple[str, str]], fonts: FontSet) -> None:
        pairs = [
            (measured(fonts, [Run(label)]), measured(fonts, [Run(value, Weight.SEMIBOLD)]))
            for label, value in facts
        ]
        between = max(len(pairs) - 1, 1)
        room = WIDTH - self._LEAST_GAP * between
        for size in self._SIZES:
            natural = [
                max(label.width * 9, value.width * size) * PT + 0.01 for label, value in pairs
            ]
            if sum(natural) <= room:
                break
        self._widths = shared_out(natural, room)
        self._gap = min(self._MOST_GAP, (WIDTH - sum(self._widths)) / between)
        self._columns = [
            (Block(label, width, 9, 1.2, goes_on=True), Block(value, width, size, 1.25))
            for (label, value), width in zip(pairs, self._widths, strict=True)
        ]
        heights = [label.height + value.height for label, value in self._columns]
        self.height = self._TOP + max(heights) + self._BOTTOM if heights else 0.0

    def draw(self, sheet: Sheet, top: float, palette: Palette) -> None:
        with sheet.artifact():
            sheet.fill(0, top, _PAGE_WIDTH, self.height, palette.tint)
        left = LEFT
        for (label, value), width in zip(self._columns, self._widths, strict=True):
            with sheet.element("P"):
                y = top + self._TOP
                set_block(sheet, label, (left, y), (MUTED, MUTED))
                set_block(sheet, value, (left, y + label.height), (palette.ink, palette.ink))
            left += width + self._gap


def first_within(lines: int, blocks: Sequence[Block]) -> Block:
    """Return the first of `blocks` that has at most so many lines, or else the last."""
    return next((block for block in blocks if block.lines <= lines), blocks[-1])
