"""The chain of a case on its tab: read at a glance, filtered, cut, printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from case_samples import TODAY, nameless
from chain_samples import (
    ACTION,
    ADVICE,
    FINDING,
    choose,
    dialog_of,
    kinds,
    lines,
    offered,
    open_chain,
    put_all,
    put_one,
)
from PySide6.QtCore import Qt

from sgdesk.domain.learning import ActionPlan, ActionStatus
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.pages.case_learning_tab import LearningTab
from sgdesk.ui.pages.learning_lines import LineKind
from sgdesk.ui.printing.paper_preview import PaperPreview


@pytest.fixture
def put(desk):
    return partial(put_one, desk)


@pytest.fixture
def put_chain(desk):
    return partial(put_all, desk)


@pytest.fixture
def open_tab(qtbot, open_case_page):
    return partial(open_chain, qtbot, open_case_page)


def test_an_empty_chain_says_how_to_begin(open_tab):
    tab = open_tab()
    assert lines(tab) == []
    assert tab.empty.isVisible()
    assert tab.card.title_label.text() == "No actions yet"
    assert tab.bar.isHidden()
    assert tab.print_button.isHidden()
    tab.empty.button.click()
    assert set(dialog_of(tab).editors) == {"number", "source", "theme", "text"}
    tab.edit_chosen()  # nothing to edit, and nothing happens
    dialog_of(tab)


def test_the_chain_is_read_step_by_step(put_chain, open_tab):
    put_chain()
    tab = open_tab()
    assert kinds(tab) == list(LineKind)
    assert [line.depth for line in lines(tab)] == [0, 1, 2, 3, 3]
    model = tab.table.model()
    said = [
        ", ".join(
            filter(
                None,
                (
                    model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
                    for column in range(model.columnCount())
                ),
            )
        )
        for row in range(model.rowCount())
    ]
    assert said[0].startswith("Finding 1, Nobody asked.")
    assert "1 recommendation, Professional curiosity" in said[0]
    assert said[1].startswith("Recommendation 1, Ask everybody., All agencies")
    assert "Answer awaited, 1 action" in said[1]
    for part in ("Action 1.1", "The partnership, Named nurse", "Overdue by 2 working days"):
        assert part in said[2]
    assert "Not started, Evidence 1, impact yes" in said[2]
    assert said[3].startswith("Evidence, Audit, Fri 20 Nov 2026: 40 records")
    assert said[4].startswith("Impact, Mon 23 Nov 2026, Review group: Children are asked.")


def test_only_what_the_line_allows_is_offered(put, put_chain, open_tab):
    put_chain()
    put(
        replace(
            ACTION,
            number="2",
            status=ActionStatus.SUPERSEDED,
            closed_on=TODAY,
            closed_by="Group",
            closing_note="Another one replaced it.",
        )
    )
    tab = open_tab()
    for kind, ways in (
        (LineKind.FINDING, {"edit", "recommendation", "remove"}),
        (LineKind.RECOMMENDATION, {"edit", "action", "remove"}),
        (LineKind.ACTION, {"edit", "evidence", "impact", "close", "why", "remove"}),
        (LineKind.EVIDENCE, {"edit", "remove"}),
        (LineKind.IMPACT, {"edit", "remove"}),
    ):
        choose(tab, kind)
        assert offered(tab) == ways
    tab.table.choose(lines(tab)[-1].key)
    assert "close" not in offered(tab)
    assert tab.bar.buttons["edit"].accessibleName() == "Edit Action 2"


def test_nothing_chosen_means_the_first(put_chain, open_tab):
    put_chain()
    tab = open_tab()
    assert tab.table.chosen_record().kind is LineKind.FINDING
    tab.table.setCurrentIndex(tab.table.model().index(-1, -1))
    tab.edit_chosen()
    assert "theme" in dialog_of(tab).editors


def test_removing_asks_first_in_its_place(put, open_tab):
    put(FINDING)
    tab = open_tab()
    tab.bar.buttons["remove"].click()
    assert tab.question.isVisible()
    assert "Finding 1" in tab.question.sentence_label.text()
    tab.question.no_button.click()
    assert tab.question.isHidden()
    assert len(lines(tab)) == 1
    tab.bar.buttons["remove"].click()
    tab.question.yes_button.click()
    assert lines(tab) == []


def test_what_others_hang_on_stays_and_the_window_says_why(qtbot, desk, put_chain, open_tab):
    put_chain()
    tab = open_tab()
    choose(tab, LineKind.FINDING)
    tab.bar.buttons["remove"].click()
    with qtbot.waitSignal(desk.context.troubled) as told:
        tab.question.yes_button.click()
    assert "Move it to another finding or remove it first." in str(told.args[0])
    assert len(lines(tab)) == 5


def test_another_line_takes_the_question_away(put_chain, open_tab):
    put_chain()
    tab = open_tab()
    choose(tab, LineKind.IMPACT)
    tab.bar.buttons["remove"].click()
    choose(tab, LineKind.EVIDENCE)
    assert tab.question.isHidden()


def test_the_chips_show_one_plan_under_what_it_follows_from(put, put_chain, open_tab):
    put_chain()
    put(replace(FINDING, number="2"))
    put(replace(ADVICE, number="2"))
    put(replace(ACTION, number="S1", plan=ActionPlan.IMMEDIATE))
    tab = open_tab()
    assert [line.name for line in lines(tab)][:2] == ["Safety action", "Finding"]
    assert tab.chips.button("all").text() == "All 2"
    assert tab.chips.button("immediate").text() == "Immediate safety 1"
    tab.chips.choose("multi_agency")
    assert kinds(tab) == list(LineKind)
    tab.chips.choose("immediate")
    assert [line.number for line in lines(tab)] == ["S1"]
    tab.chips.choose("single_agency")
    assert tab.empty.isVisible()
    tab.empty.button.click()
    assert tab.chips.chosen_key == "all"
    assert len(lines(tab)) == 8


def test_evidence_and_impact_can_be_folded_away(put_chain, open_tab):
    put_chain()
    tab = open_tab()
    tab.evidence_check.click()
    assert kinds(tab) == [LineKind.FINDING, LineKind.RECOMMENDATION, LineKind.ACTION]


def test_a_step_that_is_no_dialog_only_shows_the_tab(open_tab):
    tab = open_tab()
    tab.open_step("")
    assert not [one for one in tab.findChildren(FormDialog) if one.isVisible()]


def test_a_narrow_tab_puts_the_owner_under_the_date_and_keeps_the_choice(
    qtbot, put_chain, open_tab
):
    put_chain()
    tab = open_tab()
    choose(tab, LineKind.ACTION)
    wide = tab.table.model().columnCount()
    tab.window().resize(700, 820)
    qtbot.waitUntil(lambda: tab.table.model().columnCount() == wide - 1)
    assert tab.table.chosen_record().kind is LineKind.ACTION
    assert "close" in offered(tab)
    tooltips = [
        tab.table.model().index(row, 2).data(Qt.ItemDataRole.ToolTipRole) for row in range(5)
    ]
    assert tooltips[2] == "Thu 19 Nov 2026: Named nurse, The partnership"
    assert not any(tooltips[:2] + tooltips[3:])


def test_a_revised_date_keeps_the_first_in_view(put, open_tab):
    put(
        replace(
            ACTION,
            revised_on=date(2026, 12, 7),
            revised_reason="The supplier is late.",
            revised_by="Review group",
        )
    )
    tab = open_tab()
    said = tab.table.model().index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Mon 7 Dec, first 19 Nov 2026"
    tooltip = tab.table.model().index(0, 3).data(Qt.ItemDataRole.ToolTipRole)
    assert tooltip.startswith("Mon 7 Dec 2026 (first Thu 19 Nov 2026)")


def test_the_plan_of_the_case_prints(qtbot, put_chain, open_tab):
    put_chain()
    tab = open_tab()
    tab.print_button.click()
    preview = tab.window().findChild(PaperPreview)
    assert preview.isVisible()
    assert preview.paper.title == "Action plan ZZSP2026-27-05"
    preview.reject()


def test_the_page_prints_the_plan_from_the_tab_and_its_front_sheet_without_actions(
    put, open_case_page
):
    for drafts, file_stem in (((), "case-front-sheet"), ((ACTION,), "action-plan")):
        for draft in drafts:
            put(draft)
        page = open_case_page()
        page.open_step("learning")
        page.print_list()
        preview = page.window().findChild(PaperPreview)
        assert preview.paper.file_stem == file_stem
        preview.reject()


def test_the_deadlines_make_room_for_the_chain_and_come_back(open_case_page):
    page = open_case_page()
    page.open_step("learning")
    assert page.deadlines.isHidden()
    assert page.timeline_card.isHidden()
    page.tabs.show_tab("overview")
    assert not page.deadlines.isHidden()
    assert not page.timeline_card.isHidden()


def test_f2_on_the_page_edits_the_chosen_line(put, open_case_page):
    put(FINDING)
    page = open_case_page()
    page.open_step("learning")
    page.edit_chosen()
    assert "theme" in dialog_of(page.findChild(LearningTab)).editors


def test_every_control_has_a_name(put_chain, open_tab):
    put_chain()
    tab = open_tab()
    for kind in LineKind:
        choose(tab, kind)
        assert nameless(tab) == []


def test_a_tab_that_has_read_nothing_does_nothing(qtbot, desk):
    tab = LearningTab(desk.context)
    qtbot.addWidget(tab)
    tab.resize(600, 500)
    tab.show()
    tab.open_step("finding")
    tab.edit_chosen()
    tab.bar.asked.emit("edit")
    assert tab.learning is None
    assert tab.findChildren(FormDialog) == []


def test_the_chosen_action_explains_its_date_by_key_and_by_button(qtbot, put_chain, open_tab):
    put_chain()
    tab = open_tab()
    choose(tab, LineKind.FINDING)
    assert not tab.explain_chosen()
    choose(tab, LineKind.ACTION)
    with qtbot.waitSignal(tab.working_asked) as told:
        assert tab.explain_chosen()
    assert told.args[0].what == "Action 1.1"
    with qtbot.waitSignal(tab.working_asked):
        tab.bar.buttons["why"].click()
