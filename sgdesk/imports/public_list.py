"""A partnership's public page of reviews, read from a file or from pasted text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from sgdesk.domain.dates import Precision, UncertainDate
from sgdesk.domain.references import reference_key
from sgdesk.imports.briefing_pairs import paired
from sgdesk.imports.listed_dates import month_named, read_listed_date
from sgdesk.imports.page_entries import sort_lines
from sgdesk.imports.page_lines import page_lines
from sgdesk.imports.page_talk import without_file_note
from sgdesk.imports.page_wrapping import unwrapped
from sgdesk.imports.text_files import load_text
from sgdesk.records.public_list import ListedReview, ListProblem, PublicList
from sgdesk.text import clean_block, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sgdesk.imports.page_entries import Entry
    from sgdesk.imports.page_lines import PageLine

_MONTH_AND_YEAR = re.compile(r"\b([A-Z][a-z]{2,8})\.? ((?:19|20)[0-9]{2})\b")
_LONGEST_NAMED = 60
_NO_REVIEW = (
    "No review was recognised on this page. Each needs a line such as “Case reference: …” "
    "or a heading followed by “Publication date: …”. Check that the whole page was copied."
)


def load_public_list(path: Path, *, today: date) -> PublicList:
    """Return what the text file at `path` lists.

    Raises `UserError` for a file that cannot be read, is too large, or holds no plain text.
    """
    return read_public_list(load_text(path), today=today)


def read_public_list(text: str, *, today: date) -> PublicList:
    """Return what `text`, the words of a public page, lists. Never raises; guesses no date."""
    page = sort_lines(unwrapped(list(page_lines(text))))
    _settle_titles(page.entries)
    reviews = tuple(_review(entry, today) for entry in _without_contents(page.entries))
    titles = _distinct(page.titles)
    problems = [
        *_problems(reviews, today),
        *_repeats(reviews),
        *(_left_out(first, last) for first, last in page.left_out),
    ]
    if not reviews:
        problems.append(ListProblem(0, _NO_REVIEW))
    problems.sort(key=lambda problem: problem.line)
    return PublicList(reviews, tuple(paired(titles, reviews)), tuple(problems))


def _settle_titles(entries: Sequence[Entry]) -> None:
    """Take the line before a labelled reference as its title where the page does so elsewhere."""
    labelled = [entry for entry in entries if entry.has_label]
    headed = sum(bool(entry.title) for entry in labelled)
    if headed and 2 * headed >= len(labelled) - 1:
        for entry in labelled:
            entry.title = entry.title or entry.maybe_title


def _without_contents(entries: Sequence[Entry]) -> list[Entry]:
    """Return `entries` without column heads and without a table of contents."""
    full = {reference_key(entry.reference) for entry in entries if entry.date or entry.body}
    return [
        entry
        for entry in entries
        if entry.date
        or entry.body
        or ((entry.reference or entry.title) and reference_key(entry.reference) not in full)
    ]


def _distinct(titles: Sequence[PageLine]) -> list[PageLine]:
    """Return the titles without notes on files, the briefing and the deck of one as one."""
    found: dict[str, PageLine] = {}
    for line in titles:
        title = without_file_note(line.text)
        if key := title.casefold():
            found.setdefault(key, replace(line, text=title))
    return list(found.values())


def _review(entry: Entry, today: date) -> ListedReview:
    summary = clean_block("\n".join(line.text for line in entry.body))
    typed = clean_line(entry.date or "")
    return ListedReview(
        reference=clean_line(entry.reference) if reference_key(entry.reference) else "",
        title=clean_line(entry.title),
        published_on=read_listed_date(typed, today=today).day if typed else None,
        published_as_typed=typed,
        summary=summary,
        incident_hint=_incident_hint(summary),
        line=entry.line,
    )


def _incident_hint(summary: str) -> str:
    """Return the month and year that `summary` names, or "" where it names none or several."""
    months = {
        date(int(match[2]), number, 1)
        for match in _MONTH_AND_YEAR.finditer(summary)
        if (number := month_named(match[1]))
    }
    return UncertainDate(Precision.MONTH, months.pop()).words() if len(months) == 1 else ""


def _problems(reviews: Sequence[ListedReview], today: date) -> Iterator[ListProblem]:
    for review in reviews:
        name = _name(review)
        if not (review.reference or review.title):
            yield ListProblem(review.line, f"{name} has neither a reference nor a title; give one.")
        elif not review.reference and "national" not in review.title.casefold():
            yield ListProblem(
                review.line, f"{name} has no reference; type one, unless it is a national review."
            )
        if not review.published_as_typed:
            yield ListProblem(review.line, f"{name} has no publication date; give it.")
        elif problem := read_listed_date(review.published_as_typed, today=today).problem:
            yield ListProblem(review.line, f"{name}: {problem}")
        if not review.summary:
            yield ListProblem(review.line, f"{name} has no summary.")


def _repeats(reviews: Sequence[ListedReview]) -> Iterator[ListProblem]:
    first: dict[tuple[str, str], ListedReview] = {}
    for review in reviews:
        key = (reference_key(review.reference), "" if review.reference else review.title.casefold())
        earlier = first.setdefault(key, review)
        if earlier is not review and any(key):
            yield ListProblem(
                review.line,
                f"{_name(review)} stands on this page twice, first at line {earlier.line}; "
                "import one of the two.",
            )


def _left_out(first: int, last: int) -> ListProblem:
    lines = f"Line {first} belongs" if first == last else f"Lines {first} to {last} belong"
    return ListProblem(
        first, f"{lines} to no review that was recognised; add the text by hand if it is needed."
    )


def _name(review: ListedReview) -> str:
    if review.reference or not review.title:
        return review.reference or "This review"
    title = review.title
    return f"“{title}”" if len(title) <= _LONGEST_NAMED else f"“{title[:_LONGEST_NAMED]}…”"
