"""Tests of what a briefing may take over from the record of its reviews."""

from __future__ import annotations

from dataclasses import replace

from services_samples import CASE, TODAY, make_case

from sgdesk.domain.briefings import Point
from sgdesk.domain.learning import FindingDraft, RecommendationDraft
from sgdesk.services.briefing_sources import RecordedPoints, recorded_points
from sgdesk.services.entries import save_entry

FINDINGS = (
    FindingDraft(number="1", text="Nobody asked\nthe father.", theme="Fathers"),
    FindingDraft(number="2", text="Agencies held a part each."),
)
RECOMMENDATIONS = (
    RecommendationDraft(number="1.", text="Ask fathers."),
    RecommendationDraft(number="2", text="Share early."),
)


def fill(register, case_id, entries):
    for entry in entries:
        save_entry(register, case_id, None, entry, today=TODAY)


def test_findings_are_led_by_their_theme_and_recommendations_by_their_number(register):
    case_id = make_case(register)
    fill(register, case_id, (*FINDINGS, *RECOMMENDATIONS))
    assert recorded_points(register, (case_id,)) == RecordedPoints(
        (Point("Fathers.", "Nobody asked the father."), Point("", "Agencies held a part each.")),
        (Point("Recommendation 1.", "Ask fathers."), Point("Recommendation 2.", "Share early.")),
    )


def test_several_reviews_give_what_they_say_once_in_their_order(register):
    first = make_case(register)
    second = make_case(register, replace(CASE, reference="RIV2026-27-02", further_references=()))
    fill(register, first, RECOMMENDATIONS)
    fill(register, second, (RecommendationDraft(number="4", text="Share early."), FINDINGS[1]))
    points = recorded_points(register, (second, first))
    assert [point.text for point in points.recommendations] == ["Share early.", "Ask fathers."]
    assert len(points.findings) == 1
    assert recorded_points(register, ()) == RecordedPoints()
