"""The dialog for a date agreed beside the date by the rule, with reason and authority."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from sgdesk.domain.dates import long_date
from sgdesk.domain.partnerships import AgreedDate, check_agreed_date
from sgdesk.errors import Problem
from sgdesk.ui.dialogs.date_fields import make_date_field
from sgdesk.ui.dialogs.edit_dialog import EditDialog, Heading
from sgdesk.ui.dialogs.editors import SuggestingCombo, TextArea
from sgdesk.ui.dialogs.rule_clocks import working_days_apart
from sgdesk.ui.dialogs.sections import FormSection

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sgdesk.records.deadlines import DeadlineDetail
    from sgdesk.services.register import Register
    from sgdesk.ui.context import AppContext

_AUTHORITIES = ("The three safeguarding partners", "The Panel", "Partnership chair")


@dataclass(frozen=True, slots=True)
class AgreedDateForm:
    """The form as it stands; unlike `AgreedDate` it may lack its day."""

    agreed_on: date | None = None
    reason: str = ""
    authority: str = ""
    is_taken_back: bool = False

    def agreed_date(self) -> AgreedDate | None:
        """Return what is agreed, or None if it is taken back."""
        if self.is_taken_back or self.agreed_on is None:
            return None
        return AgreedDate(self.agreed_on, self.reason, self.authority)


class AgreedDateDialog(EditDialog[AgreedDateForm]):
    """Edits the agreed date of one deadline. `save` gets None when it is taken back."""

    DESIGNED_WIDTH = 620

    def __init__(
        self,
        context: AppContext,
        detail: DeadlineDetail,
        save: Callable[[AgreedDate | None], None],
        parent: QWidget | None = None,
    ) -> None:
        self._context = context
        self._detail = detail
        row = detail.row
        by_rule = f"date by the rule {long_date(row.due)}" if row.due else "no date by the rule yet"
        heading = Heading(
            "Agreed date", row.what, f"{row.reference} · {by_rule}, which stays in view"
        )
        super().__init__(context, heading, lambda form: save(form.agreed_date()), parent)
        self._build_form()
        self._fill(detail.agreed)
        self.start()

    def draft(self) -> AgreedDateForm:
        return AgreedDateForm(
            agreed_on=self.agreed_field.value(),
            reason=self.reason_edit.toPlainText(),
            authority=self.authority_combo.currentText(),
            is_taken_back=self.back_check.isChecked(),
        )

    def check(self, draft: AgreedDateForm) -> list[Problem]:
        if draft.is_taken_back:
            return []
        stand_in = draft.agreed_on or self._context.today()
        problems = check_agreed_date(AgreedDate(stand_in, draft.reason, draft.authority))
        if draft.agreed_on is None:
            problems.append(Problem("agreed_on", "Agreed date: give the day that was agreed."))
        return problems

    def edited(self, name: str) -> None:
        if name == "is_taken_back":
            for editor in (self.agreed_field, self.reason_edit, self.authority_combo):
                editor.setEnabled(not self.back_check.isChecked())
        self._renew_notes()

    def _renew_notes(self) -> None:
        due, agreed_on = self._detail.row.due, self.agreed_field.value()
        note = ""
        if due is not None and agreed_on is not None and agreed_on != due:
            note = _apart_words(self._context.register, due, agreed_on)
        self.set_hint("agreed_on", note)

    def _build_form(self) -> None:
        self.agreed_field = make_date_field(
            self._context, lambda: self._detail.row.due, "Date by the rule"
        )
        self.reason_edit = TextArea(4)
        self.authority_combo = SuggestingCombo(_AUTHORITIES)
        self.back_check = QCheckBox("Take the agreed date back: the date by the rule counts again")
        section = FormSection("What was agreed")
        section.add_line(
            self.add_field("agreed_on", "Agreed date", self.agreed_field),
            self.add_field("authority", "Authority", self.authority_combo),
        )
        section.add_line(self.add_field("reason", "Reason", self.reason_edit))
        back_row = self.add_field("is_taken_back", "No longer agreed", self.back_check)
        section.add_line(back_row)
        back_row.setVisible(self._detail.agreed is not None)
        self.set_hint("authority", "Who agreed it.")
        self.form.addWidget(section)

    def _fill(self, agreed: AgreedDate | None) -> None:
        self.agreed_field.set_value(agreed.agreed_on if agreed else None)
        self.reason_edit.setPlainText(agreed.reason if agreed else "")
        self.authority_combo.setCurrentText(agreed.authority if agreed else "")
        self._renew_notes()


def _apart_words(register: Register, due: date, agreed_on: date) -> str:
    days = working_days_apart(register, due, agreed_on)
    if days is None:
        return ""
    unit = "working day" if days == 1 else "working days"
    side = "after" if agreed_on > due else "before"
    return f"{days} {unit} {side} the date by the rule"
