"""Tests of the texts of a briefing that hints are about."""

from __future__ import annotations

from sgdesk.domain.briefing_passages import passages_of
from sgdesk.domain.briefings import BriefingDraft, Point
from sgdesk.domain.plain_english import Passage


def test_every_written_text_comes_in_reading_order_and_knows_its_place():
    draft = BriefingDraft(
        title="Title",
        background="Background",
        key_learning=(Point("Lead.", "Text."), Point(" ", "Second.")),
        questions=("", "One?"),
        timeline=(Point("Age 2", "Seen."),),
    )
    assert passages_of(draft) == (
        Passage("title", "Title"),
        Passage("background", "Background"),
        Passage("key_learning", "Lead."),
        Passage("key_learning", "Text.", 0, 1),
        Passage("key_learning", "Second.", 1, 1),
        Passage("questions", "One?", 1),
        Passage("timeline", "Age 2"),
        Passage("timeline", "Seen.", 0, 1),
    )


def test_recommendations_are_the_reviews_own_words_and_are_let_be():
    assert passages_of(BriefingDraft(recommendations=(Point("1.", "Utilise it."),))) == ()
