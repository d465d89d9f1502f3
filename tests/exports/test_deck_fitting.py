"""Sizes and slides for text of any length."""

from __future__ import annotations

import pytest
from deck_samples import point
from hypothesis import given, settings
from hypothesis import strategies as st

from sgdesk.exports.deck.content import Marker, Run, led, plain
from sgdesk.exports.deck.fitting import GAP, INDENTS, SIZES, WIDEST_GAP, fit_text
from sgdesk.exports.deck.measuring import LINE_PITCH, Frame, lines_of

FRAME = Frame(850, 350)


def height(block):
    """The height of a block in the frame, in points."""
    room = FRAME.width - INDENTS[block.marker]
    return sum(
        lines_of(paragraph, room, block.size) * LINE_PITCH * block.size + block.gap
        for paragraph in block.paragraphs
    )


def text_of(paragraph):
    return "".join(run.text for run in paragraph)


def points(count, words):
    one = point(words)
    return [led(one.lead, one.text) for _ in range(count)]


def test_little_text_takes_the_largest_size():
    (block,) = fit_text([plain("One thing.")], FRAME)
    assert block.size == 26
    assert block.marker is Marker.BULLET


@pytest.mark.parametrize(("count", "size"), [(3, 26), (4, 20), (5, 18)])
def test_more_text_takes_a_smaller_size(count, size):
    (block,) = fit_text(points(count, 30), FRAME)
    assert block.size == size
    assert height(block) <= FRAME.height


def test_little_text_is_given_air_and_full_slides_keep_the_least_gap():
    (airy,) = fit_text([plain("One thing."), plain("Another.")], FRAME)
    assert airy.gap == int(WIDEST_GAP * airy.size)
    (full,) = fit_text(points(5, 30), FRAME)
    assert GAP * full.size <= full.gap < WIDEST_GAP * full.size


def test_slides_of_one_section_have_one_gap():
    blocks = fit_text(points(13, 30), FRAME)
    assert len({block.gap for block in blocks}) == 1


def test_below_the_smallest_size_text_is_spread_over_even_slides():
    blocks = fit_text(points(13, 30), FRAME)
    assert [len(block.paragraphs) for block in blocks] == [5, 5, 3]
    assert len({block.size for block in blocks}) == 1


def test_slides_are_as_few_as_the_smallest_size_allows_and_then_as_large_as_may_be():
    blocks = fit_text(points(8, 30), FRAME)
    assert [len(block.paragraphs) for block in blocks] == [4, 4]
    assert blocks[0].size == 20


def test_numbers_go_on_where_the_slide_before_ended():
    blocks = fit_text(points(13, 30), FRAME, Marker.NUMBER)
    assert [block.first_number for block in blocks] == [1, 6, 11]


def test_a_paragraph_longer_than_a_slide_is_cut_at_the_end_of_a_sentence():
    (one,) = points(1, 600)
    blocks = fit_text([one], FRAME)
    pieces = [text_of(paragraph) for block in blocks for paragraph in block.paragraphs]
    assert len(pieces) > 1
    assert all(piece.endswith("together.") for piece in pieces)
    assert " ".join(pieces) == text_of(one)
    assert (
        blocks[0].paragraphs[0][0] == Run("Together. ", is_bold=True)
        or blocks[0].paragraphs[0][0].is_bold
    )


def test_a_word_longer_than_a_slide_is_cut_anywhere():
    blocks = fit_text([plain("W" * 5000)], FRAME)
    pieces = [text_of(paragraph) for block in blocks for paragraph in block.paragraphs]
    assert "".join(pieces) == "W" * 5000
    assert all(height(block) <= FRAME.height for block in blocks)


def test_cut_pieces_keep_bold_and_links():
    paragraph = (Run("Lead " * 300, is_bold=True), Run("words " * 300), Run("a", address="b:"))
    pieces = [one for block in fit_text([paragraph], FRAME) for one in block.paragraphs]
    assert pieces[0][0].is_bold
    assert pieces[-1][-1] == Run("a", address="b:")


@settings(max_examples=40)
@given(st.lists(st.integers(1, 200), min_size=1, max_size=6))
def test_every_block_fits_its_frame_and_no_word_is_lost(lengths):
    paragraphs = [plain(" ".join(["word"] * words)) for words in lengths]
    blocks = fit_text(paragraphs, FRAME, Marker.NONE)
    assert all(height(block) <= FRAME.height for block in blocks)
    assert {block.size for block in blocks} <= set(SIZES)
    text = " ".join(text_of(one) for block in blocks for one in block.paragraphs)
    assert text == " ".join(text_of(one) for one in paragraphs)
