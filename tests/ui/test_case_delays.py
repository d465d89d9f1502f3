"""The register of proceedings and delay of a case: what it reads, and what its buttons do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from case_samples import DELAY, LOCAL_REVIEW, TODAY, nameless, opened, part_tab, texts

from sgdesk.domain.delays import DelayDraft
from sgdesk.domain.editions import Edition
from sgdesk.services.entries import list_entries, remove_entry
from sgdesk.services.reviews import save_local_review
from sgdesk.ui.dialogs.delay_forms import clock_words
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.letter_dialog import LetterDialog
from sgdesk.ui.pages.case_delays_tab import DelaysTab

WHOLE = replace(
    DELAY,
    state="Under way",
    contact="Officer in the case",
    started_on=date(2026, 6, 1),
    key_date_on=date(2027, 2, 1),
    expected_on=date(2027, 5, 3),
    effect="Nothing is published before the verdict.",
)
INQUEST = DelayDraft(
    kind="Inquest",
    reason="The coroner sees the report first.",
    authority="Lead safeguarding partners",
    next_check_on=date(2026, 11, 20),
)


@pytest.fixture
def open_tab(desk, open_case_page):
    """Open the tab on the full case, with entries."""

    def open_it(*entries, size=(1240, 820)):
        begun = replace(LOCAL_REVIEW, initiated_on=date(2026, 5, 4))
        save_local_review(desk.register, desk.full_id, begun, today=TODAY)
        desk.add(*entries)
        page = open_case_page(size=size)
        return page, part_tab(page, "delays")

    return open_it


def held(desk):
    return [one.draft for one in list_entries(desk.register, DelayDraft, desk.full_id)]


def facts_of(tab, at=0):
    return {fact.label: (fact.words, fact.note) for fact in tab.list.parts()[at].section.facts}


def row(desk, code="LR-6M"):
    return next(row for row in desk.view().deadlines if row.code == code)


def hint(dialog, name):
    return dialog.fields.row(name).message.text()


def test_an_empty_register_says_what_it_is_for(open_tab):
    page, tab = open_tab()
    assert any("Nothing holds the review up" in words for words in texts(tab))
    assert tab.list.note_label.text() == ""
    page.open_step("delays")
    page.edit_chosen()
    assert opened(page.window(), FormDialog).draft() == DelayDraft()


def test_open_entries_come_first_by_their_next_look_and_then_those_that_ended(open_tab):
    _, tab = open_tab(
        replace(INQUEST, kind="Old", ended_on=date(2026, 9, 1)),
        replace(INQUEST, kind="Unset", next_check_on=None),
        DELAY,
        replace(INQUEST, kind="Recent", ended_on=date(2026, 10, 1)),
        INQUEST,
    )
    assert [part.section.title for part in tab.list.parts()] == [
        "Inquest", "Criminal trial", "Unset", "Recent", "Old",
    ]  # fmt: skip
    assert tab.list.note_label.text() == "3 open, 2 ended"


def test_an_entry_reads_whole(open_tab):
    _, tab = open_tab(WHOLE)
    assert facts_of(tab) == {
        "State": ("Under way", "Since Mon 1 Jun 2026"),
        "Next look": ("Mon 11 Jan 2027", ""),
        "Reason": ("No witness is spoken to before the trial ends.", ""),
        "Agreed by": ("Lead safeguarding partners", "On Mon 23 Nov 2026"),
        "Clocks that stand": ("Publish the local review\nMonitoring (regulation 14)", ""),
        "Next date of the proceedings": ("Mon 1 Feb 2027", "Ask: Officer in the case"),
        "Review goes on": ("Mon 3 May 2027", ""),
        "Effect on the publication": ("Nothing is published before the verdict.", ""),
        "Panel told": ("Mon 23 Nov 2026", ""),
    }


def test_an_entry_that_pauses_nothing_and_was_told_to_nobody_says_so(open_tab):
    _, tab = open_tab(INQUEST)
    facts = facts_of(tab)
    assert facts["State"] == ("Open", "")
    assert facts["Clocks that stand"] == ("None: every clock runs", "")
    assert facts["Panel told"] == ("Not told yet", "")
    assert facts["Next look"] == ("Fri 20 Nov 2026", "Overdue by 1 working day")


def test_a_clock_of_another_edition_is_named_by_its_code(open_tab):
    _, tab = open_tab(replace(DELAY, pauses=("LR-6M", "OLD-1")))
    assert facts_of(tab)["Clocks that stand"][0] == "Publish the local review\nOLD-1"


def test_ending_it_today_lets_the_clocks_run_again(open_tab, desk):
    _, tab = open_tab(WHOLE)
    assert row(desk).standing_words.startswith("Late, agreed: criminal trial")
    tab.list.parts()[0].act_buttons["end"].click()
    assert held(desk) == [replace(WHOLE, ended_on=TODAY)]
    assert row(desk).standing_words == "Overdue by 13 working days"
    assert facts_of(tab)["State"] == ("Ended Mon 23 Nov 2026", "Since Mon 1 Jun 2026")
    assert tab.list.parts()[0].act_buttons == {}
    assert tab.list.note_label.text() == "1 ended"


def test_looking_again_sets_the_day_of_the_next_look(open_tab, desk):
    page, tab = open_tab(replace(WHOLE, next_check_on=TODAY))
    assert desk.view().next_step.words == "Look again at the pause"
    page.next_button.click()
    assert page.tabs.key == "delays"
    look = tab.list.parts()[0].act_buttons["look"]
    assert page.window().focusWidget() is look
    look.click()
    dialog = opened(page.window(), FormDialog)
    assert hint(dialog, "next_check_on").startswith("Mon 23 Nov 2026 has come")
    dialog.editors["next_check_on"].set_value(date(2027, 1, 11))
    dialog.edited("next_check_on")
    assert hint(dialog, "next_check_on") == ""
    dialog.save()
    assert held(desk) == [WHOLE]
    assert desk.view().next_step.words != "Look again at the pause"


def test_the_panel_is_written_to_and_the_day_is_recorded(open_tab, desk):
    page, tab = open_tab(replace(WHOLE, told_on=None))
    tab.list.parts()[0].act_buttons["tell"].click()
    dialog = opened(page.window(), LetterDialog)
    assert "No witness is spoken to" in dialog.draft().letter.body
    dialog.route_combo.setCurrentText("Secure e-mail")
    dialog.save()
    assert held(desk) == [replace(WHOLE, told_on=TODAY)]
    assert facts_of(tab)["Panel told"] == ("Mon 23 Nov 2026", "")


def test_entries_are_added_edited_and_removed(open_tab, desk):
    page, tab = open_tab(DELAY)
    tab.list.link_button.click()
    dialog = opened(page.window(), FormDialog)
    dialog.save()
    assert {one.field for one in dialog.problems()} == {"kind", "reason"}
    dialog.editors["kind"].setCurrentText("Inquest")
    dialog.editors["reason"].setPlainText("The coroner sees the report first.")
    dialog.save()
    assert len(held(desk)) == 2
    tab.list.parts()[0].edit_button.click()
    dialog = opened(page.window(), FormDialog)
    assert dialog.draft() == DELAY
    dialog.editors["state"].setCurrentText("Adjourned")
    dialog.save()
    assert facts_of(tab)["State"] == ("Adjourned", "")
    tab.list.parts()[0].confirm_button.click()
    assert [one.kind for one in held(desk)] == ["Inquest"]


def test_the_form_says_what_a_pause_and_a_next_look_mean(open_tab):
    page, tab = open_tab(WHOLE)
    page.edit_chosen()
    dialog = opened(page.window(), FormDialog)
    assert "late, agreed" in hint(dialog, "pauses")
    dialog.editors["pauses"].set_value(())
    assert hint(dialog, "pauses").startswith("None stands")
    dialog.editors["next_check_on"].set_value(None)
    dialog.edited("next_check_on")
    assert "Today shows it" in hint(dialog, "next_check_on")
    dialog.editors["ended_on"].set_value(TODAY)
    dialog.edited("ended_on")
    assert hint(dialog, "next_check_on").startswith("It has ended")
    assert hint(dialog, "pauses").startswith("It has ended")
    dialog.editors["told_on"].set_value(None)
    dialog.edited("told_on")
    assert "Secretary of State" in hint(dialog, "told_on")
    assert tab.list.parts()


@pytest.mark.parametrize("edition", list(Edition))
def test_the_form_offers_the_clocks_of_the_edition_by_the_titles_of_their_rules(edition):
    assert "Local review completed and published" in clock_words(edition).values()


def test_an_entry_that_is_gone_is_reported(open_tab, desk, qtbot):
    _, tab = open_tab(DELAY)
    (entry,) = list_entries(desk.register, DelayDraft, desk.full_id)
    remove_entry(desk.register, desk.full_id, entry)
    part = tab.list.parts()[0]
    for button in (part.confirm_button, part.act_buttons["end"]):
        with qtbot.waitSignal(desk.context.troubled):
            button.click()


def test_before_a_case_is_shown_the_tab_opens_nothing(desk, qtbot):
    tab = DelaysTab(desk.context)
    qtbot.addWidget(tab)
    tab.edit_chosen()
    tab.open_step("")
    assert tab.findChildren(FormDialog) == []


def test_a_look_that_is_still_to_come_is_shown_and_asks_for_nothing(open_tab, desk):
    soon = TODAY + timedelta(days=1)
    _, tab = open_tab(replace(WHOLE, next_check_on=soon))
    assert facts_of(tab)["Next look"] == ("Tue 24 Nov 2026", "Due in 1 working day")
    assert desk.view().next_step.words != "Look again at the pause"


@pytest.mark.parametrize("size", [(1240, 820), (700, 820)])
def test_every_control_has_a_name_for_screen_readers(open_tab, size):
    page, _ = open_tab(WHOLE, INQUEST, size=size)
    assert nameless(page) == []
