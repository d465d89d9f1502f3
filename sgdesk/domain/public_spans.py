"""Where a text names what anybody may know: the partnership, agencies, laws, authors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sgdesk.domain.name_parts import without_titles
from sgdesk.domain.plain_text import WORD, fold

if TYPE_CHECKING:
    from collections.abc import Iterable


class PublicSpans:
    """Finds public phrases in texts: a name within one is not the private name."""

    def __init__(self, phrases: Iterable[str]) -> None:
        known = {fold(phrase).strip() for phrase in phrases}
        known |= {untitled for phrase in known if " " in (untitled := without_titles(phrase))}
        known |= {short for phrase in known for short in _titled(phrase)}
        by_length = sorted(known, key=len, reverse=True)
        written = [_pattern(phrase) for phrase in by_length if WORD.search(phrase)]
        self._pattern = re.compile(
            rf"(?<!\w)(?:{'|'.join(written)})(?!\w)" if written else r"(?!)", re.IGNORECASE
        )

    def of(self, text: str) -> list[tuple[int, int]]:
        """Return where public phrases begin and end in a folded text."""
        return [found.span() for found in self._pattern.finditer(text)]


def _pattern(phrase: str) -> str:
    return r"\s+".join(re.escape(word) for word in phrase.split())


def _titled(phrase: str) -> list[str]:
    """Return how a person of that title is called for short, as in "Prof Quenby"."""
    title, _, rest = phrase.lower().partition(" ")
    titles = {"professor": ("professor", "prof", "prof."), "dr": ("dr", "dr.")}
    return [f"{one} {rest.split()[-1]}" for one in titles.get(title.rstrip("."), ()) if rest]
