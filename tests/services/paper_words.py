"""A paper as plain text, for golden files that a person reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.records.paper_bits import bits_of

if TYPE_CHECKING:
    from sgdesk.records.papers import Paper


def words_of(paper: Paper) -> str:
    """Return what the paper says, one line for each of its lines; cells are parted by bars."""
    head = [paper.title, paper.summary, paper.mark, ""]
    lines = [
        f"{bit.kind.name.lower():9} {' | '.join(bit.cells)}".replace("\n", " / ")
        for bit in bits_of(paper)
    ]
    return "\n".join([*head, *lines]) + "\n"
