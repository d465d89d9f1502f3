"""About the program: its version, a check of the installation, the licences of its parts."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sgdesk import __version__
from sgdesk.config.program import licence_texts
from sgdesk.config.resources import resource
from sgdesk.ui.dialogs.check_card import CheckCard
from sgdesk.ui.dialogs.fact_list import Fact, FactList
from sgdesk.ui.dialogs.form_frame import Footer, FormScroll
from sgdesk.ui.dialogs.framed_dialog import FramedDialog
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button, make_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.config.program import LicenceText

_ICON = 64
_TEXT_LINES = 8
_WHAT = (
    "Records serious incidents, runs the clock on their deadlines and explains every date, and "
    "makes briefings and slides from the record. It uses no network."
)
_UPDATE = (
    "Ask whoever looks after this computer for a newer version, and install it over this one. The "
    "register stays where it is and is backed up before anything in it changes."
)
_FROM_SOURCE = "The licence texts of all parts lie beside the installed program."


class AboutDialog(FramedDialog):
    DESIGNED_WIDTH = 680

    help_asked = Signal(str)
    """Show this topic of the help."""

    def __init__(
        self, parent: QWidget | None = None, texts: Sequence[LicenceText] | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = licence_texts() if texts is None else list(texts)
        self._build()
        self._show_text(0)

    def needed_height(self, width: int) -> int:
        return self.scroll_area.height_for(width) + self.footer.sizeHint().height()

    def reject(self) -> None:
        """Close; a check that runs is ended."""
        self.check_card.stop()
        super().reject()

    @Slot()
    def _on_more_asked(self) -> None:
        self.reject()
        self.help_asked.emit("about")

    @Slot(int)
    def _show_text(self, at: int) -> None:
        if 0 <= at < len(self._texts):
            path = self._texts[at].path
            self.text_edit.setPlainText(path.read_text("utf-8", errors="replace"))

    def _build(self) -> None:
        look = current()
        self.setWindowTitle("About SGDesk")
        self.scroll_area = FormScroll()
        body = self.scroll_area.body
        body.setSpacing(look.px(16))
        body.addLayout(self._head())
        self.check_card = CheckCard()
        body.addWidget(self.check_card)
        update = Card("Bringing it up to date")
        update.body.addWidget(make_label(_UPDATE, wraps=True))
        body.addWidget(update)
        body.addWidget(self._licences())
        body.addStretch(1)
        close = make_button("Close", kind="primary")
        close.clicked.connect(self.reject)
        self.more_link = make_link("More about SGDesk", "info")
        self.more_link.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.more_link.clicked.connect(self._on_more_asked)
        self.footer = Footer(self.more_link, close)
        self.set_frame(self.scroll_area, self.footer)

    def _head(self) -> QHBoxLayout:
        look = current()
        picture = QLabel()
        size = look.px(_ICON)
        drawing = QIcon(str(resource("program", "sgdesk.svg")))
        picture.setPixmap(drawing.pixmap(QSize(size, size), self.devicePixelRatioF()))
        picture.setFixedSize(size, size)
        words = QVBoxLayout()
        words.setSpacing(look.px(4))
        words.addWidget(make_label(f"SGDesk {__version__}", "page-title"))
        words.addWidget(make_label(_WHAT, "second", wraps=True))
        facts = FactList(label_width=90)
        made_of = f"Python {platform.python_version()}, Qt {PySide6.__version__}"
        facts.set_facts([Fact("Made with", made_of), Fact("Licence", "MIT")])
        words.addSpacing(look.px(4))
        words.addWidget(facts)
        head = QHBoxLayout()
        head.setSpacing(look.px(20))
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        return head

    def _licences(self) -> Card:
        card = Card("Licences of its parts")
        self.part_box = QComboBox()
        self.part_box.setAccessibleName("Part")
        self.part_box.addItems([text.title for text in self._texts])
        self.part_box.currentIndexChanged.connect(self._show_text)
        self.text_edit = QPlainTextEdit()
        self.text_edit.setReadOnly(True)
        self.text_edit.setTabChangesFocus(True)
        self.text_edit.setAccessibleName("Licence text")
        self.text_edit.setFixedHeight(self.fontMetrics().lineSpacing() * _TEXT_LINES)
        for widget in (self.part_box, self.text_edit):
            widget.setVisible(False)
            card.body.addWidget(widget)
            widget.setVisible(bool(self._texts))
        none = make_label("" if self._texts else _FROM_SOURCE, wraps=True)
        card.body.addWidget(none)
        none.setVisible(not self._texts)
        return card
