"""Making documents: what can be made, the checks before, the files, and the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.standings import Standing
from sgdesk.errors import UserError
from sgdesk.files import safe_name, sweep_parts
from sgdesk.progress import Progress, silent
from sgdesk.records.exports import DocumentKind, ExportResult, ReviewChoice
from sgdesk.records.papers import Paper
from sgdesk.services.briefings import briefing_of, get_briefing, list_briefings
from sgdesk.services.deadline_reports import deadline_report
from sgdesk.services.deadlines import list_deadlines
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.made_files import (
    MadeDocument,
    fingerprint,
    log_documents,
    write_document,
)
from sgdesk.services.papers import paper_bytes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from sgdesk.records.briefing import Briefing
    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.services.register import Register

_NAMES = {
    DocumentKind.BRIEFING: "{} Briefing Note.pdf",
    DocumentKind.DECK: "{} Presentation.pptx",
    DocumentKind.DEADLINES: "Deadline Report {}.pdf",
}
OF_A_REVIEW = frozenset({DocumentKind.BRIEFING, DocumentKind.DECK})


def list_choices(register: Register) -> tuple[ReviewChoice, ...]:
    """Return what documents can be made of: every briefing, published or not."""
    published = {
        case.reference for case in read_held_cases(register) if case.published_on is not None
    }
    return tuple(
        ReviewChoice(
            row.briefing_id,
            row.title,
            row.references,
            is_published=not row.references or any(name in published for name in row.references),
        )
        for row in list_briefings(register)
    )


def file_names(
    register: Register,
    briefing_ids: Sequence[UUID],
    kinds: Collection[DocumentKind],
    *,
    today: date,
) -> tuple[str, ...]:
    """Return the names of the files that `run_export` would make, in its order."""
    return tuple(item.name for item in _documents(register, briefing_ids, kinds, today))


def run_export(
    register: Register,
    briefing_ids: Sequence[UUID],
    kinds: Collection[DocumentKind],
    folder: Path,
    *,
    today: date,
    progress: Progress = silent,
) -> ExportResult:
    """Make the documents in `folder` and log each of them.

    All are made before the first is written, so a document that cannot be made, or Cancel,
    leaves `folder` as it was. Raises `UserError`, or `CancelledError` from `progress`.
    """
    total = sum(kind in kinds for kind in OF_A_REVIEW) * len(briefing_ids)
    total += DocumentKind.DEADLINES in kinds
    made: list[MadeDocument] = []
    for document in _documents(register, briefing_ids, kinds, today):
        progress(len(made), total, document.source.title)
        made.append(document.make())
    progress(len(made), total, "Saving")
    _make_folder(folder)
    sweep_parts(folder)
    files = tuple(write_document(folder, document) for document in made)
    log_documents(register, made, files)
    return ExportResult(folder, files)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            "This folder cannot be made. Choose another one, or make it yourself first."
        ) from error


class _Document(NamedTuple):
    """A document that is still to be made."""

    kind: DocumentKind
    stem: str
    source: Briefing | Paper
    briefing_id: UUID | None = None
    case_ids: tuple[UUID, ...] = ()

    @property
    def name(self) -> str:
        return _NAMES[self.kind].format(self.stem)

    def make(self) -> MadeDocument:
        source = self.source
        content = (
            paper_bytes(source) if isinstance(source, Paper) else document_bytes(source, self.kind)
        )
        return MadeDocument(
            self.name,
            self.kind,
            source.title,
            content,
            fingerprint(source),
            self.briefing_id,
            self.case_ids,
        )


def _documents(
    register: Register, briefing_ids: Sequence[UUID], kinds: Collection[DocumentKind], today: date
) -> Iterator[_Document]:
    stems: dict[str, int] = {}
    for briefing_id in briefing_ids:
        draft = get_briefing(register, briefing_id)
        briefing = briefing_of(register, draft, today=today)
        stem = safe_name(briefing.reference or briefing.title)
        stems[stem] = stems.get(stem, 0) + 1
        if stems[stem] > 1:  # a second briefing on the same review
            stem = f"{stem} ({stems[stem]})"
        for kind in (DocumentKind.BRIEFING, DocumentKind.DECK):
            if kind in kinds:
                yield _Document(kind, stem, briefing, briefing_id, draft.case_ids)
    if DocumentKind.DEADLINES in kinds:
        rows = [row for row in list_deadlines(register, today=today) if is_for_the_meeting(row)]
        report = deadline_report(register, rows, today=today, title="Open deadlines")
        stem = today.isoformat()
        yield _Document(DocumentKind.DEADLINES, stem, report, case_ids=report.case_ids)


def is_for_the_meeting(row: DeadlineRow) -> bool:
    """Return whether the weekly meeting asks about a deadline: it is open, or paused."""
    return row.is_open or row.standing is Standing.PAUSED


def document_bytes(briefing: Briefing, kind: DocumentKind) -> bytes:
    """Return the briefing page or the deck. Raises `FitError` if the page is too long."""
    if kind is DocumentKind.BRIEFING:
        from sgdesk.exports.pdf.briefing import briefing_pdf  # noqa: PLC0415 - slow import

        return briefing_pdf(briefing)
    from sgdesk.exports.deck.slides import briefing_deck  # noqa: PLC0415 - slow import

    return briefing_deck(briefing)
