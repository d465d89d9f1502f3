"""Sets broken paragraphs, list marks and headings on a sheet, each under its tag."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sgdesk.exports.pdf.directions import has_right_to_left
from sgdesk.exports.pdf.wrapping import PT, Block, Run, Span, measured

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sgdesk.exports.pdf.colours import Colour, Palette
    from sgdesk.exports.pdf.fonts import Phrase
    from sgdesk.exports.pdf.sheet import Point, Sheet

_BAR_LENGTH = 12.0
BAR_THICKNESS = 1.1
CAPITALS = 0.66
"""Height of capital letters in multiples of the type size, near enough for both typefaces."""
_ENDLESS = 10_000.0
"""Wider than any line, in mm."""
_TICK = ((0.0, 0.3), (0.12, 0.18), (0.27, 0.33), (0.62, -0.05), (0.74, 0.07), (0.27, 0.55))
"""Corners of a tick in multiples of the type size, from the upper left."""


def baseline(block: Block, top: float, line: int = 0) -> float:
    """Return where the letters of a line stand, in mm, so that capitals are centred in it."""
    middle = top + (line + 0.5) * block.line_height
    return middle + CAPITALS / 2 * block.size * PT


def above_capitals(block: Block) -> float:
    """Return how far the first line's capitals stand below the top of `block`, in mm."""
    return (block.line_height - CAPITALS * block.size * PT) / 2


def set_block(sheet: Sheet, block: Block, at: Point, colours: tuple[Colour, Colour]) -> None:
    """Draw the lines of `block` with its upper left corner `at`, as content of the open element.

    `colours` are those of the text and of its links; a link is underlined and opens its address.
    """
    text, accent = colours
    for link, group in groupby(block.spans(), key=lambda span: span.link):
        spans = list(group)
        if link:
            with sheet.element("Link"):
                _set_link(sheet, block, spans, at, accent)
            continue
        with sheet.text_content():
            _show(sheet, block, spans, at, text)


def show_block(
    sheet: Sheet, block: Block, at: Point, colour: Colour, lines: range | None = None
) -> None:
    """Draw `block`, or those of its lines alone, inside content or an artifact already begun."""
    spans: Iterable[Span] = block.spans()
    if lines is not None:
        spans = (
            span._replace(line=span.line - lines.start) for span in spans if span.line in lines
        )
    _show(sheet, block, spans, at, colour)


def show_line(sheet: Sheet, at: Point, phrase: Phrase, size: float, colour: Colour) -> None:
    """Draw text that stays on one line from `at` on its baseline, whichever way its words run."""
    if not has_right_to_left(phrase.text):
        sheet.show(at, phrase, size, colour)
        return
    left, baseline = at
    paragraph = measured(sheet.typefaces, [Run(phrase.text, phrase.weight)])
    for span in Block(paragraph, _ENDLESS, size, 1, goes_on=phrase.text.endswith(" ")).spans():
        sheet.show((left + span.x, baseline), span.phrase, size, colour)


def _show(sheet: Sheet, block: Block, spans: Iterable[Span], at: Point, colour: Colour) -> None:
    left, top = at
    for span in spans:
        point = (left + span.x, baseline(block, top, span.line))
        sheet.show(point, span.phrase, block.size, colour)


def _set_link(sheet: Sheet, block: Block, spans: list[Span], at: Point, colour: Colour) -> None:
    left, top = at
    address = block.paragraph.addresses[spans[0].link - 1]
    words = "".join(span.text for span in spans).strip()
    for span in spans:
        x, ground = left + span.x, baseline(block, top, span.line)
        with sheet.text_content():
            sheet.show((x, ground), span.phrase, block.size, colour)
        line_top = top + span.line * block.line_height
        sheet.link_area((x, line_top, span.width, block.line_height), address, words)
        with sheet.artifact():
            sheet.fill(x, ground + 0.1 * block.size * PT, span.width, 0.2, colour)


def set_heading(sheet: Sheet, block: Block, at: Point, palette: Palette) -> None:
    """Draw a heading of the second level."""
    with sheet.element("H2"):
        set_block(sheet, block, at, (palette.ink, palette.accent))


def set_bar(sheet: Sheet, at: Point, colour: Colour) -> None:
    """Draw the short thick rule that stands over a heading."""
    with sheet.artifact():
        sheet.fill(*at, _BAR_LENGTH, BAR_THICKNESS, colour)


def set_square(sheet: Sheet, block: Block, at: Point, colour: Colour) -> None:
    """Draw a square as the mark of a list item whose text is `block`."""
    x, top = at
    side = 0.36 * block.size * PT
    middle = baseline(block, top) - 0.25 * block.size * PT
    with sheet.artifact():
        sheet.fill(x + 0.05 * block.size * PT, middle - side / 2, side, side, colour)


def set_tick(sheet: Sheet, block: Block, at: Point, colour: Colour) -> None:
    """Draw a tick as the mark of a list item whose text is `block`."""
    x, top = at
    em = block.size * PT
    upper = baseline(block, top) - 0.5 * em
    with sheet.artifact():
        sheet.fill_shape([(x + right * em, upper + down * em) for right, down in _TICK], colour)
