"""Tests of the dialogs for notification, Rapid Review, local review and publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from case_samples import FINISHED_RAPID_REVIEW, LOCAL_REVIEW, NOTIFICATION, PUBLICATION
from PySide6.QtWidgets import QLabel

from sgdesk.domain.editions import Edition
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.notifications import NotificationDraft, NotificationKind
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.rapid_reviews import RapidReviewDraft
from sgdesk.ui.dialogs.local_review_dialog import LocalReviewDialog
from sgdesk.ui.dialogs.notification_dialog import NotificationDialog
from sgdesk.ui.dialogs.publication_dialog import PublicationDialog
from sgdesk.ui.dialogs.rapid_review_dialog import RapidReviewDialog

WITHDRAWN = replace(
    NOTIFICATION, withdrawn_on=date(2026, 11, 20), withdrawn_reason="Not met.\nAgreed by all."
)
DIALOGS = [
    (NotificationDialog, "notification", WITHDRAWN),
    (NotificationDialog, "notification", NotificationDraft()),
    (RapidReviewDialog, "rapid_review", FINISHED_RAPID_REVIEW),
    (RapidReviewDialog, "rapid_review", RapidReviewDraft()),
    (LocalReviewDialog, "local_review", LOCAL_REVIEW),
    (LocalReviewDialog, "local_review", LocalReviewDraft()),
    (PublicationDialog, "publication", PUBLICATION),
    (PublicationDialog, "publication", PublicationDraft()),
]


@pytest.fixture
def open_dialog(qtbot, desk):
    """Open a dialog on the full case, with some fields of the view replaced."""

    def open_it(kind, **changes):
        dialog = kind(desk.context, replace(desk.view(), **changes), lambda _draft: None)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return open_it


def hint(dialog, name):
    return dialog.fields.row(name).message.text()


@pytest.mark.parametrize(("kind", "part", "draft"), DIALOGS)
def test_what_is_recorded_comes_back_unchanged(open_dialog, kind, part, draft):
    dialog = open_dialog(kind, **{part: draft})
    assert dialog.draft() == draft
    assert not dialog.is_changed()


@pytest.mark.parametrize(
    ("kind", "part", "draft"), [one for one in DIALOGS if one[2] != type(one[2])()]
)
def test_every_field_of_the_draft_stands_on_the_form_under_its_name(open_dialog, kind, part, draft):
    dialog = open_dialog(kind, **{part: None})
    assert dialog.draft() == type(draft)()
    assert set(dialog.fields.titles) == set(draft.__dataclass_fields__)
    for name in draft.__dataclass_fields__:
        assert (
            dialog.fields.row(name).editor.accessibleName()
            or dialog.fields.row(name).editor.focusProxy().accessibleName()
        )


def test_the_notified_date_counts_its_working_days_as_it_is_typed(open_dialog):
    dialog = open_dialog(NotificationDialog)
    assert hint(dialog, "notified_on") == "day 2 of 5; due Fri 13 Nov 2026"
    dialog.notified_field.set_value(date(2026, 11, 14))
    dialog.edited("notified_on")
    assert hint(dialog, "notified_on") == "after day 5, Fri 13 Nov 2026"
    dialog.notified_field.set_value(None)
    dialog.edited("notified_on")
    assert hint(dialog, "notified_on") == "Due Fri 13 Nov 2026"


def test_the_type_decides_which_clock_runs(open_dialog):
    dialog = open_dialog(NotificationDialog, edition=Edition.WT2018)
    dialog.kind_combo.set_value(NotificationKind.LOOKED_AFTER_DEATH)
    assert hint(dialog, "kind") == "Starts no Rapid Review."
    assert hint(dialog, "notified_on").startswith("day 2 of 5")
    assert hint(dialog, "partners_told_on") == ""
    dialog.kind_combo.set_value(NotificationKind.CARE_LEAVER_DEATH)
    assert hint(dialog, "notified_on") == ""


def test_without_an_aware_date_the_dialog_says_that_days_are_not_counted(open_dialog, desk):
    bare = desk.view(desk.bare_id)
    dialog = open_dialog(NotificationDialog, draft=bare.draft)
    assert hint(dialog, "notified_on") == ""
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("aware date missing: days not counted" in words for words in said)


def test_each_date_of_the_rapid_review_says_which_of_the_fifteen_days_it_is(open_dialog):
    dialog = open_dialog(RapidReviewDialog, rapid_review=FINISHED_RAPID_REVIEW)
    assert hint(dialog, "meeting_on") == "day 6 of 15"
    assert hint(dialog, "decided_on") == "day 8 of 15"
    assert hint(dialog, "panel_replied_on") == "Expected by Fri 4 Dec 2026"


def test_a_meeting_on_a_saturday_is_told_and_one_after_day_15_too(open_dialog):
    dialog = open_dialog(RapidReviewDialog)
    field = dialog.date_fields["meeting_on"]
    for day, words in (
        (date(2026, 11, 14), "day 3 of 15, not a working day"),
        (date(2026, 12, 2), "1 working day after day 15, Tue 1 Dec 2026"),
        (date(2026, 12, 4), "3 working days after day 15, Tue 1 Dec 2026"),
        (date(2026, 11, 1), ""),
        (date(2300, 1, 1), ""),
    ):
        field.set_value(day)
        dialog.edited("meeting_on")
        assert hint(dialog, "meeting_on") == words


def test_a_rapid_review_without_a_notified_date_counts_nothing(open_dialog):
    dialog = open_dialog(RapidReviewDialog, notification=None, rapid_review=FINISHED_RAPID_REVIEW)
    assert hint(dialog, "meeting_on") == ""
    assert dialog.check(dialog.draft()) == []


def test_the_local_review_shows_its_six_months_and_the_last_working_day_in_them(open_dialog):
    dialog = open_dialog(LocalReviewDialog)
    assert hint(dialog, "initiated_on") == "The six months start on this day."
    dialog.date_fields["initiated_on"].set_value(date(2026, 8, 30))
    dialog.date_fields["forecast_on"].set_value(date(2027, 3, 1))
    dialog.edited("initiated_on")
    assert (
        hint(dialog, "initiated_on")
        == "Six months end Sun 28 Feb 2027; last working day Fri 26 Feb 2027"
    )
    assert "Later than the six months" in hint(dialog, "forecast_on")
    assert hint(dialog, "last_monitored_on") == "Next by Wed 30 Sep 2026"
    dialog.date_fields["forecast_on"].set_value(date(2027, 2, 26))
    dialog.date_fields["initiated_on"].set_value(date(2026, 8, 26))
    dialog.edited("forecast_on")
    assert hint(dialog, "forecast_on") == ""
    assert hint(dialog, "initiated_on") == "Six months end Fri 26 Feb 2027"


def test_dates_beyond_the_calendar_are_left_uncounted(open_dialog):
    dialog = open_dialog(LocalReviewDialog)
    dialog.date_fields["initiated_on"].set_value(date(2300, 1, 1))
    dialog.edited("initiated_on")
    assert hint(dialog, "initiated_on") == "Six months end Sun 1 Jul 2300"
    assert dialog.date_fields["initiated_on"]._step(date(2300, 1, 1), 1) == date(2300, 1, 1)
    dialog = open_dialog(PublicationDialog)
    dialog.date_fields["planned_on"].set_value(date(2300, 1, 1))
    dialog.edited("planned_on")
    assert hint(dialog, "planned_on") == ""


def test_a_planned_date_says_when_the_full_report_must_go(open_dialog):
    dialog = open_dialog(PublicationDialog)
    dialog.date_fields["planned_on"].set_value(date(2026, 6, 3))
    dialog.edited("planned_on")
    assert hint(dialog, "planned_on") == "Full report to the Panel by Fri 22 May 2026"
    assert hint(dialog, "copy_sent_on") == "Due Fri 22 May 2026"
    dialog.date_fields["copy_sent_on"].set_value(date(2026, 5, 22))
    dialog.edited("copy_sent_on")
    assert hint(dialog, "copy_sent_on") == "In time"
    dialog.date_fields["copy_sent_on"].set_value(date(2026, 5, 26))
    dialog.edited("copy_sent_on")
    assert hint(dialog, "copy_sent_on").startswith("After Fri 22 May 2026")


def test_a_publication_date_says_how_long_the_report_stays(open_dialog):
    dialog = open_dialog(PublicationDialog, publication=PUBLICATION)
    assert hint(dialog, "published_on") == "Keep available until Sat 20 Nov 2027 at least"
    assert hint(dialog, "archived_on") == "Leaves the list Tue 20 Nov 2029"


def test_the_calendar_marks_bank_holidays_and_the_due_day(open_dialog):
    dialog = open_dialog(RapidReviewDialog)
    marks = dialog.date_fields["sent_on"]._marks()
    assert marks.bank_holidays[date(2026, 12, 25)]
    assert (marks.due, marks.due_words) == (date(2026, 12, 1), "Day 15")
    assert dialog.date_fields["meeting_on"]._step(date(2026, 12, 24), 1) == date(2026, 12, 29)
