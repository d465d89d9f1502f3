"""What every tab of a case can do, and the place that builds one when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from sgdesk.records.cases import CaseView


class CaseTab(QWidget):
    """A tab that reads what it shows of its case itself, through the services."""

    case_asked = Signal(object)
    """The id of another case, to be opened instead of this one."""
    why_asked = Signal(str)
    """The rule of this case whose date is to be explained."""
    working_asked = Signal(object)
    """The working of a date that no rule gives, to be shown."""
    pack_asked = Signal()
    """Every public document of the case is to be made."""

    def show_case(self, view: CaseView) -> None:
        """Show what `view` holds now instead of what was shown before."""
        raise NotImplementedError

    def edit_chosen(self) -> None:
        """Edit what holds the keyboard, else the first that can be edited."""

    def open_step(self, name: str) -> None:
        """Open the dialog `name` of this tab; for most steps the tab itself is enough."""

    def explain_chosen(self) -> bool:
        """Show why the chosen date falls on its day; return False where the tab has none."""
        return False

    def print_own(self) -> bool:
        """Show the tab's own paper as it will be printed; return False where it has none."""
        return False


class TabPlace(QWidget):
    """Builds its tab when it is first seen, and reads a case anew only while it is seen."""

    case_asked = Signal(object)
    why_asked = Signal(str)
    working_asked = Signal(object)
    pack_asked = Signal()

    def __init__(self, make: Callable[[], CaseTab]) -> None:
        super().__init__()
        self._make = make
        self._tab: CaseTab | None = None
        self._unseen: CaseView | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    @property
    def tab(self) -> CaseTab:
        """Return the tab, built if it was not yet."""
        if self._tab is None:
            self._tab = self._make()
            self._tab.case_asked.connect(self.case_asked)
            self._tab.why_asked.connect(self.why_asked)
            self._tab.working_asked.connect(self.working_asked)
            self._tab.pack_asked.connect(self.pack_asked)
            self._box.addWidget(self._tab)
        return self._tab

    def show_case(self, view: CaseView) -> None:
        """Show `view` now where this is seen, else when it next is."""
        self._unseen = view
        if self.isVisible():
            self._catch_up()

    def open_step(self, name: str) -> None:
        """Open a dialog of the tab, which is built and read first where it was not yet."""
        self._catch_up()
        self.tab.open_step(name)

    def showEvent(self, event: QShowEvent) -> None:
        self._catch_up()
        super().showEvent(event)

    def _catch_up(self) -> None:
        if self._unseen is not None:
            view, self._unseen = self._unseen, None
            self.tab.show_case(view)
