"""What a trial of hardness is: how often it is tried, what must hold, and what must turn it red."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """Whether what is promised held, and the figures in words."""

    is_held: bool
    words: str


@dataclass(frozen=True)
class Hardening:
    """A trial, numbered as in the plan of the hardening tests.

    `run` is given an empty folder, how many rounds to go, and the sabotage to work under, "" for
    none. It runs in a process of its own.
    """

    number: int
    name: str
    rounds: int
    """Of the whole set; every run of the tests does a tenth."""
    run: Callable[[Path, int, str], Figure]
    sabotages: Mapping[str, int] = field(default_factory=dict)
    """What has to turn the trial red, and after how many rounds it has to show."""
