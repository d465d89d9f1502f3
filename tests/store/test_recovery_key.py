import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.store import recovery
from sgdesk.store.errors import MistypedRecoveryKeyError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def written_out(seed):
    secret = random.Random(seed).randbytes(20)  # noqa: S311
    return recovery.write_out(secret).replace("-", "")


@given(secret=st.binary(min_size=20, max_size=20))
def test_what_is_written_out_reads_back(secret):
    assert recovery.read_back(recovery.write_out(secret)) == secret


def test_it_is_seven_groups_of_five_characters_that_no_two_look_alike():
    text = recovery.write_out(recovery.new_secret())
    assert [len(group) for group in text.split("-")] == [5] * 7
    assert set(text) - set("-") <= set(ALPHABET)
    assert not set(ALPHABET) & set("ILOU")


def test_two_secrets_are_never_the_same():
    assert len({recovery.new_secret() for _ in range(100)}) == 100


def test_spaces_dashes_capitals_and_lookalikes_are_forgiven():
    secret = bytes(range(20))
    text = recovery.write_out(secret)
    assert {"0", "1"} <= set(text)
    typed = text.lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert recovery.read_back(f"\n {typed} ") == secret
    assert recovery.read_back(text.replace("-", "").replace("1", "I")) == secret


@pytest.mark.parametrize("seed", range(5))
def test_every_single_wrong_character_is_named_as_mistyped(seed):
    text = written_out(seed)
    for place, wrong in itertools.product(range(len(text)), ALPHABET):
        if text[place] != wrong:
            with pytest.raises(MistypedRecoveryKeyError):
                recovery.read_back(text[:place] + wrong + text[place + 1 :])


def test_every_swap_of_two_characters_of_the_secret_is_named_as_mistyped():
    text = written_out(7)
    for one, other in itertools.combinations(range(32), 2):
        letters = list(text)
        letters[one], letters[other] = letters[other], letters[one]
        if letters[one] != letters[other]:
            with pytest.raises(MistypedRecoveryKeyError):
                recovery.read_back("".join(letters))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "35 characters, and 0"),
        ("ABCDE-FGHJK", "35 characters, and 10"),
        ("ABCDE-FGHU?", "the character U"),
        ("4" * 36, "35 characters, and 36"),
    ],
)
def test_the_sentence_says_what_is_wrong_with_the_typing(typed, said):
    with pytest.raises(MistypedRecoveryKeyError, match=said):
        recovery.read_back(typed)
