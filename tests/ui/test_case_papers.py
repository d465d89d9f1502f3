"""The papers of a case open as previews from its page and from the commands of the window."""

from __future__ import annotations

from functools import partial
from uuid import uuid4

import pytest
from page_registers import practice_context
from review_samples import open_review

from sgdesk.services.case_list import list_cases
from sgdesk.ui.main_window import MainWindow
from sgdesk.ui.printing.paper_preview import PaperPreview


@pytest.fixture
def open_tab(desk, open_case_page):
    return partial(open_review, desk, open_case_page)


def preview_of(page):
    (preview,) = page.window().findChildren(PaperPreview)
    preview.reject()
    return preview


def test_the_wall_sheet_of_a_case_lies_on_its_side(open_case_page):
    page = open_case_page()
    page.print_wall_sheet()
    preview = preview_of(page)
    assert preview.windowTitle() == "SGDesk: Print case timetable"
    assert preview.paper.is_landscape
    assert preview.paper.case_ids == (page.case_id,)


def test_the_six_month_plan_opens_from_the_case_and_prints_from_its_tab(open_tab):
    page, tab = open_tab()
    page.print_review_plan()
    preview = preview_of(page)
    assert preview.windowTitle() == "SGDesk: Print local review plan"
    preview.deleteLater()
    preview.setParent(None)
    assert tab.print_own()
    assert preview_of(page).paper.file_stem == "local-review-plan"


def test_a_tab_without_a_review_leaves_printing_to_the_front_sheet(open_tab):
    page, tab = open_tab(review=None)
    assert not tab.print_own()
    page.print_list()
    assert preview_of(page).paper.file_stem == "case-front-sheet"


def test_what_a_paper_lacks_is_told(open_tab, desk, qtbot):
    page, _ = open_tab(review=None)
    with qtbot.waitSignal(desk.context.troubled) as told:
        page.print_review_plan()
    assert "date of the decision to initiate is missing" in str(told.args[0])
    page.case_id = uuid4()
    with qtbot.waitSignal(desk.context.troubled):
        page.print_wall_sheet()


@pytest.fixture
def context(qapp):
    yield from practice_context()


def test_the_commands_work_on_the_page_of_a_case_alone(qtbot, context):
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.show()
    actions = [window.commands.action(name) for name in ("wall_sheet", "review_plan")]
    window.go("cases")
    assert not any(action.isEnabled() for action in actions)
    rows = list_cases(context.register, today=context.today())
    window.open_case(next(row.case_id for row in rows if row.reference.endswith("27-02")))
    for action in actions:
        assert action.isEnabled()
        action.trigger()
    previews = window.findChildren(PaperPreview)
    assert {one.paper.file_stem for one in previews} == {"case-timetable", "local-review-plan"}
    for one in previews:
        one.reject()
