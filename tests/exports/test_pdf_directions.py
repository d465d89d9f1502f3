"""Which way text runs: as another implementation of the same rules says, and on the page."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pytest
from briefing_samples import make_briefing
from fpdf.bidi import BidiParagraph
from hypothesis import given
from hypothesis import strategies as st
from pdf_reading import spoken
from written import write_briefing_pdf

from sgdesk.exports.pdf.briefing import briefing_pdf
from sgdesk.exports.pdf.briefing_style import beside
from sgdesk.exports.pdf.directions import (
    base_level,
    has_right_to_left,
    in_order_of_sight,
    levels_of,
)
from sgdesk.exports.pdf.fonts import FontSet, Weight
from sgdesk.exports.pdf.wrapping import Block, Run, Span, measured
from sgdesk.records.briefing import LearningPoint

if TYPE_CHECKING:
    from pathlib import Path

FONTS = FontSet()
LETTERS = "aZ1 2.,-+/%$:()[]{}!?אבעرب٣٤\u0301\u064e\u00a0€⟨⟩«»"
ARABIC = "لم يسأل أحد الأطفال عن رأيهم في الخطة"


@given(st.text(LETTERS, max_size=24))
def test_levels_are_those_of_another_implementation(text: str) -> None:
    theirs = [one.embedding_level for one in BidiParagraph(text).characters]
    assert list(levels_of(text)) == theirs


@given(st.text(LETTERS.replace("\u0301", "").replace("\u064e", ""), min_size=1, max_size=24))
def test_what_is_seen_from_left_to_right_is_what_another_implementation_shows(text: str) -> None:
    text = f"{text}."  # spaces at the end of a line are ours to leave out
    levels = levels_of(text)
    theirs = [one.character_index for one in BidiParagraph(text).get_reordered_characters()]
    assert in_order_of_sight(levels) == theirs


@given(st.lists(st.integers(0, 4), max_size=12))
def test_every_part_is_seen_once(levels: list[int]) -> None:
    assert sorted(in_order_of_sight(levels)) == list(range(len(levels)))


def test_a_joiner_goes_with_the_letter_before_it() -> None:
    assert levels_of("نمی\u200cخ") == (1,) * 5
    assert levels_of("(ب\u0651) a") == (1, 1, 1, 1, 1, 2)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("a (ב) c", (0, 0, 0, 1, 0, 0, 0)),  # a pair runs as the paragraph where nothing else says
        ("a ב (ג) c", (0, 0, 1, 1, 1, 1, 1, 0, 0)),  # as what it holds, if the text before does
        ("א (b) ג", (1, 1, 1, 2, 1, 1, 1)),
        ("a (1) ב", (0, 0, 0, 0, 0, 0, 1)),
        ("ב 1,2-3% (4)", (1, 1, 2, 2, 2, 2, 2, 2, 1, 1, 2, 1)),
        ("ع 1-2", (1, 1, 2, 1, 2)),
        ("(]ב", (1, 1, 1)),
        ("a ב (ג)\u0301 c", (0, 0, 1, 1, 1, 1, 1, 1, 0, 0)),  # an accent goes with its bracket
    ],
)
def test_brackets_and_numbers_run_as_the_standard_says(text: str, levels: tuple[int, ...]) -> None:
    assert levels_of(text) == levels
    assert [one.embedding_level for one in BidiParagraph(text).characters] == list(levels)


def test_brackets_beyond_counting_are_left_as_they_are() -> None:
    assert levels_of("(" * 70 + "ب" + ")" * 70)[70] == 1


def test_the_first_letter_with_a_direction_decides() -> None:
    assert [base_level(text) for text in ("12 (ب a", "12 a ب", "12.", "")] == [1, 0, 0, 0]
    assert [has_right_to_left(text) for text in ("plain", "naïve –", "שלום", "ب")] == [
        False,
        False,
        True,
        True,
    ]


def lines_of(text: str, width: float = 150, **choices: bool) -> list[Span]:
    return list(Block(measured(FONTS, [Run(text)]), width, 10, 1.3, **choices).spans())


def seen(spans: list[Span]) -> list[str]:
    return [span.text.strip() for span in sorted(spans, key=lambda span: (span.line, span.x))]


def test_words_from_the_right_stand_in_the_order_of_their_direction() -> None:
    spans = lines_of(f"She said {ARABIC} (2026), twice.")
    assert "".join(span.text for span in spans) == f"She said {ARABIC} (2026), twice."
    assert seen(spans)[0] == "She said"
    assert seen(spans)[-1].endswith("twice.")
    assert not spans[0].is_from_right
    assert spans[1].is_from_right


def test_parts_of_a_line_touch_and_none_is_left_out() -> None:
    spans = lines_of(f"one {ARABIC} 12 (three) שלום, four")
    places = sorted((span.x, span.x + span.width) for span in spans)
    assert places[0][0] == pytest.approx(0)
    assert all(end == pytest.approx(start) for (_, end), (start, _) in pairwise(places))


def test_a_paragraph_from_the_right_stands_there_where_it_is_asked_for() -> None:
    turned = lines_of(f"{ARABIC} one. " * 4, 60, is_turned=True)
    plain = lines_of(f"{ARABIC} one. " * 4, 60)
    for number in range(plain[-1].line + 1):
        ends = [span.x + span.width for span in turned if span.line == number]
        assert max(ends) == pytest.approx(60)
        assert min(span.x for span in plain if span.line == number) <= 0
    english = lines_of("one " * 40, 60, is_turned=True)
    assert {span.x for span in english} == {0.0}


def test_lines_keep_a_space_at_their_end_in_both_directions() -> None:
    spans = lines_of(f"{ARABIC} " * 5, 40)
    assert "".join(span.text for span in spans) == " ".join([ARABIC] * 5)
    assert spans[0].is_from_right


@given(st.text(LETTERS, max_size=60), st.integers(8, 60))
def test_no_letter_is_lost_or_doubled_in_mixed_text(text: str, width: int) -> None:
    said = "".join(span.text for span in lines_of(text, width))
    assert "".join(said.split()) == "".join(measured_text(text).split())


def measured_text(text: str) -> str:
    return " ".join(word.text for word in measured(FONTS, [Run(text)]).words)


def test_an_overlong_word_keeps_its_accents_on_their_letters() -> None:
    spans = lines_of("শ্রীমতী" * 40, 30)
    assert "".join(span.text for span in spans) == "শ্রীমতী" * 40
    assert not any(unicodedata.category(span.text[0]).startswith("M") for span in spans)


def test_each_weight_joins_its_letters() -> None:
    for weight in Weight:
        word = FONTS.width("بيت", weight)
        assert 0 < word < sum(FONTS.width(letter, weight) for letter in "بيت")


def test_other_scripts_are_read_aloud_in_order_and_in_their_language(tmp_path: Path) -> None:
    briefing = make_briefing(
        background=(f"She said {ARABIC} (2026). ক্ষমা, কোনো!",),
        key_learning=(LearningPoint("שלום.", "ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ"), LearningPoint("", "ٹیلی فون")),
    )
    lines = spoken(write_briefing_pdf(briefing, tmp_path / "b.pdf"))
    said = "".join(line[1:-1] for line in lines if line.startswith('"')).replace("\u200b", "")
    assert f"She said {ARABIC} (2026). ক্ষমা, কোনো!" in said
    assert languages_of(briefing_pdf(briefing)) == {"(ar)", "(bn)", "(he)", "(pa)", "(ur)"}


def languages_of(content: bytes) -> set[str]:
    with pikepdf.open(BytesIO(content)) as pdf:
        return {
            f"({properties['/Lang']})"
            for (_, properties), _ in pikepdf.parse_content_stream(pdf.pages[0], "BDC")
            if "/Lang" in properties
        }


def test_the_letters_of_a_shaped_word_can_be_copied(tmp_path: Path) -> None:
    content = briefing_pdf(make_briefing(background=("The word is ক্ষমা and কোনো.",)))
    with pikepdf.open(BytesIO(content)) as pdf:
        words = [
            str(properties["/ActualText"])
            for (_, properties), _ in pikepdf.parse_content_stream(pdf.pages[0], "BDC")
            if "/ActualText" in properties
        ]
    assert words == ["ক্ষমা", "কোনো"]


def test_a_list_item_from_the_right_has_its_mark_at_the_right() -> None:
    hebrew, english = (Block(measured(FONTS, [Run(text)]), 60, 10, 1.3) for text in ("שלום", "one"))
    assert beside(hebrew, 4) == (62, 0)
    assert beside(english, 4) == (0, 4)
