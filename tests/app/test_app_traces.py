"""Errors and file dialogs of the running program tell nobody what was typed or where it went."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from sgdesk.app.traces import leave_no_traces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
MARKER = "Zzmarkerzz"
BEFORE = f"""
import gc, logging, sys, threading, warnings
from pathlib import Path
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication, QFileDialog
from sgdesk.app.traces import leave_no_traces
from sgdesk.config.logs import start_log
told = "{MARKER}"
app = QApplication([])
folder = Path(sys.argv[1])
start_log(folder)
if len(sys.argv) < 3: leave_no_traces()
class Telling:
    def __del__(self): raise ValueError(told)
class Broken:
    def __str__(self): raise ValueError(told)
"""
TOLD_BY = {
    "a thread": "threading.Thread(target=lambda: int(told)).start()",
    "an ending object": "Telling(); gc.collect()",
    "a library's log": "logging.getLogger('fpdf').warning('no glyph in %s', told)",
    "a warning": "warnings.warn(told)",
    "a message that cannot be logged": "logging.getLogger('sgdesk').error('%s', Broken(), told)",
    "the toolkit": "qWarning(told); qWarning(told)",
    "a file dialog": (
        "place = folder / told; place.mkdir()\n"
        "dialog = QFileDialog(None, 'Save', str(place)); dialog.show()\n"
        "app.processEvents(); dialog.close(); del dialog; app.processEvents(); place.rmdir()"
    ),
}
UNTOLD_ANYWAY = {"a thread that ends as asked": "threading.Thread(target=sys.exit).start()"}


def traces_of(way: str, folder: Path, *more: str) -> tuple[str, str]:
    """Return what a process wrote to the terminal, and what it left below its home."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / ".config"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", BEFORE + way, str(folder), *more],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    files = [path for path in folder.rglob("*") if path.is_file()]
    return done.stdout + done.stderr, "\n".join(path.read_text("utf-8") for path in files)


@pytest.mark.parametrize("way", [*TOLD_BY.values(), *UNTOLD_ANYWAY.values()])
def test_what_was_typed_is_in_no_output_and_no_file(way: str, tmp_path: Path) -> None:
    output, files = traces_of(way, tmp_path)
    assert MARKER not in output + files


@pytest.mark.parametrize("way", TOLD_BY.values())
def test_without_that_it_would_be(way: str, tmp_path: Path) -> None:
    output, files = traces_of(way, tmp_path, "as usual")
    assert MARKER in output + files


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("a thread", "a thread failed\nValueError\n  _bootstrap_inner in threading.py"),
        ("an ending object", "failed where nobody could be told\nValueError\n  __del__ in "),
        ("the toolkit", "the toolkit complains: QtWarningMsg default"),
    ],
)
def test_the_log_says_that_something_failed_and_where(way: str, said: str, tmp_path: Path) -> None:
    _output, files = traces_of(TOLD_BY[way], tmp_path)
    assert files.count(said) == 1


@pytest.fixture
def own_hooks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Lets a test put in the hooks of the program, and takes them out again."""
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(logging, "raiseExceptions", logging.raiseExceptions)
    handlers = list(logging.getLogger().handlers)
    yield
    logging.captureWarnings(capture=False)
    logging.getLogger().handlers[:] = handlers
    qInstallMessageHandler(None)


@pytest.mark.usefixtures("own_hooks")
def test_each_failure_is_logged_without_its_text(
    qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    leave_no_traces()
    logger = logging.getLogger("sgdesk")
    logger.addHandler(caplog.handler)
    try:
        thread = threading.Thread(target=int, args=(MARKER,))
        thread.start()
        thread.join()
        for _ in range(2):
            qWarning(MARKER)
        sys.unraisablehook(_Unraisable(ValueError(MARKER)))
        sys.unraisablehook(_Unraisable(None))
    finally:
        logger.removeHandler(caplog.handler)
    assert list(dict.fromkeys(record.message for record in caplog.records)) == [
        "a thread failed",
        "the toolkit complains: QtWarningMsg default",
        "failed where nobody could be told",
    ]


class _Unraisable:
    """What the interpreter tells of a failure that it cannot raise."""

    def __init__(self, error: BaseException | None) -> None:
        self.exc_value = error
