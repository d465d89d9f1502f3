"""Today on show over the practice register, and what its list says; for its tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.ui.pages.today_page import TodayPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from sgdesk.ui.context import AppContext


def show_today(qtbot: QtBot, context: AppContext) -> TodayPage:
    """Return the page on show, with everything read."""
    page = TodayPage(context)
    qtbot.addWidget(page)
    page.resize(1248, 800)
    with qtbot.waitSignal(page.loaded):
        page.show()
    return page


def titles(page: TodayPage) -> list[str]:
    """Return the titles of the groups in the list, without their counts."""
    model = page.due_card.table.model()
    heads = (model.index(row, 0).data() for row in range(model.rowCount()))
    return [head.split(",")[0] for head in heads if "," in head]
