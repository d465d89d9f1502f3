"""Settings: sections at the left, each saved on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.pages.room import room_of
from sgdesk.ui.pages.settings_agencies import AgenciesSection
from sgdesk.ui.pages.settings_appearance import AppearanceSection
from sgdesk.ui.pages.settings_boilerplate import BoilerplateSection
from sgdesk.ui.pages.settings_calendar import CalendarSection
from sgdesk.ui.pages.settings_counting import counting_section
from sgdesk.ui.pages.settings_deck import DeckTemplateSection
from sgdesk.ui.pages.settings_documents import documents_section
from sgdesk.ui.pages.settings_letters import LettersSection
from sgdesk.ui.pages.settings_profile import partnership_section
from sgdesk.ui.pages.settings_reminders import RemindersSection
from sgdesk.ui.pages.settings_rules import RulesSection
from sgdesk.ui.pages.settings_security import SecuritySection
from sgdesk.ui.pages.settings_timetable import TimetableSection
from sgdesk.ui.pages.settings_value_lists import ValueListsSection
from sgdesk.ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent

    from sgdesk.ui.context import AppContext
    from sgdesk.ui.pages.settings_section import SettingsSection

_SECTIONS: dict[str, Callable[[AppContext], SettingsSection]] = {
    "Partnership": partnership_section,
    "Documents": documents_section,
    "Deck template": DeckTemplateSection,
    "Standing texts": BoilerplateSection,
    "Counting": counting_section,
    "Calendar": CalendarSection,
    "Local timetable": TimetableSection,
    "Agencies": AgenciesSection,
    "Letters": LettersSection,
    "Lists of values": ValueListsSection,
    "Rules": RulesSection,
    "Security": SecuritySection,
    "Reminders": RemindersSection,
    "Appearance": AppearanceSection,
}
"""Each is built when it is first shown."""

_OF_COMPUTER = frozenset({"Reminders", "Appearance"})
_LIST_WIDTH = 200
_NARROW = 700
_LEAST_SECTION = 312
_ROW = 32


class SettingsPage(QWidget):
    backups_asked = Signal()
    command_asked = Signal(str)
    recovery_key_asked = Signal()
    help_asked = Signal(str)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._sections: dict[str, SettingsSection] = {}
        self._wanted = ""
        self._build()
        self.section_list.currentTextChanged.connect(self._on_section_chosen)
        context.changed.connect(self._on_changed)
        self.section_list.setCurrentRow(0)

    @property
    def section(self) -> SettingsSection:
        """The section on show."""
        return self._sections[self.key]

    @property
    def key(self) -> str:
        """The title of the section on show."""
        return next(key for key, one in self._sections.items() if self.stack.currentWidget() is one)

    def show_section(self, key: str) -> None:
        """Show a section; if something typed is not saved here, ask about it first."""
        self.section_list.setCurrentRow(list(_SECTIONS).index(key))

    def open_step(self, way: str) -> None:
        """Show a section, and after ":" the one of its rows with an id."""
        key, _, which = way.partition(":")
        self.show_section(key)
        if self.key == key:
            self.section.open_again(which)

    def reload(self) -> None:
        """Show what is held now in every section where nothing is being typed."""
        for section in self._sections.values():
            section.reload()

    def panes(self) -> list[QWidget]:
        """Return the parts of the page, in the order in which F6 goes through them."""
        return [self.section_list, self.section]

    def fit(self, room: QSize) -> None:
        """Arrange the parts for a window that shows `room` of the page at once."""
        look = current()
        is_narrow = room.width() < look.px(_NARROW)
        self.section_list.setFixedWidth(look.px(_LIST_WIDTH * 3 // 4 if is_narrow else _LIST_WIDTH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(room_of(self))

    @Slot(str)
    def _on_section_chosen(self, key: str) -> None:
        if self._sections and self.section.is_changed() and key != self.key:
            self._wanted = key
            self._point_at(self.key)
            self.section.ask()
        else:
            self._show(key)

    @Slot()
    def _on_left(self) -> None:
        if self._wanted:
            key, self._wanted = self._wanted, ""
            self._point_at(key)
            self._show(key)

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        self.reload()

    def _show(self, key: str) -> None:
        if key not in self._sections:
            section = _SECTIONS[key](self._context)
            section.left.connect(self._on_left)
            if isinstance(section, SecuritySection):
                section.backups_asked.connect(self.backups_asked)
                section.command_asked.connect(self.command_asked)
                section.recovery_key_asked.connect(self.recovery_key_asked)
                section.help_asked.connect(self.help_asked)
            self._sections[key] = section
            self.stack.addWidget(section)
        self.stack.setCurrentWidget(self._sections[key])
        self.header.set_second(_second(key))

    def _point_at(self, key: str) -> None:
        with QSignalBlocker(self.section_list):
            self.section_list.setCurrentRow(list(_SECTIONS).index(key))

    def _build(self) -> None:
        look = current()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Settings")
        self.header = PageHeader("Settings")
        self.section_list = QListWidget()
        self.section_list.setAccessibleName("Sections of the settings")
        self.section_list.addItems(list(_SECTIONS))
        self.section_list.setMaximumHeight(look.px(_ROW * len(_SECTIONS) + 8))
        self.stack = QStackedWidget()
        self.stack.setMinimumWidth(look.px(_LEAST_SECTION))
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(look.px(20), look.px(16), look.px(8), look.px(4))
        inside.addWidget(self.stack)
        middle = QHBoxLayout()
        middle.setSpacing(look.px(16))
        left = QVBoxLayout()
        left.addWidget(self.section_list, 1)
        left.addStretch(0)
        middle.addLayout(left)
        middle.addWidget(card, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(16))
        layout.setSpacing(look.px(12))
        layout.addWidget(self.header)
        layout.addLayout(middle, 1)


def _second(key: str) -> str:
    return "This computer" if key in _OF_COMPUTER else "This register"
