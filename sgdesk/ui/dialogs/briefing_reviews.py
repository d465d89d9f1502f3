"""The reviews that a briefing speaks of: search one, add it, take it out."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.tasks import Reading
from sgdesk.ui.widgets.buttons import make_tool
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear
from sgdesk.ui.widgets.messages import MessageLine

if TYPE_CHECKING:
    from sgdesk.records.cases import CaseRow
    from sgdesk.ui.context import AppContext

_ID = Qt.ItemDataRole.UserRole
_NONE = "None: this is a briefing on a theme."


class ReviewPicker(QWidget):
    """Keeps the order in which reviews were added: the first gives the page its type."""

    value_changed = Signal(object)
    listed = Signal()
    """The cases to choose from are read."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._case_ids: tuple[UUID, ...] = ()
        self._names: dict[UUID, str] = {}
        self._model = QStandardItemModel(self)
        self.search_edit = QLineEdit()
        self.message = MessageLine()
        self._chosen = QVBoxLayout()
        self._build()
        self._cases = Reading(lambda: _list_cases(context), context, self)
        self._cases.arrived.connect(self._on_cases_arrived)
        self._cases.failed.connect(context.report)
        self._cases.start()

    def case_ids(self) -> tuple[UUID, ...]:
        return self._case_ids

    def set_case_ids(self, case_ids: tuple[UUID, ...]) -> None:
        """Show these reviews, without emitting `value_changed`."""
        self._case_ids = case_ids
        self._show()

    def typed(self) -> str:
        """Return the reviews as `take_typed` takes them."""
        return " ".join(map(str, self._case_ids))

    def take_typed(self, typed: str) -> bool:
        """Show the reviews that were chosen."""
        self._take(tuple(UUID(one) for one in typed.split()))
        return True

    def typed_words(self) -> str:
        """Return the names of the reviews, one on each line."""
        return "\n".join(self._names.get(one, str(one)) for one in self._case_ids)

    def add(self, case_id: UUID) -> None:
        """Add a review, unless it is there."""
        if case_id not in self._case_ids:
            self._take((*self._case_ids, case_id))

    def remove(self, case_id: UUID) -> None:
        """Take a review out."""
        self._take(tuple(one for one in self._case_ids if one != case_id))
        self.search_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, case_ids: tuple[UUID, ...]) -> None:
        self.set_case_ids(case_ids)
        self.value_changed.emit(case_ids)

    @Slot(object)
    def _on_cases_arrived(self, rows: tuple[CaseRow, ...]) -> None:
        self._names = {row.case_id: _name(row) for row in rows}
        self._model.clear()
        for case_id, name in self._names.items():
            item = QStandardItem(name)
            item.setData(case_id, _ID)
            self._model.appendRow(item)
        self._show()
        self.listed.emit()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.add(index.data(_ID))
        # The completer writes its choice into the line after this signal.
        QTimer.singleShot(0, self, self.search_edit.clear)

    @Slot()
    def _on_entered(self) -> None:
        """Add the one case that holds all that was typed, or say why none was added."""
        typed = self.search_edit.text().casefold().split()
        found = [
            case_id
            for case_id, name in self._names.items()
            if typed and all(word in name.casefold() for word in typed)
        ]
        if len(found) == 1:
            self.add(found[0])
            self.search_edit.clear()
        elif typed:
            words = "No case holds" if not found else f"{len(found)} cases hold"
            self.message.show_question(f"{words} these words; choose one from the list.")

    def _show(self) -> None:
        clear(self._chosen)
        for case_id in self._case_ids:
            self._chosen.addWidget(self._line(case_id))
        if not self._case_ids:
            self._chosen.addWidget(make_label(_NONE, "second", wraps=True))

    def _line(self, case_id: UUID) -> QWidget:
        name = self._names.get(case_id, "Being read…")
        remove_button = make_tool("x", f"Take out {name}")
        remove_button.clicked.connect(lambda: self.remove(case_id))
        line = QWidget()
        box = QHBoxLayout(line)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(make_label(name, wraps=True), 1)
        box.addWidget(remove_button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _build(self) -> None:
        self.search_edit.setPlaceholderText("Add a review: reference or word of its title")
        self.setFocusProxy(self.search_edit)
        completer = QCompleter(self._model, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]
        self.search_edit.setCompleter(completer)
        self.search_edit.returnPressed.connect(self._on_entered)
        self.search_edit.textChanged.connect(lambda _text: self.message.show_hint(""))
        self._chosen.setSpacing(current().px(2))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(current().px(4))
        box.addLayout(self._chosen)
        box.addWidget(self.search_edit)
        box.addWidget(self.message)


def _name(row: CaseRow) -> str:
    return row.reference if row.title == row.reference else f"{row.reference} · {row.title}"


def _list_cases(context: AppContext) -> tuple[CaseRow, ...]:
    from sgdesk.services.case_list import list_cases  # noqa: PLC0415 - off the window's thread

    return list_cases(context.register, today=context.today())
