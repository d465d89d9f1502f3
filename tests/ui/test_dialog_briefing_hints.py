"""Tests of the hints in the briefing editor: seen, gone to by keys, let pass, never in the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sgdesk.domain.briefings import BriefingDraft, Point
from sgdesk.domain.learning import FindingDraft, RecommendationDraft
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.services.briefings import get_briefing, save_briefing
from sgdesk.services.entries import save_entry
from sgdesk.services.value_lists import save_value_list
from sgdesk.ui.dialogs.briefing_dialog import BriefingDialog
from sgdesk.ui.look.current import current
from sgdesk.ui.tasks import wait_for_work

DRAFT = BriefingDraft(
    title="Why we utilise the MASH",
    subtitle="One family refused",
    background="A face \N{SLIGHTLY SMILING FACE} was chaotic.",
    key_learning=(Point("Ask.", "Ask again."), Point("Fathers.", "They were hard to reach.")),
    questions=("Who is a stakeholder?",),
    timeline=(Point("Age 2", "She absconded."),),
)
SAID = ["utilise", "MASH", "refused", "chaotic", "hard to reach", "stakeholder", "absconded"]


@pytest.fixture
def open_dialog(qtbot, desk):
    def make(draft=None, case_id=None):
        saved = save_briefing(desk.register, None, draft).briefing_id if draft else None
        dialog = BriefingDialog(desk.context, saved, case_id)
        qtbot.addWidget(dialog)
        dialog.open()
        dialog.resize(1376, 900)
        QTest.qWaitForWindowActive(dialog)
        return dialog

    yield make
    wait_for_work()


@pytest.fixture
def dialog(open_dialog):
    return open_dialog(DRAFT)


def selected(dialog):
    """Return the words that are selected where the keyboard is."""
    editor = dialog.focusWidget()
    if hasattr(editor, "selectedText"):
        return editor.selectedText()
    return editor.textCursor().selectedText()


def press(dialog, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(dialog.focusWidget() or dialog, key, modifiers)


def test_f8_goes_from_hint_to_hint_selects_its_words_and_begins_again(dialog):
    assert dialog.hints_button.text() == "7 hints"
    found = []
    for _ in SAID:
        press(dialog, Qt.Key.Key_F8)
        found.append(selected(dialog))
    assert found == SAID
    press(dialog, Qt.Key.Key_F8)
    assert selected(dialog) == SAID[0]
    press(dialog, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert selected(dialog) == SAID[-1]


def test_the_way_back_begins_with_the_last_hint(dialog):
    press(dialog, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert selected(dialog) == SAID[-1]


def test_the_hint_is_said_under_its_field_alone(dialog):
    press(dialog, Qt.Key.Key_F8)
    press(dialog, Qt.Key.Key_F8)
    press(dialog, Qt.Key.Key_F8)
    assert dialog.fields.row("subtitle").message.text().startswith("“refused” closes")
    assert dialog.fields.row("title").message.text() == ""
    chosen = [row.words_label.property("role") == "strong" for row in dialog.hint_panel.rows]
    assert chosen == [False, False, True, False, False, False, False]


def test_enter_on_a_hint_of_the_list_goes_there(dialog):
    row = dialog.hint_panel.rows[4]
    assert row.words_label.text().startswith("Key learning 2: “hard to reach” ")
    row.go_button.setFocus()
    press(dialog, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.content.point_lists["key_learning"].rows[1].edits[1]
    assert selected(dialog) == "hard to reach"


def test_what_is_let_pass_stays_away_while_the_form_is_open_and_no_longer(dialog, open_dialog):
    dialog.hint_panel.rows[0].pass_button.click()
    assert dialog.hints_button.text() == "6 hints"
    dialog.content.background_edit.setPlainText("We utilised it.")
    dialog._look_for_hints()
    said = [hint.key for hint in dialog.hint_panel.hints]
    assert "jargon:utilise" not in said
    assert open_dialog(DRAFT).hints_button.text() == "7 hints"


def test_hints_follow_the_typing_when_it_rests(qtbot, dialog):
    dialog.content.background_edit.setFocus()
    QTest.keyClicks(dialog.content.background_edit, "x")
    dialog.content.title_edit.setText("Why we met")
    qtbot.waitUntil(lambda: dialog.hints_button.text() == "5 hints")
    assert not dialog.hint_panel.hints[0].passage.text.startswith("Why")


def test_words_that_moved_since_are_found_where_they_stand_now(dialog):
    press(dialog, Qt.Key.Key_F8)
    dialog.content.title_edit.setText("First of all, why we utilise the MASH")
    dialog.hint_panel.rows[0].go_button.click()
    assert selected(dialog) == "utilise"


def test_a_hint_whose_words_are_gone_goes_nowhere(dialog):
    dialog.content.background_edit.setFocus()
    dialog.content.title_edit.setText("Why we met")
    dialog.hint_panel.rows[0].go_button.click()
    assert dialog.hints_button.text() == "5 hints"
    assert dialog.fields.row("title").message.text() == ""


def test_without_a_hint_nothing_is_counted_and_keys_do_nothing(open_dialog):
    dialog = open_dialog(BriefingDraft(title="Plain words"))
    before = dialog.focusWidget()
    press(dialog, Qt.Key.Key_F8)
    assert dialog.focusWidget() is before
    assert dialog.hints_button.isHidden()
    assert dialog.hint_panel.count_label.text() == "No hints"
    assert dialog.hint_panel.next_button.isHidden()


def test_hints_never_stop_saving(dialog, desk):
    dialog.content.subtitle_edit.setText("They failed to engage")
    dialog.save()
    assert not dialog.isVisible()


def test_the_list_hides_and_shows_and_a_low_window_shows_its_number_alone(dialog):
    panel = dialog.hint_panel
    assert panel._list.isVisible()
    dialog.resize(1280, 656)
    assert not panel._list.isVisible()
    panel.toggle_button.click()
    assert panel._list.isVisible()
    assert panel.toggle_button.text() == "Hide"
    dialog.resize(1376, 900)
    panel.toggle_button.click()
    assert not panel._list.isVisible()
    assert panel.toggle_button.text() == "Show all"


def test_in_a_narrow_window_the_foot_counts_and_goes_to_the_text(dialog):
    dialog.resize(700, 700)
    dialog.side_chips.choose("page")
    assert not dialog.scroll_area.isVisible()
    assert not dialog.fit_label.isVisible()
    dialog.hints_button.click()
    assert dialog.scroll_area.isVisible()
    assert selected(dialog) == "utilise"


def test_the_partnerships_own_words_are_hinted_at(open_dialog, desk):
    save_value_list(desk.register, ValueListKey.JARGON, ("whole child: child",))
    dialog = open_dialog(BriefingDraft(title="Utilise the whole child"))
    assert [hint.sentence for hint in dialog.hint_panel.hints] == [
        "“whole child”, more plainly: child."
    ]


def test_every_way_of_a_hint_has_a_name_of_its_own(dialog):
    for row in dialog.hint_panel.rows:
        assert row.hint.sentence in row.go_button.accessibleName()
        assert row.hint.sentence in row.pass_button.accessibleName()
        assert current().px(1) <= row.pass_button.width()


# What stands elsewhere


@pytest.fixture
def recorded(desk):
    """The full case with a finding and two recommendations more."""
    from case_samples import TODAY  # noqa: PLC0415 - the day of this fixture alone

    for entry in (
        FindingDraft(number="7", text="Nobody asked the father.", theme="Fathers"),
        RecommendationDraft(number="8", text="Ask fathers."),
        RecommendationDraft(number="9", text="Share early."),
    ):
        save_entry(desk.register, desk.bare_id, None, entry, today=TODAY)
    return desk.bare_id


def test_the_record_is_offered_taken_word_for_word_and_not_offered_again(
    qtbot, open_dialog, desk, recorded
):
    dialog = open_dialog(None, recorded)
    buttons = dialog.from_record.buttons
    qtbot.waitUntil(buttons["recommendations"].isVisible)
    assert buttons["recommendations"].text() == "Take 2 recommendations from the record"
    assert buttons["key_learning"].text() == "Take 1 finding from the record"
    buttons["recommendations"].setFocus()
    press(dialog, Qt.Key.Key_Return)
    assert dialog.draft().recommendations == (
        Point("Recommendation 8.", "Ask fathers."),
        Point("Recommendation 9.", "Share early."),
    )
    assert not buttons["recommendations"].isVisible()
    assert dialog.focusWidget() is dialog.content.point_lists["recommendations"].rows[0].edits[0]
    buttons["key_learning"].click()
    assert dialog.draft().key_learning == (Point("Fathers.", "Nobody asked the father."),)
    dialog.content.point_lists["recommendations"].remove()
    assert buttons["recommendations"].text() == "Take 1 recommendation from the record"
    dialog.content.title_edit.setText("Fathers")
    dialog.save()
    assert not dialog.isVisible()


def test_a_review_that_is_added_brings_its_record(qtbot, open_dialog, recorded):
    dialog = open_dialog()
    button = dialog.from_record.buttons["recommendations"]
    assert not button.isVisible()
    dialog.content.review_picker.add(recorded)
    qtbot.waitUntil(button.isVisible)
    dialog.content.review_picker.remove(recorded)
    qtbot.waitUntil(lambda: not button.isVisible())


def test_questions_of_the_list_that_are_not_there_can_be_added(open_dialog, desk):
    save_value_list(desk.register, ValueListKey.QUESTIONS, ("One?", "Two & three?"))
    dialog = open_dialog()
    button = dialog.from_list.button
    assert dialog.draft().questions == ("One?", "Two & three?")
    assert not button.isVisible()
    dialog.content.question_list.rows[1].focus_first()
    dialog.content.question_list.remove()
    button.click()
    (action,) = dialog.from_list.menu.actions()
    assert action.text() == "Two && three?"
    action.trigger()
    dialog.from_list.menu.close()
    assert dialog.draft().questions == ("One?", "Two & three?")
    assert not button.isVisible()


def test_what_is_for_the_deck_is_saved_counted_and_not_on_the_page(qtbot, open_dialog, desk):
    dialog = open_dialog(DRAFT)
    timeline = dialog.content.point_lists["timeline"]
    timeline.add_button.setFocus()
    press(dialog, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.focusWidget(), "Age 4")
    press(dialog, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.focusWidget(), "He came to school.")
    assert dialog.fields.row("timeline").note_label.text() == "2 moments, 10 words"
    assert dialog.fields.row("recommendations").note_label.text() == "no recommendations yet"
    assert dialog.total_label.text() == "17 words without title and subtitle"
    dialog.content.title_edit.setText("Another title")
    qtbot.waitUntil(lambda: "Another title" in dialog.preview.page_view.words())
    assert "Age 4" not in dialog.preview.page_view.words()
    saved = dialog._briefing_id
    dialog.save()
    assert get_briefing(desk.register, saved).timeline[1] == Point("Age 4", "He came to school.")
