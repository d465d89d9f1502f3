"""Lines: no word is lost, none is too long, and nothing is glued together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.exports.pdf.fonts import FontSet, Weight
from sgdesk.exports.pdf.wrapping import PT, Block, Run, measured
from sgdesk.records.shares import shared_out

FONTS = FontSet()
WORDS = st.lists(st.text("abcdefgmwMW", min_size=1, max_size=9), min_size=1, max_size=40)


def block(text: str, width: float, *, goes_on: bool = False) -> Block:
    return Block(measured(FONTS, [Run(text)]), width, 10, 1.3, goes_on=goes_on)


@given(WORDS, st.floats(20, 120))
def test_lines_hold_all_words_and_none_is_wider_than_its_column(
    words: list[str], width: float
) -> None:
    text = block(" ".join(words), width)
    spans = list(text.spans())
    assert "".join(span.text for span in spans) == " ".join(words)
    assert all(span.x + span.width <= width + 1e-6 for span in spans)
    assert [span.line for span in spans] == list(range(text.lines))
    assert text.height == pytest.approx(text.lines * 10 * PT * 1.3)


@given(WORDS, st.text("abcM", min_size=1, max_size=9), st.floats(20, 120))
def test_another_word_never_makes_fewer_lines(words: list[str], word: str, width: float) -> None:
    before, after = block(" ".join(words), width), block(" ".join([*words, word]), width)
    assert before.lines <= after.lines


def test_a_word_of_5000_letters_is_broken_without_spaces() -> None:
    text = block("M" * 5000, 60)
    spans = list(text.spans())
    assert "".join(span.text for span in spans) == "M" * 5000
    assert max(span.width for span in spans) <= 60
    assert len(text.paragraph.words) == 1


def test_short_words_stay_whole_beside_one_that_is_broken() -> None:
    lines = [span.text for span in block(f"two short {'M' * 200}", 60).spans()]
    assert lines[0].startswith("two short ")
    assert "".join(lines) == f"two short {'M' * 200}"


def test_empty_text_has_no_line() -> None:
    text = block(" \t\r\n ", 60)
    assert (text.lines, text.height, list(text.spans())) == (0, 0, [])


@pytest.mark.parametrize(
    ("text", "widest", "lines"),
    [
        ("aa bb cc dd", "aa bb cc", ["aa bb ", "cc dd"]),
        ("aa bb cc dd ee", "aa bb cc", ["aa bb cc ", "dd ee"]),
        ("aa bb cc", "aa bb", ["aa bb ", "cc"]),
        ("aa bb cccccc dddddddd", "aa bb cccccc", ["aa bb cccccc ", "dddddddd"]),
    ],
    ids=["takes one along", "is in company", "would leave one alone", "has no room"],
)
def test_no_word_stands_alone_on_the_last_line_if_it_need_not(
    text: str, widest: str, lines: list[str]
) -> None:
    width = FONTS.width(widest, Weight.REGULAR) + 0.1
    assert [span.text for span in block(text, width * 10 * PT).spans()] == lines


def test_every_line_but_the_last_ends_in_a_space() -> None:
    lines = [span.text for span in block("one two three four five six", 20).spans()]
    assert len(lines) > 2
    assert all(line.endswith(" ") for line in lines[:-1])
    assert not lines[-1].endswith(" ")


def test_text_that_goes_on_in_the_same_tag_ends_in_a_space() -> None:
    (span,) = block("Published:", 60, goes_on=True).spans()
    assert span.text == "Published: "
    assert span.width == pytest.approx(block("Published:", 60).natural_width)


def test_a_change_of_weight_or_link_starts_a_span_where_the_last_one_ended() -> None:
    runs = [Run("Lead.", Weight.BOLD), Run("Then text"), Run("here", link=1), Run("", link=1)]
    paragraph = measured(FONTS, runs, addresses=("https://a.example/",))
    spans = list(Block(paragraph, 100, 10, 1.3).spans())
    assert [(span.text, span.weight, span.link) for span in spans] == [
        ("Lead. ", Weight.BOLD, 0),
        ("Then text ", Weight.REGULAR, 0),
        ("here", Weight.REGULAR, 1),
    ]
    space = FONTS.width(" ", Weight.REGULAR) * 10 * PT
    assert spans[1].x == pytest.approx(spans[0].width + space)


def test_a_paragraph_is_cut_by_whole_words() -> None:
    paragraph = measured(FONTS, [Run("one " + "M" * 300 + " three")])
    assert [word.text for word in paragraph.first(1).words] == ["one"]
    assert paragraph.first(9).words == paragraph.words


@given(st.lists(st.floats(1, 200), max_size=8), st.floats(10, 300))
def test_columns_give_way_only_where_they_must(natural: list[float], available: float) -> None:
    widths = shared_out(natural, available)
    assert sum(widths) <= max(available, 0) + 1e-6
    assert all(0 <= width <= wish for width, wish in zip(widths, natural, strict=True))
    if sum(natural) <= available:
        assert widths == natural
    else:
        assert sum(widths) == pytest.approx(available)
