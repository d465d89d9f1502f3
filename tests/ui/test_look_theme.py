"""Tests of putting a look on the program: fonts, stylesheet, schemes, icons."""

from __future__ import annotations

import re
import sys
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QFontMetricsF,
    QIcon,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton

from sgdesk.config.resources import resource
from sgdesk.ui.look import fonts
from sgdesk.ui.look import theme as theme_module
from sgdesk.ui.look.current import Look, current, put_in_force
from sgdesk.ui.look.fonts import FAMILY, Size, Weight, load_typeface
from sgdesk.ui.look.icons import icon, paint_icon, pixmap
from sgdesk.ui.look.palette import DARK, LIGHT, high_contrast
from sgdesk.ui.look.stylesheet import restyle, stylesheet
from sgdesk.ui.look.theme import Scheme, Theme, qt_palette


@pytest.fixture
def theme(qapp):
    """Give a theme, and take the look off again afterwards."""
    before = (qapp.palette(), qapp.font())
    made = Theme(qapp, Scheme.LIGHT)
    yield made
    made.set_scheme(Scheme.SYSTEM)
    made.setParent(None)
    made.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(before[0])
    qapp.setFont(before[1])
    put_in_force(Look())


def _middle(image: QImage) -> str:
    return image.pixelColor(image.width() // 2, image.height() // 2).name().upper()


def _most_opaque(picture: QPixmap) -> str:
    image = picture.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(pixels, key=QColor.alpha).name().upper()


def test_without_a_theme_the_look_is_light_at_its_designed_size(qapp):
    put_in_force(Look())
    assert current() == Look(LIGHT, 1.0)


def test_the_program_brings_its_own_typeface(qapp):
    assert load_typeface() == FAMILY
    font = Look().font(Size.BODY, Weight.SEMIBOLD)
    assert QFontInfo(font).family() == FAMILY
    assert font.pointSizeF() == 11.25
    assert font.weight() == 600


def test_a_missing_typeface_falls_back_to_the_system_font(qapp, monkeypatch, tmp_path):
    monkeypatch.setattr(fonts, "FAMILY", "No Such Family")
    monkeypatch.setattr(fonts, "resource", tmp_path.joinpath)
    assert fonts.load_typeface() not in ("", "No Such Family")


def test_digits_of_tables_are_equally_wide(qapp):
    load_typeface()
    metrics = QFontMetricsF(Look().font(is_tabular=True))
    widths = {round(metrics.horizontalAdvance(digit * 20), 1) for digit in "0123456789"}
    assert len(widths) == 1


def test_text_size_scales_type_and_lengths():
    look = Look(text_scale=2.0)
    assert look.font().pointSizeF() == 22.5
    assert look.px(32) == 64
    assert look.row_height(36) == 72
    assert Look(is_comfortable=True).row_height(48) == 56


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_stylesheet_is_filled_in_and_sets_no_text_in_pixels(palette):
    sheet = stylesheet(Look(palette))
    rules = sheet.split("*/", 1)[1]
    assert "@" not in rules
    assert not re.search(r"font-size:\s*[\d.]+px", rules)
    assert palette.ground in rules


@pytest.mark.parametrize("text_scale", [1.0, 1.25, 1.5, 2.0])
def test_radio_buttons_are_round_at_every_text_size(theme, qtbot, text_scale):
    theme.set_text_scale(text_scale)
    button = QRadioButton()
    qtbot.addWidget(button)
    button.setChecked(True)
    image = button.grab().toImage()
    fill = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).name().upper() == LIGHT.accent_fill
    ]
    left, top = min(x for x, _ in fill), min(y for _, y in fill)
    assert fill
    assert (left, top) not in fill


def test_every_glyph_named_in_the_stylesheet_is_there():
    for look in (Look(LIGHT), Look(DARK)):
        paths = re.findall(r'url\("([^"]+)"\)', stylesheet(look))
        assert paths
        assert all(
            resource("icons", "controls", path.rsplit("/", 1)[1]).is_file() for path in paths
        )


def test_high_contrast_makes_outlines_two_pixels_wide():
    palette = high_contrast(QPalette())
    assert "2px solid" in stylesheet(Look(palette)).split("QLineEdit, QPlainTextEdit", 1)[1][:200]
    assert not re.search(rf"\b1px solid {palette.edge}", stylesheet(Look(palette)))


def test_changing_the_scheme_restyles_open_windows(theme, qtbot):
    label = QLabel("Words")
    label.setProperty("role", "page-title")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(LIGHT.ink)
    assert label.font().pointSizeF() == 19.5
    with qtbot.waitSignal(theme.changed):
        theme.set_scheme(Scheme.DARK)
    assert theme.scheme is Scheme.DARK
    assert current().palette is DARK
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.ink)


def test_text_scale_and_comfortable_rows_come_into_force_at_once(theme):
    theme.set_text_scale(2.0)
    theme.set_comfortable(is_comfortable=True)
    assert current() == theme.look
    assert current().row_height(36) == 88


@pytest.mark.parametrize(
    ("scheme", "system", "expected"),
    [
        (Scheme.SYSTEM, Qt.ColorScheme.Dark, DARK),
        (Scheme.SYSTEM, Qt.ColorScheme.Light, LIGHT),
        (Scheme.SYSTEM, Qt.ColorScheme.Unknown, LIGHT),
        (Scheme.LIGHT, Qt.ColorScheme.Dark, LIGHT),
        (Scheme.DARK, Qt.ColorScheme.Light, DARK),
    ],
)
def test_the_palette_follows_the_setting_and_then_the_system(scheme, system, expected):
    assert theme_module.choose_palette(scheme, _hints(system), QPalette()) is expected


def test_a_system_in_high_contrast_wins_over_every_setting():
    hints = _hints(Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast)
    assert theme_module.choose_palette(Scheme.DARK, hints, QPalette()).is_high_contrast


def _hints(scheme, preference=Qt.ContrastPreference.NoPreference):
    accessibility = SimpleNamespace(contrastPreference=lambda: preference)
    return SimpleNamespace(colorScheme=lambda: scheme, accessibility=lambda: accessibility)


@pytest.mark.parametrize(
    ("points", "platform", "scale"),
    [(9.0, "win32", 1.0), (18.0, "win32", 2.0), (99.0, "win32", 2.25), (12.0, "linux", 1.0)],
)
def test_the_text_size_of_windows_is_taken_over(points, platform, scale):
    assert theme_module.system_text_scale(points, platform) == scale


def test_a_change_of_the_system_is_followed(theme, qapp, qtbot):
    with qtbot.waitSignal(theme.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)


def test_qt_gets_the_palette_too():
    colors = qt_palette(DARK)
    assert colors.color(QPalette.ColorRole.Window) == QColor(DARK.ground)
    disabled = colors.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == QColor(DARK.muted)


def test_restyle_lets_the_stylesheet_see_a_new_state(theme, qtbot):
    label = QLabel("Words")
    qtbot.addWidget(label)
    restyle(label, role="problem")
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(LIGHT.overdue)


def test_icons_are_tinted_in_the_colour_of_the_scheme_in_force(theme):
    plus = icon("plus", "accent")
    assert _most_opaque(plus.pixmap(32, 32)) == LIGHT.accent
    theme.set_scheme(Scheme.DARK)
    assert _most_opaque(plus.pixmap(32, 32)) == DARK.accent


def test_a_disabled_icon_is_muted(theme):
    picture = icon("plus", "accent").pixmap(32, 32, QIcon.Mode.Disabled)
    assert _most_opaque(picture) == LIGHT.muted


def test_a_wide_icon_leaves_its_right_side_free_for_the_gap(theme):
    image = icon("plus").pixmap(QSize(40, 32)).toImage()
    right = [image.pixelColor(x, y).alpha() for x in range(33, 40) for y in range(32)]
    assert max(right) == 0


def test_icons_are_sharp_on_dense_screens(qapp):
    picture = pixmap("plus", "#000000", 16, 2.0)
    assert picture.width() == 32
    assert picture.deviceIndependentSize().width() == 16


def test_a_copied_icon_may_be_changed(theme):
    plus = icon("plus")
    copy = QIcon(plus)
    copy.addPixmap(QPixmap(4, 4))
    del plus
    assert copy.pixmap(16, 16).width() == 16


def test_painting_an_icon_fills_its_box(theme):
    image = QImage(24, 24, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_icon(painter, "plus", "ink", QRect(0, 0, 24, 24))
    painter.end()
    assert _middle(image) == LIGHT.ink


def test_every_shipped_icon_is_one_colour_from_the_look():
    for path in resource("icons").glob("*.svg"):
        assert "currentColor" in path.read_text(encoding="utf-8"), path.name
    assert resource("icons", "LICENSE").is_file()


def test_an_unknown_icon_is_a_programming_error(qapp):
    with pytest.raises(FileNotFoundError):
        pixmap("no-such-icon", "#000000", 16)


def test_setting_text_loses_no_reference_to_none(qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    before = sys.getrefcount(None)
    for _ in range(100):
        button.setText("x")
    assert sys.getrefcount(None) > before - 50
