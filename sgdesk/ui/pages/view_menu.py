"""The menu of the officer's own views of a list: choose, save, rename, remove."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QPushButton

from sgdesk.domain.saved_views import check_view
from sgdesk.errors import UserError
from sgdesk.ui.dialogs.forms import FormSetting
from sgdesk.ui.widgets.buttons import set_icon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtGui import QAction

    from sgdesk.domain.saved_views import SavedViewDraft
    from sgdesk.records.saved_views import SavedView
    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.dialogs.form_dialog import FormDialog

_LONGEST = 18
"""More characters of a name are cut off on the button."""


class ViewMenu(QPushButton):
    """Says which view is on show. `state` gives the list as it is, without a name."""

    view_chosen = Signal(object)
    """The `SavedViewDraft` to be shown."""

    def __init__(self, context: AppContext, state: Callable[[], SavedViewDraft]) -> None:
        super().__init__()
        self._context = context
        self._state = state
        self._views: tuple[SavedView, ...] = ()
        self._chosen_id: UUID | None = None
        self.menu_widget = QMenu(self)
        self.menu_widget.setAccessibleName("Views")
        self.menu_widget.aboutToShow.connect(self.fill)
        self.setMenu(self.menu_widget)
        self.setAutoDefault(False)
        set_icon(self, "bookmark")
        self.show_state()

    @property
    def chosen(self) -> SavedView | None:
        """The view that was chosen last; the list may have been changed since."""
        return next((one for one in self._views if one.view_id == self._chosen_id), None)

    def set_views(self, views: Sequence[SavedView]) -> None:
        """Offer `views` from now on."""
        self._views = tuple(views)
        if self.chosen is None:
            self._chosen_id = None
        self.show_state()

    def choose(self, view: SavedView) -> None:
        """Show a view, as choosing it in the menu would."""
        self._chosen_id = view.view_id
        self.view_chosen.emit(view.draft)
        self.show_state()

    @Slot()
    def show_state(self) -> None:
        """Say which view is on show, and whether the list was changed since it was chosen."""
        chosen = self.chosen
        if chosen is None:
            self.setText("Views")
            self.setAccessibleName("Views")
            return
        name = chosen.draft.name
        changed = ", changed" if self._is_changed(chosen) else ""
        is_long = len(name) > _LONGEST
        self.setText((f"{name[:_LONGEST].rstrip()}…" if is_long else name) + changed)
        self.setAccessibleName(f"Views: {name}{changed}")
        self.setToolTip(f"{name}{changed}")

    @Slot()
    def fill(self) -> None:
        """Offer each view, and what can be done with the list as it is and the view chosen."""
        menu, chosen = self.menu_widget, self.chosen
        menu.clear()
        for view in self._views:
            action = menu.addAction(_escaped(view.draft.name))
            action.setCheckable(True)
            action.setChecked(view == chosen)
            action.triggered.connect(partial(self._on_view_triggered, view))
        if self._views:
            menu.addSeparator()
        menu.addAction("&Save this view…").triggered.connect(self._on_save_triggered)
        if chosen is not None:
            self._add_ways(chosen)

    def save_new(self) -> FormDialog[SavedViewDraft]:
        """Return the open form that gives the list as it is a name."""
        return self._open(None, replace(self._state(), name="", is_default=False))

    def rename(self, view: SavedView) -> FormDialog[SavedViewDraft]:
        """Return the open form over the name of `view`."""
        return self._open(view.view_id, view.draft)

    def _add_ways(self, chosen: SavedView) -> None:
        menu, name = self.menu_widget, _escaped(chosen.draft.name)
        if self._is_changed(chosen):
            kept = replace(
                self._state(), name=chosen.draft.name, is_default=chosen.draft.is_default
            )
            self._add(f"&Keep the changes in “{name}”", partial(self._save, chosen.view_id, kept))
        self._add(f"&Rename “{name}”…", partial(self.rename, chosen))
        first = menu.addAction(f"Show “{name}” &first")
        first.setCheckable(True)
        first.setChecked(chosen.draft.is_default)
        turned = replace(chosen.draft, is_default=not chosen.draft.is_default)
        first.triggered.connect(lambda _=False: self._save(chosen.view_id, turned))
        self._add(f"Re&move “{name}”", partial(self._remove, chosen.view_id))

    def _add(self, words: str, run: Callable[[], object]) -> QAction:
        action = self.menu_widget.addAction(words)
        action.triggered.connect(lambda _=False: run())
        return action

    def _on_view_triggered(self, view: SavedView, _is_checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.choose(view)

    @Slot()
    def _on_save_triggered(self) -> None:
        self.save_new()

    def _is_changed(self, view: SavedView) -> bool:
        held = view.draft
        return replace(self._state(), name=held.name, is_default=held.is_default) != held

    def _open(self, view_id: UUID | None, draft: SavedViewDraft) -> FormDialog[SavedViewDraft]:
        from sgdesk.ui.dialogs.form_dialog import FormDialog  # noqa: PLC0415 - when needed
        from sgdesk.ui.dialogs.view_forms import VIEW_FORM  # noqa: PLC0415 - as above

        taken = [one.draft.name for one in self._views if one.view_id != view_id]
        setting = FormSetting(
            about="Filter, grouping and search of the list as it is.",
            check=partial(check_view, taken_names=taken),
        )
        dialog = FormDialog(
            self._context,
            VIEW_FORM,
            draft,
            partial(self._store, view_id),
            setting,
            self.window(),
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _store(self, view_id: UUID | None, draft: SavedViewDraft) -> None:
        """Save a view; a new one is the one on show then. Raises `UserError`."""
        from sgdesk.services.saved_views import list_views, save_view  # noqa: PLC0415 - as above

        register = self._context.register
        changes = save_view(register, view_id, draft)
        views = list_views(register, draft.page)
        if view_id is None:
            self._chosen_id = views[-1].view_id
        self._told(views, changes)

    def _save(self, view_id: UUID, draft: SavedViewDraft) -> None:
        try:
            self._store(view_id, draft)
        except UserError as error:
            self._context.report(error)

    def _remove(self, view_id: UUID) -> None:
        from sgdesk.services.saved_views import list_views, remove_view  # noqa: PLC0415 - as above

        register, page = self._context.register, self._state().page
        try:
            changes = remove_view(register, view_id)
        except UserError as error:
            self._context.report(error)
        else:
            self._told(list_views(register, page), changes)

    def _told(self, views: Sequence[SavedView], changes: Changes) -> None:
        self.set_views(views)
        self._context.apply(changes)


def _escaped(name: str) -> str:
    return name.replace("&", "&&")
