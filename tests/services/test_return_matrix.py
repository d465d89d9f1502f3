"""Tests of the matrix of agency returns: what is read, what passes a filter, what is printed."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from agency_samples import ASKED, add_agencies, make_asked, rows_by_name
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.agency_requests import AgencyRequestDraft, ReturnState
from sgdesk.domain.cases import CaseKind
from sgdesk.domain.rapid_reviews import RapidReviewDraft
from sgdesk.records.return_matrix import ReturnMatrix
from sgdesk.services.agency_requests import ask_agencies, save_request, save_return
from sgdesk.services.case_views import get_case
from sgdesk.services.cases import save_case
from sgdesk.services.entries import put_entry
from sgdesk.services.papers import paper_bytes
from sgdesk.services.return_matrix import (
    MatrixFilter,
    counts_of,
    matrix_of,
    purposes_of,
    read_returns,
)
from sgdesk.services.return_papers import matrix_paper
from sgdesk.services.reviews import save_rapid_review

NATIONAL = {"reference": "", "further_references": (), "kind": CaseKind.NATIONAL}
LATE = date(2026, 11, 26)
"""Two working days after the returns of the first case were due."""


def matrix(register, which=MatrixFilter.ALL, purpose="", today=TODAY):
    return matrix_of(read_returns(register, today=today), which, purpose)


def shown(matrix):
    """Return the marks by agency and case: letters are the first thing that tells them apart."""
    return {
        (agency.name, case.reference): [
            (cell.state, cell.note) for cell in matrix.cells_at(row, column)
        ]
        for row, agency in enumerate(matrix.agencies)
        for column, case in enumerate(matrix.cases)
        if matrix.cells_at(row, column)
    }


def change(register, case_id, name, **changes):
    row = rows_by_name(register, case_id)[name]
    save_request(register, case_id, row.request_entry, replace(row.request, **changes), today=TODAY)


def receive(register, case_id, name, day=TODAY, **changes):
    row = rows_by_name(register, case_id)[name]
    returned = replace(row.returned, received_on=day, **changes)
    save_return(register, case_id, row.return_entry, returned, today=TODAY)


def second_case(register, agencies, names=("Housing",)):
    case_id = make_case(register, replace(CASE, reference="RIV2026-27-02", further_references=()))
    wanted = [agencies[name] for name in names]
    ask_agencies(register, case_id, wanted, ASKED, today=TODAY)
    return case_id


def test_a_register_without_requests_has_an_empty_matrix(register):
    make_case(register)
    assert matrix(register) == ReturnMatrix()
    assert matrix(register).sentence() == ""


def test_cases_stand_newest_first_and_agencies_by_name(register):
    _, agencies = make_asked(register)
    second_case(register, agencies)
    held = matrix(register)
    assert [case.reference for case in held.cases] == ["RIV2026-27-02", "RIV2026-27-01"]
    assert [agency.name for agency in held.agencies] == ["Housing", "Riverton Police"]
    assert [held.outstanding_of(row) for row in (0, 1)] == [2, 1]
    assert held.sentence() == "3 returns out in 2 cases"


def test_the_head_of_a_case_says_its_day_and_when_its_returns_are_due(register):
    make_asked(register)
    (case,) = matrix(register).cases
    assert (case.stand, case.due) == ("day 9 of 15", "due Tue 24 Nov")


def test_beyond_its_rapid_review_a_case_says_its_stage(register):
    case_id, _ = make_asked(register)
    save_rapid_review(register, case_id, RapidReviewDraft(sent_on=TODAY), today=TODAY)
    (case,) = matrix(register).cases
    assert (case.stand, case.due) == ("Panel’s reply", "")


@pytest.mark.parametrize(
    ("changes", "mark"),
    [
        ({}, (ReturnState.ASKED, "due 24 Nov")),
        ({"acknowledged_on": TODAY}, (ReturnState.ACKNOWLEDGED, "due 24 Nov")),
        ({"promised_on": date(2026, 11, 25)}, (ReturnState.PROMISED, "for 25 Nov")),
        (
            {"due_on": date(2026, 12, 1), "due_reason": "Late"},
            (ReturnState.OWN_DATE, "due 1 Dec"),
        ),
        ({"not_needed_reason": "Knows nothing"}, (ReturnState.NOT_NEEDED, "")),
        ({"purpose": "Chronology"}, (ReturnState.ASKED, "")),
    ],
)
def test_a_mark_says_when_something_is_to_come(register, changes, mark):
    case_id, _ = make_asked(register, ("Housing",))
    change(register, case_id, "Housing", **changes)
    assert shown(matrix(register)) == {("Housing", "RIV2026-27-01"): [mark]}


@pytest.mark.parametrize(("today", "note"), [(date(2026, 11, 25), "by 1 day"), (LATE, "by 2 days")])
def test_an_overdue_mark_counts_working_days(register, today, note):
    make_asked(register, ("Housing",))
    marks = shown(matrix(register, today=today))
    assert marks["Housing", "RIV2026-27-01"] == [(ReturnState.OVERDUE, note)]


def test_a_mark_says_when_a_return_came_in_and_when_it_was_queried(register):
    case_id, _ = make_asked(register)
    receive(register, case_id, "Housing", date(2026, 11, 19))
    receive(register, case_id, "Riverton Police", date(2026, 11, 19), is_nil=True)
    marks = shown(matrix(register))
    assert marks["Housing", "RIV2026-27-01"] == [(ReturnState.RECEIVED, "19 Nov")]
    assert marks["Riverton Police", "RIV2026-27-01"] == [(ReturnState.NIL, "19 Nov")]
    change(register, case_id, "Housing", queried_on=TODAY, query="Which landlord?")
    assert shown(matrix(register))["Housing", "RIV2026-27-01"] == [(ReturnState.QUERIED, "23 Nov")]


def test_of_several_requests_the_one_that_needs_a_person_stands_in_front(register):
    case_id, agencies = make_asked(register, ("Housing",))
    again = replace(ASKED, round=2, due_on=date(2026, 11, 30), due_reason="Second round")
    ask_agencies(register, case_id, [agencies["Housing"]], again, today=TODAY)
    marks = shown(matrix(register, today=LATE))["Housing", "RIV2026-27-01"]
    assert [state for state, _ in marks] == [ReturnState.OVERDUE, ReturnState.OWN_DATE]


def test_of_two_that_stand_alike_the_later_round_is_in_front(register):
    case_id, agencies = make_asked(register, ("Housing",), purpose="Chronology")
    again = replace(ASKED, purpose="Chronology", round=2)
    ask_agencies(register, case_id, [agencies["Housing"]], again, today=TODAY)
    first, second = matrix(register).cells_at(0, 0)
    assert (first.round, second.round) == (2, 1)


def test_filters_leave_out_agencies_and_cases_without_a_match(register):
    case_id, agencies = make_asked(register)
    second_case(register, agencies)
    receive(register, case_id, "Housing")
    out = matrix(register, MatrixFilter.OUTSTANDING)
    assert set(shown(out)) == {
        ("Housing", "RIV2026-27-02"),
        ("Riverton Police", "RIV2026-27-01"),
    }
    assert matrix(register, MatrixFilter.OVERDUE) == ReturnMatrix()
    late = matrix(register, MatrixFilter.OVERDUE, today=LATE)
    assert set(shown(late)) == set(shown(out))
    assert late.sentence() == "2 returns out in 2 cases, 2 overdue"


def test_a_purpose_can_be_shown_alone_and_counted(register):
    case_id, agencies = make_asked(register)
    wanted = replace(ASKED, purpose="Chronology")
    ask_agencies(register, case_id, [agencies["Schools"]], wanted, today=TODAY)
    held = read_returns(register, today=TODAY)
    assert purposes_of(held) == ("Chronology", "Rapid Review return")
    assert set(shown(matrix(register, purpose="Chronology"))) == {("Schools", "RIV2026-27-01")}
    assert counts_of(held, "Rapid Review return")[MatrixFilter.ALL] == 2
    assert counts_of(held)[MatrixFilter.OUTSTANDING] == 3


def close(register, case_id):
    draft = get_case(register, case_id, today=TODAY).draft
    save_case(register, case_id, replace(draft, closed_on=TODAY, closed_reason="Done"), today=TODAY)


def test_a_closed_case_stays_only_while_something_is_out(register):
    case_id, _ = make_asked(register, ("Housing",))
    close(register, case_id)
    assert len(matrix(register).cases) == 1
    receive(register, case_id, "Housing")
    assert matrix(register) == ReturnMatrix()


def test_nothing_out_is_said_in_words(register):
    case_id, _ = make_asked(register, ("Housing",))
    receive(register, case_id, "Housing")
    held = matrix(register)
    assert held.sentence() == "Nothing is outstanding"
    assert held.outstanding == (0,)


def test_a_request_without_an_agency_has_a_row_of_its_own(register):
    case_id = make_case(register)
    with register.write() as session:  # as older registers may hold it
        put_entry(session, case_id, None, AgencyRequestDraft(asked_on=TODAY))
    assert [agency.name for agency in matrix(register).agencies] == ["No agency chosen"]


def test_a_request_is_found_at_its_place(register):
    make_asked(register)
    held = matrix(register)
    assert held.place_of(held.cells_at(1, 0)[0].request_id) == (1, 0)
    assert ReturnMatrix().place_of(held.cells_at(1, 0)[0].request_id) is None


# On paper


def paper_text(paper):
    table = paper.parts[0]
    return [tuple(cell.replace("\u00a0", " ") for cell in row.cells) for row in table.rows]


def test_on_paper_every_mark_is_its_letter_and_its_date(register):
    case_id, agencies = make_asked(register)
    second_case(register, agencies)
    receive(register, case_id, "Housing", date(2026, 11, 19))
    paper = matrix_paper(register, matrix(register), today=TODAY, shown="Outstanding only")
    heads = [column.title.replace("\u00a0", " ") for column in paper.parts[0].columns]
    assert heads == [
        "Agency",
        "RIV\n2026-27-02\nday 9 of 15\ndue 24 Nov",
        "RIV\n2026-27-01\nday 9 of 15\ndue 24 Nov",
        "Out",
    ]
    assert paper_text(paper) == [
        ("Housing", "S 24 Nov", "R 19 Nov", "1"),
        ("Riverton Police", "·", "S 24 Nov", "1"),
    ]
    assert paper.summary == "2 returns out in 2 cases. Outstanding only."
    assert paper.is_landscape
    assert "R received" in paper.parts[1].lines[0]


def test_a_further_request_is_counted_beside_the_first(register):
    case_id, agencies = make_asked(register, ("Housing",))
    again = replace(ASKED, round=2)
    ask_agencies(register, case_id, [agencies["Housing"]], again, today=TODAY)
    (row,) = paper_text(matrix_paper(register, matrix(register), today=TODAY))
    assert row == ("Housing", "S 24 Nov +1", "2")


def test_a_case_without_a_reference_is_called_by_its_title_on_paper(register):
    agencies = add_agencies(register)
    case_id = make_case(register, replace(CASE, **NATIONAL))
    ask_agencies(register, case_id, [agencies["Housing"]], ASKED, today=TODAY)
    paper = matrix_paper(register, matrix(register), today=TODAY)
    assert paper.parts[0].columns[1].title.startswith("Two siblings, neglect\n")


def test_an_empty_matrix_says_so_on_paper(register):
    paper = matrix_paper(register, ReturnMatrix(), today=TODAY)
    assert paper.parts[0].rows == ()
    assert paper.parts[0].note == "No agency was asked in an open case."


def many(register, cases, agencies, name="Agency number {}"):
    """Ask many agencies in many cases, of which the last few have everything in."""
    keys = list(add_agencies(register, [name.format(n) for n in range(agencies)]).values())
    for number in range(cases):
        case = replace(CASE, reference=f"RIVSCP2026-27-{number:02}", further_references=())
        case_id = make_case(register, case)
        ask_agencies(register, case_id, keys, ASKED, today=TODAY)
    return matrix(register)


@pytest.mark.parametrize(
    ("cases", "agencies", "name"),
    [
        (11, 12, "Agency number {}"),
        (15, 8, "Integrated care board of the north, named doctor {}"),
        (9, 30, "Agency number {}"),
        (2, 24, "Integrated care board of the north, named doctor {}"),
    ],
)
def test_the_matrix_fits_on_one_page(register, cases, agencies, name):
    held = many(register, cases, agencies, name)
    pdf = paper_bytes(matrix_paper(register, held, today=TODAY, shown="Outstanding only"))
    assert len(pypdfium2.PdfDocument(io.BytesIO(pdf))) == 1


def test_a_matrix_that_is_too_large_says_which_part_is_on_the_page(register):
    held = many(register, 9, 30)
    paper = matrix_paper(register, held, today=TODAY)
    assert len(paper.parts[0].rows) == 23
    assert paper.summary.endswith(
        "This page has 7 of 9 cases and 23 of 30 agencies: those with most returns out."
    )
    assert not paper.is_landscape


def test_the_cases_with_most_returns_out_are_on_the_page_in_their_order(register):
    held = many(register, 9, 20)
    last, *_, first = [case.case_id for case in held.cases]
    for number in range(20):
        receive(register, last, f"Agency number {number}")
    paper = matrix_paper(register, matrix(register), today=TODAY)
    heads = [column.title for column in paper.parts[0].columns[1:-1]]
    assert not any("2026-27-08" in head for head in heads)
    assert [head.split("\n")[1][-2:] for head in heads] == [
        "07",
        "06",
        "05",
        "04",
        "03",
        "02",
        "01",
    ]
    assert first is not None
