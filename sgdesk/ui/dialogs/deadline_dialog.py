"""Why this date: the sentence, the days counted, the rule, and the agreed date beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from sgdesk.domain.timetables import rule_words
from sgdesk.errors import UserError
from sgdesk.records.kept_typing import FormPlace
from sgdesk.services.agreed_dates import save_agreed_date
from sgdesk.services.deadlines import explain_deadline
from sgdesk.ui.dialogs.agreed_date_dialog import AgreedDateDialog
from sgdesk.ui.dialogs.deadline_words import (
    agreed_box,
    agreed_facts,
    counting_words,
    earlier_facts,
    kept_facts,
    rule_box,
    rule_facts,
    strip_days,
)
from sgdesk.ui.dialogs.fact_list import FactList
from sgdesk.ui.dialogs.kept_result_card import KeptResultCard
from sgdesk.ui.dialogs.moving_dates import save_asking
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.dialogs.why_dialog import WhyDialog
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from sgdesk.domain.partnerships import AgreedDate
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.dialogs.deadline_words import DateBoxWords


class DeadlineDialog(WhyDialog):
    """Explains one deadline; `case_id` is None for the partnership's own.

    The constructor raises `UserError` if there is no such deadline.
    """

    DESIGNED_WIDTH = 1040

    def __init__(
        self, context: AppContext, case_id: UUID | None, code: str, parent: QWidget | None = None
    ) -> None:
        met_button = make_button("Met on…", "circle-check")
        super().__init__("How the date is counted", met_button, parent)
        self.met_button = met_button
        self._context = context
        self._case_id = case_id
        self._code = code
        self.detail = explain_deadline(context.register, case_id, code, today=context.today())
        self._build()
        self._show_detail()
        context.changed.connect(self._on_changed)

    @Slot()
    def edit_agreed_date(self) -> None:
        """Open the dialog of the agreed date over this one."""
        dialog = AgreedDateDialog(self._context, self.detail, self._save_agreed_date, self)
        dialog.kept_as = FormPlace("", f"agreed_date:{self._code}", self._case_id)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save_agreed_date(self, agreed: AgreedDate | None) -> None:
        if self._case_id is not None:
            register = self._context.register
            changes = save_agreed_date(register, self._case_id, self._code, agreed)
            self._context.apply(changes)

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        context = self._context
        try:
            self.detail = explain_deadline(
                context.register, self._case_id, self._code, today=context.today()
            )
        except UserError:  # the deadline went with the change
            self.accept()
        else:
            self._show_detail()

    @Slot()
    def edit_met(self) -> None:
        """Open the form that says when a milestone of the partnership's own was met."""
        from sgdesk.ui.dialogs.milestone_forms import (  # noqa: PLC0415 - few deadlines have it
            open_milestone,
        )

        if self._case_id is not None:
            open_milestone(self._context, self._case_id, self._code, self)

    @Slot()
    def _on_judging_asked(self) -> None:
        from sgdesk.services.judging import judge_anew  # noqa: PLC0415 - seldom

        if self._case_id is not None:
            judge = partial(judge_anew, self._context.register, self._case_id, self._code)
            save_asking(self._context, judge, self)

    @Slot()
    def _on_case_clicked(self) -> None:
        self.accept()
        self.case_asked.emit(self._case_id)

    def _show_detail(self) -> None:
        detail = self.detail
        row = detail.row
        self.title_label.setText(row.what)
        self.context_label.setText(f"{row.reference} · {rule_words(row.code)}")
        self.standing_label.set_standing(row.standing, row.standing_words)
        self.show_count(counting_words(detail), strip_days(detail))
        self.rule_list.set_facts(rule_facts(detail))
        self.rule_date.show_words(rule_box(detail))
        self.agreed_date.show_words(agreed_box(detail))
        self.agreed_button.setText("Edit agreed date" if detail.agreed else "Agree another date")
        self.agreed_list.set_facts(agreed_facts(detail))
        self.agreed_list.setVisible(bool(agreed_facts(detail)))
        self.kept_card.show_facts(kept_facts(detail))
        self.earlier_list.set_facts(earlier_facts(detail))
        self.earlier_card.setVisible(bool(detail.earlier))

    def _build(self) -> None:
        body = self.body
        self.kept_card = KeptResultCard()
        self.kept_card.judging_asked.connect(self._on_judging_asked)
        body.addWidget(self.kept_card)
        cards = SideBySide(is_even=True)
        cards.add(self._rule_card(), stretch=4, least=380)
        cards.add(self._agreed_card(), stretch=5, least=420)
        body.addWidget(cards)
        body.addWidget(self._earlier_card())
        body.addStretch(1)
        self.set_frame(self.scroll_area, self.footer)
        self.met_button.setVisible(self.detail.rule.is_own)
        self.met_button.clicked.connect(self.edit_met)
        self.case_button.setVisible(self._case_id is not None)
        self.case_button.clicked.connect(self._on_case_clicked)
        self.close_button.setFocus()

    def _rule_card(self) -> Card:
        card = Card("The rule")
        self.rule_list = FactList(label_width=84, value_role="strong")
        card.body.addWidget(self.rule_list)
        card.body.addStretch(1)
        return card

    def _agreed_card(self) -> Card:
        link = "Edit agreed date" if self._case_id is not None else ""
        card = Card("By the rule, and agreed", link=link, link_icon="pencil")
        card.link_button.clicked.connect(self.edit_agreed_date)
        self.agreed_button = card.link_button
        self.rule_date = DateBox("calendar-check", "Date by the rule")
        self.agreed_date = DateBox("heart-handshake", "Agreed date")
        boxes = SideBySide(gap=12, is_even=True)
        boxes.add(self.rule_date, least=200)
        boxes.add(self.agreed_date, least=200)
        self.agreed_list = FactList(label_width=84, value_role="strong")
        card.body.addWidget(boxes)
        card.body.addWidget(self.agreed_list)
        card.body.addStretch(1)
        return card

    def _earlier_card(self) -> Card:
        self.earlier_card = Card("What the date was before")
        self.earlier_list = FactList(label_width=170, value_role="strong")
        self.earlier_card.body.addWidget(self.earlier_list)
        return self.earlier_card


class DateBox(QFrame):
    """One of the two dates, both of one size: neither is the lesser."""

    def __init__(self, icon_name: str, title: str) -> None:
        super().__init__()
        look = current()
        self.setProperty("role", "tint")
        self.date_label = make_label("", "card-title", wraps=True)
        self.note_label = make_label("", "second", wraps=True)
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(IconLabel(icon_name))
        head.addWidget(make_label(title, "strong"), 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(look.px(12), look.px(12), look.px(12), look.px(12))
        lines.setSpacing(look.px(2))
        lines.addLayout(head)
        lines.addWidget(self.date_label)
        lines.addWidget(self.note_label)

    def show_words(self, words: DateBoxWords) -> None:
        self.date_label.setText(words.date)
        self.note_label.setText(words.note)
