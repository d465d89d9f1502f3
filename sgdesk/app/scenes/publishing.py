"""The family of a case and its publication: their tabs, their forms, their papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from sgdesk.app.scenes.stage import COMPACT, Scene
from sgdesk.ui.dialogs.form_frame import FormScroll
from sgdesk.ui.dialogs.publication_dialogs import PublicationDialogs
from sgdesk.ui.dialogs.publication_forms import PUBLICATION_FORMS
from sgdesk.ui.pages.case_family_tab import FamilyTab
from sgdesk.ui.pages.case_page import CasePage
from sgdesk.ui.pages.case_publication_tab import PublicationTab
from sgdesk.ui.pages.publications_page import PublicationsPage
from sgdesk.ui.widgets.scroll_frame import ScrollFrame

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage
    from sgdesk.ui.main_window import MainWindow
    from sgdesk.ui.pages.case_tab import CaseTab

_WHOLE, _LEFT_ALONE = "26-01", "26-02"
"""A case on its way to publication, and one whose mother is not to be contacted."""
_KINDS = {"family": FamilyTab, "publication": PublicationTab}


def tabs(stage: Stage) -> Shots:
    window = stage.window("cases")
    for key in _KINDS:
        tab = _open_tab(stage, window, _WHOLE, key)
        yield key, window
        _show_end(tab)
        yield f"{key}-end", window


def archive(stage: Stage) -> Shots:
    window = stage.window("publications")
    page = window.page
    if isinstance(page, PublicationsPage):
        page.tabs.show_tab("archive")
        yield "archive", window
        page.print_list()
        yield "list-paper", _opened(stage, window)
        page.tabs.show_tab("reviews")


def large_tabs(stage: Stage) -> Shots:
    """To be played on a stage whose text is large."""
    with stage.new_window(stage.context, COMPACT) as window:
        for key in _KINDS:
            tab = _open_tab(stage, window, _WHOLE, key)
            for frame in window.findChildren(ScrollFrame):
                frame.verticalScrollBar().setValue(frame.verticalScrollBar().maximum())
            yield key, window
            _show_end(tab)
            yield f"{key}-end", window


def forms(stage: Stage) -> Shots:
    window = stage.window("cases")
    tab = _open_tab(stage, window, _LEFT_ALONE, "family")
    yield "left-alone", window
    if isinstance(tab, FamilyTab):
        tab.edit_chosen()
        yield "member", _opened(stage, window)
        tab.open_contact(None)
        yield "contact", _opened(stage, window)
    dialogs = PublicationDialogs(stage.context, window)
    view = stage.case(_WHOLE)
    for name in PUBLICATION_FORMS:
        yield name, stage.show(dialogs.open(view, name))
    tab = _open_tab(stage, window, _WHOLE, "publication")
    if isinstance(tab, PublicationTab):
        tab.open_pack_file(None)
        yield "pack-file", _opened(stage, window)
        tab.panel_button.click()
        yield "panel-letter", _opened(stage, window)
        tab.family_button.click()
        yield "family-letter", _opened(stage, window)
        tab.print_checklist()
        yield "checklist-paper", _opened(stage, window)


def _open_tab(stage: Stage, window: MainWindow, end: str, key: str) -> CaseTab | None:
    """Return the tab of a case, shown in `window`."""
    window.open_case(stage.case(end).case_id)
    page = window.page
    if not isinstance(page, CasePage):
        return None
    page.tabs.show_tab(key)
    stage.settle()
    return page.findChild(_KINDS[key])


def _show_end(tab: CaseTab | None) -> None:
    for scroll in tab.findChildren(FormScroll) if tab else ():
        scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())


def _opened(stage: Stage, window: MainWindow) -> QDialog:
    """Return the dialog that was opened last; it is put away with the scene."""
    dialogs = [one for one in window.findChildren(QDialog) if one.isVisible()]
    return stage.show(dialogs[-1])


SCENES = (
    Scene("publishing", tabs),
    Scene("publishing-list", archive),
    Scene("publishing-form", forms),
)
LARGE_TEXT = (Scene("publishing-large", large_tabs), Scene("publishing-large-form", forms))
