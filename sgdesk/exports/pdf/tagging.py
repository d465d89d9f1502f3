"""What is on the pages in reading order: the tree of tags that screen readers follow."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points from the lower left corner of the page."""


class TaggingError(Exception):
    """The program drew something outside the tags, or tags into each other."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of page content: page number from 1 and its mark on that page from 0."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Hotspot:
    """The area of a page that opens an address; `words` says aloud what it opens."""

    page: int
    box: Box
    address: str
    words: str


@dataclass(slots=True)
class Element:
    """One tag. Kids are in reading order."""

    role: str
    alt: str = ""
    scope: str = ""
    """Of a header cell: `Row` or `Column`."""
    columns: int = 1
    """How many columns a cell goes across."""
    numbering: str = ""
    """Of a list: `Decimal` or `None`."""
    box: Box | None = None
    kids: list[Element | Marked | Hotspot] = field(default_factory=list)


class Tags:
    """Records the tree while the pages are drawn."""

    def __init__(self) -> None:
        self.document = Element("Document")
        self._open = [self.document]
        self._drawing_on = 0
        self._marks: Counter[int] = Counter()

    @property
    def role(self) -> str:
        """The role of the open element."""
        return self._open[-1].role

    @contextmanager
    def element(self, element: Element) -> Iterator[Element]:
        """Make `element` the last kid of the open element, and open it for the block."""
        self._open[-1].kids.append(element)
        with self.reopened(element):
            yield element

    @contextmanager
    def reopened(self, element: Element) -> Iterator[None]:
        """Open an element of the tree again for the block, to go on with it on a later page."""
        self._refuse_inside_content(element.role)
        self._open.append(element)
        try:
            yield
        finally:
            self._open.pop()

    def next_mark(self, page: int) -> Marked:
        """Return the next mark of `page`, a kid of the open element from now on."""
        if len(self._open) == 1:
            raise TaggingError("content must stand in an element")
        marked = Marked(page, self._marks[page])
        self._marks[page] += 1
        self._open[-1].kids.append(marked)
        return marked

    def add_hotspot(self, hotspot: Hotspot) -> None:
        """Make the open element, a link, open an address from an area of the page."""
        self._open[-1].kids.append(hotspot)

    @contextmanager
    def drawing(self, page: int) -> Iterator[None]:
        """Say that marked content or an artifact is being drawn on `page` during the block."""
        self._refuse_inside_content("content")
        self._drawing_on = page
        try:
            yield
        finally:
            self._drawing_on = 0

    def require_drawing(self, page: int) -> None:
        """Raise `TaggingError` unless content or an artifact was begun on this very page."""
        if self._drawing_on != page:
            raise TaggingError("drawn outside the content that was begun on this page")

    def _refuse_inside_content(self, what: str) -> None:
        if self._drawing_on:
            raise TaggingError(f"{what} begun inside content")
