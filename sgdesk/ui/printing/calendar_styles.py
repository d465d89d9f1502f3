"""How the texts of a calendar are set for the screen and the printer."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sgdesk.records.calendar_letters import Tone
from sgdesk.ui.printing.lettering import Style

if TYPE_CHECKING:
    from sgdesk.records.calendar_letters import Lettering

_ROLES = {Tone.INK: "ink", Tone.TEXT: "text", Tone.MUTED: "muted", Tone.WHITE: "surface"}


@cache
def calendar_style(lettering: Lettering) -> Style:
    """Return how a kind of text in a calendar is set."""
    weight = 700 if lettering.is_bold else 400
    return Style(lettering.points, lettering.line_points, weight, _ROLES[lettering.tone])
