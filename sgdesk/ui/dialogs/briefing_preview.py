"""The right side of the briefing editor: how it fits, the checks, the page itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.ui.dialogs.briefing_fit_meter import FitMeter
from sgdesk.ui.dialogs.briefing_page_reader import PageReader
from sgdesk.ui.dialogs.briefing_page_view import ZOOM_WORDS, PageView
from sgdesk.ui.errors import trouble_of
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.chips import Chip, FilterChips
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from sgdesk.domain.briefings import BriefingDraft
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.dialogs.briefing_page_reader import LaidPage, PageChecks

_PAGE = "Page 1 of 1, A4"
_LAST_PAGE = "The last text that fitted its page"


class BriefingPreview(QFrame):
    """Follows what is written, a little after the last key, and never holds up typing."""

    def __init__(self, context: AppContext, *, margin: int = 20) -> None:
        super().__init__()
        self.setProperty("role", "tint")
        self.reader = PageReader(context, self)
        self.meter = FitMeter()
        self.page_label = make_label("", "second", wraps=True)
        self.zoom_chips = FilterChips(
            [Chip(zoom, words) for zoom, words in ZOOM_WORDS.items()], name="Size of the page"
        )
        self.page_view = PageView(context)
        self._build(margin)
        self.reader.page_laid.connect(self._on_page_laid)
        self.reader.page_checked.connect(self._on_page_checked)
        self.page_view.drawn.connect(self.reader.check)
        self.reader.failed.connect(self._on_failed)
        self.zoom_chips.chip_chosen.connect(self.page_view.set_zoom)

    def show_draft(self, draft: BriefingDraft, *, is_typing: bool = False) -> None:
        """Set the page of `draft` in the background, and show it."""
        self.reader.ask(draft, is_typing=is_typing)

    def add_panel(self, panel: QWidget) -> None:
        """Put `panel` between how the page fits and the page."""
        self._panels.addWidget(panel)

    def forget_page(self) -> None:
        """Show no page until another briefing's is set."""
        self.meter.show_waiting()
        self.page_view.clear_page()
        self.page_label.setText("")

    @Slot(object)
    def _on_page_laid(self, page: LaidPage) -> None:
        """Draw the page first and have it looked at afterwards: both at once take longer."""
        is_drawn = False
        if page.pdf:
            self.page_label.setText(_PAGE)
            is_drawn = self.page_view.show_page(page.pdf, page.words)
        elif self.page_view.has_picture():
            self.page_label.setText(_LAST_PAGE)
        if not is_drawn:
            self.reader.check()

    @Slot(object)
    def _on_page_checked(self, checks: PageChecks) -> None:
        self.meter.show_fit(checks.fit, checks.missing, checks.identities)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self.meter.show_trouble(trouble_of(error).sentence)

    def _build(self, margin: int) -> None:
        look = current()
        zoom = QHBoxLayout()
        zoom.setSpacing(look.px(12))
        zoom.addWidget(self.page_label, 1, Qt.AlignmentFlag.AlignVCenter)
        zoom.addWidget(self.zoom_chips)
        box = QVBoxLayout(self)
        side = look.px(margin)
        box.setContentsMargins(side, side, side, look.px(8))
        box.setSpacing(look.px(10))
        box.addWidget(self.meter)
        self._panels = QVBoxLayout()
        box.addLayout(self._panels)
        box.addLayout(zoom)
        box.addWidget(self.page_view, 1)
