"""The tables of a case: its deadlines, and the documents made of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sgdesk.domain.dates import day_and_month, long_date
from sgdesk.domain.standings import OPEN_STANDINGS, URGENCY, Standing
from sgdesk.records.cases import DocumentRow
from sgdesk.records.deadlines import DeadlineRow
from sgdesk.records.exports import document_words
from sgdesk.ui.models.columns import CellKind, Column
from sgdesk.ui.models.record_table import Group

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


def due_line(row: DeadlineRow) -> str:
    """Return the date by the rule, the agreed date and the next look; or why there is none."""
    if row.standing is Standing.NOT_APPLICABLE:
        return f"{row.note[:1].upper()}{row.note[1:]}"
    agreed = f"agreed {day_and_month(row.agreed_on)}" if row.agreed_on else ""
    look = row.look_words.removeprefix("next ")
    return ", ".join(part for part in (row.due_words, agreed, look) if part)


DEADLINE_COLUMNS = (
    Column[DeadlineRow](
        "What is due",
        lambda row: row.what,
        second=due_line,
        tooltip=lambda row: f"{row.what}\n{due_line(row)}",
        width=130,
        stretches=True,
        elides=True,
    ),
    Column[DeadlineRow](
        "State (working days)",
        lambda row: row.short_words.replace(" working day", " day"),
        standing=lambda row: row.standing,
        spoken=lambda row: row.standing_words,
        tooltip=lambda row: row.standing_words,
        kind=CellKind.STANDING,
        width=120,
    ),
)

DOCUMENT_COLUMNS = (
    Column[DocumentRow](
        "Document",
        lambda row: document_words(row.kind),
        second=lambda row: row.file_name,
        stretches=True,
    ),
    Column[DocumentRow]("Made", lambda row: local_time(row.made_at), lambda row: row.made_at),
    Column[DocumentRow]("By", lambda row: row.actor),
    Column[DocumentRow](
        "Identity check",
        lambda row: f"Answered for by {row.override_by}" if row.override_by else "",
        second=lambda row: row.override_reason,
        tooltip=lambda row: row.override_reason,
        width=200,
        elides=True,
    ),
)


def local_time(moment: datetime) -> str:
    """Return a UTC moment on the officer's clock, as "Mon 3 Oct 2022, 14:32"."""
    here = moment.astimezone()
    return f"{long_date(here.date())}, {here:%H:%M}"


def deadline_groups(rows: Sequence[DeadlineRow]) -> list[Group[DeadlineRow]]:
    """Return the deadlines as the side pane groups them, what needs a person first."""
    groups: dict[str, list[DeadlineRow]] = {
        title: [] for title in ("Open", "Waiting", "Done", "Does not apply")
    }
    for row in sorted(rows, key=lambda one: one.counts_to or date.max):
        groups[_group_title(row.standing)].append(row)
    return [Group(title, found) for title, found in groups.items() if found]


def _group_title(standing: Standing) -> str:
    if standing in OPEN_STANDINGS:
        return "Open"
    if standing in (Standing.WAITING, Standing.PAUSED):
        return "Waiting"
    return "Does not apply" if standing is Standing.NOT_APPLICABLE else "Done"


def most_pressing(rows: Sequence[DeadlineRow]) -> DeadlineRow | None:
    """Return the open deadline that needs a person first, else the first of all, or None."""
    open_rows = sorted(
        (row for row in rows if row.is_open),
        key=lambda row: (URGENCY.index(row.standing), row.counts_to or date.max),
    )
    return next(iter((*open_rows, *rows)), None)
