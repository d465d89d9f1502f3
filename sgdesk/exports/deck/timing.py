"""The 20 minutes: which parts a session has, and how the time is shared out over their slides."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MINUTES = 20

_HALVES = 2
"""Slides are timed in half minutes: a finer clock nobody keeps."""


class Part(Enum):
    """A part of the session: its name in the running order, and its share of the time."""

    WELCOME = ("Welcome", 1)
    STORY = ("What happened", 3)
    LEARNING = ("Key learning", 5)
    THEMES = ("Themes", 1)
    GOOD_PRACTICE = ("Good practice", 1)
    CHANGE = ("What to change", 3)
    QUESTIONS = ("Questions", 3)
    ACTIONS = ("What we will do", 2)
    CLOSE = ("Close", 1)

    @property
    def label(self) -> str:
        return self.value[0]

    @property
    def share(self) -> int:
        return self.value[1]


_FIXED = {Part.WELCOME: 1, Part.CLOSE: 1}


def minutes_for(parts: Sequence[Part]) -> dict[Part, int]:
    """Return whole minutes for each of `parts`, at least one each, 20 in all.

    Welcome and close take a minute each; the rest share what is left by their weights.
    At least one other part must be there.
    """
    fixed = {part: _FIXED[part] for part in parts if part in _FIXED}
    others = [part for part in parts if part not in _FIXED]
    left, weight = MINUTES - sum(fixed.values()), sum(part.share for part in others)
    exact = {part: left * part.share / weight for part in others}
    minutes = fixed | {part: int(exact[part]) for part in others}
    spare = MINUTES - sum(minutes.values())
    for part in sorted(others, key=lambda part: minutes[part] - exact[part])[:spare]:
        minutes[part] += 1
    return minutes


def time_lines(minutes: int, slides: Sequence[int], start: int) -> list[str]:
    """Return the first line of the notes of each of `slides`, the numbers of one part's slides.

    The part takes `minutes` whole minutes and begins `start` minutes into the session. Each
    slide has its own time in half minutes; where there are more slides than half minutes, the
    first is told the time of all.
    """
    halves, begun = minutes * _HALVES, start * _HALVES
    if len(slides) > halves:
        whole = f"{in_words(halves)} for slides {slides[0]} to {slides[-1]}"
        first = f"Time: {whole}. {_clock(begun, begun + halves)}"
        return [first, *[f"Time: within the same {_same(minutes)}."] * (len(slides) - 1)]
    each, more = divmod(halves, len(slides))
    lines = []
    for index in range(len(slides)):
        took = each + (index < more)
        lines.append(f"Time: {in_words(took)}. {_clock(begun, begun + took)}")
        begun += took
    return lines


def slide_range(slides: Sequence[int]) -> str:
    return str(slides[0]) if len(slides) == 1 else f"{slides[0]}–{slides[-1]}"


def in_words(halves: int) -> str:
    """Return a number of half minutes as it is said: "half a minute", "1½ minutes"."""
    whole, rest = divmod(halves, _HALVES)
    if not whole:
        return "half a minute"
    return f"{whole}{'½' if rest else ''} {'minute' if halves == _HALVES else 'minutes'}"


def _same(minutes: int) -> str:
    return "minute" if minutes == 1 else f"{minutes} minutes"


def _clock(start: int, end: int) -> str:
    """Return from when to when a slide is shown, counted from the start of the session."""
    first, last = (f"{half // _HALVES}:{half % _HALVES * 30:02}" for half in (start, end))
    return f"Clock: {first} to {last}."
