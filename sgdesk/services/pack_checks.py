"""What is checked of the finished files of a pack, and what to do about each finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.records.briefing import Briefing
from sgdesk.records.exports import Check, DocumentKind
from sgdesk.records.fitting import FitError
from sgdesk.records.packs import SHORT_WORDS
from sgdesk.services.previews import missing_letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sgdesk.domain.identity import Identity
    from sgdesk.errors import UserError
    from sgdesk.records.packs import Inspection
    from sgdesk.services.documents import PlannedDocument

COMPLETE, NO_IDENTITY, FITS, CAN_BE_MADE, LETTERS, ACCESSIBLE = (
    "Complete",
    "No name, date or place found",
    "Fits one page",
    "Can be made",
    "Letters",
    "Accessible",
)
_FINDINGS = {
    COMPLETE: (
        "Not everything is written yet",
        "It can be made as it is. Look at it before you share it.",
    ),
    NO_IDENTITY: (
        "Somebody could be recognised",
        "Take the name, date or place out. Say “a child”, or the season and the year.",
    ),
    FITS: ("Too long for one page", "Shorten the text, then check again."),
    CAN_BE_MADE: ("A document cannot be made", "Put this right, then check again."),
    LETTERS: (
        "Some letters cannot be drawn",
        "Each is printed as an empty box. Write them another way.",
    ),
    ACCESSIBLE: (
        "Not everybody could read it",
        "It can be made, but somebody with a screen reader may miss something.",
    ),
}
"""What is said of each check that did not pass: its title then, and what to do."""
_PERHAPS = "Perhaps somebody could be recognised"
_LOOK = "Look at each place and judge. It does not stop the pack."


class Found(NamedTuple):
    """What the identity check found in a finished file, and what a look at its bytes did."""

    identities: tuple[Identity, ...]
    is_public: bool
    inspection: Inspection


def review_checks(planned: Sequence[PlannedDocument]) -> Iterator[Check]:
    """Yield what is checked once for each review, whatever is made of it."""
    seen = set()
    for one in planned:
        if not isinstance(one.source, Briefing) or one.briefing_id in seen:
            continue
        seen.add(one.briefing_id)
        written = one.source.background and one.source.key_learning and one.source.improvements
        sections = "Background, key learning and areas for improvement are"
        detail = f"{sections} written." if written else f"{sections} not all written."
        yield _check(one, COMPLETE, detail, is_passed=bool(written), is_blocking=False)


def file_checks(planned: PlannedDocument, found: Found) -> Iterator[Check]:
    """Yield every check of a finished file, passed or not."""
    if found.is_public:
        yield _identity_check(planned, found.identities)
    if planned.kind is DocumentKind.BRIEFING and isinstance(planned.source, Briefing):
        yield _check(planned, FITS, "One page of A4.", is_passed=True)
        missing = missing_letters(planned.source)
        detail = f"These cannot be drawn: {' '.join(missing)}" if missing else "All can be drawn."
        yield _check(planned, LETTERS, detail, is_passed=not missing, is_blocking=False)
    inspection = found.inspection
    if inspection.is_checked:
        said = "\n".join(f"{_short(planned)}: {problem}" for problem in inspection.problems)
        detail = said or "Title, language, headings and descriptions of pictures are there."
        yield _check(planned, ACCESSIBLE, detail, is_passed=not said, is_blocking=False)


def refusal_check(planned: PlannedDocument, error: UserError) -> Check:
    """Return the finding that a document cannot be made."""
    title = FITS if isinstance(error, FitError) else CAN_BE_MADE
    return _check(planned, title, f"{_short(planned)}: {error}", is_passed=False)


def _identity_check(planned: PlannedDocument, identities: Sequence[Identity]) -> Check:
    detail = "\n".join(f"{_short(planned)}, {_beginning(one.sentence)}" for one in identities)
    is_certain = any(one.is_certain for one in identities)
    finding, advice = _FINDINGS[NO_IDENTITY]
    if identities and not is_certain:
        finding, advice = _PERHAPS, _LOOK
    return Check(
        NO_IDENTITY,
        finding,
        advice,
        detail or "Nothing private of this register was found.",
        planned.title,
        not identities,
        is_certain or not identities,
        planned.briefing_id,
        can_be_overridden=True,
    )


def _check(
    planned: PlannedDocument, title: str, detail: str, *, is_passed: bool, is_blocking: bool = True
) -> Check:
    words = (title, *_FINDINGS[title], detail, planned.title)
    return Check(*words, is_passed, is_blocking, planned.briefing_id)


def _short(planned: PlannedDocument) -> str:
    return SHORT_WORDS[planned.kind]


def _beginning(sentence: str) -> str:
    """Return a sentence with a small first letter, to go on after a comma."""
    return sentence[:1].lower() + sentence[1:]
