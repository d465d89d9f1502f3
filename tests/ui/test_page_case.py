"""Tests of the page of one case: what it shows, where its buttons lead, and its keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from case_samples import LOCAL_REVIEW, NOTIFICATION, TODAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from sgdesk.domain.briefings import BriefingDraft
from sgdesk.errors import UserError
from sgdesk.services.briefings import save_briefing
from sgdesk.services.children import remove_child
from sgdesk.services.outcomes import Changes
from sgdesk.services.reviews import save_local_review
from sgdesk.ui.dialogs.case_dialog import CaseDialog
from sgdesk.ui.dialogs.child_dialog import ChildDialog
from sgdesk.ui.dialogs.edit_dialog import EditDialog
from sgdesk.ui.dialogs.local_review_dialog import LocalReviewDialog
from sgdesk.ui.dialogs.notification_dialog import NotificationDialog
from sgdesk.ui.dialogs.publication_dialog import PublicationDialog
from sgdesk.ui.dialogs.rapid_review_dialog import RapidReviewDialog
from sgdesk.ui.pages.case_page import CasePage


@pytest.fixture
def open_page(qtbot, desk):
    """Open the page of a case, of the full one without an id."""

    def open_it(case_id=None, size=(1240, 820)):
        page = CasePage(desk.context, case_id or desk.full_id)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        QTest.qWaitForWindowActive(page)
        return page

    return open_it


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def opened(page, kind=EditDialog):
    """Return the dialog of `kind` that is open over the page."""
    return next(one for one in page.findChildren(kind) if one.isVisible())


def part_tab(page, key):
    return next(tab for tab in page.part_tabs if tab.part.key == key)


def add_briefing(desk):
    draft = BriefingDraft(title="Learning from neglect", case_ids=(desk.full_id,))
    return save_briefing(desk.register, None, draft).briefing_id


def test_the_head_says_which_case_it_is_and_what_is_due(open_page):
    page = open_page()
    assert page.header.title_label.text() == "ZZSP2026-27-05"
    assert page.header.beside_label.text() == "Two siblings, neglect"
    assert page.header.second_label.text() == (
        "Agency returns in: Tue 24 Nov 2026, agreed Wed 25 Nov"
    )
    assert page.header.standing_label.text() == "Due in 2 working days"
    assert page.next_button.text() == "Next step: chase the agency returns…"


def test_the_overview_shows_what_is_missing_and_what_is_recorded(open_page):
    page = open_page()
    said = texts(page.overview)
    assert "•  Sign-off by health" in said
    assert {"about 5 Nov 2026", "Fri 6 Nov 2026", "Neglect, Home conditions", "ZZ/17"} <= set(said)
    assert page.overview.steps_card.isHidden()


def test_tabs_count_what_they_hold(open_page, desk):
    add_briefing(desk)
    page = open_page()
    titles = [page.tabs.tab_bar.tabText(at) for at in range(page.tabs.tab_bar.count())]
    assert "Children 2" in titles
    assert "Briefings 1" in titles
    assert "Documents" in titles


def test_no_page_shows_a_childs_name_or_date_of_birth(open_page):
    page = open_page()
    everything = "\n".join(label.text() for label in page.findChildren(QLabel))
    assert "Child A" in everything
    assert "3 months" in everything
    assert "Planted" not in everything
    assert "1 Aug 2026" not in everything


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("notification", {"Serious incident", "Tue 10 Nov 2026", "R 17", "Met"}),
        (
            "rapid_review",
            {
                "Fri 20 Nov 2026, 10:00",
                "Independent scrutineer",
                "Waiting: health, police",
                "Signed: local authority Fri 20 Nov 2026",
                "Not yet made",
                "Waiting: the Rapid Review has not been sent",
            },
        ),
    ],
)
def test_a_part_reads_what_is_recorded(open_page, key, words):
    assert words <= set(texts(part_tab(open_page(), key)))


def test_a_finished_case_reads_whole(open_page, desk):
    desk.finish()
    page = open_page()
    assert {"Fri 20 Nov 2026", "All three have signed.", "Agrees with the decision"} <= set(
        texts(part_tab(page, "rapid_review"))
    )
    assert {"Thu 20 May 2027", "trial", "A trial is listed."} <= set(
        texts(part_tab(page, "local_review"))
    )
    assert {"Learning together", "Sat 20 Nov 2027", "https://example.org/learning"} <= set(
        texts(part_tab(page, "publication"))
    )


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("notification", NotificationDialog),
        ("rapid_review", RapidReviewDialog),
        ("local_review", LocalReviewDialog),
        ("publication", PublicationDialog),
    ],
)
def test_an_empty_part_says_so_and_its_button_and_f2_record_it(open_page, desk, key, kind):
    page = open_page(desk.bare_id)
    page.tabs.show_tab(key)
    tab = part_tab(page, key)
    assert any("ecorded" in words for words in texts(tab))
    tab.card.body.itemAt(0).widget().button.click()
    dialog = opened(page, kind)
    dialog.reject()
    page.edit_chosen()
    assert opened(page, kind)


def test_edit_opens_the_dialog_at_the_sections_field_and_the_page_follows_the_save(
    open_page, desk
):
    page = open_page()
    page.tabs.show_tab("rapid_review")
    part_tab(page, "rapid_review").edit_buttons()[2].click()
    dialog = opened(page, RapidReviewDialog)
    assert dialog.focusWidget() is dialog.decision_combo
    dialog.chair_combo.setCurrentText("Health")
    dialog.save()
    assert desk.view().rapid_review.chair == "Health"
    assert "Health" in texts(part_tab(page, "rapid_review"))
    assert page.tabs.key == "rapid_review"


def test_f2_edits_the_section_that_holds_the_keyboard(open_page):
    page = open_page()
    page.overview.edit_buttons()[1].setFocus()
    page.edit_chosen()
    dialog = opened(page, CaseDialog)
    assert dialog.focusWidget() is dialog.incident_field.precision_combo
    dialog.title_edit.setText("Two siblings, burns")
    dialog.save()
    assert page.header.beside_label.text() == "Two siblings, burns"
    assert page.window().focusWidget() is page.overview.edit_buttons()[1]


def test_a_case_changed_meanwhile_is_not_overwritten(open_page, desk):
    page = open_page()
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


def test_children_are_added_edited_and_removed(open_page, desk):
    page = open_page()
    page.children_tab.card.link_button.click()
    dialog = opened(page, ChildDialog)
    assert dialog.pseudonym_edit.text() == "Child C"
    dialog.save()
    assert len(page.view.children) == 3
    page.children_tab.edit_buttons()[2].click()
    dialog = opened(page, ChildDialog)
    dialog.pseudonym_edit.setText("Child Z")
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


def test_a_case_without_children_asks_for_the_first(open_page, desk):
    page = open_page(desk.bare_id)
    page.children_tab.card.body.itemAt(0).widget().button.click()
    dialog = opened(page, ChildDialog)
    assert dialog.pseudonym_edit.text() == "Child A"


def test_a_child_that_is_gone_is_reported_and_nothing_else_happens(open_page, desk, qtbot):
    page = open_page()
    part = page.children_tab.parts()[0]
    remove_child(desk.register, desk.full_id, part.section.child_id)
    with qtbot.waitSignal(desk.context.troubled):
        part.confirm_button.click()


def test_deadlines_stand_beside_the_case_what_needs_a_person_first(open_page):
    page = open_page()
    rows = page.deadlines.table.model().records()
    assert [row.code for row in rows[:3]] == ["RR-RETURN", "RR-SIGN", "RR-15"]
    assert page.deadlines.card.note_label.text() == "3 open"
    shown = page.deadlines.table.model()
    titles = [str(shown.index(row, 0).data()) for row in shown.head_rows()]
    assert [title.partition(",")[0] for title in titles] == [
        "Open",
        "Waiting",
        "Done",
        "Does not apply",
    ]


def test_ctrl_d_asks_why_the_chosen_deadline_falls_on_its_date(open_page, desk, qtbot):
    page = open_page()
    with qtbot.waitSignal(page.deadline_asked) as asked:
        page.explain_chosen()
    assert asked.args == [desk.full_id, "RR-RETURN"]
    page.deadlines.table.choose("RR-15")
    with qtbot.waitSignal(page.deadline_asked) as asked:
        page.deadlines.card.link_button.click()
    assert asked.args == [desk.full_id, "RR-15"]
    with qtbot.waitSignal(page.deadline_asked) as asked:
        QTest.keyClick(page.deadlines.table, Qt.Key.Key_Return)
    assert asked.args == [desk.full_id, "RR-15"]


def test_the_trail_leads_back_to_the_cases(open_page, qtbot):
    page = open_page()
    with qtbot.waitSignal(page.page_asked) as asked:
        page.header.trail_button.click()
    assert asked.args == ["cases"]


def test_the_next_step_opens_its_dialog_from_head_and_overview(open_page):
    page = open_page()
    page.next_button.click()
    opened(page, RapidReviewDialog).reject()
    page.overview.next_step.button.click()
    assert opened(page, RapidReviewDialog)


def test_a_briefing_is_asked_for_with_its_case(open_page, desk, qtbot):
    page = open_page()
    with qtbot.waitSignal(page.briefing_asked) as asked:
        page.briefings.card.body.itemAt(0).widget().button.click()
    assert asked.args == [None, desk.full_id]
    briefing_id = add_briefing(desk)
    desk.context.apply(Changes("Briefing saved", frozenset({desk.full_id})))
    with qtbot.waitSignal(page.briefing_asked) as asked:
        page.briefings.findChildren(type(page.next_button))[-1].click()
    assert asked.args == [briefing_id, desk.full_id]
    with qtbot.waitSignal(page.briefing_asked) as asked:
        page.briefings.card.link_button.click()
    assert asked.args == [None, desk.full_id]
    with qtbot.waitSignal(page.briefing_asked) as asked:
        page.open_step("briefing")
    assert asked.args == [None, desk.full_id]


def test_documents_are_made_of_the_briefings_that_speak_of_the_case(open_page, desk, qtbot):
    briefing_id = add_briefing(desk)
    page = open_page()
    for button in (page.export_button, page.documents.empty.button):
        with qtbot.waitSignal(page.export_asked) as asked:
            button.click()
        assert asked.args == [(briefing_id,)]


def test_the_history_tells_who_changed_what(open_page):
    page = open_page()
    rows = page.history.table.model().records()
    assert "Notification: added" in [row.what for row in rows]
    assert page.history.table.model().index(0, 0).data().startswith("Mon 23 Nov 2026")


def test_the_page_reads_again_what_changed_and_leaves_the_rest(open_page, desk):
    page = open_page()
    before = page.view
    desk.context.apply(Changes("Another case", frozenset({uuid4()})))
    assert page.view is before
    save_local_review(desk.register, desk.full_id, LOCAL_REVIEW, today=TODAY)
    desk.context.apply(Changes("Local review saved", frozenset({desk.full_id})))
    assert "An independent reviewer" in texts(part_tab(page, "local_review"))
    before = page.view
    desk.context.apply(Changes("A new day"))
    assert page.view is not before


def test_a_case_that_cannot_be_read_is_refused_and_later_reported(open_page, desk, qtbot):
    with pytest.raises(UserError):
        CasePage(desk.context, uuid4())
    page = open_page()
    page.case_id = uuid4()
    with qtbot.waitSignal(desk.context.troubled):
        page.reload()
    assert page.header.title_label.text() == "ZZSP2026-27-05"


def test_a_narrow_page_lists_its_tabs_and_makes_the_deadlines_one_of_them(open_page):
    page = open_page(size=(700, 820))
    assert page.tabs.is_list
    assert page.next_button.text() == "Next step…"
    assert page.header.second_label.text() == "Two siblings, neglect"
    page.tabs.show_tab("deadlines")
    assert page.deadlines.isVisible()
    page.resize(1240, 820)
    assert not page.tabs.is_list
    assert page.tabs.key == "overview"
    assert page.deadlines.isVisible()


def test_a_low_page_tells_the_timeline_in_words(open_page):
    page = open_page(size=(1240, 500))
    assert page.timeline_card.isHidden()
    assert not page.overview.steps_card.isHidden()
    assert "Tue 1 Dec 2026" in texts(page.overview.steps_card)


def test_ctrl_tab_goes_through_the_tabs_and_skips_what_is_hidden(open_page):
    page = open_page()
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    seen = []
    for _ in range(9):
        QTest.keyClick(page, Qt.Key.Key_Tab, ctrl)
        seen.append(page.tabs.key)
    assert seen[0] == "children"
    assert seen[-1] == "overview"
    assert "deadlines" not in seen
    QTest.keyClick(page, Qt.Key.Key_Backtab, ctrl | shift)
    assert page.tabs.key == "history"


def test_f6_goes_through_head_tabs_content_and_deadlines(open_page):
    page = open_page()
    assert page.panes() == [page.header, page.tabs.tab_bar, page.tabs.stack, page.deadlines]
    narrow = open_page(size=(700, 820))
    assert narrow.panes()[1] is narrow.tabs.tab_list


def test_a_case_with_nothing_due_says_where_it_stands(open_page, desk):
    desk.finish()
    page = open_page()
    assert page.header.standing_label.text() != "Overdue"
    page.open_step("")
    assert not [one for one in page.findChildren(EditDialog) if one.isVisible()]


def test_a_withdrawn_notification_is_told_with_its_reason(open_page, desk):
    page = open_page()
    page.open_step("notification")
    dialog = opened(page, NotificationDialog)
    dialog.withdrawn_field.set_value(date(2026, 11, 20))
    dialog.reason_edit.setPlainText("Criteria not met.")
    dialog.save()
    said = texts(part_tab(page, "notification"))
    assert {"Fri 20 Nov 2026", "Criteria not met."} <= set(said)
    assert desk.view().notification == replace(
        NOTIFICATION, withdrawn_on=date(2026, 11, 20), withdrawn_reason="Criteria not met."
    )
    assert page.header.second_label.text() == "The notification was withdrawn."
