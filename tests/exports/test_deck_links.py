"""Links on slides: which addresses may stand there, and under which words."""

from __future__ import annotations

import pytest

from sgdesk.exports.deck.content import Run
from sgdesk.exports.deck.links import is_address, reading_line, safe_address
from sgdesk.records.briefing import FurtherReading

ADDRESS = "https://www.example.org/reviews"


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        (ADDRESS, ADDRESS),
        ("http://example.org", "http://example.org"),
        ("www.example.org/a", "https://www.example.org/a"),
        ("mailto:business.support@example.org", "mailto:business.support@example.org"),
        ("", ""),
        ("https://", ""),
        ("https://[bad", ""),
        ("https://example.org/two words", ""),
        ("javascript:alert(1)", ""),
        ("file:///C:/cases", ""),
        ("C:\\cases\\a.docx", ""),
    ],
)
def test_only_web_and_mail_addresses_become_links(address, safe):
    assert safe_address(address) == safe


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
