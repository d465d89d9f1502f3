"""The step of an import that pairs titles of briefings with reviews."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
)

from sgdesk.records.imports import IMPORT_STATE_WORDS, ImportPlan, ImportState, PlannedBriefing
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.empty_state import EmptyState
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear
from sgdesk.ui.wizards.wizard_page import WizardPage

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QWheelEvent

    from sgdesk.records.imports import PlannedReview

_NO_REVIEW = "No review"
_LONGEST = 96
_POPUP_WIDTH = 640
"""Enough of a summary to see whether it is the one."""


class ImportBriefingsPage(WizardPage):
    plan_edited = Signal(object)
    """The `ImportPlan` as the officer has it now."""

    def __init__(self) -> None:
        super().__init__(
            "Briefings",
            "Which briefing speaks of which review?",
            "Where a title clearly belongs to one review, that is proposed with the reason.",
            "A briefing without a review is kept as one on a theme. It can be paired later, in "
            "its own window.",
        )
        self._plan = ImportPlan((), (), ())
        self.boxes: list[QCheckBox] = []
        self.combos: list[_ReviewCombo] = []

    def show_plan(self, plan: ImportPlan) -> None:
        """Show each briefing with its review."""
        self._plan = plan
        self.boxes, self.combos = [], []
        clear(self.body)
        if not plan.briefings:
            self.body.addWidget(EmptyState("newspaper", "The page names no briefings."))
            return
        card, grid, look = Card(), QGridLayout(), current()
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(10))
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        for place, briefing in enumerate(plan.briefings):
            self._add_row(grid, place, briefing)
        card.body.addLayout(grid)
        self.body.addWidget(card)
        self.body.addStretch(1)

    def focus_first(self) -> None:
        first = next((box for box in self.boxes if box.isEnabled()), None)
        (first or self).setFocus()

    def _add_row(self, grid: QGridLayout, place: int, briefing: PlannedBriefing) -> None:
        is_new = briefing.state is ImportState.NEW
        box = QCheckBox()
        box.setAccessibleName(f"Import {briefing.title}")
        box.setChecked(briefing.is_chosen and is_new)
        combo = _ReviewCombo(self._plan.reviews, briefing.review)
        combo.setAccessibleName(f"Review of {briefing.title}")
        for widget in (box, combo):
            widget.setEnabled(is_new)
        second = make_label("", "second", wraps=True)
        words = QVBoxLayout()
        words.setSpacing(current().px(2))
        words.addWidget(make_label(briefing.title, "" if is_new else "muted", wraps=True))
        words.addWidget(second)
        box.toggled.connect(lambda is_on, place=place: self._edit(place, is_chosen=is_on))
        combo.currentIndexChanged.connect(
            lambda index, place=place: self._edit(place, review=index - 1 if index else None)
        )
        combo.currentIndexChanged.connect(lambda index: _say_why(second, briefing, index))
        self.boxes.append(box)
        self.combos.append(combo)
        grid.addWidget(box, place, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addLayout(words, place, 1, Qt.AlignmentFlag.AlignVCenter)
        _say_why(second, briefing, combo.currentIndex())
        grid.addWidget(combo, place, 2, Qt.AlignmentFlag.AlignVCenter)

    def _edit(self, place: int, **changes: object) -> None:
        briefings = list(self._plan.briefings)
        briefings[place] = replace(briefings[place], **changes)  # type: ignore[arg-type]
        self._plan = replace(self._plan, briefings=tuple(briefings))
        self.plan_edited.emit(self._plan)
        self.changed.emit()


class _ReviewCombo(QComboBox):
    """The mouse wheel scrolls the page and never changes the choice."""

    def __init__(self, reviews: tuple[PlannedReview, ...], chosen: int | None) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)
        self.addItem(_NO_REVIEW)
        for review in reviews:
            start = (review.title or review.summary.partition("\n")[0])[:_LONGEST]
            self.addItem(" · ".join(part for part in (review.reference, start) if part))
            self.setItemData(self.count() - 1, review.summary, Qt.ItemDataRole.ToolTipRole)
        self.view().setMinimumWidth(current().px(_POPUP_WIDTH))
        self.setCurrentIndex(0 if chosen is None else chosen + 1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what is chosen with an ellipsis; Qt would cut it off."""
        option: Any = QStyleOptionComboBox()  # its members are left out of the stubs
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room.width()
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


def _say_why(label: QLabel, briefing: PlannedBriefing, index: int) -> None:
    """Say why the review was proposed, as long as it is the one chosen."""
    is_proposed = briefing.review is not None and index == briefing.review + 1
    held = "" if briefing.state is ImportState.NEW else f"{IMPORT_STATE_WORDS[briefing.state]}."
    label.setText(held or (briefing.reason if is_proposed else ""))
    label.setVisible(bool(label.text()))
