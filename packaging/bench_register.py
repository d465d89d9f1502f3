"""A register of many invented cases, to measure with."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from sgdesk.domain.partnerships import PartnershipDraft
from sgdesk.domain.references import reference_key
from sgdesk.services.drafts import values_of
from sgdesk.store.engine import Store
from sgdesk.store.entities.cases import CaseEntity
from sgdesk.store.entities.notifications import NotificationEntity
from sgdesk.store.entities.partnerships import PartnershipEntity
from sgdesk.store.entities.publications import PublicationEntity
from sgdesk.store.entities.rapid_reviews import RapidReviewEntity

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 23)
KEY = bytes(range(32))
_AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
_PROFILE = PartnershipDraft(name="Riverton SCP", prefix="RIV", officer="Business support")
_THEMES = ("Neglect", "Domestic abuse", "Serious youth violence", "Parental substance misuse")
_OPEN_ONE_IN = 8
"""Of so many cases one is open; the others are published."""


def make_register(path: Path, count: int) -> Path:
    """Fill a new register with `count` cases at several stages and close it."""
    store = Store.create(path, KEY)
    with store.write("Business support", _AT) as session:
        session.add(PartnershipEntity(**values_of(_PROFILE)))
        for number in range(count):
            session.add_all(_case(number))
    store.close()
    return path


def _case(number: int) -> list[object]:
    case_id = uuid4()
    is_open = number % _OPEN_ONE_IN == 0
    days_ago = number % 40 if is_open else 200 + number % 2000
    aware_on = TODAY - timedelta(days=days_ago)
    notified_on = aware_on + timedelta(days=4)
    reference = f"RIV{2000 + number // 400}-{number % 400:03d}"
    made: list[object] = [
        CaseEntity(
            id=case_id,
            reference=reference,
            reference_key=reference_key(reference),
            title=f"Invented case, {_THEMES[number % 4].lower()}",
            aware_on=aware_on,
            owner="Business support",
            themes=(_THEMES[number % 4],),
        )
    ]
    if notified_on <= TODAY:
        made.append(NotificationEntity(case_id=case_id, notified_on=notified_on))
    if not is_open:
        sent_on = notified_on + timedelta(days=21)
        made.append(RapidReviewEntity(case_id=case_id, sent_on=sent_on))
        made.append(
            PublicationEntity(
                case_id=case_id,
                title=f"Review {number}",
                summary="This review looks at what agencies knew and when. " * 6,
                published_on=sent_on + timedelta(days=120),
            )
        )
    return made
