from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.notifications import (
    OTHER_AREA,
    PARTNERS,
    NotificationDraft,
    NotificationKind,
    RecipientDraft,
)
from sgdesk.errors import RejectedError
from sgdesk.services.case_views import get_case
from sgdesk.services.entries import list_entries
from sgdesk.services.recipients import save_recipient
from sgdesk.services.reviews import save_notification

FIRST, LAST = date(2026, 11, 10), date(2026, 11, 12)


def tell(register, case_id, name, day=FIRST):
    draft = RecipientDraft(recipient=name, told_on=day)
    return save_recipient(register, case_id, None, draft, today=TODAY)


def told_on(register, case_id):
    return get_case(register, case_id, today=TODAY).notification.partners_told_on


def test_the_last_partner_closes_partners_told_with_the_last_day(register):
    case_id = make_case(register)
    tell(register, case_id, PARTNERS[0])
    tell(register, case_id, PARTNERS[1], LAST)
    assert told_on(register, case_id) is None
    changes = tell(register, case_id, PARTNERS[2])
    assert told_on(register, case_id) == LAST
    assert changes.what == "Recipient saved; partners told Thu 12 Nov 2026"
    assert [one.draft.recipient for one in list_entries(register, RecipientDraft, case_id)] == [
        *PARTNERS
    ]


def test_where_the_child_lives_elsewhere_that_area_has_to_be_told_too(register):
    case_id = make_case(
        register, replace(CASE, area_of_incident="North", area_of_residence="South")
    )
    for name in PARTNERS:
        tell(register, case_id, name)
    assert told_on(register, case_id) is None
    tell(register, case_id, OTHER_AREA)
    assert told_on(register, case_id) == FIRST


def test_a_day_that_the_officer_recorded_stays(register):
    case_id = make_case(register)
    draft = NotificationDraft(notified_on=FIRST, partners_told_on=LAST)
    save_notification(register, case_id, draft, today=TODAY)
    for name in PARTNERS:
        tell(register, case_id, name)
    assert told_on(register, case_id) == LAST


def test_a_death_has_no_day_of_partners_told(register):
    case_id = make_case(register)
    draft = NotificationDraft(kind=NotificationKind.LOOKED_AFTER_DEATH, notified_on=FIRST)
    save_notification(register, case_id, draft, today=TODAY)
    for name in PARTNERS:
        tell(register, case_id, name)
    assert told_on(register, case_id) is None


def test_a_recipient_changes_in_its_place_and_without_a_notification(register):
    case_id = make_case(register, notified_on=None)
    tell(register, case_id, "Ofsted")
    (entry,) = list_entries(register, RecipientDraft, case_id)
    changed = replace(entry.draft, route="Letter")
    assert save_recipient(register, case_id, entry, changed, today=TODAY).what == "Recipient saved"
    (entry,) = list_entries(register, RecipientDraft, case_id)
    assert entry.draft.route == "Letter"


def test_a_recipient_without_a_name_is_refused(register):
    case_id = make_case(register)
    with pytest.raises(RejectedError):
        tell(register, case_id, " ")
    assert list_entries(register, RecipientDraft, case_id) == ()
