"""The local timetable in the settings, its milestones in a case, and the calendar of the year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sgdesk.app.scenes.stage import COMPACT, Scene
from sgdesk.domain.partnerships import CalendarChange, CalendarChangeKind
from sgdesk.domain.timetables import OWN_PREFIX
from sgdesk.services.settings import save_calendar_change
from sgdesk.ui.dialogs.deadline_dialog import DeadlineDialog
from sgdesk.ui.dialogs.milestone_forms import open_milestone
from sgdesk.ui.pages.case_milestones import MilestoneCard
from sgdesk.ui.pages.case_page import CasePage
from sgdesk.ui.pages.settings_calendar import CalendarSection
from sgdesk.ui.pages.settings_page import SettingsPage
from sgdesk.ui.pages.settings_timetable import TimetableSection
from sgdesk.ui.widgets.in_sight import bring_into_sight

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage
    from sgdesk.ui.main_window import MainWindow
    from sgdesk.ui.pages.settings_section import SettingsSection

_UNDER_OWN, _OWN = "27-09", f"{OWN_PREFIX}1"
"""A case that began under the partnership's own timetable, and its own milestone."""


def timetable(stage: Stage) -> Shots:
    window = stage.window("settings")
    section = _section(window, "Local timetable")
    if not isinstance(section, TimetableSection):
        raise TypeError(type(section).__name__)
    yield "", window
    section.version_combo.setCurrentIndex(0)
    yield "program", window
    section.begin()
    form = section.form
    form.steps.add()
    form.steps.name_edit.setText("Strategy meeting minutes in")
    form.steps.day_box.setValue(3)
    form.steps.owner_edit.setText("Social care")
    yield "new", window
    bring_into_sight(form.example)
    yield "example", window
    form.steps.name_edit.setText("")
    form.save()
    yield "problems", window
    form.foot.undo_button.click()
    section.version_combo.setCurrentIndex(section.version_combo.count() - 1)
    section.remove()
    yield "remove", window
    section.confirm_line.put_away()
    yield from _compact(stage, "Local timetable")


def large_timetable(stage: Stage) -> Shots:
    """To be played on a stage whose text is large."""
    window = stage.window("settings")
    section = _section(window, "Local timetable")
    yield "", window
    if isinstance(section, TimetableSection):
        stage.settle()
        section.scroll_area.ensureWidgetVisible(section.form.example)
        yield "example", window


def milestones(stage: Stage) -> Shots:
    window = stage.window("cases")
    window.open_case(stage.case(_UNDER_OWN).case_id)
    page = window.page
    if isinstance(page, CasePage):
        page.tabs.show_tab("rapid_review")
        stage.settle()
        bring_into_sight(page.findChildren(MilestoneCard)[0])
        yield "case", window
        dialog = open_milestone(stage.context, page.case_id, _OWN, window)
        if dialog is not None:
            yield "form", dialog
            dialog.reject()
        yield "why", stage.show(DeadlineDialog(stage.context, page.case_id, _OWN, window))


def calendar(stage: Stage) -> Shots:
    window = stage.window("settings")
    section = _section(window, "Calendar")
    if not isinstance(section, CalendarSection):
        raise TypeError(type(section).__name__)
    yield "", window
    register, year = stage.context.register, stage.today.year
    added, _removed, closure = CalendarChangeKind
    for change in (
        CalendarChange(date(year, 6, 15), added, "State Funeral"),
        CalendarChange(date(year, 12, 24), closure, "Council offices close at noon"),
        CalendarChange(date(year, 12, 29), closure, "Council offices closed"),
    ):
        save_calendar_change(register, change)
    section.reload()
    section.open_day(date(year, 12, 24))
    yield "edit", window
    bring_into_sight(section.form)
    yield "form", window
    section.form.begin(None)
    section.known.ask()
    yield "check", window
    section.known.confirm_line.put_away()
    section.show_year(year + 1)
    yield "closures", window
    yield from _compact(stage, "Calendar")


def large_calendar(stage: Stage) -> Shots:
    """To be played on a stage whose text is large."""
    window = stage.window("settings")
    section = _section(window, "Calendar")
    yield "", window
    if isinstance(section, CalendarSection):
        stage.settle()
        section.scroll_area.ensureWidgetVisible(section.glance)
        yield "year", window


def _compact(stage: Stage, title: str) -> Shots:
    with stage.new_window(stage.context, COMPACT) as window:
        _section(window, title)
        yield "compact", window


def _section(window: MainWindow, title: str) -> SettingsSection:
    window.go("settings")
    page = window.page
    if not isinstance(page, SettingsPage):
        raise TypeError(type(page).__name__)
    page.show_section(title)
    return page.section


SCENES = (
    Scene("timetable", timetable),
    Scene("milestones", milestones),
    Scene("calendar-editor", calendar),
)
LARGE_TEXT = (
    Scene("timetable-large", large_timetable),
    Scene("calendar-editor-large", large_calendar),
)
