"""Ending the process that holds the data, whatever would hold it up."""

from __future__ import annotations

import faulthandler
import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QProcess
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

from sgdesk.config.program import own_command
from sgdesk.ui.tasks import end_work

if TYPE_CHECKING:
    from collections.abc import Callable

CLOSING_S = 15.0
"""After so long the process ends although the register is not closed. Nothing that was saved is
lost then: it stands in the log beside the register, and the next opening takes it up."""
LEAVING_S = 3.0
"""After so long the process ends although a window of the system still waits for an answer."""
_WORK_S = 5.0
"""So long work in the background may go on to its end; then it is asked to stop."""
BEHIND = "--behind"


def hide_everything() -> None:
    """Take all windows off the screen, and from the clipboard what this process put there."""
    for window in QApplication.topLevelWidgets():
        window.hide()
    clipboard = QGuiApplication.clipboard()
    for mode, is_own in (
        (QClipboard.Mode.Clipboard, clipboard.ownsClipboard()),
        (QClipboard.Mode.Selection, clipboard.ownsSelection()),
    ):
        if is_own:
            clipboard.clear(mode)


def start_afresh(*, is_behind: bool) -> bool:
    """Start another SGDesk, still locked; return whether it starts.

    Behind means that it leaves the keyboard to the program that has it.
    """
    program, arguments = own_command()
    words = [*arguments, BEHIND] if is_behind else arguments
    is_started, _process = QProcess.startDetached(program, words)
    return bool(is_started)


def end_process(close: Callable[[], None]) -> None:
    """Let work in the background end, `close` what is open, and leave every event loop.

    A dialog of the system has a loop of its own, and a drive may not answer: the process ends
    in spite of them, in at most CLOSING_S and LEAVING_S.
    """
    end_by_force(CLOSING_S)
    end_work(_WORK_S)
    close()
    end_by_force(LEAVING_S)
    QCoreApplication.exit()


def end_by_force(limit_s: float) -> None:
    """End the process after `limit_s`; a later call takes the place of an earlier one.

    A thread of the interpreter's own does it, which waits for nothing that Python does.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)  # stays open, as the thread may write to it
    faulthandler.dump_traceback_later(limit_s, exit=True, file=nowhere)
