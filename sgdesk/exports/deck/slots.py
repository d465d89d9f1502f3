"""New slides and their places: made by the library once for each look, then copied."""

from __future__ import annotations

from copy import deepcopy
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape

from sgdesk.exports.deck.boxes import Place
from sgdesk.exports.deck.template import kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.enum.shapes import PP_PLACEHOLDER
    from pptx.slide import Slide

    from sgdesk.exports.deck.content import Look
    from sgdesk.exports.deck.template import DeckTemplate


class Slot(NamedTuple):
    """A placeholder of a slide, its kind, and where it stands."""

    shape: Shape
    kind: PP_PLACEHOLDER
    place: Place


class _Known(NamedTuple):
    """The placeholders of the first slide of a look, as they were before it was drawn."""

    elements: list[Any]
    kinds: list[PP_PLACEHOLDER]
    places: list[Place]


class NewSlides:
    """Adds slides to the presentation of `template`; all of one look are alike."""

    def __init__(self, template: DeckTemplate) -> None:
        self._template = template
        self._known: dict[Look, _Known] = {}

    def add(self, look: Look) -> tuple[Slide, list[Slot]]:
        """Return a new slide for `look`, and its placeholders in their order."""
        if look in self._known:
            slide = self._copy(look)
        else:
            slide = self._template.add_slide(look)
            self._known[look] = _known(slide)
        known = self._known[look]
        shapes = [Shape(element, slide.shapes) for element in _places(slide)]
        return slide, list(map(Slot, shapes, known.kinds, known.places))

    def _copy(self, look: Look) -> Slide:
        presentation = self._template.presentation
        relation, slide = presentation.part.add_slide(self._template.layout(look))
        slide.shapes.element.extend(deepcopy(one) for one in self._known[look].elements)
        presentation.slides.element.add_sldId(relation)
        copy: Slide = slide
        return copy


def slots_of(slots: Sequence[Slot], kinds: set[PP_PLACEHOLDER]) -> list[Slot]:
    """Return those of `slots` that are of one of `kinds`, in their order."""
    return [slot for slot in slots if slot.kind in kinds]


def _known(slide: Slide) -> _Known:
    shapes = list(slide.placeholders)
    layout: Any = slide.slide_layout.placeholders
    takes_after = [layout.get(one.placeholder_format.idx) for one in shapes]
    places = [Place(one.left, one.top, one.width, one.height) for one in takes_after]
    elements = [deepcopy(one.element) for one in shapes]
    return _Known(elements, list(map(kind_of, shapes)), places)


def _places(slide: Slide) -> list[Any]:
    """Return the elements of the placeholders in the library's order, sooner than it does."""
    found = [
        (int(place.get("idx", 0)), element)
        for element in slide.shapes.element
        for place in element.iter(qn("p:ph"))
    ]
    return [element for _, element in sorted(found, key=itemgetter(0))]
