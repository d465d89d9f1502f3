"""Puts parts of a form side by side where there is room, and below each other where not."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from sgdesk.ui.look.current import current


class SideBySide(QWidget):
    """Lets a form reflow on narrow windows and with large text, so nothing scrolls sideways.

    Lengths are in pixels at the designed text size. With `is_even` all parts of a line are
    as high as the highest, as cards should be.
    """

    def __init__(self, *, gap: int = 16, is_even: bool = False) -> None:
        super().__init__()
        self._layout = ReflowLayout(current().px(gap), is_even=is_even)
        self.setLayout(self._layout)

    @property
    def is_stacked(self) -> bool:
        return self._layout.is_stacked(self.width())

    def add(self, part: QWidget, *, stretch: int = 1, least: int = 150) -> None:
        """Put `part` at the right of the others; `least` is the width that it needs."""
        self._layout.add_part(part, stretch, current().px(least))


@dataclass(frozen=True, slots=True)
class _Share:
    item: QLayoutItem
    stretch: int
    least: int


class ReflowLayout(QLayout):
    """One line of widgets, or a column of them as soon as one would get less than it needs."""

    def __init__(self, gap: int, *, is_even: bool) -> None:
        super().__init__()
        self._shares: list[_Share] = []
        self._needs: list[tuple[int, int]] = []
        self._is_even = is_even
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def add_part(self, part: QWidget, stretch: int, least: int) -> None:
        """Add `part` with its share of the width and the pixels that it needs."""
        self._needs.append((stretch, least))
        self.addWidget(part)

    def is_stacked(self, width: int) -> bool:
        """Return whether the parts stand below each other in `width` pixels."""
        needed = sum(max(one.least, one.item.minimumSize().width()) for one in self._shown())
        return needed + self._gaps() > width

    def addItem(self, item: QLayoutItem) -> None:
        stretch, least = self._needs[len(self._shares)]
        self._shares.append(_Share(item, stretch, least))

    def count(self) -> int:
        return len(self._shares)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._shares[index].item if 0 <= index < len(self._shares) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._shares):
            return None
        self._needs.pop(index)
        return self._shares.pop(index).item

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), is_trial=True)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, is_trial=False)

    def sizeHint(self) -> QSize:
        sizes = [one.item.sizeHint() for one in self._shown()]
        width = sum(size.width() for size in sizes) + self._gaps()
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the widest part's need: that much is enough once the parts are stacked."""
        widths = (one.item.minimumSize().width() for one in self._shown())
        return QSize(max(widths, default=0), 0)

    def _shown(self) -> list[_Share]:
        return [one for one in self._shares if not one.item.isEmpty()]

    def _gaps(self) -> int:
        return self.spacing() * max(0, len(self._shown()) - 1)

    def _arrange(self, rect: QRect, *, is_trial: bool) -> int:
        """Place the parts unless it is a trial, and return the height that they take."""
        return (self._stack if self.is_stacked(rect.width()) else self._line_up)(
            rect, is_trial=is_trial
        )

    def _stack(self, rect: QRect, *, is_trial: bool) -> int:
        top = rect.top()
        for one in self._shown():
            height = _height(one.item, rect.width())
            if not is_trial:
                one.item.setGeometry(QRect(rect.left(), top, rect.width(), height))
            top += height + self.spacing()
        return max(0, top - rect.top() - self.spacing())

    def _line_up(self, rect: QRect, *, is_trial: bool) -> int:
        shown = self._shown()
        widths = _widths(shown, rect.width() - self._gaps())
        heights = [_height(one.item, width) for one, width in zip(shown, widths, strict=True)]
        highest = max(heights, default=0)
        left = rect.left()
        for one, width, height in zip(shown, widths, heights, strict=True):
            size = QSize(width, max(highest, rect.height()) if self._is_even else height)
            if not is_trial:
                one.item.setGeometry(QRect(QPoint(left, rect.top()), size))
            left += width + self.spacing()
        return highest


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()


def _widths(shares: list[_Share], room: int) -> list[int]:
    """Divide `room` by the stretches, but give no part less than it needs."""
    needs = [max(one.least, one.item.minimumSize().width()) for one in shares]
    fixed: set[int] = set()
    while True:
        free = [at for at in range(len(shares)) if at not in fixed]
        spare = room - sum(needs[at] for at in fixed)
        total = sum(shares[at].stretch for at in free)
        short = {at for at in free if spare * shares[at].stretch < needs[at] * total}
        if not short or short == set(free):
            break
        fixed |= short
    return [
        needs[at] if at in fixed else spare * shares[at].stretch // max(total, 1)
        for at in range(len(shares))
    ]
