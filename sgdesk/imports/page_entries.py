"""The lines of a public page sorted into reviews and briefing titles, nothing judged yet."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from sgdesk.imports.listed_dates import looks_like_date
from sgdesk.imports.page_lines import LineKind, PageLine
from sgdesk.imports.page_talk import (
    begins_briefings,
    ends_sentence,
    is_furniture,
    is_heading,
    is_page_talk,
    named,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_TELLING_WORDS = 8
"""A single line left out is worth telling of if it has so many words."""


@dataclass(slots=True)
class Entry:
    """One review while its lines come in."""

    line: int
    reference: str = ""
    title: str = ""
    date: str | None = None
    """As typed; "" where the label has no value, None where there is no label."""
    body: list[PageLine] = field(default_factory=list)
    has_label: bool = False
    """Whether a label such as "Case reference:" gave the reference."""
    maybe_title: str = ""
    """The line before the label: a title if this page heads its reviews, else page talk."""


@dataclass(slots=True)
class SortedPage:
    entries: list[Entry] = field(default_factory=list)
    titles: list[PageLine] = field(default_factory=list)
    left_out: list[tuple[int, int]] = field(default_factory=list)
    """First and last line of what stood between two reviews and belongs to neither."""


def sort_lines(lines: Sequence[PageLine]) -> SortedPage:
    """Return the reviews and the briefing titles of a page, each in the order of the page."""
    sorter = _Sorter()
    for line, after in zip_longest(lines, lines[1:]):
        is_before_date = after is not None and after.kind is LineKind.PUBLISHED
        match line.kind:
            case LineKind.REFERENCE:
                sorter.take_reference(line, is_before_date=is_before_date)
            case LineKind.PUBLISHED:
                sorter.take_date(line)
            case LineKind.TITLE:
                sorter.take_title(line)
            case LineKind.BULLET:
                sorter.take_bullet(line)
            case _:
                sorter.take_text(line, is_before_date=is_before_date)
    sorter.end_briefings()
    return sorter.page


class _Sorter:
    def __init__(self) -> None:
        self.page = SortedPage()
        self._entry: Entry | None = None
        """The review whose lines come in; None before the first and after page talk."""
        self._is_in_briefings = False
        self._has_bullets = False
        self._has_labels = False
        self._loose: list[PageLine] = []
        """Plain lines outside a review: a heading, perhaps, or titles without bullets."""

    def take_reference(self, line: PageLine, *, is_before_date: bool) -> None:
        entry = self._entry
        if entry and not (entry.reference or entry.body or (entry.date and is_before_date)):
            entry.reference = line.text
            entry.has_label = self._has_labels = True
            return
        heading = self._take_next_heading()
        words = heading.text if heading else ""
        begun = Entry(line.number, line.text, has_label=True)
        if entry is None:
            begun.maybe_title = words
        else:
            begun.title = words
        self._begin(begun)

    def take_date(self, line: PageLine) -> None:
        entry = self._entry
        if entry and entry.date is None and not self._takes_heading_first(entry):
            entry.date = line.text
            return
        heading = self._take_heading() or replace(line, text="")
        reference, title = named(heading.text)
        self._begin(Entry(heading.number, reference, title, line.text))

    def take_title(self, line: PageLine) -> None:
        entry = self._entry
        if entry and not (entry.title or entry.body):
            entry.title = line.text
        else:
            self._begin(Entry(line.number, title=line.text))

    def take_bullet(self, line: PageLine) -> None:
        if self._is_in_briefings:
            self._has_bullets, self._loose = True, []
            self.page.titles.append(line)
        elif not self._begins_named(line) and self._entry:
            self._entry.body.append(replace(line, text=f"• {line.text}"))

    def take_text(self, line: PageLine, *, is_before_date: bool) -> None:
        is_title = is_before_date and is_heading(line.text)
        if not is_title and (is_furniture(line.text) or self._takes_talk(line)):
            return
        if self._is_in_briefings:
            self._take_among_briefings(line)
        elif not self._begins_named(line):
            self._take_into_entry(line)

    def end_briefings(self) -> None:
        """End the list of briefings: where it had no bullets, its plain lines are the titles."""
        if self._is_in_briefings:
            self.page.titles += self._loose
            self._loose = []
        self._is_in_briefings = self._has_bullets = False

    def _take_into_entry(self, line: PageLine) -> None:
        entry = self._entry
        if entry is None:
            self._loose.append(line)
        elif entry.date is None and not entry.body and looks_like_date(line.text):
            entry.date = line.text
        else:
            entry.body.append(line)

    def _take_among_briefings(self, line: PageLine) -> None:
        is_title = is_heading(line.text)
        if is_title and not self._has_bullets:
            self._loose.append(line)
        elif self._has_bullets or self._loose:
            self.end_briefings()
            self._loose.append(line)

    def _takes_talk(self, line: PageLine) -> bool:
        """Return whether `line` spoke of the page; such a line ends the review before it."""
        if not self._is_in_briefings and begins_briefings(line.text):
            self._take_next_heading()
            self._entry, self._is_in_briefings = None, True
            self._loose = []
            return True
        if not is_page_talk(line.text):
            return False
        if self._entry and self._entry.body:
            self._entry = None
        if self._has_bullets or self._loose:
            self.end_briefings()
        return True

    def _begins_named(self, line: PageLine) -> bool:
        """Return whether `line` is a reference without a label, and so begins a review."""
        if self._has_labels or not is_heading(line.text):
            return False
        reference, title = named(line.text)
        if reference:
            self._begin(Entry(line.number, reference, title))
        return bool(reference)

    def _takes_heading_first(self, entry: Entry) -> bool:
        """Return whether the line before a date heads another review than `entry`.

        A heading that is all an entry has so far is its own title, and is made so.
        """
        if not (entry.body and is_heading(entry.body[-1].text)):
            return False
        if entry.body[1:] or entry.title:
            return True
        entry.title = entry.body.pop().text
        return False

    def _take_next_heading(self) -> PageLine | None:
        """Take out and return the heading of what comes next; within a review, if it is sure."""
        body = self._entry.body if self._entry else None
        if body is None or (body[1:] and ends_sentence(body[-2].text)):
            return self._take_heading()
        return None

    def _take_heading(self) -> PageLine | None:
        lines = self._entry.body if self._entry else self._loose
        return lines.pop() if lines and is_heading(lines[-1].text) else None

    def _begin(self, entry: Entry) -> None:
        if self._loose and (self.page.entries or self._is_in_briefings):
            first, last = self._loose[0], self._loose[-1]
            if first is not last or len(first.text.split()) >= _TELLING_WORDS:
                self.page.left_out.append((first.number, last.number))
        self._loose = []
        self._is_in_briefings = self._has_bullets = False
        self._has_labels = self._has_labels or entry.has_label
        self._entry = entry
        self.page.entries.append(entry)
