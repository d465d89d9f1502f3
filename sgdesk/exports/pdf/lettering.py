"""Letters as PDF operators: one face cut down to a document, and the codes of its glyphs."""

from __future__ import annotations

from io import BytesIO
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, cast

from fpdf.fonts import TTFFont

from sgdesk.exports.pdf.fonts import Face, Glyph, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from fpdf import FPDF

_CONTINUED = "\N{ZERO WIDTH SPACE}"
"""What a second glyph for the same letters says: nothing that is read aloud."""


class LoadedFace:
    """One face in one document. A glyph gets its code when it is first drawn."""

    def __init__(self, pdf: FPDF, face: Face, letters: frozenset[str], name: str) -> None:
        subset = face.subset(letters & face.letters)
        # fpdf2 wants a path, yet opens whatever fontTools opens: so no temporary file is needed.
        self.font = TTFFont(pdf, cast("Path", BytesIO(subset)), name, "")
        self._face = Face.of_bytes(subset)
        self._codes: dict[tuple[int, str], tuple[int, int]] = {}
        self._drawn: dict[Stretch, str] = {}

    def operators(self, stretch: Stretch) -> str:
        """Return the operators that draw `stretch`, kerned, each glyph saying what it means.

        Raises ValueError where the document did not announce a letter.
        """
        if stretch not in self._drawn:
            self._drawn[stretch] = " ".join(self._operators(stretch))
        return self._drawn[stretch]

    def _operators(self, stretch: Stretch) -> Iterator[str]:
        pairs = _with_meaning(list(self._face.glyphs(stretch.drawn)), stretch.meant)
        for rise, group in groupby(pairs, key=lambda pair: pair[0].upward):
            if rise:
                yield f"{rise} Ts {self._array(group)} TJ 0 Ts"
            else:
                yield f"{self._array(group)} TJ"

    def _array(self, pairs: Iterable[tuple[Glyph, str]]) -> str:
        """Return the glyphs as hexadecimal codes with the kerning between them."""
        parts: list[str] = []
        owed = 0
        for glyph, meaning in pairs:
            code, width = self._code(glyph.number, meaning)
            if shift := owed - glyph.rightward:
                parts.append(f">{shift}<")
            parts.append(f"{code:04X}")
            owed = glyph.rightward + width - glyph.advance
        return f"[<{''.join(parts)}>{owed or ''}]"

    def _code(self, number: int, meaning: str) -> tuple[int, int]:
        """Return the code and the width, in thousandths of the size, of a glyph."""
        if number == 0:
            raise ValueError("a letter was not announced to the document")
        key = (number, meaning)
        if key not in self._codes:
            name = self.font.ttfont.getGlyphName(number)
            width = self.font.ttfont["hmtx"].metrics[name][0]
            unicode = tuple(map(ord, meaning))
            subset = self.font.subset
            glyph = subset.get_glyph(
                glyph=number, unicode=unicode, glyph_name=name, glyph_width=width
            )
            self._codes[key] = (cast("int", subset.pick_glyph(glyph)), width)
        return self._codes[key]


def _with_meaning(glyphs: list[Glyph], meant: str) -> Iterator[tuple[Glyph, str]]:
    """Yield every glyph with the letters that it stands for."""
    clusters = sorted({glyph.cluster for glyph in glyphs})
    ends = dict(pairwise([*clusters, len(meant)]))
    for glyph in glyphs:
        end = ends.pop(glyph.cluster, None)
        yield glyph, _CONTINUED if end is None else meant[glyph.cluster : end]
