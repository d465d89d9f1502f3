"""Brings in a partnership's public list of reviews: source, check, briefings, import."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from sgdesk.outside.names import shown_name
from sgdesk.records.imports import ImportPlan
from sgdesk.records.moved_dates import MovesDatesError
from sgdesk.ui.tasks import Reading
from sgdesk.ui.wizards.import_briefings_page import ImportBriefingsPage
from sgdesk.ui.wizards.import_check_page import ImportCheckPage
from sgdesk.ui.wizards.import_ready_page import ImportReadyPage
from sgdesk.ui.wizards.import_source_page import SourcePage
from sgdesk.ui.wizards.wizard_frame import WizardFrame, Work

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sgdesk.errors import Problem
    from sgdesk.progress import Progress
    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext

_LOSS = "Nothing is imported yet. What you corrected is lost."
_NO_REVIEW = "No review was recognised on this page."


class ImportWizard(WizardFrame):
    """Saves nothing before the last step."""

    cases_asked = Signal()
    """The officer wants to see the cases that came in."""

    DESIGNED_SIZE = (1160, 720)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        self._context = context
        self._plan = ImportPlan((), (), ())
        self._is_edited = False
        self._agreed_to: MovesDatesError | None = None
        self.source_page = SourcePage()
        self.check_page = ImportCheckPage(context, self._problems)
        self.briefings_page = ImportBriefingsPage()
        self.ready_page = ImportReadyPage()
        practice = "PRACTICE: " if context.register.is_practice else ""
        super().__init__(
            f"{practice}Import a public list",
            (self.source_page, self.check_page, self.briefings_page, self.ready_page),
            keeper=context,
            parent=parent,
        )
        self._comparing = Reading(self._compare, context, self)
        self._comparing.arrived.connect(self._on_compared)
        self._comparing.failed.connect(self.check_page.notice.show_trouble)
        self.check_page.plan_edited.connect(self._on_plan_edited)
        self.briefings_page.plan_edited.connect(self._on_plan_edited)
        self.ready_page.cases_asked.connect(self._on_cases_asked)

    def go_on(self) -> None:
        page = self.page
        if page is self.source_page:
            self._read()
        elif page is self.ready_page and not self.ready_page.is_done:
            self._save()
        else:
            super().go_on()
            self._show_plan()

    def loss(self) -> tuple[str, str]:
        would_lose = self._is_edited and not self.ready_page.is_done
        return (_LOSS, "Close") if would_lose else ("", "")

    def _read(self) -> None:
        register, today = self._context.register, self._context.today()
        path, text = self.source_page.path, self.source_page.text()

        def read(_progress: Progress) -> ImportPlan:
            from sgdesk.services.imports import plan_import, plan_import_file  # noqa: PLC0415

            if path is not None:
                return plan_import_file(register, path, today=today)
            return plan_import(register, text, today=today)

        self.run(Work("Reading the page", read, self._on_read))

    def _on_read(self, plan: ImportPlan) -> None:
        if not plan.reviews and not plan.briefings:
            why = " ".join(problem.message for problem in plan.problems)
            self.source_page.notice.show_problem(why or _NO_REVIEW)
            return
        self._plan, self._is_edited = plan, False
        path = self.source_page.path
        name = "pasted text" if path is None else shown_name(path)
        self.step_list.set_detail(0, name)
        self.check_page.show_plan(plan)
        self.show_page(1)

    def _show_plan(self) -> None:
        """Bring the page now on show up to date with what was edited on the others."""
        chosen = sum(review.is_chosen for review in self._plan.reviews)
        self.step_list.set_detail(1, f"{chosen} chosen")
        if self.page is self.briefings_page:
            self.briefings_page.show_plan(self._plan)
        elif self.page is self.ready_page:
            briefings = sum(item.is_chosen for item in self._plan.briefings)
            self.step_list.set_detail(2, f"{briefings} chosen")
            self._agreed_to = None
            self.ready_page.show_plan(self._plan)

    def _compare(self) -> tuple[ImportPlan, ImportPlan]:
        """Return the plan and what it becomes compared with the register."""
        from sgdesk.services.imports import replan  # noqa: PLC0415 - loads the ORM

        plan = self._plan
        return plan, replan(self._context.register, plan)

    def _problems(self, plan: ImportPlan) -> list[Problem]:
        from sgdesk.services.imports import check_plan  # noqa: PLC0415 - loads the ORM

        return check_plan(plan, today=self._context.today())

    def _save(self) -> None:
        register, plan, today = self._context.register, self._plan, self._context.today()

        agreed_to = self._agreed_to

        def save(_progress: Progress) -> Changes:
            from sgdesk.services.backups import back_up  # noqa: PLC0415 - ciphers load slowly
            from sgdesk.services.imports import save_import  # noqa: PLC0415 - loads the ORM

            back_up(register)
            with agreed_to.agreed() if agreed_to is not None else nullcontext():
                return save_import(register, plan, today=today)

        self.run(Work("Saving", save, self._on_saved, self._on_not_saved, can_stop=False))

    def _on_not_saved(self, error: object) -> None:
        if isinstance(error, MovesDatesError):
            self._agreed_to = error
            self.ready_page.show_moves(error.recalculation)
        else:
            self.ready_page.notice.show_trouble(error)

    def _on_saved(self, changes: Changes) -> None:
        self.ready_page.show_done()
        self.footer.show_buttons(self.ready_page.buttons())
        self._context.apply(changes)

    @Slot(object)
    def _on_plan_edited(self, plan: ImportPlan) -> None:
        self._plan, self._is_edited = plan, True
        self._comparing.start()

    @Slot(object)
    def _on_compared(self, answer: tuple[ImportPlan, ImportPlan]) -> None:
        asked, compared = answer
        if asked is self._plan:  # else the officer went on typing, and a newer answer comes
            self._plan = compared
            self.check_page.renew_plan(compared)

    @Slot()
    def _on_cases_asked(self) -> None:
        self.cases_asked.emit()
        self.accept()
