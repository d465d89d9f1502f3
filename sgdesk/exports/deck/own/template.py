"""The partnership's own template, open for making a deck on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.util import Length

from sgdesk.errors import UserError
from sgdesk.exports.deck.content import Look
from sgdesk.exports.deck.measuring import Frame, Frames
from sgdesk.exports.deck.own.layouts import Used, has_places, used_places
from sgdesk.exports.deck.own.painting import paint_layout
from sgdesk.exports.deck.own.places import open_cleaned
from sgdesk.exports.deck.own.preparing import prepare_layout
from sgdesk.exports.deck.own.settling import Settling
from sgdesk.exports.deck.own.typefaces import wideness
from sgdesk.exports.deck.pictures import remove
from sgdesk.exports.deck.template import TABLE_STYLE, DeckStyle, DeckTemplate
from sgdesk.exports.deck.xml_names import P

if TYPE_CHECKING:
    from pptx.slide import Slide as DrawnSlide
    from pptx.slide import SlideLayout

    from sgdesk.exports.deck.own.places import LayoutView, OpenedTemplate, Place
    from sgdesk.records.deck_templates import OwnDeck

_GROUND_WIDTH = 240
_UNUSABLE = (
    "The partnership’s PowerPoint template cannot be used any more. Choose it again in Settings, "
    "Deck template, or use the built-in one."
)


class OwnDeckTemplate(DeckTemplate):
    """Slides take the layouts that were chosen, and keep to what the template's theme allows."""

    def __init__(self, opened: OpenedTemplate, layouts: dict[Look, LayoutView]) -> None:
        self.presentation = opened.presentation
        self.style = DeckStyle(TABLE_STYLE)
        self._used = {look: _in_order(layout, look) for look, layout in layouts.items()}
        self._settlings: dict[Look, Settling] = {}
        grounds = {}
        for used in self._used.values():
            ground = paint_layout(used.layout, opened.size, _GROUND_WIDTH).finished()
            grounds[used.layout.part] = ground
        for part, ground in grounds.items():
            same = [used for used in self._used.values() if used.layout.part == part]
            contents = {place.index: place for used in same for place in used.contents}
            whole = Used(same[-1].layout, same[-1].title, tuple(contents.values()))
            prepare_layout(whole, opened.size, ground)
        for look, used in self._used.items():
            ground = grounds[used.layout.part]
            now = _in_order(used.layout.read_again(), look)
            self._settlings[look] = Settling(now, opened.size, ground)
        for look in (Look.CONTENT, Look.TWO_PARTS):
            self._settlings[look].settle_links()

    @property
    def frames(self) -> Frames:
        left, right = self._used[Look.TWO_PARTS].contents
        return Frames(
            body=self._frame(Look.CONTENT, self._used[Look.CONTENT].contents[0]),
            left=self._frame(Look.TWO_PARTS, left),
            right=self._frame(Look.TWO_PARTS, right),
            title=self._frame(Look.TWO_PARTS, self._used[Look.TWO_PARTS].title),
        )

    def layout(self, look: Look) -> SlideLayout:
        return self._used[look].layout.layout

    def add_slide(self, look: Look) -> DrawnSlide:
        """Return a new slide with the places that slides of `look` fill, and no others."""
        drawn = super().add_slide(look)
        used = self._used[look]
        kept = {0, *(place.index for place in used.contents)}
        for place in list(drawn.placeholders):
            if place.placeholder_format.idx not in kept:
                remove(place)
        return drawn

    def settle(self, drawn: DrawnSlide, look: Look) -> None:
        """Make the colours and sizes of a drawn slide such that all of it can be read."""
        self._settlings[look].settle(drawn)

    def _frame(self, look: Look, place: Place) -> Frame:
        """Return the room for text in points, less where the typeface is wider than Arial."""
        used = self._used[look]
        shape = next(
            one for one in list(used.layout.layout.placeholders) if one.element is place.shape
        )
        wide = _wideness_of(used, place)
        return Frame(Length(shape.width).pt / wide, Length(shape.height).pt)


def _in_order(layout: LayoutView, look: Look) -> Used:
    """Return the places that are filled; of two parts the left one has the lower number."""
    used = used_places(layout, look)
    numbers = [place.index for place in used.contents]
    if numbers == sorted(numbers):
        return used
    for place, number in zip(used.contents, sorted(numbers), strict=True):
        for one in place.shape.iter(f"{P}ph"):
            one.set("idx", str(number))
    return used_places(layout.read_again(), look)


def _wideness_of(used: Used, place: Place) -> float:
    """Return how much wider than Arial the text of a place runs."""
    return wideness(used.layout.master.typeface(place.typeface())) * place.widening


def open_own_template(own: OwnDeck) -> OwnDeckTemplate:
    """Return the template, open. Raises `UserError` where a chosen layout is not in it."""
    opened = open_cleaned(own.content)
    chosen = {choice.use: opened.layout(choice.layout) for choice in own.layouts}
    layouts: dict[Look, LayoutView] = {}
    for look in Look:
        layout = chosen.get(look.value)
        if layout is None or not has_places(layout, look):
            raise UserError(_UNUSABLE)
        layouts[look] = layout
    return OwnDeckTemplate(opened, layouts)
