"""The lines that tell what happens on a day of a calendar, never more than there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.records.paper_pages import whole_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.domain.standings import Standing
    from sgdesk.records.paper_calendars import PaperDay

    Fits = Callable[[str, bool], bool]
    """Tells whether a text, the name of a holiday or another, has room on one line."""

_ELLIPSIS = "…"


class DayLine(NamedTuple):
    text: str
    is_name: bool = False
    """Of a bank holiday or an office closure."""
    standing: Standing | None = None
    """Of the note that begins with this line."""


class _Told(NamedTuple):
    """The name of the day or one of its notes, in as many lines as it needs."""

    lines: list[DayLine]
    fits: Callable[[str], bool]

    def cut_to(self, count: int) -> list[DayLine]:
        """Return its first `count` lines, the last of them saying that it goes on."""
        if len(self.lines) <= count:
            return self.lines
        kept = self.lines[:count]
        last = kept[-1]
        return [*kept[:-1], last._replace(text=_shortened(last.text, self.fits))]


def lines_of_day(day: PaperDay, fits_name: Fits, fits_note: Fits, most: int) -> tuple[DayLine, ...]:
    """Return at most `most` lines, the name of the day first.

    Where there is more to tell, long notes are cut and the last line is "and 3 more".
    """
    told = []
    if day.name.strip():
        told.append(_told(day.name, fits_name, is_name=True, standing=None))
    told += [
        _told(note.text, fits_note, is_name=False, standing=note.standing)
        for note in day.notes
        if note.text.strip()
    ]
    if len(told) > most:
        lines = [line for one in told[: most - 1] for line in one.cut_to(1)]
        return (*lines, DayLine(f"and {len(told) - most + 1} more"))
    spare = most - len(told)
    found: list[DayLine] = []
    for one in told:
        lines = one.cut_to(1 + spare)
        spare -= len(lines) - 1
        found += lines
    return tuple(found)


def _told(text: str, fits: Fits, *, is_name: bool, standing: Standing | None) -> _Told:
    def fits_line(line: str) -> bool:
        return fits(line, is_name)

    first, *others = _broken(text, fits_line)
    lines = [DayLine(first, is_name, standing), *(DayLine(line, is_name) for line in others)]
    return _Told(lines, fits_line)


def _broken(text: str, fits: Callable[[str], bool]) -> list[str]:
    """Return the text in lines; a word too long for one is cut."""
    lines: list[str] = []
    for word in whole_words(" ".join(text.split())):
        if lines and fits(f"{lines[-1]} {word}"):
            lines[-1] = f"{lines[-1]} {word}"
            continue
        left = word
        while len(left) > 1 and not fits(left):
            end = len(left) - 1
            while end > 1 and not fits(left[:end]):
                end -= 1
            lines.append(left[:end])
            left = left[end:]
        lines.append(left)
    return lines


def _shortened(line: str, fits: Callable[[str], bool]) -> str:
    """Return the line with an ellipsis at its end; words make room for it, or else letters."""
    kept = line
    while len(kept) > 1 and not fits(f"{kept}{_ELLIPSIS}"):
        kept = kept.rpartition(" ")[0] or kept[:-1]
    return f"{kept}{_ELLIPSIS}"
