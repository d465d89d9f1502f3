"""How a record and its fields are called in words, for the history of changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sgdesk.domain.answers import ANSWER_WORDS
from sgdesk.domain.rule_packs import RULE_PACKS

if TYPE_CHECKING:
    from collections.abc import Mapping

RULE_TITLES = {code: rule.title for pack in RULE_PACKS.values() for code, rule in pack.items()}
"""Deadlines by the codes of their rules."""

UNSAID = frozenset(
    {"id", "revision", "case_id", "position", "deleted_at", "reference_key", "name_key"}
)
"""Columns that say nothing to the officer beside the others."""


@dataclass(frozen=True, slots=True)
class FieldWords:
    """`words` tells values such as those of an enumeration; `refers` names the table of an id."""

    title: str
    words: Mapping[Any, str] = field(default_factory=dict)
    refers: str = ""
    is_private: bool = False
    """Said to have changed, never from what to what."""
    is_fixed: bool = False
    """Belongs to the bytes of a file or to what was sent: cannot be put back alone."""


@dataclass(frozen=True, slots=True)
class RecordWords:
    """`label` is the field by which one record is told from others of its kind, or ""."""

    title: str
    fields: Mapping[str, FieldWords]
    label: str = ""
    is_event: bool = False
    """That there is a new one is the news itself, as in "Due date moved"."""


def said(title: str) -> FieldWords:
    """Return a field whose value is told as it is."""
    return FieldWords(title)


def one_of(title: str, words: Mapping[Any, str]) -> FieldWords:
    """Return a field whose values, or the codes in them, are told in `words`."""
    return FieldWords(title, words)


def answer(title: str) -> FieldWords:
    return FieldWords(title, ANSWER_WORDS)


def name_of(title: str, table: str) -> FieldWords:
    """Return a field that holds the id of a row of `table`, told by that row's label."""
    return FieldWords(title, refers=table)


def private(title: str) -> FieldWords:
    return FieldWords(title, is_private=True)


def fixed(title: str) -> FieldWords:
    return FieldWords(title, is_fixed=True)


def plain(**titles: str) -> dict[str, FieldWords]:
    """Return fields that are told as they are, each under its title."""
    return {name: FieldWords(title) for name, title in titles.items()}
