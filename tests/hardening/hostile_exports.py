"""Puts fifteen hundred hostile texts into a register and reads each back out of its documents.

Each document is opened again and has to say the cleaned text; what a PDF has no letter for is a
box in it. A round is a review with fifty of the texts. Under "no gate" the one gate that cleans
texts lets everything through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures import Figure, Hardening
from hostile_documents import FEWEST, REVIEWS, TEXTS, TOGETHER, numbers_in, said_by, save_review
from kept_registers import copied_register
from services_samples import CHEAP, NOW, OPENING_WORDS, PROFILE, TODAY

from sgdesk import text
from sgdesk.records.exports import DocumentKind
from sgdesk.services.documents import OF_A_REVIEW, plan_documents

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from uuid import UUID

    from sgdesk.services.register import Register

STEP = 11
"""From one review to the next, so that a few rounds meet texts of every sort."""
FEWEST_READ = 45
"""How many of the texts of one review at least one of its documents shows."""
SILENT_KINDS = frozenset({DocumentKind.DEADLINES})
"""They hold references alone."""


class Tally:
    """What the documents of all rounds said."""

    def __init__(self) -> None:
        self.documents = 0
        self.found = 0
        self.texts: set[int] = set()
        self.broken: list[str] = []

    def take(self, register: Register, ids: Sequence[UUID], kinds: set[DocumentKind]) -> None:
        """Make the documents of `kinds`, open each again and read every text in it."""
        for document in plan_documents(register, ids, kinds, today=TODAY):
            self.documents += 1
            try:
                found = numbers_in(said_by(document), TEXTS, document.name)
            except Exception as error:  # noqa: BLE001 - a trial tells whatever broke
                self.broken.append(f"{document.kind}: {type(error).__name__}")
                continue
            if len(found) < (0 if document.kind in SILENT_KINDS else FEWEST.get(document.kind, 1)):
                self.broken.append(f"{document.kind}: texts are missing")
            self.found += len(found)
            self.texts |= found


def run(folder: Path, rounds: int, sabotage: str) -> Figure:
    if sabotage == "no gate":
        text.clean = str
    register, _key = copied_register(folder, PROFILE, OPENING_WORDS, now=lambda: NOW, cost=CHEAP)
    tally, refused = Tally(), 0
    for number in ((STEP * one) % REVIEWS for one in range(rounds)):
        try:
            briefing_id = save_review(register, number)
        except Exception:  # noqa: BLE001 - as above
            refused += 1
            continue
        tally.take(register, [briefing_id], set(OF_A_REVIEW))
    tally.take(register, [], set(DocumentKind) - set(OF_A_REVIEW))
    register.close()
    is_held = not tally.broken and not refused and len(tally.texts) >= rounds * FEWEST_READ
    words = (
        f"{rounds * TOGETHER} texts put in, {tally.documents} documents opened again, "
        f"{len(tally.texts)} texts read in them {tally.found} times"
    )
    kinds = ", ".join(sorted(set(tally.broken))) or "none"
    return Figure(is_held, f"{words}, {len(tally.broken) + refused} failures ({kinds})")


HARDENING = Hardening(9, "hostile texts in every document", REVIEWS, run, {"no gate": 3})
