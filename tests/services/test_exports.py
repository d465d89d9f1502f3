from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pytest
from services_samples import TODAY, make_case

from sgdesk.domain.briefings import BriefingDraft, Point
from sgdesk.domain.family import FamilyMemberDraft
from sgdesk.domain.people import ChildDraft, HouseholdMemberDraft
from sgdesk.errors import CancelledError, UserError
from sgdesk.records.exports import DocumentKind
from sgdesk.records.fitting import FitError
from sgdesk.services import made_files
from sgdesk.services.briefings import briefing_of, get_briefing, save_briefing
from sgdesk.services.case_views import get_case
from sgdesk.services.children import save_child
from sgdesk.services.entries import save_entry
from sgdesk.services.export_checks import check_export, found_identities
from sgdesk.services.exports import document_bytes, list_choices, run_export
from sgdesk.services.made_files import fingerprint

ALL = frozenset(DocumentKind)
DRAFT = BriefingDraft(
    title="Behind the door",
    background="One.\nTwo.",
    key_learning=(Point("See the child.", "Ask who has seen the child alone."),),
    improvements=(Point("Ask again.", "One question is not enough."),),
    questions=("What will we do?",),
)


@pytest.fixture
def case_id(register):
    return make_case(register)


@pytest.fixture
def briefing_id(register, case_id):
    return save_briefing(register, None, replace(DRAFT, case_ids=(case_id,))).briefing_id


def test_the_pack_is_made_named_by_reference_and_logged(register, case_id, briefing_id, tmp_path):
    out = tmp_path / "pack"
    result = run_export(register, [briefing_id], ALL, out, today=TODAY)
    assert [file.path.name for file in result.files] == [
        "RIV2026-27-01 Briefing Note.pdf",
        "RIV2026-27-01 Presentation.pptx",
        "Deadline Report 2026-11-23.pdf",
    ]
    for file in result.files:
        content = file.path.read_bytes()
        assert len(content) == file.size
        assert hashlib.sha256(content).hexdigest() == file.sha256
    documents = get_case(register, case_id, today=TODAY).documents
    assert {row.kind for row in documents} == {"briefing", "deck", "deadlines"}
    assert {row.actor for row in documents} == {"Business support"}


def test_a_briefing_without_a_reference_is_named_by_its_title(register, tmp_path):
    saved = save_briefing(register, None, DRAFT)
    result = run_export(
        register, [saved.briefing_id], {DocumentKind.DECK}, tmp_path / "p", today=TODAY
    )
    assert result.files[0].path.name.startswith("Behind-the-door-")


def test_cancel_and_failure_leave_the_folder_as_it_was(register, briefing_id, tmp_path):
    out = tmp_path / "pack"

    def stop(done, _total, _label):
        if done == 1:
            raise CancelledError

    with pytest.raises(CancelledError):
        run_export(register, [briefing_id], ALL, out, today=TODAY, progress=stop)
    assert not out.exists()
    long = replace(DRAFT, background="word " * 3000)
    too_long = save_briefing(register, None, long).briefing_id
    with pytest.raises(FitError):
        run_export(register, [briefing_id, too_long], ALL, out, today=TODAY)
    assert not out.exists()


def test_a_folder_that_refuses_is_told_in_a_sentence(register, briefing_id, tmp_path, monkeypatch):
    def refuse(_target, _content):
        raise PermissionError

    monkeypatch.setattr(made_files, "write_atomically", refuse)
    with pytest.raises(UserError, match="could not be written"):
        run_export(register, [briefing_id], {DocumentKind.DECK}, tmp_path, today=TODAY)


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(register, briefing_id, tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    with pytest.raises(UserError, match="cannot be made"):
        run_export(register, [briefing_id], {DocumentKind.DECK}, in_the_way / "pack", today=TODAY)


def test_progress_counts_every_document(register, briefing_id, tmp_path):
    steps = []
    run_export(
        register, [briefing_id], ALL, tmp_path / "p", today=TODAY,
        progress=lambda *step: steps.append(step),
    )  # fmt: skip
    assert [done for done, _, _ in steps] == [0, 1, 2, 3]
    assert {total for _, total, _ in steps} == {3}


def test_choices_are_all_briefings_and_say_what_is_published(register, briefing_id, practice):
    (choice,) = list_choices(register)
    assert (choice.briefing_id, choice.is_published) == (briefing_id, False)
    states = {item.is_published for item in list_choices(practice) if item.references}
    assert states == {True}


def checks(register, briefing_id, kinds=ALL):
    found = check_export(register, [briefing_id], kinds, today=TODAY)
    return {check.title: check for check in found}


def test_a_sound_briefing_passes_every_check(register, briefing_id):
    found = checks(register, briefing_id)
    assert set(found) == {
        "Complete", "No name found", "Fits one page", "Letters", "Accessible deck",
    }  # fmt: skip
    assert all(check.is_passed for check in found.values())
    assert "Letters" not in checks(register, briefing_id, {DocumentKind.DECK})
    assert "Accessible deck" not in checks(register, briefing_id, {DocumentKind.BRIEFING})


def test_a_childs_name_blocks_and_is_not_repeated(register, case_id):
    child = ChildDraft(pseudonym="Child A", name="Planted Name")
    save_child(register, case_id, None, child, today=TODAY)
    draft = replace(DRAFT, background="Planted was seen.")
    found = checks(register, save_briefing(register, None, draft).briefing_id)["No name found"]
    assert (found.is_passed, found.is_blocking) == (False, True)
    assert "Background" in found.detail
    assert "Planted" not in found.detail
    briefing = briefing_of(register, draft, today=TODAY)
    assert [one.sentence for one in found_identities(register, briefing)] == [found.detail]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Sprat was seen", "Background: a child’s real name stands here."),
        ("On Larch Row", "Background: a child’s address, school or surgery stands here."),
        ("Larch School", "Background: a child’s address, school or surgery stands here."),
        ("Larch Surgery", "Background: a child’s address, school or surgery stands here."),
        ("Ilva came", "Background: a family member’s real name stands here."),
        ("2 May 1999", "Background: a family member’s date of birth stands here."),
        ("9 Birch Lane", "Background: a family member’s address, school or surgery stands here."),
        ("Osla came", "Background: a family member’s real name stands here."),
    ],
)
def test_other_names_places_and_the_household_block_too(register, case_id, text, sentence):
    child = ChildDraft(
        pseudonym="Child A",
        other_names="Sprat",
        address="14 Larch Row\nNorth",
        school="Larch School",
        gp="Larch Surgery",
    )
    save_child(register, case_id, None, child, today=TODAY)
    member = HouseholdMemberDraft(
        name="Ilva Quellish",
        relationship="Mother",
        born_on=date(1999, 5, 2),
        address="9 Birch Lane",
    )
    save_entry(register, case_id, None, member, today=TODAY)
    family = FamilyMemberDraft(name="Osla", relationship="Grandparent")
    save_entry(register, case_id, None, family, today=TODAY)
    briefing = briefing_of(register, replace(DRAFT, background=text), today=TODAY)
    assert [one.sentence for one in found_identities(register, briefing)] == [sentence]


def test_what_is_missing_too_long_or_undrawable_is_said(register):
    draft = BriefingDraft(title="\u0985\u09ad\u09bf", background="word " * 3000)
    found = checks(register, save_briefing(register, None, draft).briefing_id)
    assert not found["Complete"].is_passed
    assert not found["Complete"].is_blocking
    assert found["Fits one page"].is_blocking
    assert not found["Fits one page"].is_passed
    assert "\u0985" in found["Letters"].detail


def test_the_fingerprint_follows_the_fields_and_not_the_day(register, briefing_id):
    draft = get_briefing(register, briefing_id)
    today = briefing_of(register, draft, today=TODAY)
    later = briefing_of(register, draft, today=TODAY.replace(day=24))
    assert fingerprint(today) == fingerprint(later)
    other = briefing_of(register, replace(draft, title="Open doors"), today=TODAY)
    assert fingerprint(other) != fingerprint(today)
    assert document_bytes(today, DocumentKind.DECK).startswith(b"PK")


def test_two_briefings_on_one_review_get_files_of_their_own(register, case_id, tmp_path):
    draft = replace(DRAFT, case_ids=(case_id,))
    ids = [save_briefing(register, None, draft).briefing_id for _ in range(2)]
    result = run_export(register, ids, {DocumentKind.DECK}, tmp_path / "p", today=TODAY)
    assert [file.path.name for file in result.files] == [
        "RIV2026-27-01 Presentation.pptx",
        "RIV2026-27-01 (2) Presentation.pptx",
    ]


def test_every_practice_briefing_with_text_can_be_exported(practice):
    ids = [choice.briefing_id for choice in list_choices(practice) if choice.references]
    found = check_export(practice, ids, ALL, today=TODAY)
    assert [check.title for check in found if not check.is_passed] == []
