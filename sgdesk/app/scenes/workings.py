"""Dates that explain themselves: requests, actions, agreed dates with what was agreed before."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sgdesk.app.scenes.stage import Scene, find_case
from sgdesk.domain.partnerships import AgreedDate
from sgdesk.services.agreed_dates import save_agreed_date
from sgdesk.ui.dialogs.chase_list_dialog import ChaseListDialog
from sgdesk.ui.dialogs.deadline_dialog import DeadlineDialog
from sgdesk.ui.dialogs.working_dialog import WorkingDialog
from sgdesk.ui.pages.actions_page import ActionsPage
from sgdesk.ui.pages.agency_returns_page import AgencyReturnsPage
from sgdesk.ui.printing.paper_preview import PaperPreview

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage

_RUNNING = "27-07"
"""A case whose Rapid Review is under way."""
_FIRST = "The police return waits for the laboratory."
_SECOND = "The laboratory needs a week more."
_PARTNERS = "The three safeguarding partners"


def requests(stage: Stage) -> Shots:
    yield from _explained(stage, "agency_returns")


def actions(stage: Stage) -> Shots:
    yield from _explained(stage, "actions")


def chase_list(stage: Stage) -> Shots:
    window = stage.window("agency_returns")
    dialog = stage.show(ChaseListDialog(stage.context, None, window))
    yield "", dialog
    dialog.print_list()
    stage.settle()
    for preview in dialog.findChildren(PaperPreview):
        yield "preview", preview
        preview.close()


def agreed(stage: Stage) -> Shots:
    """Two dates agreed one after the other, on a register of its own."""
    register = stage.new_practice()
    context = stage.open_context(register)
    case_id = find_case(register, _RUNNING).case_id
    for days, reason in ((10, _FIRST), (17, _SECOND)):
        day = stage.today + timedelta(days=days)
        save_agreed_date(register, case_id, "RR-15", AgreedDate(day, reason, _PARTNERS))
    returns = AgreedDate(stage.today + timedelta(days=3), _FIRST, _PARTNERS)
    save_agreed_date(register, case_id, "RR-RETURN", returns)
    with stage.new_window(context) as window:
        window.go("cases")
        yield "list", window
        window.go("deadlines")
        yield "deadlines", window
        window.open_case(case_id)
        yield "case", window
        window.go("today")
        yield "today", window
        yield "", stage.show(DeadlineDialog(context, case_id, "RR-15", window))
        stage.clear()


def _explained(stage: Stage, key: str) -> Shots:
    """Explain the line that is chosen on a page."""
    window = stage.window(key)
    stage.settle()
    page = window.page
    if not isinstance(page, AgencyReturnsPage | ActionsPage):
        raise TypeError(type(page).__name__)
    page.explain_chosen()
    for dialog in window.findChildren(WorkingDialog):
        yield "", dialog
        dialog.reject()


SCENES = (
    Scene("why-request", requests),
    Scene("why-action", actions),
    Scene("chase-list", chase_list),
    Scene("agreed-date-history", agreed),
)
LARGE_TEXT = (
    Scene("large-text-why-request", requests),
    Scene("large-text-chase-list", chase_list),
    Scene("large-text-agreed-date-history", agreed),
)
