"""Reviews that hold hostile texts, and what their documents have to say of each of them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from document_reading import text_of_document
from hostile_texts import COUNT, hostile_texts
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.briefings import BriefingDraft, Point
from sgdesk.domain.publications import PublicationDraft
from sgdesk.exports.pdf.fonts import BOX, printable
from sgdesk.records.exports import DocumentKind
from sgdesk.services.briefings import save_briefing
from sgdesk.services.reviews import save_publication
from sgdesk.text import clean

TOGETHER = 50
"""Texts that one review and its briefing hold: COUNT is so many reviews."""
REVIEWS = COUNT // TOGETHER
TEXTS = hostile_texts()
NUMBERED = re.compile(r"Q(\d+)Z")
SILENT = str.maketrans(dict.fromkeys("\u200b\u200c\u200d"))
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
FEWEST = {
    DocumentKind.BRIEFING: 38,
    DocumentKind.DECK: 45,
    DocumentKind.WORD: 38,
    DocumentKind.WEB: 36,
    DocumentKind.PRESS: 17,
    DocumentKind.ABSTRACT: 10,
}
"""How many of the texts of one review each kind prints at least; others one of all."""


def save_review(register, number):
    """A review with fifty of the texts, published and briefed on; return the briefing's id."""
    texts = iter(TEXTS[number * TOGETHER : (number + 1) * TOGETHER])

    def some(count):
        return tuple(next(texts) for _ in range(count))

    def points(count):
        return tuple(Point(*some(2)) for _ in range(count))

    case_id = make_case(
        register, replace(CASE, reference=f"RIV-{number}", further_references=(), title=next(texts))
    )
    days = timedelta(days=number + 1)
    publication = PublicationDraft(
        title=next(texts), summary="\n".join(some(2)), published_on=TODAY - days
    )
    if number % 5 == 0:
        publication = replace(publication, archived_on=TODAY)
    save_publication(register, case_id, publication, today=TODAY)
    draft = BriefingDraft(
        title=next(texts),
        subtitle=next(texts),
        background="\n".join(some(6)),
        key_learning=points(5),
        good_practice=points(2),
        improvements=points(5),
        questions=some(6),
        timeline=points(2),
        recommendations=points(2),
        case_ids=(case_id,),
    )
    assert next(texts, None) is None
    return save_briefing(register, None, draft).briefing_id


def squeezed(text):
    return "".join(text.split())


def as_read(text, name):
    """A text as the file `name` should say it, without spaces."""
    if name.endswith(".pdf"):  # what nobody sees is not drawn, what means nothing is a box
        return PRIVATE.sub(BOX, squeezed(printable(text))).translate(SILENT)
    return squeezed(clean(text))


def numbers_in(said, texts, name):
    """The numbers of those texts that a file shows, each of them whole and clean."""
    found = {int(number) for number in NUMBERED.findall(said)}
    for number in found:
        assert as_read(texts[number], name) in said, f"{name}: {texts[number]!a}"
    return found


def said_by(document):
    said = squeezed(text_of_document(document.name, document.make().content))
    return said.translate(SILENT) if document.name.endswith(".pdf") else said
