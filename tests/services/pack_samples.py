"""The briefing that packs are made of in tests, and one that tells a name."""

from __future__ import annotations

from dataclasses import replace

from services_samples import TODAY

from sgdesk.domain.briefings import BriefingDraft, Point
from sgdesk.domain.people import ChildDraft
from sgdesk.records.exports import DocumentKind
from sgdesk.records.packs import Override
from sgdesk.services.briefings import save_briefing
from sgdesk.services.children import save_child

BOTH = frozenset({DocumentKind.BRIEFING, DocumentKind.DECK})
DECK = frozenset({DocumentKind.DECK})
DRAFT = BriefingDraft(
    title="Behind the door",
    background="One.\nTwo.",
    key_learning=(Point("See the child.", "Ask who has seen the child alone."),),
    improvements=(Point("Ask again.", "One question is not enough."),),
    questions=("What will we do?",),
)
TELLING = "Planted was seen."
REASON = Override("A. Lead", "The family asked for the name to stand.")


def add_telling(register, case_id):
    """Keep a briefing that names a child of its case, and return its id."""
    child = ChildDraft(pseudonym="Child A", name="Planted Name")
    save_child(register, case_id, None, child, today=TODAY)
    draft = replace(DRAFT, background=TELLING, case_ids=(case_id,))
    return save_briefing(register, None, draft).briefing_id


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def failed(pack):
    return {check.finding: check for check in pack.report.checks if not check.is_passed}
