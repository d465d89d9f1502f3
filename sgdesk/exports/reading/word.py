"""A Word document: body, tables, headers, footers, notes, comments, changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.exports.reading.office import read_any, read_parts, read_properties, read_rest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sgdesk.exports.reading.found import Inside, Placed

_PARTS = {
    "word/document": "text",
    "word/header": "header",
    "word/footer": "footer",
    "word/footnotes": "footnote",
    "word/endnotes": "endnote",
    "word/comments": "comment",
    "word/people": "author of a change or comment",
    "word/glossary": "building block",
    "word/media": "picture",
    "word/embeddings": "file in the text",
    "word/charts": "chart",
}


def read(content: bytes) -> Iterator[Placed | Inside]:
    """Yield every text of the document, deleted text of tracked changes included."""
    parts = read_parts(content)
    read_already = set()
    for name, part in parts.items():
        where = next((words for start, words in _PARTS.items() if name.startswith(start)), "")
        if where:
            read_already.add(name)
            yield from read_any(part, where)
    yield from read_properties(parts)
    yield from read_rest(parts, read_already)
