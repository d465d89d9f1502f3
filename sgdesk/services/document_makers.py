"""How the bytes of each kind of document are made from the record that it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sgdesk.records.exports import DocumentKind
from sgdesk.services.papers import paper_bytes
from sgdesk.services.press_statements import press_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sgdesk.records.briefing import Briefing
    from sgdesk.records.public_lists import ArchiveList, PublicList
    from sgdesk.records.register_books import RegisterBook
    from sgdesk.records.repository_abstracts import RepositoryAbstract

# Each library is imported by the function that first needs it: they load slowly.


def _page(briefing: Briefing) -> bytes:
    from sgdesk.exports.pdf.briefing import briefing_pdf  # noqa: PLC0415 - slow import

    return briefing_pdf(briefing)


def _deck(briefing: Briefing) -> bytes:
    from sgdesk.exports.deck.slides import briefing_deck  # noqa: PLC0415 - slow import

    return briefing_deck(briefing)


def _word(briefing: Briefing) -> bytes:
    from sgdesk.exports.word.briefing import briefing_document  # noqa: PLC0415 - slow import

    return briefing_document(briefing)


def _web(briefing: Briefing) -> bytes:
    from sgdesk.exports.web.review import review_page  # noqa: PLC0415 - slow import

    return review_page(briefing)


def _abstract(held: RepositoryAbstract) -> bytes:
    from sgdesk.exports.word.abstract import abstract_document  # noqa: PLC0415 - slow import

    return abstract_document(held)


def _list(held: PublicList) -> bytes:
    from sgdesk.exports.web.lists import list_page  # noqa: PLC0415 - slow import

    return list_page(held)


def _archive(held: ArchiveList) -> bytes:
    from sgdesk.exports.web.lists import archive_page  # noqa: PLC0415 - slow import

    return archive_page(held)


def _register(book: RegisterBook) -> bytes:
    from sgdesk.exports.sheets.register import register_sheets  # noqa: PLC0415 - slow import

    return register_sheets(book)


def _register_csv(book: RegisterBook) -> bytes:
    from sgdesk.exports.sheets.register_text import register_csv  # noqa: PLC0415 - slow import

    return register_csv(book)


MAKERS: Mapping[DocumentKind, Callable[[Any], bytes]] = {
    DocumentKind.BRIEFING: _page,
    DocumentKind.DECK: _deck,
    DocumentKind.WORD: _word,
    DocumentKind.WEB: _web,
    DocumentKind.PRESS: press_bytes,
    DocumentKind.ABSTRACT: _abstract,
    DocumentKind.LIST: _list,
    DocumentKind.ARCHIVE: _archive,
    DocumentKind.REGISTER: _register,
    DocumentKind.REGISTER_CSV: _register_csv,
    DocumentKind.DEADLINES: paper_bytes,
}
"""By kind: what turns its record into the bytes of its file, without any register."""
