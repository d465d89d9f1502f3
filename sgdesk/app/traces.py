"""Keeps what the officer types out of what a program leaves behind without being asked.

Error output may end in a journal of the system, and the toolkit notes every folder that a file
dialog has shown. Neither is encrypted.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings, Qt, qInstallMessageHandler

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

_log = logging.getLogger(__name__)
_TOOLKIT = "QtProject"
_DIALOG_TRACES = ("FileDialog/history", "FileDialog/lastVisited")


def leave_no_traces() -> None:
    """Let errors, warnings and file dialogs tell nobody what was typed or where files went.

    For the process of the windows, before the first of them.
    """
    threading.excepthook = _on_thread_failed
    sys.unraisablehook = _on_unraisable
    logging.raiseExceptions = False  # it would print the very message that could not be logged
    logging.captureWarnings(capture=True)
    logging.getLogger().addHandler(logging.NullHandler())  # or libraries would print theirs
    qInstallMessageHandler(_ToolkitMessages().take)
    _keep_no_folders()


def _on_thread_failed(told: threading.ExceptHookArgs) -> None:
    """Log where a thread failed; its formatter leaves the text out."""
    error = told.exc_value
    if error is not None:
        _log.error("a thread failed", exc_info=error)


def _on_unraisable(told: sys.UnraisableHookArgs) -> None:
    """Log where something failed that nobody could be told of, but not what it was about."""
    if told.exc_value is not None:
        _log.error("failed where nobody could be told", exc_info=told.exc_value)


class _ToolkitMessages:
    """Logs that the toolkit complains, once for each kind of complaint, and not in its words."""

    def __init__(self) -> None:
        self._known: set[tuple[str, str]] = set()

    def take(self, kind: QtMsgType, context: QMessageLogContext, _message: str | None) -> None:
        known = (kind.name, context.category or "")
        if known not in self._known:
            self._known.add(known)
            _log.warning("the toolkit complains: %s %s", *known)


def _keep_no_folders() -> None:
    """Let file dialogs forget where they were.

    On Linux they are the toolkit's own: those of a desktop write lists of recent files. Windows
    keeps such lists whatever a program does.
    """
    if sys.platform == "win32":  # pragma: no cover - the registry
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(_forget_folders)
        return
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    for scope in QSettings.Scope:
        QSettings.setPath(QSettings.Format.NativeFormat, scope, os.devnull)


def _forget_folders() -> None:  # pragma: no cover - as above
    kept = QSettings(_TOOLKIT)
    for name in _DIALOG_TRACES:
        kept.remove(name)
