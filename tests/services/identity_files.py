"""Finished files of our own exporters into which something private was put, one place each."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from functools import cache

import pikepdf
import xlsxwriter
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from pptx import Presentation
from pptx.chart.data import ChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from sgdesk.records.briefing import Brand, Briefing, FurtherReading, LearningPoint, ThemeCount
from sgdesk.records.exports import DocumentKind
from sgdesk.services.documents import document_bytes

BRIEFING = Briefing(
    title="Behind the door",
    reference="RIV2024-25-01",
    review_type="Local Child Safeguarding Practice Review",
    published=date(2025, 6, 3),
    as_of=date(2025, 6, 3),
    brand=Brand("Riverton Safeguarding Children Partnership", "Riverton SCP"),
    background=("A child of five was badly hurt at home.", "Nobody knew who lived there."),
    key_learning=(LearningPoint("See the child.", "Ask who has seen the child alone."),),
    good_practice=(LearningPoint("The school rang twice.", "It asked what had been done."),),
    improvements=(LearningPoint("Ask again.", "One question is not enough."),),
    timeline=(LearningPoint("Four years", "The family moved."),),
    recommendations=(LearningPoint("Draw a genogram.", "Draw it again after each move."),),
    questions=("What will we do differently?", "Who will ring back?"),
    find_out_more=(FurtherReading("The report:", "Our page", "https://reviews.riverton.example"),),
    web_address="https://reviews.riverton.example",
    themes=(ThemeCount("Neglect", 4), ThemeCount("Hidden adults", 2)),
)
KINDS = {
    "pdf": DocumentKind.BRIEFING,
    "pptx": DocumentKind.DECK,
    "docx": DocumentKind.WORD,
    "html": DocumentKind.WEB,
}
FIELDS = {
    "title": replace(BRIEFING, title="Petra’s story"),
    "background": replace(BRIEFING, background=("She lived in Larkfield Rise.", "Rest.")),
    "learning": replace(BRIEFING, key_learning=(LearningPoint("Quellish family.", "They moved."),)),
    "date": replace(BRIEFING, background=("She died on Wednesday 14th February.", "Rest.")),
    "misspelt": replace(BRIEFING, background=("The Quellihs family was not known.", "Rest.")),
    "link": replace(
        BRIEFING,
        find_out_more=(
            FurtherReading("More:", "Our page", "https://riverton.example/petra%20quellish"),
        ),
    ),
}
"""A leak in one field of the record: it must be found in every kind of document."""


@cache
def clean(suffix: str) -> bytes:
    """Return the finished file without anything private."""
    return document_bytes(BRIEFING, KINDS[suffix])


def _saved(document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _deck(change) -> bytes:
    deck = Presentation(io.BytesIO(clean("pptx")))
    change(deck)
    return _saved(deck)


def _split_runs(deck):
    paragraph = deck.slides[2].shapes.title.text_frame.paragraphs[0]
    for piece in (" Pe", "t", "ra"):
        paragraph.add_run().text = piece


def _notes(deck):
    deck.slides[3].notes_slide.notes_text_frame.text = "Do not say Petra."


def _alt_text(deck):
    shape = deck.slides[1].shapes[0]
    shape._element._nvXxPr.cNvPr.set("descr", "Photograph of Ottilie")


def _group(deck):
    group = deck.slides[2].shapes.add_group_shape()
    box = group.shapes.add_textbox(0, 0, Inches(2), Inches(1))
    box.text_frame.text = "Larkfield Rise"


def _chart_workbook(deck):
    data = ChartData()
    data.categories = ["Visits"]
    data.add_series("2019", [1])
    chart = (
        deck.slides[2]
        .shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, 0, 0, Inches(2), Inches(2), data)
        .chart
    )
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("Data")
    sheet.write_row(0, 0, ["Child", "Visits"])
    sheet.write_row(1, 0, ["Petra", 4])
    book.close()
    chart.part.chart_workbook.xlsx_part._blob = stream.getvalue()


def _core_author(deck):
    deck.core_properties.author = "Odalys Fennimore"


def _keywords(deck):
    deck.core_properties.keywords = "quellish"


def _layout(deck):
    deck.slide_layouts[1].placeholders[0].text_frame.text = "Harbour View Surgery"


def _master(deck):
    deck.slide_master.placeholders[0].text_frame.text = "Thornleigh Academy"


def _cell(deck):
    table = next(shape for slide in deck.slides for shape in slide.shapes if shape.has_table).table
    table.cell(1, 0).text = "Bexa"
    table.cell(1, 1).text = "Holloway"


def _hint(deck):
    box = deck.slides[2].shapes.add_textbox(0, 0, Inches(2), Inches(1))
    run = box.text_frame.paragraphs[0].add_run()
    run.text = "link"
    run.hyperlink.address = "https://riverton.example"
    link = run._r.rPr.find(qn("a:hlinkClick"))
    link.set("tooltip", "Siobhán’s flat")


def _shape_name(deck):
    deck.slides[2].shapes[0].name = "petra.jpg"


DECKS = {
    "split into runs": (_split_runs, "slide 3"),
    "notes": (_notes, "slide 4, notes"),
    "alt text": (_alt_text, "slide 2, alt text"),
    "group": (_group, "slide 3"),
    "chart’s workbook": (_chart_workbook, "slide 3, workbook of the chart, sheet 1, row 2"),
    "author": (_core_author, "properties: author"),
    "keywords": (_keywords, "properties: keywords"),
    "layout": (_layout, "layout"),
    "master": (_master, "master"),
    "two cells": (_cell, "slide"),
    "hint on a link": (_hint, "slide 3, hint on a link"),
    "name of a shape": (_shape_name, "slide 3, name of a part"),
}


def deck(name: str) -> bytes:
    return _deck(DECKS[name][0])


def _word(change) -> bytes:
    document = Document(io.BytesIO(clean("docx")))
    change(document)
    return _saved(document)


def _word_runs(document):
    paragraph = document.add_paragraph("The ")
    for piece in ("Quel", "", "lish", " children"):
        paragraph.add_run(piece)


def _word_break(document):
    run = document.add_paragraph("born on 3").add_run()
    run.add_break()
    run.add_text("October 2019")


def _word_header(document):
    document.sections[0].header.add_paragraph("RV4 7QX")


def _word_table(document):
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Bexa"
    table.cell(0, 1).text = "Holloway"


def _word_comment(document):
    paragraph = document.paragraphs[0]
    document.add_comment(paragraph.runs[0], "Is this PQ’s mother?", "Reviewer", "R")


def _word_comment_author(document):
    paragraph = document.paragraphs[0]
    document.add_comment(paragraph.runs[0], "Yes.", "Odalys Fennimore", "OF")


def _word_deleted(document):
    paragraph = document.add_paragraph("The child ")
    deleted = OxmlElement("w:del")
    deleted.set(qn("w:author"), "Editor")
    run, text = OxmlElement("w:r"), OxmlElement("w:delText")
    text.text = "Petra"
    run.append(text)
    deleted.append(run)
    paragraph._p.append(deleted)


def _word_change_author(document):
    paragraph = document.add_paragraph("The child ")
    added = OxmlElement("w:ins")
    added.set(qn("w:author"), "Corvin Asterley")
    paragraph._p.append(added)


def _word_author(document):
    document.core_properties.last_modified_by = "M Tansley"
    document.core_properties.subject = "Quellish"


def _word_soft_hyphen(document):
    document.add_paragraph("Wiś\u00adniewski was not known.")


WORDS = {
    "split into runs": (_word_runs, "text"),
    "line break": (_word_break, "text"),
    "header": (_word_header, "header"),
    "two cells": (_word_table, "text"),
    "comment": (_word_comment, "comment"),
    "author of a comment": (_word_comment_author, "comment, author of a change or comment"),
    "deleted text": (_word_deleted, "text"),
    "author of a change": (_word_change_author, "text, author of a change or comment"),
    "subject": (_word_author, "properties: subject"),
    "soft hyphen": (_word_soft_hyphen, "text"),
}


def word(name: str) -> bytes:
    return _word(WORDS[name][0])


def _pdf(change) -> bytes:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(clean("pdf"))) as document:
        change(document)
        document.save(stream)
    return stream.getvalue()


def _elements(document):
    pending = [document.Root.StructTreeRoot]
    while pending:
        element = pending.pop()
        if isinstance(element, pikepdf.Dictionary):
            yield element
            kids = element.get("/K", ())
            pending += list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _pdf_alt(document):
    figure = next(one for one in _elements(document) if one.get("/S") == "/Figure")
    figure.Alt = pikepdf.String("Photograph of Petra")


def _pdf_actual_text(document):
    paragraph = next(one for one in _elements(document) if one.get("/S") == "/P")
    paragraph.ActualText = pikepdf.String("Petra")


def _pdf_inline_text(document):
    page = document.pages[0]
    page.contents_add(b"/Span <</ActualText (Petra)>> BDC EMC", prepend=True)


def _pdf_author(document):
    document.docinfo["/Author"] = "Odalys Fennimore"


def _pdf_xmp(document):
    with document.open_metadata() as metadata:
        metadata["dc:description"] = "The Quellish family"


def _pdf_link(document):
    for note in document.pages[0].Annots:
        if "/A" in note:
            note.A.URI = pikepdf.String("https://riverton.example/quellish")
            return


def _pdf_contents(document):
    document.pages[0].Annots[0].Contents = pikepdf.String("Harbour View Surgery")


def _pdf_bookmark(document):
    with document.open_outline() as outline:
        parent = pikepdf.OutlineItem("Start", 0)
        parent.children.append(pikepdf.OutlineItem("3 October 2019", 0))
        outline.root.append(parent)


def _pdf_attached(document):
    document.attachments["quellish.txt"] = b"nothing"


PDFS = {
    "alt text": (_pdf_alt, "page 1, alt text"),
    "text for screen readers": (_pdf_actual_text, "page 1, text for screen readers"),
    "text in the page’s stream": (_pdf_inline_text, "page 1, text for screen readers"),
    "author": (_pdf_author, "properties: author"),
    "description": (_pdf_xmp, "properties: "),
    "link": (_pdf_link, "page 1, link"),
    "link’s alt text": (_pdf_contents, "page 1, alt text of a link or note"),
    "bookmark": (_pdf_bookmark, "bookmark"),
    "attached file’s name": (_pdf_attached, "attached file, file name"),
}


def pdf(name: str) -> bytes:
    return _pdf(PDFS[name][0])


PAGES = {
    "split by a tag": (b"<p>The Quel<b>lish</b> family</p>", "paragraph"),
    "comment": (b"<!-- was: Petra -->", "comment in the page’s source"),
    "alt text": (b'<img alt="Petra at home" src="x.png">', "alt text"),
    "hint": (b'<p title="Petra">x</p>', "hint on an element"),
    "label": (b'<p aria-label="RV4 7QX">x</p>', "label for screen readers"),
    "own attribute": (b'<p data-case="quellish">x</p>', "page’s source"),
    "line break": (b"<p>born 3<br>October 2019</p>", "paragraph"),
    "two cells": (b"<table><tr><td>Bexa</td><td>Holloway</td></tr></table>", "paragraph"),
    "entity": (b"<p>Siobh&aacute;n</p>", "paragraph"),
}


def page(name: str) -> bytes:
    return clean("html").replace(b"</body>", PAGES[name][0] + b"</body>")
