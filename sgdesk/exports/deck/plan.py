"""Which slides a briefing gives, in which order, and what their notes say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sgdesk.exports.deck import facilitation, tables
from sgdesk.exports.deck.content import (
    Look,
    Marker,
    Paragraph,
    Run,
    Slide,
    TextBlock,
    led,
    plain,
)
from sgdesk.exports.deck.facilitation import Part
from sgdesk.exports.deck.fitting import fit_text
from sgdesk.exports.deck.links import reading_line, safe_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.exports.deck.measuring import Frame
    from sgdesk.records.briefing import Briefing, LearningPoint

MOST_THEMES = 8
"""A chart with more bars than this is not read from the back of a room."""

_SCAN = "Scan the code to open the review’s web page."


@dataclass(frozen=True, slots=True)
class Frames:
    """The room that the template's layouts give."""

    body: Frame
    left: Frame
    right: Frame


@dataclass(frozen=True, slots=True)
class _Section:
    part: Part
    slides: tuple[Slide, ...]


def plan_slides(briefing: Briefing, frames: Frames) -> tuple[Slide, ...]:
    """Return the slides in order; a section of the briefing without content gives none.

    Each has its notes with the time for its part, 20 minutes in all. No two titles are alike.
    """
    sections = [section for section in _content(briefing, frames) if section.slides]
    welcome = _Section(Part.WELCOME, (_opening(briefing), _how_to_use((), frames)))
    numbered = _numbered([welcome, *sections])
    minutes = facilitation.minutes_for([part for part, _ in numbered])
    running_order = tuple(
        (part.label, str(minutes[part]), facilitation.slide_range(numbers))
        for part, numbers in numbered
    )
    welcome = replace(welcome, slides=(welcome.slides[0], _how_to_use(running_order, frames)))
    slides = [
        slide
        for section, (part, numbers) in zip([welcome, *sections], numbered, strict=True)
        for slide in _timed(section.slides, minutes[part], numbers)
    ]
    return _with_own_titles(slides)


def _content(briefing: Briefing, frames: Frames) -> list[_Section]:
    body = frames.body
    return [
        _Section(Part.BACKGROUND, _background(briefing, frames)),
        _Section(
            Part.LEARNING, _points("Key learning", briefing.key_learning, body, Part.LEARNING)
        ),
        _Section(
            Part.GOOD_PRACTICE,
            _points("Good practice", briefing.good_practice, body, Part.GOOD_PRACTICE),
        ),
        _Section(Part.THEMES, _themes(briefing)),
        _Section(
            Part.IMPROVEMENTS,
            _points(
                "Areas for practice improvement", briefing.improvements, body, Part.IMPROVEMENTS
            ),
        ),
        _Section(Part.QUESTIONS, _questions(briefing, body)),
        _Section(Part.ACTIONS, (_actions(),)),
        _Section(Part.CLOSE, (*_find_out_more(briefing, frames), _looking_after(body))),
    ]


def _opening(briefing: Briefing) -> Slide:
    title = briefing.title or briefing.kicker or "Learning briefing"
    return Slide(Look.OPENING, title, (*facilitation.FIRST_WORDS, f"Title in full: {title}"))


def _how_to_use(running_order: tuple[tuple[str, str, str], ...], frames: Frames) -> Slide:
    points = [led(lead, text) for lead, text in facilitation.HOW_TO_POINTS]
    return Slide(
        Look.TWO_PARTS,
        "How to use this deck in 20 minutes",
        facilitation.HOW_TO_USE,
        text=fit_text(points, frames.left)[0],
        table=tables.running_order(running_order),
    )


def _background(briefing: Briefing, frames: Frames) -> tuple[Slide, ...]:
    if not briefing.background:
        return ()
    texts = [*briefing.background, *filter(None, (briefing.statement,))]
    paragraphs = [plain(text) for text in texts]
    prompts = facilitation.prompts_for(Part.BACKGROUND)
    table = tables.at_a_glance(briefing, frames.right)
    beside = fit_text(paragraphs, frames.left, Marker.NONE)
    if len(beside) == 1 and table:
        return (Slide(Look.TWO_PARTS, "What happened", prompts, text=beside[0], table=table),)
    whole = fit_text(paragraphs, frames.body, Marker.NONE)
    pages = _pages("What happened", whole, prompts)
    if table is None:
        return pages
    return (*pages, Slide(Look.CONTENT, "At a glance", facilitation.FACTS, table=table))


def _points(
    title: str, points: tuple[LearningPoint, ...], body: Frame, part: Part
) -> tuple[Slide, ...]:
    if not points:
        return ()
    blocks = fit_text([led(point.lead, point.text) for point in points], body)
    return _pages(title, blocks, facilitation.prompts_for(part))


def _themes(briefing: Briefing) -> tuple[Slide, ...]:
    if not briefing.themes:
        return ()
    shown = briefing.themes[:MOST_THEMES]
    notes = facilitation.theme_prompts(briefing.themes, len(shown))
    return (Slide(Look.CONTENT, "Themes in our published reviews", notes, chart=shown),)


def _questions(briefing: Briefing, body: Frame) -> tuple[Slide, ...]:
    if not briefing.questions:
        return ()
    blocks = fit_text([plain(text) for text in briefing.questions], body, Marker.NUMBER)
    prompts = facilitation.prompts_for(Part.QUESTIONS)
    return _pages("Questions to discuss", blocks, prompts, Look.DISCUSSION)


def _actions() -> Slide:
    return Slide(
        Look.DISCUSSION,
        "What will we do differently?",
        facilitation.prompts_for(Part.ACTIONS),
        table=tables.actions(),
    )


def _find_out_more(briefing: Briefing, frames: Frames) -> tuple[Slide, ...]:
    lines: list[Paragraph] = [reading_line(reading) for reading in briefing.find_out_more]
    code = safe_address(briefing.web_address)
    if code:
        lines.append((Run(_SCAN),))
    if not lines:
        return ()
    blocks = fit_text(lines, frames.left if code else frames.body)
    links = dict.fromkeys(run.address for line in lines for run in line if run.address)
    notes = (*facilitation.FIND_OUT_MORE, *(f"Address: {link}" for link in links))
    pages = _pages("Find out more", blocks, notes, Look.TWO_PARTS if code else Look.CONTENT)
    return tuple(replace(page, code_address=code) for page in pages)


def _looking_after(body: Frame) -> Slide:
    points = [led(lead, text) for lead, text in facilitation.LOOKING_AFTER_POINTS]
    return Slide(
        Look.CONTENT,
        "Looking after ourselves",
        facilitation.LOOKING_AFTER,
        text=fit_text(points, body)[0],
    )


def _pages(
    title: str, blocks: tuple[TextBlock, ...], notes: tuple[str, ...], look: Look = Look.CONTENT
) -> tuple[Slide, ...]:
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


def _numbered(sections: Sequence[_Section]) -> list[tuple[Part, tuple[int, ...]]]:
    numbered, first = [], 1
    for section in sections:
        numbered.append((section.part, tuple(range(first, first + len(section.slides)))))
        first += len(section.slides)
    return numbered


def _timed(slides: Sequence[Slide], minutes: int, numbers: Sequence[int]) -> list[Slide]:
    first = facilitation.time_line(minutes, numbers)
    later = facilitation.within_line(minutes)
    return [
        replace(slide, notes=(first if index == 0 else later, *slide.notes))
        for index, slide in enumerate(slides)
    ]


def _with_own_titles(slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """Number a heading that the review's own title already uses."""
    seen: Counter[str] = Counter()
    own = []
    for slide in slides:
        key = slide.title.casefold()
        seen[key] += 1
        same = seen[key] > 1
        own.append(replace(slide, title=f"{slide.title} ({seen[key]})") if same else slide)
    return tuple(own)
