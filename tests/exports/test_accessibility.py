"""A look at finished files: each thing that would keep somebody from reading one is told."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date

import pikepdf
import pytest
from briefing_samples import BRIEFING
from docx import Document
from docx.oxml.ns import qn
from pikepdf import Dictionary, Name, String

from sgdesk.exports.deck.slides import briefing_deck
from sgdesk.exports.inspecting import inspect_file
from sgdesk.exports.pdf.accessibility import inspect_pdf
from sgdesk.exports.pdf.briefing import briefing_pdf
from sgdesk.exports.web.accessibility import inspect_web
from sgdesk.exports.word.accessibility import inspect_word
from sgdesk.exports.word.letter import letter_document
from sgdesk.records.letters import Letter

PDF = briefing_pdf(BRIEFING)
LETTER = letter_document(
    Letter("chase", "a@b.test", "Lead", "RIV1: return", "Dear Lead,\n\nPlease.", "Us", "MARK"),
    on=date(2026, 11, 23),
)
PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A review</title>
</head><body><main><h1>A review</h1><h2>Learning</h2><img src="a.png" alt="">
<table><tr><th>Year</th></tr></table><a href="b">The whole report</a></main></body></html>"""


def changed_pdf(change):
    with pikepdf.Pdf.open(io.BytesIO(PDF)) as pdf:
        change(pdf)
        result = io.BytesIO()
        pdf.save(result)
        return result.getvalue()


def tags_of(pdf, role):
    return [
        one for one in pdf.objects
        if isinstance(one, Dictionary) and one.get("/S") == Name(f"/{role}")
    ]  # fmt: skip


def test_a_briefing_is_one_page_and_sound():
    found = inspect_file("a.PDF", PDF)
    assert (found.length_words, found.problems) == ("1 page", ())


def _untag(pdf):
    pdf.Root.MarkInfo = Dictionary(Marked=False)


def _no_language(pdf):
    del pdf.Root["/Lang"]


def _no_title(pdf):
    pdf.docinfo["/Title"] = String(" ")


def _file_name_shown(pdf):
    del pdf.Root["/ViewerPreferences"]


def _no_order(pdf):
    del pdf.pages[0].obj["/Tabs"]


def _silent_link(pdf):
    pdf.pages[0].obj.Annots[0].Contents = String("")


def _no_main_heading(pdf):
    tags_of(pdf, "H1")[0].S = Name.P


def _skipped_level(pdf):
    for heading in tags_of(pdf, "H2"):
        heading.S = Name.H3


def _bare_picture(pdf):
    del tags_of(pdf, "Figure")[0]["/Alt"]


def _bare_pictures(pdf):
    for picture in tags_of(pdf, "Figure"):
        del picture["/Alt"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_untag, "not tagged"),
        (_no_language, "language"),
        (_no_title, "no title"),
        (_file_name_shown, "file name in place of the title"),
        (_no_order, "Page 1: the keyboard"),
        (_silent_link, "Page 1: a link"),
        (_no_main_heading, "main heading"),
        (_skipped_level, "skipped"),
        (_bare_picture, "A picture has no"),
        (_bare_pictures, "pictures have no"),
    ],
    ids=lambda value: value.__name__.strip("_") if callable(value) else "",
)
def test_each_breakage_of_a_pdf_is_told(change, said):
    assert any(said in problem for problem in inspect_pdf(changed_pdf(change)).problems)


def test_a_pdf_without_any_tags_is_told_and_not_a_fault_of_the_program():
    with pikepdf.Pdf.new() as pdf:
        pdf.add_blank_page()
        result = io.BytesIO()
        pdf.save(result)
    assert len(inspect_pdf(result.getvalue()).problems) >= 5


def test_the_slides_of_a_deck_are_counted_and_checked():
    found = inspect_file("a.pptx", briefing_deck(BRIEFING))
    assert found.unit == "slide"
    assert found.count > 5
    assert found.problems == ()


def changed_word(change):
    document = Document(io.BytesIO(LETTER))
    change(document)
    result = io.BytesIO()
    document.save(result)
    return result.getvalue()


def _word_without_title(document):
    document.core_properties.title = ""


def _word_in_french(document):
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "fr-FR")


def _word_without_heading(document):
    for style in list(document.element.body.iter(qn("w:pStyle"))):
        style.getparent().remove(style)


def _word_that_skips(document):
    document.add_heading("Three", level=3)


def _word_with_table(document):
    document.add_table(rows=1, cols=1)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_word_without_title, "no title"),
        (_word_in_french, "language"),
        (_word_without_heading, "main heading"),
        (_word_that_skips, "skipped"),
        (_word_with_table, "1 table is without a head row"),
    ],
    ids=lambda value: value.__name__.strip("_") if callable(value) else "",
)
def test_each_breakage_of_a_word_document_is_told(change, said):
    assert inspect_file("a.docx", LETTER).problems == ()
    assert any(said in problem for problem in inspect_word(changed_word(change)).problems)


def test_a_title_counts_as_the_main_heading_and_a_head_row_as_one():
    def change(document):
        _word_without_heading(document)
        document.paragraphs[0].style = document.styles["Title"]
        row = document.add_table(rows=1, cols=1).rows[0]._tr
        row.get_or_add_trPr().append(row.makeelement(qn("w:tblHeader"), {}))

    assert inspect_word(changed_word(change)).problems == ()


def test_pictures_of_a_word_document_need_words():
    def change(document):
        for _ in range(2):
            document.add_picture(io.BytesIO(BRIEFING.brand.logo_png))

    assert "2 pictures are without alternative text." in inspect_word(changed_word(change)).problems


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('lang="en-GB"', 'lang="de"', "language"),
        ("<title>A review</title>", "<title> </title>", "no title"),
        ("<main>", "<div>", "main part"),
        ("<h1>A review</h1>", "<p>A review</p>", "main heading"),
        ("<h2>", "<h1>", "main heading"),
        ("<h2>", "<h3>", "skipped"),
        (' alt=""', "", "picture"),
        ("<th>Year</th>", "<td>Year</td>", "head cells"),
        ("The whole report", "Click here", "link"),
    ],
    ids=["lang", "title", "main", "h1", "two-h1", "skip", "alt", "th", "link"],
)
def test_each_breakage_of_a_web_page_is_told(before, after, said):
    assert inspect_file("a.html", PAGE.encode()).problems == ()
    assert before in PAGE
    found = inspect_web(PAGE.replace(before, after).encode()).problems
    assert any(said in problem for problem in found)


def test_head_cells_outside_any_table_say_nothing():
    assert inspect_web(PAGE.replace("<table>", "").encode()).problems == ()


def workbook(*, title="A", pane=True, merged=False):
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    view = "<sheetViews><sheetView><pane/></sheetView></sheetViews>" if pane else ""
    merge = "<mergeCells/>" if merged else ""
    sheet = (
        f'<worksheet xmlns="{space}">{view}<sheetData><row/><row/></sheetData>{merge}</worksheet>'
    )
    core = f'<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></c>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as parts:
        parts.writestr("docProps/core.xml", core)
        parts.writestr("xl/worksheets/sheet1.xml", sheet)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("given", "said"),
    [({"title": " "}, "no title"), ({"pane": False}, "in view"), ({"merged": True}, "merged")],
    ids=["title", "pane", "merged"],
)
def test_each_breakage_of_a_workbook_is_told(given, said):
    sound = inspect_file("a.xlsx", workbook())
    assert (sound.length_words, sound.problems) == ("2 rows", ())
    (problem,) = inspect_file("a.xlsx", workbook(**given)).problems
    assert said in problem


def test_a_plain_table_is_not_checked():
    stream = io.StringIO()
    csv.writer(stream).writerow(["a"])
    assert not inspect_file("a.csv", stream.getvalue().encode()).is_checked


def test_a_briefing_without_logo_and_address_is_sound_as_well():
    plain = replace(BRIEFING, brand=replace(BRIEFING.brand, logo_png=None), web_address="")
    assert inspect_pdf(briefing_pdf(plain)).problems == ()
