"""A sentence whose dates stand out."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from sgdesk.ui.widgets.labels import make_label

_LONG_DATE = re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2} \d{4}\b")


class DatedLabel(QLabel):
    """Sets dates such as "Mon 3 Oct 2022" in bold. Everything else is taken as plain text."""

    def __init__(self) -> None:
        super().__init__()
        plain = make_label("", wraps=True)
        self.setWordWrap(True)
        self.setSizePolicy(plain.sizePolicy())
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._plain = ""

    def plain_text(self) -> str:
        return self._plain

    def set_text(self, text: str) -> None:
        self._plain = text
        self.setText(_LONG_DATE.sub(r"<b>\g<0></b>", escape(text)))
        self.setAccessibleName(text)
