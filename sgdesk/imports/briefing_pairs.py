"""Which review a briefing title most likely speaks of: a suggestion, with its reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.references import reference_key
from sgdesk.records.public_list import ListedBriefing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.imports.page_lines import PageLine
    from sgdesk.records.public_list import ListedReview

_QUOTED_WORDS = 3
"""A title of fewer words may stand in a summary by chance."""
_SHARED_WORDS = 2
_SHORTEST = 4
"""Letters: shorter words carry no subject."""
_STEM = 6
"""Words are compared by so many letters, so that "stabbing" and "stabbed" are one."""
_ENDINGS = ("ing", "ed", "es", "s")
_EVERYWHERE = frozenset(
    {
        "about", "abuse", "after", "agencies", "agency", "assessment", "before",
        "briefing", "care", "case", "child", "children", "concern", "concerns", "could",
        "early", "families", "family", "from", "have", "health", "help", "importance",
        "information", "into", "learning", "lesson", "lessons", "multi", "need", "needs",
        "note", "parent", "parents", "partnership", "plan", "planning", "plans",
        "practice", "practitioner", "practitioners", "protection", "review", "reviews",
        "risk", "safeguarding", "services", "share", "sharing", "should", "social",
        "support", "that", "their", "there", "they", "this", "through", "what", "when",
        "where", "which", "while", "will", "with", "working", "would", "your",
    }
)  # fmt: skip
"""Words of every safeguarding text: sharing them says nothing."""


class _Words(NamedTuple):
    text: str
    """All words in small letters, one space between and at the ends."""
    stems: dict[str, str]
    """The telling words by their stems."""


def paired(titles: Sequence[PageLine], reviews: Sequence[ListedReview]) -> list[ListedBriefing]:
    """Return the briefings of `titles`, each with the review that stands out, if one does.

    A review that names the title, or whose reference the title names, is certain. Else it
    must share half of the title's telling words, at least two, and more than any other.
    """
    texts = [_words(f"{review.title} {review.summary}") for review in reviews]
    briefings = []
    for line in titles:
        place, reason = _suggestion(line.text, reviews, texts)
        briefings.append(ListedBriefing(line.text, line.number, place, reason))
    return briefings


def _suggestion(
    title: str, reviews: Sequence[ListedReview], texts: Sequence[_Words]
) -> tuple[int | None, str]:
    words = _words(title)
    key = f"-{reference_key(title)}-"
    for place, review in enumerate(reviews):
        reference = reference_key(review.reference)
        if reference and f"-{reference}-" in key:
            return place, f"The title names {review.reference}."
    for place, text in enumerate(texts):
        if len(words.text.split()) >= _QUOTED_WORDS and words.text in text.text:
            return place, "The review names this title."
    return _likeliest(words, texts)


def _likeliest(words: _Words, texts: Sequence[_Words]) -> tuple[int | None, str]:
    shared = [words.stems.keys() & text.stems.keys() for text in texts]
    most = max(map(len, shared), default=0)
    best = [place for place, stems in enumerate(shared) if len(stems) == most]
    if most < _SHARED_WORDS or 2 * most < len(words.stems) or len(best) > 1:
        return None, ""
    in_common = ", ".join(words.stems[stem] for stem in words.stems if stem in shared[best[0]])
    return best[0], f"Words in common: {in_common}."


def _words(text: str) -> _Words:
    found = re.findall(r"[^\W_]+", re.sub(r"['’]", "", text.casefold()))
    telling = [word for word in found if len(word) >= _SHORTEST and word not in _EVERYWHERE]
    return _Words(f" {' '.join(found)} ", {_stem(word): word for word in telling})


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if len(word) >= len(ending) + _SHORTEST:
            word = word.removesuffix(ending)
    return word[:_STEM]
