"""Tests of the register as a workbook and as a table of text, read back by other programs."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from sgdesk.exports.sheets.register import register_sheets
from sgdesk.exports.sheets.register_text import register_csv
from sgdesk.records.register_books import LearningLine, RegisterBook, ReviewLine
from sgdesk.text import clean_line

LINE = ReviewLine(
    reference="RIV2026-27-01",
    further_references="COV 7",
    title="Seen and heard",
    kind="Local case",
    review_type="Local Child Safeguarding Practice Review",
    stage="Published",
    themes="Neglect, Information sharing",
    notified_on=date(2025, 1, 6),
    meeting_on=date(2025, 1, 20),
    rapid_review_sent_on=date(2025, 1, 27),
    decided_on=date(2025, 1, 24),
    panel_replied_on=None,
    initiated_on=date(2025, 1, 24),
    planned_on=date(2026, 2, 3),
    published_on=date(2026, 2, 3),
    leaves_on=date(2029, 2, 3),
    archived_on=None,
    deposited_on=None,
    web_address="https://riverton.example/seen",
)
BOOK = RegisterBook(
    as_of=date(2026, 11, 23),
    title="Register of reviews",
    partnership="Riverton SCP",
    mark="OFFICIAL-SENSITIVE",
    ink="#5B2A86",
    reviews=(LINE, replace(LINE, reference="RIV2025-26-02", title="")),
    learning=(LearningLine("RIV2026-27-01", "Seen and heard", "Key learning", "See the child."),),
)
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "=cmd|' /C calc'!A0", "-2+3+cmd|x"]


def workbook_of(book):
    return load_workbook(io.BytesIO(register_sheets(book)))


def rows_of(book):
    return list(csv.reader(io.StringIO(register_csv(book).decode("utf-8-sig"), newline="")))


def test_the_workbook_has_a_row_for_each_review_with_real_days():
    sheet = workbook_of(BOOK)["Reviews"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:8] == (
        "Reference", "Further references", "Title", "Kind", "Review type", "Stage", "Themes",
        "Notified",
    )  # fmt: skip
    assert rows[1][0] == "RIV2026-27-01"
    assert rows[1][7].date() == date(2025, 1, 6)
    assert rows[2][2] is None
    assert sheet["H2"].number_format == "dd mmm yyyy"


def test_the_workbook_keeps_its_head_in_sight_and_filters():
    book = workbook_of(BOOK)
    assert book["Reviews"].freeze_panes == "B2"
    assert book["Reviews"].auto_filter.ref == "A1:S3"
    assert book["Learning"].freeze_panes == "A2"
    assert [one.value for one in book["Learning"][2]] == [
        "RIV2026-27-01", "Seen and heard", "Key learning", "See the child.",
    ]  # fmt: skip


def test_the_workbook_says_whose_it_is_and_carries_its_mark():
    book = workbook_of(BOOK)
    about = {row[0]: row[1] for row in book["About"].iter_rows(values_only=True)}
    assert about["Handling mark"] == "OFFICIAL-SENSITIVE"
    assert about["As at"].date() == date(2026, 11, 23)
    assert about["Who it is for"] == "The partners. It is not for publication."
    for sheet in book.worksheets:
        assert "OFFICIAL-SENSITIVE" in sheet.oddHeader.right.text
    assert (book.properties.title, book.properties.category) == (BOOK.title, BOOK.mark)
    assert book.properties.creator in (None, "")


def test_an_empty_register_still_makes_a_workbook_and_a_table():
    empty = replace(BOOK, reviews=(), learning=(), partnership="", mark="")
    assert workbook_of(empty)["Reviews"].max_row == 1
    assert len(rows_of(empty)) == 1


def test_a_colour_that_cannot_be_read_is_left_to_the_program():
    pale = workbook_of(replace(BOOK, ink="#FFD700"))
    assert pale["Reviews"]["A1"].fill.fgColor.rgb == "FF12344D"
    assert workbook_of(BOOK)["Reviews"]["A1"].fill.fgColor.rgb == "FF5B2A86"


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula_in_the_workbook(text):
    content = register_sheets(replace(BOOK, reviews=(replace(LINE, title=text),)))
    cell = load_workbook(io.BytesIO(content))["Reviews"]["C2"]
    assert (cell.value, cell.data_type) == (text, "s")
    with ZipFile(io.BytesIO(content)) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("text", [*FORMULAS, "\t=1", "\r=1"])
def test_no_text_of_the_table_can_be_taken_for_a_formula(text):
    (_, row) = rows_of(replace(BOOK, reviews=(replace(LINE, title=text),)))
    assert row[2] == f"'{clean_line(text)}"


def test_the_table_has_days_that_sort_and_the_mark_on_every_line():
    rows = rows_of(BOOK)
    assert rows[0][-1] == "Handling mark"
    assert rows[1][7] == "2025-01-06"
    assert rows[1][11] == ""
    assert [row[-1] for row in rows[1:]] == ["OFFICIAL-SENSITIVE"] * 2


def test_the_table_is_read_as_utf_8_by_excel_too():
    content = register_csv(replace(BOOK, reviews=(replace(LINE, title="Tŷ Gwyn – Zoë"),)))
    assert content.startswith(b"\xef\xbb\xbf")
    assert "Tŷ Gwyn – Zoë" in content.decode("utf-8-sig")
    assert content.count(b"\r\n") == 2


@given(st.text())
def test_any_text_comes_back_from_the_table_and_never_begins_a_formula(text):
    (_, row) = rows_of(replace(BOOK, reviews=(replace(LINE, title=text, themes=f"{text}, x"),)))
    assert row[2].removeprefix("'") == clean_line(text).removeprefix("'")
    assert not row[2].startswith(("=", "+", "-", "@", "\t", "\r"))
    assert len(row) == 20


@settings(max_examples=40)
@given(st.text())
def test_any_text_comes_back_from_the_workbook(text):
    line = replace(LINE, title=text)
    cell = workbook_of(replace(BOOK, reviews=(line,), partnership=text))["Reviews"]["C2"]
    assert (cell.value or "") == clean_line(text)


@pytest.mark.parametrize("owner", ["A&G Partnership", "B&[Picture]", "C&D & E", "F&&G"])
def test_no_name_is_taken_for_a_code_of_the_margins(owner):
    head = workbook_of(replace(BOOK, partnership=owner))["Reviews"].oddHeader
    assert head.right.text == "&BOFFICIAL-SENSITIVE"
    assert head.left.text.replace("&&", "&").replace("& ", "&") == (
        f"{owner} · Register of reviews".replace("& ", "&")
    )


def test_a_text_longer_than_a_cell_is_cut():
    long = replace(BOOK, reviews=(replace(LINE, title="word " * 8000),))
    assert len(workbook_of(long)["Reviews"]["C2"].value) == 32_000


def test_the_validator_finds_nothing(openxml_audit, tmp_path):
    target = tmp_path / "register.xlsx"
    target.write_bytes(register_sheets(BOOK))
    assert openxml_audit(target) == []
