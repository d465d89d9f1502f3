"""Tests of editing from the page of a case: each Edit leads to its dialog, each save back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from case_samples import (
    NOTIFICATION,
    opened,
    part_tab,
    texts,
)

from sgdesk.domain.notifications import NotificationOutcome
from sgdesk.services.children import remove_child
from sgdesk.ui.dialogs.case_dialog import CaseDialog
from sgdesk.ui.dialogs.edit_dialog import EditDialog
from sgdesk.ui.dialogs.form_dialog import FormDialog


@pytest.mark.parametrize(
    ("key", "card", "field"),
    [("notification", "card", "kind"), ("rapid_review", "meeting", "meeting_on")],
)
def test_an_empty_part_says_so_and_its_button_and_f2_record_it(
    open_case_page, desk, key, card, field
):
    page = open_case_page(desk.bare_id)
    tab = part_tab(page, key)
    assert any("ecorded" in words for words in texts(tab))
    getattr(tab, card).body.itemAt(0).widget().button.click()
    dialog = opened(page, FormDialog)
    assert field in dialog.editors
    dialog.reject()
    page.edit_chosen()
    assert field in opened(page, FormDialog).editors


def test_edit_opens_the_form_at_the_sections_field_and_the_page_follows(open_case_page, desk):
    page = open_case_page()
    tab = part_tab(page, "rapid_review")
    tab.decision.parts()[1].edit_button.click()
    dialog = opened(page, FormDialog)
    assert dialog.focusWidget() is dialog.editors["decision"]
    dialog.editors["health_signed_by"].setText("Chief nurse")
    dialog.editors["health_signed_on"].set_value(date(2026, 11, 20))
    dialog.save()
    assert desk.view().rapid_review.health_signed_by == "Chief nurse"
    assert "Chief nurse" in texts(tab)
    assert page.tabs.key == "rapid_review"


def test_f2_edits_the_section_that_holds_the_keyboard(open_case_page):
    page = open_case_page()
    page.overview.edit_buttons()[1].setFocus()
    page.edit_chosen()
    dialog = opened(page, CaseDialog)
    assert dialog.focusWidget() is dialog.incident_field.precision_combo
    dialog.title_edit.setText("Two siblings, burns")
    dialog.save()
    assert page.header.beside_label.text() == "Two siblings, burns"
    assert page.window().focusWidget() is page.overview.edit_buttons()[1]


def test_a_case_changed_meanwhile_is_not_overwritten(open_case_page, desk):
    page = open_case_page()
    page.open_step("case")
    first = opened(page, CaseDialog)
    page.open_step("case")
    second = next(one for one in page.findChildren(CaseDialog) if one is not first)
    first.title_edit.setText("First")
    first.save()
    second.title_edit.setText("Second")
    second.save()
    assert second.isVisible()
    assert "changed" in second.problem_panel.links()[0].accessibleName()
    assert desk.view().draft.title == "First"


def test_children_are_added_edited_and_removed(open_case_page, desk):
    page = open_case_page()
    page.tabs.show_tab("children")
    page.children_tab.card.link_button.click()
    dialog = opened(page, FormDialog)
    assert dialog.editors["pseudonym"].text() == "Child C"
    dialog.save()
    assert len(page.view.children) == 3
    page.children_tab.edit_buttons()[2].click()
    dialog = opened(page, FormDialog)
    dialog.editors["pseudonym"].setText("Child Z")
    dialog.save()
    assert "Child Z" in texts(page.children_tab)
    part = page.children_tab.parts()[2]
    part.remove_button.click()
    assert not part.question.isHidden()
    part.keep_button.click()
    assert part.question.isHidden()
    part.remove_button.click()
    part.confirm_button.click()
    assert [row.draft.pseudonym for row in page.view.children] == ["Child A", "Child B"]


def test_a_case_without_children_asks_for_the_first(open_case_page, desk):
    page = open_case_page(desk.bare_id)
    page.tabs.show_tab("children")
    page.children_tab.card.body.itemAt(0).widget().button.click()
    dialog = opened(page, FormDialog)
    assert dialog.editors["pseudonym"].text() == "Child A"


def test_a_child_that_is_gone_is_reported_and_nothing_else_happens(open_case_page, desk, qtbot):
    page = open_case_page()
    page.tabs.show_tab("children")
    part = page.children_tab.parts()[0]
    remove_child(desk.register, desk.full_id, part.section.entry_id)
    with qtbot.waitSignal(desk.context.troubled):
        part.confirm_button.click()


def test_the_next_step_opens_its_dialog_from_head_and_overview(open_case_page):
    page = open_case_page()
    page.next_button.click()
    assert page.tabs.key == "agencies"
    page.overview.next_steps.buttons[1].click()
    assert opened(page, FormDialog)


def test_a_step_without_a_dialog_opens_nothing(open_case_page):
    page = open_case_page()
    page.open_step("")
    assert not [one for one in page.findChildren(EditDialog) if one.isVisible()]


def test_a_withdrawn_notification_is_told_with_its_reason(open_case_page, desk):
    page = open_case_page()
    page.open_step("notification")
    dialog = opened(page, FormDialog)
    dialog.editors["outcome"].set_value(NotificationOutcome.CRITERIA_NOT_MET)
    dialog.editors["withdrawn_on"].set_value(date(2026, 11, 20))
    dialog.editors["withdrawn_reason"].setPlainText("Criteria not met.")
    dialog.save()
    said = texts(part_tab(page, "notification"))
    assert {"Fri 20 Nov 2026", "Criteria not met."} <= set(said)
    assert desk.view().notification == replace(
        NOTIFICATION,
        outcome=NotificationOutcome.CRITERIA_NOT_MET,
        withdrawn_on=date(2026, 11, 20),
        withdrawn_reason="Criteria not met.",
    )
    assert page.header.second_label.text() == "The notification was withdrawn."
