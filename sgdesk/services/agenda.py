"""What can be put on the agenda of a meeting: the days that are booked, and the open cases."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sgdesk.domain.stages import STAGE_WORDS, stage_of
from sgdesk.records.agenda import AgendaChoice, AgendaOffer, MeetingDay
from sgdesk.services.case_list import OVER
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.meetings import meeting_words, read_meetings

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.services.register import Register


def offer_agenda(register: Register, day: date | None, *, today: date) -> AgendaOffer:
    """Return the days with meetings from today on, and the open cases to choose from for `day`.

    Without a `day` it is the first of those days, or today where none is booked.
    """
    meetings = read_meetings(register, today=today)
    held = {case.id: case for case in read_held_cases(register)}
    booked = Counter(
        one.day
        for case_id, of_case in meetings.items()
        for one in of_case
        if case_id in held and one.day >= today
    )
    days = tuple(MeetingDay(one, booked[one]) for one in sorted(booked))
    chosen = day or (days[0].day if days else today)
    choices = []
    for case_id, case in held.items():
        on_day = [one for one in meetings.get(case_id, ()) if one.day == chosen]
        stage = stage_of(case.facts).stage
        if not on_day and stage in OVER:
            continue
        words = "; ".join(map(meeting_words, on_day))
        time = on_day[0].time if on_day else ""
        choice = AgendaChoice(case_id, case.reference, case.title, STAGE_WORDS[stage], words)
        choices.append((not on_day, time, case.reference, choice))
    choices.sort(key=lambda one: one[:3])
    return AgendaOffer(days, chosen, tuple(one[-1] for one in choices))
