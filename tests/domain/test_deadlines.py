"""Which deadlines a case has, and how they stand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.config.calendars import working_calendar
from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.counting import Counting
from sgdesk.domain.deadline_words import due_words, short_standing_words, standing_words
from sgdesk.domain.deadlines import (
    PENDING_STANDINGS,
    day_now,
    deadlines_of,
    pending_deadlines_of,
    repeating_deadline,
)
from sgdesk.domain.editions import Edition
from sgdesk.domain.facts import CaseFacts, Pause, edition_of
from sgdesk.domain.notifications import NotificationKind
from sgdesk.domain.partnerships import AgreedDate
from sgdesk.domain.rapid_reviews import Decision
from sgdesk.domain.rule_packs import RULE_PACKS
from sgdesk.domain.standings import OPEN_STANDINGS, URGENCY, Standing

CALENDAR = working_calendar()
TODAY = date(2026, 11, 23)  # a Monday


def deadlines(today=TODAY, counting=Counting.DAY_AFTER, **facts):
    dates = {CaseDate(name): day for name, day in facts.pop("dates", {}).items()}
    found = deadlines_of(
        CaseFacts(dates=dates, **facts), calendar=CALENDAR, counting=counting, today=today
    )
    return {deadline.rule.code: deadline for deadline in found}


def words(code, today=TODAY, **facts):
    return standing_words(deadlines(today, **facts)[code])


NOTIFIED = {"aware": date(2026, 11, 6), "notified": date(2026, 11, 10)}
PAUSED = {
    code: Pause("trial", date(2027, 6, 3)) for code in ("LR-6M", "LR-MON", "LR-DELAY", "PUB-7")
}
REVIEW = {**NOTIFIED, "rapid_review_sent": date(2026, 11, 20), "initiated": date(2026, 11, 20)}


def test_every_standing_is_put_into_words():
    assert words("SIN-5", dates=NOTIFIED) == "Met"
    assert words("SIN-5", dates={**NOTIFIED, "notified": date(2026, 11, 19)}) == (
        "Met 4 working days late"
    )
    assert words("SIN-5", dates={"aware": date(2026, 11, 12)}) == "Overdue by 2 working days"
    assert words("SIN-5", dates={"aware": date(2026, 11, 13)}) == "Overdue by 1 working day"
    assert words("SIN-5", dates={"aware": date(2026, 11, 16)}) == "Due today"
    assert words("SIN-5", dates={"aware": date(2026, 11, 19)}) == "Due in 3 working days"
    assert words("RR-15", dates=NOTIFIED) == "On track"
    assert words("SIN-5") == "Waiting for a date: aware date missing"
    assert words("LR-6M", dates=NOTIFIED) == "Not applicable"
    assert words("LR-6M", dates=REVIEW, pauses=PAUSED) == (
        "Paused by trial; next look Thu 3 Jun 2027"
    )


def test_a_weekend_between_two_dates_is_named_and_not_counted():
    saturday = date(2026, 11, 21)
    overdue = deadlines(saturday, dates={"aware": date(2026, 11, 13)})["SIN-5"]
    assert standing_words(overdue) == "Overdue since Fri 20 Nov"
    months = deadlines(date(2026, 2, 27), dates={"initiated": date(2025, 8, 31)})["LR-6M"]
    assert standing_words(months) == "Due Sat 28 Feb"
    late = deadlines(dates={"initiated": date(2025, 8, 31), "published": date(2026, 3, 1)})["LR-6M"]
    assert standing_words(late) == "Met late"


def test_a_task_without_a_period_is_to_do_and_never_overdue():
    facts = {"dates": {**REVIEW, "forecast": date(2027, 9, 1)}}
    task = deadlines(**facts)["LR-DELAY"]
    assert (task.standing, task.due, standing_words(task)) == (
        Standing.ON_TRACK, None, "To do, no day is set",
    )  # fmt: skip
    assert due_words(task) == "No day is set"
    told = deadlines(dates={**facts["dates"], "delay_told": date(2026, 11, 21)})["LR-DELAY"]
    assert told.standing is Standing.MET


def test_delay_is_told_only_when_the_forecast_is_later_than_six_months():
    assert deadlines(dates=REVIEW)["LR-DELAY"].note == "no forecast later than the six months"
    soon = {**REVIEW, "forecast": date(2027, 1, 1)}
    assert deadlines(dates=soon)["LR-DELAY"].standing is Standing.NOT_APPLICABLE
    waiting = deadlines(dates=NOTIFIED, decision=Decision.LOCAL_REVIEW)["LR-DELAY"]
    assert waiting.standing is Standing.NOT_APPLICABLE


def test_short_words_leave_the_note_out():
    held = deadlines(dates=REVIEW, pauses=PAUSED)
    assert short_standing_words(held["LR-6M"]) == "Paused by trial"
    assert short_standing_words(deadlines()["SIN-5"]) == "Waiting for a date"
    assert short_standing_words(held["SIN-5"]) == "Met"


def test_due_words_name_what_is_missing():
    assert due_words(deadlines()["SIN-5"]) == "Aware date missing"
    assert due_words(deadlines(dates=NOTIFIED)["SIN-5"]) == "Fri 13 Nov 2026"
    assert due_words(deadlines(dates=NOTIFIED)["LR-6M"]) == "None"


def test_an_agreed_date_judges_what_is_open_and_the_rule_judges_what_is_done():
    agreed = {"RR-15": AgreedDate(date(2026, 12, 4), "A return came late", "The partners")}
    open_one = deadlines(date(2026, 12, 2), dates=NOTIFIED, agreed=agreed)["RR-15"]
    assert open_one.due == date(2026, 12, 1)
    assert open_one.counts_to == date(2026, 12, 4)
    assert standing_words(open_one) == "Due in 2 working days"
    sent = {**NOTIFIED, "rapid_review_sent": date(2026, 12, 4)}
    done = deadlines(date(2026, 12, 7), dates=sent, agreed=agreed)["RR-15"]
    assert standing_words(done) == "Met 3 working days late"
    assert done.counts_to == date(2026, 12, 1)


def test_monitoring_starts_anew_each_time_and_ends_with_publication():
    dates = {"initiated": date(2026, 8, 20)}
    assert deadlines(dates=dates)["LR-MON"].due == date(2026, 9, 20)
    again = {**dates, "last_monitored": date(2026, 11, 2)}
    restarted = deadlines(dates=again)["LR-MON"]
    assert restarted.due == date(2026, 12, 2)
    assert restarted.rule.period == "every 1 month after the date last monitored"
    early = {**dates, "last_monitored": date(2026, 8, 1)}
    assert deadlines(dates=early)["LR-MON"].due == date(2026, 9, 20)
    published = {**again, "published": date(2026, 11, 20)}
    assert deadlines(dates=published)["LR-MON"].note == "the review is published"


def test_the_public_list_is_kept_for_three_years_and_the_report_for_one():
    held = deadlines(dates={"published": date(2025, 1, 10)})
    assert held["PUB-3Y"].due == date(2028, 1, 10)
    assert held["PUB-1Y"].standing is Standing.MET
    fresh = deadlines(dates={"published": date(2026, 11, 2)})
    assert fresh["PUB-1Y"].standing is Standing.ON_TRACK
    assert fresh["PUB-REP"].standing is Standing.ON_TRACK


def test_a_published_review_is_asked_for_no_older_date():
    held = deadlines(dates={"published": date(2025, 1, 10)})
    for code in ("SIN-5", "RR-15", "LR-6M", "PUB-7"):
        assert held[code].standing is Standing.NOT_APPLICABLE
        assert held[code].note == "the review is published"


@pytest.mark.parametrize(
    ("facts", "note"),
    [
        ({"is_withdrawn": True}, "the notification was withdrawn"),
        ({"is_closed": True}, "the case is closed"),
    ],
)
def test_what_is_over_asks_for_nothing_more(facts, note):
    held = deadlines(dates=NOTIFIED, **facts)
    assert held["RR-15"].note == note
    assert held["SIN-5"].standing is Standing.MET


def test_local_milestones_lapse_once_the_rapid_review_is_sent():
    sent = {**NOTIFIED, "rapid_review_sent": date(2026, 11, 20)}
    held = deadlines(dates=sent)
    assert held["RR-PANEL"].note == "the Rapid Review has been sent"
    assert held["PANEL-RESP"].due == date(2026, 12, 4)


def test_dates_never_recorded_are_told_apart_from_dates_awaited():
    local_alone = deadlines(dates={"initiated": date(2026, 11, 2)})
    assert local_alone["SIN-5"].note == "the aware date was not recorded"
    assert local_alone["RR-15"].note == "the notified date was not recorded"
    assert local_alone["LR-TELL"].note.startswith("the decision date")
    sent = {"notified": date(2026, 11, 2), "rapid_review_sent": date(2026, 11, 20)}
    assert deadlines(dates=sent)["SIN-P"].note == "the aware date was not recorded"
    assert deadlines(dates={"notified": date(2026, 11, 2)})["SIN-P"].standing is Standing.WAITING


def test_a_local_review_runs_only_once_it_was_decided():
    assert deadlines(dates=NOTIFIED)["LR-6M"].note == "only if a local review is decided"
    none = deadlines(dates=NOTIFIED, decision=Decision.NO_LOCAL_REVIEW)
    assert none["LR-6M"].note == "no local review was decided"
    assert deadlines(decision=Decision.LOCAL_REVIEW)["LR-6M"].standing is Standing.WAITING
    decided = deadlines(dates={"decided": date(2026, 11, 20)}, decision=Decision.LOCAL_REVIEW)
    assert decided["LR-TELL"].due == date(2026, 11, 27)


def test_publication_waits_for_a_planned_date_only_where_a_review_is_coming():
    assert deadlines(dates=NOTIFIED)["PUB-7"].note == "no publication is planned"
    assert deadlines(dates=REVIEW)["PUB-7"].standing is Standing.WAITING
    planned = deadlines(dates={"planned_publication": date(2026, 12, 8)})["PUB-7"]
    assert planned.due == date(2026, 11, 27)


def test_the_day_of_the_count_is_told_while_it_runs():
    held = deadlines(dates=NOTIFIED)
    assert day_now(held["RR-15"], TODAY, CALENDAR) == (9, 15)
    assert day_now(held["SIN-5"], TODAY, CALENDAR) is None
    assert day_now(held["LR-6M"], TODAY, CALENDAR) is None
    task = deadlines(dates={**REVIEW, "forecast": date(2027, 9, 1)})["LR-DELAY"]
    assert day_now(task, TODAY, CALENDAR) is None
    planned = deadlines(dates={"planned_publication": date(2026, 12, 8)})["PUB-7"]
    assert day_now(planned, TODAY, CALENDAR) is None
    waiting = deadlines(dates=NOTIFIED)["PANEL-RESP"]
    assert day_now(waiting, TODAY, CALENDAR) is None


def test_a_meeting_that_is_only_booked_is_not_yet_held():
    booked = {**NOTIFIED, "meeting": date(2026, 11, 26)}
    assert deadlines(dates=booked)["RR-PANEL"].standing is Standing.DUE_SOON
    assert deadlines(date(2026, 11, 26), dates=booked)["RR-PANEL"].standing is Standing.MET


def test_a_mistyped_year_leaves_every_other_deadline_readable():
    held = deadlines(dates={**NOTIFIED, "planned_publication": date(2060, 1, 1)})
    assert held["PUB-7"].standing is Standing.NOT_APPLICABLE
    assert "check the years" in held["PUB-7"].note
    assert held["RR-15"].due == date(2026, 12, 1)
    old = deadlines(dates={"aware": date(1998, 6, 3)})
    assert "check the years" in old["SIN-5"].note


def test_the_yearly_report_needs_no_case():
    rule = RULE_PACKS[Edition.WT2026]["YR-12"]
    waiting = repeating_deadline(rule, None, TODAY, CALENDAR)
    assert waiting.standing is Standing.WAITING
    dated = repeating_deadline(rule, date(2025, 9, 30), TODAY, CALENDAR)
    assert (dated.due, dated.standing) == (date(2026, 9, 30), Standing.OVERDUE)


def test_a_case_keeps_the_edition_of_its_trigger_date_unless_another_is_chosen():
    old = CaseFacts(dates={CaseDate.AWARE: date(2022, 9, 5)})
    assert edition_of(old, TODAY) is Edition.WT2018
    assert edition_of(CaseFacts(), TODAY) is Edition.WT2026
    assert edition_of(CaseFacts(edition=Edition.WT2023), TODAY) is Edition.WT2023
    published = CaseFacts(dates={CaseDate.PUBLISHED: date(2024, 1, 5)})
    assert edition_of(published, TODAY) is Edition.WT2023


def test_the_kinds_of_death_have_clocks_of_their_own():
    held = deadlines(dates=NOTIFIED, kind=NotificationKind.CARE_LEAVER_DEATH)
    assert held["CL-5"].standing is Standing.MET
    assert "RR-15" not in held


def test_urgency_ranks_every_standing_once():
    assert set(URGENCY) == set(Standing)
    assert len(URGENCY) == len(Standing)
    assert set(Standing) > OPEN_STANDINGS


some_dates = st.dictionaries(
    st.sampled_from(list(CaseDate)), st.dates(date(2019, 1, 1), date(2030, 12, 31))
)


@given(
    dates=some_dates,
    today=st.dates(date(2019, 1, 1), date(2030, 12, 31)),
    kind=st.sampled_from([None, *NotificationKind]),
    decision=st.sampled_from(list(Decision)),
    counting=st.sampled_from(list(Counting)),
    pauses=st.sampled_from([{}, PAUSED]),
)
def test_any_case_has_words_for_every_deadline(dates, today, kind, decision, counting, pauses):
    facts = CaseFacts(dates=dates, kind=kind, decision=decision, pauses=pauses)
    for deadline in deadlines_of(facts, calendar=CALENDAR, counting=counting, today=today):
        assert standing_words(deadline)
        assert short_standing_words(deadline)
        assert due_words(deadline)
        assert deadline.days >= 0
        is_judged = deadline.is_open and deadline.counts_to is not None
        if deadline.standing is Standing.OVERDUE:
            assert deadline.counts_to < today
        elif is_judged:
            assert deadline.counts_to >= today
        if deadline.standing is Standing.NOT_APPLICABLE:
            assert deadline.note


@given(
    dates=some_dates,
    today=st.dates(date(2019, 1, 1), date(2030, 12, 31)),
    kind=st.sampled_from([None, *NotificationKind]),
    is_withdrawn=st.booleans(),
    is_closed=st.booleans(),
    pauses=st.sampled_from([{}, PAUSED]),
)
def test_what_is_pending_is_the_same_without_working_out_the_rest(
    dates, today, kind, is_withdrawn, is_closed, pauses
):
    facts = CaseFacts(
        dates=dates,
        kind=kind,
        decision=Decision.LOCAL_REVIEW,
        is_withdrawn=is_withdrawn,
        is_closed=is_closed,
        pauses=pauses,
    )
    asked = {"calendar": CALENDAR, "counting": Counting.DAY_AFTER, "today": today}

    pending = pending_deadlines_of(facts, **asked)

    assert pending == [
        deadline
        for deadline in deadlines_of(facts, **asked)
        if deadline.standing in PENDING_STANDINGS
    ]


def test_a_meeting_booked_for_a_published_case_is_pending():
    booked = {"aware": date(2026, 11, 6), "notified": date(2026, 11, 10)}
    booked |= {"meeting": date(2026, 12, 1), "published": date(2026, 11, 20)}
    facts = CaseFacts(dates={CaseDate(name): day for name, day in booked.items()})

    pending = pending_deadlines_of(
        facts, calendar=CALENDAR, counting=Counting.DAY_AFTER, today=TODAY
    )

    assert "RR-PANEL" in [deadline.rule.code for deadline in pending]


def test_nothing_is_asked_of_a_local_review_that_another_review_took_over():
    held = deadlines(
        dates={**REVIEW, "planned_publication": date(2027, 3, 1)}, decision=Decision.JOINED
    )
    for code in ("LR-6M", "LR-MON", "LR-TELL", "PUB-7"):
        assert held[code].standing is Standing.NOT_APPLICABLE
        assert held[code].note == "the case was joined to another review"
