"""A form of the settings: saved on its own, its problems shown all at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.errors import Problem, RejectedError, UserError
from sgdesk.records.kept_typing import FormPlace
from sgdesk.ui.dialogs.editors import ReadsText, connect_edits
from sgdesk.ui.dialogs.form_typing import FormTyping, PutBackNote
from sgdesk.ui.dialogs.moving_dates import save_for_all_cases
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.settings_form_foot import FormFoot
from sgdesk.ui.widgets.fields import FieldRow, FieldSet
from sgdesk.ui.widgets.in_sight import bring_into_sight
from sgdesk.ui.widgets.layouts import clear
from sgdesk.ui.widgets.problem_panel import ProblemPanel
from sgdesk.ui.widgets.problem_words import plain_problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sgdesk.records.kept_typing import KeptForm
    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext

DraftT = TypeVar("DraftT")


class SettingsForm(QWidget, Generic[DraftT]):
    """Subclasses build fields into `form`, then call `start`; they implement the first four.

    Whoever shows the form puts its `foot` where it stays in sight. The form keeps what was
    typed when other windows change the register.
    """

    left = Signal()
    """After `ask`: what was typed is saved or given up."""
    saved = Signal(object)
    """The `Changes` of a save."""

    def __init__(self, context: AppContext, save_words: str = "Save") -> None:
        super().__init__()
        self._context = context
        self._start: DraftT | None = None
        self._is_filling = False
        self.fields = FieldSet()
        self._typing = FormTyping(self.fields)
        self.form = QVBoxLayout()
        self._titles: dict[str, str] = {}
        self.problem_panel = ProblemPanel(self._titles)
        self.foot = FormFoot(save_words)
        self.foot.setParent(self)  # until then: shown alone it would be a window
        self._build()

    def draft(self) -> DraftT:
        """Return the form's content. Unreadable dates count as missing."""
        raise NotImplementedError

    def fill(self) -> None:
        """Show what is held, whatever was typed."""
        raise NotImplementedError

    def check(self, draft: DraftT) -> list[Problem]:
        """Return every problem of `draft`."""
        raise NotImplementedError

    def store(self, draft: DraftT) -> Changes:
        """Save `draft`. Raises a `UserError` if it cannot be."""
        raise NotImplementedError

    def kept_way(self) -> str:
        """Return how the page of settings shows this form again, as in "Agencies:" and an id.

        "" is for a form that it cannot show again by itself.
        """
        return ""

    def edited(self, name: str) -> None:
        """Called at each edit of a field; overridden to renew what depends on it."""

    def add_field(self, name: str, title: str, editor: QWidget, *, hint: str = "") -> FieldRow:
        """Return `editor` under its title, known by the name of its field in the draft."""
        self._titles[name] = title
        row = self.fields.add(name, FieldRow(title, editor, hint=hint))
        connect_edits(editor, lambda: self._on_edited(name))
        return row

    @Slot()
    def start(self) -> None:
        """Show what is held, take it for unchanged, and say nothing about problems."""
        self._is_filling = True
        self.fill()
        self._is_filling = False
        self._start = self.draft()
        self._context.typing.ended(self)
        self._typing.begin()
        clear(self._note)
        self.problem_panel.show_problems([])
        self.fields.show_problems([])
        self.foot.show_changed(is_changed=False)

    @property
    def kept_key(self) -> str:
        return self._typing.key

    @property
    def kept_as(self) -> FormPlace | None:
        """Where the form is shown again with what was typed."""
        way = self.kept_way()
        return FormPlace("settings", way, is_new=way.endswith(":")) if way else None

    def kept_form(self, at: datetime) -> KeptForm | None:
        """Return what is typed and not saved, or None where nothing is."""
        section = self.kept_way().partition(":")[0]
        return self._typing.kept("Settings", section, at, self.kept_as)

    def show_keeping(self, problem: str) -> None:
        """Say why what is typed is not being kept; "" when it is."""
        self.foot.show_keeping(problem)

    def take_up(self, kept: KeptForm, when: str) -> None:
        """Put back what was typed before, as not yet saved; `when` is such as "at 14:31"."""
        done = self._typing.put_back(kept, self._on_edited)
        self._note.addWidget(PutBackNote(done, when))
        self.fields.focus(kept.fields[0].name)

    def reload(self) -> None:
        """Show what is held now, unless something is being typed."""
        if not self.is_changed():
            self.start()

    def is_changed(self) -> bool:
        return self.draft() != self._start or bool(self.fields.reading_problems())

    def ask(self) -> None:
        """Ask what is to become of what was typed."""
        self.foot.ask()

    @Slot()
    def save(self) -> None:
        """Save, or show everything that stands in the way."""
        for name in self._titles:
            if isinstance(editor := self.fields.row(name).editor, ReadsText):
                editor.settle()
        problems = self._problems()
        if problems:
            self._refuse(problems)
            return
        store = partial(self.store, self.draft())
        save_for_all_cases(self._context, store, self, self._on_refused, self._on_saved)

    def _on_refused(self, error: UserError) -> None:
        if isinstance(error, RejectedError):
            self._refuse(error.problems)
        else:
            self._refuse([Problem("", str(error))])

    def _on_saved(self, changes: Changes) -> None:
        was_asked = self.foot.is_asking
        self.start()
        self._context.apply(changes)
        self.foot.show_saved(changes.what)
        self.saved.emit(changes)
        if was_asked:
            self.left.emit()

    def _on_edited(self, name: str) -> None:
        self.edited(name)
        if not self._is_filling:
            self._context.typing.typed(self)
            self.foot.show_changed(is_changed=self.is_changed())

    @Slot()
    def _on_discarded(self) -> None:
        was_asked = self.foot.is_asking
        self.start()
        if was_asked:
            self.left.emit()

    def _problems(self) -> list[Problem]:
        unread = self.fields.reading_problems()
        names = {problem.field for problem in unread}
        found = [one for one in self.check(self.draft()) if one.field not in names]
        return [*unread, *found]

    def _refuse(self, problems: Iterable[Problem]) -> None:
        plain = [plain_problem(one, self._titles) for one in problems]
        self.foot.stop_asking()
        self.problem_panel.show_problems(plain)
        self.fields.show_problems(plain)
        bring_into_sight(self.problem_panel)
        for problem in plain:
            if self.fields.focus(problem.field):
                return

    @Slot(str)
    def _on_field_asked(self, name: str) -> None:
        if self.fields.focus(name):
            bring_into_sight(self.fields.row(name))

    def _build(self) -> None:
        look = current()
        self.form.setSpacing(look.px(16))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(16))
        self._note = QVBoxLayout()
        box.addLayout(self._note)
        box.addWidget(self.problem_panel)
        box.addLayout(self.form)
        self.problem_panel.field_asked.connect(self._on_field_asked)
        self.foot.save_asked.connect(self.save)
        self.foot.discard_asked.connect(self._on_discarded)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self.save)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
