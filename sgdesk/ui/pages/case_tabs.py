"""The tabs of a case that read their own records, each loaded when it is first shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sgdesk.ui.pages.case_tab import TabPlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.ui.context import AppContext
    from sgdesk.ui.pages.case_tab import CaseTab


def tab_place(key: str, context: AppContext) -> TabPlace:
    """Return the place of the tab `key`, which builds it when it is first seen."""
    return TabPlace(partial(_FACTORIES[key], context))


def _agencies(context: AppContext) -> CaseTab:
    from sgdesk.ui.pages.case_agencies_tab import AgenciesTab  # noqa: PLC0415 - when first shown

    return AgenciesTab(context)


def _notification(context: AppContext) -> CaseTab:
    from sgdesk.ui.pages.case_notification_tab import NotificationTab  # noqa: PLC0415 - when first shown

    return NotificationTab(context)


def _rapid_review(context: AppContext) -> CaseTab:
    from sgdesk.ui.pages.case_rapid_review_tab import RapidReviewTab  # noqa: PLC0415 - when first shown

    return RapidReviewTab(context)


def _local_review(context: AppContext) -> CaseTab:
    from sgdesk.ui.pages.case_local_review_tab import LocalReviewTab  # noqa: PLC0415 - when first shown

    return LocalReviewTab(context)


def _family(context: AppContext) -> CaseTab:
    from sgdesk.ui.pages.case_family_tab import FamilyTab  # noqa: PLC0415 - when first shown

    return FamilyTab(context)


def _delays(context: AppContext) -> CaseTab:
    from sgdesk.ui.pages.case_delays_tab import DelaysTab  # noqa: PLC0415 - when first shown

    return DelaysTab(context)


def _learning(context: AppContext) -> CaseTab:
    from sgdesk.ui.pages.case_learning_tab import LearningTab  # noqa: PLC0415 - when first shown

    return LearningTab(context)


def _publication(context: AppContext) -> CaseTab:
    from sgdesk.ui.pages.case_publication_tab import PublicationTab  # noqa: PLC0415 - when first shown

    return PublicationTab(context)


def _attachments(context: AppContext) -> CaseTab:
    from sgdesk.ui.pages.case_attachments_tab import AttachmentsTab  # noqa: PLC0415 - when first shown

    return AttachmentsTab(context)


def _history(context: AppContext) -> CaseTab:
    from sgdesk.ui.pages.case_history_tab import HistoryTab  # noqa: PLC0415 - when first shown

    return HistoryTab(context)


_FACTORIES: dict[str, Callable[[AppContext], CaseTab]] = {
    "notification": _notification,
    "agencies": _agencies,
    "rapid_review": _rapid_review,
    "local_review": _local_review,
    "family": _family,
    "delays": _delays,
    "learning": _learning,
    "publication": _publication,
    "attachments": _attachments,
    "history": _history,
}
