"""What every edit dialog does: problems all at once, nothing typed is lost, keys for all.

What is typed is handed to the keeper of unsaved typing, which outlives the program.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.errors import Problem, RejectedError, UserError
from sgdesk.records.moved_dates import MovesDatesError
from sgdesk.ui.dialogs.asking_to_move import ask_to_move
from sgdesk.ui.dialogs.editors import ReadsText, connect_edits
from sgdesk.ui.dialogs.form_frame import KEPT, NOT_KEPT_IN_PRACTICE, FormFooter, FormScroll
from sgdesk.ui.dialogs.form_typing import FormTyping, PutBackNote
from sgdesk.ui.dialogs.framed_dialog import FramedDialog
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.fields import FieldRow, FieldSet
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.problem_panel import ProblemPanel
from sgdesk.ui.widgets.problem_words import plain_problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from sgdesk.records.kept_typing import FormPlace, KeptForm
    from sgdesk.ui.context import AppContext

DraftT = TypeVar("DraftT")

_SETTLE_MS = 150
"""Problems are looked for anew when typing has rested so long."""


@dataclass(frozen=True, slots=True)
class Heading:
    """`window` goes into the title bar and so holds no reference and no name."""

    window: str
    title: str
    context: str
    is_whose: bool = True
    """Whether `context` says whose form it is, such as the reference of the case."""


class EditDialog(FramedDialog, Generic[DraftT]):
    """A form over one draft. It stores nothing: `save` does, or raises a `UserError`.

    Subclasses build their form with `add_field`, fill it, call `start`, and implement
    `draft` and `check`. Save is always on; pressing it shows every problem at once.
    """

    SAVE_WORDS = "Save"
    KEPT_WORDS = KEPT

    kept_as: FormPlace | None = None
    """Where the form is opened again with what was typed; set by whoever opens it and can."""

    def __init__(
        self,
        context: AppContext,
        heading: Heading,
        save: Callable[[DraftT], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._about = heading.context if heading.is_whose else ""
        self._save = save
        self._start: DraftT | None = None
        self._touched: set[str] = set()
        self._was_refused = False
        self._gone_to = ""
        self._readers: dict[str, ReadsText] = {}
        self._titles: dict[str, str] = {}
        self._hints: dict[str, str] = {}
        self.fields = FieldSet()
        self.form = QVBoxLayout()
        self._typing = FormTyping(self.fields)
        self._build(heading)

    def draft(self) -> DraftT:
        """Return the form's content as a new draft. Unreadable dates count as missing."""
        raise NotImplementedError

    def check(self, draft: DraftT) -> list[Problem]:
        """Return every problem of `draft`, warnings too."""
        raise NotImplementedError

    def add_field(
        self, name: str, title: str, editor: QWidget, *, full_title: str = ""
    ) -> FieldRow:
        """Return `editor` under its title, known by the name of its field in the draft.

        `full_title` says more where the section's heading is out of sight, as in
        "Sign-off, police" for a field that is titled "Police".
        """
        row = FieldRow(title, editor)
        self.fields.add(name, row)
        self._titles[name] = full_title or title
        if isinstance(editor, ReadsText):
            self._readers[name] = editor
        connect_edits(editor, lambda: self._on_edited(name))
        return row

    def set_hint(self, name: str, hint: str) -> None:
        """Say `hint` under a field; its problem, if it has one, stays."""
        if self._hints.get(name) != hint:
            self._hints[name] = hint
            self.fields.row(name).set_hint(hint)

    def set_title(self, title: str) -> None:
        """Say another title over the form."""
        self.title_label.setText(title)
        self.setAccessibleName(title)

    def start(self) -> None:
        """Take the form as it is now for unchanged, and show the warnings that hold already."""
        is_anew = self._start is not None
        self._start = self.draft()
        self._typing.begin()
        if is_anew:
            self._context.typing.ended(self)
        self._touched.clear()
        self._settle.stop()
        self._show_problems()
        self.go_to(next(iter(self._titles)))

    @property
    def kept_key(self) -> str:
        return self._typing.key

    def kept_form(self, at: datetime) -> KeptForm | None:
        """Return what is typed and not saved, or None where nothing is."""
        return self._typing.kept(self.title_label.text(), self._about, at, self.kept_as)

    def show_keeping(self, problem: str) -> None:
        """Say why what is typed is not being kept; "" when it is."""
        self.footer.show_keeping(problem)

    def take_up(self, kept: KeptForm, when: str) -> None:
        """Put back what was typed before, as not yet saved; `when` is such as "at 14:31"."""
        done = self._typing.put_back(kept, self._on_edited)
        body = self.scroll_area.body
        self.put_back_note = PutBackNote(done, when)
        body.insertWidget(body.indexOf(self.problem_panel), self.put_back_note)
        self._show_problems()
        self.go_to(kept.fields[0].name)

    def go_to(self, name: str) -> None:
        """Move the keyboard to a field; nothing happens if the form has no such field."""
        if self.fields.focus(name):
            self._gone_to = name
            QTimer.singleShot(0, self, self._on_laid_out)

    def is_changed(self) -> bool:
        """Return whether anything would be lost, unreadable entries included."""
        return self.draft() != self._start or bool(self._unread())

    def problems(self) -> list[Problem]:
        """Return all problems in the order of the fields; what cannot be read comes as one too."""
        unread = self._unread()
        names = {problem.field for problem in unread}
        found = [problem for problem in self.check(self.draft()) if problem.field not in names]
        return self._in_order([*unread, *found])

    @Slot()
    def save(self) -> None:
        """Save and close, or show everything that stands in the way."""
        for reader in self._readers.values():
            reader.settle()
        problems = self.problems()
        if _stoppers(problems):
            self._refuse(problems)
            return
        self._try_to_save()

    def _try_to_save(self) -> None:
        try:
            self._save(self.draft())
        except RejectedError as error:
            self._refuse(self._in_order(error.problems))
        except MovesDatesError as error:
            ask_to_move(error, self._try_to_save, self)
        except UserError as error:
            self._refuse([Problem("", str(error)), *self.problems()])
        else:
            super().accept()

    def accept(self) -> None:
        self.save()

    def reject(self) -> None:
        """Close; if something would be lost, ask first inside the dialog."""
        if self.footer.is_asking:
            self.footer.stop_asking()
        elif self.is_changed():
            self.footer.ask()
        else:
            super().reject()

    def needed_height(self, width: int) -> int:
        return self.scroll_area.height_for(width) + self.footer.height_for(width)

    @Slot()
    def _on_discarded(self) -> None:
        super().reject()

    def done(self, result: int) -> None:
        """Close; what was typed is saved or given up by now."""
        self._context.typing.ended(self)
        super().done(result)

    @Slot()
    def _on_laid_out(self) -> None:
        """Panels that came or went have moved the field by now."""
        row, room = self.fields.row(self._gone_to), self.scroll_area.viewport().height()
        focused = self.focusWidget()
        is_shown_whole = row.height() <= room or focused is None
        self.scroll_area.ensureWidgetVisible(row if is_shown_whole else focused)

    @Slot(str)
    def _on_field_asked(self, name: str) -> None:
        self.go_to(name)

    def _on_edited(self, name: str) -> None:
        self._touched.add(name)
        self.edited(name)
        self._settle.start()
        self._context.typing.typed(self)

    def edited(self, name: str) -> None:
        """Called at each edit of a field; overridden to renew notes beside the fields."""

    @Slot()
    def _show_problems(self) -> None:
        problems = self.problems()
        if self._was_refused:
            self._show_all(problems)
            return
        self._show_under_fields(
            [one for one in problems if one.is_warning or one.field in self._touched]
        )

    def _refuse(self, problems: list[Problem]) -> None:
        self._settle.stop()
        self._was_refused = True
        self._show_all(problems)
        first = next((one.field for one in _stoppers(problems) if one.field in self._titles), "")
        self.scroll_area.show_top()
        self.go_to(first)

    def _show_all(self, problems: list[Problem]) -> None:
        if _stoppers(problems):
            self.problem_panel.show_problems(problems)
        else:
            self.problem_panel.show_problems([])
        self._show_under_fields(problems)

    def _show_under_fields(self, problems: list[Problem]) -> None:
        """What cannot be read is said by the field itself already."""
        unread = {problem.field for problem in self._unread()}
        self.fields.show_problems([one for one in problems if one.field not in unread])

    def _unread(self) -> list[Problem]:
        return [
            Problem(name, reader.problem())
            for name, reader in self._readers.items()
            if not reader.is_sound()
        ]

    def _in_order(self, problems: Iterable[Problem]) -> list[Problem]:
        places = {name: at for at, name in enumerate(self._titles)}
        plain = (plain_problem(one, self._titles) for one in problems)
        return sorted(plain, key=lambda problem: places.get(problem.field, -1))

    def _build(self, heading: Heading) -> None:
        look = current()
        self.setWindowTitle(heading.window)
        self.setAccessibleName(heading.title)
        self.problem_panel = ProblemPanel(self._titles)
        self.scroll_area = FormScroll()
        head = QVBoxLayout()
        head.setSpacing(look.px(4))
        self.title_label = make_label(heading.title, "page-title", wraps=True)
        head.addWidget(self.title_label)
        head.addWidget(make_label(heading.context, "muted", wraps=True))
        self.form.setSpacing(look.px(24))
        body = self.scroll_area.body
        body.setSpacing(look.px(16))
        body.addLayout(head)
        body.addWidget(self.problem_panel)
        body.addLayout(self.form)
        body.addStretch(1)
        is_practice = self._context.register.is_practice and self.KEPT_WORDS == KEPT
        kept_words = NOT_KEPT_IN_PRACTICE if is_practice else self.KEPT_WORDS
        self.footer = FormFooter(self.SAVE_WORDS, kept_words)
        self.set_frame(self.scroll_area, self.footer)
        self._connect()

    def _connect(self) -> None:
        self.problem_panel.field_asked.connect(self._on_field_asked)
        self.footer.save_button.clicked.connect(self.save)
        self.footer.cancel_button.clicked.connect(self.reject)
        self.footer.discard_button.clicked.connect(self._on_discarded)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.save)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._show_problems)


def _stoppers(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if not problem.is_warning]
