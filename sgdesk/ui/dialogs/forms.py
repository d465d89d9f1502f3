"""What a form asks, as data: one dialog draws every form that needs nothing special."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from sgdesk.domain.value_lists import ValueListKey
    from sgdesk.errors import Problem


class FieldKind(Enum):
    LINE = auto()
    PROSE = auto()
    DATE = auto()
    CHOICE = auto()
    """One of `words`, or of the choices given to the dialog under the field's name."""
    VALUES = auto()
    """A line that suggests the values of a list and takes anything else too."""
    ANSWER = auto()
    FLAG = auto()
    COUNT = auto()
    AGE = auto()
    CODES = auto()
    """Any number of `words`, held as a tuple of their keys."""
    QUESTIONS = auto()
    """Each of `words` with an answer and a text, held as a tuple of `Considered`."""


@dataclass(frozen=True, slots=True)
class FormField:
    """`name` is the field of the draft."""

    name: str
    title: str
    kind: FieldKind = FieldKind.LINE
    hint: str = ""
    words: Mapping[Any, str] | None = None
    values: ValueListKey | None = None
    lines: int = 3
    """Height of prose."""
    full_title: str = ""
    """Said where the part's heading is out of sight, as in "Sign-off, police"."""


@dataclass(frozen=True, slots=True)
class FormPart:
    """Fields under a heading; those of one line stand beside each other where there is room."""

    title: str
    lines: tuple[tuple[FormField, ...], ...]


@dataclass(frozen=True, slots=True)
class Form:
    """`window` goes into the title bar and so holds no reference and no name."""

    window: str
    title: str
    parts: tuple[FormPart, ...] = field(repr=False)
    width: int = 720
    """In pixels at the designed text size."""

    def fields(self) -> tuple[FormField, ...]:
        """Return every field in its order."""
        return tuple(one for part in self.parts for line in part.lines for one in line)


def _say_nothing(_draft: Any) -> Mapping[str, str]:
    return {}


def _ring_nothing(_draft: Any) -> date | None:
    return None


@dataclass(frozen=True, slots=True)
class FormSetting:
    """What a form depends on beside the draft that it edits."""

    about: str = ""
    """The line under the title, such as the reference of the case."""
    choices: Mapping[str, Mapping[Any, str]] = field(default_factory=dict)
    """Values and words of the choices that the form does not know itself, by field."""
    check: Callable[[Any], list[Problem]] | None = None
    """Returns every problem of what is typed; None where nothing is checked but by the save."""
    notes: Callable[[Any], Mapping[str, str]] = _say_nothing
    """Returns the hints that depend on what is typed, by field."""
    due: Callable[[Any], date | None] = _ring_nothing
    """Returns the day that the calendars of the form ring, for what is typed."""
    due_words: str = "Due"
    """What that day is called, as in "Day 15"."""
