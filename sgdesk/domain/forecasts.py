"""How the forecast of a local review stands to its six months, in words.

Six months from the decision to initiate: Working Together to Safeguard Children. Where a review
takes longer, the Panel and the Secretary of State are told why.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sgdesk.domain.dates import add_months, short_date

if TYPE_CHECKING:
    from datetime import date

REVIEW_MONTHS = 6
"""Months a local review may take: Working Together to Safeguard Children."""
_TELL = "Tell the Panel and the Secretary of State why."
_TOLD = "The Panel and the Secretary of State were told why."
_OVER = "That day is over: set a new forecast."


def six_months_end(initiated_on: date) -> date:
    """Return the day on which the six months of a local review end."""
    return add_months(initiated_on, REVIEW_MONTHS)


def is_late_forecast(initiated_on: date | None, forecast_on: date | None) -> bool:
    """Return whether a forecast is later than the six months; False where a date is missing."""
    if initiated_on is None or forecast_on is None:
        return False
    return forecast_on > six_months_end(initiated_on)


def forecast_words(
    initiated_on: date | None,
    forecast_on: date | None,
    *,
    is_told: bool = False,
    today: date | None = None,
) -> str:
    """Return how a forecast stands to the six months, and what to do; "" without a forecast.

    `is_told` says that the reasons for a delay were told already. With `today`, a forecast
    that is over asks for a new one; leave it out once the review is published.
    """
    if forecast_on is None:
        return ""
    sentences = [f"Forecast {short_date(forecast_on)}{_against(initiated_on, forecast_on)}."]
    if is_late_forecast(initiated_on, forecast_on):
        sentences.append(_TOLD if is_told else _TELL)
    if today is not None and forecast_on < today:
        sentences.append(_OVER)
    return " ".join(sentences)


def _against(initiated_on: date | None, forecast_on: date) -> str:
    if initiated_on is None:
        return ": the six months cannot be counted without the decision to initiate"
    end = six_months_end(initiated_on)
    if forecast_on == end:
        return ": the last day of the six months"
    if forecast_on > end:
        return f": {span_words(end, forecast_on)} after the six months"
    return f": {span_words(forecast_on, end)} before the six months end"


def span_words(start: date, end: date) -> str:
    """Return how far `end` lies after `start`, such as "2 months and 3 days" or "1 day".

    Whole months are counted first, as deadlines count them. `end` is not before `start`.
    """
    months = 12 * (end.year - start.year) + end.month - start.month
    if add_months(start, months) > end:
        months -= 1
    days = (end - add_months(start, months)) // timedelta(days=1)
    parts = [_counted(count, unit) for count, unit in ((months, "month"), (days, "day")) if count]
    return " and ".join(parts) or "0 days"


def _counted(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"
