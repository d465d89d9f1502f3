"""F6: from one part of the window to the next, without the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


def focus_next_pane(panes: Sequence[QWidget], focused: QWidget | None) -> None:
    """Move the focus from the pane that holds `focused` to the next one that can take it."""
    here = next((place for place, pane in enumerate(panes) if _holds(pane, focused)), -1)
    for step in range(1, len(panes) + 1):
        target = first_stop(panes[(here + step) % len(panes)])
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return


def first_stop(pane: QWidget) -> QWidget | None:
    """Return the first widget in `pane`, or itself, that the Tab key would reach; or None."""
    return next((one for one in [pane, *pane.findChildren(QWidget)] if _takes_focus(one)), None)


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))


def _takes_focus(widget: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and widget.isEnabled() and widget.isVisibleTo(widget.window())
