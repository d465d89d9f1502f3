"""The 20 minutes: how they are shared out, and what the notes tell whoever leads the talk."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.records.briefing import ThemeCount

MINUTES = 20


class Part(Enum):
    """A part of the session: its name in the running order, and its share of the time."""

    WELCOME = ("Welcome", 1)
    BACKGROUND = ("What happened", 3)
    LEARNING = ("Key learning", 4)
    GOOD_PRACTICE = ("Good practice", 1)
    THEMES = ("Themes", 1)
    IMPROVEMENTS = ("Improvements", 3)
    QUESTIONS = ("Questions", 4)
    ACTIONS = ("What we will do", 2)
    CLOSE = ("Close", 1)

    @property
    def label(self) -> str:
        return self.value[0]

    @property
    def share(self) -> int:
        return self.value[1]


_FIXED = {Part.WELCOME: 1, Part.CLOSE: 1}

_PROMPTS: dict[Part, tuple[str, ...]] = {
    Part.BACKGROUND: (
        "Ask everyone to read the slide in silence for a minute, or read it aloud slowly.",
        "Ask: What stands out for you? What was daily life like for the child?",
        "Keep to what the slide says. Do not add details or guess who the family is.",
    ),
    Part.LEARNING: (
        "Take the points one at a time. Leave a pause after each.",
        "Ask: Where have we met this in our own work? What made it hard to see or to act?",
        "Listen for how things worked in practice, not for who was at fault.",
    ),
    Part.GOOD_PRACTICE: (
        "Name what helped. It shows what is possible under pressure.",
        "Ask: Where do we already work like this, and what makes it possible?",
    ),
    Part.IMPROVEMENTS: (
        "Ask each person to choose the one point that matters most for their own role.",
        "Ask: What would have to change here for this to happen every time?",
    ),
    Part.QUESTIONS: (
        "Work in pairs for two minutes, then hear one thought from each pair.",
        "There is no need to answer every question: choose the two that fit your team best.",
        "Make sure that quieter voices are heard, and allow silence.",
    ),
    Part.ACTIONS: (
        "Agree one to three actions. Type them into the table while people are talking.",
        "Give each action one name and one date, and say when you will look at it again.",
    ),
}

FIRST_WORDS = (
    "Welcome everyone. Say that this is a conversation about learning, not about blame.",
    "Say that the review is about harm to children, and that anyone may step out at any time.",
)
HOW_TO_USE = (
    "Say how the 20 minutes are shared out. Ask someone to keep the time.",
    "If you have less time, leave out slides but keep the questions and the actions.",
    "Ask people not to talk about children or families whom they know by name.",
)
CONTINUED = ("Carry straight on from the slide before.",)
FACTS = ("For reference. Mention the dates only if someone asks.",)
FIND_OUT_MORE = (
    "Say where the review can be read, and who can help with questions about it.",
    "Send the links to everyone after the meeting.",
)
LOOKING_AFTER = (
    "Do not skip this slide. Read it aloud and allow a moment of quiet.",
    "Stay for a few minutes afterwards in case someone wants to talk.",
    "Thank everyone. Send the agreed actions to the team on the same day.",
)

HOW_TO_POINTS = (
    ("Before.", "Read the briefing, and the notes under each slide."),
    ("Start.", "We are here to learn, not to blame."),
    ("Take care.", "This review is about harm to children. Anyone may step out."),
    ("Keep it safe.", "No names of children or families we know."),
    ("Finish.", "Agree who does what, and by when."),
)
LOOKING_AFTER_POINTS = (
    ("It is normal to be affected.", "Hearing about harm to a child can touch any of us."),
    ("Talk to someone.", "A colleague, your manager or your supervisor, today if you can."),
    ("Use the help there is.", "Ask about your organisation’s support and counselling for staff."),
    (
        "Worried about a child?",
        "Follow your safeguarding procedures now. In an emergency call 999.",
    ),
)


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


def prompts_for(part: Part) -> tuple[str, ...]:
    """Return what the notes of the first slide of `part` suggest."""
    return _PROMPTS[part]


def theme_prompts(themes: Sequence[ThemeCount], shown: int) -> tuple[str, ...]:
    """Return the notes for the chart, with all its figures in words."""
    figures = "; ".join(f"{theme.theme}, {reviews_in_words(theme.reviews)}" for theme in themes)
    lines = (
        f"The figures: {figures}.",
        "One review can have several themes.",
        "Ask: Which of these do we see most often? Which do we talk about least?",
    )
    if shown < len(themes):
        return (f"The chart shows the {shown} most frequent of {len(themes)} themes.", *lines)
    return lines


def reviews_in_words(count: int) -> str:
    return "1 review" if count == 1 else f"{count} reviews"


def time_line(minutes: int, slides: Sequence[int]) -> str:
    """Return the first line of the notes, for a part that takes the slides `slides`."""
    unit = "minute" if minutes == 1 else "minutes"
    if len(slides) == 1:
        return f"Time: {minutes} {unit}."
    joint = "and" if len(slides) == 2 else "to"  # noqa: PLR2004 - a pair is named, not a range
    return f"Time: {minutes} {unit} for slides {slides[0]} {joint} {slides[-1]}."


def slide_range(slides: Sequence[int]) -> str:
    return str(slides[0]) if len(slides) == 1 else f"{slides[0]}–{slides[-1]}"


def within_line(minutes: int) -> str:
    """Return the first line of the notes on the further slides of a part."""
    unit = "minute" if minutes == 1 else f"{minutes} minutes"
    return f"Time: within the same {unit}."
