"""A file that was made is told as out of date when a field that it prints has changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from services_samples import NOW, PROFILE, TODAY, make_case

from sgdesk.domain.briefings import BriefingDraft, Point
from sgdesk.domain.made_files import ExportRecipientDraft, FieldPrint, changed_fields
from sgdesk.errors import RejectedError
from sgdesk.records.exports import DocumentKind
from sgdesk.records.made_files import FileState
from sgdesk.records.packs import PackPlace
from sgdesk.services.briefings import save_briefing
from sgdesk.services.outdated_files import (
    list_logged_files,
    remove_export_recipient,
    save_export_recipient,
)
from sgdesk.services.packs import run_pack
from sgdesk.services.settings import save_profile
from sgdesk.store.entities.briefings import BriefingEntity
from sgdesk.store.entities.exports import ExportEntity

BOTH = frozenset({DocumentKind.BRIEFING, DocumentKind.DECK})
DRAFT = BriefingDraft(
    title="Behind the door",
    background="One.",
    key_learning=(Point("See the child.", "Ask who has seen the child alone."),),
    improvements=(Point("Ask again.", "One question is not enough."),),
    questions=("What will we do?",),
)
RECIPIENT = ExportRecipientDraft(name="Communications team", sent_on=TODAY, route="E-mail")


@pytest.fixture
def made(register, tmp_path):
    draft = replace(DRAFT, case_ids=(make_case(register),))
    briefing_id = save_briefing(register, None, draft).briefing_id
    run_pack(register, [briefing_id], BOTH, PackPlace(tmp_path / "pack"), today=TODAY)
    return briefing_id, draft


def states(register, today=TODAY):
    files = list_logged_files(register, today=today)
    return {one.kind: (one.state, one.changed) for one in reversed(files)}


def test_what_was_just_made_is_up_to_date_and_so_it_is_tomorrow(register, made):
    for day in (TODAY, date(2026, 12, 24)):
        assert states(register, day) == {
            "briefing": (FileState.CURRENT, ()),
            "deck": (FileState.CURRENT, ()),
        }


def test_a_changed_field_is_named_for_every_file_that_prints_it(register, made):
    briefing_id, draft = made
    save_briefing(register, briefing_id, replace(draft, title="Open doors", questions=("Why?",)))
    assert states(register) == {
        "briefing": (FileState.OUTDATED, ("Title", "Questions")),
        "deck": (FileState.OUTDATED, ("Title", "Questions")),
    }
    save_briefing(register, briefing_id, draft)
    assert states(register)["briefing"] == (FileState.CURRENT, ())


def test_a_field_that_the_page_does_not_print_leaves_it_as_it_is(register, made):
    briefing_id, draft = made
    save_briefing(register, briefing_id, replace(draft, timeline=(Point("Age 2", "Moved."),)))
    assert states(register) == {
        "briefing": (FileState.CURRENT, ()),
        "deck": (FileState.OUTDATED, ("Timeline by age",)),
    }


def test_the_look_of_the_partnership_counts_too_its_logo_included(register, made):
    save_profile(register, replace(PROFILE, ink="#000000"), today=TODAY)
    assert states(register)["deck"] == (FileState.OUTDATED, ("The partnership’s look",))


def test_a_newer_file_takes_the_place_of_the_older_one(register, made, tmp_path):
    briefing_id, draft = made
    save_briefing(register, briefing_id, replace(draft, title="Open doors"))
    register.now = lambda: NOW + timedelta(hours=1)
    run_pack(
        register, [briefing_id], {DocumentKind.DECK}, PackPlace(tmp_path / "again"), today=TODAY
    )
    newest, *others = [
        one for one in list_logged_files(register, today=TODAY) if one.kind == "deck"
    ]
    assert (newest.state, newest.title) == (FileState.CURRENT, "Open doors")
    assert [(one.state, one.changed) for one in others] == [(FileState.REPLACED, ("Title",))]


def test_a_file_of_a_briefing_that_was_removed_cannot_be_told(register, made):
    with register.write() as session:
        for briefing in session.query(BriefingEntity):
            briefing.deleted_at = NOW
    files = list_logged_files(register, today=TODAY)
    assert {(one.kind, one.title, one.state, one.changed) for one in files} == {
        ("briefing", "", FileState.UNKNOWN, ()),
        ("deck", "", FileState.UNKNOWN, ()),
    }


def test_a_file_of_an_older_version_cannot_be_told(register, made):
    with register.write() as session:
        for export in session.query(ExportEntity).filter_by(kind="deck"):
            export.fields = ()
    assert states(register)["deck"] == (FileState.UNKNOWN, ())
    assert states(register)["briefing"] == (FileState.CURRENT, ())


def test_the_deadline_report_is_not_listed_for_its_dates_move_every_day(register, tmp_path):
    run_pack(register, [], {DocumentKind.DEADLINES}, PackPlace(tmp_path / "out"), today=TODAY)
    assert list_logged_files(register, today=TODAY) == ()


def test_who_received_a_file_is_kept_with_it(register, made):
    deck = next(one for one in list_logged_files(register, today=TODAY) if one.kind == "deck")
    save_export_recipient(register, deck.export_id, None, RECIPIENT, today=TODAY)
    earlier = replace(RECIPIENT, name=" Web team ", sent_on=date(2026, 11, 20))
    save_export_recipient(register, deck.export_id, None, earlier, today=TODAY)
    (deck,) = [one for one in list_logged_files(register, today=TODAY) if one.recipients]
    first, second = deck.recipients
    assert [one.draft.name for one in deck.recipients] == ["Web team", "Communications team"]
    changed = replace(first.draft, note="Asked for it.")
    save_export_recipient(register, deck.export_id, first, changed, today=TODAY)
    remove_export_recipient(register, second)
    (deck,) = [one for one in list_logged_files(register, today=TODAY) if one.recipients]
    assert [one.draft for one in deck.recipients] == [changed]
    assert "Web team" not in repr(deck)


def test_a_recipient_needs_a_name_and_a_day_that_has_come(register, made):
    deck = list_logged_files(register, today=TODAY)[0]
    with pytest.raises(RejectedError) as rejected:
        save_export_recipient(register, deck.export_id, None, ExportRecipientDraft(), today=TODAY)
    assert {problem.field for problem in rejected.value.problems} == {"name", "sent_on"}
    assert list_logged_files(register, today=TODAY)[0].recipients == ()


def test_fields_that_came_or_went_are_changes_too():
    before = (FieldPrint("title", "a"), FieldPrint("gone", "b"))
    now = (FieldPrint("title", "a"), FieldPrint("mark", "c"))
    assert changed_fields(before, now) == ("mark", "gone")
