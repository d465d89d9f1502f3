"""The public list, the archive list, the abstract and the press statement, from the record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from services_samples import CASE, PROFILE, TODAY, make_case

from sgdesk.domain.boilerplate import BoilerplateDraft, BoilerplateKey
from sgdesk.domain.briefings import BriefingDraft, Point
from sgdesk.domain.cases import CaseKind
from sgdesk.domain.letters import LetterKey, LetterTemplate
from sgdesk.domain.publications import PackFileDraft, PackFileKind, PublicationDraft
from sgdesk.services.boilerplate import save_wording
from sgdesk.services.briefings import briefing_of, get_briefing, save_briefing
from sgdesk.services.entries import save_entry
from sgdesk.services.letters import save_template
from sgdesk.services.press_statements import letter_of, press_letter, press_statement
from sgdesk.services.public_lists import archive_list, public_list
from sgdesk.services.releases import release_documents
from sgdesk.services.repository_abstracts import repository_abstract
from sgdesk.services.reviews import save_publication
from sgdesk.services.settings import save_profile

BARE_CASE = replace(CASE, further_references=())
DRAFT = BriefingDraft(
    title="Behind the door",
    background="One.\nTwo.",
    key_learning=(Point("See the child.", "Ask who has seen the child alone."), Point("", "Ask.")),
    recommendations=(Point("", "Keep one chronology."),),
)


def publish(register, reference, published_on, *, is_released=True, **more):
    case_id = make_case(register, replace(BARE_CASE, reference=reference), notified_on=None)
    draft = PublicationDraft(title=f"Title of {reference}", published_on=published_on, **more)
    save_publication(register, case_id, draft, today=TODAY)
    if is_released:
        release_documents(register, case_id, today=TODAY)
    return case_id


def years_ago(years, days=0):
    return TODAY.replace(year=TODAY.year - years) + timedelta(days=days)


# The public list


def test_the_list_holds_the_reviews_within_their_time_newest_first(register):
    publish(register, "RIV2024-25-01", years_ago(1))
    publish(register, "RIV2025-26-01", years_ago(0, -7))
    publish(register, "RIV2023-24-01", years_ago(3, 1))
    publish(register, "RIV2023-24-02", years_ago(3))
    publish(register, "RIV2024-25-02", years_ago(1), archived_on=TODAY)
    planned = make_case(register, replace(BARE_CASE, reference="RIV2026-27-09"))
    draft = PublicationDraft(title="Planned", planned_on=TODAY + timedelta(days=9))
    save_publication(register, planned, draft, today=TODAY)
    held = public_list(register, today=TODAY)
    assert [entry.reference for entry in held.reviews] == [
        "RIV2025-26-01", "RIV2024-25-01", "RIV2023-24-01",
    ]  # fmt: skip
    assert len(held.case_ids) == 3
    assert held.mark == ""


def test_an_entry_says_what_is_published_with_the_review(register):
    case_id = publish(
        register, "RIV2025-26-01", years_ago(0, -7), summary="First.\nSecond.",
        web_address="https://riverton.example/1",
    )  # fmt: skip
    ready = PackFileDraft(PackFileKind.PRESS_STATEMENT, ready_on=TODAY)
    waiting = PackFileDraft(PackFileKind.PRESENTATION)
    note = PackFileDraft(PackFileKind.BRIEFING_NOTE, ready_on=TODAY)
    for one in (ready, waiting, note):
        save_entry(register, case_id, None, one, today=TODAY)
    (entry,) = public_list(register, today=TODAY).reviews
    assert entry.accompanied_by == ("Press statement", "Briefing note")
    save_briefing(register, None, replace(DRAFT, case_ids=(case_id,)))
    (entry,) = public_list(register, today=TODAY).reviews
    assert entry.accompanied_by == ("Learning briefing: Behind the door", "Press statement")
    assert entry.summary == ("First.", "Second.")
    assert entry.web_address == "https://riverton.example/1"
    assert entry.review_type == ""


def test_a_review_of_another_type_says_so(register):
    publish(register, "RIV2025-26-01", years_ago(0, -7), review_type="Thematic review")
    (entry,) = public_list(register, today=TODAY).reviews
    assert entry.review_type == "Thematic review"


def test_a_review_without_a_reference_is_listed_by_its_title(register):
    national = replace(BARE_CASE, reference="", kind=CaseKind.NATIONAL)
    case_id = make_case(register, national, notified_on=None)
    draft = PublicationDraft(title="A national review", published_on=years_ago(0, -7))
    save_publication(register, case_id, draft, today=TODAY)
    (entry,) = public_list(register, today=TODAY).reviews
    assert (entry.title, entry.reference) == ("A national review", "")


def test_the_list_is_marked_until_every_review_on_it_is_released(register):
    publish(register, "RIV2025-26-01", years_ago(0, -7))
    case_id = publish(register, "RIV2025-26-02", years_ago(0, -8), is_released=False)
    assert public_list(register, today=TODAY).mark == "OFFICIAL-SENSITIVE: not yet published"
    release_documents(register, case_id, today=TODAY)
    assert public_list(register, today=TODAY).mark == ""


def test_the_lists_carry_the_wordings_of_the_day(register):
    opening = BoilerplateDraft(BoilerplateKey.LIST_OPENING.value, TODAY, "Ours.\nAnd yours.")
    archive = BoilerplateDraft(BoilerplateKey.ARCHIVE_OPENING.value, TODAY, "Old ones.")
    for draft in (opening, archive):
        save_wording(register, None, draft)
    assert public_list(register, today=TODAY).opening == ("Ours.", "And yours.")
    assert public_list(register, today=TODAY - timedelta(days=1)).opening != ("Ours.", "And yours.")
    assert archive_list(register, today=TODAY).opening == ("Old ones.",)


# The archive list


def test_the_archive_holds_what_left_the_last_first_and_where_it_went(register):
    publish(register, "RIV2025-26-01", years_ago(0, -7))
    publish(register, "RIV2022-23-01", years_ago(4), deposited_on=years_ago(4, 9))
    publish(register, "RIV2022-23-02", years_ago(2), archived_on=years_ago(0, -3))
    held = archive_list(register, today=TODAY)
    assert [(one.reference, one.left_on, one.deposited_on) for one in held.reviews] == [
        ("RIV2022-23-02", years_ago(0, -3), None),
        ("RIV2022-23-01", years_ago(1), years_ago(4, 9)),
    ]
    assert len(held.case_ids) == 2


def test_every_published_review_is_on_one_of_the_two(practice):
    listed = set(public_list(practice, today=TODAY).case_ids)
    archived = set(archive_list(practice, today=TODAY).case_ids)
    assert listed.isdisjoint(archived)
    assert len(listed) == 5
    assert len(archived) == 3
    assert public_list(practice, today=TODAY).mark.startswith("PRACTICE")


# The abstract


def test_an_abstract_holds_what_a_catalogue_needs(register):
    case_id = publish(
        register, "RIV2025-26-01", years_ago(0, -7), summary="First.\nSecond.",
        web_address="https://riverton.example/1",
    )  # fmt: skip
    briefing = briefing_of(register, replace(DRAFT, case_ids=(case_id,)), today=TODAY)
    held = repository_abstract(register, (case_id,), briefing)
    assert held.title == "Title of RIV2025-26-01"
    assert held.abstract == ("First.", "Second.")
    assert held.keywords == ("Neglect",)
    assert held.published == years_ago(0, -7)
    assert held.brand.partnership == PROFILE.name
    assert held.recommendations == briefing.recommendations
    assert held.web_address == "https://riverton.example/1"


def test_an_abstract_of_two_reviews_is_called_as_their_briefing(register):
    first = publish(register, "RIV2025-26-01", years_ago(0, -7))
    second = publish(register, "RIV2025-26-02", years_ago(0, -8))
    briefing = briefing_of(register, replace(DRAFT, case_ids=(first, second)), today=TODAY)
    held = repository_abstract(register, (first, second), briefing)
    assert held.title == "Behind the door"
    assert held.abstract == ("One.", "Two.")
    assert held.reference == "RIV2025-26-01, RIV2025-26-02"


def test_an_abstract_before_publication_has_the_planned_day_and_the_mark(register):
    case_id = make_case(register)
    briefing = briefing_of(register, replace(DRAFT, case_ids=(case_id,)), today=TODAY)
    assert repository_abstract(register, (case_id,), briefing).published is None
    planned = PublicationDraft(planned_on=date(2026, 12, 14))
    save_publication(register, case_id, planned, today=TODAY)
    held = repository_abstract(register, (case_id,), briefing)
    assert held.published == date(2026, 12, 14)
    assert held.mark.startswith("OFFICIAL-SENSITIVE")
    assert held.title == "Behind the door"


# The press statement


def test_a_press_statement_says_what_the_record_knows(register):
    contacts = ("Riverton SCP", "press@riverton.example")
    save_profile(register, replace(PROFILE, contacts=contacts), today=TODAY)
    case_id = publish(
        register, "RIV2025-26-01", years_ago(0, -7), spokesperson="The independent scrutineer",
        web_address="https://riverton.example/1",
    )  # fmt: skip
    save_briefing(register, None, replace(DRAFT, case_ids=(case_id,)))
    letter = press_letter(register, case_id, today=TODAY)
    assert letter.subject == "Press statement: Behind the door"
    assert letter.mark == ""
    for words in (
        "For immediate release",
        "One.\n\nTwo.",
        "- See the child. Ask who has seen the child alone.\n- Ask.",
        "Spokesperson: The independent scrutineer\nRiverton SCP\npress@riverton.example",
        "from 16 November 2026: https://riverton.example/1",
        "# Notes to editors\n\nA local child",
    ):
        assert words in letter.body
    assert "[" not in letter.body


def test_a_press_statement_leaves_gaps_for_what_is_not_known(register):
    case_id = make_case(register)
    letter = press_letter(register, case_id, today=TODAY)
    assert letter.mark == "OFFICIAL-SENSITIVE: not yet published"
    assert "Not for publication yet" in letter.body
    for gap in ("[summary]", "[key learning]", "[spokesperson]", "[contact]", "[web address]"):
        assert gap in letter.body


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "Not for publication before 14 December 2026"),
        (
            {"embargo_on": date(2026, 12, 14), "embargo_time": "09:30"},
            "Embargo: not for publication before Mon 14 Dec 2026, 09:30",
        ),
    ],
    ids=["planned", "embargo"],
)
def test_a_press_statement_says_from_when_it_may_be_used(register, more, words):
    case_id = make_case(register)
    planned = PublicationDraft(planned_on=date(2026, 12, 14), summary="A.\nB.", **more)
    save_publication(register, case_id, planned, today=TODAY)
    held = press_statement(register, (case_id,), None, today=TODAY)
    assert held.release == words
    assert held.summary == "A.\n\nB."


def test_the_partnership_s_own_press_template_is_used(register):
    case_id = make_case(register)
    template = LetterTemplate(LetterKey.PRESS_STATEMENT, "News {title}", "By {partnership}.")
    save_template(register, template)
    held = press_statement(register, (case_id,), None, today=TODAY)
    assert letter_of(held).body == f"By {PROFILE.name}."
    assert letter_of(held).subject == "News [title]"


def test_a_briefing_is_found_by_the_review_it_speaks_of(register):
    case_id = publish(register, "RIV2025-26-01", years_ago(0, -7), summary="From the list.")
    other = publish(register, "RIV2025-26-02", years_ago(0, -7), summary="Other.")
    saved = save_briefing(register, None, replace(DRAFT, case_ids=(other,))).briefing_id
    assert get_briefing(register, saved).case_ids == (other,)
    assert "From the list." in press_letter(register, case_id, today=TODAY).body
    assert "One." in press_letter(register, other, today=TODAY).body
