"""How a deadline report is ordered and what it shows: the choices, in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ReportOrder(StrEnum):
    SHOWN = "shown"
    DATE = "date"
    CASE = "case"
    OWNER = "owner"
    AGENCY = "agency"
    WEEK = "week"
    RULE = "rule"


REPORT_ORDER_WORDS = {
    ReportOrder.SHOWN: "As on the page",
    ReportOrder.DATE: "By date",
    ReportOrder.CASE: "By case",
    ReportOrder.OWNER: "By owner",
    ReportOrder.AGENCY: "By agency",
    ReportOrder.WEEK: "By week",
    ReportOrder.RULE: "By rule",
}


@dataclass(frozen=True, slots=True)
class ReportOptions:
    order: ReportOrder = ReportOrder.SHOWN
    """The rows as they were given, or sorted; all but by date under headings."""
    with_working: bool = False
    """Whether the working of each date stands under it."""
    is_landscape: bool = False
