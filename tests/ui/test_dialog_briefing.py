"""Tests of the briefing editor: its lists, its live page, and what it saves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from case_samples import TODAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sgdesk.domain.briefings import DEFAULT_QUESTIONS, BriefingDraft, Point
from sgdesk.domain.publications import PublicationDraft
from sgdesk.errors import UserError
from sgdesk.records.fitting import Cut, Fit
from sgdesk.services.briefings import briefing_of, get_briefing, list_briefings, save_briefing
from sgdesk.services.previews import preview_pdf
from sgdesk.services.reviews import save_publication
from sgdesk.ui.dialogs.briefing_dialog import BriefingDialog
from sgdesk.ui.dialogs.briefing_item_row import ItemColumn
from sgdesk.ui.dialogs.briefing_page_reader import lay_page
from sgdesk.ui.tasks import wait_for_work

DRAFT = BriefingDraft(
    title="Seeing the whole child",
    background="What happened, in a few words.\nAnd what the review asked.",
    key_learning=(Point("Ask first.", "Ask what happened."), Point("Place.", "Places matter.")),
    improvements=(Point("Meet early.", "Meet before a child is excluded."),),
    questions=("What will we do?",),
)
LONG = "word " * 900
LIST = (ItemColumn("lead", "Lead", is_strong=True), ItemColumn("sentence", "Sentence"))
FIT = Fit(11.4, 1.0, 300, 31, "Fits.", fits=True)
CUTS = (Cut("Key learning", 24, 61), Cut("Background", 30, 58))
TOO_LONG = Fit(10.0, 0.8, 500, 0, "Too long.", CUTS, is_either=True)


@pytest.fixture
def saved_id(desk):
    draft = replace(DRAFT, case_ids=(desk.full_id,))
    return save_briefing(desk.register, None, draft).briefing_id


@pytest.fixture
def open_dialog(qtbot, desk):
    made = []

    def make(briefing_id=None, case_id=None):
        dialog = BriefingDialog(desk.context, briefing_id, case_id)
        qtbot.addWidget(dialog)
        made.append(dialog)
        dialog.open()
        dialog.resize(1400, 900)
        QTest.qWaitForWindowActive(dialog)
        return dialog

    yield make
    wait_for_work()


@pytest.fixture
def dialog(open_dialog, saved_id):
    return open_dialog(saved_id)


# The editor


def test_it_opens_with_what_is_written_and_closes_unchanged(dialog, desk):
    assert dialog.draft() == replace(DRAFT, case_ids=(desk.full_id,))
    assert not dialog.is_changed()
    assert dialog.fields.row("key_learning").note_label.text() == "2 items, 8 words"
    assert dialog.fields.row("background").note_label.text() == "11 words"
    dialog.reject()
    assert not dialog.isVisible()


def test_a_saved_change_reaches_the_register_and_is_told(qtbot, dialog, desk, saved_id):
    dialog.content.point_lists["key_learning"].rows[0].edits[0].setPlainText("Listen first.")
    with qtbot.waitSignal(desk.context.changed) as told:
        dialog.save()
    assert told.args[0].case_ids == {desk.full_id}
    assert get_briefing(desk.register, saved_id).key_learning[0].lead == "Listen first."
    assert not dialog.isVisible()


def test_an_empty_item_and_a_missing_title_are_said_at_once_and_nothing_is_saved(
    dialog, desk, saved_id
):
    dialog.content.title_edit.clear()
    dialog.content.point_lists["improvements"].add()
    dialog.save()
    said = [link.accessibleName() for link in dialog.problem_panel.links()]
    assert said == [
        "Title: Give the briefing a title.",
        "Areas for practice improvement: One item is empty; fill it or remove it.",
    ]
    assert get_briefing(desk.register, saved_id).title == DRAFT.title
    dialog.problem_panel.links()[1].click()
    assert dialog.content.point_lists["improvements"].isAncestorOf(dialog.focusWidget())


def test_a_new_briefing_about_a_case_begins_with_its_summary(open_dialog, desk):
    publication = PublicationDraft(
        title="Learning together", summary="What was learnt.", published_on=date(2026, 11, 20)
    )
    save_publication(desk.register, desk.full_id, publication, today=TODAY)
    dialog = open_dialog(None, desk.full_id)
    draft = dialog.draft()
    assert (draft.title, draft.background) == ("Learning together", "What was learnt.")
    assert draft.case_ids == (desk.full_id,)
    assert draft.questions == DEFAULT_QUESTIONS
    dialog.save()
    (row,) = list_briefings(desk.register)
    assert row.title == "Learning together"


def test_a_briefing_that_is_gone_is_said_so_before_a_window_opens(desk):
    with pytest.raises(UserError):
        BriefingDialog(desk.context, desk.full_id, None)


def test_the_page_shown_is_drawn_from_the_very_bytes_that_are_saved(qtbot, dialog, desk, saved_id):
    qtbot.waitUntil(dialog.preview.page_view.has_picture)
    draft = get_briefing(desk.register, saved_id)
    briefing = briefing_of(desk.register, draft, today=TODAY)
    assert lay_page(desk.context, draft).pdf == preview_pdf(briefing)
    headline = dialog.preview.meter.headline_label
    qtbot.waitUntil(lambda: headline.text().startswith("Fits: 12 pt"))
    assert dialog.preview.page_label.text() == "Page 1 of 1, A4"
    assert "Ask first. Ask what happened." in dialog.preview.page_view.accessibleDescription()


def test_the_page_follows_what_is_typed(qtbot, dialog):
    view = dialog.preview.page_view
    qtbot.waitUntil(view.has_picture)
    QTest.keyClicks(dialog.content.title_edit, "Another title")
    qtbot.waitUntil(lambda: "Another title" in view.accessibleDescription())
    qtbot.waitUntil(lambda: not dialog.preview.meter.page_check.isHidden())


def test_an_item_that_is_still_empty_does_not_stand_on_the_page(desk):
    draft = replace(DRAFT, good_practice=(Point("", " "),), questions=("One?", ""))
    words = lay_page(desk.context, draft).words
    assert "Good practice" not in words
    assert words.count("?") == 1


def test_a_text_that_is_too_long_says_what_to_cut_and_can_be_saved(qtbot, dialog, desk, saved_id):
    qtbot.waitUntil(dialog.preview.page_view.has_picture)
    dialog.content.background_edit.setPlainText(LONG)
    meter = dialog.preview.meter
    qtbot.waitUntil(lambda: meter.headline_label.text().startswith("Too long: cut about"))
    assert meter.page_check.label.text() == "More than one page"
    assert meter.accessibleDescription() == meter.headline_label.text()
    assert dialog.preview.page_label.text() == "The last text that fitted its page"
    dialog.save()
    assert not dialog.isVisible()
    assert get_briefing(desk.register, saved_id).background == LONG.strip()


def test_letters_that_cannot_be_drawn_are_named(qtbot, dialog):
    odd = "\N{EGYPTIAN HIEROGLYPH A001}"
    dialog.content.title_edit.setText(f"A {odd}")
    label = dialog.preview.meter.letters_check.label
    qtbot.waitUntil(lambda: label.text() == f"Drawn as a box: {odd}")


def test_a_childs_name_is_found_while_it_is_typed(qtbot, dialog):
    meter = dialog.preview.meter
    qtbot.waitUntil(lambda: meter.names_check.label.text() == "No name found")
    dialog.content.title_edit.setText("Planted was seen")
    qtbot.waitUntil(lambda: meter.names_check.label.text() == "A child’s name stands here")
    assert "Title: a child’s real name" in meter.note_label.text()
    assert "Planted" not in meter.note_label.text()


def test_a_page_that_cannot_be_set_says_why(dialog):
    dialog.preview.reader.failed.emit(UserError("The register was closed."))
    assert dialog.preview.meter.headline_label.text() == "The register was closed."


def test_the_page_can_be_seen_whole_in_width_and_in_its_real_size(qtbot, dialog):
    view = dialog.preview.page_view
    qtbot.waitUntil(view.has_picture)
    whole = view.sheet._page
    assert whole.height() <= view.viewport().height()
    dialog.preview.zoom_chips.choose("width")
    wide = view.sheet._page
    assert whole.width() < wide.width() <= view.viewport().width()
    dialog.preview.zoom_chips.choose("real")
    with qtbot.waitSignal(view.drawn):
        pass
    assert view.sheet._page.width() == round(210 / 25.4 * view.logicalDpiX())
    assert view.verticalScrollBar().maximum() > 0


def test_in_a_narrow_window_text_and_page_take_turns_and_the_fit_stays_in_sight(qtbot, dialog):
    dialog.resize(700, 600)
    assert dialog.scroll_area.isVisible()
    assert not dialog.preview.isVisible()
    qtbot.waitUntil(lambda: dialog.fit_label.text().startswith("Fits: 12 pt"))
    dialog.side_chips.choose("page")
    assert dialog.preview.isVisible()
    assert not dialog.scroll_area.isVisible()
    dialog.content.title_edit.clear()
    dialog.save()
    assert dialog.content.title_edit.isVisible()
    assert dialog.focusWidget() is dialog.content.title_edit
    dialog.resize(1400, 800)
    assert dialog.preview.isVisible()


# The reviews it speaks of


def test_a_review_is_found_by_a_word_of_its_title_and_added(qtbot, dialog, desk):
    picker = dialog.content.review_picker
    qtbot.waitUntil(lambda: len(picker._names) == 2)
    picker.search_edit.setText("infant")
    QTest.keyClick(picker.search_edit, Qt.Key.Key_Return)
    assert picker.case_ids() == (desk.full_id, desk.bare_id)
    assert dialog.is_changed()
    assert picker.search_edit.text() == ""
    picker.remove(desk.full_id)
    assert dialog.draft().case_ids == (desk.bare_id,)


def test_what_no_case_or_several_hold_is_asked_about(qtbot, dialog, desk):
    picker = dialog.content.review_picker
    qtbot.waitUntil(lambda: len(picker._names) == 2)
    picker.search_edit.setText("nothing")
    QTest.keyClick(picker.search_edit, Qt.Key.Key_Return)
    assert picker.message.text() == "No case holds these words; choose one from the list."
    picker.search_edit.setText("ZZSP")
    assert picker.message.text() == ""
    QTest.keyClick(picker.search_edit, Qt.Key.Key_Return)
    assert picker.message.text() == "2 cases hold these words; choose one from the list."
    assert picker.case_ids() == (desk.full_id,)
    picker.search_edit.clear()
    QTest.keyClick(picker.search_edit, Qt.Key.Key_Return)
    assert picker.message.text() == ""


def test_a_review_chosen_from_the_list_is_added_once(qtbot, dialog, desk):
    picker = dialog.content.review_picker
    qtbot.waitUntil(lambda: len(picker._names) == 2)
    completer = picker.search_edit.completer()
    completer.setCompletionPrefix("neglect")
    index = completer.completionModel().index(0, 0)
    picker._on_activated(index)
    assert picker.case_ids() == (desk.full_id,)
    picker.set_case_ids(())
    picker._on_activated(index)
    assert picker.case_ids() == (desk.full_id,)
