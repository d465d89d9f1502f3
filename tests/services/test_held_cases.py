"""After a save only the cases that changed are read again, and all are as if read anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from services_samples import CASE, PROFILE, TODAY, make_case

from sgdesk.domain.briefings import BriefingDraft
from sgdesk.domain.people import ChildDraft
from sgdesk.domain.publications import PublicationDraft
from sgdesk.services import held_cases
from sgdesk.services.briefings import save_briefing
from sgdesk.services.cases import save_case
from sgdesk.services.children import save_child
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.reviews import save_publication
from sgdesk.services.settings import save_profile
from sgdesk.store.entities.cases import CaseEntity


def numbered(number):
    return replace(CASE, reference=f"RIV2026-27-{number:02d}", further_references=())


@pytest.fixture
def read(monkeypatch):
    """The case asked for at each reading; None stands for all of them."""
    asked = []

    def read_cases(rows, case_id=None, *, reader=held_cases.read_cases):
        asked.append(case_id)
        return reader(rows, case_id)

    monkeypatch.setattr(held_cases, "read_cases", read_cases)
    return asked


def read_anew(register):
    register.held = None
    return set(map(str, map(tuple, read_held_cases(register))))


def assert_as_if_read_anew(register):
    assert set(map(str, map(tuple, read_held_cases(register)))) == read_anew(register)


def test_what_did_not_change_is_not_read_again(register, read):
    make_case(register)
    assert read_held_cases(register) == read_held_cases(register)
    assert read == [None]


def test_a_save_reads_its_own_case_again_and_no_other(register, read):
    first, second = (make_case(register, numbered(number)) for number in (1, 2))
    read_held_cases(register)
    save_case(register, second, replace(numbered(2), title="Renamed"), today=TODAY)

    titles = {held.case_id: held.title for held in read_held_cases(register)}

    assert titles == {first: CASE.title, second: "Renamed"}
    assert read == [None, second]
    assert_as_if_read_anew(register)


def test_every_part_of_a_case_counts(register):
    case_id = make_case(register)
    read_held_cases(register)
    save_child(register, case_id, None, ChildDraft(pseudonym="Child A"), today=TODAY)
    assert_as_if_read_anew(register)
    assert read_held_cases(register)[0].children == 1
    publication = PublicationDraft(title="T", published_on=date(2026, 6, 3))
    save_publication(register, case_id, publication, today=TODAY)
    assert_as_if_read_anew(register)
    save_briefing(register, None, BriefingDraft(title="T", case_ids=(case_id,)))
    assert_as_if_read_anew(register)
    assert read_held_cases(register)[0].briefings == 1


def test_a_removed_case_is_gone_and_a_new_one_there(register):
    gone = make_case(register, numbered(1))
    read_held_cases(register)
    with register.write() as session:
        session.get_one(CaseEntity, gone).deleted_at = register.now()
    new = make_case(register, numbered(2))

    assert [held.case_id for held in read_held_cases(register)] == [new]


def test_a_change_that_is_no_cases_reads_everything(register, read):
    make_case(register)
    read_held_cases(register)
    save_profile(register, replace(PROFILE, officer="Quality lead"), today=TODAY)
    read_held_cases(register)
    assert read == [None, None]


def test_many_changes_are_read_in_one_go(register, read):
    make_case(register)
    read_held_cases(register)
    for number in range(2, held_cases._MOST_CHANGES + 3):
        make_case(register, numbered(number), notified_on=None)
    assert len(read_held_cases(register)) == held_cases._MOST_CHANGES + 2
    assert read == [None, None]
