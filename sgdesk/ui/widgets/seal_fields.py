"""Two lines for the password of a PDF, side by side, and a button that suggests one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from sgdesk.services.sealing import password_problems, suggest_password
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.new_secret import NewSecret

if TYPE_CHECKING:
    from sgdesk.errors import Problem

_TITLE = "Password"
_TELL = (
    "SGDesk keeps it nowhere: write it down until the file is with its reader. Tell it by another "
    "way than the file goes, such as on the telephone."
)


class SealFields(NewSecret):
    """Other programs ask for the password, so it is the same to the letter or not at all."""

    def __init__(self) -> None:
        super().__init__(_TITLE, "password")

    def password(self) -> str:
        return self.first_edit.text()

    def missing(self) -> str:
        problem = super().missing()
        return f"{_TITLE}: {problem[:1].lower()}{problem[1:]}" if problem else ""

    def _problems(self, typed: str) -> list[Problem]:
        return password_problems(typed)

    def _suggestion(self) -> str:
        return suggest_password()

    def _is_same(self, first: str, second: str) -> bool:
        return first == second

    def _lay_out(self) -> None:
        look = current()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(8))
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.first_row, 0, 0, top)
        grid.addWidget(self.second_row, 0, 1, top)
        below = QHBoxLayout()
        below.setSpacing(look.px(12))
        below.addWidget(self.suggest_button, 0, top)
        below.addWidget(make_label(_TELL, "second", wraps=True), 1)
        grid.addLayout(below, 1, 0, 1, 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
