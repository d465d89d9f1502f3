"""How much of what gives a child away is found, over texts that were written beforehand.

The first corpus (386 leaks, 365 look-alikes) was written before the check, by who wrote the
check, with its rules in mind. The second batch was written after it and run once before
anything was changed: then 59 of 64 leaks were found, and 12 of 70 look-alikes raised an
alarm. The third came after what that taught: at first 27 of 30 and 2 of 30.
The fourth was written by somebody who had read the page of help and the lists below, not the
check: at first 176 of 183 leaks (96 %) were found, and 7 of 168 look-alikes (4 %) raised an
alarm. Then the rules were widened, with names and dates put into many sentences by a program.
The fifth came after that, by the same hand, and changed nothing: 38 of 41 found (93 %), 2 of 40
alarms (5 %). So of texts that nobody has thought of more than nine leaks in ten are found, not
99 in 100; what stands below is what is left of all.
"""

from __future__ import annotations

import identity_elsewhere
import identity_fifth_batch
import identity_fourth_batch
import identity_innocents
import identity_leaks
import identity_second_batch
import pytest
from identity_facts import CASES, facts

from sgdesk.config.resources import resource
from sgdesk.domain import case_search, page_text
from sgdesk.domain.identity_finder import IdentityFinder
from sgdesk.domain.likenesses import Likenesses
from sgdesk.domain.private_facts import WordList

BATCHES = (
    identity_elsewhere,
    identity_second_batch,
    identity_fourth_batch,
    identity_fifth_batch,
)
LEAKS = identity_leaks.LEAKS | {
    group: texts for batch in BATCHES for group, texts in batch.LEAKS.items()
}
INNOCENTS = identity_innocents.INNOCENTS | {
    group: texts for batch in BATCHES for group, texts in batch.INNOCENTS.items()
}
KNOWN_MISSES = {
    "AMBER & APRIL: SIBLING ASSESSMENT",
    "Amber, April and Mark",
    "Mark and April’s mother",
    "Slide picture: a child’s hand with the bracelet “PIP”",
    "b. 16-viii-2022",
}
KNOWN_FALSE_ALARMS = {
    "Ali and other names",
    "Corbin, a composite, is used as the example in the training.",
    "Daniel, Darren and Darius took part in the focus group.",
    "Harbour View is a common name for a surgery.",
    "Jean Clarke chairs the network.",
    "Paul, as in the apostle",
    "St Bede is remembered in May.",
    "The Will of the people",
    "The first of January is a bank holiday.",
    "tetra pack",
    "the Bede Centre for Learning",
}
LEAST_FOUND, MOST_FALSE_ALARMS = 0.99, 0.05


def english() -> WordList:
    folder = resource("english")
    return WordList(
        frozenset((folder / "words.txt").read_text("ascii").split()),
        frozenset((folder / "names.txt").read_text("ascii").split()),
    )


@pytest.fixture(scope="module")
def finder() -> IdentityFinder:
    return IdentityFinder(facts(english()))


def found(finder, corpus):
    """Return the texts in which something was found, and those in which nothing was."""
    hits, rest = [], []
    for (case, group), texts in corpus.items():
        where = "file name" if "file names" in group else "Background"
        for text in texts:
            is_found = bool(finder.find([(where, text)], (CASES[case],)))
            (hits if is_found else rest).append(text)
    return hits, rest


def test_nearly_every_leak_is_found_and_the_misses_are_known_by_name(finder):
    hits, misses = found(finder, LEAKS)
    assert len(hits) + len(misses) >= 700
    assert set(misses) == KNOWN_MISSES
    assert len(hits) / (len(hits) + len(misses)) >= LEAST_FOUND


def test_few_innocent_texts_raise_an_alarm_and_those_are_known_by_name(finder):
    alarms, rest = found(finder, INNOCENTS)
    assert len(alarms) + len(rest) >= 670
    assert set(alarms) == KNOWN_FALSE_ALARMS
    assert len(alarms) / (len(alarms) + len(rest)) <= MOST_FALSE_ALARMS


def test_most_leaks_are_certain_enough_to_stop_a_pack(finder):
    texts = [(case, text) for (case, _), group in LEAKS.items() for text in group]
    blocked = [
        text
        for case, text in texts
        if any(one.is_certain for one in finder.find([("Text", text)], (CASES[case],)))
    ]
    assert len(blocked) / len(texts) > 0.85


def test_no_sentence_repeats_what_is_private(finder):
    for (case, _), group in LEAKS.items():
        for text in group:
            for one in finder.find([("page 1", text)], (CASES[case],)):
                told = one.sentence.casefold()
                assert "quellish" not in told
                assert "petra" not in told
                assert "hunter" not in told
                assert not any(sign.isdigit() for sign in told.replace("page 1", ""))


def _no_likeness(monkeypatch):
    monkeypatch.setattr(Likenesses, "of", lambda _self, _word: set())


def _no_initials(monkeypatch):
    monkeypatch.setattr(case_search, "initials", lambda _person: frozenset())


def _no_dates(monkeypatch):
    monkeypatch.setattr(page_text, "written_dates", lambda _text: iter(()))


def _no_places(monkeypatch):
    monkeypatch.setattr(case_search, "place_forms", lambda *_: iter(()))


def _no_postcodes(monkeypatch):
    monkeypatch.setattr(case_search, "postcodes", lambda _place: [])


def _no_folding(monkeypatch):
    monkeypatch.setattr(page_text, "fold", lambda text: text)


@pytest.mark.parametrize(
    ("sabotage", "least_lost"),
    [
        (_no_likeness, 20),
        (_no_initials, 10),
        (_no_dates, 80),
        (_no_places, 25),
        (_no_postcodes, 5),
        (_no_folding, 10),
    ],
    ids=["likeness", "initials", "dates", "places", "postcodes", "folding"],
)
def test_each_way_of_looking_is_needed(monkeypatch, sabotage, least_lost):
    sabotage(monkeypatch)
    hits, misses = found(IdentityFinder(facts(english())), LEAKS)
    assert len(misses) - len(KNOWN_MISSES) >= least_lost
    assert len(hits) / (len(hits) + len(misses)) < LEAST_FOUND
