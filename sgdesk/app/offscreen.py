"""Windows where there is no screen: as large as on a laptop, and without idle warnings."""

from __future__ import annotations

import json
import os
import sys
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from sgdesk.app.window import make_application

_VARIABLE, _PLUGIN = "QT_QPA_PLATFORM", "offscreen"
_FILE = "screen.json"
_SCREEN = {
    "name": "laptop",
    "x": 0,
    "y": 0,
    "width": 1440,
    "height": 900,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
_IDLE = "This plugin does not support "
"""So begins what the toolkit says of things that only a real screen has."""


def offscreen_application() -> QApplication:
    """Return the toolkit's application, on no screen unless the environment names one."""
    app = QApplication.instance()
    if isinstance(app, QApplication) or os.environ.get(_VARIABLE, _PLUGIN) != _PLUGIN:
        return make_application()
    qInstallMessageHandler(quieter)
    with TemporaryDirectory(prefix="sgdesk-screen-") as place:
        (Path(place) / _FILE).write_text(json.dumps({"screens": [_SCREEN]}), encoding="utf-8")
        # The toolkit takes a colon, as of a drive, for the end of the name: so no path is in it.
        with chdir(place):
            os.environ[_VARIABLE] = f"{_PLUGIN}:configfile={_FILE}"
            app = make_application()
    os.environ[_VARIABLE] = _PLUGIN
    return app


def quieter(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass on what the toolkit says, save that a screen is missing."""
    if not message.startswith(_IDLE):
        print(message, file=sys.stderr)
