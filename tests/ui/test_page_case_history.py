from __future__ import annotations

from dataclasses import replace

import pytest
from case_samples import CASE, CHILDREN, TODAY, nameless, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sgdesk.domain.delays import DelayDraft
from sgdesk.services.cases import save_case
from sgdesk.services.children import remove_child, save_child
from sgdesk.services.entries import list_entries, remove_entry, save_entry
from sgdesk.ui.pages import case_history_tab
from sgdesk.ui.pages.case_history_tab import HistoryTab
from sgdesk.ui.pages.history_columns import key_of


@pytest.fixture
def tab(qtbot, desk):
    made = HistoryTab(desk.context)
    qtbot.addWidget(made)
    made.resize(620, 640)
    desk.context.changed.connect(lambda _changes: made.show_case(desk.view()))
    made.show_case(desk.view())
    made.show()
    QTest.qWaitForWindowActive(made)
    return made


def shown(tab):
    return [row.what for row in tab.table.model().records()]


def choose(tab, what):
    row = next(row for row in tab.table.model().records() if row.what == what)
    assert tab.table.choose(key_of(row))
    return row


def change_owner(desk, owner="Quality lead"):
    draft = replace(desk.view().draft, owner=owner)
    save_case(desk.register, desk.full_id, draft, today=TODAY)


def test_each_change_is_a_line_with_when_who_and_from_what_to_what(tab, desk):
    change_owner(desk)
    tab.show_case(desk.view())
    assert shown(tab)[0] == "Case: Owner"
    model = tab.table.model()
    assert model.index(0, 0).data().startswith("Mon 23 Nov 2026")
    said = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Case: Owner, Business support → Quality lead"
    choose(tab, "Case: Owner")
    assert tab.change.before_label.text() == "Business support"
    assert tab.change.after_label.text() == "Quality lead"
    assert tab.card.note_label.text() == f"{len(shown(tab))} changes"


def test_a_value_is_restored_after_a_question_in_place(tab, desk):
    change_owner(desk)
    tab.show_case(desk.view())
    choose(tab, "Case: Owner")
    tab.change.button.click()
    assert tab.change.question_label.isVisible()
    assert tab.change.keep_button.hasFocus()
    tab.change.keep_button.click()
    assert not tab.change.question_label.isVisible()
    tab.change.button.click()
    tab.change.confirm_button.click()
    assert desk.view().draft == CASE
    assert tab.table.hasFocus()
    assert shown(tab).count("Case: Owner") == 2


def test_what_cannot_be_restored_says_why_and_the_question_goes(tab, desk):
    change_owner(desk)
    change_owner(desk, "Business support")
    tab.show_case(desk.view())
    rows = [row for row in tab.table.model().records() if row.what == "Case: Owner"]
    tab.table.choose(key_of(rows[1]))
    tab.change.button.click()
    tab.change.confirm_button.click()
    assert tab.change.message.text() == "This value holds already."
    assert tab.change.button.isVisible()
    assert not tab.change.question_label.isVisible()


def test_a_removed_record_is_brought_back(tab, desk):
    child = desk.view().children[1]
    remove_child(desk.register, desk.full_id, child.child_id)
    tab.show_case(desk.view())
    row = choose(tab, "Child B: removed")
    assert "Role: Sibling" in tab.change.before_label.text()
    assert "What it held" in texts(tab.change)
    assert row.can_bring_back
    assert tab.change.button.text() == "Bring back…"
    tab.change.button.click()
    assert "record back" in tab.change.question_label.text()
    tab.change.confirm_button.click()
    assert [one.draft for one in desk.view().children][1] == CHILDREN[1]


def test_private_values_are_not_shown_and_can_be_restored(tab, desk):
    child = desk.view().children[0]
    named = replace(child.draft, name="Planted Other")
    save_child(desk.register, desk.full_id, child.child_id, named, today=TODAY)
    tab.show_case(desk.view())
    choose(tab, "Child A: Real name changed")
    assert not tab.change.before_label.isVisible()
    assert "private" in tab.change.message.text()
    assert not any("Planted" in said for said in texts(tab))
    tab.change.button.click()
    tab.change.confirm_button.click()
    assert desk.view().children[0].draft.name == "Planted Name"


def test_an_added_record_shows_its_first_values_and_nothing_to_restore(tab):
    choose(tab, "Notification: added")
    assert "Receipt: R 17" in tab.change.after_label.text()
    assert not tab.change.button.isVisible()


def test_a_long_text_is_shown_whole_below_the_list(tab, desk):
    draft = replace(desk.view().draft, title="word " * 100)
    save_case(desk.register, desk.full_id, draft, today=TODAY)
    tab.show_case(desk.view())
    row = choose(tab, "Case: Description")
    assert row.new.endswith("…")
    assert tab.change.after_label.text() == ("word " * 100).strip()


def test_the_list_is_narrowed_by_kind_of_record_and_by_words(tab, desk, qtbot):
    change_owner(desk)
    tab.show_case(desk.view())
    tab.record_combo.setCurrentText("Child")
    assert shown(tab) == ["Child B: added", "Child A: added"]
    tab.show_case(desk.view())
    assert tab.record_combo.currentText() == "Child"
    tab.search_field.setText("sibling")
    QTest.keyClick(tab.search_field, Qt.Key.Key_Return)
    assert shown(tab) == ["Child B: added"]
    tab.search_field.setText("nothing like that")
    QTest.keyClick(tab.search_field, Qt.Key.Key_Return)
    assert tab.empty.isVisible()
    assert not tab.change.isVisible()
    tab.empty.button.click()
    assert "Case: Owner" in shown(tab)
    assert tab.record_combo.currentIndex() == 0


def test_older_changes_are_read_when_they_are_asked_for(tab, desk):
    assert not tab.card.link_button.isVisible()
    tab.show_older()
    for number in range(101):
        draft = DelayDraft(kind=f"Delay {number}", reason="Waits.")
        save_entry(desk.register, desk.full_id, None, draft, today=TODAY)
        entry = list_entries(desk.register, DelayDraft, desk.full_id)[-1]
        remove_entry(desk.register, desk.full_id, entry)
    tab.show_case(desk.view())
    assert len(shown(tab)) == 200
    assert tab.card.note_label.text() == "the newest 200 changes"
    assert "Case: added" not in shown(tab)
    tab.card.link_button.click()
    assert "Case: added" in shown(tab)
    assert not tab.card.link_button.isVisible()


def test_nothing_is_put_back_while_nothing_is_chosen(tab, desk, monkeypatch):
    tab._model.set_records(())
    monkeypatch.setattr(tab.table, "chosen_record", lambda: None)
    before = desk.view()
    tab.put_back()
    assert desk.view() == before


def test_the_page_reads_the_history_only_when_the_tab_is_shown(open_case_page, monkeypatch):
    read = []
    page_of = case_history_tab.read_history_page

    def note(*args, **values):
        read.append(args)
        return page_of(*args, **values)

    monkeypatch.setattr(case_history_tab, "read_history_page", note)
    page = open_case_page()
    assert read == []
    page.tabs.show_tab("history")
    assert len(read) == 1


def test_every_control_has_a_name_for_screen_readers(tab, desk):
    change_owner(desk)
    tab.show_case(desk.view())
    tab.change.button.click()
    assert nameless(tab) == []
