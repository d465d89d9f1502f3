"""An import that brings reviews up to date asks before it moves their due dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from wizard_samples import PAGE, TODAY, make_register

from sgdesk.records.moved_dates import KeptDate, Recalculation
from sgdesk.services.case_list import list_cases
from sgdesk.ui.context import AppContext
from sgdesk.ui.wizards.import_ready_page import ImportReadyPage
from sgdesk.ui.wizards.import_wizard import ImportWizard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from sgdesk.services.register import Register

KEPT = KeptDate(UUID(int=1), "ZZTS 1", "PUB-3Y", "Leave the list", date(2026, 11, 2), "Met")


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    register, _key = make_register(tmp_path)
    yield register
    register.close()


def imported(qtbot: QtBot, context: AppContext, page: str) -> ImportWizard:
    """Return the wizard after its last step was asked to save all that is on `page`."""
    wizard = ImportWizard(context)
    qtbot.addWidget(wizard)
    wizard.open()
    wizard.source_page.text_edit.setPlainText(page)
    wizard.next()
    qtbot.waitUntil(lambda: not wizard.is_working)
    if wizard.check_page.table.choose(0) and wizard.check_page.new_button.isVisible():
        wizard.check_page.new_button.click()
    while wizard.page is not wizard.ready_page:
        wizard.next()
    save(qtbot, wizard)
    return wizard


def save(qtbot: QtBot, wizard: ImportWizard) -> None:
    wizard.next()
    qtbot.waitUntil(lambda: not wizard.is_working)


def test_an_import_that_moves_due_dates_shows_them_first(qtbot: QtBot, register: Register) -> None:
    context = AppContext(register, lambda: TODAY)
    first = imported(qtbot, context, PAGE)
    first.next()
    register.asks_before_moving = True
    wizard = imported(qtbot, context, PAGE.replace("17.12.2024", "18.12.2024"))
    page = wizard.ready_page
    assert not page.is_done
    assert page.notice.text().startswith("1 due date moves in 1 case.")
    assert [one.code for one in page.moved_table.model().records()] == ["PUB-3Y"]
    assert wizard.footer.next_button.text() == "Import, and move 1 date"
    wizard.back()
    wizard.next()
    assert wizard.footer.next_button.text() == "Import"
    save(qtbot, wizard)
    assert not page.is_done
    save(qtbot, wizard)
    assert page.is_done
    assert not page.moved_card.isVisible()
    days = {case.reference: case.published_on for case in list_cases(register, today=TODAY)}
    assert str(days["ZZTS2020-21-01"]) == "2024-12-18"


def test_an_import_that_only_keeps_results_says_so(qtbot: QtBot) -> None:
    page = ImportReadyPage()
    qtbot.addWidget(page)
    page.show_moves(Recalculation(kept=(KEPT,)))
    assert page.next_words == "Import all the same"
    assert page.moved_card.isHidden()
