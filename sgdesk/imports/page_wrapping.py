"""Hard-wrapped pages: the lines of one paragraph put together again."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from sgdesk.imports.page_lines import LineKind
from sgdesk.imports.page_talk import ends_sentence, is_heading, named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.imports.page_lines import PageLine

_WIDTHS = range(60, 101)
"""Characters at which text is wrapped. A page with longer lines has one paragraph a line."""
_RAGGED = 15
_FULL_LINES = 3
"""So many lines must come this near to the longest before a page counts as wrapped."""
_BULLET_AND_SPACE = 3
_RUNNING = (LineKind.TEXT, LineKind.BULLET)


def unwrapped(lines: Sequence[PageLine]) -> list[PageLine]:
    """Return `lines` with paragraphs on one line each, if the page was wrapped at all.

    A line goes on where the next one's first word would not have fitted, or begins small.
    What may be a heading stays apart before a label.
    """
    width = _width(lines)
    if not width:
        return list(lines)
    whole: list[PageLine] = []
    last = ""
    for line, after in zip_longest(lines, lines[1:]):
        is_set_apart = after is not None and after.kind not in _RUNNING and is_heading(line.text)
        if whole and _goes_on(whole[-1], last, line, width) and not is_set_apart:
            whole[-1] = replace(whole[-1], text=f"{whole[-1].text} {line.text}")
        else:
            whole.append(line)
        last = line.text
    return whole


def _width(lines: Sequence[PageLine]) -> int:
    """Return how many characters the page was wrapped at, or 0 if it was not."""
    lengths = [len(line.text) for line in lines if line.kind in _RUNNING]
    longest = max(lengths, default=0)
    full = sum(length > longest - _RAGGED for length in lengths)
    return longest if longest in _WIDTHS and full >= _FULL_LINES else 0


def _goes_on(whole: PageLine, last: str, line: PageLine, width: int) -> bool:
    if line.is_after_blank or line.kind is not LineKind.TEXT or whole.kind not in _RUNNING:
        return False
    if named(line.text).reference:
        return False
    first_word = line.text.split()[0]
    is_full = len(last) + len(first_word) + _BULLET_AND_SPACE > width
    return line.text[0].islower() or (is_full and not ends_sentence(last))
