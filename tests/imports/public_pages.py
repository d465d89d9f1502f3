"""Public pages for the tests of their import, and what was found on them in short."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sgdesk.imports.public_list import load_public_list, read_public_list

if TYPE_CHECKING:
    from sgdesk.records.public_list import PublicList

TODAY = date(2035, 1, 1)
PAGES = Path(__file__).parents[1] / "files" / "public_lists"


def load(name: str) -> PublicList:
    return load_public_list(PAGES / name, today=TODAY)


def read(*lines: str) -> PublicList:
    return read_public_list("\n".join(lines), today=TODAY)


def listed(found: PublicList) -> list[tuple[str, str, str]]:
    """Return reference, title and summary of each review."""
    return [(review.reference, review.title, review.summary) for review in found.reviews]


def messages(found: PublicList) -> list[tuple[int, str]]:
    """Return line and sentence of each problem."""
    return [(problem.line, problem.message) for problem in found.problems]
