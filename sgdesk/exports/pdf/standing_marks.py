"""The shape and colour of each standing on paper; the word always stands beside them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from sgdesk.domain.standings import Standing
from sgdesk.exports.pdf.colours import WHITE, Colour, parsed

if TYPE_CHECKING:
    from sgdesk.exports.pdf.sheet import Point, Sheet

STANDING_COLOURS = {
    standing: parsed(text, WHITE)
    for standing, text in {
        Standing.MET: "#1B6B3A",
        Standing.MET_LATE: "#6A5414",
        Standing.OVERDUE: "#B3261E",
        Standing.DUE_TODAY: "#8A4B00",
        Standing.DUE_SOON: "#7A5200",
        Standing.ON_TRACK: "#086B66",
        Standing.WAITING: "#4B606E",
        Standing.NOT_APPLICABLE: "#4B606E",
        Standing.PAUSED: "#5B4A9E",
    }.items()
}
PILLS = {Standing.OVERDUE: Colour(0xFD, 0xEB, 0xE9), Standing.DUE_TODAY: Colour(0xFF, 0xEE, 0xD2)}
"""Grounds of the two standings that need someone today."""

MARK_SIDE = 3.4
"""Width and height of a mark in mm."""
_LINE = 0.36
_TICK = ((-0.75, 0.05), (-0.2, 0.6), (0.8, -0.55))


def draw_mark(sheet: Sheet, standing: Standing, centre: Point) -> None:
    """Draw the shape of `standing`, inside an artifact that is already begun."""
    colour = STANDING_COLOURS[standing]
    match standing:
        case Standing.MET:
            sheet.disc(centre, 1.7, colour)
            sheet.stroke(_around(centre, _TICK), WHITE, thickness=_LINE)
        case Standing.MET_LATE:
            sheet.ring(centre, 1.5, colour, thickness=_LINE)
            sheet.stroke(_around(centre, _TICK), colour, thickness=_LINE)
        case Standing.OVERDUE:
            sheet.fill_shape(_around(centre, _corners(8, 1.75, turn=22.5)), colour)
            sheet.fill_shape(
                _around(centre, ((-0.22, -1.1), (0.22, -1.1), (0.17, 0.3), (-0.17, 0.3))), WHITE
            )
            sheet.disc((centre[0], centre[1] + 0.8), 0.26, WHITE)
        case Standing.DUE_TODAY:
            sheet.fill_shape(_around(centre, _corners(4, 1.8)), colour)
            sheet.disc(centre, 0.55, WHITE)
        case Standing.DUE_SOON:
            sheet.stroke(_around(centre, _corners(4, 1.65)), colour, thickness=_LINE, closed=True)
            sheet.disc(centre, 0.5, colour)
        case Standing.ON_TRACK:
            sheet.ring(centre, 1.5, colour, thickness=_LINE)
            sheet.disc(centre, 0.6, colour)
        case _:
            _draw_resting(sheet, standing, centre)


def _draw_resting(sheet: Sheet, standing: Standing, centre: Point) -> None:
    """Draw the shape of a standing in which nobody has to act."""
    colour = STANDING_COLOURS[standing]
    match standing:
        case Standing.WAITING:
            sheet.ring(centre, 1.5, colour, thickness=_LINE, dash=0.67)
        case Standing.PAUSED:
            square = _around(centre, ((-1.4, -1.4), (1.4, -1.4), (1.4, 1.4), (-1.4, 1.4)))
            sheet.stroke(square, colour, thickness=_LINE, closed=True)
            for x in (-0.45, 0.45):
                bar = _around(centre, ((x, -0.65), (x, 0.65)))
                sheet.stroke(bar, colour, thickness=_LINE)
        case _:
            sheet.stroke(_around(centre, ((-1.3, 0), (1.3, 0))), colour, thickness=2 * _LINE)


def _around(centre: Point, points: tuple[Point, ...]) -> list[Point]:
    return [(centre[0] + x, centre[1] + y) for x, y in points]


def _corners(count: int, radius: float, turn: float = 0) -> tuple[Point, ...]:
    """Return the corners of a regular shape, the first one `turn` degrees from the top."""
    angles = [math.radians(turn + 360 * number / count) for number in range(count)]
    return tuple((radius * math.sin(angle), -radius * math.cos(angle)) for angle in angles)
