"""The way of a paper from the screen: preview first, then the printer or a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.ui.printing.paper_preview import PaperPreview

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sgdesk.records.papers import Paper
    from sgdesk.ui.context import AppContext


def print_paper(context: AppContext, paper: Paper, window: QWidget) -> PaperPreview:
    """Open the preview of `paper` over `window`; return at once."""
    preview = PaperPreview(context, paper, window)
    preview.finished.connect(preview.deleteLater)
    preview.open()
    return preview
