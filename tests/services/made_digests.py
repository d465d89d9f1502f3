"""Run in a process of its own: prints the fingerprint of every kind of document, as JSON."""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import replace
from datetime import UTC, date, datetime

from sgdesk.config.resources import resource
from sgdesk.exports.deck.slides import briefing_deck
from sgdesk.exports.word.letter import letter_document
from sgdesk.records.exports import DocumentKind
from sgdesk.records.letters import Letter
from sgdesk.services.briefings import briefing_of, get_briefing
from sgdesk.services.deck_templates import read_template
from sgdesk.services.documents import plan_documents
from sgdesk.services.exports import list_choices
from sgdesk.services.practice import open_practice

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
LETTER = Letter(
    "chase", "a@b.test", "Tenancy lead", "A return", "Dear lead", "Riverton", "PRACTICE"
)


def main() -> None:
    register = open_practice(today=TODAY, now=lambda: NOW)
    ids = [one.briefing_id for one in list_choices(register)]
    planned = plan_documents(register, ids[:1], set(DocumentKind), today=TODAY)
    made = {one.kind.value: one.make().content for one in planned}
    briefing = briefing_of(register, get_briefing(register, ids[0]), today=TODAY)
    register.close()
    own = read_template("Own.pptx", resource("deck", "sgdesk-16x9.pptx").read_bytes()).deck
    made["deck on an own template"] = briefing_deck(replace(briefing, deck_template=own))
    made["letter"] = letter_document(LETTER, on=TODAY)
    json.dump({name: hashlib.sha256(one).hexdigest() for name, one in made.items()}, sys.stdout)


if __name__ == "__main__":
    main()
