"""A PDF being drawn: every mark on its pages is tagged content or an artifact."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from fpdf import FPDF, ViewerPreferences

from sgdesk.exports.pdf.finishing import finish
from sgdesk.exports.pdf.fonts import BOX, FaceKey, FontSet, Phrase, Stretch
from sgdesk.exports.pdf.lettering import LoadedFace
from sgdesk.exports.pdf.metadata import LANGUAGE, Facts
from sgdesk.exports.pdf.spoken import groups_of, in_language
from sgdesk.exports.pdf.tagging import Box, Element, Hotspot, Tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sgdesk.exports.pdf.colours import Colour

MM = 72 / 25.4
"""Points in a millimetre."""
_ALWAYS = "·" + "".join(map(chr, range(0x20, 0x7F)))
Point = tuple[float, float]


class Sheet(FPDF):
    """An A4 document. Lengths are in mm from the upper left corner, sizes of type in points.

    `texts` must hold every letter that will be drawn beyond plain ASCII and the middle dot:
    the fonts are cut down to these letters first, which is what makes drawing fast.
    """

    def __init__(
        self, facts: Facts, fonts: FontSet, texts: Iterable[str], *, landscape: bool = False
    ) -> None:
        super().__init__(
            orientation="landscape" if landscape else "portrait", enforce_compliance="PDFA_2U"
        )
        self._facts = facts
        self.typefaces = fonts
        self._letters = frozenset(_ALWAYS).union(BOX, *texts)
        self._loaded: dict[FaceKey, LoadedFace] = {}
        self._is_marking = False
        self._is_marked = False
        self.tags = Tags()
        self.render_color_fonts = False
        self.set_auto_page_break(auto=False)
        self.set_lang(LANGUAGE)
        self.set_creation_date(facts.moment)
        self.set_xmp_metadata(facts.xmp())
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)

    @contextmanager
    def element(
        self, role: str, *, alt: str = "", scope: str = "", columns: int = 1, numbering: str = ""
    ) -> Iterator[Element]:
        """Open a tag for the block; other elements and content go inside it."""
        element = Element(role, alt=alt, scope=scope, columns=columns, numbering=numbering)
        with self.tags.element(element):
            yield element

    @contextmanager
    def content(self) -> Iterator[None]:
        """Mark what the block draws as content of the open element."""
        with self.text_content():
            self._begin_mark()
            yield

    @contextmanager
    def text_content(self) -> Iterator[None]:
        """Mark the text that the block draws, and nothing else, as content of the open element.

        Stretches of another script get marks of their own, which name the language.
        """
        with self.tags.drawing(self.page):
            self._is_marking = True
            yield
            self.tags.require_drawing(self.page)
            self._end_mark()
            self._is_marking = False

    @contextmanager
    def artifact(self, kind: Literal["Layout", "Pagination"] = "Layout") -> Iterator[None]:
        """Mark what the block draws as decoration that is not read aloud."""
        with self.tags.drawing(self.page):
            self._out(f"/Artifact <</Type /{kind}>> BDC")
            yield
            self.tags.require_drawing(self.page)
            self._out("EMC")

    def show(self, at: Point, phrase: Phrase, size: float, colour: Colour) -> None:
        """Draw `phrase` from `at`, the left end of its baseline."""
        self.tags.require_drawing(self.page)
        left, baseline = at
        x, y = left * MM, (self.h - baseline) * MM
        stretches = self.typefaces.stretches(phrase.text, phrase.weight)
        if phrase.is_from_right:
            said = in_language(stretches)
            self._show(self._from_right(stretches, size), (x, y), colour, said)
            return
        for said, together in groups_of(stretches):
            drawn = (self._drawn(stretch, size) for stretch in together)
            self._show(drawn, (x, y), colour, said)
            if len(together) < len(stretches):
                advances = [self._face(one.face).advance(one) for one in together]
                x += sum(advances) * size / 1000

    def _show(self, operators: Iterable[str], at: Point, colour: Colour, said: str) -> None:
        """Draw text; with a mark of its own where there is something to say of it."""
        x, y = at
        start = f"q {colour.operands} rg BT {x:.2f} {y:.2f} Td"
        if said and self._is_marking:
            self._end_mark()
            marked = self.tags.next_mark(self.page)
            # Readers look at the font when the mark ends: so it ends inside the text.
            start = f"{start} /Span <</MCID {marked.number}{said}>> BDC"
            self._out(" ".join([start, *operators, "EMC ET Q"]))
        else:
            self._begin_mark()
            self._out(" ".join([start, *operators, "ET Q"]))

    def _drawn(self, stretch: Stretch, size: float, *, is_from_right: bool = False) -> str:
        loaded = self._face(stretch.face)
        font = self._set_font_for_page(loaded.font, size, wrap_in_text_object=False)
        return f"{font} {loaded.operators(stretch, size, is_from_right=is_from_right)}"

    def _from_right(self, stretches: Sequence[Stretch], size: float) -> Iterator[str]:
        """Yield the operators that draw what is read first at the right, and the rest before it."""
        advances = [self._face(one.face).advance(one, is_from_right=True) for one in stretches]
        lead = -sum(advances)
        for stretch, advance in zip(stretches, advances, strict=True):
            # The font comes first: how far the pen moves depends on its size.
            font = self._set_font_for_page(
                self._face(stretch.face).font, size, wrap_in_text_object=False
            )
            yield f"{font} [{lead + advance}] TJ"
            yield self._drawn(stretch, size, is_from_right=True)
            lead = advance

    def _begin_mark(self) -> None:
        if self._is_marking and not self._is_marked:
            marked = self.tags.next_mark(self.page)
            self._out(f"/{self.tags.role} <</MCID {marked.number}>> BDC")
            self._is_marked = True

    def _end_mark(self) -> None:
        if self._is_marked:
            self._out("EMC")
            self._is_marked = False

    def fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """Fill a rectangle, `x` and `y` being its upper left corner."""
        self.tags.require_drawing(self.page)
        self.set_fill_color(colour.red, colour.green, colour.blue)
        self.rect(x, y, width, height, style="F")

    def fill_shape(self, points: Sequence[Point], colour: Colour) -> None:
        """Fill the shape with corners at `points`."""
        self.tags.require_drawing(self.page)
        self.set_fill_color(colour.red, colour.green, colour.blue)
        self.polygon(points, style="F")

    def disc(self, centre: Point, radius: float, colour: Colour) -> None:
        """Fill a circle."""
        self.tags.require_drawing(self.page)
        self.set_fill_color(colour.red, colour.green, colour.blue)
        self.circle(*centre, radius, style="F")

    def ring(
        self, centre: Point, radius: float, colour: Colour, *, thickness: float, dash: float = 0
    ) -> None:
        """Draw a circle as a line, or as dashes of a length."""
        self._begin_line(colour, thickness)
        self.set_dash_pattern(dash, dash)
        self.circle(*centre, radius, style="D")
        self.set_dash_pattern()

    def stroke(
        self, points: Sequence[Point], colour: Colour, *, thickness: float, closed: bool = False
    ) -> None:
        """Draw a line through `points`, and back to the first if `closed`."""
        self._begin_line(colour, thickness)
        self.polyline(points, polygon=closed)

    def fill_rounded(self, box: Box, radius: float, colour: Colour) -> None:
        """Fill a rectangle with round corners. `box` is left, top, width and height in mm."""
        self.tags.require_drawing(self.page)
        self.set_fill_color(colour.red, colour.green, colour.blue)
        self.rect(*box, style="F", round_corners=True, corner_radius=radius)

    def fill_cells(
        self, at: Point, side: float, rows: Sequence[Sequence[int]], colour: Colour
    ) -> None:
        """Fill those squares of a grid, `side` mm wide each, that are not 0."""
        self.tags.require_drawing(self.page)
        left, top = at
        parts = [f"q {colour.operands} rg"]
        for number, row in enumerate(rows):
            bottom = (self.h - top - (number + 1) * side) * MM
            start = 0
            for filled, group in groupby(row):
                length = len(list(group))
                if filled:
                    x = (left + start * side) * MM
                    width, height = length * side * MM, side * MM
                    parts.append(f"{x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re")
                start += length
        self._out(" ".join([*parts, "f Q"]))

    def link_area(self, box: Box, address: str, words: str) -> None:
        """Make the open element's area open `address`; `box` is left, top, width, height in mm."""
        self.tags.add_hotspot(Hotspot(self.page, self.in_points(box), address, words))

    def in_points(self, box: Box) -> Box:
        """Return left, top, width and height in mm as left, bottom, right and top in points."""
        left, top, width, height = box
        bottom = self.h - top - height
        return (left * MM, bottom * MM, (left + width) * MM, (bottom + height) * MM)

    def finished(self) -> bytes:
        """Return the whole PDF with its tags. Nothing can be drawn afterwards."""
        return finish(bytes(self.output()), self.tags.document, self._facts)

    def _begin_line(self, colour: Colour, thickness: float) -> None:
        self.tags.require_drawing(self.page)
        self.set_draw_color(colour.red, colour.green, colour.blue)
        self.set_line_width(thickness)

    def _face(self, key: FaceKey) -> LoadedFace:
        if key not in self._loaded:
            name = f"{key.family}-{key.weight}"
            loaded = LoadedFace(self, self.typefaces.face(key), self._letters, name)
            self.fonts[name] = loaded.font
            self._loaded[key] = loaded
        return self._loaded[key]
