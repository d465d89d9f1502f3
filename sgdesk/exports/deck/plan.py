"""Which slides a briefing gives, in which order, with how much time for each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sgdesk.exports.deck import facilitation, sections, timing
from sgdesk.exports.deck.content import Marker, Slide
from sgdesk.exports.deck.learning import learning_slides
from sgdesk.exports.deck.pages import list_pages
from sgdesk.exports.deck.timing import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.exports.deck.measuring import Frames
    from sgdesk.records.briefing import Briefing


@dataclass(frozen=True, slots=True)
class _Section:
    part: Part
    slides: tuple[Slide, ...]


def plan_slides(briefing: Briefing, frames: Frames) -> tuple[Slide, ...]:
    """Return the slides in order; a section of the briefing without content gives none.

    Each has its notes with its time, 20 minutes in all. No two titles are alike.
    """
    others = [section for section in _content(briefing, frames) if section.slides]
    first = sections.opening(briefing)
    welcome = _Section(Part.WELCOME, (first, sections.how_to_use((), frames)))
    numbered = _numbered([welcome, *others])
    minutes = timing.minutes_for([part for part, _ in numbered])
    running_order = tuple(
        (part.label, str(minutes[part]), timing.slide_range(numbers)) for part, numbers in numbered
    )
    welcome = replace(welcome, slides=(first, sections.how_to_use(running_order, frames)))
    slides: list[Slide] = []
    begun = 0
    for section, (part, numbers) in zip([welcome, *others], numbered, strict=True):
        lines = timing.time_lines(minutes[part], numbers, begun)
        slides.extend(
            replace(slide, notes=(line, *slide.notes))
            for slide, line in zip(section.slides, lines, strict=True)
        )
        begun += minutes[part]
    return _with_own_titles(slides)


def _content(briefing: Briefing, frames: Frames) -> list[_Section]:
    body = frames.body
    good_practice = list_pages(
        "Good practice", briefing.good_practice, frames, facilitation.GOOD_PRACTICE
    )
    improvements = list_pages(
        "Areas for practice improvement", briefing.improvements, frames, facilitation.IMPROVEMENTS
    )
    recommendations = list_pages(
        "Recommendations",
        briefing.recommendations,
        frames,
        facilitation.RECOMMENDATIONS,
        Marker.NUMBER,
    )
    story = (*sections.background(briefing, frames), *sections.timeline(briefing, body))
    close = (*sections.find_out_more(briefing, frames), *sections.support(briefing, frames))
    return [
        _Section(Part.STORY, story),
        _Section(Part.LEARNING, learning_slides(briefing.key_learning, frames)),
        _Section(Part.THEMES, sections.themes(briefing)),
        _Section(Part.GOOD_PRACTICE, good_practice),
        _Section(Part.CHANGE, (*improvements, *recommendations)),
        _Section(Part.QUESTIONS, sections.questions(briefing, body)),
        _Section(Part.ACTIONS, (sections.actions(),)),
        _Section(Part.CLOSE, close),
    ]


def _numbered(parts: Sequence[_Section]) -> list[tuple[Part, tuple[int, ...]]]:
    numbered, first = [], 1
    for section in parts:
        numbered.append((section.part, tuple(range(first, first + len(section.slides)))))
        first += len(section.slides)
    return numbered


def _with_own_titles(slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """Number a heading that another slide already uses."""
    seen: set[str] = set()
    own = []
    for slide in slides:
        title, number = slide.title, 1
        while title.casefold() in seen:
            number += 1
            title = f"{slide.title} ({number})"
        seen.add(title.casefold())
        own.append(replace(slide, title=title))
    return tuple(own)
