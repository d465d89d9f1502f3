"""The texts of a briefing in reading order, for hints on how it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.plain_english import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sgdesk.domain.briefings import BriefingDraft

_POINTS = ("key_learning", "good_practice", "improvements")


def passages_of(draft: BriefingDraft) -> tuple[Passage, ...]:
    """Return every text that is written; the recommendations, which are the review's, are not."""
    return tuple(passage for passage in _passages(draft) if passage.text.strip())


def _passages(draft: BriefingDraft) -> Iterator[Passage]:
    yield Passage("title", draft.title)
    yield Passage("subtitle", draft.subtitle)
    yield Passage("background", draft.background)
    yield from _points(draft, *_POINTS)
    for number, text in enumerate(draft.questions):
        yield Passage("questions", text, number)
    yield from _points(draft, "timeline")


def _points(draft: BriefingDraft, *names: str) -> Iterator[Passage]:
    for name in names:
        for number, point in enumerate(getattr(draft, name)):
            yield Passage(name, point.lead, number)
            yield Passage(name, point.text, number, 1)
