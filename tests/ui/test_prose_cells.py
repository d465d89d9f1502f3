"""Cells of prose: two lines at most, and rows that stand to the right of what they belong to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from sgdesk.ui.look.current import Look, current
from sgdesk.ui.models.cells import cell_size, paint_cell
from sgdesk.ui.models.columns import Cell, CellKind, Column

SENTENCE = "The partnership should agree one set of questions that every practitioner uses."
WIDTH, HEIGHT = 300, 48


@pytest.fixture(autouse=True)
def _app(qapp):
    """Type is drawn by the application's fonts."""


def cell(text, kind=CellKind.PROSE, indent=0):
    return Column("Text", lambda one: one, kind=kind, indent=lambda _one: indent).cell(text)


def drawn(shown, width=WIDTH):
    """Return the places of all pixels that a cell draws."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    paint_cell(painter, QRect(0, 0, width, HEIGHT), shown, current())
    painter.end()
    return {
        (x, y): image.pixel(x, y)
        for x in range(WIDTH)
        for y in range(HEIGHT)
        if image.pixel(x, y) != 0xFFFFFFFF
    }


def rows_of(places):
    return {y for _, y in places}


def test_a_short_text_stands_in_the_middle_on_one_line():
    rows = rows_of(drawn(cell("Short")))
    assert min(rows) > HEIGHT // 4
    assert max(rows) < HEIGHT - HEIGHT // 4


def test_a_long_text_goes_over_two_lines_and_stays_in_its_width():
    places = drawn(cell(SENTENCE), width=200)
    rows = rows_of(places)
    assert min(rows) < HEIGHT // 2 - 6
    assert max(rows) > HEIGHT // 2 + 6
    assert max(x for x, _ in places) <= 200


def test_what_does_not_fit_on_two_lines_is_elided_on_the_second():
    longer = drawn(cell(f"{SENTENCE} {SENTENCE}"), width=200)
    assert longer == drawn(cell(f"{SENTENCE} {SENTENCE} {SENTENCE}"), width=200)


def test_line_breaks_of_the_text_count_as_spaces():
    assert drawn(cell("One\n\ntwo")) == drawn(cell("One two"))


def test_a_word_wider_than_the_column_is_cut_there():
    assert max(x for x, _ in drawn(cell("Incomprehensibilities" * 4), width=100)) <= 100


def test_an_empty_text_draws_nothing():
    assert drawn(cell("")) == {}


def test_strong_and_muted_prose_differ_from_the_plain():
    plain, strong, muted = (
        drawn(cell(SENTENCE, kind))
        for kind in (CellKind.PROSE, CellKind.STRONG_PROSE, CellKind.MUTED_PROSE)
    )
    assert set(strong) != set(plain)
    assert muted != plain


def test_an_indented_cell_stands_to_the_right_and_needs_more_room():
    plain, inner = cell("1.1", CellKind.STRONG), cell("1.1", CellKind.STRONG, indent=2)
    step = min(x for x, _ in drawn(inner)) - min(x for x, _ in drawn(plain))
    assert step > 0
    grown = cell_size(inner, Look()).width() - cell_size(plain, Look()).width()
    assert grown == step


def test_prose_asks_for_half_of_its_length():
    long, short = cell_size(cell(SENTENCE), Look()), cell_size(cell("Short"), Look())
    assert long.width() > short.width()
    assert cell_size(cell(SENTENCE, CellKind.TEXT), Look()).width() > long.width()


def test_a_column_may_tell_the_kind_by_record():
    column = Column(
        "Text", str, kind_of=lambda one: CellKind.MUTED if one == "quiet" else CellKind.STRONG
    )
    assert [column.cell(one).kind for one in ("quiet", "loud")] == [CellKind.MUTED, CellKind.STRONG]
    assert isinstance(column.cell("loud"), Cell)
