from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from services_samples import CASE, PROFILE, TODAY, make_case

from sgdesk.domain.editions import Edition
from sgdesk.domain.partnerships import AgreedDate
from sgdesk.domain.standings import Standing
from sgdesk.errors import RejectedError, UserError
from sgdesk.services.agreed_dates import save_agreed_date
from sgdesk.services.deadline_reports import deadline_report
from sgdesk.services.deadlines import explain_deadline, list_deadlines
from sgdesk.services.settings import save_profile

AGREED = AgreedDate(date(2026, 12, 4), "A return came late", "The three partners")


def test_the_list_holds_what_applies_earliest_first_and_the_partnership(register):
    make_case(register)
    rows = list_deadlines(register, today=TODAY)
    assert Standing.NOT_APPLICABLE not in {row.standing for row in rows}
    dated = [row.counts_to for row in rows if row.counts_to]
    assert dated == sorted(dated)
    assert rows[-1].counts_to is None
    (yearly,) = [row for row in rows if row.case_id is None]
    assert (yearly.reference, yearly.standing) == ("Partnership", Standing.WAITING)


def test_the_yearly_report_is_due_a_year_after_the_last(register):
    save_profile(register, replace(PROFILE, last_yearly_report_on=date(2025, 11, 23)), today=TODAY)
    detail = explain_deadline(register, None, "YR-12", today=TODAY)
    assert detail.row.standing is Standing.DUE_TODAY
    assert "12 months later" in detail.explanation.sentence


def test_a_deadline_explains_itself_and_names_the_other_countings(register):
    case_id = make_case(register)
    detail = explain_deadline(register, case_id, "RR-15", today=TODAY)
    assert detail.explanation.due == date(2026, 12, 1)
    assert [day for _, day in detail.other_countings] == [date(2026, 11, 30)]
    assert "in force" in detail.edition_reason.casefold()
    waiting = explain_deadline(register, case_id, "PANEL-RESP", today=TODAY)
    assert waiting.explanation is None
    task = explain_deadline(register, case_id, "LR-DELAY", today=TODAY)
    assert task.explanation is None


def test_a_chosen_edition_gives_its_reason(register):
    old = replace(CASE, edition=Edition.WT2018, edition_reason="Began under it")
    case_id = make_case(register, old)
    detail = explain_deadline(register, case_id, "RR-15", today=TODAY)
    assert detail.edition_reason == "Began under it"
    assert detail.rule.edition is Edition.WT2018


def test_what_cannot_be_explained_is_said_in_a_sentence(register):
    case_id = make_case(register)
    with pytest.raises(UserError, match="no longer"):
        explain_deadline(register, uuid4(), "RR-15", today=TODAY)
    with pytest.raises(UserError, match="CL-5"):
        explain_deadline(register, case_id, "CL-5", today=TODAY)


def test_an_agreed_date_stands_beside_the_rules_date_until_it_is_taken_back(register):
    case_id = make_case(register)
    save_agreed_date(register, case_id, "RR-15", AGREED)
    detail = explain_deadline(register, case_id, "RR-15", today=TODAY)
    assert (detail.row.due, detail.row.agreed_on) == (date(2026, 12, 1), date(2026, 12, 4))
    assert detail.agreed == AGREED
    moved = replace(AGREED, agreed_on=date(2026, 12, 7))
    save_agreed_date(register, case_id, "RR-15", moved)
    assert explain_deadline(register, case_id, "RR-15", today=TODAY).agreed == moved
    save_agreed_date(register, case_id, "RR-15", None)
    save_agreed_date(register, case_id, "RR-15", None)
    assert explain_deadline(register, case_id, "RR-15", today=TODAY).agreed is None
    with pytest.raises(RejectedError):
        save_agreed_date(register, case_id, "RR-15", replace(AGREED, reason=" "))


def test_the_report_prints_rows_in_the_order_given_with_mark_and_counting(register):
    case_id = make_case(register)
    save_agreed_date(register, case_id, "RR-15", AGREED)
    rows = list_deadlines(register, today=TODAY)
    report = deadline_report(register, rows, today=TODAY, summary="All cases.")
    (table,) = report.parts
    assert [row.cells[0] for row in table.rows] == [row.reference for row in rows]
    assert [row.standing for row in table.rows] == [row.standing for row in rows]
    assert report.mark == "OFFICIAL-SENSITIVE"
    assert "day after the trigger is day 1" in report.counting
    assert report.summary.startswith(f"{len(rows)} deadlines as at Mon 23 Nov 2026, 3 overdue.")
    by_title = {row.cells[1].split("\n")[0]: row.cells for row in table.rows}
    assert by_title["Rapid Review to the Panel"][3] == "Tue 1 Dec 2026\nAgreed: Fri 4 Dec 2026"
    assert by_title["Yearly report"][2] == ""
    one = deadline_report(register, rows[:1], today=TODAY)
    assert one.summary.startswith("1 deadline as at")
    (nothing,) = deadline_report(register, (), today=TODAY).parts
    assert (nothing.rows, nothing.note) == ((), "There is no deadline to show.")


def test_practice_marks_its_paper(practice):
    assert deadline_report(practice, (), today=TODAY).mark.startswith("PRACTICE")
