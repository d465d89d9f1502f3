"""The briefing editor: fields at the left, the live page at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from sgdesk.domain.briefing_passages import passages_of
from sgdesk.domain.briefings import BriefingDraft, check_briefing
from sgdesk.domain.jargon import jargon_entries
from sgdesk.domain.plain_english import find_hints
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.records.kept_typing import FormPlace
from sgdesk.services.briefings import get_briefing, new_briefing_draft, save_briefing
from sgdesk.services.value_lists import read_value_list
from sgdesk.ui.dialogs.briefing_form import DECK_LISTS, PAGE_LISTS, QUESTIONS, BriefingFields
from sgdesk.ui.dialogs.briefing_hints import BACK_KEYS, NEXT_KEYS, HintPanel, hints_in_words
from sgdesk.ui.dialogs.briefing_page_view import Zoom
from sgdesk.ui.dialogs.briefing_preview import BriefingPreview
from sgdesk.ui.dialogs.briefing_ways import FromTheList, FromTheRecord
from sgdesk.ui.dialogs.briefing_words import fit_headline, reading_note, words_in_words
from sgdesk.ui.dialogs.edit_dialog import EditDialog, Heading
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_link
from sgdesk.ui.widgets.chips import Chip, FilterChips
from sgdesk.ui.widgets.labels import make_label, make_rule

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from sgdesk.domain.plain_english import Hint
    from sgdesk.errors import Problem
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.dialogs.briefing_page_reader import PageChecks

_NARROW = 980
"""Below this width, in pixels at the designed text size, text and page take turns."""
_HEIGHT = 860
_HINTS_MS = 300
"""Hints are looked for anew when typing has rested so long."""
_TEXT, _PAGE = "text", "page"
_CONTEXT = "The page at the right follows as you type and is what an export saves"
_FOR_DECK = "For the deck and the web page; these do not count on the one page"


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
        heading = Heading("Briefing content", title, _CONTEXT, is_whose=False)
        way = f"briefing:{briefing_id or ''}"
        self.kept_as = FormPlace("", way, case_id, is_new=briefing_id is None)
        super().__init__(context, heading, self._store, parent)
        self.preview = BriefingPreview(context)
        self.content = BriefingFields(context)
        self._jargon = jargon_entries(read_value_list(context.register, ValueListKey.JARGON))
        self._advised = ""
        self._build_form()
        self._build_ways()
        self._build_hints()
        self._build_sides()
        self._fill(draft)
        self.start()
        self.preview.show_draft(draft)

    def draft(self) -> BriefingDraft:
        return self.content.draft()

    def check(self, draft: BriefingDraft) -> list[Problem]:
        return check_briefing(draft)

    def edited(self, name: str) -> None:
        self._count(name)
        self._hint_rest.start()
        self.preview.show_draft(self.draft(), is_typing=True)

    def found_hints(self) -> tuple[Hint, ...]:
        """Return what could be said more plainly in what is written now."""
        return find_hints(passages_of(self.draft()), self._jargon)

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
        self._reflow()
        if side == _PAGE:
            self.preview.zoom_chips.choose(Zoom.WIDTH)

    @Slot(object)
    def _on_page_checked(self, checks: PageChecks) -> None:
        self.fit_label.setText(fit_headline(checks.fit))

    @Slot()
    def _look_for_hints(self) -> None:
        self.hint_panel.show_hints(self.found_hints())

    @Slot(object)
    def _on_hint_asked(self, hint: Hint) -> None:
        """Go to the words of a hint; typing may have moved them since they were found."""
        self._look_for_hints()
        found = next((one for one in self.hint_panel.hints if one.key == hint.key), None)
        self._advise(found)
        if found is not None:
            self.go_to(found.passage.field)
            self.content.select(found)

    @Slot()
    def _on_hints_changed(self) -> None:
        count = len(self.hint_panel.hints)
        self.hints_button.setText(hints_in_words(count))
        self.hints_button.setVisible(bool(count))

    def _advise(self, hint: Hint | None) -> None:
        """Say a hint under its field, where the eyes are, and no longer under the one before."""
        if self._advised:
            self.set_hint(self._advised, "")
        self._advised = hint.passage.field if hint else ""
        if hint is not None:
            self.set_hint(self._advised, hint.sentence)

    def _reflow(self) -> None:
        is_narrow = self.width() < current().px(_NARROW)
        shown = self.side_chips.chosen_key if is_narrow else ""
        self.side_bar.setVisible(is_narrow)
        self.fit_label.setVisible(shown != _PAGE)  # the meter says it there
        self.scroll_area.setVisible(shown != _PAGE)
        self.preview.setVisible(shown != _TEXT)
        self.hint_panel.set_room(self.height())

    def _store(self, draft: BriefingDraft) -> None:
        self._context.apply(save_briefing(self._context.register, self._briefing_id, draft))

    def _count(self, name: str) -> None:
        if note := self.content.note(name):
            self.fields.row(name).set_note(note)
            total = words_in_words(self.content.words_on_page())
            self.total_label.setText(f"{total} without title and subtitle")

    def _fill(self, draft: BriefingDraft) -> None:
        self.content.fill(draft)
        for name in (*PAGE_LISTS, *DECK_LISTS, "background", "questions"):
            self._count(name)
        self.from_record.read()
        self.from_list.refresh()
        self._look_for_hints()

    def _build_form(self) -> None:
        content = self.content
        self.total_label = make_label("", "second", wraps=True)
        self.form.addLayout(_group("On the page", self.total_label))
        for name, title, editor in (
            ("title", "Title", content.title_edit),
            ("subtitle", "Subtitle", content.subtitle_edit),
            ("case_ids", "Reviews it speaks of", content.review_picker),
            ("background", "Background", content.background_edit),
            *((name, title, content.point_lists[name]) for name, title in PAGE_LISTS.items()),
            ("questions", QUESTIONS, content.question_list),
        ):
            self.form.addWidget(self.add_field(name, title, editor))
        lines = len(self._context.register.profile.reading)
        self.form.addWidget(make_label(reading_note(lines), "second", wraps=True))
        self.form.addWidget(make_rule())
        self.form.addLayout(_group("In the deck", make_label(_FOR_DECK, "second", wraps=True)))
        for name, title in DECK_LISTS.items():
            self.form.addWidget(self.add_field(name, title, content.point_lists[name]))
        self.form.setSpacing(current().px(18))

    def _build_ways(self) -> None:
        self.from_record = FromTheRecord(self._context, self.content, self)
        self.from_list = FromTheList(self._context, self.content.question_list, self)

    def _build_hints(self) -> None:
        self.hint_panel = HintPanel(self.fields.titles)
        self.hint_panel.hint_asked.connect(self._on_hint_asked)
        self.hint_panel.changed.connect(self._on_hints_changed)
        self.preview.add_panel(self.hint_panel)
        self.hints_button = make_link("", "info")
        self.hints_button.setToolTip(f"{NEXT_KEYS} goes to the next hint, {BACK_KEYS} back")
        self.hints_button.clicked.connect(lambda: self.hint_panel.step(1))
        self.footer.add_beside_words(self.hints_button)
        self._hint_rest = QTimer(self)
        self._hint_rest.setSingleShot(True)
        self._hint_rest.setInterval(_HINTS_MS)
        self._hint_rest.timeout.connect(self._look_for_hints)
        QShortcut(QKeySequence(NEXT_KEYS), self, lambda: self.hint_panel.step(1))
        QShortcut(QKeySequence(BACK_KEYS), self, lambda: self.hint_panel.step(-1))
        self._on_hints_changed()

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
        self.preview.reader.page_checked.connect(self._on_page_checked)
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.sides.setChildrenCollapsible(False)
        self.sides.setHandleWidth(look.px(4))
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.insertWidget(0, self.side_bar)
            outer.insertWidget(1, self.sides, 1)
        self.sides.addWidget(self.scroll_area)
        self.sides.addWidget(self.preview)


def _group(title: str, note: QWidget) -> QVBoxLayout:
    """Return the heading of a part of the form, with its note under it."""
    box = QVBoxLayout()
    box.setSpacing(0)
    box.addWidget(make_label(title, "card-title", wraps=True))
    box.addWidget(note)
    return box


def _first_draft(
    context: AppContext, briefing_id: UUID | None, case_id: UUID | None
) -> BriefingDraft:
    if briefing_id is None:
        return new_briefing_draft(context.register, case_id)
    return get_briefing(context.register, briefing_id)
