"""Going back to a backup from the unlock window: what its page asks for, done in the background."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from sgdesk.errors import WrongSecretError
from sgdesk.ui.tasks import Job
from sgdesk.ui.widgets.folder_dialog import ask_folder
from sgdesk.ui.wizards.go_back_page import GoBackPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QFileDialog

    from sgdesk.records.backups import BackupRow
    from sgdesk.services.rescue import OpenedBackup

_READING = "Reading the backups…"
_LOOKING = "Opening the backup…"
_RETURNING = "Checking the backup to its last byte…"


class GoingBack(QObject):
    """Owns no window: `page` stands in one, which outlives it."""

    register_opened = Signal(object)
    looked_into = Signal()
    """The page says what the chosen backup holds."""
    failed_try = Signal()
    """A passphrase did not open the backup."""

    def __init__(
        self,
        folder: Path,
        *,
        now: Callable[[], datetime],
        cache: Path | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._opening: dict[str, Any] = {"now": now, "cache": cache}
        self._elsewhere: Path | None = None
        self._opened: OpenedBackup | None = None
        self._job: Job | None = None
        self._is_listed = False
        self.page = GoBackPage()
        self.page.unlock_asked.connect(self.take_step)
        self.page.folder_asked.connect(self.look_elsewhere)
        self.page.stale.connect(self._on_stale)

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    def begin(self) -> None:
        """List the backups, unless that was done before."""
        if not self._is_listed:
            self._list()

    @Slot()
    def look_elsewhere(self) -> QFileDialog:
        """Ask for a folder with backups, as on a USB stick, and return the open file dialog."""
        return ask_folder(self.page.window(), "Folder with backups", self.show_folder)

    @Slot(str)
    def show_folder(self, folder: str) -> None:
        """List the sets in `folder` below those beside the register."""
        self._elsewhere = Path(folder)
        self._list()

    @Slot()
    def take_step(self) -> None:
        """Look into the chosen backup; or, when that is done, go back to it."""
        page, row = self.page, self.page.row
        if self.is_busy or not page.unlock_button.isEnabled() or row is None:
            return
        typed = page.passphrase_edit.text()
        if self._opened is not None:
            self._go_back(self._opened)
        elif not typed:
            page.passphrase_row.set_problem("Type the passphrase of this backup.")
            page.focus_first()
        else:
            self._look_into(row, typed)

    def _list(self) -> None:
        from sgdesk.services.rescue import find_backups  # noqa: PLC0415 - ciphers load slowly

        find = partial(find_backups, self._folder, self._elsewhere)
        self._run(_READING, find, self._on_listed)

    def _look_into(self, row: BackupRow, typed: str) -> None:
        from sgdesk.services.rescue import open_backup  # noqa: PLC0415 - as above

        self._run(_LOOKING, partial(open_backup, self._folder, row, typed), self._on_looked_into)

    def _go_back(self, opened: OpenedBackup) -> None:
        from sgdesk.services import rescue  # noqa: PLC0415 - as above

        way = rescue.put_key_back if opened.content.mends_key else rescue.go_back
        self._run(_RETURNING, partial(way, self._folder, opened, **self._opening), self._on_opened)

    @Slot(object)
    def _on_listed(self, rows: list[BackupRow]) -> None:
        self._end()
        self._is_listed = True
        self.page.show_content(None)
        self.page.show_rows(rows)
        self.page.focus_first()

    @Slot(object)
    def _on_looked_into(self, opened: OpenedBackup) -> None:
        self._end()
        self._opened = opened
        self.page.show_content(opened.content)
        self.page.focus_first()
        self.looked_into.emit()

    @Slot(object)
    def _on_opened(self, register: object) -> None:
        self._end()
        self._opened = None
        self.page.passphrase_edit.clear()
        self.register_opened.emit(register)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._end()
        if isinstance(error, WrongSecretError):
            self.page.passphrase_row.set_problem(str(error))
            self.failed_try.emit()
        else:
            self.page.notice.show_trouble(error)
        self.page.focus_first()

    @Slot()
    def _on_stale(self) -> None:
        self._opened = None
        self.page.show_content(None)

    def _run(self, words: str, work: Callable[[], object], then: Callable[[Any], None]) -> None:
        self.page.notice.clear()
        self.page.set_busy(is_busy=True)
        self.page.wait_label.setText(words)
        self._job = job = Job(lambda _progress: work(), self)
        job.succeeded.connect(then)
        job.failed.connect(self._on_failed)
        job.start()

    def _end(self) -> None:
        self._job = None
        self.page.set_busy(is_busy=False)
