"""The look in force: palette, type and measures, as every painted widget reads it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont

from sgdesk.ui.look.fonts import FAMILY, Size, Weight, make_font
from sgdesk.ui.look.palette import LIGHT, Palette

if TYPE_CHECKING:
    from sgdesk.domain.standings import Standing

_PROPERTY = "look"


@dataclass(frozen=True, slots=True)
class Look:
    """Immutable; a change of scheme or text size puts a new one in force."""

    palette: Palette = LIGHT
    text_scale: float = 1.0
    """1.0 is the designed size, 2.0 twice as large."""
    family: str = FAMILY
    is_comfortable: bool = False
    """Rows 8 px higher."""

    def color(self, role: str) -> QColor:
        return self.palette.color(role)

    def standing_color(self, standing: Standing) -> QColor:
        return QColor(self.palette.of_standing(standing))

    def font(
        self,
        size: Size = Size.BODY,
        weight: Weight = Weight.REGULAR,
        *,
        is_tabular: bool = False,
    ) -> QFont:
        """Return the typeface at `size` times the text scale."""
        points = size.value * self.text_scale
        return QFont(_made(self.family, points, weight, is_tabular))

    def px(self, length: float) -> int:
        """Return a length designed in pixels, grown with the text size."""
        return round(length * self.text_scale)

    @property
    def outline(self) -> int:
        """The width of outlines in pixels: 2 in high contrast, else 1."""
        return 2 if self.palette.is_high_contrast else 1

    def row_height(self, designed: int) -> int:
        """Return the height of a row designed at 36 (one line) or 48 (two lines) pixels."""
        return self.px(designed + (8 if self.is_comfortable else 0))


@lru_cache(maxsize=64)
def _made(family: str, points: float, weight: Weight, is_tabular: bool) -> QFont:  # noqa: FBT001
    return make_font(family, points, weight, is_tabular=is_tabular)


def current() -> Look:
    """Return the look in force, or the light one at its designed size before any was set."""
    app = QCoreApplication.instance()
    look = app.property(_PROPERTY) if app is not None else None
    return look if isinstance(look, Look) else Look()


def put_in_force(look: Look) -> None:
    """Let `current` return `look` from now on. Restyling the windows is the theme's business."""
    app = QCoreApplication.instance()
    if app is not None:
        app.setProperty(_PROPERTY, look)
