"""Without a screen windows get a laptop's, and the toolkit keeps quiet about what it misses."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType

from sgdesk.app.offscreen import offscreen_application, quieter

if TYPE_CHECKING:
    import pytest
    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
SHOW = """
from sgdesk.app.offscreen import offscreen_application
app = offscreen_application()
size = app.primaryScreen().size()
from PySide6.QtWidgets import QWidget
window = QWidget()
window.show()
window.raise_()
app.processEvents()
print(app.platformName(), size.width(), size.height())
"""


def test_a_process_of_its_own_has_the_screen_of_a_laptop_and_complains_of_nothing() -> None:
    without = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", SHOW], cwd=ROOT, env=without, capture_output=True, check=True
    )
    assert done.stdout.decode().split() == ["offscreen", "1440", "900"]
    assert done.stderr == b""


def test_an_application_that_is_there_is_taken(qapp: QApplication) -> None:
    assert offscreen_application() is qapp


def test_everything_else_that_the_toolkit_says_is_passed_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for words in ("This plugin does not support raise()", "QPainter::begin: no device"):
        quieter(QtMsgType.QtWarningMsg, QMessageLogContext(), words)
    assert capsys.readouterr().err == "QPainter::begin: no device\n"
