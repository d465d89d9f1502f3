"""The partnership's own PowerPoint template, and which of its layouts a slide takes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LayoutChoice:
    """The layout of the template that slides of one kind take."""

    use: str
    """A kind of slide, such as "opening"."""
    layout: str
    """The layout's part in the template's package, such as "/ppt/slideLayouts/slideLayout2.xml"."""
