"""From the notification to the Panel's reply: the tabs of a case, their forms and papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QScrollArea

from sgdesk.app.scenes.stage import Scene
from sgdesk.domain.rapid_reviews import Decision
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.form_editors import set_value
from sgdesk.ui.dialogs.form_frame import FormScroll
from sgdesk.ui.dialogs.rapid_review_forms import FORMS
from sgdesk.ui.dialogs.rapid_review_notes import rapid_review_setting
from sgdesk.ui.pages.case_notification_tab import NotificationTab
from sgdesk.ui.pages.case_page import CasePage
from sgdesk.ui.pages.case_rapid_review_tab import RapidReviewTab
from sgdesk.ui.widgets.calendar_popup import CalendarPopup
from sgdesk.ui.widgets.date_field import DateField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sgdesk.app.scenes.stage import Shots, Stage
    from sgdesk.ui.main_window import MainWindow

_LATE, _SIGNED, _AGAIN = "27-05", "27-04", "26-03"
_TWICE, _EARLY, _DEATH = "27-07", "27-09", "27-08"
"""Cases: late, signed, decided again; notified twice, just notified, a death to be notified."""
_TABS = (
    ("children", _EARLY),
    ("notification", _EARLY),
    ("notification", _TWICE),
    ("notification", _DEATH),
    ("rapid_review", _SIGNED),
    ("rapid_review", _AGAIN),
)


def tabs(stage: Stage) -> Shots:
    yield from _every_tab(stage, stage.window("cases"))


def large_tabs(stage: Stage) -> Shots:
    """To be played on a stage whose text is large."""
    yield from _every_tab(stage, stage.window("cases"))


def notification_forms(stage: Stage) -> Shots:
    window = stage.window("cases")
    page = _open_tab(stage, window, _TWICE, "notification")
    for tab in page.findChildren(NotificationTab):
        tab.open_step("")
        yield "", _opened(stage, window)
        tab.open_step("incident")
        yield "incident", _opened(stage, window)
        tab.open_recipient(None)
        yield "recipient", _opened(stage, window)
    page = _open_tab(stage, window, _EARLY, "notification")
    for tab in page.findChildren(NotificationTab):
        tab.card.link_button.click()
        sheet = _opened(stage, window)
        yield "copy-out", sheet
        _show_end(sheet)
        yield "copy-out-end", sheet


def child_forms(stage: Stage) -> Shots:
    window = stage.window("cases")
    page = _open_tab(stage, window, _EARLY, "children")
    page.children_tab.edit_buttons()[0].click()
    yield "", _opened(stage, window)
    page.children_tab.household.parts()[0].edit_button.click()
    yield "household", _opened(stage, window)


def rapid_review_forms(stage: Stage) -> Shots:
    window = stage.window("cases")
    page = _open_tab(stage, window, _SIGNED, "rapid_review")
    for tab in page.findChildren(RapidReviewTab):
        for name in FORMS:
            tab.open_step(name)
            yield name, _opened(stage, window)
        tab.links.link_button.click()
        yield "link", _opened(stage, window)
        tab.decision.parts()[1].act_buttons["print-record"].click()
        yield "record", _opened(stage, window)
    page = _open_tab(stage, window, _LATE, "rapid_review")
    for tab in page.findChildren(RapidReviewTab):
        tab.panel.parts()[0].act_buttons["tell-late"].click()
        yield "letter", _opened(stage, window)


def problems(stage: Stage) -> Shots:
    """A form with everything wrong, and its calendar."""
    window, view = stage.window("cases"), stage.case(_LATE)
    setting = rapid_review_setting(stage.context, view)
    dialog = FormDialog(
        stage.context, FORMS["decision"], view.rapid_review, _forget, setting, window
    )
    stage.show(dialog)
    field = dialog.editors["police_signed_on"]
    if isinstance(field, DateField):
        field.line_edit.setText("31/11/2026")
        field.settle()
        set_value(dialog.editors["decision"], Decision.LOCAL_REVIEW)
        dialog.save()
        yield "", dialog
        field.open_calendar()
        for popup in field.findChildren(CalendarPopup):
            yield "calendar", popup
            popup.close()


def _every_tab(stage: Stage, window: MainWindow) -> Shots:
    for key, end in _TABS:
        page = _open_tab(stage, window, end, key)
        name = f"{key.replace('_', '-')}-{end}"
        yield name, window
        for step in ("middle", "end"):
            _show_end(page, 1 if step == "end" else 2)
            yield f"{name}-{step}", window


def _open_tab(stage: Stage, window: MainWindow, end: str, key: str) -> CasePage:
    """Return the page of a case with the tab `key` on show in `window`."""
    window.open_case(stage.case(end).case_id)
    page = window.page
    if not isinstance(page, CasePage):
        raise TypeError(type(page).__name__)
    page.tabs.show_tab(key)
    stage.settle()
    return page


def _opened(stage: Stage, window: QWidget) -> QDialog:
    """Return the dialog that was opened last; it is put away with the scene."""
    return stage.show([one for one in window.findChildren(QDialog) if one.isVisible()][-1])


def _show_end(place: QWidget, part: int = 1) -> None:
    """Scroll `place` to its end, or to the given part of the way."""
    for scroll in place.findChildren(FormScroll):
        bar = scroll.verticalScrollBar()
        bar.setValue(bar.maximum() // part)
    around = place.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.verticalScrollBar().setValue(around.verticalScrollBar().maximum())
        around = around.parentWidget()


def _forget(_draft: object) -> None:
    """Nothing that is shown for a picture is saved."""


SCENES = (
    Scene("review-tab", tabs),
    Scene("notification-form", notification_forms),
    Scene("child-dialog", child_forms),
    Scene("rapid-review-form", rapid_review_forms),
    Scene("rapid-review-problems", problems),
)
LARGE_TEXT = (Scene("large-text-review", large_tabs),)
