"""What a save does to due dates: asked about first, kept in history, and cheap where nothing is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from services_samples import CASE, PROFILE, TODAY, make_case

from sgdesk.domain.counting import Counting
from sgdesk.domain.dates import UncertainDate
from sgdesk.domain.milestones import MilestoneDraft
from sgdesk.domain.notifications import NotificationDraft
from sgdesk.domain.partnerships import AgreedDate, CalendarChange, CalendarChangeKind
from sgdesk.domain.rapid_reviews import RapidReviewDraft
from sgdesk.domain.standings import Standing
from sgdesk.domain.timetables import Milestone
from sgdesk.errors import UserError
from sgdesk.records.moved_dates import EarlierDate, KeptDate, MovesDatesError
from sgdesk.services import recalculation
from sgdesk.services.agreed_dates import save_agreed_date
from sgdesk.services.cases import save_case
from sgdesk.services.deadlines import explain_deadline
from sgdesk.services.held_cases import count_held_cases, read_held_cases
from sgdesk.services.history import read_history
from sgdesk.services.judging import judge_anew
from sgdesk.services.milestones import save_milestone_done
from sgdesk.services.reviews import save_notification, save_rapid_review
from sgdesk.services.settings import (
    list_calendar,
    remove_calendar_change,
    save_calendar_change,
    save_profile,
)
from sgdesk.services.timetables import list_timetables, new_timetable_draft, save_timetable
from sgdesk.services.undo import last_change, undo

MOURNING = CalendarChange(date(2026, 11, 25), CalendarChangeKind.ADDED, "Day of mourning")
FUNERAL = CalendarChange(date(2026, 11, 16), CalendarChangeKind.ADDED, "State funeral")
EARLY = replace(CASE, incident=UncertainDate(), aware_on=date(2026, 10, 9))
SENT = RapidReviewDraft(sent_on=date(2026, 11, 20))


def detail(register, case_id, code="RR-15"):
    return explain_deadline(register, case_id, code, today=TODAY)


def due(register, case_id, code="RR-15"):
    return detail(register, case_id, code).row.due


def notify(register, case_id, day):
    return save_notification(register, case_id, NotificationDraft(notified_on=day), today=TODAY)


def asked(register, save):
    """Return what a save would do to dates, having found out that it did nothing yet."""
    register.asks_before_moving = True
    before = register.written
    with pytest.raises(MovesDatesError) as refused:
        save()
    assert register.written == before
    return refused.value


def what_changed(register, case_id):
    return [(row.what, row.old, row.new) for row in read_history(register, case_id=case_id)]


def test_a_save_that_moves_dates_is_refused_until_somebody_agrees_to_just_that(register):
    case_id = make_case(register)
    error = asked(register, lambda: notify(register, case_id, date(2026, 11, 11)))
    told = {one.code: one for one in error.recalculation.moved}
    assert (told["RR-15"].before, told["RR-15"].after) == (date(2026, 12, 1), date(2026, 12, 2))
    assert told["RR-15"].working_days == 1
    assert told["RR-15"].reference == CASE.reference
    assert due(register, case_id) == date(2026, 12, 1)
    with error.agreed(), pytest.raises(MovesDatesError):
        notify(register, case_id, date(2026, 11, 12))
    with error.agreed():
        notify(register, case_id, date(2026, 11, 11))
    assert register.recalculation == error.recalculation
    assert due(register, case_id) == date(2026, 12, 2)
    with pytest.raises(MovesDatesError):
        notify(register, case_id, date(2026, 11, 12))


def test_nobody_is_asked_where_no_window_is_there_to_ask(register):
    case_id = make_case(register)
    notify(register, case_id, date(2026, 11, 11))
    assert len(register.recalculation.moved) == 6
    notify(register, case_id, date(2026, 11, 11))
    assert not register.recalculation


def test_the_old_date_stays_in_the_history_and_in_the_explanation(register):
    case_id = make_case(register)
    notify(register, case_id, date(2026, 11, 11))
    moved = next(row for row in read_history(register, case_id=case_id) if "sent to" in row.what)
    assert moved.what == "Due date moved, Rapid Review completed and sent to the Panel"
    assert "From: Tue 1 Dec 2026; To: Wed 2 Dec 2026; Why: Notified Wed 11 Nov" in moved.new
    earlier = EarlierDate(
        TODAY, date(2026, 12, 1), "Notified Wed 11 Nov 2026 instead of Tue 10 Nov 2026"
    )
    assert detail(register, case_id).earlier == (earlier,)
    save_notification(register, case_id, NotificationDraft(), today=TODAY)
    notify(register, case_id, date(2026, 11, 12))
    save_calendar_change(register, MOURNING)
    assert [one.due for one in detail(register, case_id).earlier] == [
        date(2026, 12, 3), date(2026, 12, 2), date(2026, 12, 1),
    ]  # fmt: skip


def test_the_agreed_date_beside_a_date_that_moves_is_told(register):
    case_id = make_case(register)
    agreed = AgreedDate(date(2026, 12, 9), "Holidays", "Chair")
    save_agreed_date(register, case_id, "RR-15", agreed)
    error = asked(register, lambda: save_calendar_change(register, MOURNING))
    told = {one.code: one.agreed_on for one in error.recalculation.moved}
    assert told == {"RR-PANEL": None, "RR-SIGN": None, "RR-15": date(2026, 12, 9)}


def test_a_bank_holiday_dates_open_deadlines_anew_and_leaves_met_ones(register):
    open_id = make_case(register)
    met_id = make_case(
        register,
        replace(CASE, reference="RIV 2", further_references=(), incident=UncertainDate()),
        date(2026, 11, 10),
    )
    save_rapid_review(register, met_id, SENT, today=TODAY)
    error = asked(register, lambda: save_calendar_change(register, FUNERAL))
    told = error.recalculation
    assert {one.case_id for one in told.moved if one.code == "RR-15"} == {open_id}
    assert KeptDate(met_id, "RIV 2", "RR-15", "Rapid Review to the Panel",
                    date(2026, 12, 1), "Met") in told.kept  # fmt: skip
    why = "Mon 16 Nov 2026 is no working day now: State funeral"
    assert {one.cause for one in told.moved} == {why}
    with error.agreed():
        save_calendar_change(register, FUNERAL)
    assert due(register, open_id) == date(2026, 12, 2)
    found = detail(register, met_id)
    assert (found.row.due, found.row.standing) == (date(2026, 12, 1), Standing.MET)
    assert found.explanation is None
    assert found.kept.working.startswith("Notified Tue 10 Nov 2026 (day 0). Day 15 = Tue 1 Dec")
    row = next(one for one in list_calendar(register, 2026) if one.change_id)
    back = asked(register, lambda: remove_calendar_change(register, row.change_id))
    assert {one.case_id for one in back.recalculation.moved} == {open_id}
    assert not back.recalculation.kept
    back_again = "Mon 16 Nov 2026 is a working day now, not State funeral"
    assert {one.cause for one in back.recalculation.moved} == {back_again}


def test_a_change_of_the_settings_that_dates_do_not_hang_on_looks_at_no_case(register, monkeypatch):
    make_case(register)
    closure = CalendarChange(date(2026, 12, 24), CalendarChangeKind.CLOSURE, "Office closed")
    monkeypatch.setattr(recalculation, "compare_deadlines", None)
    save_profile(register, replace(PROFILE, handling_mark="OFFICIAL"), today=TODAY)
    save_calendar_change(register, closure)
    assert not register.recalculation


def test_a_calendar_change_far_from_every_date_of_a_case_compares_nothing(register, monkeypatch):
    make_case(register)
    make_case(register, replace(CASE, reference="RIV 2", further_references=(), aware_on=None,
                                incident=UncertainDate()), None)  # fmt: skip
    monkeypatch.setattr(recalculation, "compare_deadlines", None)
    far = CalendarChange(date(2024, 11, 25), CalendarChangeKind.ADDED, "Long ago")
    save_calendar_change(register, far)
    assert not register.recalculation


def test_another_counting_is_asked_about_for_the_whole_register(register):
    case_id = make_case(register)
    assert count_held_cases(register) == 0
    assert len(read_held_cases(register)) == 1
    changed = replace(PROFILE, counting=Counting.TRIGGER_IS_DAY_1)
    error = asked(register, lambda: save_profile(register, changed, today=TODAY))
    assert count_held_cases(register) == 1
    assert register.counting is Counting.DAY_AFTER
    with error.agreed():
        save_profile(register, changed, today=TODAY)
    assert due(register, case_id) == date(2026, 11, 30)


def test_another_timetable_moves_the_open_steps_of_its_cases(register):
    case_id = make_case(register)
    make_case(register, replace(EARLY, reference="RIV 2", further_references=()), EARLY.aware_on)
    draft = new_timetable_draft(register, today=date(2026, 11, 1))
    own = Milestone("LOCAL-1", "Chronology read", 4)
    save_timetable(register, None, replace(draft, milestones=(own, *draft.milestones)))
    assert [one.code for one in register.recalculation.moved] == ["LOCAL-1"]
    assert register.recalculation.moved[0].working_days is None
    met = MilestoneDraft(date(2026, 11, 16))
    save_milestone_done(register, case_id, "LOCAL-1", met, today=TODAY)
    row = list_timetables(register)[-1]
    steps = tuple(
        replace(one, is_used=False) if one.is_own else one for one in row.timetable.milestones
    )
    error = asked(
        register,
        lambda: save_timetable(register, row, replace(row.timetable, milestones=steps)),
    )
    assert [one.code for one in error.recalculation.kept] == ["LOCAL-1"]


def test_a_kept_result_follows_its_own_completion_and_goes_with_it(register):
    case_id = make_case(register, EARLY)
    save_rapid_review(register, case_id, SENT, today=TODAY)
    notify(register, case_id, date(2026, 10, 12))
    assert detail(register, case_id).row.due == date(2026, 12, 1)
    late = replace(SENT, sent_on=TODAY)
    save_rapid_review(register, case_id, late, today=TODAY)
    found = detail(register, case_id)
    assert (found.row.due, found.done_on, found.kept.done_on) == (
        date(2026, 12, 1),
        TODAY,
        SENT.sent_on,
    )
    save_rapid_review(register, case_id, RapidReviewDraft(), today=TODAY)
    found = detail(register, case_id)
    assert found.kept is None
    assert found.row.due == date(2026, 11, 2)


def test_days_late_are_kept_as_they_were_after_the_completion_was_corrected(register):
    case_id = make_case(register, replace(CASE, incident=UncertainDate()), date(2026, 11, 9))
    early = CASE.aware_on - timedelta(days=14)
    save_case(
        register,
        case_id,
        replace(CASE, incident=UncertainDate(), aware_on=early),
        today=TODAY,
    )
    stays = detail(register, case_id, "SIN-5")
    assert (stays.row.due, stays.kept.done_on) == (date(2026, 11, 13), date(2026, 11, 9))
    notify(register, case_id, date(2026, 11, 18))
    assert detail(register, case_id, "SIN-5").row.standing_words == "Met 3 working days late"
    save_calendar_change(register, FUNERAL)
    found = detail(register, case_id, "SIN-5")
    assert found.row.standing_words == "Met 3 working days late"
    assert (found.kept.done_on, found.kept.days) == (date(2026, 11, 18), 3)


def test_a_met_deadline_without_its_trigger_keeps_the_result(register):
    case_id = make_case(register)
    save_rapid_review(register, case_id, SENT, today=TODAY)
    save_notification(register, case_id, NotificationDraft(), today=TODAY)
    found = detail(register, case_id)
    assert (found.row.due, found.row.standing) == (date(2026, 12, 1), Standing.MET)


def test_a_kept_result_is_judged_anew_when_it_is_let_go_and_undo_brings_it_back(register):
    case_id = make_case(register, EARLY)
    save_rapid_review(register, case_id, SENT, today=TODAY)
    notify(register, case_id, date(2026, 10, 12))
    kept = detail(register, case_id)
    register.asks_before_moving = True
    done = judge_anew(register, case_id, "RR-15")
    assert done.what == "Rapid Review completed and sent to the Panel judged anew"
    found = detail(register, case_id)
    assert (found.row.due, found.row.standing_words) == (
        date(2026, 11, 2),
        "Met 14 working days late",
    )
    assert found.kept is None
    newest = what_changed(register, case_id)[0]
    assert newest[0] == ("Result kept, Rapid Review completed and sent to the Panel: taken back")
    assert "Due: Tue 1 Dec 2026" in newest[1]
    offer = last_change(register)
    assert offer.words == f"Undo: {done.what}"
    undo(register, offer)
    assert detail(register, case_id) == kept
    assert what_changed(register, case_id)[0][0].endswith(": in force again")
    undo(register, last_change(register))
    with pytest.raises(UserError, match="not kept any more"):
        judge_anew(register, case_id, "RR-15")


def test_redo_takes_a_completion_away_again_with_the_result_that_was_kept(register):
    case_id = make_case(register)
    save_rapid_review(register, case_id, SENT, today=TODAY)
    notify(register, case_id, date(2026, 11, 11))
    save_rapid_review(register, case_id, RapidReviewDraft(), today=TODAY)
    assert detail(register, case_id).kept is None

    undo(register, last_change(register))
    assert detail(register, case_id).kept.due_on == date(2026, 12, 1)
    undo(register, last_change(register))
    assert detail(register, case_id).kept is None
    assert detail(register, case_id).row.is_open


def test_a_local_milestone_is_judged_anew_by_that_name(register):
    draft = new_timetable_draft(register, today=date(2026, 11, 1))
    own = Milestone("LOCAL-1", "Chronology read", 4)
    save_timetable(register, None, replace(draft, milestones=(own, *draft.milestones)))
    case_id = make_case(register)
    met = MilestoneDraft(date(2026, 11, 16))
    save_milestone_done(register, case_id, "LOCAL-1", met, today=TODAY)
    notify(register, case_id, date(2026, 11, 9))
    assert judge_anew(register, case_id, "LOCAL-1").what == "Local milestone judged anew"


def test_undo_takes_moved_dates_back_and_tells_of_them_once(register):
    case_id = make_case(register)
    notify(register, case_id, date(2026, 11, 11))
    offer = last_change(register)
    error = asked(register, lambda: undo(register, offer))
    with error.agreed():
        undo(register, offer)
    assert due(register, case_id) == date(2026, 12, 1)
    assert detail(register, case_id).earlier == ()
    told = [what for what, _old, _new in what_changed(register, case_id) if "sent to" in what]
    assert told == [
        "Due date moved, Rapid Review completed and sent to the Panel: taken back",
        "Due date moved, Rapid Review completed and sent to the Panel",
    ]
    again = last_change(register)
    error = asked(register, lambda: undo(register, again))
    with error.agreed():
        undo(register, again)
    assert [one.due for one in detail(register, case_id).earlier] == [date(2026, 12, 1)]


def test_many_cases_of_one_save_are_read_together(register):
    drafts = [
        replace(CASE, reference=f"RIV {number}", further_references=()) for number in range(22)
    ]
    ids = {make_case(register, draft, None) for draft in drafts}
    with register.write() as session:
        from sgdesk.store.entities.cases import CaseEntity  # noqa: PLC0415 - only here

        for case_id in ids:
            session.get(CaseEntity, case_id).aware_on = date(2026, 11, 9)
    assert {one.case_id for one in register.recalculation.moved} == ids
    assert len(read_held_cases(register)) == 22
