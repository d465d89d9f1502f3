"""The briefing editor: fields at the left, the live page at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from sgdesk.domain.briefings import BriefingDraft, Point, check_briefing
from sgdesk.services.briefings import get_briefing, new_briefing_draft, save_briefing
from sgdesk.ui.dialogs.briefing_item_row import ItemColumn
from sgdesk.ui.dialogs.briefing_items import ItemList
from sgdesk.ui.dialogs.briefing_page_view import Zoom
from sgdesk.ui.dialogs.briefing_preview import BriefingPreview
from sgdesk.ui.dialogs.briefing_reviews import ReviewPicker
from sgdesk.ui.dialogs.briefing_words import count_words, fit_headline, list_note, words_in_words
from sgdesk.ui.dialogs.edit_dialog import EditDialog, Heading
from sgdesk.ui.dialogs.editors import TextArea
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.chips import Chip, FilterChips
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from sgdesk.errors import Problem
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.dialogs.briefing_page_reader import SetPage

_POINT = (
    ItemColumn("lead phrase", "Lead phrase", stretch=5, least=150, is_strong=True),
    ItemColumn("sentence", "One sentence", stretch=9, least=240),
)
_QUESTION = (ItemColumn("text", "A question for the team"),)
_POINT_LISTS = {
    "key_learning": "Key learning",
    "good_practice": "Good practice",
    "improvements": "Areas for practice improvement",
}
_NARROW = 980
"""Below this width, in pixels at the designed text size, text and page take turns."""
_HEIGHT = 860
_TEXT, _PAGE = "text", "page"


class BriefingDialog(EditDialog[BriefingDraft]):
    """Edits a briefing; a new one, about `case_id` if given, where `briefing_id` is None.

    The constructor raises `UserError` if the briefing is gone.
    """

    DESIGNED_WIDTH = 1376

    def __init__(
        self,
        context: AppContext,
        briefing_id: UUID | None,
        case_id: UUID | None,
        parent: QWidget | None = None,
    ) -> None:
        self._context = context
        self._briefing_id = briefing_id
        draft = _first_draft(context, briefing_id, case_id)
        title = "Learning briefing" if briefing_id else "New learning briefing"
        super().__init__(Heading("Briefing content", title, _CONTEXT), self._store, parent)
        self.preview = BriefingPreview(context)
        self._build_form()
        self._build_sides()
        self._fill(draft)
        self.start()
        self.preview.show_draft(draft)

    def draft(self) -> BriefingDraft:
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

    def check(self, draft: BriefingDraft) -> list[Problem]:
        return check_briefing(draft)

    def edited(self, name: str) -> None:
        self._count(name)
        self.preview.show_draft(self.draft(), is_typing=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        room = self.screen().availableGeometry().height() - 64
        self.resize(self.width(), max(self.height(), min(current().px(_HEIGHT), room)))
        self.sides.setSizes([self.width() * 58 // 100, self.width() * 42 // 100])

    def go_to(self, name: str) -> None:
        self.side_chips.choose(_TEXT)
        super().go_to(name)

    @Slot(str)
    def _on_side_chosen(self, side: str) -> None:
        if side == _PAGE:
            self.preview.zoom_chips.choose(Zoom.WIDTH)
        self._reflow()

    @Slot(object)
    def _on_page_set(self, page: SetPage) -> None:
        self.fit_label.setText(fit_headline(page.fit))

    def _reflow(self) -> None:
        is_narrow = self.width() < current().px(_NARROW)
        shown = self.side_chips.chosen_key if is_narrow else ""
        self.side_bar.setVisible(is_narrow)
        self.scroll_area.setVisible(shown != _PAGE)
        self.preview.setVisible(shown != _TEXT)

    def _store(self, draft: BriefingDraft) -> None:
        self._context.apply(save_briefing(self._context.register, self._briefing_id, draft))

    def _count(self, name: str) -> None:
        if name == "background":
            count = count_words(self.background_edit.toPlainText())
            self.fields.row(name).set_note(words_in_words(count))
        elif name in self.point_lists:
            note = list_note("item", self.point_lists[name].items())
            self.fields.row(name).set_note(note)
        elif name == "questions":
            self.fields.row(name).set_note(list_note("question", self.question_list.items()))

    def _fill(self, draft: BriefingDraft) -> None:
        self.title_edit.setText(draft.title)
        self.subtitle_edit.setText(draft.subtitle)
        self.background_edit.setPlainText(draft.background)
        for name, items in self.point_lists.items():
            items.set_items([(point.lead, point.text) for point in getattr(draft, name)])
        self.question_list.set_items([(text,) for text in draft.questions])
        self.review_picker.set_case_ids(draft.case_ids)
        for name in (*_POINT_LISTS, "background", "questions"):
            self._count(name)

    def _build_form(self) -> None:
        self.title_edit = QLineEdit()
        self.subtitle_edit = QLineEdit()
        self.subtitle_edit.setPlaceholderText("Left empty, the type of review and what it is for")
        self.background_edit = TextArea(5)
        self.point_lists = {
            name: ItemList(title, "item", _POINT) for name, title in _POINT_LISTS.items()
        }
        self.question_list = ItemList("Questions", "question", _QUESTION)
        self.review_picker = ReviewPicker(self._context)
        for name, title, editor in (
            ("title", "Title", self.title_edit),
            ("subtitle", "Subtitle", self.subtitle_edit),
            ("case_ids", "Reviews it speaks of", self.review_picker),
            ("background", "Background", self.background_edit),
            *((name, title, self.point_lists[name]) for name, title in _POINT_LISTS.items()),
            ("questions", "Questions for your team meeting or supervision", self.question_list),
        ):
            self.form.addWidget(self.add_field(name, title, editor))
        lines = len(self._context.register.profile.reading)
        self.form.addWidget(make_label(_reading_note(lines), "second", wraps=True))
        self.form.setSpacing(current().px(18))

    def _build_sides(self) -> None:
        look = current()
        self.side_chips = FilterChips([Chip(_TEXT, "Text"), Chip(_PAGE, "Page")], name="Show")
        self.side_chips.chip_chosen.connect(self._on_side_chosen)
        self.side_bar = QWidget()
        self.fit_label = make_label("", "strong", wraps=True)
        bar = QHBoxLayout(self.side_bar)
        bar.setContentsMargins(look.px(24), look.px(8), look.px(24), look.px(8))
        bar.setSpacing(look.px(16))
        bar.addWidget(self.side_chips)
        bar.addWidget(self.fit_label, 1, Qt.AlignmentFlag.AlignVCenter)
        self.preview.reader.page_set.connect(self._on_page_set)
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.sides.setChildrenCollapsible(False)
        self.sides.setHandleWidth(look.px(4))
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.insertWidget(0, self.side_bar)
            outer.insertWidget(1, self.sides, 1)
        self.sides.addWidget(self.scroll_area)
        self.sides.addWidget(self.preview)


_CONTEXT = "The page at the right follows as you type and is what an export saves"


def _first_draft(
    context: AppContext, briefing_id: UUID | None, case_id: UUID | None
) -> BriefingDraft:
    if briefing_id is None:
        return new_briefing_draft(context.register, case_id)
    return get_briefing(context.register, briefing_id)


def _reading_note(lines: int) -> str:
    if not lines:
        return "Find out more: no line yet. Settings, Documents, has the lines for every briefing."
    count = "1 line" if lines == 1 else f"{lines} lines"
    return f"Find out more: {count} from Settings, Documents"
