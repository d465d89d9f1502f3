"""Letter templates: which there are, the fields each may use, and how fields become words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sgdesk.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class LetterKey(StrEnum):
    REQUEST = "request"
    REMINDER = "reminder"
    CHASE = "chase"
    ESCALATION = "escalation"
    QUERY = "query"
    MONITORING = "monitoring"
    PANEL_LATE = "panel_late"
    PANEL_DELAY = "panel_delay"
    PANEL_COPY = "panel_copy"
    FAMILY_PUBLICATION = "family_publication"
    REVIEWER_COMMISSION = "reviewer_commission"
    PRESS_STATEMENT = "press_statement"


@dataclass(frozen=True, slots=True)
class LetterKind:
    title: str
    about: str
    """When it is sent, and whose rule asks for it."""
    fields: tuple[str, ...]
    """Its own fields, beside those that every letter may use."""


COMMON_FIELDS = ("reference", "recipient", "partnership", "officer")
"""Every letter may use these. A case is named by its reference; no field names a child."""

_WHY = "why this date"
_REQUEST_FIELDS = ("agency", "purpose", "round", "asked date", "due date", _WHY)
_SILENT = frozenset({_WHY})
"""Fields that say nothing where they have no value: they only add to what stands before."""

LETTER_KINDS: dict[LetterKey, LetterKind] = {
    LetterKey.REQUEST: LetterKind(
        "Request to an agency",
        "Asks an agency for its return.",
        ("agency", "purpose", "round", "notified date", "due date", _WHY),
    ),
    LetterKey.REMINDER: LetterKind(
        "Reminder",
        "Reminds an agency before its return is due, or on the day.",
        _REQUEST_FIELDS,
    ),
    LetterKey.CHASE: LetterKind(
        "Chase",
        "Asks for a return that is overdue.",
        (*_REQUEST_FIELDS, "days overdue", "panel date"),
    ),
    LetterKey.ESCALATION: LetterKind(
        "Escalation",
        "Tells a senior lead of the agency that a return is still missing after a chase.",
        (*_REQUEST_FIELDS, "days overdue", "chased date", "panel date"),
    ),
    LetterKey.QUERY: LetterKind(
        "Query about a return",
        "Asks again about a return that came in and was queried.",
        ("agency", "purpose", "received date", "queried date", "query", "panel date"),
    ),
    LetterKey.MONITORING: LetterKind(
        "Request to the reviewer",
        "Asks the reviewer in writing for information on progress and quality, as the partners "
        "may under regulation 14.",
        ("review", "last date", "answer date", _WHY, "planned date"),
    ),
    LetterKey.PANEL_LATE: LetterKind(
        "Panel: Rapid Review will be late",
        "Tells the Panel that a Rapid Review will not be sent within 15 working days.",
        ("notified date", "due date", _WHY, "expected date", "reason"),
    ),
    LetterKey.PANEL_DELAY: LetterKind(
        "Panel: reasons for delay",
        "Gives the Panel and the Secretary of State the reasons why a local review will not be "
        "published within six months.",
        ("decision date", "due date", _WHY, "expected date", "reason", "authority"),
    ),
    LetterKey.PANEL_COPY: LetterKind(
        "Panel: report before publication",
        "Goes with the full report to the Panel and the Secretary of State, at least seven "
        "working days before publication.",
        ("title", "publication date", "embargo"),
    ),
    LetterKey.FAMILY_PUBLICATION: LetterKind(
        "Family: before publication",
        "Tells the family when a review will be published and how to read it first.",
        ("publication date", "contact", "reading date"),
    ),
    LetterKey.REVIEWER_COMMISSION: LetterKind(
        "Reviewer: commission",
        "Asks a reviewer to lead a local review.",
        ("review", "decision date", "terms date", "draft date", "planned date"),
    ),
    LetterKey.PRESS_STATEMENT: LetterKind(
        "Press statement",
        "Goes to the press on the day of publication, or before it under embargo. A line that "
        "begins with # is a heading in Word. The notes to editors are a standing text.",
        (
            "title",
            "release",
            "publication date",
            "summary",
            "key learning",
            "spokesperson",
            "web address",
            "contact",
            "notes to editors",
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    key: LetterKey
    subject: str
    body: str
    """Paragraphs with an empty line between them."""


def fields_of(key: LetterKey) -> tuple[str, ...]:
    """Return the fields that a template may use, its own first."""
    return (*LETTER_KINDS[key].fields, *COMMON_FIELDS)


_TOKEN = re.compile(r"\{([^{}\n]*)\}")
_GAP = re.compile(r"\[([^\[\]\n]+)\]")
_SHOWN = 20
"""So much of a text is quoted in a problem that points at it."""


def check_template(template: LetterTemplate) -> list[Problem]:
    """Return every problem of `template` at once."""
    problems: list[Problem] = []
    for name, words, text in (
        ("subject", "Subject", template.subject),
        ("body", "Text", template.body),
    ):
        if not text.strip():
            problems.append(Problem(name, f"{words}: write something here."))
        problems += [
            Problem(name, f"{words}: {what}") for what in _field_problems(template.key, text)
        ]
    return problems


def _field_problems(key: LetterKey, text: str) -> Iterator[str]:
    allowed = fields_of(key)
    for token in dict.fromkeys(_TOKEN.findall(text)):
        if _plain(token) not in allowed:
            yield (
                f"this letter has no field {{{token}}}. Choose one of those shown, or take it out."
            )
    rest = _TOKEN.sub(lambda found: " " * len(found[0]), text)
    for brace, other in (("{", "}"), ("}", "{")):
        if brace in rest:
            at = rest.index(brace)
            near = " ".join(text[max(0, at - _SHOWN) : at + _SHOWN].split())
            yield (
                f"there is a {brace} without its {other} near “{near}”. "
                "A field is written as in {reference}."
            )


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return `text` with its fields written out; one without a value becomes "[due date]".

    A reason that nobody can give is left out: see `_SILENT`.
    """

    def words(found: re.Match[str]) -> str:
        name = _plain(found[1])
        value = values.get(name, "").strip()
        return value or ("" if name in _SILENT else f"[{name}]")

    return _TOKEN.sub(words, text)


def gaps_in(key: LetterKey, *texts: str) -> tuple[str, ...]:
    """Return the fields of the letter that still stand as gaps in `texts`, each once."""
    allowed = fields_of(key)
    found = (_plain(gap) for text in texts for gap in _GAP.findall(text))
    return tuple(dict.fromkeys(gap for gap in found if gap in allowed))


def _plain(token: str) -> str:
    return " ".join(token.split()).casefold()


SAMPLE_VALUES = {
    "reference": "2026-27-04",
    "recipient": "Safeguarding lead",
    "partnership": "Your partnership",
    "officer": "Business support",
    "agency": "Housing",
    "purpose": "Rapid Review return",
    "round": "1",
    "asked date": "3 November 2026",
    "notified date": "2 November 2026",
    "due date": "16 November 2026",
    _WHY: (
        "It is working day 10 from the notified date, 2 November 2026: the day after it is "
        "day 1, and weekends and bank holidays do not count."
    ),
    "received date": "9 November 2026",
    "queried date": "11 November 2026",
    "query": "Which health visitor saw the family after the move?",
    "days overdue": "5 working days",
    "chased date": "18 November 2026",
    "panel date": "26 November 2026",
    "review": "Local Child Safeguarding Practice Review",
    "last date": "23 October 2026",
    "answer date": "30 November 2026",
    "planned date": "30 April 2027",
    "expected date": "4 December 2026",
    "reason": "One agency needs more time for its return.",
    "decision date": "1 October 2026",
    "authority": "the lead safeguarding partners",
    "title": "Seen and heard",
    "publication date": "8 December 2026",
    "embargo": "09:30 on the day of publication",
    "contact": "Partnership manager",
    "reading date": "1 December 2026",
    "terms date": "16 October 2026",
    "draft date": "26 February 2027",
    "release": "Embargo: not for publication before Tue 8 Dec 2026, 09:30",
    "summary": "The review looks at how agencies worked with a family that moved four times.",
    "key learning": "- A move is a risk, not a fresh start.",
    "spokesperson": "The independent scrutineer",
    "web address": "https://reviews.riverton.example/seen-and-heard",
    "notes to editors": "The children and their families are not named.",
}
"""Invented values that show what a template makes."""
