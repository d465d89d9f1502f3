"""The slides of each part of the session, from what the briefing says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sgdesk.exports.deck import facilitation, tables
from sgdesk.exports.deck.content import Look, Marker, Paragraph, Run, Slide, led, plain
from sgdesk.exports.deck.fitting import SIZES, fit_text
from sgdesk.exports.deck.links import reading_line
from sgdesk.exports.deck.pages import panel, text_pages
from sgdesk.exports.deck.timeline import plan_timeline
from sgdesk.exports.links import safe_link

if TYPE_CHECKING:
    from sgdesk.exports.deck.measuring import Frame, Frames
    from sgdesk.records.briefing import Briefing

MOST_THEMES = 8
"""A chart with more bars than this is not read from the back of a room."""

_LONG_SUBTITLE = 120
"""Characters: the opening slide may have to cut a longer one."""
_CONTACTS = "Who to contact"
_CONTACT_SIZES = (20, 18)
_QUESTION_SIZES = (32, 30, 28, *SIZES)


def opening(briefing: Briefing) -> Slide:
    """Return the slide with the title of the review."""
    title = briefing.title or briefing.kicker or "Learning briefing"
    notes = [*facilitation.FIRST_WORDS, f"Title in full: {title}"]
    notes += [f"Subtitle in full: {briefing.subtitle}"] * (len(briefing.subtitle) > _LONG_SUBTITLE)
    return Slide(Look.OPENING, title, tuple(notes))


def how_to_use(running_order: tuple[tuple[str, str, str], ...], frames: Frames) -> Slide:
    """Return the slide on the 20 minutes; `running_order` has parts, minutes and slides."""
    points = [led(lead, text) for lead, text in facilitation.HOW_TO_POINTS]
    return Slide(
        Look.TWO_PARTS,
        "How to use this deck in 20 minutes",
        facilitation.HOW_TO_USE,
        text=fit_text(points, frames.left)[0],
        table=tables.running_order(running_order),
    )


def background(briefing: Briefing, frames: Frames) -> tuple[Slide, ...]:
    """Return what happened, with the facts at a glance beside it or on a slide of their own."""
    if not briefing.background:
        return ()
    texts = [*briefing.background, *filter(None, (briefing.statement,))]
    paragraphs = [plain(text) for text in texts]
    table, cut = tables.at_a_glance(briefing, frames.right)
    beside = fit_text(paragraphs, frames.left, Marker.NONE)
    title, notes = "What happened", (*facilitation.BACKGROUND, *cut)
    if len(beside) == 1 and table:
        return (Slide(Look.TWO_PARTS, title, notes, text=beside[0], table=table),)
    pages = text_pages(title, fit_text(paragraphs, frames.body, Marker.NONE), notes)
    if table is None:
        return pages
    return (*pages, Slide(Look.CONTENT, "At a glance", facilitation.FACTS, table=table))


def timeline(briefing: Briefing, body: Frame) -> tuple[Slide, ...]:
    """Return the child's story by age."""
    if not briefing.timeline:
        return ()
    planned = plan_timeline(briefing.timeline, body)
    many = len(planned)
    return tuple(
        Slide(
            Look.CONTENT,
            "Timeline by age" if many == 1 else f"Timeline by age ({number} of {many})",
            facilitation.TIMELINE if number == 1 else facilitation.CONTINUED,
            timeline=one,
        )
        for number, one in enumerate(planned, start=1)
    )


def themes(briefing: Briefing) -> tuple[Slide, ...]:
    """Return the chart of themes, at most eight of them."""
    if not briefing.themes:
        return ()
    shown = briefing.themes[:MOST_THEMES]
    notes = facilitation.theme_prompts(briefing.themes, len(shown))
    return (Slide(Look.CONTENT, "Themes in our published reviews", notes, chart=shown),)


def questions(briefing: Briefing, body: Frame) -> tuple[Slide, ...]:
    """Return the briefing's own questions, numbered."""
    if not briefing.questions:
        return ()
    paragraphs = [plain(text) for text in briefing.questions]
    blocks = fit_text(paragraphs, body, Marker.NUMBER, sizes=_QUESTION_SIZES)
    return text_pages("Questions to discuss", blocks, facilitation.QUESTIONS, Look.DISCUSSION)


def actions() -> Slide:
    """Return the slide on which the team writes what it agrees."""
    return Slide(
        Look.DISCUSSION,
        "What will we do differently?",
        facilitation.ACTIONS,
        table=tables.actions(),
    )


def find_out_more(briefing: Briefing, frames: Frames) -> tuple[Slide, ...]:
    """Return the further reading; each of its slides has the code of the review's page."""
    lines: list[Paragraph] = [reading_line(reading) for reading in briefing.find_out_more]
    code = safe_link(briefing.web_address)
    if not lines and not code:
        return ()
    lines = lines or [(Run("The review is on our website."),)]
    blocks = fit_text(lines, frames.left if code else frames.body)
    links = dict.fromkeys(run.address for line in lines for run in line if run.address)
    notes = (*facilitation.FIND_OUT_MORE, *(f"Address: {link}" for link in links))
    pages = text_pages("Find out more", blocks, notes, Look.TWO_PARTS if code else Look.CONTENT)
    return tuple(replace(page, code_address=code) for page in pages)


def support(briefing: Briefing, frames: Frames) -> tuple[Slide, ...]:
    """Return the closing slide: support for staff, and how the partnership is reached.

    Without contacts it says what to do about a child. Contacts that do not fit beside the text
    have slides of their own before it.
    """
    title, notes = "Support for staff", facilitation.SUPPORT
    contacts = [plain(line) for line in briefing.brand.contacts]
    points = _support_points(briefing)
    if contacts:
        beside = panel(_CONTACTS, contacts, frames.right, _CONTACT_SIZES)
        points += () if briefing.staff_support else (led(*facilitation.WORRIED),)
    else:
        question, words = facilitation.WORRIED
        beside = panel(question, [plain(words)], frames.right, SIZES)
    blocks = fit_text(points, frames.left)
    if beside and len(blocks) == 1:
        return (Slide(Look.TWO_PARTS, title, notes, text=blocks[0], panel=beside),)
    if not contacts:
        points += (led(*facilitation.WORRIED),)
        return text_pages(title, fit_text(points, frames.body), notes)
    pages = text_pages(title, fit_text(points, frames.body), notes)
    own = fit_text(contacts, frames.body, Marker.NONE)
    return (*text_pages(_CONTACTS, own, facilitation.CONTACTS), *pages)


def _support_points(briefing: Briefing) -> tuple[Paragraph, ...]:
    if briefing.staff_support:
        return tuple(plain(text) for text in briefing.staff_support)
    return tuple(led(lead, text) for lead, text in facilitation.SUPPORT_POINTS)
