"""Where pictures are taken: an open window on practice, one on an empty register, one clock."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from sgdesk.app.clock import SHOWN_DAY, shown_moment
from sgdesk.app.pictures import settle
from sgdesk.domain.partnerships import PartnershipDraft
from sgdesk.services.case_list import list_cases
from sgdesk.services.case_views import get_case
from sgdesk.services.practice import open_practice
from sgdesk.services.register import create_register
from sgdesk.store.wrapping import Cost
from sgdesk.ui.context import AppContext
from sgdesk.ui.main_window import MainWindow
from sgdesk.ui.tasks import wait_for_work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QWidget

    from sgdesk.records.cases import CaseView
    from sgdesk.services.register import Register
    from sgdesk.ui.look.theme import Theme

Shots = "Iterator[tuple[str, QWidget]]"
WidgetT = TypeVar("WidgetT", bound="QWidget")

FULL, COMPACT = (1440, 900), (1280, 720)
CHEAP = Cost(memory_kib=64, rounds=1, lanes=1)
"""What guessing costs where there is nothing to guess."""
PASSPHRASE = "lamp orbit gravel seventeen"
PROFILE = PartnershipDraft(
    name="Newly set up partnership (invented)", prefix="NEWP", officer="Business support"
)


@dataclass(frozen=True)
class Scene:
    """`play` puts up one window after another; each is drawn when it has come to rest."""

    name: str
    play: Callable[[Stage], Iterator[tuple[str, QWidget]]]


class Stage:
    """Everything that a scene needs. What a scene puts up with `show` is gone after it."""

    def __init__(self, app: QApplication, theme: Theme, cache: Path, folder: Path) -> None:
        self.theme = theme
        self.folder = folder
        self.today = SHOWN_DAY
        self._app = app
        self._cache = cache
        self._exits = ExitStack()
        self._shown: list[QWidget] = []
        self._windows: dict[bool, MainWindow] = {}
        self._contexts: dict[bool, AppContext] = {}

    @property
    def context(self) -> AppContext:
        """The context over the practice register."""
        return self._context(is_empty=False)

    @property
    def empty_context(self) -> AppContext:
        """The context over a register without a case."""
        return self._context(is_empty=True)

    def window(self, page: str, *, is_empty: bool = False) -> MainWindow:
        """Return the main window on `page`, at its designed size."""
        if is_empty not in self._windows:
            self._windows[is_empty] = self._exits.enter_context(
                self.new_window(self._context(is_empty=is_empty))
            )
        window = self._windows[is_empty]
        window.go(page)
        return window

    def case_window(self, number: str) -> MainWindow:
        """Return the main window on the page of an open case, such as "27-05"."""
        window = self.window("today")
        window.open_case(self.case(number).case_id)
        return window

    @contextmanager
    def new_window(
        self, context: AppContext, size: tuple[int, int] = FULL
    ) -> Iterator[MainWindow]:
        """Give a main window of its own, closed when the block ends."""
        window = MainWindow(context)
        window.resize(*size)
        window.show()
        yield window
        window.close()
        window.deleteLater()

    def case(self, number: str) -> CaseView:
        """Return the practice case whose reference ends with `number`."""
        register = self.context.register
        rows = list_cases(register, today=self.today)
        case_id = next(row.case_id for row in rows if row.reference.endswith(number))
        return get_case(register, case_id, today=self.today)

    def show(self, window: WidgetT) -> WidgetT:
        """Show a dialog or another window until the scene is over."""
        self._shown.append(window)
        window.show()
        return window

    def settle(self) -> None:
        """Return when everything that was asked for has been read and laid out."""
        settle(self._app)

    def clear(self) -> None:
        """Put away what the scene showed."""
        self.settle()
        while self._shown:
            window = self._shown.pop()
            window.hide()
            window.deleteLater()

    def close(self) -> None:
        """Close windows and registers."""
        self.clear()
        self._exits.close()
        self.settle()
        for context in self._contexts.values():
            context.register.close()

    def _context(self, *, is_empty: bool) -> AppContext:
        if is_empty not in self._contexts:
            register = self._empty_register() if is_empty else self._practice_register()
            self._contexts[is_empty] = AppContext(register, lambda: self.today, parent=self._app)
        return self._contexts[is_empty]

    def _practice_register(self) -> Register:
        return open_practice(today=self.today, now=shown_moment, cache=self._cache)

    def _empty_register(self) -> Register:
        made, _key = create_register(
            self.folder / "register",
            PROFILE,
            PASSPHRASE,
            now=shown_moment,
            cache=self._cache,
            cost=CHEAP,
        )
        return made
