"""Children of a case: role, pseudonym, and age at the incident."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from sgdesk.domain.answers import Answer
from sgdesk.domain.dates import UncertainDate, add_months, date_problems, long_date
from sgdesk.domain.prose import prose
from sgdesk.errors import Problem

_WEEKS_UNTIL = 12
"""Ages are told in weeks below this many, then in months below two years."""
_OLDEST = 24
_LONGEST_PREGNANCY = timedelta(days=300)
"""How far ahead the day may lie on which an unborn child is expected."""


class ChildRole(StrEnum):
    HARMED = "harmed"
    SIBLING = "sibling"
    ALLEGED = "alleged"
    BOTH = "both"


ROLE_WORDS = {
    ChildRole.HARMED: "Harmed",
    ChildRole.SIBLING: "Sibling",
    ChildRole.ALLEGED: "Alleged to have harmed",
    ChildRole.BOTH: "Harmed, and alleged to have harmed",
}


class AgeUnit(StrEnum):
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    UNBORN = "unborn"


@dataclass(frozen=True, slots=True, order=True)
class Age:
    count: int
    unit: AgeUnit

    def words(self) -> str:
        """Return "3 months", "1 year" or "unborn"."""
        if self.unit is AgeUnit.UNBORN:
            return "unborn"
        unit = self.unit.value.removesuffix("s") if self.count == 1 else self.unit.value
        return f"{self.count} {unit}"


@dataclass(frozen=True, slots=True)
class ChildDraft:
    pseudonym: str = ""
    """What lists and documents call the child, such as "Child A"."""
    name: str = field(default="", repr=False)
    """The real name. Shown in the child dialog alone; never in lists or documents."""
    born_on: date | None = field(default=None, repr=False)
    """Date of birth, or the expected date of delivery of an unborn child."""
    stated_age: Age | None = None
    """The age as told, for when the date of birth is not known."""
    died_on: date | None = field(default=None, repr=False)
    role: ChildRole = ChildRole.HARMED
    is_first_listed: bool = False
    other_names: str = field(default="", repr=False)
    sex: str = ""
    ethnicity: str = ""
    disability: str = ""
    language: str = ""
    religion: str = ""
    legal_status: str = ""
    placement: str = ""
    protection_plan: Answer = Answer.BLANK
    need_plan: Answer = Answer.BLANK
    """Whether there was a child in need plan."""
    looked_after: Answer = Answer.BLANK
    known_to_agencies: Answer = Answer.BLANK
    harm: str = ""
    """What was done to the child, or caused the death, in the words of the list of causes."""
    address: str = prose()
    school: str = field(default="", repr=False)
    gp: str = field(default="", repr=False)
    carer: str = prose()
    """Where the child was and who cared for the child at the time."""
    note: str = prose()


@dataclass(frozen=True, slots=True)
class HouseholdMemberDraft:
    """Somebody of the household, or another adult or child who mattered to the child."""

    name: str = field(default="", repr=False)
    relationship: str = ""
    born_on: date | None = field(default=None, repr=False)
    lives_with_child: Answer = Answer.BLANK
    protection_plan: Answer = Answer.BLANK
    address: str = prose()
    note: str = prose()


def check_household_member(draft: HouseholdMemberDraft, *, today: date) -> list[Problem]:
    """Return every problem of `draft` at once."""
    problems = date_problems([("born_on", "Date of birth", draft.born_on)])
    if draft.born_on and draft.born_on > today + _LONGEST_PREGNANCY:
        problems.append(
            Problem("born_on", f"Date of birth: {long_date(draft.born_on)} is too far ahead.")
        )
    if not draft.relationship.strip():
        problems.append(
            Problem("relationship", "Relationship: say who it is to the child, as in Mother.")
        )
    return problems


def age_at(born_on: date, day: date) -> Age:
    """Return the age on `day` as practitioners say it: days, weeks, months, then years.

    Days in the first four weeks, weeks below 12 weeks, months below two years. A birth
    after `day` means unborn. Someone born on 29 February grows older on 28 February.
    """
    if day < born_on:
        return Age(0, AgeUnit.UNBORN)
    days = (day - born_on).days
    if days < 4 * 7:
        return Age(days, AgeUnit.DAYS)
    if days < _WEEKS_UNTIL * 7:
        return Age(days // 7, AgeUnit.WEEKS)
    months = (day.year - born_on.year) * 12 + day.month - born_on.month
    if add_months(born_on, months) > day:
        months -= 1
    return Age(months, AgeUnit.MONTHS) if months < 2 * 12 else Age(months // 12, AgeUnit.YEARS)


def age_at_incident(child: ChildDraft, incident: UncertainDate) -> Age | None:
    """Return the child's age on the first day of the incident; the stated age where given.

    None means that it cannot be said: no stated age, and a date is missing.
    """
    if child.stated_age is not None:
        return child.stated_age
    if child.born_on is None or incident.start is None:
        return None
    return age_at(child.born_on, incident.start)


def check_child(draft: ChildDraft, *, today: date) -> list[Problem]:
    """Return every problem of `draft` at once."""
    problems = date_problems([("born_on", "Date of birth", draft.born_on)])
    problems += date_problems([("died_on", "Date of death", draft.died_on)], today=today)
    if not draft.pseudonym.strip():
        problems.append(
            Problem("pseudonym", "Pseudonym: give what documents call the child, as in Child A.")
        )
    if draft.born_on and draft.born_on > today + _LONGEST_PREGNANCY:
        problems.append(
            Problem("born_on", f"Date of birth: {long_date(draft.born_on)} is too far ahead.")
        )
    if draft.died_on and draft.born_on and draft.died_on < draft.born_on:
        problems.append(Problem("died_on", "Date of death: it is before the date of birth."))
    age = draft.stated_age
    if age is not None and age.count < 0:
        problems.append(Problem("stated_age", "Age: it cannot be less than 0."))
    if age is not None and age.unit is AgeUnit.YEARS and age.count > _OLDEST:
        problems.append(
            Problem("stated_age", f"Age: the oldest on record is a care leaver of {_OLDEST}.")
        )
    return problems
