"""Which layout of a foreign template suits which of our slides: by its type, then its places."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.exports.deck.content import Look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.exports.deck.own.places import LayoutView, OpenedTemplate, Place

_KINDS = {
    Look.OPENING: {"title": 100, "tx": 30, "secHead": 15, "titleOnly": 5},
    Look.CONTENT: {"obj": 100, "tx": 60},
    Look.TWO_PARTS: {"twoObj": 100, "twoColTx": 70, "twoTxTwoObj": 20},
    Look.DISCUSSION: {"obj": 60, "tx": 40},
}
_NAMES = {
    Look.OPENING: ("title slide", "opening", "cover", "front"),
    Look.CONTENT: ("title and content", "content", "bullets", "text"),
    Look.TWO_PARTS: ("two content", "two column", "2 content", "comparison"),
    Look.DISCUSSION: ("discussion", "question", "activity", "exercise"),
}
_FOR_PLACES, _FOR_NAME, _FOR_SAMPLE, _FOR_MASTER = 40, 8, 30, 12
_FOR_EACH_MORE = -18
_FOR_MEANT = 200
"""For a layout whose name says that it is for discussion."""
_LEAST_SHARE = 0.22
"""Of the slide's width, for each of two parts."""


@dataclass(frozen=True)
class Used:
    """The places of a layout that slides of one look fill."""

    layout: LayoutView
    title: Place
    contents: tuple[Place, ...]
    """As many as the look has parts, from left to right; on the opening the subtitle, if any."""


def used_places(layout: LayoutView, look: Look) -> Used:
    """Return which places of `layout` a slide of `look` would fill.

    Raises `LookupError` where `has_places` says that there are none.
    """
    if layout.title is None:
        raise LookupError("no place for a title")
    if look is Look.OPENING:
        return Used(layout, layout.title, _subtitle(layout))
    parts = 2 if look is Look.TWO_PARTS else 1
    return Used(layout, layout.title, _parts(layout, parts))


def propose(template: OpenedTemplate, sampled: Sequence[str]) -> dict[Look, list[LayoutView]]:
    """Return for each look the layouts with the places it needs, the most suitable first.

    `sampled` are the parts of the layouts that the template's own samples used.
    """
    used = [layout for part in sampled if (layout := template.layout(f"/{part}"))]
    masters = Counter(layout.master_number for layout in used[1:])
    return {look: _ranked(template, look, used, masters) for look in Look}


def _ranked(
    template: OpenedTemplate, look: Look, used: Sequence[LayoutView], masters: Counter[int]
) -> list[LayoutView]:
    scores = {
        layout.part: _score(layout, look, used, masters)
        for layout in template.layouts
        if has_places(layout, look)
    }
    ranked = [layout for layout in template.layouts if layout.part in scores]
    return sorted(ranked, key=lambda layout: -scores[layout.part])


def _score(
    layout: LayoutView, look: Look, used: Sequence[LayoutView], masters: Counter[int]
) -> float:
    score: float = _KINDS[look].get(layout.kind, 0)
    name = layout.name.casefold()
    score += _FOR_NAME * any(word in name for word in _NAMES[look])
    filled = used_places(layout, look)
    needed = 2 if look is Look.TWO_PARTS else 1
    if len(filled.contents) == needed:
        score += _FOR_PLACES
    others = [one for one in layout.places if one.kind not in {"dt", "ftr", "sldNum"}]
    score += _FOR_EACH_MORE * max(0, len(others) - needed - 1)
    if look is Look.OPENING:
        score += _FOR_SAMPLE * (used[:1] == [layout])
    else:
        score += _FOR_SAMPLE * (layout in used[1:])
        score += _FOR_MASTER * (
            masters.most_common(1)[:1] == [(layout.master_number, masters[layout.master_number])]
        )
    if look is Look.DISCUSSION:
        score += _FOR_MEANT * any(word in name for word in _NAMES[look])
    return score


def has_places(layout: LayoutView, look: Look) -> bool:
    """Return whether a slide of `look` could be made on `layout` at all."""
    if layout.title is None:
        return False
    if look is Look.OPENING:
        return True
    return len(used_places(layout, look).contents) == (2 if look is Look.TWO_PARTS else 1)


def _subtitle(layout: LayoutView) -> tuple[Place, ...]:
    """Return the place for what stands under the title, the one meant for it if there is one."""
    ours = (one for one in layout.places if one.is_placed and one.is_upright)
    meant = [one for one in ours if one.kind == "subTitle"]
    others = sorted(layout.contents, key=lambda one: -_area(one))
    return tuple((meant or others)[:1])


def _parts(layout: LayoutView, count: int) -> tuple[Place, ...]:
    """Return the largest places, side by side where there are to be two."""
    largest = sorted(layout.contents, key=lambda one: -_area(one))[:count]
    if count == 1 or len(largest) < count:
        return tuple(largest)
    left, right = sorted(largest, key=lambda one: one.box.left)
    level = min(left.box.bottom, right.box.bottom) - max(left.box.top, right.box.top)
    is_beside = left.box.right <= right.box.left + right.box.width * 0.1
    return (left, right) if is_beside and level > 0.6 * left.box.height else ()


def _area(place: Place) -> float:
    return place.box.area
