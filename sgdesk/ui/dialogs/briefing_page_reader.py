"""Sets the page of a briefing in the background, as an export would save it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from sgdesk.domain.briefings import BriefingDraft
from sgdesk.progress import Progress, silent
from sgdesk.records.fitting import Fit, FitError
from sgdesk.ui.dialogs.briefing_words import page_words
from sgdesk.ui.tasks import Reading

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.domain.identity import Identity
    from sgdesk.records.briefing import Briefing
    from sgdesk.ui.context import AppContext

_REST_MS = 5
"""The page is set anew when no key came for so long: several keys at once are one change."""


@dataclass(frozen=True, slots=True)
class LaidPage:
    """A page as it would be saved. `pdf` is empty where the text does not fit."""

    briefing: Briefing = field(repr=False)
    pdf: bytes = field(repr=False)
    words: str = field(repr=False)
    fit: Fit | None = None
    """How it does not fit; None where it does and how well is still to be found out."""
    case_ids: tuple[UUID, ...] = ()
    """The reviews it speaks of."""


@dataclass(frozen=True, slots=True)
class PageChecks:
    """What is found out of a page when its picture is on show."""

    fit: Fit
    missing: tuple[str, ...]
    """Letters that are drawn as a box."""
    identities: tuple[Identity, ...]
    """Where a child's name or date of birth stands."""


class PageReader(QObject):
    """Asked again and again; only the page of what was asked last arrives, then its checks."""

    page_laid = Signal(object)
    page_checked = Signal(object)
    failed = Signal(object)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._draft = BriefingDraft()
        self._page: LaidPage | None = None
        self._looked_at: LaidPage | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._pages = Reading(self._lay, context, self)
        self._checks = Reading(self._look, context, self)
        self._rest.timeout.connect(self._pages.start)
        self._pages.arrived.connect(self._on_laid)
        self._checks.arrived.connect(self.page_checked)
        for reading in (self._pages, self._checks):
            reading.failed.connect(self.failed)

    def ask(self, draft: BriefingDraft, *, is_typing: bool = False) -> None:
        """Set the page of `draft`, after a short rest while the officer `is_typing`.

        Work on an earlier page stops at its next step, so that this one need not wait for it.
        """
        self._draft, self._page = draft, None
        self._pages.drop()
        self._checks.drop()
        self._rest.start(_REST_MS if is_typing else 0)

    @Slot()
    def check(self) -> None:
        """Find out how the page fits and what stands on it, once for each page."""
        if self._page is not None:
            self._looked_at, self._page = self._page, None
            self._checks.start()

    @Slot(object)
    def _on_laid(self, page: LaidPage) -> None:
        self._page = page
        self.page_laid.emit(page)

    def _lay(self) -> LaidPage:
        return lay_page(self._context, self._draft, self._pages.stop_if_stale)

    def _look(self) -> PageChecks | None:
        page = self._looked_at
        return check_page(self._context, page, self._checks.stop_if_stale) if page else None


def lay_page(context: AppContext, draft: BriefingDraft, progress: Progress = silent) -> LaidPage:
    """Return the page of what is written so far. Passes on what `progress` raises."""
    from sgdesk.services import previews  # noqa: PLC0415 - off the window's thread
    from sgdesk.services.briefings import briefing_of  # noqa: PLC0415 - loads the mapper

    briefing = briefing_of(context.register, _written(draft), today=context.today())
    words = page_words(briefing)
    try:
        pdf = previews.preview_pdf(briefing, progress)
    except FitError as error:
        return LaidPage(briefing, b"", words, error.fit, draft.case_ids)
    return LaidPage(briefing, pdf, words, case_ids=draft.case_ids)


def check_page(context: AppContext, page: LaidPage, progress: Progress = silent) -> PageChecks:
    """Return how a page fits, and the letters and names on it. Passes on what `progress` raises."""
    from sgdesk.services import previews  # noqa: PLC0415 - off the window's thread
    from sgdesk.services.export_checks import found_identities  # noqa: PLC0415 - as above

    fit = page.fit or previews.fit_of(page.briefing, progress)
    progress(1, 3, "Looking for letters that cannot be drawn")
    missing = previews.missing_letters(page.briefing)
    progress(2, 3, "Looking for names")
    identities = found_identities(context.register, page.briefing, page.case_ids)
    return PageChecks(fit, missing, identities)


def _written(draft: BriefingDraft) -> BriefingDraft:
    """Return the draft without items that are still empty."""
    return replace(
        draft,
        key_learning=tuple(point for point in draft.key_learning if not point.is_empty),
        good_practice=tuple(point for point in draft.good_practice if not point.is_empty),
        improvements=tuple(point for point in draft.improvements if not point.is_empty),
        questions=tuple(text for text in draft.questions if text.strip()),
        timeline=tuple(point for point in draft.timeline if not point.is_empty),
        recommendations=tuple(point for point in draft.recommendations if not point.is_empty),
    )
