"""Registers for the tests of wizards: real ones, with passphrases that cost little to try."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from kept_registers import copied_register

from sgdesk.domain.briefings import BriefingDraft, Point
from sgdesk.domain.cases import CaseDraft
from sgdesk.domain.partnerships import PartnershipDraft
from sgdesk.services.briefings import save_briefing
from sgdesk.services.cases import save_case
from sgdesk.store.wrapping import Cost

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sgdesk.services.register import Register

TODAY = date(2026, 11, 23)
WORDS = "lamp orbit gravel seventeen"
"""The passphrase."""
CHEAP = Cost(memory_kib=64, rounds=1, lanes=1)
PROFILE = PartnershipDraft(
    name="Testshire Safeguarding Children Partnership (invented)",
    short_name="TSCP",
    prefix="ZZTS",
    officer="Business support",
)
BRIEFING = BriefingDraft(
    title="Seeing the whole child",
    background="A child was harmed at home.\nSeveral agencies knew the family.",
    key_learning=(Point("Curiosity", "Ask again when an answer does not fit."),),
    good_practice=(Point("Persistence", "The school nurse kept calling."),),
    improvements=(Point("Records", "Share them on the day."),),
    questions=("What would we do differently?",),
)
PAGE = """Learning from reviews
Reviews published in the last three years.
Case reference: ZZTS2020-21-01
Publication date: 17.12.2024
This briefing focuses on a one-month-old baby who was harmed in August 2020 at home.
Case reference: ZZTS2019-20/02
Publication date: 4.9.2024
A young person died after violence between young people in a park.
National Review into the death of a child
Publication date: 26.5.2022
The national panel looked at what could be learned.
Briefings
Never shake a baby
Violence between young people
"""


def now() -> datetime:
    return datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def make_register(folder: Path) -> tuple[Register, str]:
    """Return a new register, open, and its recovery key."""
    return copied_register(folder, PROFILE, WORDS, now=now, cost=CHEAP)


def add_briefing(register: Register, reference: str, **overrides: object) -> UUID:
    """Return the id of a briefing on a new case of its own."""
    (case_id,) = save_case(
        register, None, CaseDraft(reference=reference, title="Child, injury"), today=TODAY
    ).case_ids
    draft = replace(BRIEFING, case_ids=(case_id,), **overrides)
    saved = save_briefing(register, None, draft).briefing_id
    assert saved is not None
    return saved
