"""The Deadlines page grouped and in a view of its own, and what would be with other dates."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sgdesk.app.scenes.stage import COMPACT, Scene
from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.saved_views import SavedViewDraft
from sgdesk.records.deadlines import DueKind
from sgdesk.services.saved_views import save_view
from sgdesk.ui.dialogs.what_if_dialog import WhatIfDialog
from sgdesk.ui.pages.deadlines_groups import Grouping
from sgdesk.ui.pages.deadlines_list import row_key
from sgdesk.ui.pages.deadlines_page import DeadlinesPage

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage
    from sgdesk.ui.main_window import MainWindow

_NEW = "27-09"
"""A case that was notified lately."""


def due_groups(stage: Stage) -> Shots:
    yield from _grouped(stage, stage.window("deadlines"))


def due_compact(stage: Stage) -> Shots:
    with stage.new_window(stage.context, COMPACT) as window:
        window.go("deadlines")
        yield from _grouped(stage, window)


def due_views(stage: Stage) -> Shots:
    window = stage.window("deadlines")
    page = _page(window)
    register = stage.context.register
    for view in (
        SavedViewDraft("deadlines", "Overdue returns", "overdue", "return", "agency"),
        SavedViewDraft("deadlines", "This week by case", "soon", "", "case", is_default=True),
    ):
        save_view(register, None, view)
    page.reload()
    stage.settle()
    page.bar.views_button.fill()
    page.bar.views_button.menu_widget.actions()[0].trigger()
    yield "", window
    page.bar.views_button.fill()
    menu = page.bar.views_button.menu_widget
    menu.popup(page.bar.views_button.mapToGlobal(page.bar.views_button.rect().bottomLeft()))
    yield "menu", menu
    menu.hide()
    dialog = page.bar.views_button.save_new()
    yield "name", dialog
    dialog.reject()


def what_if(stage: Stage) -> Shots:
    case_id = stage.case(_NEW).case_id
    dialog = stage.show(WhatIfDialog(stage.context, case_id))
    yield "as-it-is", dialog
    for trigger, days in ((CaseDate.NOTIFIED, 18), (CaseDate.RAPID_REVIEW_SENT, 44)):
        dialog.date_fields[trigger].set_value(stage.today + timedelta(days=days))
    dialog.show_tried()
    dialog.table.choose("RR-15")
    yield "tried", dialog


def _grouped(stage: Stage, window: MainWindow) -> Shots:
    page = _page(window)
    for grouping in (Grouping.AGENCY, Grouping.CASE, Grouping.WEEK):
        page.bar.group_combo.setCurrentIndex(page.bar.group_combo.findData(grouping))
        yield grouping.key, window
    for kind in (DueKind.RETURN, DueKind.ACTION):
        page.bar.what_combo.setCurrentIndex(page.bar.what_combo.findData(kind.value))
        stage.settle()
        yield kind.value, window
    page.bar.what_combo.setCurrentIndex(0)
    page.bar.group_combo.setCurrentIndex(0)
    row = next(row for row in page.list_card.rows() if row.code == "RR-15" and row.day)
    page.list_card.table.choose(row_key(row))
    yield "strip", window


def _page(window: MainWindow) -> DeadlinesPage:
    page = window.page
    if not isinstance(page, DeadlinesPage):
        raise TypeError("the window is on another page")
    return page


SCENES = (
    Scene("due-groups", due_groups),
    Scene("due-compact", due_compact),
    Scene("due-views", due_views),
    Scene("what-if", what_if),
)
LARGE_TEXT = (Scene("large-due", due_groups), Scene("large-what-if", what_if))
