"""Publications on paper: the checklist of one review, and the public list with its archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date, short_date
from sgdesk.domain.publication_gates import (
    GATE_WORDS,
    GateState,
    embargo_words,
    stop_words,
)
from sgdesk.domain.publications import PACK_FILE_WORDS, PackFileKind, PublicationDraft
from sgdesk.domain.standings import Standing
from sgdesk.records.papers import PaperColumn, PaperRow, PaperTable, PaperText
from sgdesk.services.papers import new_paper
from sgdesk.services.publication_parts import gates_with, read_publication_parts
from sgdesk.services.publications import ARCHIVED, LEAVING, ON_LIST, PLANNED, TO_ARCHIVE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sgdesk.domain.publication_gates import Gate
    from sgdesk.records.cases import CaseView, PublicationRow
    from sgdesk.records.papers import Paper
    from sgdesk.records.publications import PublicationParts
    from sgdesk.services.register import Register

_MARKS = {
    GateState.PASSED: Standing.MET,
    GateState.OPEN: Standing.WAITING,
    GateState.NOT_APPLICABLE: Standing.NOT_APPLICABLE,
}
_SIGNATURE = "Checked by: ______________________________   Date: ______________"


def publication_checklist(register: Register, view: CaseView, *, today: date) -> Paper:
    """Return the checklist of a review on its way to publication, to be gone through by hand."""
    draft = view.publication or PublicationDraft()
    parts = read_publication_parts(register, view.case_id)
    gates = gates_with(draft, parts)
    stops = stop_words(draft, gates, today=today) or "Nothing stops publication."
    return new_paper(
        register,
        f"Publication checklist: {view.reference}",
        (
            PaperText("What stops publication", (stops,)),
            _gate_table(gates),
            _date_table(view, draft),
            _pack_table(parts),
            PaperText("", (_SIGNATURE,)),
        ),
        today=today,
        file_stem="publication-checklist",
        summary=draft.title,
    )


def public_list_paper(register: Register, rows: Sequence[PublicationRow], *, today: date) -> Paper:
    """Return what is planned, what is on the public list and until when, and the archive."""
    planned = [row for row in rows if row.state == PLANNED]
    listed = sorted(
        (row for row in rows if row.state in (ON_LIST, LEAVING, TO_ARCHIVE)),
        key=lambda row: (row.leaves_on or today, row.reference),
    )
    archive = [row for row in rows if row.state == ARCHIVED]
    tables = (
        _list_table("On the public list, what leaves first on top", listed, "Leaves the list"),
        _list_table("Archive", archive, "Archived"),
        _planned_table(planned),
    )
    summary = f"{len(listed)} on the public list, {len(archive)} archived, {len(planned)} planned"
    return new_paper(
        register,
        "Public list and archive",
        tables,
        today=today,
        file_stem="public-list",
        summary=summary,
    )


def _gate_table(gates: Sequence[Gate]) -> PaperTable:
    return PaperTable(
        columns=(PaperColumn("Gate", 4), PaperColumn("Evidence", 4), PaperColumn("State", 2)),
        rows=tuple(
            PaperRow((gate.words, gate.evidence, GATE_WORDS[gate.state]), _MARKS[gate.state])
            for gate in gates
        ),
        title="Gates",
    )


def _date_table(view: CaseView, draft: PublicationDraft) -> PaperTable:
    standings = {row.code: row.standing_words for row in view.deadlines}
    slot = _timed(draft.web_slot_on, draft.web_slot_time)
    told = (
        ("Planned", _day(draft.planned_on), ""),
        ("Full report sent", _day(draft.copy_sent_on), standings.get("PUB-7", "")),
        ("Embargo until", embargo_words(draft), ""),
        ("Place on the website", slot, draft.web_address),
        ("Spokesperson", draft.spokesperson, ""),
        ("Published", _day(draft.published_on), ""),
        ("Deposited", _day(draft.deposited_on), standings.get("PUB-REP", "")),
    )
    return PaperTable(
        columns=(PaperColumn("Date", 3), PaperColumn("Recorded", 4), PaperColumn("Note", 3)),
        rows=tuple(PaperRow(one) for one in told),
        title="Dates",
    )


def _pack_table(parts: PublicationParts) -> PaperTable:
    rows = []
    for kind in PackFileKind:
        held = [one.draft for one in parts.pack if one.draft.kind is kind]
        rows += [
            PaperRow(
                (PACK_FILE_WORDS[kind], one.approved_by, f"Ready {short_date(one.ready_on)}"),
                Standing.MET,
            )
            if one.ready_on
            else PaperRow((PACK_FILE_WORDS[kind], one.approved_by, "Not ready"), Standing.WAITING)
            for one in held
        ]
        if not held:
            rows.append(PaperRow((PACK_FILE_WORDS[kind], "", "Missing"), Standing.WAITING))
    return PaperTable(
        columns=(PaperColumn("File", 4), PaperColumn("Approved by", 4), PaperColumn("State", 2)),
        rows=tuple(rows),
        title="Files of the pack",
    )


def _list_table(title: str, rows: Sequence[PublicationRow], last: str) -> PaperTable:
    is_archive = last == "Archived"
    return PaperTable(
        columns=(
            PaperColumn("Review", 5, is_quiet_below=True),
            PaperColumn("Published", 2),
            PaperColumn(last, 2),
            PaperColumn("Deposited", 2),
            PaperColumn("State", 3),
        ),
        rows=tuple(
            PaperRow(
                (
                    _named(row),
                    _short(row.published_on),
                    _short(row.archived_on if is_archive else row.leaves_on),
                    _short(row.deposited_on) or "Not recorded",
                    row.state if is_archive else row.standing_words,
                ),
                row.standing,
            )
            for row in rows
        ),
        title=title,
        note="" if rows else "None.",
    )


def _planned_table(rows: Sequence[PublicationRow]) -> PaperTable:
    return PaperTable(
        columns=(
            PaperColumn("Review", 5, is_quiet_below=True),
            PaperColumn("Planned for", 3),
            PaperColumn("Full report to the Panel", 4),
        ),
        rows=tuple(
            PaperRow((_named(row), _short(row.planned_on), row.standing_words), row.standing)
            for row in rows
        ),
        title="Planned",
        note="" if rows else "None.",
    )


def _named(row: PublicationRow) -> str:
    return row.reference if row.title == row.reference else f"{row.reference}\n{row.title}"


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def _short(day: date | None) -> str:
    return short_date(day) if day else ""


def _timed(day: date | None, time: str) -> str:
    return ", ".join(one for one in (_day(day), time) if one)
