"""The forms of the chain of a case: what they ask, offer and say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from case_samples import TODAY
from chain_samples import (
    ACTION,
    FINDING,
    choose,
    dialog_of,
    fill,
    kinds,
    lines,
    open_chain,
    put_all,
    put_one,
    save,
)
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sgdesk.domain.attachments import AttachmentDraft
from sgdesk.domain.learning import CLOSED_STATUSES, ActionDraft, ActionPlan, ActionStatus
from sgdesk.domain.partnerships import AgencyDraft
from sgdesk.services.attachments import (
    chosen_file,
    keep_file,
    list_attachments,
    remove_attachment,
)
from sgdesk.services.entries import list_entries
from sgdesk.services.settings import list_agencies, save_agency
from sgdesk.ui.pages.learning_lines import LineKind


@pytest.fixture
def put(desk):
    return partial(put_one, desk)


@pytest.fixture
def put_chain(desk):
    return partial(put_all, desk)


@pytest.fixture
def open_tab(qtbot, open_case_page):
    return partial(open_chain, qtbot, open_case_page)


def test_a_chain_is_built_from_the_finding_to_its_closed_action(desk, open_tab):
    tab = open_tab()
    tab.add_actions["finding"].trigger()
    fill(dialog_of(tab), text="Nobody asked.")
    save(dialog_of(tab))
    choose(tab, LineKind.FINDING)
    tab.bar.buttons["recommendation"].click()
    dialog = dialog_of(tab)
    assert dialog.editors["finding_id"].currentText() == "1: Nobody asked."
    fill(dialog, text="Ask everybody.")
    save(dialog)
    choose(tab, LineKind.RECOMMENDATION)
    tab.bar.buttons["action"].click()
    dialog = dialog_of(tab)
    assert dialog.editors["number"].text() == "1.1"
    assert dialog.editors["recommendation_id"].currentText() == "1: Ask everybody."
    assert dialog.editors["set_on"].value() == TODAY
    fill(dialog, text="Write them.", owner="Named nurse", due_on=date(2026, 12, 1))
    save(dialog)
    choose(tab, LineKind.ACTION)
    tab.bar.buttons["close"].click()
    dialog = dialog_of(tab)
    fill(dialog, closed_by="Review group", evidence_kind="Audit", evidence="40 records")
    save(dialog)
    assert kinds(tab) == [
        LineKind.FINDING,
        LineKind.RECOMMENDATION,
        LineKind.ACTION,
        LineKind.EVIDENCE,
    ]
    assert tab.card.title_label.text() == "1 action: none overdue, 1 closed"
    assert desk.view() is not None


def test_all_that_a_new_action_lacks_is_said_at_once_and_a_warning_stops_nothing(desk, open_tab):
    tab = open_tab()
    tab.add_actions["action"].trigger()
    dialog = dialog_of(tab)
    fill(dialog, number="7")
    save(dialog)
    assert {problem.field for problem in dialog.problems()} == {"text", "owner", "due_on"}
    fill(dialog, text="Consider it.", owner="All agencies", due_on=date(2026, 12, 1))
    assert {problem.field for problem in dialog.problems()} == {
        "text",
        "owner",
        "success_measure",
    }
    save(dialog)
    assert [one.draft.number for one in list_entries(desk.register, ActionDraft, desk.full_id)] == [
        "7"
    ]


def test_an_own_plan_asks_for_its_agency_with_everything_else(open_tab):
    tab = open_tab()
    tab.add_actions["action"].trigger()
    dialog = dialog_of(tab)
    fill(dialog, plan=ActionPlan.SINGLE_AGENCY)
    assert {problem.field for problem in dialog.problems()} >= {"agency_id", "text", "owner"}


def test_closing_without_evidence_names_the_field(put, open_tab):
    put(ACTION)
    tab = open_tab()
    choose(tab, LineKind.ACTION)
    tab.bar.buttons["close"].click()
    dialog = dialog_of(tab)
    fill(dialog, closed_by="Review group")
    save(dialog)
    assert [problem.field for problem in dialog.problems()] == ["evidence"]
    fill(dialog, status=ActionStatus.EMBEDDED)
    assert {problem.field for problem in dialog.problems()} == {"evidence", "impact"}
    assert dialog.isVisible()


def test_closing_asks_only_for_what_is_not_there_yet(put_chain, open_tab):
    put_chain()
    tab = open_tab()
    choose(tab, LineKind.ACTION)
    tab.bar.buttons["close"].click()
    assert set(dialog_of(tab).editors) == {"status", "closed_on", "closed_by", "closing_note"}


@pytest.mark.parametrize(
    ("kind", "field", "words"),
    [
        (LineKind.FINDING, "text", "Nobody asked."),
        (LineKind.RECOMMENDATION, "text", "Ask everybody."),
        (LineKind.ACTION, "text", "Write the questions."),
        (LineKind.EVIDENCE, "what", "40 records"),
        (LineKind.IMPACT, "change", "Children are asked."),
    ],
)
def test_enter_and_f2_edit_the_chosen_line(put_chain, open_tab, kind, field, words):
    put_chain()
    tab = open_tab()
    choose(tab, kind)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    dialog = dialog_of(tab)
    assert dialog.editors[field].toPlainText() == words
    dialog.reject()
    tab.edit_chosen()
    dialog = dialog_of(tab)
    fill(dialog, **{field: "Other words"})
    save(dialog)
    assert next(line for line in lines(tab) if line.kind is kind).text.endswith("Other words")


def test_evidence_and_impact_are_added_to_the_chosen_action(put, open_tab):
    put(ACTION)
    tab = open_tab()
    choose(tab, LineKind.ACTION)
    for way, words in (
        ("evidence", {"kind": "Audit", "what": "40 records"}),
        ("impact", {"assessed_by": "Group", "change": "Asked.", "measure": "Audit"}),
    ):
        tab.bar.buttons[way].click()
        dialog = dialog_of(tab)
        fill(dialog, **words)
        save(dialog)
        choose(tab, LineKind.ACTION)
    assert kinds(tab) == [LineKind.ACTION, LineKind.EVIDENCE, LineKind.IMPACT]


def test_an_immediate_safety_action_stands_first_and_only_once(put, put_chain, open_tab):
    put_chain()
    tab = open_tab()
    advice = next(line for line in lines(tab) if line.kind is LineKind.RECOMMENDATION)
    put(replace(ACTION, number="S1", plan=ActionPlan.IMMEDIATE, recommendation_id=advice.key))
    tab.open_step("immediate")
    dialog = dialog_of(tab)
    assert dialog.editors["plan"].value() is ActionPlan.IMMEDIATE
    assert dialog.editors["number"].text() == "S1"
    fill(dialog, number="S2", text="See the child.", owner="Head", due_on=TODAY)
    save(dialog)
    assert [line.number for line in lines(tab)][:2] == ["S1", "S2"]
    assert [line.number for line in lines(tab)].count("S1") == 1


def test_something_new_hangs_on_the_chosen_line_where_it_can(put_chain, open_tab):
    put_chain()
    tab = open_tab()
    choose(tab, LineKind.ACTION)
    tab.add_actions["recommendation"].trigger()
    dialog = dialog_of(tab)
    assert dialog.editors["finding_id"].value() is None
    assert dialog.editors["number"].text() == "2"
    dialog.reject()
    tab.add_actions["action"].trigger()
    dialog = dialog_of(tab)
    assert dialog.editors["recommendation_id"].value() is None
    dialog.reject()


def test_an_open_action_offers_open_statuses_and_a_closed_one_all(put, open_tab):
    put(ACTION)
    put(
        replace(
            ACTION,
            number="2",
            status=ActionStatus.NOT_ACCEPTED,
            closed_on=TODAY,
            closed_by="Partners",
            closing_note="The law changed.",
        )
    )
    tab = open_tab()
    tab.edit_chosen()
    dialog = dialog_of(tab)
    status = dialog.editors["status"]
    assert status.count() == len(ActionStatus) - len(CLOSED_STATUSES)
    assert "closed_on" not in dialog.editors
    dialog.reject()
    tab.table.choose(lines(tab)[1].key)
    tab.edit_chosen()
    dialog = dialog_of(tab)
    assert dialog.editors["status"].count() == len(ActionStatus)
    fill(dialog, status=ActionStatus.IN_PROGRESS, closed_on=None)
    save(dialog)
    assert all(line.row.is_open for line in lines(tab))


def test_the_form_says_how_the_action_would_stand(put, open_tab):
    put(ACTION)
    tab = open_tab()
    tab.edit_chosen()
    dialog = dialog_of(tab)

    def said(name):
        return dialog.fields.row(name).message.text()

    def write(name, text):
        line_edit = dialog.editors[name].line_edit
        line_edit.selectAll()
        QTest.keyClick(line_edit, Qt.Key.Key_Delete)
        QTest.keyClicks(line_edit, text)

    assert said("due_on") == "Overdue by 2 working days."
    write("due_on", "30/11/2026")
    assert said("due_on") == "Due in 5 working days."
    write("revised_on", "7/12/2026")
    assert (said("due_on"), said("revised_on")) == ("", "On track.")
    write("revised_on", "")
    write("due_on", "")
    assert (said("due_on"), said("revised_on")) == ("", "")


def test_only_agencies_in_use_and_the_chosen_one_are_offered(desk, put, open_tab):
    for name, is_active in (("Hospitals", True), ("Old trust", False), ("Gone trust", False)):
        save_agency(desk.register, None, AgencyDraft(name=name, is_active=is_active))
    held = {row.draft.name: row.agency_id for row in list_agencies(desk.register)}
    put(replace(ACTION, agency_id=held["Old trust"]))
    tab = open_tab()
    tab.edit_chosen()
    combo = dialog_of(tab).editors["agency_id"]
    names = {combo.itemText(at) for at in range(combo.count())}
    assert names == {"The partnership itself", "Hospitals", "Old trust"}
    assert combo.currentText() == "Old trust"


def test_long_texts_are_shortened_in_choices_alone(put, open_tab):
    put(replace(FINDING, number="", text="Nobody asked. " * 20))
    tab = open_tab()
    tab.bar.buttons["recommendation"].click()
    words = dialog_of(tab).editors["finding_id"].currentText()
    assert words.startswith("Nobody asked. Nobody")
    assert words.endswith("…")
    assert len(words) == 80


def test_evidence_names_a_file_of_the_case_even_one_that_was_removed(desk, put, open_tab):
    put(ACTION)
    chosen = chosen_file("audit.txt", b"40 records")
    keep_file(desk.register, desk.full_id, chosen, AttachmentDraft(title="The audit"))
    tab = open_tab()
    choose(tab, LineKind.ACTION)
    tab.bar.buttons["evidence"].click()
    dialog = dialog_of(tab)
    (file,) = list_attachments(desk.register, desk.full_id)
    fill(dialog, kind="Audit", what="40 records", attachment_id=file.attachment_id)
    assert dialog.editors["attachment_id"].currentText() == "The audit"
    save(dialog)
    choose(tab, LineKind.EVIDENCE)
    assert "(file attached)" in tab.table.chosen_record().text
    remove_attachment(desk.register, file)
    tab.edit_chosen()
    dialog = dialog_of(tab)
    assert dialog.editors["attachment_id"].currentText() == "A file that was removed"
    save(dialog)
    assert tab.table.chosen_record().entry.draft.attachment_id == file.attachment_id
