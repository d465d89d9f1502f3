"""The form of one local timetable: from when it holds, its 15 days, and the other periods."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from sgdesk.domain.timetables import (
    MOST,
    OTHER_LOCAL,
    STANDARD,
    Milestone,
    Timetable,
    check_timetable,
    is_inside_15,
)
from sgdesk.errors import Problem, RejectedError
from sgdesk.services.timetables import (
    list_timetables,
    new_own_code,
    new_timetable_draft,
    save_timetable,
)
from sgdesk.ui.dialogs.date_fields import make_date_field
from sgdesk.ui.dialogs.editors import CountBox
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.pages.settings_form import SettingsForm
from sgdesk.ui.pages.settings_timetable_example import ExampleCard
from sgdesk.ui.pages.settings_timetable_steps import StepsEditor
from sgdesk.ui.pages.settings_timetable_words import period_unit
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sgdesk.records.timetables import TimetableRow
    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext

_STEPS = "steps"
"""Under which field the problems of the steps inside the 15 days are said."""


class TimetableForm(SettingsForm[Timetable]):
    """Edits the timetable of `row`, or a new one while that is None."""

    def __init__(self, context: AppContext, row: TimetableRow) -> None:
        super().__init__(context, "Save timetable")
        self.row: TimetableRow | None = row
        self._fresh = STANDARD
        self.starts_field = make_date_field(context)
        self.note_edit = QLineEdit()
        self.example = ExampleCard(context)
        self.steps = StepsEditor(lambda: new_own_code(context.register, self.draft()))
        self.period_boxes = {code: CountBox(MOST[code]) for code in OTHER_LOCAL}
        self._build_form()
        self.start()

    @property
    def is_new(self) -> bool:
        return self.row is None

    def show_row(self, row: TimetableRow) -> None:
        """Show another timetable; what was typed must be saved or given up before."""
        self.row = row
        self.start()

    def begin(self) -> None:
        """Show a new timetable, a copy of the newest from the next free day on."""
        context = self._context
        self._fresh = new_timetable_draft(context.register, today=context.today())
        self.row = None
        self.start()
        self.foot.show_changed(is_changed=True)
        self.starts_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_changed(self) -> bool:
        is_noted = self.note_edit.text() != self._held().note
        return self.is_new or is_noted or super().is_changed()

    def kept_way(self) -> str:
        return f"Local timetable:{(self.row and self.row.timetable_id) or ''}"

    def draft(self) -> Timetable:
        held = self._held()
        names = {step.code: step for step in held.milestones}
        others = (
            replace(names.get(code, Milestone(code)), count=box.value())
            for code, box in self.period_boxes.items()
        )
        milestones = (*self.steps.value(), *others)
        return Timetable(self.starts_field.value(), milestones, self.note_edit.text())

    def fill(self) -> None:
        held = self._held()
        self.starts_field.set_value(held.starts_on)
        self.note_edit.setText(held.note)
        self.steps.set_value([step for step in held.milestones if is_inside_15(step)])
        for code, box in self.period_boxes.items():
            step = held.milestone(code)
            box.setValue(step.count if step else 1)
        is_fixed = self.row is not None and self.row.timetable_id is None
        self._head.setVisible(not is_fixed)
        self._periods.setEnabled(not is_fixed)
        self.steps.set_read_only(is_read_only=is_fixed)
        self.foot.setVisible(not is_fixed)
        self.example.show_timetable(self.draft())

    def edited(self, _name: str) -> None:
        self.example.show_timetable(self.draft())

    def check(self, draft: Timetable) -> list[Problem]:
        taken = frozenset(
            one.timetable.starts_on
            for one in list_timetables(self._context.register)
            if one.timetable.starts_on and not self._is_shown(one)
        )
        problems = check_timetable(draft, taken=taken)
        for problem in problems:
            if self.steps.choose(problem.field):
                break
        return _under_fields(problems)

    def store(self, draft: Timetable) -> Changes:
        register = self._context.register
        try:
            changes = save_timetable(register, self.row, draft)
        except RejectedError as error:
            raise RejectedError(_under_fields(error.problems)) from error
        rows = list_timetables(register)
        self.row = next(one for one in rows if one.timetable.starts_on == draft.starts_on)
        return changes

    def _held(self) -> Timetable:
        return self._fresh if self.row is None else self.row.timetable

    def _is_shown(self, row: TimetableRow) -> bool:
        return self.row is not None and row.timetable_id == self.row.timetable_id

    def _build_form(self) -> None:
        head = SideBySide()
        starts = self.add_field("starts_on", "In force from", self.starts_field)
        head.add(starts, least=200)
        head.add(self.add_field("note", "Note, such as who agreed it", self.note_edit), stretch=2)
        self._head = head
        periods = SideBySide()
        for code, box in self.period_boxes.items():
            box.setMinimum(1)
            box.setSuffix(f" {period_unit(code)}")
            periods.add(self.add_field(code, _PERIODS[code], box), least=170)
        self._periods = periods
        steps = self.add_field(
            _STEPS, "Milestones inside the 15 working days", self.steps, hint=_STEPS_HINT
        )
        parts: tuple[QWidget, ...] = (
            head,
            steps,
            self.example,
            make_label("Other periods of your own", "strong"),
            periods,
        )
        for part in parts:
            self.form.addWidget(part)


_PERIODS = {
    "PANEL-RESP": "Panel’s reply expected after",
    "LR-TELL": "Tell of the decision within",
    "LR-MON": "Monitor a local review every",
    "PUB-3Y": "Leave the public list after",
}
_STEPS_HINT = (
    "Day 0 is the day of the notification. The 15 working days themselves are an expectation of "
    "the Panel and are not changed here."
)


def _under_fields(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems of single steps as those of the list of steps."""
    fields = {"starts_on", "note", *OTHER_LOCAL}
    return [one if one.field in fields else replace(one, field=_STEPS) for one in problems]
