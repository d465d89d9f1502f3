"""Tests of the marks of agency returns: letter, icon and outline, never colour alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from sgdesk.domain.agency_requests import OUTSTANDING_STATES, STATE_WORDS, ReturnState
from sgdesk.domain.contrast import READABLE
from sgdesk.ui.look.contrast import contrast
from sgdesk.ui.look.current import Look, current
from sgdesk.ui.look.palette import DARK, LIGHT, high_contrast
from sgdesk.ui.look.return_marks import (
    _STYLES,
    paint_return_mark,
    paint_return_state,
    return_mark_size,
    return_state_size,
)
from sgdesk.ui.models.cells import cell_size, paint_cell
from sgdesk.ui.models.columns import CellKind, Column
from sgdesk.ui.widgets.return_marks import LEGEND, ReturnLegend, ReturnStateLabel

SIZE = (140, 32)
BOXED = [state for state in ReturnState if _STYLES[state].icon]


def painted(paint, ground="#FFFFFF"):
    """Return a picture of what `paint` draws with a painter into the whole of it."""
    image = QImage(*SIZE, QImage.Format.Format_ARGB32)
    image.fill(ground)
    painter = QPainter(image)
    paint(painter, QRect(0, 0, *SIZE))
    painter.end()
    return image


def mark(state, note="", look=None):
    look = look or current()
    return painted(lambda painter, rect: paint_return_mark(painter, state, rect, look, note=note))


def test_no_two_states_with_a_box_look_alike(qapp):
    pictures = [mark(state) for state in BOXED]
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[at + 1 :])
    assert mark(ReturnState.NOT_ASKED) == mark(ReturnState.NOT_NEEDED)


@pytest.mark.parametrize("state", BOXED)
def test_a_mark_is_outlined_while_something_is_to_come(qapp, state):
    edge = mark(state).pixelColor(SIZE[0] // 2, 0)
    ground = current().color(_STYLES[state].ground)
    assert (edge != ground) == (state in OUTSTANDING_STATES)


@pytest.mark.parametrize("state", BOXED)
def test_without_colour_the_letters_still_tell_the_states_apart(qapp, state):
    look = replace(current(), palette=high_contrast(qapp.palette()))
    pictures = [mark(other, look=look) for other in BOXED if other is not state]
    assert mark(state, look=look) not in pictures


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("state", BOXED)
def test_letters_are_readable_on_their_ground(palette, state):
    style = _STYLES[state]
    assert contrast(getattr(palette, style.color), getattr(palette, style.ground)) >= READABLE


def test_the_note_stands_at_the_right_and_needs_room(qapp):
    state = ReturnState.RECEIVED
    assert mark(state, "24 Nov") != mark(state)
    look = current()
    assert return_mark_size(look, "24 Nov").width() > return_mark_size(look).width()
    large = replace(look, text_scale=2.0)
    assert return_mark_size(large).height() >= 2 * return_mark_size(look).height() - 1


def test_words_stand_beside_the_mark(qapp):
    look = Look()

    def paint(painter, rect):
        paint_return_state(painter, ReturnState.OVERDUE, "Overdue by 2 days", rect, look)

    assert painted(paint) != mark(ReturnState.OVERDUE)
    words = return_state_size(ReturnState.OVERDUE, "Overdue by 2 days", look)
    assert words.width() > return_mark_size(look).width()


def test_a_label_shows_the_words_of_its_state_or_its_own(qtbot):
    label = ReturnStateLabel()
    qtbot.addWidget(label)
    assert label.text() == ""
    assert label.sizeHint().isEmpty()
    assert label.grab(QRect(0, 0, *SIZE)).toImage().allGray()
    label.set_state(ReturnState.NIL)
    assert label.text() == STATE_WORDS[ReturnState.NIL]
    label.set_state(ReturnState.OVERDUE, "Overdue by 1 working day")
    assert label.text() == "Overdue by 1 working day"
    assert label.minimumSizeHint() == label.sizeHint()
    label.resize(label.sizeHint())
    assert not label.grab().toImage().allGray()


def test_the_legend_explains_every_mark_with_a_box(qtbot):
    legend = ReturnLegend()
    qtbot.addWidget(legend)
    said = {label.text() for label in legend.findChildren(ReturnStateLabel)}
    assert said == {STATE_WORDS[state] for state in BOXED}
    assert set(LEGEND) == set(BOXED)


def test_a_cell_of_a_table_shows_the_mark(qapp):
    look = current()
    column = Column[ReturnState]("State", str, state=lambda one: one, kind=CellKind.RETURN)
    cell = column.cell(ReturnState.NIL)
    assert cell_size(cell, look) == return_state_size(ReturnState.NIL, "nil", look)
    blank = painted(lambda _painter, _rect: None)
    assert painted(lambda painter, rect: paint_cell(painter, rect, cell, look)) != blank
    without = Column[ReturnState]("State", str, kind=CellKind.RETURN).cell(ReturnState.NIL)
    assert painted(lambda painter, rect: paint_cell(painter, rect, without, look)) == blank
    assert cell_size(without, look).height() == look.px(36)
    assert Qt.AlignmentFlag.AlignLeft & column.alignment
