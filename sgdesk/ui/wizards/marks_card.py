"""Which documents of a pack carry a handling mark or an embargo, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.records.packs import MarkGroup

_NONE = "None of the documents carries a mark: their reviews are released."
_WHY = (
    "A mark stays until the documents of a review are released, on the Publication tab of its case."
)
_MOST_TITLES = 3
_FEW = {1: "The one document", 2: "Both documents"}


class MarksCard(Card):
    def __init__(self, groups: Sequence[MarkGroup], documents: int) -> None:
        super().__init__("Handling marks")
        rows = QVBoxLayout()
        rows.setSpacing(current().px(8))
        for group in groups:
            rows.addWidget(_row(group, documents))
        rows.addWidget(make_label(_WHY if groups else _NONE, "second", wraps=True))
        self.body.addLayout(rows)


def _row(group: MarkGroup, documents: int) -> QWidget:
    row = QWidget()
    box = QVBoxLayout(row)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(current().px(2))
    box.addWidget(make_label(group.mark, "strong", wraps=True))
    box.addWidget(make_label(_documents(group, documents), "second", wraps=True))
    return row


def _documents(group: MarkGroup, documents: int) -> str:
    if group.documents == documents:
        count = _FEW.get(documents, f"All {documents} documents")
    else:
        count = f"{group.documents} of {documents} documents"
    titles = "; ".join(group.titles[:_MOST_TITLES])
    more = len(group.titles) - _MOST_TITLES
    return f"{count}: {titles} and {more} more" if more > 0 else f"{count}: {titles}"
