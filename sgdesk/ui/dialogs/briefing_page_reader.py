"""Sets the page of a briefing in the background, as an export would save it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from sgdesk.domain.briefings import BriefingDraft
from sgdesk.ui.dialogs.briefing_words import page_words
from sgdesk.ui.tasks import Reading

if TYPE_CHECKING:
    from sgdesk.domain.identity import Identity
    from sgdesk.records.fitting import Fit
    from sgdesk.ui.context import AppContext

_REST_MS = 250
"""The page is set anew when typing has rested so long."""


@dataclass(frozen=True, slots=True)
class SetPage:
    """A page as it would be saved. `pdf` is empty where the text does not fit."""

    fit: Fit
    missing: tuple[str, ...]
    """Letters that are drawn as a box."""
    identities: tuple[Identity, ...]
    """Where a child's name or date of birth stands."""
    pdf: bytes = field(repr=False)
    words: str = field(repr=False)


class PageReader(QObject):
    """Asked again and again; only the page of what was asked last arrives."""

    page_set = Signal(object)
    failed = Signal(object)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._draft = BriefingDraft()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        reading = Reading(self._read, context, self)
        self._rest.timeout.connect(reading.start)
        reading.arrived.connect(self.page_set)
        reading.failed.connect(self.failed)

    def ask(self, draft: BriefingDraft, *, is_typing: bool = False) -> None:
        """Set the page of `draft`, after a rest while the officer `is_typing`."""
        self._draft = draft
        self._rest.start(_REST_MS if is_typing else 0)

    def _read(self) -> SetPage:
        return set_page(self._context, self._draft)


def set_page(context: AppContext, draft: BriefingDraft) -> SetPage:
    """Return the page of what is written so far. Takes a quarter of a second."""
    from sgdesk.services import previews  # noqa: PLC0415 - off the window's thread
    from sgdesk.services.briefings import briefing_of  # noqa: PLC0415 - loads the mapper
    from sgdesk.services.export_checks import found_identities  # noqa: PLC0415 - as above

    briefing = briefing_of(context.register, _written(draft), today=context.today())
    fit = previews.fit_of(briefing)
    pdf = previews.preview_pdf(briefing) if fit.fits else b""
    return SetPage(
        fit,
        previews.missing_letters(briefing),
        found_identities(context.register, briefing),
        pdf,
        page_words(briefing),
    )


def _written(draft: BriefingDraft) -> BriefingDraft:
    """Return the draft without items that are still empty."""
    return replace(
        draft,
        key_learning=tuple(point for point in draft.key_learning if not point.is_empty),
        good_practice=tuple(point for point in draft.good_practice if not point.is_empty),
        improvements=tuple(point for point in draft.improvements if not point.is_empty),
        questions=tuple(text for text in draft.questions if text.strip()),
    )
