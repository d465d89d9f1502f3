"""What the tests of services share."""

from __future__ import annotations

from datetime import UTC, date, datetime

from exact_dates import exactly

from sgdesk.domain.cases import CaseDraft
from sgdesk.domain.notifications import NotificationDraft
from sgdesk.domain.partnerships import PartnershipDraft
from sgdesk.services.cases import save_case
from sgdesk.services.reviews import save_notification
from sgdesk.store.wrapping import Cost

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CHEAP = Cost(64, 1, 1)
OPENING_WORDS = "ripe lantern over seven hills"
PROFILE = PartnershipDraft(
    name="Riverton Safeguarding Children Partnership",
    short_name="Riverton SCP",
    prefix="RIV",
    officer="Business support",
)
CASE = CaseDraft(
    reference="RIV2026-27-01",
    further_references=("COV 7",),
    title="Two siblings, neglect",
    incident=exactly(date(2026, 11, 5)),
    aware_on=date(2026, 11, 6),
    owner="Business support",
    themes=("Neglect",),
)


def make_case(register, draft=CASE, notified_on=date(2026, 11, 10)):
    """Save a case, notified if a date is given; return its id."""
    (case_id,) = save_case(register, None, draft, today=TODAY).case_ids
    if notified_on:
        save_notification(
            register, case_id, NotificationDraft(notified_on=notified_on), today=TODAY
        )
    return case_id
