"""A pause that somebody must look at again shows as work: in the next step and on Today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.delays import DelayDraft
from sgdesk.domain.facts import Pause
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.review_parts import MonitoringDraft
from sgdesk.domain.standings import Standing
from sgdesk.services.case_views import get_case
from sgdesk.services.entries import list_entries, save_entry
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.reviews import save_local_review
from sgdesk.services.today import look_at_today

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
REVIEW = LocalReviewDraft(
    initiated_on=date(2026, 5, 4),
    reviewer="An independent reviewer",
    independence="From another region.",
    decision_told_on=date(2026, 5, 6),
    forecast_on=date(2026, 11, 2),
)
TRIAL = DelayDraft(
    kind="Criminal trial",
    reason="No witness is spoken to before the trial ends.",
    authority="Lead safeguarding partners",
    next_check_on=TOMORROW,
    pauses=("LR-6M", "LR-MON"),
)


@pytest.fixture
def case_id(register):
    """A case whose only open clocks are those of its local review."""
    draft = replace(CASE, aware_on=None)
    held = make_case(register, draft, notified_on=None)
    save_local_review(register, held, REVIEW, today=TODAY)
    return held


def add(register, case_id, *drafts):
    for draft in drafts:
        save_entry(register, case_id, None, draft, today=TODAY)


def next_step(register, case_id):
    return get_case(register, case_id, today=TODAY).next_step


def test_before_the_day_of_the_look_the_step_shows_what_holds_the_review_up(register, case_id):
    add(register, case_id, TRIAL)
    step = next_step(register, case_id)
    assert (step.words, step.dialog) == ("See what holds the review up", "delays")
    assert step.reason == "Late, agreed: criminal trial; next look Tue 24 Nov."
    view = look_at_today(register, today=TODAY)
    assert (view.looks, view.next_steps) == ((), ())


@pytest.mark.parametrize(
    ("day", "words"), [(TODAY, "next look today"), (YESTERDAY, "next look was due Sun 22 Nov")]
)
def test_on_the_day_and_after_it_looking_again_is_the_step(register, case_id, day, words):
    add(register, case_id, replace(TRIAL, next_check_on=day))
    step = next_step(register, case_id)
    assert (step.words, step.dialog, step.button) == ("Look again at the pause", "delays", "Look…")
    assert step.reason == f"Paused by criminal trial; {words}."


def test_today_lists_each_case_to_look_at_once_with_the_day_of_the_look(register, case_id):
    add(register, case_id, replace(TRIAL, next_check_on=YESTERDAY))
    view = look_at_today(register, today=TODAY)
    (row,) = view.looks
    assert (row.case_id, row.what, row.counts_to) == (
        case_id, "Look again: criminal trial", YESTERDAY,
    )  # fmt: skip
    assert (row.standing, row.short_words) == (Standing.PAUSED, "Paused")
    assert [one.step.words for one in view.next_steps] == ["Look again at the pause"]
    assert view.overdue == ()


def test_a_clock_that_has_not_begun_keeps_the_look_in_sight(register, case_id):
    add(
        register,
        case_id,
        MonitoringDraft(monitored_on=TODAY, progress="On.", quality="Sound."),
        replace(TRIAL, next_check_on=TODAY, pauses=("PUB-7",)),
    )
    assert [row.code for row in look_at_today(register, today=TODAY).looks] == ["PUB-7"]


def test_what_is_overdue_longer_than_the_look_comes_before_it(register, case_id):
    add(register, case_id, replace(TRIAL, next_check_on=TODAY, pauses=("LR-MON",)))
    step = next_step(register, case_id)
    assert step.words == "Complete and publish the local review"
    assert look_at_today(register, today=TODAY).looks


def test_a_pause_that_ended_or_was_never_set_asks_for_no_look(register, case_id):
    add(register, case_id, replace(TRIAL, next_check_on=YESTERDAY, ended_on=TODAY))
    assert look_at_today(register, today=TODAY).looks == ()
    assert next_step(register, case_id).words == "Monitor the local review"
    assert next_step(register, case_id).dialog == "local_review:monitoring"


def test_the_reason_of_an_agreed_delay_follows_the_step(register, case_id):
    add(
        register,
        case_id,
        MonitoringDraft(monitored_on=TODAY, progress="On.", quality="Sound."),
        replace(TRIAL, pauses=(), next_check_on=None),
    )
    step = next_step(register, case_id)
    assert step.words == "Complete and publish the local review"
    assert step.reason == (
        "Overdue by 13 working days: Wed 4 Nov 2026. Delay agreed: criminal trial."
    )


def test_the_step_that_tells_the_reasons_for_delay_leads_to_the_register(register, case_id):
    late = replace(REVIEW, forecast_on=date(2027, 2, 1), forecast_reason="A trial.")
    save_local_review(register, case_id, late, today=TODAY)
    add(register, case_id, replace(TRIAL, pauses=("LR-6M", "LR-MON")))
    step = next_step(register, case_id)
    assert (step.words, step.dialog) == ("Tell the reasons for delay", "delays")


def test_pauses_and_delays_come_with_who_agreed_the_first_entry_first(register, case_id):
    add(
        register,
        case_id,
        replace(TRIAL, kind="Inquest", pauses=("LR-6M",)),
        TRIAL,
        replace(TRIAL, kind="Wishes of the family", pauses=(), next_check_on=None),
        replace(TRIAL, kind="Other", pauses=()),
        replace(TRIAL, kind="Not agreed", pauses=(), authority=""),
    )
    facts = read_held_cases(register, case_id)[0].facts
    partners = "Lead safeguarding partners"
    assert facts.pauses == {
        "LR-6M": Pause("inquest", TOMORROW, partners),
        "LR-MON": Pause("criminal trial", TOMORROW, partners),
    }
    assert facts.delay == Pause("wishes of the family", None, partners)
    assert len(list_entries(register, DelayDraft, case_id)) == 5
