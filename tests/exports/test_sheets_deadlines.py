"""A workbook of deadlines, read back by another library: dates are dates, texts stay texts."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook

from sgdesk.domain.standings import Standing
from sgdesk.errors import CancelledError
from sgdesk.exports.sheets.deadlines import deadline_sheets
from sgdesk.exports.sheets.heights import row_height
from sgdesk.records.deadline_files import DeadlineBook, DeadlineLine, RuleLine
from sgdesk.text import clean_line

LINE = DeadlineLine(
    reference="ZZSP2026-27-04",
    what="Rapid Review to the Panel",
    rule="RR-15: 15 working days after the notified date",
    weight="Panel expectation",
    trigger="Notified",
    trigger_on=date(2026, 11, 2),
    due=date(2026, 11, 23),
    agreed_on=date(2026, 11, 27),
    agreed_why="A return came late (The three partners)",
    counts_to=date(2026, 11, 27),
    standing=Standing.DUE_SOON,
    standing_words="Due in 4 working days",
    days=4,
    owner="Quality lead",
    source="Guidance of the Panel",
    edition="Working Together 2026",
    working="Notified Mon 2 Nov 2026 (day 0). Day 15 = Mon 23 Nov 2026. Skipped: 6 weekend days.",
)
WAITING = replace(
    LINE,
    reference="",
    trigger_on=None,
    due=None,
    agreed_on=None,
    agreed_why="",
    counts_to=None,
    standing=Standing.WAITING,
    standing_words="Waiting for a date: notified date missing",
    days=None,
)
BOOK = DeadlineBook(
    title="Open deadlines",
    partnership="Ash & Elm Partnership",
    mark="OFFICIAL-SENSITIVE",
    as_at=date(2026, 11, 23),
    made_at=datetime(2026, 11, 23, 9, tzinfo=UTC),
    counting="Working days leave out weekends; the day after the trigger is day 1.",
    seal="400 / 3fa92b41",
    ink="#12344D",
    lines=(LINE, WAITING, replace(LINE, standing=Standing.OVERDUE, days=-3)),
    rules=(
        RuleLine(
            "RR-15",
            "Rapid Review completed and sent to the Panel",
            "15 working days after the notified date",
            "Panel expectation",
            "Guidance of the Panel",
            "Working Together 2026",
        ),
    ),
)
_DATES = ("Started on", "Due by the rule", "Agreed date", "Counts to")


def read(book):
    """Return the two sheets as another library reads them."""
    opened = load_workbook(BytesIO(deadline_sheets(book)))
    return opened["Deadlines"], opened["About"]


def columns_of(sheet):
    return {cell.value: cell.column for cell in sheet[1]}


def test_every_date_is_a_date_that_sorts_and_shows_its_year():
    sheet, _ = read(BOOK)
    columns = columns_of(sheet)
    for title, day in zip(_DATES, (2, 23, 27, 27), strict=True):
        cell = sheet.cell(2, columns[title])
        assert cell.is_date
        assert cell.value == datetime(2026, 11, day)  # noqa: DTZ001 - a sheet knows no zones
        assert cell.number_format == "dd mmm yyyy"
        assert sheet.column_dimensions[cell.column_letter].width >= len("27 Nov 2026")
        assert sheet.cell(3, columns[title]).value is None


def test_days_are_numbers_and_late_ones_are_below_0():
    sheet, _ = read(BOOK)
    column = columns_of(sheet)["Working days left (below 0: late)"]
    assert [sheet.cell(row, column).value for row in (2, 3, 4)] == [4, None, -3]


def test_a_line_says_all_that_explains_its_date():
    sheet, _ = read(BOOK)
    said = {cell.value for cell in sheet[2]}
    assert said >= {
        LINE.reference, LINE.what, LINE.rule, LINE.weight, LINE.trigger, LINE.agreed_why,
        LINE.standing_words, LINE.owner, LINE.source, LINE.edition, LINE.working,
    }  # fmt: skip


def test_the_head_stays_in_sight_and_filters_cover_every_line():
    sheet, _ = read(BOOK)
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == "A1:P4"
    empty, _ = read(replace(BOOK, lines=()))
    assert empty.auto_filter.ref == "A1:P2"


def test_paper_lies_on_its_side_one_page_wide_with_mark_date_and_page_numbers():
    for sheet in read(BOOK):
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9  # A4
        assert sheet.page_setup.fitToWidth in (None, 1)  # left out, it is 1
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddHeader.right.text == f"&B{BOOK.mark}"  # in bold
        assert sheet.oddHeader.left.text.startswith("Ash &")
        assert sheet.oddFooter.left.text == f"As at 23 November 2026. {BOOK.counting}"
        assert sheet.oddFooter.right.text == "Page &P of &N"
    assert read(BOOK)[0].print_title_rows == "$1:$1"


def test_the_second_sheet_says_whose_it_is_how_it_was_counted_and_what_the_rules_are():
    _, about = read(BOOK)
    facts = {row[0].value: row[1].value for row in about.iter_rows(min_row=3, max_row=8)}
    assert facts["As at"] == datetime(2026, 11, 23)  # noqa: DTZ001 - a sheet knows no zones
    assert facts["Partnership"] == BOOK.partnership
    assert facts["Handling mark"] == BOOK.mark
    assert facts["Counting"] == BOOK.counting
    assert facts["History seal"] == BOOK.seal
    legend = [[cell.value for cell in row] for row in about.iter_rows(min_row=10)]
    assert legend[0][:2] == ["Rule", "What is due"]
    assert legend[1][0] == "RR-15"
    _, practice = read(replace(BOOK, seal=""))
    assert (
        "invented" in {row[0].value: row[1].value for row in practice.iter_rows()}["History seal"]
    )


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+44 20", "-3", "http://x.example", "007"])
def test_what_looks_like_a_formula_a_link_or_a_number_stays_text(text):
    line = replace(LINE, reference=text, owner=text, agreed_why=text)
    sheet, _ = read(replace(BOOK, lines=(line,)))
    columns = columns_of(sheet)
    for title in ("Reference", "Owner", "Why agreed, and who by"):
        cell = sheet.cell(2, columns[title])
        assert (cell.value, cell.data_type) == (text, "s")
        assert cell.hyperlink is None


@given(st.text(max_size=60).map(clean_line))
def test_any_text_comes_back_as_it_was(text):
    sheet, _ = read(replace(BOOK, lines=(replace(LINE, owner=text, reference=text),)))
    columns = columns_of(sheet)
    for title in ("Reference", "Owner"):
        assert (sheet.cell(2, columns[title]).value or "") == text


@example("&" * 300)
@example("A partnership of many words and names " * 8)
@given(st.text("&ab 1é", max_size=300).map(clean_line))
def test_no_name_is_too_long_for_the_margin_of_a_page(name):
    long = replace(BOOK, partnership=name, title=name, mark=name, counting=name)
    with ZipFile(BytesIO(deadline_sheets(long))) as made:
        content = made.read("xl/worksheets/sheet1.xml").decode()
    margins = re.findall("<odd(?:Header|Footer)>(.*?)</odd", content)
    assert len(margins) == 2
    assert all(len(html.unescape(margin)) <= 255 for margin in margins)


def test_the_same_deadlines_give_the_same_bytes():
    assert deadline_sheets(BOOK) == deadline_sheets(BOOK)


def test_the_validator_finds_nothing(openxml_audit, tmp_path):
    target = tmp_path / "deadlines.xlsx"
    target.write_bytes(deadline_sheets(BOOK))
    assert openxml_audit(target) == []


def test_the_validator_sees_a_broken_sheet(openxml_audit, tmp_path):
    target = tmp_path / "deadlines.xlsx"
    with ZipFile(BytesIO(deadline_sheets(BOOK))) as made, ZipFile(target, "w") as broken:
        for name in made.namelist():
            content = made.read(name)
            if name.endswith("sheet1.xml"):
                content = content.replace(b'orientation="landscape"', b'orientation="aslant"')
            broken.writestr(name, content)
    assert openxml_audit(target) != []


def test_nothing_is_left_in_the_temporary_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    deadline_sheets(BOOK)
    assert list(tmp_path.iterdir()) == []


def test_long_work_tells_how_far_it_is_and_stops():
    many = replace(BOOK, lines=(LINE,) * 120)
    told = []
    deadline_sheets(many, lambda *step: told.append(step))
    assert [done for done, _, _ in told] == [1, 51, 101]

    def stop(*_step):
        raise CancelledError

    with pytest.raises(CancelledError):
        deadline_sheets(many, stop)


def test_a_row_is_as_high_as_its_longest_text():
    short, long = row_height([("one", 10.0)]), row_height([("one", 10.0), ("one " * 20, 10.0)])
    assert long > 4 * short
    assert row_height([]) == short
    assert row_height([("word\n" * 90, 10.0)]) == 409.0
