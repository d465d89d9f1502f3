"""The navigation at the left of the main window: in ink, with counts, wide or as a rail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.navigation_button import NavigationButton, NavigationEntry
from sgdesk.ui.widgets.scroll_frame import ScrollFrame

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WIDE = 192
_RAIL = 72


class NavigationList(QWidget):
    """Tab reaches the page now open; up and down go to its neighbours and open them."""

    page_chosen = Signal(str)
    lock_asked = Signal()

    def __init__(self, entries: Sequence[NavigationEntry]) -> None:
        super().__init__()
        self.setAccessibleName("Navigation")
        self._look = current()
        self._partnership = ""
        self._is_rail = False
        self._buttons = {entry.key: NavigationButton(entry) for entry in entries}
        self._chosen_key = entries[0].key if entries else ""
        self._name_label = make_label("SGDesk", "navigation-name")
        self._partnership_label = make_label("", "navigation-second", wraps=True)
        lock = NavigationEntry("lock", "Lock now", "lock", "Lock", "Ctrl+L")
        self.lock_button = NavigationButton(lock)
        self.lock_button.setCheckable(False)
        self.lock_button.clicked.connect(self.lock_asked)
        self._build()
        self.set_rail(is_rail=False)
        self._refresh()

    @property
    def chosen_key(self) -> str:
        return self._chosen_key

    @property
    def is_rail(self) -> bool:
        return self._is_rail

    def button(self, key: str) -> NavigationButton:
        return self._buttons[key]

    def choose(self, key: str) -> None:
        """Open a page, as a click would; the page already open emits nothing."""
        if key != self._chosen_key:
            self._chosen_key = key
            self.page_chosen.emit(key)
        self._refresh()
        self._show_chosen()

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show at each page named in `counts` how many wait there."""
        for key, count in counts.items():
            self._buttons[key].set_count(count)

    def set_partnership(self, name: str) -> None:
        self._partnership = name
        self._partnership_label.setText(name)

    def set_rail(self, *, is_rail: bool) -> None:
        """Be 72 pixels wide with a word under each icon, or 192 with counts."""
        self._is_rail = is_rail
        self.setFixedWidth(current().px(_RAIL if is_rail else _WIDE))
        self._name_label.setText("SG" if is_rail else "SGDesk")
        side = Qt.AlignmentFlag.AlignHCenter if is_rail else Qt.AlignmentFlag.AlignLeft
        self._name_label.setAlignment(side)
        self._partnership_label.setVisible(not is_rail)
        self._fit_height()
        self._scroll.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if is_rail
            else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        look = current()
        inset = look.px(4 if is_rail else 8)
        self._list_layout.setContentsMargins(inset, 0, inset, 0)
        self._foot_layout.setContentsMargins(inset, 0, inset, look.px(6))
        self._head_layout.setContentsMargins(
            inset if is_rail else look.px(24), look.px(20), inset, look.px(16)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._look != current():
            self._look = current()
            self.set_rail(is_rail=self._is_rail)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)  # its fillRect makes PySide load 180 names of gradients
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current().color("navigation"))
        painter.drawRect(self.rect())

    @Slot(int)
    def _on_step_asked(self, step: int) -> None:
        keys = list(self._buttons)
        place = max(0, min(len(keys) - 1, keys.index(self._chosen_key) + step))
        self.choose(keys[place])
        self._buttons[keys[place]].setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(self._buttons[keys[place]])

    def _fit_height(self) -> None:
        """In a low rail the words go, so that no page is out of sight."""
        buttons = (*self._buttons.values(), self.lock_button)
        head = self._head_layout.sizeHint().height()
        is_low = head + current().px(52 * len(buttons) + 8) > self.height()
        for button in buttons:
            button.set_rail(is_rail=self._is_rail, is_low=is_low)
        QTimer.singleShot(0, self, self._show_chosen)  # the list is laid out by then

    @Slot()
    def _show_chosen(self) -> None:
        if self._chosen_key in self._buttons:
            self._scroll.ensureWidgetVisible(self._buttons[self._chosen_key], 0, 0)

    def _refresh(self) -> None:
        for key, button in self._buttons.items():
            is_chosen = key == self._chosen_key
            button.setChecked(is_chosen)
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus
            )

    def _build(self) -> None:
        look = current()
        self._head_layout = QVBoxLayout()
        self._head_layout.setSpacing(look.px(4))
        self._head_layout.addWidget(self._name_label)
        self._head_layout.addWidget(self._partnership_label)
        pages = QWidget()
        pages.setProperty("role", "plain")
        self._list_layout = QVBoxLayout(pages)
        self._list_layout.setSpacing(0)
        for button in self._buttons.values():
            button.clicked.connect(lambda _=False, key=button.entry.key: self.choose(key))
            button.step_asked.connect(self._on_step_asked)
            self._list_layout.addWidget(button)
        self._list_layout.addStretch(1)
        self._scroll = ScrollFrame(pages)
        self._foot_layout = QVBoxLayout()
        self._foot_layout.addWidget(self.lock_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head_layout)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(self._foot_layout)
