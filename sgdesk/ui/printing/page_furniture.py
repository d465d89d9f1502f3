"""What stands around what a paper says: partnership, mark, title, date, counting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.dates import full_date
from sgdesk.ui.printing.lettering import SMALL, SMALL_STRONG, SUMMARY, TITLE, Line, Ruler
from sgdesk.ui.printing.sheet_sizes import MM

if TYPE_CHECKING:
    from sgdesk.records.papers import Paper
    from sgdesk.ui.printing.sheet_sizes import SheetSize

SIDE = 14 * MM
TOP = 10 * MM
RULE_GAP = 1.6 * MM
"""Between a rule and the text beside it."""
_BOTTOM = 10 * MM
_BODY_GAP = 5 * MM
_BETWEEN = 4 * MM
"""Between what stands left and right on a line."""
_MARK_SHARE = 0.4
_WIDEST_PAGE = "Page 888 of 888"


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands around the body. All lengths are in tenths of a point from the top left."""

    head_left: tuple[Line, ...]
    mark: tuple[Line, ...]
    head_rule: float
    title: tuple[Line, ...]
    title_top: float
    foot_left: tuple[Line, ...]
    foot_mark: str
    """Stands before the number of the page; empty where the mark is too long for that."""
    foot_top: float
    first_top: float
    """Where the body of the first page begins."""
    top: float
    """Where the body of the others begins."""
    end: float
    """Where the body has to end."""


def furniture_of(paper: Paper, sheet: SheetSize, ruler: Ruler) -> Furniture:
    """Return the furniture of every page, and where the body of each begins and ends."""
    room = sheet.width - 2 * SIDE
    named = f"{paper.partnership} · {paper.title}" if paper.partnership else paper.title
    mark = ruler.broken(Line(paper.mark, SMALL_STRONG), room * _MARK_SHARE)
    head_left = ruler.broken(Line(named, SMALL), _beside(room, mark, ruler))
    head_rule = TOP + max(len(head_left), len(mark)) * SMALL.leading + RULE_GAP
    top = head_rule + _BODY_GAP
    title = ruler.broken(Line(paper.title, TITLE), room)
    title += ruler.broken(Line(paper.summary, SUMMARY), room)
    foot_mark = f"{paper.mark} · " if len(mark) == 1 else ""
    widest = Line(f"{foot_mark}{_WIDEST_PAGE}", SMALL_STRONG)
    as_at = Line(f"As at {full_date(paper.as_at)}. {paper.counting}", SMALL)
    foot_left = ruler.broken(as_at, _beside(room, (widest,), ruler))
    foot_top = sheet.height - _BOTTOM - len(foot_left) * SMALL.leading
    return Furniture(
        head_left=head_left,
        mark=mark,
        head_rule=head_rule,
        title=title,
        title_top=top - MM,
        foot_left=foot_left,
        foot_mark=foot_mark,
        foot_top=foot_top,
        first_top=top + sum(line.style.leading for line in title) + 3 * MM,
        top=top,
        end=foot_top - RULE_GAP - 3 * MM,
    )


def _beside(room: float, right: tuple[Line, ...], ruler: Ruler) -> float:
    """Return the room left of what stands at the right."""
    return room - max(map(ruler.width, right), default=0.0) - _BETWEEN
