"""Today beyond its first look: one day of the strip, a reminder, and what changed overnight."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from sgdesk.app.scenes.stage import COMPACT, FULL, Scene
from sgdesk.config.settings import Settings
from sgdesk.records.moved_dates import MovedDate
from sgdesk.records.today import ListedReview
from sgdesk.ui.context import AppContext
from sgdesk.ui.pages.settings_page import SettingsPage
from sgdesk.ui.pages.today_page import TodayPage

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage
    from sgdesk.ui.main_window import MainWindow

_LATER = timedelta(days=3)


def day(stage: Stage) -> Shots:
    with stage.new_window(stage.context) as window:
        page = _today(stage, window)
        page.weeks_card.day_chosen.emit(stage.today + _LATER)
        yield "", window
        page.tiles["others"].click()
        yield "others", window


def side(stage: Stage) -> Shots:
    """Show what a practice register has little of: moved dates, and the end of the public list."""
    with stage.new_window(stage.context, (FULL[0], 1300)) as window:
        page = _today(stage, window)
        case = stage.case("27-05")
        moved = MovedDate(
            case.case_id,
            case.draft.reference,
            "RR-15",
            "Rapid Review to the Panel",
            stage.today,
            stage.today + timedelta(days=1),
            "Calendar changed",
        )
        listed = [
            ListedReview(
                case.case_id,
                case.draft.reference,
                "A review (invented)",
                stage.today + timedelta(days=days),
                has_left=days < 1,
            )
            for days in (-12, 9, 40)
        ]
        if page.view is not None:
            page.side.show_view(
                replace(page.view, moved=(moved,), list_window=tuple(listed), no_contacts=())
            )
        yield "", window


def reminder(stage: Stage) -> Shots:
    with stage.new_window(_reminding(stage)) as window:
        _today(stage, window)
        yield "", window
        window.go("settings")
        page = window.page
        if isinstance(page, SettingsPage):
            page.show_section("Reminders")
            window.context.change_settings(quiet_on=stage.today.isoformat())
            yield "settings", window
    with stage.new_window(_reminding(stage), COMPACT) as window:
        _today(stage, window)
        yield "compact", window


def large_text(stage: Stage) -> Shots:
    """To be played on a stage whose text is large."""
    with stage.new_window(_reminding(stage), (1600, 1400)) as window:
        page = _today(stage, window)
        page.weeks_card.day_chosen.emit(stage.today + _LATER)
        yield "", window


def _reminding(stage: Stage) -> AppContext:
    """Return a context whose window reminds, as an officer's does until it is told not to."""
    return AppContext(
        stage.context.register, lambda: stage.today, settings=Settings(), parent=stage.app
    )


def _today(stage: Stage, window: MainWindow) -> TodayPage:
    """Return the page when it has been read."""
    page = window.page
    stage.settle()
    if not isinstance(page, TodayPage):
        raise TypeError("Today is shown first")
    return page


SCENES = (
    Scene("today-day", day),
    Scene("today-side", side),
    Scene("reminder", reminder),
)
LARGE_TEXT = (Scene("today-large", large_text),)
