"""Letters: which a typeface has, how wide they are, what is done about those it lacks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.config.resources import resource
from sgdesk.exports.pdf.fonts import BOX, Face, FaceKey, FontSet, Weight, printable
from sgdesk.records.fitting import DocumentFont

SOURCE_BOLD = FaceKey(DocumentFont.SOURCE_SANS, Weight.BOLD)


@pytest.mark.parametrize("font", DocumentFont)
def test_every_typeface_ships_with_its_licence_and_four_styles(font: DocumentFont) -> None:
    folder = resource("fonts", font)
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text("utf-8")
    styles = {file.stem.partition("-")[2] for file in folder.glob("*.ttf")}
    assert styles == {"Regular", "SemiBold", "Bold", "Italic"}


def test_a_letter_that_the_typeface_lacks_comes_from_source_sans() -> None:
    fonts = FontSet(DocumentFont.EASY_READ)
    families = [(part.face.family, part.drawn) for part in fonts.stretches("a→b", Weight.BOLD)]
    easy, source = DocumentFont.EASY_READ, DocumentFont.SOURCE_SANS
    assert families == [(easy, "a"), (source, "→"), (easy, "b")]


def test_a_letter_that_no_typeface_has_is_drawn_as_a_box_and_keeps_its_meaning() -> None:
    (part,) = FontSet().stretches("no 👍 yes", Weight.BOLD)
    assert (part.face, part.drawn, part.meant) == (SOURCE_BOLD, f"no {BOX} yes", "no 👍 yes")


def test_a_letter_of_private_use_is_read_aloud_as_a_box() -> None:
    (part,) = FontSet().stretches("a\ue000", Weight.BOLD)
    assert (part.drawn, part.meant) == (f"a{BOX}", f"a{BOX}")
    assert FontSet().missing(["\ue000"]) == ("\ue000",)


def test_a_box_of_the_easy_read_font_is_borrowed() -> None:
    parts = list(FontSet(DocumentFont.EASY_READ).stretches("aש", Weight.REGULAR))
    assert [part.drawn for part in parts] == ["a", BOX]
    assert parts[1].face.family is DocumentFont.SOURCE_SANS


def test_missing_letters_are_named_once_in_their_order() -> None:
    texts = ["Łódź – “ok” 👍", "שלום 👍", "multi\u2011agency\u200b\u00ad"]
    assert FontSet().missing(texts) == ("👍", "ש", "ל", "ו", "ם")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("multi\u2011agency", "multi-agency"),
        ("co\u00adoperate\u200b", "cooperate"),
        ("a\tb\r\nc\u2009d\u202fe", "a b c d e"),
        (" \u00ad ", ""),
        ("a \u200b b", "a b"),
        ("\x00\x07bell", "bell"),
        ("e\u0301", "é"),
        ("👨\u200d👩\u200d👧\ufe0f", "👨👩👧"),
    ],
)
def test_letters_that_show_nothing_are_taken_out_and_spaces_are_plain(
    text: str, shown: str
) -> None:
    assert printable(text) == shown


@given(st.text())
def test_printable_text_stays_as_it_is(text: str) -> None:
    once = printable(text)
    assert printable(once) == once


def test_kerning_makes_a_pair_narrower_than_its_letters() -> None:
    fonts = FontSet()
    pair = fonts.width("AV", Weight.REGULAR)
    assert pair < fonts.width("A", Weight.REGULAR) + fonts.width("V", Weight.REGULAR)
    assert fonts.width("AV", Weight.REGULAR) == pair


def test_a_subset_shapes_as_the_whole_face_does() -> None:
    whole = FontSet().face(SOURCE_BOLD)
    text = "The office’s AVATAR – Tö, ‘fi’"
    subset = Face.of_bytes(whole.subset(text))
    assert subset.letters == set(text)
    assert [glyph.advance for glyph in subset.glyphs(text)] == [
        glyph.advance for glyph in whole.glyphs(text)
    ]
