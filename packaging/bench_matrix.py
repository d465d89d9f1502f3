"""The matrix of agency returns: 30 agencies by 40 open cases, from the click to the picture."""

from __future__ import annotations

import os
import statistics
import time
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sgdesk.services.register import Register

TODAY = date(2026, 11, 23)
CASES, AGENCIES = 40, 30
_RUNS = 9


def bench_matrix(folder: Path) -> list[str]:
    """Read the matrix, lay it out and paint it; then move through it by the arrow keys."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    register = _new_register(folder / "matrix")
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from sgdesk.app.window import make_application
    from sgdesk.services.return_matrix import MatrixFilter, matrix_of, read_returns
    from sgdesk.ui.look.theme import Scheme, Theme
    from sgdesk.ui.pages.agency_returns_card import ReturnsCard

    app = make_application()
    Theme(app, Scheme.LIGHT)
    card = ReturnsCard("RNAQ")
    card.resize(1240, 700)
    card.show()
    app.processEvents()
    read, shown, moved = [], [], []
    for _ in range(_RUNS):
        start = time.perf_counter()
        held = read_returns(register, today=TODAY)
        read.append(time.perf_counter() - start)
        card.show_matrix(matrix_of(held, MatrixFilter.ALL), has_any=True)
        card.repaint()
        app.processEvents()
        shown.append(time.perf_counter() - start)
    for _ in range(_RUNS):
        start = time.perf_counter()
        QTest.keyClick(card.table, Qt.Key.Key_Right)
        card.repaint()
        moved.append(time.perf_counter() - start)
    card.close()
    register.close()
    return [
        (
            f"{AGENCIES} agencies by {CASES} cases: read {_ms(read)}, "
            f"read and on show {_ms(shown)} (aim 150 ms), an arrow key {_ms(moved)}"
        )
    ]


def _new_register(folder: Path) -> Register:
    from bench_register import KEY, make_register

    from sgdesk.services.register import Register
    from sgdesk.store.engine import Store

    folder.mkdir()
    path = make_register(folder / "register.sgdesk", 0)
    register = Register(Store.open(path, KEY), folder, now=lambda: datetime.now(UTC))
    _fill(register)
    return register


def _fill(register: Register) -> None:
    from sgdesk.domain.agency_requests import AgencyRequestDraft
    from sgdesk.domain.cases import CaseDraft
    from sgdesk.domain.notifications import NotificationDraft
    from sgdesk.domain.partnerships import AgencyDraft
    from sgdesk.services.cases import put_case
    from sgdesk.services.drafts import values_of
    from sgdesk.services.entries import put_entry
    from sgdesk.services.reviews import put_part
    from sgdesk.store.entities.notifications import NotificationEntity
    from sgdesk.store.entities.partnerships import AgencyEntity

    with register.write() as session:
        agencies = []
        for number in range(AGENCIES):
            draft = AgencyDraft(name=f"Agency number {number:02d}")
            agencies.append(AgencyEntity(**values_of(draft), name_key=draft.name.casefold()))
        session.add_all(agencies)
        for number in range(CASES):
            case = CaseDraft(reference=f"RIV2026-27-{number:02d}", title="Invented case")
            case_id = put_case(session, None, case, today=TODAY)
            notified_on = TODAY - timedelta(days=number % 21)
            notification = NotificationDraft(notified_on=notified_on)
            put_part(session, NotificationEntity, case_id, notification)
            for agency in agencies:
                request = AgencyRequestDraft(agency_id=agency.id, asked_on=notified_on)
                put_entry(session, case_id, None, request)


def _ms(seconds: list[float]) -> str:
    return f"{statistics.median(seconds) * 1000:.0f} ms"
