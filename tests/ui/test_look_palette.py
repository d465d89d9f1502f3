"""Tests of the palettes: every documented pair keeps its contrast."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QPalette

from sgdesk.domain.contrast import READABLE
from sgdesk.domain.standings import Standing
from sgdesk.ui.look.contrast import contrast, is_pale
from sgdesk.ui.look.palette import DARK, LIGHT, high_contrast

VISIBLE = 3.0
"""The least contrast of outlines and marks with their ground."""

PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])

TEXT_PAIRS = [
    *[(role, ground) for role in ("text", "ink", "muted") for ground in ("surface", "ground")],
    *[(role, ground) for role in ("text", "ink", "muted") for ground in ("tint", "chosen")],
    *[("accent", ground) for ground in ("surface", "ground", "chosen", "accent_tint")],
    ("muted", "accent_tint"),
    ("on_accent", "accent_fill"),
    ("on_navigation", "navigation"),
    ("on_navigation", "navigation_chosen"),
    ("navigation_muted", "navigation"),
    ("on_warm", "warm"),
    ("on_warm_strong", "on_warm"),
    ("muted", "disabled_fill"),
    ("muted", "weekend"),
    ("met", "met_tint"),
    ("met_late", "met_late_tint"),
    ("overdue", "overdue_pill"),
    ("overdue", "ground"),
    ("text", "overdue_pill"),
    ("due_today", "due_today_pill"),
    ("due_today", "ground"),
    ("text", "due_today_pill"),
    ("paused", "paused_tint"),
    ("muted", "nil_tint"),
]


@PALETTES
@pytest.mark.parametrize(("role", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_every_ground_it_stands_on(palette, role, ground):
    assert contrast(getattr(palette, role), getattr(palette, ground)) >= READABLE


@PALETTES
@pytest.mark.parametrize("standing", list(Standing))
@pytest.mark.parametrize("ground", ["surface", "chosen"])
def test_every_standing_can_be_read_on_cards_and_chosen_rows(palette, standing, ground):
    assert contrast(palette.of_standing(standing), getattr(palette, ground)) >= 5.0


@PALETTES
@pytest.mark.parametrize(
    ("role", "ground"),
    [("edge", "surface"), ("edge", "ground"), ("focus", "surface"), ("focus", "ground")],
)
def test_outlines_can_be_seen(palette, role, ground):
    assert contrast(getattr(palette, role), getattr(palette, ground)) >= VISIBLE


@pytest.mark.parametrize(
    ("palette", "role", "ground", "documented"),
    [
        (LIGHT, "text", "surface", 14.5),
        (DARK, "text", "surface", 12.8),
        (LIGHT, "muted", "chosen", 5.5),
        (DARK, "accent", "chosen", 5.9),
        (LIGHT, "on_navigation", "navigation", 10.5),
        (LIGHT, "on_warm", "warm", 6.3),
    ],
)
def test_contrast_is_what_the_design_measured(palette, role, ground, documented):
    measured = contrast(getattr(palette, role), getattr(palette, ground))
    assert measured == pytest.approx(documented, abs=0.06)


def test_black_on_white_has_the_highest_contrast_and_a_colour_none_with_itself():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#0B7A75", "#0B7A75") == 1
    assert contrast("#111111", "#EEEEEE") == contrast("#EEEEEE", "#111111")


@PALETTES
def test_every_role_is_a_colour(palette):
    for _role, color in palette.roles():
        assert re.fullmatch("#[0-9A-F]{6}", color)


def test_white_is_pale_and_ink_is_not():
    assert is_pale("#FFFFFF")
    assert not is_pale(LIGHT.ink)


def _system(window: str, text: str, link: str) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(window))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(text))
    palette.setColor(QPalette.ColorRole.Link, QColor(link))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#1AEBFF"))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("#000000"))
    return palette


def test_high_contrast_takes_the_colours_of_the_system_and_no_tints():
    palette = high_contrast(_system("#000000", "#FFFFFF", "#FFFF00"))
    assert palette.is_high_contrast
    assert palette.is_dark
    assert palette.chosen == palette.overdue_pill == palette.ground == "#000000"
    assert palette.overdue == palette.edge == palette.text == "#FFFFFF"
    assert palette.accent == "#FFFF00"
    assert (palette.accent_fill, palette.on_accent) == ("#1AEBFF", "#000000")
    assert contrast(palette.warm, palette.navigation) >= VISIBLE
    assert contrast(palette.on_warm, palette.warm) >= READABLE


def test_high_contrast_drops_a_link_colour_that_cannot_be_read():
    palette = high_contrast(_system("#FFFFFF", "#000000", "#EEEEEE"))
    assert palette.accent == "#000000"
    assert not palette.is_dark
