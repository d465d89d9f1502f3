"""Slides of running text and lists: one, or as many as the text needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.exports.deck import facilitation
from sgdesk.exports.deck.content import Look, Marker, Slide, led, plain
from sgdesk.exports.deck.fitting import EASY_SIZES, SIZES, fit_text
from sgdesk.exports.deck.measuring import Frame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.exports.deck.content import Paragraph, TextBlock
    from sgdesk.exports.deck.measuring import Frames
    from sgdesk.records.briefing import LearningPoint

PANEL_INSET_X, PANEL_INSET_Y = 24.0, 20.0
"""Space around the text of a panel, in points."""

_QUESTION = "Talk about it"
_QUESTION_SIZES = (28, *SIZES)
_LIST_SIZES = tuple(size for size in EASY_SIZES if 22 <= size <= 32)  # noqa: PLR2004 - points
"""Of a list beside a panel: where it is too long for them, the panel goes instead."""


def text_pages(
    title: str, blocks: Sequence[TextBlock], notes: tuple[str, ...], look: Look = Look.CONTENT
) -> tuple[Slide, ...]:
    """Return a slide for each of `blocks`; several say in their titles which they are."""
    if len(blocks) == 1:
        return (Slide(look, title, notes, text=blocks[0]),)
    return tuple(
        Slide(
            look,
            f"{title} ({number} of {len(blocks)})",
            notes if number == 1 else facilitation.CONTINUED,
            text=block,
        )
        for number, block in enumerate(blocks, start=1)
    )


def list_pages(
    title: str,
    points: Sequence[LearningPoint],
    frames: Frames,
    prompt: facilitation.Prompt,
    marker: Marker = Marker.BULLET,
) -> tuple[Slide, ...]:
    """Return `points` as a list with the question of `prompt` beside it, where both fit.

    A list that leaves no room for the question takes the width of the slide, or several slides;
    the question is in the notes in any case. No points give no slide.
    """
    if not points:
        return ()
    paragraphs = [led(point.lead, point.text) for point in points]
    beside = fit_text(paragraphs, frames.left, marker, sizes=_LIST_SIZES)
    if len(beside) == 1:
        panel = question(prompt.question, frames.right)
        return (Slide(Look.TWO_PARTS, title, prompt.notes, text=beside[0], panel=panel),)
    return text_pages(title, fit_text(paragraphs, frames.body, marker), prompt.notes)


def question(words: str, frame: Frame) -> TextBlock | None:
    """Return `words` as a panel that asks the room; None where `frame` is too small for it."""
    return panel(_QUESTION, [plain(words)], frame, _QUESTION_SIZES)


def panel(
    heading: str, paragraphs: Sequence[Paragraph], frame: Frame, sizes: Sequence[int]
) -> TextBlock | None:
    """Return `paragraphs` under `heading` as a panel; None where they do not fit `frame`."""
    room = Frame(frame.width - 2 * PANEL_INSET_X, frame.height - 2 * PANEL_INSET_Y)
    blocks = fit_text(paragraphs, room, Marker.NONE, sizes=sizes, kicker=heading)
    return blocks[0] if len(blocks) == 1 else None
