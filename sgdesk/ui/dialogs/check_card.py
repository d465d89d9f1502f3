"""Checks the installation: a second program tries every part on invented cases, and reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, QTemporaryDir, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.config.program import own_command
from sgdesk.errors import UserError
from sgdesk.services.self_checks import read_report
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from sgdesk.records.self_checks import CheckedPart

_ASKS = (
    "Tries every part on invented cases: the encrypted register, documents, printing, the window. "
    "It takes about half a minute. Your register is not touched."
)
_RUNS = "Trying every part…"
_WELL = "Every part works"
_ENDED = "The check was ended"


class CheckCard(Card):
    def __init__(self) -> None:
        super().__init__("Check this installation")
        self._place: QTemporaryDir | None = None
        self._process: QProcess | None = None
        self.words_label = make_label(_ASKS, wraps=True)
        self.check_button = make_button("Check now", "shield-check")
        self.end_button = make_button("End the check")
        self.parts = QWidget()
        self._rows = QVBoxLayout(self.parts)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(current().px(4))
        line = QHBoxLayout()
        line.addWidget(self.check_button)
        line.addWidget(self.end_button)
        line.addStretch(1)
        self.body.addWidget(self.words_label)
        self.body.addWidget(self.parts)
        self.body.addLayout(line)
        self.end_button.hide()
        self.parts.hide()
        self.check_button.clicked.connect(self.start)
        self.end_button.clicked.connect(self.stop)

    @Slot()
    def start(self) -> None:
        """Start the check in a process of its own."""
        if self._process is not None:
            return
        self._place = QTemporaryDir()
        program, arguments = own_command()
        out, report = self._place.filePath("out"), self._place.filePath("report.json")
        self._process = process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_not_started)
        process.start(program, [*arguments, "self-test", "--out", out, "--report", report])
        self._show_busy(is_busy=True)

    @Slot()
    def stop(self) -> None:
        """End a check that runs; harmless without one."""
        if self._process is not None:
            self._process.finished.disconnect(self._on_finished)
            self._process.kill()
            self._process.waitForFinished()
            self._forget()
            self.words_label.setText(_ENDED)

    def show_parts(self, parts: tuple[CheckedPart, ...]) -> None:
        """Show what was found: how many parts work, and each one."""
        failed = [part for part in parts if not part.is_well]
        told = f"{_WELL}: {len(parts)} of {len(parts)}." if not failed else ""
        self.words_label.setText(told or f"{len(failed)} of {len(parts)} parts do not work.")
        clear(self._rows)
        for part in failed or parts:
            self._rows.addLayout(_row(part))
        self.parts.show()

    @Slot()
    def _on_finished(self) -> None:
        place = self._place
        try:
            if place is not None:
                self.show_parts(read_report(Path(place.filePath("report.json"))))
        except UserError as error:
            self.words_label.setText(str(error))
        self._forget()

    @Slot(QProcess.ProcessError)
    def _on_not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._on_finished()

    def _forget(self) -> None:
        if self._process is not None:
            self._process.deleteLater()
        self._process = self._place = None
        self._show_busy(is_busy=False)

    def _show_busy(self, *, is_busy: bool) -> None:
        if is_busy:
            self.words_label.setText(_RUNS)
            self.parts.hide()
        self.check_button.setVisible(not is_busy)
        self.end_button.setVisible(is_busy)
        (self.end_button if is_busy else self.check_button).setFocus()


def _row(part: CheckedPart) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(current().px(8))
    icon = ("circle-check", "met") if part.is_well else ("circle-alert", "overdue")
    row.addWidget(IconLabel(*icon))
    words = f"{part.name[:1].upper()}{part.name[1:]}"
    row.addWidget(make_label(words if part.is_well else f"{words}: {part.detail}", wraps=True), 1)
    return row
