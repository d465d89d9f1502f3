"""Tests of the Publications page over a practice register and a small one of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from case_samples import NOW, TODAY
from kept_registers import copied_practice
from publishing_samples import ROW, publications_page
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from sgdesk.domain.briefings import BriefingDraft
from sgdesk.domain.publications import PublicationDraft
from sgdesk.services.briefings import save_briefing
from sgdesk.services.publications import ARCHIVED, LEAVING, ON_LIST, PLANNED, TO_ARCHIVE
from sgdesk.services.reviews import save_publication
from sgdesk.ui.context import AppContext
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.pages.publications_words import (
    day_words,
    filter_counts,
    leaves_words,
    list_text,
    summary_heading,
)
from sgdesk.ui.tasks import wait_for_work


@pytest.fixture(scope="module")
def practice(qapp):
    register = copied_practice(today=TODAY, now=lambda: NOW)
    yield register
    wait_for_work()
    register.close()


@pytest.fixture
def page(qtbot, practice):
    yield publications_page(qtbot, AppContext(practice, lambda: TODAY))
    wait_for_work()


@pytest.fixture
def own_page(qtbot, desk):
    """The page over a register whose one review is planned for next week."""
    draft = PublicationDraft(title="Learning together", planned_on=date(2026, 12, 7))
    save_publication(desk.register, desk.full_id, draft, today=TODAY)
    yield publications_page(qtbot, desk.context)
    wait_for_work()


def choose(qtbot, page, reference):
    tab = page.reviews_tab
    row = next(one for one in tab.list_card.rows() if one.reference == reference)
    if tab.list_card.table.chosen_record() != row:
        with qtbot.waitSignal(tab.review_shown):
            tab.list_card.table.choose(row.case_id)
    return row


def states(page):
    return [row.state for row in page.reviews_tab.list_card.rows()]


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


# The words


def test_states_are_counted_and_those_still_on_the_list_together():
    rows = [replace(ROW, state=one) for one in (PLANNED, ON_LIST, LEAVING, TO_ARCHIVE, ARCHIVED)]
    assert filter_counts(rows) == {
        "all": 5,
        "planned": 1,
        "listed": 3,
        "leaving": 1,
        "to_archive": 1,
        "archived": 1,
    }


def test_the_dates_in_the_list_say_what_they_are():
    planned = replace(ROW, published_on=None, leaves_on=None, planned_on=date(2026, 12, 7))
    assert day_words(ROW) == "Published 12 Jun 2025"
    assert day_words(planned) == "For 7 Dec 2026"
    assert day_words(replace(planned, planned_on=None)) == "No date yet"
    assert leaves_words(ROW) == "12 Jun 2028"
    assert leaves_words(planned) == "Not on it yet"
    assert leaves_words(replace(ROW, state=ARCHIVED)) == "In the archive"
    assert summary_heading(planned) == "ZZSP2024-25-01 · not published yet"


def test_the_text_for_the_public_list_is_in_its_own_form():
    assert list_text(ROW) == (
        "Case reference: ZZSP2024-25-01\nPublication date: 12.06.2025\nWhat was learnt."
    )
    national = replace(ROW, reference="A national review", title="A national review")
    assert list_text(national).splitlines()[0] == "A national review"
    assert list_text(replace(ROW, published_on=None)).splitlines()[1] == "What was learnt."


# Reviews


def test_the_reviews_are_listed_planned_first_with_their_counts(page):
    assert states(page)[0] == PLANNED
    assert page.header.second_label.text() == (
        "9 reviews: 1 planned, 5 on the public list, 3 archived"
    )
    assert page.tabs.tab_bar.tabText(0) == "Reviews 9"
    assert page.reviews_tab.chips.button("leaving").text() == "Leaving soon 1"


def test_a_chip_narrows_the_list_to_its_state(page):
    page.reviews_tab.chips.choose("archived")
    assert set(states(page)) == {ARCHIVED}
    page.reviews_tab.chips.choose("listed")
    assert set(states(page)) == {ON_LIST, LEAVING}


def test_search_finds_words_and_show_all_undoes_it(qtbot, page):
    page.search_field.setText("no such words")
    card = page.reviews_tab.list_card
    qtbot.waitUntil(lambda: not card.rows())
    assert card.count_label.text() == "0 of 9 reviews"
    page.reviews_tab.chips.choose("planned")
    card._nothing_found.button.click()
    assert len(card.rows()) == 9
    assert page.search_field.text() == ""


def test_the_chosen_review_shows_its_text_dates_and_briefings(qtbot, page):
    row = choose(qtbot, page, "BSCP2022-23-02")
    shown = texts(page.reviews_tab.pane)
    assert row.summary in shown
    assert "BSCP2022-23-02 · published 12 June 2024" in shown
    for label, words in (
        ("Published", "Wed 12 Jun 2024"),
        ("Earliest removal", "Thu 12 Jun 2025"),
        ("Leaves the list", "Sat 12 Jun 2027"),
    ):
        assert shown[shown.index(label) + 1] == words
    assert "Serious Youth Violence – Breaking the Cycle" in shown


def test_a_planned_review_says_when_the_panel_must_have_the_report(qtbot, page):
    row = page.reviews_tab.list_card.rows()[0]
    choose(qtbot, page, row.reference)
    shown = texts(page.reviews_tab.pane)
    due = shown[shown.index("Report to the Panel") + 1]
    assert due == "Due Thu 26 Nov 2026"
    assert "None speaks of this review yet." in shown


def test_the_text_for_the_list_can_be_copied(qtbot, page):
    row = choose(qtbot, page, "BSCP2022-23-02")
    page.reviews_tab.pane.buttons["copy"].click()
    assert QGuiApplication.clipboard().text() == list_text(row)
    assert page.reviews_tab.pane.buttons["copy"].text() == "Copied"


def test_documents_are_made_of_the_briefings_of_the_review(qtbot, page):
    choose(qtbot, page, "BSCP2022-23-02")
    view = page.reviews_tab._view
    with qtbot.waitSignal(page.export_asked) as asked:
        page.reviews_tab.pane.buttons["main"].click()
    assert asked.args == [tuple(one.briefing_id for one in view.briefings)]


def test_the_briefings_of_a_review_are_edited_and_written_from_its_pane(qtbot, page):
    row = choose(qtbot, page, "BSCP2022-23-02")
    (briefing,) = page.reviews_tab._view.briefings
    buttons = page.reviews_tab.pane.buttons
    with qtbot.waitSignal(page.briefing_asked) as asked:
        buttons[f"briefing {briefing.briefing_id}"].click()
    assert asked.args == [briefing.briefing_id, row.case_id]
    with qtbot.waitSignal(page.briefing_asked) as asked:
        buttons["new"].click()
    assert asked.args == [None, row.case_id]


def test_a_review_without_a_briefing_offers_to_write_one(qtbot, page):
    row = page.reviews_tab.list_card.rows()[0]
    choose(qtbot, page, row.reference)
    with qtbot.waitSignal(page.briefing_asked) as asked:
        page.reviews_tab.pane.buttons["main"].click()
    assert asked.args == [None, row.case_id]


def test_enter_opens_the_case_and_the_date_can_be_explained(qtbot, page):
    row = choose(qtbot, page, "BSCP2022-23-02")
    with qtbot.waitSignal(page.case_asked) as asked:
        QTest.keyClick(page.reviews_tab.list_card.table, Qt.Key.Key_Return)
    assert asked.args == [row.case_id]
    with qtbot.waitSignal(page.deadline_asked) as asked:
        page.explain_chosen()
    assert asked.args == [row.case_id, "PUB-3Y"]
    planned = choose(qtbot, page, page.reviews_tab.list_card.rows()[0].reference)
    with qtbot.waitSignal(page.deadline_asked) as asked:
        page.explain_chosen()
    assert asked.args == [planned.case_id, "PUB-7"]


def test_a_publication_is_edited_over_the_page_and_the_list_follows(qtbot, own_page, desk):
    own_page.edit_chosen()
    (dialog,) = own_page.findChildren(FormDialog)
    dialog.editors["published_on"].set_value(date(2026, 11, 20))
    with qtbot.waitSignals([own_page.loaded, own_page.reviews_tab.review_shown]):
        dialog.save()
    assert states(own_page) == [ON_LIST]
    assert "Fri 20 Nov 2026" in texts(own_page.reviews_tab.pane)


def test_the_pane_follows_when_the_case_changes_elsewhere(qtbot, own_page, desk):
    draft = PublicationDraft(title="Learning anew", planned_on=date(2026, 12, 8))
    changes = save_publication(desk.register, desk.full_id, draft, today=TODAY)
    with qtbot.waitSignals([own_page.loaded, own_page.reviews_tab.review_shown]):
        desk.context.apply(changes)
    assert "Tue 8 Dec 2026" in texts(own_page.reviews_tab.pane)


def test_the_text_of_the_list_is_edited_in_a_form_of_its_own(qtbot, own_page, desk):
    own_page.reviews_tab.pane.buttons["text"].click()
    (dialog,) = own_page.findChildren(FormDialog)
    dialog.editors["summary"].setPlainText("What was learnt.")
    with qtbot.waitSignals([own_page.loaded, own_page.reviews_tab.review_shown]):
        dialog.save()
    assert "What was learnt." in texts(own_page.reviews_tab.pane)


def test_without_a_review_the_page_offers_the_import(qtbot, desk):
    page = publications_page(qtbot, desk.context)
    tab = page.reviews_tab
    assert tab.list_card._empty.isVisible()
    assert "Choose a review to see its dates and its briefings." in texts(tab.pane)
    with qtbot.waitSignal(page.import_asked):
        tab.list_card._empty.button.click()
    with qtbot.waitSignal(page.import_asked):
        page.import_button.click()
    page.open_chosen()
    page.edit_chosen()
    page.explain_chosen()
    page.tabs.show_tab("briefings")
    page.open_chosen()
    page.briefings_tab._on_export_clicked()
    with qtbot.waitSignal(page.briefing_asked) as asked:
        page.briefings_tab.list_card._empty.button.click()
    assert asked.args == [None, None]
    assert not page.briefings_tab.export_button.isEnabled()
    wait_for_work()


# Briefings


def test_briefings_are_listed_with_their_reviews_and_themes(qtbot, page):
    page.tabs.show_tab("briefings")
    rows = page.briefings_tab.list_card.rows()
    assert len(rows) == 8
    assert [row.references for row in rows].count(()) == 1
    column = page.briefings_tab.list_card.table.model().columns[0]
    assert {column.second(row) for row in rows if not row.references} == {
        "On a theme, no review of its own"
    }


def test_the_page_of_the_chosen_briefing_is_shown_beside_the_list(qtbot, page):
    tab = page.briefings_tab
    page.tabs.show_tab("briefings")
    view = tab.preview.page_view
    qtbot.waitUntil(view.has_picture)
    row = next(one for one in tab.list_card.rows() if one.title.startswith("Serious"))
    tab.list_card.table.choose(row.briefing_id)
    qtbot.waitUntil(lambda: row.title in view.accessibleDescription())
    tab.list_card.set_text("no such words")
    assert not tab.edit_button.isEnabled()
    assert not view.has_picture()


def test_a_briefing_is_edited_exported_and_begun_from_here(qtbot, page):
    page.tabs.show_tab("briefings")
    tab = page.briefings_tab
    row = tab.list_card.table.chosen_record()
    for ask in (page.open_chosen, page.edit_chosen, tab.edit_button.click):
        with qtbot.waitSignal(page.briefing_asked) as asked:
            ask()
        assert asked.args == [row.briefing_id, None]
    with qtbot.waitSignal(page.export_asked) as asked:
        tab.export_button.click()
    assert asked.args == [(row.briefing_id,)]
    with qtbot.waitSignal(page.briefing_asked) as asked:
        page.new_button.click()
    assert asked.args == [None, None]
    page.explain_chosen()


def test_a_new_briefing_appears_in_the_list(qtbot, own_page, desk):
    changes = save_briefing(desk.register, None, BriefingDraft(title="On neglect"))
    with qtbot.waitSignal(own_page.loaded):
        desk.context.apply(changes)
    assert own_page.tabs.tab_bar.tabText(2) == "Briefings 1"


# The page


def test_the_panes_go_where_there_is_no_room(qtbot, page):
    page.fit(QSize(900, 700))
    assert page.reviews_tab.pane.isHidden()
    assert page.import_button.isVisible()
    page.fit(QSize(640, 500))
    assert page.import_button.isHidden()
    assert page.header.second_label.isHidden()
    page.tabs.show_tab("briefings")
    page.fit(QSize(1280, 700))
    assert page.briefings_tab.pane.isVisible()
    qtbot.waitUntil(page.briefings_tab.preview.page_view.has_picture)


def test_f6_goes_through_the_parts_and_ctrl_f_into_the_search(page):
    assert page.panes()[0] is page.reviews_tab.list_card.table
    page.tabs.show_tab("briefings")
    assert page.panes()[0] is page.briefings_tab.list_card.table
    page.focus_filter()
    assert page.focusWidget() is page.search_field


def test_every_control_has_a_name_for_screen_readers(page):
    for widget in (page.reviews_tab.list_card.table, page.tabs.tab_bar, page.reviews_tab.chips):
        assert widget.accessibleName()
