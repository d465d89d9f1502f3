"""What each layout of a cleaned template offers: places for text, with their style and room."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE

from sgdesk.exports.deck.colours import BLACK, override_in, scheme_of
from sgdesk.exports.deck.own.geometry import Box, box_in, number
from sgdesk.exports.deck.own.text_styles import INSETS, inset
from sgdesk.exports.deck.xml_names import CONTENT_KINDS, TITLE_KINDS, A, P

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pptx.presentation import Presentation as PresentationType
    from pptx.slide import SlideLayout, SlideMaster

    from sgdesk.exports.deck.colours import Colour, Scheme

_MASTER_KINDS = {
    "ctrTitle": "title",
    "dt": "dt",
    "ftr": "ftr",
    "sldNum": "sldNum",
    "title": "title",
}
_STYLES = {"title": "titleStyle", "body": "bodyStyle"}
_USUAL_SIZE = 18.0
_HUNDREDTHS = 100
_CAPITALS = 1.22
"""How much wider a line is when it is set in capitals, against mixed letters."""


@dataclass(frozen=True)
class Place:
    """One placeholder of a layout, with what it inherits."""

    kind: str
    index: int
    box: Box
    """Empty where neither it nor the master says where it stands."""
    shape: etree._Element = field(repr=False)
    levels: tuple[etree._Element, ...] = field(repr=False)
    """First-level styles that hold for it, the nearest first."""
    bodies: tuple[etree._Element, ...] = field(repr=False)
    """Body properties that hold for it, the nearest first."""

    @property
    def is_title(self) -> bool:
        return self.kind in TITLE_KINDS

    @property
    def is_content(self) -> bool:
        return self.kind in CONTENT_KINDS

    @property
    def is_upright(self) -> bool:
        """Whether its text runs from left to right."""
        return self.body_setting("vert", "horz") == "horz"

    @property
    def size(self) -> float:
        """The type size in points."""
        written = number(self.run_setting("sz"))
        return written / _HUNDREDTHS if written else _USUAL_SIZE

    @property
    def widening(self) -> float:
        """How much wider its text is than in mixed letters."""
        return _CAPITALS if self.run_setting("cap") in {"all", "small"} else 1.0

    @property
    def is_placed(self) -> bool:
        """Whether it takes any room on the slide."""
        return self.box.area > 0

    @property
    def room(self) -> Box:
        """The box inside the insets."""
        return inset(self.box, self.bodies, INSETS)

    def body_setting(self, name: str, usual: str) -> str:
        """Return a body property such as "anchor" that holds for it."""
        return next((one.get(name, "") for one in self.bodies if name in one.attrib), usual)

    def level_setting(self, name: str, usual: str = "") -> str:
        """Return a paragraph property such as "algn" that holds for it."""
        return next((one.get(name, "") for one in self.levels if name in one.attrib), usual)

    def run_setting(self, name: str) -> str:
        """Return a run property such as "sz" that holds for it, or ""."""
        runs = (one.find(f"{A}defRPr") for one in self.levels)
        return next(
            (run.get(name, "") for run in runs if run is not None and name in run.attrib), ""
        )

    def colour(self, scheme: Scheme) -> Colour:
        """Return the colour of its text."""
        for level in self.levels:
            colour = scheme.colour_in(level.find(f"{A}defRPr/{A}solidFill"))
            if colour is not None:
                return colour
        return scheme.named("tx1") if scheme.theme else BLACK

    def typeface(self) -> str:
        """Return the name of its typeface, or the theme's "+mn-lt" or "+mj-lt"."""
        for level in self.levels:
            latin = level.find(f"{A}defRPr/{A}latin")
            if latin is not None:
                return str(latin.get("typeface", ""))
        return "+mn-lt"


class MasterView:
    """A master and what its layouts inherit from it."""

    def __init__(self, master: SlideMaster, default: etree._Element | None) -> None:
        self.root: etree._Element = master.element
        self.part: Any = master.part
        self.default = default
        theme = self.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        self.theme = etree.fromstring(theme.blob)
        self.theme_part: Any = theme
        self.scheme = scheme_of(self.theme, self.root.find(f"{P}clrMap"))

    def typeface(self, name: str) -> str:
        """Return the typeface that a theme name such as "+mj-lt" means, or `name` itself."""
        kind = {"+mj": "majorFont", "+mn": "minorFont"}.get(name[:3])
        if kind is None:
            return name
        latin = self.theme.find(f".//{A}{kind}/{A}latin")
        return "" if latin is None else str(latin.get("typeface", ""))

    def shape(self, kind: str) -> etree._Element | None:
        """Return the master's placeholder that a layout's one of `kind` inherits from."""
        wanted = _MASTER_KINDS.get(kind, "body")
        return next((one for one in shapes_in(self.root) if kind_of(one) == wanted), None)

    def styles(self, kind: str) -> Iterator[etree._Element]:
        """Yield the text styles that hold for placeholders of `kind`, the nearest first."""
        wanted = _STYLES.get(_MASTER_KINDS.get(kind, "body"), "otherStyle")
        yield from self.root.iterfind(f"{P}txStyles/{P}{wanted}")
        if self.default is not None:
            yield self.default


class LayoutView:
    """A layout of the template: its part, its name, its scheme and its places."""

    def __init__(self, layout: SlideLayout, master: MasterView, number_: int) -> None:
        self.layout = layout
        self.master = master
        self.master_number = number_
        self.root: etree._Element = layout.element
        self.part = str(layout.part.partname)
        self.name = layout.name.strip() or "Layout without a name"
        self.kind = self.root.get("type", "")
        self.scheme = master.scheme.mapped(override_in(self.root))

    def read_again(self) -> LayoutView:
        """Return a view of the layout as it is now."""
        return LayoutView(self.layout, self.master, self.master_number)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        return tuple(
            place_of(shape, self.master) for shape in shapes_in(self.root) if kind_of(shape)
        )

    @property
    def title(self) -> Place | None:
        """The place for the heading, or None where there is no room for one."""
        return next((one for one in self.places if one.is_title and one.is_placed), None)

    @property
    def contents(self) -> tuple[Place, ...]:
        """The places for text, tables and pictures, from left to right."""
        found = [one for one in self.places if one.is_content and one.is_placed and one.is_upright]
        return tuple(sorted(found, key=lambda one: one.box.left))


@dataclass(frozen=True)
class OpenedTemplate:
    """A cleaned template with views of all its layouts."""

    presentation: PresentationType
    size: Box
    layouts: tuple[LayoutView, ...]

    def layout(self, part: str) -> LayoutView | None:
        return next((one for one in self.layouts if one.part == part), None)


def open_cleaned(content: bytes) -> OpenedTemplate:
    """Return the template of a cleaned file, open."""
    presentation = Presentation(io.BytesIO(content))
    default = presentation.element.find(f"{P}defaultTextStyle")
    layouts = []
    for index, master in enumerate(presentation.slide_masters, start=1):
        view = MasterView(master, default)
        layouts += [LayoutView(layout, view, index) for layout in master.slide_layouts]
    size = Box(0, 0, float(presentation.slide_width or 0), float(presentation.slide_height or 0))
    return OpenedTemplate(presentation, size, tuple(layouts))


def place_of(shape: etree._Element, master: MasterView) -> Place:
    """Return the placeholder `shape` of a layout with what it has from the master."""
    kind = kind_of(shape)
    above = master.shape(kind)
    chain: Sequence[etree._Element] = [shape] if above is None else [shape, above]
    boxes = (box_in(one.find(f"{P}spPr")) for one in chain)
    own = [style for one in chain for style in one.iterfind(f"{P}txBody/{A}lstStyle")]
    levels = (style.find(f"{A}lvl1pPr") for style in [*own, *master.styles(kind)])
    place = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return Place(
        kind,
        int(number(None if place is None else place.get("idx"))),
        next((box for box in boxes if box is not None), Box(0, 0, 0, 0)),
        shape,
        tuple(level for level in levels if level is not None),
        tuple(body for one in chain for body in one.iterfind(f"{P}txBody/{A}bodyPr")),
    )


def shapes_in(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the shapes that stand on a slide, layout or master themselves, not in groups."""
    yield from root.iterfind(f"{P}cSld/{P}spTree/{P}sp")


def kind_of(shape: etree._Element) -> str:
    """Return the kind of a placeholder, such as "title" or "obj"; "" if it is none."""
    place = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return "" if place is None else str(place.get("type", "obj"))
