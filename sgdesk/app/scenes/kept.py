"""What is kept of a case and of its changes: attachments, history, lists of values."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from sgdesk.app.clock import shown_moment
from sgdesk.app.scenes.stage import COMPACT, Scene, find_case
from sgdesk.domain.answers import Answer
from sgdesk.services.attachments import list_attachments, remove_attachment
from sgdesk.services.cases import save_case
from sgdesk.services.children import save_child
from sgdesk.services.history import read_history
from sgdesk.services.opened_copies import opened_copies
from sgdesk.services.practice import open_practice
from sgdesk.ui.context import AppContext
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.pages.case_attachments_tab import AttachmentsTab
from sgdesk.ui.pages.case_history_tab import HistoryTab
from sgdesk.ui.pages.case_page import CasePage
from sgdesk.ui.pages.history_columns import key_of

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage
    from sgdesk.ui.main_window import MainWindow

_WITH_FILES, _WITHOUT = "27-04", "27-01"


def attachments(stage: Stage) -> Shots:
    window = stage.window("cases")
    page = _tab(stage.context, window, _WITHOUT, "attachments")
    yield "empty", window
    page = _tab(stage.context, window, _WITH_FILES, "attachments")
    yield "", window
    tab = page.findChildren(AttachmentsTab)[0]
    tab.card.remove_button.click()
    yield "asks", window
    tab.edit_chosen()
    dialog = next(one for one in tab.window().findChildren(FormDialog) if one.isVisible())
    yield "dialog", dialog
    dialog.reject()
    row = list_attachments(stage.context.register, page.case_id)[0]
    copy = opened_copies(stage.context.register).open(page.case_id, row.attachment_id)
    copy.path.chmod(0o600)
    copy.path.write_text("Changed in another program.")
    tab.show_case(page.view)
    tab.card.show_progress(8_000_000, 21_000_000, "Reading the file")
    yield "changed", window
    copies = opened_copies(stage.context.register)
    copies.leave(copies.changed()[0])  # so that no other picture shows a new version
    copies.close()
    tab.card.show_progress(0, 0, "")
    with stage.new_window(stage.context, COMPACT) as compact:
        _tab(stage.context, compact, _WITH_FILES, "attachments")
        yield "compact", compact


def history(stage: Stage) -> Shots:
    """Over a register of its own: what is changed here shows in no other picture."""
    register = open_practice(today=stage.today, now=shown_moment, cache=stage.folder)
    context = AppContext(register, lambda: stage.today)
    with stage.new_window(context) as window:
        yield from _history(stage, context, window)
    register.close()


def _history(stage: Stage, context: AppContext, window: MainWindow) -> Shots:
    register = context.register
    page = _tab(context, window, _WITH_FILES, "history")
    case_id = page.case_id
    changed = replace(page.view.draft, owner="Quality lead", area_of_incident="North of the area")
    context.apply(save_case(register, case_id, changed, today=stage.today))
    child = page.view.children[0]
    named = replace(child.draft, sex="Female", name="Not shown", looked_after=Answer.YES)
    saved = save_child(register, case_id, child.child_id, named, today=stage.today)
    context.apply(saved)
    remove_attachment(register, list_attachments(register, case_id)[0])
    page.reload()
    yield "", window
    tab = page.findChildren(HistoryTab)[0]
    rows = {row.field: row for row in read_history(register, case_id=case_id)}
    tab.table.choose(key_of(rows["owner"]))
    tab.change.button.click()
    yield "asks", window
    tab.table.choose(key_of(rows["name"]))
    yield "private", window
    with stage.new_window(context, COMPACT) as compact:
        _tab(context, compact, _WITH_FILES, "history")
        yield "compact", compact
    for menu in window.menuBar().findChildren(QMenu):
        if menu.title() == "&Edit":
            menu.popup(window.menuBar().rect().bottomLeft())
            yield "undo", menu
            menu.hide()


def large_text(stage: Stage) -> Shots:
    """To be played on a stage whose text is large."""
    window = stage.window("cases")
    for key in ("attachments", "history"):
        _tab(stage.context, window, _WITH_FILES, key)
        yield key, window


def _tab(context: AppContext, window: MainWindow, end: str, key: str) -> CasePage:
    window.open_case(find_case(context.register, end).case_id)
    page = window.page
    if not isinstance(page, CasePage):
        raise TypeError(type(page).__name__)
    page.tabs.show_tab(key)
    return page


SCENES = (Scene("attachments", attachments), Scene("history", history))
LARGE_TEXT = (Scene("large-text-kept", large_text),)
