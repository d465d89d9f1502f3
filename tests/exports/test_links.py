"""Which addresses a document may link to."""

from __future__ import annotations

import pytest

from sgdesk.exports.links import contact_link, safe_link

SOUND = {
    "https://reviews.riverton.example/a?b=c#d": "https://reviews.riverton.example/a?b=c#d",
    " http://riverton.example ": "http://riverton.example",
    "mailto:reviews@riverton.example": "mailto:reviews@riverton.example",
    "www.riverton.example": "https://www.riverton.example",
    "WWW.riverton.example": "https://WWW.riverton.example",
}
UNSOUND = [
    "", "riverton.example", "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x",
    "file:///c:/x", "https://", "https://[x", "https://a b.example", "https://ex\u0430mple.test",
    "\\\\server\\share", "//riverton.example", "C:\\cases\\a.docx",
]  # fmt: skip


@pytest.mark.parametrize(("address", "opened"), SOUND.items())
def test_web_and_mail_addresses_are_opened(address, opened):
    assert safe_link(address) == opened


@pytest.mark.parametrize(
    ("word", "opened"),
    [
        ("reviews@riverton.example,", "mailto:reviews@riverton.example"),
        ("(www.riverton.example)", "https://www.riverton.example"),
        ("https://riverton.example", "https://riverton.example"),
        ("riverton.example", ""),
        ("Riverton", ""),
    ],
)
def test_the_addresses_in_a_contact_line_are_opened(word, opened):
    assert contact_link(word) == opened


@pytest.mark.parametrize("address", UNSOUND)
def test_every_other_address_stays_text(address):
    assert safe_link(address) == ""
