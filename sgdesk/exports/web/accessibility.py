"""What would keep people from reading a web page: checked on the finished file."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise
from typing import TYPE_CHECKING

from sgdesk.records.packs import Inspection

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LANGUAGE = "en-gb"
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_VAGUE = {"here", "click here", "more", "read more", "link", ""}
"""Words of a link that say nothing when they are read alone."""


def inspect_web(data: bytes) -> Inspection:
    """Return what is wrong with the page `data`, which is UTF-8."""
    page = _Page()
    page.feed(data.decode("utf-8", "replace"))
    page.close()
    return Inspection(problems=tuple(page.problems()))


class _Page(HTMLParser):
    """Takes down what a screen reader would hear of, as the elements come by."""

    def __init__(self) -> None:
        super().__init__()
        self._language = ""
        self._landmarks: set[str] = set()
        self._levels: list[int] = []
        self._nameless_pictures = 0
        self._have_heads: list[bool] = []
        self._title = ""
        self._links: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._open.append(tag)
        self._landmarks.add(tag)
        if tag == "html":
            self._language = (given.get("lang") or "").lower()
        elif tag in _HEADINGS:
            self._levels.append(_HEADINGS[tag])
        elif tag == "img":
            self._nameless_pictures += "alt" not in given
        elif tag == "table":
            self._have_heads.append(False)
        elif tag == "th":
            self._have_heads[-1:] = [True]
        elif tag == "a":
            self._links.append("")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            continue

    def handle_data(self, data: str) -> None:
        if "title" in self._open:
            self._title += data
        if "a" in self._open:
            self._links[-1] += data

    def problems(self) -> Iterator[str]:
        if self._language != _LANGUAGE:
            yield "Its language is not marked as British English."
        if not self._title.strip():
            yield "It has no title."
        if "main" not in self._landmarks:
            yield "Its main part is not marked as such."
        if not self._levels or self._levels[0] != 1 or self._levels.count(1) > 1:
            yield "It does not begin with the one main heading."
        if any(after - before > 1 for before, after in pairwise(self._levels)):
            yield "A level of headings is skipped."
        yield from self._other_problems()

    def _other_problems(self) -> Iterator[str]:
        if self._nameless_pictures:
            yield "A picture has no alternative text."
        if not all(self._have_heads):
            yield "A table has no head cells."
        if any(words.strip().lower() in _VAGUE for words in self._links):
            yield "A link says nothing when it is read alone."
