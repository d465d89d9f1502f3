"""The way from a deadline report to paper: preview first, then the printer or a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.ui.printing.report_preview import ReportPreview

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sgdesk.records.reports import DeadlineReport
    from sgdesk.ui.context import AppContext


def print_report(context: AppContext, report: DeadlineReport, parent: QWidget) -> ReportPreview:
    """Open the preview of `report` over the window of `parent`; return at once."""
    preview = ReportPreview(context, report, parent)
    preview.finished.connect(preview.deleteLater)
    preview.open()
    return preview
