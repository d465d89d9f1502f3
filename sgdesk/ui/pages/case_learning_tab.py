"""From the findings of a case to the impact of its actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout

from sgdesk.domain.learning import PLAN_WORDS, ActionPlan
from sgdesk.errors import UserError
from sgdesk.services.action_workings import explain_action_date
from sgdesk.services.learning import read_learning
from sgdesk.ui.look.current import current
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.pages.case_tab import CaseTab
from sgdesk.ui.pages.learning_bar import LearningBar
from sgdesk.ui.pages.learning_columns import narrow_columns, wide_columns
from sgdesk.ui.pages.learning_editing import LearningEditor
from sgdesk.ui.pages.learning_lines import LearningLine, LineKind, learning_lines
from sgdesk.ui.pages.learning_words import counts_sentence
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.chips import Chip, FilterChips
from sgdesk.ui.widgets.empty_state import EmptyState
from sgdesk.ui.widgets.question_line import QuestionLine
from sgdesk.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QResizeEvent

    from sgdesk.records.cases import CaseView
    from sgdesk.records.learning import CaseLearning
    from sgdesk.ui.context import AppContext

_WIDE = 860
"""Below this width, in pixels at the designed text size, the owner stands under the date."""
_LEAST_TABLE = 180
_ALL = "all"
_EMPTY = "Nothing is recorded yet. Begin with the first finding, or with a safety action."
_FILTERED = "No action of this plan."
_ADDED = {
    "finding": "Finding…",
    "recommendation": "Recommendation…",
    "action": "Action…",
    "immediate": "Immediate safety action…",
}


class LearningTab(CaseTab):
    """The chosen line stays chosen when the case is read again."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._learning: CaseLearning | None = None
        self._tables: dict[bool, RecordTable] = {}
        self._models: dict[bool, RecordTableModel[LearningLine]] = {}
        self._is_wide = True
        self._build()
        self._connect()

    @property
    def learning(self) -> CaseLearning | None:
        """What is on show; None before the first case."""
        return self._learning

    @property
    def table(self) -> RecordTable:
        """The chain in the form that is on show."""
        if self._is_wide not in self._tables:
            self._make_table()
        return self._tables[self._is_wide]

    def show_case(self, view: CaseView) -> None:
        """Show the chain of `view` instead of what was shown before."""
        self.question.hide()
        self._learning = read_learning(
            self._context.register, view.case_id, today=self._context.today()
        )
        self._show_lines()

    def edit_chosen(self) -> None:
        """Edit the chosen line, else the first."""
        line = self.table.chosen_record()
        if line is None and self.table.choose_first():
            line = self.table.chosen_record()
        if line is not None:
            self._edit(line)

    def explain_chosen(self) -> bool:
        """Show why the chosen action is due when it is; return False where none is chosen."""
        line = self.table.chosen_record()
        if line is None or line.action is None:
            return False
        self.working_asked.emit(explain_action_date(self._context.register, line.action))
        return True

    def open_step(self, name: str) -> None:
        """Add a "finding", "recommendation", "action" or "immediate" action.

        With ":" and an id it is the form over that entry, or over a new one for no id.
        """
        if name in _ADDED:
            self._add(name)
        elif self._learning is not None and ":" in name:
            self.editor.open_again(self._learning, name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= current().px(_WIDE)
        if is_wide == self._is_wide:
            self._give_height()
            return
        chosen = self.table.chosen_record()
        self._is_wide = is_wide
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        for line in (self._filter_line, self._foot_line):
            line.setDirection(way)
        self._show_lines()
        if chosen is not None:
            self.table.choose(chosen.key)

    @Slot()
    def _show_lines(self) -> None:
        table, learning = self.table, self._learning
        if learning is None:
            return
        rows = [one.row for one in learning.all_actions()]
        words = counts_sentence(rows)
        self.card.set_title(f"{words[:1].upper()}{words[1:]}")
        counts = {plan.value: sum(row.plan is plan for row in rows) for plan in ActionPlan}
        self.chips.set_counts({_ALL: len(rows), **counts})
        key = self.chips.chosen_key
        lines = learning_lines(
            learning,
            plan=None if key == _ALL else ActionPlan(key),
            with_evidence=self.evidence_check.isChecked(),
        )
        place = table.verticalScrollBar().value()
        self._models[self._is_wide].set_records(lines)
        table.verticalScrollBar().setValue(place)
        self._stack.setCurrentWidget(table if lines else self._empty_state(is_filtered=key != _ALL))
        if lines and table.chosen_record() is None:
            table.choose_first()
        self.bar.show_line(table.chosen_record() if lines else None)
        has_any = key != _ALL or bool(lines)
        for part in (self.chips, self.evidence_check, self.bar):
            part.setVisible(has_any)
        self.print_button.setVisible(bool(rows))
        self._give_height()

    def _give_height(self) -> None:
        """Keep chips and buttons whole in a narrow tab, where they wrap: the page then scrolls."""
        width = self.width() - current().px(26)
        for flow in (self.chips, self.bar):
            flow.setMinimumHeight(0 if self._is_wide else flow.heightForWidth(width))

    def _empty_state(self, *, is_filtered: bool) -> EmptyState:
        words, button = (_FILTERED, "Show all") if is_filtered else (_EMPTY, "Add a finding…")
        self.empty.set_sentence(words, button)
        return self.empty

    @Slot(object)
    def _on_line_chosen(self, line: LearningLine | None) -> None:
        self.question.hide()
        self.bar.show_line(line)
        self._give_height()

    @Slot()
    def _on_empty_clicked(self) -> None:
        if self.chips.chosen_key == _ALL:
            self._add("finding")
        else:
            self.chips.choose(_ALL)

    @Slot(str)
    def _on_asked(self, way: str) -> None:
        line, learning = self.table.chosen_record(), self._learning
        if line is None or learning is None:
            return
        if way == "edit":
            self._edit(line)
        elif way == "remove":
            self.question.ask(
                f"Remove {line.title} from this case? The history keeps the record.", line
            )
        elif way == "why":
            self.explain_chosen()
        elif way in _ADDED:
            self._add(way)
        elif line.action is not None:
            self.editor.open_way(way, learning, line.action)

    @Slot(object)
    def _on_remove_confirmed(self, line: LearningLine) -> None:
        if self._learning is None:
            return
        try:
            self.editor.remove(self._learning, line.entry)
        except UserError as error:
            self._context.report(error)

    def _edit(self, line: LearningLine) -> None:
        learning, editor = self._learning, self.editor
        if learning is None:
            return
        match line.kind:
            case LineKind.FINDING:
                editor.open_finding(learning, line.entry)
            case LineKind.RECOMMENDATION:
                editor.open_recommendation(learning, line.entry)
            case _ if line.action is not None:
                editor.open_way(line.kind.value.lower(), learning, line.action, line.entry)

    def _add(self, what: str) -> None:
        """Add something under the chosen line, where it can hang on it."""
        learning, line = self._learning, self.table.chosen_record()
        if learning is None:
            return
        if what == "finding":
            self.editor.open_finding(learning)
        elif what == "recommendation":
            is_under = line is not None and line.kind is LineKind.FINDING
            self.editor.open_recommendation(learning, None, line.key if is_under else None)
        elif what == "immediate":
            self.editor.open_action(learning, plan=ActionPlan.IMMEDIATE)
        else:
            is_under = line is not None and line.kind is LineKind.RECOMMENDATION
            self.editor.open_action(learning, recommendation_id=line.key if is_under else None)

    @Slot()
    def print_own(self) -> bool:
        """Show the action plan of the case, unless it has no action."""
        from sgdesk.services.action_plans import action_plan  # noqa: PLC0415 - when it is printed
        from sgdesk.ui.printing.paper_print import print_paper  # noqa: PLC0415 - as above

        learning, context = self._learning, self._context
        if learning is None or not learning.all_actions():
            return False
        rows = [one.row for one in learning.all_actions()]
        paper = action_plan(
            context.register, rows, today=context.today(), title=f"Action plan {learning.reference}"
        )
        print_paper(context, paper, self.window())
        return True

    def _make_table(self) -> None:
        columns = (wide_columns if self._is_wide else narrow_columns)(self._context.today)
        model: RecordTableModel[LearningLine] = RecordTableModel(columns, self)
        table = RecordTable(model, key=lambda line: line.key, row_height=48)
        table.setAccessibleName("Findings, recommendations, actions, evidence and impact")
        table.setMinimumHeight(current().px(_LEAST_TABLE))
        table.record_chosen.connect(self._on_line_chosen)
        table.record_opened.connect(self._edit)
        self._models[self._is_wide] = model
        self._tables[self._is_wide] = table
        self._stack.addWidget(table)

    def _connect(self) -> None:
        self.chips.chip_chosen.connect(self._show_lines)
        self.evidence_check.toggled.connect(self._show_lines)
        self.bar.asked.connect(self._on_asked)
        self.question.confirmed.connect(self._on_remove_confirmed)
        self.empty.button.clicked.connect(self._on_empty_clicked)
        self.print_button.clicked.connect(self.print_own)

    def _build(self) -> None:
        self.editor = LearningEditor(self._context, self)
        self.card = Card("Actions", link="Add", link_icon="plus", is_bare=True)
        self.card.link_button.setMenu(self._add_menu())
        self.card.link_button.setAccessibleName("Add to the chain")
        titles = [(_ALL, "All"), *((plan.value, words) for plan, words in PLAN_WORDS.items())]
        self.chips = FilterChips([Chip(*one) for one in titles], name="Plan")
        self.evidence_check = QCheckBox("Evidence and impact")
        self.evidence_check.setChecked(True)
        self.question = QuestionLine("Remove", "Keep")
        self.bar = LearningBar()
        self.print_button = make_button("Print plan…", "printer")
        self.print_button.setToolTip("The action plan of this case (Ctrl+P)")
        self._stack = QStackedLayout()
        self.empty = EmptyState("list-checks", _EMPTY, "Add a finding…")
        self.card.body.addLayout(self._filters())
        self.card.body.addLayout(self._stack, 1)
        self._make_table()
        self._stack.addWidget(self.empty)
        self.card.body.addWidget(self.question)
        self.card.body.addLayout(self._foot())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.card)

    def _filters(self) -> QHBoxLayout:
        look = current()
        self._filter_line = filters = QHBoxLayout()
        filters.setContentsMargins(look.px(12), 0, look.px(12), 0)
        filters.setSpacing(look.px(8))
        filters.addWidget(self.chips, 1)
        filters.addWidget(self.evidence_check, 0, Qt.AlignmentFlag.AlignTop)
        return filters

    def _foot(self) -> QHBoxLayout:
        look = current()
        self._foot_line = foot = QHBoxLayout()
        foot.setContentsMargins(look.px(12), look.px(4), look.px(12), look.px(2))
        foot.setSpacing(look.px(8))
        foot.addWidget(self.bar, 1)
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        foot.addWidget(self.print_button, 0, corner)
        return foot

    def _add_menu(self) -> QMenu:
        menu = QMenu(self)
        self.add_actions: dict[str, QAction] = {}
        for key, words in _ADDED.items():
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, what=key: self._add(what))
            self.add_actions[key] = action
        return menu
