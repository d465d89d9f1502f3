"""A card with sections of facts, each with the button that edits it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from sgdesk.ui.look.current import current
from sgdesk.ui.pages.case_section_list import SectionView
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.labels import make_rule
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from sgdesk.ui.pages.case_sections import Section


class SectionStack(Card):
    """Shows sections one below the other. Two kinds of card say how they are edited."""

    act_asked = Signal(object, str)
    """The `Section`, and the key of one of its acts."""
    why_asked = Signal(str)
    """The rule whose date is to be explained."""

    def __init__(self, title: str, *, link: str, link_icon: str, can_remove: bool) -> None:
        super().__init__(title, link=link, link_icon=link_icon)
        self._can_remove = can_remove
        self._parts: list[SectionView] = []
        self.body.setSpacing(current().px(8))

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show `sections` instead of those before; the keyboard stays where it was."""
        focused = self._place_of_focus()
        clear(self.body)
        self._parts = []
        for section in sections:
            if self._parts:
                self.body.addWidget(make_rule())
            part = SectionView(section, can_remove=self._can_remove)
            part.act_asked.connect(self.act_asked)
            part.facts.why_asked.connect(self.why_asked)
            self._parts.append(part)
            self.body.addWidget(part)
        if focused is not None and focused < len(self._parts):
            self._parts[focused].edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_instead(self, widget: QWidget) -> None:
        """Show `widget` in place of all sections."""
        clear(self.body)
        self._parts = []
        self.body.addWidget(widget)

    def parts(self) -> list[SectionView]:
        """Return the shown sections in their order."""
        return list(self._parts)

    def focused_section(self) -> Section | None:
        """Return the section that holds the keyboard, or None."""
        place = self._place_of_focus()
        return None if place is None else self._parts[place].section

    def _place_of_focus(self) -> int | None:
        focused: QWidget | None = self.window().focusWidget()
        for place, part in enumerate(self._parts):
            if focused is not None and part.isAncestorOf(focused):
                return place
        return None


class SectionCard(SectionStack):
    """One of several cards of a tab; `SectionList` is a tab of its own.

    A section without a dialog is for reading alone.
    """

    edit_asked = Signal(object)
    """The `Section` whose facts are to be edited."""

    def __init__(self, title: str = "", *, link: str = "", link_icon: str = "") -> None:
        super().__init__(title, link=link, link_icon=link_icon, can_remove=False)

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show `sections` instead of those before; the keyboard stays where it was."""
        super().set_sections(sections)
        for part in self.parts():
            part.edit_button.setVisible(bool(part.section.dialog))
            part.edit_button.clicked.connect(
                lambda _=False, one=part.section: self.edit_asked.emit(one)
            )
