"""A pack of documents: what a look at each finished file found, where it goes, what came out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sgdesk.domain.file_names import is_legal_name
from sgdesk.errors import Problem
from sgdesk.records.exports import DocumentKind

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sgdesk.records.exports import Check, MadeFile

MOST_REVIEWS = 50
"""So many reviews one pack may hold."""
SHORT_WORDS = {
    DocumentKind.BRIEFING: "Briefing",
    DocumentKind.DECK: "Presentation",
    DocumentKind.WORD: "Word copy",
    DocumentKind.WEB: "Web page",
    DocumentKind.PRESS: "Press statement",
    DocumentKind.ABSTRACT: "Abstract",
    DocumentKind.LIST: "Public list",
    DocumentKind.ARCHIVE: "Archive list",
    DocumentKind.REGISTER: "Register",
    DocumentKind.REGISTER_CSV: "Register as CSV",
    DocumentKind.DEADLINES: "Deadline report",
}
"""What a document is called where there is little room."""
_LONGEST_NAME = 120
_SHORT = 16
_GROUP = 4


@dataclass(frozen=True, slots=True)
class Inspection:
    """What the bytes of a finished file say about it: how long it is, who can read it."""

    count: int = 0
    """How many pages, slides or rows it has; 0 where that says nothing."""
    unit: str = ""
    """What is counted: "page", "slide" or "row"."""
    problems: tuple[str, ...] = ()
    """A sentence for each thing that would keep somebody from reading it."""
    is_checked: bool = True
    """False for a plain table, which has nothing that could be checked."""

    @property
    def length_words(self) -> str:
        """Return "1 page" or "12 slides", or "" where nothing is counted."""
        if not self.unit:
            return ""
        return f"1 {self.unit}" if self.count == 1 else f"{self.count} {self.unit}s"

    @property
    def access_words(self) -> str:
        """Return the outcome of the check for accessibility in a word or two."""
        if not self.is_checked:
            return "Not checked"
        if not self.problems:
            return "Passed"
        return "1 problem" if len(self.problems) == 1 else f"{len(self.problems)} problems"


@dataclass(frozen=True, slots=True)
class Override:
    """Who answers for a pack in which somebody could be recognised, and why it is made."""

    name: str = field(default="", repr=False)
    reason: str = field(default="", repr=False)


def check_override(override: Override) -> list[Problem]:
    """Return every problem of `override` at once."""
    problems = []
    if not override.name.strip():
        sentence = "Name: give the name of the person who answers for this."
        problems.append(Problem("name", sentence))
    if not override.reason.strip():
        sentence = "Reason: say why what was found may stand in the documents."
        problems.append(Problem("reason", sentence))
    return problems


@dataclass(frozen=True, slots=True)
class PackPlace:
    """Where a pack goes: into `folder`, as one ZIP file in it where `zip_name` is not empty."""

    folder: Path
    zip_name: str = ""
    password: str = field(default="", repr=False)
    """Opens its PDFs, where it is not empty; they are sealed on their way to the place."""

    def file_names(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the names of the files that would stand in the folder, of a pack of `names`."""
        return (self.zip_name,) if self.zip_name else names


@dataclass(frozen=True, slots=True)
class PackLine:
    """One document of a pack, as lists and the contents sheet tell of it."""

    name: str
    kind: str
    title: str
    sha256: str
    size: int
    """Bytes."""
    inspection: Inspection
    mark: str
    """The handling mark or embargo that it carries, or "" where it was released."""
    identity: str
    """The outcome of the identity check in a few words."""
    is_sealed: bool = False
    """It opens only with a password."""


@dataclass(frozen=True, slots=True)
class MarkGroup:
    """A handling mark, and how many documents of a pack carry it."""

    mark: str
    documents: int
    titles: tuple[str, ...]
    """The reviews that they are of, each once."""


@dataclass(frozen=True, slots=True)
class PackReport:
    """What the wizard shows of a pack before it is saved."""

    lines: tuple[PackLine, ...]
    checks: tuple[Check, ...]
    names: tuple[str, ...]
    """Of all files, the contents sheet's among them, in their order."""
    marks: tuple[MarkGroup, ...] = ()
    zip_name: str = ""
    """What its ZIP file would be called."""

    @property
    def blocking(self) -> tuple[Check, ...]:
        """Return the checks that stop the pack."""
        return tuple(one for one in self.checks if one.is_blocking and not one.is_passed)

    @property
    def can_be_overridden(self) -> bool:
        """Return whether somebody may answer for all that stops the pack."""
        return bool(self.blocking) and all(one.can_be_overridden for one in self.blocking)


@dataclass(frozen=True, slots=True)
class SavedPack:
    """What came out: the files that stand in the folder, and what is in them."""

    folder: Path
    files: tuple[MadeFile, ...]
    """One for each document, and the contents sheet; in a ZIP, each with the path of the ZIP."""
    names: tuple[str, ...]
    """The name of each of `files`, which in a ZIP is not that of its path."""
    lines: tuple[PackLine, ...]
    zip_file: MadeFile | None = None
    export_ids: tuple[UUID, ...] = ()
    """The lines of the export log that tell of them."""
    is_sealed: bool = False
    """Its PDFs open only with the password that was set."""


def can_be_sealed(name: str) -> bool:
    """Return whether a file of that name can be sealed with a password: only PDFs can."""
    return name.lower().endswith(".pdf")


def is_sound_zip_name(name: str) -> bool:
    """Return whether every system takes `name`, with its ending, for the name of a file."""
    stem = name.removesuffix(".zip")
    return is_legal_name(name) and is_legal_name(stem) and len(name) <= _LONGEST_NAME


def short_print(sha256: str) -> str:
    """Return the first 16 digits of a fingerprint in groups of four, to be compared by eye."""
    head = sha256[:_SHORT]
    return " ".join(head[at : at + _GROUP] for at in range(0, len(head), _GROUP))
