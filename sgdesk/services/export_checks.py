"""The identity check of what is written, before any document is made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.services.identity_checks import held_private_facts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sgdesk.domain.identity import Identity
    from sgdesk.records.briefing import Briefing
    from sgdesk.services.register import Register


def found_identities(
    register: Register, briefing: Briefing, case_ids: Sequence[UUID] = ()
) -> tuple[Identity, ...]:
    """Return each place in what is written where something private of its cases stands.

    Quick enough for every pause in typing. Without `case_ids` every case is looked through.
    """
    return held_private_facts(register).find(_texts(briefing), case_ids)


def _texts(briefing: Briefing) -> list[tuple[str, str]]:
    points = {
        "Key learning": briefing.key_learning,
        "Good practice": briefing.good_practice,
        "Areas for practice improvement": briefing.improvements,
    }
    return [
        ("Title", briefing.title),
        ("Subtitle", briefing.subtitle),
        *(("Background", text) for text in briefing.background),
        *((where, f"{item.lead} {item.text}") for where in points for item in points[where]),
        *(("Timeline", f"{item.lead} {item.text}") for item in briefing.timeline),
        *(("Recommendations", f"{item.lead} {item.text}") for item in briefing.recommendations),
        *(("Questions", text) for text in briefing.questions),
    ]
