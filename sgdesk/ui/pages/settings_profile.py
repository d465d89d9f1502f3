"""The three sections that each save a part of the partnership's profile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit

from sgdesk.domain.partnerships import PartnershipDraft, check_partnership
from sgdesk.ui.dialogs.date_fields import make_date_field
from sgdesk.ui.dialogs.editors import SuggestingCombo
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.pages.settings_form import SettingsForm
from sgdesk.ui.pages.settings_section import SettingsSection

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sgdesk.errors import Problem
    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext

_MARKS = ("OFFICIAL-SENSITIVE", "OFFICIAL")


class FormSectionPage(SettingsSection):
    """A section that is one form."""

    def __init__(self, title: str, note: str, form: SettingsForm[Any]) -> None:
        super().__init__(title, note)
        self.form = form
        self.body.addWidget(form)
        self.body.addStretch(1)
        self.set_foot(form.foot)
        form.left.connect(self.left)

    def is_changed(self) -> bool:
        return self.form.is_changed()

    def ask(self) -> None:
        self.form.ask()

    def reload(self) -> None:
        self.form.reload()


class ProfileForm(SettingsForm[PartnershipDraft]):
    """Saves the profile with its own fields changed, and judges these alone."""

    def changes(self) -> dict[str, Any]:
        """Return the fields of the profile that this form holds, by name."""
        raise NotImplementedError

    def draft(self) -> PartnershipDraft:
        return replace(self._context.register.profile, **self.changes())

    def is_changed(self) -> bool:
        typed = self.changes()
        before = {name: getattr(self._start, name, None) for name in typed}
        return typed != before or bool(self.fields.reading_problems())

    def check(self, draft: PartnershipDraft) -> list[Problem]:
        problems = check_partnership(draft, today=self._context.today())
        return [problem for problem in problems if problem.field in self.changes()]

    def store(self, draft: PartnershipDraft) -> Changes:
        from sgdesk.services.settings import save_profile  # noqa: PLC0415 - loads the mapper

        return save_profile(self._context.register, draft, today=self._context.today())


class PartnershipForm(ProfileForm):
    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.name_edit = QLineEdit()
        self.short_name_edit = QLineEdit()
        self.prefix_edit = QLineEdit()
        self.officer_edit = QLineEdit()
        self.mark_combo = SuggestingCombo(_MARKS)
        self.report_field = make_date_field(context)
        self._build_form()
        self.start()

    def kept_way(self) -> str:
        return "Partnership"

    def changes(self) -> dict[str, Any]:
        return {
            "name": self.name_edit.text(),
            "short_name": self.short_name_edit.text(),
            "prefix": self.prefix_edit.text(),
            "officer": self.officer_edit.text(),
            "handling_mark": self.mark_combo.currentText(),
            "last_yearly_report_on": self.report_field.value(),
        }

    def fill(self) -> None:
        held = self._context.register.profile
        self.name_edit.setText(held.name)
        self.short_name_edit.setText(held.short_name)
        self.prefix_edit.setText(held.prefix)
        self.officer_edit.setText(held.officer)
        self.mark_combo.setCurrentText(held.handling_mark)
        self.report_field.set_value(held.last_yearly_report_on)

    def _build_form(self) -> None:
        self.form.addWidget(self.add_field("name", "Partnership", self.name_edit))
        self._add_pair(
            self.add_field("short_name", "Short name", self.short_name_edit),
            self.add_field(
                "prefix",
                "Reference prefix",
                self.prefix_edit,
                hint="New references begin with these letters. References already given stay.",
            ),
        )
        self._add_pair(
            self.add_field(
                "officer",
                "Your role",
                self.officer_edit,
                hint="A role and no name: the history of changes and the status bar show it.",
            ),
            self.add_field(
                "handling_mark",
                "Handling mark",
                self.mark_combo,
                hint="Stands on documents of reviews that are not published.",
            ),
        )
        report = self.add_field(
            "last_yearly_report_on",
            "Last yearly report published",
            self.report_field,
            hint="The next one falls due 12 months later.",
        )
        self._add_pair(report)

    def _add_pair(self, *rows: QWidget) -> None:
        line = SideBySide()
        for row in rows:
            line.add(row, least=260)
        self.form.addWidget(line)


def partnership_section(context: AppContext) -> FormSectionPage:
    """Return the section on the partnership and the officer."""
    note = "Who you are on screens, in documents and in new references."
    return FormSectionPage("Partnership", note, PartnershipForm(context))
