"""Documents carry a mark until somebody releases them, in a step of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.answers import Answer
from sgdesk.domain.briefings import BriefingDraft
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.releases import release_problems
from sgdesk.errors import RejectedError, UserError
from sgdesk.services.briefings import briefing_of
from sgdesk.services.case_views import get_case
from sgdesk.services.releases import mark_again, release_documents
from sgdesk.services.reviews import save_publication

OTHER = replace(CASE, reference="RIV2026-27-02", further_references=())
PUBLISHED = PublicationDraft(title="Behind the door", published_on=TODAY - timedelta(days=1))
PLANNED = PublicationDraft(
    title="Behind the door",
    planned_on=TODAY + timedelta(days=14),
    embargo_on=TODAY + timedelta(days=14),
    embargo_time="10:00",
)


def mark_of(register, *case_ids):
    draft = BriefingDraft(title="Behind the door", case_ids=case_ids)
    return briefing_of(register, draft, today=TODAY).mark


def test_publishing_alone_takes_no_mark_off(register):
    case_id = make_case(register)
    save_publication(register, case_id, PUBLISHED, today=TODAY)
    assert mark_of(register, case_id) == "OFFICIAL-SENSITIVE: not yet published"


def test_the_release_takes_it_off_and_can_be_taken_back(register):
    case_id = make_case(register)
    save_publication(register, case_id, PUBLISHED, today=TODAY)
    changes = release_documents(register, case_id, today=TODAY)
    assert changes.case_ids == {case_id}
    assert mark_of(register, case_id) == ""
    publication = get_case(register, case_id, today=TODAY).publication
    assert publication is not None
    assert publication.released_on == TODAY
    mark_again(register, case_id)
    assert mark_of(register, case_id).startswith("OFFICIAL-SENSITIVE")


def test_the_embargo_is_told_until_the_release(register):
    case_id = make_case(register)
    save_publication(register, case_id, PLANNED, today=TODAY)
    assert mark_of(register, case_id).endswith("Embargo until Mon 7 Dec 2026, 10:00")


def test_a_briefing_on_two_reviews_is_marked_until_both_are_released(register):
    first, second = make_case(register), make_case(register, OTHER)
    for case_id in (first, second):
        save_publication(register, case_id, PUBLISHED, today=TODAY)
    release_documents(register, first, today=TODAY)
    assert mark_of(register, first, second) != ""
    release_documents(register, second, today=TODAY)
    assert mark_of(register, first, second) == ""


def test_two_embargoes_are_not_told_as_one(register):
    first, second = make_case(register), make_case(register, OTHER)
    save_publication(register, first, PLANNED, today=TODAY)
    later = replace(PLANNED, embargo_on=TODAY + timedelta(days=21))
    save_publication(register, second, later, today=TODAY)
    assert "Embargo" not in mark_of(register, first, second)


def test_nothing_is_released_without_a_publication(register):
    case_id = make_case(register)
    for act in (lambda: release_documents(register, case_id, today=TODAY),
                lambda: mark_again(register, case_id)):  # fmt: skip
        with pytest.raises(UserError, match="publication of this review first"):
            act()


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        (PublicationDraft(title="T"), "record the day of publication"),
        (replace(PUBLISHED, not_published=Answer.YES), "decided not to publish"),
    ],
    ids=["no day", "not published"],
)
def test_a_release_is_refused_where_nothing_is_to_be_published(register, draft, said):
    case_id = make_case(register)
    save_publication(register, case_id, PUBLISHED, today=TODAY)
    (problem,) = release_problems(draft, today=TODAY)
    assert said in problem.message
    assert not problem.is_warning


def test_a_refused_release_changes_nothing(register):
    case_id = make_case(register)
    save_publication(register, case_id, PublicationDraft(title="T"), today=TODAY)
    with pytest.raises(RejectedError):
        release_documents(register, case_id, today=TODAY)
    publication = get_case(register, case_id, today=TODAY).publication
    assert publication is not None
    assert publication.released_on is None


def test_a_release_ahead_of_its_day_is_warned_about_and_done(register):
    warnings = release_problems(PLANNED, today=TODAY)
    assert [one.is_warning for one in warnings] == [True, True]
    assert "Mon 7 Dec 2026, 10:00" in warnings[1].message
    assert release_problems(PUBLISHED, today=TODAY) == []
    assert release_problems(replace(PUBLISHED, embargo_on=date(2020, 1, 1)), today=TODAY) == []
    case_id = make_case(register)
    save_publication(register, case_id, PLANNED, today=TODAY)
    release_documents(register, case_id, today=TODAY)
    assert mark_of(register, case_id) == ""
