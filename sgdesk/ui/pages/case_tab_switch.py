"""The tabs of a case: a row where they fit, a list at the left where they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from sgdesk.ui.look.current import current
from sgdesk.ui.look.fonts import Size, Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class TabSwitch(QWidget):
    """Ctrl+Tab goes to the next tab, Ctrl+Shift+Tab to the one before.

    What stands beside every tab goes into `splitter`, after the stack of the tabs.
    """

    tab_shown = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._keys: list[str] = []
        self.tab_bar = QTabBar()
        self.tab_list = QListWidget()
        self.stack = QStackedWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._build()

    @property
    def key(self) -> str:
        """Return the key of the tab on show."""
        return self._keys[self.stack.currentIndex()]

    def keys(self) -> list[str]:
        """Return the key of every tab in its order."""
        return list(self._keys)

    @property
    def is_list(self) -> bool:
        return not self.tab_list.isHidden()

    def add_tab(self, key: str, title: str, content: QWidget) -> None:
        """Put a tab after the others; the first one added is shown."""
        self._keys.append(key)
        self.stack.addWidget(content)
        with QSignalBlocker(self.tab_bar), QSignalBlocker(self.tab_list):
            self.tab_bar.addTab(title)
            self.tab_list.addItem(title)
            self.tab_list.setCurrentRow(self.stack.currentIndex())

    def set_title(self, key: str, title: str) -> None:
        """Show another title, such as one with a count."""
        place = self._keys.index(key)
        if self.tab_bar.tabText(place) == title:
            return
        self.tab_bar.setTabText(place, title)
        self.tab_list.item(place).setText(title)
        self._reflow()

    def set_shown(self, key: str, *, is_shown: bool) -> None:
        """Show or hide a tab; hiding the one on show goes to the first."""
        place = self._keys.index(key)
        if self.tab_bar.isTabVisible(place) == is_shown:
            return
        if not is_shown and self.key == key:
            self.show_tab(self._keys[0])
        self.tab_bar.setTabVisible(place, is_shown)
        self.tab_list.item(place).setHidden(not is_shown)
        self._reflow()

    def show_tab(self, key: str) -> None:
        """Show the tab `key`."""
        self._show_place(self._keys.index(key))

    def sizeHint(self) -> QSize:
        """Ask for no more than the least: every tab scrolls, and the page gives what is left."""
        return self.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    @Slot(int)
    def _show_place(self, place: int) -> None:
        if place < 0 or place == self.stack.currentIndex():
            return
        with QSignalBlocker(self.tab_bar), QSignalBlocker(self.tab_list):
            self.tab_bar.setCurrentIndex(place)
            self.tab_list.setCurrentRow(place)
        self.tab_list.scrollToItem(self.tab_list.item(place))
        self.stack.setCurrentIndex(place)
        self.tab_shown.emit(self.key)

    def _step(self, step: int) -> None:
        count = len(self._keys)
        place = self.stack.currentIndex()
        for _ in range(count):
            place = (place + step) % count
            if self.tab_bar.isTabVisible(place):
                break
        self._show_place(place)

    def _reflow(self) -> None:
        is_list = self.tab_bar.sizeHint().width() > self.width()
        if is_list != self.is_list:
            self.tab_list.setVisible(is_list)
            self.tab_bar.setVisible(not is_list)
            self.tab_list.setFixedWidth(self._list_width())
        elif is_list:
            self.tab_list.setFixedWidth(self._list_width())

    def _list_width(self) -> int:
        look = current()
        metrics = QFontMetrics(look.font(Size.BODY, Weight.SEMIBOLD))
        titles = (self.tab_bar.tabText(place) for place in range(len(self._keys)))
        return max(metrics.horizontalAdvance(title) for title in titles) + look.px(36)

    def _build(self) -> None:
        look = current()
        self.tab_bar.setExpanding(False)
        self.tab_bar.setDrawBase(False)
        self.tab_bar.setUsesScrollButtons(False)
        self.tab_bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.tab_bar.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.tab_bar.setAccessibleName("Parts of the case")
        self.tab_list.setAccessibleName("Parts of the case")
        self.tab_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tab_list.hide()
        self.stack.setMinimumSize(look.px(280), look.px(140))
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(look.px(16))
        self.splitter.addWidget(self.stack)
        self.splitter.setStretchFactor(0, 1)
        below = QHBoxLayout()
        below.setSpacing(look.px(16))
        below.addWidget(self.tab_list)
        below.addWidget(self.splitter, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.px(12))
        lines.addWidget(self.tab_bar)
        lines.addLayout(below, 1)
        self.tab_bar.currentChanged.connect(self._show_place)
        self.tab_list.currentRowChanged.connect(self._show_place)
        QShortcut(QKeySequence("Ctrl+Tab"), self, lambda: self._step(1))
        QShortcut(QKeySequence("Ctrl+Shift+Tab"), self, lambda: self._step(-1))
