"""Requests to agencies on the case, their dialogs, and the directory in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.app.scenes.stage import COMPACT, Scene
from sgdesk.domain.agency_marks import ReturnMark
from sgdesk.domain.agency_requests import ReturnState
from sgdesk.services.agency_rows import list_requests
from sgdesk.ui.dialogs.agency_dialogs import AgencyDialogs
from sgdesk.ui.pages.case_agencies_tab import AgenciesTab
from sgdesk.ui.pages.case_page import CasePage
from sgdesk.ui.pages.settings_agencies import AgenciesSection
from sgdesk.ui.pages.settings_page import SettingsPage

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage
    from sgdesk.records.agencies import RequestRow
    from sgdesk.ui.main_window import MainWindow

_RUNNING, _BEGUN, _UNASKED = "27-07", "27-09", "27-11"
"""A Rapid Review with returns in every state, one just begun, and a case nobody was asked of."""


def tab(stage: Stage) -> Shots:
    window = stage.window("cases")
    shown = _open_tab(stage, window, _RUNNING)
    yield "", window
    shown.table.choose(_request(stage, ReturnState.QUERIED).request_id)
    yield "queried", window
    shown.table.choose(_request(stage, ReturnState.ACKNOWLEDGED).request_id)
    shown.table.setFocus()
    shown.table.mark_asked.emit(ReturnMark.NIL)
    yield "asks", window
    _open_tab(stage, window, _UNASKED)
    yield "empty", window


def compact(stage: Stage) -> Shots:
    with stage.new_window(stage.context, COMPACT) as window:
        _open_tab(stage, window, _RUNNING)
        yield "", window


def dialogs(stage: Stage) -> Shots:
    opener = AgencyDialogs(stage.context, stage.window("cases"))
    view = stage.case(_BEGUN)
    asking = stage.show(opener.ask(view.case_id, view.reference))
    asking.ticks.all_button.click()
    yield "ask", asking
    asking.ticks.none_button.click()
    asking.save()
    yield "ask-problems", asking
    row = _request(stage, ReturnState.QUERIED)
    yield "request", stage.show(opener.edit(row))
    yield "return", stage.show(opener.log_return(row))
    yield "query", stage.show(opener.query(row))


def directory(stage: Stage) -> Shots:
    window = stage.window("settings")
    page = window.page
    if isinstance(page, SettingsPage):
        page.show_section("Agencies")
        section = page.section
        if isinstance(section, AgenciesSection):
            row = next(row for row in section.rows() if row.contacts and row.former_names)
            section.table.choose(row.agency_id)
            yield "", window
            stage.settle()
            section.scroll_area.ensureWidgetVisible(section.lists.names)
            yield "lists", window
            section.scroll_area.show_top()
            section.form.name_edit.setText(f"{row.draft.name} and Estates")
            yield "renamed", window
            section.form.start()


def _open_tab(stage: Stage, window: MainWindow, end: str) -> AgenciesTab:
    window.open_case(stage.case(end).case_id)
    page = window.page
    if not isinstance(page, CasePage):
        raise TypeError(type(page).__name__)
    page.tabs.show_tab("agencies")
    stage.settle()
    found = page.findChild(AgenciesTab)
    if found is None:
        raise LookupError("agencies")
    return found


def _request(stage: Stage, state: ReturnState) -> RequestRow:
    rows = list_requests(stage.context.register, stage.case(_RUNNING).case_id, today=stage.today)
    return next(row for row in rows if row.state is state)


SCENES = (
    Scene("agencies", tab),
    Scene("agencies-compact", compact),
    Scene("agency-dialog", dialogs),
    Scene("agency-directory", directory),
)
LARGE_TEXT = (Scene("large-text-agencies", compact), Scene("large-text-agency-dialog", dialogs))
