"""The seal of the history: the end of the audit trail as it is printed, and its verification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from sgdesk.ui.dialogs.backup_words import moment_words, read_moment
from sgdesk.ui.dialogs.fact_list import Fact, FactList
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.settings_read_card import ReadCard
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from sgdesk.ui.context import AppContext

_NOTE = (
    "Each entry of the history is sealed together with the one before it. Printed reports and "
    "backups bear the number and the seal of the last entry of their day, so that they show "
    "later whether anything before it was altered or cut off."
)


class SealCard(ReadCard):
    verify_asked = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "History seal")
        self.fact_list = FactList(label_width=130)
        self.verify_button = make_button("Verify the history…", "shield-check")
        self.verify_button.clicked.connect(self.verify_asked)
        context.settings_changed.connect(self.reload)
        self.body.setSpacing(current().px(12))
        self.body.addWidget(make_label(_NOTE, "second", wraps=True))
        self.body.addWidget(self.fact_list)
        self.body.addWidget(self.verify_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _read(self) -> str:
        from sgdesk.services.papers import seal_words  # noqa: PLC0415 - not for the start

        return seal_words(self._context.register)

    @Slot(object)
    def _show(self, head: str) -> None:
        at = read_moment(self._context.settings.verified_at)
        found = f"{moment_words(at)}, and found whole" if at else "Not on this computer yet"
        self.fact_list.set_facts([Fact("Last entry", head), Fact("Last verified", found)])
        self.shown_now.emit()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._context.report(error)
