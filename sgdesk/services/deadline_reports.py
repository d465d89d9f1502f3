"""The deadline report: rows of a list on paper, in several orders, with or without working."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sgdesk.domain.case_dates import WORDS
from sgdesk.domain.dates import long_date, short_date
from sgdesk.domain.rule_packs import RULE_PACKS
from sgdesk.domain.rules import WEIGHT_WORDS, Phase
from sgdesk.domain.standings import Standing
from sgdesk.records.deadline_reports import ReportOptions, ReportOrder
from sgdesk.records.papers import PaperColumn, PaperRow, PaperTable
from sgdesk.services.deadlines import by_date
from sgdesk.services.papers import new_paper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.records.papers import Paper
    from sgdesk.services.register import Register

AS_SHOWN = ReportOptions()
NO_OWNER, NO_DATE, NO_AGENCY = "No owner", "No date", "The partnership"
_PLACES = {code: at for pack in RULE_PACKS.values() for at, code in enumerate(pack)}


def deadline_report(
    register: Register,
    rows: Sequence[DeadlineRow],
    *,
    today: date,
    title: str = "Deadlines",
    summary: str = "",
    options: ReportOptions = AS_SHOWN,
) -> Paper:
    """Return `rows` as a paper, ready to typeset, in the order that `options` names."""
    overdue = sum(row.standing is Standing.OVERDUE for row in rows)
    noun = "deadline" if len(rows) == 1 else "deadlines"
    sentence = f"{len(rows)} {noun} as at {long_date(today)}, {overdue} overdue."
    table = PaperTable(
        _COLUMNS,
        tuple(_paper_rows(register, rows, options, today)),
        note="" if rows else "There is no deadline to show.",
    )
    paper = new_paper(
        register,
        title,
        [table],
        today=today,
        file_stem="deadline-report",
        summary=f"{sentence} {summary}".strip(),
    )
    case_ids = dict.fromkeys(row.case_id for row in rows if row.case_id is not None)
    return replace(paper, is_landscape=options.is_landscape, case_ids=tuple(case_ids))


_COLUMNS = (
    PaperColumn("Case", 1.0),
    PaperColumn("What is due", 1.9, is_quiet_below=True),
    PaperColumn("Started", 1.35),
    PaperColumn("Due by the rule", 1.2),
    PaperColumn("Owner", 1.0),
    PaperColumn("Standing", 1.5),
)


def _paper_rows(
    register: Register, rows: Sequence[DeadlineRow], options: ReportOptions, today: date
) -> Iterator[PaperRow]:
    workings = _workings(register, rows, today) if options.with_working else {}
    for heading, held in _groups(rows, options.order):
        if heading:
            count = "1 deadline" if len(held) == 1 else f"{len(held)} deadlines"
            yield PaperRow((f"{heading} · {count}",), is_heading=True)
        for row in held:
            yield _paper_row(row)
            if working := workings.get(id(row)):
                yield PaperRow((working,), is_below=True)


def _workings(register: Register, rows: Sequence[DeadlineRow], today: date) -> dict[int, str]:
    from sgdesk.services.deadline_workings import worked_rows  # noqa: PLC0415 - lists do without

    return {id(one.row): one.working for one in worked_rows(register, rows, today=today)}


def _paper_row(row: DeadlineRow) -> PaperRow:
    started = f"{WORDS[row.trigger]} {short_date(row.trigger_on)}" if row.trigger_on else ""
    agreed = f"\nAgreed: {long_date(row.agreed_on)}" if row.agreed_on else ""
    cells = (
        row.reference,
        f"{row.what}\n{WEIGHT_WORDS[row.weight]}",
        started,
        f"{row.due_words}{agreed}",
        row.owner,
        row.standing_words,
    )
    return PaperRow(cells, row.standing)


def _groups(
    rows: Sequence[DeadlineRow], order: ReportOrder
) -> Iterator[tuple[str, Sequence[DeadlineRow]]]:
    """Yield the rows under their headings, earliest first; in the order given, all under none."""
    if order is ReportOrder.SHOWN:
        yield "", rows
        return
    key_of, words_of = _WAYS[order]
    groups: dict[object, list[DeadlineRow]] = {}
    for row in sorted(rows, key=lambda row: (key_of(row), by_date(row))):
        groups.setdefault(key_of(row), []).append(row)
    for held in groups.values():
        yield words_of(held[0]), held


def _monday(row: DeadlineRow) -> date:
    """Return the Monday of the week it counts to; the last day of all where there is none."""
    day = row.counts_to
    return day - timedelta(days=day.weekday()) if day else date.max


def _week_words(row: DeadlineRow) -> str:
    return f"Week of {long_date(_monday(row))}" if row.counts_to else NO_DATE


def _process_key(row: DeadlineRow) -> tuple[int, int, str, str]:
    phase = list(Phase).index(row.phase)
    return phase, _PLACES.get(row.code, len(_PLACES)), row.code, row.title


def _rule_words(row: DeadlineRow) -> str:
    return f"{row.title} ({WEIGHT_WORDS[row.weight].lower()})"


_WAYS: dict[
    ReportOrder, tuple[Callable[[DeadlineRow], tuple[object, ...]], Callable[[DeadlineRow], str]]
] = {
    ReportOrder.DATE: (lambda _row: (), lambda _row: ""),
    ReportOrder.CASE: (
        lambda row: (row.case_id is None, row.reference, str(row.case_id)),
        lambda row: row.reference,
    ),
    ReportOrder.OWNER: (
        lambda row: (not row.owner, row.owner.casefold(), row.owner),
        lambda row: row.owner or NO_OWNER,
    ),
    ReportOrder.AGENCY: (
        lambda row: (bool(row.agency), row.agency.casefold(), row.agency),
        lambda row: row.agency or NO_AGENCY,
    ),
    ReportOrder.WEEK: (lambda row: (_monday(row),), _week_words),
    ReportOrder.RULE: (_process_key, _rule_words),
}
"""What a group has in common, as a key to sort by, and its heading."""
