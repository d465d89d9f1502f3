"""A titled section of a form, with its fields in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from sgdesk.ui.widgets.fields import FieldRow


class FormSection(QWidget):
    """Lines of fields under a heading."""

    def __init__(self, title: str) -> None:
        super().__init__()
        look = current()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(look.px(12))
        self._lines.addWidget(make_label(title, "card-title"))

    def add_line(
        self, *rows: FieldRow, stretches: tuple[int, ...] = (), least: tuple[int, ...] = ()
    ) -> None:
        """Put `rows` beside each other, as wide as `stretches` say; below where it is narrow.

        `least` gives the width each needs, in pixels at the designed text size.
        """
        if len(rows) == 1:
            self._lines.addWidget(rows[0])
            return
        line = SideBySide()
        for at, row in enumerate(rows):
            line.add(
                row, stretch=stretches[at] if stretches else 1, least=least[at] if least else 150
            )
        self._lines.addWidget(line)

    def add_widget(self, widget: QWidget) -> None:
        """Put `widget` under what is there."""
        self._lines.addWidget(widget)
