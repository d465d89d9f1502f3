"""The shipped typefaces: which letters they have, how wide words are, and their subsets."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import uharfbuzz as hb

from sgdesk.config.resources import resource
from sgdesk.records.fitting import DocumentFont
from sgdesk.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BOX = "\N{WHITE SQUARE}"
"""Stands where no typeface has the letter."""

_PRIVATE = "Co"
_HARMLESS = str.maketrans(
    dict.fromkeys("\N{HYPHEN}\N{NON-BREAKING HYPHEN}", "-")
    | dict.fromkeys(
        "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
        "\N{WORD JOINER}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
        "\N{VARIATION SELECTOR-15}\N{VARIATION SELECTOR-16}",
        None,
    )
)
_FILES = {
    DocumentFont.SOURCE_SANS: "SourceSans3",
    DocumentFont.EASY_READ: "AtkinsonHyperlegibleNext",
}
_FEATURES = ("calt", "ccmp", "clig", "kern", "liga", "locl", "mark", "mkmk", "rlig")


class Weight(StrEnum):
    REGULAR = "Regular"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


class FaceKey(NamedTuple):
    """Names one font file."""

    family: DocumentFont
    weight: Weight


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring letters drawn from one face. `meant` is as long as `drawn`, letter by letter.

    They differ where a box is drawn for a letter that no typeface has.
    """

    face: FaceKey
    drawn: str
    meant: str


class Glyph(NamedTuple):
    """One shaped glyph. Distances are in thousandths of the type size."""

    number: int
    advance: int
    rightward: int
    upward: int
    cluster: int


class Face:
    """One font file, ready to be measured, shaped and cut down to the letters of a document."""

    def __init__(self, face: hb.Face) -> None:
        self._face = face
        self._font = hb.Font(face)
        self.letters = frozenset(map(chr, face.unicodes))

    def glyphs(self, text: str) -> Iterator[Glyph]:
        """Yield the glyphs of `text`, kerned and with ligatures, from left to right."""
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "ltr"
        hb.shape(self._font, buffer, {})
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            yield Glyph(
                info.codepoint, place.x_advance, place.x_offset, place.y_offset, info.cluster
            )

    def subset(self, letters: Iterable[str]) -> bytes:
        """Return a font file that has `letters` alone, with their kerning and ligatures."""
        wanted = hb.SubsetInput()
        wanted.unicode_set.update(map(ord, letters))
        wanted.layout_feature_tag_set.clear()
        wanted.layout_feature_tag_set.update(
            int.from_bytes(tag.encode("ascii"), "big") for tag in _FEATURES
        )
        return bytes(hb.subset(self._face, wanted).blob.data)

    @classmethod
    def of_bytes(cls, content: bytes) -> Face:
        return cls(hb.Face(hb.Blob(content)))


class FontSet:
    """The typeface of one document, and Source Sans 3 for letters that it lacks."""

    def __init__(self, family: DocumentFont = DocumentFont.SOURCE_SANS) -> None:
        self._families = tuple(dict.fromkeys((family, DocumentFont.SOURCE_SANS)))
        self._faces: dict[FaceKey, Face] = {}
        self._widths: dict[tuple[str, Weight], float] = {}
        self._stretches: dict[tuple[str, Weight], tuple[Stretch, ...]] = {}
        self._homes: dict[tuple[str, Weight], FaceKey | None] = {}

    def face(self, key: FaceKey) -> Face:
        """Return the face of one font file, opened at its first use."""
        if key not in self._faces:
            name = f"{_FILES[key.family]}-{key.weight}.ttf"
            path = resource("fonts", key.family, name)
            self._faces[key] = Face(hb.Face(hb.Blob.from_file_path(path)))
        return self._faces[key]

    def stretches(self, text: str, weight: Weight) -> tuple[Stretch, ...]:
        """Return `text` in parts that one face can draw; no letter is left out."""
        key = (text, weight)
        if key not in self._stretches:
            self._stretches[key] = tuple(self._stretched(text, weight))
        return self._stretches[key]

    def width(self, text: str, weight: Weight) -> float:
        """Return how wide `text` is, in multiples of the type size."""
        key = (text, weight)
        if key not in self._widths:
            self._widths[key] = (
                sum(
                    glyph.advance
                    for stretch in self.stretches(text, weight)
                    for glyph in self.face(stretch.face).glyphs(stretch.drawn)
                )
                / 1000
            )
        return self._widths[key]

    def missing(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return the letters of `texts` that are drawn as a box, each once, in their order."""
        letters = dict.fromkeys("".join(map(printable, texts)))
        return tuple(letter for letter in letters if not self._home(letter, Weight.REGULAR))

    def _stretched(self, text: str, weight: Weight) -> Iterator[Stretch]:
        placed = [(self._home(letter, weight), letter) for letter in text]
        for key, group in groupby(placed, key=lambda pair: pair[0] or self._box_face(weight)):
            homes, letters = zip(*group, strict=True)
            drawn = (letter if home else BOX for home, letter in zip(homes, letters, strict=True))
            yield Stretch(key, "".join(drawn), "".join(map(_meaning, letters)))

    def _home(self, letter: str, weight: Weight) -> FaceKey | None:
        at = (letter, weight)
        if at not in self._homes:
            keys = [FaceKey(family, weight) for family in self._families]
            self._homes[at] = next((key for key in keys if letter in self.face(key).letters), None)
        return self._homes[at]

    def _box_face(self, weight: Weight) -> FaceKey:
        return FaceKey(DocumentFont.SOURCE_SANS, weight)


def _meaning(letter: str) -> str:
    """Return what is read aloud for `letter`: a letter of private use means nothing elsewhere."""
    return BOX if unicodedata.category(letter) == _PRIVATE else letter


def printable(text: str) -> str:
    """Return `text` cleaned, on one line, without letters that show nothing.

    Hyphens of every kind become the ordinary one; spaces of every kind the ordinary one.
    """
    return clean_line(clean_line(text).translate(_HARMLESS))
