"""The printers of this computer, and a paper on its way to one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from sgdesk.errors import UserError
from sgdesk.ui.printing.paper_painter import PaperPainter
from sgdesk.ui.printing.sheet_sizes import PER_INCH, POINT, SheetSize

if TYPE_CHECKING:
    from pathlib import Path

    from sgdesk.records.papers import Paper

_NO_ANSWER = "The printer did not answer. Check that it is on, or save a PDF and print that."


def has_printer() -> bool:
    """Return whether this computer knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def make_printer(*, is_landscape: bool) -> QPrinter:
    """Return the default printer with A4 paper, or one that can only print to a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    turned = QPageLayout.Orientation.Landscape
    upright = QPageLayout.Orientation.Portrait
    paper = QPageSize(QPageSize.PageSizeId.A4)
    printer.setPageLayout(QPageLayout(paper, turned if is_landscape else upright, QMarginsF()))
    printer.setFullPage(True)
    printer.setCreator("SGDesk")
    return printer


def make_file_printer(target: Path, *, is_landscape: bool = False) -> QPrinter:
    """Return a printer that writes a PDF to `target`. It has no tags: it stands for paper."""
    printer = make_printer(is_landscape=is_landscape)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


def paint_paper(paper: Paper, printer: QPrinter) -> int:
    """Print the paper on the sheets that `printer` is set to; return how many pages it took.

    Prints the range of pages that was asked for, if one was. Raises `UserError` if the
    printer does not answer.
    """
    printer.setFullPage(True)
    printer.setDocName(f"SGDesk {paper.file_words}")
    pages = PaperPainter(paper, _sheet_of(printer))
    numbers = _numbers(printer, pages.page_count)
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(_NO_ANSWER)
    painter.scale(printer.logicalDpiX() / PER_INCH, printer.logicalDpiY() / PER_INCH)
    try:
        for number in numbers:
            if number != numbers[0] and not printer.newPage():
                raise UserError(_NO_ANSWER)
            pages.paint_page(painter, number)
    finally:
        painter.end()
    return len(numbers)


def _sheet_of(printer: QPrinter) -> SheetSize:
    sheet = printer.pageLayout().fullRect(QPageLayout.Unit.Point)
    return SheetSize(sheet.width() * POINT, sheet.height() * POINT)


def _numbers(printer: QPrinter, count: int) -> range:
    """Return the pages to print; a range that lies outside the paper prints all of it."""
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        return range(1, count + 1)
    last = min(printer.toPage() or count, count)
    return range(max(1, printer.fromPage()), last + 1) or range(1, count + 1)
