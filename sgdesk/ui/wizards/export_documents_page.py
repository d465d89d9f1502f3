"""The second step of a pack: which documents, of each review and of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QGridLayout

from sgdesk.records.exports import DocumentKind
from sgdesk.records.packs import SHORT_WORDS
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.wizards.check_card import CheckCard
from sgdesk.ui.wizards.wizard_page import WizardPage

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QResizeEvent

_SIDE_BY_SIDE = 600
"""From this width, at the designed text size, two cards stand beside each other."""


class _Offer(NamedTuple):
    second: str
    icon_name: str


_OF_EACH_REVIEW = {
    DocumentKind.BRIEFING: _Offer("PDF, one tagged page of A4", "file-text"),
    DocumentKind.DECK: _Offer("PowerPoint, with speaker notes", "presentation"),
    DocumentKind.WORD: _Offer("The briefing, to be adapted", "pencil"),
    DocumentKind.WEB: _Offer("HTML, to paste or to place", "link"),
    DocumentKind.PRESS: _Offer("Word, from your template", "newspaper"),
    DocumentKind.ABSTRACT: _Offer("Word, for the repository", "archive"),
}
_OF_THE_REGISTER = {
    DocumentKind.LIST: _Offer("HTML, reviews published", "list"),
    DocumentKind.ARCHIVE: _Offer("HTML, reviews off the list", "archive"),
    DocumentKind.REGISTER: _Offer("Excel, for the partners only", "file-spreadsheet"),
    DocumentKind.REGISTER_CSV: _Offer("Plain text, partners only", "table-2"),
    DocumentKind.DEADLINES: _Offer("PDF, partners only, no names", "calendar-clock"),
}
OF_EACH_REVIEW = frozenset(_OF_EACH_REVIEW)
FIRST_KINDS = frozenset({DocumentKind.BRIEFING, DocumentKind.DECK})
"""What is chosen until the officer has chosen otherwise."""


class DocumentsPage(WizardPage):
    def __init__(self, kinds: Collection[DocumentKind] = FIRST_KINDS) -> None:
        super().__init__(
            "Documents",
            "Which documents?",
            "",
            "The first group is made once for each review that you chose. The second is about "
            "the whole register, and is made once. What you choose is remembered. Two documents "
            "or more come with a contents sheet.",
        )
        offers = {**_OF_EACH_REVIEW, **_OF_THE_REGISTER}
        self.cards = {
            kind: CheckCard(SHORT_WORDS[kind], offer.second, offer.icon_name)
            for kind, offer in offers.items()
        }
        self._grids: list[tuple[QGridLayout, list[CheckCard]]] = []
        self._columns = 0
        self._add_group("Of each review", _OF_EACH_REVIEW)
        self._add_group("Of the whole register", _OF_THE_REGISTER)
        self.body.addStretch(1)
        for kind, card in self.cards.items():
            card.setChecked(kind in kinds)
            card.toggled.connect(self.changed)
        self._arrange(2)

    def kinds(self) -> frozenset[DocumentKind]:
        return frozenset(kind for kind, card in self.cards.items() if card.isChecked())

    def missing(self) -> str:
        return "" if self.kinds() else "Choose at least one document."

    def focus_first(self) -> None:
        self.cards[DocumentKind.BRIEFING].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.viewport().width() >= current().px(_SIDE_BY_SIDE) else 1)

    def _add_group(self, title: str, kinds: Collection[DocumentKind]) -> None:
        self.body.addWidget(make_label(title, "card-title"))
        grid = QGridLayout()
        grid.setSpacing(current().px(8))
        self._grids.append((grid, [self.cards[kind] for kind in kinds]))
        self.body.addLayout(grid)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for grid, cards in self._grids:
            for place, card in enumerate(cards):
                grid.addWidget(card, place // columns, place % columns)
            grid.setColumnStretch(0, 1)
            grid.setColumnStretch(1, columns - 1)
