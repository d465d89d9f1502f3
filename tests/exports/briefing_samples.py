"""An invented review, told at length, for the tests of the documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageDraw

from sgdesk.records.briefing import Brand, Briefing, FurtherReading, LearningPoint, ThemeCount

if TYPE_CHECKING:
    from sgdesk.domain.typefaces import DocumentFont

PARTNERSHIP = "Eastmarsh Safeguarding Children Partnership"


def logo_png(width: int = 420, height: int = 180) -> bytes:
    """A logo with transparency: a ring and a bar."""
    picture = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    pen.ellipse((10, 10, height - 10, height - 10), outline=(18, 52, 77, 255), width=22)
    pen.rectangle((height + 10, height // 2 - 14, width - 10, height // 2 + 14), fill="#0B7A75")
    result = BytesIO()
    picture.save(result, "PNG")
    return result.getvalue()


BRIEFING = Briefing(
    title="Out of Sight – When a Family Keeps Moving",
    reference="ESCP2024-25/03",
    review_type="Local Child Safeguarding Practice Review",
    published=date(2025, 3, 12),
    as_of=date(2025, 3, 14),
    brand=Brand(PARTNERSHIP, "Eastmarsh SCP", logo_png=logo_png()),
    background=(
        (
            "The review looks at three children whose family had nine addresses in four years. "
            "Each move brought new workers, and each new worker began the family’s story again."
        ),
        "No agency saw the whole picture until the youngest child was badly hurt.",
    ),
    key_learning=(
        LearningPoint("A move is a risk, not a fresh start.", "Ask what the family is leaving."),
        LearningPoint(
            "Records lagged behind the children.",
            "It took eleven weeks for the health file to arrive, and school began without it.",
        ),
        LearningPoint("Fathers were invisible.", "Nobody knew who lived in the household."),
        LearningPoint(
            "Children told us in other ways.", "Hunger and tiredness were explained away."
        ),
        LearningPoint("Optimism won.", "Small improvements were taken for lasting change."),
    ),
    improvements=(
        LearningPoint("Ring before you close.", "Speak to the next team; do not only write."),
        LearningPoint("Hold one chronology.", "Agree who keeps it and who adds to it."),
        LearningPoint("See the home, and every room.", "Look where each child sleeps and plays."),
        LearningPoint("Name the men.", "Record who lives in and who visits."),
        LearningPoint("Say it to a supervisor.", "Bring the case that you think of at night."),
    ),
    questions=(
        "Which families on our lists have moved twice in the past year, and what did we pass on?",
        "Whose voice is missing from the last assessment that you read?",
        "How would a new worker know what worried us most?",
        "What will we do differently, and when will we check that it has happened?",
    ),
    find_out_more=(
        FurtherReading(
            "The full review and slides:", "Eastmarsh reviews page", "https://escp.example/reviews"
        ),
        FurtherReading("National learning:", "Case review library", "https://library.example/"),
        FurtherReading("Worried about a child?", "Ring the advice line, or 999 in an emergency."),
    ),
    web_address="https://escp.example/reviews",
    themes=(ThemeCount("Neglect", 6), ThemeCount("Information sharing", 5)),
)


def make_briefing(**changes: Any) -> Briefing:
    """The sample with other fields."""
    return replace(BRIEFING, **changes)


SHORT = make_briefing(
    title="Asking Twice",
    reference="",
    review_type="National review",
    published=None,
    brand=Brand(PARTNERSHIP, "Eastmarsh SCP"),
    background=("One boy, one missed appointment, and one nurse who rang again.",),
    key_learning=(LearningPoint("Ask again.", "The second call found the child."),),
    improvements=(LearningPoint("", "Ring after every missed appointment."),),
    questions=("Who do we ring twice?",),
    find_out_more=(),
    web_address="",
)
"""No reference, no date, no logo, few words."""

WELL_WRITTEN = make_briefing(
    good_practice=(
        LearningPoint("A teaching assistant kept a diary.", "It became the clearest evidence."),
        LearningPoint("", "The health visitor stayed on the case after her own area’s border."),
    ),
)
"""With good practice, so that three lists share two columns."""


def set_in(briefing: Briefing, font: DocumentFont) -> Briefing:
    return replace(briefing, brand=replace(briefing.brand, typeface=font))
