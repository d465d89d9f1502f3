"""The dialog for publication: the report, its dates, the public list and leaving it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QWidget

from sgdesk.domain.dates import long_date
from sgdesk.domain.publications import PublicationDraft, check_publication
from sgdesk.ui.dialogs.date_fields import make_date_field
from sgdesk.ui.dialogs.edit_dialog import EditDialog, Heading
from sgdesk.ui.dialogs.editors import SuggestingCombo, TextArea
from sgdesk.ui.dialogs.rule_clocks import rule_clock
from sgdesk.ui.dialogs.sections import FormSection

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sgdesk.errors import Problem
    from sgdesk.records.cases import CaseView
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.widgets.date_field import DateField
    from sgdesk.ui.widgets.fields import FieldRow

_REVIEW_TYPES = (
    "Local Child Safeguarding Practice Review",
    "Serious Case Review",
    "Thematic review",
    "National review",
)


class PublicationDialog(EditDialog[PublicationDraft]):
    """Edits the publication of a case and shows when the report must go to the Panel."""

    DESIGNED_WIDTH = 760

    def __init__(
        self,
        context: AppContext,
        view: CaseView,
        save: Callable[[PublicationDraft], None],
        parent: QWidget | None = None,
    ) -> None:
        self._context = context
        self._edition = view.edition
        self._base = view.publication or PublicationDraft()
        self.date_fields: dict[str, DateField] = {}
        context_line = f"{view.reference} · {view.stage_words} · {view.edition.label}"
        super().__init__(Heading("Edit publication", "Publication", context_line), save, parent)
        self._build_form()
        self._fill(self._base)
        self.start()

    def draft(self) -> PublicationDraft:
        days: dict[str, Any] = {name: one.value() for name, one in self.date_fields.items()}
        return replace(
            self._base,
            **days,
            title=self.title_edit.text(),
            summary=self.summary_edit.toPlainText(),
            review_type=self.type_combo.currentText(),
            web_address=self.address_edit.text(),
        )

    def check(self, draft: PublicationDraft) -> list[Problem]:
        return check_publication(draft, today=self._context.today())

    def edited(self, _name: str) -> None:
        self._renew_notes()

    def _due(self, code: str, trigger: str) -> date | None:
        trigger_on = self.date_fields[trigger].value()
        return rule_clock(self._context.register, self._edition, code, trigger_on).due

    def _report_by(self) -> date | None:
        return self._due("PUB-7", "planned_on")

    def _renew_notes(self) -> None:
        by = self._report_by()
        self.set_hint("planned_on", f"Full report to the Panel by {long_date(by)}" if by else "")
        self.set_hint("copy_sent_on", _copy_note(self.date_fields["copy_sent_on"].value(), by))
        leaves, removable = self._due("PUB-3Y", "published_on"), self._due("PUB-1Y", "published_on")
        self.set_hint("archived_on", f"Leaves the list {long_date(leaves)}" if leaves else "")
        kept = f"Keep available until {long_date(removable)} at least" if removable else ""
        self.set_hint("published_on", kept)

    def _build_form(self) -> None:
        self.title_edit = QLineEdit()
        self.type_combo = SuggestingCombo(_REVIEW_TYPES)
        self.summary_edit = TextArea(6)
        self.address_edit = QLineEdit()
        self.address_edit.setPlaceholderText("https://")
        report = FormSection("The report")
        report.add_line(
            self.add_field("title", "Title", self.title_edit),
            self.add_field("review_type", "Type of review", self.type_combo),
        )
        report.add_line(self.add_field("summary", "Summary for the public list", self.summary_edit))
        dates = FormSection("Before and on the day")
        dates.add_line(
            self._date("planned_on", "Planned date"),
            self._date("copy_sent_on", "Full report sent"),
            self._date("published_on", "Publication date"),
            least=(190, 190, 190),
        )
        after = FormSection("Afterwards")
        after.add_line(
            self._date("deposited_on", "Deposited"),
            self._date("archived_on", "Archived"),
            least=(190, 190),
        )
        after.add_line(self.add_field("web_address", "Web address", self.address_edit))
        self.set_hint("title", "Leave empty if the list gives the reference alone.")
        self.set_hint("deposited_on", "With the national repository.")
        for section in (report, dates, after):
            self.form.addWidget(section)

    def _date(self, name: str, title: str) -> FieldRow:
        field = make_date_field(self._context, self._report_by, "Full report due")
        self.date_fields[name] = field
        return self.add_field(name, title, field)

    def _fill(self, draft: PublicationDraft) -> None:
        for name, field in self.date_fields.items():
            field.set_value(getattr(draft, name))
        self.title_edit.setText(draft.title)
        self.type_combo.setCurrentText(draft.review_type)
        self.summary_edit.setPlainText(draft.summary)
        self.address_edit.setText(draft.web_address)
        self._renew_notes()


def _copy_note(sent_on: date | None, by: date | None) -> str:
    if by is None:
        return ""
    if sent_on is None:
        return f"Due {long_date(by)}"
    return "In time" if sent_on <= by else f"After {long_date(by)}, the 7 working days before"
