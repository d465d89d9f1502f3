"""The table of a case's files, and what is said of the chosen one."""

from __future__ import annotations

from sgdesk.domain.attachments import size_words
from sgdesk.records.attachments import AttachmentRow
from sgdesk.ui.models.columns import CellKind, Column
from sgdesk.ui.pages.case_tables import local_time

_GROUP = 8
_FIRST_WORDS = 160

ATTACHMENT_COLUMNS = (
    Column[AttachmentRow](
        "Title",
        lambda row: row.draft.title,
        second=lambda row: row.draft.kind,
        kind=CellKind.STRONG,
        stretches=True,
        elides=True,
        width=140,
    ),
    Column[AttachmentRow](
        "Size",
        lambda row: size_words(row.size),
        lambda row: row.size,
        is_right_aligned=True,
        width=70,
    ),
    Column[AttachmentRow](
        "Added",
        lambda row: local_time(row.added_at),
        lambda row: row.added_at,
        second=lambda row: f"by {row.added_by}",
        width=120,
    ),
)


def counted(rows: tuple[AttachmentRow, ...]) -> str:
    """Return how many files there are and what they take, such as "3 files, 1.4 MB"."""
    if not rows:
        return "none yet"
    noun = "file" if len(rows) == 1 else "files"
    return f"{len(rows)} {noun}, {size_words(sum(row.size for row in rows))}"


def note_words(row: AttachmentRow) -> str:
    """Return the note of a file on one line, cut where it is long."""
    words = " ".join(row.draft.note.split())
    return words if len(words) <= _FIRST_WORDS else f"{words[: _FIRST_WORDS - 1]}…"


def fingerprint_words(row: AttachmentRow) -> str:
    """Return the fingerprint in groups, so that two can be compared by eye."""
    groups = (row.sha256[at : at + _GROUP] for at in range(0, len(row.sha256), _GROUP))
    return f"Fingerprint (SHA-256): {' '.join(groups)}"
