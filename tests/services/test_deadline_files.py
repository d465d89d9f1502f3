"""Deadlines as a workbook: what each line says, and the file as it is logged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from exact_dates import exactly
from openpyxl import load_workbook
from services_samples import CASE, NOW, PROFILE, TODAY, make_case
from sqlalchemy import select

from sgdesk.domain.partnerships import AgreedDate
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.standings import Standing
from sgdesk.domain.timetables import Milestone, Timetable
from sgdesk.errors import CancelledError, UserError
from sgdesk.records.deadline_files import file_name
from sgdesk.records.deadlines import DueKind
from sgdesk.services.agreed_dates import save_agreed_date
from sgdesk.services.deadline_files import (
    deadline_book,
    deadline_workbook,
    save_deadline_workbook,
)
from sgdesk.services.deadline_workings import worked_rows
from sgdesk.services.deadlines import list_deadlines
from sgdesk.services.everything_due import list_everything_due
from sgdesk.services.made_files import field_prints
from sgdesk.services.reviews import save_publication
from sgdesk.services.settings import save_profile
from sgdesk.services.timetables import save_timetable
from sgdesk.store.entities.exports import ExportCaseEntity, ExportEntity

AGREED = AgreedDate(date(2026, 12, 4), "A return came late", "The three partners")


def lines_by_code(register):
    rows = list_deadlines(register, today=TODAY)
    book = deadline_book(register, rows, today=TODAY)
    return {row.code: line for row, line in zip(rows, book.lines, strict=True)}


def test_a_line_says_what_explains_its_date(register):
    case_id = make_case(register)
    save_agreed_date(register, case_id, "RR-15", AGREED)
    line = lines_by_code(register)["RR-15"]
    assert line.reference == CASE.reference
    assert (line.trigger, line.trigger_on) == ("Notified", date(2026, 11, 10))
    assert (line.due, line.agreed_on, line.counts_to) == (
        date(2026, 12, 1),
        AGREED.agreed_on,
        AGREED.agreed_on,
    )
    assert line.agreed_why == "A return came late (The three partners)"
    assert line.rule == "RR-15: 15 working days after the notified date"
    assert (line.weight, line.edition) == ("Panel expectation", "Working Together 2026")
    assert "Day 15 = Tue 1 Dec 2026" in line.working
    assert line.source


def test_days_left_and_days_late_are_told_apart_by_their_sign(register):
    make_case(register)
    lines = lines_by_code(register)
    assert lines["RR-COPY"].standing is Standing.OVERDUE
    assert lines["RR-COPY"].days == -9
    assert lines["RR-15"].days == 6
    assert lines["PANEL-RESP"].days is None
    assert lines["PANEL-RESP"].working.startswith("Not counted yet: the date the Rapid Review")


def test_a_book_is_marked_counted_and_carries_its_rules_once(register):
    make_case(register)
    make_case(register, replace(CASE, reference="RIV2026-27-02", further_references=()))
    rows = list_deadlines(register, today=TODAY)
    book = deadline_book(register, rows, today=TODAY, title="Open deadlines")
    assert (book.title, book.mark, book.as_at) == ("Open deadlines", "OFFICIAL-SENSITIVE", TODAY)
    assert "the day after the trigger is day 1" in book.counting
    assert book.seal == register.store.audit_head().words()
    keys = [(rule.edition, rule.code) for rule in book.rules]
    assert sorted(set(keys)) == keys
    assert "RR-15" in {rule.code for rule in book.rules}


def test_practice_says_so_and_names_no_trail(practice):
    book = deadline_book(practice, (), today=TODAY)
    assert book.mark.startswith("PRACTICE")
    assert (book.seal, book.lines, book.rules) == ("", (), ())


def test_what_no_rule_gives_a_date_to_is_a_line_all_the_same(register):
    make_case(register)
    first = next(row for row in list_deadlines(register, today=TODAY) if row.counts_to)
    row = replace(first, code="ACT-overdue", what="3 actions", kind=DueKind.ACTION)
    (line,) = deadline_book(register, [row], today=TODAY).lines
    assert (line.what, line.rule) == ("3 actions", "Action of a plan")
    assert (line.source, line.working) == ("", "")
    assert worked_rows(register, [row], today=TODAY)[0].deadline is None


def test_returns_and_actions_have_their_working_and_their_days_too(practice):
    rows = [
        row for row in list_everything_due(practice, today=TODAY) if row.kind is not DueKind.RULE
    ]
    assert {row.kind for row in rows} == {DueKind.RETURN, DueKind.ACTION}
    lines = deadline_book(practice, rows, today=TODAY).lines
    assert all(line.working for line in lines)
    assert {line.rule for line in lines} == {"Agency return", "Action of a plan"}
    for row, line in zip(rows, lines, strict=True):
        assert (line.days is not None) == (row.counts_to is not None)
        assert (line.due, line.counts_to) == (None, row.counts_to)
        if row.standing is Standing.OVERDUE:
            assert line.days <= 0


def test_a_workbook_is_saved_whole_logged_with_its_cases_and_named_after_nobody(register, tmp_path):
    case_id = make_case(register)
    rows = list_deadlines(register, today=TODAY)
    target = tmp_path / file_name(TODAY, "xlsx")
    made = save_deadline_workbook(register, rows, target, today=TODAY, title="Open deadlines")
    assert made.path.name == "Deadlines 2026-11-23.xlsx"
    sheet = load_workbook(made.path)["Deadlines"]
    assert sheet.max_row == len(rows) + 1
    with register.store.read() as session:
        (logged,) = session.scalars(select(ExportEntity))
        (about,) = session.scalars(select(ExportCaseEntity))
        assert (logged.kind, logged.file_name) == ("deadline-workbook", made.path.name)
        assert (logged.sha256, about.case_id) == (made.sha256, case_id)
        assert about.export_id == logged.id


def test_the_same_deadlines_give_the_same_bytes(register):
    make_case(register)
    rows = list_deadlines(register, today=TODAY)
    first = deadline_workbook(register, rows, today=TODAY)
    assert first == deadline_workbook(register, rows, today=TODAY)
    assert load_workbook(BytesIO(first)).properties.created == NOW.replace(tzinfo=None)


def test_a_file_is_known_by_its_fields_and_not_by_the_moment(register):
    make_case(register)
    book = deadline_book(register, list_deadlines(register, today=TODAY), today=TODAY)
    later = replace(book, made_at=NOW + timedelta(hours=1))
    assert field_prints(later) == field_prints(book)
    assert field_prints(replace(book, lines=book.lines[1:])) != field_prints(book)


def test_a_folder_that_is_not_there_is_said_and_nothing_is_logged(register, tmp_path):
    make_case(register)
    rows = list_deadlines(register, today=TODAY)
    with pytest.raises(UserError, match="could not be written"):
        save_deadline_workbook(register, rows, tmp_path / "none" / "d.xlsx", today=TODAY)
    with register.store.read() as session:
        assert session.scalars(select(ExportEntity)).all() == []


def test_cancelled_work_leaves_no_file(register, tmp_path):
    make_case(register)
    rows = list_deadlines(register, today=TODAY)

    def stop(*_step):
        raise CancelledError

    with pytest.raises(CancelledError):
        save_deadline_workbook(register, rows, tmp_path / "d.xlsx", today=TODAY, progress=stop)
    assert not (tmp_path / "d.xlsx").exists()


def test_a_milestone_of_the_partnerships_own_has_its_name_and_no_code(register):
    own = Milestone("LOCAL-1", "Strategy meeting minutes in", 3)
    save_timetable(register, None, Timetable(date(2026, 11, 1), (own,)))
    make_case(register)
    line = lines_by_code(register)["LOCAL-1"]
    assert line.what == "Strategy meeting minutes in"
    assert line.rule == "Local timetable: 3 working days after the notified date"


def test_a_rule_that_two_timetables_count_in_two_ways_is_in_the_legend_twice(register):
    make_case(register)
    sooner = Timetable(date(2026, 11, 12), (Milestone("RR-SIGN", "Partners’ sign-off", 13),))
    save_timetable(register, None, sooner)
    later = replace(CASE, reference="RIV2026-27-02", further_references=())
    make_case(register, later, notified_on=date(2026, 11, 13))
    rows = list_deadlines(register, today=TODAY)
    book = deadline_book(register, rows, today=TODAY)
    periods = [rule.period for rule in book.rules if rule.code == "RR-SIGN"]
    assert periods == [f"{count} working days after the notified date" for count in (13, 14)]


def test_the_yearly_report_is_explained_too(register):
    save_profile(register, replace(PROFILE, last_yearly_report_on=date(2025, 11, 23)), today=TODAY)
    line = lines_by_code(register)["YR-12"]
    assert (line.reference, line.days) == ("Partnership", 0)
    assert "12 months later" in line.working


def test_a_mistyped_year_keeps_no_workbook_from_being_made(register):
    old = replace(CASE, incident=exactly(date(1996, 1, 1)), aware_on=date(1996, 1, 2))
    case_id = make_case(register, old, notified_on=None)
    save_publication(
        register, case_id, PublicationDraft(published_on=date(1996, 1, 3)), today=TODAY
    )
    rows = list_deadlines(register, today=TODAY)
    (kept,) = [row for row in rows if row.code == "PUB-1Y"]
    far = replace(kept, code="ACT-1", kind=DueKind.ACTION)
    rule, action = deadline_book(register, [kept, far], today=TODAY).lines
    assert "calendar runs from" in rule.working
    assert action.days is None
