"""Steps that the two whole cases share."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sgdesk.domain.partnerships import AgencyDraft

if TYPE_CHECKING:
    from officer import Officer
    from PySide6.QtWidgets import QWidget

    from sgdesk.domain.standings import Standing

BEGIN = date(2026, 3, 2)
AGENCIES = tuple(
    AgencyDraft(name=name, contact="Safeguarding lead")
    for name in ("Riverton Police", "Riverton Hospitals", "Riverton Schools")
)


def record_case(officer: Officer, title: str, **more: Any) -> None:
    officer.press("Ctrl+N")
    officer.fill(title=title, **more)
    officer.save()


def standing(officer: Officer, code: str) -> Standing:
    """Return how the deadline of a rule stands in the case on show."""
    return next(row.standing for row in officer.view.deadlines if row.code == code)


def hold_rapid_review(officer: Officer, tab: QWidget) -> None:
    """Hold the meeting today, and write down what was considered."""
    officer.do(
        "Edit Meeting",
        tab,
        meeting_on=officer.day,
        meeting_time="10:00",
        meeting_place="Council house",
        chair="Independent scrutineer",
        attended="Police\nHospitals",
    )
    officer.do(
        "Edit Criteria of a local review",
        tab,
        considered={
            "improvements_needed": ("Yes", "Visits were missed."),
            "recurrent_themes": ("No", ""),
            "working_together": ("Yes", "Nobody held the whole picture."),
            "panel_concluded": ("Not asked", ""),
        },
    )


def ask(officer: Officer, tab: QWidget, *agencies: str) -> None:
    officer.push("Ask agencies", tab)
    for name in agencies:
        officer.push(name)
    officer.save()
