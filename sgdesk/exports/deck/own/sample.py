"""An invented briefing for the pictures that show how a template comes out."""

from __future__ import annotations

from datetime import date

from sgdesk.records.briefing import (
    Brand,
    Briefing,
    FurtherReading,
    LearningPoint,
    ThemeCount,
)

SAMPLE = Briefing(
    title="Listening to children who move often",
    reference="SAMPLE2026-01",
    review_type="Local Child Safeguarding Practice Review",
    published=date(2026, 3, 12),
    as_of=date(2026, 3, 12),
    brand=Brand("Sample Safeguarding Children Partnership", "Sample SCP"),
    background=(
        "The family moved four times in two years. Each new worker began again.",
        "No agency saw the whole picture.",
    ),
    key_learning=(
        LearningPoint("A move is a risk.", "Ask what the family is leaving, and why."),
        LearningPoint("Records follow slowly.", "Ring the team that knew the child before."),
        LearningPoint("Children tell us in other ways.", "Hunger and tiredness are words too."),
    ),
    good_practice=(
        LearningPoint("A second call.", "A nurse rang again, and the child was found."),
    ),
    improvements=(
        LearningPoint("Hold one chronology.", "Agree who keeps it and who adds to it."),
        LearningPoint("Speak before you close.", "Do not only write to the next team."),
    ),
    questions=(
        "Which families on our lists have moved twice in the past year?",
        "How would a new worker know what worried us most?",
        "What will we do differently, and when will we check?",
    ),
    find_out_more=(
        FurtherReading("The full review:", "Our reviews page", "https://www.example.org/reviews"),
    ),
    mark="SAMPLE",
    themes=(ThemeCount("Neglect", 4), ThemeCount("Sharing information", 3)),
)
