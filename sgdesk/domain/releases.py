"""Taking the handling mark off the documents of a review: a step of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.answers import Answer
from sgdesk.domain.dates import long_date
from sgdesk.domain.publication_gates import embargo_words
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.publications import PublicationDraft


def release_problems(draft: PublicationDraft, *, today: date) -> list[Problem]:
    """Return why the documents cannot be released, then what is to be thought of first.

    Without a day of publication, or where it was decided not to publish, they keep their mark.
    Before that day, and before the end of the embargo, a release is only warned about: those who
    place the files on the website need them some time ahead.
    """
    if draft.not_published is Answer.YES:
        sentence = "Publication: it was decided not to publish. The documents keep their mark."
        return [Problem("not_published", sentence)]
    day = draft.published_on or draft.planned_on
    if day is None:
        sentence = "Published on: record the day of publication, or the planned one, first."
        return [Problem("published_on", sentence)]
    problems = []
    if day > today:
        sentence = (
            f"Publication is on {long_date(day)}: nobody but who places the files needs them."
        )
        problems.append(Problem("published_on", sentence, is_warning=True))
    if draft.embargo_on is not None and draft.embargo_on >= today:
        sentence = f"Embargo: it ends {embargo_words(draft)}. Say so to everybody who gets a file."
        problems.append(Problem("embargo_on", sentence, is_warning=True))
    return problems
