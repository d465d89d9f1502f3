"""Numbers beside the navigation, and what may wait until the first of them are there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from sgdesk.ui.tasks import Job, Reading

if TYPE_CHECKING:
    from sgdesk.ui.context import AppContext

_CALM_MS = 1_500
"""So long after the first rows the database mapper is loaded, for whatever is saved first."""


class Counts(QObject):
    """Passes on what pages count, and counts what no first page reads: publications, returns."""

    counted = Signal(object)
    """How many wait on a page, by its key."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._is_begun = False
        self._others = Reading(partial(count_others, context), context, self)
        self._others.arrived.connect(self._on_arrived)
        self._others.failed.connect(context.report)
        self._calm_timer = QTimer(self)
        self._calm_timer.setSingleShot(True)
        self._calm_timer.timeout.connect(self._on_calm)

    @Slot()
    def reload(self) -> None:
        """Count again; before the first page has counted, wait for it."""
        if self._is_begun:
            self._others.start()

    @Slot(object)
    def show(self, counts: dict[str, int]) -> None:
        """Pass on what a page has counted; after the first, begin what has waited for it."""
        self.counted.emit(counts)
        if not self._is_begun:
            self._is_begun = True
            self._others.start()
            self._calm_timer.start(_CALM_MS)

    def stop(self) -> None:
        """Begin nothing any more: the window closes."""
        self._calm_timer.stop()

    @Slot(object)
    def _on_arrived(self, counts: dict[str, int]) -> None:
        self.counted.emit(counts)

    @Slot()
    def _on_calm(self) -> None:
        Job(lambda _progress: self._context.register.warm_up(), self._context).start()


def count_others(context: AppContext) -> dict[str, int]:
    """Return how many reviews are on the way to publication, and how many returns are out."""
    from sgdesk.services.publications import list_publications  # noqa: PLC0415 - after the start
    from sgdesk.services.return_matrix import read_returns  # noqa: PLC0415 - as above

    today = context.today()
    rows = list_publications(context.register, today=today)
    returns = read_returns(context.register, today=today)
    return {
        "publications": sum(row.published_on is None for row in rows),
        "agency_returns": sum(cell.is_outstanding for cell in returns.cells),
    }
