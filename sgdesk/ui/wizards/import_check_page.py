"""The step of an import that shows what was recognised, to choose from and to correct."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QSplitter, QVBoxLayout

from sgdesk.domain.dates import long_date
from sgdesk.records.imports import IMPORT_STATE_WORDS, ImportPlan, ImportState, PlannedReview
from sgdesk.ui.look.current import current
from sgdesk.ui.models.columns import CellKind, Column
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.widgets.buttons import make_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.problem_panel import ProblemPanel
from sgdesk.ui.wizards.choice_table import ChoiceTable, choice_column
from sgdesk.ui.wizards.review_pane import ReviewPane
from sgdesk.ui.wizards.scroll_content import ScrollContent
from sgdesk.ui.wizards.wizard_page import WizardPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from sgdesk.errors import Problem
    from sgdesk.ui.context import AppContext

_SIDE_BY_SIDE = 720
"""From this width, at the designed text size, the fields stand beside the table."""
_PANEL_HEIGHT = 128
_LEAST_WIDE = 336
_LEAST_NARROW = 584
"""The height that table and fields need, beside and above each other."""


class _Row(NamedTuple):
    number: int
    review: PlannedReview


class ImportCheckPage(WizardPage):
    """`check` returns what must be put right in the chosen reviews of a plan."""

    plan_edited = Signal(object)
    """The `ImportPlan` as the officer has it now."""

    def __init__(self, context: AppContext, check: Callable[[ImportPlan], list[Problem]]) -> None:
        super().__init__(
            "Check",
            "What was recognised",
            "",
            "Space chooses a review or leaves it out. The fields of the one at hand can be put "
            "right beside the table. “Differs” means that the register holds the review with "
            "another date or summary: choose it to take over what the page says.",
        )
        self._check = check
        self._plan = ImportPlan((), (), ())
        self._number: int | None = None
        self._problems: list[Problem] = []
        self._titles: dict[str, str] = {}
        self.panel = ProblemPanel(self._titles)
        self._panel_area = _PanelArea(self.panel)
        self.model = RecordTableModel[_Row](_COLUMNS, self)
        self.table = ChoiceTable(self.model, key=lambda row: row.number)
        self.pane = ReviewPane(context)
        self.new_button = make_link("Choose what is new or differs")
        self.none_button = make_link("Choose none")
        self.count_label = make_label("", "second")
        self._build_form()

    def show_plan(self, plan: ImportPlan) -> None:
        """Show a plan that was just read."""
        self._number = None
        self.pane.show_review(None)
        self.renew_plan(plan)
        self.table.choose_first()

    def renew_plan(self, plan: ImportPlan) -> None:
        """Show the plan as compared with the register anew; fields keep what is typed."""
        self._plan = plan
        self.model.set_records([_Row(*pair) for pair in enumerate(plan.reviews)])
        if self._number is not None:
            self.pane.show_state(plan.reviews[self._number])
        chosen = sum(review.is_chosen for review in plan.reviews)
        self.count_label.setText(f"{chosen} of {len(plan.reviews)} chosen")
        self.set_second(_summary(plan))
        self._show_problems()
        self.changed.emit()

    def missing(self) -> str:
        if not self.pane.is_sound():
            return "Published: the date cannot be read yet."
        problems = self._check(self._plan)
        return problems[0].message if problems else ""

    def point_out(self) -> None:
        self.pane.settle()
        if not self.pane.is_sound():
            self.pane.date_field.setFocus()
        else:
            self.panel.focus_first()

    def focus_first(self) -> None:
        self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look = current()
        is_wide = self.width() >= look.px(_SIDE_BY_SIDE)
        self._split.setOrientation(
            Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        )
        self._split.setMinimumHeight(look.px(_LEAST_WIDE if is_wide else _LEAST_NARROW))

    @Slot(object)
    def _on_row_chosen(self, row: _Row | None) -> None:
        if row is None or row.number == self._number:
            return
        if self._number is not None and not self.pane.is_sound():
            # What is typed there cannot be kept as a date, and must not be lost.
            self.pane.settle()
            self.table.choose(self._number)
            return
        self._number = row.number
        self.pane.show_review(row.review)

    @Slot(object)
    def _on_toggle_asked(self, row: _Row) -> None:
        review = self._plan.reviews[row.number]
        self._take(row.number, replace(review, is_chosen=not review.is_chosen))

    @Slot(object)
    def _on_pane_edited(self, review: PlannedReview) -> None:
        if self._number is not None:
            self._take(self._number, review)

    @Slot()
    def _on_new_clicked(self) -> None:
        self._choose(lambda review: review.state is not ImportState.KNOWN)

    @Slot()
    def _on_none_clicked(self) -> None:
        self._choose(lambda _review: False)

    @Slot(str)
    def _on_field_asked(self, name: str) -> None:
        kind, _space, number = name.partition(" ")
        if not number:
            return
        place = int(number) - 1
        if kind == "line":
            lines = [review.line for review in self._plan.reviews]
            place = max((at for at, line in enumerate(lines) if line <= int(number)), default=0)
        self.table.choose(place)
        self.pane.rows[0].focus()

    def _choose(self, is_chosen: Callable[[PlannedReview], bool]) -> None:
        reviews = (replace(review, is_chosen=is_chosen(review)) for review in self._plan.reviews)
        self._edit(replace(self._plan, reviews=tuple(reviews)))

    def _take(self, number: int, review: PlannedReview) -> None:
        reviews = list(self._plan.reviews)
        reviews[number] = review
        self._edit(replace(self._plan, reviews=tuple(reviews)))

    def _edit(self, plan: ImportPlan) -> None:
        self.renew_plan(plan)
        self.plan_edited.emit(plan)

    def _show_problems(self) -> None:
        problems = [*self._check(self._plan), *self._plan.problems]
        if problems == self._problems:
            return  # the keyboard may be on one of their links
        self._problems = problems
        self._titles.clear()
        for problem in problems:
            kind, _space, number = problem.field.partition(" ")
            self._titles[problem.field] = f"{kind.capitalize()} {number}" if number else ""
        grave = sum(not problem.is_warning for problem in problems)
        things = "1 thing" if grave == 1 else f"{grave} things"
        self.panel.show_problems(problems, title=f"{things} to put right before the import")
        self._panel_area.setVisible(bool(problems))
        self._panel_area.updateGeometry()

    def _build_form(self) -> None:
        look = current()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._split.setHandleWidth(look.px(16))
        self._split.addWidget(self._table_card())
        self._split.addWidget(self.pane)
        self._split.setStretchFactor(0, 1)
        self._split.setSizes([look.px(520), look.px(364)])
        self.body.setSpacing(look.px(8))
        self.body.addWidget(self._panel_area)
        self.body.addWidget(self._split, 1)
        self.pane.edited.connect(self._on_pane_edited)
        self.panel.field_asked.connect(self._on_field_asked)

    def _table_card(self) -> Card:
        look = current()
        self.table.setAccessibleName("Reviews on the page")
        self.table.setMinimumHeight(look.px(160))
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(12), 0, look.px(4), 0)
        foot.setSpacing(look.px(8))
        foot.addWidget(self.count_label, 1)
        foot.addWidget(self.new_button)
        foot.addWidget(self.none_button)
        card = Card(is_bare=True)
        card.body.addWidget(self.table, 1)
        card.body.addLayout(foot)
        self.table.record_chosen.connect(self._on_row_chosen)
        self.table.toggle_asked.connect(self._on_toggle_asked)
        self.new_button.clicked.connect(self._on_new_clicked)
        self.none_button.clicked.connect(self._on_none_clicked)
        return card


class _PanelArea(QScrollArea):
    """As high as its panel, up to a limit above which the panel scrolls."""

    def __init__(self, panel: ProblemPanel) -> None:
        super().__init__()
        self._content = ScrollContent()
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(panel)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._content)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(self._content.heightForWidth(width), current().px(_PANEL_HEIGHT))

    def sizeHint(self) -> QSize:
        width = super().sizeHint().width()
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())


def _name(row: _Row) -> str:
    return row.review.reference or row.review.title or "No reference"


def _second(row: _Row) -> str:
    review = row.review
    start = review.summary.partition("\n")[0]
    return review.difference or (review.title if review.reference else "") or start


def _published(row: _Row) -> str:
    day = row.review.published_on
    return long_date(day) if day else "No date"


def _summary(plan: ImportPlan) -> str:
    counts = (
        (sum(review.state is state for review in plan.reviews), words.lower())
        for state, words in IMPORT_STATE_WORDS.items()
    )
    parts = [f"{count} {words}" for count, words in counts if count]
    reviews = "1 review" if len(plan.reviews) == 1 else f"{len(plan.reviews)} reviews"
    return f"{reviews}: {', '.join(parts)}" if parts else "No review on this page"


_COLUMNS: tuple[Column[_Row], ...] = (
    choice_column(lambda row: row.review.is_chosen),
    Column(
        "Review",
        _name,
        second=_second,
        kind=CellKind.STRONG,
        width=136,
        stretches=True,
        elides=True,
    ),
    Column("Published", _published, lambda row: str(row.review.published_on or "")),
    Column("State", lambda row: IMPORT_STATE_WORDS[row.review.state]),
)
