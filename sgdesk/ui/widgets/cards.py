"""Cards: a titled surface with an optional link at its right."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_link
from sgdesk.ui.widgets.labels import make_label


class Card(QFrame):
    """Fill `body`. `note` stands muted beside the title; the link is `link_button`.

    With `is_bare` the body reaches both sides of the card, as a table should.
    """

    def __init__(
        self,
        title: str = "",
        *,
        note: str = "",
        link: str = "",
        link_icon: str = "",
        is_bare: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.title_label = make_label(title, "card-title")
        self.note_label = make_label(note, "second")
        self.link_button = make_link(link, link_icon)
        self.body = QVBoxLayout()
        self._build(has_head=bool(title or link), is_bare=is_bare)
        self.link_button.setVisible(bool(link))
        self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        self.title_label.setText(title)
        self.setAccessibleName(title)

    def set_note(self, note: str) -> None:
        """Show `note` beside the title, such as "7 of 9 in"."""
        self.note_label.setText(note)

    def add_to_head(self, widget: QWidget) -> None:
        """Put `widget` at the right of the title, before the link."""
        self._head_line.insertWidget(self._head_line.count() - 1, widget)

    def _build(self, *, has_head: bool, is_bare: bool) -> None:
        look = current()
        side, top = look.px(16), look.px(12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._head = QFrame()
        self._head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        head = self._head_line = QHBoxLayout(self._head)
        head.setContentsMargins(side, top, side, 0)
        head.setSpacing(look.px(8))
        head.addWidget(self.title_label)
        head.addWidget(self.note_label, 1)
        head.addWidget(self.link_button)
        outer.addWidget(self._head)
        self._head.setVisible(has_head)
        self.body.setSpacing(look.px(8))
        above = look.px(8) if has_head else top
        if is_bare:
            self.body.setContentsMargins(1, above if has_head else look.px(4), 1, look.px(6))
        else:
            self.body.setContentsMargins(side, above, side, look.px(14))
        outer.addLayout(self.body, 1)
