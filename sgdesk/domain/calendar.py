"""Working days of England and Wales, answered from a table in constant time."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date
from sgdesk.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SATURDAY = 5


class OutsideCalendarError(UserError):
    """A count needed a day that the calendar does not cover."""

    def __init__(self, first: date, last: date) -> None:
        super().__init__(
            f"The working-day calendar runs from {long_date(first)} to {long_date(last)}; "
            "this count leaves it. Check the date that was typed."
        )


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A day that is not counted; `holiday` names the bank holiday, "" on a weekend."""

    day: date
    holiday: str


class WorkingCalendar:
    """The working days from `first` to `last`: Monday to Friday, less the bank holidays.

    Immutable once made, so safe to share between threads. Office closures are noted and
    change no count: they are working days in law.
    """

    def __init__(
        self,
        bank_holidays: Mapping[date, str],
        *,
        first: date,
        last: date,
        announced_to: date,
        closures: Mapping[date, str] | None = None,
    ) -> None:
        self.first = first
        self.last = last
        self.announced_to = announced_to
        """The last day whose bank holidays are officially announced; later ones may change."""
        self.bank_holidays = dict(bank_holidays)
        self.closures = dict(closures or {})
        self._origin = first.toordinal()
        self._worked = array("i")
        self._days = array("i")
        self._fill_tables()

    def _fill_tables(self) -> None:
        """Number the working days, and keep the ordinal of each: both ways are one look-up."""
        holidays = {day.toordinal() for day in self.bank_holidays}
        worked, days = self._worked, self._days
        for ordinal in range(self._origin, self.last.toordinal() + 1):
            if (ordinal + 6) % 7 < _SATURDAY and ordinal not in holidays:
                days.append(ordinal)
            worked.append(len(days))

    def is_working_day(self, day: date) -> bool:
        """Return whether `day` is counted. Raises `OutsideCalendarError` outside the table."""
        at = self._at(day)
        return self._worked[at] != (self._worked[at - 1] if at else 0)

    def add_working_days(self, start: date, count: int) -> date:
        """Return the `count`-th working day after `start`, which is day 0.

        0 returns `start` itself, working day or not. Raises `OutsideCalendarError`.
        """
        if count <= 0:
            return start if count == 0 else self.working_days_before(start, -count)
        at = start.toordinal() - self._origin
        if at >= 0:
            try:
                return date.fromordinal(self._days[self._worked[at] + count - 1])
            except IndexError:
                pass
        raise OutsideCalendarError(self.first, self.last)

    def working_days_before(self, day: date, count: int) -> date:
        """Return the `count`-th working day before `day`, which is day 0. See above."""
        if count <= 0:
            return day if count == 0 else self.add_working_days(day, -count)
        at = self._at(day)
        index = (self._worked[at - 1] if at else 0) - count
        if index < 0:
            raise OutsideCalendarError(self.first, self.last)
        return date.fromordinal(self._days[index])

    def working_days_between(self, start: date, end: date) -> int:
        """Return how many working days lie after `start` up to and with `end`.

        Negative if `end` is before `start`. Raises `OutsideCalendarError`.
        """
        return self._worked[self._at(end)] - self._worked[self._at(start)]

    def last_working_day_to(self, day: date) -> date:
        """Return `day` if it is a working day, else the nearest one before it."""
        return day if self.is_working_day(day) else self.working_days_before(day, 1)

    def skipped(self, start: date, end: date) -> Iterator[SkippedDay]:
        """Give each day after `start` and before or on `end` that is not counted."""
        for ordinal in range(start.toordinal() + 1, end.toordinal() + 1):
            day = date.fromordinal(ordinal)
            if not self.is_working_day(day):
                is_weekend = day.weekday() >= _SATURDAY
                yield SkippedDay(day, "" if is_weekend else self.bank_holidays[day])

    def is_announced(self, day: date) -> bool:
        """Return whether the bank holidays up to `day` are officially announced."""
        return day <= self.announced_to

    def with_changes(
        self,
        *,
        added: Mapping[date, str],
        removed: frozenset[date],
        closures: Mapping[date, str],
        announced_year: int = 0,
    ) -> WorkingCalendar:
        """Return a calendar with the officer's own additions, removals and closure notes.

        `announced_year` is the last year that the officer has checked against the official
        list; it never shortens what was announced before.
        """
        kept = {day: name for day, name in self.bank_holidays.items() if day not in removed}
        return WorkingCalendar(
            {**kept, **added},
            first=self.first,
            last=self.last,
            announced_to=max(self.announced_to, date(max(announced_year, 1), 12, 31)),
            closures=closures,
        )

    def _at(self, day: date) -> int:
        at = day.toordinal() - self._origin
        if not 0 <= at < len(self._worked):
            raise OutsideCalendarError(self.first, self.last)
        return at
