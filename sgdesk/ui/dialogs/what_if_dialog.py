"""What if: dates of a case are tried, its deadlines shown as they would be, nothing saved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from sgdesk.domain.case_dates import WORDS
from sgdesk.domain.dates import long_date
from sgdesk.errors import RejectedError, UserError
from sgdesk.services.what_if import what_if
from sgdesk.services.what_if_papers import assumption, what_if_paper, what_if_text
from sgdesk.ui.dialogs.date_fields import make_date_field
from sgdesk.ui.dialogs.deadline_words import strip_of
from sgdesk.ui.dialogs.form_frame import Footer, FormScroll
from sgdesk.ui.dialogs.framed_dialog import FramedDialog
from sgdesk.ui.dialogs.rich_words import DatedLabel
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.dialogs.what_if_columns import what_if_columns, what_if_groups
from sgdesk.ui.look.current import current
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.printing.paper_print import print_paper
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.clipboard import copy_text
from sgdesk.ui.widgets.day_strip import DayStrip
from sgdesk.ui.widgets.fields import FieldRow, FieldSet
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.messages import MessageLine
from sgdesk.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from sgdesk.domain.case_dates import CaseDate
    from sgdesk.records.what_if import TriedDate, WhatIfLine
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.widgets.date_field import DateField

_LEAST_FIELD, _LEAST_TABLE = 196, 240
_FIELDS_A_LINE, _LARGE, _LARGE_A_LINE = 3, 1.5, 2
"""Dates beside each other; fewer where the text is as large as that or larger."""
_ABOUT = "try other dates, nothing is saved"


class WhatIfDialog(FramedDialog):
    """Shows what is tried as it is typed. The constructor raises `UserError`."""

    DESIGNED_WIDTH, DESIGNED_HEIGHT = 1000, 960

    case_asked = Signal(UUID)

    def __init__(self, context: AppContext, case_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._case_id = case_id
        self.found = what_if(context.register, case_id, {}, today=context.today())
        self.date_fields: dict[CaseDate, DateField] = {}
        self._build()
        self._connect()
        self._show_found()

    def tried(self) -> dict[CaseDate, date]:
        """Return the dates that are tried, without those that are as they are now."""
        now = {one.trigger: one.now for one in self.found.tried}
        values = ((name, editor.value()) for name, editor in self.date_fields.items())
        return {name: day for name, day in values if day is not None and day != now.get(name)}

    @Slot()
    def copy_text(self) -> None:
        """Put what would be on the clipboard and say so on the button."""
        copy_text(what_if_text(self.found))
        self.copy_button.setText("Copied")

    @Slot()
    def print_found(self) -> None:
        """Show what would be as it will be printed."""
        context = self._context
        paper = what_if_paper(context.register, self.found, today=context.today())
        print_paper(context, paper, self)

    @Slot()
    def show_tried(self) -> None:
        """Show what would be with the dates as they stand in the fields."""
        context = self._context
        try:
            self.found = what_if(
                context.register, self._case_id, self.tried(), today=context.today()
            )
        except RejectedError as error:
            self.fields.show_problems(error.problems)
            self.message.show_problem("Correct the date to see what would be.")
            return
        except UserError as error:
            self.message.show_problem(str(error))
            return
        self.fields.show_problems([])
        self._show_found()

    @Slot(object)
    def _on_line_chosen(self, line: WhatIfLine | None) -> None:
        self.explained_card.setVisible(line is not None)
        if line is None:
            return
        self.explained_card.set_title(line.title)
        self.sentence_label.set_text(line.working)
        self.strip.set_days(strip_of(line.days))
        self.strip.setVisible(bool(line.days))

    @Slot()
    def _on_case_clicked(self) -> None:
        self.accept()
        self.case_asked.emit(self._case_id)

    def _show_found(self) -> None:
        found = self.found
        self.assumption_label.set_text(assumption(found))
        self.as_on_label.setText(f"Standings as on {long_date(found.as_on)}")
        self._model.set_groups(what_if_groups(found))
        self._choose()
        self.copy_button.setText("Copy as text")
        changed = len(found.changed)
        noun = "deadline changes" if changed == 1 else "deadlines change"
        self.message.show_hint(f"{changed or 'No'} {noun}. Nothing is saved.")

    def _choose(self) -> None:
        """Choose the first line, unless one is chosen to which as much happens as to any."""
        line = self.table.chosen_record()
        if line is not None and (line.is_changed or not self.found.changed):
            self._on_line_chosen(line)
        elif not self.table.choose_first():
            self._on_line_chosen(None)

    def _connect(self) -> None:
        for editor in self.date_fields.values():
            editor.value_changed.connect(self.show_tried)
        self.table.record_chosen.connect(self._on_line_chosen)
        self.copy_button.clicked.connect(self.copy_text)
        self.print_button.clicked.connect(self.print_found)
        self.case_button.clicked.connect(self._on_case_clicked)
        self.close_button.clicked.connect(self.accept)

    def _build(self) -> None:
        self.setWindowTitle(self._context.window_title("What if"))
        self.setAccessibleName("What if")
        self.scroll_area = FormScroll()
        body = self.scroll_area.body
        body.setSpacing(current().px(12))
        body.addLayout(self._head())
        for line in self._field_lines():
            body.addWidget(line)
        body.addWidget(self._table_card(), 1)
        body.addWidget(self._explained_card())
        self.set_frame(self.scroll_area, self._footer())

    def _head(self) -> QVBoxLayout:
        found = self.found
        head = QVBoxLayout()
        head.setSpacing(current().px(4))
        head.addWidget(make_label("What if …", "page-title", wraps=True))
        parts = dict.fromkeys(part for part in (found.reference, found.case_title, _ABOUT) if part)
        head.addWidget(make_label(" · ".join(parts), "muted", wraps=True))
        return head

    def _field_lines(self) -> Iterator[SideBySide]:
        self.fields = FieldSet()
        tried = self.found.tried
        count = _LARGE_A_LINE if current().text_scale >= _LARGE else _FIELDS_A_LINE
        for start in range(0, len(tried), count):
            yield self._field_line(tried[start : start + count], count)

    def _field_line(self, tried: Sequence[TriedDate], count: int) -> SideBySide:
        line = SideBySide()
        for one in tried:
            editor = make_date_field(self._context, partial(_same, one.now), "The date now")
            note = f"now {long_date(one.now)}" if one.now else "no date now"
            row = FieldRow(WORDS[one.trigger], editor, note=note)
            self.date_fields[one.trigger] = editor
            self.fields.add(one.trigger.value, row)
            line.add(row, least=_LEAST_FIELD)
        for _ in range(count - len(tried)):
            line.add(_Gap(), least=_LEAST_FIELD)
        return line

    def _table_card(self) -> Card:
        card = Card(is_bare=True)
        self.assumption_label = DatedLabel()
        self.as_on_label = make_label("", "second")
        head = QVBoxLayout()
        side = current().px(12)
        head.setContentsMargins(side, side, side, current().px(4))
        head.setSpacing(0)
        head.addWidget(self.assumption_label)
        head.addWidget(self.as_on_label)
        self._model: RecordTableModel[WhatIfLine] = RecordTableModel(what_if_columns(), self)
        self.table = RecordTable(self._model, key=lambda line: line.code, row_height=48)
        self.table.setAccessibleName("Deadlines, now and then")
        self.table.setMinimumHeight(current().px(_LEAST_TABLE))
        card.body.addLayout(head)
        card.body.addWidget(self.table, 1)
        return card

    def _explained_card(self) -> Card:
        self.explained_card = Card(" ")
        self.sentence_label = DatedLabel()
        self.strip = DayStrip()
        self.explained_card.body.addWidget(self.sentence_label)
        self.explained_card.body.addWidget(self.strip)
        return self.explained_card

    def _footer(self) -> Footer:
        self.message = MessageLine()
        self.case_button = make_button("Open case", "folder-open")
        self.copy_button = make_button("Copy as text", "copy")
        self.print_button = make_button("Print…", "printer")
        self.close_button = make_button("Close", kind="primary")
        buttons = (self.case_button, self.copy_button, self.print_button, self.close_button)
        return Footer(self.message, *buttons)


class _Gap(QFrame):
    """Takes the place of a field, so that those of a short line are as wide as the others."""


def _same(day: date | None) -> date | None:
    return day
