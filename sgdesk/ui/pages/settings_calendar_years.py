"""How far the bank holidays are known, and the officer's word for a further year."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.domain.dates import long_date
from sgdesk.services.calendar_years import (
    calendar_notice,
    confirm_year,
    known_years,
    take_back_year,
)
from sgdesk.ui.dialogs.moving_dates import save_asking
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button, make_link
from sgdesk.ui.widgets.confirm_line import ConfirmLine
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.messages import MessageLine

if TYPE_CHECKING:
    from sgdesk.records.settings import KnownYears
    from sgdesk.ui.context import AppContext

_QUESTION = (
    "Compare the bank holidays of {year} below with the official list at "
    "gov.uk/bank-holidays, England and Wales. Change what differs. Do they agree?"
)


class KnownYearsLine(QWidget):
    """Says until when dates are sure, and takes the officer's word for the year after that."""

    year_asked = Signal(int)
    """The year whose bank holidays are to be shown, to be compared."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._found: KnownYears | None = None
        self.words_label = make_label("", wraps=True)
        self.message = MessageLine()
        self.check_button = make_button("", "circle-check")
        self.take_back_button = make_link("", "undo-2")
        self.confirm_line = ConfirmLine()
        self._lay_out()
        self.check_button.clicked.connect(self.ask)
        self.take_back_button.clicked.connect(self.take_back)
        self.confirm_line.confirmed.connect(self._on_confirmed)
        self.reload()

    def reload(self) -> None:
        """Read anew how far the bank holidays are known."""
        context = self._context
        self._found = found = known_years(context.register, today=context.today())
        self.words_label.setText(known_words(found))
        self.message.show_warning(calendar_notice(context.register, today=context.today()))
        following, last = found.known + 1, context.register.calendar.last.year
        self.check_button.setVisible(following <= last)
        self.check_button.setText(f"Check {following}…")
        self.take_back_button.setVisible(found.can_take_back is not None)
        self.take_back_button.setText(f"Take back the check of {found.can_take_back}")

    @Slot()
    def ask(self) -> None:
        """Show the year after the last known one, and ask whether it agrees."""
        if self._found is not None:
            year = self._found.known + 1
            self.year_asked.emit(year)
            self.confirm_line.ask(_QUESTION.format(year=year), "Yes, checked: they agree", year)

    @Slot()
    def take_back(self) -> None:
        """Take back the officer's word for the last year that was checked."""
        year = self._found.can_take_back if self._found else None
        if year is not None:
            save_asking(self._context, partial(take_back_year, self._context.register, year), self)

    @Slot(object)
    def _on_confirmed(self, year: int) -> None:
        context = self._context
        save = partial(confirm_year, context.register, year, today=context.today())
        save_asking(context, save, self)

    def _lay_out(self) -> None:
        look = current()
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=look.px(8))
        flow.addWidget(self.check_button)
        flow.addWidget(self.take_back_button)
        line = SideBySide(is_even=True)
        line.add(self.words_label, stretch=3, least=420)
        line.add(buttons, least=240)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.px(8))
        for part in (line, self.message, self.confirm_line):
            lines.addWidget(part)


def known_words(found: KnownYears) -> str:
    """Return until when the bank holidays are known, and by whose word."""
    if found.known == found.official:
        return (
            f"Bank holidays up to {found.official} are from the official list. Later ones follow "
            "the rules and may change."
        )
    years = [year for year, _day in found.checked if year > found.official]
    span = f"{years[0]} to {years[-1]}" if len(years) > 1 else str(years[0])
    day = long_date(found.checked[-1][1])
    return (
        f"Bank holidays up to {found.official} are from the official list; those of {span} were "
        f"checked by you, last on {day}. Later ones follow the rules and may change."
    )
