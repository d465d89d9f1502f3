"""The Panel's view beside the decision of the partners: whether they agree, and what follows."""

from __future__ import annotations

from typing import NamedTuple

from sgdesk.domain.rapid_reviews import Decision, PanelView

_SHORT_WORDS = {
    Decision.NOT_MADE: "not yet made",
    Decision.LOCAL_REVIEW: "local review",
    Decision.NO_LOCAL_REVIEW: "no local review",
    Decision.OTHER_LOCAL_LEARNING: "other local learning",
    Decision.NATIONAL_REVIEW: "referred as a possible national review",
    Decision.JOINED: "joined to another review",
    Decision.DEFERRED: "deferred",
}
_VIEW_WORDS = {
    PanelView.NOT_RECEIVED: "no reply yet",
    PanelView.AGREES: "agrees",
    PanelView.DISAGREES: "disagrees",
    PanelView.ASKS_MORE: "asks for more information",
    PanelView.NATIONAL_REVIEW: "chooses a national review",
}


class Comparison(NamedTuple):
    words: str
    """Both sides in one line."""
    to_do: str
    """What the partners have to do about it, as a sentence; "" where nothing is open."""
    asks_to_reconsider: bool = False


def is_open_question(decision: Decision, view: PanelView, *, is_reconsidered: bool) -> bool:
    """Return whether the Panel's view asks the partners to look at their decision again.

    It does until they have: a decision that was reconsidered and kept answers it too.
    """
    if is_reconsidered or decision is Decision.NOT_MADE:
        return False
    if view is PanelView.NATIONAL_REVIEW:
        return decision not in (Decision.NATIONAL_REVIEW, Decision.JOINED)
    return view is PanelView.DISAGREES


def is_national(decision: Decision, view: PanelView, *, is_reconsidered: bool) -> bool:
    """Return whether a national review takes the place of a local one.

    Partners who reconsidered and decided on a local review beside it have their own way.
    """
    if is_reconsidered and decision is Decision.LOCAL_REVIEW:
        return False
    return view is PanelView.NATIONAL_REVIEW


def compare(
    first: Decision, view: PanelView, again: Decision, *, is_sent: bool = True
) -> Comparison:
    """Return the decision of the partners beside the Panel's view, and what follows.

    `again` is the decision after reconsidering, not made where the first one stands.
    """
    is_reconsidered = again is not Decision.NOT_MADE
    standing = again if is_reconsidered else first
    after = f", reconsidered: {_SHORT_WORDS[again]}" if is_reconsidered else ""
    reply = _VIEW_WORDS[view] if is_sent or view is not PanelView.NOT_RECEIVED else "not sent yet"
    words = f"Local decision: {_SHORT_WORDS[first]}{after}. The Panel: {reply}."
    if is_open_question(standing, view, is_reconsidered=is_reconsidered):
        return Comparison(words, _RECONSIDER[view], asks_to_reconsider=True)
    if view is PanelView.ASKS_MORE and not is_reconsidered:
        return Comparison(words, "Send the Panel what it asks for, and record its next reply.")
    if is_national(standing, view, is_reconsidered=is_reconsidered):
        return Comparison(words, "Nothing is asked of a local review; link the national review.")
    return Comparison(words, "")


_RECONSIDER = {
    PanelView.DISAGREES: (
        "Reconsider the decision with the three partners, and record it with its reasons. "
        "It may stay as it is."
    ),
    PanelView.NATIONAL_REVIEW: (
        "Decide whether the local decision still holds beside the national review, and record "
        "that with its reasons."
    ),
}
