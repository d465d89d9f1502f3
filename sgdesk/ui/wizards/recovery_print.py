"""The sheet of paper with the recovery key."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from sgdesk.domain.dates import long_date
from sgdesk.ui.look.fonts import Weight, load_typeface, make_font

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

_MM_IN_INCH = 25.4
_DOTS_PER_INCH = 600
_MARGIN_MM = 25
_ADVICE = (
    "Keep this sheet in the manager’s safe, away from the laptop. Whoever holds it can open the "
    "register; without it a forgotten passphrase cannot be helped by anybody.\n\n"
    "To use it: start SGDesk, choose “Use the recovery key”, type the key and choose a new "
    "passphrase. Capitals, spaces and dashes do not count."
)


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    partnership: str
    made_on: date
    key: str = field(repr=False)


def ask_to_print(sheet: RecoverySheet, parent: QWidget, failed: Callable[[], None]) -> QPrintDialog:
    """Open the system's print dialog, and print when the officer says so.

    `failed` is called if the printer does not answer.
    """
    dialog = QPrintDialog(parent)  # makes a printer of its own, and keeps it alive
    dialog.printer().setDocName("SGDesk recovery key")
    dialog.printer().setResolution(_DOTS_PER_INCH)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(partial(_print, sheet, failed))
    QDialog.open(dialog)
    return dialog


def draw_recovery_sheet(
    painter: QPainter, page: QRectF, dots_per_mm: float, sheet: RecoverySheet
) -> None:
    """Draw the sheet black on white into `page`, which is measured in dots."""
    margin = _MARGIN_MM * dots_per_mm
    area = page.adjusted(margin, margin, -margin, -margin)
    painter.setPen(QPen(QColor(Qt.GlobalColor.black)))
    family = load_typeface()
    title = f"{sheet.partnership}\nmade on {long_date(sheet.made_on)}"
    lines = (
        ("SGDesk recovery key", 22.0, Weight.BOLD),
        (title, 12.0, Weight.REGULAR),
        (_in_rows(sheet.key), 24.0, Weight.SEMIBOLD),
        (_ADVICE, 12.0, Weight.REGULAR),
    )
    for text, points, weight in lines:
        painter.setFont(make_font(family, points, weight, is_tabular=True))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        used = painter.boundingRect(area, flags, text)
        painter.drawText(area, flags, text)
        area.setTop(used.bottom() + 8 * dots_per_mm)


def _in_rows(key: str) -> str:
    groups = key.split("-")
    return "\n".join("  ".join(groups[at : at + 4]) for at in range(0, len(groups), 4))


def _print(sheet: RecoverySheet, failed: Callable[[], None], printer: QPrinter) -> None:
    painter = QPainter()
    if not painter.begin(printer):
        failed()
        return
    page = QRectF(printer.pageRect(QPrinter.Unit.DevicePixel))
    page.moveTo(0, 0)
    draw_recovery_sheet(painter, page, printer.resolution() / _MM_IN_INCH, sheet)
    painter.end()
