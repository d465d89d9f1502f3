"""Where the register lies, and whether the disk below it is encrypted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from sgdesk.config.disk_encryption import DiskEncryption, disk_encryption
from sgdesk.ui.dialogs.fact_list import Fact, FactList
from sgdesk.ui.tasks import Reading
from sgdesk.ui.widgets.buttons import make_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.clipboard import copy_text

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from sgdesk.ui.context import AppContext

_KEPT = Fact("Kept as", "Encrypted files; nothing in them is ever in clear text")
_DISK = "Disk encryption"
_ASK = "Ask whoever looks after this computer."
_ENCRYPTION = {
    DiskEncryption.ON: Fact(
        _DISK,
        "On",
        "While this computer is switched off, nothing on this disk can be read, exports included.",
    ),
    DiskEncryption.OFF: Fact(
        _DISK,
        "Off, as the system tells",
        "The register is encrypted all the same. What you exported or opened from it is not. A "
        f"disk that encrypts by itself would not show here. {_ASK}",
    ),
    DiskEncryption.UNKNOWN: Fact(_DISK, "Could not be read", _ASK),
}


class PlaceCard(Card):
    shown_now = Signal()
    """What was read is on show."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("Where the register lies")
        self._register = context.register
        self.fact_list = FactList(label_width=130)
        self.copy_link = make_link("Copy folder", "copy")
        self.copy_link.clicked.connect(self.copy_folder)
        self.body.addWidget(self.fact_list)
        self.body.addWidget(self.copy_link, 0, Qt.AlignmentFlag.AlignLeft)
        self._say(Fact(_DISK, "…"))
        self._is_read = False
        folder = context.register.folder
        self._reading = Reading(lambda: disk_encryption(folder), context, self)
        self._reading.arrived.connect(self._show)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_read:  # a disk is not encrypted between two looks
            self._is_read = True
            self._reading.start()

    @Slot()
    def copy_folder(self) -> None:
        """Put the register's folder on the clipboard and say so."""
        copy_text(str(self._register.folder))
        self.copy_link.setText("Copied")

    @Slot(object)
    def _show(self, found: DiskEncryption) -> None:
        self._say(_ENCRYPTION[found])
        self.shown_now.emit()

    def _say(self, encryption: Fact) -> None:
        folder = Fact("Folder", str(self._register.folder))
        self.fact_list.set_facts([folder, _KEPT, encryption])
