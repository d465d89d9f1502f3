"""What a press statement says, decided once: a template and what its fields hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.letters import LetterTemplate


@dataclass(frozen=True, slots=True)
class PressStatement:
    """Texts of several paragraphs have an empty line between them; unknown ones are empty."""

    as_of: date
    mark: str
    template: LetterTemplate
    ink: str
    """The partnership's main colour, `#RRGGBB`."""
    partnership: str
    title: str
    reference: str
    publication_date: str
    release: str
    """Whether, and from when, it may be used."""
    spokesperson: str = field(repr=False)
    summary: str
    key_learning: str
    web_address: str
    contact: str = field(repr=False)
    notes_to_editors: str
