"""Standing texts of the register: saved, removed, and carried by documents of their day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from services_samples import TODAY

from sgdesk.domain.boilerplate import BoilerplateDraft, BoilerplateKey
from sgdesk.domain.briefings import BriefingDraft
from sgdesk.errors import RejectedError, UserError
from sgdesk.records.briefing import Briefing
from sgdesk.services.boilerplate import (
    list_wordings,
    remove_wording,
    save_wording,
    shipped_wording,
    standing_text,
    standing_texts,
    wording_rows,
)
from sgdesk.services.briefings import briefing_of
from sgdesk.services.history import read_history

KEY = BoilerplateKey.STATEMENT
NEXT = BoilerplateDraft(KEY.value, TODAY + timedelta(days=10), "We leave  names out.\n\nAlways.")


def test_the_program_s_own_texts_hold_at_first(register):
    texts = standing_texts(register, on=TODAY)
    assert set(texts) == set(BoilerplateKey)
    for key, paragraphs in texts.items():
        assert "\n".join(paragraphs) == shipped_wording(key)
        assert all(paragraphs)


def test_the_program_s_statement_is_the_one_that_briefings_begin_with():
    assert shipped_wording(KEY) == Briefing.__dataclass_fields__["statement"].default


def test_a_wording_holds_from_its_day_on(register):
    save_wording(register, None, NEXT)
    assert standing_text(register, KEY, on=TODAY) == (shipped_wording(KEY),)
    begun = standing_text(register, KEY, on=TODAY + timedelta(days=10))
    assert begun == ("We leave names out.", "Always.")


def test_a_document_carries_the_wording_of_the_day_on_which_it_is_made(register):
    save_wording(register, None, replace(NEXT, starts_on=TODAY))
    support = BoilerplateDraft(BoilerplateKey.STAFF_SUPPORT.value, TODAY, "Talk to somebody.")
    save_wording(register, None, support)
    draft = BriefingDraft(title="Behind the door")
    made = briefing_of(register, draft, today=TODAY)
    assert made.statement == "We leave names out. Always."
    assert made.staff_support == ("Talk to somebody.",)
    before = briefing_of(register, draft, today=TODAY - timedelta(days=1))
    assert before.statement == shipped_wording(KEY)


def test_wordings_are_listed_with_the_days_on_which_they_hold(register):
    save_wording(register, None, NEXT)
    save_wording(register, None, replace(NEXT, starts_on=date(2026, 1, 5), text="Old."))
    rows = wording_rows(register, KEY, today=TODAY)
    assert [(row.starts_on, row.ends_before, row.is_in_force) for row in rows] == [
        (None, date(2026, 1, 5), False),
        (date(2026, 1, 5), NEXT.starts_on, True),
        (NEXT.starts_on, None, False),
    ]
    assert [row.entry is None for row in rows] == [True, False, False]
    others = wording_rows(register, BoilerplateKey.LIST_OPENING, today=TODAY)
    assert [row.is_in_force for row in others] == [True]


def test_a_wording_is_changed_and_removed(register):
    changes = save_wording(register, None, NEXT)
    assert changes.what == "Standing text saved: Briefings: what is left out, and why"
    (entry,) = list_wordings(register)
    save_wording(register, entry, replace(entry.draft, text="Shorter."))
    (entry,) = list_wordings(register)
    assert (entry.revision, entry.draft.text) == (2, "Shorter.")
    remove_wording(register, entry)
    assert list_wordings(register) == ()


def test_what_is_not_complete_is_refused_as_a_whole(register):
    with pytest.raises(RejectedError) as refused:
        save_wording(register, None, replace(NEXT, starts_on=None, text="\n"))
    assert [problem.field for problem in refused.value.problems] == ["starts_on", "text"]
    save_wording(register, None, NEXT)
    with pytest.raises(RejectedError):
        save_wording(register, None, NEXT)
    assert len(list_wordings(register)) == 1


def test_a_wording_that_was_changed_elsewhere_is_not_saved_over(register):
    save_wording(register, None, NEXT)
    (stale,) = list_wordings(register)
    save_wording(register, stale, replace(stale.draft, text="Meanwhile."))
    with pytest.raises(UserError):
        save_wording(register, stale, replace(stale.draft, text="Too late."))
    with pytest.raises(UserError):
        remove_wording(register, stale)


def test_the_history_tells_of_wordings_by_the_name_of_the_text(register):
    save_wording(register, None, NEXT)
    told = [row.what for row in read_history(register)]
    assert any("Briefings: what is left out, and why" in what for what in told)
