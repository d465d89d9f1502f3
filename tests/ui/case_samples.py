"""A small register for tests of the case page and the dialogs: one full case and one bare."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kept_registers import KeptRegister
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLabel, QWidget

from sgdesk.domain.briefings import BriefingDraft
from sgdesk.domain.cases import CaseDraft
from sgdesk.domain.dates import Precision, UncertainDate
from sgdesk.domain.delays import DelayDraft
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.notifications import NotificationDraft
from sgdesk.domain.partnerships import AgreedDate
from sgdesk.domain.people import Age, AgeUnit, ChildDraft, ChildRole
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.rapid_reviews import Decision, PanelView, RapidReviewDraft
from sgdesk.domain.review_parts import MonitoringDraft
from sgdesk.services.agreed_dates import save_agreed_date
from sgdesk.services.briefings import save_briefing
from sgdesk.services.case_views import get_case
from sgdesk.services.cases import save_case
from sgdesk.services.children import save_child
from sgdesk.services.entries import save_entry
from sgdesk.services.register import Register
from sgdesk.services.reviews import (
    save_local_review,
    save_notification,
    save_publication,
    save_rapid_review,
)
from sgdesk.store.engine import Store
from sgdesk.ui.context import AppContext
from sgdesk.ui.dialogs.edit_dialog import EditDialog

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.records.cases import CaseView

TODAY = date(2026, 11, 23)
"""A Monday; day 9 of the 15 of the full case."""
NOW = datetime(2026, 11, 23, 14, 32, tzinfo=UTC)

CASE = CaseDraft(
    reference="ZZSP2026-27-05",
    further_references=("ZZ/17",),
    title="Two siblings, neglect",
    incident=UncertainDate(Precision.APPROXIMATE, date(2026, 11, 5)),
    aware_on=date(2026, 11, 6),
    area_of_incident="North",
    owner="Business support",
    themes=("Neglect", "Home conditions"),
)
CHILDREN = (
    ChildDraft(pseudonym="Child A", name="Planted Name", born_on=date(2026, 8, 1)),
    ChildDraft(pseudonym="Child B", stated_age=Age(4, AgeUnit.YEARS), role=ChildRole.SIBLING),
)
NOTIFICATION = NotificationDraft(
    notified_on=date(2026, 11, 10),
    receipt="R 17",
    partners_told_on=date(2026, 11, 11),
    copy_received_on=date(2026, 11, 10),
)
RAPID_REVIEW = RapidReviewDraft(
    first_request_on=date(2026, 11, 11),
    meeting_on=date(2026, 11, 20),
    meeting_time="10:00",
    chair="Independent scrutineer",
    authority_signed_on=date(2026, 11, 20),
)
FINISHED_RAPID_REVIEW = RapidReviewDraft(
    first_request_on=date(2026, 11, 11),
    last_return_on=date(2026, 11, 18),
    meeting_on=date(2026, 11, 18),
    meeting_time="10:00",
    chair="Health",
    authority_signed_on=date(2026, 11, 19),
    health_signed_on=date(2026, 11, 19),
    police_signed_on=date(2026, 11, 20),
    decision=Decision.LOCAL_REVIEW,
    decided_on=date(2026, 11, 20),
    reasons="The agencies worked apart.\n\nEach knew a part.",
    sent_on=date(2026, 11, 20),
    late_reason="None",
    panel_view=PanelView.AGREES,
    panel_replied_on=date(2026, 11, 23),
)
LOCAL_REVIEW = LocalReviewDraft(
    initiated_on=date(2026, 11, 20),
    reviewer="An independent reviewer",
    independence="From another region.",
    decision_told_on=date(2026, 11, 23),
    forecast_on=date(2027, 8, 2),
    forecast_reason="A trial is listed.",
)
MONITORING = MonitoringDraft(monitored_on=date(2026, 11, 23), progress="On plan.", quality="Sound.")
DELAY = DelayDraft(
    kind="Criminal trial",
    reason="No witness is spoken to before the trial ends.",
    authority="Lead safeguarding partners",
    agreed_on=date(2026, 11, 23),
    told_on=date(2026, 11, 23),
    next_check_on=date(2027, 1, 11),
    pauses=("LR-6M", "LR-MON"),
)
PUBLICATION = PublicationDraft(
    title="Learning together",
    summary="What was learnt.\n\nAnd what changes.",
    review_type="Thematic review",
    planned_on=date(2026, 11, 30),
    copy_sent_on=date(2026, 11, 16),
    published_on=date(2026, 11, 20),
    deposited_on=date(2026, 11, 20),
    archived_on=date(2026, 11, 23),
    web_address="https://example.org/learning",
)
AGREED = AgreedDate(date(2026, 11, 25), "One agency waits for records.", "The Panel")


@dataclass
class Desk:
    """An open register with the context that pages and dialogs get."""

    register: Register
    context: AppContext
    full_id: UUID
    bare_id: UUID

    def view(self, case_id: UUID | None = None) -> CaseView:
        """Read a case, the full one without an id."""
        return get_case(self.register, case_id or self.full_id, today=TODAY)

    def finish(self) -> CaseView:
        """Record the full case through to publication, and read it again."""
        for save, draft in (
            (save_rapid_review, FINISHED_RAPID_REVIEW),
            (save_local_review, LOCAL_REVIEW),
            (save_publication, PUBLICATION),
        ):
            save(self.register, self.full_id, draft, today=TODAY)
        for entry in (MONITORING, DELAY):
            self.add(entry)
        return self.view()

    def add(self, *drafts: object) -> None:
        """Record entries of the full case, such as a delay."""
        for draft in drafts:
            save_entry(self.register, self.full_id, None, draft, today=TODAY)


def make_desk(folder: Path) -> Desk:
    """Return a new register in `folder`. Close it when done."""
    kept, full_id, bare_id = _kept_desk()
    register = kept.open(folder, lambda: NOW)
    return Desk(register, AppContext(register, lambda: TODAY), full_id, bare_id)


@cache
def _kept_desk() -> tuple[KeptRegister, UUID, UUID]:
    with TemporaryDirectory() as folder:
        register, full_id, bare_id = _new_desk(Path(folder))
        return KeptRegister.of(register), full_id, bare_id


def _new_desk(folder: Path) -> tuple[Register, UUID, UUID]:
    store = Store.create(folder / "test.sgdesk", secrets.token_bytes(32))
    register = Register(store, folder, now=lambda: NOW)
    full_id = _saved(register, CASE)
    for child in CHILDREN:
        save_child(register, full_id, None, child, today=TODAY)
    save_notification(register, full_id, NOTIFICATION, today=TODAY)
    save_rapid_review(register, full_id, RAPID_REVIEW, today=TODAY)
    save_agreed_date(register, full_id, "RR-RETURN", AGREED)
    bare_id = _saved(register, CaseDraft(reference="ZZSP2026-27-06", title="Infant, injury"))
    return register, full_id, bare_id


def _saved(register: Register, draft: CaseDraft) -> UUID:
    changes = save_case(register, None, draft, today=TODAY)
    return next(iter(changes.case_ids))


def texts(widget):
    """Return what the labels in `widget` say."""
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def opened(page, kind=EditDialog):
    """Return the dialog of `kind` that is open over the page."""
    return next(one for one in page.findChildren(kind) if one.isVisible())


def part_tab(page, key):
    """Show the tab `key` of a case page and return it; for those that read their own records."""
    page.tabs.show_tab(key)
    return page.tabs.stack.currentWidget().tab


def add_briefing(desk):
    draft = BriefingDraft(title="Learning from neglect", case_ids=(desk.full_id,))
    return save_briefing(desk.register, None, draft).briefing_id


def nameless(window):
    """Return the kinds of visible controls that a screen reader could not name."""
    controls = (
        one
        for one in window.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and not one.focusProxy()
    )
    return [
        type(one).__name__
        for one in controls
        if not QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
        and not isinstance(one.parentWidget(), QComboBox | QAbstractSpinBox)
    ]
