"""Tests of the list of files made: their state, who received them, making them again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from case_samples import TODAY
from publishing_samples import publications_page
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from sgdesk.domain.briefings import BriefingDraft, Point
from sgdesk.domain.made_files import ExportRecipientDraft
from sgdesk.records.exports import DocumentKind
from sgdesk.records.packs import PackPlace
from sgdesk.services.briefings import save_briefing
from sgdesk.services.outdated_files import list_logged_files, save_export_recipient
from sgdesk.services.packs import run_pack
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.tasks import wait_for_work

DRAFT = BriefingDraft(
    title="Behind the door",
    background="One.",
    key_learning=(Point("See the child.", "Ask who has seen the child alone."),),
    improvements=(Point("Ask again.", "One question is not enough."),),
)
BOTH = frozenset({DocumentKind.BRIEFING, DocumentKind.DECK})


@pytest.fixture
def briefing_id(desk, tmp_path):
    draft = replace(DRAFT, case_ids=(desk.full_id,))
    made = save_briefing(desk.register, None, draft).briefing_id
    run_pack(desk.register, [made], BOTH, PackPlace(tmp_path / "pack"), today=TODAY)
    return made


@pytest.fixture
def open_files(qtbot, desk):
    def open_it(count=2):
        page = publications_page(qtbot, desk.context)
        page.tabs.show_tab("files")
        qtbot.waitUntil(lambda: len(page.files_tab.list_card.rows()) == count)
        return page

    yield open_it
    wait_for_work()


def texts(widget):
    return " | ".join(label.text() for label in widget.findChildren(QLabel))


def title(page):
    bar = page.tabs.tab_bar
    return next(text for at in range(bar.count()) if (text := bar.tabText(at)).startswith("Files"))


def files(desk):
    return list_logged_files(desk.register, today=TODAY)


def test_nothing_made_yet_is_said_in_words(qtbot, open_files):
    page = open_files(0)
    qtbot.waitUntil(lambda: "No document was made yet" in texts(page.files_tab))
    assert "No document was made yet" in texts(page.files_tab)
    assert title(page) == "Files"
    for act in (page.open_chosen, page.edit_chosen, page.explain_chosen):
        act()


def test_what_was_just_made_is_up_to_date(open_files, briefing_id):
    page = open_files()
    assert title(page) == "Files 2"
    assert "Made again today it would say the same." in texts(page.files_tab.pane)
    assert "Nobody is recorded" in texts(page.files_tab.pane)


def test_a_change_of_the_briefing_shows_at_once_which_fields_changed(
    qtbot, desk, open_files, briefing_id
):
    page = open_files()
    changes = save_briefing(
        desk.register, briefing_id, replace(DRAFT, title="Open doors", case_ids=(desk.full_id,))
    )
    desk.context.apply(changes)
    qtbot.waitUntil(lambda: title(page) == "Files 2, 2 out of date")
    assert "Changed since: Title" in texts(page.files_tab.pane)
    page.files_tab.chips.choose("sent")
    assert page.files_tab.list_card.rows() == []
    page.files_tab.list_card.everything_asked.emit()
    assert len(page.files_tab.list_card.rows()) == 2


def test_enter_asks_for_the_documents_again(qtbot, open_files, briefing_id):
    page = open_files()
    with qtbot.waitSignal(page.export_asked) as asked:
        QTest.keyClick(page.files_tab.list_card.table, Qt.Key.Key_Return)
    assert asked.args == [(briefing_id,)]
    with qtbot.waitSignal(page.export_asked):
        page.files_tab.pane.buttons["again"].click()


def test_who_received_a_file_is_recorded_edited_and_taken_off(qtbot, desk, open_files, briefing_id):
    page = open_files()
    page.edit_chosen()
    dialog = page.findChild(FormDialog)
    assert dialog.draft().sent_on == TODAY
    dialog.fields.row("name").editor.setText("Communications team")
    dialog.save()
    pane = page.files_tab.pane
    qtbot.waitUntil(lambda: "edit Communications team" in pane.buttons)
    pane.buttons["edit Communications team"].click()
    dialog = [one for one in page.findChildren(FormDialog) if one.isVisible()][-1]
    dialog.fields.row("name").editor.setText("Web team")
    dialog.save()
    qtbot.waitUntil(lambda: "remove Web team" in pane.buttons)
    assert "Web team" in texts(pane)
    pane.buttons["remove Web team"].click()
    assert "Take Web team off this list?" in texts(pane)
    pane.confirm_line.yes_button.click()
    qtbot.waitUntil(lambda: "Nobody is recorded" in texts(pane))
    assert [one.recipients for one in files(desk)] == [(), ()]


def test_a_recipient_whom_another_took_off_meanwhile_is_told_in_a_sentence(
    qtbot, desk, open_files, briefing_id
):
    first, _ = files(desk)
    draft = ExportRecipientDraft("Web team", TODAY, note="By hand.")
    save_export_recipient(desk.register, first.export_id, None, draft, today=TODAY)
    page = open_files()
    (entry,) = next(one.recipients for one in files(desk) if one.recipients)
    said = []
    desk.context.troubled.connect(said.append)
    gone = replace(entry, revision=entry.revision + 1)
    page.files_tab.pane.recipient_removed.emit(gone)
    assert len(said) == 1
    assert [one.draft for one in files(desk)[0].recipients] == [draft]


def test_an_override_of_the_identity_check_is_told(open_files, desk, briefing_id):
    page = open_files()
    file = replace(files(desk)[0], override_by="Head of service", override_reason="Consent.")
    page.files_tab.pane.show_file(file)
    assert "Overridden by Head of service" in texts(page.files_tab.pane)


def test_the_list_has_the_page_to_itself_in_a_narrow_window(open_files, briefing_id):
    page = open_files()
    page.fit(QSize(700, 700))
    assert not page.files_tab.pane.isVisible()
    assert page.panes()[0] is page.files_tab.list_card.table
