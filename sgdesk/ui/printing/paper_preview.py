"""The preview of a paper: its pages, and the ways to paper and to a PDF."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.errors import UserError
from sgdesk.ui.errors import trouble_of
from sgdesk.ui.look.current import current
from sgdesk.ui.printing.page_view import PageView, Zoom
from sgdesk.ui.printing.paper_painter import PaperPainter
from sgdesk.ui.printing.paper_saving import PaperSaving
from sgdesk.ui.printing.printers import has_printer, make_printer, paint_paper
from sgdesk.ui.printing.seal_dialog import SealDialog
from sgdesk.ui.printing.sheet_sizes import A4_LANDSCAPE, A4_PORTRAIT
from sgdesk.ui.widgets.buttons import make_button, make_tool
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.messages import MessageLine

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QShowEvent
    from PySide6.QtPrintSupport import QPrinter

    from sgdesk.records.papers import Paper
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.printing.sheet_sizes import SheetSize

_NO_PRINTER = "No printer found. Save as PDF instead, and print it where there is one."
_WIDTH, _HEIGHT = 940, 860
"""In pixels at the designed text size."""
_PORTRAIT, _LANDSCAPE = "Portrait", "Landscape"


class PaperPreview(QDialog):
    def __init__(self, context: AppContext, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.paper = paper
        self.saving = PaperSaving(context, self)
        self._build()
        self._connect()
        self.view.show_pages(self.pages)

    @property
    def is_landscape(self) -> bool:
        return self.paper_combo.currentText() == _LANDSCAPE

    @property
    def _sheet(self) -> SheetSize:
        return A4_LANDSCAPE if self.is_landscape else A4_PORTRAIT

    @Slot()
    def choose_printer(self) -> None:
        """Open the system's own dialog with the printers."""
        if not has_printer():
            self.message.show_warning(_NO_PRINTER)
            return
        self._printer = make_printer(is_landscape=self.is_landscape)  # the dialog keeps no hold
        self.print_dialog = QPrintDialog(self._printer, self)
        self.print_dialog.setMinMax(1, self.pages.page_count)
        self.print_dialog.finished.connect(self._on_print_dialog_finished)
        self.print_dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self.print_dialog.show()

    def print_on(self, printer: QPrinter) -> None:
        """Send the paper to `printer` and say so, or what kept it from being printed."""
        try:
            count = paint_paper(self.paper, printer)
        except UserError as error:
            self.message.show_problem(str(error))
            return
        pages = "1 page" if count == 1 else f"{count} pages"
        self.message.show_hint(f"{pages} sent to {printer.printerName() or 'the printer'}.")

    @Slot()
    def save(self) -> None:
        """Ask where to save the paper as a PDF."""
        self.saving.ask(self._turned())

    @Slot()
    def save_sealed(self) -> SealDialog:
        """Ask for a password, then where to save; return the dialog that asks for it."""
        dialog = SealDialog(self)
        dialog.accepted.connect(lambda: self.saving.ask(self._turned(), dialog.fields.password()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def showEvent(self, event: QShowEvent) -> None:
        look, room = current(), self.screen().availableGeometry().size()
        self.resize(
            min(look.px(_WIDTH), room.width() - 32), min(look.px(_HEIGHT), room.height() - 64)
        )
        super().showEvent(event)

    def _turned(self) -> Paper:
        return replace(self.paper, is_landscape=self.is_landscape)

    @Slot()
    def _show_pages(self) -> None:
        self.pages = PaperPainter(self.paper, self._sheet)
        self.view.show_pages(self.pages)

    @Slot(int)
    def _on_page_shown(self, number: int) -> None:
        count = self.pages.page_count
        self.page_label.setText(f"Page {number} of {count}")
        self.back_button.setEnabled(number > 1)
        self.on_button.setEnabled(number < count)

    @Slot(int)
    def _on_print_dialog_finished(self, result: int) -> None:
        self.print_dialog.deleteLater()
        if result == QDialog.DialogCode.Accepted:
            self.print_on(self._printer)

    @Slot()
    def _on_saving(self) -> None:
        self._let_save(is_on=False)
        self.message.show_hint("Saving…")

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self._let_save(is_on=True)
        self.message.show_hint(f"Saved as {path.name} in {path.parent}.")

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._let_save(is_on=True)
        self.message.show_problem(trouble_of(error).words)

    def _let_save(self, *, is_on: bool) -> None:
        for button in (self.save_button, self.seal_button):
            button.setEnabled(is_on)

    def _connect(self) -> None:
        self.paper_combo.currentTextChanged.connect(self._show_pages)
        self.zoom_combo.currentIndexChanged.connect(
            lambda: self.view.set_zoom(self.zoom_combo.currentData())
        )
        self.view.page_shown.connect(self._on_page_shown)
        self.back_button.clicked.connect(lambda: self.view.go_to(self.view.page_number - 1))
        self.on_button.clicked.connect(lambda: self.view.go_to(self.view.page_number + 1))
        self.print_button.clicked.connect(self.choose_printer)
        self.save_button.clicked.connect(self.save)
        self.seal_button.clicked.connect(self.save_sealed)
        self.close_button.clicked.connect(self.accept)
        self.saving.started.connect(self._on_saving)
        self.saving.saved.connect(self._on_saved)
        self.saving.failed.connect(self._on_failed)
        for keys, slot in (
            (QKeySequence.StandardKey.Print, self.choose_printer),
            (QKeySequence.StandardKey.Save, self.save),
        ):
            QShortcut(keys, self).activated.connect(slot)

    def _build(self) -> None:
        self.setWindowTitle(self._context.window_title(f"Print {self.paper.file_words}"))
        head = self._head()
        self.pages = PaperPainter(self.paper, self._sheet)
        self.view = PageView(self.pages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._footer())
        self.view.setFocus()

    def _head(self) -> QHBoxLayout:
        look = current()
        self.paper_combo = QComboBox()
        self.paper_combo.addItems([_PORTRAIT, _LANDSCAPE])
        self.paper_combo.setCurrentText(_LANDSCAPE if self.paper.is_landscape else _PORTRAIT)
        self.paper_combo.setAccessibleName("Paper")
        self.zoom_combo = QComboBox()
        self.zoom_combo.setAccessibleName("Size on screen")
        for zoom in Zoom:
            self.zoom_combo.addItem(zoom.value, zoom)
        self.zoom_combo.setCurrentText(Zoom.PAGE_WIDTH.value)
        self.back_button = make_tool("chevron-left", "Page before (Page Up)")
        self.page_label = make_label("", "strong")
        self.on_button = make_tool("chevron-right", "Next page (Page Down)")
        head = QHBoxLayout()
        head.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(10))
        head.setSpacing(look.px(8))
        head.addWidget(make_label("A4", "muted"))
        head.addWidget(self.paper_combo)
        head.addSpacing(look.px(8))
        head.addWidget(self.zoom_combo)
        head.addStretch(1)
        for widget in (self.back_button, self.page_label, self.on_button):
            head.addWidget(widget)
        return head

    def _footer(self) -> QFrame:
        look = current()
        footer = QFrame()
        footer.setProperty("role", "footer")
        can_print = has_printer()
        self.message = MessageLine()
        self.save_button = make_button("Save as PDF…", "save", kind="" if can_print else "primary")
        self.seal_button = make_button("Save with a password…", "lock")
        self.print_button = make_button("Print…", "printer", kind="primary" if can_print else "")
        self.print_button.setEnabled(can_print)
        self.close_button = make_button("Close")
        bar = QHBoxLayout(footer)
        bar.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(10))
        bar.setSpacing(look.px(8))
        bar.addWidget(self.message, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.close_button, self.seal_button, self.save_button, self.print_button):
            bar.addWidget(button)
        if not can_print:
            self.message.show_hint(_NO_PRINTER)
        return footer
