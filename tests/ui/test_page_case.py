"""Tests of the page of one case: what it shows, where its buttons lead, and its keys."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from case_samples import (
    DELAY,
    FINISHED_RAPID_REVIEW,
    LOCAL_REVIEW,
    TODAY,
    add_briefing,
    nameless,
    part_tab,
    texts,
)
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from sgdesk.domain.cases import CaseDraft, CaseKind
from sgdesk.errors import UserError
from sgdesk.services.cases import save_case
from sgdesk.services.outcomes import Changes
from sgdesk.services.reviews import save_local_review, save_rapid_review
from sgdesk.ui.look.current import current, put_in_force
from sgdesk.ui.pages.case_history_tab import HistoryTab
from sgdesk.ui.pages.case_page import CasePage


def test_the_head_says_which_case_it_is_and_what_is_due(open_case_page):
    page = open_case_page()
    assert page.header.title_label.text() == "ZZSP2026-27-05"
    assert page.header.beside_label.text() == "Two siblings, neglect"
    assert page.header.second_label.text() == (
        "Agency returns in: Tue 24 Nov 2026, agreed Wed 25 Nov"
    )
    assert page.header.standing_label.text() == "Due in 2 working days"
    assert page.next_button.text() == "Next step: chase the agency returns…"


def test_the_overview_shows_what_is_missing_and_what_is_recorded(open_case_page):
    page = open_case_page()
    said = texts(page.overview)
    assert any(one.startswith("Sign-off by ") for one in said)
    assert {"about 5 Nov 2026", "Fri 6 Nov 2026", "Neglect, Home conditions", "ZZ/17"} <= set(said)
    assert page.overview.steps_card.isHidden()


def test_tabs_count_what_they_hold(open_case_page, desk):
    add_briefing(desk)
    page = open_case_page()
    titles = [page.tabs.tab_bar.tabText(at) for at in range(page.tabs.tab_bar.count())]
    assert "Children 2" in titles
    assert "Briefings 1" in titles
    assert "Documents" in titles


def test_no_page_shows_a_childs_name_or_date_of_birth(open_case_page):
    page = open_case_page()
    for key in page.tabs.keys():  # noqa: SIM118 - a method of its own
        page.tabs.show_tab(key)
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
                "Signed Fri 20 Nov 2026",
                "Not yet made",
                "Waiting: the Rapid Review has not been sent",
            },
        ),
    ],
)
def test_a_part_reads_what_is_recorded(open_case_page, key, words):
    assert words <= set(texts(part_tab(open_case_page(), key)))


def test_a_finished_case_reads_whole(open_case_page, desk):
    desk.finish()
    page = open_case_page()
    assert {
        "Signed Fri 20 Nov 2026",
        "Agrees with the decision",
        "Initiated Fri 20 Nov 2026",
    } <= set(texts(part_tab(page, "rapid_review")))
    assert {"Thu 20 May 2027", "A trial is listed.", "On plan."} <= set(
        texts(part_tab(page, "local_review"))
    )
    assert "Criminal trial" in texts(part_tab(page, "delays"))


def test_deadlines_stand_beside_the_case_what_needs_a_person_first(open_case_page):
    page = open_case_page()
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


def test_ctrl_d_asks_why_the_chosen_deadline_falls_on_its_date(open_case_page, desk, qtbot):
    page = open_case_page()
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


def test_the_trail_leads_back_to_the_cases(open_case_page, qtbot):
    page = open_case_page()
    with qtbot.waitSignal(page.page_asked) as asked:
        page.header.trail_button.click()
    assert asked.args == ["cases"]


def test_a_briefing_is_asked_for_with_its_case(open_case_page, desk, qtbot):
    page = open_case_page()
    page.tabs.show_tab("briefings")
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


def test_documents_are_made_of_the_briefings_that_speak_of_the_case(open_case_page, desk, qtbot):
    briefing_id = add_briefing(desk)
    page = open_case_page()
    for button in (page.export_button, page.documents.empty.button):
        with qtbot.waitSignal(page.export_asked) as asked:
            button.click()
        assert asked.args == [(briefing_id,)]


def test_the_history_tells_who_changed_what(open_case_page):
    page = open_case_page()
    page.tabs.show_tab("history")
    (tab,) = page.findChildren(HistoryTab)
    assert "Notification: added" in [row.what for row in tab.table.model().records()]


def test_the_page_reads_again_what_changed_and_leaves_the_rest(open_case_page, desk):
    page = open_case_page()
    before = page.view
    desk.context.apply(Changes("Another case", frozenset({uuid4()})))
    assert page.view is before
    save_local_review(desk.register, desk.full_id, LOCAL_REVIEW, today=TODAY)
    desk.context.apply(Changes("Local review saved", frozenset({desk.full_id})))
    assert "An independent reviewer" in texts(part_tab(page, "local_review"))
    before = page.view
    desk.context.apply(Changes("A new day"))
    assert page.view is not before


def test_a_case_that_cannot_be_read_is_refused_and_later_reported(open_case_page, desk, qtbot):
    with pytest.raises(UserError):
        CasePage(desk.context, uuid4())
    page = open_case_page()
    page.case_id = uuid4()
    with qtbot.waitSignal(desk.context.troubled):
        page.reload()
    assert page.header.title_label.text() == "ZZSP2026-27-05"


def test_a_narrow_page_lists_its_tabs_and_makes_the_deadlines_one_of_them(open_case_page):
    page = open_case_page(size=(700, 820))
    assert page.tabs.is_list
    assert page.next_button.text() == "Next step…"
    assert page.header.second_label.text() == "Two siblings, neglect"
    page.tabs.show_tab("deadlines")
    assert page.deadlines.isVisible()
    page.resize(1240, 820)
    assert page.tabs.key == "overview"
    assert page.deadlines.isVisible()


def test_a_low_page_tells_the_timeline_in_words(open_case_page):
    page = open_case_page(size=(1240, 500))
    assert page.timeline_card.isHidden()
    assert not page.overview.steps_card.isHidden()
    assert "Tue 1 Dec 2026" in texts(page.overview.steps_card)


def test_ctrl_tab_goes_through_the_tabs_and_skips_what_is_hidden(open_case_page):
    page = open_case_page()
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    seen = []
    for _ in range(len(page.tabs.keys()) - 1):
        QTest.keyClick(page, Qt.Key.Key_Tab, ctrl)
        seen.append(page.tabs.key)
    assert seen[0] == "children"
    assert seen[-1] == "overview"
    assert "deadlines" not in seen
    QTest.keyClick(page, Qt.Key.Key_Backtab, ctrl | shift)
    assert page.tabs.key == "history"


def test_f6_goes_through_head_tabs_content_and_deadlines(open_case_page):
    page = open_case_page()
    assert page.panes() == [page.header, page.tabs.tab_list, page.tabs.stack, page.deadlines]
    very_wide = open_case_page(size=(2600, 820))
    assert very_wide.panes()[1] is very_wide.tabs.tab_bar


def test_a_paused_case_says_by_what(open_case_page, desk):
    save_local_review(desk.register, desk.full_id, LOCAL_REVIEW, today=TODAY)
    save_rapid_review(desk.register, desk.full_id, FINISHED_RAPID_REVIEW, today=TODAY)
    desk.add(replace(DELAY, pauses=("LR-6M", "LR-MON", "PANEL-RESP")))
    page = open_case_page()
    assert page.header.standing_label.text() == "Paused by criminal trial"


def test_a_national_review_without_a_reference_goes_by_its_title(open_case_page, desk):
    title = "A national review with a title that is a good deal longer than any reference is"
    draft = CaseDraft(kind=CaseKind.NATIONAL, title=title)
    (case_id,) = save_case(desk.register, None, draft, today=TODAY).case_ids
    page = open_case_page(case_id)
    assert page.header.title_label.text() == title
    assert page.header.beside_label.text() == ""
    assert page.header.trail_label.text() == "/  National review"
    assert page.width() == 1240


def test_larger_text_lays_the_page_out_anew(open_case_page, qtbot, qapp):
    page = open_case_page()
    assert page.deadlines.parentWidget() is page.tabs.splitter
    before = current()
    put_in_force(replace(before, text_scale=2.0))
    try:
        QCoreApplication.sendEvent(page, QEvent(QEvent.Type.StyleChange))
        qtbot.waitUntil(lambda: page.next_button.text() == "Next step…")
        assert page.tabs.stack.isAncestorOf(page.deadlines)
    finally:
        put_in_force(before)


@pytest.mark.parametrize("size", [(1240, 820), (700, 820)])
def test_every_control_of_every_tab_has_a_name_for_screen_readers(open_case_page, desk, size):
    add_briefing(desk)
    page = open_case_page(size=size)
    for key in ("overview", "children", "rapid_review", "publication", "briefings", "history"):
        page.tabs.show_tab(key)
        assert nameless(page) == []
