"""The invented open cases of the practice register, their dates counted from today."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

from sgdesk.config.resources import resource
from sgdesk.domain.answers import Answer, Considered
from sgdesk.domain.cases import CaseDraft
from sgdesk.domain.dates import Precision, UncertainDate
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.notifications import NotificationDraft, NotificationKind, NotificationOutcome
from sgdesk.domain.partnerships import AgreedDate
from sgdesk.domain.people import Age, AgeUnit, ChildDraft, ChildRole
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.rapid_reviews import Decision, PanelView, RapidReviewDraft
from sgdesk.domain.references import financial_year, next_reference, reference_key
from sgdesk.imports.practice_dates import told_date
from sgdesk.imports.practice_entries import entries_by_title, practice_entry
from sgdesk.records.practice import PracticeCase

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sgdesk.domain.calendar import WorkingCalendar

_PartT = TypeVar("_PartT", NotificationDraft, RapidReviewDraft, LocalReviewDraft, PublicationDraft)
_KINDS: dict[str, Callable[[Any], object]] = {
    "kind": NotificationKind,
    "decision": Decision,
    "outcome": NotificationOutcome,
    "panel_view": PanelView,
    "role": ChildRole,
    "themes": tuple,
    "reconsidered": Decision,
    **dict.fromkeys(
        (
            "outside_england",
            "media_interest",
            "known_to_agencies",
            "looked_after",
            "protection_plan",
            "need_plan",
        ),
        Answer,
    ),
    **dict.fromkeys(
        ("considered", "gates", "quality"), lambda told: tuple(Considered(**one) for one in told)
    ),
    "stated_age": lambda age: Age(age["count"], AgeUnit(age["unit"])),
}
"""What the values of these fields become; all others are taken as they stand."""


def load_practice_cases(
    prefix: str, *, today: date, calendar: WorkingCalendar
) -> tuple[PracticeCase, ...]:
    """Return the open cases, oldest first, with references such as "PRAC2026-27-04".

    Raises `OutsideCalendarError` where `calendar` does not reach from `today`.
    """
    dated = []
    entries = entries_by_title()
    for told in json.loads(resource("practice", "open-cases.json").read_text(encoding="utf-8")):
        dates = _dates(told["dates"], today, calendar)
        more = entries.get(told["case"]["title"], [])
        tell = partial(told_date, known=dates, today=today, calendar=calendar)
        dated.append(
            (dates.get("aware_on") or dates["notified_on"], _case(told, more, dates, tell))
        )
    dated.sort(key=itemgetter(0))
    taken: frozenset[str] = frozenset()
    numbered = []
    for day, case in dated:
        reference = next_reference(prefix, financial_year(day), taken)
        taken |= {reference_key(reference)}
        numbered.append(replace(case, case=replace(case.case, reference=reference)))
    return tuple(numbered)


def _dates(steps: dict[str, str], today: date, calendar: WorkingCalendar) -> dict[str, date]:
    dates: dict[str, date] = {}
    for name, told in steps.items():
        dates[name] = told_date(told, dates, today=today, calendar=calendar)
    return dates


def _case(
    told: dict[str, Any],
    entries: list[dict[str, Any]],
    dates: dict[str, date],
    tell: Callable[[str], date],
) -> PracticeCase:
    children = [_child(child, tell) for child in told["children"]]
    return PracticeCase(
        case=CaseDraft(
            **_values(told["case"]),
            incident=_incident(Precision(told.get("incident", "exact")), dates),
            aware_on=dates.get("aware_on"),
        ),
        children=(replace(children[0], is_first_listed=True), *children[1:]),
        notification=_part(NotificationDraft, told.get("notification"), dates, tell),
        rapid_review=_part(RapidReviewDraft, told.get("rapid_review"), dates, tell),
        local_review=_part(LocalReviewDraft, told.get("local_review"), dates, tell),
        publication=_part(PublicationDraft, told.get("publication"), dates, tell),
        agreed_dates={
            code: AgreedDate(tell(agreed["on"]), agreed["reason"], agreed["authority"])
            for code, agreed in told.get("agreed", {}).items()
        },
        entries=tuple(practice_entry(one, tell) for one in entries),
    )


def _incident(precision: Precision, dates: dict[str, date]) -> UncertainDate:
    start = dates.get("incident_on")
    if precision is Precision.MONTH and start is not None:
        start = start.replace(day=1)
    return UncertainDate(precision, start, dates.get("incident_to"))


def _child(told: dict[str, Any], tell: Callable[[str], date]) -> ChildDraft:
    days: dict[str, Any] = {
        name: tell(told[name]) for name in ("born_on", "died_on") if name in told
    }
    return ChildDraft(**_values(told) | days)


def _part(
    kind: type[_PartT],
    told: dict[str, Any] | None,
    dates: dict[str, date],
    tell: Callable[[str], date],
) -> _PartT | None:
    """Return the part with those of `dates` that are its own; None if nothing is told of it."""
    own = {field.name for field in fields(kind)}
    if kind is LocalReviewDraft:  # both are signed off; a told day is the Rapid Review's
        own -= {field.name for field in fields(RapidReviewDraft)}
    days: dict[str, Any] = {name: day for name, day in dates.items() if name in own}
    if told is None and not days:
        return None
    told = told or {}
    days |= {name: tell(day) for name, day in told.items() if name.endswith("_on")}
    return kind(**_values(told) | days)


def _values(told: dict[str, Any]) -> dict[str, Any]:
    return {name: _KINDS[name](value) if name in _KINDS else value for name, value in told.items()}
