"""What protects the register's records and what does not, in plain words."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.labels import make_label, make_rule


class Threat(NamedTuple):
    title: str
    helps: str
    end: str = ""
    """Where that ends."""


_THREATS = (
    Threat(
        "Somebody has a copy of the files: a stick, a mail, a backup, a disk thrown away",
        "Register and backups are encrypted. The passphrase can be guessed at, but each guess "
        "costs time and memory, and five random words leave too many.",
        "A passphrase that is short or known to others protects nothing.",
    ),
    Threat(
        "The computer is stolen while it is off",
        "The same. The encryption of the disk protects everything else on it.",
    ),
    Threat(
        "It is left open, or stolen while it sleeps",
        "Locking: after a time without use, at sleep, with Ctrl+L. The program that held the "
        "records is gone then.",
        "Before it locks, whoever sits there sees what you see. Disk encryption does not help.",
    ),
    Threat(
        "A program spies on this computer, or somebody who administers it does",
        "Nothing in SGDesk. Whoever looks after the computer keeps it clean and up to date.",
        "What you can read, such a program can read with you: encryption and locking do not help.",
    ),
    Threat(
        "A document is lost, or goes to the wrong person",
        "Initials instead of names, the identity check before a pack, a password on PDFs, and "
        "the list of every file that was made.",
        "A document outside the register is no longer encrypted with it.",
    ),
    Threat(
        "Somebody changes what was recorded",
        "The history keeps each change and cannot be edited from within. Its seal shows later "
        "whether entries were altered or cut off.",
        "Whoever has the passphrase and the skill can make a new history. Only a seal noted "
        "elsewhere, as on printed reports, shows that.",
    ),
    Threat(
        "The passphrase is forgotten",
        "The recovery key on paper.",
        "Without either nobody can open the register, nor can those who made SGDesk.",
    ),
    Threat(
        "The disk fails, the computer is lost, a file is damaged",
        "Backups, each read again when it is made, and a second place for them.",
        "Backups on the same computer are lost with it.",
    ),
)


class ProtectionCard(Card):
    """Each line is one thing that may happen, what helps against it, and where that ends."""

    help_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Protection, and its limits")
        look = current()
        self.body.setSpacing(look.px(10))
        for threat in _THREATS:
            self.body.addWidget(make_rule())
            self.body.addWidget(_line(threat))
        self.body.addWidget(make_rule())
        self.help_link = make_link("Read more about security", "circle-question-mark")
        self.help_link.clicked.connect(self.help_asked)
        self.body.addWidget(self.help_link, 0, Qt.AlignmentFlag.AlignLeft)


def _line(threat: Threat) -> QWidget:
    answer = QWidget()
    lines = QVBoxLayout(answer)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(current().px(2))
    lines.addWidget(make_label(threat.helps, wraps=True))
    if threat.end:
        lines.addWidget(make_label(threat.end, "second", wraps=True))
    line = SideBySide()
    line.add(make_label(threat.title, "strong", wraps=True), stretch=2, least=210)
    line.add(answer, stretch=3, least=280)
    return line
