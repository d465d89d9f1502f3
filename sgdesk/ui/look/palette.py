"""The colours of the program by role, light, dark and in high contrast."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QPalette

from sgdesk.domain.contrast import READABLE
from sgdesk.domain.standings import Standing
from sgdesk.ui.look.contrast import contrast

if TYPE_CHECKING:
    from collections.abc import Iterator


class Palette(NamedTuple):
    """Colours as `#RRGGBB`. Text roles hold 4.5:1 and outlines 3:1 on the grounds they stand on."""

    is_dark: bool
    is_high_contrast: bool
    ground: str
    surface: str
    tint: str
    line: str
    edge: str
    text: str
    ink: str
    muted: str
    accent: str
    accent_fill: str
    on_accent: str
    accent_tint: str
    chosen: str
    navigation: str
    on_navigation: str
    navigation_muted: str
    navigation_chosen: str
    warm: str
    on_warm: str
    on_warm_strong: str
    focus: str
    weekend: str
    handle: str
    disabled_fill: str
    met: str
    met_tint: str
    met_late: str
    met_late_tint: str
    overdue: str
    overdue_pill: str
    due_today: str
    due_today_pill: str
    due_soon: str
    paused: str
    paused_tint: str
    nil_tint: str

    def color(self, role: str) -> QColor:
        """Return the colour of `role`; an unknown role is a programming error."""
        return QColor(getattr(self, role))

    def of_standing(self, standing: Standing) -> str:
        return str(getattr(self, STANDING_ROLES[standing]))

    def roles(self) -> Iterator[tuple[str, str]]:
        """Yield every role with its colour."""
        for role, value in zip(self._fields, self, strict=True):
            if isinstance(value, str):
                yield role, value


STANDING_ROLES = {
    Standing.MET: "met",
    Standing.MET_LATE: "met_late",
    Standing.OVERDUE: "overdue",
    Standing.DUE_TODAY: "due_today",
    Standing.DUE_SOON: "due_soon",
    Standing.ON_TRACK: "accent",
    Standing.WAITING: "muted",
    Standing.NOT_APPLICABLE: "muted",
    Standing.PAUSED: "paused",
}

LIGHT = Palette(
    is_dark=False,
    is_high_contrast=False,
    ground="#F2F6F8",
    surface="#FFFFFF",
    tint="#E8F1F4",
    line="#D5E0E6",
    edge="#72899A",
    text="#1C2B36",
    ink="#12344D",
    muted="#4B606E",
    accent="#086B66",
    accent_fill="#0B7A75",
    on_accent="#FFFFFF",
    accent_tint="#E4F3F1",
    chosen="#DCEFEF",
    navigation="#12344D",
    on_navigation="#DDE9F0",
    navigation_muted="#A9C1D0",
    navigation_chosen="#1F4D6C",
    warm="#F2A541",
    on_warm="#12344D",
    on_warm_strong="#FFFFFF",
    focus="#12344D",
    weekend="#EEF3F6",
    handle="#B9C8D1",
    disabled_fill="#EDF2F5",
    met="#1B6B3A",
    met_tint="#E4F3E9",
    met_late="#6A5414",
    met_late_tint="#FFF4E0",
    overdue="#B3261E",
    overdue_pill="#FDEBE9",
    due_today="#8A4B00",
    due_today_pill="#FFEED2",
    due_soon="#7A5200",
    paused="#5B4A9E",
    paused_tint="#EFECF8",
    nil_tint="#EDF2F5",
)

DARK = Palette(
    is_dark=True,
    is_high_contrast=False,
    ground="#0E1920",
    surface="#15242E",
    tint="#1D313D",
    line="#2B404D",
    edge="#7E97A6",
    text="#DEE8ED",
    ink="#E3EEF4",
    muted="#A6B9C4",
    accent="#58C9BE",
    accent_fill="#58C9BE",
    on_accent="#06211F",
    accent_tint="#16393A",
    chosen="#1A3C42",
    navigation="#0A131A",
    on_navigation="#C9D8E1",
    navigation_muted="#8FA6B3",
    navigation_chosen="#1B3544",
    warm="#F2A541",
    on_warm="#12344D",
    on_warm_strong="#FFFFFF",
    focus="#E3EEF4",
    weekend="#12202A",
    handle="#5A7485",
    disabled_fill="#1A2A34",
    met="#7FD39B",
    met_tint="#173526",
    met_late="#D9C37A",
    met_late_tint="#35290F",
    overdue="#FFA198",
    overdue_pill="#43211F",
    due_today="#FFC266",
    due_today_pill="#40300F",
    due_soon="#EBCB8B",
    paused="#BDB0F2",
    paused_tint="#2B2748",
    nil_tint="#22333E",
)


def high_contrast(system: QPalette) -> Palette:
    """Return a palette of the system's own colours alone: no tints, no pills."""

    def pick(role: QPalette.ColorRole) -> str:
        return system.color(QPalette.ColorGroup.Active, role).name().upper()

    window, text = pick(QPalette.ColorRole.Window), pick(QPalette.ColorRole.WindowText)
    fill, on_fill = pick(QPalette.ColorRole.Highlight), pick(QPalette.ColorRole.HighlightedText)
    link = pick(QPalette.ColorRole.Link)
    if contrast(link, window) < READABLE:
        link = text
    grounds = {
        "ground", "surface", "tint", "accent_tint", "chosen", "navigation", "weekend",
        "navigation_chosen", "disabled_fill", "met_tint", "met_late_tint", "overdue_pill",
        "due_today_pill", "paused_tint", "nil_tint",
    }  # fmt: skip
    colors = {role: window if role in grounds else text for role, _ in LIGHT.roles()}
    colors |= {"accent": link, "accent_fill": fill, "on_accent": on_fill}
    colors |= {"warm": fill, "on_warm": on_fill, "on_warm_strong": fill}
    is_dark = QColor(window).lightnessF() < QColor(text).lightnessF()
    return LIGHT._replace(is_dark=is_dark, is_high_contrast=True, **colors)
