"""Press statements: written from the record and the partnership's template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.boilerplate import BoilerplateKey
from sgdesk.domain.dates import full_date
from sgdesk.domain.letters import LetterKey, filled
from sgdesk.domain.publication_gates import embargo_words
from sgdesk.domain.publications import PublicationDraft
from sgdesk.records.letters import Letter
from sgdesk.records.press_statements import PressStatement
from sgdesk.services.boilerplate import standing_text
from sgdesk.services.briefings import (
    briefing_of,
    briefings_on,
    document_mark,
    get_briefing,
    publications_of,
)
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.letters import read_template
from sgdesk.text import clean_letter, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from sgdesk.records.briefing import Briefing, LearningPoint
    from sgdesk.services.register import Register

_KEY = LetterKey.PRESS_STATEMENT
_FREE = "For immediate release"
_HELD = "Not for publication yet"


def press_statement(
    register: Register, case_ids: Sequence[UUID], briefing: Briefing | None, *, today: date
) -> PressStatement:
    """Return the statement on the publication of reviews, as it would be made on `today`.

    Where there is no briefing, or one without a text, the summary for the public list is used.
    """
    found = publications_of(register, case_ids)
    held = [one for one in found.values() if one is not None] or [PublicationDraft()]
    profile = register.profile
    cases = [case for case in read_held_cases(register) if case.case_id in set(case_ids)]
    title = briefing.title if briefing else _first(one.title for one in held)
    summary = "\n\n".join(briefing.background) if briefing else ""
    learning = briefing.key_learning if briefing else ()
    days = [day for one in held if (day := one.published_on or one.planned_on) is not None]
    mark = document_mark(register, found.values())
    notes = standing_text(register, BoilerplateKey.NOTES_TO_EDITORS, on=today)
    return PressStatement(
        as_of=today,
        mark=mark,
        template=read_template(register, _KEY),
        ink=profile.ink,
        partnership=profile.name,
        title=title,
        reference=", ".join(case.local_reference for case in cases if case.local_reference),
        publication_date=full_date(min(days)) if days else "",
        release=_release(held, is_free=all(one and one.released_on for one in found.values())),
        spokesperson=", ".join(dict.fromkeys(one.spokesperson for one in held if one.spokesperson)),
        summary=summary or "\n\n".join(one.summary.replace("\n", "\n\n") for one in held),
        key_learning="\n".join(f"- {said}" for point in learning if (said := _said(point))),
        web_address=_first(one.web_address for one in held),
        contact="\n".join(profile.contacts),
        notes_to_editors="\n\n".join(notes),
    )


def press_letter(register: Register, case_id: UUID, *, today: date) -> Letter:
    """Return the statement on one review, from its first briefing if it has any."""
    found = briefings_on(register, case_id)
    briefing = (
        briefing_of(register, get_briefing(register, found[0]), today=today) if found else None
    )
    return letter_of(press_statement(register, (case_id,), briefing, today=today))


def letter_of(held: PressStatement) -> Letter:
    """Return the statement as a letter to nobody yet; what is not known stands as a gap."""
    values = {
        "partnership": held.partnership,
        "officer": "",
        "recipient": "",
        "title": held.title,
        "reference": held.reference,
        "publication date": held.publication_date,
        "release": held.release,
        "spokesperson": held.spokesperson,
        "summary": held.summary,
        "key learning": held.key_learning,
        "web address": held.web_address,
        "contact": held.contact,
        "notes to editors": held.notes_to_editors,
    }
    return Letter(
        key=_KEY.value,
        to="",
        recipient="",
        subject=clean_line(filled(held.template.subject, values)),
        body=clean_letter(filled(held.template.body, values)),
        sender=held.partnership,
        mark=held.mark,
    )


def press_bytes(held: PressStatement) -> bytes:
    """Return the statement as a Word document."""
    from sgdesk.exports.word.letter import letter_document  # noqa: PLC0415 - slow import

    return letter_document(letter_of(held), on=held.as_of, ink=held.ink)


def _release(held: Iterable[PublicationDraft], *, is_free: bool) -> str:
    if is_free:
        return _FREE
    waiting = [one for one in held if one.released_on is None]
    embargo = _first(embargo_words(one) for one in waiting)
    if embargo:
        return f"Embargo: not for publication before {embargo}"
    days = [one.planned_on for one in waiting if one.planned_on is not None]
    return f"Not for publication before {full_date(max(days))}" if days else _HELD


def _said(point: LearningPoint) -> str:
    return " ".join(part for part in (point.lead, point.text) if part)


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")
