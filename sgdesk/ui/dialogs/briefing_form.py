"""The fields of the briefing editor: what they hold, how long they are, where a hint points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from sgdesk.domain.briefings import BriefingDraft, Point
from sgdesk.ui.dialogs.briefing_item_row import ItemColumn
from sgdesk.ui.dialogs.briefing_items import ItemList
from sgdesk.ui.dialogs.briefing_reviews import ReviewPicker
from sgdesk.ui.dialogs.briefing_words import count_words, list_note, words_in_words
from sgdesk.ui.dialogs.editors import TextArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sgdesk.domain.plain_english import Hint, Passage
    from sgdesk.ui.context import AppContext

_POINT = (
    ItemColumn("lead phrase", "Lead phrase", stretch=5, least=150, is_strong=True),
    ItemColumn("sentence", "One sentence", stretch=9, least=240),
)
_MOMENT = (
    ItemColumn("age", "Age, as in Age 2", stretch=3, least=130, is_strong=True),
    ItemColumn("what happened", "What happened", stretch=11, least=240),
)
_RECOMMENDATION = (
    ItemColumn("number", "Number or lead", stretch=4, least=150, is_strong=True),
    ItemColumn("recommendation", "What the review recommends", stretch=10, least=240),
)
_QUESTION = (ItemColumn("text", "A question for the team"),)

PAGE_LISTS = {
    "key_learning": "Key learning",
    "good_practice": "Good practice",
    "improvements": "Areas for practice improvement",
}
DECK_LISTS = {"timeline": "Timeline by age", "recommendations": "Recommendations"}
QUESTIONS = "Questions for your team meeting or supervision"


class BriefingFields:
    """The editors by the names of the draft's fields, in the order of the form."""

    def __init__(self, context: AppContext) -> None:
        self.title_edit = QLineEdit()
        self.subtitle_edit = QLineEdit()
        self.subtitle_edit.setPlaceholderText("Left empty, the type of review and what it is for")
        self.background_edit = TextArea(5)
        self.point_lists = {
            name: ItemList(title, "item", _POINT) for name, title in PAGE_LISTS.items()
        }
        self.point_lists["timeline"] = ItemList(DECK_LISTS["timeline"], "moment", _MOMENT)
        self.point_lists["recommendations"] = ItemList(
            DECK_LISTS["recommendations"], "recommendation", _RECOMMENDATION
        )
        self.question_list = ItemList("Questions", "question", _QUESTION)
        self.review_picker = ReviewPicker(context)

    def draft(self) -> BriefingDraft:
        """Return what the fields hold."""
        points = {
            name: tuple(Point(lead, text) for lead, text in items.items())
            for name, items in self.point_lists.items()
        }
        return BriefingDraft(
            title=self.title_edit.text(),
            subtitle=self.subtitle_edit.text(),
            background=self.background_edit.toPlainText(),
            questions=tuple(text for (text,) in self.question_list.items()),
            case_ids=self.review_picker.case_ids(),
            **points,
        )

    def fill(self, draft: BriefingDraft) -> None:
        """Show `draft`."""
        self.title_edit.setText(draft.title)
        self.subtitle_edit.setText(draft.subtitle)
        self.background_edit.setPlainText(draft.background)
        for name, items in self.point_lists.items():
            items.set_items([(point.lead, point.text) for point in getattr(draft, name)])
        self.question_list.set_items([(text,) for text in draft.questions])
        self.review_picker.set_case_ids(draft.case_ids)

    def note(self, name: str) -> str:
        """Return how long a field is, as in "5 items, 61 words"; "" where it does not matter."""
        if name == "background":
            return words_in_words(count_words(self.background_edit.toPlainText()))
        if name == "questions":
            return list_note("question", self.question_list.items())
        nouns = {"timeline": "moment", "recommendations": "recommendation"}
        items = self.point_lists.get(name)
        return list_note(nouns.get(name, "item"), items.items()) if items is not None else ""

    def words_on_page(self) -> int:
        """Return how many words are written for the page, its title and subtitle left out."""
        lists = [self.question_list, *(self.point_lists[name] for name in PAGE_LISTS)]
        texts = [text for items in lists for item in items.items() for text in item]
        return count_words(self.background_edit.toPlainText(), *texts)

    def select(self, hint: Hint) -> None:
        """Move the keyboard to the words of `hint` and select them."""
        editor = self._editor_of(hint.passage)
        text = hint.passage.text
        start, end = _units(text[: hint.start]), _units(text[: hint.end])
        if isinstance(editor, QLineEdit):
            editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
            editor.setSelection(start, end - start)
        elif isinstance(editor, QPlainTextEdit):
            editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
            cursor = editor.textCursor()
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            editor.setTextCursor(cursor)

    def _editor_of(self, passage: Passage) -> QWidget:
        match passage.field:
            case "title":
                return self.title_edit
            case "subtitle":
                return self.subtitle_edit
            case "background":
                return self.background_edit
            case "questions":
                return self.question_list.rows[passage.item].edits[0]
            case name:
                return self.point_lists[name].rows[passage.item].edits[passage.part]


def _units(text: str) -> int:
    """Return the length of `text` as the toolkit counts it: an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
