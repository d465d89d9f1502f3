"""A card with the entries of one kind: each a section, with adding, editing and removing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from sgdesk.ui.look.current import current
from sgdesk.ui.pages.case_section_list import SectionView
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.labels import make_label, make_rule
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from sgdesk.ui.pages.case_sections import Section


class EntryList(Card):
    """For a few entries; many stand better in a table. Sections carry the entries' ids."""

    add_asked = Signal()
    edit_asked = Signal(object)
    """The id of the entry."""
    remove_asked = Signal(object)

    def __init__(self, title: str, add: str, empty: str) -> None:
        """Take the title, the words of the link that adds one, and what stands while none is."""
        super().__init__(title, link=add, link_icon="plus")
        self._empty = empty
        self._parts: list[SectionView] = []
        self.body.setSpacing(current().px(8))
        self.link_button.clicked.connect(self.add_asked)

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show `sections` instead of those before; the keyboard stays where it was."""
        focused = self._place_of_focus()
        clear(self.body)
        self._parts = []
        for section in sections:
            if self._parts:
                self.body.addWidget(make_rule())
            part = SectionView(section, can_remove=True)
            part.edit_button.clicked.connect(lambda _=False, one=section: self._ask_edit(one))
            part.removed.connect(lambda one: self.remove_asked.emit(one.entry_id))
            self._parts.append(part)
            self.body.addWidget(part)
        if not sections:
            self.body.addWidget(make_label(self._empty, "muted", wraps=True))
        if focused is not None and focused < len(self._parts):
            self._parts[focused].edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def parts(self) -> list[SectionView]:
        """Return the shown sections in their order."""
        return list(self._parts)

    def focused_section(self) -> Section | None:
        """Return the section that holds the keyboard, or None."""
        place = self._place_of_focus()
        return None if place is None else self._parts[place].section

    def _ask_edit(self, section: Section) -> None:
        self.edit_asked.emit(section.entry_id)

    def _place_of_focus(self) -> int | None:
        focused: QWidget | None = self.window().focusWidget()
        for place, part in enumerate(self._parts):
            if focused is not None and part.isAncestorOf(focused):
                return place
        return None
