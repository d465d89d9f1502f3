"""Every document of every briefing in the corpus: sound by the validators, read in its order."""

from __future__ import annotations

import os
from collections import Counter
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from briefing_corpus import CORPUS, SAMPLE, SCRIPTS
from pdf_reading import spoken

from sgdesk.domain.dates import full_date
from sgdesk.errors import UserError
from sgdesk.exports.deck.slides import briefing_deck
from sgdesk.exports.logos import open_logo
from sgdesk.exports.pdf.briefing import briefing_pdf, missing_characters
from sgdesk.exports.pdf.fonts import BOX, printable
from sgdesk.exports.word.briefing import briefing_document
from sgdesk.text import clean_block

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sgdesk.records.briefing import Briefing

NAMES = tuple(CORPUS) if os.environ.get("SGDESK_WHOLE_CORPUS") else SAMPLE
BROKEN = "broken logo"
"""A deck is refused with it; the page and the Word copy go without."""
SILENT = str.maketrans(dict.fromkeys(" \u200b\u200c\u200d"))
"""Spaces, and what says nothing: a line may break anywhere, a joiner is drawn, not read."""


@cache
def page_of(name: str) -> bytes:
    return briefing_pdf(CORPUS[name])


def written(name: str, folder: Path) -> Path:
    file = folder / f"{list(CORPUS).index(name)}.pdf"
    file.write_bytes(page_of(name))
    return file


def test_the_corpus_is_large_and_its_sample_is_part_of_it() -> None:
    assert len(CORPUS) >= 60
    assert set(SAMPLE) <= set(CORPUS)


def test_every_page_of_the_corpus_keeps_both_standards(
    tmp_path: Path, verapdf: Callable[..., None]
) -> None:
    verapdf(*(written(name, tmp_path) for name in CORPUS))


def test_a_deck_with_a_broken_logo_is_refused_in_a_sentence() -> None:
    with pytest.raises(UserError, match="logo cannot be used"):
        briefing_deck(CORPUS[BROKEN])


@pytest.mark.parametrize("name", [name for name in NAMES if name != BROKEN])
def test_the_deck_has_no_fault(
    name: str, tmp_path: Path, openxml_audit: Callable[[Path], list[str]]
) -> None:
    file = tmp_path / "deck.pptx"
    file.write_bytes(briefing_deck(CORPUS[name]))
    assert openxml_audit(file) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_word_copy_has_no_fault(
    name: str, tmp_path: Path, openxml_audit: Callable[[Path], list[str]]
) -> None:
    file = tmp_path / "copy.docx"
    file.write_bytes(briefing_document(CORPUS[name]))
    assert openxml_audit(file) == []


def in_reading_order(briefing: Briefing) -> Iterator[str]:
    """All that the page says, worked out from the record alone."""
    brand = briefing.brand
    yield from (briefing.mark, briefing.kicker)
    yield printable(briefing.title) or "Untitled briefing"
    yield briefing.subtitle
    if open_logo(brand.logo_png) is None:
        yield brand.short_name
    published = full_date(briefing.published) if briefing.published else ""
    for label, value in (
        ("Case reference:", briefing.reference),
        ("Published:", published),
        ("Review type:", briefing.review_type),
        ("For:", briefing.audience),
    ):
        yield f"{label} {value}" if printable(value) else ""
    for heading, items in (
        (
            "Background",
            [part for text in briefing.background for part in clean_block(text).split("\n")],
        ),
        ("Key learning", [f"{one.lead} {one.text}" for one in briefing.key_learning]),
        ("Good practice", [f"{one.lead} {one.text}" for one in briefing.good_practice]),
        (
            "Areas for practice improvement",
            [f"{one.lead} {one.text}" for one in briefing.improvements],
        ),
        (
            "Questions for your team meeting or supervision",
            [f"{number}. {text}" for number, text in enumerate(briefing.questions, start=1)],
        ),
        ("Find out more", list(further_reading(briefing))),
    ):
        if any(printable(item) for item in items):
            yield from (heading, *items)
    yield f"{brand.partnership}." if brand.partnership else ""
    yield briefing.statement


def further_reading(briefing: Briefing) -> Iterator[str]:
    for line in briefing.find_out_more:
        yield f"{line.text} {line.label or line.address}"
    if not briefing.find_out_more:
        yield briefing.web_address
    yield " · ".join(briefing.brand.contacts)


def letters_of(text: str) -> str:
    return printable(text).translate(SILENT)


@pytest.mark.parametrize("name", CORPUS)
def test_the_page_is_read_aloud_once_in_the_order_of_its_meaning(name: str, tmp_path: Path) -> None:
    briefing = CORPUS[name]
    lines = spoken(written(name, tmp_path))
    said = "".join(line[1:-1] for line in lines if line.startswith('"')).translate(SILENT)
    meant = "".join(map(letters_of, in_reading_order(briefing)))
    assert said == meant.replace("\ue000", BOX)


@pytest.mark.parametrize("name", CORPUS)
def test_every_mark_of_the_page_is_in_the_tree_once_and_in_the_order_of_drawing(
    name: str,
) -> None:
    with pikepdf.open(BytesIO(page_of(name))) as pdf:
        (page,) = pdf.pages
        drawn = [
            int(properties["/MCID"])
            for (_, properties), operator in pikepdf.parse_content_stream(page, "BDC")
            if "/MCID" in properties
        ]
        document = pdf.Root.StructTreeRoot.K[0]
        marks = list(marks_below(document))
        owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
        assert document.S == "/Document"
        assert marks == drawn == list(range(len(owners)))
        assert all(number in list(kids_of(owner)) for number, owner in enumerate(owners))
        assert max(Counter(drawn).values()) == 1


def marks_below(element: pikepdf.Object) -> Iterator[int]:
    for kid in element.K:
        if isinstance(kid, pikepdf.Dictionary):
            if kid.get("/Type") != "/OBJR":
                yield from marks_below(kid)
        else:
            yield int(kid)


def kids_of(element: pikepdf.Object) -> Iterator[int]:
    return (int(kid) for kid in element.K if not isinstance(kid, pikepdf.Dictionary))


@pytest.mark.parametrize("name", [name for name in SCRIPTS if name != "undrawable"])
def test_every_letter_of_the_scripts_is_drawn(name: str) -> None:
    assert missing_characters(CORPUS[name]) == ()


def test_letters_that_nothing_draws_are_named() -> None:
    named = ("中", "文", "ᚠ", "ᚢ", "日", "本", "語", "\ue000")
    assert missing_characters(CORPUS["undrawable"]) == named
