"""Tests of what one goes and filters with: navigation, chips, tiles, search, page head."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from sgdesk.domain.standings import Standing
from sgdesk.ui.look.current import Look, put_in_force
from sgdesk.ui.look.palette import LIGHT
from sgdesk.ui.widgets.chips import Chip, FilterChips
from sgdesk.ui.widgets.navigation import NavigationList
from sgdesk.ui.widgets.navigation_button import NavigationEntry
from sgdesk.ui.widgets.page_header import PageHeader
from sgdesk.ui.widgets.search_field import SearchField
from sgdesk.ui.widgets.tile_row import TileRow
from sgdesk.ui.widgets.tiles import Tile

ENTRIES = (
    NavigationEntry("today", "Today", "sun"),
    NavigationEntry("cases", "Cases", "folder-open"),
    NavigationEntry("returns", "Agency returns", "inbox", "Returns"),
)


def _colors(widget) -> set[int]:
    image = widget.grab().toImage()
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


@pytest.fixture
def navigation(qtbot):
    made = NavigationList(ENTRIES)
    qtbot.addWidget(made)
    made.resize(192, 400)
    made.show()
    QTest.qWaitForWindowActive(made)
    yield made
    put_in_force(Look())


def test_the_first_page_is_open_at_first(navigation):
    assert navigation.chosen_key == "today"
    assert navigation.button("today").isChecked()
    assert not navigation.button("cases").isChecked()


def test_a_click_opens_a_page_once(navigation, qtbot):
    with qtbot.waitSignal(navigation.page_chosen) as chosen:
        navigation.button("cases").click()
    assert chosen.args == ["cases"]
    with qtbot.assertNotEmitted(navigation.page_chosen):
        navigation.button("cases").click()
    assert navigation.button("cases").isChecked()


def test_up_and_down_open_the_neighbours_and_stop_at_the_ends(navigation):
    navigation.button("today").setFocus()
    for expected in ("cases", "returns", "returns"):
        QTest.keyClick(navigation.focusWidget(), Qt.Key.Key_Down)
        assert navigation.chosen_key == expected
    QTest.keyClick(navigation.focusWidget(), Qt.Key.Key_Up)
    assert navigation.chosen_key == "cases"
    assert navigation.button("cases").hasFocus()
    QTest.keyClick(navigation.focusWidget(), Qt.Key.Key_A)
    assert navigation.chosen_key == "cases"


def test_tab_reaches_only_the_page_that_is_open(navigation):
    navigation.choose("returns")
    policies = {key: navigation.button(key).focusPolicy() for key in ("today", "returns")}
    assert policies["returns"] == Qt.FocusPolicy.StrongFocus
    assert policies["today"] == Qt.FocusPolicy.ClickFocus


def test_counts_are_spoken_with_the_page(navigation):
    navigation.set_counts({"cases": 23})
    assert navigation.button("cases").accessibleName() == "Cases, 23"
    navigation.set_counts({"cases": 0})
    assert navigation.button("cases").accessibleName() == "Cases"


def test_the_rail_is_narrow_and_keeps_its_words(navigation):
    navigation.set_partnership("A Safeguarding Children Partnership")
    navigation.set_rail(is_rail=True)
    assert navigation.is_rail
    assert navigation.width() == 72
    assert navigation.button("returns").toolTip() == "Agency returns"
    assert len(_colors(navigation)) > 10
    navigation.set_rail(is_rail=False)
    assert navigation.width() == 192
    assert navigation.button("returns").toolTip() == ""


def test_a_low_rail_shows_every_page_by_its_icon_alone(navigation):
    navigation.set_rail(is_rail=True)
    navigation.resize(72, 900)
    high = navigation.button("today").sizeHint().height()
    navigation.resize(72, 220)
    low = navigation.button("today").sizeHint().height()
    assert (high, low) == (52, 36)
    assert navigation.button("returns").toolTip() == "Agency returns"
    assert len(_colors(navigation)) > 5
    navigation.resize(72, 900)
    assert navigation.button("today").sizeHint().height() == 52


def test_the_open_page_is_in_sight_however_low_the_rail_is(navigation, qtbot):
    navigation.set_rail(is_rail=True)
    navigation.resize(72, 160)
    for key in ("returns", "today"):
        navigation.choose(key)
        button = navigation.button(key)
        qtbot.waitUntil(lambda one=button: one.visibleRegion().boundingRect().height() > 20)


def test_the_navigation_grows_with_the_text_size(navigation):
    put_in_force(Look(text_scale=1.5))
    navigation.changeEvent(QEvent(QEvent.Type.StyleChange))
    assert navigation.width() == 288


def test_lock_is_asked_for(navigation, qtbot):
    with qtbot.waitSignal(navigation.lock_asked):
        navigation.lock_button.click()


def test_the_open_page_has_its_warm_bar_and_the_focused_one_its_ring(navigation):
    button = navigation.button("today")
    image = button.grab().toImage()
    assert image.pixelColor(2, image.height() // 2).name().upper() == LIGHT.warm
    button.clearFocus()
    calm = button.grab().toImage()
    button.setFocus()
    assert button.grab().toImage() != calm


@pytest.fixture
def chips(qtbot):
    made = FilterChips([Chip("all", "All"), Chip("open", "Open"), Chip("late", "Overdue")])
    qtbot.addWidget(made)
    made.show()
    QTest.qWaitForWindowActive(made)
    return made


def test_one_chip_is_always_chosen(chips, qtbot):
    assert chips.chosen_key == "all"
    with qtbot.waitSignal(chips.chip_chosen) as chosen:
        chips.button("open").click()
    assert chosen.args == ["open"]
    with qtbot.assertNotEmitted(chips.chip_chosen):
        chips.button("open").click()
    assert chips.button("open").isChecked()
    assert not chips.button("all").isChecked()


def test_chips_show_their_counts(chips):
    chips.set_counts({"all": 64, "late": 3})
    assert chips.button("all").text() == "All 64"
    assert chips.button("late").text() == "Overdue 3"
    assert chips.button("open").text() == "Open"


def test_the_arrow_keys_go_round_the_chips(chips):
    chips.button("all").setFocus()
    QTest.keyClick(chips.focusWidget(), Qt.Key.Key_Left)
    assert chips.chosen_key == "late"
    QTest.keyClick(chips.focusWidget(), Qt.Key.Key_Right)
    assert chips.chosen_key == "all"
    QTest.keyClick(chips.focusWidget(), Qt.Key.Key_A)
    assert chips.chosen_key == "all"


def test_chips_wrap_when_the_width_is_short(chips):
    layout = chips.layout()
    wide, narrow = layout.heightForWidth(2000), layout.heightForWidth(100)
    assert narrow > 2 * wide
    chips.resize(100, narrow)
    chips.button("late").parentWidget().layout().activate()
    assert chips.button("late").y() > chips.button("all").y()
    assert layout.itemAt(99) is None
    assert layout.takeAt(99) is None
    assert layout.sizeHint().width() > layout.minimumSize().width()


def test_without_chips_nothing_breaks(qtbot):
    chips = FilterChips([])
    qtbot.addWidget(chips)
    assert chips.chosen_key == ""


def test_a_tile_says_its_figure_and_filters_when_clicked(qtbot):
    tile = Tile("Overdue", standing=Standing.OVERDUE)
    qtbot.addWidget(tile)
    tile.set_figure(3, "oldest by 5 working days")
    assert tile.figure == 3
    assert tile.accessibleName() == "3 Overdue. oldest by 5 working days"
    with qtbot.waitSignal(tile.clicked):
        QTest.keyClick(tile, Qt.Key.Key_Space)


def test_a_tile_is_loud_only_when_there_is_something_to_do(qtbot):
    tile = Tile("Overdue", standing=Standing.OVERDUE)
    qtbot.addWidget(tile)
    tile.resize(300, 76)
    red = int(LIGHT.overdue[1:], 16) | 0xFF000000
    tile.set_figure(3, "")
    assert _figure_has(tile, red)
    tile.set_figure(0, "")
    assert not _figure_has(tile, red)


def _figure_has(tile: Tile, pixel: int) -> bool:
    image = tile.grab().toImage()
    return any(image.pixel(x, y) == pixel for x in range(60, 76) for y in range(20, 56))


def test_a_tile_before_its_first_figure_claims_nothing(qtbot):
    tile = Tile("Overdue", standing=Standing.OVERDUE)
    qtbot.addWidget(tile)
    tile.resize(300, 76)
    red = int(LIGHT.overdue[1:], 16) | 0xFF000000
    image = tile.grab().toImage()
    assert tile.figure is None
    assert tile.accessibleName() == "Overdue"
    assert not tile.isEnabled()
    assert not any(image.pixel(x, 38) == red for x in range(image.width()))
    tile.set_figure(0, "none")
    assert tile.isEnabled()


def test_a_chosen_and_a_focused_tile_look_different(qtbot):
    tile = Tile("Waiting on others", icon="hourglass")
    qtbot.addWidget(tile)
    tile.set_figure(2, "")
    tile.resize(tile.sizeHint())
    plain = tile.grab().toImage()
    tile.setChecked(True)
    chosen = tile.grab().toImage()
    tile.show()
    tile.setFocus()
    QTest.qWaitForWindowActive(tile)
    assert plain != chosen != tile.grab().toImage()
    assert tile.minimumSizeHint().width() <= tile.sizeHint().width()


def test_tiles_stand_in_two_lines_when_the_width_is_short(qtbot):
    tiles = [Tile(words) for words in ("Overdue", "Due today", "Next 5 working days", "Waiting")]
    row = TileRow(tiles)
    qtbot.addWidget(row)
    row.show()
    row.resize(1400, 80)
    row.layout().activate()
    assert tiles[3].y() == tiles[0].y()
    row.resize(tiles[2].sizeHint().width() * 3, 200)
    row.layout().activate()
    assert tiles[2].y() > tiles[0].y()


def test_tiles_side_by_side_do_not_keep_a_window_wide(qtbot):
    tiles = [Tile(words) for words in ("Overdue", "Due today", "Next 5 working days", "Waiting")]
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(TileRow(tiles))
    window.resize(1400, 200)
    window.show()
    window.resize(100, 200)
    assert tiles[2].minimumSizeHint().width() * 2 < window.width() < 700
    qtbot.waitUntil(lambda: tiles[2].y() > tiles[0].y())


def test_the_search_follows_the_typing_after_a_pause(qtbot):
    field = SearchField("Reference, child, agency, word", "Ctrl+F")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.searched) as searched:
        QTest.keyClicks(field, "27-05")
    assert searched.args == ["27-05"]
    assert field.accessibleName() == "Reference, child, agency, word"


def test_enter_searches_at_once_and_escape_empties(qtbot):
    field = SearchField("Search")
    qtbot.addWidget(field)
    field.setText("words")
    with qtbot.waitSignal(field.searched) as searched:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert searched.args == ["words"]
    with qtbot.waitSignal(field.searched) as searched:
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert searched.args == [""]
    assert field.text() == ""
    QTest.keyClick(field, Qt.Key.Key_Escape)


def test_the_shortcut_makes_way_for_what_is_typed(qtbot):
    field = SearchField("Search", "Ctrl+F")
    qtbot.addWidget(field)
    empty = field.grab().toImage()
    assert len({empty.pixel(x, 16) for x in range(empty.width())}) > 3
    field.setText("x")
    assert not field._key_label.isVisibleTo(field)


def test_the_page_head_shows_what_it_is_given(qtbot):
    head = PageHeader("Today", "Monday 23 November 2026 · working day")
    qtbot.addWidget(head)
    head.show()
    button = QPushButton("New case")
    head.add_widget(button)
    assert head.second_label.isVisible()
    assert not head.trail_button.isVisible()
    head.set_title("BSCP2026-27-05", "Two siblings, neglect")
    head.set_second("")
    head.set_standing(Standing.DUE_SOON, "Returns due in 1 working day")
    head.set_trail("Cases", "BSCP2026-27-05")
    assert head.title_label.text() == "BSCP2026-27-05"
    assert head.beside_label.text() == "Two siblings, neglect"
    assert not head.second_label.isVisible()
    assert head.standing_label.text() == "Returns due in 1 working day"
    assert head.trail_label.text() == "/  BSCP2026-27-05"
    with qtbot.waitSignal(head.trail_clicked):
        head.trail_button.click()
    qtbot.waitUntil(button.isVisible)
