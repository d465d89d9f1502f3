"""Which documents there are of reviews and of the register, and what each is made from."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.standings import Standing
from sgdesk.files import safe_name
from sgdesk.records.exports import DocumentKind
from sgdesk.services.briefings import briefing_of, get_briefing
from sgdesk.services.deadline_reports import deadline_report
from sgdesk.services.deadlines import list_deadlines
from sgdesk.services.deck_templates import template_for
from sgdesk.services.document_makers import MAKERS
from sgdesk.services.made_files import MadeDocument, field_prints
from sgdesk.services.press_statements import press_statement
from sgdesk.services.public_lists import archive_list, public_list
from sgdesk.services.register_books import TITLE, register_book
from sgdesk.services.repository_abstracts import repository_abstract

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from datetime import date
    from typing import TypeAlias
    from uuid import UUID

    from sgdesk.domain.made_files import FieldPrint
    from sgdesk.records.briefing import Briefing
    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.records.papers import Paper
    from sgdesk.records.public_lists import ArchiveList, PublicList
    from sgdesk.records.register_books import RegisterBook
    from sgdesk.services.made_files import Fields
    from sgdesk.services.register import Register

    OfTheRegister: TypeAlias = Paper | PublicList | ArchiveList | RegisterBook

_NAMES = {
    DocumentKind.BRIEFING: "{} Briefing Note.pdf",
    DocumentKind.DECK: "{} Presentation.pptx",
    DocumentKind.WORD: "{} Briefing Note.docx",
    DocumentKind.WEB: "{} Web Page.html",
    DocumentKind.PRESS: "{} Press Statement.docx",
    DocumentKind.ABSTRACT: "{} Repository Abstract.docx",
    DocumentKind.LIST: "Public List {}.html",
    DocumentKind.ARCHIVE: "Archive List {}.html",
    DocumentKind.REGISTER: "Register {}.xlsx",
    DocumentKind.REGISTER_CSV: "Register {}.csv",
    DocumentKind.DEADLINES: "Deadline Report {}.pdf",
}
OF_A_REVIEW = (
    DocumentKind.BRIEFING,
    DocumentKind.DECK,
    DocumentKind.WORD,
    DocumentKind.WEB,
    DocumentKind.PRESS,
    DocumentKind.ABSTRACT,
)
"""The kinds that are made once for each review, in the order in which they are made."""
NEED_A_REVIEW = frozenset({DocumentKind.PRESS, DocumentKind.ABSTRACT})
"""These are not made of a briefing on a theme: nothing is published with it."""
_OF_THE_DECK = frozenset(
    {"themes", "timeline", "recommendations", "staff_support", "deck_template"}
)
_UNUSED = {
    DocumentKind.BRIEFING: _OF_THE_DECK,
    DocumentKind.WORD: _OF_THE_DECK,
    DocumentKind.WEB: _OF_THE_DECK - {"recommendations"} | {"questions", "kicker", "audience"},
}
"""Fields of what a document is made from that it does not print: a change leaves it as it is."""


class PlannedDocument(NamedTuple):
    """A document that is still to be made: what it is made from is read already."""

    kind: DocumentKind
    name: str
    title: str
    source: Fields
    content: Callable[[], bytes]
    """Makes the file; needs no register."""
    briefing_id: UUID | None = None
    case_ids: tuple[UUID, ...] = ()

    def __repr__(self) -> str:
        return f"<PlannedDocument {self.kind}>"

    @property
    def fields(self) -> tuple[FieldPrint, ...]:
        """Return the digest of each field that it prints."""
        unused = _UNUSED.get(self.kind, frozenset())
        return tuple(one for one in field_prints(self.source) if one.name not in unused)

    def make(self) -> MadeDocument:
        """Return the document with its bytes. Raises `UserError` if it cannot be made."""
        return MadeDocument(
            self.name,
            self.kind,
            self.title,
            self.content(),
            self.fields,
            self.briefing_id,
            self.case_ids,
        )


def plan_documents(
    register: Register,
    briefing_ids: Sequence[UUID],
    kinds: Collection[DocumentKind],
    *,
    today: date,
) -> tuple[PlannedDocument, ...]:
    """Return the documents of `kinds`: those of each briefing in turn, then the register's own.

    All is read before it returns; no two names are alike.
    """
    return (
        *_of_reviews(register, briefing_ids, kinds, today),
        *_of_the_register(register, kinds, today),
    )


def document_bytes(source: Fields, kind: DocumentKind) -> bytes:
    """Return the file of `kind` that prints `source`, the record that such a file is made from.

    Raises `FitError` if a briefing is too long for its page.
    """
    return MAKERS[kind](source)


def is_for_the_meeting(row: DeadlineRow) -> bool:
    """Return whether the weekly meeting asks about a deadline: it is open, or paused."""
    return row.is_open or row.standing is Standing.PAUSED


def _of_reviews(
    register: Register, briefing_ids: Sequence[UUID], kinds: Collection[DocumentKind], today: date
) -> Iterator[PlannedDocument]:
    stems: dict[str, int] = {}
    template = template_for(register) if DocumentKind.DECK in kinds else None
    for briefing_id in briefing_ids:
        draft = get_briefing(register, briefing_id)
        briefing = replace(briefing_of(register, draft, today=today), deck_template=template)
        stem = new_stem(briefing.reference or briefing.title, stems)
        for kind in OF_A_REVIEW:
            if kind in kinds and (draft.case_ids or kind not in NEED_A_REVIEW):
                source = _source(register, kind, draft.case_ids, briefing)
                yield PlannedDocument(
                    kind,
                    _NAMES[kind].format(stem),
                    briefing.title,
                    source,
                    partial(document_bytes, source, kind),
                    briefing_id,
                    draft.case_ids,
                )


def new_stem(text: str, taken: dict[str, int]) -> str:
    """Return how the names of a review's files begin, like no other in `taken`; note it there.

    A second briefing on the same review gets a number. Many systems take capitals and small
    letters for the same, so they do not make names differ.
    """
    stem = safe_name(text)
    key = stem.casefold()
    taken[key] = taken.get(key, 0) + 1
    return stem if taken[key] == 1 else f"{stem} ({taken[key]})"


def _source(
    register: Register, kind: DocumentKind, case_ids: tuple[UUID, ...], briefing: Briefing
) -> Fields:
    if kind is DocumentKind.PRESS:
        return press_statement(register, case_ids, briefing, today=briefing.as_of)
    if kind is DocumentKind.ABSTRACT:
        return repository_abstract(register, case_ids, briefing)
    return briefing


def _of_the_register(
    register: Register, kinds: Collection[DocumentKind], today: date
) -> Iterator[PlannedDocument]:
    for kind, (title, read) in _OF_THE_REGISTER.items():
        if kind in kinds:
            source = read(register, today=today)
            yield PlannedDocument(
                kind,
                _NAMES[kind].format(today.isoformat()),
                title,
                source,
                partial(document_bytes, source, kind),
                case_ids=source.case_ids,
            )


def _open_deadlines(register: Register, *, today: date) -> Paper:
    rows = [row for row in list_deadlines(register, today=today) if is_for_the_meeting(row)]
    return deadline_report(register, rows, today=today, title=_OPEN_DEADLINES)


_OPEN_DEADLINES = "Open deadlines"
_OF_THE_REGISTER: dict[DocumentKind, tuple[str, Callable[..., OfTheRegister]]] = {
    DocumentKind.LIST: ("Public list", public_list),
    DocumentKind.ARCHIVE: ("Archive list", archive_list),
    DocumentKind.REGISTER: (TITLE, register_book),
    DocumentKind.REGISTER_CSV: (TITLE, register_book),
    DocumentKind.DEADLINES: (_OPEN_DEADLINES, _open_deadlines),
}
"""The kinds that are made once for the register: their titles, and what reads their record."""
