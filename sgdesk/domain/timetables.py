"""The partnership's own timetable: milestones inside the 15 days, and other local periods."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.dates import date_problems, long_date
from sgdesk.domain.rule_packs import RULE_PACKS
from sgdesk.domain.rules import SERIOUS_INCIDENTS, Phase, Rule, Unit, Weight
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sgdesk.domain.editions import Edition

INSIDE_15 = ("RR-COPY", "RR-ISSUE", "RR-RETURN", "RR-PANEL", "RR-SIGN")
"""Milestones of the program's own inside the 15 working days; days after the notified date."""
OTHER_LOCAL = ("PANEL-RESP", "LR-TELL", "LR-MON", "PUB-3Y")
"""Further periods that no law fixes; each keeps its unit."""
EDITABLE = (*INSIDE_15, *OTHER_LOCAL)
OWN_PREFIX = "LOCAL-"
"""What the codes of milestones begin with that a partnership added itself."""
LAST_DAY = 15
MOST = {"PANEL-RESP": 60, "LR-TELL": 60, "LR-MON": 12, "PUB-3Y": 20}
"""The longest period that is taken for meant, in the unit of the rule."""
_LONGEST_NAME = 60
"""Longer names do not fit the lists and papers that say them."""
_FIRST = RULE_PACKS[max(RULE_PACKS)]
_TRIGGERS = (CaseDate.NOTIFIED, CaseDate.AWARE, CaseDate.INITIATED, CaseDate.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Milestone:
    """One step of the timetable. `count` is in working days, or in the unit of its rule."""

    code: str
    name: str = ""
    """What lists call it; the program's own steps keep their names."""
    count: int = 0
    is_used: bool = True
    owner: str = ""

    @property
    def is_own(self) -> bool:
        """Return whether the partnership added it."""
        return self.code.startswith(OWN_PREFIX)


@dataclass(frozen=True, slots=True)
class Timetable:
    """What holds for cases notified from `starts_on` on, until the next timetable begins."""

    starts_on: date | None = None
    """None for the program's own timetable, which holds before all others."""
    milestones: tuple[Milestone, ...] = ()
    note: str = field(default="", compare=False)
    """Why it was changed, in the officer's words."""

    def milestone(self, code: str) -> Milestone | None:
        """Return the step `code`, or None where this timetable says nothing about it."""
        return next((one for one in self.milestones if one.code == code), None)


STANDARD = Timetable()
"""The program's own timetable, as the rule packs hold it."""


def standard_milestones() -> tuple[Milestone, ...]:
    """Return the steps of the program's own timetable, as a start for the partnership's."""
    found = (_FIRST[code] for code in EDITABLE)
    return tuple(Milestone(rule.code, rule.name, rule.count, owner=rule.owner) for rule in found)


def timetable_of(
    timetables: Sequence[Timetable], dates: Mapping[CaseDate, date], met: Iterable[str] = ()
) -> Timetable:
    """Return the timetable that a case began under, and keeps.

    It is the one in force on the first known of the notified, aware, initiated and published
    dates; a case with none of them is under the newest. Own milestones that the case has `met`
    come with it from other timetables, not used, so that what was kept of them has a name.
    """
    began = next((dates[name] for name in _TRIGGERS if name in dates), date.max)
    held = [one for one in timetables if one.starts_on is not None and one.starts_on <= began]
    found = max(held, key=lambda one: one.starts_on or date.min, default=STANDARD)
    strange = [code for code in met if found.milestone(code) is None]
    steps = [step for code in strange if (step := own_milestone(timetables, code)) is not None]
    if not steps:
        return found
    unused = (replace(step, is_used=False) for step in steps)
    return replace(found, milestones=(*found.milestones, *unused))


def own_milestone(timetables: Iterable[Timetable], code: str) -> Milestone | None:
    """Return the step `code` as the newest timetable that has it says it, or None."""
    newest = sorted(timetables, key=lambda one: one.starts_on or date.min, reverse=True)
    return next((step for one in newest if (step := one.milestone(code)) is not None), None)


def in_order(milestones: Iterable[Milestone]) -> tuple[Milestone, ...]:
    """Return the steps inside the 15 days by their day, then the other local periods.

    Steps of one day stay as they were given.
    """
    steps = tuple(milestones)
    inside = sorted((one for one in steps if is_inside_15(one)), key=lambda one: one.count)
    return (*inside, *(one for one in steps if not is_inside_15(one)))


def is_inside_15(step: Milestone) -> bool:
    """Return whether a step lies inside the 15 working days of a Rapid Review."""
    return step.is_own or step.code in INSIDE_15


def with_timetable(
    rules: Iterable[Rule], timetable: Timetable, edition: Edition, kept: frozenset[str]
) -> list[Rule]:
    """Return `rules` as the timetable has them, its own steps where their day puts them.

    Steps that are not used are left out, but for those in `kept`, which were met already.
    """
    found = []
    for rule in rules:
        step = timetable.milestone(rule.code)
        if step is None:
            found.append(rule)
        elif step.is_used or rule.code in kept:
            found.append(_changed(rule, step, timetable))
    own = [
        _own_rule(one, timetable, edition)
        for one in timetable.milestones
        if one.is_own and (one.is_used or one.code in kept)
    ]
    for rule in own:
        at = next((n for n, one in enumerate(found) if _is_later(one, rule)), len(found))
        found.insert(at, rule)
    return found


def rule_under(rule: Rule, timetable: Timetable) -> Rule:
    """Return one rule as the timetable has it, used or not."""
    step = timetable.milestone(rule.code)
    return rule if step is None else _changed(rule, step, timetable)


def check_timetable(draft: Timetable, *, taken: frozenset[date]) -> list[Problem]:
    """Return every problem of `draft`; `taken` are the days on which other timetables begin.

    It may begin on a day to come.
    """
    problems = date_problems([("starts_on", "In force from", draft.starts_on)])
    if draft.starts_on is None:
        problems.append(Problem("starts_on", "In force from: give the first day it holds."))
    elif draft.starts_on in taken:
        day = long_date(draft.starts_on)
        problems.append(
            Problem("starts_on", f"In force from: another timetable begins on {day} already.")
        )
    names: set[str] = set()
    for step in draft.milestones:
        problems += [Problem(step.code, sentence) for sentence in _step_problems(step, names)]
        names.add(step.name.strip().casefold())
    return problems


def _step_problems(step: Milestone, names: set[str]) -> Iterator[str]:
    """Yield what is wrong with a step; `names` are those of the steps before it, casefolded."""
    name = step.name.strip()
    if not name:
        yield "Milestone: give it a name."
    elif name.casefold() in names:
        yield f"Milestone: {name} is there twice."
    elif step.is_own and len(name) > _LONGEST_NAME:
        yield f"Milestone: shorten {name[:20]}… to {_LONGEST_NAME} characters."
    if not step.is_used and step.code in OTHER_LOCAL:
        yield f"{name}: this period cannot be left out."
    most = MOST.get(step.code, LAST_DAY)
    least = 1 if step.code in MOST else 0
    if not least <= step.count <= most:
        yield f"{name or 'Milestone'}: give a number from {least} to {most}."


def rule_words(code: str) -> str:
    """Return what the officer calls a rule: "rule RR-15"; own milestones have no code to show."""
    return "local timetable" if code.startswith(OWN_PREFIX) else f"rule {code}"


def next_own_code(codes: Iterable[str]) -> str:
    """Return a code for an own milestone that is not among `codes`: it never means two things."""
    used = [int(code.removeprefix(OWN_PREFIX)) for code in codes if code.startswith(OWN_PREFIX)]
    return f"{OWN_PREFIX}{max(used, default=0) + 1}"


def _changed(rule: Rule, step: Milestone, timetable: Timetable) -> Rule:
    unit = rule.unit
    if rule.code in INSIDE_15:
        unit = Unit.WORKING_DAYS if step.count else Unit.SAME_DAY
    return replace(
        rule,
        count=step.count,
        unit=unit,
        owner=step.owner,
        source=_changed_source(rule, timetable) if step.count != rule.count else rule.source,
    )


def _changed_source(rule: Rule, timetable: Timetable) -> str:
    """Return the source of a changed period; what makes a step a duty is still named."""
    source = _source(timetable)
    if rule.weight is Weight.LOCAL_PRACTICE:
        return source
    return f"{rule.source}; period: {source[0].lower()}{source[1:]}"


def _own_rule(step: Milestone, timetable: Timetable, edition: Edition) -> Rule:
    return Rule(
        code=step.code,
        name=step.name,
        title=step.name,
        trigger=CaseDate.NOTIFIED,
        count=step.count,
        unit=Unit.WORKING_DAYS if step.count else Unit.SAME_DAY,
        weight=Weight.LOCAL_PRACTICE,
        source=_source(timetable),
        completed_by=None,
        phase=Phase.RAPID_REVIEW,
        edition=edition,
        kinds=SERIOUS_INCIDENTS,
        valid_from=timetable.starts_on,
        owner=step.owner,
        is_own=True,
    )


def _source(timetable: Timetable) -> str:
    since = f", in force from {long_date(timetable.starts_on)}" if timetable.starts_on else ""
    return f"Local timetable of the partnership{since}"


def _is_later(rule: Rule, own: Rule) -> bool:
    """Return whether `rule` stands after the partnership's own step in the process."""
    if rule.phase is not Phase.RAPID_REVIEW:
        return rule.phase is not Phase.NOTIFICATION
    return rule.trigger is not CaseDate.NOTIFIED or rule.count > own.count
