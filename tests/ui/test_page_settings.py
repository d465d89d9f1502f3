"""Tests of the settings: each section saves on its own, and nothing typed is lost unasked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from case_samples import TODAY
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from settings_samples import (
    PROFILE,
    form_of,
    links,
    show_settings,
)

from sgdesk.domain.partnerships import AgencyDraft
from sgdesk.errors import UserError
from sgdesk.services.settings import save_agency, save_profile


@pytest.fixture
def desk(settings_desk):
    return settings_desk


@pytest.fixture
def page(qtbot, desk):
    return show_settings(qtbot, desk)


# Partnership


def test_the_partnership_is_saved_and_told(qtbot, page, desk):
    form = form_of(page, "Partnership")
    form.short_name_edit.setText("Riverton SCP")
    form.report_field.set_value(date(2025, 12, 1))
    assert form.is_changed()
    with qtbot.waitSignal(desk.context.changed):
        form.foot.save_button.click()
    assert desk.register.profile == replace(
        PROFILE, short_name="Riverton SCP", last_yearly_report_on=date(2025, 12, 1)
    )
    assert form.foot.said_label.text() == "Settings saved."
    assert not form.is_changed()


def test_the_keys_that_save_a_form_save_this_one(qtbot, page, desk):
    form = form_of(page, "Partnership")
    form.short_name_edit.setFocus()
    form.short_name_edit.setText("Riverton SCP")
    with qtbot.waitSignal(desk.context.changed):
        QTest.keyClick(form.short_name_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.register.profile.short_name == "Riverton SCP"


@pytest.mark.parametrize("key", ["Partnership", "Counting", "Calendar", "Local timetable"])
def test_tab_comes_to_the_foot_after_the_fields(page, key):
    foot = form_of(page, key).foot
    foot.show()
    section = page.section
    way, reached = [], section
    while (reached := reached.nextInFocusChain()) is not section:
        way.append(reached)
    inside = [one for one in way if section.isAncestorOf(one) and one.focusPolicy()]
    places = [place for place, one in enumerate(inside) if foot.isAncestorOf(one)]
    assert places == list(range(places[0], len(inside))), "the foot is the end of the section"


def test_the_buttons_of_a_narrow_form_stand_below_each_other(page):
    foot = form_of(page, "Partnership").foot
    foot.show_changed(is_changed=True)
    foot.setFixedWidth(foot.save_button.sizeHint().width() + 20)
    page.grab()
    assert foot.save_button.width() >= foot.save_button.sizeHint().width()
    assert foot.undo_button.y() > foot.save_button.y()


def test_all_problems_of_a_form_are_shown_at_once_and_nothing_is_saved(page, desk):
    form = form_of(page, "Partnership")
    form.name_edit.clear()
    form.prefix_edit.setText("–")
    form.report_field.line_edit.setText("31/11/2026")
    form.report_field.line_edit.textEdited.emit("31/11/2026")
    form.save()
    said = links(form)
    assert said[0].startswith("Last yearly report published: ")
    assert said[1:] == [
        "Partnership: Give its full name.",
        "Reference prefix: Give the letters that new references begin with.",
    ]
    assert "Give its full name." in form.fields.row("name").message.text()
    assert desk.register.profile == PROFILE
    form.problem_panel.links()[1].click()
    assert page.focusWidget() is form.name_edit


def test_undo_brings_back_what_is_held(page):
    form = form_of(page, "Partnership")
    form.name_edit.setText("Another")
    assert form.foot.undo_button.isVisible()
    form.foot.undo_button.click()
    assert form.name_edit.text() == PROFILE.name
    assert not form.foot.undo_button.isVisible()


def test_a_save_that_fails_says_why_and_keeps_what_was_typed(page, monkeypatch):
    form = form_of(page, "Partnership")
    form.name_edit.setText("Another")

    def refuse(_draft):
        raise UserError("The disk is full.")

    monkeypatch.setattr(form, "store", refuse)
    form.save()
    assert links(form) == ["The disk is full."]
    assert form.name_edit.text() == "Another"


def test_what_another_section_cannot_hold_is_shown_too(page, desk, monkeypatch):
    form = form_of(page, "Partnership")
    broken = replace(PROFILE, ink="#FFFFFF")
    monkeypatch.setattr(desk.register, "profile", broken)
    form.save()
    assert links(form)[0].startswith("Main colour: its contrast with white is 1.0 to 1")


# Leaving a section


def test_leaving_asks_inside_the_page_and_keep_editing_stays(page):
    form = form_of(page, "Partnership")
    form.name_edit.setText("Another")
    page.show_section("Rules")
    assert page.key == "Partnership"
    assert page.section_list.currentItem().text() == "Partnership"
    assert form.foot.is_asking
    form.foot.keep_button.click()
    assert not form.foot.is_asking
    assert form.name_edit.text() == "Another"


def test_leaving_can_discard_or_save_and_then_goes_on(qtbot, page, desk):
    form = form_of(page, "Partnership")
    form.name_edit.setText("Another")
    page.show_section("Rules")
    form.foot.discard_button.click()
    assert page.key == "Rules"
    assert page.section_list.currentItem().text() == "Rules"
    assert form.name_edit.text() == PROFILE.name
    page.show_section("Partnership")
    form.name_edit.setText("Another")
    page.show_section("Counting")
    form.foot.save_and_leave_button.click()
    assert page.key == "Counting"
    assert desk.register.profile.name == "Another"


def test_saving_while_asked_stays_if_something_is_wrong(page):
    form = form_of(page, "Partnership")
    form.name_edit.clear()
    page.show_section("Rules")
    form.foot.save_and_leave_button.click()
    assert page.key == "Partnership"
    assert not form.foot.is_asking
    assert links(form) == ["Partnership: Give its full name."]


def test_what_is_typed_stays_when_the_register_changes_elsewhere(page, desk):
    form = form_of(page, "Partnership")
    form.name_edit.setText("Another")
    desk.context.apply(save_agency(desk.register, None, AgencyDraft(name="Health")))
    assert form.name_edit.text() == "Another"
    form.foot.undo_button.click()
    desk.context.apply(save_profile(desk.register, replace(PROFILE, name="Renamed"), today=TODAY))
    assert form.name_edit.text() == "Renamed"


# Appearance


def test_the_appearance_holds_at_once_and_follows_the_menu(qtbot, page, desk):
    page.show_section("Appearance")
    section = page.section
    section.scheme_buttons["dark"].click()
    section.size_combo.set_value(1.5)
    section.rows_check.click()
    settings = desk.context.settings
    assert (settings.scheme, settings.text_scale, settings.is_comfortable) == ("dark", 1.5, True)
    desk.context.change_settings(scheme="light", text_scale=1.0, is_comfortable=False)
    assert section.scheme_buttons["light"].isChecked()
    assert section.size_combo.value() == 1.0
    assert not section.rows_check.isChecked()
    assert not section.is_changed()


# The page


def test_the_page_fits_narrow_windows_and_goes_through_its_parts(page):
    wide = page.section_list.width()
    page.fit(QSize(600, 500))
    assert page.section_list.width() < wide
    assert page.panes() == [page.section_list, page.section]


def test_the_buttons_of_a_form_stay_in_sight_in_a_low_window(page):
    form = form_of(page, "Documents")
    page.resize(900, 420)
    foot = form.foot
    assert foot.mapTo(page, foot.rect().bottomLeft()).y() <= page.height()
    assert page.section.scroll_area.verticalScrollBar().maximum() > 0
