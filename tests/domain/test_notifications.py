"""Notifications: sent again, withdrawn, and who still has to be told."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.domain.notifications import (
    ADDRESSEES,
    DEATH_PANEL,
    OTHER_AREA,
    PARTNERS,
    NotificationDraft,
    NotificationKind,
    NotificationOutcome,
    RecipientAbout,
    RecipientDraft,
    check_notification,
    check_recipient,
    has_other_area,
    partners_told_on,
    still_to_tell,
)

TODAY = date(2026, 11, 23)
PAST, LATER = date(2026, 11, 10), date(2026, 11, 12)


def problems(**values):
    found = check_notification(NotificationDraft(**values), aware_on=None, today=TODAY)
    return [problem.field for problem in found]


def told(name, day=PAST, about=RecipientAbout.NOTIFICATION):
    return RecipientDraft(recipient=name, told_on=day, about=about)


def left(*recipients, kind=NotificationKind.SERIOUS_INCIDENT, sent=PAST, **values):
    draft = NotificationDraft(kind=kind, notified_on=sent)
    return still_to_tell(
        draft, recipients, **({"is_other_area": False, "is_death": False} | values)
    )


def test_a_notification_sent_again_needs_its_first_day_and_the_reason():
    assert not problems(notified_on=LATER, first_notified_on=PAST, resubmitted_reason="Wrong form")
    assert problems(notified_on=LATER, first_notified_on=PAST) == ["resubmitted_reason"]
    assert problems(notified_on=LATER, resubmitted_reason="Wrong form") == ["first_notified_on"]
    assert problems(first_notified_on=PAST, resubmitted_reason="Wrong form") == ["notified_on"]


@pytest.mark.parametrize("first", [LATER, date(2026, 11, 13)])
def test_the_first_submission_lies_before_the_one_that_counts(first):
    found = problems(notified_on=LATER, first_notified_on=first, resubmitted_reason="Wrong form")
    assert found == ["first_notified_on"]


def test_the_decision_to_notify_comes_before_the_notification():
    assert problems(decided_to_notify_on=LATER, notified_on=PAST) == ["decided_to_notify_on"]
    assert not problems(decided_to_notify_on=PAST, notified_on=PAST)


@pytest.mark.parametrize(
    "outcome", [NotificationOutcome.WITHDRAWN, NotificationOutcome.CRITERIA_NOT_MET]
)
def test_a_notification_that_no_longer_stands_says_since_when_and_why(outcome):
    assert problems(outcome=outcome) == ["withdrawn_on", "withdrawn_reason"]
    assert not problems(outcome=outcome, withdrawn_on=PAST, withdrawn_reason="An accident")
    early = problems(
        outcome=outcome, notified_on=LATER, withdrawn_on=PAST, withdrawn_reason="An accident"
    )
    assert early == ["withdrawn_on"]


def test_one_that_stands_has_neither_day_nor_reason_of_an_end():
    assert problems(withdrawn_on=PAST) == ["outcome"]
    assert problems(withdrawn_reason="An accident") == ["outcome"]


def test_a_recipient_has_a_name_and_was_not_told_tomorrow():
    assert not check_recipient(RecipientDraft(recipient="Ofsted"), today=TODAY)
    wrong = RecipientDraft(recipient=" ", told_on=date(2026, 11, 24))
    assert [one.field for one in check_recipient(wrong, today=TODAY)] == ["told_on", "recipient"]


def test_of_a_serious_incident_the_partners_are_told_and_the_panel_by_sending_it():
    assert left() == PARTNERS
    assert left(sent=None) == ("The Panel", *PARTNERS)
    assert left(is_other_area=True) == (*PARTNERS, OTHER_AREA)
    assert left(told(PARTNERS[0].upper()), told(PARTNERS[1])) == (PARTNERS[2],)


def test_who_is_only_on_the_list_or_was_told_of_something_else_still_has_to_be_told():
    waiting = told(PARTNERS[0], None)
    other = told(PARTNERS[1], PAST, RecipientAbout.DELAY)
    assert left(waiting, other) == PARTNERS


def test_a_death_goes_to_the_child_death_overview_panel_but_not_that_of_a_care_leaver():
    assert left(is_death=True)[-1] == DEATH_PANEL
    assert left(kind=NotificationKind.LOOKED_AFTER_DEATH, is_death=True) == (DEATH_PANEL,)
    assert left(kind=NotificationKind.CARE_LEAVER_DEATH, is_death=True) == ()


@pytest.mark.parametrize(
    "kind", [NotificationKind.LOOKED_AFTER_DEATH, NotificationKind.CARE_LEAVER_DEATH]
)
def test_a_death_that_is_not_notified_yet_waits_for_its_addressees_alone(kind):
    assert left(kind=kind, sent=None) == ADDRESSEES[kind]


@pytest.mark.parametrize(
    ("incident", "lives", "is_other"),
    [("North", "South", True), ("North", " north ", False), ("North", "", False)],
)
def test_another_area_is_one_that_is_named_and_differs(incident, lives, is_other):
    assert has_other_area(incident, lives) is is_other


def test_partners_are_told_on_the_day_of_the_last_of_them():
    both = [told(PARTNERS[0]), told(PARTNERS[1], LATER)]
    assert partners_told_on(both, is_other_area=False) is None
    all_three = [*both, told(PARTNERS[2]), told(PARTNERS[1], PAST)]
    assert partners_told_on(all_three, is_other_area=False) == PAST
    assert partners_told_on(all_three, is_other_area=True) is None
    area = told(OTHER_AREA, LATER)
    assert partners_told_on([*all_three, area], is_other_area=True) == LATER


@given(st.sets(st.sampled_from(PARTNERS)), st.booleans())
def test_telling_somebody_takes_them_and_nobody_else_off_the_list(names, is_other_area):
    before = left(is_other_area=is_other_area)
    after = left(*(told(name) for name in names), is_other_area=is_other_area)
    assert set(before) - set(after) == names
