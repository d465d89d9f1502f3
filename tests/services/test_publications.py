from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.standings import Standing
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.held_facts import HeldCase
from sgdesk.services.publications import list_publications
from sgdesk.services.reviews import save_publication


def publish(register, number, **dates):
    draft = replace(CASE, reference=f"RIV2026-27-{number:02d}", further_references=())
    case_id = make_case(register, draft)
    save_publication(register, case_id, PublicationDraft(title="T", **dates), today=TODAY)


def test_each_review_is_somewhere_on_its_way(register):
    publish(register, 1, planned_on=date(2026, 12, 8))
    publish(register, 2, published_on=date(2026, 6, 3))
    publish(register, 3, published_on=date(2024, 2, 1))
    publish(register, 4, published_on=date(2023, 11, 1))
    publish(register, 5, published_on=date(2023, 1, 5), archived_on=date(2026, 1, 5))
    publish(register, 6)
    rows = list_publications(register, today=TODAY)
    assert [(row.reference[-2:], row.state) for row in rows] == [
        ("01", "Planned"),
        ("02", "On the public list"),
        ("03", "Leaves the list soon"),
        ("04", "To be archived"),
        ("05", "Archived"),
    ]
    assert rows[0].standing is Standing.DUE_SOON
    assert rows[1].leaves_on == date(2029, 6, 3)
    assert rows[1].removable_from == date(2027, 6, 3)
    assert rows[3].standing is Standing.OVERDUE
    assert rows[4].standing is Standing.MET


def test_a_held_case_shows_no_field_of_its_own_in_a_repr(register):
    make_case(register)
    (held,) = read_held_cases(register)
    assert repr(held) == f"<HeldCase {held.case_id}>"


def test_the_partnership_is_no_case():
    with pytest.raises(ValueError, match="no case"):
        HeldCase(None, "Partnership").id  # noqa: B018 - asked for its refusal
