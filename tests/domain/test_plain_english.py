"""Tests of the hints for plainer writing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.domain.jargon import DEFAULT_JARGON, jargon_entries, jargon_entry
from sgdesk.domain.plain_english import MOST_WORDS, HintKind, Passage, find_hints, sentences
from sgdesk.domain.plain_words import BLAME, VICTIM

JARGON = jargon_entries(DEFAULT_JARGON)
texts = st.text(
    st.sampled_from("aBcdeMASHu .!?\n’“”()-,:;é\N{PILE OF POO}\N{COMBINING ACUTE ACCENT}"),
    max_size=300,
)


def hints(*written, jargon=JARGON):
    passages = [Passage("background", text, number) for number, text in enumerate(written)]
    return find_hints(passages, jargon)


def said(*written):
    """Return the kinds and the words of all hints."""
    return [(one.kind, one.passage.text[one.start : one.end]) for one in hints(*written)]


def sentence_of(count):
    return " ".join(["word"] * (count - 1)) + " end."


# Long sentences


def test_a_sentence_of_25_words_is_not_long_and_one_of_26_is():
    assert not hints(sentence_of(MOST_WORDS))
    (hint,) = hints(sentence_of(MOST_WORDS + 1))
    assert hint.kind is HintKind.LONG
    assert hint.sentence == "26 words in one sentence, “word word word word word…”: make two of it."


def test_a_long_sentence_is_pointed_at_whole_and_without_its_neighbours():
    text = f"Short one. {sentence_of(30)} And another."
    (hint,) = hints(text)
    assert text[hint.start : hint.end] == sentence_of(30)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dr. Smith came. Then he left.", 2),
        ("This is plain, e.g. this. So is that.", 2),
        ("It cost £3.50 a day. Yes.", 2),
        ("One line\nand another", 2),
        ("Did they ask? “Yes!” They did.", 3),
        ("J. came at St. Mary’s.", 1),
        ("", 0),
        ("  \n ", 0),
        ("It ended with etc.", 1),
    ],
)
def test_sentences_end_where_a_reader_says_so(text, count):
    assert len(list(sentences(text))) == count


@given(texts)
def test_sentences_hold_every_letter_once_and_in_order(text):
    parts = [text[start:end] for start, end in sentences(text)]
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(part == part.strip() for part in parts)


# Blame


@pytest.mark.parametrize(
    "words",
    [
        "failed to",
        "Failure to",
        "refused",
        "non-compliant",
        "non-compliance",
        "did not comply",
        "did not engage",
        "hard to engage",
        "disengaged",
        "hard to reach",
        "hard-to-reach",
        "should have",
        "missed opportunities",
        "missed an opportunity",
        "did not attend",
        "claimed that",
        "chaotic",
        "attention-seeking",
    ],
)
def test_words_of_blame_are_found_and_quoted(words):
    (hint,) = hints(f"The mother {words} x")
    assert hint.kind is HintKind.BLAME
    assert hint.sentence.startswith(f"“{words}” ")


@pytest.mark.parametrize(
    "words",
    [
        "put herself at risk",
        "putting themselves at further risk",
        "lifestyle choice",
        "promiscuous",
        "absconded",
        "streetwise",
        "committed suicide",
        "volatile relationship",
    ],
)
def test_words_that_make_a_child_answer_for_harm_are_found(words):
    (hint,) = hints(f"The girl {words} x")
    assert hint.kind is HintKind.VICTIM
    assert hint.passage.text[hint.start : hint.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "The brakes failed.",
        "Her refusenik uncle.",
        "The plan was engaging.",
        "They shoulder have-nots.",
        "The child was not brought.",
        "A suicide prevention plan was made.",
        "She put the baby in the cot.",
    ],
)
def test_words_that_only_look_alike_are_let_be(text):
    assert not said(text)


def test_every_pattern_compiles_alone_and_its_advice_ends_as_a_sentence():
    for pattern, advice in (*BLAME, *VICTIM):
        compiled = re.compile(pattern)
        assert compiled.groups == 0
        assert advice.endswith((".", "”."))


# Jargon


def test_jargon_is_found_in_its_usual_forms_with_what_to_say_instead():
    for words in ("utilise", "Utilised", "utilising", "utilises"):
        (hint,) = hints(f"They {words} it.")
        assert hint.kind is HintKind.JARGON
        assert hint.sentence == f"“{words}”, more plainly: use."
    assert not hints("The utiliser.", jargon=(("utile", "useful"),))


def test_words_across_a_line_end_are_found_and_the_longest_entry_wins():
    jargon = (("in order", "first"), ("in order to", "to"))
    assert [one.sentence for one in hints("It was done in order\nto help.", jargon=jargon)] == [
        "“in order to”, more plainly: to."
    ]


def test_an_entry_may_hold_any_signs_and_is_taken_as_it_is_written():
    assert hints("Yes and/or no.", jargon=(("and/or", "or"),))
    assert hints("A (b) c", jargon=(("x+", "y"), ("(b)", "b")))
    assert not hints("axxb", jargon=(("a.*b", "c"),))
    assert hints("Two policies.", jargon=(("policy", "rule"),))
    assert not hints("Anything at all.", jargon=())


def test_what_is_said_twice_is_told_once():
    assert len(hints("They utilise it.", "We utilised it, too.")) == 1


def test_an_entry_needs_words_a_colon_and_words():
    assert jargon_entry("utilise: use") == ("utilise", "use")
    assert jargon_entry(" ratio : 1:2 ") == ("ratio", "1:2")
    for wrong in ("utilise", "utilise:", ": use", "-: use", ""):
        assert jargon_entry(wrong) is None
    assert len(JARGON) == len(DEFAULT_JARGON) >= 60


def test_what_is_proposed_instead_is_not_jargon_itself():
    for said_so, instead in JARGON:
        words = [one.key for one in hints(instead) if one.kind is HintKind.JARGON]
        assert not words, said_so


# Short forms


def test_a_short_form_is_told_at_its_first_use_with_its_words_where_they_are_known():
    assert said("The MASH met.", "The MASH met again.") == [(HintKind.SHORT_FORM, "MASH")]
    (hint,) = hints("The LADO came.")
    assert "“local authority designated officer (LADO)”" in hint.sentence
    (hint,) = hints("The QXZ came.")
    assert hint.sentence == "“QXZ”: say in full what it stands for at its first use."


@pytest.mark.parametrize(
    "text",
    [
        "The multi-agency safeguarding hub (MASH) met. The MASH met again.",
        "The MASH (multi-agency safeguarding hub) met.",
        "The GP and the NHS in the UK.",
        "Part II of the plan.",
        "A CHILD WAS NOT SEEN AT HOME",
        "She said “I” and left.",
        "Form A&E-B, COVID-19.",
    ],
)
def test_short_forms_that_are_explained_or_known_are_let_be(text):
    assert not said(text)


def test_a_bracket_without_words_explains_nothing():
    assert said("(MASH) met.") == [(HintKind.SHORT_FORM, "MASH")]
    assert said("MASH (2) met.") == [(HintKind.SHORT_FORM, "MASH")]


def test_the_plural_of_a_short_form_is_part_of_it():
    assert said("Two CPPs were made.") == [(HintKind.SHORT_FORM, "CPPs")]


# All together


def test_hints_come_in_reading_order_and_no_words_are_told_twice():
    text = "The MASH failed to utilise it. The mother disengaged."
    assert [kind for kind, _ in said(text)] == [
        HintKind.SHORT_FORM,
        HintKind.BLAME,
        HintKind.JARGON,
        HintKind.BLAME,
    ]
    jargon = (("failed to utilise", "did not use"),)
    assert [one.kind for one in hints("It failed to utilise it.", jargon=jargon)] == [
        HintKind.BLAME
    ]


@given(st.lists(texts, max_size=4))
def test_every_hint_points_at_words_that_stand_there(written):
    found = hints(*written)
    assert len({one.key for one in found}) == len(found)
    for one in found:
        part = one.passage.text[one.start : one.end]
        assert part
        assert part == part.strip()
        assert one.sentence.endswith((".", "”."))


@given(st.lists(st.sampled_from(["ask", "child", "see", "home", "day"]), max_size=MOST_WORDS))
def test_short_plain_sentences_have_no_hint(words):
    assert not hints(" ".join(words))


@given(texts, texts)
def test_a_passage_before_can_only_take_hints_away_that_it_tells_itself(before, text):
    together = {one.key for one in hints(before, text)}
    assert {one.key for one in hints(before)} <= together
    assert {one.key for one in hints(text)} >= together - {one.key for one in hints(before)}
