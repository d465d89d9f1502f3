import math

import pytest

from sgdesk.config.resources import resource
from sgdesk.store.passphrases import (
    SHORTEST,
    WORDS_OFFERED,
    check_passphrase,
    generate_passphrase,
    normalised,
)

WORDS = resource("words.txt").read_text("ascii").split()


def test_the_words_are_many_short_and_plain():
    assert len(WORDS) == len(set(WORDS))
    assert math.log2(len(WORDS)) * WORDS_OFFERED > 54
    assert all(3 <= len(word) <= 8 and word.islower() and word.isalpha() for word in WORDS)


def test_an_offered_passphrase_is_five_of_the_words_and_never_the_same():
    offered = [generate_passphrase() for _ in range(50)]
    assert len(set(offered)) == 50
    assert all(len(text.split()) == 5 and set(text.split()) <= set(WORDS) for text in offered)


def test_an_offered_passphrase_is_never_refused():
    assert [check_passphrase(generate_passphrase()) for _ in range(200)] == [[]] * 200


@pytest.mark.parametrize("text", ["", "short", "eleven char", "  spread   out   "])
def test_a_short_passphrase_is_told_its_length(text):
    (problem,) = check_passphrase(text)
    assert problem.field == "passphrase"
    assert str(SHORTEST) in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "Password1234!",
        "passphrase-2026",
        "SafeguardingPartnership",
        "safeguarding children 2026",
        "qwertyuiop123",
        "aaaaaaaaaaaa",
        "ab ab ab ab ab",
        "123456789012",
        "Correct Horse Battery Staple",
        "welcome welcome welcome",
    ],
)
def test_what_anybody_would_guess_first_is_refused(text):
    (problem,) = check_passphrase(text)
    assert "guess" in problem.message


@pytest.mark.parametrize("text", ["acorn ferry lilac", "Zoë's ginger teapot", "9 elms, 4 owls!"])
def test_other_passphrases_are_taken(text):
    assert check_passphrase(text) == []


def test_spaces_and_the_way_an_accent_is_typed_do_not_count():
    assert normalised("  Zoe\u0308  sings ") == normalised("Zo\u00eb sings") == "Zo\u00eb sings"
