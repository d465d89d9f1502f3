"""One rule puts the pieces of a paper on pages: none lost, none split, no heading left behind."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sgdesk.records.paper_pages import Piece, kept_together, pages_of, whole_words

FIRST_TOP, TOP, END = 40.0, 20.0, 120.0
HEAD = 8.0
PIECES = st.lists(
    st.builds(
        Piece,
        lines=st.integers(1, 30),
        leading=st.just(5.0),
        padding=st.sampled_from([0.0, 2.0]),
        above=st.sampled_from([0.0, 6.0]),
        table=st.sampled_from([-1, 0]),
        keeps_next=st.booleans(),
    ),
    max_size=20,
)


def laid_out(pieces, first_top=FIRST_TOP):
    return pages_of(pieces, [HEAD], first_top, TOP, END)


@given(PIECES)
def test_every_line_stands_once_and_in_order(pieces):
    placed = [one for page in laid_out(pieces) for one in page.placed]
    lines = [(one.number, line) for one in placed for line in range(one.first, one.end)]
    assert lines == [(at, line) for at, piece in enumerate(pieces) for line in range(piece.lines)]


@given(PIECES)
def test_pieces_stand_below_each_other_and_within_the_page(pieces):
    for number, page in enumerate(laid_out(pieces)):
        top = TOP if number else FIRST_TOP
        head = HEAD if page.table >= 0 else 0.0
        if page.placed:
            assert page.placed[0].top == top + head
            assert page.placed[-1].top + page.placed[-1].height <= END
        for one, below in pairwise(page.placed):
            assert one.top + one.height <= below.top


@given(PIECES)
def test_a_piece_is_split_only_where_no_page_could_hold_it(pieces):
    for page in laid_out(pieces):
        for one in page.placed:
            piece = pieces[one.number]
            head = HEAD if piece.table >= 0 else 0.0
            assert one.end - one.first == piece.lines or piece.height > END - TOP - head


@given(PIECES)
def test_the_head_of_a_table_stands_again_over_the_rows_of_a_later_page(pieces):
    first, *later = laid_out(pieces)
    assert first.table == -1
    for page in later:
        assert page.table == (pieces[page.placed[0].number].table if page.placed else -1)


def test_headings_go_to_the_page_of_what_they_head():
    heading = Piece(1, 10.0, keeps_next=True)
    pieces = [Piece(6, 10.0), heading, heading, Piece(1, 10.0)]
    first, second = laid_out(pieces)
    assert [one.number for one in first.placed] == [0]
    assert [one.number for one in second.placed] == [1, 2, 3]


def test_headings_that_fill_a_page_with_their_row_are_parted_from_it():
    heading = Piece(6, 10.0, keeps_next=True)
    pages = laid_out([heading, Piece(6, 10.0)])
    assert [[one.number for one in page.placed] for page in pages] == [[], [0], [1]]


def test_a_title_higher_than_the_page_leaves_the_rest_to_the_next():
    first, second = laid_out([Piece(2, 10.0)], first_top=200.0)
    assert first.placed == ()
    assert second.placed[0].top == TOP
    (only,) = laid_out([])
    assert only.placed == ()


def test_dates_and_numbers_of_days_are_one_word():
    assert whole_words("Due Mon 3 Oct 2022, in 5 working days") == [
        "Due", "Mon 3 Oct 2022,", "in", "5 working days",
    ]  # fmt: skip
    assert whole_words("On Mon 3 Oct or 4 Oct 2022") == ["On", "Mon 3 Oct", "or", "4 Oct 2022"]
    assert whole_words("4 Oct") == ["4", "Oct"]
    assert whole_words("") == []
    assert kept_together("1 working day") == "1\u00a0working\u00a0day"
