"""Ways to fill a briefing's lists with what stands elsewhere: the record, and the value list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu

from sgdesk.domain.value_lists import ValueListKey
from sgdesk.services.value_lists import read_value_list
from sgdesk.ui.tasks import Reading
from sgdesk.ui.widgets.buttons import make_link

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.domain.briefings import Point
    from sgdesk.services.briefing_sources import RecordedPoints
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.dialogs.briefing_form import BriefingFields
    from sgdesk.ui.dialogs.briefing_items import ItemList

_FINDINGS, _RECOMMENDATIONS = "key_learning", "recommendations"


class FromTheRecord(QObject):
    """Offers the findings and the recommendations of the reviews that the briefing speaks of.

    Each list's button is there while the record has what the list does not hold yet.
    """

    def __init__(self, context: AppContext, fields: BriefingFields, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._lists = {name: fields.point_lists[name] for name in (_FINDINGS, _RECOMMENDATIONS)}
        self._picker = fields.review_picker
        self._case_ids: tuple[UUID, ...] = ()
        self._points: dict[str, tuple[Point, ...]] = {}
        self.buttons = {name: make_link("", "download") for name in self._lists}
        self._reading = Reading(self._read, context, self)
        self._reading.arrived.connect(self._on_read)
        self._reading.failed.connect(context.report)
        self._picker.value_changed.connect(lambda _ids: self.read())
        for name, button in self.buttons.items():
            items = self._lists[name]
            items.add_way(button)
            items.value_changed.connect(lambda _items: self._show())
            button.clicked.connect(lambda _on=False, name=name: self.take(name))
        self._show()

    def read(self) -> None:
        """Look what the record of the reviews says."""
        self._case_ids = self._picker.case_ids()
        self._reading.start()

    def take(self, name: str) -> None:
        """Add to a list what the record says and the list does not."""
        self._lists[name].extend([(point.lead, point.text) for point in self._new(name)])

    def _read(self) -> RecordedPoints:
        from sgdesk.services.briefing_sources import recorded_points  # noqa: PLC0415 - the mapper

        return recorded_points(self._context.register, self._case_ids)

    @Slot(object)
    def _on_read(self, found: RecordedPoints) -> None:
        self._points = {_FINDINGS: found.findings, _RECOMMENDATIONS: found.recommendations}
        self._show()

    def _show(self) -> None:
        for name, button in self.buttons.items():
            new = self._new(name)
            noun = "finding" if name == _FINDINGS else "recommendation"
            count = f"1 {noun}" if len(new) == 1 else f"{len(new)} {noun}s"
            button.setText(f"Take {count} from the record")
            button.setVisible(bool(new))

    def _new(self, name: str) -> list[Point]:
        held = {text.strip() for _lead, text in self._lists[name].items()}
        return [point for point in self._points.get(name, ()) if point.text not in held]


class FromTheList(QObject):
    """Offers the partnership's own questions that do not stand in the briefing."""

    def __init__(self, context: AppContext, questions: ItemList, parent: QObject) -> None:
        super().__init__(parent)
        self._questions = questions
        self._values = read_value_list(context.register, ValueListKey.QUESTIONS)
        self.button = make_link("Add from the list…", "list")
        self.menu = QMenu(self.button)
        self.button.clicked.connect(self._on_clicked)
        questions.add_way(self.button)
        questions.value_changed.connect(lambda _items: self.refresh())
        self.refresh()

    @Slot()
    def _on_clicked(self) -> None:
        self.menu.clear()
        for words in self._new():
            action = self.menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, words=words: self._add(words))
        if actions := self.menu.actions():
            self.menu.setActiveAction(actions[0])
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _add(self, words: str) -> None:
        self._questions.extend([(words,)])

    def refresh(self) -> None:
        """Show the button while the list has a question that is not there yet."""
        self.button.setVisible(bool(self._new()))

    def _new(self) -> list[str]:
        held = {text.strip() for (text,) in self._questions.items()}
        return [words for words in self._values if words not in held]
