from __future__ import annotations

from datetime import date

import pytest
from exact_dates import exactly

from sgdesk.domain.briefings import BriefingDraft, Point
from sgdesk.domain.cases import CaseDraft, CaseKind
from sgdesk.services.drafts import cleaned


def test_every_text_of_a_draft_is_cleaned_and_everything_else_kept():
    draft = CaseDraft(
        reference=" A\x00 1 ",
        further_references=(" B\u202e",),
        title="a\r\nb",
        kind=CaseKind.LOCAL,
        incident=exactly(date(2026, 6, 3)),
        closed_reason="a\r\nb",
    )
    held = cleaned(draft)
    assert (held.reference, held.further_references, held.title) == ("A 1", ("B",), "a b")
    assert held.closed_reason == "a\nb"
    assert held.incident == draft.incident
    assert type(held.kind) is CaseKind


def test_texts_within_records_are_cleaned_too():
    draft = BriefingDraft(key_learning=(Point(" Lead\x07 ", "a\nb"),), background="a\r\n\r\nb ")
    held = cleaned(draft)
    assert held.key_learning == (Point("Lead", "a b"),)
    assert held.background == "a\nb"


def test_only_drafts_are_cleaned():
    for other in ("text", CaseDraft):
        with pytest.raises(TypeError):
            cleaned(other)
