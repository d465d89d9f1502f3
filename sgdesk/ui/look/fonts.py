"""The program's typeface and its sizes, in points."""

from __future__ import annotations

from enum import Enum, IntEnum

from PySide6.QtGui import QFont, QFontDatabase

from sgdesk.config.resources import resource


class Size(float, Enum):
    """Text sizes in points, before the officer's text size is applied."""

    FIGURE = 24.0
    PAGE_TITLE = 19.5
    CARD_TITLE = 13.5
    BODY = 11.25
    SECOND = 10.5
    SMALLEST = 10.0


class Weight(IntEnum):
    REGULAR = 400
    SEMIBOLD = 600
    BOLD = 700


_FACES = ("Regular", "SemiBold", "Bold", "Italic")


def load_typeface() -> str:
    """Register Source Sans 3 with Qt and return its family, or the system's own if it is missing.

    Asking again returns the same family and loads nothing twice.
    """
    if FAMILY in QFontDatabase.families():
        return FAMILY
    for face in _FACES:
        path = resource("fonts", "source-sans-3", f"SourceSans3-{face}.ttf")
        if path.is_file():
            QFontDatabase.addApplicationFont(str(path))
    if FAMILY in QFontDatabase.families():
        return FAMILY
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


FAMILY = "Source Sans 3"


def make_font(family: str, points: float, weight: Weight, *, is_tabular: bool = False) -> QFont:
    """Return a font; with `is_tabular` all digits are equally wide, so that columns line up."""
    font = QFont(family)
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight(weight))
    if is_tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
