"""The chase ladder of a request, and the letter of the step that comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from sgdesk.domain.agency_requests import CHASE_WORDS, ChaseStep
from sgdesk.domain.dates import long_date
from sgdesk.domain.standings import Standing
from sgdesk.records.kept_typing import FormPlace
from sgdesk.services.chases import draft_chase, log_chase, read_ladder
from sgdesk.ui.dialogs.editors import ChoiceCombo
from sgdesk.ui.dialogs.letter_dialog import LetterDialog
from sgdesk.ui.dialogs.sections import FormSection
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.ladder import LadderView, Rung

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from sgdesk.records.agencies import RequestRow
    from sgdesk.records.chases import Ladder
    from sgdesk.records.letters import Letter
    from sgdesk.ui.context import AppContext

_NOTHING_OUT = "Nothing is outstanding for this request."
_KEPT_WORDS = "You changed the text, so it stays as it is. Check that it suits this step."


def open_chase(context: AppContext, row: RequestRow, window: QWidget) -> ChaseDialog:
    """Return the open dialog that drafts and logs the next step for `row`; it stops nothing."""
    dialog = ChaseDialog(context, row, window)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def rungs_of(ladder: Ladder, today: date) -> list[Rung]:
    """Return the request, each step taken, and the one that comes next."""
    asked = long_date(ladder.asked_on) if ladder.asked_on else "not sent yet"
    rungs = [Rung("Request", asked, Standing.MET if ladder.asked_on else Standing.WAITING)]
    for one in ladder.taken:
        parts = (long_date(one.made_on) if one.made_on else "", one.route)
        note = ", ".join(part for part in parts if part)
        rungs.append(Rung(CHASE_WORDS[one.step], note, Standing.MET))
    if ladder.next is not None:
        standing = Standing.DUE_TODAY if ladder.next.is_due(today) else Standing.WAITING
        rungs.append(Rung(CHASE_WORDS[ladder.next.step], ladder.next_words, standing))
    return rungs


class ChaseDialog(LetterDialog):
    """A letter dialog that knows its ladder and logs the step that was taken."""

    DESIGNED_WIDTH = 840

    def __init__(self, context: AppContext, row: RequestRow, parent: QWidget | None = None) -> None:
        self._row = row
        today = context.today()
        ladder = read_ladder(context.register, row, today=today)
        step = ladder.next.step if ladder.next else ChaseStep.CHASE
        self._drafted = draft_chase(context.register, row, step, today=today)
        super().__init__(context, self._drafted, self._log, parent)
        self.ladder_view = LadderView("Chase ladder", is_row=True)
        self.ladder_view.set_rungs(rungs_of(ladder, today))
        self.step_combo = ChoiceCombo(CHASE_WORDS)
        self.step_combo.set_value(step)
        self.step_combo.currentIndexChanged.connect(self._on_step_chosen)
        self.step_row = FieldRow("Draft this step", self.step_combo)
        self.step_row.set_warning("" if ladder.next else _NOTHING_OUT)
        line = SideBySide()
        line.add(self.ladder_view, stretch=3, least=320)
        line.add(self.step_row, stretch=1, least=180)
        section = FormSection("Chase ladder")
        section.add_widget(line)
        self.form.insertWidget(0, section)
        self._name_place()

    def choose_step(self, step: ChaseStep) -> None:
        """Draft the letter of another step than the one that comes next."""
        self.step_combo.set_value(step)

    @Slot()
    def _on_step_chosen(self) -> None:
        """Draft the letter of another step; words of the officer's own stay."""
        step = self.step_combo.value()
        letter = draft_chase(self._context.register, self._row, step, today=self._context.today())
        is_own = self._shown_words() != (self._drafted.subject, self._drafted.body)
        self.step_row.set_warning(_KEPT_WORDS if is_own else "")
        if not is_own:
            self._drafted = letter
            self.show_letter(letter)
        self._name_place()

    def _name_place(self) -> None:
        step = self.step_combo.value().name
        way = f"agencies:chase:{self._row.request_id}:{step}"
        self.kept_as = FormPlace("cases", way, self._row.case_id)

    def _shown_words(self) -> tuple[str, str]:
        letter = self.draft().letter
        return letter.subject, letter.body

    def _log(self, letter: Letter, route: str) -> None:
        context, step = self._context, self.step_combo.value()
        context.apply(
            log_chase(context.register, self._row, step, letter, route, today=context.today())
        )
