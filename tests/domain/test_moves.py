"""Which open dates move when something changes, and which results stay."""

from __future__ import annotations

from datetime import date

from sgdesk.config.calendars import working_calendar
from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.counting import Counting
from sgdesk.domain.deadlines import deadlines_of
from sgdesk.domain.editions import Edition
from sgdesk.domain.facts import CaseFacts, KeptResult
from sgdesk.domain.moves import compare_deadlines
from sgdesk.domain.notifications import NotificationKind
from sgdesk.domain.standings import Standing
from sgdesk.domain.timetables import Milestone, Timetable

PLAIN = working_calendar()
MOURNED = PLAIN.with_changes(
    added={date(2026, 11, 25): "Day of mourning"}, removed=frozenset(), closures={}
)
TODAY = date(2026, 11, 23)
SINCE = date(2026, 1, 1)
BEGUN = {"aware": date(2026, 11, 6), "notified": date(2026, 11, 10)}


def deadlines(dates, *, calendar=PLAIN, counting=Counting.DAY_AFTER, **facts):
    named = {CaseDate(name): day for name, day in dates.items()}
    found = CaseFacts(dates=named, **facts)
    return deadlines_of(found, calendar=calendar, counting=counting, today=TODAY)


def compared(before, after, counting=(Counting.DAY_AFTER, Counting.DAY_AFTER)):
    return compare_deadlines(before, after, counting)


def moves(before, after, **more):
    return {
        one.code: (one.before, one.after, one.cause)
        for one in compared(before, after, **more).moves
    }


def kept_codes(before, after):
    return {one.rule.code for one in compared(before, after).kept}


def with_timetable(*steps, **more):
    return {"timetable": Timetable(SINCE, steps), **more}


def test_nothing_changes_nothing():
    found = compared(deadlines(BEGUN), deadlines(BEGUN))
    assert found == ((), (), ())


def test_another_trigger_moves_what_is_open_and_says_so():
    after = {**BEGUN, "notified": date(2026, 11, 11)}
    moved = moves(deadlines(BEGUN), deadlines(after))
    assert moved["RR-15"] == (
        date(2026, 12, 1),
        date(2026, 12, 2),
        "Notified Wed 11 Nov 2026 instead of Tue 10 Nov 2026",
    )
    assert "SIN-5" not in moved


def test_a_trigger_that_goes_takes_the_date_with_it_and_one_that_comes_moves_nothing():
    without = {"aware": BEGUN["aware"]}
    assert moves(deadlines(BEGUN), deadlines(without))["RR-15"] == (
        date(2026, 12, 1),
        None,
        "Notified no date instead of Tue 10 Nov 2026",
    )
    assert moves(deadlines(without), deadlines(BEGUN)) == {}


def test_a_bank_holiday_moves_dates_after_it_and_names_the_calendar():
    moved = moves(deadlines(BEGUN), deadlines(BEGUN, calendar=MOURNED))
    assert moved["RR-15"] == (date(2026, 12, 1), date(2026, 12, 2), "Calendar changed")
    assert "RR-RETURN" not in moved


def test_another_counting_is_the_cause_where_nothing_nearer_is():
    both = (Counting.DAY_AFTER, Counting.TRIGGER_IS_DAY_1)
    after = deadlines(BEGUN, counting=both[1])
    moved = moves(deadlines(BEGUN), after, counting=both)
    assert moved["RR-15"][:2] == (date(2026, 12, 1), date(2026, 11, 30))
    assert moved["RR-15"][2].startswith("Counting: ")


def test_another_period_of_a_step_is_the_cause():
    step = Milestone("RR-RETURN", "Agency returns in", 8)
    moved = moves(deadlines(BEGUN), deadlines(BEGUN, **with_timetable(step)))
    assert moved == {
        "RR-RETURN": (
            date(2026, 11, 24),
            date(2026, 11, 20),
            "Rule changed: 8 working days after the notified date",
        )
    }


def test_a_step_that_comes_or_goes_is_told():
    step = Milestone("LOCAL-1", "Chronology read", 13)
    own = deadlines(BEGUN, **with_timetable(step))
    assert moves(deadlines(BEGUN), own) == {
        "LOCAL-1": (None, date(2026, 11, 27), "New in the timetable of this case")
    }
    assert moves(own, deadlines(BEGUN)) == {
        "LOCAL-1": (date(2026, 11, 27), None, "It belongs to this case no longer")
    }
    waiting = {"aware": BEGUN["aware"]}
    before, after = deadlines(waiting), deadlines(waiting, **with_timetable(step))
    assert moves(before, after) == {}


def test_a_met_deadline_keeps_its_result_whatever_its_trigger_becomes():
    met = {**BEGUN, "rapid_review_sent": date(2026, 11, 20)}
    for notified in (date(2026, 10, 12), None):
        changed = {**met, "notified": notified}
        after = {name: day for name, day in changed.items() if day}
        assert "RR-15" in kept_codes(deadlines(met), deadlines(after))


def test_a_result_that_is_the_same_again_need_not_be_kept():
    met = {**BEGUN, "partners_told": BEGUN["notified"], "rapid_review_sent": date(2026, 11, 20)}
    assert kept_codes(deadlines(met), deadlines(met, calendar=MOURNED)) == {"RR-15"}


def test_a_met_step_that_the_timetable_drops_is_kept_and_stays_in_the_list():
    step = Milestone("LOCAL-1", "Chronology read", 2)
    done = {"milestones_done": {"LOCAL-1": date(2026, 11, 12)}}
    before = deadlines(BEGUN, **with_timetable(step), **done)
    after = deadlines(BEGUN, **done)
    assert kept_codes(before, after) == {"LOCAL-1"}
    kept = {"LOCAL-1": KeptResult(BEGUN["notified"], date(2026, 11, 12), date(2026, 11, 12),
                                  Standing.MET, 0, "")}  # fmt: skip
    unused = with_timetable(Milestone("LOCAL-1", "Chronology read", 2, is_used=False))
    found = deadlines(BEGUN, **unused, **done, kept=kept)
    (shown,) = (one for one in found if one.rule.code == "LOCAL-1")
    assert (shown.standing, shown.due, shown.is_kept) == (Standing.MET, date(2026, 11, 12), True)


def test_a_completion_that_is_taken_back_lets_go_and_a_corrected_one_is_judged():
    met = {**BEGUN, "rapid_review_sent": date(2026, 11, 20)}
    found = compared(deadlines(met), deadlines(BEGUN))
    assert found.released == ("RR-15",)
    later = {**met, "rapid_review_sent": date(2026, 11, 23), "notified": date(2026, 11, 2)}
    assert "RR-15" not in kept_codes(deadlines(met), deadlines(later))
    assert moves(deadlines(BEGUN), deadlines(later)).get("RR-15") is None


def test_a_meeting_that_is_only_booked_is_open():
    booked = {**BEGUN, "meeting": date(2026, 11, 25)}
    after = {**booked, "notified": date(2026, 11, 11)}
    assert moves(deadlines(booked), deadlines(after))["RR-PANEL"][:2] == (
        date(2026, 11, 26),
        date(2026, 11, 27),
    )


def test_rules_that_stop_applying_are_no_moves():
    for facts in ({"is_withdrawn": True}, {"is_closed": True}):
        assert compared(deadlines(BEGUN), deadlines(BEGUN, **facts)) == ((), (), ())
    published = {**BEGUN, "published": date(2026, 11, 20)}
    assert moves(deadlines(BEGUN), deadlines(published)) == {}


def test_monitoring_starts_again_each_time_and_that_is_no_move():
    begun = {"initiated": date(2026, 9, 1)}
    once = {**begun, "last_monitored": date(2026, 10, 5)}
    twice = {**begun, "last_monitored": date(2026, 11, 5)}
    for before, after in ((begun, once), (once, twice), (twice, begun)):
        assert moves(deadlines(before), deadlines(after)) == {}
    later = {"initiated": date(2026, 9, 2)}
    assert "LR-MON" in moves(deadlines(begun), deadlines(later))
    step = Milestone("LR-MON", "Monitoring (regulation 14)", 2)
    assert "LR-MON" in moves(deadlines(once), deadlines(once, **with_timetable(step)))


def test_a_window_moves_as_long_as_one_of_its_ends_is_to_come():
    open_window = deadlines({"published": date(2026, 2, 2)})
    ended = deadlines({"published": date(2025, 2, 3)})
    older = deadlines({"published": date(2024, 2, 5)})
    assert moves(open_window, ended)["PUB-1Y"][:2] == (date(2027, 2, 2), date(2026, 2, 3))
    assert moves(ended, open_window)["PUB-1Y"][:2] == (date(2026, 2, 3), date(2027, 2, 2))
    assert "PUB-1Y" not in moves(ended, older)
    assert compared(open_window, deadlines({})).moves == ()


def test_another_kind_of_notification_takes_and_brings_deadlines():
    met = {**BEGUN, "partners_told": date(2026, 11, 9)}
    before = deadlines(met, kind=NotificationKind.SERIOUS_INCIDENT)
    after = deadlines(met, kind=NotificationKind.LOOKED_AFTER_DEATH)
    moved = moves(before, after)
    assert moved["RR-15"] == (date(2026, 12, 1), None, "It belongs to this case no longer")
    assert moved["SIN-5"] == (date(2026, 11, 13), None, "It belongs to this case no longer")
    assert kept_codes(before, after) == set()
    back = moves(after, before)
    assert back["RR-15"] == (None, date(2026, 12, 1), "It belongs to this case now")
    assert back["RR-RETURN"][2] == "New in the timetable of this case"


def test_an_edition_without_a_rule_takes_its_result_away_openly():
    care = NotificationKind.CARE_LEAVER_DEATH
    before = deadlines(BEGUN, kind=care)
    after = deadlines(BEGUN, kind=care, edition=Edition.WT2018)
    assert moves(before, after) == {
        "CL-5": (date(2026, 11, 13), None, "It belongs to this case no longer")
    }
