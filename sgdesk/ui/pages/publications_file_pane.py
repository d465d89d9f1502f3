"""The chosen file: whether it still says what the record says, and who received it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sgdesk.records.exports import document_words
from sgdesk.ui.dialogs.fact_list import Fact, FactList, marked_words
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.case_tables import local_time
from sgdesk.ui.pages.publications_file_words import (
    STANDINGS,
    changed_words,
    sent_words,
    state_sentence,
)
from sgdesk.ui.widgets.buttons import make_button, make_link
from sgdesk.ui.widgets.confirm_line import ConfirmLine
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear
from sgdesk.ui.widgets.side_pane import SidePane

if TYPE_CHECKING:
    from sgdesk.domain.made_files import ExportRecipientDraft
    from sgdesk.records.entries import Entry
    from sgdesk.records.made_files import LoggedFile

_NOTHING = "Choose a file to see whether it is up to date, and who received it."
_GROUP = 8


class FilePane(SidePane):
    again_asked = Signal(object)
    """The file that is to be made again."""
    recipient_asked = Signal(object, object)
    """A file, and the entry of a recipient to edit, or None for one more."""
    recipient_removed = Signal(object)

    def __init__(self) -> None:
        super().__init__(372)
        self.buttons: dict[str, QPushButton] = {}
        self.confirm_line = ConfirmLine()
        self.confirm_line.confirmed.connect(self.recipient_removed)
        self.show_nothing()

    def show_file(self, file: LoggedFile) -> None:
        """Show another file, or another reading of the same."""
        self._clear()
        self.setAccessibleName(f"File {file.file_name}")
        self.body.addWidget(make_label(file.file_name, "card-title", wraps=True))
        words = " · ".join(part for part in (document_words(file.kind), file.title) if part)
        self.body.addWidget(make_label(words, "second", wraps=True))
        self.body.addWidget(marked_words(state_sentence(file), STANDINGS[file.state]))
        if file.changed:
            self.body.addWidget(make_label(changed_words(file), wraps=True))
        self._add_buttons(file)
        self._add_recipients(file)
        self.body.addWidget(self.confirm_line)
        self._add_facts(file)
        self.body.addStretch(1)

    @Slot()
    def show_nothing(self) -> None:
        """Say that no file is chosen."""
        self._clear()
        self.body.addWidget(make_label(_NOTHING, "muted", wraps=True))
        self.body.addStretch(1)

    def _add_buttons(self, file: LoggedFile) -> None:
        again = make_button("Make it again…", "refresh-cw", kind="primary")
        again.clicked.connect(lambda: self.again_asked.emit(file))
        again.setEnabled(file.briefing_id is not None)
        add = make_button("Record who received it…", "send")
        add.clicked.connect(lambda: self.recipient_asked.emit(file, None))
        self.buttons |= {"again": again, "add": add}
        line = QWidget()
        flow = FlowLayout(line, spacing=current().px(8))
        flow.addWidget(again)
        flow.addWidget(add)
        self.body.addWidget(line)

    def _add_recipients(self, file: LoggedFile) -> None:
        self.add_title("Received by")
        if not file.recipients:
            said = "Nobody is recorded. Record each person or team that was sent this file."
            self.body.addWidget(make_label(said, "muted", wraps=True))
        for entry in file.recipients:
            self.body.addLayout(self._recipient_line(file, entry))

    def _recipient_line(self, file: LoggedFile, entry: Entry[ExportRecipientDraft]) -> QHBoxLayout:
        draft = entry.draft
        edit, remove = make_link("Edit", "pencil"), make_link("Remove", "trash-2")
        edit.setAccessibleName(f"Edit the recipient {draft.name}")
        remove.setAccessibleName(f"Remove the recipient {draft.name}")
        edit.clicked.connect(partial(self.recipient_asked.emit, file, entry))
        remove.clicked.connect(partial(self._ask_removal, entry))
        self.buttons |= {f"edit {draft.name}": edit, f"remove {draft.name}": remove}
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(make_label(draft.name, wraps=True))
        for text in (sent_words(draft), draft.note):
            if text:
                words.addWidget(make_label(text, "second", wraps=True))
        line = QHBoxLayout()
        line.setSpacing(current().px(_GROUP))
        line.addLayout(words, 1)
        for link in (edit, remove):
            line.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _ask_removal(self, entry: Entry[ExportRecipientDraft]) -> None:
        question = f"Take {entry.draft.name} off this list? The history keeps it."
        self.confirm_line.ask(question, "Take off", entry)

    def _add_facts(self, file: LoggedFile) -> None:
        self.add_title("The file")
        facts = [
            Fact("Made", local_time(file.made_at)),
            Fact("Made by", file.actor),
            Fact("Fingerprint", " ".join(_groups(file.sha256)), "SHA-256 of the whole file"),
        ]
        if file.override_by:
            facts.append(
                Fact("Identity check", f"Overridden by {file.override_by}", file.override_reason)
            )
        listed = FactList(label_width=110)
        listed.set_facts(facts)
        self.body.addWidget(listed)

    def _clear(self) -> None:
        self.buttons = {}
        self.confirm_line.put_away()
        self.body.removeWidget(self.confirm_line)
        self.confirm_line.setParent(self)
        clear(self.body)


def _groups(digest: str) -> list[str]:
    return [digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP)]
