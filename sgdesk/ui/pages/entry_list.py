"""A card with the entries of one kind: each a section, with adding, editing and removing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from sgdesk.ui.pages.section_card import SectionStack
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.ui.pages.case_sections import Section


class EntryList(SectionStack):
    """For a few entries; many stand better in a table. Sections carry the entries' ids."""

    add_asked = Signal()
    edit_asked = Signal(object)
    """The id of the entry."""
    remove_asked = Signal(object)

    def __init__(self, title: str, add: str, empty: str) -> None:
        """Take the title, the words of the link that adds one, and what stands while none is."""
        super().__init__(title, link=add, link_icon="plus", can_remove=True)
        self._empty = empty
        self.link_button.clicked.connect(self.add_asked)

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show `sections` instead of those before; the keyboard stays where it was."""
        super().set_sections(sections)
        for part in self.parts():
            part.edit_button.clicked.connect(
                lambda _=False, one=part.section: self.edit_asked.emit(one.entry_id)
            )
            part.removed.connect(lambda one: self.remove_asked.emit(one.entry_id))
        if not sections:
            self.show_instead(make_label(self._empty, "muted", wraps=True))
