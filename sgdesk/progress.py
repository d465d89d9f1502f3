"""How long work tells how far it is, and learns that it should stop."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    def __call__(self, done: int, total: int, label: str, /) -> None:
        """Report a step; raise `CancelledError` if the officer asked to stop."""


def silent(_done: int, _total: int, _label: str, /) -> None:
    """Report to nobody and never stop."""
