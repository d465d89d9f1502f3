"""A template from outside, rebuilt from its masters, layouts, themes and pictures alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.errors import UserError
from sgdesk.exports.deck.own.foreign_package import damaged, open_package
from sgdesk.exports.deck.own.pictures import NOT_DRAWN, PictureStore
from sgdesk.exports.deck.own.rebuilding import NewPackage
from sgdesk.exports.deck.own.scaling import HEIGHT, factor_for, scale_drawing
from sgdesk.exports.deck.own.washing import (
    number_placeholders,
    wash_drawing,
    wash_style,
    wash_theme,
)
from sgdesk.exports.deck.xml_names import A, P, R, drop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from sgdesk.exports.deck.own.foreign_package import ForeignPackage, Relation

_MOST_MASTERS, _MOST_LAYOUTS = 40, 400
_LEAST_SIDE, _MOST_SIDE = 914_400, 51_206_400
"""EMU of the sides of a slide, as the format allows."""

_TOO_MANY = (
    "This template has more than 400 layouts: delete those that are not used in PowerPoint "
    "(View, Slide Master) and save it again."
)
_NO_MASTER = (
    "This template has no slide master with layouts: choose a template that was made in PowerPoint."
)
_OBJECT_LOST = (
    "A chart, diagram or embedded object on the template’s own layouts was left out: only "
    "shapes, pictures and text are taken over."
)
_LINKED = "A picture that the template only links to was left out: put it into the template."


@dataclass(frozen=True, slots=True)
class CleanedTemplate:
    """The rebuilt template without slides, and what is known of the one it was made from."""

    content: bytes
    sampled: tuple[str, ...]
    """The parts of the layouts that its sample slides used, in their order."""
    notes: tuple[str, ...]
    """What was left out that the officer may miss, in sentences."""


def clean_template(data: bytes) -> CleanedTemplate:
    """Return the template `data` rebuilt, with nothing of its samples, authors or links.

    Raises `UserError` with a sentence where it cannot be used.
    """
    return _Cleaner(open_package(data)).clean()


class _Cleaner:
    def __init__(self, package: ForeignPackage) -> None:
        self._package = package
        self._pictures = PictureStore()
        self._new = NewPackage()
        self._layouts: dict[str, str] = {}
        """The new name of each layout by its old one."""
        self._drawn: dict[str, str | None] = {}
        """The new name of each picture by its old one: drawn once, however often it is shown."""
        self._themes = 0
        self._factor = 1.0
        self._notes: dict[str, None] = {}

    def clean(self) -> CleanedTemplate:
        main = self._package.main_part()
        presentation = self._package.xml(main)
        relations = self._package.relations(main)
        width, height = _slide_size(presentation)
        self._factor = factor_for(height)
        masters = list(_listed(presentation, "sldMasterId", relations, "slideMaster"))
        for name in masters[:_MOST_MASTERS]:
            self._take_master(name)
        if not self._layouts:
            raise UserError(_NO_MASTER)
        size = (round(width * self._factor), height if self._factor == 1 else HEIGHT)
        self._new.set_presentation(size, self._default_style(presentation))
        content = self._new.saved(self._pictures.files)
        return CleanedTemplate(content, self._sampled(presentation, relations), tuple(self._notes))

    def _take_master(self, name: str) -> None:
        root = self._sound(name, "sldMaster")
        relations = self._package.relations(name)
        layouts = [
            one
            for one in _listed(root, "sldLayoutId", relations, "slideLayout")
            if one not in self._layouts
        ]
        themes = [one.target for one in relations.values() if one.kind == "theme"]
        if not layouts or not themes:
            return
        if len(self._layouts) + len(layouts) > _MOST_LAYOUTS:
            raise UserError(_TOO_MANY)
        theme = self._take_theme(themes[0])
        master = self._new.add_master(theme)
        for layout in layouts:
            self._take_layout(layout, master)
        self._wash(root, name, master)
        self._new.finish_master(master, root)

    def _take_layout(self, name: str, master: str) -> None:
        root = self._sound(name, "sldLayout")
        new = self._new.add_layout(master)
        self._layouts[name] = new
        self._wash(root, name, new)
        number_placeholders(root)
        drop(root, "matchingName")
        self._new.finish(new, root)

    def _take_theme(self, name: str) -> str:
        root = self._package.xml(name)
        if root.tag != f"{A}theme":
            raise damaged()
        self._themes += 1
        new = self._new.add_theme()
        wash_theme(root, lambda number: self._picture(name, number, new), f"Deck {self._themes}")
        self._new.finish(new, root)
        return new

    def _default_style(self, presentation: etree._Element) -> etree._Element | None:
        found = presentation.find(f"{P}defaultTextStyle")
        if found is None:
            return None
        style = wash_style(found)
        scale_drawing(style, self._factor)
        return style

    def _wash(self, root: etree._Element, name: str, new: str) -> None:
        missing = len(self._notes)
        lost = wash_drawing(root, lambda number: self._picture(name, number, new))
        scale_drawing(root, self._factor)
        if lost and len(self._notes) == missing:
            self._notes[_OBJECT_LOST] = None

    def _picture(self, holder: str, number: str, new: str) -> str | None:
        """Return the id under which `new` has the picture that `holder` knows as `number`."""
        relation = self._package.relations(holder).get(number)
        if relation is None or relation.is_external:
            self._notes[_LINKED] = None
            return None
        if relation.target not in self._drawn:
            data = self._package.picture(relation.target)
            self._drawn[relation.target] = None if data is None else self._pictures.add(data)
        picture = self._drawn[relation.target]
        if picture is None:
            self._notes[NOT_DRAWN] = None
            return None
        return self._new.relate(new, "image", picture)

    def _sound(self, name: str, tag: str) -> etree._Element:
        root = self._package.xml(name)
        if root.tag != f"{P}{tag}" or root.find(f"{P}cSld/{P}spTree") is None:
            raise damaged()
        return root

    def _sampled(
        self, presentation: etree._Element, relations: dict[str, Relation]
    ) -> tuple[str, ...]:
        """Return which layouts the sample slides used; a slide that is not sound counts not."""
        used = []
        for slide in _listed(presentation, "sldId", relations, "slide"):
            try:
                own = self._package.relations(slide).values()
            except UserError:
                continue
            used += [self._layouts.get(one.target, "") for one in own if one.kind == "slideLayout"]
        return tuple(name for name in used if name)


def _listed(
    root: etree._Element, tag: str, relations: dict[str, Relation], kind: str
) -> Iterator[str]:
    """Yield the parts that `root` lists, each once, in its order."""
    seen: set[str] = set()
    for one in root.iterfind(f"{P}{tag}Lst/{P}{tag}"):
        relation = relations.get(one.get(f"{R}id", ""))
        if relation is None or relation.kind != kind or relation.is_external:
            continue
        if relation.target not in seen:
            seen.add(relation.target)
            yield relation.target


def _slide_size(presentation: etree._Element) -> tuple[int, int]:
    size = presentation.find(f"{P}sldSz")
    try:
        width, height = (int(size.get(side, "")) for side in ("cx", "cy"))  # type: ignore[union-attr]
    except (AttributeError, ValueError) as error:
        raise damaged() from error
    if not all(_LEAST_SIDE <= side <= _MOST_SIDE for side in (width, height)):
        raise damaged()
    return width, height
