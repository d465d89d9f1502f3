"""Due dates that move: asked about, applied, explained afterwards."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from sgdesk.app.clock import shown_moment
from sgdesk.app.scenes.stage import COMPACT, Scene
from sgdesk.domain.partnerships import CalendarChange, CalendarChangeKind
from sgdesk.records.moved_dates import KeptDate, MovedDate, MovesDatesError, Recalculation
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.practice import open_practice
from sgdesk.services.settings import save_calendar_change
from sgdesk.ui.context import AppContext
from sgdesk.ui.dialogs.deadline_dialog import DeadlineDialog
from sgdesk.ui.dialogs.moved_dates_dialog import MovedDatesDialog
from sgdesk.ui.dialogs.waiting_save import WaitDialog
from sgdesk.ui.pages.case_page import CasePage

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage
    from sgdesk.services.register import Register
    from sgdesk.ui.main_window import MainWindow

_PROCLAIMED = (
    CalendarChange(date(2026, 11, 25), CalendarChangeKind.ADDED, "Day of mourning"),
    CalendarChange(date(2026, 11, 10), CalendarChangeKind.ADDED, "State funeral"),
)
_LONG = 500


def moved_dates(stage: Stage) -> Shots:
    """Over a register of its own: what moves here has moved in no other picture."""
    register = open_practice(today=stage.today, now=shown_moment, cache=stage.folder)
    context = AppContext(register, lambda: stage.today)
    with stage.new_window(context, COMPACT) as window:
        for change in _PROCLAIMED:
            yield from _applied(stage, context, window, change)
        yield "applied", window
        done = register.recalculation
        yield "done", stage.show(MovedDatesDialog(done, window, is_done=True))
        yield "many", stage.show(MovedDatesDialog(_many(), window))
        yield "waiting", stage.show(WaitDialog(window))
        yield from _explained(stage, context, window)
    register.close()


def _applied(
    stage: Stage, context: AppContext, window: MainWindow, change: CalendarChange
) -> Shots:
    told = _asked(context.register, change)
    dialog = stage.show(MovedDatesDialog(told, window))
    yield "kept" if told.kept else "", dialog
    if told.kept:
        dialog.show_kept()
        yield "kept-shown", dialog
    with context.register.agreeing(told):
        context.apply(save_calendar_change(context.register, change))
    dialog.hide()


def _explained(stage: Stage, context: AppContext, window: MainWindow) -> Shots:
    moved = next((one.case_id, one.code) for one in context.register.recalculation.moved)
    yield "why", stage.show(DeadlineDialog(context, *moved, window))
    dialog = stage.show(DeadlineDialog(context, *_kept(context.register), window))
    yield "why-kept", dialog
    dialog.kept_card.link_button.click()
    yield "why-kept-asks", dialog
    dialog.hide()
    window.open_case(moved[0])
    page = window.findChildren(CasePage)[-1]
    page.tabs.show_tab("history")
    yield "history", window


def _asked(register: Register, change: CalendarChange) -> Recalculation:
    try:
        save_calendar_change(register, change)
    except MovesDatesError as error:
        return error.recalculation
    return Recalculation()


def _kept(register: Register) -> tuple[UUID, str]:
    cases = read_held_cases(register)
    return next((case.id, code) for case in cases for code in case.facts.kept)


def _many() -> Recalculation:
    before = date(2026, 12, 1)
    moved = tuple(
        MovedDate(
            UUID(int=number),
            f"RIV2026-27-{number:03d}",
            "RR-15",
            "Rapid Review to the Panel",
            before,
            before + timedelta(days=1),
            "Calendar changed",
            agreed_on=date(2026, 12, 9) if number % 4 == 0 else None,
            working_days=1,
        )
        for number in range(_LONG)
    )
    due = date(2025, 6, 3)
    kept = tuple(
        KeptDate(UUID(int=number), one.reference, "SIN-5", "Notify the Panel", due, "Met")
        for number, one in enumerate(moved)
    )
    return Recalculation(moved, kept)


SCENES = (Scene("moved-dates", moved_dates),)
LARGE_TEXT = (Scene("large-text-moved-dates", moved_dates),)
