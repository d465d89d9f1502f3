"""Where pictures are taken: windows over a practice register and over an empty one."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent

from sgdesk.app.clock import SHOWN_DAY, shown_before, shown_moment
from sgdesk.app.pictures import settle
from sgdesk.config.settings import Settings
from sgdesk.domain.partnerships import PartnershipDraft
from sgdesk.services.case_list import list_cases
from sgdesk.services.case_views import get_case
from sgdesk.services.practice import open_practice
from sgdesk.services.register import create_register
from sgdesk.services.reviews import save_rapid_review
from sgdesk.store.wrapping import Cost
from sgdesk.ui.context import AppContext
from sgdesk.ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QWidget

    from sgdesk.records.cases import CaseView
    from sgdesk.services.register import Register

    Shots: TypeAlias = Iterator[tuple[str, QWidget]]

WidgetT = TypeVar("WidgetT", bound="QWidget")

FULL, COMPACT = (1440, 900), (1280, 720)
CHEAP = Cost(memory_kib=64, rounds=1, lanes=1)
"""What a guess costs where there is nothing to guess."""
OPENED_BY = "lamp orbit gravel seventeen"
PROFILE = PartnershipDraft(
    name="New partnership (invented)", prefix="NEWP", officer="Business support"
)


class Stage:
    """One for each colour scheme. What a scene puts up with `show` is put away after it."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app = app
        self.folder = folder
        """Empty at the beginning, and gone when the pictures are taken."""
        self.today = SHOWN_DAY
        self._exits = ExitStack()
        self._shown: list[QWidget] = []
        self._windows: dict[bool, MainWindow] = {}
        self.context = self.open_context(self.new_practice())
        self.empty_context = self.open_context(self.new_register("empty"))

    def open_context(self, register: Register) -> AppContext:
        """Return a context over `register`, which is closed with the stage. It does not remind."""
        self._exits.callback(register.close)
        quiet = Settings(is_reminding=False)
        return AppContext(register, lambda: self.today, settings=quiet, parent=self.app)

    def new_practice(self) -> Register:
        """Return a practice register that was open last Friday, with one change since."""
        register = open_practice(today=SHOWN_DAY, now=shown_before, cache=self.folder)
        register.opened_before, register.now = shown_before(), shown_moment
        view = find_case(register, "27-05")
        if view.rapid_review is not None:
            signed = replace(view.rapid_review, authority_signed_on=SHOWN_DAY)
            save_rapid_review(register, view.case_id, signed, today=SHOWN_DAY)
        return register

    def new_register(self, name: str) -> Register:
        """Return a register without a case; OPENED_BY opens it."""
        register, _key = create_register(
            self.new_folder(name),
            PROFILE,
            OPENED_BY,
            now=shown_moment,
            cache=self.folder,
            cost=CHEAP,
        )
        return register

    def new_folder(self, name: str) -> Path:
        """Return an empty folder."""
        folder = self.folder / name
        folder.mkdir()
        return folder

    def window(self, page: str, *, is_empty: bool = False) -> MainWindow:
        """Return the main window on `page`, over the practice register or an empty one."""
        if is_empty not in self._windows:
            context = self.empty_context if is_empty else self.context
            self._windows[is_empty] = self._exits.enter_context(self.new_window(context))
        window = self._windows[is_empty]
        window.go(page)
        return window

    @contextmanager
    def new_window(self, context: AppContext, size: tuple[int, int] = FULL) -> Iterator[MainWindow]:
        """Give a main window of its own, closed when the block ends."""
        window = MainWindow(context)
        window.resize(*size)
        window.show()
        yield window
        self.settle()
        window.close()
        window.deleteLater()

    def case(self, end: str) -> CaseView:
        """Return the practice case whose reference ends so, as in "27-05"."""
        return find_case(self.context.register, end)

    def show(self, window: WidgetT) -> WidgetT:
        """Show a dialog or another window until the scene is over."""
        self._shown.append(window)
        window.show()
        return window

    def settle(self) -> None:
        """Return when all that was asked for has been read and laid out."""
        settle(self.app)

    def clear(self) -> None:
        """Put away what the scene showed."""
        self.settle()
        while self._shown:
            window = self._shown.pop()
            window.hide()
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def close(self) -> None:
        """Close all windows, then all registers."""
        self.clear()
        self._exits.close()
        self.clear()


def find_case(register: Register, end: str) -> CaseView:
    """Return the case whose reference ends so."""
    rows = list_cases(register, today=SHOWN_DAY)
    case_id = next(row.case_id for row in rows if row.reference.endswith(end))
    return get_case(register, case_id, today=SHOWN_DAY)


@contextmanager
def open_stage(app: QApplication) -> Iterator[Stage]:
    """Give a stage with a folder of its own, and leave nothing of it behind."""
    with TemporaryDirectory(prefix="sgdesk-gallery-") as folder:
        stage = Stage(app, Path(folder))
        try:
            yield stage
        finally:
            stage.close()


@dataclass(frozen=True, slots=True)
class Scene:
    """Puts up one window after another; each is drawn when it has come to rest.

    `play` yields the second half of a picture's name, or "", and the window to draw.
    """

    name: str
    play: Callable[[Stage], Shots]
