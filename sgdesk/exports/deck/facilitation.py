"""What whoever leads the talk is told: the notes, the standing texts, questions to the room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.records.briefing import ThemeCount


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question to the room, and what the notes say around it."""

    question: str
    before: tuple[str, ...]
    after: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        return (*self.before, f"Ask: {self.question}", *self.after)


FIRST_WORDS = (
    "Welcome everyone. Say that this is a conversation about learning, not about blame.",
    "Say that the review is about harm to children, and that anyone may step out at any time.",
)
HOW_TO_USE = (
    "Say how the 20 minutes are shared out. Ask someone to keep the time.",
    "The notes give each slide its time, and a clock that starts at 0:00 with the first slide.",
    "If you have less time, leave out slides but keep the questions and the actions.",
    "Ask people not to talk about children or families whom they know by name.",
)
CONTINUED = ("Carry straight on from the slide before.",)
FACTS = ("For reference. Mention the dates only if someone asks.",)
FIND_OUT_MORE = (
    "Say where the review can be read, and who can help with questions about it.",
    "Send the links to everyone after the meeting.",
)
CONTACTS = ("Say who can be asked about this review after the meeting.",)
SUPPORT = (
    "Do not skip this slide. Read it aloud and allow a moment of quiet.",
    "Stay for a few minutes afterwards in case someone wants to talk.",
    "Thank everyone. Send the agreed actions to the team on the same day.",
)
BACKGROUND = (
    "Ask everyone to read the slide in silence for a minute, or read it aloud slowly.",
    "Ask: What stands out for you? What was daily life like for the child?",
    "Keep to what the slide says. Do not add details or guess who the family is.",
)
TIMELINE = (
    "Let everyone follow the line from top to bottom. The ages are the child’s, not dates.",
    "Ask: Where on this line might one of us have met the child? What would we have seen?",
)
QUESTIONS = (
    "Work in pairs for a minute, then hear one thought from each pair.",
    "There is no need to answer every question: choose the two that fit your team best.",
    "Make sure that quieter voices are heard, and allow silence.",
)
ACTIONS = (
    "Agree one to three actions. Type them into the table while people are talking.",
    "Give each action one name and one date, and say when you will look at it again.",
)

GOOD_PRACTICE = Prompt(
    "Where do we already work like this, and what makes it possible?",
    ("Name what helped. It shows what is possible under pressure.",),
)
IMPROVEMENTS = Prompt(
    "What would have to change here for this to happen every time?",
    ("Ask each person to choose the one point that matters most for their own role.",),
)
RECOMMENDATIONS = Prompt(
    "Which of these touches our work, and what has changed already?",
    ("These are the review’s own recommendations, in short.",),
    ("Say what your service has done about them, if you know.",),
)
MORE = Prompt(
    "Which of these would you add to our list of the most important?",
    ("Give everyone time to read. There is no need to go through every point.",),
)

_LEARNING = (
    "Where have we met this in our own work?",
    "What makes this hard to see, or hard to act on?",
    "What would the child want us to know about this?",
    "Who needs to know this, and who will tell them?",
    "What helps us when we do this well?",
    "What would we notice first?",
)
_FIRST_LEARNING = (
    "Read the point aloud and leave a pause.",
    "Listen for how things worked in practice, not for who was at fault.",
)
_NEXT_LEARNING = ("Read the point aloud and leave a pause. Hear one or two voices, then go on.",)

HOW_TO_POINTS = (
    ("Before.", "Read the briefing, and the notes under each slide."),
    ("Start.", "We are here to learn, not to blame."),
    ("Take care.", "This review is about harm to children. Anyone may step out."),
    ("Keep it safe.", "No names of children or families we know."),
    ("Finish.", "Agree who does what, and by when."),
)
SUPPORT_POINTS = (
    ("It is normal to be affected.", "Hearing about harm to a child can touch any of us."),
    ("Talk to someone.", "A colleague, your manager or your supervisor, today if you can."),
    ("Use the help there is.", "Ask about your organisation’s support and counselling for staff."),
)
WORRIED = (
    "Worried about a child?",
    "Follow your safeguarding procedures now. In an emergency call 999.",
)


def learning_prompt(place: int) -> Prompt:
    """Return the question for the point of learning at `place`; the questions take turns."""
    notes = _NEXT_LEARNING if place else _FIRST_LEARNING
    return Prompt(_LEARNING[place % len(_LEARNING)], notes)


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
