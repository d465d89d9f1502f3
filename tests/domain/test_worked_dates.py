"""Dates worked by hand: the figures every other part of the program rests on."""

from __future__ import annotations

from datetime import date

import pytest

from sgdesk.config.calendars import working_calendar
from sgdesk.domain.counting import Counting, counting_sentence
from sgdesk.domain.deadlines import due_date
from sgdesk.domain.editions import Edition
from sgdesk.domain.explanations import DayMark, explain
from sgdesk.domain.rule_packs import RULE_PACKS

CALENDAR = working_calendar()
RULES = RULE_PACKS[Edition.WT2026]


@pytest.mark.parametrize(
    ("code", "trigger", "due"),
    [
        ("SIN-5", date(2022, 9, 9), date(2022, 9, 16)),
        ("RR-15", date(2022, 9, 9), date(2022, 10, 3)),
        ("RR-15", date(2023, 4, 21), date(2023, 5, 16)),
        ("RR-15", date(2025, 12, 19), date(2026, 1, 14)),
        ("SIN-5", date(2025, 12, 23), date(2026, 1, 2)),
        ("SIN-5", date(2026, 4, 2), date(2026, 4, 13)),
        ("RR-15", date(2026, 4, 2), date(2026, 4, 27)),
        ("SIN-5", date(2026, 3, 28), date(2026, 4, 7)),
        ("RR-15", date(2026, 3, 28), date(2026, 4, 21)),
        ("SIN-5", date(2026, 8, 29), date(2026, 9, 7)),
        ("SIN-5", date(2026, 12, 24), date(2027, 1, 5)),
        ("SIN-5", date(2026, 12, 25), date(2027, 1, 5)),
        ("SIN-5", date(2020, 5, 1), date(2020, 5, 11)),
        ("PUB-7", date(2024, 12, 17), date(2024, 12, 6)),
        ("PUB-7", date(2026, 4, 14), date(2026, 4, 1)),
        ("PUB-7", date(2026, 1, 7), date(2025, 12, 24)),
        ("PUB-7", date(2026, 6, 3), date(2026, 5, 22)),
        ("LR-6M", date(2025, 8, 31), date(2026, 2, 28)),
        ("LR-6M", date(2025, 8, 30), date(2026, 2, 28)),
        ("LR-6M", date(2025, 8, 29), date(2026, 2, 28)),
        ("LR-6M", date(2025, 10, 31), date(2026, 4, 30)),
        ("LR-6M", date(2025, 12, 31), date(2026, 6, 30)),
        ("PUB-1Y", date(2024, 2, 29), date(2025, 2, 28)),
        ("PUB-3Y", date(2024, 6, 12), date(2027, 6, 12)),
        ("RR-COPY", date(2026, 11, 21), date(2026, 11, 21)),
        ("ACT", date(2026, 11, 21), date(2026, 11, 21)),
        ("LR-DELAY", date(2026, 11, 21), None),
    ],
)
def test_worked_date(code, trigger, due):
    assert due_date(RULES[code], trigger, CALENDAR, Counting.DAY_AFTER) == due


@pytest.mark.parametrize(
    ("counting", "trigger", "due"),
    [
        (Counting.DEEMED_NEXT, date(2026, 3, 28), date(2026, 4, 8)),
        (Counting.DEEMED_NEXT, date(2026, 4, 2), date(2026, 4, 13)),
        (Counting.TRIGGER_IS_DAY_1, date(2026, 3, 28), date(2026, 4, 7)),
        (Counting.TRIGGER_IS_DAY_1, date(2026, 4, 2), date(2026, 4, 10)),
    ],
)
def test_the_other_readings_of_the_trigger_day(counting, trigger, due):
    assert due_date(RULES["SIN-5"], trigger, CALENDAR, counting) == due
    assert "day 1" in counting_sentence(counting) or "day 0" in counting_sentence(counting)


def sentence(code, trigger, counting=Counting.DAY_AFTER, calendar=CALENDAR):
    return explain(RULES[code], trigger, calendar, counting).sentence


def test_the_state_funeral_is_named_where_it_was_skipped():
    assert sentence("RR-15", date(2022, 9, 9)) == (
        "Notified Fri 9 Sep 2022 (day 0). Day 15 = Mon 3 Oct 2022. Skipped: 8 weekend days "
        "and Mon 19 Sep 2022 (State Funeral of Queen Elizabeth II)."
    )


def test_a_count_backwards_says_so_and_skips_easter():
    assert sentence("PUB-7", date(2026, 4, 14)) == (
        "Planned publication Tue 14 Apr 2026 (day 0). 7 working days before = Wed 1 Apr 2026. "
        "Skipped: 4 weekend days, Fri 3 Apr 2026 (Good Friday) and Mon 6 Apr 2026 (Easter Monday)."
    )


def test_a_planned_publication_on_a_weekend_is_not_itself_skipped():
    explanation = explain(RULES["PUB-7"], date(2026, 11, 22), CALENDAR, Counting.DAY_AFTER)
    assert date(2026, 11, 22) not in {item.day for item in explanation.skipped}
    assert explanation.due == date(2026, 11, 12)


def test_months_that_are_too_short_and_ends_on_a_weekend_are_explained():
    assert sentence("LR-6M", date(2025, 8, 31)) == (
        "Local review initiated Sun 31 Aug 2025. 6 months later = Sat 28 Feb 2026. That month "
        "has no day 31, so its last day is taken. It is not a working day; the last one before "
        "it is Fri 27 Feb 2026."
    )


def test_one_month_or_year_is_written_in_the_singular():
    assert "1 month later" in sentence("LR-MON", date(2026, 6, 1))
    assert "1 year later" in sentence("PUB-1Y", date(2026, 6, 1))


def test_same_day_set_date_and_task_have_sentences_of_their_own():
    assert sentence("RR-COPY", date(2026, 11, 20)).endswith("Due the same day.")
    assert sentence("ACT", date(2026, 11, 20)) == "The date was set: Fri 20 Nov 2026."
    assert "no due date" in sentence("LR-DELAY", date(2026, 11, 20))


def test_a_week_without_a_skipped_day_says_so():
    assert sentence("SIN-5", date(2026, 6, 7)).endswith("No day was skipped.")


def test_one_weekend_day_is_in_the_singular():
    assert "Skipped: 1 weekend day." in sentence("SIN-5", date(2026, 6, 6))


def test_dates_beyond_the_announced_holidays_carry_a_note():
    assert "not announced yet" in sentence("SIN-5", date(2028, 12, 29))
    assert "not announced yet" not in sentence("SIN-5", date(2026, 12, 1))


def test_an_office_closure_is_noted_and_counted():
    closed = CALENDAR.with_changes(
        added={}, removed=frozenset(), closures={date(2026, 12, 24): "Council closed"}
    )
    text = sentence("SIN-5", date(2026, 12, 21), calendar=closed)
    assert "Thu 24 Dec 2026 (Council closed) counts" in text
    assert "Council closed" not in sentence("SIN-5", date(2026, 11, 2), calendar=closed)


@pytest.mark.parametrize(
    ("counting", "trigger", "words"),
    [
        (Counting.DAY_AFTER, date(2026, 11, 20), "(day 0)"),
        (Counting.TRIGGER_IS_DAY_1, date(2026, 11, 20), "(day 1)"),
        (Counting.DEEMED_NEXT, date(2026, 11, 20), "(day 0)"),
        (Counting.DEEMED_NEXT, date(2026, 11, 21), "(not a working day;"),
        (Counting.TRIGGER_IS_DAY_1, date(2026, 11, 21), "(not a working day;"),
    ],
)
def test_the_trigger_day_bears_the_number_of_the_setting(counting, trigger, words):
    assert words in sentence("SIN-5", trigger, counting)


@pytest.mark.parametrize("counting", list(Counting))
@pytest.mark.parametrize("trigger", [date(2026, 11, 20), date(2026, 11, 21), date(2026, 12, 24)])
@pytest.mark.parametrize("code", ["SIN-5", "RR-15", "PUB-7"])
def test_the_strip_numbers_each_counted_day_once_up_to_the_rules_count(counting, trigger, code):
    explanation = explain(RULES[code], trigger, CALENDAR, counting)
    numbers = sorted(day.number for day in explanation.days if day.number)
    assert numbers == list(range(1, RULES[code].count + 1))
    by_mark = {day.mark: day for day in explanation.days}
    assert by_mark[DayMark.DUE].number == RULES[code].count
    assert all(day.note for day in explanation.days if day.mark is DayMark.BANK_HOLIDAY)
    assert len(explanation.days) == abs((explanation.due - trigger).days) + 1


def test_a_bank_holiday_on_a_weekend_is_left_out_as_a_weekend_day():
    explanation = explain(RULES["RR-15"], date(2026, 12, 11), CALENDAR, Counting.DAY_AFTER)
    days = {day.day: day for day in explanation.days}
    boxing_day = days[date(2026, 12, 26)]
    assert boxing_day.day in CALENDAR.bank_holidays
    assert (boxing_day.mark, boxing_day.note) == (DayMark.WEEKEND, "")
    assert days[date(2026, 12, 28)].mark is DayMark.BANK_HOLIDAY
    weekend_days = sum(day.mark is DayMark.WEEKEND for day in explanation.days)
    assert f"Skipped: {weekend_days} weekend days" in explanation.sentence


def test_periods_are_put_into_words():
    assert RULES["RR-15"].period == "15 working days after the notified date"
    assert RULES["RR-ISSUE"].period == "1 working day after the notified date"
    assert RULES["RR-COPY"].period == "the same day as the notified date"
    assert RULES["LR-MON"].period == "every 1 month after the date of the decision to initiate"
    assert RULES["ACT"].period == "the date that was set"
    assert RULES["LR-DELAY"].period.startswith("no period is given")
    assert RULES["PUB-7"].period == "7 working days before the planned publication date"
