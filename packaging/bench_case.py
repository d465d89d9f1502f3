"""A case with everything in it, opened and saved: what the officer waits for most often."""

from __future__ import annotations

import gc
import os
import statistics
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtWidgets import QApplication

    from sgdesk.services.register import Register
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.pages.case_page import CasePage

TODAY = date(2026, 11, 23)
AGENCIES, ACTIONS, CHANGES = 30, 60, 200
_RUNS = 7


def bench_case(folder: Path) -> list[str]:
    """Open a case with 30 agencies, 60 actions and 200 changes; look at each tab; save."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_LOGGING_RULES"] = "*.warning=false"  # what a screen that is none cannot do
    register = _new_register(folder / "full-case")
    case_id = _make_case(register)
    from sgdesk.app.window import make_application
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.look.theme import Scheme, Theme

    app = make_application()
    Theme(app, Scheme.LIGHT)
    context = AppContext(register, lambda: TODAY)
    gc.disable()  # as in the program, which collects garbage between two events
    first, *opened = (_opened(app, context, case_id) for _ in range(_RUNS))
    _, page = _open(app, context, case_id)
    tabs = dict(_tabs(app, page))
    saved = [_save(app, page, context, number) for number in range(_RUNS)]
    gc.enable()
    page.close()
    register.close()
    slowest = max(tabs, key=lambda key: tabs[key])
    return [
        (
            f"opening a case with {AGENCIES} agencies, {ACTIONS} actions, {CHANGES} changes: "
            f"median {_ms(opened)} (aim 100 ms), the first time {first * 1000:.0f} ms"
        ),
        (
            f"its {len(tabs)} tabs when first shown: median {_ms([*tabs.values()])}, slowest "
            f"{slowest} {tabs[slowest] * 1000:.0f} ms"
        ),
        f"saving an action, until the page shows it: median {_ms(saved)} (aim 50 ms)",
    ]


def _opened(app: QApplication, context: AppContext, case_id: UUID) -> float:
    """Return the seconds it takes to open the case; its page is gone afterwards."""
    from shiboken6 import Shiboken

    seconds, page = _open(app, context, case_id)
    Shiboken.delete(page)
    return seconds


def _open(app: QApplication, context: AppContext, case_id: UUID) -> tuple[float, CasePage]:
    from sgdesk.ui.pages.case_page import CasePage

    start = time.perf_counter()
    page = CasePage(context, case_id)
    page.resize(1240, 820)
    page.show()
    page.repaint()
    app.processEvents()
    return time.perf_counter() - start, page


def _tabs(app: QApplication, page: CasePage) -> Iterator[tuple[str, float]]:
    """Give the key of each tab and the seconds it takes to be seen."""
    for key in page.tabs.keys():  # noqa: SIM118 - a method of its own, not a mapping's
        start = time.perf_counter()
        page.tabs.show_tab(key)
        page.repaint()
        app.processEvents()
        yield key, time.perf_counter() - start


def _save(app: QApplication, page: CasePage, context: AppContext, number: int) -> float:
    from sgdesk.domain.learning import ActionDraft
    from sgdesk.services.entries import list_entries, save_entry

    page.tabs.show_tab("learning")
    app.processEvents()
    (entry, *_) = list_entries(context.register, ActionDraft, page.case_id)
    draft = replace(entry.draft, progress=f"Told on day {number}")
    start = time.perf_counter()
    context.apply(save_entry(context.register, page.case_id, entry, draft, today=TODAY))
    page.repaint()
    app.processEvents()
    return time.perf_counter() - start


def _new_register(folder: Path) -> Register:
    from bench_register import KEY, make_register

    from sgdesk.services.register import Register
    from sgdesk.store.engine import Store

    folder.mkdir()
    path = make_register(folder / "register.sgdesk", 40)
    return Register(Store.open(path, KEY), folder, now=lambda: datetime.now(UTC))


def _make_case(register: Register) -> UUID:
    from sgdesk.domain.agency_requests import AgencyRequestDraft
    from sgdesk.domain.cases import CaseDraft
    from sgdesk.domain.learning import ActionDraft, FindingDraft, RecommendationDraft
    from sgdesk.domain.notifications import NotificationDraft
    from sgdesk.domain.partnerships import AgencyDraft
    from sgdesk.domain.people import ChildDraft
    from sgdesk.services.cases import save_case
    from sgdesk.services.children import save_child
    from sgdesk.services.entries import list_entries, save_entry
    from sgdesk.services.reviews import save_notification
    from sgdesk.services.settings import list_agencies, save_agency

    draft = CaseDraft(
        reference="RIV2026-99", title="Everything", aware_on=TODAY - timedelta(days=20)
    )
    (case_id,) = save_case(register, None, draft, today=TODAY).case_ids
    for name in ("Child A", "Child B"):
        save_child(register, case_id, None, ChildDraft(pseudonym=name), today=TODAY)
    notified_on = TODAY - timedelta(days=14)
    save_notification(register, case_id, NotificationDraft(notified_on=notified_on), today=TODAY)
    for number in range(AGENCIES):
        save_agency(register, None, AgencyDraft(name=f"Agency {number:02d}", contact="Lead"))
    for row in list_agencies(register):
        request = AgencyRequestDraft(agency_id=row.agency_id, asked_on=notified_on)
        save_entry(register, case_id, None, request, today=TODAY)
    finding = FindingDraft(number="1", text="Agencies each held a part of the picture.")
    save_entry(register, case_id, None, finding, today=TODAY)
    (found,) = list_entries(register, FindingDraft, case_id)
    for number in range(ACTIONS // 6):
        recommendation = RecommendationDraft(
            number=str(number), text="Share what is known early.", finding_id=found.entry_id
        )
        save_entry(register, case_id, None, recommendation, today=TODAY)
    agencies = list_agencies(register)
    recommendations = list_entries(register, RecommendationDraft, case_id)
    for number in range(ACTIONS):
        action = ActionDraft(
            number=str(number),
            text="Write down who tells whom, and check a sample each month.",
            recommendation_id=recommendations[number % len(recommendations)].entry_id,
            agency_id=agencies[number % AGENCIES].agency_id,
            owner="Head of safeguarding",
            set_on=TODAY - timedelta(days=40),
            due_on=TODAY + timedelta(days=number - 20),
            success_measure="Nine of ten records hold it.",
        )
        save_entry(register, case_id, None, action, today=TODAY)
    _change_often(register, case_id)
    return case_id


def _change_often(register: Register, case_id: UUID) -> None:
    from sgdesk.domain.notifications import NotificationDraft
    from sgdesk.services.reviews import save_notification

    notified_on = TODAY - timedelta(days=14)
    for number in range(CHANGES):
        draft = NotificationDraft(notified_on=notified_on, receipt=f"Receipt {number}")
        save_notification(register, case_id, draft, today=TODAY)


def _ms(seconds: list[float]) -> str:
    return f"{statistics.median(seconds) * 1000:.0f} ms"
