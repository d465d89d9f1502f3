"""Every rule under every counting setting, against dates that numpy alone works out."""

from __future__ import annotations

import random
from datetime import date, timedelta

import numpy as np
import pytest

from sgdesk.config.calendars import working_calendar
from sgdesk.domain.counting import Counting
from sgdesk.domain.deadlines import due_date
from sgdesk.domain.explanations import explain
from sgdesk.domain.rule_packs import RULE_PACKS
from sgdesk.domain.rules import Direction, Rule, Unit

CALENDAR = working_calendar()
BUSY = np.busdaycalendar(holidays=[np.datetime64(day) for day in CALENDAR.bank_holidays])
RULES = list({rule.code: rule for pack in RULE_PACKS.values() for rule in pack.values()}.values())
FIRST, DAYS = date(2019, 1, 1), (date(2030, 12, 31) - date(2019, 1, 1)).days
_RANDOM = random.Random(2019)  # noqa: S311 - the same days in every run
TRIGGERS = [FIRST + timedelta(days=_RANDOM.randrange(DAYS + 1)) for _ in range(10_000)]


def numpys(rule: Rule, trigger: np.datetime64, counting: Counting) -> np.datetime64 | None:
    """Return the date by `rule` from numpy's calendar arithmetic, nothing of the program's."""
    is_busy = bool(np.is_busday(trigger, busdaycal=BUSY))
    match rule.unit:
        case Unit.WORKING_DAYS if rule.direction is Direction.BEFORE:
            return np.busday_offset(trigger, -rule.count, roll="forward", busdaycal=BUSY)
        case Unit.WORKING_DAYS if counting is Counting.DEEMED_NEXT and not is_busy:
            return np.busday_offset(trigger, rule.count, roll="forward", busdaycal=BUSY)
        case Unit.WORKING_DAYS:
            earlier = int(counting is Counting.TRIGGER_IS_DAY_1 and is_busy)
            return np.busday_offset(trigger, rule.count - earlier, roll="backward", busdaycal=BUSY)
        case Unit.MONTHS | Unit.YEARS:
            months = rule.count * (12 if rule.unit is Unit.YEARS else 1)
            month = trigger.astype("datetime64[M]") + months
            number = trigger - trigger.astype("datetime64[M]").astype("datetime64[D]")
            last = (month + 1).astype("datetime64[D]") - 1
            return min(month.astype("datetime64[D]") + number, last)
        case Unit.TASK:
            return None
    return trigger


@pytest.mark.parametrize("counting", list(Counting))
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_ten_thousand_triggers_fall_due_on_the_day_that_numpy_says(rule, counting):
    wrong = [
        (trigger, due, numpys_due)
        for trigger in TRIGGERS
        if (due := due_date(rule, trigger, CALENDAR, counting))
        != ((numpys_due := numpys(rule, np.datetime64(trigger), counting)) and numpys_due.item())
    ]
    assert wrong == []


@pytest.mark.parametrize("counting", list(Counting))
@pytest.mark.parametrize(
    "rule", [one for one in RULES if one.unit is Unit.WORKING_DAYS], ids=lambda rule: rule.code
)
def test_the_days_skipped_are_what_calendar_days_have_over_working_days(rule, counting):
    for trigger in TRIGGERS[::10]:
        working = explain(rule, trigger, CALENDAR, counting)
        first, last = sorted((trigger, working.due))
        begin, end = np.datetime64(first), np.datetime64(last)
        busy = int(np.busday_count(begin + 1, end + 1, busdaycal=BUSY))
        if rule.direction is Direction.BEFORE:
            busy = int(np.busday_count(begin, end, busdaycal=BUSY))
        assert len(working.skipped) == (last - first).days - busy, trigger
