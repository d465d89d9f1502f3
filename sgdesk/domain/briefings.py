"""What an officer writes for a learning briefing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.prose import prose
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class Point:
    """A bold lead phrase and one sentence; either may be empty, not both."""

    lead: str
    text: str

    @property
    def is_empty(self) -> bool:
        return not (self.lead.strip() or self.text.strip())


@dataclass(frozen=True, slots=True)
class BriefingDraft:
    title: str = ""
    subtitle: str = ""
    background: str = prose()
    """Paragraphs, one a line."""
    key_learning: tuple[Point, ...] = ()
    good_practice: tuple[Point, ...] = ()
    improvements: tuple[Point, ...] = ()
    questions: tuple[str, ...] = ()
    timeline: tuple[Point, ...] = ()
    """What happened by the child's age: the lead is the age, as in "Age 2"; for the deck."""
    recommendations: tuple[Point, ...] = ()
    """What the review recommends, in short; for the deck and the web page."""
    case_ids: tuple[UUID, ...] = ()
    """The reviews it speaks of; none for a briefing on a theme."""


DEFAULT_QUESTIONS = (
    "Which children we know does this make us think of?",
    "What would have helped us to see this sooner?",
    "What will we do differently, and when will we check it has happened?",
)


def check_briefing(draft: BriefingDraft) -> list[Problem]:
    """Return every problem of `draft` at once; whether it fits its page is asked elsewhere."""
    problems: list[Problem] = []
    if not draft.title.strip():
        problems.append(Problem("title", "Title: give the briefing a title."))
    for name, words, points in (
        ("key_learning", "Key learning", draft.key_learning),
        ("good_practice", "Good practice", draft.good_practice),
        ("improvements", "Areas for practice improvement", draft.improvements),
        ("timeline", "Timeline by age", draft.timeline),
        ("recommendations", "Recommendations", draft.recommendations),
    ):
        if any(point.is_empty for point in points):
            problems.append(Problem(name, f"{words}: one item is empty; fill it or remove it."))
    if any(not question.strip() for question in draft.questions):
        problems.append(Problem("questions", "Questions: one is empty; fill it or remove it."))
    return problems
