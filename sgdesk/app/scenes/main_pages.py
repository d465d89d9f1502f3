"""The main window on each of its pages: full, empty, compact, and in large text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from sgdesk.app.scenes.stage import COMPACT, Scene
from sgdesk.errors import UserError
from sgdesk.ui.pages.case_page import CasePage
from sgdesk.ui.pages.settings_page import SettingsPage
from sgdesk.ui.shell.page_stack import PAGES

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage
    from sgdesk.ui.main_window import MainWindow

_PRESSED, _WHOLE = "27-05", "26-01"
"""A case that is late, and one that has gone all the way to publication."""


def pages(stage: Stage) -> Shots:
    for page in PAGES:
        yield page.key, stage.window(page.key)


def case(stage: Stage) -> Shots:
    window = stage.window("cases")
    window.open_case(stage.case(_PRESSED).case_id)
    yield "", window
    window.open_case(stage.case(_WHOLE).case_id)
    page = window.page
    if isinstance(page, CasePage):
        for key in ("children", "notification", "rapid_review", "local_review", "publication"):
            page.tabs.show_tab(key)
            yield key.replace("_", "-"), window
        for key in ("briefings", "documents", "history"):
            page.tabs.show_tab(key)
            yield key, window


def settings(stage: Stage) -> Shots:
    window = stage.window("settings")
    page = window.page
    if isinstance(page, SettingsPage):
        titles = [page.section_list.item(row).text() for row in range(page.section_list.count())]
        for title in titles:
            page.show_section(title)
            yield title.lower().replace(" ", "-"), window


def empty(stage: Stage) -> Shots:
    for page in PAGES:
        yield page.key, stage.window(page.key, is_empty=True)


def compact(stage: Stage) -> Shots:
    with stage.new_window(stage.context, COMPACT) as window:
        yield from _every_page(stage, window)


def large_text(stage: Stage) -> Shots:
    """To be played on a stage whose text is large."""
    yield from _every_page(stage, stage.window("today"))


def trouble(stage: Stage) -> Shots:
    window = stage.window("cases")
    window.context.report(UserError("Another program is using the register. Try again."))
    yield "", window
    window.notice_bar.hide()


def menus(stage: Stage) -> Shots:
    window = stage.window("cases")
    stage.settle()  # the first window to come to the front closes menus
    for menu in (one for one in window.menuBar().findChildren(QMenu) if one.title()):
        menu.popup(window.menuBar().rect().bottomLeft())
        yield menu.title().replace("&", "").lower(), menu
        menu.hide()


def _every_page(stage: Stage, window: MainWindow) -> Shots:
    for page in PAGES:
        window.go(page.key)
        yield page.key, window
    window.open_case(stage.case(_PRESSED).case_id)
    yield "case", window


SCENES = (
    Scene("", pages),
    Scene("case", case),
    Scene("settings", settings),
    Scene("empty", empty),
    Scene("compact", compact),
    Scene("trouble", trouble),
    Scene("menu", menus),
)
LARGE_TEXT = (Scene("large-text", large_text),)
