"""The pages of the main window: each is built when it is first shown, and Back knows the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from sgdesk.errors import UserError
from sgdesk.ui.widgets.scroll_frame import ScrollFrame

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent

    from sgdesk.ui.context import AppContext


class PageEntry(NamedTuple):
    key: str
    title: str
    icon: str
    short_title: str
    """In the narrow rail."""


PAGES = (
    PageEntry("today", "Today", "sun", "Today"),
    PageEntry("cases", "Cases", "folder-open", "Cases"),
    PageEntry("deadlines", "Deadlines", "calendar-clock", "Deadlines"),
    PageEntry("agency_returns", "Agency returns", "users", "Returns"),
    PageEntry("actions", "Actions", "list", "Actions"),
    PageEntry("publications", "Publications", "newspaper", "Publish"),
    PageEntry("settings", "Settings", "settings", "Settings"),
)


class Place(NamedTuple):
    """A page, or the page of one case."""

    key: str
    case_id: UUID | None = None


class PageStack(QStackedWidget):
    page_made = Signal(object)
    """A page that was just built, before it is shown."""
    place_shown = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._pages: dict[Place, QWidget] = {}
        self._frames: dict[Place, _PageFrame] = {}
        self._place: Place | None = None
        self._way: list[Place] = []

    @property
    def place(self) -> Place | None:
        """The place on show; None before the first."""
        return self._place

    @property
    def page(self) -> QWidget | None:
        """The page on show; None before the first."""
        return self._pages.get(self._place) if self._place is not None else None

    @property
    def can_go_back(self) -> bool:
        return bool(self._way)

    def go(self, place: Place) -> None:
        """Show `place`; a case that cannot be read is reported and changes nothing."""
        before = self._place
        if place == before or not self._show(place):
            return
        if before is not None:
            self._way.append(before)
        self.place_shown.emit(place)

    def do_step(self, place: Place, step: str) -> None:
        """Show `place` and do one of its steps; nothing is done where it cannot be shown."""
        self.go(place)
        open_step = getattr(self.page, "open_step", None)
        if self.place == place and open_step is not None:
            open_step(step)

    def back(self) -> None:
        """Show the place before this one, if there is one that can still be shown."""
        while self._way:
            place = self._way.pop()
            if self._show(place):
                self.place_shown.emit(place)
                return

    def _show(self, place: Place) -> bool:
        page = self._pages.get(place)
        if page is None:
            try:
                self._add(place)
            except UserError as error:
                self._context.report(error)
                return False
        self._place = place
        self.setCurrentWidget(self._frames[place])
        return True

    def _add(self, place: Place) -> None:
        """Build a page in a frame that scrolls where the window is smaller than the page.

        The frame comes first: Qt styles all that a page holds anew with each new parent.
        """
        frame = _PageFrame()
        self.addWidget(frame)
        try:
            page = _make(place, self._context, frame.viewport())
        except UserError:
            self._drop(frame)
            raise
        frame.take(page)
        self._forget_other_cases(place)
        self._pages[place] = page
        self._frames[place] = frame
        self.page_made.emit(page)

    def _forget_other_cases(self, place: Place) -> None:
        """Keep one case page at most: each holds a case's records in memory."""
        if place.case_id is None:
            return
        for other in [other for other in self._pages if other.case_id is not None]:
            del self._pages[other]
            self._drop(self._frames.pop(other))

    def _drop(self, frame: _PageFrame) -> None:
        self.removeWidget(frame)
        frame.deleteLater()


class _PageFrame(ScrollFrame):
    """Scrolls a page that is larger than the window; tells it how much is seen at once."""

    def __init__(self) -> None:
        super().__init__()
        self._fit: Callable[[QSize], None] | None = None
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def take(self, page: QWidget) -> None:
        """Show `page`, which has to be a child of the viewport already."""
        self._fit = getattr(page, "fit", None)
        self.setWidget(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._fit is not None:
            self._fit(event.size())
        super().resizeEvent(event)


def _make(place: Place, context: AppContext, parent: QWidget) -> QWidget:
    if place.case_id is not None:
        from sgdesk.ui.pages.case_page import CasePage  # noqa: PLC0415 - built when first shown

        return CasePage(context, place.case_id, parent)
    return _FACTORIES[place.key](context, parent)


def _today(context: AppContext, parent: QWidget) -> QWidget:
    from sgdesk.ui.pages.today_page import TodayPage  # noqa: PLC0415 - built when first shown

    return TodayPage(context, parent)


def _cases(context: AppContext, parent: QWidget) -> QWidget:
    from sgdesk.ui.pages.cases_page import CasesPage  # noqa: PLC0415 - built when first shown

    return CasesPage(context, parent)


def _deadlines(context: AppContext, parent: QWidget) -> QWidget:
    from sgdesk.ui.pages.deadlines_page import DeadlinesPage  # noqa: PLC0415 - as above

    return DeadlinesPage(context, parent)


def _agency_returns(context: AppContext, parent: QWidget) -> QWidget:
    from sgdesk.ui.pages.agency_returns_page import AgencyReturnsPage  # noqa: PLC0415 - as above

    return AgencyReturnsPage(context, parent)


def _actions(context: AppContext, parent: QWidget) -> QWidget:
    from sgdesk.ui.pages.actions_page import ActionsPage  # noqa: PLC0415 - as above

    return ActionsPage(context, parent)


def _publications(context: AppContext, parent: QWidget) -> QWidget:
    from sgdesk.ui.pages.publications_page import PublicationsPage  # noqa: PLC0415 - as above

    return PublicationsPage(context, parent)


def _settings(context: AppContext, parent: QWidget) -> QWidget:
    from sgdesk.ui.pages.settings_page import SettingsPage  # noqa: PLC0415 - as above

    return SettingsPage(context, parent)


_FACTORIES: dict[str, Callable[[AppContext, QWidget], QWidget]] = {
    "today": _today,
    "cases": _cases,
    "deadlines": _deadlines,
    "agency_returns": _agency_returns,
    "actions": _actions,
    "publications": _publications,
    "settings": _settings,
}
