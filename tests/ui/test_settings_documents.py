"""Tests of the settings that bear on documents."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QFileDialog
from settings_samples import (
    form_of,
    links,
    show_settings,
)

from sgdesk.domain.typefaces import DocumentFont
from sgdesk.ui.pages.settings_colour import contrast_words

DARKER = "Choose a darker one."


@pytest.fixture
def desk(settings_desk):
    return settings_desk


@pytest.fixture
def page(qtbot, desk):
    return show_settings(qtbot, desk)


def png(size=(300, 200)):
    stream = BytesIO()
    Image.new("RGB", size, "teal").save(stream, "PNG")
    return stream.getvalue()


# Documents


def test_contact_lines_and_typeface_are_kept(page, desk):
    form = form_of(page, "Documents")
    form.contacts_edit.setPlainText("Riverton SCP\n\n  reviews@riverton.example ")
    form.typeface_combo.set_value(DocumentFont.EASY_READ)
    form.save()
    held = desk.register.profile
    assert held.contacts == ("Riverton SCP", "reviews@riverton.example")
    assert held.typeface is DocumentFont.EASY_READ
    assert not form.is_changed()


def test_the_logo_stands_on_a_band_of_the_main_colour_as_on_a_page(page):
    form = form_of(page, "Documents")
    picture = form.logo_field.picture
    form.ink_field.set_value("#5B2C6F")
    shown = picture.grab().toImage()
    assert shown.pixelColor(8, shown.height() - 8) == QColor("#5B2C6F")
    right = shown.pixelColor(shown.width() * 3 // 4, shown.height() // 2)
    assert right == QColor("white")
    form.ink_field.set_value("violent")
    assert picture.grab().toImage().pixelColor(8, shown.height() - 8) != QColor("#5B2C6F")


def test_a_colour_is_shown_under_white_words_and_as_words_on_white(page):
    field = form_of(page, "Documents").ink_field
    field.set_value("#5B2C6F")
    shown = field.swatch.grab().toImage()
    assert shown.pixelColor(6, 6) == QColor("#5B2C6F")
    assert shown.pixelColor(shown.width() - 6, 6) == QColor("white")
    field.set_value("no colour")
    assert field.swatch.grab().toImage().pixelColor(6, 6) != QColor("#5B2C6F")


def test_colours_show_their_contrast_and_pale_ones_are_refused(page, desk):
    form = form_of(page, "Documents")
    form.ink_field.set_value("#F2A541")
    assert form.ink_field.contrast_label.text() == (
        "Contrast with white 2.1 to 1, too little: text needs 4.5"
    )
    form.accent_field.set_value("teal")
    form.save()
    assert links(form) == [
        f"Main colour: Its contrast with white is 2.1 to 1 and text needs 4.5 to 1. {DARKER}",
        "Second colour: Write it as # and six digits, as #12344D.",
    ]
    assert contrast_words(12.94) == "Contrast with white 12.9 to 1, enough for text"
    form.ink_field.set_value("#5B2C6F")
    form.accent_field.set_value("#0B5345")
    form.save()
    assert (desk.register.profile.ink, desk.register.profile.accent) == ("#5B2C6F", "#0B5345")


def test_a_colour_can_be_chosen_from_a_palette(page):
    form = form_of(page, "Documents")
    form.ink_field.choose_button.click()
    (dialog,) = form.ink_field.findChildren(QColorDialog)
    dialog.colorSelected.emit(QColor("#5b2c6f"))
    assert form.ink_field.value() == "#5B2C6F"
    dialog.reject()


def test_a_logo_is_read_shown_saved_and_removed(qtbot, page, desk, tmp_path):
    form = form_of(page, "Documents")
    (tmp_path / "logo.png").write_bytes(png())
    with qtbot.waitSignal(form.logo_field.settled):
        form.logo_field.read_file(str(tmp_path / "logo.png"))
    assert form.logo_field.note_label.text() == "300 by 200 pixels"
    middle = form.logo_field.picture.grab().toImage().pixelColor(226, 50)
    assert middle == QColor("teal")
    form.save()
    assert desk.register.profile.logo_png.startswith(b"\x89PNG")
    form.logo_field.remove_button.click()
    form.save()
    assert desk.register.profile.logo_png is None
    assert "name the partnership" in form.logo_field.note_label.text()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no picture", "cannot be read as a picture"),
        (b"%PDF-1.7 text", "This is a PDF and no picture"),
        (b"<svg/>", "This is a line drawing (SVG)"),
        (None, "This file cannot be found"),
        (b"0" * 25_000_001, "too large"),
    ],
)
def test_what_is_no_logo_is_refused_in_words(qtbot, page, tmp_path, content, words):
    form = form_of(page, "Documents")
    if content is not None:
        (tmp_path / "logo.png").write_bytes(content)
    with qtbot.waitSignal(form.logo_field.settled):
        form.logo_field.read_file(str(tmp_path / "logo.png"))
    assert words in form.logo_field.message.text()
    assert form.logo_field.value() is None


def test_the_logo_is_chosen_in_a_dialog_of_pictures(page):
    form = form_of(page, "Documents")
    form.logo_field.choose_button.click()
    (dialog,) = form.logo_field.findChildren(QFileDialog)
    assert "*.png" in dialog.nameFilters()[0]
    dialog.reject()


def test_the_lines_of_find_out_more_are_edited_in_place(page, desk):
    form = form_of(page, "Documents")
    form.reading_list.add()
    form.reading_list.rows[0].edits[0].setPlainText("All reviews:")
    form.reading_list.rows[0].edits[2].setPlainText("https://example.org")
    form.reading_list.add()
    form.save()
    (line,) = desk.register.profile.reading
    assert (line.text, line.label, line.address) == ("All reviews:", "", "https://example.org")
