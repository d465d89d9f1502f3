"""One way to list, save and remove what a case has any number of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from sgdesk.domain.agency_requests import AgencyRequestDraft
from sgdesk.domain.cases import CaseDraft
from sgdesk.domain.delays import DelayDraft
from sgdesk.domain.family import FamilyContactDraft
from sgdesk.errors import RejectedError, UserError
from sgdesk.records.entries import Entry
from sgdesk.services.cases import save_case
from sgdesk.services.entries import list_entries, remove_entry, save_entry
from sgdesk.services.entry_kinds import ENTRY_KINDS

TODAY = date(2026, 11, 16)
TRIAL = DelayDraft(
    kind="Criminal trial",
    reason="Family  and staff are\u00a0not spoken to.\r\nAgreed with the police.",
    authority="Lead safeguarding partners",
    next_check_on=date(2027, 6, 3),
    pauses=("LR-6M",),
)


@pytest.fixture
def case_id(register):
    draft = CaseDraft(reference="PRAC2026-27-01", title="Two siblings", aware_on=TODAY)
    (made,) = save_case(register, None, draft, today=TODAY).case_ids
    return made


def save(register, case_id, draft, entry=None):
    return save_entry(register, case_id, entry, draft, today=TODAY)


def test_an_entry_is_kept_with_its_paragraphs_and_its_text_cleaned(register, case_id):
    changes = save(register, case_id, TRIAL)
    assert (changes.what, changes.case_ids) == ("Delay saved", {case_id})
    (entry,) = list_entries(register, DelayDraft, case_id)
    assert entry.draft.reason == "Family and staff are not spoken to.\nAgreed with the police."
    assert replace(entry.draft, reason=TRIAL.reason) == TRIAL


def test_entries_come_in_the_order_in_which_they_were_added(register, case_id):
    for kind in ("Inquest", "Criminal trial", "Other"):
        save(register, case_id, DelayDraft(kind=kind, reason="So"))
    found = list_entries(register, DelayDraft, case_id)
    assert [entry.draft.kind for entry in found] == ["Inquest", "Criminal trial", "Other"]


def test_all_problems_come_at_once_and_nothing_is_stored(register, case_id):
    bad = DelayDraft(pauses=("LR-6M",), started_on=date(2027, 1, 1))
    with pytest.raises(RejectedError) as refused:
        save(register, case_id, bad)
    assert [problem.field for problem in refused.value.problems] == [
        "started_on", "kind", "reason", "next_check_on", "authority",
    ]  # fmt: skip
    assert list_entries(register, DelayDraft, case_id) == ()


def test_an_entry_that_changed_meanwhile_is_not_saved_over(register, case_id):
    save(register, case_id, TRIAL)
    (seen,) = list_entries(register, DelayDraft, case_id)
    save(register, case_id, replace(TRIAL, state="Adjourned"), seen)
    with pytest.raises(UserError, match="meanwhile"):
        save(register, case_id, replace(TRIAL, state="Concluded"), seen)
    (held,) = list_entries(register, DelayDraft, case_id)
    assert held.draft.state == "Adjourned"


def test_a_removed_entry_is_gone_from_the_list_and_cannot_be_saved(register, case_id):
    save(register, case_id, TRIAL)
    (seen,) = list_entries(register, DelayDraft, case_id)
    assert remove_entry(register, case_id, seen).what == "Delay removed"
    assert list_entries(register, DelayDraft, case_id) == ()
    with pytest.raises(UserError):
        save(register, case_id, TRIAL, seen)


def test_a_new_entry_stands_after_those_that_were_removed_before_it(register, case_id):
    for kind in ("Inquest", "Criminal trial"):
        save(register, case_id, DelayDraft(kind=kind, reason="So"))
    remove_entry(register, case_id, list_entries(register, DelayDraft, case_id)[0])
    save(register, case_id, DelayDraft(kind="Other", reason="So"))
    found = list_entries(register, DelayDraft, case_id)
    assert [entry.draft.kind for entry in found] == ["Criminal trial", "Other"]


def test_nothing_hangs_on_a_case_that_is_not_there(register):
    with pytest.raises(UserError):
        save(register, uuid4(), TRIAL)


def test_every_kind_of_entry_has_a_noun_of_its_own():
    nouns = [kind.noun for kind in ENTRY_KINDS.values()]
    assert len(set(nouns)) == len(nouns)
    assert all(noun[0].isupper() for noun in nouns)


def test_an_entry_shows_nothing_of_its_draft_in_its_repr():
    entry = Entry(uuid4(), 1, FamilyContactDraft(contacted_by="Somebody"))
    assert "Somebody" not in repr(entry)
    assert "Petra" not in repr(AgencyRequestDraft(contact="Petra"))
