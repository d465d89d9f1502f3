"""Hints for plainer writing beside the page: read, gone to, or let pass. They stop nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.ui.dialogs.form_frame import FormScroll
from sgdesk.ui.look.current import current
from sgdesk.ui.look.stylesheet import restyle
from sgdesk.ui.widgets.buttons import make_link, make_tool, set_icon
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sgdesk.domain.plain_english import Hint

NEXT_KEYS, BACK_KEYS = "F8", "Shift+F8"
_ROOMY = 720
"""A pane so high, in pixels at the designed text size, has room for a list above its page."""
_LIST = 132


def hints_in_words(count: int) -> str:
    """Return "1 hint" or "3 hints"."""
    return "1 hint" if count == 1 else f"{count} hints"


class HintPanel(QFrame):
    """`titles` are what the form calls its fields. What is let pass stays away from then on."""

    hint_asked = Signal(object)
    changed = Signal()

    def __init__(self, titles: Mapping[str, str]) -> None:
        super().__init__()
        self._titles = titles
        self._all: tuple[Hint, ...] = ()
        self._passed: set[str] = set()
        self._last = ""
        self._is_open: bool | None = None
        self._is_roomy = False
        self.hints: tuple[Hint, ...] = ()
        """Those on show, in reading order."""
        self.rows: list[HintRow] = []
        self._build()
        self._refresh()

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Show other hints, without those that were let pass."""
        self._all = tuple(hints)
        shown = tuple(hint for hint in self._all if hint.key not in self._passed)
        is_other = [(one.key, one.sentence, one.passage) for one in shown] != [
            (one.key, one.sentence, one.passage) for one in self.hints
        ]
        self.hints = shown
        if is_other:
            self._refresh()

    def let_pass(self, hint: Hint) -> None:
        """Show `hint`, and the same words elsewhere, no more while the form is open."""
        self._passed.add(hint.key)
        self.show_hints(self._all)

    def step(self, way: int) -> None:
        """Ask for the hint after the last one for 1, before it for -1; the ends meet."""
        if not self.hints:
            return
        keys = [hint.key for hint in self.hints]
        if self._last in keys:
            place = (keys.index(self._last) + way) % len(keys)
        else:
            place = 0 if way > 0 else len(keys) - 1
        self._go_to(self.hints[place])

    def set_room(self, height: int) -> None:
        """Show the list in a pane `height` pixels high, or its number alone, unless one chose."""
        self._is_roomy = height >= current().px(_ROOMY)
        self._show_list()

    @Slot()
    def _on_toggled(self) -> None:
        self._is_open = not self._is_shown()
        self._show_list()

    def _go_to(self, hint: Hint) -> None:
        self._last = hint.key
        self._mark_last()
        self.hint_asked.emit(hint)

    def _mark_last(self) -> None:
        for row in self.rows:
            row.set_chosen(is_chosen=row.hint.key == self._last)
            if row.hint.key == self._last:
                self._list.ensureWidgetVisible(row)

    def _is_shown(self) -> bool:
        is_open = self._is_roomy if self._is_open is None else self._is_open
        return is_open and bool(self.hints)

    def _refresh(self) -> None:
        clear(self._list.body)
        self.rows = []
        for hint in self.hints:
            row = HintRow(hint, self._where(hint))
            row.go_button.clicked.connect(lambda _on=False, hint=hint: self._go_to(hint))
            row.pass_button.clicked.connect(lambda _on=False, hint=hint: self.let_pass(hint))
            self._list.body.addWidget(row)
            self.rows.append(row)
        self._list.body.addStretch(1)
        count = len(self.hints)
        self.count_label.setText(hints_in_words(count) if count else "No hints")
        role = "info" if count else "circle-check"
        self._icon.set_icon(role, "accent" if count else "met")
        self.next_button.setVisible(bool(count))
        self.toggle_button.setVisible(bool(count))
        self._mark_last()
        self._show_list()
        self.changed.emit()

    def _where(self, hint: Hint) -> str:
        title = self._titles.get(hint.passage.field, "")
        is_item = hint.passage.field not in {"title", "subtitle", "background"}
        return f"{title} {hint.passage.item + 1}" if is_item else title

    def _show_list(self) -> None:
        is_shown = self._is_shown()
        self._list.setVisible(is_shown)
        if is_shown:
            needed = self._list.height_for(self._list.viewport().width())
            self._list.setFixedHeight(min(needed, current().px(_LIST)))
        self.toggle_button.setText("Hide" if is_shown else "Show all")
        set_icon(self.toggle_button, "chevron-up" if is_shown else "chevron-down")

    def _build(self) -> None:
        look = current()
        self.setProperty("role", "card")
        self.setAccessibleName("Hints for plainer writing")
        self._icon = IconLabel("info", "accent")
        self.count_label = make_label("", "strong")
        self.next_button = make_link(f"Next ({NEXT_KEYS})", "chevron-right")
        self.next_button.setToolTip(f"{BACK_KEYS} goes back")
        self.next_button.setAccessibleName("Next hint")
        self.next_button.clicked.connect(lambda: self.step(1))
        self.toggle_button = make_link("Show all", "chevron-down")
        self.toggle_button.clicked.connect(self._on_toggled)
        head = QHBoxLayout()
        head.setContentsMargins(look.px(12), look.px(4), look.px(8), look.px(4))
        head.setSpacing(look.px(8))
        head.addWidget(self._icon)
        head.addWidget(self.count_label, 1)
        head.addWidget(self.next_button)
        head.addWidget(self.toggle_button)
        self._list = FormScroll()
        self._list.body.setContentsMargins(0, 0, 0, look.px(4))
        self._list.body.setSpacing(0)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self._list)


class HintRow(QWidget):
    """One hint: where it is, what to write instead, and the ways to go there or let it pass."""

    def __init__(self, hint: Hint, where: str) -> None:
        super().__init__()
        look = current()
        self.hint = hint
        self.words_label = make_label(f"{where}: {hint.sentence}", wraps=True)
        self.go_button = make_link("Go there")
        self.go_button.setAccessibleName(f"Go to {where}: {hint.sentence}")
        self.pass_button = make_tool("x", "Let this pass")
        self.pass_button.setAccessibleName(f"Let this pass: {hint.sentence}")
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(12), 0, look.px(8), look.px(4))
        line.setSpacing(look.px(8))
        self.words_label.setContentsMargins(0, look.px(4), 0, 0)  # as high as the link's words
        line.addWidget(self.words_label, 1)
        line.addWidget(self.go_button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.pass_button, 0, Qt.AlignmentFlag.AlignTop)

    def set_chosen(self, *, is_chosen: bool) -> None:
        """Mark the hint that was last gone to."""
        restyle(self.words_label, role="strong" if is_chosen else "")
