"""The checks of proceedings and delay."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.domain.delays import PAUSABLE_CLOCKS, DelayDraft, check_delay, in_sentence
from sgdesk.domain.rule_packs import RULE_CODES

TODAY = date(2026, 11, 23)
PAST, COMING = date(2026, 11, 10), date(2026, 12, 7)
SOUND = DelayDraft(
    kind="Criminal trial",
    reason="No witness is spoken to before it ends.",
    started_on=PAST,
    expected_on=date(2027, 5, 3),
    authority="Lead safeguarding partners",
    agreed_on=PAST,
    next_check_on=COMING,
    pauses=("LR-6M",),
)


def fields(**changes):
    values = {name: getattr(SOUND, name) for name in SOUND.__dataclass_fields__} | changes
    return {one.field: one.is_warning for one in check_delay(DelayDraft(**values), today=TODAY)}


def test_a_whole_entry_is_sound():
    assert fields() == {}
    assert SOUND.is_open


def test_an_empty_entry_says_all_that_is_missing_at_once():
    assert [one.field for one in check_delay(DelayDraft(), today=TODAY)] == ["kind", "reason"]


def test_a_clock_stands_only_by_agreement_and_with_a_next_look():
    assert fields(authority=" ", next_check_on=None) == {"authority": False, "next_check_on": False}
    assert fields(next_check_on=None, ended_on=PAST) == {}
    assert fields(authority="", agreed_on=None, next_check_on=None, pauses=()) == {}


def test_a_day_of_agreement_asks_who_agreed():
    assert fields(authority="", pauses=()) == {"authority": True}


@pytest.mark.parametrize("name", ["started_on", "agreed_on", "told_on", "ended_on"])
def test_what_has_happened_lies_in_the_past(name):
    changes = {"expected_on": None, name: TODAY + timedelta(days=1)}
    assert fields(**changes)[name] is False
    assert name not in fields(**{name: TODAY})


@pytest.mark.parametrize("name", ["expected_on", "ended_on"])
def test_nothing_ends_before_it_began(name):
    assert fields(**{name: PAST - timedelta(days=1)}) == {name: False}
    assert fields(started_on=None, **{name: PAST - timedelta(days=1)}) == {}


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("Criminal trial", "criminal trial"),
        ("MAPPA serious case review", "MAPPA serious case review"),
        ("", ""),
        ("X", "x"),
    ],
)
def test_what_holds_a_review_up_is_lowered_for_the_middle_of_a_sentence(kind, words):
    assert in_sentence(kind) == words


def test_every_clock_that_may_pause_is_a_rule():
    assert set(PAUSABLE_CLOCKS) <= set(RULE_CODES)


@given(
    st.builds(
        DelayDraft,
        kind=st.sampled_from(["", "Inquest"]),
        pauses=st.sampled_from([(), ("LR-6M",)]),
        agreed_on=st.none() | st.dates(),
        started_on=st.none() | st.dates(),
        expected_on=st.none() | st.dates(),
        next_check_on=st.none() | st.dates(),
        ended_on=st.none() | st.dates(),
    )
)
def test_no_field_is_refused_twice(draft):
    found = [one.field for one in check_delay(draft, today=TODAY)]
    assert len(found) == len(set(found))
