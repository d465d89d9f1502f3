"""What hangs on a local review: its lists, its letters and its quality markers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from case_samples import MONITORING, TODAY, opened
from review_samples import (
    BEGAN,
    COMING,
    ENTRIES,
    LINE,
    MEMBER,
    REVIEW,
    VERSION,
    facts_of,
    held,
    hint,
    open_review,
    review_of,
    titles,
    type_day,
)

from sgdesk.domain.agency_requests import AgencyRequestDraft
from sgdesk.domain.answers import Answer, Considered
from sgdesk.domain.attachments import AttachmentDraft
from sgdesk.domain.partnerships import AgencyDraft
from sgdesk.domain.quality_markers import PROMPTS
from sgdesk.domain.review_parts import (
    EnquiryLineDraft,
    MonitoringDraft,
    PanelMemberDraft,
    ReportVersionDraft,
    ReviewEventDraft,
)
from sgdesk.services.attachments import (
    chosen_file,
    keep_file,
    list_attachments,
    remove_attachment,
)
from sgdesk.services.entries import list_entries, remove_entry
from sgdesk.services.reviews import save_local_review
from sgdesk.services.settings import list_agencies, save_agency
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.form_editors import set_value
from sgdesk.ui.dialogs.letter_dialog import LetterDialog
from sgdesk.ui.pages.case_page import CasePage


@pytest.fixture
def open_tab(desk, open_case_page):
    """Open the tab on the full case, with a review and with entries."""
    return partial(open_review, desk, open_case_page)


@pytest.mark.parametrize("key", ENTRIES)
def test_each_list_shows_edits_and_removes_its_entries(open_tab, desk, key):
    draft, title = ENTRIES[key]
    page, tab = open_tab(draft)
    part_list = tab.lists[key]
    assert titles(part_list) == [title]
    part_list.parts()[0].edit_button.click()
    dialog = opened(page.window(), FormDialog)
    assert dialog.draft() == draft
    assert not dialog.is_changed()
    dialog.reject()
    part_list.parts()[0].remove_button.click()
    part_list.parts()[0].confirm_button.click()
    assert titles(part_list) == []
    assert held(desk, type(draft)) == []


@pytest.mark.parametrize("key", ENTRIES)
def test_each_list_adds_an_entry_from_its_link(open_tab, desk, key):
    draft, title = ENTRIES[key]
    page, tab = open_tab()
    tab.lists[key].link_button.click()
    dialog = opened(page.window(), FormDialog)
    for one in dialog._form.fields():
        set_value(dialog.editors[one.name], getattr(draft, one.name))
    dialog.save()
    assert held(desk, type(draft)) == [draft]
    assert titles(tab.lists[key]) == [title]


def test_new_entries_start_with_what_is_known(open_tab):
    page, tab = open_tab(LINE, EnquiryLineDraft("a", "What else?"))
    tab.open_step("line")
    assert opened(page.window(), FormDialog).draft() == EnquiryLineDraft(number="2")
    opened(page.window(), FormDialog).reject()
    tab.open_step("monitoring")
    assert opened(page.window(), FormDialog).draft().monitored_on == TODAY


def test_the_next_step_of_monitoring_opens_a_new_entry_of_the_log(open_tab, desk):
    page, _ = open_tab()
    page.tabs.show_tab("overview")
    page.open_step("local_review:monitoring")
    assert page.tabs.key == "local_review"
    dialog = opened(page.window(), FormDialog)
    dialog.editors["progress"].setPlainText("On plan.")
    dialog.editors["quality"].setPlainText("Sound.")
    dialog.save()
    assert held(desk, MonitoringDraft)[0].progress == "On plan."


def test_a_step_opens_its_dialog_even_while_the_page_is_not_on_show(desk, qtbot):
    save_local_review(desk.register, desk.full_id, REVIEW, today=TODAY)
    page = CasePage(desk.context, desk.full_id)
    qtbot.addWidget(page)
    page.open_step("local_review")
    dialog = page.findChildren(FormDialog)[0]
    assert dialog.accessibleName() == "Local review"


def test_an_entry_that_is_gone_is_reported(open_tab, desk, qtbot):
    _, tab = open_tab(LINE)
    (entry,) = list_entries(desk.register, EnquiryLineDraft, desk.full_id)
    remove_entry(desk.register, desk.full_id, entry)
    with qtbot.waitSignal(desk.context.troubled):
        tab.lists["line"].parts()[0].confirm_button.click()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, ("Overdue by 4 working days", "Asked for by Tue 17 Nov 2026")),
        ({"comments_due_on": date(2026, 11, 25)}, ("Due in 2 working days",
          "Asked for by Wed 25 Nov 2026")),
        ({"comments_due_on": date(2027, 1, 4)}, ("Awaited", "Asked for by Mon 4 Jan 2027")),
        ({"comments": "Health answered."}, ("Health answered.", "Asked for by Tue 17 Nov 2026")),
    ],
)  # fmt: skip
def test_comments_that_are_awaited_say_how_they_stand(open_tab, changes, words):
    _, tab = open_tab(replace(VERSION, **changes))
    assert facts_of(tab.lists["version"])["Comments"] == words


def test_a_version_names_its_file_or_says_that_it_was_removed(open_tab, desk):
    draft = AttachmentDraft(title="Draft 0.1", kind="Draft report")
    keep_file(desk.register, desk.full_id, chosen_file("draft.docx", b"words"), draft)
    (row,) = list_attachments(desk.register, desk.full_id)
    page, tab = open_tab(replace(VERSION, attachment_id=row.attachment_id))
    assert facts_of(tab.lists["version"])["File"] == ("Draft 0.1", "")
    remove_attachment(desk.register, row)
    page.reload()
    assert facts_of(tab.lists["version"])["File"] == ("A file that was removed", "")
    tab.lists["version"].parts()[0].edit_button.click()
    dialog = opened(page.window(), FormDialog)
    assert dialog.editors["attachment_id"].currentText() == "A file that was removed"
    assert not dialog.is_changed()


def test_a_version_that_nobody_was_asked_about_reads_short(open_tab):
    _, tab = open_tab(ReportVersionDraft(version="1.0", dated_on=TODAY, is_final=True))
    assert titles(tab.lists["version"]) == ["Version 1.0 (final)"]
    assert list(facts_of(tab.lists["version"])) == ["Date"]


def test_a_second_version_of_the_same_number_is_asked_about(open_tab):
    page, tab = open_tab(VERSION)
    tab.open_step("version")
    dialog = opened(page.window(), FormDialog)
    dialog.editors["version"].setText("0.1")
    assert [(one.field, one.is_warning) for one in dialog.problems()] == [("version", True)]
    dialog.reject()


@pytest.mark.parametrize(
    ("draft", "title", "state"),
    [
        (ReviewEventDraft(kind="Family meeting"), "Family meeting", "No day is set yet"),
        (replace(COMING, held_on=TODAY), "Panel meeting · Mon 23 Nov 2026, 10:00", "Today"),
        (replace(COMING, held_on=BEGAN, held_time=""), "Panel meeting · Mon 4 May 2026", "Held"),
        (COMING, "Panel meeting · Tue 1 Dec 2026, 10:00", "In 6 working days"),
    ],
)
def test_an_event_says_how_it_stands(open_tab, draft, title, state):
    _, tab = open_tab(draft)
    assert titles(tab.lists["event"]) == [title]
    assert facts_of(tab.lists["event"])["State"] == (state, "")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 25), "Fri 25 Dec 2026 is Christmas Day."),
        (date(2026, 12, 5), "It is on a weekend."),
        (date(2026, 12, 4), "Empty until there is one."),
        (None, "Empty until there is one."),
        (date(2300, 1, 1), "Empty until there is one."),
    ],
)
def test_the_day_of_an_event_is_checked_against_the_calendar(open_tab, day, words):
    page, tab = open_tab()
    tab.open_step("event")
    dialog = opened(page.window(), FormDialog)
    type_day(dialog, "held_on", day)
    assert hint(dialog, "held_on") == words


def test_a_member_shows_role_agency_and_time_on_the_panel(open_tab, desk):
    save_agency(desk.register, None, AgencyDraft(name="Riverton Police"))
    save_agency(desk.register, None, AgencyDraft(name="Harbour Service"))
    keys = {row.draft.name: row.agency_id for row in list_agencies(desk.register)}
    police = keys["Riverton Police"]
    page, tab = open_tab(
        replace(MEMBER, agency_id=police, left_on=TODAY),
        PanelMemberDraft(role="Chair", left_on=TODAY),
        AgencyRequestDraft(agency_id=police, asked_on=BEGAN),
    )
    assert facts_of(tab.lists["member"]) == {
        "Role": ("Designated nurse", ""),
        "Agency": ("Riverton Police", ""),
        "On the panel": ("Since Mon 4 May 2026, left Mon 23 Nov 2026", ""),
    }
    assert facts_of(tab.lists["member"], 1)["On the panel"] == ("Left Mon 23 Nov 2026", "")
    tab.lists["member"].parts()[0].edit_button.click()
    dialog = opened(page.window(), FormDialog)
    assert hint(dialog, "agency_id") == "This agency was asked for information in this case."
    combo = dialog.editors["agency_id"]
    assert [combo.itemText(at) for at in range(combo.count())] == [
        "None of the directory", "Riverton Police", "Harbour Service",
    ]  # fmt: skip
    combo.set_value(keys["Harbour Service"])
    assert hint(dialog, "agency_id") == "This agency was not asked for anything in this case."


def test_the_log_says_what_was_asked_in_writing_and_whether_it_was_answered(open_tab):
    _, tab = open_tab(
        replace(MONITORING, letter_on=date(2026, 11, 2), asked_for="The draft"),
        MonitoringDraft(letter_on=date(2026, 10, 1), answered_on=date(2026, 10, 9)),
    )
    log = tab.lists["monitoring"]
    assert titles(log) == ["Monitored Mon 23 Nov 2026", "Letter of Thu 1 Oct 2026"]
    assert facts_of(log)["Asked in writing"] == (
        "Letter of Mon 2 Nov 2026, no answer yet", "The draft",
    )  # fmt: skip
    assert facts_of(log, 1)["Asked in writing"] == (
        "Letter of Thu 1 Oct 2026, answered Fri 9 Oct 2026", "",
    )  # fmt: skip
    assert log.note_label.text() == "next due Wed 23 Dec"


def sent(dialog):
    dialog.route_combo.setCurrentText("Secure e-mail")
    dialog.save()


def test_the_reviewer_is_written_to_from_the_log_and_from_the_review(open_tab, desk):
    page, tab = open_tab(MONITORING)
    tab.lists["monitoring"].parts()[0].act_buttons["write"].click()
    letter = opened(page.window(), LetterDialog)
    assert letter.draft().letter.key == "monitoring"
    letter.reject()
    assert held(desk, MonitoringDraft) == [MONITORING]
    tab.lists["monitoring"].parts()[0].act_buttons["write"].click()
    sent(opened(page.window(), LetterDialog))
    (entry,) = held(desk, MonitoringDraft)
    assert (entry.letter_on, entry.progress) == (TODAY, "On plan.")
    assert "write" not in tab.lists["monitoring"].parts()[0].act_buttons
    tab.facts.parts()[0].act_buttons["write"].click()
    sent(opened(page.window(), LetterDialog))
    assert [one.monitored_on for one in held(desk, MonitoringDraft)] == [TODAY, None]


def test_the_reviewer_is_commissioned_by_letter(open_tab, desk):
    page, tab = open_tab(review=replace(REVIEW, commissioned_on=None))
    tab.facts.parts()[0].act_buttons["commission"].click()
    dialog = opened(page.window(), LetterDialog)
    assert dialog.draft().letter.key == "reviewer_commission"
    sent(dialog)
    assert review_of(desk).commissioned_on == TODAY
    assert "commission" not in tab.facts.parts()[0].act_buttons


def test_the_markers_of_the_current_stage_come_first_with_their_prompts(open_tab):
    answers = (
        Considered("governance", Answer.YES, "The chair decides."),
        Considered("referral", Answer.NO, ""),
        Considered("purpose", Answer.BLANK, "Ask at the event."),
    )
    _, tab = open_tab(review=replace(REVIEW, quality=answers))
    assert titles(tab.quality) == [
        "Running the review: 1 of 8 answered",
        "Setting up the review: 1 of 5 answered",
        "The report, and what changes: 0 of 5 answered",
    ]
    running, before = facts_of(tab.quality), facts_of(tab.quality, 1)
    assert len(running) == 8
    assert running["Governance"] == ("Yes", "The chair decides.")
    assert running["Analysis"] == ("Not answered yet", PROMPTS["analysis"])
    assert before == {
        "Referral": ("No", ""),
        "Clarity of purpose": ("Not answered yet", "Ask at the event."),
    }
    assert facts_of(tab.quality, 2)["Markers"][0].startswith("The report, Improvement action")


def test_answering_the_markers_of_a_stage_keeps_those_of_the_others(open_tab, desk):
    answers = (Considered("referral", Answer.NO, "Late."),)
    page, tab = open_tab(review=replace(REVIEW, quality=answers))
    tab.quality.parts()[0].edit_button.click()
    dialog = opened(page.window(), FormDialog)
    box = dialog.editors["quality"]
    assert len(box.answers) == 8
    box.answers["family"].set_value(Answer.YES)
    dialog.save()
    assert review_of(desk).quality == (Considered("family", Answer.YES), *answers)


def test_a_form_of_many_questions_opens_at_its_first(open_tab, qtbot):
    page, tab = open_tab()
    tab.quality.parts()[0].edit_button.click()
    dialog = opened(page.window(), FormDialog)
    first = dialog.editors["quality"].answers["commissioning"]
    qtbot.waitUntil(lambda: dialog.focusWidget() is first)
    room = dialog.scroll_area.viewport()
    qtbot.waitUntil(lambda: room.rect().contains(first.mapTo(room, first.rect().center())))
