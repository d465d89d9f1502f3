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


def mistyped(text):
    with pytest.raises(MistypedRecoveryKeyError) as caught:
        recovery.read_back(text)
    return str(caught.value)


def in_groups(text):
    return "-".join(text[at : at + 5] for at in range(0, 35, 5))


@pytest.mark.parametrize("seed", range(3))
def test_nearly_every_slip_of_one_character_is_told_with_its_group(seed):
    source = random.Random(seed)  # noqa: S311
    text = written_out(seed)
    exact = 0
    for place, letter in enumerate(text):
        wrong = source.choice([other for other in ALPHABET if other != letter])
        said = mistyped(text[:place] + wrong + text[place + 1 :])
        assert str(place // 5 + 1) in said
        exact += said == f"Group {place // 5 + 1} looks wrong. Compare with the paper."
    assert exact > 30


def test_two_neighbours_swapped_are_told_with_their_group():
    text = next(one for one in map(written_out, range(9)) if one[11] != one[12])
    swapped = text[:11] + text[12] + text[11] + text[13:]
    assert "roup" in mistyped(swapped)
    assert "3" in mistyped(swapped)


def test_more_than_one_wrong_character_is_told_as_that():
    text = written_out(1)
    said = []
    for shift in range(1, 12):
        first, third = (ALPHABET[(ALPHABET.index(text[at]) + shift) % 32] for at in (0, 12))
        said.append(mistyped(first + text[1:12] + third + text[13:]))
    assert sum("More than one character" in one for one in said) > 6


def suspected_by_trying(text):
    """Try every other character and every swap of neighbours."""
    changed = (
        ((place,), text[:place] + other + text[place + 1 :])
        for place in range(35)
        for other in ALPHABET
    )
    swapped = (
        ((place, place + 1), text[:place] + text[place + 1] + text[place] + text[place + 2 :])
        for place in range(34)
    )
    return {
        place // 5 + 1
        for places, other in itertools.chain(changed, swapped)
        if recovery._is_right(other)
        for place in places
    }


@pytest.mark.parametrize("seed", range(12))
def test_the_groups_that_are_suspected_are_those_that_trying_all_finds(seed):
    source = random.Random(seed)  # noqa: S311
    text = written_out(seed)
    for place in source.sample(range(35), 1 + seed % 2):
        wrong = source.choice([other for other in ALPHABET if other != text[place]])
        text = text[:place] + wrong + text[place + 1 :]
    assert recovery._suspects(text) == suspected_by_trying(text)
    beyond = text[:32] + "ZZZ"  # a check that no key has, beyond the prime
    assert recovery._suspects(beyond) == suspected_by_trying(beyond)


def test_where_too_many_groups_might_be_wrong_none_is_named(monkeypatch):
    monkeypatch.setattr(recovery, "_suspects", lambda _text: {1, 4, 6})
    text = written_out(2)
    wrong = ALPHABET[(ALPHABET.index(text[0]) + 1) % 32]
    assert "group by group" in mistyped(wrong + text[1:])


def test_two_groups_that_might_be_wrong_are_both_named(monkeypatch):
    monkeypatch.setattr(recovery, "_suspects", lambda _text: {4, 1})
    text = written_out(2)
    wrong = ALPHABET[(ALPHABET.index(text[0]) + 1) % 32]
    assert mistyped(wrong + text[1:]) == "Groups 1 and 4 look wrong. Compare with the paper."


def test_dashes_of_every_kind_stand_between_groups():
    text = in_groups(written_out(4))
    for dash in ("\u2013", "\u2014", "\u2011", " \u2013 ", "\u2212", ".", "\u00a0"):
        assert recovery.read_back(text.replace("-", dash)) == recovery.read_back(text)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "35 characters, and 0"),
        ("ABCDE-FGHJK", "35 characters, and 10"),
        ("ABCDE-FGHU?", "Group 2 looks wrong: a recovery key never has the character U"),
        ("4" * 36, "35 characters, and 36"),
        (
            "44444-44444-4444-44444-44444-44444-44444",
            "Group 3 looks wrong: each group has 5 characters, and 4 are there.",
        ),
        ("44444-444-4444-44444-44444-44444-44444", "35 characters, and 32"),
        ("44-444-444-444-444-4!4-44", "Group 6 looks wrong: a recovery key never"),
    ],
)
def test_the_sentence_says_what_is_wrong_with_the_typing(typed, said):
    assert said in mistyped(typed)


def test_groups_that_differ_from_the_paper_are_counted_from_one():
    text = in_groups(written_out(3))
    other = ALPHABET[(ALPHABET.index(text[0]) + 1) % 32]
    changed = other + text[1:-1] + ALPHABET[(ALPHABET.index(text[-1]) + 1) % 32]
    assert recovery.differing_groups(text, changed) == (1, 7)
    assert recovery.differing_groups(text, text.lower()) == ()
    assert recovery.differing_groups(text, text[:-1]) == ()
    assert recovery.groups_words((7, 1)) == "groups 1 and 7"
    assert recovery.groups_words((2,)) == "group 2"
