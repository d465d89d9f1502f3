"""The child's story by age: which moments stand on which slide, and how large."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from sgdesk.exports.deck.content import Moment, Run, Timeline, led, plain
from sgdesk.exports.deck.fitting import cut, pages_of
from sgdesk.exports.deck.measuring import (
    LINE_PITCH,
    Frame,
    ends_lonely,
    lines_of,
    shorten,
    text_width,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.exports.deck.content import Paragraph
    from sgdesk.records.briefing import LearningPoint

MOST_MOMENTS = 6
"""On one slide: more than these are not taken in at a glance."""

HEAD = ("Age", "What happened")
HEAD_SIZE, HEAD_HEIGHT = 18, 32.0
AGE_INSET, TEXT_INSET, EDGE = 20.0, 26.0, 5.0
"""Points: between age and line, between line and text, over and under a row."""

_SIZES = (24, 22, 20, 18)
_LEAST_AGE, _MOST_AGE = 0.14, 0.3
"""Shares of the slide's width for the column of ages."""
_MOST_AGE_LINES = 2
_MOST_AIR = 34.0
_LONGEST_SUMMARY = 400


def plan_timeline(points: Sequence[LearningPoint], frame: Frame) -> tuple[Timeline, ...]:
    """Return the slides of the timeline, at most six moments on each, in their order.

    All have one size and one column of ages. An age too long for that column is told in full
    in the text; a text longer than a slide goes on under the same age.
    """
    capacity = frame.height - HEAD_HEIGHT
    ages = _age_width(points, frame)
    room = Frame(frame.width - ages - TEXT_INSET, capacity - 2 * EDGE)
    rows = [
        (age, piece)
        for age, text in (_row(point, ages) for point in points)
        for piece in cut(text, room, _SIZES[-1])
    ]
    planned = [(size, _heights(rows, ages, room, size)) for size in _SIZES]
    fewest = len(pages_of(planned[-1][1], capacity, MOST_MOMENTS))
    fitting = [
        (size, heights, pages)
        for size, heights in planned
        if max(heights) <= capacity
        for pages in (pages_of(heights, capacity, MOST_MOMENTS),)
        if len(pages) == fewest
    ]
    size, heights, pages = min(
        fitting[:2], key=lambda one: sum(ends_lonely(text, room.width, one[0]) for _, text in rows)
    )
    slides = []
    for start, end in pages:
        spare = (capacity - sum(heights[start:end])) / (end - start)
        moments = tuple(
            Moment(age, text, height + min(spare, _MOST_AIR))
            for (age, text), height in zip(rows[start:end], heights[start:end], strict=True)
        )
        slides.append(Timeline(moments, size, ages, _summary(moments)))
    return tuple(slides)


def _row(point: LearningPoint, ages: float) -> tuple[str, Paragraph]:
    width, size = ages - AGE_INSET, _SIZES[0]
    if lines_of((Run(point.lead, is_bold=True),), width, size) <= _MOST_AGE_LINES:
        return point.lead, plain(point.text)
    short = shorten(point.lead, width, size, lines=_MOST_AGE_LINES, is_bold=True)
    return short, led(point.lead, point.text)


def _age_width(points: Sequence[LearningPoint], frame: Frame) -> float:
    """Return the width of the column in which the longest age stands on one line, within reason."""
    longest = max(text_width(point.lead, is_bold=True) for point in points)
    wanted = longest * _SIZES[0] + AGE_INSET + 1
    return max(_LEAST_AGE * frame.width, min(_MOST_AGE * frame.width, wanted))


def _heights(
    rows: Sequence[tuple[str, Paragraph]], ages: float, room: Frame, size: int
) -> list[float]:
    return [
        max(
            lines_of((Run(age, is_bold=True),), ages - AGE_INSET, size),
            lines_of(text, room.width, size),
        )
        * size
        * LINE_PITCH
        + 2 * EDGE
        for age, text in rows
    ]


def _summary(moments: Sequence[Moment]) -> str:
    ages = ", ".join(filter(None, (moment.age for moment in moments)))
    count = "1 moment" if len(moments) == 1 else f"{len(moments)} moments"
    words = f"Timeline of {count} by the child’s age" + (f": {ages}." if ages else ".")
    return textwrap.shorten(words, _LONGEST_SUMMARY, placeholder="…")
