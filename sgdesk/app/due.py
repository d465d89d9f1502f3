"""`due`: the date by a rule and its working, for one trigger or a stream of them."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from sgdesk.app.clock import current_day
from sgdesk.config.calendars import working_calendar
from sgdesk.config.paths import own_folders
from sgdesk.domain.counting import Counting, counting_sentence
from sgdesk.domain.date_entry import read_date
from sgdesk.domain.dates import long_date
from sgdesk.domain.editions import Edition, edition_on
from sgdesk.domain.explanations import Explanation, explain
from sgdesk.domain.rule_packs import RULE_CODES, RULE_PACKS
from sgdesk.domain.rules import WEIGHT_WORDS, Rule
from sgdesk.errors import UserError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from datetime import date

    from sgdesk.domain.calendar import WorkingCalendar

_PARTS = 2


def print_due(options: argparse.Namespace) -> int:
    """Print the due date of the options' rule and date, or of each line of standard input."""
    calendar = working_calendar(own_folders().make().cache)
    edition = Edition(options.edition) if options.edition else None
    counting = Counting(options.counting)
    if options.code == "-":
        return _print_lines(sys.stdin, edition, counting, calendar)
    if options.date is None:
        raise UserError("Give the trigger date after the code, as in: due RR-15 2022-09-09")
    explanation = explain_typed(options.code, options.date, edition, counting, calendar)
    print(as_json(explanation) if options.json else _in_words(explanation))
    return 0


def _print_lines(
    lines: Iterable[str], edition: Edition | None, counting: Counting, calendar: WorkingCalendar
) -> int:
    """Print one line for each: the ISO date, `none` for a task, or what is wrong."""
    status = 0
    for line in lines:
        parts = line.split(maxsplit=1)
        if not parts:
            continue
        try:
            if len(parts) != _PARTS:
                raise UserError("each line needs a code and a date")  # noqa: TRY301
            due = explain_typed(parts[0], parts[1], edition, counting, calendar).due
            print(due.isoformat() if due else "none")
        except UserError as error:
            print(f"error: {error}")
            status = 1
    return status


def explain_typed(
    code: str,
    typed: str,
    edition: Edition | None,
    counting: Counting,
    calendar: WorkingCalendar,
) -> Explanation:
    """Return the working of a rule from a date as typed. Raises `UserError`."""
    reading = read_date(typed, today=current_day(), calendar=calendar)
    if reading.value is None:
        raise UserError(reading.problem or f"{reading.question} Type all four digits.")
    rule = rule_of(code.upper(), reading.value, edition)
    return explain(rule, reading.value, calendar, counting)


def rule_of(code: str, trigger_on: date, edition: Edition | None) -> Rule:
    """Return the rule as the edition holds it: the one asked for, else in force on the day.

    A rule that came with a later edition than the one in force is taken from that one.
    """
    if code not in RULE_CODES:
        raise UserError(f"There is no rule {code}. The rules are: {', '.join(RULE_CODES)}.")
    if edition is not None:
        if code not in RULE_PACKS[edition]:
            raise UserError(f"{edition.label} has no rule {code}.")
        return RULE_PACKS[edition][code]
    in_force = edition_on(trigger_on)
    later = [pack for name, pack in RULE_PACKS.items() if name >= in_force and code in pack]
    return later[0][code]


def _in_words(explanation: Explanation) -> str:
    rule, due = explanation.rule, explanation.due
    first = f"{due.isoformat()}  {long_date(due)}" if due else "none"
    confirmed = "" if rule.is_confirmed else " To be confirmed with your partnership."
    return "\n".join(
        (
            first,
            explanation.sentence,
            f"{rule.code}: {rule.title}. {rule.period[:1].upper()}{rule.period[1:]}.",
            f"{WEIGHT_WORDS[rule.weight]}. {rule.source}. {rule.edition.label}.{confirmed}",
            counting_sentence(explanation.counting),
        )
    )


def as_json(explanation: Explanation) -> str:
    """Return the working as one JSON object, dates in ISO form."""
    rule = explanation.rule
    return json.dumps(
        {
            "code": rule.code,
            "title": rule.title,
            "trigger": rule.trigger.value,
            "trigger_date": explanation.trigger_on.isoformat(),
            "due": explanation.due.isoformat() if explanation.due else None,
            "period": rule.period,
            "weight": rule.weight.value,
            "source": rule.source,
            "edition": rule.edition.value,
            "is_confirmed": rule.is_confirmed,
            "counting": explanation.counting.value,
            "skipped": [
                {"day": item.day.isoformat(), "bank_holiday": item.holiday or None}
                for item in explanation.skipped
            ],
            "explanation": explanation.sentence,
        },
        ensure_ascii=False,
    )
