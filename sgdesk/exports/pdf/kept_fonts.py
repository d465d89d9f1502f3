"""Typefaces that stay open from page to page, with the widths that were measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.exports.pdf.fonts import FontSet

if TYPE_CHECKING:
    from sgdesk.domain.typefaces import DocumentFont

_MOST = 20_000
"""So many measured texts take some ten megabytes; an hour of typing brings more."""
_KEPT: dict[DocumentFont, FontSet] = {}


def kept_fonts(family: DocumentFont) -> FontSet:
    """Return the set in which the pages before were measured, a new one when that is full.

    Any thread may use it: what is measured twice at once comes out the same.
    """
    fonts = _KEPT.get(family)
    if fonts is None or fonts.measured > _MOST:
        fonts = _KEPT[family] = FontSet(family)
    return fonts
