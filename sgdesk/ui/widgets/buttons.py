"""Buttons of each kind, with the gap between icon and words that Qt's own are short of."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QToolButton

from sgdesk.ui.look.current import current
from sgdesk.ui.look.icons import icon

_ICON_ROLES = {
    "primary": "on_accent",
    "link": "accent",
    "danger": "overdue",
    "on-warm-strong": "on_warm_strong",
}
_GAP = 4


def make_button(text: str, icon_name: str = "", *, kind: str = "") -> QPushButton:
    """Return a button; `kind` is "primary" (one on a page), "link", "danger" or empty."""
    button = QPushButton(text)
    button.setAutoDefault(False)
    if kind:
        button.setProperty("kind", kind)
    if icon_name:
        set_icon(button, icon_name)
    return button


def make_link(text: str, icon_name: str = "") -> QPushButton:
    """Return a button that looks like a link in the accent colour."""
    return make_button(text, icon_name, kind="link")


def make_why_link(what: str) -> QPushButton:
    """Return the link that asks why the date of `what` falls on its day."""
    button = make_link("Why?", "calendar-clock")
    button.setAccessibleName(f"Why this date? {what}")
    button.setToolTip("Why this date?")
    return button


def make_tool(icon_name: str, name: str) -> QToolButton:
    """Return a button of an icon alone; `name` is its tooltip and what a screen reader says."""
    button = QToolButton()
    size = current().px(16)
    button.setIcon(icon(icon_name))
    button.setIconSize(QSize(size, size))
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button


def set_icon(button: QPushButton, icon_name: str) -> None:
    """Put an icon before the words, in the colour of the button's kind and 8 px from them."""
    look = current()
    role = _ICON_ROLES.get(button.property("kind") or "", "ink")
    button.setIcon(icon(icon_name, role))
    # Qt leaves 4 px; a picture wider than high, drawn at its left, brings the rest.
    button.setIconSize(QSize(look.px(16 + _GAP), look.px(16)))
