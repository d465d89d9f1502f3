"""Tests of what a publication hangs on, and of its papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.answers import Answer, Considered
from sgdesk.domain.family import TOLD_OF_DATE, FamilyContactDraft
from sgdesk.domain.publication_gates import GateState, open_gates
from sgdesk.domain.publications import PackFileDraft, PackFileKind, PublicationDraft
from sgdesk.domain.standings import Standing
from sgdesk.services.case_views import get_case
from sgdesk.services.entries import save_entry
from sgdesk.services.publication_papers import public_list_paper, publication_checklist
from sgdesk.services.publication_parts import gates_with, read_publication_parts
from sgdesk.services.publications import list_publications
from sgdesk.services.reviews import save_publication

DRAFT = PublicationDraft(
    title="Behind the door",
    planned_on=date(2026, 12, 14),
    embargo_on=date(2026, 12, 14),
    embargo_time="10:00",
    gates=(Considered("legal_check", Answer.YES, "By the solicitor."),),
)


@pytest.fixture
def case_id(register):
    case_id = make_case(register)
    save_publication(register, case_id, DRAFT, today=TODAY)
    return case_id


def add(register, case_id, *drafts):
    for draft in drafts:
        save_entry(register, case_id, None, draft, today=TODAY)


def checklist(register, case_id):
    view = get_case(register, case_id, today=TODAY)
    return publication_checklist(register, view, today=TODAY)


def rows(part):
    return [row.cells for row in part.rows]


def test_log_and_pack_pass_their_gates(register, case_id):
    add(
        register,
        case_id,
        FamilyContactDraft(kind=TOLD_OF_DATE, contacted_on=TODAY),
        PackFileDraft(PackFileKind.PRESS_STATEMENT, ready_on=TODAY, approved_by="The council"),
    )
    parts = read_publication_parts(register, case_id)
    assert parts.family_told_on == TODAY
    assert parts.attachments == {}
    passed = [one.code for one in gates_with(DRAFT, parts) if one.state is GateState.PASSED]
    assert passed == ["legal_check", "family_told", "press_statement"]


def test_the_checklist_says_what_stops_publication_and_what_proves_each_gate(register, case_id):
    add(register, case_id, PackFileDraft(ready_on=TODAY, approved_by="The partners"))
    add(register, case_id, PackFileDraft(PackFileKind.PRESENTATION))
    paper = checklist(register, case_id)
    assert paper.title == "Publication checklist: RIV2026-27-01"
    assert paper.file_stem == "publication-checklist"
    stops, gates, dates, pack, signature = paper.parts
    assert stops.lines[0].startswith("9 gates are open: ")
    assert stops.lines[0].endswith("Embargo until Mon 14 Dec 2026, 10:00.")
    assert rows(gates)[0] == ("Legal check of the report", "By the solicitor.", "Passed")
    assert gates.rows[0].standing is Standing.MET
    assert gates.rows[1].standing is Standing.WAITING
    assert ("Embargo until", "Mon 14 Dec 2026, 10:00", "") in rows(dates)
    assert rows(pack) == [
        ("Report", "The partners", "Ready 23 Nov 2026"),
        ("Press statement", "", "Missing"),
        ("Briefing note", "", "Missing"),
        ("Presentation", "", "Not ready"),
    ]
    assert "Date" in signature.lines[0]


def test_a_checklist_with_every_gate_passed_says_so(register, case_id):
    view = get_case(register, case_id, today=TODAY)
    parts = read_publication_parts(register, case_id)
    codes = [gate.code for gate in gates_with(DRAFT, parts)]
    passed = PublicationDraft(gates=tuple(Considered(code, Answer.YES) for code in codes))
    assert not open_gates(gates_with(passed, parts))
    paper = publication_checklist(register, replace(view, publication=passed), today=TODAY)
    assert paper.parts[0].lines == ("Nothing stops publication.",)


def test_a_case_without_a_publication_prints_an_empty_checklist(register):
    paper = checklist(register, make_case(register, replace(CASE, reference="RIV2026-27-09")))
    assert paper.parts[0].lines[0].startswith("10 gates are open")


def test_the_public_list_prints_what_leaves_first_on_top_and_the_archive(register, case_id):
    for number, dates in (
        (2, {"published_on": date(2026, 6, 3)}),
        (3, {"published_on": date(2024, 2, 1), "deposited_on": date(2024, 3, 1)}),
        (4, {"published_on": date(2022, 1, 5), "archived_on": date(2025, 1, 6)}),
    ):
        draft = replace(CASE, reference=f"RIV2026-27-{number:02d}", further_references=())
        publication = PublicationDraft(title="Learning", **dates)
        save_publication(register, make_case(register, draft), publication, today=TODAY)
    found = list_publications(register, today=TODAY)
    paper = public_list_paper(register, found, today=TODAY)
    listed, archive, planned = paper.parts
    assert paper.summary == "2 on the public list, 1 archived, 1 planned"
    assert [cells[0] for cells in rows(listed)] == [
        "RIV2026-27-03\nLearning",
        "RIV2026-27-02\nLearning",
    ]
    assert rows(listed)[0][1:4] == ("1 Feb 2024", "1 Feb 2027", "1 Mar 2024")
    assert rows(archive) == [
        ("RIV2026-27-04\nLearning", "5 Jan 2022", "6 Jan 2025", "Not recorded", "Archived")
    ]
    assert rows(planned)[0][:2] == ("RIV2026-27-01\nBehind the door", "14 Dec 2026")


def test_an_empty_list_prints_that_there_is_none(register):
    paper = public_list_paper(register, (), today=TODAY)
    assert [part.note for part in paper.parts] == ["None."] * 3
