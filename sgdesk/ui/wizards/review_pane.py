"""One review of the list beside the table: its fields, to be put right before it is saved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from sgdesk.records.imports import IMPORT_STATE_WORDS, ImportState, PlannedReview
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.calendar_popup import CalendarMarks
from sgdesk.ui.widgets.date_field import DateField
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.text_edit import PlainEdit

if TYPE_CHECKING:
    from sgdesk.ui.context import AppContext


class ReviewPane(QFrame):
    edited = Signal(object)
    """The `PlannedReview` as it is now."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        calendar = context.register.calendar
        self._review: PlannedReview | None = None
        self.chosen_box = QCheckBox("Import this review")
        self.reference_edit = QLineEdit()
        self.title_edit = QLineEdit()
        self.date_field = DateField(
            context.read_date,
            step=calendar.add_working_days,
            marks=lambda: CalendarMarks(calendar.bank_holidays),
        )
        self.summary_edit = PlainEdit()
        self.state_label = make_label("", "second", wraps=True)
        self._build()

    def show_review(self, review: PlannedReview | None) -> None:
        """Fill the fields; without a review they are off."""
        self._review = None
        self.setEnabled(review is not None)
        shown = review or _NONE
        self.reference_edit.setText(shown.reference)
        self.title_edit.setText(shown.title)
        self.date_field.set_value(shown.published_on)
        self.summary_edit.setPlainText(shown.summary)
        self._review = review
        self.show_state(review)

    def show_state(self, review: PlannedReview | None) -> None:
        """Show what changed meanwhile beside the fields, and leave those as they are."""
        self._review = review
        shown = review or _NONE
        with QSignalBlocker(self.chosen_box):
            self.chosen_box.setChecked(shown.is_chosen)
        words = f"{IMPORT_STATE_WORDS[shown.state]}. {shown.difference}".strip()
        place = f" From line {shown.line} of the page." if shown.line else ""
        self.state_label.setText(f"{words}{place}" if review is not None else "")

    def is_sound(self) -> bool:
        """Tell whether the date is empty or can be read."""
        return self.date_field.is_sound()

    def settle(self) -> None:
        """Read the date as if the field were left, and say what is wrong."""
        self.date_field.settle()

    def _on_edited(self) -> None:
        if self._review is None:
            return
        self._review = replace(
            self._review,
            reference=self.reference_edit.text().strip(),
            title=self.title_edit.text().strip(),
            published_on=self.date_field.value(),
            summary=self.summary_edit.toPlainText().strip(),
            is_chosen=self.chosen_box.isChecked(),
        )
        self.edited.emit(self._review)

    def _build(self) -> None:
        look = current()
        self.setProperty("role", "card")
        self.summary_edit.setTabChangesFocus(True)
        self.summary_edit.setMinimumHeight(look.px(80))
        self.rows = (
            FieldRow("Reference", self.reference_edit),
            FieldRow("Title", self.title_edit),
            FieldRow("Published", self.date_field),
            FieldRow("Summary", self.summary_edit),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(14))
        layout.setSpacing(look.px(10))
        layout.addWidget(self.chosen_box)
        layout.addWidget(self.state_label)
        reference_row, title_row, date_row, summary_row = self.rows
        line = QHBoxLayout()
        line.setSpacing(look.px(12))
        line.addWidget(reference_row, 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(date_row, 1, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(line)
        layout.addWidget(title_row)
        layout.addWidget(summary_row, 1)
        self.reference_edit.textEdited.connect(lambda _text: self._on_edited())
        self.title_edit.textEdited.connect(lambda _text: self._on_edited())
        self.date_field.value_changed.connect(lambda _day: self._on_edited())
        self.date_field.line_edit.textEdited.connect(lambda _text: self._on_edited())
        self.summary_edit.textChanged.connect(self._on_edited)
        self.chosen_box.toggled.connect(lambda _is_on: self._on_edited())


_NONE = PlannedReview(
    reference="",
    title="",
    published_on=None,
    summary="",
    state=ImportState.NEW,
    case_id=None,
    difference="",
    is_chosen=False,
    line=0,
)
