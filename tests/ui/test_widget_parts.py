"""Tests of the smaller parts: cards, labels, standings, banner, steps, choices."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTextEdit, QVBoxLayout, QWidget

from sgdesk.domain.standings import Standing
from sgdesk.ui.look.current import Look, put_in_force
from sgdesk.ui.look.marks import paint_bar
from sgdesk.ui.look.palette import DARK, LIGHT, high_contrast
from sgdesk.ui.look.standings import PILLS, paint_standing, standing_size
from sgdesk.ui.widgets.buttons import make_button, make_link, make_tool
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.choice_card import ChoiceCard
from sgdesk.ui.widgets.eliding_label import ElidingLabel
from sgdesk.ui.widgets.empty_state import EmptyState
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label, make_rule
from sgdesk.ui.widgets.layouts import clear
from sgdesk.ui.widgets.messages import MessageLine
from sgdesk.ui.widgets.practice_banner import PracticeBanner
from sgdesk.ui.widgets.scroll_frame import ScrollFrame
from sgdesk.ui.widgets.standings import StandingLabel
from sgdesk.ui.widgets.step_list import StepList


def _grab(widget: QWidget, width: int = 0, height: int = 0) -> QImage:
    widget.resize(width or widget.sizeHint().width(), height or widget.sizeHint().height())
    return widget.grab().toImage()


def _colors(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


def _standing_image(standing: Standing, words: str, look: Look, width: int = 260) -> QImage:
    image = QImage(width, 36, QImage.Format.Format_RGB32)
    image.fill(look.color("surface"))
    painter = QPainter(image)
    paint_standing(painter, standing, words, QRect(0, 0, width, 36), look)
    painter.end()
    return image


@pytest.mark.parametrize("look", [Look(LIGHT), Look(DARK)], ids=["light", "dark"])
@pytest.mark.parametrize("standing", list(Standing))
def test_every_standing_is_drawn_in_its_colour_and_only_two_on_a_pill(qapp, look, standing):
    colors = _colors(_standing_image(standing, "Words", look))
    assert look.palette.of_standing(standing) in colors
    pills = {getattr(look.palette, role) for role in PILLS.values()}
    assert bool(pills & colors) == (standing in PILLS)


def test_the_shapes_of_all_standings_differ(qapp):
    look = Look()
    shapes = {
        bytes(_monochrome(_standing_image(standing, "", look)).constBits()) for standing in Standing
    }
    assert len(shapes) == len(Standing)


def _monochrome(image: QImage) -> QImage:
    return image.copy(0, 0, 32, 36).convertToFormat(QImage.Format.Format_Mono)


def test_high_contrast_drops_the_pill_and_keeps_shape_and_word(qapp):
    look = Look(high_contrast(qapp.palette()))
    colors = _colors(_standing_image(Standing.OVERDUE, "Overdue", look))
    assert LIGHT.overdue_pill not in colors
    assert look.palette.text in colors


def test_a_standing_grows_with_its_words_and_the_text_size(qapp):
    small, large = Look(), Look(text_scale=2.0)
    assert standing_size("Overdue", small).width() < standing_size("Overdue by 2", small).width()
    assert standing_size("Met", large).height() == 2 * standing_size("Met", small).height()


def test_a_standing_label_is_as_wide_as_its_words(qtbot):
    label = StandingLabel()
    qtbot.addWidget(label)
    assert label.sizeHint() == QSize(0, 0)
    label.grab()
    label.set_standing(Standing.OVERDUE, "Overdue by 2 working days")
    assert label.minimumSizeHint() == standing_size(label.text(), Look())
    assert LIGHT.overdue in _colors(_grab(label))


@pytest.mark.parametrize(("progress", "filled"), [((0, 9), 0), ((9, 9), 100), ((0, 0), 0)])
def test_a_bar_fills_to_its_share(qapp, progress, filled):
    image = QImage(100, 6, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_bar(painter, image.rect().toRectF(), progress, Look())
    painter.end()
    accent = [image.pixelColor(x, 3) == QColor(LIGHT.accent) for x in range(5, 95)]
    assert all(accent) if filled else not any(accent)


def test_in_high_contrast_what_is_still_empty_is_a_bare_outline(qapp):
    look = Look(high_contrast(qapp.palette()))
    image = QImage(100, 8, QImage.Format.Format_RGB32)
    image.fill(look.color("surface"))
    painter = QPainter(image)
    paint_bar(painter, image.rect().toRectF(), (0, 9), look)
    painter.end()
    assert image.pixelColor(50, 4) == look.color("surface")
    assert look.outline == 2
    assert Look().outline == 1


def test_a_card_shows_title_note_and_link(qtbot):
    card = Card("What is due", note="11 in all", link="Print the day", link_icon="printer")
    qtbot.addWidget(card)
    card.show()
    assert card.title_label.text() == card.accessibleName() == "What is due"
    assert card.link_button.isVisible()
    card.set_title("Due")
    card.set_note("12")
    assert (card.title_label.text(), card.note_label.text()) == ("Due", "12")
    assert card.accessibleName() == "Due"


def test_a_card_without_title_has_no_head(qtbot):
    card = Card(is_bare=True)
    qtbot.addWidget(card)
    card.show()
    assert not card.title_label.isVisible()


def test_labels_take_roles_and_never_read_markup():
    label = make_label("<b>x</b>", "second", wraps=True)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.property("role") == "second"
    assert label.wordWrap()
    assert label.sizePolicy().hasHeightForWidth()
    assert make_rule().height() == 1


def test_buttons_are_never_the_default_by_chance(qtbot):
    button = make_button("Save", "check", kind="primary")
    qtbot.addWidget(button)
    assert not button.autoDefault()
    assert button.property("kind") == "primary"
    assert button.iconSize() == QSize(20, 16)
    assert make_link("Open").property("kind") == "link"
    assert make_button("Plain").property("kind") is None


def test_a_button_of_an_icon_alone_has_a_name():
    button = make_tool("x", "Close")
    assert button.accessibleName() == button.toolTip() == "Close"


def test_an_icon_label_can_change(qtbot):
    label = IconLabel("plus", "ink", size=24)
    qtbot.addWidget(label)
    assert label.minimumSizeHint() == QSize(24, 24)
    assert LIGHT.ink in _colors(_grab(label))
    label.set_icon("plus", "overdue")
    assert LIGHT.overdue in _colors(_grab(label))


@pytest.mark.parametrize(
    ("say", "role"),
    [
        ("show_hint", "second"),
        ("show_question", "question"),
        ("show_problem", "problem"),
        ("show_good", "met"),
    ],
)
def test_a_message_line_hides_while_it_is_empty(qtbot, say, role):
    line = MessageLine()
    qtbot.addWidget(line)
    getattr(line, say)("Words")
    assert not line.isHidden()
    assert line.text() == "Words"
    getattr(line, say)("")
    assert line.isHidden()


def test_the_practice_banner_is_striped_and_offers_two_ways_out(qtbot):
    banner = PracticeBanner()
    qtbot.addWidget(banner)
    image = _grab(banner, 1200, 48)
    row = [image.pixelColor(x, 24).name().upper() for x in range(56)]
    assert {LIGHT.warm, LIGHT.on_warm} <= set(row)
    assert image.pixelColor(66, 2).name().upper() == LIGHT.warm
    with qtbot.waitSignal(banner.leave_asked):
        banner.leave_button.click()
    with qtbot.waitSignal(banner.start_asked):
        banner.start_button.click()


def test_the_practice_banner_grows_with_the_text_and_cuts_no_button(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    banner = PracticeBanner()
    lines = QVBoxLayout(window)
    lines.addWidget(banner)
    lines.addWidget(QTextEdit(), 1)
    window.resize(1200, 120)
    window.show()
    side = banner.layout().contentsMargins().left()
    put_in_force(Look(text_scale=2.0))
    window.setStyleSheet("QPushButton { min-height: 60px; }")
    banner.layout().activate()
    lines.activate()
    assert banner.height() >= max(96, banner.leave_button.sizeHint().height())
    assert banner.layout().contentsMargins().left() == 2 * side


def test_a_scroll_frame_shows_its_ground_and_is_no_stop_of_the_tab_key(qtbot):
    frame = ScrollFrame(make_label("Words"))
    qtbot.addWidget(frame)
    assert frame.widget().text() == "Words"
    assert frame.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert not frame.viewport().autoFillBackground()


def test_the_practice_banner_says_less_where_it_is_narrow(qtbot):
    banner = PracticeBanner()
    qtbot.addWidget(banner)
    banner.show()
    banner.resize(1400, 48)
    sentence = banner.sentence_label
    assert sentence.shown() == sentence.text()
    assert not sentence.toolTip()
    banner.resize(760, 48)
    banner.layout().activate()
    assert sentence.shown() == "Invented cases."
    banner.grab()
    assert sentence.toolTip() == sentence.text()
    sentence.resize(40, 20)
    assert sentence.shown().endswith("…")


def test_words_without_a_shorter_form_are_cut_off(qtbot):
    label = ElidingLabel("Nothing changed since opening")
    qtbot.addWidget(label)
    label.resize(60, 20)
    assert label.shown().endswith("…")
    assert label.shown()[:4] == "Noth"


def test_the_steps_say_where_one_is(qtbot):
    steps = StepList(["Reviews", "Documents", "Check"])
    qtbot.addWidget(steps)
    assert steps.accessibleName() == "Step 1 of 3: Reviews"
    steps.set_step(1)
    steps.set_detail(0, "1 chosen")
    assert steps.step == 1
    assert steps.accessibleName() == "Step 2 of 3: Documents"
    colors = _colors(_grab(steps))
    assert {LIGHT.navigation, LIGHT.warm} <= colors
    assert steps.minimumSizeHint().height() == 0
    assert _grab(steps, 208, 130).height() == 130


def test_no_steps_are_allowed(qtbot):
    steps = StepList([])
    qtbot.addWidget(steps)
    steps.grab()
    assert steps.accessibleName() == ""


def test_an_empty_state_says_why_and_offers_a_way_out(qtbot):
    state = EmptyState("inbox", "No agency has been asked yet.", "Ask agencies…")
    qtbot.addWidget(state)
    state.show()
    assert state.button.isVisible()
    state.set_sentence("The filter lets nothing through.")
    assert state.sentence_label.text() == "The filter lets nothing through."
    assert not state.button.isVisible()


@pytest.fixture
def choices(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    cards = [
        ChoiceCard("Start a new register", "Empty, encrypted, on this laptop", "folder-open"),
        ChoiceCard("Restore a backup", "From a memory stick", "database-backup"),
    ]
    for card in cards:
        layout.addWidget(card)
    window.show()
    cards[0].setFocus()
    QTest.qWaitForWindowActive(window)
    yield cards
    put_in_force(Look())


def test_choices_exclude_each_other_and_the_whole_card_can_be_clicked(choices):
    first, second = choices
    second.setChecked(True)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton, pos=QPoint(first.width() - 5, 5))
    assert first.isChecked()
    assert not second.isChecked()
    assert first.accessibleDescription() == "Empty, encrypted, on this laptop"


def test_the_arrow_keys_go_between_choices(choices):
    choices[0].setChecked(True)
    QTest.keyClick(choices[0], Qt.Key.Key_Down)
    assert choices[1].isChecked()


def test_the_chosen_card_carries_a_tick(choices):
    first, second = choices
    first.setChecked(True)
    assert LIGHT.met in _colors(first.grab().toImage())
    assert LIGHT.met not in _colors(second.grab().toImage())
    assert second.minimumSizeHint() == second.sizeHint()


def test_clearing_a_layout_takes_out_nested_widgets_too(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    layout, inner = QVBoxLayout(window), QHBoxLayout()
    inner.addWidget(QLabel("inner"))
    layout.addLayout(inner)
    layout.addWidget(QLabel("outer"))
    layout.addStretch(1)
    clear(layout)
    assert layout.count() == 0
    assert window.findChildren(QLabel) == []
