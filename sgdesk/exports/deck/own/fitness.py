"""Whether a layout of a foreign template can carry our slides, and if not, why: in sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.contrast import READABLE, VISIBLE, contrast
from sgdesk.exports.deck.content import Look
from sgdesk.exports.deck.own.layouts import used_places
from sgdesk.exports.deck.own.painting import paint_layout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PIL import Image

    from sgdesk.exports.deck.colours import Colour
    from sgdesk.exports.deck.own.geometry import Box
    from sgdesk.exports.deck.own.places import LayoutView, Place

_LEAST_AREA = {Look.CONTENT: 0.45, Look.TWO_PARTS: 0.40, Look.DISCUSSION: 0.45}
"""The least share of the slide that the places for text take."""

_LEAST_TITLE_WIDTH, _LEAST_TITLE_HEIGHT = 0.3, 0.055
_MOST_UNREADABLE = 0.01
"""The share of a text area on which the text may fall short of the least contrast."""

_FAR, _SOME_UNEVEN, _MOST_UNEVEN = 28, 0.01, 0.1
"""How far two colours are apart, of 255; the share of a ground that may be of another colour
before the officer is told, and before the layout is refused."""

_MOST_OVERLAP = 0.06
_SAMPLED_WIDTH = 240
_GRID = 40
_MANY_COLOURS = 24
"""Colours in a text area beyond which it is a picture."""

_WORDS = {
    Look.OPENING: "Opening slide",
    Look.CONTENT: "Slides in one part",
    Look.TWO_PARTS: "Slides in two parts",
    Look.DISCUSSION: "Discussion slides",
}


@dataclass(frozen=True, slots=True)
class Fitness:
    """What speaks against a layout, and what the officer should look at."""

    problems: tuple[str, ...]
    warnings: tuple[str, ...]


def words_for(look: Look) -> str:
    """Return what the officer calls slides of that look."""
    return _WORDS[look]


def check_layout(layout: LayoutView, look: Look, size: Box) -> Fitness:
    """Return why `layout` cannot or may not well carry slides of `look`; empty if it can."""
    problems = list(_problems_of_places(layout, look, size))
    warnings: list[str] = []
    if not problems:
        ground = paint_layout(layout, size, _SAMPLED_WIDTH).finished()
        for place, words in _texts(layout, look):
            text = _Text(ground, place, layout, size, words, look is Look.OPENING)
            problem, notes = _check_ground(text)
            problems += [problem] if problem else []
            warnings += notes
    name = _WORDS[look]
    return Fitness(
        tuple(f"{name}: {one}" for one in problems), tuple(f"{name}: {one}" for one in warnings)
    )


def _problems_of_places(layout: LayoutView, look: Look, size: Box) -> Iterator[str]:
    used = used_places(layout, look)
    if not used.title.is_upright:
        yield f"the title of “{layout.name}” runs upwards."
        return
    if (
        used.title.box.width < _LEAST_TITLE_WIDTH * size.width
        or used.title.box.height < _LEAST_TITLE_HEIGHT * size.height
    ):
        yield f"the place for the title on “{layout.name}” is too small for a line of text."
    if look is Look.OPENING:
        return
    boxes = [place.box for place in used.contents]
    share = sum(box.overlap(size) for box in boxes) / size.area
    if share < _LEAST_AREA[look]:
        yield (
            f"the text area of “{layout.name}” takes {share:.0%} of the slide, and at least "
            f"{_LEAST_AREA[look]:.0%} is needed."
        )
    common = sum(box.overlap(used.title.box) for box in boxes)
    if common > _MOST_OVERLAP * used.title.box.area:
        yield f"the title of “{layout.name}” lies over its text."


def _texts(layout: LayoutView, look: Look) -> Iterator[tuple[Place, str]]:
    used = used_places(layout, look)
    yield used.title, "the title"
    for place in used.contents:
        yield place, "the text"


class _Text(NamedTuple):
    """One text on the ground that it stands on."""

    ground: Image.Image
    place: Place
    layout: LayoutView
    size: Box
    words: str
    """What it is, such as "the title"."""
    is_opening: bool
    """An opening may stand on a picture; what is read for longer may not."""


def _check_ground(text: _Text) -> tuple[str, list[str]]:
    """Return what keeps the text from being read, or "", and what the officer should look at."""
    colour = text.place.colour(text.layout.scheme)
    samples = _samples(text.ground, text.place, text.size)
    ratios = sorted(contrast(colour, sample) for sample in samples)
    where = f"{text.words} of “{text.layout.name}”"
    if not ratios:
        return f"{where} stands outside the slide.", []
    unreadable = sum(ratio < VISIBLE for ratio in ratios) / len(ratios)
    worst = int(ratios[int(len(ratios) * _MOST_UNREADABLE)] * 10) / 10
    if unreadable > _MOST_UNREADABLE:
        return (
            f"{where} cannot be read on its background: the contrast is {worst} to 1 on "
            f"{unreadable:.0%} of its area, and 3 to 1 is needed."
        ), []
    if not text.is_opening and _unevenness(samples) > _MOST_UNEVEN:
        return (
            f"{where} stands on a picture or pattern of several colours, which makes it hard to "
            "read. Choose a layout with a plain background."
        ), []
    notes = []
    if worst < READABLE:
        notes.append(
            f"{where} has a contrast of {worst} to 1, and 4.5 to 1 suits every eye: decks set it "
            "in a colour that stands out more."
        )
    elif not text.is_opening and _unevenness(samples) > _SOME_UNEVEN:
        notes.append(f"{where} has decoration behind it. Look at the preview: is it in the way?")
    if len({tuple(channel // 12 for channel in sample) for sample in samples}) > _MANY_COLOURS:
        notes.append(
            f"{where} stands on a picture. Look at the preview: can it be read everywhere?"
        )
    return "", notes


def _unevenness(samples: Sequence[tuple[int, ...]]) -> float:
    """Return the share of `samples` that is far from the most frequent colour."""
    main = max(set(samples), key=samples.count)
    far = (max(abs(a - b) for a, b in zip(one, main, strict=True)) > _FAR for one in samples)
    return sum(far) / len(samples)


def _samples(ground: Image.Image, place: Place, size: Box) -> list[tuple[int, ...]]:
    """Return colours of `ground` where the text of `place` stands, evenly over its room."""
    room = place.room
    scale = ground.width / size.width
    pixels = ground.convert("RGB").tobytes()
    found: list[tuple[int, ...]] = []
    for row in range(_GRID):
        for column in range(_GRID):
            x = int((room.left + room.width * (column + 0.5) / _GRID) * scale)
            y = int((room.top + room.height * (row + 0.5) / _GRID) * scale)
            if 0 <= x < ground.width and 0 <= y < ground.height:
                at = 3 * (y * ground.width + x)
                found.append(tuple(pixels[at : at + 3]))
    return found


def ground_colour(ground: Image.Image, place: Place, size: Box) -> Colour | None:
    """Return the colour that most of `place` stands on, or None outside the slide."""
    samples = _samples(ground, place, size)
    if not samples:
        return None
    red, green, blue = max(set(samples), key=samples.count)[:3]
    return (red, green, blue, 1.0)
