"""What went wrong, as a sentence for the officer and a reference for whoever looks into it."""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass

from sgdesk.errors import UserError

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Trouble:
    sentence: str
    reference: str = ""
    """Stands in the log beside the place of an unexpected error; "" for an expected one."""

    @property
    def words(self) -> str:
        """The sentence, and the reference where there is one."""
        return f"{self.sentence} Reference {self.reference}." if self.reference else self.sentence


def trouble_of(error: object) -> Trouble:
    """Return what to tell about `error`; an unexpected one is logged under a new reference.

    The text of an unexpected error is neither shown nor logged: it may hold what was typed.
    """
    if isinstance(error, UserError):
        return Trouble(str(error))
    reference = secrets.token_hex(3).upper()
    known = error if isinstance(error, BaseException) else None
    _log.error("unexpected error %s", reference, exc_info=known)
    return Trouble(
        "Something went wrong that SGDesk did not expect. What was saved before is safe.",
        reference,
    )
