"""Tests of the directory in the settings: contacts, former names, and a change of name."""

from __future__ import annotations

from datetime import date

import pytest
from agency_desk import add_agencies
from case_samples import nameless, opened, texts
from settings_samples import form_of, links, make_settings_desk, show_settings

from sgdesk.domain.partnerships import AgencyContactDraft
from sgdesk.services.agency_directory import get_agency, save_contact
from sgdesk.ui.dialogs.form_dialog import FormDialog


@pytest.fixture
def desk(qapp, tmp_path):
    made = make_settings_desk(tmp_path)
    yield made
    made.register.close()


@pytest.fixture
def made(desk):
    return add_agencies(desk)


@pytest.fixture
def page(qtbot, desk, made):
    shown = show_settings(qtbot, desk)
    shown.show_section("Agencies")
    shown.section.table.choose(made.agencies["Housing"])
    return shown


def held(made, name="Housing"):
    return get_agency(made.desk.register, made.agencies[name])


def test_phone_and_note_are_kept(page, made):
    form = form_of(page, "Agencies")
    form.phone_edit.setText("01632 960222")
    form.note_edit.setPlainText("Rings back\nafter noon")
    form.save()
    assert held(made).draft.phone == "01632 960222"
    assert held(made).draft.note == "Rings back\nafter noon"
    assert form.foot.said_label.text() == "Agency saved: Housing."


def test_a_new_name_asks_how_long_the_old_one_held(page, made):
    form = form_of(page, "Agencies")
    until = form.fields.row("until_on")
    assert until.isHidden()
    form.name_edit.setText("Riverton Homes")
    assert until.isVisible()
    assert until.title_label.text() == "Last day of the name Housing"
    form.until_field.set_value(date(2026, 10, 31))
    form.save()
    assert held(made).draft.name == "Riverton Homes"
    (former,) = held(made).former_names
    assert (former.draft.name, former.draft.until_on) == ("Housing", date(2026, 10, 31))
    assert {"Housing", "Sat 31 Oct 2026"} <= set(texts(page.section.lists.names))
    assert until.isHidden()


def test_a_name_that_was_misspelt_leaves_no_former_name(page, made):
    form = form_of(page, "Agencies")
    form.name_edit.setText("Housing service")
    form.save()
    assert held(made).draft.name == "Housing service"
    assert held(made).former_names == ()


def test_the_last_day_is_forgotten_with_the_new_name(page):
    form = form_of(page, "Agencies")
    form.name_edit.setText("Riverton Homes")
    form.until_field.set_value(date(2026, 10, 31))
    form.name_edit.setText("Housing")
    assert form.until_field.value() is None
    assert not form.is_changed()


def test_a_last_day_to_come_is_refused(page, made):
    form = form_of(page, "Agencies")
    form.name_edit.setText("Riverton Homes")
    form.until_field.set_value(date(2027, 1, 1))
    form.save()
    assert "in the future" in links(form)[0]
    assert held(made).draft.name == "Housing"


def test_a_contact_is_added_and_edited_and_never_removed(page, made):
    lists = page.section.lists
    assert "Only the contact above is known" in " ".join(texts(lists.contacts))
    lists.contacts.link_button.click()
    dialog = opened(page, FormDialog)
    dialog.save()
    assert "Give the name, or at least the role." in texts(dialog.problem_panel)
    dialog.editors["name"].setText("Planted Deputy")
    dialog.editors["role"].setText("Deputy")
    dialog.editors["email"].setText("deputy@example.org")
    dialog.editors["phone"].setText("01632 960111")
    dialog.save()
    (part,) = lists.contacts.parts()
    assert part.section.title == "Planted Deputy, Deputy"
    assert part.remove_button.isHidden()
    part.edit_button.click()
    again = opened(page, FormDialog)
    again.editors["left_on"].set_value(date(2026, 11, 20))
    again.save()
    assert held(made).contacts[0].draft.left_on == date(2026, 11, 20)
    assert "Fri 20 Nov 2026" in texts(lists.contacts)


def test_what_is_being_typed_outlives_a_contact_saved_beside_it(page, made, desk):
    form = form_of(page, "Agencies")
    form.contact_edit.setText("Named lead")
    contact = AgencyContactDraft(role="Deputy")
    done = save_contact(
        desk.register, made.agencies["Housing"], None, contact, today=desk.context.today()
    )
    desk.context.apply(done)
    assert form.contact_edit.text() == "Named lead"
    assert len(page.section.lists.contacts.parts()) == 1
    form.save()
    assert held(made).draft.contact == "Named lead"


def test_a_former_name_can_be_added_and_put_right(page, made):
    lists = page.section.lists
    lists.names.link_button.click()
    dialog = opened(page, FormDialog)
    dialog.editors["name"].setText("Council homes")
    dialog.editors["until_on"].set_value(date(2020, 3, 31))
    dialog.save()
    lists.names.parts()[0].edit_button.click()
    again = opened(page, FormDialog)
    again.editors["name"].setText("Riverton Council Homes")
    again.save()
    assert [one.draft.name for one in held(made).former_names] == ["Riverton Council Homes"]


def test_a_new_agency_has_no_lists_before_it_is_saved(page):
    page.section.new_button.click()
    assert page.section.lists.isHidden()
    form = form_of(page, "Agencies")
    form.name_edit.setText("Coroner")
    form.save()
    assert page.section.lists.isVisible()


def test_every_control_has_a_name(page):
    assert nameless(page) == []
