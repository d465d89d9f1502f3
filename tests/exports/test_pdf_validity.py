"""PDF/UA-1 and PDF/A-2a in the same file, by veraPDF; and veraPDF sees what is broken."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pytest
from briefing_samples import BRIEFING, PARTNERSHIP, SHORT, WELL_WRITTEN, make_briefing, set_in
from paper_samples import make_mixed_paper, make_paper, make_worked_paper
from written import write_briefing_pdf, write_paper_pdf

from sgdesk.domain.typefaces import DocumentFont
from sgdesk.records.briefing import Brand, FurtherReading, LearningPoint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sgdesk.records.briefing import Briefing

pytestmark = pytest.mark.validators

BRIEFINGS = {
    "long": WELL_WRITTEN,
    "short, national, no logo": SHORT,
    "marked, own colours": replace(
        BRIEFING, mark="PRACTICE", brand=Brand(PARTNERSHIP, ink="#FFCC00", accent="#EE99AA")
    ),
    "odd letters": make_briefing(
        title="Łódź 👍 & <b>",
        background=("שלום مرحبا \ue000 T\u031a a\u0344 ä\u0308\u0301 \ufffd – fi ffl",),
        key_learning=(LearningPoint("", "x" * 600),),
    ),
    "link over lines": make_briefing(
        find_out_more=(FurtherReading("", "a label that goes on " * 9, "https://a.example/"),)
    ),
    "nearly empty": make_briefing(
        title="", background=(), key_learning=(), improvements=(), questions=(), brand=Brand("")
    ),
}


@pytest.mark.parametrize("font", DocumentFont)
@pytest.mark.parametrize("briefing", BRIEFINGS.values(), ids=list(BRIEFINGS))
def test_every_briefing_keeps_both_standards(
    briefing: Briefing, font: DocumentFont, tmp_path: Path, verapdf: Callable[..., None]
) -> None:
    verapdf(write_briefing_pdf(set_in(briefing, font), tmp_path / "b.pdf"))


@pytest.mark.parametrize("is_landscape", [False, True], ids=["portrait", "landscape"])
@pytest.mark.parametrize("count", [0, 5, 64])
def test_every_paper_keeps_both_standards(
    count: int, is_landscape: bool, tmp_path: Path, verapdf: Callable[..., None]
) -> None:
    paper = make_mixed_paper(count, is_landscape=is_landscape)
    verapdf(write_paper_pdf(paper, tmp_path / "r.pdf"))


def test_a_paper_with_a_line_below_each_row_keeps_both_standards(
    tmp_path: Path, verapdf: Callable[..., None]
) -> None:
    verapdf(write_paper_pdf(make_worked_paper(40), tmp_path / "p.pdf"))


def test_a_paper_of_many_pages_keeps_both_standards(
    tmp_path: Path, verapdf: Callable[..., None]
) -> None:
    verapdf(write_paper_pdf(make_paper(500), tmp_path / "r.pdf"))


def test_a_row_over_two_pages_keeps_both_standards(
    tmp_path: Path, verapdf: Callable[..., None]
) -> None:
    paper = make_paper(1)
    (table,) = paper.parts
    row = replace(table.rows[0], cells=("word " * 900, *table.rows[0].cells[1:]))
    giant = replace(paper, parts=(replace(table, rows=(row,)),))
    verapdf(write_paper_pdf(giant, tmp_path / "r.pdf"))


def elements(pdf: pikepdf.Pdf, role: str) -> list[pikepdf.Object]:
    return [
        entry
        for entry in pdf.objects
        if isinstance(entry, pikepdf.Dictionary) and entry.get("/S") == f"/{role}"
    ]


def drop_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def drop_words_of_pictures(pdf: pikepdf.Pdf) -> None:
    for figure in elements(pdf, "Figure"):
        del figure.Alt


def drop_tags(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def drop_marking(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


def drop_title_display(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences


def drop_tab_order(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj["/Tabs"]


def drop_words_of_links(pdf: pikepdf.Pdf) -> None:
    for link in pdf.pages[0].Annots:
        del link.Contents


def drop_way_back_from_links(pdf: pikepdf.Pdf) -> None:
    for link in pdf.pages[0].Annots:
        del link.StructParent


def skip_a_heading_level(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H2")[0].S = pikepdf.Name.H3


def put_text_into_a_list(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "LI")[0].S = pikepdf.Name.H2


def drop_metadata(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


def untag_the_content(pdf: pikepdf.Pdf) -> None:
    content = pdf.pages[0].Contents.read_bytes().replace(b"/Artifact <</Type /Layout>> BDC", b"")
    content = content.replace(b"EMC", b"", content.count(b"EMC") - content.count(b"BDC"))
    pdf.pages[0].Contents = pdf.make_stream(content)


def lose_the_font(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


def forget_what_glyphs_mean(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        del font.ToUnicode


def drop_way_back_from_content(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot.ParentTree


def put_a_list_into_text(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "LBody")[0].S = pikepdf.Name.LI


def drop_a_row_of_marks(pdf: pikepdf.Pdf) -> None:
    content = pdf.pages[0].Contents.read_bytes()
    assert b"/H2 <</MCID" in content
    pdf.pages[0].Contents = pdf.make_stream(content.replace(b"/H2 <</MCID", b"/H2 <</MCIX"))


def drop_identification(pdf: pikepdf.Pdf) -> None:
    packet = pdf.Root.Metadata.read_bytes()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in packet
    pdf.Root.Metadata.write(packet.replace(b"<pdfuaid:part>1</pdfuaid:part>", b""))


def reverse_the_headings(pdf: pikepdf.Pdf) -> None:
    """Put the sections before the title: the first heading read is then of the second level."""
    document = pdf.Root.StructTreeRoot.K[0]
    document.K = pikepdf.Array(list(reversed(list(document.K))))


@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        (drop_language, "ua1: 7.2-"),
        (drop_words_of_pictures, "ua1: 7.3-1"),
        (drop_tags, "2a: 6.7."),
        (drop_marking, "2a: 6.7.2"),
        (drop_title_display, "ua1: 7.1-10"),
        (drop_tab_order, "ua1: 7.18.3-1"),
        (drop_words_of_links, "ua1: 7.18.5-2"),
        (drop_way_back_from_links, "ua1: 7.18.5-1"),
        (skip_a_heading_level, "ua1: 7.4.2-1"),
        (put_text_into_a_list, "ua1: 7.2-"),
        (drop_metadata, "2a: 6.6.2.1-1"),
        (untag_the_content, "ua1: 7.1-3"),
        (lose_the_font, "ua1: 7.21.4.1-1"),
        (forget_what_glyphs_mean, "ua1: 7.21.7-1"),
        (drop_way_back_from_content, "ua1: 7."),
        (put_a_list_into_text, "ua1: 7.2-"),
        (drop_a_row_of_marks, "ua1: 7.1-3"),
        (drop_identification, "ua1: 5-1"),
        (reverse_the_headings, "ua1: 7.4.2-1"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_the_validator_sees_what_is_broken(
    damage: Callable[[pikepdf.Pdf], None],
    rule: str,
    tmp_path: Path,
    verapdf: Callable[..., None],
) -> None:
    file = write_briefing_pdf(BRIEFING, tmp_path / "b.pdf")
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        damage(pdf)
        pdf.save(file)
    with pytest.raises(AssertionError) as failure:
        verapdf(file)
    assert rule in str(failure.value)
