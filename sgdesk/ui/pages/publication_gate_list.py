"""The gates of a publication: each with its mark, its state in words, and its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.ui.dialogs.fact_list import marked_words
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.ui.pages.publication_sections import GateLine

_INDENT = 22
"""The mark and the gap beside it, in pixels at the designed text size."""


class GateList(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(current().px(8))

    def set_gates(self, gates: Sequence[GateLine]) -> None:
        """Show `gates`, one below the other, instead of those before."""
        clear(self._lines)
        for gate in gates:
            self._lines.addWidget(_gate(gate))


def _gate(gate: GateLine) -> QWidget:
    line = QWidget()
    lines = QVBoxLayout(line)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    lines.addWidget(marked_words(gate.words, gate.standing))
    if gate.evidence:
        evidence = QVBoxLayout()
        evidence.setContentsMargins(current().px(_INDENT), 0, 0, 0)
        evidence.addWidget(make_label(gate.evidence, "second", wraps=True))
        lines.addLayout(evidence)
    return line
