"""The Panel's view beside the decision: what both say in one line, and what follows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.domain.panel_views import compare, is_national, is_open_question
from sgdesk.domain.rapid_reviews import Decision, PanelView

DECISIONS = st.sampled_from(Decision)
VIEWS = st.sampled_from(PanelView)


def test_both_sides_stand_in_one_line_with_what_to_do():
    found = compare(Decision.NO_LOCAL_REVIEW, PanelView.DISAGREES, Decision.NOT_MADE)
    assert found.words == "Local decision: no local review. The Panel: disagrees."
    assert found.to_do.startswith("Reconsider the decision")
    assert found.asks_to_reconsider


def test_a_decision_that_was_reconsidered_is_told_and_nothing_is_open():
    found = compare(Decision.NO_LOCAL_REVIEW, PanelView.DISAGREES, Decision.LOCAL_REVIEW)
    assert found.words == (
        "Local decision: no local review, reconsidered: local review. The Panel: disagrees."
    )
    assert (found.to_do, found.asks_to_reconsider) == ("", False)


def test_before_the_reply_the_line_says_whether_anything_was_sent():
    decision = (Decision.LOCAL_REVIEW, PanelView.NOT_RECEIVED, Decision.NOT_MADE)
    assert compare(*decision).words.endswith("The Panel: no reply yet.")
    assert compare(*decision, is_sent=False).words.endswith("The Panel: not sent yet.")


def test_a_panel_that_asks_for_more_gets_an_answer_and_no_new_decision():
    found = compare(Decision.LOCAL_REVIEW, PanelView.ASKS_MORE, Decision.NOT_MADE)
    assert found.to_do == "Send the Panel what it asks for, and record its next reply."
    assert not found.asks_to_reconsider


@pytest.mark.parametrize("first", [Decision.NATIONAL_REVIEW, Decision.JOINED])
def test_a_national_review_that_the_partners_asked_for_leaves_only_the_link(first):
    found = compare(first, PanelView.NATIONAL_REVIEW, Decision.NOT_MADE)
    assert found.to_do == "Nothing is asked of a local review; link the national review."


def test_a_national_review_beside_a_local_decision_asks_whether_it_still_holds():
    found = compare(Decision.LOCAL_REVIEW, PanelView.NATIONAL_REVIEW, Decision.NOT_MADE)
    assert found.asks_to_reconsider
    assert "beside the national review" in found.to_do


def test_partners_may_keep_a_local_review_beside_a_national_one():
    view = PanelView.NATIONAL_REVIEW
    assert is_national(Decision.LOCAL_REVIEW, view, is_reconsidered=False)
    assert not is_national(Decision.LOCAL_REVIEW, view, is_reconsidered=True)
    assert is_national(Decision.NO_LOCAL_REVIEW, view, is_reconsidered=True)


@given(DECISIONS, VIEWS, DECISIONS)
def test_a_question_is_open_exactly_where_something_asks_to_reconsider(first, view, again):
    found = compare(first, view, again)
    is_reconsidered = again is not Decision.NOT_MADE
    standing = again if is_reconsidered else first
    is_open = is_open_question(standing, view, is_reconsidered=is_reconsidered)
    assert found.asks_to_reconsider is is_open
    assert not (is_open and is_reconsidered)
    assert bool(found.to_do) or not is_open
