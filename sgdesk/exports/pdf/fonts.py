"""The shipped typefaces: which letters they have, how wide words are, and their subsets."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import uharfbuzz as hb

from sgdesk.config.resources import resource
from sgdesk.domain.typefaces import DocumentFont
from sgdesk.exports.pdf.fallbacks import JOINERS, Fallback, fallbacks_for, is_attached
from sgdesk.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BOX = "\N{WHITE SQUARE}"
"""Stands where no typeface has the letter."""

_PRIVATE = "Co"
_HARMLESS = str.maketrans(
    dict.fromkeys("\N{HYPHEN}\N{NON-BREAKING HYPHEN}", "-")
    | dict.fromkeys(
        "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}"
        "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
        "\N{VARIATION SELECTOR-15}\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP}",
        None,
    )
)
_NO_JOINERS = str.maketrans(dict.fromkeys(JOINERS))
_STRAY_JOINERS = re.compile(f"(?<![\u0590-\u0dff\U0001f000-\U0001faff\u2300-\u27bf])[{JOINERS}]+")
"""Those after a letter that joins nothing."""
_FILES = {
    DocumentFont.SOURCE_SANS: "SourceSans3",
    DocumentFont.EASY_READ: "AtkinsonHyperlegibleNext",
}
_CIRCLE = "\N{DOTTED CIRCLE}"
_MIRRORED = "«»‹›()[]{}<>"
_FEATURES = ("calt", "ccmp", "clig", "kern", "liga", "locl", "mark", "mkmk", "rlig")


class Weight(StrEnum):
    REGULAR = "Regular"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


class FaceKey(NamedTuple):
    """Names one font file."""

    family: DocumentFont | Fallback
    weight: Weight

    @property
    def is_script(self) -> bool:
        """Whether it is of a script whose glyphs do not follow the letters one by one."""
        return isinstance(self.family, Fallback) and self.family.is_script

    @property
    def is_from_right(self) -> bool:
        return isinstance(self.family, Fallback) and self.family.is_from_right


class Phrase(NamedTuple):
    """Text drawn in one weight and one direction; its letters are in the order of reading."""

    text: str
    weight: Weight
    is_from_right: bool = False


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

    def __init__(self, face: hb.Face, *, is_script: bool = False) -> None:
        self._face = face
        self._font = hb.Font(face)
        self._font.scale = (1000, 1000)
        self._is_script = is_script
        self.letters = frozenset(map(chr, face.unicodes))

    def glyphs(self, text: str, *, is_from_right: bool = False) -> Iterator[Glyph]:
        """Yield the glyphs of `text` as they stand from left to right, with kerning, joined."""
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if is_from_right else "ltr"
        buffer.flags |= hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(self._font, buffer, {})
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            yield Glyph(
                info.codepoint, place.x_advance, place.x_offset, place.y_offset, info.cluster
            )

    def cut_down(self, letters: Iterable[str]) -> tuple[bytes, Face]:
        """Return a font file that has `letters` alone, as they are kerned and joined; and its face.

        Of a script it has the parts, too, that a letter is put together from, and the circle that
        carries a lonely accent.
        """
        wanted = hb.SubsetInput()
        if self._is_script:
            parts = unicodedata.normalize("NFD", "".join(letters))
            wanted.unicode_set.update(map(ord, {*letters, *parts, _CIRCLE, *_MIRRORED}))
        else:
            wanted.unicode_set.update(map(ord, letters))
            wanted.layout_feature_tag_set.clear()
            wanted.layout_feature_tag_set.update(
                int.from_bytes(tag.encode("ascii"), "big") for tag in _FEATURES
            )
        content = bytes(hb.subset(self._face, wanted).blob.data)
        return content, Face(hb.Face(hb.Blob(content)), is_script=self._is_script)


class FontSet:
    """The typeface of one document; for letters that it lacks Source Sans 3, then the fallbacks."""

    def __init__(self, family: DocumentFont = DocumentFont.SOURCE_SANS) -> None:
        self._families = tuple(dict.fromkeys((family, DocumentFont.SOURCE_SANS)))
        self._faces: dict[FaceKey, Face] = {}
        self._widths: dict[tuple[str, Weight], float] = {}
        self._stretches: dict[tuple[str, Weight], tuple[Stretch, ...]] = {}
        self._homes: dict[tuple[str, Weight], FaceKey | None] = {}

    @property
    def measured(self) -> int:
        """How many texts it knows the width or the parts of."""
        return len(self._widths) + len(self._stretches)

    def face(self, key: FaceKey) -> Face:
        """Return the face of one font file, opened at its first use."""
        if key not in self._faces:
            if isinstance(key.family, Fallback):
                path = resource("fonts", "noto", f"{key.family}-{key.weight}.ttf")
            else:
                path = resource("fonts", key.family, f"{_FILES[key.family]}-{key.weight}.ttf")
            face = hb.Face(hb.Blob.from_file_path(path))
            self._faces[key] = Face(face, is_script=key.is_script)
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
                    for glyph in self.face(stretch.face).glyphs(
                        stretch.drawn, is_from_right=stretch.face.is_from_right
                    )
                )
                / 1000
            )
        return self._widths[key]

    def missing(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return the letters of `texts` that are drawn as a box, each once, in their order."""
        letters = dict.fromkeys("".join(map(printable, texts)).translate(_NO_JOINERS))
        return tuple(letter for letter in letters if not self._home(letter, Weight.REGULAR))

    def _stretched(self, text: str, weight: Weight) -> Iterator[Stretch]:
        placed = list(self._placed(text, weight))
        for key, group in groupby(placed, key=lambda pair: pair[0] or self._box_face(weight)):
            homes, letters = zip(*group, strict=True)
            drawn = (letter if home else BOX for home, letter in zip(homes, letters, strict=True))
            yield Stretch(key, "".join(drawn), "".join(map(_meaning, letters)))

    def _placed(self, text: str, weight: Weight) -> Iterator[tuple[FaceKey | None, str]]:
        """Yield every letter with its face; what is attached to a letter goes with it."""
        before: FaceKey | None = None
        for letter in text:
            goes_with = before is not None and is_attached(letter)
            if not (goes_with and before and self._can_follow(before, letter)):
                before = self._home(letter, weight)
            yield before, letter

    def _can_follow(self, key: FaceKey, letter: str) -> bool:
        return letter in JOINERS or letter in self.face(key).letters

    def _home(self, letter: str, weight: Weight) -> FaceKey | None:
        at = (letter, weight)
        if at not in self._homes:
            keys = _keys(letter, self._families, weight)
            self._homes[at] = next((key for key in keys if letter in self.face(key).letters), None)
        return self._homes[at]

    def _box_face(self, weight: Weight) -> FaceKey:
        return FaceKey(DocumentFont.SOURCE_SANS, weight)


def _keys(letter: str, families: Iterable[DocumentFont], weight: Weight) -> Iterator[FaceKey]:
    """Yield the faces that may have `letter`, the best first."""
    for family in families:
        yield FaceKey(family, weight)
    for fallback in fallbacks_for(letter):
        is_bold = fallback.has_bold and weight is not Weight.REGULAR
        yield FaceKey(fallback, Weight.BOLD if is_bold else Weight.REGULAR)


def _meaning(letter: str) -> str:
    """Return what is read aloud for `letter`: a letter of private use means nothing elsewhere."""
    return BOX if unicodedata.category(letter) == _PRIVATE else letter


def printable(text: str) -> str:
    """Return `text` cleaned, on one line, without letters that show nothing.

    Hyphens of every kind become the ordinary one; spaces of every kind the ordinary one. Joiners
    stay where they shape the letters of a script, or make one picture of several.
    """
    text = clean_line(clean_line(text).translate(_HARMLESS))
    return text if text.isascii() else clean_line(_STRAY_JOINERS.sub("", text))
