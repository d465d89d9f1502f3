"""Sets tiles side by side, or in two lines of two when the width is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QWidget

from sgdesk.ui.look.current import current

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from sgdesk.ui.widgets.tiles import Tile


class TileRow(QWidget):
    """All tiles are equally wide."""

    def __init__(self, tiles: Sequence[Tile]) -> None:
        super().__init__()
        self._tiles = tuple(tiles)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(current().px(16))
        self._arrange(len(self._tiles))

    def minimumSizeHint(self) -> QSize:
        """Return the room of two lines' width, at the height of the lines now shown."""
        columns = (len(self._tiles) + 1) // 2
        widest = max((tile.minimumSizeHint().width() for tile in self._tiles), default=0)
        width = (widest + self._grid.spacing()) * columns - self._grid.spacing()
        return QSize(width, self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widest = max((tile.sizeHint().width() for tile in self._tiles), default=0)
        needed = (widest + self._grid.spacing()) * len(self._tiles) - self._grid.spacing()
        fits = event.size().width() >= needed
        self._arrange(len(self._tiles) if fits else (len(self._tiles) + 1) // 2)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for column in range(len(self._tiles)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for number, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, number // columns, number % columns)
