"""A picture in memory, ready for a screen."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Picture:
    """`pixels` holds rows of `stride` bytes; four bytes a pixel: blue, green, red, and one idle."""

    width: int
    height: int
    stride: int
    pixels: bytes = field(repr=False)
