"""One dialog for every form that is told as data."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from sgdesk.ui.dialogs.edit_dialog import EditDialog, Heading
from sgdesk.ui.dialogs.form_editors import make_editor, set_value, value_of
from sgdesk.ui.dialogs.forms import FieldKind
from sgdesk.ui.dialogs.sections import FormSection

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from sgdesk.errors import Problem
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.dialogs.forms import Form, FormField, FormSetting
    from sgdesk.ui.widgets.fields import FieldRow

DraftT = TypeVar("DraftT")


class FormDialog(EditDialog[DraftT]):
    """Edits those fields of a draft that its form has; all others stay as they are."""

    def __init__(
        self,
        context: AppContext,
        form: Form,
        draft: DraftT,
        save: Callable[[DraftT], None],
        setting: FormSetting,
        parent: QWidget | None = None,
    ) -> None:
        self._context = context
        self._form = form
        self._base = draft
        self._setting = setting
        self.DESIGNED_WIDTH = form.width
        super().__init__(context, Heading(form.window, form.title, setting.about), save, parent)
        self.editors: dict[str, QWidget] = {}
        self._build_form()
        self._renew_notes()
        self.start()

    def draft(self) -> DraftT:
        values = {name: value_of(editor) for name, editor in self.editors.items()}
        return cast("DraftT", replace(cast("Any", self._base), **values))

    def check(self, draft: DraftT) -> list[Problem]:
        return self._setting.check(draft) if self._setting.check else []

    def edited(self, _name: str) -> None:
        self._renew_notes()

    def _renew_notes(self) -> None:
        notes = self._setting.notes(self.draft())
        for one in self._form.fields():
            is_said = one.kind is FieldKind.FLAG
            self.set_hint(one.name, notes.get(one.name, "" if is_said else one.hint))

    def _due(self) -> date | None:
        return self._setting.due(self.draft())

    def _build_form(self) -> None:
        for part in self._form.parts:
            section = FormSection(part.title)
            for line in part.lines:
                section.add_line(*(self._row(one) for one in line), least=(200,) * len(line))
            self.form.addWidget(section)

    def _row(self, one: FormField) -> FieldRow:
        words = self._setting.choices.get(one.name, one.words or {})
        editor = make_editor(one, self._context, words, self._due, self._setting.due_words)
        set_value(editor, getattr(self._base, one.name))
        self.editors[one.name] = editor
        return self.add_field(one.name, one.title, editor, full_title=one.full_title)
