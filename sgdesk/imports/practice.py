"""The content of the practice register: nothing in it is about a child of the partnership.

The published reviews are public and told in other words. Which briefing speaks of which
review, and what the briefings say, is made up for practice; so are the open cases.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sgdesk.config.resources import resource
from sgdesk.domain.briefings import DEFAULT_QUESTIONS, BriefingDraft, Point
from sgdesk.domain.partnerships import AgencyDraft, PartnershipDraft, ReadingLine
from sgdesk.domain.references import reference_key
from sgdesk.domain.timetables import (
    Milestone,
    Timetable,
    in_order,
    next_own_code,
    standard_milestones,
)
from sgdesk.imports.practice_cases import load_practice_cases
from sgdesk.imports.practice_dates import told_date
from sgdesk.imports.practice_directory import load_directory
from sgdesk.imports.public_list import load_public_list
from sgdesk.records.practice import PracticeBriefing, PracticeContent, PublishedReview

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from sgdesk.domain.calendar import WorkingCalendar
    from sgdesk.records.public_list import PublicList


def load_practice(today: date, calendar: WorkingCalendar) -> PracticeContent:
    """Return what fills the practice register on `today`.

    Raises `OutsideCalendarError` where `calendar` does not reach from `today`.
    """
    told = _read("partnership.json")
    partnership = PartnershipDraft(
        **told["partnership"],
        reading=tuple(ReadingLine(**line) for line in told["reading"]),
        contacts=tuple(told["contacts"]),
        last_yearly_report_on=told_date(
            told["last_yearly_report_on"], {}, today=today, calendar=calendar
        ),
    )
    listed = load_public_list(resource("practice", "public-list.txt"), today=today)
    reviews = {
        reference_key(review["review"]): review for review in _read("published-reviews.json")
    }
    in_order = [
        reviews[reference_key(review.reference or review.title)] for review in listed.reviews
    ]
    return PracticeContent(
        partnership=partnership,
        agencies=tuple(AgencyDraft(**agency) for agency in told["agencies"]),
        directory=load_directory(today, calendar),
        timetable=_timetable(told["timetable"], today, calendar),
        cases=load_practice_cases(partnership.prefix, today=today, calendar=calendar),
        public_list=listed,
        published=tuple(
            PublishedReview(
                review["title"],
                tuple(review["themes"]),
                review.get("web_address", ""),
                review.get("spokesperson", ""),
            )
            for review in in_order
        ),
        briefings=_briefings(listed, in_order),
    )


def _read(name: str) -> Any:
    return json.loads(resource("practice", name).read_text(encoding="utf-8"))


def _timetable(told: Mapping[str, Any], today: date, calendar: WorkingCalendar) -> Timetable:
    """Return the standard steps with the days that are told, and the partnership's own."""
    days: Mapping[str, int] = told["days"]
    steps = [replace(step, count=days.get(step.code, step.count)) for step in standard_milestones()]
    for own in told["own"]:
        steps.append(Milestone(next_own_code(step.code for step in steps), **own))
    starts_on = told_date(told["starts_on"], {}, today=today, calendar=calendar)
    return Timetable(starts_on, in_order(steps), told["note"])


def _briefings(
    listed: PublicList, reviews: Sequence[dict[str, Any]]
) -> tuple[PracticeBriefing, ...]:
    """Return a briefing for each title on the list; those nobody wrote hold the title alone."""
    on_themes = {
        told["title"]: PracticeBriefing(None, _draft(**told)) for told in _read("themes.json")
    }
    written = on_themes | {
        review["briefing"]["title"]: PracticeBriefing(place, _draft(**review["briefing"]))
        for place, review in enumerate(reviews)
        if "briefing" in review
    }
    return tuple(
        written.get(found.title) or PracticeBriefing(None, _draft(found.title))
        for found in listed.briefings
    )


def _draft(
    title: str,
    background: str = "",
    questions: Sequence[str] = DEFAULT_QUESTIONS,
    **points: Sequence[Sequence[str]],
) -> BriefingDraft:
    """Return a draft; `points` are pairs of lead and text under the names of its fields."""
    told: dict[str, Any] = {
        name: tuple(Point(*pair) for pair in pairs) for name, pairs in points.items()
    }
    return BriefingDraft(title=title, background=background, questions=tuple(questions), **told)
