"""What an export makes, what its checks found, and what came out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID


class DocumentKind(StrEnum):
    BRIEFING = "briefing"
    DECK = "deck"
    WORD = "word"
    WEB = "web"
    PRESS = "press"
    ABSTRACT = "abstract"
    LIST = "list"
    ARCHIVE = "archive"
    REGISTER = "register"
    REGISTER_CSV = "register-csv"
    DEADLINES = "deadlines"

    @property
    def is_public(self) -> bool:
        """Whether anybody may read it once it is released; the others stay with the partners."""
        return self not in _INTERNAL


_INTERNAL = frozenset({DocumentKind.REGISTER, DocumentKind.REGISTER_CSV, DocumentKind.DEADLINES})


class PaperKind(StrEnum):
    """What the command `export` makes beside the documents of the wizard."""

    WORKBOOK = "workbook"
    CALENDAR = "calendar"
    TODAY = "today"
    TIMETABLE = "timetable"
    PLAN = "plan"
    CHASES = "chases"


DOCUMENT_WORDS = {
    DocumentKind.BRIEFING: "Learning briefing (PDF, one page)",
    DocumentKind.DECK: "Deck for team meetings (PowerPoint)",
    DocumentKind.WORD: "Learning briefing to edit (Word)",
    DocumentKind.WEB: "Web page text of the review (HTML)",
    DocumentKind.PRESS: "Press statement (Word)",
    DocumentKind.ABSTRACT: "Abstract for the national repository (Word)",
    DocumentKind.LIST: "Web page text of the public list (HTML)",
    DocumentKind.ARCHIVE: "Web page text of the archive list (HTML)",
    DocumentKind.REGISTER: "Register of reviews (Excel, internal)",
    DocumentKind.REGISTER_CSV: "Register of reviews (CSV, internal)",
    DocumentKind.DEADLINES: "Deadline report (PDF)",
}


def document_words(kind: str) -> str:
    """Return what a document is called in lists: a `DocumentKind`, or the stem of a paper."""
    if kind in set(DocumentKind):
        return DOCUMENT_WORDS[DocumentKind(kind)]
    return kind.replace("-", " ").capitalize()


@dataclass(frozen=True, slots=True)
class ReviewChoice:
    """A review or theme briefing that documents can be made of."""

    briefing_id: UUID
    title: str
    references: tuple[str, ...]
    is_published: bool


@dataclass(frozen=True, slots=True)
class Check:
    """One check of one document before it is made. `is_blocking` stops the export."""

    title: str
    """What holds if it passed, such as "Fits one page"."""
    finding: str
    """The title if it did not pass, such as "Too long for one page"."""
    advice: str
    """What to do about the finding."""
    detail: str
    document: str
    is_passed: bool
    is_blocking: bool
    briefing_id: UUID | None = None
    can_be_overridden: bool = False
    """Whether a named person may answer for it, and the documents be made all the same."""


@dataclass(frozen=True, slots=True)
class MadeFile:
    path: Path
    kind: str
    """A `DocumentKind`, or the stem of a paper's file, such as "agency-returns"."""
    title: str
    sha256: str
    size: int
    """Bytes."""
