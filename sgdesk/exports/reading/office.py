"""The shared shell of Office files: parts, relations, paragraphs of runs, properties."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from lxml import etree

from sgdesk.exports.reading.found import Inside, Placed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Element = etree._Element  # noqa: SLF001 - lxml has no public name for it

_PARAGRAPH = {"p"}
_RUN_TEXT = {"t", "delText", "instrText", "delInstrText"}
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-", "softHyphen": ""}
_ROW = {"tr"}
_SPEAKING = {
    "descr": "alt text",
    "title": "alt text",
    "name": "name of a part",
    "author": "author of a change or comment",
    "initials": "author of a change or comment",
    "userId": "author of a change or comment",
    "lastEditedBy": "author of a change or comment",
    "tooltip": "hint on a link",
    "alt": "alt text",
    "alias": "name of a part",
    "tag": "name of a part",
    "displayName": "name of a part",
    "codeName": "name of a part",
    "prompt": "hint on a cell",
    "promptTitle": "hint on a cell",
    "location": "link",
    "display": "link",
}
"""Attributes that say something, by their local names."""
_NAMED_BY_VALUE = {"alias", "tag", "docVar", "bookmarkStart"}
_PROPERTIES = {
    "creator": "author",
    "lastModifiedBy": "last changed by",
    "contentStatus": "status",
}
_DATES = {"created", "modified", "lastPrinted"}
"""Stamps of the file itself, which tell nothing of a case."""


class Part(NamedTuple):
    """A part of the file; `links` are the addresses that it points to outside."""

    name: str
    content: bytes
    relations: Mapping[str, tuple[str, str]]
    """By its id: the end of the relation's kind, and the part it leads to."""
    links: tuple[str, ...]


def main_folder(content: bytes) -> str:
    """Return "ppt", "word" or "xl", or "" for a zip that is no Office file."""
    held = _unpacked(content)
    if "[Content_Types].xml" not in held:
        return ""
    folders = {name.partition("/")[0] for name in held}
    return next((one for one in ("ppt", "word", "xl") if one in folders), "")


def read_parts(content: bytes) -> dict[str, Part]:
    """Return the parts of an Office file by their names."""
    held = _unpacked(content)
    return {
        name: Part(name, data, *_relations(held.get(_relations_of(name), b""), name))
        for name, data in held.items()
        if not name.endswith((".rels", "/"))
    }


@lru_cache(maxsize=1)  # asked what it is, then read
def _unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {one.filename: archive.read(one) for one in archive.infolist()}


def parsed(content: bytes) -> Element:
    """Return the root of a part. Entities are never resolved."""
    parser = etree.XMLParser(resolve_entities=False, huge_tree=True, no_network=True)
    return etree.fromstring(content, parser)


def local(element: Element | None) -> str:
    """Return the name of `element` without its namespace, "" for a comment or none at all."""
    tag: object = "" if element is None else element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def listed_parts(main: Part | None, tag: str) -> list[str]:
    """Return the parts that `main` lists under `tag`, such as "sldId", in the order shown."""
    if not main:
        return []
    return [
        main.relations[str(value)][1]
        for element in parsed(main.content).iter(f"{{*}}{tag}")
        for key, value in element.attrib.items()
        if str(key).endswith("}id") and str(value) in main.relations
    ]


@lru_cache(maxsize=256)  # layouts, masters and themes are the same in every deck of a pack
def read_part(content: bytes) -> tuple[tuple[str, str], ...]:
    """Return every text of one part: "" or what kind it is, and the text.

    Runs of a paragraph are joined, and paragraphs of a table's row.
    """
    root = parsed(content)
    found: list[tuple[str, str]] = []
    taken: set[Element] = set()
    for row in root.iter("{*}tr"):
        cells = [_paragraphs(cell, taken) for cell in row.iterchildren("{*}tc")]
        found.append(("", "\t".join("\n".join(texts) for texts in cells)))
    found += [("", text) for text in _paragraphs(root, taken)]
    for element in root.iter():
        name = local(element)
        text = element.text
        if not name:
            found.append(("hidden comment", text or ""))
        elif text and not text.isspace() and element not in taken:
            found.append(("", text))
        if name in _NAMED_BY_VALUE:
            values = [str(value) for value in element.attrib.values()]
            found += [("name of a part", value) for value in values]
            continue
        for key, value in element.attrib.items():
            what = _SPEAKING.get(str(key).rpartition("}")[2])
            if what:
                found.append((what, str(value)))
    return tuple(dict.fromkeys((what, text) for what, text in found if text.strip()))


def _paragraphs(root: Element, taken: set[Element]) -> list[str]:
    """Return the text of each paragraph; what was read is added to `taken`."""
    texts = []
    for paragraph in root.iter("{*}p"):
        if paragraph in taken:
            continue
        taken.add(paragraph)
        pieces: list[str] = []
        _collect(paragraph, pieces, taken)
        if text := "".join(pieces):
            texts.append(text)
    return texts


def _collect(element: Element, pieces: list[str], taken: set[Element]) -> None:
    for child in element:
        name = local(child)
        if name in _PARAGRAPH:  # a text box within a paragraph has paragraphs of its own
            continue
        if name in _RUN_TEXT:
            taken.add(child)
            pieces.append(child.text or "")
        elif name in _BREAKS:
            pieces.append(_BREAKS[name])
        else:
            _collect(child, pieces, taken)


def read_properties(parts: Mapping[str, Part]) -> Iterator[Placed]:
    """Yield the properties of the file: title, author, company, the partnership's own."""
    for part in parts.values():
        if not part.name.startswith("docProps/") or not part.name.endswith(".xml"):
            continue
        for element in parsed(part.content).iter():
            name = local(element)
            if not name or name in _DATES:
                continue
            if name == "property":
                yield Placed("properties: name of an own property", element.get("name", ""))
            yield Placed(f"properties: {_PROPERTIES.get(name, name.lower())}", element.text or "")


def read_rest(parts: Mapping[str, Part], read: set[str]) -> Iterator[Placed | Inside]:
    """Yield what stands in parts that no page shows: settings, hidden data, pictures, files."""
    for part in parts.values():
        if part.name in read or part.name.startswith(("docProps/", "[")):
            continue
        yield from read_any(part, "hidden part of the file")


def read_any(part: Part, where: str) -> Iterator[Placed | Inside]:
    """Yield every text of `part`, whatever it is, under `where`."""
    if part.name.endswith((".xml", ".vml")):
        for what, text in read_part(part.content):
            yield Placed(f"{where}, {what}" if what else where, text)
    elif not re.search(r"\.(?:ttf|odttf|fntdata|emf|wmf)$", part.name):
        yield Inside(where, posixpath.basename(part.name), part.content)
    yield from (Placed(f"{where}, link", link) for link in part.links)


def _relations_of(name: str) -> str:
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


@lru_cache(maxsize=512)  # most are the same in every file of a pack
def _relations(content: bytes, name: str) -> tuple[dict[str, tuple[str, str]], tuple[str, ...]]:
    relations, links = {}, []
    if content:
        for relation in parsed(content):
            target = unquote(relation.get("Target", ""))
            if relation.get("TargetMode") == "External":
                links.append(target)
                continue
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
            kind = relation.get("Type", "").rpartition("/")[2]
            relations[relation.get("Id", "")] = (
                kind,
                path.lstrip("/") if target[:1] != "/" else target[1:],
            )
    return relations, tuple(links)
