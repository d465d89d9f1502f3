"""What hangs on a local review: its order, its parts saved apart, its letters and their log."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from services_samples import TODAY, make_case

from sgdesk.domain.agency_requests import AgencyRequestDraft
from sgdesk.domain.delays import DelayDraft
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.partnerships import AgencyDraft
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.review_parts import (
    EnquiryLineDraft,
    MonitoringDraft,
    PanelMemberDraft,
    ReportVersionDraft,
    ReviewEventDraft,
)
from sgdesk.errors import RejectedError
from sgdesk.records.letters import Letter
from sgdesk.services.case_views import get_case
from sgdesk.services.delays import end_delay
from sgdesk.services.entries import list_entries, save_entry
from sgdesk.services.local_reviews import read_review_parts
from sgdesk.services.review_letters import (
    commission_letter,
    delay_letter,
    log_commission_letter,
    log_delay_letter,
    log_monitoring_letter,
    monitoring_letter,
)
from sgdesk.services.reviews import save_local_review, save_publication
from sgdesk.services.settings import list_agencies, save_agency

BEGAN = date(2026, 5, 4)
REVIEW = LocalReviewDraft(
    initiated_on=BEGAN,
    reviewer="An independent reviewer",
    independence="From another region.",
    forecast_on=date(2027, 2, 1),
    forecast_reason="A trial.",
)


@pytest.fixture
def case_id(register):
    held = make_case(register)
    save_local_review(register, held, REVIEW, today=TODAY)
    return held


def add(register, case_id, *drafts):
    for draft in drafts:
        save_entry(register, case_id, None, draft, today=TODAY)


def parts(register, case_id):
    return read_review_parts(register, case_id, today=TODAY)


def drafts(entries):
    return [one.draft for one in entries]


def test_a_case_without_a_review_has_no_parts(register):
    found = parts(register, make_case(register))
    assert (found.lines, found.members, found.events, found.versions, found.monitoring) == (
        (), (), (), (), (),
    )  # fmt: skip
    assert not found.has_final


def test_events_come_undated_then_coming_then_past_the_latest_first(register, case_id):
    days = (
        date(2026, 10, 1), None, date(2026, 12, 7), TODAY, date(2026, 11, 2), date(2026, 12, 1),
    )  # fmt: skip
    add(register, case_id, *(ReviewEventDraft(kind="Panel meeting", held_on=day) for day in days))
    assert [one.held_on for one in drafts(parts(register, case_id).events)] == [
        None,
        TODAY,
        date(2026, 12, 1),
        date(2026, 12, 7),
        date(2026, 11, 2),
        date(2026, 10, 1),
    ]


def test_versions_come_newest_first_and_of_one_day_the_one_recorded_last(register, case_id):
    add(
        register,
        case_id,
        ReportVersionDraft(version="0.1", dated_on=BEGAN),
        ReportVersionDraft(version="1.0", dated_on=TODAY, is_final=True),
        ReportVersionDraft(version="0.2", dated_on=BEGAN),
        ReportVersionDraft(version="0.3", sent_on=date(2026, 6, 1), recipients="All"),
        ReportVersionDraft(version="next"),
    )
    found = parts(register, case_id)
    assert [one.version for one in drafts(found.versions)] == ["next", "1.0", "0.3", "0.2", "0.1"]
    assert found.has_final


def test_monitoring_comes_newest_first_by_its_day_or_its_letter(register, case_id):
    looked = {"progress": "On plan.", "quality": "Sound."}
    add(
        register,
        case_id,
        MonitoringDraft(monitored_on=date(2026, 6, 4), **looked),
        MonitoringDraft(letter_on=date(2026, 9, 4)),
        MonitoringDraft(monitored_on=date(2026, 8, 4), letter_on=date(2026, 7, 4), **looked),
    )
    found = drafts(parts(register, case_id).monitoring)
    assert [one.monitored_on for one in found] == [None, date(2026, 8, 4), date(2026, 6, 4)]


def test_members_who_left_come_last_and_lines_keep_their_order(register, case_id):
    add(
        register,
        case_id,
        PanelMemberDraft(role="First", left_on=BEGAN),
        PanelMemberDraft(role="Second"),
        EnquiryLineDraft("2", "Who knew?"),
        EnquiryLineDraft("1", "Who asked?"),
    )
    found = parts(register, case_id)
    assert [one.role for one in drafts(found.members)] == ["Second", "First"]
    assert [one.number for one in drafts(found.lines)] == ["2", "1"]


def test_agencies_of_the_case_are_those_that_were_asked(register, case_id):
    for name in ("Riverton Police", "Harbour Service"):
        save_agency(register, None, AgencyDraft(name=name))
    asked = next(row for row in list_agencies(register) if row.draft.name == "Riverton Police")
    add(register, case_id, AgencyRequestDraft(agency_id=asked.agency_id, asked_on=BEGAN))
    found = parts(register, case_id)
    assert list(found.agencies.values()) == ["Harbour Service", "Riverton Police"]
    assert found.asked_names() == ("Riverton Police",)


def test_a_form_saves_its_own_fields_and_leaves_what_another_saved_meanwhile(register, case_id):
    seen = get_case(register, case_id, today=TODAY).local_review
    save_local_review(
        register, case_id, replace(seen, chair="Health"), today=TODAY, fields=("chair",)
    )
    save_local_review(
        register, case_id, replace(seen, terms="Why?\nHow?"), today=TODAY, fields=("terms",)
    )
    held = get_case(register, case_id, today=TODAY).local_review
    assert (held.chair, held.terms) == ("Health", "Why?\nHow?")


def test_what_a_form_would_break_is_refused_with_all_reasons(register, case_id):
    wrong = replace(REVIEW, initiated_on=None, scope_from_on=TODAY, scope_to_on=BEGAN)
    with pytest.raises(RejectedError) as refused:
        save_local_review(
            register,
            case_id,
            wrong,
            today=TODAY,
            fields=("initiated_on", "scope_from_on", "scope_to_on"),
        )
    stopping = {one.field for one in refused.value.problems if not one.is_warning}
    assert stopping == {"initiated_on", "scope_to_on"}
    assert get_case(register, case_id, today=TODAY).local_review == REVIEW


def test_the_first_form_of_a_review_saves_the_whole(register):
    held = make_case(register)
    save_local_review(register, held, REVIEW, today=TODAY, fields=("initiated_on",))
    assert get_case(register, held, today=TODAY).local_review == REVIEW


def view(register, case_id):
    return get_case(register, case_id, today=TODAY)


def test_the_letter_to_the_reviewer_names_the_last_one_and_the_day_for_the_answer(
    register, case_id
):
    add(register, case_id, MonitoringDraft(letter_on=date(2026, 9, 4)))
    letter = monitoring_letter(
        register, view(register, case_id), parts(register, case_id), today=TODAY
    )
    assert letter.recipient == "An independent reviewer"
    assert "4 September 2026" in letter.body
    assert "7 December 2026" in letter.body
    assert "1 February 2027" in letter.body
    assert "[" not in letter.body


def test_a_planned_publication_outweighs_the_forecast_in_letters(register, case_id):
    save_publication(register, case_id, PublicationDraft(planned_on=date(2027, 3, 1)), today=TODAY)
    letter = commission_letter(register, view(register, case_id))
    assert "1 March 2027" in letter.body
    assert "4 May 2026" in letter.body


def test_a_letter_of_a_case_without_a_review_shows_its_gaps(register):
    bare = view(register, make_case(register))
    assert "[" in delay_letter(register, bare, DelayDraft()).body
    assert "[" in commission_letter(register, bare).body
    empty = parts(register, bare.case_id)
    assert monitoring_letter(register, bare, empty, today=TODAY).recipient == ""


LETTER = Letter("monitoring", "", "An independent reviewer", "How it stands", "Dear all")


def test_a_letter_is_logged_where_it_belongs_or_as_an_entry_of_its_own(register, case_id):
    add(register, case_id, MonitoringDraft(monitored_on=BEGAN, progress="On.", quality="Sound."))
    (entry,) = parts(register, case_id).monitoring
    log_monitoring_letter(register, case_id, entry, LETTER, today=TODAY)
    (held,) = drafts(parts(register, case_id).monitoring)
    assert (held.monitored_on, held.letter_on, held.asked_for) == (BEGAN, TODAY, "How it stands")
    log_monitoring_letter(register, case_id, None, LETTER, today=TODAY)
    newest = drafts(parts(register, case_id).monitoring)[0]
    assert (newest.monitored_on, newest.letter_on) == (None, TODAY)


def test_asking_is_not_monitoring(register, case_id):
    def next_due():
        rows = view(register, case_id).deadlines
        return next(row.due for row in rows if row.code == "LR-MON")

    before = next_due()
    log_monitoring_letter(register, case_id, None, LETTER, today=TODAY)
    assert next_due() == before


def test_commissioning_records_the_day_once(register, case_id):
    log_commission_letter(register, view(register, case_id), today=TODAY)
    assert view(register, case_id).local_review.commissioned_on == TODAY
    log_commission_letter(register, view(register, case_id), today=date(2026, 12, 1))
    assert view(register, case_id).local_review.commissioned_on == TODAY


DELAY = DelayDraft(
    kind="Criminal trial",
    reason="No witness is spoken to before the trial ends.",
    authority="Lead safeguarding partners",
    next_check_on=date(2026, 12, 2),
    pauses=("LR-6M", "LR-MON", "LR-DELAY"),
)


def six_months(register, case_id):
    return next(row for row in view(register, case_id).deadlines if row.code == "LR-6M")


def test_telling_the_panel_is_logged_and_meets_the_task(register, case_id):
    add(register, case_id, DELAY)
    (entry,) = list_entries(register, DelayDraft, case_id)
    letter = delay_letter(register, view(register, case_id), entry.draft)
    assert "4 November 2026" in letter.body
    assert "Lead safeguarding partners" in letter.body
    assert "[" not in letter.body
    log_delay_letter(register, case_id, entry, today=TODAY)
    (held,) = list_entries(register, DelayDraft, case_id)
    assert held.draft.told_on == TODAY
    task = next(row for row in view(register, case_id).deadlines if row.code == "LR-DELAY")
    assert task.standing_words == "Met"


def test_an_agreed_pause_turns_overdue_into_late_agreed_until_it_ends(register, case_id):
    add(register, case_id, DELAY)
    row = six_months(register, case_id)
    assert row.standing_words == "Late, agreed: criminal trial; next look Wed 2 Dec"
    assert row.short_words == "Paused by criminal trial"
    (entry,) = list_entries(register, DelayDraft, case_id)
    end_delay(register, case_id, entry, today=TODAY)
    assert six_months(register, case_id).standing_words == "Overdue by 13 working days"


def test_an_agreed_delay_without_a_pause_is_the_reason_beside_the_deadline(register, case_id):
    add(register, case_id, replace(DELAY, pauses=(), next_check_on=None))
    row = six_months(register, case_id)
    assert row.standing_words == "Overdue by 13 working days; delay agreed: criminal trial"
    assert row.short_words == "Overdue by 13 working days"
    assert row.note == "delay agreed: criminal trial"
