"""A deck: slides, notes, charts with their workbooks, comments, layouts and masters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.exports.reading.office import (
    listed_parts,
    read_any,
    read_parts,
    read_properties,
    read_rest,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sgdesk.exports.reading.found import Inside, Placed
    from sgdesk.exports.reading.office import Part

_MAIN = "ppt/presentation.xml"
_WORDS = {
    "notesSlide": "notes",
    "chart": "chart",
    "package": "workbook of the chart",
    "comments": "comment",
    "comment": "comment",
    "diagramData": "diagram",
    "diagramDrawing": "diagram",
    "image": "picture",
    "oleObject": "file in the slide",
    "chartUserShapes": "chart",
    "tags": "hidden data",
}
"""What a part of a slide is called, by the kind of the relation that leads to it."""
_SHARED = {"slideLayout", "slideMaster", "notesMaster", "theme", "slide"}
_OTHERS = {
    "slideLayouts": "layout {} of the slides",
    "slideMasters": "master {} of the slides",
    "notesMasters": "master {} of the notes",
    "handoutMasters": "master {} of the handouts",
    "commentAuthors": "authors of comments",
    "authors": "authors of comments",
}


def read(content: bytes) -> Iterator[Placed | Inside]:
    """Yield every text of the deck, slide by slide, then what all slides share."""
    parts = read_parts(content)
    main = parts.get(_MAIN)
    read_already = {_MAIN}
    for number, name in enumerate(listed_parts(main, "sldId"), start=1):
        yield from _with_parts(parts, name, f"slide {number}", read_already)
    counts: dict[str, int] = {}
    for name, part in parts.items():
        folder = name.split("/")[1].removesuffix(".xml") if name.startswith("ppt/") else ""
        if folder not in _OTHERS or name in read_already:
            continue
        read_already.add(name)
        counts[folder] = counts.get(folder, 0) + 1
        yield from read_any(part, _OTHERS[folder].format(counts[folder]))
    if main:
        yield from read_any(main, "sections and settings of the deck")
    yield from read_properties(parts)
    yield from read_rest(parts, read_already)


def _with_parts(
    parts: Mapping[str, Part], name: str, where: str, read_already: set[str]
) -> Iterator[Placed | Inside]:
    """Yield the texts of a part and of those that only it leads to."""
    part = parts.get(name)
    if not part or name in read_already:
        return
    read_already.add(name)
    yield from read_any(part, where)
    for kind, target in part.relations.values():
        if kind not in _SHARED:
            slide = where.partition(",")[0]
            words = f"{slide}, {_WORDS.get(kind, 'hidden data')}"
            yield from _with_parts(parts, target, words, read_already)
