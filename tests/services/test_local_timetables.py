from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.agency_requests import RAPID_REVIEW_RETURN, AgencyRequestDraft
from sgdesk.domain.milestones import MilestoneDraft
from sgdesk.domain.standings import Standing
from sgdesk.domain.timetables import Milestone, Timetable, standard_milestones
from sgdesk.errors import RejectedError, UserError
from sgdesk.records.moved_dates import MovesDatesError
from sgdesk.services.agency_dates import due_if_asked, returns_due
from sgdesk.services.case_views import get_case
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.history import read_history
from sgdesk.services.milestones import list_milestones, save_milestone_done
from sgdesk.services.next_steps import STEPS
from sgdesk.services.restoring import bring_back, restore_value
from sgdesk.services.timetables import (
    list_timetables,
    new_own_code,
    new_timetable_draft,
    remove_timetable,
    save_timetable,
)
from sgdesk.services.undo import last_change, undo

VISIT = Milestone("LOCAL-1", "Strategy meeting minutes in", 3, owner="Social care")
SINCE = date(2026, 11, 1)
"""Before the notification of the sample case, 10 November 2026: its day 3 is 13 November."""


def with_step(draft, step):
    """Return `draft` with `step` in place of the one of its code, or added."""
    others = tuple(one for one in draft.milestones if one.code != step.code)
    return replace(draft, milestones=(*others, step))


def make_timetable(register, *steps, since=SINCE):
    """Save the standard timetable with other or further steps; return its row."""
    draft = Timetable(since, standard_milestones())
    for step in steps:
        draft = with_step(draft, step)
    save_timetable(register, None, draft)
    return next(row for row in list_timetables(register) if row.timetable.starts_on == since)


def deadline(register, case_id, code):
    view = get_case(register, case_id, today=TODAY)
    return next((row for row in view.deadlines if row.code == code), None)


def test_without_a_timetable_of_its_own_a_partnership_has_the_programs(register):
    make_case(register)
    (only,) = list_timetables(register)
    assert only.timetable_id is None
    assert only.timetable.milestones == standard_milestones()
    assert (only.cases, only.open_cases) == (1, 1)


def test_a_case_is_under_the_timetable_in_force_when_it_was_notified(register):
    case_id = make_case(register)
    early = make_case(register, replace(CASE, reference="RIV 2", further_references=()), None)
    row = make_timetable(register, VISIT, Milestone("RR-PANEL", "Rapid Review meeting", 11))
    make_timetable(register, since=date(2026, 11, 20))
    assert [one.timetable.starts_on for one in list_timetables(register)] == [
        None,
        SINCE,
        date(2026, 11, 20),
    ]
    assert [one.cases for one in list_timetables(register)] == [0, 2, 0]
    assert row.timetable.milestone("LOCAL-1") == VISIT
    assert deadline(register, case_id, "RR-PANEL").due == date(2026, 11, 25)
    assert deadline(register, case_id, "LOCAL-1").due == date(2026, 11, 13)
    assert deadline(register, early, "LOCAL-1").standing is Standing.WAITING


def test_the_steps_are_kept_in_the_order_of_their_days(register):
    row = make_timetable(register, VISIT)
    assert [step.code for step in row.timetable.milestones] == [
        "RR-COPY",
        "RR-ISSUE",
        "LOCAL-1",
        "RR-RETURN",
        "RR-PANEL",
        "RR-SIGN",
        "PANEL-RESP",
        "LR-TELL",
        "LR-MON",
        "PUB-3Y",
    ]


def test_a_new_timetable_starts_as_a_copy_of_the_newest_on_a_free_day(register):
    first = new_timetable_draft(register, today=TODAY)
    assert first == Timetable(TODAY, standard_milestones())
    make_timetable(register, VISIT, since=TODAY)
    second = new_timetable_draft(register, today=TODAY)
    assert second.starts_on == date(2026, 11, 24)
    assert VISIT in second.milestones


def test_a_code_is_never_given_to_two_milestones(register):
    assert new_own_code(register, Timetable()) == "LOCAL-1"
    row = make_timetable(register, VISIT)
    save_timetable(register, row, Timetable(SINCE, standard_milestones()))
    assert new_own_code(register, Timetable()) == "LOCAL-2"
    draft = Timetable(milestones=(replace(VISIT, code="LOCAL-7"),))
    assert new_own_code(register, draft) == "LOCAL-8"


def test_all_problems_are_told_at_once_and_nothing_is_stored(register):
    make_timetable(register)
    draft = with_step(Timetable(SINCE, standard_milestones()), Milestone("LOCAL-1", "", 16))
    with pytest.raises(RejectedError) as refused:
        save_timetable(register, None, draft)
    assert [problem.field for problem in refused.value.problems] == [
        "starts_on",
        "LOCAL-1",
        "LOCAL-1",
    ]
    assert len(list_timetables(register)) == 2


def test_correcting_a_timetable_moves_open_dates_when_somebody_has_agreed(register):
    case_id = make_case(register)
    row = make_timetable(register, VISIT)
    register.asks_before_moving = True
    later = with_step(row.timetable, replace(VISIT, count=12))
    with pytest.raises(MovesDatesError) as asked:
        save_timetable(register, row, later)
    (moved,) = asked.value.recalculation.moved
    assert (moved.what, moved.before, moved.after) == (
        VISIT.name,
        date(2026, 11, 13),
        date(2026, 11, 26),
    )
    assert deadline(register, case_id, "LOCAL-1").due == date(2026, 11, 13)
    with register.agreeing(asked.value.recalculation):
        save_timetable(register, row, later)
    assert deadline(register, case_id, "LOCAL-1").due == date(2026, 11, 26)


def test_a_timetable_that_was_changed_meanwhile_is_not_overwritten(register):
    row = make_timetable(register, VISIT)
    save_timetable(register, row, replace(row.timetable, note="Agreed in October"))
    with pytest.raises(UserError):
        save_timetable(register, row, replace(row.timetable, note="Agreed in November"))
    assert register.timetables[0].note == "Agreed in October"


def test_the_programs_own_timetable_is_neither_changed_nor_removed(register):
    (own,) = list_timetables(register)
    with pytest.raises(UserError, match="stays as it is"):
        save_timetable(register, own, replace(own.timetable, starts_on=SINCE))
    with pytest.raises(UserError, match="stays as it is"):
        remove_timetable(register, own)


def test_a_milestone_of_ones_own_is_met_taken_back_and_told_in_the_history(register):
    case_id = make_case(register)
    make_timetable(register, VISIT)
    save_milestone_done(
        register, case_id, "LOCAL-1", MilestoneDraft(date(2026, 11, 12)), today=TODAY
    )
    (row,) = list_milestones(register, case_id, today=TODAY)
    assert row.done_on == date(2026, 11, 12)
    assert row.deadline.standing is Standing.MET
    newest = read_history(register, case_id=case_id)[0]
    assert newest.what == "Milestone met, Strategy meeting minutes in: added"
    assert "LOCAL-1" not in newest.new
    later = MilestoneDraft(date(2026, 11, 16))
    save_milestone_done(register, case_id, "LOCAL-1", later, today=TODAY)
    assert deadline(register, case_id, "LOCAL-1").standing is Standing.MET_LATE
    offer = last_change(register)
    assert offer.words == "Undo: Milestone met, Strategy meeting minutes in saved"
    undo(register, offer)
    assert deadline(register, case_id, "LOCAL-1").standing is Standing.MET
    changes = save_milestone_done(register, case_id, "LOCAL-1", MilestoneDraft(), today=TODAY)
    assert changes.what == "Milestone open again: Strategy meeting minutes in"
    assert deadline(register, case_id, "LOCAL-1").standing is Standing.OVERDUE
    save_milestone_done(register, case_id, "LOCAL-1", MilestoneDraft(), today=TODAY)
    assert deadline(register, case_id, "LOCAL-1").standing is Standing.OVERDUE


def test_when_a_milestone_was_met_is_put_back_from_the_history(register):
    case_id = make_case(register)
    make_timetable(register, VISIT)
    for day in (date(2026, 11, 12), date(2026, 11, 16), date(2026, 11, 16)):
        save_milestone_done(register, case_id, "LOCAL-1", MilestoneDraft(day), today=TODAY)
    changed = read_history(register, case_id=case_id)[0]
    assert (changed.old, changed.new) == ("Thu 12 Nov 2026", "Mon 16 Nov 2026")
    restore_value(register, changed.seq, changed.field, today=TODAY)
    assert deadline(register, case_id, "LOCAL-1").standing is Standing.MET
    save_milestone_done(register, case_id, "LOCAL-1", MilestoneDraft(), today=TODAY)
    gone = next(row for row in read_history(register, case_id=case_id) if row.can_bring_back)
    assert gone.what == "Milestone met, Strategy meeting minutes in: removed"
    bring_back(register, gone.seq, today=TODAY)
    assert deadline(register, case_id, "LOCAL-1").standing is Standing.MET


def test_the_returns_are_due_on_the_day_of_the_cases_timetable(register):
    case_id = make_case(register)
    row = make_timetable(register, Milestone("RR-RETURN", "Agency returns in", 8))
    (case,) = read_held_cases(register, case_id)
    assert returns_due(register, case, today=TODAY) == date(2026, 11, 20)
    unused = Milestone("RR-RETURN", "Agency returns in", 8, is_used=False)
    save_timetable(register, row, with_step(row.timetable, unused))
    (case,) = read_held_cases(register, case_id)
    assert returns_due(register, case, today=TODAY) is None
    draft = AgencyRequestDraft(purpose=RAPID_REVIEW_RETURN, asked_on=TODAY)
    asked = due_if_asked(register, case, draft, (), today=TODAY)
    assert asked.words == (
        "The local timetable of this case has no day for the returns. Give a date of your own."
    )


@pytest.mark.parametrize("day", [date(2026, 11, 9), date(2026, 11, 24), date(1889, 1, 1)])
def test_a_milestone_is_not_met_before_the_notification_nor_in_the_future(register, day):
    case_id = make_case(register)
    make_timetable(register, VISIT)
    with pytest.raises(RejectedError, match="Met on"):
        save_milestone_done(register, case_id, "LOCAL-1", MilestoneDraft(day), today=TODAY)
    assert list_milestones(register, case_id, today=TODAY)[0].done_on is None


def test_a_milestone_that_the_timetable_does_not_have_cannot_be_met(register):
    case_id = make_case(register)
    draft = MilestoneDraft(TODAY)
    for code in ("LOCAL-1", "RR-PANEL"):
        with pytest.raises(UserError, match="does not belong"):
            save_milestone_done(register, case_id, code, draft, today=TODAY)
    assert list_milestones(register, case_id, today=TODAY) == ()


def test_a_milestone_that_cases_have_met_stays_but_may_be_unused(register):
    case_id = make_case(register)
    row = make_timetable(register, VISIT)
    met_on = date(2026, 11, 12)
    save_milestone_done(register, case_id, "LOCAL-1", MilestoneDraft(met_on), today=TODAY)
    with pytest.raises(RejectedError, match="1 case has met it, so it stays"):
        save_timetable(register, row, Timetable(SINCE, standard_milestones()))
    with pytest.raises(RejectedError, match="1 case has met it"):
        remove_timetable(register, row)
    save_timetable(register, row, with_step(row.timetable, replace(VISIT, is_used=False)))
    held = deadline(register, case_id, "LOCAL-1")
    assert (held.standing, held.due) == (Standing.MET, date(2026, 11, 13))


def test_what_was_met_keeps_its_name_and_result_when_the_case_changes_its_timetable(register):
    case_id = make_case(register)
    row = make_timetable(register, VISIT)
    met_on = date(2026, 11, 12)
    save_milestone_done(register, case_id, "LOCAL-1", MilestoneDraft(met_on), today=TODAY)
    make_timetable(register, replace(VISIT, count=1), since=date(2026, 11, 9))
    held = deadline(register, case_id, "LOCAL-1")
    assert (held.what, held.standing, held.due) == (VISIT.name, Standing.MET, date(2026, 11, 13))
    remove_timetable(register, list_timetables(register)[-1])
    save_timetable(register, row, replace(row.timetable, starts_on=date(2026, 11, 20)))
    held = deadline(register, case_id, "LOCAL-1")
    assert (held.what, held.standing, held.due) == (VISIT.name, Standing.MET, date(2026, 11, 13))


def test_removing_a_timetable_gives_its_cases_back_to_the_one_before(register):
    case_id = make_case(register)
    row = make_timetable(register, VISIT, Milestone("RR-PANEL", "Rapid Review meeting", 11))
    changes = remove_timetable(register, row)
    assert changes.what == "Local timetable removed: it was in force from Sun 1 Nov 2026"
    assert deadline(register, case_id, "LOCAL-1") is None
    assert deadline(register, case_id, "RR-PANEL").due == date(2026, 11, 26)
    assert register.timetables == ()


def test_an_own_milestone_is_a_next_step_by_its_name(register):
    case_id = make_case(register)
    make_timetable(register, replace(VISIT, count=0))
    view = get_case(register, case_id, today=TODAY)
    assert (view.next_step.words, view.next_step.dialog) in {
        STEPS["RR-COPY"],
        (VISIT.name, "rapid_review:LOCAL-1"),
    }
    assert VISIT.name in {step.words for step in view.next_steps}


def test_a_date_that_a_timetable_moved_is_told_by_the_milestones_name(register):
    case_id = make_case(register)
    row = make_timetable(register, VISIT)
    save_timetable(register, row, with_step(row.timetable, replace(VISIT, count=5)))
    told = [line.what for line in read_history(register, case_id=case_id)]
    assert "Due date moved, Strategy meeting minutes in" in told


def test_milestones_of_a_case_that_is_gone_cannot_be_read(register):
    with pytest.raises(UserError, match="no longer"):
        list_milestones(register, uuid4(), today=TODAY)
