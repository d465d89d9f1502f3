"""The family of a case and its publication: their tabs, their forms, their papers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from sgdesk.app.scenes.stage import COMPACT, Scene
from sgdesk.domain.made_files import ExportRecipientDraft
from sgdesk.records.exports import DocumentKind
from sgdesk.records.packs import PackPlace
from sgdesk.services.briefings import get_briefing, save_briefing
from sgdesk.services.exports import list_choices
from sgdesk.services.outdated_files import list_logged_files, save_export_recipient
from sgdesk.services.packs import run_pack
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


def files(stage: Stage) -> Shots:
    """Files that were made of two reviews: one out of date, one sent to somebody."""
    register, today = stage.context.register, stage.context.today()
    first, second = [one for one in list_choices(register) if one.references][:2]
    both = {DocumentKind.BRIEFING, DocumentKind.DECK}
    with TemporaryDirectory() as folder:
        ids = [first.briefing_id, second.briefing_id]
        run_pack(register, ids, both, PackPlace(Path(folder)), today=today)
    draft = get_briefing(register, first.briefing_id)
    save_briefing(register, first.briefing_id, replace(draft, subtitle="Learning for every team"))
    for one in list_logged_files(register, today=today)[1:]:
        sent = ExportRecipientDraft("Communications team", today, "Secure e-mail")
        save_export_recipient(register, one.export_id, None, sent, today=today)
    window = stage.window("publications")
    page = window.page
    if isinstance(page, PublicationsPage):
        page.tabs.show_tab("files")
        page.reload()
        stage.settle()
        page.files_tab.list_card.table.choose(
            list_logged_files(register, today=today)[-1].export_id
        )
        yield "files", window
        page.edit_chosen()
        yield "recipient", _opened(stage, window)


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
    Scene("publishing-files", files),
)
LARGE_TEXT = (
    Scene("publishing-large", large_tabs),
    Scene("publishing-large-form", forms),
    Scene("publishing-large-files", files),
)
