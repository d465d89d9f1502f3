"""Tests of the letters in the settings: edited with their fields, previewed, and set back."""

from __future__ import annotations

import pytest
from case_samples import nameless
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QPushButton
from settings_samples import form_of, links, show_settings

from sgdesk.domain.letters import LetterKey, LetterTemplate, fields_of
from sgdesk.services.letters import read_template, save_template, shipped_template

OWN = LetterTemplate(LetterKey.REQUEST, "Own {reference}", "Dear {recipient},")


@pytest.fixture
def desk(settings_desk):
    return settings_desk


@pytest.fixture
def page(qtbot, desk):
    return show_settings(qtbot, desk)


@pytest.fixture
def form(page):
    return form_of(page, "Letters")


def choose(page, key):
    combo = page.section.letter_combo
    combo.setCurrentIndex(combo.findData(key))


def field_names(form):
    buttons = form.field_buttons.findChildren(QPushButton)
    return [button.text().strip("{}") for button in buttons if not button.isHidden()]


def test_the_program_s_text_stands_there_with_the_fields_it_may_use(page, form):
    shipped = shipped_template(LetterKey.REQUEST)
    assert form.draft() == shipped
    assert field_names(form) == list(fields_of(LetterKey.REQUEST))
    assert form.back_button.isHidden()
    assert nameless(page) == []


def test_another_letter_has_its_own_fields_and_says_when_it_is_sent(qtbot, page, form):
    choose(page, "escalation")
    assert form.draft() == shipped_template(LetterKey.ESCALATION)
    qtbot.waitUntil(lambda: "chased date" in field_names(form))
    assert page.section.about_label.text().startswith("Tells a senior lead")


def test_an_own_text_is_saved_and_told(qtbot, page, form, desk):
    form.subject_edit.setText(OWN.subject)
    form.body_edit.setPlainText(OWN.body)
    with qtbot.waitSignal(desk.context.changed):
        form.foot.save_button.click()
    assert read_template(desk.register, LetterKey.REQUEST) == OWN
    assert page.section.letter_combo.currentText() == "Request to an agency (your own text)"
    assert not form.is_changed()


def test_the_preview_shows_the_letter_with_invented_values(form):
    form.subject_edit.setText("By {due date}: {no such field}")
    assert form.preview_subject.text() == "By 16 November 2026: [no such field]"
    form.body_edit.setPlainText("Dear {recipient},")
    assert form.preview_body.text() == "Dear Safeguarding lead,"


def test_what_is_wrong_is_told_at_once_and_nothing_is_saved(form, desk):
    form.subject_edit.clear()
    form.body_edit.setPlainText("Dear {child},")
    form.foot.save_button.click()
    assert links(form) == [
        "Subject: Write something here.",
        "Text: This letter has no field {child}. Choose one of those shown, or take it out.",
    ]
    shipped = shipped_template(LetterKey.REQUEST)
    assert read_template(desk.register, LetterKey.REQUEST) == shipped


def test_a_field_is_put_in_where_was_typed_last(form):
    form.body_edit.setPlainText("Dear ")
    form.body_edit.moveCursor(form.body_edit.textCursor().MoveOperation.End)
    form.insert_field("recipient")
    assert form.body_edit.toPlainText() == "Dear {recipient}"
    form.subject_edit.setText("About ")
    form.field_buttons.findChildren(QPushButton)[0].click()
    assert form.subject_edit.text() == "About {agency}"


def test_a_field_is_put_into_the_subject_while_the_keyboard_is_there(qtbot, form):
    form.subject_edit.setText("")
    form.body_edit.setPlainText("x")
    form.subject_edit.setFocus()
    qtbot.waitUntil(form.subject_edit.hasFocus)
    form.insert_field("agency")
    assert form.subject_edit.text() == "{agency}"


def test_set_back_shows_the_program_s_text_which_holds_when_saved(qtbot, page, form, desk):
    save_template(desk.register, OWN)
    page.section.reload()
    assert form.subject_edit.text() == OWN.subject
    assert not form.back_button.isHidden()
    form.back_button.click()
    assert form.draft() == shipped_template(LetterKey.REQUEST)
    assert read_template(desk.register, LetterKey.REQUEST) == OWN
    form.foot.save_button.click()
    assert page.section.letter_combo.currentText() == "Request to an agency"
    assert form.back_button.isHidden()


def test_what_is_typed_is_asked_about_before_another_letter_is_shown(page, form):
    form.body_edit.setPlainText("Half a letter")
    choose(page, "chase")
    assert form.foot.is_asking
    assert form.key is LetterKey.REQUEST
    assert page.section.letter_combo.currentData() == "request"
    form.foot.discard_button.click()
    assert form.draft() == shipped_template(LetterKey.CHASE)
    assert page.section.letter_combo.currentData() == "chase"


def test_what_is_typed_is_asked_about_before_the_section_is_left(page, form):
    form.body_edit.setPlainText("Half a letter")
    page.show_section("Rules")
    assert page.key == "Letters"
    form.foot.save_and_leave_button.click()
    assert page.key == "Rules"


def test_what_is_typed_stays_when_another_window_saves(page, form):
    form.body_edit.setPlainText("Half a letter")
    page.reload()
    assert form.body_edit.toPlainText() == "Half a letter"


def test_what_is_wrong_is_brought_into_sight(qtbot, page, form):
    bar = page.section.scroll_area.verticalScrollBar()
    page.resize(1200, 420)
    form.body_edit.setPlainText("Dear {child},")
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    form.foot.save_button.click()
    scroll_area = page.section.scroll_area
    qtbot.waitUntil(lambda: is_seen(scroll_area, form.problem_panel))
    form.problem_panel.links()[0].click()
    qtbot.waitUntil(lambda: is_seen(scroll_area, form.fields.row("body").title_label))


def is_seen(scroll_area, widget):
    place = QRect(widget.mapTo(scroll_area.viewport(), QPoint(0, 0)), widget.size())
    return scroll_area.viewport().rect().contains(place.center())
