"""Tests of the files of a publication's pack, of its letters and of its checklist on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from case_samples import TODAY, nameless, opened, texts
from publishing_samples import PLANNED, publication_tab

from sgdesk.domain.attachments import AttachmentDraft
from sgdesk.domain.briefings import BriefingDraft
from sgdesk.domain.family import FamilyMemberDraft
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.publications import PackFileDraft, PackFileKind
from sgdesk.progress import silent
from sgdesk.services.attachments import add_attachment, list_attachments, remove_attachment
from sgdesk.services.briefings import save_briefing
from sgdesk.services.entries import list_entries, remove_entry
from sgdesk.services.reviews import save_local_review
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.letter_dialog import LetterDialog
from sgdesk.ui.printing.paper_preview import PaperPreview


@pytest.fixture
def open_tab(open_case_page, desk):
    """Open the tab over the full case with `draft` recorded; over one without for None."""

    def open_it(draft=PLANNED, *entries):
        return publication_tab(desk, open_case_page, draft, *entries)

    return open_it


def pack(desk):
    return [one.draft for one in list_entries(desk.register, PackFileDraft, desk.full_id)]


def hint(dialog, name):
    return dialog.fields.row(name).message.text()


def test_the_pack_says_what_is_ready_and_what_is_missing(open_tab):
    report = PackFileDraft(ready_on=TODAY, approved_by="The partners", note="Version 4")
    _page, tab = open_tab(PLANNED, PackFileDraft(PackFileKind.PRESENTATION, "Long one"), report)
    titles = [part.section.title for part in tab.pack.parts()]
    assert titles == ["Report", "Presentation: Long one"]
    assert {
        "Ready Mon 23 Nov 2026",
        "Approved by The partners",
        "Not ready yet",
        "Version 4",
        "Still missing: press statement, briefing note.",
    } <= set(texts(tab.pack))


def test_a_whole_pack_misses_nothing(open_tab):
    _page, tab = open_tab(PLANNED, *(PackFileDraft(kind) for kind in PackFileKind))
    assert not [words for words in texts(tab.pack) if words.startswith("Still missing")]


def test_a_new_file_begins_with_the_first_that_is_missing(open_tab, desk):
    page, tab = open_tab(PLANNED, PackFileDraft())
    tab.pack.link_button.click()
    dialog = opened(page, FormDialog)
    assert dialog.editors["kind"].value() is PackFileKind.PRESS_STATEMENT
    dialog.editors["kind"].set_value(PackFileKind.REPORT)
    dialog.edited("kind")
    dialog._show_problems()
    assert "the pack has a report already" in hint(dialog, "kind").lower()
    dialog.save()
    assert [one.kind for one in pack(desk)] == [PackFileKind.REPORT] * 2


def test_editing_a_file_does_not_warn_of_itself(open_tab):
    page, tab = open_tab(PLANNED, *(PackFileDraft(kind) for kind in PackFileKind))
    tab.pack.parts()[1].edit_button.click()
    dialog = opened(page, FormDialog)
    assert hint(dialog, "kind") == ""
    dialog.reject()
    tab.pack.link_button.click()
    assert opened(page, FormDialog).editors["kind"].value() is PackFileKind.REPORT


def test_a_file_is_linked_to_an_attachment_and_says_when_that_went(open_tab, desk, tmp_path):
    kept = tmp_path / "report.pdf"
    kept.write_bytes(b"%PDF-1.7")
    draft = AttachmentDraft(title="Final report", kind="Final report")
    add_attachment(desk.register, desk.full_id, kept, draft, progress=silent)
    (row,) = list_attachments(desk.register, desk.full_id)
    page, tab = open_tab(PLANNED, PackFileDraft())
    tab.pack.parts()[0].edit_button.click()
    dialog = opened(page, FormDialog)
    dialog.editors["attachment_id"].set_value(row.attachment_id)
    dialog.save()
    assert "Final report" in texts(tab.pack)
    desk.context.apply(remove_attachment(desk.register, row))
    assert "An attachment that was removed" in texts(tab.pack)
    tab.pack.parts()[0].edit_button.click()
    assert not opened(page, FormDialog).is_changed()


def test_a_file_is_removed_and_one_that_went_elsewhere_is_reported(qtbot, open_tab, desk):
    _page, tab = open_tab(PLANNED, PackFileDraft(), PackFileDraft(PackFileKind.PRESENTATION))
    first, second = tab.pack.parts()
    first.remove_button.click()
    first.confirm_button.click()
    assert [one.kind for one in pack(desk)] == [PackFileKind.PRESENTATION]
    (entry,) = list_entries(desk.register, PackFileDraft, desk.full_id)
    remove_entry(desk.register, desk.full_id, entry)
    second = tab.pack.parts()[0]
    second.remove_button.click()
    with qtbot.waitSignal(desk.context.troubled):
        second.confirm_button.click()


# Letters and paper


def test_the_letter_to_the_panel_is_logged_as_the_copy_that_was_sent(open_tab, desk):
    page, tab = open_tab()
    tab.panel_button.click()
    dialog = opened(page, LetterDialog)
    text = dialog.body_edit.toPlainText()
    assert "“Behind the door”" in text
    assert "14 December 2026" in text
    assert "Mon 14 Dec 2026, 10:00" in text
    dialog.route_combo.setCurrentText("Secure e-mail")
    dialog.save()
    assert (desk.view().publication.copy_sent_on, desk.view().publication.copy_sent_route) == (
        TODAY,
        "Secure e-mail",
    )
    assert "Sent Mon 23 Nov 2026, Secure e-mail" in texts(tab.gate_list)


def test_the_letter_to_the_family_is_logged_with_their_contacts(open_tab, desk):
    page, tab = open_tab()
    tab.family_button.click()
    dialog = opened(page, LetterDialog)
    assert "before 11 December 2026" in dialog.body_edit.toPlainText()
    dialog.route_combo.setCurrentText("Letter")
    dialog.save()
    assert "Told Mon 23 Nov 2026, by the log of contacts" in texts(tab.gate_list)


def test_a_letter_leaves_gaps_for_what_is_not_known(open_tab, desk):
    page, tab = open_tab(replace(PLANNED, planned_on=None))
    tab.family_button.click()
    text = opened(page, LetterDialog).body_edit.toPlainText()
    for gap in ("[publication date]", "[reading date]", "[contact]", "[recipient]"):
        assert gap in text


def test_the_letter_to_the_family_names_the_reviewer_by_the_first_words(open_tab, desk):
    local = LocalReviewDraft(
        initiated_on=date(2026, 1, 5), reviewer="The reviewer, of the South", independence="Yes."
    )
    save_local_review(desk.register, desk.full_id, local, today=TODAY)
    page, tab = open_tab()
    tab.family_button.click()
    assert "The reviewer can meet you" in opened(page, LetterDialog).body_edit.toPlainText()


def test_the_tab_warns_before_a_letter_to_a_family_that_is_to_be_left_alone(open_tab):
    mother = FamilyMemberDraft(
        relationship="Mother",
        no_contact_until_on=date(2026, 12, 4),
        no_contact_reason="A trial is listed.",
    )
    _page, tab = open_tab(PLANNED, mother)
    assert tab.held_line.text() == (
        "Do not contact the mother until Fri 4 Dec 2026. A trial is listed."
    )


def test_the_checklist_is_offered_for_printing(open_tab):
    page, tab = open_tab()
    tab.print_button.click()
    assert opened(page, PaperPreview)


def test_every_control_of_the_tab_has_a_name(open_tab):
    _page, tab = open_tab(PLANNED, PackFileDraft())
    assert nameless(tab) == []


def test_the_local_review_proves_its_gates(open_tab, desk):
    local = LocalReviewDraft(
        initiated_on=date(2026, 1, 5), legal_checked_on=TODAY, reviewer="R", independence="None."
    )
    save_local_review(desk.register, desk.full_id, local, today=TODAY)
    _page, tab = open_tab()
    assert "Checked Mon 23 Nov 2026, by the local review" in texts(tab.gate_list)


def test_the_press_statement_is_logged_among_the_files_of_the_pack(open_tab, desk):
    page, tab = open_tab()
    tab.press_button.click()
    dialog = opened(page, LetterDialog)
    assert dialog.subject_edit.text() == "Press statement: Behind the door"
    text = dialog.body_edit.toPlainText()
    assert "Embargo: not for publication before Mon 14 Dec 2026, 10:00" in text
    assert "# Notes to editors" in text
    dialog.body_edit.setPlainText("We have published a review.")
    dialog.route_combo.setCurrentText("Secure e-mail")
    dialog.save()
    (held,) = pack(desk)
    assert (held.kind, held.ready_on) == (PackFileKind.PRESS_STATEMENT, TODAY)
    assert held.note == "Sent Mon 23 Nov 2026, Secure e-mail"


def test_a_press_statement_that_is_sent_twice_stays_one_file(open_tab, desk):
    ready = PackFileDraft(PackFileKind.PRESS_STATEMENT, ready_on=date(2026, 11, 20), note="Draft 3")
    page, tab = open_tab(PLANNED, ready)
    tab.press_button.click()
    dialog = opened(page, LetterDialog)
    dialog.body_edit.setPlainText("We have published a review.")
    dialog.route_combo.setCurrentText("Letter")
    dialog.save()
    (held,) = pack(desk)
    assert held.ready_on == date(2026, 11, 20)
    assert held.note == "Draft 3\nSent Mon 23 Nov 2026, Letter"


def test_one_button_asks_for_the_whole_pack_of_the_case(qtbot, open_tab, desk):
    draft = BriefingDraft(title="Behind the door", case_ids=(desk.full_id,))
    saved = save_briefing(desk.register, None, draft)
    page, tab = open_tab(PLANNED)
    with qtbot.waitSignal(page.pack_asked) as asked:
        tab.pack_button.click()
    assert asked.args == [(saved.briefing_id,)]


def test_without_a_briefing_the_button_says_what_is_missing(open_tab):
    _page, tab = open_tab(PLANNED)
    assert not tab.pack_button.isEnabled()
    assert "Write a briefing" in tab.pack_button.toolTip()
