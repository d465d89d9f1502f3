"""Fifteen hundred hostile texts: each makes a file name, and none breaks a document.

A tenth of the reviews that hold them is tried here; the ninth trial of hardness tries all.
"""

from __future__ import annotations

import re

import pytest
from hostile_documents import (
    FEWEST,
    REVIEWS,
    TEXTS,
    numbers_in,
    said_by,
    save_review,
)
from hostile_texts import COUNT, mark_of
from services_samples import TODAY

from sgdesk.files import safe_name
from sgdesk.records.exports import DocumentKind
from sgdesk.services.documents import OF_A_REVIEW, plan_documents


def test_there_are_fifteen_hundred_texts_each_with_a_mark_of_its_own():
    assert len(TEXTS) == len(set(TEXTS)) == COUNT
    assert all(text.endswith(mark_of(number)) for number, text in enumerate(TEXTS))


@pytest.mark.parametrize("number", range(0, REVIEWS, 10))
def test_documents_of_a_review_say_each_text_clean(register, number):
    briefing_id = save_review(register, number)
    for document in plan_documents(register, [briefing_id], set(OF_A_REVIEW), today=TODAY):
        said = said_by(document)
        assert len(numbers_in(said, TEXTS, document.name)) >= FEWEST.get(document.kind, 1)


def test_each_text_makes_a_file_name_of_its_own_that_every_system_takes():
    names = [safe_name(text) for text in TEXTS]
    assert all(re.fullmatch("[A-Za-z0-9-]{1,80}", name) for name in names)
    assert len(set(map(str.lower, names))) == COUNT


def test_documents_of_the_register_say_each_text_clean(register):
    for number in range(REVIEWS):
        save_review(register, number)
    kinds = set(DocumentKind) - set(OF_A_REVIEW)
    documents = plan_documents(register, [], kinds, today=TODAY)
    assert {document.kind for document in documents} == kinds
    for document in documents:
        found = numbers_in(said_by(document), TEXTS, document.name)
        assert bool(found) is (document.kind is not DocumentKind.DEADLINES)  # references alone
