"""Letters as PDF operators: one face cut down to a document, and the codes of its glyphs."""

from __future__ import annotations

from io import BytesIO
from itertools import accumulate, count, groupby, pairwise, repeat
from typing import TYPE_CHECKING, cast

from fpdf.fonts import TTFFont

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fpdf import FPDF

    from sgdesk.exports.pdf.fonts import Face, Glyph, Stretch

_CONTINUED = "\N{ZERO WIDTH SPACE}"
"""What a second glyph for the same letters says: nothing that is read aloud."""


class LoadedFace:
    """One face in one document. A glyph gets its code when it is first drawn."""

    def __init__(self, pdf: FPDF, face: Face, letters: frozenset[str], name: str) -> None:
        subset, self._face = face.cut_down(letters & face.letters)
        # fpdf2 wants a path, yet opens whatever fontTools opens: so no temporary file is needed.
        self.font = TTFFont(pdf, cast("Path", BytesIO(subset)), name, "")
        self.font.ttfont.recalcBBoxes = False  # they are right, and each costs time at every page
        self._codes: dict[tuple[int, str], tuple[int, int]] = {}
        self._drawn: dict[tuple[Stretch, float, bool], str] = {}

    def operators(self, stretch: Stretch, size: float, *, is_from_right: bool = False) -> str:
        """Return the operators that draw `stretch` at a size in points, kerned.

        Each glyph says what it means. They come in the order of reading, wherever they stand; the
        pen is at the stretch's left end before and at its right end afterwards. Raises ValueError
        where the document did not announce a letter.
        """
        key = (stretch, size, is_from_right)
        if key not in self._drawn:
            glyphs = list(self._face.glyphs(stretch.drawn, is_from_right=is_from_right))
            self._drawn[key] = " ".join(
                self._operators(glyphs, stretch.meant, size, turned=is_from_right)
            )
        return self._drawn[key]

    def advance(self, stretch: Stretch, *, is_from_right: bool = False) -> int:
        """Return how wide `stretch` is, in thousandths of the size."""
        glyphs = self._face.glyphs(stretch.drawn, is_from_right=is_from_right)
        return sum(glyph.advance for glyph in glyphs)

    def _operators(
        self, glyphs: list[Glyph], meant: str, size: float, *, turned: bool
    ) -> Iterator[str]:
        lefts = [0, *accumulate(glyph.advance for glyph in glyphs)]
        end = lefts.pop()
        placed = list(zip(glyphs, lefts, strict=True))
        if turned:
            placed.reverse()
        pen = 0
        meanings = list(_meanings([glyph for glyph, _ in placed], meant))
        # Readers take the glyphs of one operator to stand from left to right.
        pairs = zip(placed, meanings, count() if turned else repeat(0), strict=False)
        pen = 0
        for (rise, _), group in groupby(pairs, key=lambda pair: (pair[0][0].upward, pair[2])):
            parts: list[str] = []
            for (glyph, left), meaning, _ in group:
                code, width = self._code(glyph.number, meaning)
                if shift := pen - left - glyph.rightward:
                    parts.append(f">{shift}<")
                parts.append(f"{code:04X}")
                pen = left + glyph.rightward + width
            array = f"[<{''.join(parts)}>] TJ"
            yield f"{rise * size / 1000:.2f} Ts {array} 0 Ts" if rise else array
        if pen != end:
            yield f"[{pen - end}] TJ"

    def _code(self, number: int, meaning: str) -> tuple[int, int]:
        """Return the code and the width, in thousandths of the size, of a glyph."""
        if number == 0:
            raise ValueError("a letter was not announced to the document")
        key = (number, meaning)
        if key not in self._codes:
            name = self.font.ttfont.getGlyphName(number)
            width = round(self.font.ttfont["hmtx"].metrics[name][0] * self.font.scale)
            unicode = tuple(map(ord, meaning))
            subset = self.font.subset
            glyph = subset.get_glyph(
                glyph=number, unicode=unicode, glyph_name=name, glyph_width=width
            )
            self._codes[key] = (cast("int", subset.pick_glyph(glyph)), width)
        return self._codes[key]


def _meanings(glyphs: list[Glyph], meant: str) -> Iterator[str]:
    """Yield for every glyph, in the order of reading, the letters that it stands for."""
    clusters = sorted({glyph.cluster for glyph in glyphs})
    ends = dict(pairwise([*clusters, len(meant)]))
    for glyph in glyphs:
        end = ends.pop(glyph.cluster, None)
        yield _CONTINUED if end is None else meant[glyph.cluster : end]
