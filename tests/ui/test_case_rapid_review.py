"""Tests of the tab of a Rapid Review: its steps, its questions, and what followed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from case_samples import (
    FINISHED_RAPID_REVIEW,
    LOCAL_REVIEW,
    PUBLICATION,
    TODAY,
    add_briefing,
    nameless,
    opened,
    part_tab,
    texts,
)

from sgdesk.domain.agency_requests import AgencyRequestDraft
from sgdesk.domain.answers import Answer, Considered
from sgdesk.domain.cases import CaseLinkDraft, LinkRelation
from sgdesk.domain.learning import ActionDraft, ActionPlan
from sgdesk.domain.notifications import RecipientDraft
from sgdesk.domain.partnerships import AgencyDraft
from sgdesk.domain.rapid_reviews import Decision, PanelView, RapidReviewDraft
from sgdesk.services.case_links import save_link
from sgdesk.services.entries import list_entries, remove_entry, save_entry
from sgdesk.services.reviews import save_local_review, save_publication, save_rapid_review
from sgdesk.services.settings import list_agencies, save_agency
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.letter_dialog import LetterDialog
from sgdesk.ui.dialogs.rapid_review_forms import FORMS
from sgdesk.ui.pages.case_rapid_review_tab import RapidReviewTab
from sgdesk.ui.pages.rapid_review_editing import next_form
from sgdesk.ui.printing.paper_preview import PaperPreview

DECIDED = replace(
    FINISHED_RAPID_REVIEW,
    decision=Decision.NO_LOCAL_REVIEW,
    panel_view=PanelView.NOT_RECEIVED,
    panel_replied_on=None,
)
DISAGREED = replace(
    DECIDED,
    panel_view=PanelView.DISAGREES,
    panel_replied_on=date(2026, 11, 23),
    panel_comments="Look again.",
)


@pytest.fixture
def open_tab(open_case_page, desk):
    """Open the tab of the full case, with its Rapid Review as given."""

    def open_it(draft=None, case_id=None):
        if draft is not None:
            save_rapid_review(desk.register, desk.full_id, draft, today=TODAY)
        page = open_case_page(case_id)
        return page, part_tab(page, "rapid_review")

    return open_it


def facts(card):
    return {fact.label: fact for part in card.parts() for fact in part.section.facts}


def link(desk, **values):
    save_link(desk.register, desk.full_id, None, CaseLinkDraft(**values), today=TODAY)


def test_each_section_has_the_form_of_its_step(open_tab):
    page, tab = open_tab(DISAGREED)
    cards = (tab.meeting, tab.decision, tab.panel)
    parts = [part for card in cards for part in card.parts()]
    for part in parts:
        part.edit_button.click()
        dialog = opened(page, FormDialog)
        assert part.section.field in dialog.editors
        dialog.reject()
    assert {part.section.dialog for part in parts} | set(tab.questions) == set(FORMS)


def test_days_that_the_agency_requests_know_are_shown_and_not_edited(open_tab, desk):
    save_agency(desk.register, None, AgencyDraft(name="Health trust"))
    (agency,) = list_agencies(desk.register)
    request = AgencyRequestDraft(agency_id=agency.agency_id, asked_on=date(2026, 11, 12))
    save_entry(desk.register, desk.full_id, None, request, today=TODAY)
    _, tab = open_tab()
    shown = facts(tab.meeting)
    assert shown["First request"].words == "Thu 12 Nov 2026"
    assert "From the agency requests." in shown["First request"].note
    assert shown["Last return"].words == "Still waiting for returns"
    assert tab.meeting.parts()[0].edit_button.isHidden()
    assert not tab.meeting.parts()[1].edit_button.isHidden()


def test_requests_alone_show_the_steps_that_are_still_to_come(open_tab, desk):
    save_agency(desk.register, None, AgencyDraft(name="Health trust"))
    (agency,) = list_agencies(desk.register)
    request = AgencyRequestDraft(agency_id=agency.agency_id, asked_on=date(2026, 11, 12))
    save_entry(desk.register, desk.bare_id, None, request, today=TODAY)
    _, tab = open_tab(case_id=desk.bare_id)
    assert not tab.decision.isHidden()
    assert facts(tab.decision)["Local decision"].words == "Not yet made"


def test_questions_are_read_as_a_table_and_answered_in_their_form(open_tab, desk):
    page, tab = open_tab()
    table = tab.questions["criteria"]
    assert table.count_label.text() == "0 of 4 answered"
    table.edit_button.click()
    dialog = opened(page, FormDialog)
    box = dialog.editors["considered"]
    box.answers["recurrent_themes"].set_value(Answer.YES)
    box.texts["recurrent_themes"].setPlainText("Fathers unseen.")
    dialog.save()
    assert table.count_label.text() == "1 of 4 answered"
    assert {"Yes", "Fathers unseen.", "Not answered yet"} <= set(texts(table))
    assert desk.view().rapid_review.considered == (
        Considered("recurrent_themes", Answer.YES, "Fathers unseen."),
    )


def test_answers_to_one_list_of_questions_leave_the_others_as_they_are(open_tab, desk):
    page, tab = open_tab()
    tab.open_step("purposes")
    first = opened(page, FormDialog)
    tab.open_step("circumstances")
    second = next(one for one in page.findChildren(FormDialog) if one is not first)
    first.editors["considered"].answers["facts"].set_value(Answer.YES)
    first.save()
    second.editors["considered"].answers["no_agency"].set_value(Answer.NO)
    second.save()
    held = {one.code: one.answer for one in desk.view().rapid_review.considered}
    assert held == {"facts": Answer.YES, "no_agency": Answer.NO}


def test_sign_off_tells_who_and_when_and_the_decision_its_dissent(open_tab):
    draft = replace(DECIDED, police_signed_by="Superintendent", dissent="The police.")
    _, tab = open_tab(draft)
    shown = facts(tab.decision)
    assert (shown["Police"].words, shown["Police"].note) == (
        "Signed Fri 20 Nov 2026",
        "Superintendent",
    )
    assert shown["All three"].words == "Fri 20 Nov 2026"
    assert shown["Dissent"].words == "The police."


def test_a_sign_off_that_nobody_gave_tells_by_when_it_is_due(open_tab, desk):
    draft = replace(desk.view().rapid_review, authority_signed_on=None)
    _, tab = open_tab(draft)
    shown = facts(tab.decision)
    assert {shown[name].words for name in ("Local authority", "Health", "Police")} == {"Waiting"}
    assert shown["All three"].note == "Due in 5 working days · by the rule Mon 30 Nov 2026"


def test_the_panels_view_before_its_reply_says_what_it_waits_for(open_tab):
    _, tab = open_tab(DECIDED)
    assert facts(tab.panel)["View"].words == "Waiting"
    assert facts(tab.panel)["Compared"].words == (
        "Local decision: no local review. The Panel: no reply yet."
    )


def test_a_panel_that_disagrees_asks_to_reconsider(open_tab, desk):
    page, tab = open_tab(DISAGREED)
    shown = facts(tab.panel)
    assert shown["Comments"].words == "Look again."
    assert shown["Compared"].words.endswith("The Panel: disagrees.")
    assert shown["Compared"].note.startswith("Reconsider the decision")
    assert desk.view().next_step.words == "Reconsider the decision"
    tab.panel.parts()[2].edit_button.click()
    dialog = opened(page, FormDialog)
    dialog.editors["reconsidered"].set_value(Decision.LOCAL_REVIEW)
    dialog.editors["reconsidered_on"].set_value(TODAY)
    dialog.editors["reconsidered_reasons"].setPlainText("Two areas are involved.")
    dialog.save()
    assert {"Decision now", "Two areas are involved.", "Not initiated yet"} <= set(texts(tab))
    assert desk.view().next_step.words != "Reconsider the decision"


def test_the_letter_about_the_delay_is_offered_and_logged(open_tab, desk):
    late = RapidReviewDraft(late_reason="Two returns came late.", sent_route="")
    page, tab = open_tab(late)
    tab.panel.parts()[0].act_buttons["tell-late"].click()
    dialog = opened(page, LetterDialog)
    dialog.route_combo.setCurrentText("Secure e-mail")
    dialog.body_edit.setPlainText("It will be late.")
    dialog.save()
    assert desk.view().rapid_review.late_told_on == TODAY
    assert facts(tab.panel)["Panel told of the delay"].words == "Mon 23 Nov 2026"
    assert list_entries(desk.register, RecipientDraft, desk.full_id)[0].draft.route == (
        "Secure e-mail"
    )


def test_a_rapid_review_in_time_or_sent_offers_no_letter(open_tab):
    _, tab = open_tab()
    assert tab.panel.parts()[0].act_buttons == {}


def test_the_decision_record_is_shown_before_it_is_printed(open_tab):
    page, tab = open_tab(DECIDED)
    tab.decision.parts()[1].act_buttons["print-record"].click()
    assert opened(page, PaperPreview)


def test_what_followed_is_told_down_to_the_publication(open_tab, desk):
    save_local_review(desk.register, desk.full_id, LOCAL_REVIEW, today=TODAY)
    save_publication(desk.register, desk.full_id, PUBLICATION, today=TODAY)
    add_briefing(desk)
    link(desk, other_reference="NAT 7")
    _, tab = open_tab(FINISHED_RAPID_REVIEW)
    shown = facts(tab.trail)
    assert shown["Local review"].words == "Initiated Fri 20 Nov 2026"
    assert shown["Six months"].words == "Thu 20 May 2027"
    assert shown["Briefings"].words == "Learning from neglect"
    assert shown["Published"].words == "Fri 20 Nov 2026"
    assert shown["Belongs with"].words == "Related to NAT 7"


def test_a_national_review_takes_the_place_of_a_local_one(open_tab):
    draft = replace(DISAGREED, panel_view=PanelView.NATIONAL_REVIEW)
    _, tab = open_tab(draft)
    assert facts(tab.trail)["National review"].words == "Chosen by the Panel"


def test_a_referred_case_and_a_joined_one_ask_for_their_link(open_tab):
    _, tab = open_tab(replace(DECIDED, decision=Decision.NATIONAL_REVIEW))
    assert facts(tab.trail)["National review"].words == "Referred; the Panel decides"
    _, tab = open_tab(replace(DECIDED, decision=Decision.JOINED))
    assert facts(tab.trail)["Joined to"].note == "Link the other case below."


def test_immediate_actions_are_added_edited_and_removed_here(open_tab, desk):
    page, tab = open_tab()
    tab.safety.link_button.click()
    dialog = opened(page, FormDialog)
    assert dialog.editors["plan"].value() is ActionPlan.IMMEDIATE
    dialog.editors["text"].setPlainText("Fit a locked box.")
    dialog.editors["due_on"].set_value(date(2026, 11, 30))
    dialog.editors["owner"].setText("Safeguarding lead")
    dialog.save()
    assert "Fit a locked box." in texts(tab.safety)
    tab.safety.parts()[0].edit_button.setFocus()
    page.edit_chosen()
    dialog = opened(page, FormDialog)
    assert dialog.editors["text"].toPlainText() == "Fit a locked box."
    dialog.reject()
    tab.safety.parts()[0].confirm_button.click()
    assert list_entries(desk.register, ActionDraft, desk.full_id) == ()


def test_a_link_is_made_followed_and_taken_away(open_tab, desk, qtbot):
    page, tab = open_tab()
    tab.links.link_button.click()
    dialog = opened(page, FormDialog)
    dialog.save()
    assert dialog.problem_panel.links()[0].text() == "Other case"
    dialog.editors["relation"].set_value(LinkRelation.JOINED)
    dialog.editors["other_case_id"].set_value(desk.bare_id)
    dialog.save()
    part = tab.links.parts()[0]
    assert part.section.title == "Joined to the review of ZZSP2026-27-06"
    with qtbot.waitSignal(page.case_asked) as asked:
        part.act_buttons["open-link"].click()
    assert asked.args == [desk.bare_id]
    part.edit_button.setFocus()
    page.edit_chosen()
    dialog = opened(page, FormDialog)
    assert dialog.editors["other_case_id"].value() == desk.bare_id
    dialog.reject()
    tab.links.parts()[0].confirm_button.click()
    assert tab.links.parts() == []


def test_a_link_elsewhere_cannot_be_followed_and_keeps_its_note(open_tab, desk):
    link(desk, other_reference="NAT 7", note="Why")
    _, tab = open_tab()
    part = tab.links.parts()[0]
    assert part.act_buttons == {}
    assert "Why" in texts(part)


def test_a_case_that_points_here_is_shown_and_followed(open_tab, desk, qtbot):
    link(desk, relation=LinkRelation.JOINED, other_case_id=desk.bare_id)
    page, tab = open_tab(case_id=desk.bare_id)
    part = tab.links_back.parts()[0]
    assert part.section.title == "ZZSP2026-27-05 was joined to this review"
    assert part.edit_button.isHidden()
    with qtbot.waitSignal(page.case_asked) as asked:
        part.act_buttons["open-link"].click()
    assert asked.args == [desk.full_id]


def test_a_link_that_is_gone_already_is_reported(open_tab, desk, qtbot):
    link(desk, other_reference="NAT 7")
    _, tab = open_tab()
    (entry,) = list_entries(desk.register, CaseLinkDraft, desk.full_id)
    remove_entry(desk.register, desk.full_id, entry)
    with qtbot.waitSignal(desk.context.troubled):
        tab.links.parts()[0].confirm_button.click()


def test_f2_edits_what_holds_the_keyboard(open_tab):
    page, tab = open_tab(DECIDED)
    tab.panel.parts()[0].edit_button.setFocus()
    page.edit_chosen()
    dialog = opened(page, FormDialog)
    assert dialog.focusWidget() is dialog.editors["sent_on"].line_edit
    dialog.reject()
    tab.questions["purposes"].edit_button.setFocus()
    page.edit_chosen()
    dialog = opened(page, FormDialog)
    assert "facts" in dialog.editors["considered"].answers


@pytest.mark.parametrize(
    ("draft", "name"),
    [
        (RapidReviewDraft(), "meeting"),
        (RapidReviewDraft(meeting_on=date(2026, 11, 26)), "meeting"),
        (RapidReviewDraft(meeting_on=date(2026, 11, 20)), "decision"),
        (replace(DECIDED, police_signed_on=None), "decision"),
        (replace(DECIDED, sent_on=None), "sending"),
        (DECIDED, "panel"),
    ],
)
def test_the_next_step_opens_the_first_form_that_still_lacks_something(draft, name):
    assert next_form(draft, TODAY) == name


def test_every_control_of_the_tab_has_a_name(open_tab, desk):
    link(desk, other_reference="NAT 7")
    _, tab = open_tab(DISAGREED)
    assert nameless(tab) == []


def test_a_tab_without_a_case_opens_nothing(desk, qtbot):
    tab = RapidReviewTab(desk.context)
    qtbot.addWidget(tab)
    tab.open_step("meeting")
    assert not tab.findChildren(FormDialog)
