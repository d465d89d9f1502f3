"""Tests of the briefing editor: its lists, its live page, and what it saves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from case_samples import TODAY
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from sgdesk.domain.briefings import DEFAULT_QUESTIONS, BriefingDraft, Point
from sgdesk.domain.publications import PublicationDraft
from sgdesk.errors import UserError
from sgdesk.records.fitting import Cut, Fit
from sgdesk.services.briefings import briefing_of, get_briefing, list_briefings, save_briefing
from sgdesk.services.previews import preview_pdf
from sgdesk.services.reviews import save_publication
from sgdesk.ui.dialogs.briefing_dialog import BriefingDialog
from sgdesk.ui.dialogs.briefing_fit_bar import FitBar
from sgdesk.ui.dialogs.briefing_item_row import ItemColumn
from sgdesk.ui.dialogs.briefing_items import ItemList
from sgdesk.ui.dialogs.briefing_page_reader import set_page
from sgdesk.ui.dialogs.briefing_words import (
    count_words,
    cut_line,
    fit_headline,
    fit_note,
    letters_line,
    list_note,
    page_words,
)
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


@pytest.fixture
def items(qtbot):
    made = ItemList("Key learning", "item", LIST)
    made.set_items([("One.", "First."), ("Two.", "Second."), ("Three.", "Third.")])
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    QTest.qWaitForWindowActive(made)
    return made


def leads(items):
    return [lead for lead, _ in items.items()]


def press(key, modifiers=Qt.KeyboardModifier.NoModifier, *, on):
    QTest.keyClick(on.focusWidget(), key, modifiers)


# The lists


def test_alt_and_arrows_move_the_item_and_the_keyboard_goes_with_it(items):
    items.rows[0].edits[1].setFocus()
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, on=items)
    assert leads(items) == ["Two.", "One.", "Three."]
    assert items.focusWidget() is items.rows[1].edits[1]
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, on=items)
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, on=items)
    assert leads(items) == ["One.", "Two.", "Three."]


def test_the_buttons_move_and_are_off_at_the_ends(items):
    assert not items.up_button.isEnabled()
    assert not items.remove_button.isEnabled()
    items.rows[2].edits[0].setFocus()
    assert not items.down_button.isEnabled()
    items.up_button.click()
    assert leads(items) == ["One.", "Three.", "Two."]
    items.down_button.click()
    assert leads(items) == ["One.", "Two.", "Three."]


def test_enter_goes_to_the_sentence_and_then_to_a_new_item_below(items):
    items.rows[0].edits[0].setFocus()
    press(Qt.Key.Key_Return, on=items)
    assert items.focusWidget() is items.rows[0].edits[1]
    press(Qt.Key.Key_Return, on=items)
    assert leads(items) == ["One.", "", "Two.", "Three."]
    QTest.keyClicks(items.focusWidget(), "New.")
    assert leads(items) == ["One.", "New.", "Two.", "Three."]


def test_backspace_in_an_empty_item_removes_it_and_in_a_full_one_does_not(items):
    items.rows[2].edits[1].setFocus()
    items.add_button.click()
    press(Qt.Key.Key_Backspace, on=items)
    assert leads(items) == ["One.", "Two.", "Three."]
    items.rows[0].edits[1].clear()
    items.rows[0].edits[1].setFocus()
    press(Qt.Key.Key_Backspace, on=items)
    assert leads(items) == ["One.", "Two.", "Three."]


def test_a_removed_item_can_be_put_back_in_its_place(items):
    items.rows[1].edits[0].setFocus()
    press(Qt.Key.Key_Delete, Qt.KeyboardModifier.AltModifier, on=items)
    assert leads(items) == ["One.", "Three."]
    assert items.put_back_button.isVisible()
    items.put_back_button.click()
    assert leads(items) == ["One.", "Two.", "Three."]
    assert not items.put_back_button.isVisible()
    items.put_back()
    assert len(items.rows) == 3


def test_the_last_item_removed_leaves_the_keyboard_on_add(items):
    items.set_items([("Only.", "One.")])
    items.setFocus()
    items.remove_button.click()
    assert items.items() == ()
    assert items.focusWidget() is items.add_button
    items.remove()
    items.shift(1)
    items.setFocus()
    assert items.focusWidget() is items.add_button


def test_every_change_of_a_list_is_told(qtbot, items):
    with qtbot.waitSignal(items.value_changed) as told:
        items.rows[0].edits[0].setPlainText("Changed.")
    assert told.args[0][0] == ("Changed.", "First.")
    with qtbot.waitSignal(items.value_changed):
        items.add()


def test_tab_goes_from_part_to_part_in_the_order_of_the_items(items):
    items.rows[0].edits[0].setFocus()
    items.shift(1)
    items.rows[0].edits[0].setFocus()
    seen = []
    for _ in range(4):
        seen.append(items.focusWidget().accessibleName())
        press(Qt.Key.Key_Tab, on=items)
    assert seen == [
        "Key learning 1: lead",
        "Key learning 1: sentence",
        "Key learning 2: lead",
        "Key learning 2: sentence",
    ]


def test_an_item_is_one_paragraph_whatever_is_pasted(items):
    data = QMimeData()
    data.setText("two\nlines  here")
    edit = items.rows[0].edits[1]
    edit.selectAll()
    edit.insertFromMimeData(data)
    assert edit.text() == "two lines here"


def test_an_item_grows_with_its_text_and_says_its_words(qtbot, items):
    row = items.rows[0]
    before = row.edits[1].height()
    row.edits[1].setPlainText("many words " * 30)
    qtbot.waitUntil(lambda: row.edits[1].height() > 2 * before)
    assert row.count_label.text() == "61 w"
    assert row.edits[1].accessibleDescription() == "61 words"
    assert row.edits[1].verticalScrollBar().maximum() == 0


def test_the_chosen_item_is_marked_at_its_left(items):
    items.rows[1].edits[0].setFocus()
    bar, other = (items.rows[n].grab().toImage().pixelColor(1, 10) for n in (1, 0))
    assert bar == QColor("#086B66")
    assert other != bar


# The words


def test_words_are_counted_without_lone_dashes():
    assert count_words("One – two", "three") == 3
    assert list_note("item", []) == "no items yet"
    assert list_note("item", [("One.", "Two three.")]) == "1 item, 3 words"
    assert list_note("question", [("a",), ("b",)]) == "2 questions, 2 words"


@pytest.mark.parametrize(
    ("fit", "headline"),
    [
        (FIT, "Fits: 11.4 pt · 31 words to spare"),
        (replace(FIT, size_pt=12.0, words_to_spare=1), "Fits: 12 pt · 1 word to spare"),
        (replace(FIT, words_to_spare=400), "Fits: 11.4 pt · more than 400 words to spare"),
        (replace(FIT, words_to_spare=0), "Fits: 11.4 pt · the page is full"),
        (TOO_LONG, "Too long: cut about 24 words"),
        (replace(TOO_LONG, is_either=False), "Too long: cut about 54 words"),
        (replace(TOO_LONG, cuts=()), "Too long"),
    ],
)
def test_the_meter_says_the_fit_first(fit, headline):
    assert fit_headline(fit) == headline


def test_the_note_says_whether_one_cut_is_enough():
    assert fit_note(TOO_LONG) == "Any one of these is enough:"
    assert fit_note(replace(TOO_LONG, is_either=False)) == "All of these together:"
    assert fit_note(replace(TOO_LONG, cuts=())) == "Too long."
    assert "12 pt reads best" in fit_note(FIT)
    assert fit_note(replace(FIT, size_pt=12.0)) == ""
    assert cut_line(CUTS[0]) == "Key learning: about 24 of 61 words"
    assert letters_line(("☃",)) == "Drawn as a box: ☃"


def test_the_page_is_offered_in_words_in_the_order_it_is_read(desk):
    draft = replace(DRAFT, case_ids=(desk.full_id,), good_practice=(Point("", "A visit."),))
    words = page_words(briefing_of(desk.register, draft, today=TODAY)).splitlines()
    for before, after in (
        ("Learning lessons briefing", "Seeing the whole child"),
        ("Background", "What happened, in a few words."),
        ("Key learning", "Ask first. Ask what happened."),
        ("Good practice", "A visit."),
    ):
        assert words[words.index(before) + 1] == after
    assert words.index("Key learning") < words.index("Areas for practice improvement")


def test_the_bar_stands_further_right_the_larger_the_text(qtbot):
    bar = FitBar()
    qtbot.addWidget(bar)
    bar.resize(400, bar.sizeHint().height())

    def knob(fit):
        bar.set_fit(fit)
        image = bar.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        row = [image.pixelColor(x, 11) for x in range(400)]
        return [x for x, color in enumerate(row) if color == QColor("#FFFFFF")]

    small, large, long = (knob(fit) for fit in (replace(FIT, size_pt=10.4), FIT, TOO_LONG))
    assert max(long) < max(small) < max(large)


# The editor


def test_it_opens_with_what_is_written_and_closes_unchanged(dialog, desk):
    assert dialog.draft() == replace(DRAFT, case_ids=(desk.full_id,))
    assert not dialog.is_changed()
    assert dialog.fields.row("key_learning").note_label.text() == "2 items, 8 words"
    assert dialog.fields.row("background").note_label.text() == "11 words"
    dialog.reject()
    assert not dialog.isVisible()


def test_a_saved_change_reaches_the_register_and_is_told(qtbot, dialog, desk, saved_id):
    dialog.point_lists["key_learning"].rows[0].edits[0].setPlainText("Listen first.")
    with qtbot.waitSignal(desk.context.changed) as told:
        dialog.save()
    assert told.args[0].case_ids == {desk.full_id}
    assert get_briefing(desk.register, saved_id).key_learning[0].lead == "Listen first."
    assert not dialog.isVisible()


def test_an_empty_item_and_a_missing_title_are_said_at_once_and_nothing_is_saved(
    dialog, desk, saved_id
):
    dialog.title_edit.clear()
    dialog.point_lists["improvements"].add()
    dialog.save()
    said = [link.accessibleName() for link in dialog.problem_panel.links()]
    assert said == [
        "Title: Give the briefing a title.",
        "Areas for practice improvement: One item is empty; fill it or remove it.",
    ]
    assert get_briefing(desk.register, saved_id).title == DRAFT.title
    dialog.problem_panel.links()[1].click()
    assert dialog.point_lists["improvements"].isAncestorOf(dialog.focusWidget())


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
    assert set_page(desk.context, draft).pdf == preview_pdf(briefing)
    assert dialog.preview.meter.headline_label.text().startswith("Fits: 12 pt")
    assert dialog.preview.page_label.text() == "Page 1 of 1, A4"
    assert "Ask first. Ask what happened." in dialog.preview.page_view.accessibleDescription()


def test_the_page_follows_what_is_typed(qtbot, dialog):
    view = dialog.preview.page_view
    qtbot.waitUntil(view.has_picture)
    QTest.keyClicks(dialog.title_edit, "Another title")
    qtbot.waitUntil(lambda: "Another title" in view.accessibleDescription())
    assert not dialog.preview.meter.page_check.isHidden()


def test_an_item_that_is_still_empty_does_not_stand_on_the_page(desk):
    draft = replace(DRAFT, good_practice=(Point("", " "),), questions=("One?", ""))
    words = set_page(desk.context, draft).words
    assert "Good practice" not in words
    assert words.count("?") == 1


def test_a_text_that_is_too_long_says_what_to_cut_and_can_be_saved(qtbot, dialog, desk, saved_id):
    qtbot.waitUntil(dialog.preview.page_view.has_picture)
    dialog.background_edit.setPlainText(LONG)
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
    dialog.title_edit.setText(f"A {odd}")
    label = dialog.preview.meter.letters_check.label
    qtbot.waitUntil(lambda: label.text() == f"Drawn as a box: {odd}")


def test_a_page_that_cannot_be_set_says_why(dialog):
    dialog.preview.reader.failed.emit(UserError("The register was closed."))
    assert dialog.preview.meter.headline_label.text() == "The register was closed."


def test_the_page_can_be_seen_whole_in_width_and_in_its_real_size(qtbot, dialog):
    view = dialog.preview.page_view
    qtbot.waitUntil(view.has_picture)
    whole = view.picture_size()
    assert whole.height() <= view.viewport().height()
    dialog.preview.zoom_chips.choose("width")
    wide = view.picture_size()
    assert whole.width() < wide.width() <= view.viewport().width()
    dialog.preview.zoom_chips.choose("real")
    with qtbot.waitSignal(view.drawn):
        pass
    assert view.picture_size().width() == round(210 / 25.4 * view.logicalDpiX())
    assert view.verticalScrollBar().maximum() > 0


def test_in_a_narrow_window_text_and_page_take_turns_and_the_fit_stays_in_sight(qtbot, dialog):
    dialog.resize(700, 600)
    assert dialog.scroll_area.isVisible()
    assert not dialog.preview.isVisible()
    qtbot.waitUntil(lambda: dialog.fit_label.text().startswith("Fits: 12 pt"))
    dialog.side_chips.choose("page")
    assert dialog.preview.isVisible()
    assert not dialog.scroll_area.isVisible()
    dialog.title_edit.clear()
    dialog.save()
    assert dialog.title_edit.isVisible()
    assert dialog.focusWidget() is dialog.title_edit
    dialog.resize(1400, 800)
    assert dialog.preview.isVisible()


# The reviews it speaks of


def test_a_review_is_found_by_a_word_of_its_title_and_added(qtbot, dialog, desk):
    picker = dialog.review_picker
    qtbot.waitUntil(lambda: len(picker._names) == 2)
    picker.search_edit.setText("infant")
    QTest.keyClick(picker.search_edit, Qt.Key.Key_Return)
    assert picker.case_ids() == (desk.full_id, desk.bare_id)
    assert dialog.is_changed()
    assert picker.search_edit.text() == ""
    picker.remove(desk.full_id)
    assert dialog.draft().case_ids == (desk.bare_id,)


def test_what_no_case_or_several_hold_is_asked_about(qtbot, dialog, desk):
    picker = dialog.review_picker
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
    picker = dialog.review_picker
    qtbot.waitUntil(lambda: len(picker._names) == 2)
    completer = picker.search_edit.completer()
    completer.setCompletionPrefix("neglect")
    index = completer.completionModel().index(0, 0)
    picker._on_activated(index)
    assert picker.case_ids() == (desk.full_id,)
    picker.set_case_ids(())
    picker._on_activated(index)
    assert picker.case_ids() == (desk.full_id,)
