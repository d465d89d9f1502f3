"""The deadline report: every row once, nothing split, mark and counting on every page."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pdf_reading import page_texts, spoken, text_of
from report_samples import make_report, make_row
from written import write_deadline_report_pdf

from sgdesk.domain.standings import Standing
from sgdesk.errors import CancelledError
from sgdesk.exports.pdf.fonts import FontSet
from sgdesk.exports.pdf.report import deadline_report_pdf
from sgdesk.exports.pdf.report_table import Part, Table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_the_report_says_what_the_record_says(golden: Callable[[str, str], None]) -> None:
    pages = page_texts(deadline_report_pdf(make_report(30)))
    golden("pdf/report.txt", "\n\f\n".join(pages) + "\n")


def test_the_table_is_read_aloud_row_by_row(
    tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    file = write_deadline_report_pdf(make_report(3), tmp_path / "r.pdf")
    golden("pdf/report-spoken.txt", "\n".join(spoken(file)) + "\n")


@pytest.mark.parametrize("count", [1, 20])
def test_every_row_stands_in_the_table_once_and_heads_are_read_once(
    tmp_path: Path, count: int
) -> None:
    lines = spoken(write_deadline_report_pdf(make_report(count), tmp_path / "r.pdf"))
    assert lines.count("TR") == count + 1
    assert lines.count('"What is due"') == 1
    assert lines.count("TBody") == lines.count("THead") == lines.count("Table") == 1


def test_every_page_has_mark_date_counting_heads_and_its_number() -> None:
    report = make_report(64)
    pages = page_texts(deadline_report_pdf(report))
    assert len(pages) > 2
    for number, text in enumerate(pages, start=1):
        words = " ".join(text.split())
        assert words.count("OFFICIAL-SENSITIVE") == 2
        assert f"As at 20 November 2026. {report.counting}" in words
        assert f"Page {number} of {len(pages)}" in words
        assert "What is due" in words


def test_an_empty_report_says_so_in_a_sentence() -> None:
    (text,) = page_texts(deadline_report_pdf(make_report(0)))
    assert "There is no deadline to show." in text
    assert "What is due" not in text
    assert "Page 1 of 1" in text


def test_rows_are_never_split() -> None:
    table = Table(make_report(200), FontSet())
    pages = table.pages(60, 150)
    parts = [part for page in pages for part in page]
    assert [part.row for part in parts] == list(range(200))
    assert all((part.first, part.end) == (0, table.rows[part.row].lines) for part in parts)
    assert sum(part.height for part in pages[0]) <= 60
    assert all(sum(part.height for part in page) <= 150 for page in pages)


def test_a_row_higher_than_a_page_goes_on_in_the_same_cells(tmp_path: Path) -> None:
    report = make_report(3)
    giant = replace(report.rows[1], what="word " * 900 + "end", owner="x" * 2000)
    report = replace(report, rows=(report.rows[0], giant, report.rows[2]))
    content = deadline_report_pdf(report)
    assert len(page_texts(content)) > 2
    assert text_of(content).count("word") == 900
    file = tmp_path / "r.pdf"
    file.write_bytes(content)
    lines = spoken(file)
    assert lines.count("TR") == 4
    assert lines.count("TD") == 3 * 6
    assert sum(line.count("x") for line in lines if "xxx" in line) == 2000


def test_a_title_as_high_as_the_page_leaves_the_rows_to_the_next() -> None:
    report = replace(make_report(2), summary="A summary that never seems to end. " * 130)
    pages = page_texts(deadline_report_pdf(report))
    assert "Notify the National Panel" not in pages[0]
    assert "Notify the National Panel" in pages[1]


def test_columns_without_any_text_are_left_out_and_few_columns_stand_upright() -> None:
    row = replace(make_row(1, Standing.MET), agreed="", weight=" ", owner="", started="")
    report = replace(make_report(0), rows=(row,))
    table = Table(report, FontSet())
    assert [column.heading for column in table.columns] == [
        "Case",
        "What is due",
        "Due by the rule",
        "Standing",
    ]
    assert not table.is_landscape
    assert sum(table.widths) == pytest.approx(table.width)
    with pikepdf.open(BytesIO(deadline_report_pdf(report))) as pdf:
        assert pdf.pages[0].MediaBox[2] < pdf.pages[0].MediaBox[3]
    with pikepdf.open(BytesIO(deadline_report_pdf(make_report(2)))) as pdf:
        assert pdf.pages[0].MediaBox[2] > pdf.pages[0].MediaBox[3]


def test_dates_references_and_standings_stay_on_one_line() -> None:
    table = Table(make_report(40), FontSet())
    for row in table.rows:
        for column, block in zip(table.columns, row.blocks, strict=True):
            assert block.lines <= 1 or not column.is_whole


def test_endless_references_give_way_before_the_page_does() -> None:
    row = replace(make_row(0, Standing.OVERDUE), reference="R" * 400, standing_words="Late " * 90)
    table = Table(replace(make_report(0), rows=(row,)), FontSet())
    assert sum(table.widths) == pytest.approx(table.width)
    for width, block in zip(table.widths, table.rows[0].blocks, strict=True):
        assert all(span.x + span.width <= width for span in block.spans())


def test_a_part_knows_its_height() -> None:
    assert Part(0, 0, 2).height > Part(0, 0, 1).height > 0


def test_a_row_without_words_for_its_standing_shows_no_shape() -> None:
    rows = (replace(make_row(0, Standing.OVERDUE), standing_words=""), make_row(1, Standing.MET))
    assert "Met" in text_of(deadline_report_pdf(replace(make_report(0), rows=rows)))


@pytest.mark.parametrize("mark", ["", "OFFICIAL-SENSITIVE – PERSONAL – SEND TO NOBODY AT ALL"])
def test_without_a_mark_or_with_a_long_one_the_page_number_stands_alone(mark: str) -> None:
    text = text_of(deadline_report_pdf(make_report(2, mark=mark)))
    assert "·" not in text
    assert text.count(mark) == 1 if mark else "SENSITIVE" not in text


def test_a_report_without_a_title_is_still_named() -> None:
    report = replace(make_report(1), title=" ", partnership="", counting="", summary="")
    with pikepdf.open(BytesIO(deadline_report_pdf(report))) as pdf:
        assert pdf.docinfo["/Title"] == "Deadlines"


def test_letters_without_a_glyph_are_not_lost(tmp_path: Path) -> None:
    row = replace(make_row(0, Standing.MET), owner="שלום 👍", what="a\r\nb\tc")
    report = replace(make_report(0), rows=(row,))
    lines = spoken(write_deadline_report_pdf(report, tmp_path / "r.pdf"))
    assert {'"שלום 👍"', '"a b c"'} <= set(lines)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert deadline_report_pdf(make_report(9)) == deadline_report_pdf(make_report(9))


@pytest.mark.parametrize("count", [0, 40])
def test_cancelling_leaves_no_file(tmp_path: Path, count: int) -> None:
    seen: list[int] = []

    def cancel(done: int, total: int, label: str, /) -> None:
        seen.append(done)
        assert label
        if done == total - 1:
            raise CancelledError

    with pytest.raises(CancelledError):
        write_deadline_report_pdf(make_report(count), tmp_path / "r.pdf", cancel)
    assert seen == sorted(seen)
    assert list(tmp_path.iterdir()) == []
