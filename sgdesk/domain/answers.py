"""Answers to a question of a form. Blank means that nobody has answered yet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sgdesk.domain.prose import prose

if TYPE_CHECKING:
    from collections.abc import Iterable


class Answer(StrEnum):
    BLANK = "blank"
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    NOT_ASKED = "not_asked"
    NOT_APPLICABLE = "not_applicable"


ANSWER_WORDS = {
    Answer.BLANK: "Not answered yet",
    Answer.YES: "Yes",
    Answer.NO: "No",
    Answer.UNKNOWN: "Unknown",
    Answer.NOT_ASKED: "Not asked",
    Answer.NOT_APPLICABLE: "Not applicable",
}


@dataclass(frozen=True, slots=True)
class Considered:
    """One question of a fixed list, such as a criterion, with its answer and the text to it."""

    code: str
    answer: str = Answer.BLANK
    text: str = prose()


def considered(held: Iterable[Considered], code: str) -> Considered:
    """Return what is held under `code`, or a blank answer."""
    return next((one for one in held if one.code == code), Considered(code))
