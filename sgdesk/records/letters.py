"""Letters and e-mails as they are drafted for the officer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sgdesk.domain.letters import LetterTemplate


@dataclass(frozen=True, slots=True)
class Letter:
    """A text ready to be sent: as an e-mail, or as a letter in Word."""

    key: str
    """Which template it was made from, as in "chase"."""
    to: str = field(repr=False)
    """The e-mail address, or "" where none is known."""
    recipient: str = field(repr=False)
    """The name or role it is addressed to."""
    subject: str = field(repr=False)
    body: str = field(repr=False)
    """Paragraphs with an empty line between them."""
    sender: str = ""
    """The lines of the letter's head: the partnership and whom to answer."""
    mark: str = ""
    """The handling mark."""


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A template as it holds now."""

    template: LetterTemplate
    shipped: LetterTemplate
    """The program's own text, to go back to."""

    @property
    def is_own(self) -> bool:
        """Whether the partnership has changed it."""
        return self.template != self.shipped
