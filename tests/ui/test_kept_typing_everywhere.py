"""Every form that can be opened again comes back with all that was typed into it."""

from __future__ import annotations

from uuid import uuid4

import pytest
from case_samples import TODAY, add_briefing
from chain_samples import put_all, put_one
from PySide6.QtWidgets import QDialog
from typing_samples import come_back, form_on_show, held_in, kept, type_into_all
from window_steps import open_window

from sgdesk.domain.agency_requests import AgencyRequestDraft
from sgdesk.domain.attachments import AttachmentDraft
from sgdesk.domain.delays import DelayDraft
from sgdesk.domain.family import FamilyContactDraft, FamilyMemberDraft
from sgdesk.domain.learning import (
    ActionDraft,
    EvidenceDraft,
    FindingDraft,
    ImpactDraft,
    RecommendationDraft,
)
from sgdesk.domain.notifications import RecipientDraft
from sgdesk.domain.partnerships import AgencyDraft
from sgdesk.domain.people import HouseholdMemberDraft
from sgdesk.domain.publications import PackFileDraft
from sgdesk.domain.review_parts import MonitoringDraft
from sgdesk.records.kept_typing import FormPlace
from sgdesk.services.agency_requests import ask_agencies
from sgdesk.services.agency_rows import list_requests
from sgdesk.services.attachments import chosen_file, keep_file, list_attachments
from sgdesk.services.entries import list_entries
from sgdesk.services.settings import list_agencies, save_agency
from sgdesk.ui.dialogs.edit_dialog import EditDialog

CHOSEN = chosen_file("notes.docx", b"words")
ROWS = {
    "household": HouseholdMemberDraft(relationship="Aunt"),
    "family:member": FamilyMemberDraft(relationship="Mother"),
    "family:contact": FamilyContactDraft(kind="Letter", contacted_on=TODAY),
    "notification:recipient": RecipientDraft(recipient="The Panel"),
    "publication:file": PackFileDraft(),
}
SOME = (
    "case", "household:", "rapid_review:meeting", "local_review:quality:running",
    "delays:entry:", "learning:action:", "publication:letter:panel", "agencies:ask",
)  # fmt: skip
"""Forms of each make, with every kind of field."""
STEPS = (
    *SOME, "child:", "notification:", "notification:incident", "notification:recipient:",
    "rapid_review:panel", "rapid_review:link:", "rapid_review:late",
    "local_review:field:initiated_on", "local_review:member:", "local_review:line:",
    "local_review:event:", "local_review:version:", "local_review:monitoring:",
    "local_review:commission", "local_review:to_reviewer:",
    "family:member:", "family:contact:", "learning:finding:", "learning:recommendation:",
    "learning:immediate:", "publication:dates", "publication:file:", "publication:letter:family",
    "publication:letter:press",
)  # fmt: skip


@pytest.fixture
def window(qtbot, desk):
    desk.finish()
    save_agency(desk.register, None, AgencyDraft(name="Harbour Health", kind="Health"))
    made = open_window(qtbot, desk.context)
    made.open_case(desk.full_id)
    return made


def typed_and_back(qtbot, window):
    """Type into the form on show, lose the window, continue; return what it held and holds."""
    dialog = form_on_show(window)
    place = dialog.kept_as
    changed = [
        name for name in dialog.fields.titles if type_into_all(dialog.fields.row(name).editor)
    ]
    assert changed
    before = held_in(dialog)
    assert window.context.typing.flush()
    (form,) = kept(window.context.register)
    assert form.place == place
    after = come_back(qtbot, window)
    assert not after.taking_up.bar.isHidden()
    after.taking_up.bar.continue_button.click()
    again = form_on_show(after)
    assert again.kept_as == place
    assert again.is_changed()
    return before, held_in(again)


@pytest.mark.parametrize("step", SOME)
def test_a_form_comes_back_as_it_was_typed_into(qtbot, window, step):
    window.page.open_step(step)
    before, after = typed_and_back(qtbot, window)
    assert after == before


def test_a_briefing_comes_back_with_its_lists(qtbot, desk, window):
    window.openers.edit_briefing(add_briefing(desk), None)
    dialog = form_on_show(window)
    dialog.content.point_lists["key_learning"].add()
    dialog.content.review_picker.add(desk.bare_id)
    before, after = typed_and_back(qtbot, window)
    assert after == before


@pytest.mark.parametrize("way", ["new_case", "briefing:", "agreed_date:RR-RETURN"])
def test_a_form_of_the_window_comes_back(qtbot, desk, window, way):
    case_id = None if way == "new_case" else desk.full_id
    window.openers.open_again(FormPlace("", way, case_id))
    before, after = typed_and_back(qtbot, window)
    assert after == before


def place_shown(window, step):
    """Do a step of the page and return the place that its form gives, as written."""
    window.page.open_step(step)
    dialog = form_on_show(window)
    place = dialog.kept_as
    for one in window.findChildren(QDialog):
        one.close()
    assert not [one for one in window.findChildren(EditDialog) if one.isVisible()]
    return place


def test_every_form_of_a_case_names_the_step_that_opens_it(desk, window):
    for step in STEPS:
        place = place_shown(window, step)
        assert (place.page, place.way, place.case_id) == ("cases", step, desk.full_id)


def test_the_form_of_a_row_names_that_row(desk, window):
    put_all(desk)
    (agency,) = list_agencies(desk.register)
    asked = AgencyRequestDraft(asked_on=TODAY)
    ask_agencies(desk.register, desk.full_id, [agency.agency_id], asked, today=TODAY)
    (request,) = list_requests(desk.register, desk.full_id, today=TODAY)
    rows = {step: put_one(desk, draft) for step, draft in ROWS.items()}
    keep_file(desk.register, desk.full_id, CHOSEN, AttachmentDraft(title="Notes"))
    (attachment,) = list_attachments(desk.register, desk.full_id)
    window.page.reload()

    def held(kind):
        (entry,) = list_entries(desk.register, kind, desk.full_id)
        return entry.entry_id

    action_id = held(ActionDraft)
    steps = [
        *(f"{step}:{row_id}" for step, row_id in rows.items()),
        f"child:{window.page.view.children[0].child_id}",
        f"local_review:to_reviewer:{held(MonitoringDraft)}",
        *(f"delays:{way}:{held(DelayDraft)}" for way in ("entry", "again", "letter")),
        f"learning:finding:{held(FindingDraft)}",
        f"learning:recommendation:{held(RecommendationDraft)}",
        *(f"learning:{way}:{action_id}" for way in ("action", "close")),
        f"learning:evidence:{held(EvidenceDraft)}:{action_id}",
        f"learning:impact:{held(ImpactDraft)}:{action_id}",
        *(f"agencies:{way}:{request.request_id}" for way in ("edit", "query", "return", "letter")),
        f"agencies:chase:{request.request_id}:ESCALATION",
        f"attachments:edit:{attachment.attachment_id}",
    ]
    for step in steps:
        assert place_shown(window, step).way == step


def test_no_form_opens_for_a_row_that_is_gone(window):
    for step in (
        "child",
        "agencies:edit",
        "learning:evidence",
        "learning:close",
        "attachments:edit",
    ):
        window.page.open_step(f"{step}:{uuid4()}")
        assert not [one for one in window.findChildren(EditDialog) if one.isVisible()]
