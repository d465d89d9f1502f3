"""The matrix of agency returns on one sheet of paper."""

from __future__ import annotations

import re
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.agency_requests import STATE_LETTERS, STATE_WORDS, ReturnState
from sgdesk.domain.dates import brief_date
from sgdesk.records.papers import PaperColumn, PaperRow, PaperTable, PaperText
from sgdesk.services.papers import new_paper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sgdesk.records.papers import Paper
    from sgdesk.records.return_matrix import MatrixCase, MatrixCell, ReturnMatrix
    from sgdesk.services.register import Register


class _Sheet(NamedTuple):
    """What fits on a sheet of A4 beside heads and legend."""

    cases: int
    height: float
    """For the rows of the agencies, in millimetres."""


_LYING, _UPRIGHT = _Sheet(11, 92.0), _Sheet(7, 158.0)
_NAME_LETTERS = 24
"""So many letters of a name stand on one line."""
_LINE, _AROUND = 3.7, 3.0
"""Height of a line and of what is around the lines of a row, in millimetres."""
_PREFIX = re.compile(r"(\D*)(.*)")
_DUE = (
    "The day under a case is when its returns are due: by the local rule counted from the "
    "notified date, or as agreed for all. An agency added late has a day of its own."
)
_NO_BREAK = "\u00a0"
_TITLE = "Agency returns"
_NO_REQUEST = STATE_LETTERS[ReturnState.NOT_ASKED]
_UNTOLD = frozenset({ReturnState.NOT_ASKED, ReturnState.NOT_NEEDED})


def matrix_paper(
    register: Register, matrix: ReturnMatrix, *, today: date, shown: str = ""
) -> Paper:
    """Return the matrix as one sheet; `shown` says which filter it passed, if any.

    Where it is too large for one sheet, the cases and agencies with most returns out are on it,
    and the sheet says that they are a part, and of how many.
    """
    heights = [_height(one.name) for one in matrix.agencies]
    is_lying = sum(heights) <= _LYING.height
    sheet = _LYING if is_lying else _UPRIGHT
    columns = _chosen(
        [(_out_of_case(matrix, at), 1.0) for at in _places(matrix.cases)], sheet.cases
    )
    rows = _chosen(list(zip(matrix.outstanding, heights, strict=True)), sheet.height)
    parts = (_table(matrix, rows, columns), PaperText("What the letters mean", (_legend(), _DUE)))
    paper = new_paper(
        register,
        _TITLE,
        parts,
        today=today,
        file_stem="agency-returns",
        summary=_summary(matrix, rows, columns, shown),
    )
    return replace(paper, is_landscape=is_lying)


def _places(items: Sequence[object]) -> range:
    return range(len(items))


def _height(name: str) -> float:
    return _AROUND + _LINE * max(1, ceil(len(name) / _NAME_LETTERS))


def _chosen(weights: Sequence[tuple[int, float]], room: float) -> list[int]:
    """Return the places of the heaviest, pairs of weight and size, that `room` takes in order."""
    chosen: list[int] = []
    for at in sorted(_places(weights), key=lambda at: (-weights[at][0], at)):
        if (room := room - weights[at][1]) < 0:
            break
        chosen.append(at)
    return sorted(chosen)


def _out_of_case(matrix: ReturnMatrix, column: int) -> int:
    case_id = matrix.cases[column].case_id
    return sum(
        cell.is_outstanding
        for (_, key), own in matrix.cells.items()
        if key == case_id
        for cell in own
    )


def _table(matrix: ReturnMatrix, rows: Sequence[int], columns: Sequence[int]) -> PaperTable:
    heads = [PaperColumn(_head(matrix.cases[at]), 2.0) for at in columns]
    return PaperTable(
        (PaperColumn("Agency", 4.0), *heads, PaperColumn("Out", 1.0, is_centred=True)),
        tuple(
            PaperRow(
                (
                    matrix.agencies[row].name,
                    *(_cell(matrix.cells_at(row, column)) for column in columns),
                    str(matrix.outstanding[row] or "none"),
                )
            )
            for row in rows
        ),
        note="" if rows else "No agency was asked in an open case.",
    )


def _head(case: MatrixCase) -> str:
    """Return the head of a case; its reference may break before its number."""
    prefix, number = _PREFIX.match(case.reference).groups()  # type: ignore[union-attr]
    due = f"due {brief_date(case.due_on)}" if case.due_on else ""
    return "\n".join(part for part in (prefix, number, *map(_whole, (case.stand, due))) if part)


def _whole(words: str) -> str:
    """Return `words` so that they stay on one line."""
    return words.replace(" ", _NO_BREAK)


def _cell(cells: Sequence[MatrixCell]) -> str:
    if not cells:
        return _NO_REQUEST
    first = cells[0]
    more = f"+{len(cells) - 1}" if len(cells) > 1 else ""
    words = (STATE_LETTERS[first.state], first.note.removeprefix("due ").removeprefix("by "), more)
    return _whole(" ".join(filter(None, words)))


def _legend() -> str:
    said = [
        f"{STATE_LETTERS[state]} {words.lower()}"
        for state, words in STATE_WORDS.items()
        if state not in _UNTOLD
    ]
    said.append(f"{_NO_REQUEST} not asked, or not needed")
    return "; ".join(said) + ". After O the days are working days. “+1” is a further request."


def _summary(matrix: ReturnMatrix, rows: Sequence[int], columns: Sequence[int], shown: str) -> str:
    sentences = [f"{words}." for words in (matrix.sentence(), shown) if words]
    cases, agencies = len(matrix.cases), len(matrix.agencies)
    if len(columns) < cases or len(rows) < agencies:
        sentences.append(
            f"This page has {len(columns)} of {cases} cases and {len(rows)} of {agencies} "
            "agencies: those with most returns out."
        )
    return " ".join(sentences)
