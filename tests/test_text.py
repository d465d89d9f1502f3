from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sgdesk.text import clean, clean_block, clean_letter, clean_line

ANY = st.text(st.characters(codec=None, exclude_categories=[]), max_size=60)


def test_line_ends_of_every_system_become_one():
    assert clean("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h") == "a\nb\nc\nd\ne\nf\ng\nh"


def test_what_breaks_documents_goes_or_is_marked():
    assert clean("a\x00\x07\x1b\x9f\ufeff\u202e\u2066b") == "ab"
    assert clean("a\ud800b\ufffec\U0001ffffd\ufdd0") == "a\ufffdb\ufffdc\ufffdd\ufffd"


def test_bullets_of_a_word_processor_become_plain_ones_and_soft_hyphens_go():
    assert clean("\uf0b7\tsafe\xadguarding \uf0a7 and") == "•\tsafeguarding ▪ and"


def test_accents_are_composed_and_tabs_and_emoji_stay():
    assert clean("Zoe\u0308") == "Zoë"
    assert clean("a\tb 👍") == "a\tb 👍"


def test_a_line_has_single_spaces_and_a_block_keeps_its_paragraphs():
    assert clean_line("  a \r\n b\tc ") == "a b c"
    assert clean_block(" a  b \r\n\r\n  c\n") == "a b\nc"


def test_a_letter_keeps_its_lines_and_one_empty_line_between_paragraphs():
    assert clean_letter("\n a  b \r\nc\n\n \n\n d\n\n") == "a b\nc\n\nd"


@given(ANY)
def test_cleaning_twice_changes_nothing_and_the_result_can_be_encoded(text):
    for gate in (clean, clean_line, clean_block, clean_letter):
        once = gate(text)
        assert gate(once) == once
        once.encode("utf-8")
