"""A web page read back without any library of the program's own."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "img", "br", "link", "hr"}
HEADINGS = ("h1", "h2", "h3")
SAFE = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "img", "h1",
    "h2", "p", "ul", "ol", "li", "a", "strong", "time",
}  # fmt: skip


@dataclass
class Page:
    """What stands in a page: its elements in order, with their attributes and their text."""

    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    blocks: list[tuple[str, str]] = field(default_factory=list)
    """Headings, paragraphs and list items of `main`, with all of their text."""
    whole: str = ""

    @property
    def names(self) -> set[str]:
        return {name for name, _ in self.elements}

    @property
    def links(self) -> list[str]:
        return [attributes["href"] for name, attributes in self.elements if name == "a"]

    @property
    def text(self) -> str:
        """The words of `main`, a line for each block."""
        return "".join(f"{name:<3} {words}\n" for name, words in self.blocks)

    def all_of(self, name: str) -> list[str]:
        return [words for one, words in self.blocks if one == name]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag in VOID:
            return
        self.open.append(tag)
        if "main" in self.open and tag in ("p", "li", *HEADINGS):
            self.page.blocks.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        if "style" in self.open:
            return
        self.page.whole += data
        if {"p", "li", *HEADINGS}.intersection(self.open) and "main" in self.open:
            name, words = self.page.blocks[-1]
            self.page.blocks[-1] = name, words + data


def read_page(content: bytes) -> Page:
    """Return the page. Every element is closed where it should be, or an assertion fails."""
    reader = _Reader()
    reader.feed(content.decode("utf-8"))
    reader.close()
    assert reader.open == []
    return reader.page
