"""The words of the briefing editor: how long it is, how it fits, what its page says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.dates import full_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sgdesk.records.briefing import Briefing, FurtherReading, LearningPoint
    from sgdesk.records.fitting import Cut, Fit

BEST_PT = 12.0
LEAST_PT = 10.0
_MOST_SPARE = 400
"""So many words to spare mean that many or more."""


def count_words(*texts: str) -> int:
    """Return how many words `texts` have together; a lone dash is none."""
    return sum(any(map(str.isalnum, word)) for text in texts for word in text.split())


def words_in_words(count: int) -> str:
    """Return "1 word" or "58 words"."""
    return "1 word" if count == 1 else f"{count} words"


def list_note(noun: str, items: Sequence[Sequence[str]]) -> str:
    """Return "5 items, 61 words" for a list whose items are called `noun`."""
    if not items:
        return f"no {noun}s yet"
    words = sum(count_words(*item) for item in items)
    return f"{len(items)} {noun}{'' if len(items) == 1 else 's'}, {words_in_words(words)}"


def is_small(fit: Fit) -> bool:
    """Return whether it fits, in smaller text than reads best."""
    return fit.fits and fit.size_pt < BEST_PT


def fit_headline(fit: Fit) -> str:
    """Return "Fits: 11.4 pt · 31 words to spare" or "Too long: cut about 24 words"."""
    if not fit.fits:
        return (
            f"Too long: cut about {words_in_words(words_to_cut(fit))}" if fit.cuts else "Too long"
        )
    if not fit.words_to_spare:
        return f"Fits: {fit.size_pt:g} pt · the page is full"
    more = "more than " if fit.words_to_spare >= _MOST_SPARE else ""
    return f"Fits: {fit.size_pt:g} pt · {more}{words_in_words(fit.words_to_spare)} to spare"


def words_to_cut(fit: Fit) -> int:
    """Return the fewest words whose cutting is enough, 0 if no cut of words is."""
    if fit.is_either:
        return min(cut.words for cut in fit.cuts)
    return sum(cut.words for cut in fit.cuts)


def fit_note(fit: Fit) -> str:
    """Return the sentence under the headline: what to cut, or that larger text reads better."""
    if fit.fits:
        small = f"Text of {BEST_PT:g} pt reads best; below {LEAST_PT:g} pt it is never set."
        return small if is_small(fit) else ""
    if not fit.cuts:
        return fit.message
    if fit.is_either:
        return "Any one of these is enough:"
    return "No single section can put it right. All of these together:"


def cut_line(cut: Cut) -> str:
    """Return "Key learning: about 24 of 61 words, now 9 lines"."""
    lines = f", now {cut.section_lines} lines" if cut.section_lines > 1 else ""
    return f"{cut.section}: about {cut.words} of {words_in_words(cut.section_words)}{lines}"


def letters_line(missing: Sequence[str]) -> str:
    """Return that every letter can be drawn, or which are drawn as a box."""
    if not missing:
        return "Letters all drawn"
    return f"Drawn as a box: {' '.join(missing)}"


def reading_note(lines: int) -> str:
    """Return where the lines under "Find out more" come from, and how many there are."""
    if not lines:
        return "Find out more: no line yet. Settings, Documents, has the lines for every briefing."
    count = "1 line" if lines == 1 else f"{lines} lines"
    return f"Find out more: {count} from Settings, Documents"


def page_words(briefing: Briefing) -> str:
    """Return all that the page says in reading order, for those who do not see its picture."""
    return "\n".join(line for line in _lines(briefing) if line)


def _lines(briefing: Briefing) -> Iterator[str]:
    yield briefing.mark
    yield briefing.kicker
    yield briefing.title
    yield briefing.subtitle
    yield f"Case reference: {briefing.reference}" if briefing.reference else ""
    yield f"Published: {full_date(briefing.published)}" if briefing.published else ""
    yield f"Review type: {briefing.review_type}"
    yield f"For: {briefing.audience}"
    yield from _section("Background", briefing.background)
    yield from _section("Key learning", _points(briefing.key_learning))
    yield from _section("Good practice", _points(briefing.good_practice))
    yield from _section("Areas for practice improvement", _points(briefing.improvements))
    yield from _section("Questions for your team meeting or supervision", briefing.questions)
    yield from _section("Find out more", [_reading(line) for line in briefing.find_out_more])
    yield briefing.statement


def _section(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield heading
        yield from lines


def _points(points: Sequence[LearningPoint]) -> list[str]:
    return [f"{point.lead} {point.text}".strip() for point in points]


def _reading(line: FurtherReading) -> str:
    return f"{line.text} {line.label}".strip()
