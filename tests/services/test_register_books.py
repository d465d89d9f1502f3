"""The register for the partners: what stands in it, and above all what does not."""

from __future__ import annotations

from dataclasses import astuple, replace
from datetime import date, timedelta

from services_samples import CASE, TODAY, make_case

from sgdesk.domain.briefings import BriefingDraft, Point
from sgdesk.domain.people import ChildDraft
from sgdesk.domain.publications import PublicationDraft
from sgdesk.services.briefings import save_briefing
from sgdesk.services.children import save_child
from sgdesk.services.register_books import register_book
from sgdesk.services.reviews import save_publication

PUBLISHED = PublicationDraft(
    title="Seen and heard",
    published_on=TODAY - timedelta(days=7),
    web_address="https://riverton.example/seen",
)
DRAFT = BriefingDraft(
    title="Seen and heard",
    key_learning=(Point("See the child.", "Ask who has."),),
    improvements=(Point("", "Ask again."),),
)


def test_every_case_has_a_line_with_the_days_of_its_process(register):
    case_id = make_case(register)
    save_publication(register, case_id, PUBLISHED, today=TODAY)
    make_case(register, replace(CASE, reference="RIV2026-27-02", further_references=()))
    first, second = register_book(register, today=TODAY).reviews
    assert [first.reference, second.reference] == ["RIV2026-27-02", "RIV2026-27-01"]
    assert (first.title, second.title) == ("Two siblings, neglect", "Seen and heard")
    assert second.notified_on == date(2026, 11, 10)
    assert second.published_on == TODAY - timedelta(days=7)
    assert second.leaves_on == date(2029, 11, 16)
    assert (second.themes, second.further_references) == ("Neglect", "COV 7")
    assert second.web_address == "https://riverton.example/seen"
    assert (first.stage, second.stage) == ("Rapid Review", "Published")


def test_it_names_no_child_no_owner_and_no_day_of_an_incident(register):
    case_id = make_case(register, replace(CASE, owner="Officer of the day"))
    child = ChildDraft(pseudonym="Child A", name="Zebedee Quill")
    save_child(register, case_id, None, child, today=TODAY)
    book = register_book(register, today=TODAY)
    said = repr(astuple(book))
    for private in ("Zebedee", "Quill", "Officer of the day", repr(CASE.incident.start)):
        assert private not in said
    assert book.mark == "OFFICIAL-SENSITIVE"


def test_the_learning_is_that_of_published_reviews_alone(register):
    published = make_case(register)
    save_publication(register, published, PUBLISHED, today=TODAY)
    waiting = make_case(register, replace(CASE, reference="RIV2026-27-02", further_references=()))
    for case_ids in ((published,), (published, waiting), (waiting,), ()):
        save_briefing(register, None, replace(DRAFT, case_ids=case_ids))
    learning = register_book(register, today=TODAY).learning
    assert [astuple(line) for line in learning] == [
        ("RIV2026-27-01", "Seen and heard", "Key learning", "See the child. Ask who has."),
        ("RIV2026-27-01", "Seen and heard", "Areas for practice improvement", "Ask again."),
    ]


def test_the_practice_register_says_that_it_is_practice(practice):
    book = register_book(practice, today=TODAY)
    assert book.mark.startswith("PRACTICE")
    assert len(book.reviews) == len(book.case_ids) == 22
