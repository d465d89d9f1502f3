"""What the Today page says, on one page of paper."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from sgdesk.domain.dates import day_and_month, long_date
from sgdesk.domain.family import lowered
from sgdesk.domain.rules import Weight
from sgdesk.domain.standings import Standing
from sgdesk.records.paper_calendars import BoxSize, PaperCalendar, PaperNote
from sgdesk.records.papers import PaperColumn, PaperRow, PaperTable, PaperText
from sgdesk.records.shares import shown_of
from sgdesk.services.calendar_weeks import Told, weeks_between
from sgdesk.services.one_page import on_one_page
from sgdesk.services.papers import new_paper

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from sgdesk.records.deadlines import DayLoad, DeadlineRow
    from sgdesk.records.papers import Paper
    from sgdesk.records.today import TodayView
    from sgdesk.services.register import Register

    _Group = tuple[str, tuple[DeadlineRow, ...]]
    """The title of a group, and its deadlines."""

_MOST = 60
"""Lines in sum: more never stand on a page."""
_MOST_OWNERS = 6
_COLUMNS = (
    PaperColumn("Case", 1.0),
    PaperColumn("What is due", 1.7),
    PaperColumn("Due", 1.05),
    PaperColumn("Who", 1.4),
    PaperColumn("Standing", 2.1),
)
_LONGEST = 60
_LONGEST_CELLS = (24, 26, 20, 22, 40)
"""Letters at most: titles and actions can be whole sentences."""
_WEIGHT_WORDS = {
    Weight.DUTY: "duty",
    Weight.STATUTORY_GUIDANCE: "statutory",
    Weight.PANEL_EXPECTATION: "Panel",
    Weight.LOCAL_PRACTICE: "local",
}
_WEEKS = "Coming six weeks: deadlines of each day by weight"


def today_sheet(register: Register, view: TodayView, *, today: date) -> Paper:
    """Return what the Today page says, always on one page: the longest groups are cut."""
    return on_one_page(lambda lines: _paper(register, view, lines, today), _MOST)


def _paper(register: Register, view: TodayView, lines: int, today: date) -> Paper:
    """Return the paper with `lines` of deadlines and of people not to contact, in sum."""
    groups = _groups(view)
    shares = _shared_out([len(view.no_contacts), *(len(rows) for _, rows in groups)], lines)
    contacts = shown_of(len(view.no_contacts), shares[0])
    cuts = [shown_of(len(rows), cut) for (_, rows), cut in zip(groups, shares[1:], strict=True)]
    told = [row.case_id for (_, rows), cut in zip(groups, cuts, strict=True) for row in rows[:cut]]
    told += [held.case_id for held in view.no_contacts[:contacts]]
    paper = new_paper(
        register,
        f"Today, {long_date(view.today)}",
        (
            _no_contacts(view, contacts),
            _deadlines(groups, cuts),
            PaperText("", (_waiting(view), *_list_window(view), _since(view))),
            _weeks(register, view),
        ),
        today=today,
        file_stem="today",
        summary=_summary(view),
    )
    return replace(paper, case_ids=tuple(dict.fromkeys(one for one in told if one is not None)))


def _shared_out(lengths: Sequence[int], lines: int) -> list[int]:
    """Return how many of `lines` each group gets: the longest are cut, the first last."""
    shares = [0] * len(lengths)
    left = lines
    while left:
        open_groups = [at for at, length in enumerate(lengths) if shares[at] < length]
        if not open_groups:
            break
        for at in open_groups[:left]:
            shares[at] += 1
        left -= min(left, len(open_groups))
    return shares


def _summary(view: TodayView) -> str:
    kind = "Working day" if view.is_working_day else "Not a working day"
    named = f"{view.holiday}: {kind[:1].lower()}{kind[1:]}" if view.holiday else kind
    return (
        f"{named}. {len(view.overdue)} overdue, {len(view.due_today)} due today, "
        f"{len(view.due_soon)} in the next five working days, "
        f"{len(view.waiting_on_others)} waiting on others."
    )


def _groups(view: TodayView) -> list[_Group]:
    groups = [("Overdue", view.overdue), ("Due today", view.due_today)]
    if view.looks:
        groups.append(("Look again at a pause", view.looks))
    groups.append((f"Next five working days, to {day_and_month(view.soon_until)}", view.due_soon))
    return groups


def _deadlines(groups: Sequence[_Group], cuts: Sequence[int]) -> PaperTable:
    rows: list[PaperRow] = []
    for (title, group), cut in zip(groups, cuts, strict=True):
        count = str(len(group)) if group else "none"
        rows.append(PaperRow((f"{title}: {count}",), is_heading=True))
        rows += [_row(row) for row in group[:cut]]
        if len(group) > cut > 0:
            rows.append(PaperRow((f"and {len(group) - cut} more",), is_below=True))
    return PaperTable(_COLUMNS, tuple(rows), is_tight=True)


def _row(row: DeadlineRow) -> PaperRow:
    due = long_date(row.counts_to) if row.counts_to else row.due_words
    texts = (row.reference, row.what, due, row.owner, row.short_words)
    return PaperRow(tuple(map(_cut, texts, _LONGEST_CELLS)), row.standing)


def _cut(text: str, most: int = _LONGEST) -> str:
    """Return the text on one line of at most `most` letters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def _no_contacts(view: TodayView, most: int) -> PaperText:
    """Return who is left alone and until when. The reason stays in the register."""
    if not view.no_contacts:
        nobody = "Do not contact: nobody has to be left alone today or in the coming days."
        return PaperText("", (nobody,))
    lines = [
        f"{_cut(held.who)}, {lowered(held.words.partition(': ')[0])}"
        for held in view.no_contacts[:most]
    ]
    if len(view.no_contacts) > most:
        lines.append(f"and {len(view.no_contacts) - most} more")
    return PaperText("Do not contact", tuple(lines), is_list=True)


def _waiting(view: TodayView) -> str:
    """Return for how many of the deadlines above somebody else has to act, and who."""
    rows = view.waiting_on_others
    if not rows:
        return "Waiting on others: nobody."
    late = sum(row.standing is Standing.OVERDUE for row in rows)
    owners = Counter(_cut(row.owner) for row in rows).most_common()
    shown = shown_of(len(owners), _MOST_OWNERS)
    named = [f"{owner} {count}" for owner, count in owners[:shown]]
    if len(owners) > shown:
        named.append(f"and {len(owners) - shown} more")
    overdue = f"{late} of them" if late else "none of them"
    return f"Waiting on others for {len(rows)}, {overdue} overdue: {', '.join(named)}."


def _weeks(register: Register, view: TodayView) -> PaperCalendar:
    if not view.weeks:
        return PaperCalendar((), _WEEKS)
    notes = {load.day: tuple(_load(load, view.today)) for load in view.weeks}
    first, last = view.weeks[0].day, view.weeks[-1].day
    weeks = weeks_between(first, last, Told(notes), register.calendar, today=view.today)
    return PaperCalendar(tuple(weeks), _WEEKS, most_lines=3, size=BoxSize.SMALL)


def _load(load: DayLoad, today: date) -> Iterator[PaperNote]:
    if not load.weights:
        return
    counts = Counter(load.weights)
    weights = [weight for weight in _WEIGHT_WORDS if counts[weight]]
    by_weight = ", ".join(f"{counts[weight]} {_WEIGHT_WORDS[weight]}" for weight in weights)
    if len(weights) == 1:
        by_weight = _WEIGHT_WORDS[weights[0]]
    standing = Standing.OVERDUE if load.day < today else None
    if load.day == today:
        standing = Standing.DUE_TODAY
    yield PaperNote(f"{len(load.weights)} due: {by_weight}", standing)


def _list_window(view: TodayView) -> Iterator[str]:
    """Yield how many reviews have left the public list or leave it soon, where there are any."""
    left = sum(one.has_left for one in view.list_window)
    leaving = len(view.list_window) - left
    parts = []
    if left:
        parts.append(f"{left} {'has' if left == 1 else 'have'} left it and must be archived")
    if leaving:
        parts.append(f"{leaving} {'leaves' if leaving == 1 else 'leave'} it in the next 3 months")
    if parts:
        first, *more = (one.reference for one in view.list_window)
        named = f"{first} first" if more else first
        yield f"Reviews on the public list: {', '.join(parts)}: {named}."


def _moved(view: TodayView) -> str:
    if not view.moved:
        return ""
    number = len(view.moved)
    return f" {number} due {'date was' if number == 1 else 'dates were'} moved."


def _since(view: TodayView) -> str:
    if view.opened_before is None:
        return "Since you last opened: this is the first time."
    changes = f"{len(view.since)} change{'' if len(view.since) == 1 else 's'}"
    noun = "date has" if view.became_overdue == 1 else "dates have"
    late = f"{view.became_overdue or 'no'} {noun} become overdue"
    day = long_date(view.opened_before.date())
    return f"Since you last opened, {day}: {changes}, and {late}.{_moved(view)}"
