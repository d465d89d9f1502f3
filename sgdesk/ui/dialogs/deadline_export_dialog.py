"""Takes a list of deadlines out of the program: on paper, as PDF, workbook or calendar file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QVBoxLayout,
)

from sgdesk.records.deadline_reports import REPORT_ORDER_WORDS, ReportOptions
from sgdesk.ui.dialogs.deadline_exports import WAYS, DeadlineExport, ExportKind
from sgdesk.ui.dialogs.editors import ChoiceCombo
from sgdesk.ui.dialogs.form_frame import Footer, FormScroll
from sgdesk.ui.dialogs.framed_dialog import FramedDialog
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.errors import trouble_of
from sgdesk.ui.look.current import current
from sgdesk.ui.printing.paper_print import print_paper
from sgdesk.ui.tasks import Job
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.choice_card import ChoiceCard
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.messages import MessageLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from sgdesk.progress import Progress
    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.records.papers import Paper
    from sgdesk.ui.context import AppContext

_TITLE = "Export deadlines"
_LEAST_CARD = 260
_LINES = ((ExportKind.PAPER, ExportKind.PDF), (ExportKind.WORKBOOK, ExportKind.CALENDAR))


class DeadlineExportDialog(FramedDialog):
    """`rows` are those on show, in their order; `title` is what paper and workbook are called.

    `summary` says which of them a search has left; it stands on paper and in the workbook.
    """

    DESIGNED_WIDTH, DESIGNED_HEIGHT = 740, 500

    def __init__(
        self,
        context: AppContext,
        rows: Sequence[DeadlineRow],
        title: str,
        parent: QWidget | None = None,
        *,
        summary: str = "",
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._rows = tuple(rows)
        self._job: Job | None = None
        self._export = DeadlineExport(context.register, self._rows, title, context.today(), summary)
        self.cards: dict[ExportKind, ChoiceCard] = {}
        self._build(title, summary)
        self._connect()
        self.cards[ExportKind.PAPER].setChecked(True)
        self.cards[ExportKind.PAPER].setFocus()

    @property
    def kind(self) -> ExportKind:
        """The way that is chosen."""
        return next(kind for kind, card in self.cards.items() if card.isChecked())

    @property
    def options(self) -> ReportOptions:
        """How the report is ordered and what it shows, as chosen."""
        return ReportOptions(
            self.order_combo.value(),
            with_working=self.working_check.isChecked(),
            is_landscape=self.landscape_check.isChecked(),
        )

    @property
    def is_working(self) -> bool:
        return self._job is not None

    @Slot()
    def go_on(self) -> None:
        """Show the preview, or ask where to save the file."""
        if self.is_working:
            return
        if self.kind is ExportKind.PAPER:
            options = self.options
            self._run(lambda _progress: self._export.paper(options), self._on_paper_made)
        else:
            self.ask_where()

    def ask_where(self) -> QFileDialog:
        """Open the file dialog over the window and return it; it stops nothing."""
        kind = self.kind
        way = WAYS[kind]
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(place)
        dialog = QFileDialog(self, way.button.rstrip("…"), folder, way.files)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(way.suffix)
        dialog.selectFile(self._export.file_name(kind))
        dialog.fileSelected.connect(lambda chosen: self.save(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def save(self, target: Path) -> None:
        """Write the file that is chosen to `target` in the background, and say where it is."""
        kind, options, export = self.kind, self.options, self._export
        self._run(lambda progress: export.save(kind, options, target, progress), self._on_saved)

    def reject(self) -> None:
        """Stop the work that runs, or close."""
        if self._job is not None:
            self._job.cancel()
        else:
            super().reject()

    def _run(self, work: Callable[[Progress], object], done: Callable[[Any], None]) -> None:
        self._job = job = Job(work, self._context)
        job.progressed.connect(self._on_progressed)
        self._done = done
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self.message.show_hint("Working…")
        self._show_working()
        job.start()

    @Slot(int, int, str)
    def _on_progressed(self, done: int, total: int, label: str) -> None:
        self.message.show_hint(f"{label}: {done} of {total}" if total else label)

    @Slot(object)
    def _on_succeeded(self, made: object) -> None:
        """End and say so in one go: an idle dialog never still says that it is working."""
        self._on_ended()
        self._done(made)

    def _on_ended(self) -> None:
        self._job = None
        self._show_working()
        self.go_button.setFocus()

    @Slot(object)
    def _on_paper_made(self, paper: Paper) -> None:
        self.message.show_hint("")
        print_paper(self._context, paper, self)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.message.show_hint(f"Saved as {path.name} in {path.parent}.")

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._on_ended()
        self.message.show_problem(trouble_of(error).words)

    @Slot()
    def _on_cancelled(self) -> None:
        self._on_ended()
        self.message.show_hint("Stopped. Nothing was saved.")

    @Slot()
    def _show_kind(self) -> None:
        """Say what the chosen way makes; what only pages have is off for the others."""
        way = WAYS[self.kind]
        self.about_label.setText(way.about)
        self.go_button.setText(way.button)
        self.paper_box.setEnabled(way.is_paper and not self.is_working)

    def _show_working(self) -> None:
        is_idle = not self.is_working
        for card in self.cards.values():
            card.setEnabled(is_idle)
        self.go_button.setEnabled(is_idle)
        self.close_button.setText("Close" if is_idle else "Stop")
        self._show_kind()

    def _connect(self) -> None:
        for card in self.cards.values():
            card.toggled.connect(self._on_card_toggled)
        self.go_button.clicked.connect(self.go_on)
        self.close_button.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.go_on)

    @Slot(bool)
    def _on_card_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's own
        if is_on:
            self.message.show_hint("")
            self._show_kind()

    def _build(self, title: str, summary: str) -> None:
        look = current()
        self.setWindowTitle(self._context.window_title(_TITLE))
        self.setAccessibleName(_TITLE)
        scroll = FormScroll()
        body = scroll.body
        body.setSpacing(look.px(16))
        head = QVBoxLayout()
        head.setSpacing(look.px(4))
        head.addWidget(make_label(_TITLE, "page-title", wraps=True))
        count = len(self._rows)
        about = f"{title}: {count}, as on the page. {summary}".strip()
        head.addWidget(make_label(about, "muted", wraps=True))
        body.addLayout(head)
        self._group = QButtonGroup(self)
        for kinds in _LINES:
            body.addWidget(self._card_line(kinds))
        widest = max(card.sizeHint().width() for card in self.cards.values())
        for card in self.cards.values():
            card.setMinimumWidth(widest)
        self.about_label = make_label("", "second", wraps=True)
        body.addWidget(self.about_label)
        body.addWidget(self._paper_box())
        body.addStretch(1)
        self.message = MessageLine()
        self.close_button = make_button("Close")
        self.go_button = make_button(WAYS[ExportKind.PAPER].button, kind="primary")
        self.set_frame(scroll, Footer(self.message, self.close_button, self.go_button))

    def _card_line(self, kinds: Sequence[ExportKind]) -> SideBySide:
        line = SideBySide()
        for kind in kinds:
            way = WAYS[kind]
            card = self.cards[kind] = ChoiceCard(way.title, way.second, way.icon)
            self._group.addButton(card)
            line.add(card, least=_LEAST_CARD)
        return line

    def _paper_box(self) -> SideBySide:
        self.order_combo = ChoiceCombo(REPORT_ORDER_WORDS)
        self.working_check = QCheckBox("Working of each date")
        self.landscape_check = QCheckBox("Landscape")
        self.paper_box = SideBySide()
        self.paper_box.add(FieldRow("Order", self.order_combo), least=200)
        self.paper_box.add(FieldRow("Show", self.working_check), least=200)
        self.paper_box.add(FieldRow("Page", self.landscape_check), least=120)
        return self.paper_box
