"""Agencies to tick, with a search; those that were asked already cannot be ticked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_link
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from uuid import UUID

    from sgdesk.records.settings import AgencyRow

_LEAST = 280


class AgencyTicks(QWidget):
    """Holds the keys of the ticked agencies in the order of their names."""

    value_changed = Signal(object)

    def __init__(self, agencies: Iterable[AgencyRow]) -> None:
        super().__init__()
        self._haystacks: dict[UUID, str] = {}
        self._names: dict[UUID, str] = {}
        self.boxes: dict[UUID, QCheckBox] = {}
        for row in agencies:
            draft = row.draft
            former = " ".join(one.draft.name for one in row.former_names)
            words = f"{draft.name} {draft.kind} {former}"
            self._haystacks[row.agency_id] = words.casefold()
            self._names[row.agency_id] = draft.name
            box = QCheckBox(draft.name)
            box.setToolTip(draft.kind)
            box.toggled.connect(self._on_toggled)
            self.boxes[row.agency_id] = box
        self.search_field = SearchField("Search the agencies")
        self.all_button = make_link("Tick all shown")
        self.none_button = make_link("Untick all")
        self.count_label = make_label("", "second")
        self.nothing_label = make_label("No agency holds these words.", "muted")
        self._build()
        self._connect()
        self._show_count()

    def value(self) -> tuple[UUID, ...]:
        """Return the keys of the ticked agencies."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def typed(self) -> str:
        """Return the ticks as `take_typed` takes them."""
        return " ".join(map(str, self.value()))

    def take_typed(self, typed: str) -> bool:
        """Tick those that were ticked; False if one of them cannot be ticked any more."""
        wanted = set(typed.split())
        for key, box in self.boxes.items():
            box.setChecked(str(key) in wanted and box.isEnabled())
        return set(self.typed().split()) == wanted

    def typed_words(self) -> str:
        """Return the names of the ticked agencies, one on each line."""
        return "\n".join(self._names[key] for key in self.value())

    def set_asked(self, asked: Collection[UUID]) -> None:
        """Mark those in `asked`: they are unticked and cannot be ticked."""
        for key, box in self.boxes.items():
            is_asked = key in asked
            with QSignalBlocker(box):
                box.setText(f"{self._names[key]} (asked already)" if is_asked else self._names[key])
                box.setChecked(box.isChecked() and not is_asked)
            box.setEnabled(not is_asked)
        self._on_toggled()

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        words = text.casefold().split()
        for key, box in self.boxes.items():
            box.setVisible(all(word in self._haystacks[key] for word in words))
        self.nothing_label.setVisible(not any(self._are_shown()))

    @Slot()
    def _on_all_clicked(self) -> None:
        self._tick([box for box, is_shown in self._shown_boxes() if is_shown], is_on=True)

    @Slot()
    def _on_none_clicked(self) -> None:
        self._tick(self.boxes.values(), is_on=False)

    @Slot()
    def _on_toggled(self) -> None:
        self._show_count()
        self.value_changed.emit(self.value())

    def _tick(self, boxes: Iterable[QCheckBox], *, is_on: bool) -> None:
        for box in boxes:
            if box.isEnabled():
                with QSignalBlocker(box):
                    box.setChecked(is_on)
        self._on_toggled()

    def _shown_boxes(self) -> list[tuple[QCheckBox, bool]]:
        return [(box, not box.isHidden()) for box in self.boxes.values()]

    def _are_shown(self) -> Iterable[bool]:
        return (is_shown for _, is_shown in self._shown_boxes())

    def _show_count(self) -> None:
        count = len(self.value())
        self.count_label.setText(f"{count} ticked" if count else "None ticked")

    def _connect(self) -> None:
        self.search_field.searched.connect(self._on_searched)
        self.all_button.clicked.connect(self._on_all_clicked)
        self.none_button.clicked.connect(self._on_none_clicked)

    def _build(self) -> None:
        look = current()
        self.setFocusProxy(self.search_field)
        tools = QHBoxLayout()
        tools.setSpacing(look.px(12))
        tools.addWidget(self.search_field, 1)
        tools.addWidget(self.count_label)
        tools.addWidget(self.all_button)
        tools.addWidget(self.none_button)
        frame = QFrame()
        frame.setProperty("role", "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(8))
        inside.addWidget(self._columns())
        inside.addWidget(self.nothing_label)
        self.nothing_label.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.px(8))
        lines.addLayout(tools)
        lines.addWidget(frame)

    def _columns(self) -> QWidget:
        """Return the boxes in two columns, one below the other where it is narrow."""
        columns = SideBySide()
        boxes = list(self.boxes.values())
        half = (len(boxes) + 1) // 2
        for part in (boxes[:half], boxes[half:]):
            column = QWidget()
            lines = QVBoxLayout(column)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(current().px(4))
            lines.setAlignment(Qt.AlignmentFlag.AlignTop)
            for box in part:
                lines.addWidget(box)
            columns.add(column, least=_LEAST)
        return columns
