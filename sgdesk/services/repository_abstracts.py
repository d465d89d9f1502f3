"""Abstracts for the national repository of reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.records.repository_abstracts import RepositoryAbstract
from sgdesk.services.briefings import publications_of
from sgdesk.services.held_cases import read_held_cases

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sgdesk.records.briefing import Briefing
    from sgdesk.services.register import Register


def repository_abstract(
    register: Register, case_ids: Sequence[UUID], briefing: Briefing
) -> RepositoryAbstract:
    """Return the abstract of the reviews that `briefing` speaks of.

    The paragraph for the public list is the abstract; the briefing's background, where there
    is none. Learning and recommendations are the briefing's. A day of publication, or the
    planned one until then, is told where it is that of every review.
    """
    held = [one for one in publications_of(register, case_ids).values() if one is not None]
    cases = [case for case in read_held_cases(register) if case.case_id in set(case_ids)]
    summaries = tuple(part for one in held for part in one.summary.split("\n") if part)
    days = {one.published_on or one.planned_on for one in held}
    titles = [one.title for one in held if one.title]
    return RepositoryAbstract(
        as_of=briefing.as_of,
        brand=briefing.brand,
        mark=briefing.mark,
        title=titles[0] if len(held) == 1 and titles else briefing.title,
        reference=briefing.reference,
        review_type=briefing.review_type,
        published=days.pop() if len(days) == 1 else None,
        abstract=summaries or briefing.background,
        keywords=tuple(dict.fromkeys(theme for case in cases for theme in case.themes)),
        key_learning=briefing.key_learning,
        recommendations=briefing.recommendations,
        web_address=briefing.web_address,
    )
