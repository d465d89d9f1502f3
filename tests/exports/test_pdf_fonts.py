"""Letters: which a typeface has, how wide they are, what is done about those it lacks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.config.resources import resource
from sgdesk.domain.typefaces import DocumentFont
from sgdesk.exports.pdf.fallbacks import Fallback, fallbacks_for, language_of
from sgdesk.exports.pdf.fonts import BOX, FaceKey, FontSet, Weight, printable

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
    (part,) = FontSet().stretches("no 中 yes", Weight.BOLD)
    assert (part.face, part.drawn, part.meant) == (SOURCE_BOLD, f"no {BOX} yes", "no 中 yes")


def test_a_letter_of_private_use_is_read_aloud_as_a_box() -> None:
    (part,) = FontSet().stretches("a\ue000", Weight.BOLD)
    assert (part.drawn, part.meant) == (f"a{BOX}", f"a{BOX}")
    assert FontSet().missing(["\ue000"]) == ("\ue000",)


def test_a_box_of_the_easy_read_font_is_borrowed() -> None:
    parts = list(FontSet(DocumentFont.EASY_READ).stretches("a中", Weight.REGULAR))
    assert [part.drawn for part in parts] == ["a", BOX]
    assert parts[1].face.family is DocumentFont.SOURCE_SANS


def test_missing_letters_are_named_once_in_their_order() -> None:
    texts = ["Łódź – “ok” 中", "ᄃᆞ 中", "multi\u2011agency\u200b\u00ad", "নী\u200d 👍\u200d"]
    assert FontSet().missing(texts) == ("中", "ᄃ", "ᆞ")


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
        ("👨\u200d👩\u200d👧\ufe0f", "👨\u200d👩\u200d👧"),
        ("a\u200db \u200cc 1\ufe0f\u20e3", "ab c 1"),
        ("نمی\u200cخواهم", "نمی\u200cخواهم"),
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


@pytest.mark.parametrize("fallback", Fallback)
def test_every_fallback_ships_in_the_styles_that_it_says_it_has(fallback: Fallback) -> None:
    folder = resource("fonts", "noto")
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text("utf-8")
    styles = {file.stem.partition("-")[2] for file in folder.glob(f"{fallback}-*.ttf")}
    assert styles == ({"Regular", "Bold"} if fallback.has_bold else {"Regular"})


def test_no_file_of_the_fallbacks_is_there_for_nothing_and_all_stay_small() -> None:
    files = list(resource("fonts", "noto").glob("*.ttf"))
    assert {file.stem.partition("-")[0] for file in files} == set(Fallback)
    assert sum(file.stat().st_size for file in files) < 2_500_000


@pytest.mark.parametrize("font", DocumentFont)
@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("بيت", Fallback.ARABIC),
        ("שלום", Fallback.HEBREW),
        ("क्ष", Fallback.DEVANAGARI),
        ("ক্ষ।", Fallback.BENGALI),
        ("ਸ੍ਰੀ", Fallback.GURMUKHI),
        ("ક્ષ", Fallback.GUJARATI),
        ("கொ", Fallback.TAMIL),
        ("★", Fallback.MORE_SYMBOLS),
        ("⒜", Fallback.SYMBOLS),
        ("≢", Fallback.MATHEMATICS),
        ("👍🏽", Fallback.EMOJI),
    ],
)
def test_each_script_has_a_typeface_of_its_own(
    font: DocumentFont, text: str, family: Fallback
) -> None:
    fonts = FontSet(font)
    (part,) = fonts.stretches(text, Weight.SEMIBOLD)
    weight = Weight.BOLD if family.has_bold else Weight.REGULAR
    assert part.face == FaceKey(family, weight)
    assert fonts.missing([text]) == ()


def test_a_fallback_is_opened_for_its_own_letters_alone() -> None:
    fonts = FontSet()
    fonts.stretches("Łódź – “ok”, ω, Ж → ✓ 中", Weight.REGULAR)
    assert {key.family for key in fonts._faces} == {DocumentFont.SOURCE_SANS}
    fonts.stretches("বাংলা", Weight.REGULAR)
    added = {key.family for key in fonts._faces} - {DocumentFont.SOURCE_SANS}
    assert added == {Fallback.BENGALI}


def test_letters_outside_the_ranges_have_no_fallback() -> None:
    assert [fallbacks_for(letter) for letter in "aԱก中\U0001fb00"] == [()] * 5
    assert fallbacks_for("\ufdff") == (Fallback.ARABIC,)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("مرحبا", "ar"),
        ("پدر", "fa"),
        ("بچے", "ur"),
        ("ښځه", "ps"),
        ("ڕێگا", "ckb"),
    ],
)
def test_the_languages_of_the_arabic_script_are_told_apart_by_their_letters(
    text: str, code: str
) -> None:
    assert language_of(Fallback.ARABIC, text) == code
    assert language_of(Fallback.BENGALI, text) == "bn"
    assert language_of(Fallback.EMOJI, text) == ""


def test_a_mark_stays_with_its_letter_and_a_lonely_one_finds_its_script() -> None:
    (part,) = FontSet().stretches("ক\u0964", Weight.REGULAR)
    assert part.face.family is Fallback.BENGALI
    (alone,) = FontSet().stretches("\u0964", Weight.REGULAR)
    assert alone.face.family is Fallback.DEVANAGARI
    both = FontSet().stretches("中\u0301", Weight.REGULAR)
    assert both[-1].drawn.endswith("\u0301")


@pytest.mark.parametrize("text", ["ক্ষমা শ্রীমতী কোনো", "মো\u09be\u09be", "க\u0bcaடு", "ﻻ لا ب\u0651"])
def test_a_script_cut_down_to_its_letters_shapes_as_the_whole_does(text: str) -> None:
    fonts = FontSet()
    for part in fonts.stretches(text, Weight.REGULAR):
        if part.face.is_script:
            whole = fonts.face(part.face)
            _, face = whole.cut_down(part.drawn)
            advances = [
                [glyph.advance for glyph in one.glyphs(part.drawn, is_from_right=turned)]
                for one in (whole, face)
                for turned in (part.face.is_from_right,)
            ]
            assert advances[0] == advances[1]


def test_kerning_makes_a_pair_narrower_than_its_letters() -> None:
    fonts = FontSet()
    pair = fonts.width("AV", Weight.REGULAR)
    assert pair < fonts.width("A", Weight.REGULAR) + fonts.width("V", Weight.REGULAR)
    assert fonts.width("AV", Weight.REGULAR) == pair


def test_a_subset_shapes_as_the_whole_face_does() -> None:
    whole = FontSet().face(SOURCE_BOLD)
    text = "The office’s AVATAR – Tö, ‘fi’"
    _, subset = whole.cut_down(text)
    assert subset.letters == set(text)
    assert [glyph.advance for glyph in subset.glyphs(text)] == [
        glyph.advance for glyph in whole.glyphs(text)
    ]
