"""The front sheet tells a case on paper, with pseudonyms for its children and nobody's name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from paper_words import words_of
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.cases import CaseDraft, CaseKind
from sgdesk.domain.delays import DelayDraft
from sgdesk.domain.notifications import NotificationDraft, NotificationKind
from sgdesk.domain.partnerships import AgreedDate
from sgdesk.domain.people import ChildDraft
from sgdesk.domain.rapid_reviews import Decision, PanelView, RapidReviewDraft
from sgdesk.domain.standings import Standing
from sgdesk.errors import UserError
from sgdesk.records.papers import PaperTable
from sgdesk.services.agreed_dates import save_agreed_date
from sgdesk.services.cases import save_case
from sgdesk.services.children import save_child
from sgdesk.services.entries import save_entry
from sgdesk.services.front_sheets import front_sheet
from sgdesk.services.reviews import save_notification, save_rapid_review

DONE = RapidReviewDraft(
    meeting_on=date(2026, 11, 12),
    decision=Decision.NO_LOCAL_REVIEW,
    decided_on=date(2026, 11, 16),
    reasons="All learnt.",
    sent_on=date(2026, 11, 17),
    panel_view=PanelView.AGREES,
    panel_replied_on=date(2026, 11, 20),
)


def facts_of(paper):
    return {row.cells[0]: row.cells[1] for row in paper.parts[0].rows}


def part_of(paper, title):
    return next((part for part in paper.parts if part.title == title), None)


def test_it_tells_key_facts_and_no_names(register):
    case_id = make_case(register)
    child = ChildDraft(pseudonym="Child A", name="Planted Name", born_on=date(2026, 8, 1))
    save_child(register, case_id, None, child, today=TODAY)
    save_rapid_review(register, case_id, RapidReviewDraft(meeting_on=TODAY), today=TODAY)
    paper = front_sheet(register, case_id, today=TODAY)
    assert (paper.title, paper.file_stem) == ("Case RIV2026-27-01", "case-front-sheet")
    assert paper.summary.startswith("Rapid Review. Notified 10 Nov 2026.")
    assert facts_of(paper) == {
        "Description": "Two siblings, neglect",
        "Further references": "COV 7",
        "Children": "Child A: harmed, 3 months",
        "Incident": "Thu 5 Nov 2026",
        "Authority aware": "Fri 6 Nov 2026",
        "Notified": "Tue 10 Nov 2026",
        "Meeting": "Mon 23 Nov 2026: Rapid Review meeting",
        "Themes": "Neglect",
        "Case owner": "Business support",
        "Guidance": "Working Together 2026",
    }
    assert "Planted" not in repr(paper)
    steps = part_of(paper, "What must happen next, and why")
    assert len(steps.lines) == 3
    missing = part_of(paper, "Before today’s Rapid Review meeting still missing")
    assert "The chair of the meeting" in missing.lines


def test_the_death_of_a_child_in_care_is_named(register):
    case_id = make_case(register, notified_on=None)
    death = NotificationDraft(NotificationKind.LOOKED_AFTER_DEATH, notified_on=TODAY)
    save_notification(register, case_id, death, today=TODAY)
    paper = front_sheet(register, case_id, today=TODAY)
    assert facts_of(paper)["Kind"] == "Death of a looked-after child"
    assert paper.case_ids == (case_id,)


def test_it_tells_decision_reply_and_proceedings(register):
    case_id = make_case(register)
    save_rapid_review(register, case_id, DONE, today=TODAY)
    delay = DelayDraft("Inquest", reason="It waits.", started_on=date(2026, 11, 12))
    save_entry(register, case_id, None, delay, today=TODAY)
    facts = facts_of(front_sheet(register, case_id, today=TODAY))
    assert facts["Decision"].startswith("No local review")
    assert facts["Panel’s view"] == "Agrees with the decision"
    assert facts["Proceedings"] == "Inquest: since 12 Nov 2026, goes on"


def test_deadlines_that_are_left_stand_in_order_and_the_met_ones_are_counted(register):
    case_id = make_case(register)
    agreed = AgreedDate(date(2026, 12, 4), "A trial", "The partners")
    save_agreed_date(register, case_id, "RR-15", agreed)
    table = part_of(front_sheet(register, case_id, today=TODAY), "Deadlines")
    assert isinstance(table, PaperTable)
    assert table.note == "1 met already."
    assert not {row.standing for row in table.rows} & {Standing.MET, Standing.NOT_APPLICABLE}
    due = {row.cells[0]: row.cells[2] for row in table.rows if not row.is_below}
    assert due["Rapid Review to the Panel"] == "Tue 1 Dec 2026\nAgreed: Fri 4 Dec 2026"
    below = [row.cells[0] for row in table.rows if row.is_below]
    assert (
        "Notified Tue 10 Nov 2026 (day 0). Day 15 = Tue 1 Dec 2026. Skipped: 6 weekend days."
        in (below)
    )


def test_the_whole_sheet_reads_as_it_should(register, golden):
    case_id = make_case(register)
    save_rapid_review(register, case_id, RapidReviewDraft(meeting_on=TODAY), today=TODAY)
    golden("papers/front-sheet.txt", words_of(front_sheet(register, case_id, today=TODAY)))


def test_a_closed_case_has_nothing_left(register):
    closed = replace(CASE, closed_on=date(2026, 11, 20), closed_reason="All done.")
    (case_id,) = save_case(register, None, closed, today=TODAY).case_ids
    paper = front_sheet(register, case_id, today=TODAY)
    assert part_of(paper, "What must happen next, and why") is None
    assert part_of(paper, "Still missing") is None
    assert part_of(paper, "Deadlines").note.endswith("None is left.")


def test_a_case_without_a_reference_is_called_by_its_title(register):
    national = CaseDraft(title="A national theme", kind=CaseKind.NATIONAL)
    (case_id,) = save_case(register, None, national, today=TODAY).case_ids
    assert front_sheet(register, case_id, today=TODAY).title == "A national theme"


def test_a_case_that_is_gone_is_told(register):
    with pytest.raises(UserError, match="no longer"):
        front_sheet(register, uuid4(), today=TODAY)
