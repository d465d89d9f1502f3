"""Sheets of paper and the lengths on them, in tenths of a point."""

from __future__ import annotations

from dataclasses import dataclass

POINT = 10.0
MM = 720 / 25.4
"""Fonts are set in whole pixels, so one unit is a tenth of a point: 9.5 points are 95 units."""

PER_INCH = 720


@dataclass(frozen=True, slots=True)
class SheetSize:
    """Width and height of a sheet as it is printed, in tenths of a point."""

    width: float
    height: float

    @property
    def is_landscape(self) -> bool:
        return self.width > self.height

    def turned(self) -> SheetSize:
        """Return the same sheet the other way round."""
        return SheetSize(self.height, self.width)


A4_PORTRAIT = SheetSize(210 * MM, 297 * MM)
A4_LANDSCAPE = A4_PORTRAIT.turned()
