"""Tests of the tab of the children, and of the household below them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

from case_samples import CHILDREN, TODAY, nameless, opened, texts

from sgdesk.domain.answers import Answer
from sgdesk.domain.people import ChildDraft, HouseholdMemberDraft
from sgdesk.records.cases import ChildRow
from sgdesk.services.entries import list_entries, remove_entry, save_entry
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.pages.case_children import ChildrenTab
from sgdesk.ui.pages.case_children_words import child_sections

PRIVATE = ChildDraft(
    pseudonym="Child A",
    name="Planted Name",
    other_names="Planted Other",
    address="4 Planted Row",
    school="Planted School",
    gp="Planted Surgery",
    carer="With Planted",
    note="Planted note",
    died_on=date(2026, 11, 6),
    is_first_listed=True,
    sex="Female",
    ethnicity="Not known",
    disability="None",
    language="English",
    religion="None",
    legal_status="Child in need",
    placement="Foster care",
    looked_after=Answer.YES,
    protection_plan=Answer.NOT_ASKED,
    harm="Neglect",
)
MEMBER = HouseholdMemberDraft(
    name="Planted Mother",
    relationship="Mother",
    born_on=date(1999, 5, 2),
    lives_with_child=Answer.YES,
    protection_plan=Answer.NO,
    address="4 Planted Row",
)


def facts_of(desk, draft):
    row = ChildRow(uuid4(), draft, "3 months")
    (section,) = child_sections(replace(desk.view(), children=(row,)))
    return {fact.label: fact for fact in section.facts}


def add_member(desk, draft=MEMBER):
    save_entry(desk.register, desk.full_id, None, draft, today=TODAY)


def test_a_childs_section_tells_what_is_answered_and_names_nobody(desk):
    facts = facts_of(desk, PRIVATE)
    assert facts["Died"].words == "Fri 6 Nov 2026"
    assert facts["Identity"].words == "Female · Not known"
    assert facts["Language and religion"].words == "English · None"
    assert facts["Child protection plan"].words == "Not asked"
    assert "Child in need plan" not in facts
    assert facts["In the form"].words == (
        "Name, other names, address, school, GP, whereabouts at the time, note"
    )
    assert not any("Planted" in fact.words + fact.note for fact in facts.values())


def test_a_child_of_whom_little_is_known_has_a_short_section(desk):
    facts = facts_of(desk, ChildDraft(pseudonym="Child A"))
    assert list(facts) == ["Role", "Age at the incident", "In the form"]
    assert facts["In the form"].words == ""
    assert facts_of(desk, CHILDREN[0])["In the form"].words == "Date of birth, name"


def test_the_household_shows_relationship_and_answers_but_no_name(open_case_page, desk):
    add_member(desk)
    page = open_case_page()
    page.tabs.show_tab("children")
    said = texts(page.children_tab.household)
    assert {"Mother", "Yes", "No", "Date of birth, name, address"} <= set(said)
    assert not any("Planted" in words for words in said)
    assert nameless(page.children_tab) == []


def test_members_are_added_edited_and_removed(open_case_page, desk, qtbot):
    page = open_case_page()
    page.tabs.show_tab("children")
    household = page.children_tab.household
    household.link_button.click()
    dialog = opened(page, FormDialog)
    dialog.save()
    assert dialog.problem_panel.links()[0].text() == "Relationship"
    dialog.editors["relationship"].setCurrentText("Father")
    dialog.save()
    household.parts()[0].edit_button.click()
    dialog = opened(page, FormDialog)
    dialog.editors["name"].setText("Planted Father")
    dialog.editors["lives_with_child"].set_value(Answer.NO)
    dialog.save()
    (entry,) = list_entries(desk.register, HouseholdMemberDraft, desk.full_id)
    assert (entry.draft.name, entry.draft.lives_with_child) == ("Planted Father", Answer.NO)
    household.parts()[0].confirm_button.click()
    assert list_entries(desk.register, HouseholdMemberDraft, desk.full_id) == ()
    add_member(desk)
    page.reload()
    remove_entry(
        desk.register,
        desk.full_id,
        list_entries(desk.register, HouseholdMemberDraft, desk.full_id)[0],
    )
    with qtbot.waitSignal(desk.context.troubled):
        household.parts()[0].confirm_button.click()


def test_a_tab_without_a_case_opens_nothing(desk, qtbot):
    tab = ChildrenTab(desk.context)
    qtbot.addWidget(tab)
    tab.open_member(None)
    tab.household.remove_asked.emit(desk.full_id)
    assert not tab.findChildren(FormDialog)
