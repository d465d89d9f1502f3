"""Text painted into the frames of a slide, as wide as it will be and as far as is needed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PIL import ImageDraw, ImageFont

from sgdesk.config.resources import resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL import Image

    from sgdesk.exports.deck.colours import Colour
    from sgdesk.exports.deck.own.geometry import Box

_FILES = {False: "SourceSans3-Regular.ttf", True: "SourceSans3-Bold.ttf"}
_AS_ARIAL = 1.06
"""Source Sans 3 at this size runs as wide as Arial: the letters differ, the line ends do not."""

_PITCH = 1.2
_ASCENT = 0.92
_POINT = 12_700
_LEAST_PIXELS = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one style; the size is in points."""

    text: str
    size: float
    colour: Colour
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; lengths are in EMU."""

    pieces: tuple[Piece, ...]
    marker: str = ""
    hanging: float = 0
    after: float = 0
    pitch: float = 1.0
    align: str = "l"


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    piece: Piece
    width: float


class TextPainter:
    """Paints on a picture that shows `scale` pixels for an EMU."""

    def __init__(self, picture: Image.Image, scale: float) -> None:
        self._pen = ImageDraw.Draw(picture)
        self._scale = scale

    def paint(self, lines: Sequence[Line], box: Box, anchor: str = "t") -> None:
        """Paint `lines` into `box`, which is in EMU; what is too long runs out at the bottom."""
        rows = [
            (line, row, index == 0)
            for line in lines
            for index, row in enumerate(self._wrapped(line, box.width))
        ]
        heights = [self._height(line, row) for line, row, _ in rows]
        gaps = [
            line.after * self._scale if index + 1 == len(rows) or rows[index + 1][2] else 0
            for index, (line, _, _) in enumerate(rows)
        ]
        spare = box.height * self._scale - sum(heights) - sum(gaps[:-1])
        top = box.top * self._scale + spare * {"ctr": 0.5, "b": 1.0}.get(anchor, 0.0)
        for (line, row, is_first), height, gap in zip(rows, heights, gaps, strict=True):
            self._paint_row(line, row, box, top, is_first=is_first)
            top += height + gap

    def _wrapped(self, line: Line, width: float) -> list[list[_Word]]:
        room = (width - line.hanging) * self._scale
        rows: list[list[_Word]] = [[]]
        used = 0.0
        for word in self._words(line):
            bare = self._width(word.text.rstrip(), word.piece)
            if rows[-1] and used + bare > room:
                rows.append([])
                used = 0.0
            rows[-1].append(word)
            used += word.width
        return rows

    def _words(self, line: Line) -> list[_Word]:
        words = []
        for piece in line.pieces:
            parts = piece.text.replace("\n", " ").split(" ")
            for index, part in enumerate(parts):
                text = part + (" " if index + 1 < len(parts) else "")
                if text:
                    words.append(_Word(text, piece, self._width(text, piece)))
        return words

    def _paint_row(
        self, line: Line, row: Sequence[_Word], box: Box, top: float, *, is_first: bool
    ) -> None:
        left = (box.left + line.hanging) * self._scale
        spare = (box.width - line.hanging) * self._scale - sum(word.width for word in row)
        left += spare * {"ctr": 0.5, "r": 1.0}.get(line.align, 0.0)
        base = top + max((self._pixels(word.piece) for word in row), default=0.0) * _ASCENT
        if line.marker and is_first and row:
            piece = row[0].piece
            self._write(box.left * self._scale, base, line.marker, piece)
        for word in row:
            self._write(left, base, word.text, word.piece)
            left += word.width

    def _write(self, left: float, base: float, text: str, piece: Piece) -> None:
        font = _font(self._drawn(piece), is_bold=piece.is_bold)
        self._pen.text((left, base), text, fill=piece.colour[:3], font=font, anchor="ls")

    def _width(self, text: str, piece: Piece) -> float:
        return _font(self._drawn(piece), is_bold=piece.is_bold).getlength(text)

    def _height(self, line: Line, row: Sequence[_Word]) -> float:
        sizes = [self._pixels(word.piece) for word in row]
        sizes += [self._pixels(piece) for piece in line.pieces[:1]] if not sizes else []
        return max(sizes, default=0.0) * _PITCH * line.pitch

    def _pixels(self, piece: Piece) -> float:
        return piece.size * _POINT * self._scale

    def _drawn(self, piece: Piece) -> int:
        return max(_LEAST_PIXELS, round(self._pixels(piece) * _AS_ARIAL))


@lru_cache(maxsize=64)
def _font(pixels: int, *, is_bold: bool) -> ImageFont.FreeTypeFont:
    path = resource("fonts", "source-sans-3", _FILES[is_bold])
    return ImageFont.truetype(str(path), pixels)
