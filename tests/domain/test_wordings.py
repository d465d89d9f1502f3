"""Standing texts: which wording holds on a day, and what a wording needs to be saved."""

from __future__ import annotations

from datetime import date

import pytest

from sgdesk.domain.boilerplate import (
    BOILERPLATE_WORDS,
    BoilerplateDraft,
    BoilerplateKey,
    check_boilerplate,
    wording_on,
)

KEY = BoilerplateKey.STATEMENT
FIRST = BoilerplateDraft(KEY.value, date(2026, 1, 1), "first")
SECOND = BoilerplateDraft(KEY.value, date(2026, 7, 1), "second")
ELSEWHERE = BoilerplateDraft(BoilerplateKey.LIST_OPENING.value, date(2026, 2, 1), "elsewhere")


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2025, 12, 31), "shipped"),
        (date(2026, 1, 1), "first"),
        (date(2026, 6, 30), "first"),
        (date(2026, 7, 1), "second"),
        (date(2030, 1, 1), "second"),
    ],
)
def test_the_wording_begun_last_holds_and_before_the_first_the_program_s_own(day, text):
    assert wording_on(KEY, [SECOND, ELSEWHERE, FIRST], day, "shipped") == text


def test_a_wording_needs_a_day_and_words_of_its_own():
    empty = BoilerplateDraft(KEY.value, None, " ")
    assert [problem.field for problem in check_boilerplate(empty)] == ["starts_on", "text"]
    assert check_boilerplate(SECOND, others=[FIRST]) == []


def test_two_wordings_of_a_text_cannot_begin_on_the_same_day():
    (problem,) = check_boilerplate(FIRST, others=[FIRST, SECOND])
    assert problem.message == "In use from: another wording of this text begins that day."
    assert check_boilerplate(FIRST, others=[ELSEWHERE]) == []


def test_every_standing_text_has_words():
    assert set(BOILERPLATE_WORDS) == set(BoilerplateKey)
