"""What the list of files made says of each: its state, what changed, who has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.dates import short_date
from sgdesk.domain.standings import Standing
from sgdesk.records.exports import document_words
from sgdesk.records.made_files import FILE_STATE_WORDS, FileState
from sgdesk.ui.models.columns import CellKind, Column
from sgdesk.ui.pages.case_tables import local_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.domain.made_files import ExportRecipientDraft
    from sgdesk.records.made_files import LoggedFile

STANDINGS = {
    FileState.CURRENT: Standing.MET,
    FileState.OUTDATED: Standing.DUE_TODAY,
    FileState.REPLACED: Standing.NOT_APPLICABLE,
    FileState.UNKNOWN: Standing.WAITING,
}
_ORDER = (FileState.OUTDATED, FileState.REPLACED, FileState.UNKNOWN, FileState.CURRENT)
_ADVICE = {
    FileState.CURRENT: "Made again today it would say the same.",
    FileState.OUTDATED: "Make it again, and send the new one to those who have this one.",
    FileState.REPLACED: "A newer one was made. See that those who have this one get it.",
    FileState.UNKNOWN: (
        "It was made by an earlier version of SGDesk, or its briefing is no longer there."
    ),
}


def state_sentence(file: LoggedFile) -> str:
    """Return the state of a file and what to do about it."""
    return f"{FILE_STATE_WORDS[file.state]}. {_ADVICE[file.state]}"


def changed_words(file: LoggedFile) -> str:
    """Return "Changed since: Title, Questions", or "" for a file that still says the same."""
    return f"Changed since: {', '.join(file.changed)}" if file.changed else ""


def recipients_words(file: LoggedFile) -> str:
    """Return who has the file, in a line."""
    names = [entry.draft.name for entry in file.recipients]
    if len(names) > 1:
        return f"{names[0]} and {len(names) - 1} more"
    return names[0] if names else "Nobody recorded"


def sent_words(draft: ExportRecipientDraft) -> str:
    """Return when and how a file was sent, as in "23 Nov 2026, E-mail"."""
    day = short_date(draft.sent_on) if draft.sent_on else ""
    return ", ".join(part for part in (day, draft.route) if part)


def count_outdated(files: Sequence[LoggedFile]) -> int:
    """Return how many files ask for something to be done."""
    return sum(needs_attention(file) for file in files)


def needs_attention(file: LoggedFile) -> bool:
    """Return whether a file is out of date and nothing has taken its place where it went."""
    is_held = file.state is FileState.REPLACED and bool(file.recipients)
    return file.state is FileState.OUTDATED or is_held


FILE_COLUMNS = (
    Column["LoggedFile"](
        "File",
        lambda file: file.file_name,
        lambda file: file.file_name.casefold(),
        second=lambda file: document_words(file.kind),
        tooltip=lambda file: f"{file.file_name}\n{file.title}",
        kind=CellKind.STRONG,
        width=240,
        stretches=True,
        elides=True,
    ),
    Column["LoggedFile"](
        "State",
        lambda file: FILE_STATE_WORDS[file.state],
        lambda file: _ORDER.index(file.state),
        standing=lambda file: STANDINGS[file.state],
        spoken=lambda file: f"{FILE_STATE_WORDS[file.state]}. {changed_words(file)}",
        kind=CellKind.STANDING,
        width=120,
    ),
    Column["LoggedFile"](
        "What changed", lambda file: ", ".join(file.changed), width=130, elides=True
    ),
    Column["LoggedFile"](
        "Made, received by",
        lambda file: short_date(file.made_at.astimezone().date()),
        lambda file: file.made_at,
        second=recipients_words,
        tooltip=lambda file: f"{local_time(file.made_at)}\n{recipients_words(file)}",
        width=150,
        elides=True,
    ),
)
