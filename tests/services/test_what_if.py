"""What would be with other dates: as a save would make it, and nothing is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paper_words import words_of
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.dates import UncertainDate
from sgdesk.domain.notifications import NotificationDraft
from sgdesk.domain.partnerships import AgreedDate
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.rapid_reviews import RapidReviewDraft
from sgdesk.domain.standings import Standing
from sgdesk.errors import RejectedError, UserError
from sgdesk.services.agreed_dates import save_agreed_date
from sgdesk.services.cases import save_case
from sgdesk.services.deadlines import list_deadlines
from sgdesk.services.reviews import save_notification, save_publication, save_rapid_review
from sgdesk.services.what_if import TRIGGERS, what_if
from sgdesk.services.what_if_papers import assumption, what_if_paper, what_if_text

THURSDAY = date(2026, 11, 26)


@pytest.fixture
def case_id(register):
    """Aware on Fri 6 Nov 2026; nobody was notified yet."""
    return make_case(register, notified_on=None)


def line(found, code):
    return next(one for one in found.lines if one.code == code)


def test_nothing_tried_is_everything_as_it_is(register, case_id):
    found = what_if(register, case_id, {}, today=TODAY)
    assert found.changed == ()
    assert found.assumed == ()
    assert found.as_on == TODAY
    assert {one.code for one in found.lines} >= {"SIN-5", "RR-15"}
    assert all(one.now == one.then for one in found.lines)
    assert assumption(found) == "No other date is tried."


def test_a_day_to_come_counts_from_that_day_and_judges_on_it(register, case_id):
    found = what_if(register, case_id, {CaseDate.NOTIFIED: THURSDAY}, today=TODAY)
    assert found.as_on == THURSDAY
    rapid = line(found, "RR-15")
    assert rapid.now.standing is Standing.WAITING
    assert rapid.then.due_words == "Thu 17 Dec 2026"
    assert rapid.change == "Gets its date"
    assert rapid.working.startswith("Notified Thu 26 Nov 2026 (day 0). Day 15 = Thu 17 Dec 2026.")
    assert rapid.days[-1].number == 15


def test_what_the_tried_date_itself_meets_is_seen_as_late(register, case_id):
    found = what_if(register, case_id, {CaseDate.NOTIFIED: THURSDAY}, today=TODAY)
    notify = line(found, "SIN-5")
    assert notify.then.standing is Standing.MET_LATE
    assert notify.change == "Is met"


def test_several_dates_are_tried_at_once(register, case_id):
    dates = {CaseDate.NOTIFIED: THURSDAY, CaseDate.RAPID_REVIEW_SENT: date(2026, 12, 17)}
    found = what_if(register, case_id, dates, today=TODAY)
    assert found.as_on == date(2026, 12, 17)
    assert line(found, "RR-15").then.standing is Standing.MET
    assert line(found, "PANEL-RESP").then.due is not None


def test_dates_of_later_parts_bring_in_their_deadlines(register, case_id):
    before = {one.code for one in what_if(register, case_id, {}, today=TODAY).lines}
    found = what_if(register, case_id, {CaseDate.INITIATED: TODAY}, today=TODAY)
    review = line(found, "LR-6M")
    assert review.code not in before
    assert review.change == "Begins to apply"
    assert (review.now.standing, review.now.due_words) == (
        Standing.NOT_APPLICABLE, "Does not apply",
    )  # fmt: skip
    assert review.then.due_words == "Sun 23 May 2027"


def test_publishing_lets_what_is_open_fall_away(register):
    case_id = make_case(register)
    found = what_if(register, case_id, {CaseDate.PUBLISHED: THURSDAY}, today=TODAY)
    rapid = line(found, "RR-15")
    assert rapid.change == "Falls away"
    assert rapid.working == "The rule would not apply: the review is published."
    assert rapid.days == ()


def test_an_earlier_date_moves_and_an_agreed_one_stays(register):
    case_id = make_case(register)
    agreed = AgreedDate(date(2026, 12, 7), "Leave", "The partners")
    save_agreed_date(register, case_id, "RR-15", agreed)
    found = what_if(register, case_id, {CaseDate.NOTIFIED: date(2026, 11, 9)}, today=TODAY)
    rapid = line(found, "RR-15")
    assert rapid.change == "1 working day earlier"
    assert rapid.agreed_on == date(2026, 12, 7)


def test_a_move_over_a_weekend_alone_is_later_without_a_number(register):
    case_id = make_case(register)
    draft = PublicationDraft(published_on=date(2026, 11, 20))
    save_publication(register, case_id, draft, today=TODAY)
    found = what_if(register, case_id, {CaseDate.PUBLISHED: date(2026, 11, 21)}, today=TODAY)
    kept = next(one for one in found.lines if one.now.due == date(2027, 11, 20))
    assert (kept.then.due, kept.change) == (date(2027, 11, 21), "Later")


def test_a_result_that_was_kept_before_says_how_it_came_about_then(register):
    case_id = make_case(register)
    sent = RapidReviewDraft(meeting_on=date(2026, 11, 20), sent_on=date(2026, 11, 20))
    save_rapid_review(register, case_id, sent, today=TODAY)
    draft = NotificationDraft(notified_on=date(2026, 11, 9))
    save_notification(register, case_id, draft, today=TODAY)
    found = what_if(register, case_id, {CaseDate.NOTIFIED: date(2026, 11, 6)}, today=TODAY)
    assert line(found, "RR-15").working.startswith("Notified Tue 10 Nov 2026 (day 0).")


def test_a_met_deadline_keeps_its_result(register):
    case_id = make_case(register)
    sent = RapidReviewDraft(meeting_on=date(2026, 11, 20), sent_on=date(2026, 11, 20))
    save_rapid_review(register, case_id, sent, today=TODAY)
    found = what_if(register, case_id, {CaseDate.NOTIFIED: date(2026, 10, 1)}, today=TODAY)
    rapid = line(found, "RR-15")
    assert rapid.then == rapid.now
    assert rapid.change == ""


def test_nothing_is_written(register, case_id):
    head, written = register.store.audit_head(), register.written
    found = what_if(register, case_id, {CaseDate.NOTIFIED: THURSDAY}, today=TODAY)
    what_if_paper(register, found, today=TODAY)
    what_if_text(found)
    assert register.store.audit_head() == head
    assert register.written == written
    again = what_if(register, case_id, {}, today=TODAY)
    assert again.changed == ()


def test_dates_that_cannot_be_are_refused_all_at_once(register, case_id):
    dates = {CaseDate.NOTIFIED: date(206, 11, 26), CaseDate.PUBLISHED: date(2126, 1, 1)}
    with pytest.raises(RejectedError) as refused:
        what_if(register, case_id, dates, today=TODAY)
    assert [problem.field for problem in refused.value.problems] == ["notified", "published"]
    assert "Check the year" in refused.value.problems[0].message


def test_a_case_that_is_gone_is_said_to_be(register):
    with pytest.raises(UserError, match="no longer in the register"):
        what_if(register, UUID(int=3), {}, today=TODAY)


def test_a_case_that_is_over_offers_only_what_its_rules_still_use(register, case_id):
    running = what_if(register, case_id, {}, today=TODAY)
    assert [one.trigger for one in running.tried] == list(TRIGGERS)
    closed = replace(CASE, closed_on=TODAY, closed_reason="Below the threshold.")
    save_case(register, case_id, closed, today=TODAY)
    over = what_if(register, case_id, {}, today=TODAY)
    assert {one.trigger for one in over.tried} < set(TRIGGERS)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(before=st.integers(0, 40), after=st.integers(0, 40), sent=st.none() | st.floats(0, 1))
def test_what_would_be_is_what_a_save_makes(register, before, after, sent):
    number = len(list_deadlines(register, today=TODAY))
    draft = replace(
        CASE,
        reference=f"RIV2026-27-{number:04d}",
        further_references=(),
        incident=UncertainDate(),
        aware_on=TODAY - timedelta(days=45),
    )
    case_id = make_case(register, draft, TODAY - timedelta(days=before))
    if sent is not None:
        meeting = TODAY - timedelta(days=int(before * sent))
        review = RapidReviewDraft(meeting_on=meeting, sent_on=meeting)
        save_rapid_review(register, case_id, review, today=TODAY)
    day = TODAY - timedelta(days=after)
    try:
        found = what_if(register, case_id, {CaseDate.NOTIFIED: day}, today=TODAY)
        save_notification(register, case_id, NotificationDraft(notified_on=day), today=TODAY)
    except RejectedError:
        return
    saved = {
        row.code: (row.due, row.standing, row.standing_words)
        for row in list_deadlines(register, today=TODAY)
        if row.case_id == case_id
    }
    told = {
        one.code: (one.then.due, one.then.standing, one.then.standing_words)
        for one in found.lines
        if one.then.standing is not Standing.NOT_APPLICABLE
    }
    assert told == saved


def test_the_paper_says_what_is_tried_what_changes_and_that_nothing_is_recorded(register, case_id):
    found = what_if(register, case_id, {CaseDate.NOTIFIED: THURSDAY}, today=TODAY)
    paper = what_if_paper(register, found, today=TODAY)
    words = words_of(paper)
    assert paper.case_ids == (case_id,)
    assert paper.file_stem == "what-if"
    assert "If the notified date is Thu 26 Nov 2026 (no date now)." in paper.summary
    assert "Nothing of this is recorded" in paper.summary
    assert "Thu 17 Dec 2026 / Gets its date" in words
    assert "Standing on Thu 26 Nov 2026" in words
    assert line(found, "RR-15").working in words


def test_a_paper_of_nothing_tried_says_so(register, case_id):
    found = what_if(register, case_id, {}, today=TODAY)
    paper = what_if_paper(register, found, today=TODAY)
    assert [table.note for table in paper.parts] == ["No deadline changes.", ""]
    assert "No deadline changes." in what_if_text(found)


def test_the_text_names_each_change_with_its_working(register, case_id):
    found = what_if(register, case_id, {CaseDate.NOTIFIED: THURSDAY}, today=TODAY)
    text = what_if_text(found)
    assert text.startswith("What if: RIV2026-27-01\nIf the notified date is Thu 26 Nov 2026")
    assert "Thu 17 Dec 2026 (gets its date; now Notified date missing)" in text
    assert line(found, "RR-15").working in text


def test_no_title_shows_in_a_log(register, case_id):
    assert CASE.title not in repr(what_if(register, case_id, {}, today=TODAY))
