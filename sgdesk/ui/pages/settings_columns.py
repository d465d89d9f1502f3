"""The columns of the tables in the settings."""

from __future__ import annotations

from sgdesk.domain.dates import day_and_month
from sgdesk.domain.partnerships import CalendarChangeKind
from sgdesk.domain.rules import WEIGHT_WORDS, Rule
from sgdesk.records.settings import AgencyRow, CalendarRow
from sgdesk.ui.models.columns import CellKind, Column

_CHANGES = {
    CalendarChangeKind.ADDED: "Bank holiday, added",
    CalendarChangeKind.REMOVED: "Taken out: counted",
    CalendarChangeKind.CLOSURE: "Office closed: counted",
}


def calendar_words(row: CalendarRow) -> str:
    """Return what a day of the calendar is, in short."""
    if row.change is not None:
        return _CHANGES[row.change.kind]
    return "Bank holiday" if row.is_announced else "Bank holiday, not announced yet"


CALENDAR_COLUMNS = (
    Column[CalendarRow](
        "Day",
        lambda row: day_and_month(row.day),
        lambda row: row.day,
        kind=CellKind.STRONG,
        width=90,
    ),
    Column[CalendarRow](
        "Name",
        lambda row: row.name,
        tooltip=lambda row: f"{row.name} (instead of {row.official})" if row.official else row.name,
        width=140,
        stretches=True,
        elides=True,
    ),
    Column[CalendarRow]("What it is", calendar_words, kind=CellKind.MUTED, width=150, elides=True),
)

AGENCY_COLUMNS = (
    Column[AgencyRow](
        "Agency",
        lambda row: row.draft.name,
        lambda row: row.draft.name.casefold(),
        kind=CellKind.STRONG,
        width=180,
        stretches=True,
        elides=True,
    ),
    Column[AgencyRow]("Kind", lambda row: row.draft.kind, width=110, elides=True),
    Column[AgencyRow](
        "Asked for returns", lambda row: "Yes" if row.draft.is_active else "No longer", width=120
    ),
)

RULE_COLUMNS = (
    Column[Rule](
        "Code", lambda rule: "Own" if rule.is_own else rule.code, kind=CellKind.STRONG, width=90
    ),
    Column[Rule](
        "What is due",
        lambda rule: rule.name,
        second=lambda rule: rule.period,
        tooltip=lambda rule: f"{rule.title}\n{rule.weight_note}".strip(),
        width=220,
        stretches=True,
        elides=True,
    ),
    Column[Rule](
        "Weight and source",
        lambda rule: WEIGHT_WORDS[rule.weight],
        second=lambda rule: rule.source,
        tooltip=lambda rule: rule.source,
        width=220,
        stretches=True,
        elides=True,
    ),
    Column[Rule](
        "Confirmed", lambda rule: "Yes" if rule.is_confirmed else "To be confirmed", width=110
    ),
)
