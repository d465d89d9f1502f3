"""The unsaved typing of one form: what was changed since it was opened, and putting that back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from sgdesk.records.kept_typing import KeptForm, TypedField
from sgdesk.ui.dialogs.typed_texts import put_back, typed_in, words_in
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sgdesk.records.kept_typing import FormPlace
    from sgdesk.ui.widgets.fields import FieldSet


@dataclass(frozen=True, slots=True)
class PutBack:
    """What came of putting the typing of a form back, by the titles of its fields."""

    changed: tuple[str, ...] = ()
    """The record says something else there than when the form was opened."""
    left: tuple[TypedField, ...] = ()
    """The form cannot take this any more."""

    @property
    def is_plain(self) -> bool:
        return not (self.changed or self.left)

    def sentence(self, when: str) -> str:
        """Say what the form shows now; `when` is such as "at 14:31"."""
        said = [f"This is what you were typing {when}. It is not saved yet."]
        if self.changed:
            said.append(
                f"Since then the record was changed in: {', '.join(self.changed)}. "
                "What you typed stands there now; compare before you save."
            )
        said += [
            f"“{one.title}” cannot be put back; you had: {' '.join(one.words.split())}."
            for one in self.left
        ]
        return " ".join(said)


class FormTyping:
    """Watches the editors in `fields`. `key` names this opening of the form."""

    def __init__(self, fields: FieldSet) -> None:
        self.key = uuid4().hex
        self._fields = fields
        self._before: dict[str, str] = {}

    def begin(self) -> None:
        """Take what the editors hold now for unchanged."""
        self._before = {
            name: typed_in(self._fields.row(name).editor) for name in self._fields.titles
        }

    def changed(self) -> tuple[TypedField, ...]:
        """Return every field that holds something else than at `begin`."""
        found = []
        for name, title in self._fields.titles.items():
            editor, before = self._fields.row(name).editor, self._before.get(name, "")
            typed = typed_in(editor)
            if typed != before:
                found.append(TypedField(name, title, before, typed, words_in(editor)))
        return tuple(found)

    def kept(
        self, title: str, about: str, at: datetime, place: FormPlace | None
    ) -> KeptForm | None:
        """Return what is to be kept, or None while nothing is changed."""
        fields = self.changed()
        return KeptForm(self.key, title, about, at, place, fields) if fields else None

    def put_back(self, kept: KeptForm, edited: Callable[[str], object]) -> PutBack:
        """Let the editors hold what was typed; fields that were not changed stay as they are.

        `edited` is told the name of each field that was put back.
        """
        left = [one for one in kept.fields if not self._put(one)]
        for one in kept.fields:
            if one.name in self._fields.titles:
                edited(one.name)
        for one in kept.fields:  # a field may have moved another after it was put back
            if one not in left and typed_in(self._fields.row(one.name).editor) != one.typed:
                self._put(one)
        is_new = kept.place is not None and kept.place.is_new
        changed = (
            one.title
            for one in kept.fields
            if not is_new and self._before.get(one.name, one.before) not in (one.before, one.typed)
        )
        return PutBack(tuple(changed), tuple(left))

    def _put(self, one: TypedField) -> bool:
        if one.name not in self._fields.titles:
            return False
        return put_back(self._fields.row(one.name).editor, one.typed)


class PutBackNote(QFrame):
    """Says over a form that it shows what was kept, and what else changed meanwhile."""

    def __init__(self, done: PutBack, when: str) -> None:
        super().__init__()
        look = current()
        self.setProperty("role", "tint" if done.is_plain else "warnings")
        self.sentence_label = make_label(done.sentence(when), "strong", wraps=True)
        self.setAccessibleName(self.sentence_label.text())
        icon = ("undo-2", "ink") if done.is_plain else ("triangle-alert", "due_today")
        box = QHBoxLayout(self)
        box.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(8))
        box.setSpacing(look.px(8))
        box.addWidget(IconLabel(*icon), 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(self.sentence_label, 1)
