"""The page of agency returns explains dates, and leads to the chase list."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtTest import QTest
from return_samples import ask, request

from sgdesk.services.agency_requests import remove_request
from sgdesk.ui.pages.agency_returns_page import AgencyReturnsPage


@pytest.fixture
def page(qtbot, desk):
    """The page with three agencies asked in one case, and one in the other: it is overdue."""
    ask(desk, desk.full_id)
    own = {"purpose": "Chronology", "due_on": date(2026, 11, 20), "due_reason": "Agreed"}
    ask(desk, desk.bare_id, ("Housing",), **own)
    page = AgencyReturnsPage(desk.context)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    with qtbot.waitSignals([page.loaded, page.explained]):
        page.show()
    QTest.qWaitForWindowActive(page)
    return page


def test_the_chosen_request_explains_its_date_by_key_and_by_link(qtbot, page):
    with qtbot.waitSignal(page.working_asked) as told:
        page.explain_chosen()
    (working,) = told.args
    assert working.sentence.startswith("Due Fri 20 Nov 2026, a date set for this request alone.")
    with qtbot.waitSignal(page.working_asked):
        page.pane.why_button.click()


def test_a_request_that_is_gone_has_no_date_to_explain(qtbot, page, desk):
    row = request(desk, "Housing", desk.bare_id)
    remove_request(desk.register, desk.bare_id, row.request_entry)
    with qtbot.assertNotEmitted(page.working_asked), qtbot.waitSignal(desk.context.troubled):
        page.explain_chosen()


@pytest.mark.parametrize(("chip", "only_overdue"), [("all", False), ("overdue", True)])
def test_the_chase_list_begins_with_what_is_on_show(qtbot, page, chip, only_overdue):
    page.chips.choose(chip)
    with qtbot.waitSignal(page.chase_list_asked) as told:
        page.chase_list_button.click()
    assert told.args[0].only_overdue is only_overdue
