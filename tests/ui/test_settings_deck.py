"""Settings for the partnership's own PowerPoint template, by hand."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation
from pptx.util import Inches
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from settings_samples import show_settings

from sgdesk.config.resources import resource
from sgdesk.errors import UserError
from sgdesk.services.deck_templates import kept_template, remove_template, template_for
from sgdesk.ui.pages import settings_deck
from sgdesk.ui.tasks import wait_for_work
from sgdesk.ui.widgets.messages import MessageLine

SHIPPED = resource("deck", "sgdesk-16x9.pptx").read_bytes()


@pytest.fixture
def desk(settings_desk):
    return settings_desk


@pytest.fixture
def section(qtbot, desk):
    """The section as it is after its pictures have come."""
    page = show_settings(qtbot, desk)
    page.show_section("Deck template")
    settle(qtbot, page.section)
    yield page.section
    wait_for_work()


def settle(qtbot, section):
    qtbot.waitUntil(lambda: not section.message.text().endswith("…"), timeout=30_000)


def template(tmp_path, name="Own.potx", change=None):
    presentation = Presentation(io.BytesIO(SHIPPED))
    for layout in presentation.slide_layouts if change else ():
        change(layout)
    file = tmp_path / name
    presentation.save(str(file))
    return str(file)


def cramp(layout):
    for place in list(layout.placeholders):
        if place.placeholder_format.idx in {1, 2}:
            place.height = Inches(1)


def untitle(layout):
    for place in list(layout.placeholders):
        if place.placeholder_format.idx == 0:
            place.element.getparent().remove(place.element)


def read(qtbot, section, path):
    section.read_file(path)
    settle(qtbot, section)


def findings(section):
    return [line.text() for line in section.findings.findChildren(MessageLine) if line.isVisible()]


def test_without_a_template_the_built_in_one_is_shown(section):
    assert section.state_label.text() == "Decks are made on the built-in template."
    assert section.uses.fields[3].view.accessibleName() == "Preview: Discussion slides"
    assert "Questions to discuss" in section.uses.fields[3].view.accessibleDescription()
    assert not section.uses.fields[0].layout_row.isVisible()
    assert not section.use_button.isVisible()
    assert not section.remove_button.isVisible()


def test_a_template_that_fits_is_looked_at_and_used(qtbot, desk, section, tmp_path):
    read(qtbot, section, template(tmp_path))
    assert section.result_label.text() == "“Own.potx” fits. Look at the previews, then use it."
    assert template_for(desk.register) is None
    assert section.uses.fields[0].layout_combo.accessibleName() == "Layout for opening slide"
    section.use_button.click()
    settle(qtbot, section)
    assert section.state_label.text() == "Decks are made on your template “Own.potx”."
    assert template_for(desk.register).name == "Own.potx"
    assert not section.use_button.isVisible()
    assert not section.result_label.isVisible()


def test_a_template_that_does_not_fit_says_why_and_cannot_be_used(qtbot, desk, section, tmp_path):
    read(qtbot, section, template(tmp_path, change=cramp))
    assert section.result_label.text().startswith("“Own.potx” does not fit")
    assert "at least 45% is needed" in findings(section)[0]
    assert not section.use_button.isVisible()
    row = section.uses.fields[1].layout_row
    assert row.message.text().startswith("The text area of “Title and Content”")
    section.built_in_button.click()
    settle(qtbot, section)
    assert findings(section) == []
    assert kept_template(desk.register) is None


def test_a_template_without_any_fitting_layout_has_no_pictures(qtbot, section, tmp_path):
    read(qtbot, section, template(tmp_path, change=untitle))
    view = section.uses.fields[0].view
    assert view.accessibleDescription() == "No picture: nothing fits here."
    assert not section.uses.fields[0].layout_row.isVisible()
    assert view.sizeHint().height() > 0
    section.grab()


def test_a_file_that_is_no_template_is_refused_in_words(qtbot, section, tmp_path):
    file = tmp_path / "letter.pdf"
    file.write_bytes(b"%PDF")
    read(qtbot, section, str(file))
    assert section.message.text().startswith("This file is no PowerPoint presentation")
    assert section.state_label.text() == "Decks are made on the built-in template."


def test_another_layout_is_chosen_by_keyboard_and_kept(qtbot, desk, section, tmp_path):
    read(qtbot, section, template(tmp_path))
    combo = section.uses.fields[3].layout_combo
    before = section.uses.choices()
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    settle(qtbot, section)
    assert section.uses.choices() != before
    section.use_button.click()
    settle(qtbot, section)
    assert template_for(desk.register).layouts == section.uses.choices()


def test_it_is_put_aside_used_again_and_removed(qtbot, desk, section, tmp_path):
    read(qtbot, section, template(tmp_path))
    section.use_button.click()
    settle(qtbot, section)
    section.built_in_button.click()
    settle(qtbot, section)
    assert section.state_label.text() == (
        "Decks are made on the built-in template. Your template “Own.potx” is kept."
    )
    assert template_for(desk.register) is None
    section.use_button.click()
    settle(qtbot, section)
    assert template_for(desk.register) is not None
    section.remove_button.click()
    assert "Remove the template" in section.remove_question.sentence_label.text()
    section.remove_question.yes_button.click()
    settle(qtbot, section)
    assert kept_template(desk.register) is None
    assert section.state_label.text() == "Decks are made on the built-in template."


def test_a_file_is_chosen_in_a_dialog(qtbot, section, tmp_path):
    section.choose_button.click()
    (dialog,) = section.findChildren(QFileDialog)
    assert "*.potx" in dialog.nameFilters()[0]
    dialog.fileSelected.emit(template(tmp_path))
    settle(qtbot, section)
    assert section.result_label.isVisible()
    dialog.reject()


def test_what_is_looked_at_stays_when_the_register_changes(qtbot, section, tmp_path):
    read(qtbot, section, template(tmp_path))
    section.reload()
    assert section.result_label.isVisible()


def test_of_two_files_chosen_quickly_the_last_is_shown(qtbot, section, tmp_path):
    section.read_file(template(tmp_path, "First.potx"))
    section.read_file(str(tmp_path / "gone.potx"))
    section.read_file(template(tmp_path, "Last.potx"))
    qtbot.waitUntil(lambda: "Last" in section.result_label.text(), timeout=30_000)


def test_a_template_removed_elsewhere_cannot_be_used_again(qtbot, desk, section, tmp_path):
    read(qtbot, section, template(tmp_path))
    section.use_button.click()
    settle(qtbot, section)
    section.built_in_button.click()
    settle(qtbot, section)
    remove_template(desk.register)
    section.use_button.click()
    assert section.message.text() == (
        "There is no template of your own any more: choose the file again."
    )


def test_without_pictures_a_template_that_fits_is_refused(qtbot, section, tmp_path, monkeypatch):
    def fail(*_args, **_named):
        raise UserError("No pictures here.")

    monkeypatch.setattr(settings_deck, "slide_pictures", fail)
    read(qtbot, section, template(tmp_path))
    assert section.message.text() == "No pictures here."
