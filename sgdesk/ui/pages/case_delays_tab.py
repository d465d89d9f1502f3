"""Proceedings and delay of a case: why it waits, who agreed, who looks again when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.ui.pages.case_tab import CaseTab

if TYPE_CHECKING:
    from sgdesk.records.cases import CaseView
    from sgdesk.ui.context import AppContext


class DelaysTab(CaseTab):
    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context

    def show_case(self, view: CaseView) -> None:
        """Show what `view` holds now instead of what was shown before."""
