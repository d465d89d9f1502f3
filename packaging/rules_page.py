"""Write the page of deadline rules from the rules: `python packaging/rules_page.py`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sgdesk.config.calendars import ANNOUNCED_TO, working_calendar
from sgdesk.domain.case_dates import FIELD_WORDS
from sgdesk.domain.counting import COUNTING_WORDS, Counting
from sgdesk.domain.dates import full_date, long_date
from sgdesk.domain.editions import IN_FORCE_FROM, Edition
from sgdesk.domain.explanations import explain
from sgdesk.domain.notifications import KIND_WORDS
from sgdesk.domain.rule_packs import RULE_CODES, RULE_PACKS
from sgdesk.domain.rules import ALL_KINDS, WEIGHT_WORDS, Phase, Rule
from sgdesk.domain.timetables import INSIDE_15, OTHER_LOCAL

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).resolve().parents[1] / "docs/rules.md"
HEADINGS = {
    Phase.NOTIFICATION: "Notification",
    Phase.RAPID_REVIEW: "Rapid Review",
    Phase.LOCAL_REVIEW: "Local review",
    Phase.PUBLICATION: "Before publication",
    Phase.PUBLIC_LIST: "After publication",
    Phase.PARTNERSHIP: "The partnership",
    Phase.ACTION: "Actions",
}
WORKED = (
    ("RR-15", date(2022, 9, 9)),
    ("SIN-5", date(2026, 8, 29)),
    ("PUB-7", date(2026, 6, 3)),
    ("LR-6M", date(2025, 8, 31)),
)
"""Rules and trigger dates of the examples."""
ABOUT = """\
# Deadline rules

This page is written from the rules that the program counts by, with
`.venv/bin/python packaging/rules_page.py`. A test fails when page and rules differ.

The program counts; the partnership decides. Where a row says *to be confirmed*, the rule or its
period is not taken from a source that could be read in full. The program then says beside the
date: ask your partnership before you rely on it.

The periods below are the program's own. A partnership can change those that no law fixes, in
*Settings*, *Local timetable*: the days inside the 15 working days
({inside}),
and {others}. It can add milestones of its own inside the
15 days. A timetable holds for cases that are notified from its first day on; a case keeps the one
it began under. The 15 days themselves, and what the Act and the statutory guidance set, are not
changed there.
"""
COUNTING = """\
## How days are counted

- A working day is Monday to Friday and no bank holiday in England and Wales. A day on which the
  office is closed is still a working day.
- Bank holidays come from the `holidays` library and are officially announced up to {announced}.
  After that the program says that a date may still change. The partnership can add or take out
  days, and say that it has compared a further year with the official list.
- A period before a date counts backwards from that date as day 0.
- A period of months ends on the same day number, or on the last day of a shorter month. It is
  not moved to a working day; the last working day before it is named beside it.
- An agreed date can stand beside the date by the rule. It never hides it.

No statute says which day is day 1. The partnership chooses one reading, and every report prints
it:
"""
NOT_YET = {"ACT": "No case has this deadline yet: the program does not keep actions."}


def main() -> int:
    """Write the page and return 0."""
    PAGE.write_text(page(), encoding="utf-8")
    return 0


def page() -> str:
    """Return the page as the rules stand, with worked examples."""
    about = ABOUT.format(inside=_listed(INSIDE_15), others=_listed(OTHER_LOCAL))
    return "\n".join((about, *_tables(), *_editions(), *_counting(), *_examples(), *_open_points()))


def _listed(codes: tuple[str, ...]) -> str:
    return ", ".join(f"`{code}`" for code in codes)


def newest(code: str) -> Rule:
    """Return the rule as the latest edition that has it holds it."""
    return [pack[code] for pack in RULE_PACKS.values() if code in pack][-1]


def _tables() -> Iterator[str]:
    rules = [newest(code) for code in RULE_CODES]
    for phase, heading in HEADINGS.items():
        yield f"## {heading}\n"
        yield "| code | what is due | period | done by | weight | source |"
        yield "|---|---|---|---|---|---|"
        for rule in rules:
            if rule.phase is phase:
                yield _row(rule)
        yield ""
        notes = [f"- **{rule.code}**: {note}" for rule in rules for note in _notes(rule, phase)]
        if notes:
            yield "\n".join(notes) + "\n"


def _row(rule: Rule) -> str:
    done_by = FIELD_WORDS[rule.completed_by] if rule.completed_by else "nothing: it passes"
    period = rule.period if rule.is_confirmed else f"{rule.period} (*to be confirmed*)"
    cells = (rule.code, rule.title, period, done_by, WEIGHT_WORDS[rule.weight], rule.source)
    return f"| {' | '.join(cells)} |"


def _notes(rule: Rule, phase: Phase) -> list[str]:
    if rule.phase is not phase:
        return []
    notes = [note for note in (rule.weight_note, NOT_YET.get(rule.code)) if note]
    if rule.kinds != ALL_KINDS:
        kinds = " and ".join(sorted(KIND_WORDS[kind] for kind in rule.kinds))
        notes.append(f"Only for: {kinds}.")
    first = next(edition for edition, pack in RULE_PACKS.items() if rule.code in pack)
    if first is not next(iter(Edition)):
        notes.append(f"Since {first.label}.")
    if rule.owner:
        notes.append(f"Done by: {rule.owner}.")
    return [" ".join(notes)] if notes else []


def _editions() -> Iterator[str]:
    yield "## Editions of the guidance\n"
    yield (
        "A case keeps the edition of *Working Together to Safeguard Children* that was in force "
        "on its trigger date: the first known of the aware date, the notified date, the date of "
        "the decision to initiate and the publication date. The officer can choose another one "
        "and says why.\n"
    )
    yield "| edition | taken to be in force from | rules |"
    yield "|---|---|---|"
    for edition, first in IN_FORCE_FROM.items():
        yield f"| {edition.label} | {full_date(first)} | {len(RULE_PACKS[edition])} |"
    yield ""


def _counting() -> Iterator[str]:
    yield COUNTING.format(announced=full_date(ANNOUNCED_TO))
    for counting in Counting:
        default = " (as long as nothing else is chosen)" if counting is Counting.DAY_AFTER else ""
        yield f"- {COUNTING_WORDS[counting]}{default}"
    yield ""


def _examples() -> Iterator[str]:
    calendar = working_calendar()
    yield "## Worked examples\n"
    yield "| rule | from | due | the working, as the program prints it |"
    yield "|---|---|---|---|"
    for code, trigger_on in WORKED:
        worked = explain(newest(code), trigger_on, calendar, Counting.DAY_AFTER)
        due = long_date(worked.due) if worked.due else ""
        yield f"| {code} | {long_date(trigger_on)} | {due} | {worked.sentence} |"
    yield ""


def _open_points() -> Iterator[str]:
    yield "## To be confirmed\n"
    first = full_date(IN_FORCE_FROM[Edition.WT2026])
    yield f"- **{Edition.WT2026.label}**, in force from {first}: inferred from its file’s date."
    for code in RULE_CODES:
        rule = newest(code)
        if not rule.is_confirmed:
            yield f"- **{code}**, {rule.title}: {rule.period}."
    yield ""


if __name__ == "__main__":
    sys.exit(main())
