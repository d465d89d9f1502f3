"""The chosen case beside the list: next step, where it stands, deadlines, key facts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from sgdesk.domain.notifications import KIND_WORDS
from sgdesk.domain.rules import WEIGHT_WORDS, Weight
from sgdesk.domain.standings import OPEN_STANDINGS, Standing
from sgdesk.records.shares import shown_of
from sgdesk.ui.look.current import current
from sgdesk.ui.models.deadline_columns import both_dates, due_words, in_days
from sgdesk.ui.pages.case_timeline import milestones, today_after
from sgdesk.ui.widgets.buttons import make_button, make_link, make_tool
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear
from sgdesk.ui.widgets.side_pane import SidePane
from sgdesk.ui.widgets.standings import StandingLabel
from sgdesk.ui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sgdesk.records.cases import CaseView
    from sgdesk.records.deadlines import DeadlineRow

_TO_COME = OPEN_STANDINGS | {Standing.PAUSED, Standing.WAITING}
_MOST_DEADLINES = 6
_STEPS_SHOWN = 5
_LEAST_WIDTH = 372
"""In pixels at the designed text size: five milestones side by side need it."""


class CasePane(SidePane):
    case_asked = Signal(object)
    step_asked = Signal(object, str)
    deadline_asked = Signal(object, str)
    """The case and the code of a rule: why this date?"""

    def __init__(self) -> None:
        super().__init__(_LEAST_WIDTH)
        self._case_id: UUID | None = None

    def show_case(self, view: CaseView, today: date) -> None:
        """Show another case, from its top."""
        is_other = view.case_id != self._case_id
        self._case_id = view.case_id
        clear(self.body)
        self._add_head(view)
        self.body.addWidget(self._step_card(view))
        self._add_timeline(view, today)
        self._add_deadlines(view, today)
        self._add_facts(view)
        self.body.addStretch(1)
        self.setAccessibleName(f"Case {view.reference}")
        if is_other:
            self.verticalScrollBar().setValue(0)

    @Slot()
    def show_nothing(self) -> None:
        """Say that no case is chosen."""
        self._case_id = None
        clear(self.body)
        self.body.addWidget(make_label("Choose a case to see what it needs.", "muted", wraps=True))
        self.body.addStretch(1)

    def _add_head(self, view: CaseView) -> None:
        title = make_label(view.reference, "card-title", wraps=True)
        open_link = make_link("Open case", "folder-open")
        open_link.clicked.connect(partial(self.case_asked.emit, view.case_id))
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(open_link, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        title_words = "" if view.draft.title == view.reference else view.draft.title
        second = " · ".join(part for part in (title_words, view.stage_words) if part)
        self.body.addWidget(make_label(second, "second", wraps=True))

    def _step_card(self, view: CaseView) -> QFrame:
        look, step = current(), view.next_step
        card = QFrame()
        card.setProperty("role", "accent-card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        layout.setSpacing(look.px(4))
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(IconLabel("arrow-right", "accent"))
        head.addWidget(make_label("Next step", "strong"), 1)
        layout.addLayout(head)
        layout.addWidget(make_label(step.words, wraps=True))
        layout.addWidget(make_label(step.reason, "second", wraps=True))
        if step.dialog:
            button = make_button(step.button, kind="primary")
            button.setAccessibleName(step.words)
            button.clicked.connect(partial(self.step_asked.emit, view.case_id, step.dialog))
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _add_timeline(self, view: CaseView, today: date) -> None:
        self.add_title("Where it stands")
        timeline = Timeline(is_compact=True)
        place = today_after(view.steps[-_STEPS_SHOWN:], today)
        timeline.set_milestones(milestones(view)[-_STEPS_SHOWN:], place)
        timeline.why_asked.connect(partial(self.deadline_asked.emit, view.case_id))
        self.body.addWidget(timeline)
        self.body.addWidget(make_label(view.stage_reason, "second", wraps=True))

    def _add_deadlines(self, view: CaseView, today: date) -> None:
        rows = [row for row in view.deadlines if row.standing in _TO_COME]
        rows.sort(key=lambda row: (row.counts_to is None, row.counts_to or today))
        self.add_title("Deadlines of this case")
        shown = shown_of(len(rows), _MOST_DEADLINES)
        for row in rows[:shown]:
            self.body.addLayout(self._deadline_line(row, today))
        if (more := len(rows) - shown) > 0:
            self.body.addWidget(make_label(f"and {more} more", "second"))
        if not rows:
            self.body.addWidget(make_label("None is open.", "muted"))

    def _deadline_line(self, row: DeadlineRow, today: date) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(make_label(row.what, wraps=True))
        weight = WEIGHT_WORDS[row.weight]
        weight = weight if row.weight is Weight.PANEL_EXPECTATION else weight.lower()
        dates = both_dates(row) if row.has_other_date or row.look_words else due_words(row, today)
        words.addWidget(make_label(f"{dates} · {weight}", "second", wraps=True))
        why = make_tool("calendar-clock", f"Why this date? {row.what}")
        why.clicked.connect(partial(self.deadline_asked.emit, row.case_id, row.code))
        line = QHBoxLayout()
        line.setSpacing(current().px(8))
        line.addLayout(words, 1)
        line.addWidget(StandingLabel(row.standing, in_days(row.short_words)))
        line.addWidget(why)
        return line

    def _add_facts(self, view: CaseView) -> None:
        self.add_title("Key facts")
        grid = QGridLayout()
        grid.setVerticalSpacing(current().px(4))
        grid.setColumnStretch(1, 1)
        for place, (name, value) in enumerate(_facts(view)):
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(make_label(name, "muted"), place, 0, top)
            grid.addWidget(make_label(value, wraps=True), place, 1, top)
        self.body.addLayout(grid)


def _facts(view: CaseView) -> list[tuple[str, str]]:
    ages = ", ".join(child.age_words for child in view.children)
    kind = KIND_WORDS[view.notification.kind] if view.notification else ""
    facts = [
        ("Children", f"{len(view.children)}: {ages}" if view.children else "None recorded"),
        ("Incident", view.draft.incident.words()),
        ("Type", kind),
        ("Owner", view.draft.owner),
        ("Themes", ", ".join(view.draft.themes)),
    ]
    return [(name, value) for name, value in facts if value]
