"""The briefing: one page that says what the record says, in an order that makes sense."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from briefing_samples import BRIEFING, PARTNERSHIP, SHORT, WELL_WRITTEN, make_briefing, set_in
from pdf_reading import page_texts, spoken, text_of
from written import write_briefing_pdf

from sgdesk.domain.typefaces import DocumentFont
from sgdesk.errors import CancelledError
from sgdesk.exports.pdf.briefing import (
    briefing_pdf,
    missing_characters,
    plan_briefing,
)
from sgdesk.exports.pdf.briefing_text import openable, scannable
from sgdesk.records.briefing import Brand, FurtherReading, LearningPoint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sgdesk.records.briefing import Briefing

ODD_TEXTS = {
    "line ends": "First line.\r\nSecond line.\rThird\tcolumn.",
    "emoji": "A family 👨\u200d👩\u200d👧 and a ✓",
    "arabic": "Her name, مرحبا, was spelt in four ways",
    "long word": "x" * 5000,
    "empty": " \r\n\t ",
    "markup": "2020--21 **not bold** __init__ ~~ risk & <b>children</b>",
    "controls": "bell\x07 null\x00 and \ud800 half a letter",
}


@pytest.mark.parametrize(
    ("name", "briefing"), [("long", WELL_WRITTEN), ("short", SHORT)], ids=["long", "short"]
)
def test_the_page_says_what_the_record_says(
    name: str, briefing: Briefing, golden: Callable[[str, str], None]
) -> None:
    (text,) = page_texts(briefing_pdf(briefing))
    golden(f"pdf/briefing-{name}.txt", text + "\n")


def test_the_page_is_read_aloud_in_the_order_of_its_meaning(
    tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    file = write_briefing_pdf(replace(WELL_WRITTEN, mark="PRACTICE"), tmp_path / "b.pdf")
    golden("pdf/briefing-spoken.txt", "\n".join(spoken(file)) + "\n")


def test_headings_follow_each_other_in_reading_order(tmp_path: Path) -> None:
    lines = spoken(write_briefing_pdf(WELL_WRITTEN, tmp_path / "b.pdf"))
    headings = [(tag, text) for tag, text in pairwise(lines) if tag[0] == "H"]
    assert headings == [
        ("H1", '"Out of Sight – When a Family Keeps Moving"'),
        ("H2", '"Background"'),
        ("H2", '"Key learning"'),
        ("H2", '"Good practice"'),
        ("H2", '"Areas for practice improvement"'),
        ("H2", '"Questions for your team meeting or supervision"'),
        ("H2", '"Find out more"'),
    ]
    numbers = [text for tag, text in pairwise(lines) if tag == "Lbl"]
    assert numbers == ['"1."', '"2."', '"3."', '"4."']


@pytest.mark.parametrize("font", DocumentFont)
@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=list(ODD_TEXTS))
def test_odd_texts_make_one_page_that_loses_nothing(text: str, font: DocumentFont) -> None:
    briefing = make_briefing(
        title=text[:100],
        background=(text[:900], ""),
        key_learning=(LearningPoint(text[:300], ""), LearningPoint("", "")),
        questions=(text[:100],),
        audience=text[:60],
        mark=text[:60],
    )
    content = briefing_pdf(set_in(briefing, font))
    assert len(page_texts(content)) == 1
    shown = text_of(content).replace(" ", "").replace("\ufffe", "")
    letters = {letter for letter in text if letter.isalnum()}
    assert letters - set(shown) == set()


def test_text_is_never_taken_for_markup() -> None:
    text = ODD_TEXTS["markup"]
    assert text in text_of(briefing_pdf(make_briefing(background=(text,))))


def test_several_paragraphs_in_one_text_stay_apart(tmp_path: Path) -> None:
    briefing = make_briefing(background=("One.\r\nTwo.\n\nThree.",))
    lines = spoken(write_briefing_pdf(briefing, tmp_path / "b.pdf"))
    assert [line for line in lines if line in {'"One."', '"Two."', '"Three."'}] == [
        '"One."',
        '"Two."',
        '"Three."',
    ]


def test_missing_letters_are_named_from_every_field() -> None:
    briefing = make_briefing(
        title="Title ש",
        key_learning=(LearningPoint("Lead 👍", "text ক"),),
        find_out_more=(FurtherReading("", "", "https://例.example"),),
        brand=Brand("Partnership 中"),
    )
    assert missing_characters(briefing) == ("中", "例")
    assert missing_characters(BRIEFING) == ()
    assert missing_characters(set_in(make_briefing(title="→ Ж ω"), DocumentFont.EASY_READ)) == ()


def test_an_empty_section_leaves_no_heading() -> None:
    text = text_of(briefing_pdf(make_briefing(background=(" ",), questions=(), improvements=())))
    assert "Background" not in text
    assert "Questions for" not in text
    assert "Areas for" not in text
    assert "Key learning" in text


def test_with_nothing_but_a_title_there_is_still_a_page() -> None:
    bare = make_briefing(
        title=" ",
        kicker="",
        subtitle="",
        reference="",
        review_type="",
        published=None,
        audience="",
        statement="",
        brand=Brand(""),
        background=(),
        key_learning=(),
        improvements=(),
        questions=(),
        find_out_more=(),
        web_address="",
    )
    assert text_of(briefing_pdf(bare)) == "Untitled briefing Page 1 of 1"


def test_a_review_without_reference_or_date_has_neither_label() -> None:
    text = text_of(briefing_pdf(SHORT))
    assert "Case reference" not in text
    assert "Published" not in text
    assert "Review type: National review For: Team meetings and supervision" in text


@pytest.mark.parametrize(
    ("brand", "is_named"),
    [
        (Brand(PARTNERSHIP, "Eastmarsh SCP"), True),
        (Brand(PARTNERSHIP, "Eastmarsh SCP", logo_png=b"broken"), True),
        (BRIEFING.brand, False),
        (Brand(PARTNERSHIP), False),
    ],
)
def test_without_a_logo_the_short_name_stands_in_its_place(brand: Brand, is_named: bool) -> None:
    content = briefing_pdf(make_briefing(brand=brand))
    assert ("Eastmarsh SCP" in text_of(content)) is is_named
    with pikepdf.open(BytesIO(content)) as pdf:
        assert ("/XObject" in pdf.pages[0].Resources) is (brand is BRIEFING.brand)


def test_the_mark_stands_above_and_below_and_a_long_one_above_alone() -> None:
    assert text_of(briefing_pdf(make_briefing(mark="PRACTICE"))).count("PRACTICE") == 2
    long = "NOT TO BE SHOWN BEFORE THE COURT HAS DECIDED, 12 June 2026"
    assert text_of(briefing_pdf(make_briefing(mark=long))).count(long) == 1


def links(content: bytes) -> list[tuple[str, str]]:
    with pikepdf.open(BytesIO(content)) as pdf:
        annotations = pdf.pages[0].get("/Annots", [])
        return [(str(link.A.URI), str(link.Contents)) for link in annotations]


def test_links_open_their_address_and_say_what_they_open() -> None:
    assert links(briefing_pdf(BRIEFING)) == [
        ("https://escp.example/reviews", "Eastmarsh reviews page"),
        ("https://library.example/", "Case review library"),
    ]


def test_a_link_over_two_lines_opens_from_both() -> None:
    label = "a very long label that goes on and on " * 4
    briefing = make_briefing(find_out_more=(FurtherReading("See", label, "www.a.example"),))
    assert links(briefing_pdf(briefing)) == [("https://www.a.example", label.strip())] * 2


def test_the_web_address_stands_under_find_out_more_if_nothing_else_does() -> None:
    briefing = make_briefing(find_out_more=(FurtherReading(""),))
    assert links(briefing_pdf(briefing)) == [
        ("https://escp.example/reviews", "https://escp.example/reviews")
    ]


@pytest.mark.parametrize(
    ("address", "opened"),
    [
        ("https://a.example/x?y=1#z", "https://a.example/x?y=1#z"),
        (" www.a.example ", "https://www.a.example"),
        ("mailto:desk@a.example", "mailto:desk@a.example"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("our website", ""),
        ("https://a b.example", ""),
        ("https://例.example", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_only_the_web_and_mail_are_opened(address: str, opened: str) -> None:
    assert openable(address) == opened


def test_an_address_too_long_for_its_code_has_none(tmp_path: Path) -> None:
    long = "https://a.example/" + "x" * 300
    assert scannable(long) == ""
    lines = spoken(write_briefing_pdf(make_briefing(web_address=long), tmp_path / "b.pdf"))
    assert lines.count("Figure") == 1


@pytest.mark.parametrize(
    "address",
    [
        "https://escp.example/reviews",
        "www.escp.example/r?a=1&b=2#c",
        "mailto:learning@escp.example",
        "https://escp.example/" + "long-path/" * 27,
    ],
)
def test_another_program_reads_the_address_from_the_printed_code(address: str) -> None:
    content = briefing_pdf(make_briefing(web_address=address))
    with pypdfium2.PdfDocument(content) as document:
        picture = document[0].render(scale=150 / 72).to_pil()
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text == openable(address)


def test_what_is_no_address_has_no_code() -> None:
    content = briefing_pdf(make_briefing(web_address="our site"))
    with pypdfium2.PdfDocument(content) as document:
        assert zxingcpp.read_barcodes(document[0].render(scale=2).to_pil()) == []


CONTACTS = ("Telephone 01234 555 0100,", "learning@escp.example.", "www.escp.example", " ")


def test_contacts_stand_under_find_out_more_and_their_addresses_open(tmp_path: Path) -> None:
    briefing = make_briefing(brand=replace(BRIEFING.brand, contacts=CONTACTS))
    lines = spoken(write_briefing_pdf(briefing, tmp_path / "b.pdf"))
    said = "".join(line[1:-1] for line in lines if line.startswith('"'))
    words = "Telephone 01234 555 0100, · learning@escp.example. · www.escp.example"
    assert said.index("Ring the advice line") < said.index(words) < said.index("Some details")
    assert links(briefing_pdf(briefing))[2:] == [
        ("mailto:learning@escp.example", "learning@escp.example."),
        ("https://www.escp.example", "www.escp.example"),
    ]


@pytest.mark.parametrize(
    "contact", ["a@b", "javascript:x@a.example", "ftp://a.example", "@a.example"]
)
def test_what_only_looks_like_an_address_is_not_opened(contact: str) -> None:
    briefing = make_briefing(brand=replace(BRIEFING.brand, contacts=(contact,)), find_out_more=())
    assert len(links(briefing_pdf(briefing))) == 1


def test_pictures_have_words(tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(briefing_pdf(BRIEFING))) as pdf:
        words = [
            str(entry.Alt)
            for entry in pdf.objects
            if isinstance(entry, pikepdf.Dictionary) and entry.get("/S") == "/Figure"
        ]
    assert sorted(words) == [
        f"Logo of {PARTNERSHIP}",
        "QR code that opens https://escp.example/reviews",
    ]


def test_the_same_briefing_gives_the_same_bytes_and_no_clock_is_read() -> None:
    content = briefing_pdf(BRIEFING)
    assert content == briefing_pdf(BRIEFING)
    assert b"2025-03-14" in content
    with pikepdf.open(BytesIO(content)) as pdf:
        assert pdf.docinfo["/ModDate"] == "D:20250314000000Z"
        assert pdf.docinfo["/Author"] == PARTNERSHIP


def test_the_file_holds_the_very_bytes_of_the_preview(tmp_path: Path) -> None:
    target = tmp_path / "b.pdf"
    assert write_briefing_pdf(BRIEFING, target) == target
    assert target.read_bytes() == briefing_pdf(BRIEFING)


@pytest.mark.parametrize("last", range(4))
def test_cancelling_at_any_step_leaves_no_file(tmp_path: Path, last: int) -> None:
    def cancel(done: int, total: int, label: str, /) -> None:
        assert (total, bool(label)) == (4, True)
        if done == last:
            raise CancelledError

    with pytest.raises(CancelledError):
        write_briefing_pdf(BRIEFING, tmp_path / "b.pdf", cancel)
    assert list(tmp_path.iterdir()) == []


def test_the_easy_read_font_is_embedded_where_it_is_asked_for() -> None:
    def fonts(content: bytes) -> set[str]:
        with pikepdf.open(BytesIO(content)) as pdf:
            return {str(font.BaseFont) for font in pdf.pages[0].Resources.Font.values()}

    assert all("SourceSans3" in name for name in fonts(briefing_pdf(BRIEFING)))
    easy = fonts(briefing_pdf(set_in(BRIEFING, DocumentFont.EASY_READ)))
    assert all("AtkinsonHyperlegibleNext" in name for name in easy)


def test_one_list_alone_is_spread_over_two_columns() -> None:
    alone = make_briefing(improvements=(), background=())
    assert plan_briefing(alone).fits
    with pikepdf.open(BytesIO(briefing_pdf(alone))) as pdf:
        assert len(pdf.pages) == 1


def test_a_single_fact_needs_no_gap() -> None:
    briefing = make_briefing(reference="", published=None, audience="", review_type="Theme " * 40)
    assert "Review type: Theme" in text_of(briefing_pdf(briefing))
