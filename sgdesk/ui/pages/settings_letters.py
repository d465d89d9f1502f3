"""Letters: the texts that reminders, chases and other letters are written from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from sgdesk.domain.letters import (
    LETTER_KINDS,
    SAMPLE_VALUES,
    LetterKey,
    LetterTemplate,
    check_template,
    fields_of,
    filled,
)
from sgdesk.services.letters import list_templates, save_template
from sgdesk.ui.dialogs.editors import TextArea
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.settings_form import SettingsForm
from sgdesk.ui.pages.settings_section import SettingsSection
from sgdesk.ui.widgets.buttons import make_button, make_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from sgdesk.errors import Problem
    from sgdesk.records.letters import TemplateRow
    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext

_NOTE = (
    "What letters and e-mails say before you change them for one case. A field such as "
    "{due date} is filled in from the case; where nothing is known it stands as [due date]."
)
_FIELDS = "Put a field in where the cursor stands:"
_LINES = 11


class LetterForm(SettingsForm[LetterTemplate]):
    """Edits one template at a time: the one of `key`."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "Save letter")
        self.key = LetterKey.REQUEST
        self.subject_edit = QLineEdit()
        self.body_edit = TextArea(_LINES)
        self.field_buttons = QWidget()
        self.back_button = make_link("Set back to the program’s text", "undo-2")
        self.preview = Card("Preview", note="with invented values")
        self.preview_subject = make_label("", "strong", wraps=True)
        self.preview_body = make_label("", wraps=True)
        self._target: QLineEdit | TextArea = self.body_edit
        self._build_form()
        self.back_button.clicked.connect(self.set_back)
        self.start()

    def show_letter(self, key: LetterKey) -> None:
        """Edit another template."""
        self.key = key
        self._target = self.body_edit
        self._renew_fields()
        self.start()

    def kept_way(self) -> str:
        return f"Letters:{self.key.value}"

    def draft(self) -> LetterTemplate:
        return LetterTemplate(self.key, self.subject_edit.text(), self.body_edit.toPlainText())

    def fill(self) -> None:
        self._show(self._held().template)

    def check(self, draft: LetterTemplate) -> list[Problem]:
        return check_template(draft)

    def store(self, draft: LetterTemplate) -> Changes:
        return save_template(self._context.register, draft)

    def edited(self, name: str) -> None:
        self._target = self.subject_edit if name == "subject" else self.body_edit
        self._renew_preview()

    @Slot()
    def set_back(self) -> None:
        """Show the program's own text; it holds when it is saved."""
        self._show(self._held().shipped)

    def insert_field(self, name: str) -> None:
        """Put a field where the cursor stands, in the field that was typed in last."""
        focused = self.subject_edit if self.subject_edit.hasFocus() else self._target
        if isinstance(focused, QLineEdit):
            focused.insert(f"{{{name}}}")
        else:
            focused.insertPlainText(f"{{{name}}}")
        focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _held(self) -> TemplateRow:
        rows = list_templates(self._context.register)
        return next(row for row in rows if row.template.key is self.key)

    def _show(self, template: LetterTemplate) -> None:
        self.subject_edit.setText(template.subject)
        self.body_edit.setPlainText(template.body)
        self._renew_preview()

    def _renew_preview(self) -> None:
        draft = self.draft()
        self.preview_subject.setText(filled(draft.subject, SAMPLE_VALUES))
        self.preview_body.setText(filled(draft.body, SAMPLE_VALUES))
        self.back_button.setVisible(draft != self._held().shipped)

    def _renew_fields(self) -> None:
        clear(self._flow)
        for name in fields_of(self.key):
            button = make_button(f"{{{name}}}", kind="chip")
            button.setAccessibleName(f"Put in {name}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self.insert_field, name))
            self._flow.addWidget(button)

    def _build_form(self) -> None:
        look = current()
        self.field_buttons.setAccessibleName("Fields of this letter")
        self._flow = FlowLayout(self.field_buttons, spacing=look.px(6))
        fields = QVBoxLayout()
        fields.setSpacing(look.px(6))
        fields.addWidget(make_label(_FIELDS, "second", wraps=True))
        fields.addWidget(self.field_buttons)
        self.form.addWidget(self.add_field("subject", "Subject", self.subject_edit))
        self.form.addLayout(fields)
        self.form.addWidget(self.add_field("body", "Text", self.body_edit))
        self.form.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.preview.body.addWidget(self.preview_subject)
        self.preview.body.addWidget(self.preview_body)
        self.form.addWidget(self.preview)
        self._renew_fields()


class LettersSection(SettingsSection):
    """One letter at a time; what is typed is asked about before another is shown."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("Letters", _NOTE)
        self._context = context
        self._wanted = LetterKey.REQUEST
        self._is_leaving = False
        self.letter_combo = QComboBox()
        self.about_label = make_label("", "second", wraps=True)
        self.form = LetterForm(context)
        self.body.addWidget(FieldRow("Letter", self.letter_combo))
        self.body.addWidget(self.about_label)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.set_foot(self.form.foot)
        self._renew_titles()
        self._show_about()
        self.letter_combo.currentIndexChanged.connect(self._on_letter_chosen)
        self.form.left.connect(self._on_left)
        self.form.saved.connect(self._renew_titles)

    def is_changed(self) -> bool:
        return self.form.is_changed()

    def ask(self) -> None:
        self._is_leaving = True
        self.form.ask()

    def reload(self) -> None:
        self.form.reload()
        self._renew_titles()

    def open_again(self, which: str) -> None:
        self.letter_combo.setCurrentIndex(self.letter_combo.findData(which))

    @Slot()
    def _on_letter_chosen(self) -> None:
        self._wanted = LetterKey(self.letter_combo.currentData())
        if self.form.is_changed():
            self._is_leaving = False
            self._point_at(self.form.key)
            self.form.ask()
        else:
            self._go()

    @Slot()
    def _on_left(self) -> None:
        if self._is_leaving:
            self.left.emit()
        else:
            self._go()

    def _go(self) -> None:
        self.form.show_letter(self._wanted)
        self._point_at(self._wanted)
        self._show_about()

    def _point_at(self, key: LetterKey) -> None:
        with QSignalBlocker(self.letter_combo):
            self.letter_combo.setCurrentIndex(self.letter_combo.findData(key.value))

    def _show_about(self) -> None:
        self.about_label.setText(LETTER_KINDS[self.form.key].about)

    @Slot()
    def _renew_titles(self) -> None:
        """Say of each letter whether it is the partnership's own."""
        with QSignalBlocker(self.letter_combo):
            self.letter_combo.clear()
            for row in list_templates(self._context.register):
                own = " (your own text)" if row.is_own else ""
                title = LETTER_KINDS[row.template.key].title
                self.letter_combo.addItem(f"{title}{own}", row.template.key.value)
        self._point_at(self.form.key)
