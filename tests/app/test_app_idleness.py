"""When an open register locks: what two clocks say, however they run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.app.clock import Clocks, read_clocks
from sgdesk.app.idleness import (
    MOST_PUT_OFF_S,
    SET_BACK_S,
    SLEPT_S,
    WARNING_S,
    Idleness,
    Verdict,
)

LIMIT = 600.0
START = Clocks(5_000.0, 1_800_000_000.0)


def later(seconds: float, wall: float | None = None, since: Clocks = START) -> Clocks:
    return Clocks(since.running + seconds, since.wall + (seconds if wall is None else wall))


def looks(idleness: Idleness, seconds: float, *, is_working: bool = False) -> Verdict:
    """Look every five seconds up to `seconds` after the start, and return the last verdict."""
    passed, verdict = 0.0, Verdict.IN_USE
    while passed < seconds:
        passed = min(passed + 5, seconds)
        verdict = idleness.look(later(passed), LIMIT, is_working=is_working)
    return verdict


@pytest.mark.parametrize(
    ("seconds", "verdict"),
    [
        (5, Verdict.IN_USE),
        (LIMIT - WARNING_S - 1, Verdict.IN_USE),
        (LIMIT - WARNING_S, Verdict.SOON),
        (LIMIT - 1, Verdict.SOON),
        (LIMIT, Verdict.IDLE),
    ],
)
def test_it_is_told_a_minute_before_and_locks_in_time(seconds: float, verdict: Verdict) -> None:
    assert looks(Idleness(START), seconds) is verdict
    assert verdict.locks == (verdict is Verdict.IDLE)


def test_a_use_begins_the_time_anew() -> None:
    idleness = Idleness(START)
    looks(idleness, LIMIT - 1)
    idleness.note_use(later(LIMIT - 1))
    assert idleness.look(later(LIMIT + 1), LIMIT) is Verdict.IN_USE


def test_work_in_the_background_puts_it_off_but_not_for_ever() -> None:
    idleness = Idleness(START)
    assert looks(idleness, LIMIT + 100, is_working=True) is Verdict.SOON
    assert idleness.look(later(LIMIT + 105), LIMIT) is Verdict.IDLE
    assert looks(Idleness(START), LIMIT + MOST_PUT_OFF_S, is_working=True) is Verdict.IDLE


@pytest.mark.parametrize("is_working", [False, True])
@pytest.mark.parametrize(
    ("running", "wall"),
    [(5, SLEPT_S + 1), (SLEPT_S + 1, SLEPT_S + 1), (SLEPT_S + 1, 0)],
    ids=["running-clock-stood", "both-went-on", "wall-clock-held-back"],
)
def test_sleep_locks_whichever_clock_tells_of_it(
    running: float, wall: float, *, is_working: bool
) -> None:
    slept = later(running, wall)
    assert Idleness(START).look(slept, LIMIT, is_working=is_working) is Verdict.SLEPT


def test_a_use_after_waking_does_not_hide_the_sleep() -> None:
    idleness = Idleness(START)
    awake = later(5, 3600)
    idleness.note_use(awake)
    assert idleness.look(awake, LIMIT) is Verdict.SLEPT


@pytest.mark.parametrize(
    ("wall", "verdict"),
    [(-SET_BACK_S, Verdict.IN_USE), (-SET_BACK_S - 1, Verdict.SET_BACK), (-3600, Verdict.SET_BACK)],
)
def test_a_clock_that_goes_back_by_more_than_a_correction_locks(
    wall: float, verdict: Verdict
) -> None:
    assert Idleness(START).look(later(5, wall), LIMIT) is verdict


STEPS = st.lists(
    st.tuples(st.floats(0, SLEPT_S), st.floats(-SET_BACK_S, SLEPT_S)), min_size=1, max_size=200
)


@given(STEPS)
def test_no_creeping_clock_keeps_an_unused_register_open(steps: list[tuple[float, float]]) -> None:
    idleness, clocks = Idleness(START), START
    for running, wall in steps:
        clocks = later(running, wall, since=clocks)
        verdict = idleness.look(clocks, LIMIT)
        if clocks.running - START.running >= LIMIT:
            assert verdict.locks


@given(STEPS)
def test_a_register_in_use_stays_open(steps: list[tuple[float, float]]) -> None:
    idleness, clocks = Idleness(START), START
    for running, wall in steps:
        clocks = later(running, wall, since=clocks)
        assert not idleness.look(clocks, LIMIT).locks
        idleness.note_use(clocks)


def test_both_clocks_are_read_in_seconds() -> None:
    first = read_clocks()
    second = read_clocks()
    assert second.running >= first.running
    assert second.wall > START.wall - 365 * 86_400
