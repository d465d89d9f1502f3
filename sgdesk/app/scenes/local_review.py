"""A long local review and what holds it up: the two tabs, their forms and their letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.app.scenes.stage import COMPACT, Scene
from sgdesk.ui.dialogs.edit_dialog import EditDialog
from sgdesk.ui.pages.case_delays_tab import DelaysTab
from sgdesk.ui.pages.case_local_review_tab import LocalReviewTab
from sgdesk.ui.pages.case_page import CasePage
from sgdesk.ui.pages.case_tab import TabPlace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sgdesk.app.scenes.stage import Shots, Stage
    from sgdesk.ui.main_window import MainWindow
    from sgdesk.ui.pages.case_tab import CaseTab

_PAUSED, _SIGNED, _LOOK, _EMPTY = "26-02", "26-01", "27-02", "27-05"
"""Cases: paused by a trial, on its way to publication, with a pause to look at again, and
without a local review."""
_STEPS = {
    "initiated_on": "",
    "terms": "terms",
    "forecast_on": "forecast",
    "legal_checked_on": "sign-off",
    "line": "line",
    "member": "member",
    "event": "event",
    "version": "version",
    "monitoring": "monitoring",
}


def review(stage: Stage) -> Shots:
    window = stage.window("cases")
    for name, end in (("", _PAUSED), ("signed", _SIGNED), ("none", _EMPTY)):
        tab = _review_tab(stage, window, end)
        stage.settle()
        yield name, window
        if name:
            continue
        for key in ("version", "monitoring", "event", "member", "line"):
            _scroll_to(tab, tab.lists[key])
            yield key, window
        _scroll_to(tab, tab.quality)
        yield "quality", window


def delays(stage: Stage) -> Shots:
    window = stage.window("cases")
    for name, end in (("", _PAUSED), ("ended", _SIGNED), ("look", _LOOK), ("none", _EMPTY)):
        _delays_tab(stage, window, end)
        yield name, window


def forms(stage: Stage) -> Shots:
    window = stage.window("cases")
    tab = _review_tab(stage, window, _PAUSED)
    for step, name in _STEPS.items():
        tab.open_step(step)
        yield from _dialog(stage, window, name)
    tab.quality.parts()[0].edit_button.click()
    yield from _dialog(stage, window, "quality")
    tab.lists["monitoring"].parts()[0].act_buttons["write"].click()
    yield from _dialog(stage, window, "letter")
    register = _delays_tab(stage, window, _PAUSED)
    register.edit_chosen()
    yield from _dialog(stage, window, "delay")
    for act in ("look", "tell"):
        register.list.parts()[0].act_buttons[act].click()
        yield from _dialog(stage, window, act)


def compact(stage: Stage) -> Shots:
    with stage.new_window(stage.context, COMPACT) as window:
        _review_tab(stage, window, _PAUSED)
        yield "", window
        _delays_tab(stage, window, _PAUSED)
        yield "delays", window


def large_text(stage: Stage) -> Shots:
    """To be played on a stage whose text is large."""
    window = stage.window("cases")
    tab = _review_tab(stage, window, _PAUSED)
    yield "", tab
    _scroll_to(tab, tab.lists["version"])
    yield "versions", tab
    tab.edit_chosen()
    yield from _dialog(stage, window, "form")
    register = _delays_tab(stage, window, _PAUSED)
    yield "delays", register
    register.edit_chosen()
    yield from _dialog(stage, window, "delay-form")


def _review_tab(stage: Stage, window: MainWindow, end: str) -> LocalReviewTab:
    tab = _tab(stage, window, end, "local_review")
    if not isinstance(tab, LocalReviewTab):
        raise TypeError(type(tab).__name__)
    return tab


def _delays_tab(stage: Stage, window: MainWindow, end: str) -> DelaysTab:
    tab = _tab(stage, window, end, "delays")
    if not isinstance(tab, DelaysTab):
        raise TypeError(type(tab).__name__)
    return tab


def _tab(stage: Stage, window: MainWindow, end: str, key: str) -> CaseTab:
    window.open_case(stage.case(end).case_id)
    page = window.page
    if not isinstance(page, CasePage):
        raise TypeError(type(page).__name__)
    page.tabs.show_tab(key)
    place = page.tabs.stack.currentWidget()
    if not isinstance(place, TabPlace):
        raise TypeError(type(place).__name__)
    return place.tab


def _dialog(stage: Stage, window: MainWindow, name: str) -> Shots:
    """Draw the dialog that is open, and put it away."""
    for dialog in window.findChildren(EditDialog):
        if dialog.isVisible():
            stage.settle()
            yield name, dialog
            dialog.close()


def _scroll_to(tab: LocalReviewTab, card: QWidget) -> None:
    tab.facts.verticalScrollBar().setValue(card.y())


SCENES = (
    Scene("local-review", review),
    Scene("delays", delays),
    Scene("local-review-form", forms),
    Scene("local-review-compact", compact),
)
LARGE_TEXT = (Scene("local-review-large", large_text),)
