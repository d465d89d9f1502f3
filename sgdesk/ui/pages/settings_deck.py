"""The partnership's own PowerPoint template: chosen, looked at, used, or put aside."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from sgdesk.errors import UserError
from sgdesk.services.deck_templates import (
    check_choices,
    kept_template,
    read_template_file,
    remove_template,
    save_template,
    slide_pictures,
    use_template,
)
from sgdesk.ui.errors import trouble_of
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.settings_deck_uses import PICTURE_WIDTH, UsesView
from sgdesk.ui.pages.settings_section import SettingsSection
from sgdesk.ui.tasks import Job
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.messages import MessageLine
from sgdesk.ui.widgets.question_line import QuestionLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.progress import Progress
    from sgdesk.records.deck_templates import OwnDeck, SlidePicture, TemplateReport
    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext

_NOTE = (
    "Decks are made on the built-in template, or on a PowerPoint template of your own (.potx, "
    ".pptx or .ppsx). Only its masters, layouts, colours and pictures are kept: its sample "
    "slides, notes, authors and links are not."
)
_FILTER = "PowerPoint templates (*.potx *.pptx *.ppsx)"
_BUILT_IN = "Decks are made on the built-in template."
_OWN = "Decks are made on your template {}."
_ASIDE = "Decks are made on the built-in template. Your template {} is kept."
_FITS = "{} fits. Look at the previews, then use it."
_DOES_NOT_FIT = "{} does not fit, and decks stay as they are. What is in the way:"
_READING = "Reading the template…"
_REMOVE = "Remove the template from the register? Decks are made on the built-in one then."


class Shown(NamedTuple):
    """What the section shows: a template with its pictures, or the built-in one's."""

    report: TemplateReport | None
    pictures: tuple[SlidePicture, ...]
    is_used: bool = False
    """Whether decks are made on it by now."""
    is_kept: bool = False
    """Whether the register has it, with these choices."""


class DeckTemplateSection(SettingsSection):
    """Files are read in the background; what is no template is refused in words."""

    settled = Signal()
    """What was asked for last is on show."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("Deck template", _NOTE)
        self._context = context
        self._shown = Shown(None, ())
        self._asked = 0
        self.state_label = make_label(_BUILT_IN, "strong", wraps=True)
        self.message = MessageLine()
        self.result_label = make_label("", wraps=True)
        self.findings = QWidget()
        self.choose_button = make_button("Choose file…", "upload")
        self.use_button = make_button("Use this template", "check", kind="primary")
        self.built_in_button = make_button("Use the built-in one", "undo-2")
        self.remove_button = make_button("Remove template", "trash-2")
        self.remove_question = QuestionLine("Remove", "Keep")
        self.uses = UsesView()
        self._build()
        self._connect()
        self._read_kept()

    def reload(self) -> None:
        """Show what is kept now, unless a file that was chosen is being looked at."""
        if self._shown.report is None or self._shown.is_kept:
            self._read_kept()

    def read_file(self, path: str) -> None:
        """Show what the file `path` is good for, or why it cannot be used."""
        self._start(lambda progress: _chosen(Path(path), progress))

    @Slot()
    def _on_choices_changed(self) -> None:
        report = self._shown.report
        if report is not None:
            deck = report.deck.with_layouts(self.uses.choices())
            self._start(lambda _progress: _with_pictures(check_choices(deck)))

    @Slot()
    def _on_use_clicked(self) -> None:
        shown = self._shown
        if shown.report is None:
            return
        if shown.is_kept:
            self._change(partial(use_template, self._context.register, is_used=True))
        else:
            self._change(partial(save_template, self._context.register, shown.report))

    @Slot()
    def _on_built_in_clicked(self) -> None:
        if self._shown.is_used:
            self._change(partial(use_template, self._context.register, is_used=False))
        else:
            self._read_kept()

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.remove_question.ask(_REMOVE, None)

    @Slot(object)
    def _on_remove_confirmed(self, _about: object) -> None:
        self._change(partial(remove_template, self._context.register))

    @Slot()
    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(self, "Choose a PowerPoint template", "", _FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.read_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read_kept(self) -> None:
        register = self._context.register
        self._start(lambda _progress: _kept(kept_template(register)))

    def _start(self, work: Callable[[Progress], Shown]) -> None:
        """Show what `work` gives, unless something else was asked for meanwhile."""
        self._asked += 1
        self.message.show_hint(_READING)
        job = Job(work, self._context)
        job.progressed.connect(self._on_progressed)
        job.succeeded.connect(partial(self._on_read, self._asked))
        job.failed.connect(partial(self._on_failed, self._asked))
        job.start()

    def _change(self, save: Callable[[], Changes]) -> None:
        try:
            changes = save()
        except UserError as error:
            self.message.show_problem(str(error))
            return
        self._shown = Shown(None, ())
        self._context.apply(changes)
        self._read_kept()

    @Slot(int, int, str)
    def _on_progressed(self, _done: int, _total: int, label: str) -> None:
        self.message.show_hint(f"{label}…")

    def _on_read(self, number: int, shown: Shown) -> None:
        if number == self._asked:
            had_keyboard = self.window().focusWidget() in self._buttons
            self._shown = shown
            self.message.show_hint("")
            self._show()
            if had_keyboard:
                next_button = self.choose_button if self.use_button.isHidden() else self.use_button
                next_button.setFocus()
            self.settled.emit()

    def _on_failed(self, number: int, error: object) -> None:
        if number == self._asked:
            self.message.show_problem(trouble_of(error).sentence)
            self.settled.emit()

    def _show(self) -> None:
        shown, report = self._shown, self._shown.report
        kept = kept_template(self._context.register)
        self.state_label.setText(_state((kept[0].name, kept[1]) if kept else None))
        self._show_findings()
        self.use_button.setVisible(report is not None and report.is_fit and not shown.is_used)
        self.built_in_button.setVisible(report is not None and (shown.is_used or not shown.is_kept))
        self.built_in_button.setText("Use the built-in one" if shown.is_used else "Put it aside")
        self.remove_button.setVisible(kept is not None)
        if report is None:
            self.uses.show_built_in(shown.pictures)
        else:
            self.uses.show_uses(report.uses, shown.pictures)

    def _show_findings(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        report = self._shown.report
        is_new = report is not None and not self._shown.is_kept
        self.result_label.setVisible(is_new)
        if report is None:
            return
        words = _FITS if report.is_fit else _DOES_NOT_FIT
        self.result_label.setText(words.format(f"“{report.deck.name}”"))
        for sentence in report.problems:
            line = MessageLine()
            self._lines.addWidget(line)
            line.show_problem(sentence)
        for sentence in report.notes:
            line = MessageLine()
            self._lines.addWidget(line)
            line.show_warning(sentence)

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self._on_choose_clicked)
        self.use_button.clicked.connect(self._on_use_clicked)
        self.built_in_button.clicked.connect(self._on_built_in_clicked)
        self.remove_button.clicked.connect(self._on_remove_clicked)
        self.remove_question.confirmed.connect(self._on_remove_confirmed)
        self.uses.choices_changed.connect(self._on_choices_changed)

    def _build(self) -> None:
        look = current()
        self._lines = QVBoxLayout(self.findings)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(look.px(6))
        buttons = QWidget()
        line = FlowLayout(buttons, spacing=look.px(8))
        self._buttons = (
            self.use_button,
            self.choose_button,
            self.built_in_button,
            self.remove_button,
        )
        for button in self._buttons:
            line.addWidget(button)
        for button in (self.use_button, self.built_in_button, self.remove_button):
            button.hide()
        self.result_label.hide()
        for widget in (
            self.state_label,
            buttons,
            self.remove_question,
            self.message,
            self.result_label,
            self.findings,
            self.uses,
        ):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.setFocusProxy(self.choose_button)


def _chosen(path: Path, progress: Progress) -> Shown:
    return _with_pictures(read_template_file(path, progress))


def _kept(kept: tuple[OwnDeck, bool] | None) -> Shown:
    if kept is None:
        return Shown(None, slide_pictures(None, width=PICTURE_WIDTH))
    deck, is_used = kept
    return _with_pictures(check_choices(deck))._replace(is_used=is_used, is_kept=True)


def _with_pictures(report: TemplateReport) -> Shown:
    """Return `report` with pictures, as far as the template lets slides be made."""
    try:
        return Shown(report, slide_pictures(report.deck, width=PICTURE_WIDTH))
    except UserError:
        if report.is_fit:
            raise
        return Shown(report, ())


def _state(kept: tuple[str, bool] | None) -> str:
    if kept is None:
        return _BUILT_IN
    name, is_used = kept
    return (_OWN if is_used else _ASIDE).format(f"“{name}”")
