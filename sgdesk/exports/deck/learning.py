"""One theme per slide: a point as the heading, its sentence large, a question beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.exports.deck import facilitation
from sgdesk.exports.deck.content import Look, Marker, Slide, led, plain
from sgdesk.exports.deck.fitting import EASY_SIZES, SIZES, fit_text, title_size
from sgdesk.exports.deck.pages import list_pages, question, text_pages

if TYPE_CHECKING:
    from sgdesk.exports.deck.measuring import Frames
    from sgdesk.records.briefing import LearningPoint

MOST_SLIDES = 6

_SIZES = tuple(size for size in EASY_SIZES if size >= 24)  # noqa: PLR2004 - points
"""Of a sentence beside a question: where it is too long for them, the question goes instead."""
_NUMBERING = " (88 of 88)"
"""What may be added to a heading, at most."""


def learning_slides(points: tuple[LearningPoint, ...], frames: Frames) -> tuple[Slide, ...]:
    """Return a slide for each of `points`, in their order.

    Where there are more than six, the first five have slides of their own and the others share
    a list. Learning has about five of the 20 minutes: a slide that is up for less than 50
    seconds is read, not talked about, and officers put first what matters most. A point or a
    list too long for one slide goes on to another.
    """
    own = points if len(points) <= MOST_SLIDES else points[: MOST_SLIDES - 1]
    slides = [
        slide
        for place, point in enumerate(own)
        for slide in _point_slides(point, place, len(points), frames)
    ]
    rest = list_pages("More that we learned", points[len(own) :], frames, facilitation.MORE)
    return (*slides, *rest)


def _point_slides(
    point: LearningPoint, place: int, count: int, frames: Frames
) -> tuple[Slide, ...]:
    name = "Key learning" if count == 1 else f"Key learning {place + 1} of {count}"
    heading = _as_heading(point.lead)
    is_headed = bool(heading and point.text) and title_size(heading + _NUMBERING, frames.title)
    title, kicker = (heading, name) if is_headed else (name, "")
    words = plain(point.text) if is_headed else led(point.lead, point.text)
    prompt = facilitation.learning_prompt(place)
    beside = fit_text([words], frames.left, Marker.NONE, sizes=_SIZES, kicker=kicker)
    if len(beside) == 1:
        panel = question(prompt.question, frames.right)
        return (Slide(Look.TWO_PARTS, title, prompt.notes, text=beside[0], panel=panel),)
    whole = fit_text([words], frames.body, Marker.NONE, sizes=(28, *SIZES), kicker=kicker)
    return text_pages(title, whole, prompt.notes)


def _as_heading(lead: str) -> str:
    """Return `lead` without the full stop that a heading does not have."""
    return lead[:-1] if lead.endswith(".") and not lead.endswith("..") else lead
