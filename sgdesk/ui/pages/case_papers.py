"""The papers of a case as a whole: front sheet, wall sheet of its timetable, six-month plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from sgdesk.records.papers import Paper
    from sgdesk.ui.context import AppContext


class CasePapers:
    """Previews open over the window of `place`; what stops a paper is reported there."""

    def __init__(self, context: AppContext, place: QWidget) -> None:
        self._context = context
        self._place = place

    def print_front_sheet(self, case_id: UUID) -> None:
        """Show the front sheet as it will be printed."""
        from sgdesk.services.front_sheets import front_sheet  # noqa: PLC0415 - when first asked

        self._print(front_sheet, case_id)

    def print_wall_sheet(self, case_id: UUID) -> None:
        """Show the timetable, day 0 to 15, as it will be printed for the wall."""
        from sgdesk.services.wall_sheets import wall_sheet  # noqa: PLC0415 - when first asked

        self._print(wall_sheet, case_id)

    def print_review_plan(self, case_id: UUID) -> None:
        """Show the six-month plan of the local review as it will be printed."""
        from sgdesk.services.review_plans import review_plan  # noqa: PLC0415 - when first asked

        self._print(review_plan, case_id)

    def _print(self, make: Callable[..., Paper], case_id: UUID) -> None:
        from sgdesk.ui.printing.paper_print import print_paper  # noqa: PLC0415 - as above

        context = self._context
        try:
            paper = make(context.register, case_id, today=context.today())
        except UserError as error:
            context.report(error)
        else:
            print_paper(context, paper, self._place.window())
