"""Pictures of the windows and pages on paper, made where there is no screen and no printer."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage

from sgdesk.app.window import make_application
from sgdesk.services.case_list import list_cases
from sgdesk.services.deadlines import deadline_report, list_deadlines
from sgdesk.ui.context import AppContext
from sgdesk.ui.look.theme import Scheme, Theme
from sgdesk.ui.main_window import MainWindow
from sgdesk.ui.printing.printers import make_file_printer, paint_report
from sgdesk.ui.tasks import is_working

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from sgdesk.services.register import Register

_WIDTH, _HEIGHT = 1440, 900
_LONGEST_MS = 10_000
