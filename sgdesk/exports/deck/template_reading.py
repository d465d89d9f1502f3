"""A template from outside, read: cleaned, its layouts matched, what fits and what does not."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml.etree import LxmlError
from pptx.exc import PythonPptxError

from sgdesk.domain.deck_templates import LayoutChoice
from sgdesk.exports.deck.content import Look
from sgdesk.exports.deck.own.cleaning import clean_template
from sgdesk.exports.deck.own.fitness import check_layout, words_for
from sgdesk.exports.deck.own.foreign_package import damaged
from sgdesk.exports.deck.own.layouts import propose
from sgdesk.exports.deck.own.places import open_cleaned
from sgdesk.exports.deck.own.previews import SlidePainter
from sgdesk.exports.deck.own.sample import SAMPLE
from sgdesk.exports.deck.slides import briefing_deck
from sgdesk.progress import silent
from sgdesk.records.deck_templates import (
    LayoutOffer,
    OwnDeck,
    SlidePicture,
    TemplateReport,
    UseOfLayout,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeVar

    from sgdesk.exports.deck.own.fitness import Fitness
    from sgdesk.exports.deck.own.places import LayoutView, OpenedTemplate
    from sgdesk.progress import Progress

    ResultT = TypeVar("ResultT")

_UNREADABLE = (
    zipfile.BadZipFile,
    LxmlError,
    PythonPptxError,
    OSError,
    LookupError,
    ValueError,
    ArithmeticError,
)
"""What the libraries raise over a damaged part, Pillow too (OSError). A mistake of our own, such
as TypeError or AttributeError, is not among them: it must be seen."""

_MOST_TRIED = 8
"""Layouts that are looked at for each use before the best is taken with its faults."""

_NO_LAYOUT = "no layout of this template has the places that they need."
_NARROW = (
    "Its slides have the old 4:3 shape. They are fine on a square screen, and leave bars at the "
    "sides of a wide one."
)
_SQUARE = 1.5
_STEPS = ("Opening the template", "Looking at its layouts", "Making sample slides")


def read_template(name: str, data: bytes, progress: Progress = silent) -> TemplateReport:
    """Return what the template `data` from outside is good for, cleaned and matched.

    Raises `UserError` with a sentence where the file cannot be used at all.
    """
    progress(0, len(_STEPS), _STEPS[0])

    def read() -> TemplateReport:
        cleaned = clean_template(data)
        progress(1, len(_STEPS), _STEPS[1])
        opened = open_cleaned(cleaned.content)
        ranked = propose(opened, cleaned.sampled)
        uses = tuple(_use(opened, look, layouts, "") for look, layouts in ranked.items())
        deck = OwnDeck(name, cleaned.content, _choices(uses))
        report = TemplateReport(deck, uses, (*cleaned.notes, *_notes(opened)))
        progress(2, len(_STEPS), _STEPS[2])
        return _proved(report)

    return _guarded(read)


def read_kept(deck: OwnDeck) -> TemplateReport:
    """Return the same of a cleaned template with the layouts that were chosen for it."""

    def read() -> TemplateReport:
        opened = open_cleaned(deck.content)
        chosen = {choice.use: choice.layout for choice in deck.layouts}
        uses = tuple(
            _use(opened, look, layouts, chosen.get(look.value, ""))
            for look, layouts in propose(opened, ()).items()
        )
        return _proved(TemplateReport(deck.with_layouts(_choices(uses)), uses, _notes(opened)))

    return _guarded(read)


def slide_pictures(deck: OwnDeck | None, *, width: int) -> tuple[SlidePicture, ...]:
    """Return a picture of one finished slide of each use, `width` pixels wide.

    They show an invented briefing; without `deck`, on the built-in template.
    """

    def draw() -> tuple[SlidePicture, ...]:
        painter = SlidePainter(briefing_deck(replace(SAMPLE, deck_template=deck)))
        return tuple(
            SlidePicture(look.value, words_for(look), painter.png(one, width), painter.words(one))
            for look, one in zip(Look, painter.typical(), strict=True)
        )

    return _guarded(draw)


def _use(
    opened: OpenedTemplate, look: Look, layouts: Sequence[LayoutView], wanted: str
) -> UseOfLayout:
    title = words_for(look)
    if not layouts:
        return UseOfLayout(look.value, title, "", (), (f"{title}: {_NO_LAYOUT}",))
    chosen = next((one for one in layouts if one.part == wanted), None)
    if chosen is None:
        chosen, fitness = _best(opened, look, layouts)
    else:
        fitness = check_layout(chosen, look, opened.size)
    several = len({one.master_number for one in opened.layouts}) > 1
    offers = tuple(
        LayoutOffer(one.part, f"{one.name} (master {one.master_number})" if several else one.name)
        for one in layouts
    )
    return UseOfLayout(look.value, title, chosen.part, offers, fitness.problems, fitness.warnings)


def _best(
    opened: OpenedTemplate, look: Look, layouts: Sequence[LayoutView]
) -> tuple[LayoutView, Fitness]:
    """Return the first layout that fits, or else the first of all, and what was found.

    Where there is something to look at, a layout of the same name on another master is better.
    """
    found: list[tuple[LayoutView, Fitness]] = []
    for layout in layouts[:_MOST_TRIED]:
        fitness = check_layout(layout, look, opened.size)
        if not fitness.problems and not fitness.warnings:
            same = [one for one in found if not one[1].problems and one[0].name != layout.name]
            return same[0] if same else (layout, fitness)
        found.append((layout, fitness))
    return next((one for one in found if not one[1].problems), found[0])


def _choices(uses: Sequence[UseOfLayout]) -> tuple[LayoutChoice, ...]:
    return tuple(LayoutChoice(use.use, use.chosen) for use in uses if use.chosen)


def _notes(opened: OpenedTemplate) -> tuple[str, ...]:
    return (_NARROW,) if opened.size.width < _SQUARE * opened.size.height else ()


def _proved(report: TemplateReport) -> TemplateReport:
    """Return `report` after a deck was made on the template: what cannot be made is not fit."""
    if report.is_fit:
        briefing_deck(replace(SAMPLE, deck_template=report.deck))
    return report


def _guarded(work: Callable[[], ResultT]) -> ResultT:
    """Return what `work` gives. What a library cannot read of the file is told in a sentence."""
    try:
        return work()
    except _UNREADABLE as error:
        raise damaged() from error
