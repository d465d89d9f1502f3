from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from sgdesk.records.backups import BackupRow, CaseChange, Comparison, Difference, Trial
from sgdesk.ui.dialogs.backup_words import (
    OTHER,
    SAME,
    comparison_words,
    difference_lines,
    question_words,
    trial_note,
    trial_words,
)

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
NONE = Difference(0, ())


@pytest.mark.parametrize(
    ("tried", "said"),
    [
        (None, "opens the newest"),
        (AT - timedelta(days=91), "more than 90 days ago"),
        (AT - timedelta(days=90), ""),
        (AT, ""),
    ],
    ids=["never", "long ago", "90 days", "now"],
)
def test_a_backup_that_was_not_tried_for_long_is_said_to_need_it(tried, said):
    note = trial_note(tried, AT)
    assert said in note
    assert bool(said) == bool(note)


def changes(*numbers):
    cases = tuple(
        CaseChange(str(at), f"RIV2026-27-{at:02d} \N{MIDDLE DOT} Invented", number, AT)
        for at, number in enumerate(numbers, start=1)
    )
    return Difference(sum(numbers), cases, AT, AT)


@pytest.mark.parametrize(
    ("lost", "gained", "cases", "is_other", "words"),
    [
        (NONE, NONE, (3, 3), False, SAME),
        (
            changes(1),
            NONE,
            (3, 3),
            False,
            "You would lose 1 saved change in 1 case made since. Then as now: 3 cases.",
        ),
        (
            NONE,
            changes(1, 2),
            (1, 3),
            False,
            (
                "You would get back 3 saved changes in 2 cases that the register lacks. "
                "Cases now: 1. Cases in the backup: 3."
            ),
        ),
        (
            Difference(1, (CaseChange("", "Settings and lists", 1, AT),), AT, AT),
            changes(1200),
            (1, 1),
            False,
            (
                "You would lose 1 saved change made since. You would get back 1,200 saved changes "
                "in 1 case that the register lacks. Then as now: 1 case."
            ),
        ),
        (changes(1), changes(1), (2, 2), True, f"{OTHER} Then as now: 2 cases."),
    ],
)
def test_what_going_back_would_change_in_sentences(lost, gained, cases, is_other, words):
    assert comparison_words(Comparison(lost, gained, *cases, is_other=is_other)) == words


def test_eight_cases_are_named_and_the_others_counted():
    lines = difference_lines(changes(2, *[1] * 9))
    assert len(lines) == 9
    assert lines[0] == (
        "2 changes",
        "RIV2026-27-01 \N{MIDDLE DOT} Invented",
        "the last Mon 23 Nov 2026, 09:00",
    )
    assert lines[1][2] == "Mon 23 Nov 2026, 09:00"
    assert lines[-1] == ("", "and 2 more", "")


def test_the_question_counts_what_is_lost_and_says_nothing_where_nothing_is():
    found = Comparison(changes(2), NONE, 1, 1, is_other=False)
    assert "? The register loses 2 saved changes. SGDesk locks" in question_words(found, AT)
    found = Comparison(NONE, changes(2), 1, 1, is_other=False)
    assert "09:00? SGDesk locks" in question_words(found, AT)


def test_a_trial_counts_one_entry_as_one():
    words = trial_words(Trial(3, AT, 1, 1, "1 / 3fa92b41"))
    assert words.endswith("1 case, 1 entry in the history (1 / 3fa92b41).")


def test_no_name_and_no_place_stands_in_what_a_log_could_hold(tmp_path):
    told = repr([changes(1), BackupRow(tmp_path, 1, AT, 1, 1)])
    assert "Invented" not in told
    assert str(tmp_path) not in told
