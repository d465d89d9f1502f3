"""Links on slides: under which words they stand."""

from __future__ import annotations

import pytest

from sgdesk.exports.deck.content import Run
from sgdesk.exports.deck.links import is_address, reading_line
from sgdesk.records.briefing import FurtherReading

ADDRESS = "https://www.example.org/reviews"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ADDRESS, True),
        ("www.example.org", True),
        ("mailto:a@b.org", True),
        ("example.org/reviews", True),
        ("Our reviews page", False),
        ("and/or", False),
        ("See https://example.org", False),
    ],
)
def test_an_address_is_told_from_words(text, expected):
    assert is_address(text) is expected


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (
            FurtherReading("The review:", "Our page", ADDRESS),
            (Run("The review: "), Run("Our page", address=ADDRESS)),
        ),
        (FurtherReading("", "Our page", ADDRESS), (Run("Our page", address=ADDRESS),)),
        (FurtherReading("The review", "", ADDRESS), (Run("The review", address=ADDRESS),)),
        (
            FurtherReading("Read:", ADDRESS, ADDRESS),
            (Run("Read: "), Run("Open the web page", address=ADDRESS)),
        ),
        (FurtherReading(ADDRESS, "", ADDRESS), (Run("Open the web page", address=ADDRESS),)),
        (FurtherReading("", "", ADDRESS), (Run("Open the web page", address=ADDRESS),)),
        (FurtherReading("Ask", "your lead", ""), (Run("Ask your lead"),)),
        (FurtherReading("Ask", "", "file:///a"), (Run("Ask file:///a"),)),
    ],
)
def test_a_link_stands_under_words_of_its_own(reading, expected):
    assert reading_line(reading) == expected
