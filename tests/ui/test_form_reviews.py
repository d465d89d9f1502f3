"""Tests of the forms of a notification and of a Rapid Review: what they hold, and their notes."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest
from case_samples import FINISHED_RAPID_REVIEW, NOTIFICATION, nameless
from PySide6.QtWidgets import QLabel

from sgdesk.domain.answers import Answer, Considered
from sgdesk.domain.editions import Edition
from sgdesk.domain.notifications import NotificationDraft, NotificationKind, NotificationOutcome
from sgdesk.domain.rapid_reviews import Decision, PanelView, RapidReviewDraft
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.form_editors import set_value
from sgdesk.ui.dialogs.notification_forms import (
    INCIDENT_FORM,
    NOTIFICATION_FORM,
    incident_setting,
    notification_setting,
)
from sgdesk.ui.dialogs.rapid_review_forms import FORMS
from sgdesk.ui.dialogs.rapid_review_notes import rapid_review_setting

FULL_NOTIFICATION = replace(
    NOTIFICATION,
    decided_to_notify_on=date(2026, 11, 9),
    notified_by="Head of safeguarding",
    first_notified_on=date(2026, 11, 9),
    resubmitted_reason="The wrong form.",
    nature="Serious harm",
    cause="Neglect",
    location="At home",
    incident_time="14:30",
    description="What happened.\nAnd then.",
    known_to_agencies=Answer.YES,
    outcome=NotificationOutcome.WITHDRAWN,
    withdrawn_on=date(2026, 11, 20),
    withdrawn_reason="Not met.\nAgreed by all.",
)
FULL_RAPID_REVIEW = replace(
    FINISHED_RAPID_REVIEW,
    meeting_place="Council House",
    attended="Health\nPolice",
    considered=(
        Considered("facts", Answer.YES, "Six agencies."),
        Considered("recurrent_themes", Answer.UNKNOWN, ""),
        Considered("no_agency", Answer.NOT_APPLICABLE, ""),
    ),
    authority_signed_by="Director",
    health_signed_by="Chief nurse",
    police_signed_by="Superintendent",
    dissent="The police.",
    sent_route="Secure e-mail",
    late_told_on=date(2026, 11, 19),
    expected_on=date(2026, 12, 4),
    panel_comments="None.",
    reconsidered=Decision.JOINED,
    reconsidered_on=date(2026, 11, 23),
    reconsidered_reasons="One review for both.",
)
NOTIFICATION_FORMS = {"notification": NOTIFICATION_FORM, "incident": INCIDENT_FORM}
SETTINGS = {"notification": notification_setting, "incident": incident_setting}


@pytest.fixture
def open_form(qtbot, desk):
    """Open one of the forms on the full case, with some fields of the view replaced."""

    def open_it(name, held, /, **changes):
        view = replace(desk.view(), **changes)
        form = NOTIFICATION_FORMS.get(name) or FORMS[name]
        setting = SETTINGS.get(name, rapid_review_setting)(desk.context, view)
        dialog = FormDialog(desk.context, form, held, lambda _draft: None, setting)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return open_it


def hint(dialog, name):
    return dialog.fields.row(name).message.text()


def type_day(dialog, name, day):
    dialog.editors[name].set_value(day)
    dialog.edited(name)


@pytest.mark.parametrize("draft", [FULL_NOTIFICATION, NotificationDraft()])
@pytest.mark.parametrize("name", NOTIFICATION_FORMS)
def test_a_notification_comes_back_unchanged(open_form, name, draft):
    dialog = open_form(name, draft)
    assert dialog.draft() == draft
    assert not dialog.is_changed()
    assert nameless(dialog) == []


@pytest.mark.parametrize("draft", [FULL_RAPID_REVIEW, RapidReviewDraft()])
@pytest.mark.parametrize("name", FORMS)
def test_a_rapid_review_comes_back_unchanged(open_form, name, draft):
    dialog = open_form(name, draft)
    assert not dialog.is_changed()
    found = dialog.draft()
    assert replace(found, considered=()) == replace(draft, considered=())
    assert set(found.considered) == set(draft.considered)
    assert nameless(dialog) == []


@pytest.mark.parametrize(
    ("kind", "forms"),
    [(NotificationDraft, NOTIFICATION_FORMS), (RapidReviewDraft, FORMS)],
)
def test_every_field_of_a_draft_stands_on_one_of_its_forms(kind, forms):
    asked = [field.name for form in forms.values() for field in form.fields()]
    assert set(asked) == {field.name for field in fields(kind)}
    assert len([name for name in asked if name != "considered"]) == len(
        {name for name in asked if name != "considered"}
    )


def test_the_notified_date_counts_its_working_days_as_it_is_typed(open_form):
    dialog = open_form("notification", NOTIFICATION)
    assert hint(dialog, "notified_on") == "day 2 of 5; due Fri 13 Nov 2026"
    type_day(dialog, "notified_on", date(2026, 11, 14))
    assert hint(dialog, "notified_on") == "after day 5, Fri 13 Nov 2026"
    type_day(dialog, "notified_on", date(2026, 11, 17))
    assert hint(dialog, "notified_on") == "2 working days after day 5, Fri 13 Nov 2026"
    type_day(dialog, "notified_on", None)
    assert hint(dialog, "notified_on") == "Due Fri 13 Nov 2026"


def test_the_type_decides_which_clock_runs(open_form):
    dialog = open_form("notification", NOTIFICATION, edition=Edition.WT2018)
    dialog.editors["kind"].set_value(NotificationKind.LOOKED_AFTER_DEATH)
    assert hint(dialog, "kind") == "Starts no Rapid Review."
    assert hint(dialog, "notified_on").startswith("day 2 of 5")
    assert hint(dialog, "partners_told_on") == ""
    dialog.editors["kind"].set_value(NotificationKind.CARE_LEAVER_DEATH)
    assert hint(dialog, "notified_on") == ""


def test_without_an_aware_date_the_form_says_that_days_are_not_counted(open_form, desk):
    dialog = open_form("notification", NOTIFICATION, draft=desk.view(desk.bare_id).draft)
    assert hint(dialog, "notified_on") == ""
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("aware date missing: days not counted" in words for words in said)


def test_a_second_submission_says_from_which_day_the_clock_runs(open_form):
    dialog = open_form("notification", NOTIFICATION)
    assert hint(dialog, "first_notified_on") == "Empty if sent once."
    type_day(dialog, "first_notified_on", date(2026, 11, 9))
    assert "run from the notified date above, the valid one" in hint(dialog, "first_notified_on")


def test_an_outcome_other_than_standing_says_what_follows(open_form):
    dialog = open_form("notification", NOTIFICATION)
    assert hint(dialog, "outcome") == ""
    dialog.editors["outcome"].set_value(NotificationOutcome.CRITERIA_NOT_MET)
    assert hint(dialog, "outcome") == "All clocks of the case stop, and the case closes."


def test_each_date_of_the_rapid_review_says_which_of_the_fifteen_days_it_is(open_form):
    assert hint(open_form("meeting", FULL_RAPID_REVIEW), "meeting_on") == "day 6 of 15"
    decision = open_form("decision", FULL_RAPID_REVIEW)
    assert hint(decision, "decided_on") == "day 8 of 15"
    assert hint(decision, "police_signed_on") == "day 8 of 15"
    requests = open_form("requests", FULL_RAPID_REVIEW)
    assert hint(requests, "first_request_on") == "day 1 of 15"
    panel = open_form("panel", FULL_RAPID_REVIEW)
    assert hint(panel, "panel_replied_on") == "Expected by Fri 4 Dec 2026"


def test_a_meeting_on_a_saturday_is_told_and_one_after_day_15_too(open_form):
    dialog = open_form("meeting", RapidReviewDraft())
    for day, words in (
        (date(2026, 11, 14), "day 3 of 15, not a working day"),
        (date(2026, 12, 2), "1 working day after day 15, Tue 1 Dec 2026"),
        (date(2026, 12, 4), "3 working days after day 15, Tue 1 Dec 2026"),
        (date(2026, 11, 1), ""),
        (date(2300, 1, 1), ""),
    ):
        type_day(dialog, "meeting_on", day)
        assert hint(dialog, "meeting_on") == words


def test_a_rapid_review_without_a_notified_date_counts_nothing(open_form):
    dialog = open_form("meeting", FULL_RAPID_REVIEW, notification=None)
    assert hint(dialog, "meeting_on") == ""
    assert dialog.check(dialog.draft()) == []
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("notified date missing: days not counted" in words for words in said)


def test_the_panels_view_is_compared_with_the_decision_while_it_is_chosen(open_form):
    draft = RapidReviewDraft(decision=Decision.NO_LOCAL_REVIEW, decided_on=date(2026, 11, 20))
    dialog = open_form("panel", draft)
    assert hint(dialog, "panel_view") == (
        "Local decision: no local review. The Panel: no reply yet."
    )
    set_value(dialog.editors["panel_view"], PanelView.DISAGREES)
    assert hint(dialog, "panel_view").startswith(
        "Local decision: no local review. The Panel: disagrees. Reconsider the decision"
    )
    bare = open_form("panel", RapidReviewDraft())
    assert hint(bare, "panel_view") == ""


def test_the_calendar_marks_bank_holidays_and_the_due_day(open_form):
    sent = open_form("sending", RapidReviewDraft()).editors["sent_on"]
    marks = sent._marks()
    assert marks.bank_holidays[date(2026, 12, 25)]
    assert (marks.due, marks.due_words) == (date(2026, 12, 1), "Day 15")
    assert sent._step(date(2026, 12, 24), 1) == date(2026, 12, 29)
    notified = open_form("notification", NOTIFICATION).editors["notified_on"]._marks()
    assert (notified.due, notified.due_words) == (date(2026, 11, 13), "Notify by")
