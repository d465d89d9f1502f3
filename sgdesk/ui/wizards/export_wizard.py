"""Makes briefings, decks and the deadline report: choose, check, say where, run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from sgdesk.records.exports import DocumentKind
from sgdesk.services.outcomes import Changes
from sgdesk.ui.wizards.export_check_page import ChecksPage
from sgdesk.ui.wizards.export_choice_pages import DocumentsPage, ReviewsPage
from sgdesk.ui.wizards.export_file_pages import RunPage, WherePage
from sgdesk.ui.wizards.wizard_frame import WizardFrame, Work

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from sgdesk.progress import Progress
    from sgdesk.records.exports import Check, ExportResult, ReviewChoice
    from sgdesk.ui.context import AppContext

_SHORT_WORDS = {
    DocumentKind.BRIEFING: "briefing",
    DocumentKind.DECK: "deck",
    DocumentKind.DEADLINES: "deadlines",
}
_OF_A_REVIEW = {DocumentKind.BRIEFING, DocumentKind.DECK}


class ExportWizard(WizardFrame):
    """`briefing_ids` are chosen at the start; the officer may choose others."""

    briefing_asked = Signal(object)
    """The id of a briefing to edit. After it is saved, the checks run again by themselves."""

    DESIGNED_SIZE = (1000, 720)

    def __init__(
        self,
        context: AppContext,
        briefing_ids: Sequence[UUID] = (),
        parent: QWidget | None = None,
    ) -> None:
        self._context = context
        self.reviews_page = ReviewsPage(briefing_ids)
        self.documents_page = DocumentsPage()
        self.checks_page = ChecksPage()
        self.where_page = WherePage()
        self.run_page = RunPage()
        practice = "PRACTICE: " if context.register.is_practice else ""
        super().__init__(
            f"{practice}Briefing and deck",
            (
                self.reviews_page,
                self.documents_page,
                self.checks_page,
                self.where_page,
                self.run_page,
            ),
            keeper=context,
            parent=parent,
        )
        self.checks_page.briefing_asked.connect(self.briefing_asked)
        self.checks_page.again_asked.connect(self._check)
        context.changed.connect(self._on_register_changed)
        self._read_choices()

    def go_on(self) -> None:
        page = self.page
        if page is self.reviews_page:
            self.step_list.set_detail(0, f"{len(self.reviews_page.chosen())} chosen")
        elif page is self.documents_page:
            self.step_list.set_detail(1, ", ".join(self._kind_words()))
        elif page is self.where_page:
            self.step_list.set_detail(3, self.where_page.folder().name)
        super().go_on()
        if page is self.documents_page:
            self._check()
        elif page is self.where_page:
            self._make_files()

    def _read_choices(self) -> None:
        register = self._context.register

        def read(_progress: Progress) -> Sequence[ReviewChoice]:
            from sgdesk.services.exports import list_choices  # noqa: PLC0415 - loads the ORM

            return list_choices(register)

        self.run(Work("Reading the briefings", read, self.reviews_page.set_choices))

    @Slot()
    def _check(self) -> None:
        if self.is_working:
            return
        register, today = self._context.register, self._context.today()
        kinds, briefings = self.documents_page.kinds(), self._briefing_ids()

        def check(progress: Progress) -> tuple[Sequence[Check], Sequence[str]]:
            from sgdesk.services.export_checks import check_export  # noqa: PLC0415 - loads the ORM
            from sgdesk.services.exports import file_names  # noqa: PLC0415 - as above

            checks = check_export(register, briefings, kinds, today=today, progress=progress)
            return checks, file_names(register, briefings, kinds, today=today)

        self.checks_page.set_second(self._what())
        self.checks_page.forget()
        self.step_list.set_detail(2, "")
        self.run(Work("Checking", check, self._on_checked))

    def _on_checked(self, found: tuple[Sequence[Check], Sequence[str]]) -> None:
        checks, names = found
        self.checks_page.show_checks(checks)
        self.step_list.set_detail(2, self.checks_page.summary)
        self.where_page.set_names(names)

    def _make_files(self) -> None:
        register, today = self._context.register, self._context.today()
        kinds, briefings = self.documents_page.kinds(), self._briefing_ids()
        folder = self.where_page.folder()

        def make(progress: Progress) -> ExportResult:
            from sgdesk.services.exports import run_export  # noqa: PLC0415 - loads the ORM

            return run_export(register, briefings, kinds, folder, today=today, progress=progress)

        self.run_page.set_second(self._what())
        self.run(
            Work("Making the files", make, self._on_made, self._on_failed_to_make, self._on_stopped)
        )

    def _on_made(self, result: ExportResult) -> None:
        self.run_page.show_result(result)
        files = len(result.files)
        self.step_list.set_detail(4, "1 file" if files == 1 else f"{files} files")
        self.footer.show_buttons(self.run_page.buttons())
        self._context.apply(Changes(f"{files} documents made"))

    def _on_failed_to_make(self, error: object) -> None:
        self.show_page(self.place - 1)
        self.where_page.notice.show_trouble(error)

    def _on_stopped(self) -> None:
        self.show_page(self.place - 1)
        self.where_page.notice.show_warning("Stopped. No file was made.")

    @Slot(object)
    def _on_register_changed(self, _changes: object) -> None:
        if self.page is self.checks_page:
            self._check()

    def _briefing_ids(self) -> tuple[UUID, ...]:
        if not self.documents_page.kinds() & _OF_A_REVIEW:
            return ()
        return tuple(choice.briefing_id for choice in self.reviews_page.chosen())

    def _kind_words(self) -> list[str]:
        kinds = self.documents_page.kinds()
        return [words for kind, words in _SHORT_WORDS.items() if kind in kinds]

    def _what(self) -> str:
        chosen = self.reviews_page.chosen()
        first = ", ".join(chosen[0].references) or chosen[0].title if len(chosen) == 1 else ""
        parts = [first or f"{len(chosen)} briefings", " and ".join(self._kind_words())]
        if self._context.register.is_practice:
            parts.append("invented sample, marked PRACTICE")
        return " · ".join(parts)
