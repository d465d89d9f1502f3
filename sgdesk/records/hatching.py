"""The slanting lines that hatch a box on paper."""

from __future__ import annotations

_STEP = 2.2
"""Between two lines along the upper edge of a box, in mm."""

Box = tuple[float, float, float, float]
"""Left, top, width and height."""
Stroke = tuple[float, float, float, float]
"""x and y of one end, then of the other."""


def hatching(box: Box, mm: float) -> list[Stroke]:
    """Return the lines that hatch `box`, in its unit, of which `mm` make one mm.

    They are lines of the whole page, so that neighbouring boxes are hatched in one go.
    """
    left, top, width, height = box
    step = _STEP * mm
    first = int((left + top) // step) + 1
    last = int((left + width + top + height) // step)
    reaches = [number * step for number in range(first, last + 1)]
    ends = [
        (reach, max(left, reach - top - height), min(left + width, reach - top))
        for reach in reaches
    ]
    return [(start, reach - start, end, reach - end) for reach, start, end in ends]
