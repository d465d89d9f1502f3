"""Documents written to files, for tests that read them back with other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.exports.deck.slides import briefing_deck
from sgdesk.exports.pdf.briefing import briefing_pdf
from sgdesk.exports.pdf.paper import paper_pdf
from sgdesk.progress import silent

if TYPE_CHECKING:
    from pathlib import Path


def write_briefing_pdf(briefing, target: Path, progress=silent) -> Path:
    target.write_bytes(briefing_pdf(briefing, progress))
    return target


def write_paper_pdf(paper, target: Path, progress=silent) -> Path:
    target.write_bytes(paper_pdf(paper, progress))
    return target


def write_briefing_deck(briefing, target: Path, progress=silent) -> Path:
    target.write_bytes(briefing_deck(briefing, progress))
    return target
