"""Tests of what leaves the public list next, of its archive, and of the list on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from case_samples import NOW, TODAY
from kept_registers import copied_practice
from publishing_samples import ROW, publications_page
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel

from sgdesk.domain.publications import PublicationDraft
from sgdesk.services.publications import ARCHIVED, PLANNED, TO_ARCHIVE
from sgdesk.services.reviews import save_publication
from sgdesk.ui.context import AppContext
from sgdesk.ui.pages.publications_words import (
    archived_words,
    leaving_words,
    next_to_leave,
)
from sgdesk.ui.printing.paper_preview import PaperPreview
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


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def test_what_leaves_next_comes_first_and_three_at_most():
    days = [date(2027, 6, 1), date(2026, 12, 1), date(2028, 1, 1), date(2027, 1, 1)]
    rows = [
        replace(ROW, case_id=str(at), reference=f"R{at}", leaves_on=day)
        for at, day in enumerate(days)
    ]
    late = replace(ROW, reference="R9", state=TO_ARCHIVE, leaves_on=date(2026, 11, 2))
    gone = [replace(ROW, state=ARCHIVED), replace(ROW, state=PLANNED, leaves_on=None)]
    leaving = next_to_leave([*rows, *gone, late])
    assert [row.reference for row in leaving] == ["R9", "R1", "R3"]
    assert leaving_words(late) == "R9, due 2 Nov 2026"
    assert leaving_words(rows[1]) == "R1 on 1 Dec 2026"


def test_the_archive_says_when_a_review_went_or_should_have():
    assert archived_words(replace(ROW, archived_on=date(2026, 1, 5))) == "5 Jan 2026"
    assert archived_words(replace(ROW, state=TO_ARCHIVE)) == "Due since 12 Jun 2028"
    assert archived_words(replace(ROW, leaves_on=None)) == "Not archived"


def test_a_review_that_leaves_next_is_chosen_whatever_is_filtered(qtbot, page):
    tab = page.reviews_tab
    (case_id, link), *_ = tab.leaves_next.links.items()
    with qtbot.waitSignal(tab.review_shown):
        tab.chips.choose("planned")
        link.click()
    assert tab.list_card.table.chosen_record().case_id == case_id
    assert len(tab.list_card.rows()) == tab.list_card._model.total_count
    qtbot.waitUntil(tab.list_card.table.hasFocus)


def test_a_review_that_leaves_next_and_is_on_show_is_chosen_at_once(qtbot, page):
    tab = page.reviews_tab
    (case_id, link) = list(tab.leaves_next.links.items())[-1]
    with qtbot.waitSignal(tab.review_shown):
        link.click()
    assert tab.list_card.table.chosen_record().case_id == case_id


def test_what_leaves_next_gives_way_where_there_is_nothing_or_no_room(page, own_page):
    assert page.reviews_tab.leaves_next.isVisible()
    page.fit(QSize(1280, 400))
    assert not page.reviews_tab.leaves_next.isVisible()
    page.fit(QSize(1280, 720))
    assert page.reviews_tab.leaves_next.isVisible()
    assert not own_page.reviews_tab.leaves_next.isVisible()


def test_the_archive_lists_what_left_and_leads_to_its_case(qtbot, page):
    page.tabs.show_tab("archive")
    tab = page.archive_tab
    rows = tab.list_card.rows()
    assert {row.state for row in rows} == {ARCHIVED}
    assert page.tabs.tab_bar.tabText(1) == f"Archive {len(rows)}"
    assert tab.list_card.table in page.panes()
    chosen = tab.list_card.table.chosen_record()
    for open_it in (page.open_chosen, page.edit_chosen):
        with qtbot.waitSignal(page.case_asked) as asked:
            open_it()
        assert asked.args == [chosen.case_id]
    with qtbot.waitSignal(page.deadline_asked) as asked:
        page.explain_chosen()
    assert asked.args == [chosen.case_id, "PUB-3Y"]


def test_an_empty_archive_says_what_comes_into_it(own_page):
    own_page.tabs.show_tab("archive")
    assert any(words.startswith("Nothing is archived yet") for words in texts(own_page.archive_tab))
    own_page.open_chosen()
    own_page.explain_chosen()


def test_a_search_goes_through_the_archive_too(page):
    page.tabs.show_tab("archive")
    page._on_searched("no such word")
    tab = page.archive_tab
    assert tab.list_card.rows() == []
    tab.list_card._nothing_found.button.click()
    assert tab.list_card.rows()


def test_the_list_is_offered_for_printing(qtbot, page):
    page.print_button.click()
    (preview,) = page.findChildren(PaperPreview)
    assert preview.isVisible()
    preview.reject()
