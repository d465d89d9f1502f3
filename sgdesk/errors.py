"""What can go wrong in a way the officer can put right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right: the field's name in the draft, and a sentence with the way out."""

    field: str
    message: str
    is_warning: bool = False


class UserError(Exception):
    """An expected failure. Its text is a sentence for the officer and holds no personal data."""


class WrongSecretError(UserError):
    """A passphrase or recovery key that does not open the register, and no other obstacle."""


GO_BACK = "Go back to a backup: in the window where you unlock, or with File, Backups."


class NeedsBackupError(UserError):
    """The register cannot be used as it lies there; a backup of it is the way out."""

    @property
    def what(self) -> str:
        """What is wrong, without the way out: for a window that offers the backups itself."""
        return str(self).removesuffix(GO_BACK).strip()


class RejectedError(UserError):
    """A draft was not saved; `problems` holds every reason at once and nothing was changed."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(problem.message for problem in self.problems))


class CancelledError(Exception):
    """The officer asked to stop. Nothing half-made is left behind."""
