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
    """Passes on what pages count, and counts the publications, which no first page reads."""

    counted = Signal(object)
    """How many wait on a page, by its key."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._is_begun = False
        self._publications = Reading(partial(count_publications, context), context, self)
        self._publications.arrived.connect(self._on_arrived)
        self._publications.failed.connect(context.report)
        self._calm_timer = QTimer(self)
        self._calm_timer.setSingleShot(True)
        self._calm_timer.timeout.connect(self._on_calm)

    @Slot()
    def reload(self) -> None:
        """Count the publications again; before the first page has counted, wait for it."""
        if self._is_begun:
            self._publications.start()

    @Slot(object)
    def show(self, counts: dict[str, int]) -> None:
        """Pass on what a page has counted; after the first, begin what has waited for it."""
        self.counted.emit(counts)
        if not self._is_begun:
            self._is_begun = True
            self._publications.start()
            self._calm_timer.start(_CALM_MS)

    def stop(self) -> None:
        """Begin nothing any more: the window closes."""
        self._calm_timer.stop()

    @Slot(object)
    def _on_arrived(self, count: int) -> None:
        self.counted.emit({"publications": count})

    @Slot()
    def _on_calm(self) -> None:
        Job(lambda _progress: self._context.register.warm_up(), self._context).start()


def count_publications(context: AppContext) -> int:
    """Return how many reviews are on the way to publication."""
    from sgdesk.services.publications import list_publications  # noqa: PLC0415 - after the start

    rows = list_publications(context.register, today=context.today())
    return sum(row.published_on is None for row in rows)
