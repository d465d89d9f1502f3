"""Opens the dialogs, wizards and previews that pages ask for, each loaded when first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog

from sgdesk.errors import UserError
from sgdesk.records.kept_typing import FormPlace
from sgdesk.ui.tasks import Job

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtWidgets import QWidget

    from sgdesk.domain.cases import CaseDraft
    from sgdesk.records.date_workings import DateWorking
    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.records.exports import DocumentKind
    from sgdesk.records.packs import SavedPack
    from sgdesk.records.papers import Paper
    from sgdesk.services.chase_papers import ChaseChoice
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.dialogs.about_dialog import AboutDialog
    from sgdesk.ui.dialogs.backups_dialog import BackupsDialog
    from sgdesk.ui.dialogs.deadline_dialog import DeadlineDialog

DialogT = TypeVar("DialogT", bound=QDialog)


class Openers(QObject):
    """Every window opens over `window` and stops nothing: the slots return at once."""

    case_asked = Signal(object)
    """The id of a case that was just recorded, or that a dialog wants to be shown."""

    cases_asked = Signal()
    """The case list, after an import."""

    history_accepted = Signal()
    """The history as it is now counts, whatever was seen of it before."""

    help_asked = Signal(str)
    """Show this topic of the help."""
    lock_asked = Signal()
    """A backup takes the register's place at the next opening."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    @Slot()
    def new_case(self) -> None:
        if self._is_refused():
            return
        from sgdesk.ui.dialogs.case_dialog import CaseDialog  # noqa: PLC0415 - loaded when needed

        dialog = self._open(
            lambda: CaseDialog(self._context, None, self._save_new_case, self._window)
        )
        if dialog is not None:
            dialog.kept_as = FormPlace("", "new_case", is_new=True)

    def _is_refused(self) -> bool:
        """Return whether nothing can be saved, and say so before anybody types for nothing."""
        refusal = self._context.register.refusal
        if refusal:
            self._context.report(UserError(refusal))
        return bool(refusal)

    def open_again(self, place: FormPlace) -> None:
        """Open a form of the window itself: a new case, a briefing, or an agreed date."""
        what, _, which = place.way.partition(":")
        match what:
            case "new_case":
                self.new_case()
            case "briefing":
                self.edit_briefing(UUID(which) if which else None, place.case_id)
            case "agreed_date":
                dialog = self.explain(place.case_id, which)
                if dialog is not None:
                    dialog.edit_agreed_date()

    @Slot(object, str)
    def explain(self, case_id: UUID | None, code: str) -> DeadlineDialog | None:
        from sgdesk.ui.dialogs.deadline_dialog import DeadlineDialog  # noqa: PLC0415 - as above

        dialog = self._open(lambda: DeadlineDialog(self._context, case_id, code, self._window))
        if dialog is not None:
            dialog.case_asked.connect(self.case_asked)
        return dialog

    @Slot(object, object)
    def edit_briefing(self, briefing_id: UUID | None, case_id: UUID | None) -> None:
        self._edit_briefing(briefing_id, case_id, self._window)

    @Slot(object)
    def export(self, briefing_ids: Sequence[UUID] = ()) -> None:
        """Open the pack wizard with these briefings, and the documents of the last time."""
        self._open_pack(briefing_ids, ())

    @Slot(object)
    def make_whole_pack(self, briefing_ids: Sequence[UUID]) -> None:
        """Open the pack wizard with these briefings and every public document of a review."""
        from sgdesk.ui.wizards.export_documents_page import (  # noqa: PLC0415 - as above
            OF_EACH_REVIEW,
        )

        self._open_pack(briefing_ids, OF_EACH_REVIEW)

    @Slot()
    def import_list(self) -> None:
        if self._is_refused():
            return
        from sgdesk.ui.wizards.import_wizard import ImportWizard  # noqa: PLC0415 - as above

        wizard = self._open(lambda: ImportWizard(self._context, self._window))
        if wizard is not None:
            wizard.cases_asked.connect(self.cases_asked)

    @Slot()
    def make_agenda(self) -> None:
        from sgdesk.ui.dialogs.agenda_dialog import AgendaDialog  # noqa: PLC0415 - as above

        self._open(lambda: AgendaDialog(self._context, self._window))

    def make_chase_list(self, choice: ChaseChoice | None = None) -> None:
        from sgdesk.ui.dialogs.chase_list_dialog import ChaseListDialog  # noqa: PLC0415 - as above

        self._open(lambda: ChaseListDialog(self._context, choice, self._window))

    @Slot(object, str, str)
    def export_deadlines(self, rows: Sequence[DeadlineRow], title: str, summary: str) -> None:
        from sgdesk.ui.dialogs.deadline_export_dialog import (  # noqa: PLC0415 - as above
            DeadlineExportDialog,
        )

        self._open(
            lambda: DeadlineExportDialog(self._context, rows, title, self._window, summary=summary)
        )

    @Slot(object)
    def what_if(self, case_id: UUID) -> None:
        """Show what the deadlines of a case would be if its dates were others."""
        from sgdesk.ui.dialogs.what_if_dialog import WhatIfDialog  # noqa: PLC0415 - as above

        dialog = self._open(lambda: WhatIfDialog(self._context, case_id, self._window))
        if dialog is not None:
            dialog.case_asked.connect(self.case_asked)

    @Slot(object)
    def explain_working(self, working: DateWorking) -> None:
        """Show why a date that no rule gives falls on its day."""
        from sgdesk.ui.dialogs.working_dialog import WorkingDialog  # noqa: PLC0415 - as above

        dialog = self._open(lambda: WorkingDialog(working, self._window))
        if dialog is not None:
            dialog.case_asked.connect(self.case_asked)
            dialog.rule_asked.connect(self.explain)

    @Slot(object)
    def print_report(self, paper: Paper) -> None:
        from sgdesk.ui.printing.paper_print import print_paper  # noqa: PLC0415 - as above

        print_paper(self._context, paper, self._window)

    @Slot()
    def print_open_deadlines(self) -> None:
        """Read all open deadlines in the background, then show them for printing."""
        job = Job(lambda _progress: _report_open_deadlines(self._context), self._context)
        job.succeeded.connect(self.print_report)
        job.failed.connect(self._context.report)
        job.start()

    @Slot()
    def show_backups(self) -> BackupsDialog | None:
        """Open the list of backups and return it."""
        from sgdesk.ui.dialogs.backups_dialog import BackupsDialog  # noqa: PLC0415 - as above

        dialog = self._open(lambda: BackupsDialog(self._context, self._window))
        if dialog is not None:
            dialog.restore_prepared.connect(self.lock_asked)
        return dialog

    @Slot()
    def show_about(self) -> AboutDialog | None:
        """Open what is to know about the program and return it."""
        from sgdesk.ui.dialogs.about_dialog import AboutDialog  # noqa: PLC0415 - as above

        dialog = self._open(lambda: AboutDialog(self._window))
        if dialog is not None:
            dialog.help_asked.connect(self.help_asked)
        return dialog

    @Slot()
    def try_backup(self) -> None:
        """Open the list of backups and try the newest, where there are backups to make."""
        dialog = self.show_backups()
        if dialog is not None:
            dialog.try_newest()

    @Slot()
    def make_recovery_key(self) -> None:
        """Open the way to a new recovery key, which a register that is kept has."""
        from sgdesk.ui.wizards.new_recovery_key import (  # noqa: PLC0415 - as above
            NewRecoveryKeyWizard,
        )

        self._open(lambda: NewRecoveryKeyWizard(self._context, self._window))

    @Slot()
    def verify_history(self) -> None:
        """Verify the whole register, and let a printed seal be compared with it."""
        from sgdesk.ui.dialogs.verify_dialog import VerifyDialog  # noqa: PLC0415 - as above

        dialog = self._open(lambda: VerifyDialog(self._context, self._window))
        if dialog is not None:
            dialog.backups_asked.connect(self.show_backups)
            dialog.accepted_now.connect(self.history_accepted)

    @Slot()
    def show_moved(self) -> None:
        """Show the due dates that the last save moved."""
        from sgdesk.ui.dialogs.moved_dates_dialog import MovedDatesDialog  # noqa: PLC0415 - seldom

        told = self._context.register.recalculation
        self._open(lambda: MovedDatesDialog(told, self._window, is_done=True))

    def _save_new_case(self, draft: CaseDraft) -> None:
        from sgdesk.services.cases import save_case  # noqa: PLC0415 - loads the database mapper

        context = self._context
        changes = save_case(context.register, None, draft, today=context.today())
        context.apply(changes)
        for case_id in changes.case_ids:
            self.case_asked.emit(case_id)

    def _open_pack(self, briefing_ids: Sequence[UUID], kinds: Collection[DocumentKind]) -> None:
        from sgdesk.ui.wizards.export_wizard import ExportWizard  # noqa: PLC0415 - as above

        wizard = self._open(
            lambda: ExportWizard(self._context, tuple(briefing_ids), self._window, kinds=kinds)
        )
        if wizard is not None:
            wizard.briefing_asked.connect(lambda one: self._edit_briefing(one, None, wizard))
            wizard.recipient_asked.connect(lambda pack: self._record_recipient(pack, wizard))

    def _record_recipient(self, pack: SavedPack, window: QWidget) -> None:
        from sgdesk.ui.dialogs.recipient_forms import (  # noqa: PLC0415 - as above
            open_pack_recipient,
        )

        open_pack_recipient(self._context, pack, window)

    def _edit_briefing(
        self, briefing_id: UUID | None, case_id: UUID | None, window: QWidget
    ) -> None:
        from sgdesk.ui.dialogs.briefing_dialog import BriefingDialog  # noqa: PLC0415 - as above

        self._open(lambda: BriefingDialog(self._context, briefing_id, case_id, window))

    def _open(self, make: Callable[[], DialogT]) -> DialogT | None:
        """Return the dialog open; report what it cannot read, and return None."""
        try:
            dialog = make()
        except UserError as error:
            self._context.report(error)
            return None
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog


def _report_open_deadlines(context: AppContext) -> Paper:
    from sgdesk.services.deadline_reports import deadline_report  # noqa: PLC0415 - as above
    from sgdesk.services.deadlines import list_deadlines  # noqa: PLC0415 - as above

    today = context.today()
    rows = [row for row in list_deadlines(context.register, today=today) if row.is_open]
    return deadline_report(context.register, rows, today=today)
