"""Editions of the statutory guidance, Working Together to Safeguard Children."""

from __future__ import annotations

from datetime import date
from enum import StrEnum


class Edition(StrEnum):
    WT2018 = "2018"
    WT2023 = "2023"
    WT2026 = "2026"

    @property
    def label(self) -> str:
        return f"Working Together {self.value}"


IN_FORCE_FROM = {
    Edition.WT2018: date(2018, 7, 4),
    Edition.WT2023: date(2023, 12, 15),
    Edition.WT2026: date(2026, 3, 19),
}
"""First day each edition is taken to be in force. The day of the 2026 edition is inferred
from the publication of its file and stands to be confirmed with the partnership."""


def edition_on(day: date) -> Edition:
    """Return the edition in force on `day`; days before the oldest kept edition get that one."""
    current = Edition.WT2018
    for edition, first in IN_FORCE_FROM.items():
        if day >= first:
            current = edition
    return current
