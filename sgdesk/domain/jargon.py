"""The partnership's own list of words to say more plainly: one entry is "utilise: use"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

DEFAULT_JARGON = (
    "adultification: treating a child as older than they are",
    "agencies involved: who worked with the family",
    "aligned with: fits",
    "at the point of: when",
    "at this moment in time: now",
    "cascade: pass on",
    "challenging behaviour: what the child did",
    "commence: start",
    "concerning: worrying",
    "contextual safeguarding: looking at harm outside the home",
    "co-produce: work out together",
    "cumulative harm: harm that adds up",
    "deep dive: close look",
    "disseminate: share",
    "due to the fact that: because",
    "embed: make part of daily work",
    "endeavour: try",
    "ensure that: make sure",
    "escalate: tell a senior person",
    "evidence-based: shown to work",
    "facilitate: help",
    "going forward: from now on",
    "holistic: whole",
    "impact on: affect",
    "implement: carry out",
    "in a timely manner: in time",
    "in order to: to",
    "in relation to: about",
    "in respect of: about",
    "initiate: start",
    "intervention: help, or what was done",
    "in the event that: if",
    "lateral checks: asking other services",
    "leverage: use",
    "lived experience: daily life",
    "multi-faceted: with many sides",
    "non-mobile infant: baby who cannot crawl yet",
    "on a regular basis: often, or how often",
    "operationalise: put to work",
    "optimise: improve",
    "partnership working: working together",
    "perpetrator: person who harmed",
    "pertaining to: about",
    "presenting need: what the family asked for",
    "prior to: before",
    "proactive: early",
    "professional curiosity: asking more, and checking",
    "provision: help, or service",
    "purchase: buy",
    "regarding: about",
    "robust: say what is good about it",
    "siblings: brothers and sisters",
    "signpost: tell them where to go",
    "stakeholder: say who",
    "step down: move to less help",
    "strengthen: say what will change",
    "subsequently: later",
    "terminate: end",
    "the voice of the child: what the child said",
    "think family: look at the whole family",
    "trauma-informed: mindful of what happened to the child",
    "trigger factor: what set it off",
    "utilise: use",
    "wrap-around support: help from several services",
)
"""What the list holds until the partnership changes it."""


def jargon_entry(words: str) -> tuple[str, str] | None:
    """Return what is not to be said and what is instead, or None where a part is missing."""
    said, colon, instead = (part.strip() for part in words.partition(":"))
    is_whole = colon and instead and any(map(str.isalnum, said))
    return (said, instead) if is_whole else None


def jargon_entries(values: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the entries of a list; one that has no colon is left out."""
    return tuple(entry for value in values if (entry := jargon_entry(value)))
