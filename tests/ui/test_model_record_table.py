"""Tests of the table model: columns, filter, sort, groups, and how its cells are painted."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from sgdesk.domain.standings import Standing
from sgdesk.ui.look.current import Look, current
from sgdesk.ui.look.palette import LIGHT
from sgdesk.ui.models.cells import cell_size, segment_role
from sgdesk.ui.models.columns import CellKind, Column, Role
from sgdesk.ui.models.delegates import RecordDelegate
from sgdesk.ui.models.record_table import Group, RecordTableModel


@dataclass(frozen=True)
class Row:
    reference: str
    label: str = "Infant"
    standing: Standing | None = Standing.ON_TRACK
    words: str = "On track"
    returns: tuple[int, int] | None = (7, 9)
    day: tuple[int, int] | None = (9, 15)


COLUMNS = (
    Column[Row](
        "Case",
        lambda row: row.reference,
        second=lambda row: row.label,
        kind=CellKind.STRONG,
        icon=lambda _: "folder-open",
    ),
    Column[Row](
        "Standing", lambda row: row.words, standing=lambda row: row.standing, kind=CellKind.STANDING
    ),
    Column[Row](
        "Returns",
        lambda row: f"{row.returns[0]}/{row.returns[1]}" if row.returns else "–",
        sort_key=lambda row: row.returns or (0, 0),
        progress=lambda row: row.returns,
        kind=CellKind.RETURNS,
    ),
    Column[Row](
        "Day",
        lambda row: f"Day {row.day[0]} of {row.day[1]}" if row.day else "Every month",
        progress=lambda row: row.day,
        standing=lambda row: row.standing,
        kind=CellKind.DAY,
    ),
    Column[Row](
        "Note",
        lambda row: row.label,
        elides=True,
        stretches=True,
        kind=CellKind.MUTED,
        is_right_aligned=True,
    ),
)

ROWS = (
    Row("27-05", "Two siblings"),
    Row("27-03", "Infant", Standing.OVERDUE, "Overdue by 2 days", (10, 10), (17, 15)),
    Row("27-04", "Young person", Standing.DUE_TODAY, "Due today", None, None),
)


@pytest.fixture
def model(qapp):
    made = RecordTableModel(COLUMNS)
    made.set_records(ROWS)
    return made


def _references(model) -> list[str]:
    return [row.reference for row in model.records()]


def test_the_model_keeps_qts_rules_while_it_filters_sorts_and_groups(model, qtmodeltester):
    qtmodeltester.check(model)
    model.set_filter("27-0")
    model.sort(0)
    model.set_groups([Group("Overdue", ROWS[1:2]), Group("Empty", ())])
    qtmodeltester.check(model)


def test_cells_answer_every_role(model):
    index = model.index(0, 0)
    assert index.data() == "27-05"
    assert index.data(Role.SECOND) == "Two siblings"
    assert index.data(Role.RECORD) is ROWS[0]
    assert index.data(Role.SORT) == "27-05"
    assert index.data(Role.ICON_NAME) == "folder-open"
    assert index.data(Role.KIND) is CellKind.STRONG
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "27-05, Two siblings"
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.index(0, 4).data(Qt.ItemDataRole.ToolTipRole) == "Two siblings"
    assert Standing(model.index(1, 1).data(Role.STANDING)) is Standing.OVERDUE
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None


def test_what_is_painted_is_asked_past_qt(model):
    cell = model.cell_at(1, 1)
    assert (cell.kind, cell.text) == (CellKind.STANDING, "Overdue by 2 days")
    assert cell.standing is Standing.OVERDUE
    plain = model.cell_at(0, 0)
    assert (plain.second, plain.icon_name, plain.progress) == ("Two siblings", "folder-open", None)
    model.set_groups([Group("Overdue", ROWS)])
    assert str(model.cell_at(0, 0)) == "Overdue, 3"


def test_a_letter_that_changes_nothing_leaves_the_rows_alone(model, qtbot):
    model.set_filter("inf")
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_filter("infant")
    assert _references(model) == ["27-03"]
    with qtbot.waitSignal(model.modelReset):
        model.set_filter("infants")
    with qtbot.waitSignal(model.modelReset):
        model.set_filter("infant")
    assert _references(model) == ["27-03"]


def test_a_longer_filter_finds_no_more_after_the_rows_are_sorted(model):
    model.set_filter("27")
    model.sort(0)
    model.set_filter("27-0")
    assert _references(model) == ["27-03", "27-04", "27-05"]
    model.set_records(ROWS[1:])
    model.set_filter("27-05")
    assert _references(model) == []


def test_a_column_may_say_its_own_tooltip_and_spoken_text():
    column = Column[Row](
        "A", lambda row: row.reference, tooltip=lambda _: "why", spoken=lambda _: "spoken"
    )
    assert column.value(ROWS[0], Qt.ItemDataRole.ToolTipRole) == "why"
    assert column.said(ROWS[0]) == "spoken"


def test_heads_of_columns_have_their_words_and_side(model):
    horizontal = Qt.Orientation.Horizontal
    assert model.headerData(0, horizontal) == "Case"
    assert model.headerData(99, horizontal) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, horizontal, Qt.ItemDataRole.DecorationRole) is None
    side = model.headerData(4, horizontal, Qt.ItemDataRole.TextAlignmentRole)
    assert side & Qt.AlignmentFlag.AlignRight


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["27-05", "27-03", "27-04"]),
        ("INFANT", ["27-03"]),
        ("days overdue", ["27-03"]),
        ("27-0 young", ["27-04"]),
        ("nobody", []),
        ("  ", ["27-05", "27-03", "27-04"]),
    ],
)
def test_the_filter_wants_every_word_in_any_case_and_order(model, typed, found):
    model.set_filter(typed)
    assert _references(model) == found
    assert model.shown_count == len(found)
    assert model.total_count == 3


def test_a_haystack_of_ones_own_is_searched_instead(qapp):
    model = RecordTableModel(COLUMNS, haystack=lambda row: row.reference)
    model.set_records(ROWS)
    model.set_filter("infant")
    assert model.records() == []


def test_a_predicate_filters_besides_the_text(model):
    model.set_predicate(lambda row: row.day is not None)
    assert _references(model) == ["27-05", "27-03"]
    model.set_filter("infant")
    assert _references(model) == ["27-03"]
    model.set_predicate(None)
    model.set_filter("")
    assert model.shown_count == 3


def test_rows_sort_by_their_key_and_return_to_the_order_given(model):
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert _references(model) == ["27-03", "27-05", "27-04"]
    model.sort(0)
    assert _references(model) == ["27-03", "27-04", "27-05"]
    model.sort(-1)
    assert _references(model) == ["27-05", "27-03", "27-04"]


def test_new_records_keep_the_filter_and_the_order(model):
    model.sort(0)
    model.set_filter("27-0")
    model.set_records([Row("27-09"), Row("27-01"), Row("26-01")])
    assert _references(model) == ["27-01", "27-09"]


def test_only_other_records_count_as_reloaded(model, qtbot):
    with qtbot.assertNotEmitted(model.reloaded):
        model.set_filter("x")
        model.sort(0)
    with qtbot.waitSignal(model.reloaded):
        model.set_records(ROWS)


def test_groups_have_heads_with_the_number_of_rows_shown(model):
    model.set_groups(
        [
            Group("Overdue", ROWS[1:2], standing=Standing.OVERDUE),
            Group("Rest", (ROWS[0], ROWS[2]), "to Mon 30 Nov"),
        ]
    )
    assert model.head_rows() == [0, 2]
    assert model.index(0, 0).data() == "Overdue, 1"
    assert model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Rest, 2, to Mon 30 Nov"
    assert model.index(0, 0).data(Role.STANDING) == "overdue"
    assert model.index(0, 1).data() is None
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable
    model.set_filter("young")
    assert model.head_rows() == [0]
    assert model.index(0, 0).data() == "Rest, 1, to Mon 30 Nov"


def test_a_judged_head_speaks_of_the_rows_that_the_filter_lets_through(model):
    first, *_rest = model.records()
    everything = model.records()
    model.set_groups([Group("All", everything, judge=lambda rows: (f"{len(rows)} shown", None))])
    assert str(model.cell_at(0, 0)) == f"All, {len(everything)}, {len(everything)} shown"
    model.set_predicate(lambda row: row == first)
    assert str(model.cell_at(0, 0)) == "All, 1, 1 shown"


def test_rows_that_are_heads_or_missing_hold_no_record(model):
    model.set_groups([Group("All", ROWS)])
    assert model.record_at(0) is None
    assert model.record_at(1) is ROWS[0]
    assert model.record_at(-1) is None
    assert model.record_at(99) is None


def test_only_what_needs_a_person_today_is_loud():
    assert segment_role(Standing.OVERDUE) == "overdue"
    assert segment_role(Standing.DUE_TODAY) == "due_today"
    assert segment_role(Standing.DUE_SOON) == "accent"


@pytest.mark.parametrize("column", range(len(COLUMNS)))
@pytest.mark.parametrize("row", range(len(ROWS)))
def test_every_cell_paints_something_within_its_size(model, row, column):
    index = model.index(row, column)
    size = cell_size(model.cell_at(row, column), Look())
    assert size.width() > 10
    option = _option(QRect(0, 0, 300, 48))
    image = _painted(RecordDelegate(), option, index)
    assert _colors(image) > 3
    assert RecordDelegate().sizeHint(option, index).width() > size.width()


def test_a_standing_that_is_missing_leaves_plain_words(qapp):
    model = RecordTableModel(COLUMNS)
    model.set_records([Row("1", standing=None, words="Nothing due")])
    image = _painted(RecordDelegate(), _option(QRect(0, 0, 300, 48)), model.index(0, 1))
    assert _colors(image) > 3


def test_a_chosen_row_has_its_bar_and_a_focused_one_its_ring(model, qtbot):
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.hasFocus = lambda: True
    view.setCurrentIndex(model.index(0, 0))
    option = _option(QRect(0, 0, 300, 48))
    option.state |= QStyle.StateFlag.State_Selected
    image = _painted(RecordDelegate(), option, model.index(0, 0))
    assert image.pixelColor(2, 24) == QColor(LIGHT.accent)
    assert image.pixelColor(290, 24) == QColor(LIGHT.chosen)
    option.widget = view
    image = _painted(RecordDelegate(), option, model.index(0, 0))
    assert image.pixelColor(0, 0) == QColor(LIGHT.focus)
    last = _painted(RecordDelegate(), option, model.index(0, len(COLUMNS) - 1))
    assert last.pixelColor(299, 24) == QColor(LIGHT.focus)


def test_heads_are_painted_on_the_tint(qapp):
    model = RecordTableModel(COLUMNS)
    model.set_groups([Group("Overdue", ROWS, standing=Standing.OVERDUE), Group("No mark", ROWS)])
    option = _option(QRect(0, 0, 300, 28))
    for row in model.head_rows():
        image = _painted(RecordDelegate(), option, model.index(row, 0))
        assert image.pixelColor(298, 5) == QColor(LIGHT.tint)
        assert _colors(image) > 3
    assert RecordDelegate().sizeHint(option, model.index(0, 0)).height() == current().px(28)


def _option(rect: QRect) -> QStyleOptionViewItem:
    option = QStyleOptionViewItem()
    option.rect = rect
    return option


def _painted(delegate, option, index) -> QImage:
    image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    delegate.paint(painter, option, index)
    painter.end()
    return image


def _colors(image: QImage) -> int:
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())})
