"""The partnership's own look for documents: logo, colours, where readers find out more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sgdesk.domain.partnerships import ReadingLine
from sgdesk.domain.typefaces import TYPEFACE_WORDS
from sgdesk.ui.dialogs.briefing_item_row import ItemColumn
from sgdesk.ui.dialogs.briefing_items import ItemList
from sgdesk.ui.dialogs.editors import ChoiceCombo, LineList
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.pages.settings_colour import ColourField
from sgdesk.ui.pages.settings_logo import LogoField
from sgdesk.ui.pages.settings_profile import FormSectionPage, ProfileForm

if TYPE_CHECKING:
    from sgdesk.ui.context import AppContext

_READING = (
    ItemColumn("text", "Text, such as All published reviews:", stretch=5, least=200),
    ItemColumn("words of the link", "Words of the link, if any", stretch=4, least=160),
    ItemColumn("address", "https://", stretch=4, least=160),
)
_CONTACTS_HINT = (
    "How readers reach the partnership, a line each. Every public document carries them. Name "
    "a team, not a person."
)
_TYPEFACE_HINT = "For briefings as PDF. Word copies and web pages are set in Arial."
_READING_HINT = "Stands at the foot of every briefing. A line may have a link or be text alone."


class DocumentsForm(ProfileForm):
    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.logo_field = LogoField(context)
        self.ink_field = ColourField("Main colour")
        self.accent_field = ColourField("Second colour")
        self.typeface_combo = ChoiceCombo(TYPEFACE_WORDS)
        self.contacts_edit = LineList(3)
        self.reading_list = ItemList("Find out more", "line", _READING, counts_words=False)
        self.form.addWidget(
            self.add_field("logo_png", "Logo", self.logo_field, hint="A PNG or JPEG picture.")
        )
        colours = SideBySide()
        for name, title, field in (
            ("ink", "Main colour", self.ink_field),
            ("accent", "Second colour", self.accent_field),
        ):
            colours.add(self.add_field(name, title, field), least=280)
        self.form.addWidget(colours)
        self.form.addWidget(
            self.add_field("typeface", "Typeface", self.typeface_combo, hint=_TYPEFACE_HINT)
        )
        self.form.addWidget(
            self.add_field("contacts", "Contact lines", self.contacts_edit, hint=_CONTACTS_HINT)
        )
        self.form.addWidget(
            self.add_field("reading", "Find out more", self.reading_list, hint=_READING_HINT)
        )
        self.start()

    def kept_way(self) -> str:
        return "Documents"

    def changes(self) -> dict[str, Any]:
        lines = (ReadingLine(*item) for item in self.reading_list.items() if any(item))
        return {
            "logo_png": self.logo_field.value(),
            "ink": self.ink_field.value(),
            "accent": self.accent_field.value(),
            "typeface": self.typeface_combo.value(),
            "contacts": self.contacts_edit.entries(),
            "reading": tuple(lines),
        }

    def edited(self, name: str) -> None:
        if name == "ink":
            self.logo_field.set_ink(self.ink_field.value())

    def fill(self) -> None:
        held = self._context.register.profile
        self.logo_field.set_value(held.logo_png)
        self.ink_field.set_value(held.ink)
        self.accent_field.set_value(held.accent)
        self.typeface_combo.set_value(held.typeface)
        self.contacts_edit.set_entries(held.contacts)
        self.reading_list.set_items(
            [(line.text, line.label, line.address) for line in held.reading]
        )


def documents_section(context: AppContext) -> FormSectionPage:
    """Return the section on how documents look."""
    note = "How your documents look. The window keeps its own colours."
    return FormSectionPage("Documents", note, DocumentsForm(context))
