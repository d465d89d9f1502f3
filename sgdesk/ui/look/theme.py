"""Puts a look on the whole program, and follows the system's light, dark and high contrast."""

from __future__ import annotations

import sys
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette

from sgdesk.ui.look.current import Look, put_in_force
from sgdesk.ui.look.fonts import load_typeface
from sgdesk.ui.look.palette import DARK, LIGHT, Palette, high_contrast
from sgdesk.ui.look.stylesheet import stylesheet

if TYPE_CHECKING:
    from PySide6.QtGui import QStyleHints
    from PySide6.QtWidgets import QApplication


_WINDOWS_POINTS = 9.0
_LARGEST_SYSTEM_SCALE = 2.25


class Scheme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_QT_SCHEMES = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """The one look of the running program. `changed` follows after the windows are restyled."""

    changed = Signal()

    def __init__(
        self, app: QApplication, scheme: Scheme = Scheme.SYSTEM, text_scale: float = 1.0
    ) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = scheme
        self._system_palette = QPalette(app.palette())
        self._system_scale = system_text_scale(app.font().pointSizeF(), sys.platform)
        scale = text_scale * self._system_scale
        self._look = Look(text_scale=scale, family=load_typeface())
        app.setStyle("Fusion")
        hints = app.styleHints()
        hints.setColorScheme(_QT_SCHEMES[scheme])
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)
        self._apply()

    @property
    def look(self) -> Look:
        return self._look

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    def set_scheme(self, scheme: Scheme) -> None:
        """Change to light, dark or what the system says, at once and in every window."""
        self._scheme = scheme
        self._app.styleHints().setColorScheme(_QT_SCHEMES[scheme])
        self._apply()

    def set_text_scale(self, text_scale: float) -> None:
        """Change the size of all text; 1.0 is the designed size times the system's own."""
        self._look = replace(self._look, text_scale=text_scale * self._system_scale)
        self._apply()

    def set_comfortable(self, *, is_comfortable: bool) -> None:
        """Make rows of lists 8 px higher, or as designed."""
        self._look = replace(self._look, is_comfortable=is_comfortable)
        self._apply()

    @Slot()
    def _on_system_changed(self) -> None:
        self._apply()

    def _apply(self) -> None:
        palette = choose_palette(self._scheme, self._app.styleHints(), self._system_palette)
        self._look = replace(self._look, palette=palette)
        put_on(self._app, self._look)
        self.changed.emit()


def system_text_scale(points: float, platform: str) -> float:
    """Return how much larger than usual the system sets its text, from 1.0 to 2.25.

    Windows says so by the size of its own font. Elsewhere it is part of the screen's
    resolution, which Qt has already applied.
    """
    if platform != "win32":
        return 1.0
    return max(1.0, min(_LARGEST_SYSTEM_SCALE, points / _WINDOWS_POINTS))


def choose_palette(scheme: Scheme, hints: QStyleHints, system: QPalette) -> Palette:
    """Return the palette for a setting; a system in high contrast wins over every setting."""
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return high_contrast(system)
    is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
    if scheme is not Scheme.SYSTEM:
        is_dark = scheme is Scheme.DARK
    return DARK if is_dark else LIGHT


def put_on(app: QApplication, look: Look) -> None:
    """Dress every window of `app` in `look`: palette, typeface and stylesheet."""
    put_in_force(look)
    app.setPalette(qt_palette(look.palette))
    app.setFont(look.font())
    app.setStyleSheet(stylesheet(look))


def qt_palette(palette: Palette) -> QPalette:
    """Return Qt's own palette in our colours, for what the stylesheet does not reach."""
    colors = QPalette()
    role = QPalette.ColorRole
    for one, ours in (
        (role.Window, palette.ground),
        (role.WindowText, palette.text),
        (role.Base, palette.surface),
        (role.AlternateBase, palette.surface),
        (role.Text, palette.text),
        (role.Button, palette.surface),
        (role.ButtonText, palette.ink),
        (role.BrightText, palette.on_accent),
        (role.ToolTipBase, palette.surface),
        (role.ToolTipText, palette.text),
        (role.PlaceholderText, palette.muted),
        (role.Highlight, palette.accent_fill),
        (role.HighlightedText, palette.on_accent),
        (role.Link, palette.accent),
        (role.LinkVisited, palette.accent),
        (role.Accent, palette.accent_fill),
    ):
        colors.setColor(one, QColor(ours))
    for one in (role.WindowText, role.Text, role.ButtonText):
        colors.setColor(QPalette.ColorGroup.Disabled, one, QColor(palette.muted))
    return colors
