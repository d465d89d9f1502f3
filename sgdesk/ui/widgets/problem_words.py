"""A problem's sentence as it stands under a field whose label says the title already."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sgdesk.errors import Problem


def without_title(message: str, title: str) -> str:
    """Return `message` without its leading "Title: ", beginning with a capital."""
    rest = message.removeprefix(f"{title}: ")
    return f"{rest[:1].upper()}{rest[1:]}"


def plain_problem(problem: Problem, titles: Mapping[str, str]) -> Problem:
    """Return `problem` without the title of its field, which its link or label says already."""
    title = titles.get(problem.field, "")
    return replace(problem, message=without_title(problem.message, title))
