"""What pauses and delays do to deadlines: late, agreed; the next look; the reason beside a date."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.config.calendars import working_calendar
from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.counting import Counting
from sgdesk.domain.deadline_words import short_standing_words, standing_words
from sgdesk.domain.deadlines import PENDING_STANDINGS, deadlines_of, pending_deadlines_of
from sgdesk.domain.delays import PAUSABLE_CLOCKS
from sgdesk.domain.facts import CaseFacts, Pause
from sgdesk.domain.looks import first_look, look_day, presses_more
from sgdesk.domain.pauses import DELAYED_CLOCKS
from sgdesk.domain.rapid_reviews import Decision
from sgdesk.domain.standings import Standing

CALENDAR = working_calendar()
TODAY = date(2026, 11, 23)
BEGUN = {CaseDate.INITIATED: date(2026, 5, 1), CaseDate.RAPID_REVIEW_SENT: date(2026, 4, 20)}
"""The six months ended on 1 November 2026."""
YOUNG = {**BEGUN, CaseDate.INITIATED: date(2026, 11, 2)}
TRIAL = Pause("criminal trial", date(2026, 12, 2), "The partners")
days = st.dates(date(2019, 1, 1), date(2030, 12, 31))


def deadlines(dates, *, today=TODAY, **facts):
    found = deadlines_of(
        CaseFacts(dates=dates, decision=Decision.LOCAL_REVIEW, **facts),
        calendar=CALENDAR,
        counting=Counting.DAY_AFTER,
        today=today,
    )
    return {deadline.rule.code: deadline for deadline in found}


def six_months(dates=BEGUN, *, today=TODAY, **facts):
    return deadlines(dates, today=today, **facts)["LR-6M"]


def test_what_is_late_and_paused_by_agreement_reads_late_agreed():
    paused = six_months(pauses={"LR-6M": TRIAL})
    assert standing_words(paused) == "Late, agreed: criminal trial; next look Wed 2 Dec"
    assert short_standing_words(paused) == "Paused by criminal trial"
    assert paused.standing is Standing.PAUSED


def test_a_pause_that_nobody_agreed_to_does_not_say_so():
    unagreed = TRIAL._replace(authority="")
    assert standing_words(six_months(pauses={"LR-6M": unagreed})).startswith("Late: criminal trial")


def test_a_paused_date_that_is_still_to_come_is_not_late():
    paused = six_months(YOUNG, pauses={"LR-6M": TRIAL})
    assert standing_words(paused) == "Paused by criminal trial; next look Wed 2 Dec"


@pytest.mark.parametrize(
    ("check", "words", "is_due"),
    [
        (date(2026, 11, 24), "next look Tue 24 Nov", False),
        (date(2027, 1, 4), "next look Mon 4 Jan 2027", False),
        (TODAY, "next look today", True),
        (date(2026, 11, 20), "next look was due Fri 20 Nov", True),
        (date(2025, 12, 1), "next look was due Mon 1 Dec 2025", True),
        (None, "no next look is set", True),
    ],
)
def test_the_words_say_when_somebody_looks_again(check, words, is_due):
    paused = six_months(pauses={"LR-6M": TRIAL._replace(next_check_on=check)})
    assert paused.note == f"criminal trial; {words}"
    assert paused.is_look_due is is_due


def test_a_clock_that_waits_for_its_date_keeps_its_pause_and_its_next_look():
    waiting = deadlines(BEGUN, pauses={"PUB-7": TRIAL._replace(next_check_on=TODAY)})["PUB-7"]
    assert (waiting.standing, waiting.is_look_due) == (Standing.WAITING, True)
    assert standing_words(waiting) == "Waiting for a date: planned publication date missing"


def test_what_is_done_asks_for_no_look():
    published = {**BEGUN, CaseDate.PUBLISHED: date(2026, 11, 2)}
    done = six_months(published, pauses={"LR-6M": TRIAL._replace(next_check_on=TODAY)})
    assert (done.standing, done.pause, done.is_look_due) == (Standing.MET_LATE, None, False)


def test_the_first_look_is_the_one_that_is_due_longest():
    due = TRIAL._replace(next_check_on=date(2026, 11, 20))
    unset = TRIAL._replace(next_check_on=None)
    held = deadlines(BEGUN, pauses={"LR-6M": due, "LR-MON": unset, "PUB-7": TRIAL})
    assert first_look(held.values()) is held["LR-MON"]
    assert look_day(held["LR-MON"]) == date.min
    assert look_day(held["SIN-5"]) == date.min
    assert first_look(deadlines(BEGUN).values()) is None


def test_an_open_deadline_comes_before_a_look_only_where_it_is_older():
    look = six_months(pauses={"LR-6M": TRIAL._replace(next_check_on=date(2026, 11, 20))})
    monitoring = deadlines(BEGUN)["LR-MON"]
    assert monitoring.counts_to == date(2026, 6, 1)
    assert presses_more(monitoring, look)
    assert not presses_more(six_months(YOUNG), look)
    assert not presses_more(None, look)
    assert not presses_more(look, look)
    late_forecast = {**BEGUN, CaseDate.FORECAST: date(2027, 1, 4)}
    assert not presses_more(deadlines(late_forecast)["LR-DELAY"], look)


def test_a_delay_that_pauses_nothing_stands_beside_the_deadline_as_its_reason():
    delayed = six_months(delay=Pause("inquest", None, "The partners"))
    assert standing_words(delayed) == "Overdue by 16 working days; delay agreed: inquest"
    assert short_standing_words(delayed) == "Overdue by 16 working days"
    looked_at = six_months(delay=TRIAL)
    assert looked_at.note == "delay agreed: criminal trial; next look Wed 2 Dec"
    assert not looked_at.is_look_due


def test_the_reason_stands_nowhere_but_at_the_open_deadlines_it_concerns():
    held = deadlines(BEGUN, delay=TRIAL)
    noted = {code for code, one in held.items() if one.note.startswith("delay agreed")}
    assert noted <= set(DELAYED_CLOCKS)
    assert "LR-6M" in noted
    assert standing_words(held["RR-15"]) == "Not applicable"


@given(
    dates=st.dictionaries(st.sampled_from(list(CaseDate)), days),
    today=days,
    codes=st.sets(st.sampled_from(PAUSABLE_CLOCKS)),
    check=st.none() | days,
    authority=st.sampled_from(["", "The partners"]),
)
def test_a_pause_never_hides_that_a_date_is_over_nor_that_a_look_is_due(
    dates, today, codes, check, authority
):
    pause = Pause("inquest", check, authority)
    facts = CaseFacts(
        dates=dates, decision=Decision.LOCAL_REVIEW, pauses=dict.fromkeys(codes, pause)
    )
    asked = {"calendar": CALENDAR, "counting": Counting.DAY_AFTER, "today": today}
    for deadline in deadlines_of(facts, **asked):
        if deadline.rule.code not in codes or deadline.standing not in PENDING_STANDINGS:
            assert (deadline.pause, deadline.is_late, deadline.is_look_due) == (None, False, False)
            continue
        assert deadline.is_look_due == (check is None or check <= today)
        words = standing_words(deadline)
        if deadline.standing is Standing.PAUSED:
            assert words.startswith("Late") == (deadline.due < today)
            assert words.startswith("Late, agreed: inquest") == (
                bool(authority) and deadline.due < today
            )
            assert short_standing_words(deadline) == "Paused by inquest"
    pending = pending_deadlines_of(facts, **asked)
    assert any(one.is_look_due for one in pending) == any(
        one.is_look_due for one in deadlines_of(facts, **asked)
    )


@given(dates=st.dictionaries(st.sampled_from(list(CaseDate)), days), today=days, look=days)
def test_a_delay_changes_no_standing_and_no_date(dates, today, look):
    asked = {"calendar": CALENDAR, "counting": Counting.DAY_AFTER, "today": today}
    plain = CaseFacts(dates=dates, decision=Decision.LOCAL_REVIEW)
    delayed = plain._replace(delay=Pause("inquest", look, "The partners"))
    for before, after in zip(
        deadlines_of(plain, **asked), deadlines_of(delayed, **asked), strict=True
    ):
        assert after._replace(note="") == before._replace(note="")
        assert short_standing_words(after) == short_standing_words(before)
        if after.note != before.note:
            assert after.is_open
            assert standing_words(after) == f"{standing_words(before)}; {after.note}"
