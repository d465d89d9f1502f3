"""The partnership's own PowerPoint template: read, kept, chosen, and given to every deck."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sgdesk.domain.deck_templates import LayoutChoice
from sgdesk.errors import Problem, RejectedError, UserError
from sgdesk.outside.names import shown_name
from sgdesk.outside.reading import Taking, read_file
from sgdesk.progress import silent
from sgdesk.records.deck_templates import OwnDeck
from sgdesk.services.outcomes import Changes

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.orm import Session

    from sgdesk.progress import Progress
    from sgdesk.records.deck_templates import SlidePicture, TemplateReport
    from sgdesk.services.register import Register
    from sgdesk.store.entities.documents import DeckTemplateEntity

MOST_BYTES = 30_000_000
_KEPT = (
    "SELECT name, content, layouts, is_used FROM deck_template WHERE deleted_at IS NULL "
    "ORDER BY rowid DESC LIMIT 1"
)
_TAKING = Taking(
    MOST_BYTES,
    too_large=(
        "This file is too large: choose one of at most 30 megabytes. A template without its "
        "sample slides is smaller."
    ),
    folder="This is a folder: choose a .pptx, .potx or .ppsx file.",
    unreadable="This file cannot be read: choose another one.",
)
_GONE = "There is no template of your own any more: choose the file again."


def read_template_file(path: Path, progress: Progress = silent) -> TemplateReport:
    """Return what the file `path` is good for as a template; nothing of it is kept yet.

    Raises `UserError` with a sentence where it cannot be used at all.
    """
    return read_template(path.name, read_file(path, _TAKING), progress)


def read_template(name: str, data: bytes, progress: Progress = silent) -> TemplateReport:
    """Return what the bytes of a .pptx, .potx or .ppsx file are good for as a template.

    Raises `UserError` with a sentence where they cannot be used at all.
    """
    from sgdesk.exports.deck import template_reading  # noqa: PLC0415 - slow import

    return template_reading.read_template(shown_name(name) or "Template", data, progress)


def check_choices(deck: OwnDeck) -> TemplateReport:
    """Return what a cleaned template is good for with the layouts chosen in `deck`."""
    from sgdesk.exports.deck import template_reading  # noqa: PLC0415 - slow import

    return template_reading.read_kept(deck)


def slide_pictures(deck: OwnDeck | None, *, width: int) -> tuple[SlidePicture, ...]:
    """Return a picture of one slide of each use; without `deck`, on the built-in template."""
    from sgdesk.exports.deck import template_reading  # noqa: PLC0415 - slow import

    return template_reading.slide_pictures(deck, width=width)


def kept_template(register: Register) -> tuple[OwnDeck, bool] | None:
    """Return the register's own template and whether decks are made on it; None without one."""
    with register.store.rows() as rows:
        found = rows.all(_KEPT)
    if not found:
        return None
    name, content, layouts, is_used = found[0]
    choices = tuple(LayoutChoice(*parts) for parts in json.loads(layouts or "[]"))
    return OwnDeck(name, bytes(content), choices), bool(is_used)


def template_for(register: Register) -> OwnDeck | None:
    """Return the template that decks are made on; None means the built-in one."""
    kept = kept_template(register)
    return kept[0] if kept and kept[1] else None


def save_template(register: Register, report: TemplateReport) -> Changes:
    """Keep the template of `report` in place of any before it; decks are made on it from now on.

    Raises `RejectedError` with every reason where it does not fit; nothing is kept then.
    """
    from sgdesk.store.entities.documents import DeckTemplateEntity  # noqa: PLC0415 - loads slowly

    if not report.is_fit:
        raise RejectedError([Problem("template", one) for one in report.problems])
    deck = report.deck
    with register.write() as session:
        held = _held(session)
        if held is None:
            session.add(
                DeckTemplateEntity(name=deck.name, content=deck.content, layouts=deck.layouts)
            )
        else:
            held.name, held.content, held.layouts = deck.name, deck.content, deck.layouts
            held.is_used = True
    return Changes("Deck template saved")


def use_template(register: Register, *, is_used: bool) -> Changes:
    """Make decks on the register's own template, or on the built-in one, which is always there.

    Raises `UserError` if there is no template of its own.
    """
    with register.write() as session:
        held = _held(session)
        if held is None:
            raise UserError(_GONE)
        held.is_used = is_used
    return Changes("Decks use your template" if is_used else "Decks use the built-in template")


def remove_template(register: Register) -> Changes:
    """Remove the register's own template; decks are made on the built-in one."""
    with register.write() as session:
        held = _held(session)
        if held is not None:
            held.deleted_at = register.now()
    return Changes("Deck template removed")


def _held(session: Session) -> DeckTemplateEntity | None:
    from sqlalchemy import select  # noqa: PLC0415 - loads slowly

    from sgdesk.store.entities.documents import DeckTemplateEntity  # noqa: PLC0415 - as above

    return session.scalars(
        select(DeckTemplateEntity).where(DeckTemplateEntity.deleted_at.is_(None))
    ).first()
