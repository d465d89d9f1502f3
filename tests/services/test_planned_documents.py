"""Documents planned: what is read before, what is made after, and the marks that they carry."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from services_samples import CASE, PROFILE, TODAY, make_case

from sgdesk.domain.briefings import BriefingDraft, Point
from sgdesk.domain.publications import PublicationDraft
from sgdesk.records.exports import DOCUMENT_WORDS, DocumentKind
from sgdesk.services.briefings import save_briefing
from sgdesk.services.documents import NEED_A_REVIEW, OF_A_REVIEW, new_stem, plan_documents
from sgdesk.services.made_file_words import field_words
from sgdesk.services.releases import release_documents
from sgdesk.services.reviews import save_publication
from sgdesk.services.settings import save_profile

ALL = frozenset(DocumentKind)
MARK = "OFFICIAL-SENSITIVE"
DRAFT = BriefingDraft(
    title="Behind the door",
    background="One.",
    key_learning=(Point("See the child.", "Ask who has."),),
    improvements=(Point("Ask again.", ""),),
    recommendations=(Point("", "Keep one chronology."),),
    questions=("What will we do?",),
)
PUBLISHED = PublicationDraft(title="Behind the door", published_on=TODAY - timedelta(days=1))
OTHERS = sorted(ALL - {DocumentKind.BRIEFING, DocumentKind.DECK, DocumentKind.DEADLINES})


@pytest.fixture
def case_id(register):
    made = make_case(register)
    save_publication(register, made, PUBLISHED, today=TODAY)
    return made


@pytest.fixture
def briefing_id(register, case_id):
    return save_briefing(register, None, replace(DRAFT, case_ids=(case_id,))).briefing_id


def planned(register, briefing_id, kind):
    (document,) = plan_documents(register, [briefing_id], {kind}, today=TODAY)
    return document


def whole(content: bytes) -> bytes:
    """All bytes of a file, unpacked where it is a package."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(BytesIO(content)) as package:
        return b"".join(package.read(name) for name in package.namelist())


def test_every_kind_is_named_and_made_once(register, briefing_id):
    documents = plan_documents(register, [briefing_id], ALL, today=TODAY)
    assert {one.kind for one in documents} == ALL == set(DOCUMENT_WORDS)
    assert len({one.name for one in documents}) == len(documents) == len(ALL)
    assert [one.kind for one in documents][: len(OF_A_REVIEW)] == list(OF_A_REVIEW)


def test_nothing_is_read_when_the_files_are_made(register, briefing_id, monkeypatch):
    documents = plan_documents(register, [briefing_id], ALL, today=TODAY)

    def refuse(*_):
        raise AssertionError("the register was read")

    monkeypatch.setattr(register.store, "rows", refuse)
    monkeypatch.setattr(register.store, "read", refuse)
    assert all(one.make().content for one in documents)


@pytest.mark.parametrize("kind", OTHERS)
def test_each_document_is_marked_until_the_release(register, case_id, briefing_id, kind):
    if kind is DocumentKind.ARCHIVE:
        save_publication(register, case_id, replace(PUBLISHED, archived_on=TODAY), today=TODAY)
    marked = whole(planned(register, briefing_id, kind).make().content)
    assert MARK.encode() in marked
    release_documents(register, case_id, today=TODAY)
    released = whole(planned(register, briefing_id, kind).make().content)
    assert (MARK.encode() in released) is not kind.is_public


@pytest.mark.parametrize("kind", OTHERS)
def test_a_practice_document_says_so(practice, kind):
    made = plan_documents(practice, [], {kind}, today=TODAY)
    assert all(b"PRACTICE" in whole(one.make().content) for one in made)
    assert len(made) == (0 if kind in OF_A_REVIEW else 1)


def test_a_theme_without_a_review_has_no_press_statement_and_no_abstract(register):
    theme = save_briefing(register, None, DRAFT).briefing_id
    documents = plan_documents(register, [theme], set(OF_A_REVIEW), today=TODAY)
    assert {one.kind for one in documents} == set(OF_A_REVIEW) - NEED_A_REVIEW


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        ({"questions": ("Another?",)}, {"briefing", "deck", "word"}),
        ({"recommendations": (Point("", "Two."),)}, {"deck", "web", "abstract"}),
        (
            {"key_learning": (Point("Ask.", ""),)},
            {"briefing", "deck", "word", "web", "press", "abstract"},
        ),
    ],
    ids=["questions", "recommendations", "learning"],
)
def test_a_change_makes_those_documents_outdated_that_print_it(
    register, case_id, briefing_id, change, kinds
):
    before = plan_documents(register, [briefing_id], set(OF_A_REVIEW), today=TODAY)
    draft = replace(DRAFT, case_ids=(case_id,), **change)
    save_briefing(register, briefing_id, draft)
    after = plan_documents(register, [briefing_id], set(OF_A_REVIEW), today=TODAY)
    changed = {
        str(new.kind) for old, new in zip(before, after, strict=True) if old.fields != new.fields
    }
    assert changed == kinds


def test_tomorrow_s_document_is_made_of_the_same(register, briefing_id):
    kinds = ALL - {DocumentKind.DEADLINES}
    today = plan_documents(register, [briefing_id], kinds, today=TODAY)
    tomorrow = plan_documents(register, [briefing_id], kinds, today=TODAY + timedelta(days=1))
    assert [one.fields for one in today] == [one.fields for one in tomorrow]


def test_each_field_has_words(register, briefing_id):
    documents = plan_documents(register, [briefing_id], ALL, today=TODAY)
    words = {field_words(field.name) for one in documents for field in one.fields}
    assert {"Key learning", "Embargo", "Notes to editors", "The partnership’s look"} <= words
    assert not [name for name in words if "_" in name]


def test_the_embargo_is_told_in_the_press_statement_and_on_the_page(register):
    embargo = replace(PUBLISHED, published_on=None, planned_on=TODAY + timedelta(days=9))
    embargo = replace(embargo, embargo_on=TODAY + timedelta(days=9), embargo_time="10:00")
    case_id = make_case(register, replace(CASE, reference="RIV2026-27-02"))
    save_publication(register, case_id, embargo, today=TODAY)
    briefing_id = save_briefing(register, None, replace(DRAFT, case_ids=(case_id,))).briefing_id
    for kind in (DocumentKind.WEB, DocumentKind.WORD, DocumentKind.PRESS, DocumentKind.ABSTRACT):
        content = whole(planned(register, briefing_id, kind).make().content).decode(
            "utf-8", "replace"
        )
        assert "Embargo until Wed 2 Dec 2026, 10:00" in content


def test_contact_lines_stand_on_what_the_public_reads(register, briefing_id):
    save_profile(register, replace(PROFILE, contacts=("press@riverton.example",)), today=TODAY)
    for kind in (
        DocumentKind.WEB, DocumentKind.PRESS, DocumentKind.ABSTRACT, DocumentKind.LIST,
        DocumentKind.ARCHIVE,
    ):  # fmt: skip
        assert b"press@riverton.example" in whole(
            planned(register, briefing_id, kind).make().content
        )


def test_what_is_internal_is_not_public():
    assert {kind for kind in DocumentKind if not kind.is_public} == {
        DocumentKind.REGISTER,
        DocumentKind.REGISTER_CSV,
        DocumentKind.DEADLINES,
    }


def test_a_document_says_no_words_of_the_record_before_and_after_it_is_made(register, briefing_id):
    document = planned(register, briefing_id, DocumentKind.DECK)
    assert repr(document) == "<PlannedDocument deck>"
    assert repr(document.make()) == "<MadeDocument deck>"


def test_texts_that_differ_in_capitals_alone_give_files_that_every_system_keeps_apart():
    taken: dict[str, int] = {}
    stems = [new_stem(text, taken) for text in ("Listen twice", "LISTEN TWICE", "RIV-1", "riv-1")]
    assert len({stem.casefold() for stem in stems}) == 4
    assert stems[3] == "riv-1 (2)"
