"""The cells of a public page, each with what its form says: label, bullet or plain text."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.imports.listed_dates import looks_like_date
from sgdesk.imports.page_cells import Cell, page_cells
from sgdesk.imports.page_talk import named

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_REFERENCE = 60
_LONGEST_DATE = 40
_SEPARATOR = r"(?P<separator>\s?[:=]|\s[–—-](?=\s))?\s?"
_REFERENCE = re.compile(
    r"(?:(?:(?:case|review|our|local|lcspr|cspr|scr|report)\s)*(?:reference|ref)\b\.?"
    r"(?:\s(?:number|no\.?|code|id))?|case(?:\s(?:number|no\.?|id))?(?=\s?[:=]))"
    rf"{_SEPARATOR}(?P<value>.*)",
    re.IGNORECASE,
)
_PUBLISHED_WORDS = (
    r"(?:date\s(?:of\spublication|published)|publication(?:\sdate)?|published\sdate"
    r"|published(?:\son)?)\b"
)
_PUBLISHED = re.compile(rf"(?:{_PUBLISHED_WORDS}|date\b){_SEPARATOR}(?P<value>.*)", re.IGNORECASE)
_PUBLISHED_WITHIN = re.compile(rf"\b{_PUBLISHED_WORDS}\s?:?", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:(?:review|report|case)\s)?(?:title|name)(?:\sof\s(?:the\s)?(?:review|report))?"
    rf"{_SEPARATOR}(?P<value>.*)",
    re.IGNORECASE,
)
_SUMMARY = re.compile(
    r"(?:(?:brief|case)\s)?(?:summary|overview|synopsis)(?:\s?:\s?(?P<value>.*))?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"[A-Za-z]*[0-9][\w/.-]*")
_NO_REFERENCE = re.compile(r"n/?a|none|not applicable|nil", re.IGNORECASE)


class LineKind(StrEnum):
    REFERENCE = "reference"
    PUBLISHED = "published"
    TITLE = "title"
    BULLET = "bullet"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class PageLine:
    """One thing that the page says, without its label or bullet. A label may lack its value."""

    number: int
    kind: LineKind
    text: str
    is_after_blank: bool = False


_LABELS = (
    (LineKind.TITLE, _TITLE),
    (LineKind.REFERENCE, _REFERENCE),
    (LineKind.PUBLISHED, _PUBLISHED),
)


class _Label(NamedTuple):
    kind: LineKind
    value: str
    is_sure: bool
    """False where no colon or dash follows the word, so that it may be part of a sentence."""


def page_lines(text: str) -> Iterator[PageLine]:
    """Give what the cells of `text` say.

    A label that stands alone takes the next cell as its value where that fits; where it
    does not, a label without a colon is the head of a column and is left out.
    """
    cells = deque(piece for cell in page_cells(text) for piece in _date_apart(cell))
    while cells:
        cell = cells.popleft()
        label = _label(cell.text)
        if label is None:
            yield from _plain(cell)
        elif label.value:
            yield PageLine(cell.number, label.kind, _value(label))
        elif cells and _is_value_of(label, cells[0]):
            yield PageLine(cell.number, label.kind, cells.popleft().text)
        elif label.is_sure:
            yield PageLine(cell.number, label.kind, "")


def _date_apart(cell: Cell) -> Iterator[Cell]:
    """Give `cell`, in two where its end is a publication date set off from the rest."""
    text = cell.text
    for match in _PUBLISHED_WITHIN.finditer(text, 1):
        is_near_end = len(text) - match.end() <= _LONGEST_DATE
        if not (is_near_end and looks_like_date(text[match.end() :])):
            continue
        head = text[: match.start()].rstrip()
        label = _label(head)
        is_reference = label is not None and label.kind is LineKind.REFERENCE
        if is_reference or match[0].endswith(":") or head[-1] in "(–—-":
            yield cell._replace(text=head.rstrip(" (,;–—-") or "–")
            yield cell._replace(text=text[match.start() :], is_bullet=False, is_after_blank=False)
            return
    yield cell


def _label(text: str) -> _Label | None:
    """Return the label that `text` begins with, or None for text without one."""
    for kind, pattern in _LABELS:
        if match := pattern.fullmatch(text):
            label = _Label(kind, match["value"], is_sure=bool(match["separator"]))
            return label if not label.value or _fits(label, label.value) else None
    return None


def _fits(label: _Label, value: str) -> bool:
    """Return whether `value` can be the value of `label`, and is not a sentence going on."""
    match label.kind:
        case LineKind.PUBLISHED:
            return looks_like_date(value) or (label.is_sure and len(value) <= _LONGEST_DATE)
        case LineKind.REFERENCE if label.is_sure:
            return len(value) <= _LONGEST_REFERENCE
        case LineKind.REFERENCE:
            return bool(named(value).reference or _NUMBERED.fullmatch(value))
        case _:
            return label.is_sure


def _is_value_of(label: _Label, cell: Cell) -> bool:
    if cell.is_bullet or _label(cell.text) is not None:
        return False
    is_date = looks_like_date(cell.text)
    return is_date if label.kind is LineKind.PUBLISHED else not is_date and _fits(label, cell.text)


def _value(label: _Label) -> str:
    if label.kind is LineKind.REFERENCE and _NO_REFERENCE.fullmatch(label.value):
        return ""
    return label.value


def _plain(cell: Cell) -> Iterator[PageLine]:
    """Give the line as text or bullet; of a summary with a label, the summary alone."""
    match = _SUMMARY.fullmatch(cell.text)
    text = (match["value"] or "") if match else cell.text
    if text:
        kind = LineKind.BULLET if cell.is_bullet else LineKind.TEXT
        yield PageLine(cell.number, kind, text, cell.is_after_blank)
