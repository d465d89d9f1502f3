"""The 20 minutes, shared out over parts and slides."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pytest
from deck_samples import BARE, BRIEFING, FRAMES, FULL, point

from sgdesk.exports.deck.plan import plan_slides
from sgdesk.exports.deck.timing import MINUTES, Part, in_words, minutes_for, time_lines

OTHERS = [part for part in Part if part not in {Part.WELCOME, Part.CLOSE}]
TOLD = re.compile(r"Time: (half a|\d+½?) minutes?")
CLOCK = re.compile(r"Clock: (\d+):(\d\d) to (\d+):(\d\d)\.")


def halves_told(lines):
    words = [match[1] for line in lines if (match := TOLD.match(line))]
    return sum(1 if one == "half a" else 2 * int(one.rstrip("½")) + ("½" in one) for one in words)


def clock_times(lines):
    found = [match for line in lines if (match := CLOCK.search(line))]
    return [
        (2 * int(match[1]) + int(match[2]) // 30, 2 * int(match[3]) + int(match[4]) // 30)
        for match in found
    ]


def lacking(*names):
    return replace(FULL, **dict.fromkeys(names, ()))


@pytest.mark.parametrize(
    "briefing",
    [
        BRIEFING,
        BARE,
        FULL,
        lacking("good_practice", "themes"),
        lacking("background", "timeline"),
        lacking("key_learning", "improvements", "recommendations", "questions"),
        replace(BRIEFING, key_learning=tuple(point(60) for _ in range(40))),
        replace(FULL, find_out_more=(), web_address="", statement=""),
    ],
    ids=range(8),
)
def test_the_notes_of_the_slides_add_up_to_twenty_minutes(briefing):
    slides = plan_slides(briefing, FRAMES)
    first = [slide.notes[0] for slide in slides]
    assert all(line.startswith("Time: ") for line in first)
    assert all(len(slide.notes) > 1 for slide in slides)
    assert halves_told(first) == 2 * MINUTES
    times = clock_times(first)
    assert times[0][0] == 0
    assert times[-1][1] == 2 * MINUTES
    assert all(before[1] == after[0] for before, after in itertools.pairwise(times))


@pytest.mark.parametrize("count", range(1, len(OTHERS) + 1))
def test_any_parts_share_out_twenty_minutes_with_one_at_least_each(count):
    for some in itertools.combinations(OTHERS, count):
        minutes = minutes_for([Part.WELCOME, *some, Part.CLOSE])
        assert sum(minutes.values()) == MINUTES
        assert min(minutes.values()) >= 1
        assert minutes[Part.WELCOME] == minutes[Part.CLOSE] == 1


def test_slides_of_a_part_share_its_minutes_by_halves_the_first_getting_more():
    assert time_lines(3, range(5, 9), 4) == [
        "Time: 1 minute. Clock: 4:00 to 5:00.",
        "Time: 1 minute. Clock: 5:00 to 6:00.",
        "Time: half a minute. Clock: 6:00 to 6:30.",
        "Time: half a minute. Clock: 6:30 to 7:00.",
    ]


def test_more_slides_than_half_minutes_share_the_time_of_the_part():
    assert time_lines(1, [4, 5, 6], 2) == [
        "Time: 1 minute for slides 4 to 6. Clock: 2:00 to 3:00.",
        "Time: within the same minute.",
        "Time: within the same minute.",
    ]
    assert time_lines(2, range(4, 10), 2)[-1] == "Time: within the same 2 minutes."


@pytest.mark.parametrize(
    ("halves", "words"),
    [(1, "half a minute"), (2, "1 minute"), (3, "1½ minutes"), (4, "2 minutes"), (7, "3½ minutes")],
)
def test_half_minutes_are_said_as_people_say_them(halves, words):
    assert in_words(halves) == words
