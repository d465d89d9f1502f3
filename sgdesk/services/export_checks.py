"""What is checked before a document is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from sgdesk.domain.identity import PrivatePerson, find_identities
from sgdesk.progress import Progress, silent
from sgdesk.records.exports import Check, DocumentKind
from sgdesk.services.briefings import briefing_of, get_briefing
from sgdesk.services.exports import document_bytes
from sgdesk.services.previews import fit_of
from sgdesk.store.entities.case_parts import FamilyMemberEntity, HouseholdMemberEntity
from sgdesk.store.entities.cases import ChildEntity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.identity import Identity
    from sgdesk.records.briefing import Briefing
    from sgdesk.services.register import Register

_FINDINGS = {
    "Complete": (
        "Not everything is written yet",
        "It can be made as it is. Look at it before you share it.",
    ),
    "No name found": (
        "A child could be recognised",
        "Take the name, date or place out. Say “a child”, or the season and the year.",
    ),
    "Fits one page": ("Too long for one page", "Shorten the text, then check again."),
    "Letters": (
        "Some letters cannot be drawn",
        "Each is printed as an empty box. Write them another way.",
    ),
    "Accessible deck": (
        "The deck is not fully accessible",
        "It can be made, but a screen reader may miss something.",
    ),
}
"""What is said of each check that did not pass: its title then, and what to do."""


def check_export(
    register: Register,
    briefing_ids: Sequence[UUID],
    kinds: Collection[DocumentKind],
    *,
    today: date,
    progress: Progress = silent,
) -> tuple[Check, ...]:
    """Return every check of every document, passed or not. A blocking one stops the export."""
    people = _people(register)
    checks: list[Check] = []
    for done, briefing_id in enumerate(briefing_ids):
        briefing = briefing_of(register, get_briefing(register, briefing_id), today=today)
        progress(done, len(briefing_ids), briefing.title)
        checks += _checks(briefing, briefing_id, kinds, people)
    progress(len(briefing_ids), len(briefing_ids), "Checked")
    return tuple(checks)


def found_identities(register: Register, briefing: Briefing) -> tuple[Identity, ...]:
    """Return each place in `briefing` where a name, date of birth or address stands."""
    return find_identities(_texts(briefing), _people(register))


def _checks(
    briefing: Briefing,
    briefing_id: UUID,
    kinds: Collection[DocumentKind],
    people: Sequence[PrivatePerson],
) -> Iterator[Check]:
    def check(title: str, detail: str, *, is_passed: bool, is_blocking: bool = True) -> Check:
        words = (title, *_FINDINGS[title], detail, briefing.title)
        return Check(*words, is_passed, is_blocking, briefing_id)

    has_text = bool(briefing.background and briefing.key_learning and briefing.improvements)
    sections = "Background, key learning and areas for improvement are"
    detail = f"{sections} written." if has_text else f"{sections} not all written."
    yield check("Complete", detail, is_passed=has_text, is_blocking=False)
    found = find_identities(_texts(briefing), people)
    said = " ".join(identity.sentence for identity in found)
    detail = said or "No name, date of birth or address of this register was found."
    is_certain = any(identity.is_certain for identity in found)
    yield check("No name found", detail, is_passed=not found, is_blocking=is_certain or not found)
    if DocumentKind.BRIEFING in kinds:
        fit = fit_of(briefing)
        yield check("Fits one page", fit.message, is_passed=fit.fits)
        missing = _missing(briefing)
        detail = f"These cannot be drawn: {' '.join(missing)}" if missing else "All can be drawn."
        yield check("Letters", detail, is_passed=not missing, is_blocking=False)
    if DocumentKind.DECK in kinds:
        wrong = _deck_problems(briefing)
        detail = " ".join(wrong) or "Titles, notes, alt text and language of each slide are there."
        yield check("Accessible deck", detail, is_passed=not wrong, is_blocking=False)


def _missing(briefing: Briefing) -> tuple[str, ...]:
    from sgdesk.exports.pdf.briefing import missing_characters  # noqa: PLC0415 - slow import

    return missing_characters(briefing)


def _deck_problems(briefing: Briefing) -> tuple[str, ...]:
    from sgdesk.exports.deck.accessibility import check_deck  # noqa: PLC0415 - slow import

    return check_deck(document_bytes(briefing, DocumentKind.DECK))


def _texts(briefing: Briefing) -> list[tuple[str, str]]:
    points = {
        "Key learning": briefing.key_learning,
        "Good practice": briefing.good_practice,
        "Areas for practice improvement": briefing.improvements,
    }
    return [
        ("Title", briefing.title),
        ("Subtitle", briefing.subtitle),
        *(("Background", text) for text in briefing.background),
        *((where, f"{item.lead} {item.text}") for where in points for item in points[where]),
        *(("Questions", text) for text in briefing.questions),
    ]


def _people(register: Register) -> list[PrivatePerson]:
    with register.store.read() as session:
        children = session.scalars(select(ChildEntity).where(ChildEntity.deleted_at.is_(None)))
        people = [
            PrivatePerson(
                one.name,
                one.born_on,
                other_names=one.other_names,
                places=(one.address, one.school, one.gp),
            )
            for one in children
        ]
        household = session.scalars(
            select(HouseholdMemberEntity).where(HouseholdMemberEntity.deleted_at.is_(None))
        )
        people += [
            PrivatePerson(one.name, one.born_on, places=(one.address,), is_child=False)
            for one in household
        ]
        family = session.scalars(
            select(FamilyMemberEntity).where(FamilyMemberEntity.deleted_at.is_(None))
        )
        people += [PrivatePerson(one.name, None, is_child=False) for one in family]
        return people
