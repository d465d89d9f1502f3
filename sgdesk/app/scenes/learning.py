"""From findings to impact: the chain of a case, the Actions page, and their forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.app.scenes.stage import COMPACT, Scene
from sgdesk.ui.pages.actions_page import ActionsPage
from sgdesk.ui.pages.case_learning_tab import LearningTab
from sgdesk.ui.pages.case_page import CasePage

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage
    from sgdesk.ui.main_window import MainWindow

_RICH, _SAFETY, _BARE = "26-01", "27-03", "27-11"
"""Cases: with a whole chain, with safety actions, with nothing yet."""


def learning(stage: Stage) -> Shots:
    window = stage.window("cases")
    for name, end in (("", _RICH), ("safety", _SAFETY), ("empty", _BARE)):
        _open_tab(stage, window, end)
        yield name, window


def forms(stage: Stage) -> Shots:
    window = stage.window("cases")
    tab = _open_tab(stage, window, _SAFETY)
    held = tab.learning
    if held is None:
        return
    actions = {one.row.number: one for one in held.all_actions()}
    yield "action", stage.show(tab.editor.open_action(held, actions["1.1"]))
    new = stage.show(tab.editor.open_action(held))
    new.save()
    yield "problems", new
    yield "closing", stage.show(tab.editor.open_closing(held, actions["1.1"]))
    yield "evidence", stage.show(tab.editor.open_evidence(held, actions["1.1"]))
    yield "finding", stage.show(tab.editor.open_finding(held, held.findings[0].entry))
    advice = held.all_recommendations()[0].entry
    yield "recommendation", stage.show(tab.editor.open_recommendation(held, advice))


def actions(stage: Stage) -> Shots:
    window = stage.window("actions")
    page = window.page
    if not isinstance(page, ActionsPage):
        return
    yield "", window
    page.group_combo.setCurrentIndex(1)
    page.chips.choose("all")
    yield "by-agency", window
    page.chips.choose("open")
    page.group_combo.setCurrentIndex(0)


def compact(stage: Stage) -> Shots:
    with stage.new_window(stage.context, COMPACT) as window:
        _open_tab(stage, window, _RICH)
        yield "", window
        window.go("actions")
        yield "actions", window


def large_text(stage: Stage) -> Shots:
    """To be played on a stage whose text is large."""
    window = stage.window("cases")
    _open_tab(stage, window, _RICH)
    yield "", window
    window.go("actions")
    yield "actions", window


def _open_tab(stage: Stage, window: MainWindow, end: str) -> LearningTab:
    """Return the tab of a case, on show."""
    window.open_case(stage.case(end).case_id)
    page = window.page
    if not isinstance(page, CasePage):
        raise TypeError(type(page).__name__)
    page.open_step("learning")
    return page.findChildren(LearningTab)[0]


SCENES = (
    Scene("learning", learning),
    Scene("learning-form", forms),
    Scene("learning-actions", actions),
    Scene("learning-compact", compact),
)
LARGE_TEXT = (Scene("learning-large-text", large_text),)
