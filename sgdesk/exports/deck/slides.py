"""The slide deck of one briefing, for a team meeting of 20 minutes."""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import TYPE_CHECKING

from sgdesk.exports.deck.cleaning import clean_briefing
from sgdesk.exports.deck.drawing import draw
from sgdesk.exports.deck.furniture import Furniture
from sgdesk.exports.deck.palette import theme_colours
from sgdesk.exports.deck.plan import plan_slides
from sgdesk.exports.deck.slots import NewSlides
from sgdesk.exports.deck.template import open_template
from sgdesk.exports.deck.text_frames import LANGUAGE
from sgdesk.exports.packages import without_clock
from sgdesk.progress import silent

if TYPE_CHECKING:
    from pptx.opc.coreprops import CoreProperties

    from sgdesk.exports.deck.template import DeckTemplate
    from sgdesk.progress import Progress
    from sgdesk.records.briefing import Briefing

_LONGEST_PROPERTY = 255


def briefing_deck(briefing: Briefing, progress: Progress = silent) -> bytes:
    """Return the deck of `briefing` as a .pptx file, the same bytes every time.

    `progress` hears of every slide. The deck is made on the partnership's own template, or on
    the built-in one where there is none.

    Raises `UserError` if the partnership's logo or template cannot be used.
    """
    briefing = clean_briefing(briefing)
    opened = _open(briefing)
    plan = plan_slides(briefing, opened.frames)
    slides, furniture = NewSlides(opened), Furniture(briefing)
    for number, slide in enumerate(plan, start=1):
        progress(number, len(plan), slide.title)
        drawn, slots = slides.add(slide.look)
        draw(drawn, slots, slide, briefing, opened.style)
        opened.settle(drawn, slide.look)
        furniture.add(drawn, number)
        furniture.add_notes(drawn, number, slide.notes)
    _set_properties(opened.presentation.core_properties, briefing, plan[0].title)
    stream = io.BytesIO()
    opened.presentation.save(stream)
    return without_clock(stream.getvalue(), briefing.as_of)


def _open(briefing: Briefing) -> DeckTemplate:
    if briefing.deck_template is None:
        return open_template(theme_colours(briefing.brand))
    from sgdesk.exports.deck.own.template import open_own_template  # noqa: PLC0415 - seldom used

    return open_own_template(briefing.deck_template)


def _set_properties(properties: CoreProperties, briefing: Briefing, title: str) -> None:
    """Set every property, so that none speaks of the template or of another author."""
    texts = {
        "title": title,
        "subject": briefing.subtitle,
        "author": briefing.brand.partnership,
        "last_modified_by": briefing.brand.partnership,
        "keywords": briefing.reference,
        "category": briefing.kicker,
        "comments": briefing.statement,
        "content_status": briefing.mark,
        "identifier": briefing.reference,
        "version": "1",
    }
    for name, text in texts.items():
        setattr(properties, name, text[:_LONGEST_PROPERTY])
    properties.language = LANGUAGE
    properties.revision = 1
    properties.created = properties.modified = datetime.combine(briefing.as_of, time())
