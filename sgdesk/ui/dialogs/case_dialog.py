"""The dialog for a case: reference, incident, areas, owner, edition, closing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from sgdesk.domain.answers import ANSWER_WORDS
from sgdesk.domain.cases import KIND_WORDS, CaseDraft, CaseKind
from sgdesk.domain.dates import long_date
from sgdesk.domain.editions import Edition, edition_on
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.services.cases import check_case_draft, new_case_draft
from sgdesk.services.value_lists import read_value_list
from sgdesk.ui.dialogs.date_fields import make_date_field
from sgdesk.ui.dialogs.edit_dialog import EditDialog, Heading
from sgdesk.ui.dialogs.editors import ChoiceCombo, LineList, TextArea
from sgdesk.ui.dialogs.rule_clocks import rule_clock
from sgdesk.ui.dialogs.sections import FormSection
from sgdesk.ui.dialogs.uncertain_date_field import UncertainDateField
from sgdesk.ui.dialogs.value_lines import ValueLines

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.errors import Problem
    from sgdesk.records.cases import CaseView
    from sgdesk.ui.context import AppContext

_EDITION_WORDS: dict[Edition | None, str] = {
    None: "By the dates of the case",
    **{edition: edition.label for edition in Edition},
}


class CaseDialog(EditDialog[CaseDraft]):
    """Edits what identifies a case; `view` is None for a new one. Duplicates show while typing."""

    DESIGNED_WIDTH = 820

    def __init__(
        self,
        context: AppContext,
        view: CaseView | None,
        save: Callable[[CaseDraft], None],
        parent: QWidget | None = None,
    ) -> None:
        self._context = context
        self._case_id = view.case_id if view else None
        self._is_new = view is None
        self._base = view.draft if view else new_case_draft(context.register, today=context.today())
        super().__init__(context, _heading(view), save, parent)
        self._build_form()
        self._fill(self._base)
        self.start()
        if self._is_new:
            self.go_to("title")

    def draft(self) -> CaseDraft:
        return replace(
            self._base,
            reference=self.reference_edit.text(),
            further_references=self.further_list.entries(),
            title=self.title_edit.text(),
            kind=self.kind_combo.value(),
            incident=self.incident_field.value(),
            aware_on=self.aware_field.value(),
            area_of_incident=self.area_edit.text(),
            area_of_residence=self.residence_edit.text(),
            owner=self.owner_edit.text(),
            themes=self.theme_list.value(),
            edition=self.edition_combo.value(),
            edition_reason=self.edition_reason_edit.toPlainText(),
            closed_on=self.closed_field.value(),
            closed_reason=self.closed_reason_edit.toPlainText(),
            outside_england=self.outside_combo.value(),
            media_interest=self.media_combo.value(),
        )

    def check(self, draft: CaseDraft) -> list[Problem]:
        context = self._context
        return check_case_draft(context.register, self._case_id, draft, today=context.today())

    def edited(self, _name: str) -> None:
        self._renew_notes()

    def _renew_notes(self) -> None:
        aware_on = self.aware_field.value()
        edition = self.edition_combo.value()
        by_date = edition_on(aware_on or self._context.today())
        in_force = "on the aware date" if aware_on else "today"
        self.set_hint("edition", f"In force {in_force}: {by_date.label}")
        has_reason = bool(self.edition_reason_edit.toPlainText().strip())
        self.edition_reason_row.setVisible(edition not in (None, by_date) or has_reason)
        notify_by = rule_clock(self._context.register, edition or by_date, "SIN-5", aware_on).due
        self.set_hint("aware_on", f"Notify by {long_date(notify_by)}" if notify_by else "")
        needs_none = self.kind_combo.value() is CaseKind.NATIONAL
        suggested = "The next free one; type over it." if self._is_new else ""
        self.set_hint("reference", "A national review needs none." if needs_none else suggested)

    def _build_form(self) -> None:
        self._make_editors()
        for section in (self._identity(), self._incident(), self._people(), self._closing()):
            self.form.addWidget(section)

    def _make_editors(self) -> None:
        self.reference_edit, self.title_edit = QLineEdit(), QLineEdit()
        self.area_edit, self.residence_edit, self.owner_edit = QLineEdit(), QLineEdit(), QLineEdit()
        self.further_list = LineList(2)
        themes = read_value_list(self._context.register, ValueListKey.THEMES)
        self.theme_list = ValueLines("Add a theme", themes)
        self.outside_combo, self.media_combo = ChoiceCombo(ANSWER_WORDS), ChoiceCombo(ANSWER_WORDS)
        self.kind_combo = ChoiceCombo(KIND_WORDS)
        self.incident_field = UncertainDateField(self._context, "Incident")
        self.aware_field = make_date_field(self._context)
        self.closed_field = make_date_field(self._context)
        self.edition_combo = ChoiceCombo(_EDITION_WORDS)
        self.edition_reason_edit, self.closed_reason_edit = TextArea(2), TextArea(2)

    def _identity(self) -> FormSection:
        section = FormSection("What it is")
        section.add_line(
            self.add_field("reference", "Reference", self.reference_edit),
            self.add_field("kind", "Kind", self.kind_combo),
            least=(200, 200),
        )
        section.add_line(self.add_field("title", "Description", self.title_edit))
        section.add_line(
            self.add_field("further_references", "Further references", self.further_list),
            self.add_field("themes", "Themes", self.theme_list),
            least=(240, 240),
        )
        self.set_hint(
            "title", "A few neutral words for lists, as in Two siblings, neglect. No names."
        )
        self.set_hint("further_references", "One on each line.")
        self.set_hint("themes", "Choose one after the other, or type one on each line.")
        return section

    def _incident(self) -> FormSection:
        section = FormSection("When and where")
        section.add_line(
            self.add_field("incident", "Incident", self.incident_field),
            self.add_field("aware_on", "Aware date", self.aware_field),
            stretches=(2, 1),
            least=(250, 250),
        )
        section.add_line(
            self.add_field("area_of_incident", "Area of the incident", self.area_edit),
            self.add_field("area_of_residence", "Area of residence", self.residence_edit),
            least=(200, 200),
        )
        section.add_line(
            self.add_field("outside_england", "Outside England", self.outside_combo),
            self.add_field("media_interest", "Interest of the media", self.media_combo),
            least=(200, 200),
        )
        self.set_hint(
            "outside_england", "It happened outside England to a child who normally lives here."
        )
        return section

    def _people(self) -> FormSection:
        section = FormSection("Who and under which guidance")
        section.add_line(
            self.add_field("owner", "Case owner", self.owner_edit),
            self.add_field("edition", "Edition of the guidance", self.edition_combo),
            least=(240, 240),
        )
        self.edition_reason_row = self.add_field(
            "edition_reason", "Reason", self.edition_reason_edit, full_title="Reason"
        )
        section.add_line(self.edition_reason_row)
        return section

    def _closing(self) -> FormSection:
        section = FormSection("Closing")
        section.add_line(
            self.add_field("closed_on", "Closed on", self.closed_field),
            self.add_field("closed_reason", "Reason", self.closed_reason_edit),
            stretches=(1, 2),
            least=(200, 200),
        )
        if self._is_new:
            section.hide()
        return section

    def _fill(self, draft: CaseDraft) -> None:
        self.reference_edit.setText(draft.reference)
        self.further_list.set_entries(draft.further_references)
        self.title_edit.setText(draft.title)
        self.kind_combo.set_value(draft.kind)
        self.incident_field.set_value(draft.incident)
        self.aware_field.set_value(draft.aware_on)
        self.area_edit.setText(draft.area_of_incident)
        self.residence_edit.setText(draft.area_of_residence)
        self.owner_edit.setText(draft.owner)
        self.theme_list.set_value(draft.themes)
        self.outside_combo.set_value(draft.outside_england)
        self.media_combo.set_value(draft.media_interest)
        self.edition_combo.set_value(draft.edition)
        self.edition_reason_edit.setPlainText(draft.edition_reason)
        self.closed_field.set_value(draft.closed_on)
        self.closed_reason_edit.setPlainText(draft.closed_reason)
        self._renew_notes()


def _heading(view: CaseView | None) -> Heading:
    if view is None:
        context = "The reference and the description are enough to begin"
        return Heading("New case", "New case", context, is_whose=False)
    return Heading("Edit case", "Case", view.reference)
