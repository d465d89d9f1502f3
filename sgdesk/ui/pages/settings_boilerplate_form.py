"""The form of one wording of a standing text; the program's own can be read, not changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.boilerplate import BoilerplateDraft, BoilerplateKey, check_boilerplate
from sgdesk.services.boilerplate import list_wordings, save_wording, wording_rows
from sgdesk.ui.dialogs.date_fields import make_date_field
from sgdesk.ui.dialogs.editors import TextArea
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.settings_form import SettingsForm

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.errors import Problem
    from sgdesk.records.boilerplate import WordingRow
    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext

_LINES = 8
_START_HINT = "Documents made from this day on carry it."
_TEXT_HINT = "Each line is a paragraph of its own. Name no child and no member of staff."


class BoilerplateForm(SettingsForm[BoilerplateDraft]):
    """Edits the wording `row` of the text `key`; a new one while `row` is None."""

    def __init__(self, context: AppContext, key: BoilerplateKey, row: WordingRow) -> None:
        super().__init__(context, "Save wording")
        self.key = key
        self.row: WordingRow | None = row
        self._first_text = ""
        self.starts_field = make_date_field(context)
        self.starts_field.setMaximumWidth(current().px(220))
        self.text_edit = TextArea(_LINES)
        self.starts_row = self.add_field(
            "starts_on", "In use from", self.starts_field, hint=_START_HINT
        )
        self.form.addWidget(self.starts_row)
        self.form.addWidget(self.add_field("text", "Text", self.text_edit, hint=_TEXT_HINT))
        self.show_row(key, row)

    def show_row(self, key: BoilerplateKey, row: WordingRow) -> None:
        """Show a wording; what was typed must be saved or given up before."""
        self.key, self.row = key, row
        is_own = row.entry is not None
        self.starts_row.setVisible(is_own)
        self.text_edit.setReadOnly(not is_own)
        self.foot.setVisible(is_own)
        self.start()

    def begin(self, text: str) -> None:
        """Show a new wording, in use from today, that begins with `text`."""
        self.row, self._first_text = None, text
        self.starts_row.show()
        self.text_edit.setReadOnly(False)
        self.foot.show()
        self.start()
        self.text_edit.setFocus()

    @property
    def is_new(self) -> bool:
        return self.row is None

    def is_changed(self) -> bool:
        return self.is_new or super().is_changed()

    def kept_way(self) -> str:
        entry = self.row.entry if self.row else None
        return f"Standing texts:{self.key.value}:{entry.entry_id if entry else ''}"

    def draft(self) -> BoilerplateDraft:
        return BoilerplateDraft(
            self.key.value, self.starts_field.value(), self.text_edit.toPlainText()
        )

    def fill(self) -> None:
        self.starts_field.set_value(self._first_day())
        self.text_edit.setPlainText(self.row.text if self.row else self._first_text)

    def check(self, draft: BoilerplateDraft) -> list[Problem]:
        entry = self.row.entry if self.row else None
        others = [
            one.draft
            for one in list_wordings(self._context.register)
            if entry is None or one.entry_id != entry.entry_id
        ]
        return check_boilerplate(draft, others=others)

    def store(self, draft: BoilerplateDraft) -> Changes:
        changes = save_wording(self._context.register, self.row.entry if self.row else None, draft)
        rows = wording_rows(self._context.register, self.key, today=self._context.today())
        self.row = next(row for row in rows if row.starts_on == draft.starts_on)
        return changes

    def _first_day(self) -> date | None:
        return self.row.starts_on if self.row else self._context.today()
