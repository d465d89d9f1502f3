"""A web page: its text, and what stands in its attributes, head and comments."""

from __future__ import annotations

import base64
import re
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree, html

from sgdesk.exports.reading.found import Inside, Placed

if TYPE_CHECKING:
    from collections.abc import Iterator

_INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time",
    "tspan", "u", "var", "wbr",
}  # fmt: skip
_PACKED = re.compile(r"data:[\w/+.-]*;base64,[A-Za-z0-9+/=]+")
_GLUE = {"br": "\n", "td": "\t", "th": "\t", "dt": "\t", "dd": "\t"}
"""Elements that part words within a block."""
_HIDDEN = {"title": "title of the page", "script": "page’s source", "style": "page’s source"}
_PLACES = {
    "alt": "alt text",
    "title": "hint on an element",
    "content": "description in the page’s head",
    "aria-label": "label for screen readers",
    "aria-description": "label for screen readers",
    "href": "link",
    "src": "address of a picture or file",
    "id": "name of an element",
    "name": "name of an element",
    "class": "name of an element",
    "value": "content of a field",
    "placeholder": "content of a field",
    "datetime": "date in the page’s source",
    "download": "link",
    "lang": "",
}


def read(content: bytes) -> Iterator[Placed | Inside]:
    """Yield the title, each paragraph by its number, and all that is not seen."""
    if not content.strip():
        return
    parser = html.HTMLParser(encoding=_encoding(content), huge_tree=True)
    root = html.document_fromstring(content, parser=parser)
    number = 0
    for text, where in _blocks(root):
        if where:
            yield Placed(where, _PACKED.sub("", text))
        elif text.strip():
            number += 1
            yield Placed(f"paragraph {number}", text.strip())
    for element in root.iter():
        if isinstance(element, html.HtmlComment):
            yield Placed("comment in the page’s source", element.text or "")
        else:
            yield from _attributes(element)


def _attributes(element: html.HtmlElement) -> Iterator[Placed | Inside]:
    for name, value in element.attrib.items():
        where = _PLACES.get(str(name), "page’s source")
        if value.startswith("data:"):
            yield from _packed_in(value)
        elif where:
            yield Placed(where, unquote(value))


def _packed_in(address: str) -> Iterator[Placed | Inside]:
    """Yield the file that an address holds itself, as a page does that needs no other file."""
    head, _, body = address.partition(",")
    is_base64 = head.endswith(";base64")
    with suppress(ValueError):
        content = base64.b64decode(body) if is_base64 else unquote(body).encode()
        yield Inside("picture or file in the page", "", content)


def _encoding(content: bytes) -> str | None:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _blocks(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield the text of each block, inline elements joined, cells of a row apart."""
    texts: list[str] = []
    where = ""
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        is_start = event == "start"
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag and tag not in _INLINE and tag not in _GLUE:
            yield "".join(texts), where
            texts = []
            where = _HIDDEN.get(tag, where) if is_start else "" if tag in _HIDDEN else where
        elif is_start:
            texts.append(_GLUE.get(tag, ""))
        texts.append((element.text if is_start else element.tail) or "")
    yield "".join(texts), where
