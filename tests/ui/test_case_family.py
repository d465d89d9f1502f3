"""Tests of the family of a case: its tab, its forms, and Today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from case_samples import TODAY, nameless, opened, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from sgdesk.domain.answers import Answer
from sgdesk.domain.family import FamilyContactDraft, FamilyMemberDraft
from sgdesk.services.entries import list_entries, remove_entry, save_entry
from sgdesk.services.family import read_family
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.pages.case_family_tab import FamilyTab
from sgdesk.ui.pages.today_page import TodayPage
from sgdesk.ui.widgets.standings import StandingLabel

MOTHER = FamilyMemberDraft(
    name="Planted Name",
    relationship="Mother",
    naming_wishes="A letter, no name.",
    support="An interpreter.",
    takes_part=Answer.YES,
    note="Prefers afternoons.",
)
HELD = replace(
    MOTHER,
    relationship="Father",
    no_contact_from_on=date(2026, 11, 16),
    no_contact_until_on=date(2026, 12, 4),
    no_contact_reason="A trial is listed.",
)


def add(desk, *drafts):
    """Record drafts in the full case; return the last one as an entry."""
    for draft in drafts:
        save_entry(desk.register, desk.full_id, None, draft, today=TODAY)
    return list_entries(desk.register, type(drafts[-1]), desk.full_id)[-1]


@pytest.fixture
def open_tab(open_case_page):
    def open_it():
        page = open_case_page()
        page.tabs.show_tab("family")
        return page, page.findChild(FamilyTab)

    return open_it


def family(desk):
    return read_family(desk.register, desk.full_id)


def hint(dialog, name):
    return dialog.fields.row(name).message.text()


def test_an_empty_family_says_what_to_do(open_tab):
    _page, tab = open_tab()
    said = texts(tab)
    assert any(words.startswith("Nobody of the family") for words in said)
    assert any(words.startswith("No contact is logged") for words in said)
    assert not tab.held_line.isVisible()


def test_a_member_is_added_edited_and_removed(open_tab, desk):
    page, tab = open_tab()
    tab.members.link_button.click()
    dialog = opened(page, FormDialog)
    dialog.editors["relationship"].setCurrentText("Grandparent")
    dialog.editors["name"].setText("Planted Name")
    dialog.save()
    (part,) = tab.members.parts()
    part.edit_button.click()
    dialog = opened(page, FormDialog)
    assert dialog.editors["name"].text() == "Planted Name"
    dialog.editors["support"].setPlainText("By telephone\nin the morning")
    dialog.save()
    assert family(desk).members[0].draft.support == "By telephone\nin the morning"
    (part,) = tab.members.parts()
    part.remove_button.click()
    part.confirm_button.click()
    assert family(desk).members == ()
    assert tab.members.parts() == []


def test_names_are_seen_in_the_form_alone(open_tab, desk):
    add(desk, MOTHER)
    page, tab = open_tab()
    assert {"Mother", "A letter, no name.", "An interpreter.", "Yes", "Prefers afternoons."} <= set(
        texts(tab)
    )
    everything = "".join(label.text() for label in page.findChildren(QLabel))
    assert "Planted Name" not in everything


def test_members_of_one_relationship_are_counted(open_tab, desk):
    add(desk, replace(MOTHER, relationship="Sibling"), MOTHER)
    add(desk, replace(MOTHER, relationship="Sibling"))
    _page, tab = open_tab()
    titles = [part.section.title for part in tab.members.parts()]
    assert titles == ["Sibling 1", "Mother", "Sibling 2"]


def test_every_problem_of_a_member_is_shown_at_once(open_tab):
    page, tab = open_tab()
    tab.open_member(None)
    dialog = opened(page, FormDialog)
    dialog.editors["no_contact_from_on"].set_value(date(2026, 12, 4))
    dialog.editors["no_contact_until_on"].set_value(date(2026, 11, 16))
    dialog.save()
    assert dialog.isVisible()
    assert hint(dialog, "relationship").startswith("Choose it or write it")
    assert "Swap the two dates" in hint(dialog, "no_contact_until_on")
    assert "say why" in hint(dialog, "no_contact_reason").lower()
    assert dialog.focusWidget() is dialog.editors["relationship"].focusWidget()


def test_the_form_says_which_days_nobody_contacts_them(open_tab, desk):
    add(desk, HELD)
    page, tab = open_tab()
    tab.edit_chosen()
    dialog = opened(page, FormDialog)
    assert hint(dialog, "no_contact_until_on") == (
        "Nobody contacts this person from Mon 16 Nov 2026 to Fri 4 Dec 2026."
    )


def test_the_tab_warns_while_somebody_is_to_be_left_alone(open_tab, desk):
    add(desk, MOTHER, HELD)
    _page, tab = open_tab()
    assert tab.held_line.text() == (
        "Do not contact the father from Mon 16 Nov 2026 to Fri 4 Dec 2026. A trial is listed."
    )
    assert "Now, from Mon 16 Nov 2026 to Fri 4 Dec 2026" in texts(tab)


def test_days_that_are_still_to_come_are_told_without_a_warning(open_tab, desk):
    add(desk, replace(HELD, no_contact_from_on=date(2026, 12, 1)))
    _page, tab = open_tab()
    assert not tab.held_line.isVisible()
    assert "from Tue 1 Dec 2026 to Fri 4 Dec 2026" in texts(tab)


def test_a_contact_is_of_today_by_the_officer_and_warns_of_days_of_no_contact(open_tab, desk):
    father = add(desk, MOTHER, HELD)
    page, tab = open_tab()
    tab.contacts.link_button.click()
    dialog = opened(page, FormDialog)
    assert dialog.editors["contacted_on"].value() == TODAY
    assert "Do not contact the father" in hint(dialog, "contacted_on")
    mother = family(desk).members[0].entry_id
    dialog.editors["member_id"].set_value(mother)
    dialog.edited("member_id")
    dialog._show_problems()
    assert "Do not contact" not in hint(dialog, "contacted_on")
    dialog.editors["member_id"].set_value(father.entry_id)
    dialog.editors["kind"].setCurrentText("Shown a draft")
    dialog.editors["route"].setCurrentText("Telephone")
    dialog.editors["note"].setPlainText("He rang himself.")
    dialog.save()
    assert not dialog.isVisible()
    (contact,) = family(desk).contacts
    assert (contact.draft.kind, contact.draft.member_id) == ("Shown a draft", father.entry_id)


def test_a_contact_in_the_future_is_refused(open_tab, desk):
    page, tab = open_tab()
    tab.open_contact(None)
    dialog = opened(page, FormDialog)
    dialog.editors["kind"].setCurrentText("Told of the review")
    dialog.editors["contacted_on"].set_value(date(2026, 11, 24))
    dialog.save()
    assert dialog.isVisible()
    assert "in the future" in hint(dialog, "contacted_on")
    assert family(desk).contacts == ()


def test_the_log_tells_newest_first_and_what_the_family_was_told(open_tab, desk):
    mother = add(desk, MOTHER)
    add(
        desk,
        FamilyContactDraft(
            mother.entry_id, "Invited to take part", date(2026, 11, 2), "The reviewer", "Letter",
            Answer.YES, "She would like to.",
        ),
        FamilyContactDraft(kind="Told of the review", contacted_on=date(2026, 10, 1)),
        FamilyContactDraft(kind="Other", contacted_on=date(2026, 11, 9), contacted_by="Officer"),
    )  # fmt: skip
    _page, tab = open_tab()
    titles = [part.section.title for part in tab.contacts.parts()]
    assert titles == [
        "Other · Mon 9 Nov 2026",
        "Invited to take part · Mon 2 Nov 2026",
        "Told of the review · Thu 1 Oct 2026",
    ]
    assert {"The whole family", "Letter, by The reviewer", "By Officer"} <= set(texts(tab))
    told = [label.text() for label in tab.told_card.findChildren(StandingLabel)]
    assert told == [
        "Told of the review 1 Oct 2026",
        "Invited to take part 2 Nov 2026",
        "Shown a draft: not yet",
        "Told of the publication date: not yet",
    ]


def test_a_contact_with_somebody_who_was_removed_can_still_be_edited(open_tab, desk):
    mother = add(desk, MOTHER)
    add(desk, FamilyContactDraft(mother.entry_id, "Other", TODAY))
    remove_entry(desk.register, desk.full_id, mother)
    page, tab = open_tab()
    assert "Somebody no longer on the list" in texts(tab)
    tab.contacts.parts()[0].edit_button.click()
    dialog = opened(page, FormDialog)
    assert dialog.editors["member_id"].value() == mother.entry_id
    assert not dialog.is_changed()


def test_f2_edits_what_holds_the_keyboard_else_the_first_member(open_tab, desk):
    add(desk, MOTHER)
    add(desk, FamilyContactDraft(kind="Other", contacted_on=TODAY))
    page, tab = open_tab()
    page.edit_chosen()
    dialog = opened(page, FormDialog)
    assert "relationship" in dialog.editors
    dialog.reject()
    tab.contacts.parts()[0].edit_button.setFocus()
    page.edit_chosen()
    dialog = opened(page, FormDialog)
    assert "contacted_on" in dialog.editors


def test_f2_adds_the_first_member(open_tab):
    page, _tab = open_tab()
    page.edit_chosen()
    assert "relationship" in opened(page, FormDialog).editors


def test_what_was_removed_elsewhere_is_reported_and_nothing_breaks(qtbot, open_tab, desk):
    mother = add(desk, MOTHER)
    add(desk, FamilyContactDraft(kind="Other", contacted_on=TODAY))
    _page, tab = open_tab()
    remove_entry(desk.register, desk.full_id, mother)
    part = tab.members.parts()[0]
    part.remove_button.click()
    with qtbot.waitSignal(desk.context.troubled):
        part.confirm_button.click()
    contact = tab.contacts.parts()[0]
    contact.remove_button.click()
    contact.confirm_button.click()
    assert family(desk).contacts == ()


def test_the_next_step_opens_the_form_of_a_contact(open_case_page):
    page = open_case_page()
    page.open_step("family:contact")
    assert page.tabs.key == "family"
    assert "contacted_on" in opened(page, FormDialog).editors
    opened(page, FormDialog).reject()
    page.open_step("family")
    assert not any(one.isVisible() for one in page.findChildren(FormDialog))


def test_every_control_of_the_tab_and_its_forms_has_a_name(open_tab, desk):
    add(desk, MOTHER)
    add(desk, FamilyContactDraft(kind="Other", contacted_on=TODAY))
    page, tab = open_tab()
    assert nameless(tab) == []
    tab.open_member(None)
    assert nameless(opened(page, FormDialog)) == []


def test_today_says_whom_to_leave_alone_and_leads_to_the_case(qtbot, desk):
    add(desk, MOTHER, HELD)
    page = TodayPage(desk.context)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.loaded):
        page.show()
    card = page.side.no_contact_card
    assert card.isVisible()
    (link,) = [one for one in card.findChildren(type(card.link_button)) if one.text()]
    assert link.text() == "Family of ZZSP2026-27-05: father"
    assert link.accessibleName() == (
        "Do not contact. Family of ZZSP2026-27-05: father. Until Fri 4 Dec 2026: A trial is listed."
    )
    qtbot.waitUntil(lambda: "Until Fri 4 Dec 2026: A trial is listed." in texts(card))
    with qtbot.waitSignal(page.case_asked) as asked:
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert asked.args == [desk.full_id]


def test_today_has_no_such_card_while_every_family_may_be_contacted(qtbot, desk):
    add(desk, MOTHER)
    page = TodayPage(desk.context)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.loaded):
        page.show()
    assert not page.side.no_contact_card.isVisible()
