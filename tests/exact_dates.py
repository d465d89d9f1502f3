"""A date that is sure, as most tests want it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.dates import Precision, UncertainDate

if TYPE_CHECKING:
    from datetime import date


def exactly(day: date) -> UncertainDate:
    return UncertainDate(Precision.EXACT, day)
