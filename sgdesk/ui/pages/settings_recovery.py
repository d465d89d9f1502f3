"""The recovery key: which paper holds it, and a new one in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from sgdesk.domain.dates import long_date
from sgdesk.ui.dialogs.fact_list import Fact, FactList
from sgdesk.ui.errors import trouble_of
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.settings_read_card import ReadCard
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.messages import MessageLine

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.ui.context import AppContext

_NOTE = (
    "It was shown once, to be printed or written down, and SGDesk cannot show it again. It opens "
    "the register if the passphrase is forgotten, and stays good when the passphrase changes. "
    "Keep the paper locked away, apart from this computer."
)
_LAST = "Of several made on that day, the last one."
_UNKNOWN = "Not noted: the paper is the one made with the register."
_RENEW = "Make a new one when the paper was seen, was used, or cannot be found."


class RecoveryCard(ReadCard):
    new_key_asked = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "Recovery key")
        self.fact_list = FactList(label_width=130)
        self.renew_button = make_button("Make a new recovery key…", "printer")
        self.renew_button.setAccessibleDescription(_RENEW)
        self.message = MessageLine()
        self.renew_button.clicked.connect(self.new_key_asked)
        context.keys_changed.connect(self.reload)
        self._fill()

    def _read(self) -> date | None:
        from sgdesk.services.register_keys import (  # noqa: PLC0415 - ciphers load slowly
            recovery_key_day,
        )

        return recovery_key_day(self._context.register)

    @Slot(object)
    def _show(self, day: date | None) -> None:
        self.message.show_hint("")
        words = f"The one that says “made on {long_date(day)}”" if day else _UNKNOWN
        self.fact_list.set_facts([Fact("Paper in force", words, _LAST if day else "")])
        self.shown_now.emit()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self.message.show_problem(trouble_of(error).words)
        self.shown_now.emit()

    def _fill(self) -> None:
        self.body.setSpacing(current().px(12))
        self.body.addWidget(make_label(_NOTE, "second", wraps=True))
        self.body.addWidget(self.fact_list)
        self.body.addWidget(make_label(_RENEW, "second", wraps=True))
        self.body.addWidget(self.renew_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.message)
