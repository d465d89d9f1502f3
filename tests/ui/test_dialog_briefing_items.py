"""Tests of the lists and the words of the briefing editor."""

from __future__ import annotations

from dataclasses import replace

import pytest
from case_samples import TODAY
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from sgdesk.domain.briefings import BriefingDraft, Point
from sgdesk.records.fitting import Cut, Fit
from sgdesk.services.briefings import briefing_of
from sgdesk.ui.dialogs.briefing_fit_bar import FitBar
from sgdesk.ui.dialogs.briefing_item_row import ItemColumn
from sgdesk.ui.dialogs.briefing_items import ItemList
from sgdesk.ui.dialogs.briefing_words import (
    count_words,
    cut_line,
    fit_headline,
    fit_note,
    letters_line,
    list_note,
    page_words,
)

LIST = (ItemColumn("lead", "Lead", is_strong=True), ItemColumn("sentence", "Sentence"))
DRAFT = BriefingDraft(
    title="Seeing the whole child",
    background="What happened, in a few words.",
    key_learning=(Point("Ask first.", "Ask what happened."),),
    improvements=(Point("Meet early.", "Meet before a child is excluded."),),
)
FIT = Fit(11.4, 1.0, 300, 31, "Fits.", fits=True)
CUTS = (Cut("Key learning", 24, 61), Cut("Background", 30, 58))
TOO_LONG = Fit(10.0, 0.8, 500, 0, "Too long.", CUTS, is_either=True)


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
    assert fit_note(replace(TOO_LONG, is_either=False)) == (
        "No single section can put it right. All of these together:"
    )
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
