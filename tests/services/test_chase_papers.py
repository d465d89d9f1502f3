"""The chase list on paper: who owes what, since when, why by that day, and whom to ring."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from agency_samples import ASKED, RULE_DUE, add_agencies, make_asked, rows_by_name
from exact_dates import exactly
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.agency_requests import AgencyRequestDraft, AgencyReturnDraft, ChaseStep
from sgdesk.domain.partnerships import AgencyContactDraft, AgencyDraft
from sgdesk.services.agency_directory import save_contact
from sgdesk.services.agency_requests import ask_agencies, save_request, save_return
from sgdesk.services.chase_papers import (
    ChaseChoice,
    agencies_of,
    chase_list,
    list_outstanding,
)
from sgdesk.services.chases import draft_chase, log_chase
from sgdesk.services.entries import put_entry
from sgdesk.services.papers import paper_bytes
from sgdesk.services.settings import list_agencies, save_agency

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LATE = date(2026, 11, 26)
"""Two working days after the returns were due."""


def rows_of(paper):
    """Return the lines of the list as lists of cells; the heading of an agency is one cell."""
    (table,) = paper.parts
    return [list(row.cells) for row in table.rows]


def headings(paper):
    return [cells[0] for cells in rows_of(paper) if len(cells) == 1]


def lines_of(paper):
    return [cells for cells in rows_of(paper) if len(cells) > 1]


def names(paper):
    return [words.split(" · ")[0] for words in headings(paper)]


def edit(register, case_id, name, **changes):
    row = rows_by_name(register, case_id, today=LATE)[name]
    if "due_on" in changes:
        changes["due_reason"] = "As agreed with them"
    request = replace(row.request, **changes)
    save_request(register, case_id, row.request_entry, request, today=LATE)


def test_a_register_in_which_nothing_is_outstanding_says_so(register):
    paper = chase_list(register, today=TODAY)
    (table,) = paper.parts
    assert (table.rows, table.note) == (
        (),
        "Nothing is outstanding: no agency has to be chased.",
    )
    assert paper.summary == "0 returns out as at Mon 23 Nov 2026, 0 agencies."
    make_asked(register)
    overdue = chase_list(register, ChaseChoice(only_overdue=True), today=TODAY)
    assert overdue.parts[0].note.startswith("Nothing is overdue")


def test_a_line_tells_what_is_due_why_how_late_what_was_done_and_what_comes_next(register):
    case_id, _ = make_asked(register, ("Housing",))
    row = rows_by_name(register, case_id, today=RULE_DUE)["Housing"]
    letter = draft_chase(register, row, ChaseStep.REMINDER, today=TODAY)
    log_chase(register, row, ChaseStep.REMINDER, letter, "Telephone", today=TODAY)
    paper = chase_list(register, today=LATE)
    assert headings(paper) == ["Housing · 1 return out, 1 overdue\nDesk of Housing, a@b.test"]
    (line,) = lines_of(paper)
    assert line == [
        "RIV2026-27-01\nRapid Review return",
        "Wed 11 Nov 2026",
        "Tue 24 Nov 2026\n10 working days after the notified date, Tue 10 Nov 2026",
        "Overdue by 2 working days",
        "Mon 23 Nov 2026\nreminder",
        "Chase\nsuggested since Wed 25 Nov",
        "\n\n",
    ]
    assert paper.summary == (
        "1 return out, 1 overdue as at Thu 26 Nov 2026, 1 agency. Most late first."
    )
    assert paper.is_landscape
    assert paper.case_ids == (case_id,)


def test_a_date_of_its_own_shows_how_it_was_counted_and_the_date_by_the_rule(register):
    case_id, _ = make_asked(register, ("Housing",))
    edit(register, case_id, "Housing", due_on=date(2026, 11, 20))
    (line,) = lines_of(chase_list(register, today=LATE))
    assert line[2] == (
        "Fri 20 Nov 2026\n7 working days after it was asked Wed 11 Nov 2026; "
        "by the rule Tue 24 Nov 2026"
    )


def test_whom_it_was_asked_and_which_round_are_told_where_they_are_not_plain(register):
    case_id, agencies = make_asked(register, ("Housing",))
    edit(register, case_id, "Housing", contact="Night desk")
    ask_agencies(register, case_id, [agencies["Housing"]], replace(ASKED, round=2), today=TODAY)
    first, second = sorted(lines_of(chase_list(register, today=LATE)))
    assert first[:2] == ["RIV2026-27-01\nRapid Review return", "Wed 11 Nov 2026\nto Night desk"]
    assert second[0] == "RIV2026-27-01\nRapid Review return, round 2\nHousing"


def test_agencies_and_their_returns_come_with_the_most_late_first(register):
    case_id, agencies = make_asked(register, ("Acute hospital trust", "Housing", "Schools"))
    edit(register, case_id, "Housing", due_on=date(2026, 11, 20))
    edit(register, case_id, "Schools", due_on=date(2026, 12, 4))
    other = make_case(register, replace(CASE, reference="RIV2026-27-02", further_references=()))
    again = replace(ASKED, purpose="Chronology", due_on=date(2026, 11, 18), due_reason="At once")
    ask_agencies(register, other, [agencies["Acute hospital trust"]], again, today=TODAY)
    undated = replace(ASKED, purpose="Letter", due_on=None)
    ask_agencies(register, other, [agencies["Schools"]], undated, today=TODAY)
    paper = chase_list(register, today=LATE)
    assert names(paper) == ["Acute hospital trust", "Housing", "Schools"]
    assert [line[3].split("\n")[0] for line in lines_of(paper)][:3] == [
        "Overdue by 6 working days",
        "Overdue by 2 working days",
        "Overdue by 4 working days",
    ]
    assert [line[2].split("\n")[0] for line in lines_of(paper)][3:] == ["Fri 4 Dec 2026", "No date"]
    assert lines_of(paper)[1][0].endswith("\nAcute hospital trust")


def test_the_list_can_be_of_one_agency_or_of_what_is_overdue_alone(register):
    case_id, agencies = make_asked(register, ("Housing", "Schools"))
    edit(register, case_id, "Schools", due_on=date(2026, 12, 4))
    everything = list_outstanding(register, today=LATE)
    assert [tuple(one)[1:] for one in agencies_of(everything)] == [
        ("Housing", 1, 1),
        ("Schools", 1, 0),
    ]
    one = chase_list(register, ChaseChoice(agencies["Schools"]), today=LATE)
    assert names(one) == ["Schools"]
    overdue = chase_list(register, ChaseChoice(only_overdue=True), today=LATE)
    assert names(overdue) == ["Housing"]
    assert "Only what is overdue." in overdue.summary


def test_what_came_in_is_off_the_list(register):
    case_id, _ = make_asked(register, ("Housing", "Schools"))
    entry = rows_by_name(register, case_id)["Housing"].return_entry
    save_return(register, case_id, entry, AgencyReturnDraft(received_on=TODAY), today=TODAY)
    assert names(chase_list(register, today=LATE)) == ["Schools"]


def test_contacts_are_those_of_the_directory_today(register):
    _, agencies = make_asked(register, ("Housing",))
    key = agencies["Housing"]
    deputy = AgencyContactDraft("R. Planted", "Deputy", "r@b.test", "01632 960111")
    save_contact(register, key, None, deputy, today=LATE)
    left = replace(deputy, name="L. Left", left_on=TODAY)
    save_contact(register, key, None, left, today=LATE)
    leaving = replace(deputy, name="S. Soon", role="", email="", left_on=LATE)
    save_contact(register, key, None, leaving, today=LATE)
    (held,) = (row for row in list_agencies(register) if row.agency_id == key)
    save_agency(register, key, replace(held.draft, contact="New desk", phone="01632 960100"))
    (words,) = headings(chase_list(register, today=TODAY))
    assert words.split("\n")[1] == (
        "New desk, 01632 960100, a@b.test; R. Planted, Deputy, 01632 960111, r@b.test; "
        "S. Soon, 01632 960111"
    )


def test_an_agency_without_a_contact_says_where_one_is_entered(register):
    case_id, _ = make_asked(register, ("Housing",))
    save_agency(register, None, AgencyDraft("Nobody knows"))
    agencies = {row.draft.name: row.agency_id for row in list_agencies(register)}
    ask_agencies(register, case_id, [agencies["Nobody knows"]], ASKED, today=TODAY)
    with register.write() as session:
        put_entry(session, case_id, None, AgencyRequestDraft(asked_on=ASKED.asked_on))
    paper = chase_list(register, today=TODAY)
    told = {words.split(" · ")[0]: words.split("\n")[1] for words in headings(paper)}
    where = "The directory names no contact. Settings, Agencies takes one."
    assert told["Nobody knows"] == told["No agency chosen"] == where
    offered = [one.name for one in agencies_of(list_outstanding(register, today=TODAY))]
    assert offered == ["Housing", "Nobody knows"]
    lines = {line[1] for line in lines_of(paper)}
    assert "Wed 11 Nov 2026" in lines


def test_what_was_promised_and_queried_is_told_for_the_call(register):
    case_id, _ = make_asked(register, ("Housing", "Riverton Police", "Schools"))
    edit(register, case_id, "Housing", promised_on=date(2026, 11, 20))
    edit(register, case_id, "Schools", promised_on=date(2026, 12, 1), due_on=date(2026, 12, 4))
    entry = rows_by_name(register, case_id)["Riverton Police"].return_entry
    save_return(register, case_id, entry, AgencyReturnDraft(received_on=TODAY), today=TODAY)
    edit(register, case_id, "Riverton Police", queried_on=TODAY, query="Planted words?")
    paper = chase_list(register, today=LATE)
    assert "Planted" not in str(rows_of(paper))
    assert {line[3] for line in lines_of(paper)} == {
        "Overdue by 2 working days\npromised for Fri 20 Nov",
        "Promised for Tue 1 Dec\ndue in 6 working days",
        "Queried on Mon 23 Nov",
    }


def test_no_child_and_no_title_of_a_case_is_on_the_list(register):
    make_asked(register)
    assert CASE.title not in str(rows_of(chase_list(register, today=LATE)))


def test_the_list_of_practice_says_so(practice):
    paper = chase_list(practice, today=TODAY)
    assert paper.mark.startswith("PRACTICE")
    assert len(lines_of(paper)) == 16
    with pypdfium2.PdfDocument(io.BytesIO(paper_bytes(paper))) as document:
        assert "Note of the call" in document[0].get_textpage().get_text_bounded()


def make_many(register, count):
    """Ask ten agencies in as many cases as `count` requests need, each earlier than the last."""
    agencies = list(
        add_agencies(register, [f"Agency {n} of the partnership" for n in range(10)]).values()
    )
    for number in range(count // 10 + (count % 10 > 0)):
        aware_on = date(2026, 9, 1)
        reference = f"RIV2026-27-{number + 1:03}"
        case = replace(
            CASE,
            reference=reference,
            further_references=(),
            incident=exactly(aware_on),
            aware_on=aware_on,
        )
        case_id = make_case(register, case, TODAY - timedelta(days=3 + number))
        wanted = agencies[: min(10, count - 10 * number)]
        asked = replace(ASKED, asked_on=TODAY - timedelta(days=2 + number))
        ask_agencies(register, case_id, wanted, asked, today=TODAY)


@pytest.mark.parametrize("is_landscape", [False, True], ids=["portrait", "landscape"])
@pytest.mark.parametrize("count", [0, 5, 64, 500])
def test_the_list_keeps_both_standards_for_every_reader(
    register, count: int, is_landscape: bool, tmp_path: Path, verapdf: Callable[..., None]
):
    make_many(register, count)
    paper = replace(chase_list(register, today=TODAY), is_landscape=is_landscape)
    assert len(lines_of(paper)) == count
    file = tmp_path / "list.pdf"
    file.write_bytes(paper_bytes(paper))
    verapdf(file)
