"""A drafted letter: read it, change it, send it, and then log how it was sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QWidget

from sgdesk.domain.letters import LETTER_KINDS, LetterKey, gaps_in
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.errors import Problem, UserError
from sgdesk.services.value_lists import read_value_list
from sgdesk.ui.dialogs.edit_dialog import EditDialog, Heading
from sgdesk.ui.dialogs.editors import SuggestingCombo, TextArea
from sgdesk.ui.dialogs.letter_saving import LetterSaving
from sgdesk.ui.dialogs.mail_links import LONGEST_LINK, copied_text, mail_link
from sgdesk.ui.dialogs.sections import FormSection
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.clipboard import copy_text
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.messages import MessageLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sgdesk.records.letters import Letter
    from sgdesk.ui.context import AppContext

_ABOUT = "Read it and change what you like. Send it, then log how it was sent."
_KEPT = "Nothing is recorded until you log it as sent"
_ROUTE_HINT = "Only what you log as sent goes into the record of the case."
_COPIED = "Subject and text are on the clipboard. When it is sent, log it below."
_OPENED = "The mail program has the message. When it is sent, log it below."
_TOO_LONG = (
    "The text is too long to hand over: mail programs take about {limit:,} characters, and this "
    "has {length:,}. The message opens with address and subject; the text is on the clipboard, "
    "so paste it with Ctrl+V."
)
_NO_PROGRAM = "No mail program answered. Choose Copy and paste the text into your mail."
_LINES = 12


@dataclass(frozen=True, slots=True)
class SentLetter:
    """The letter as edited, and the way it was sent."""

    letter: Letter
    route: str


class LetterDialog(EditDialog[SentLetter]):
    """Offers a letter to send. Looking, copying and saving log nothing.

    `logged` is told of the letter as edited, and of the route, when the officer says that it
    was sent; it may raise a `UserError`, and the dialog stays open then.
    """

    DESIGNED_WIDTH = 760
    SAVE_WORDS = "Log as sent"
    KEPT_WORDS = _KEPT

    def __init__(
        self,
        context: AppContext,
        letter: Letter,
        logged: Callable[[Letter, str], None],
        parent: QWidget | None = None,
    ) -> None:
        title = LETTER_KINDS[LetterKey(letter.key)].title
        super().__init__(
            context,
            Heading("Letter", title, _ABOUT, is_whose=False),
            lambda sent: logged(sent.letter, sent.route),
            parent,
        )
        self._context = context
        self._letter = letter
        self.to_edit = QLineEdit(letter.to)
        self.recipient_edit = QLineEdit(letter.recipient)
        self.subject_edit = QLineEdit(letter.subject)
        self.body_edit = TextArea(_LINES)
        self.body_edit.setPlainText(letter.body)
        routes = read_value_list(context.register, ValueListKey.ROUTES)
        self.route_combo = SuggestingCombo(("", *routes))
        self.copy_button = make_button("Copy", "copy")
        self.mail_button = make_button("Open in mail program", "mail")
        self.word_button = make_button("Save as Word letter…", "file-text")
        self.done_message = MessageLine()
        self.saving = LetterSaving(context, self)
        self._build_form()
        self._connect_tools()
        self.start()
        self.go_to("body")

    def draft(self) -> SentLetter:
        letter = replace(
            self._letter,
            to=self.to_edit.text().strip(),
            recipient=self.recipient_edit.text().strip(),
            subject=self.subject_edit.text().strip(),
            body=self.body_edit.toPlainText().strip(),
        )
        return SentLetter(letter, self.route_combo.currentText().strip())

    def check(self, draft: SentLetter) -> list[Problem]:
        letter = draft.letter
        problems = [
            Problem(name, sentence)
            for name, text, sentence in (
                ("subject", letter.subject, "Subject: say what it is about."),
                ("body", letter.body, "Text: write something here."),
                ("route", draft.route, "Way of sending: choose how it was sent."),
            )
            if not text
        ]
        for name, words, text in (
            ("subject", "Subject", letter.subject),
            ("body", "Text", letter.body),
        ):
            if gaps := gaps_in(LetterKey(letter.key), text):
                listed = ", ".join(f"[{gap}]" for gap in gaps)
                problems.append(
                    Problem(name, f"{words}: fill in {listed} before you send it.", is_warning=True)
                )
        return problems

    def show_letter(self, letter: Letter) -> None:
        """Show the words of another draft in place of those before, as not yet changed."""
        self._letter = letter
        self.subject_edit.setText(letter.subject)
        self.body_edit.setPlainText(letter.body)
        self.set_title(LETTER_KINDS[LetterKey(letter.key)].title)
        self.start()

    @Slot()
    def copy(self) -> None:
        """Put subject and text on the clipboard."""
        copy_text(copied_text(self.draft().letter))
        self._say(_COPIED)

    @Slot()
    def open_mail(self) -> None:
        """Hand the letter to the mail program; what is too long for it goes to the clipboard."""
        letter = self.draft().letter
        link, words = mail_link(letter), _OPENED
        if (length := len(link)) > LONGEST_LINK:
            link = mail_link(letter, with_body=False)
            words = _TOO_LONG.format(limit=LONGEST_LINK, length=length)
            copy_text(letter.body)
        if QDesktopServices.openUrl(QUrl.fromEncoded(link.encode())):
            self._say(words)
        else:
            self.done_message.show_problem(_NO_PROGRAM)

    @Slot()
    def save_as_word(self) -> None:
        """Ask where the letter is to be saved as a Word document."""
        self.saving.ask(self.draft().letter)

    @Slot(object)
    def _on_word_saved(self, path: Path) -> None:
        self._say(f"Saved as {path.name}. When it is sent, log it below.")

    @Slot(object)
    def _on_word_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.done_message.show_problem(str(error))
        else:
            self._context.report(error)

    def _say(self, words: str) -> None:
        self.done_message.show_hint(words)

    def _connect_tools(self) -> None:
        self.copy_button.clicked.connect(self.copy)
        self.mail_button.clicked.connect(self.open_mail)
        self.word_button.clicked.connect(self.save_as_word)
        self.saving.saved.connect(self._on_word_saved)
        self.saving.failed.connect(self._on_word_failed)

    def _build_form(self) -> None:
        letter = FormSection("The letter")
        letter.add_line(
            self.add_field("to", "To", self.to_edit),
            self.add_field("recipient", "Recipient", self.recipient_edit),
            least=(240, 200),
        )
        letter.add_line(self.add_field("subject", "Subject", self.subject_edit))
        letter.add_line(self.add_field("body", "Text", self.body_edit))
        tools = QWidget()
        flow = FlowLayout(tools, spacing=current().px(8))
        for button in (self.copy_button, self.mail_button, self.word_button):
            flow.addWidget(button)
        letter.add_widget(tools)
        letter.add_widget(self.done_message)
        sent = FormSection("How it was sent")
        sent.add_line(self.add_field("route", "Way of sending", self.route_combo))
        self.set_hint("route", _ROUTE_HINT)
        self.form.addWidget(letter)
        self.form.addWidget(sent)
