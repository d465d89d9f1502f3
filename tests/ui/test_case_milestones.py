"""Tests of the partnership's own milestones on the page of a case and in "Why this date?"."""

from __future__ import annotations

from datetime import date

import pytest
from case_samples import TODAY, part_tab
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sgdesk.domain.timetables import Milestone, Timetable, standard_milestones
from sgdesk.errors import UserError
from sgdesk.services.milestones import list_milestones
from sgdesk.services.timetables import save_timetable
from sgdesk.ui.dialogs.deadline_dialog import DeadlineDialog
from sgdesk.ui.dialogs.deadline_words import agreed_facts, rule_facts
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.milestone_forms import open_milestone
from sgdesk.ui.pages import case_milestones
from sgdesk.ui.pages.case_milestones import MilestoneCard

CODE = "LOCAL-1"
STEP = Milestone(CODE, "Minutes in", 3, owner="Social care")


@pytest.fixture
def own(desk):
    desk.register.asks_before_moving = False
    draft = Timetable(date(2026, 11, 1), (*standard_milestones(), STEP))
    save_timetable(desk.register, None, draft)


@pytest.fixture
def page(open_case_page):
    return open_case_page()


@pytest.fixture
def tab(page):
    return part_tab(page, "rapid_review")


def form_on_show():
    found = QApplication.topLevelWidgets()
    return next(one for one in found if isinstance(one, FormDialog) and one.isVisible())


def done_on(desk):
    (row,) = list_milestones(desk.register, desk.full_id, today=TODAY)
    return row.done_on


def test_without_own_milestones_there_is_no_section(tab, desk):
    assert tab.milestones.isHidden()
    assert open_milestone(desk.context, desk.full_id, CODE, tab) is None


def test_a_milestone_is_met_on_the_tab_of_the_rapid_review(qtbot, own, tab, desk):
    (part,) = tab.milestones.parts()
    assert part.section.title == "Minutes in"
    facts = {fact.label: (fact.words, fact.note) for fact in part.section.facts}
    assert facts["By the timetable"][0] == "Fri 13 Nov 2026"
    assert facts["Met"] == ("Not met yet", "Overdue by 6 working days")
    assert facts["Who"][0] == "Social care"
    part.edit_button.click()
    dialog = form_on_show()
    assert dialog.title_label.text() == "Minutes in"
    assert dialog.fields.row("done_on").message.text() == (
        "Due Fri 13 Nov 2026. Empty while it is open."
    )
    dialog.editors["done_on"].set_value(date(2026, 11, 12))
    dialog.edited("done_on")
    assert "open again" in dialog.fields.row("done_on").message.text()
    with qtbot.waitSignal(desk.context.changed):
        dialog.save()
    assert done_on(desk) == date(2026, 11, 12)
    (part,) = tab.milestones.parts()
    assert part.section.facts[1].words == "Thu 12 Nov 2026"


def test_a_day_that_cannot_be_is_refused_in_the_form(own, tab, desk):
    tab.open_step(CODE)
    dialog = form_on_show()
    dialog.editors["done_on"].set_value(date(2026, 11, 9))
    dialog.save()
    assert dialog.problem_panel.isVisible()
    assert done_on(desk) is None


def test_the_key_for_editing_opens_the_milestone_that_holds_the_keyboard(own, tab):
    (part,) = tab.milestones.parts()
    part.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)
    tab.edit_chosen()
    assert form_on_show().windowTitle() == "Milestone met"


def test_why_asks_for_the_working_of_the_milestone(qtbot, own, tab):
    (part,) = tab.milestones.parts()
    with qtbot.waitSignal(tab.why_asked) as asked:
        part.facts.why_asked.emit(CODE)
    assert asked.args == [CODE]


def test_what_cannot_be_read_is_reported(qtbot, own, tab, desk, monkeypatch):
    def gone(*_args):
        raise UserError("This case is no longer in the register.")

    monkeypatch.setattr(case_milestones, "open_milestone", gone)
    with qtbot.waitSignal(desk.context.troubled):
        tab.open_step(CODE)


def test_a_card_without_a_case_opens_nothing(qtbot, desk):
    card = MilestoneCard(desk.context)
    qtbot.addWidget(card)
    card.open_milestone(CODE)
    assert card.parts() == []


def test_why_this_date_records_that_a_milestone_was_met(qtbot, own, desk):
    dialog = DeadlineDialog(desk.context, desk.full_id, CODE)
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.context_label.text().endswith("· local timetable")
    assert dialog.met_button.isVisible()
    facts = {fact.label: fact for fact in rule_facts(dialog.detail)}
    assert facts["Period"].note == "Completed by the day on which you say that it was met"
    dialog.met_button.click()
    form = form_on_show()
    form.editors["done_on"].set_value(date(2026, 11, 16))
    form.save()
    assert done_on(desk) == date(2026, 11, 16)
    assert [fact.label for fact in agreed_facts(dialog.detail)] == ["Done"]


def test_other_deadlines_are_met_where_their_date_is_recorded(qtbot, own, desk):
    dialog = DeadlineDialog(desk.context, desk.full_id, "RR-15")
    qtbot.addWidget(dialog)
    dialog.open()
    assert not dialog.met_button.isVisible()
    yearly = DeadlineDialog(desk.context, None, "YR-12")
    qtbot.addWidget(yearly)
    yearly.edit_met()
    assert not yearly.met_button.isVisible()
