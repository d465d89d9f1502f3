"""The action plan by agency, ready to typeset."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date
from sgdesk.domain.learning import PLAN_WORDS, STATUS_WORDS
from sgdesk.domain.learning_numbers import number_key
from sgdesk.domain.standings import Standing
from sgdesk.records.papers import PaperColumn, PaperRow, PaperTable
from sgdesk.services.papers import new_paper

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from sgdesk.records.learning import ActionRow
    from sgdesk.records.papers import Paper
    from sgdesk.services.register import Register

_PARTNERSHIP = "The partnership"
_COLUMNS = (
    PaperColumn("No.", 6),
    PaperColumn("Action", 36, is_quiet_below=True),
    PaperColumn("Owner", 16),
    PaperColumn("Due", 14, is_quiet_below=True),
    PaperColumn("Evidence", 11),
    PaperColumn("Standing", 17, is_quiet_below=True),
)


def action_plan(
    register: Register,
    rows: Sequence[ActionRow],
    *,
    today: date,
    title: str = "Action plan by agency",
    summary: str = "",
) -> Paper:
    """Return `rows` as a paper with one table for each agency, by case and number.

    The first due date stands below a revised one. A plan of one case does not repeat its
    reference, which belongs into the title then.
    """
    by_agency = sorted(rows, key=lambda row: (bool(row.agency), row.agency.casefold()))
    names_cases = len({row.case_id for row in rows}) > 1
    tables = [
        _table(agency, list(held), names_cases=names_cases)
        for agency, held in groupby(by_agency, lambda row: row.agency)
    ]
    overdue = sum(row.standing is Standing.OVERDUE for row in rows)
    closed = sum(not row.is_open for row in rows)
    noun = "action" if len(rows) == 1 else "actions"
    counts = f"{len(rows)} {noun} as at {long_date(today)}: {overdue} overdue, {closed} closed."
    paper = new_paper(
        register,
        title,
        tables,
        today=today,
        file_stem="action-plan",
        summary=f"{counts} {summary}".strip(),
    )
    spoken_of = tuple(dict.fromkeys(row.case_id for row in rows))
    return replace(paper.in_landscape(), case_ids=spoken_of)


def _table(agency: str, rows: Sequence[ActionRow], *, names_cases: bool) -> PaperTable:
    overdue = sum(row.standing is Standing.OVERDUE for row in rows)
    note = f"{len(rows)} in all, {overdue} overdue" if overdue else f"{len(rows)} in all"
    lines = tuple(_lines(rows, names_cases=names_cases))
    return PaperTable(_COLUMNS, lines, agency or _PARTNERSHIP, note)


def _lines(rows: Iterable[ActionRow], *, names_cases: bool) -> Iterator[PaperRow]:
    by_case = sorted(rows, key=lambda row: (row.reference, number_key(row.number)))
    for reference, held in groupby(by_case, lambda row: row.reference):
        if names_cases:
            yield PaperRow((reference,), is_heading=True)
        for row in held:
            yield PaperRow(_cells(row), row.standing)


def _cells(row: ActionRow) -> tuple[str, ...]:
    due = long_date(row.counts_to) if row.counts_to else "No date"
    if row.revised_on is not None and row.due_on is not None:
        due = f"{due}\nfirst {long_date(row.due_on)}"
    none = "None yet" if row.is_open else "None"
    evidence = f"{row.evidence} held" if row.evidence else none
    if row.impacts:
        evidence = f"{evidence}, impact known"
    standing, status = row.standing_words, STATUS_WORDS[row.status]
    return (
        row.number,
        f"{row.text}\n{PLAN_WORDS[row.plan]}",
        row.owner,
        due,
        evidence,
        standing if standing == status else f"{standing}\n{status}",
    )
