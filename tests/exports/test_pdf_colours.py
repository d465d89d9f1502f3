"""Colours: text can be read on every ground, whatever the partnership chose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.domain.contrast import READABLE
from sgdesk.domain.standings import Standing
from sgdesk.exports.pdf.colours import (
    BLACK,
    MUTED,
    TEXT,
    WARM,
    WARM_TINT,
    WHITE,
    Colour,
    contrast,
    darkened,
    palette_of,
    parsed,
)
from sgdesk.exports.pdf.standing_marks import PILLS, STANDING_COLOURS
from sgdesk.records.briefing import Brand

PART = st.integers(0, 255)
COLOURS = st.builds(Colour, PART, PART, PART)


def written(colour: Colour) -> str:
    return f"#{colour.red:02x}{colour.green:02X}{colour.blue:02x}"


@given(COLOURS, COLOURS)
def test_text_in_any_brand_colours_is_legible(ink: Colour, accent: Colour) -> None:
    palette = palette_of(Brand("P", ink=written(ink), accent=written(accent)))
    pairs = [
        (WHITE, palette.ink),
        (palette.kicker, palette.ink),
        (palette.subtitle, palette.ink),
        (palette.ink, WHITE),
        (palette.ink, palette.tint),
        (palette.ink, WARM_TINT),
        (palette.on_warm, WARM),
        (palette.accent, WHITE),
        (palette.accent, WARM_TINT),
        (MUTED, palette.tint),
        (TEXT, WARM_TINT),
    ]
    assert [pair for pair in pairs if contrast(*pair) < READABLE] == []


@pytest.mark.parametrize("standing", Standing)
def test_the_word_of_every_standing_is_legible(standing: Standing) -> None:
    assert contrast(STANDING_COLOURS[standing], PILLS.get(standing, WHITE)) >= READABLE


def test_the_house_colours_stay_as_they_are() -> None:
    palette = palette_of(Brand("P"))
    assert palette.ink == Colour(0x12, 0x34, 0x4D)
    assert palette.accent.mixed(Colour(0x0B, 0x7A, 0x75), 0) == palette.accent
    assert palette.kicker == WARM


def test_contrast_runs_from_1_to_21() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == 1


@given(COLOURS)
def test_a_written_colour_is_read_back(colour: Colour) -> None:
    assert parsed(written(colour), BLACK) == colour


@pytest.mark.parametrize("text", ["", "teal", "#12", "#12345G", "112233", "#1122334"])
def test_anything_else_gives_the_default(text: str) -> None:
    assert parsed(text, WARM) == WARM


def test_no_shade_is_dark_enough_on_black_so_it_ends_at_black() -> None:
    assert darkened(WHITE, BLACK) == WHITE
    assert darkened(Colour(90, 90, 90), Colour(60, 60, 60)) == BLACK
