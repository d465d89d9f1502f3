"""What a save does to dates, in words."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date
from uuid import uuid4

from sgdesk.records.moved_dates import KeptDate, MovedDate, MovesDatesError, Recalculation

ONE, OTHER = uuid4(), uuid4()


def moved(case_id=ONE):
    before, after = date(2026, 12, 1), date(2026, 12, 2)
    return MovedDate(case_id, "RIV 1", "RR-15", "Rapid Review", before, after, "Calendar changed")


KEPT = KeptDate(ONE, "RIV 1", "SIN-5", "Notify the Panel", date(2026, 11, 13), "Met")


def test_the_sentence_counts_dates_cases_and_results():
    assert Recalculation((moved(),)).sentence == "1 due date moves in 1 case."
    many = Recalculation((moved(), moved(), moved(OTHER)), (KEPT, KEPT))
    assert many.sentence == "3 due dates move in 2 cases; 2 met deadlines keep their result."
    assert Recalculation(kept=(KEPT,)).sentence == "No date moves; 1 met deadline keeps its result."
    assert Recalculation().sentence == "No date moves."


def test_what_was_done_is_said_only_of_dates():
    assert Recalculation((moved(),)).done_words == "1 due date moved"
    assert Recalculation((moved(), moved(OTHER))).done_words == "2 due dates moved"
    assert Recalculation(kept=(KEPT,)).done_words == ""


def test_it_is_true_where_anything_happens():
    assert not Recalculation()
    assert Recalculation((moved(),))
    assert Recalculation(kept=(KEPT,))


def test_the_refusal_carries_what_it_refuses_and_the_way_to_agree():
    told = Recalculation((moved(),))
    agreed = []

    def agreeing(recalculation):
        agreed.append(recalculation)
        return nullcontext()

    error = MovesDatesError(told, agreeing)
    assert str(error) == "1 due date moves in 1 case. Nothing is saved yet."
    with error.agreed():
        assert agreed == [told]
